"""What somebody is in a server, and what that lets them do: decided from what Discord says of them. Pure."""

from collections.abc import Set
from dataclasses import dataclass
from enum import StrEnum

from bot.citation_log.events import ServerSettings


class Standing(StrEnum):
    """What somebody is in one server. Whoever manages it is all of these."""

    MEMBER = "member"
    MODERATOR = "moderator"
    EDITOR = "editor"
    MANAGER = "manager"


@dataclass(frozen=True, slots=True)
class Acting:
    """Who acts where, as Discord says it at that moment; ``server`` is None in a direct message."""

    server: str | None
    roles: frozenset[str] = frozenset()
    manages_server: bool = False
    manages_messages: bool = False


@dataclass(frozen=True, slots=True)
class Needed:
    """Who may do something: whoever is one of ``standings``; with ``corpus``, only where articles are edited."""

    standings: frozenset[Standing]
    corpus: bool = False


class Refused(StrEnum):
    """Why somebody may not."""

    NO_SERVER = "no_server"  # it is done in a server, not in a direct message
    NO_CORPUS = "no_corpus"  # articles are edited from other servers
    STANDING = "standing"


def standings_of(acting: Acting, settings: ServerSettings) -> frozenset[Standing]:
    """Return what somebody is in the server where they act.

    As long as no role is named for moderators, whoever may delete others' messages moderates; editors are
    only those whose role is named.
    """
    if acting.server is None:
        return frozenset({Standing.MEMBER})
    if acting.manages_server:
        return frozenset(Standing)
    found = {Standing.MEMBER}
    if acting.roles & set(settings.moderators) or (not settings.moderators and acting.manages_messages):
        found.add(Standing.MODERATOR)
    if acting.roles & set(settings.editors):
        found.add(Standing.EDITOR)
    return frozenset(found)


def refusal(
    needed: Needed, acting: Acting, settings: ServerSettings, corpus_servers: Set[str]
) -> Refused | None:
    """Say why somebody may not do what needs *needed*; None if they may.

    *settings* are those of the server where they act, *corpus_servers* those that the operator named.
    """
    if Standing.MEMBER in needed.standings and not needed.corpus:
        return None
    if acting.server is None:
        return Refused.NO_SERVER
    if not needed.standings & standings_of(acting, settings):
        return Refused.STANDING
    if needed.corpus and acting.server not in corpus_servers:
        return Refused.NO_CORPUS
    return None


def answers_in(settings: ServerSettings, places: Set[str]) -> bool:
    """Whether questions are answered in a channel; *places* are its id and those of what it lies in."""
    return not settings.channels or bool(places & set(settings.channels))
