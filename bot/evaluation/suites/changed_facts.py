"""One fact of a text, changed: a number, a date, a name, or yes into no."""

import re

_NUMBER = re.compile(r"\d+(?:,\d{3})*")
_YEAR = re.compile(r"(?<!\d)(?:1[0-9]|20)\d\d(?!\d)")
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_CAPITALISED = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}")
_NAMES = {"person": "Marta Lindqvist", "place": "Tarnova", "organisation": "the Halden Trust"}
_VERB = re.compile(r" (is|are|was|were|will|can|could|would)(?= )")
_ADVERB = re.compile(r" (?:also|already|always|often|sometimes|soon|still|usually|\w+ly)\b")
_DENIED = re.compile(r"\b(?:not?|never|none|neither|without|nobody|un\w+)\b|n['’]t\b", re.IGNORECASE)
_LEAST_WORDS, _MOST_WORDS = 7, 22  # of a sentence that a question can hold


def changed_number(words: str) -> str | None:
    """Return *words* with their first number made another that no rounding brings back; None without one."""
    match = _NUMBER.search(words)
    if match is None:
        return None
    value = int(match.group().replace(",", ""))
    other = f"{value * 2 + 3:,}" if "," in match.group() else str(value * 2 + 3)
    return words[: match.start()] + other + words[match.end() :]


def changed_date(words: str) -> str | None:
    """Return *words* with their year, else their day, made another; None without either."""
    if year := _YEAR.search(words):
        return words[: year.start()] + str(int(year.group()) - 7) + words[year.end() :]
    if day := _DAY.search(words):
        return words[: day.start()] + str(int(day.group()) % 20 + 4) + words[day.end() :]
    return None


def changed_name(kind: str, words: str) -> str | None:
    """Return another name of *kind*; None where that is no kind of name, or *words* are none."""
    return _NAMES.get(kind) if _CAPITALISED.fullmatch(words) else None


def denied(sentence: str) -> str | None:
    """Return a statement with "not" behind its one auxiliary.

    None where it has none or several, is a denial already, or an adverb follows, which "not" would deny instead.
    """
    if not _LEAST_WORDS <= len(sentence.split()) <= _MOST_WORDS or _DENIED.search(sentence):
        return None
    verbs = list(_VERB.finditer(sentence))
    if len(verbs) != 1 or _ADVERB.match(sentence, verbs[0].end()):
        return None
    return f"{sentence[: verbs[0].end()]} not{sentence[verbs[0].end() :]}"
