"""What befell one person is no answer to when, where or how it befell another.

"The operation in early January led to the capture of Maduro" shares its verb with "When was Hegseth arrested?", and no
more: answering it would take for granted what no source says.
"""

import re

from bot.answering.questions.question import Question
from bot.answering.terms import content_stems, stem_of
from bot.answering.thesaurus import near_stems
from bot.answering.values.kinds import Kind
from bot.answering.values.recognition import recognise

_PASSIVE = re.compile(
    r"\b(?:was|were|is|are|been|be|being|get|gets|got) (?P<who>(?:[\w.’'-]+ ){1,6}?)"
    r"(?P<done>\w+(?:ed|en)|caught|shot|held|hurt|found|born|sworn|torn|slain|sent|taught|hit)\b",
    re.IGNORECASE,
)
# "the capture of Venezuelan President", "arrested former minister": what is done, "of", and up to three words of a title.
_BEFORE = re.compile(r"(?:[\w’'-]+ ){1,5}$")
_BEHIND = re.compile(
    r"(?:,[^,.;]{1,60},)? (?:was|were|is|are|had been|has been|have been|got) (?:\w+ly )?(?P<done>\w+)"
)
_SOMEBODY_MEANT = re.compile(r"\b(?:he|she|him|his|her|hers|they|them|their|who)\b", re.IGNORECASE)


def befalls_another(question: Question, sentence: str) -> bool:
    """Whether *sentence* tells that to somebody else was done what *question* asks about having been done to one person.

    It says so where it names nobody of the question and has another person, before whom no pronoun means anybody, beside
    the question's verb or a word for the same: "the capture of …", "… was detained".
    """
    asked = _PASSIVE.search(question.text)
    if asked is None or Kind.PERSON in question.kinds:
        return False
    named = content_stems(" ".join(_people(question.text)))
    if not named & content_stems(asked["who"]) or named & content_stems(sentence):
        return False
    done = stem_of(asked["done"])
    alike = near_stems(done) | {done}
    return any(
        not _SOMEBODY_MEANT.search(sentence[: mention.start])
        and alike & {stem_of(word) for word in _beside(sentence, mention.start, mention.end)}
        for mention in recognise(sentence, (Kind.PERSON,))
    )


def _beside(sentence: str, start: int, end: int) -> list[str]:
    """Return the words that may say what is done to the person at *start* to *end*."""
    before, behind = _BEFORE.search(sentence[:start]), _BEHIND.match(sentence[end:])
    return (before.group().split() if before else []) + ([behind["done"]] if behind else [])


def _people(text: str) -> list[str]:
    return [text[one.start : one.end] for one in recognise(text, (Kind.PERSON,))]
