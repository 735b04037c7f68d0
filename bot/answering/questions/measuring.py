"""Which measure a question asks for: how tall somebody is, no count tells, nor how long a bridge is, any years."""

import re

from bot.answering.values.kinds import Kind
from bot.answering.values.quantities.units import MEASURE_UNITS, MEASURES

_OF_IT = r"\b(?:what|which)\b(?: (?!of\b|by\b)[\w.'’-]+){0,7}?"
_DIMENSIONS = {
    "length": (
        r"\bhow (?:tall|wide|thick|broad|high|deep|far|close|near)\b|"
        r"\bhow much (?:further|farther|taller|wider|deeper|higher)\b|"
        rf"{_OF_IT} (?:height|width|depth|altitude|thickness|breadth|distance|diameter)\b"
    ),
    "mass": rf"\bhow (?:heavy|much heavier)\b|\bhow much .+ weighs?\b|{_OF_IT} weight\b",
    "speed": rf"\bhow fast\b|{_OF_IT} speed\b",
    "temperature": rf"\bhow (?:hot|cold|warm)\b|{_OF_IT} temperature\b",
    "area": r"\b(?:what|which) (?:is|was) the (?:\w+ )?area of\b",
}
# What is weighed or measured, where it is not worth more than it weighs: no price says how much of it there is.
_SUBSTANCE = re.compile(
    r"\bhow much (?:(?:more|less|of the|extra|fresh|crude|raw|drinking|heavy|toxic|natural) )?"
    r"(?:water|oil|gas|fuel|petrol|gasoline|diesel|coal|copper|iron|steel|lithium|uranium|ore|cement|concrete|sand|gravel|salt|"
    r"sugar|flour|rice|wheat|grain|maize|food|meat|fish|milk|beer|wine|rain|rainfall|snow|ice|mud|debris|rubble|ash|lava|"
    r"waste|rubbish|sewage|plastic|carbon|CO2|smoke|electricity|power|land|forest|timber|wood|cargo|freight|fertili[sz]er|"
    r"ammunition|explosives?|dynamite|ammonium nitrate|weight|space|room|alcohol)\b"
    r"(?! (?:damage|money|bill|compan\w+|aid|relief|tax|price|cost)|.* (?:worth|cost)\b)",
    re.IGNORECASE,
)
_ASKED = {name: re.compile(wording, re.IGNORECASE) for name, wording in _DIMENSIONS.items()}
_COUNTED = re.compile(
    rf"\bhow many (?P<unit>{'|'.join(sorted(map(re.escape, MEASURE_UNITS), key=len, reverse=True))})(?!\w)",
    re.IGNORECASE,
)
# "How high is the toll?": a figure, which is high without being long.
_FIGURES = re.compile(
    r"\b(?:tolls?|numbers?|turnouts?|costs?|prices?|figures?|deaths?|casualt\w+|scores?|counts?|\w*rates?|inflation|debts?|"
    r"taxes|tax|fines?|tariffs?|deficits?|budgets?|bills?|rents?|wages?|salar\w+|unemployment|margins?|majorit\w+|lead|"
    r"support|share|odds|risks?|demand|ratings?|profits?|losses|rank\w*|votes?|polls?|chances?)\b",
    re.IGNORECASE,
)
_HIGH = re.compile(r"\bhow (?:high|deep|far|much higher)\b", re.IGNORECASE)
# "How long is the …", with nothing that lasts or takes: of these it asks for what a tape would measure.
_LONG = re.compile(
    r"\bhow long (?:is|was|are|were|will be)\b|\bwhat (?:is|was|are|were|'s) (?:[\w.'’-]+ ){0,5}?length\b",
    re.IGNORECASE,
)
_EXTENDED = re.compile(
    r"\b(?:bridges?|tunnels?|roads?|motorways?|railways?|rivers?|runways?|walls?|fences?|pipelines?|pipes?|cables?|canals?|"
    r"ships?|boats?|ferr(?:y|ies)|vessels?|yachts?|trucks?|lorr(?:y|ies)|planes?|aircraft|trains?|rockets?|missiles?|cars?|"
    r"whales?|sharks?|snakes?|tracks?|queues?|"
    r"beach(?:es)?|coast\w*|borders?|trenches|trench|ropes?|hulls?|wings?|"
    r"barriers?|stretch(?:es)?|sections?|piers?|dams?|dykes?|convoys?|cracks?|spans?|trails?)\b"
    r"(?! (?:take|last|delay|trip|crossing|ride|journey|"
    r"closure|closed|ban|strike|shut|expected|inquiry|project|works?|talks?))",
    re.IGNORECASE,
)
_FURTHER = re.compile(r" (?:of|by|on|in|at|from|to|that|which) ")  # the film of "The Salt Ferry" is no ferry
_LASTS = re.compile(
    r"\bhow long (?:is|was|are|were) .*\b(?:\w+ed|\w+ing|out|off|down|going to|due to|set to|shut|open|away)\W*$|"
    r"\b(?:expected|going|due|set|planned|likely|supposed|allowed|held|closed|shut|kept|stuck|missing)\b",
    re.IGNORECASE,
)


def measured(text: str, kinds: tuple[Kind, ...]) -> tuple[tuple[Kind, ...], str | None]:
    """Return the kinds of value that answer *text*, which was found to ask for *kinds*, and what its numbers measure.

    That is a dimension of `MEASURES`, None where any number may answer.
    """
    counted = _COUNTED.search(text)
    if counted and Kind.NUMBER in kinds:
        return (Kind.NUMBER,), MEASURES[MEASURE_UNITS[counted["unit"].lower()]].dimension
    if _SUBSTANCE.search(text):
        return tuple(kind for kind in kinds if kind is not Kind.MONEY), None
    if _LONG.search(text) and not _LASTS.search(text):
        is_extended = _EXTENDED.search(_FURTHER.split(text)[0])
        return ((Kind.NUMBER,) if is_extended else (Kind.DURATION, Kind.NUMBER)), "length"
    for name, wording in _ASKED.items():
        if wording.search(text) and not _FIGURES.search(text):
            others = tuple(kind for kind in kinds if kind is not Kind.NUMBER) if _HIGH.search(text) else ()
            return (Kind.NUMBER, *others), name
    return kinds, None


def has_dimension(unit: str | None, dimension: str) -> bool:
    """Whether a number with *unit*, None for a bare one, is of *dimension*."""
    measure = MEASURES.get(unit) if unit else None
    if measure is None:
        return False
    return measure.dimension == dimension or (measure.dimension, dimension) == ("degrees", "temperature")
