"""The forms of English verbs and nouns, for putting one word in the place of another.

Own rules and not lemminflect: loading its dictionary takes 0.4 s, a quarter of a cold answer, for words that are all known
beforehand.
"""

import re
from collections.abc import Mapping
from functools import cache

# Base, past and participle.
IRREGULAR_VERBS = {
    line.split()[0]: (line.split()[1], line.split()[-1])
    for line in """
    be was been
    become became become
    begin began begun
    blow blew blown
    break broke broken
    bring brought
    build built
    buy bought
    cast cast
    catch caught
    choose chose chosen
    come came come
    cut cut
    do did done
    draw drew drawn
    drive drove driven
    fall fell fallen
    fight fought
    find found
    flee fled
    fly flew flown
    forbid forbade forbidden
    get got
    give gave given
    go went gone
    grow grew grown
    hear heard
    hide hid hidden
    hit hit
    hold held
    hurt hurt
    keep kept
    lead led
    leave left
    let let
    lose lost
    make made
    meet met
    pay paid
    put put
    quit quit
    rise rose risen
    run ran run
    say said
    see saw seen
    seek sought
    sell sold
    send sent
    set set
    shoot shot
    show showed shown
    shut shut
    sink sank sunk
    sit sat
    speak spoke spoken
    spend spent
    stand stood
    steal stole stolen
    strike struck
    swear swore sworn
    take took taken
    tell told
    throw threw thrown
    turn turned
    win won
    withdraw withdrew withdrawn
    write wrote written
    """.strip().splitlines()
}
_DOUBLED = re.compile(
    r"(?:stop|plan|slip|drop|ban|bar|scrap|rob|pop|wrap|expel|propel|compel|permit|admit|submit|commit|control|cancel|travel|"
    r"begin|cut|forbid|get|hit|let|put|quit|run|set|shut|sit|win)"
)
_NOUNS = {"man": "men", "woman": "women", "child": "children", "wife": "wives", "person": "people"} | {
    word: word for word in "aircraft media military people police press staff troops".split()
}
_HISSING = re.compile(r".*(?:s|x|z|ch|sh)")
_AFTER_CONSONANT = re.compile(r".*[^aeiou]y")


@cache
def verb_forms(verb: str) -> Mapping[str, str]:
    """Return the forms of *verb* by their tags in the Penn Treebank: VB, VBZ, VBG, VBD, VBN."""
    stem = verb + verb[-1] if _DOUBLED.fullmatch(verb) else verb
    if verb in IRREGULAR_VERBS:
        past, participle = IRREGULAR_VERBS[verb]
    else:
        past = participle = (
            f"{verb}d"
            if verb.endswith("e")
            else f"{verb[:-1]}ied"
            if _AFTER_CONSONANT.fullmatch(verb)
            else f"{stem}ed"
        )
    third = f"{verb}es" if verb in {"go", "do"} else _with_s(verb)
    going = f"{verb[:-1]}ing" if re.fullmatch(r".*[^eoy]e", verb) and len(verb) > 2 else f"{stem}ing"
    return {"VB": verb, "VBZ": third, "VBG": going, "VBD": past, "VBN": participle}


@cache
def noun_forms(noun: str) -> Mapping[str, str]:
    """Return the forms of *noun* by their tags in the Penn Treebank: NN, NNS."""
    return {"NN": noun, "NNS": _NOUNS.get(noun) or _with_s(noun)}


def _with_s(word: str) -> str:
    if _HISSING.fullmatch(word):
        return f"{word}es"
    return f"{word[:-1]}ies" if _AFTER_CONSONANT.fullmatch(word) else f"{word}s"
