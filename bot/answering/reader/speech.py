"""Whose words a sentence reports."""

import re
from collections.abc import Collection

from bot.answering.reader.sentences import Sentence

_SPEECH = re.compile(
    r"\b(?:said|says|say|told|tells|added|adds|stated|states|announced|declared|replied|answered|warned|argued|"
    r"explained|insisted|called|denied|asked|wrote|offered|expressed|vowed|promised|recalled|noted)\b"
)
_QUOTED = re.compile(r"[“”\"«»„]|\baccording to\b", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:he|she|they|who)\b", re.IGNORECASE)
_REACH = 60  # characters between a verb of saying and the one who says it


def reports_words(text: str) -> bool:
    """Whether *text* reports anybody's words: without a quotation or a verb of saying nobody is heard."""
    return bool(_QUOTED.search(text) or _SPEECH.search(text))


def speech_fit(sentence: Sentence, speaker: Collection[str]) -> float:
    """Return how well a sentence reports words of *speaker* (stems): 1, 0.9 for a pronoun, 0.5 for no one's."""
    best = 0.5
    for verb in _SPEECH.finditer(sentence.text, sentence.start, sentence.end):
        near = [
            (min(abs(term.end - verb.start()), abs(term.start - verb.end())), term)
            for term in sentence.terms
            if term.is_content and sentence.text[term.start].isupper()
        ]
        named = [(gap, term) for gap, term in near if gap <= _REACH]
        if named and min(named, key=lambda entry: entry[0])[1].stem in speaker:
            return 1.0
        window = sentence.text[max(sentence.start, verb.start() - 12) : verb.end() + 6]
        if _PRONOUN.search(window):
            best = 0.9
    return best
