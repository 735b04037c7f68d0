"""What a build decides to do, without a disk."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from index.building.plan import Plan, abandoned, expired, plan_articles, texts_to_embed

NOW = datetime(2026, 3, 1, tzinfo=UTC)
CORPUS = st.dictionaries(st.sampled_from("abcdef"), st.sampled_from(["1", "2", "3"]))


def test_each_article_has_one_fate() -> None:
    """New, changed, kept or removed, by id and content hash."""
    plan = plan_articles({"a": "1", "b": "1", "c": "1"}, {"b": "1", "c": "2", "d": "1"})
    assert plan == Plan(added=("d",), changed=("c",), kept=("b",), removed=("a",))
    assert not plan.is_empty
    assert plan_articles({"a": "1"}, {"a": "1"}).is_empty


@given(CORPUS, CORPUS)
def test_carrying_the_plan_out_gives_the_corpus(before: dict[str, str], after: dict[str, str]) -> None:
    """What is kept, changed and added is what should be there, and nothing is named twice."""
    plan = plan_articles(before, after)
    groups = [plan.added, plan.changed, plan.kept, plan.removed]
    assert sorted(name for group in groups for name in group) == sorted(before.keys() | after.keys())
    assert sorted(plan.added + plan.changed + plan.kept) == sorted(after)
    assert all(before[name] == after[name] for name in plan.kept)
    assert plan.is_empty == (before == after)


def test_only_new_texts_are_embedded_once_each() -> None:
    """A text that has a vector, or stands in two places, is not embedded again."""
    assert texts_to_embed(["b", "a", "b", "c"], {"a": 1}) == ["b", "c"]


def test_versions_expire_by_when_they_were_replaced() -> None:
    """A version counts as old from the day the next was made, however old it is itself."""
    created = {
        "first": NOW - timedelta(days=400),
        "second": NOW - timedelta(days=31),
        "third": NOW - timedelta(days=2),
    }
    assert expired(created, "third", NOW, keep_days=30) == ["first"]
    assert expired(created, "third", NOW, keep_days=2) == ["first", "second"]
    assert expired(created, "third", NOW, keep_days=0) == ["first", "second"]
    assert expired(created, "third", NOW, keep_days=365) == []


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 100), min_size=1), st.data())
def test_the_current_version_never_expires(ages: dict[str, int], data: st.DataObject) -> None:
    """Even where a clock was set back and the current version looks like an old one."""
    current = data.draw(st.sampled_from(sorted(ages)))
    created = {name: NOW - timedelta(days=age) for name, age in ages.items()}
    assert current not in expired(created, current, NOW, keep_days=0)


def test_versions_never_pointed_at_are_abandoned() -> None:
    """A build that was killed between placing and pointing leaves a folder newer than the current one."""
    created = {"old": NOW - timedelta(days=9), "current": NOW - timedelta(days=2), "late": NOW}
    assert abandoned(created, "current") == ["late"]
    assert abandoned(created, "late") == []
