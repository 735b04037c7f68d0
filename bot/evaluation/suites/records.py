"""One line of JSON a question: what was expected, what came, and from which passages and scores."""

import json
from typing import Any

from bot.answering.reader.protocol import Reading
from bot.evaluation.suites.cases import Judged
from bot.presentation.json_interface import SCORE_PLACES, AnswerRecord

_SPANS_KEPT = 12


def to_json_line(judged: Judged) -> bytes:
    """Return a judged case as one line of UTF-8; a lone surrogate is written as JSON's own escape."""
    line = json.dumps(record_of(judged), ensure_ascii=False) + "\n"
    return line.encode("utf-8", "backslashreplace")


def record_of(judged: Judged) -> dict[str, Any]:
    """Return a judged case as plain data: ``own`` says which of its articles there are, and which were read."""
    asked, verdict = judged.asked, judged.verdict
    case = asked.case
    read = {passage.paragraph.article_id for passage in asked.passages}
    return {
        "id": case.id,
        "question": case.question,
        "expected": case.expected,
        "got": verdict.got,
        "right": verdict.right,
        "facts": dict(verdict.facts),
        "error": asked.error,
        "answers": case.row.get("answers"),
        "own": {name: name in read for name in sorted(case.own)},
        "spans": _spans(judged),
        "answer": AnswerRecord.from_answer(asked.answer).model_dump() if asked.answer else None,
    }


def _spans(judged: Judged) -> list[dict[str, Any]]:
    """Return the reader's surest spans, and its surest of every own article."""
    own = judged.asked.case.own
    found = [(span.score, reading, span) for reading in judged.asked.readings for span in reading.spans]
    found.sort(key=lambda one: (-one[0], one[1].passage.rank, one[2].start))
    kept, seen = [], set()
    for place, (score, reading, span) in enumerate(found):
        article = reading.passage.paragraph.article_id
        if place >= _SPANS_KEPT and (article not in own or article in seen):
            continue
        seen.add(article)
        kept.append(
            {
                "score": round(score, SCORE_PLACES),
                "no_answer": round(reading.no_answer, SCORE_PLACES),
                "affirms": span.affirms,
                "text": span.text,
                "own": article in own,
                **_place(reading),
            }
        )
    return kept


def _place(reading: Reading) -> dict[str, Any]:
    paragraph = reading.passage.paragraph
    return {"article": paragraph.article_id, "paragraph": paragraph.number, "rank": reading.passage.rank}
