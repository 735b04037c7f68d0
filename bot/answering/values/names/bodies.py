"""Which bodies can be what a noun asks for: "which company" is no ministry, "which party" no airline."""

import re
from collections.abc import Mapping

from bot.answering.terms import stem_of

_WORD = re.compile(r"[^\W\d_]+")


def _stems(words: str) -> frozenset[str]:
    return frozenset(map(stem_of, words.split()))


# By what they are: the words in names that show it. Words that bodies of several kinds have ("group", "institute",
# "association", "bank", "council", "media", "network") show nothing.
_NAMED: Mapping[str, frozenset[str]] = {
    "business": frozenset(
        """inc incorporated ltd limited llc corp corporation company plc gmbh holdings aerospace airline airlines airways
        electronics energies ferries foods industries motors petroleum pharmaceuticals railways semiconductors
        systems technologies""".split()
    ),
    "state": frozenset(
        """administration agency bureau cabinet commission congress court department directorate embassy government
        kremlin legislature ministry parliament pentagon secretariat senate tribunal""".split()
    ),
    "forces": frozenset(
        """army battalion brigade command constabulary corps fleet force forces guard navy police regiment
        squadron""".split()
    ),
    "party": frozenset("party".split()),
    "school": frozenset("academy college school university".split()),
    "faith": frozenset("church mosque synagogue".split()),
}
_ASKED: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "business": (
        _stems("company firm business manufacturer maker retailer insurer airline shipyard"),
        frozenset({"state", "forces", "party", "school", "faith"}),
    ),
    "state": (
        _stems("agency ministry department embassy"),
        frozenset({"business", "party", "school", "faith"}),
    ),
    "party": (_stems("party"), frozenset({"business", "state", "forces", "school", "faith"})),
    "school": (
        _stems("university college school"),
        frozenset({"business", "state", "forces", "party", "faith"}),
    ),
}


def is_of_another_body(noun: str | None, words: str) -> bool:
    """Whether *words* name a body whose name shows it to be none of what *noun*, a stem, asks for."""
    if noun is None:
        return False
    named = {word.lower() for word in _WORD.findall(words)}
    kinds = {kind for kind, shown in _NAMED.items() if named & shown}
    return any(noun in nouns and kinds and kinds <= others for nouns, others in _ASKED.values())
