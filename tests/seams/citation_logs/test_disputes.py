"""Disputes in the log: what told that versions disagree comes back, and old events read as they were written."""

import json
from dataclasses import replace

from sqlalchemy import select, update

from bot.citation_log.opening import writing
from bot.citation_log.resolving import resolved
from bot.citation_log.sql_log import SqlCitationLog
from bot.citation_log.tables import events
from tests.logged_answers import DISPUTED, drafted


def test_a_dispute_comes_back_with_what_told_it(log: SqlCitationLog) -> None:
    """The reader's scores and the entailment model's surety are part of the answer."""
    assert DISPUTED.disagreement is not None
    answer = replace(
        DISPUTED, disagreement=replace(DISPUTED.disagreement, scores=(0.97, 0.8123), surety=0.875)
    )
    event = log.append(drafted(answer))
    assert resolved(log.event(event.number), log.text) == answer


def test_an_event_written_before_scores_were_kept_still_reads(log: SqlCitationLog) -> None:
    """An old dispute has no scores and no surety, and is otherwise what it was; others never had any."""
    assert DISPUTED.disagreement is not None
    scored = replace(DISPUTED, disagreement=replace(DISPUTED.disagreement, scores=(0.97, 0.8)))
    number = log.append(drafted(scored)).number
    with writing(log.engine) as connection:
        detail = json.loads(
            connection.execute(select(events.c.detail).where(events.c.number == number)).scalar_one()
        )
        assert detail["disagreement"].pop("scores") == [0.97, 0.8]
        assert detail["disagreement"].pop("surety") is None
        connection.execute(update(events).where(events.c.number == number).values(detail=json.dumps(detail)))
    assert resolved(log.event(number), log.text) == DISPUTED
