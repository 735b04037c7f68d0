"""What the words around a capitalised run tell of it, where none of its own words does."""

import re
from collections.abc import Sequence

from bot.answering.values.kinds import Kind
from bot.answering.values.names.gazetteer import DEMONYMS, STATE_SHORT, known_place
from bot.answering.values.names.name_words import (
    GIVEN_VERBS,
    ORGANISATIONS,
    PARTICLES,
    PLACES,
    SPEAKING_VERBS,
    THINGS,
)
from bot.answering.values.names.runs import CONNECTORS, Run, Word

# A kind, and whether more than the place in the sentence tells it.
Guess = tuple[Kind | None, bool]

_NOTHING: Guess = (None, False)
_IN = re.compile(
    r"(?:^|[\s(])(?:in|near|across|throughout|outside|inside|around|off|toward|towards|into)[ ](?:the[ ])?$",
    re.IGNORECASE,
)
_MOTION = re.compile(
    r"(?:travel\w*|go|goes|going|went|gone|head\w*|fly|flies|flew|flight|flown|proceed\w*|return\w*|mov\w+|trip"
    r"|trips|visit\w*|journey|arriv\w+|depart\w*|sail\w*|drove|drive|drives|sent|bound|came|comes|coming|back|fled"
    r"|flee\w*|miles|km|ferry|train|bus|crossing|transfer\w*|taken|took|brought|driven|airlifted|rushed|evacuated|relocat\w*"
    r"|transport\w*|shipped|deported|extradited|marched|walked|rode|diverted|towed)"
    r"(?:[ ][a-z]{1,10}){0,2}[ ](?:to|from|at)[ ](?:the[ ])?$",
    re.IGNORECASE,
)
_STANDS = re.compile(
    r"(?:visit|visits|visited|visiting|leave|leaves|leaving|reach|reached|reaching|at)[ ]$", re.IGNORECASE
)
_SITE_OF = re.compile(
    r"(?<!\w)(?:region|city|town|village|hamlet|state|district|province|island|port|county|municipality|suburb|borough"
    r"|neighbou?rhood|prefecture|resort|valley|peninsula|territory|republic|country|kingdom|capital)[ ]of[ ]$",
    re.IGNORECASE,
)
_FROM = re.compile(r"(?:^|\W)from[ ]$", re.IGNORECASE)
_FROM_A_TO = re.compile(r"(?:^|\W)from[ ](?:[A-Z][\w-]*[ ]){1,3}to[ ]$")
_TO = re.compile(r"[ ]to[ ][A-Z]")
_THE = re.compile(r"(?:^|\W)the[ \u00a0][*_“\"‘']{0,2}$", re.IGNORECASE)
_REGION = re.compile(r",[ ](?P<region>(?:[^\W\d_][\w.’'-]*[ ]?){1,3})")
_INSIDE = re.compile(r"[ ](?:in|on)[ ](?:the[ ])?(?P<region>(?:[A-Z][\w.’'-]*[ ]?){1,3})")
_NEXT = re.compile(r"[ ](?P<word>[a-z]+)")
_HEADS_DATELINE = re.compile(r",[ ]|[ ][(\u2013\u2014-]")
_ACRONYM = re.compile(r"(?:[A-Z][A-Z0-9]{1,6}|(?:[A-Z]\.){2,6})")
_SITE = re.compile(r"[A-Z][\w-]*\.[A-Za-z]{2,}")
# Endings of common nouns that open a sentence; before "said" and the like a final "s" alone may be a surname's.
_COMMON = re.compile(r"(?:s|out|[ts]ion|ment|ness|ity|ing|ism|ance|ence|ship|ure|age)$")
_COMMON_PEOPLE = re.compile(r"(?:ers|ors|ists|ians|ants|ents|ials|men|ees|ives|ngs|ies|les|ons)$")
# A ship, a weapon, a storm, a work: named like a person, and none.
_THING_BEFORE = re.compile(
    r"(?<!\w)(?:ships?|vessels?|ferr(?:y|ies)|tankers?|freighters?|yachts?|boats?|submarines?|destroyers?|carriers?|cruisers?"
    r"|frigates?|trawlers?|liners?|missiles?|rockets?|drones?|jets?|aircraft|helicopters?|satellites?|spacecraft|probe|rover"
    r"|storms?|hurricanes?|typhoons?|cyclones?|films?|movies?|series|sitcom|dramas?|comedy|comedies|shows?|novels?|books?"
    r"|memoirs?|songs?|singles?|albums?|plays?|musicals?|operas?|magazines?|newspapers?|dail(?:y|ies)|games?|apps?"
    r"|smartphones?|brands?|models?|bands?|racehorses?|horses?|operations?|codenamed|code-named|USS|HMS|HMAS|USNS|RMS"
    r"|MV|SS|MT|INS|JS|RV)[ ][*_“\"‘'`]{0,2}$"
)
_THING_AFTER = re.compile(
    r"[*_”\"’'`]{0,2}[ ](?:ship|vessel|ferry|tanker|class|missiles?|rockets?|drones?|tanks?|jets?|helicopters?|smartphones?"
    r"|magazine|newspaper|album|series|franchise|brand)(?!\w)"
)
_PEOPLES = re.compile(r"(?:ians|eans|isms?)$")
_LONGEST_PERSON = 5  # words, particles included
_REACH = 60  # characters before a run


def guess_kind(run: Run, words: Sequence[Word], surnames: frozenset[str]) -> Guess:
    """Return what *words* of *run* most likely name; no kind if that is anybody's guess."""
    text = run.text[words[0].start : words[-1].end]
    if words[0].start == 0 and text.isupper() and _HEADS_DATELINE.match(run.text, words[-1].end):
        return Kind.PLACE, False
    if run.text[words[0].start - 1 : words[0].start] == "(" and run.text[words[-1].end :][:1] == ")":
        return Kind.ORGANISATION, False  # an agency after a dateline, a party after a candidate
    is_acronym = _ACRONYM.fullmatch(text) is not None
    if len(words) == 1 and (is_acronym or _SITE.fullmatch(text)):
        return Kind.ORGANISATION, is_acronym
    if text.isupper() or _is_people(words[-1].text.lower()):
        return _NOTHING
    before = run.text[max(0, words[0].start - _REACH) : words[0].start]
    if region_stated(run, words, after_comma_only=True) or _is_where(run, words, before):
        return Kind.PLACE, False
    return _person(run, words, surnames, before)


def region_stated(run: Run, words: Sequence[Word], *, after_comma_only: bool = False) -> str | None:
    """Return the region of the table that follows: "Honolulu, Hawaii", "Honolulu in Hawaii"."""
    if words[-1] is not run.words[-1]:
        return None
    end = words[-1].end
    match = _REGION.match(run.text, end) or (None if after_comma_only else _INSIDE.match(run.text, end))
    parts = match["region"].split() if match else []
    for length in range(len(parts), 0, -1):
        name = " ".join(parts[:length])
        place = STATE_SHORT.get(name) or known_place(name.rstrip(".")) or known_place(name)
        if place:
            return place
    return None


def _is_where(run: Run, words: Sequence[Word], before: str) -> bool:
    if _IN.search(before) or _SITE_OF.search(before):
        return True
    if words[0] is not run.words[0]:
        return False
    if _FROM.search(before) and _TO.match(run.text, words[-1].end):
        return True
    return any(shape.search(before) for shape in (_MOTION, _STANDS, _FROM_A_TO))


def _person(run: Run, words: Sequence[Word], surnames: frozenset[str], before: str) -> Guess:
    has_connector = any(word.text in CONNECTORS - PARTICLES for word in words)
    if (
        len(words) > _LONGEST_PERSON
        or has_connector
        or _THE.search(before)
        or _is_no_person(run, words, before)
    ):
        return _NOTHING
    verb = _NEXT.match(run.text, words[-1].end)
    acts = verb is not None and verb["word"] in GIVEN_VERBS
    is_known = words[0].text in surnames
    opens = len(words) == 1 and run.opens and words[0] is run.words[0]
    if opens and not is_known and not (acts and _is_uncommon(words[0], verb)):
        return _NOTHING
    return Kind.PERSON, acts or is_known


def _is_people(word: str) -> bool:
    """Tell whether a word names a people, a faith or a movement: "Iranians", "Latinos", "Thatcherism"."""
    return _PEOPLES.search(word) is not None or word.removesuffix("s") in DEMONYMS


def _is_no_person(run: Run, words: Sequence[Word], before: str) -> bool:
    if len(words) == 1 and words[0].text.lower() in ORGANISATIONS | PLACES | THINGS:
        return True
    return bool(_THING_BEFORE.search(before) or _THING_AFTER.match(run.text, words[-1].end))


def _is_uncommon(word: Word, verb: re.Match[str] | None) -> bool:
    """Tell whether a word that opens a sentence looks like a surname, not like a plural or an abstract noun."""
    speaks = verb is not None and verb["word"] in SPEAKING_VERBS
    return (_COMMON_PEOPLE if speaks else _COMMON).search(word.text) is None
