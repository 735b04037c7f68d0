"""The contract of every `Forgetting`: what goes, what stays, and which event tells of it."""

from dataclasses import replace

from sqlalchemy import delete

from bot.citation_log.events import (
    Erased,
    Expired,
    Purged,
)
from bot.citation_log.faults import Fault, Finding
from bot.citation_log.protocol import Query
from bot.citation_log.resolving import resolved
from bot.citation_log.rows import microseconds
from bot.citation_log.sql_forgetting import SqlForgetting
from bot.citation_log.sql_log import SqlCitationLog
from bot.citation_log.tables import parts
from tests.logged_answers import (
    ANNA,
    BERT,
    DISPUTED,
    EAST,
    MODERATOR,
    NORTH,
    NOTHING,
    PRICE,
    drafted,
    kept,
    minute,
    numbers,
    verified,
)


def test_erasing_a_member(story: SqlCitationLog) -> None:
    """What is personal goes, of this member alone; the events stay, and one tells which were touched."""
    before = {event.number: event for event in story.find(Query(), 100)}
    event = SqlForgetting(story).erase(BERT)
    assert (event.number, event.detail) == (9, Erased(records=(3, 5)))
    for number in (3, 5):
        assert story.event(number) == replace(before[number], person=None, personal=None)
    for number in (1, 2, 4, 6, 7, 8):
        assert story.event(number) == before[number]
    assert numbers(story, Query(person=BERT)) == []
    assert numbers(story, Query(words="built")) == []
    assert numbers(story, Query(words="ferry")) == [1]
    assert kept(story) == {"north", "south", "east"}
    assert verified(story).findings == ()
    assert resolved(story.event(5), story.text) == replace(NOTHING, question="")


def test_erasing_a_member_twice(story: SqlCitationLog) -> None:
    """Erasing is told even where there is nothing left, and what comes later is erased by the next one."""
    forgetting = SqlForgetting(story)
    forgetting.erase(ANNA)
    assert forgetting.erase(ANNA).detail == Erased(records=())
    story.append(drafted(NOTHING, ANNA))
    assert verified(story).findings == ()
    assert forgetting.erase(ANNA).detail == Erased(records=(11,))
    assert forgetting.erase("d4" * 32).detail == Erased(records=())
    assert verified(story).findings == ()


def test_expiring(story: SqlCitationLog) -> None:
    """What is personal and older goes, the rest stays; the moment itself is not older."""
    forgetting = SqlForgetting(story)
    assert forgetting.expire(minute(1)) is None
    assert story.head()[0] == 8
    event = forgetting.expire(minute(4))
    assert event is not None
    assert (event.number, event.detail) == (9, Expired(before=microseconds(minute(4)), count=2))
    held = {one.number: (one.person, one.personal) for one in story.find(Query(), 100)}
    assert held[1] == held[3] == (None, None)
    assert held[4] == (MODERATOR, {"note": "Quite right"})
    assert held[7] == (ANNA, {"question": PRICE.question})
    assert story.event(1).quoted is not None
    assert numbers(story, Query(words="ferry")) == [5]
    assert forgetting.expire(minute(4)) is None
    assert verified(story).findings == ()
    assert forgetting.expire(minute(100)) is not None
    assert numbers(story, Query(words="ticket")) == []
    assert verified(story).findings == ()


def test_expiring_in_one_server(story: SqlCitationLog) -> None:
    """What is personal goes in that server alone, and the log knows that nothing else may be gone."""
    forgetting = SqlForgetting(story)
    assert forgetting.expire(minute(100), "8") is None
    event = forgetting.expire(minute(6), "7")
    assert event is not None
    assert (event.server, event.detail) == ("7", Expired(before=microseconds(minute(6)), count=3))
    held = {one.number: one.person for one in story.find(Query(), 100)}
    assert (held[1], held[3], held[4], held[5], held[7]) == (None, None, None, BERT, ANNA)
    assert verified(story).findings == ()
    with story.engine.begin() as connection:
        connection.execute(delete(parts).where(parts.c.event == 5))
    assert Finding(Fault.PART_GONE, 5) in verified(story).findings


def test_purging_an_article(story: SqlCitationLog) -> None:
    """An article's text goes, with what answers quote of it; answers to others stay, questions too."""
    event = SqlForgetting(story).purge("north")
    assert event is not None
    assert event.detail == Purged(article="north", versions=(NORTH.version,), records=(1,))
    assert story.event(1).quoted is None
    assert story.event(1).personal == {"question": DISPUTED.question}
    assert story.text(NORTH.version) is None
    assert kept(story) == {"south", "east"}
    assert numbers(story, Query(article="north")) == [1]
    assert resolved(story.event(7), story.text) == PRICE
    assert SqlForgetting(story).purge("north") is None
    assert SqlForgetting(story).purge("nothing") is None
    assert story.head()[0] == 9
    assert verified(story).findings == ()


def test_quoting_again_what_was_purged(story: SqlCitationLog) -> None:
    """An article that comes back is kept again from the first answer that quotes it, and can go again."""
    forgetting = SqlForgetting(story)
    forgetting.purge("east")
    assert verified(story).findings == ()
    event = story.append(drafted(PRICE))
    assert resolved(event, story.text) == PRICE
    assert verified(story).findings == ()
    again = forgetting.purge("east")
    assert again is not None
    assert again.detail == Purged(article="east", versions=(EAST.version,), records=(10,))
    assert kept(story) == {"north", "south"}
    assert verified(story).findings == ()
