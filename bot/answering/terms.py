"""Words of a text as the reader compares them: stemmed, spelling variants folded, with exact offsets."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import Stemmer

# Combining marks belong to the word: an accent written after its letter must not split it.
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*(?:[.’'-](?:[^\W_]|[\u0300-\u036f])+)*")
_POSSESSIVE = re.compile(r"[’']s?$|[’']s$")

# Function words, auxiliaries and light verbs: present in any sentence, so a match on them says nothing.
STOP_WORDS = frozenset(
    """
    a about above actually after again against all also although am an and any are aren't around as at be
    because been before being below between both but by can cannot could did didn't do does doesn't doing
    done don't down during each either else ever every exactly few for from further get gets getting give
    given gives giving go goes going gone got had has hasn't have having he her here hers herself him
    himself his how however i if in into is isn't it its itself just let lets list made make makes making
    may me might mine more most much must my myself name neither no nor not now of off on once only onto or
    other our ours out over own per please really same say said says shall she should since so some such
    take taken takes taking tell than that the their theirs them themselves then there these they this those
    through till to too took toward under until up upon use very via was wasn't we were weren't what when
    where whether which while who whom whose why will with within without won't would yes yet you your yours
    happen happened happening happens know known knows held hold holding holds occur occurs occurred place
    plan planned planning plans scheduled schedule due supposed set expected set's mean means many long
    often soon kind sort type according report reported reports article articles source sources news
    story question answer time times one away part play plays
    can't couldn't hadn't haven't shouldn't weren't wouldn't
    """.split()
)

# Past forms that no stemmer takes back to their verb; the first word of a line is the verb.
_IRREGULAR = {
    form: verbs[0]
    for line in """
    become became
    begin began begun
    break broke broken
    bring brought
    build built
    buy bought
    catch caught
    choose chose chosen
    draw drew drawn
    drive drove driven
    fall fell fallen
    feel felt
    fight fought
    find found
    fly flew flown
    forbid forbade forbidden
    freeze froze frozen
    grow grew grown
    hear heard
    hide hid hidden
    keep kept
    lead led
    leave left
    lose lost
    meet met
    pay paid
    ride rode ridden
    rise rose risen
    run ran
    see saw seen
    sell sold
    send sent
    shake shook shaken
    shoot shot
    sink sank sunk
    speak spoke spoken
    spend spent
    stand stood
    steal stole stolen
    strike struck
    swear swore sworn
    swim swam swum
    teach taught
    tear tore torn
    tell told
    think thought
    throw threw thrown
    win won
    withdraw withdrew withdrawn
    write wrote written
    """.strip().splitlines()
    if (verbs := line.split())
    for form in verbs[1:]
}

# British and American spellings that stemming alone keeps apart.
_VARIANTS = (
    (re.compile(r"efence"), "efense"),
    (re.compile(r"ffence"), "ffense"),
    (re.compile(r"(?<=[a-z]{3})ise(?=s|d|r|$)"), "ize"),
    (re.compile(r"(?<=[a-z]{3})isi(?=ng|on)"), "izi"),
    (re.compile(r"(?<=[a-z]{3})isation"), "ization"),
    (re.compile(r"(?<=[a-z]{2})our(?=$|s|ed|ing|able|ite)"), "or"),
    (re.compile(r"(?<=[a-z]{2})tre(?=$|s)"), "ter"),
    (re.compile(r"(?<=[a-z]{3})ogue(?=$|s)"), "og"),
    (re.compile(r"(?<=[a-z]{3}[aeiou])ll(?=ed$|ing$|er$)"), "l"),
)


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a text; offsets are code points, end exclusive."""

    word: str
    stem: str
    start: int
    end: int

    @property
    def is_content(self) -> bool:
        """Whether the word carries meaning of its own."""
        return self.word not in STOP_WORDS


def terms_of(text: str) -> tuple[Term, ...]:
    """Split *text* into words; never fails, whatever the text."""
    found = []
    for match in _WORD.finditer(text):
        word = normalise(match.group())
        if word:
            found.append(Term(word, stem_of(word), match.start(), match.end()))
    return tuple(found)


def content_stems(text: str) -> frozenset[str]:
    """Return the stems of the words of *text* that carry meaning of their own."""
    return frozenset(term.stem for term in terms_of(text) if term.is_content)


def normalise(word: str) -> str:
    """Fold case, width, accents, the possessive and the dots of an abbreviation away."""
    folded = unicodedata.normalize("NFKD", word).casefold().replace("’", "'")
    folded = "".join(c for c in folded if not unicodedata.combining(c))
    folded = _POSSESSIVE.sub("", folded)
    return folded.replace(".", "")


@lru_cache(maxsize=65536)
def stem_of(word: str) -> str:
    """Return the Snowball English stem of a normalised word."""
    word = _IRREGULAR.get(word, word)
    for pattern, replacement in _VARIANTS:
        word = pattern.sub(replacement, word)
    stem: str = _stemmer().stemWord(word)
    return stem


@lru_cache(maxsize=1)
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")
