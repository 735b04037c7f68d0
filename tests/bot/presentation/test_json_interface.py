"""The JSON that programs read."""

import json
import subprocess
import sys
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.answering.answers import Answer, Outcome, RelatedPassage
from bot.presentation.json_interface import AnswerRecord, LineErrorRecord, schema, to_line
from tests.bot.presentation.story import CALIBER, WASHINGTON, Story


def object_of(answer: Answer) -> dict[str, object]:
    parsed: dict[str, object] = json.loads(to_line(AnswerRecord.from_answer(answer)))
    return parsed


def test_a_dispute_has_every_field_of_the_interface(disputed: Answer) -> None:
    """Names, order, types and nulls are public: this object is what programs rely on."""
    expected = {
        "question": "When will Koizumi meet Hegseth?",
        "outcome": "disputed",
        "relation": "rival",
        "versions": [
            {
                "text": "Thursday, January 18",
                "kind": "date",
                "value": "2024-01-18",
                "resolved_from": "dateline",
                "independent_sources": 1,
                "quotes": [
                    {
                        "citation": 1,
                        "article": "washington-dateline",
                        "paragraph": 1,
                        "start": 0,
                        "end": 255,
                        "text": WASHINGTON[0][:255],
                        "highlights": [[234, 254]],
                    }
                ],
            },
            {
                "text": "January 15",
                "kind": "date",
                "value": "XXXX-01-15",
                "resolved_from": None,
                "independent_sources": 1,
                "quotes": [
                    {
                        "citation": 2,
                        "article": "caliber-az",
                        "paragraph": 2,
                        "start": 195,
                        "end": 467,
                        "text": CALIBER[1][195:467],
                        "highlights": [[413, 423]],
                    }
                ],
            },
        ],
        "disagreement": {
            "kind": "disputed",
            "on": "date",
            "pairs": [[0, 1]],
            "why": {
                "rule": "The day differs",
                "values": ["2024-01-18", "XXXX-01-15"],
                "scores": [0.97, 0.8123],
                "surety": None,
            },
        },
        "citations": [
            {
                "number": 1,
                "article": "washington-dateline",
                "label": "Washington, January 12, 2024",
                "title": None,
                "publisher": None,
                "byline": None,
                "published": None,
                "dateline": "Washington, January 12, 2024",
                "url": None,
                "paragraph": 1,
            },
            {
                "number": 2,
                "article": "caliber-az",
                "label": "Japanese defence minister to hold talks in Washington on alliance deterrence",
                "title": "Japanese defence minister to hold talks in Washington on alliance deterrence",
                "publisher": "Caliber.Az",
                "byline": "Vafa Guliyeva",
                "published": None,
                "dateline": None,
                "url": None,
                "paragraph": 2,
            },
        ],
        "related": [],
        "notes": [
            {
                "article": "washington-dateline",
                "rule": "The length does not fit the dates",
                "values": ["weeklong", "P4D"],
            }
        ],
        "index_version": "0f3a",
    }
    line = to_line(AnswerRecord.from_answer(disputed))
    assert line == (json.dumps(expected, ensure_ascii=False) + "\n").encode()


def test_how_sure_the_entailment_model_was_is_told(disputed: Answer) -> None:
    """Where sentences deny each other its surety stands beside the reader's scores; nothing else says why."""
    assert disputed.disagreement is not None
    denial = replace(disputed.disagreement, surety=0.875, scores=(), values=("", ""))
    printed = object_of(replace(disputed, disagreement=denial))["disagreement"]
    assert isinstance(printed, dict)
    assert printed["why"] == {"rule": "The day differs", "values": ["", ""], "scores": [], "surety": 0.875}


def test_what_is_not_in_the_sources_has_empty_lists_and_nulls(story: Story, not_said: Answer) -> None:
    """Lists are never null; scores are rounded to four places, and only here."""
    passages = [
        RelatedPassage(story.caliber[0], story.outlet, 0.413249),
        RelatedPassage(story.caliber[2], story.outlet, 1 / 3),
    ]
    assert object_of(replace(not_said, related=passages)) == {
        "question": "Who is the prime minister of Japan?",
        "outcome": "not_in_sources",
        "relation": None,
        "versions": [],
        "disagreement": None,
        "citations": [],
        "related": [
            {"article": "caliber-az", "paragraph": 1, "score": 0.4132},
            {"article": "caliber-az", "paragraph": 3, "score": 0.3333},
        ],
        "notes": [],
        "index_version": "0f3a",
    }


@given(st.text(st.characters(exclude_categories=()) | st.sampled_from('\ud83d\ude00\udcff\n\u2028"\\')))
def test_any_question_comes_back_on_one_line(question: str) -> None:
    """A lone surrogate, a line break or a quotation mark neither breaks the line nor changes the question."""
    line = to_line(AnswerRecord.from_answer(Answer(question, Outcome.SMALL_TALK, "0f3a")))
    assert line.count(b"\n") == 1
    # A high surrogate before a low one is read as the pair that it is in UTF-16: that is JSON, not ours.
    back = json.loads(line)["question"]
    assert back.encode("utf-16", "surrogatepass") == question.encode("utf-16", "surrogatepass")


def test_control_characters_reach_programs_unaltered(story: Story, not_said: Answer) -> None:
    """Only what people see is made harmless; the data stay what the article says."""
    assert object_of(replace(not_said, question="a\x1b[31m\u202eb"))["question"] == "a\x1b[31m\u202eb"


def test_a_line_that_cannot_be_answered() -> None:
    """The error stands in the line's place and names its number."""
    record = LineErrorRecord(line=3, error="The line is not JSON: „é“.")
    assert to_line(record) == '{"line": 3, "error": "The line is not JSON: „é“."}\n'.encode()


def test_the_schema_names_every_field(disputed: Answer) -> None:
    """The published schema requires exactly the fields that are printed, at the top and within."""
    published = json.loads(schema())
    printed = object_of(disputed)
    assert published["title"] == "Answer"
    assert published["required"] == list(printed)
    assert published["additionalProperties"] is False
    assert published["properties"]["outcome"]["enum"] == [
        "answered",
        "disputed",
        "not_in_sources",
        "small_talk",
        "unsupported_language",
    ]
    assert published["$defs"]["WhyRecord"]["required"] == ["rule", "values", "scores", "surety"]
    version = published["$defs"]["VersionRecord"]
    assert version["required"] == ["text", "kind", "value", "resolved_from", "independent_sources", "quotes"]
    assert version["properties"]["value"]["anyOf"] == [{"type": "string"}, {"type": "null"}]


def test_the_bytes_are_the_same_in_every_process() -> None:
    """Neither the hash seed nor the locale shows in the output."""
    program = (
        "import sys; from bot.answering.answers import Answer, Outcome;"
        "from bot.presentation.json_interface import AnswerRecord, schema, to_line;"
        "answer = Answer('Où ?', Outcome.SMALL_TALK, '0f3a');"
        "sys.stdout.buffer.write(to_line(AnswerRecord.from_answer(answer)) + schema().encode())"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", program],
            check=True,
            capture_output=True,
            env={"PYTHONHASHSEED": seed, "LC_ALL": "C", "PYTHONIOENCODING": encoding},
        ).stdout
        for seed, encoding in (("1", "ascii"), ("2", "utf-8"))
    }
    assert len(runs) == 1
    assert runs.pop().startswith('{"question": "Où ?", "outcome": "small_talk", "relation": null'.encode())
