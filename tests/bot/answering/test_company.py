"""Two things of one name are told apart by what else their articles name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.answers import Relation
from bot.answering.claims import Claim
from bot.answering.company import company_in, keep_other_company, no_company
from bot.answering.disagreement import relate
from bot.answering.questions.analysis import analyse
from bot.answering.terms import terms_of
from bot.answering.versions import group_claims
from index.splitting import sentence_spans
from tests.bot.answering.claiming import dated, grounds

_GOLFER = "Tom Reed won in Dublin in 1987. He beat Paul Hale at Royal Lytham for the Hogan Cup of Ireland."
_SENATOR = "Tom Reed of Ohio sat in the Senate from 1911. With Jane Frost he wrote the Mills Act of Congress."
_WIDOW = "In 1990 the widow of Tom Reed gave the Hogan Cup to a museum in Dublin, where Paul Hale and Anna Lee spoke."
_TEXTS = {"a": _GOLFER, "b": _SENATOR, "c": _WIDOW, "d": "He was born on May 3."}


def _company(article: str) -> frozenset[str]:
    return company_in(_TEXTS[article])


def _pair(first: str, second: str) -> tuple[Claim, Claim]:
    return dated(first, "May 3"), dated(second, "June 9")


def test_company_is_names_within_sentences_and_years() -> None:
    """A word that opens a sentence has its capital from that; a toll is what reports of one event differ in."""
    text = "Divers found 14 bodies near Karsund. Nobody of the Solheim was found since 2019."
    assert company_in(text) == {"karsund", "solheim", "2019"}


@pytest.mark.parametrize(("first", "second", "apart"), [("a", "b", True), ("a", "c", False)])
def test_namesakes_keep_other_company(first: str, second: str, apart: bool) -> None:
    """A golfer and a senator share their name only; two articles on the golfer name his cup and his city."""
    question = analyse("When was Tom Reed born?")
    assert keep_other_company(question, *_pair(first, second), _company) is apart
    assert keep_other_company(question, *_pair(second, first), _company) is apart


@pytest.mark.parametrize(("later", "apart"), [("1989", True), ("1925", False)])
def test_what_lies_a_generation_apart_keeps_much_the_same_company(later: str, apart: bool) -> None:
    """A mill of 1911 and one of 1989 that share a county are two; reports on one mill set it some years apart."""
    texts = {
        "a": "The Reed mill in Ohio, built by Paul Hale and Jane Frost, burned.",
        "b": "The Reed mill in Ohio, which Anna Lee ran for Hogan Steel, burned.",
        "c": "The Reed mill in Ohio, which Paul Hale and Jane Frost had, burned.",
    }

    def company(article: str) -> frozenset[str]:
        return company_in(texts[article])

    question = analyse("When was the Reed mill built?")
    assert keep_other_company(question, dated("a", "May 1911"), dated("b", f"May {later}"), company) is apart
    assert not keep_other_company(question, dated("a", "May 1911"), dated("c", f"May {later}"), company)


def test_what_names_little_tells_nothing() -> None:
    """A short note may be about anybody of that name."""
    assert not keep_other_company(analyse("When was Tom Reed born?"), *_pair("a", "d"), _company)
    assert not keep_other_company(analyse("When was Tom Reed born?"), *_pair("a", "b"), no_company)


def test_what_has_no_name_has_no_namesake() -> None:
    """Two studies of one question share hardly a name, and disagree for all that."""
    assert not keep_other_company(analyse("When was the senator born?"), *_pair("a", "b"), _company)
    assert not keep_other_company(analyse("Was the senator born on May 3?"), *_pair("a", "b"), _company)


@pytest.mark.parametrize(
    ("second", "relation"), [("b", Relation.DIFFERENT_THINGS), ("c", Relation.RIVAL), ("d", Relation.RIVAL)]
)
def test_namesakes_are_shown_as_different_things(second: str, relation: Relation) -> None:
    """Both days are shown; only of one man can they be a dispute."""
    claims = _pair("a", second)
    asked = grounds("When was Tom Reed born?", company=_company)
    assert relate(group_claims(claims), many=False, grounds=asked).relation is relation


def test_one_article_on_the_same_thing_is_enough_for_a_dispute() -> None:
    """Of two that give one day, one keeps the other's company."""
    claims = [dated("a", "May 3"), dated("b", "June 9"), dated("c", "June 9")]
    asked = grounds("When was Tom Reed born?", company=_company)
    assert relate(group_claims(claims), many=False, grounds=asked).relation is Relation.RIVAL


@given(st.text(st.characters(codec="utf-8")))
def test_company_is_made_of_the_texts_own_words(text: str) -> None:
    """No text is too odd to be looked through, and nothing is named that it does not hold."""
    sentences = (text[start:end] for start, end in sentence_spans(text))
    assert company_in(text) <= {term.stem for sentence in sentences for term in terms_of(sentence)}
