"""The commands that the bot registered, and what Discord's own client checks before it sends one.

Limits: docs "Application Commands": 100 slash commands, 15 menus of a kind, 8,000 characters a command.
"""

import re
from collections import Counter
from typing import Any

from tests.fake_discord.limits import Problem
from tests.fake_discord.refusals import Json, invalid_body
from tests.fake_discord.world import World

SLASH, USER_MENU, MESSAGE_MENU = 1, 2, 3
SUBCOMMAND, SUBCOMMAND_GROUP, STRING, INTEGER, BOOLEAN, ATTACHMENT = 1, 2, 3, 4, 5, 11
_NAME = re.compile(r"[-_'\w]{1,32}")
_MOST = {SLASH: 100, USER_MENU: 15, MESSAGE_MENU: 15}


class NotOffered(Exception):  # noqa: N818 - it is no error of the fake
    """Discord's client would not let a person do that."""


class Commands:
    """Commands by server, None for those that hold everywhere."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._lists: dict[str | None, list[Json]] = {}

    def of(self, guild: str | None) -> list[Json]:
        """Return the commands of one server, or the global ones."""
        return self._lists.get(guild, [])

    def replace(self, listed: list[Json], guild: str | None) -> list[Json]:
        """Set all commands at once, as the bulk route does.

        Raises:
            Refusal: one of them breaks a rule.
        """
        problems = _problems(listed)
        if problems:
            raise invalid_body(problems)
        before = {(one["type"], one["name"]): one["id"] for one in self.of(guild)}
        made = []
        for one in listed:
            command = _without_nulls(one)
            kind = command.setdefault("type", SLASH)
            permission = command.get("default_member_permissions")
            made.append(
                command
                | {
                    "id": before.get((kind, one["name"])) or self._world.ids.next(),
                    "application_id": self._world.application_id,
                    "version": self._world.ids.next(),
                    "description": command.get("description", ""),
                    "default_member_permissions": None if permission is None else str(permission),
                }
                | ({"guild_id": guild} if guild else {})
            )
        self._lists[guild] = made
        return made

    def find(self, name: str, kind: int, guild: str | None, permissions: int) -> Json:
        """Return the command that a person picks by its first word, or a menu by its whole name.

        Raises:
            NotOffered: there is none there, or not for this person.
        """
        offered = [one for one in [*self.of(guild), *self.of(None)] if one["type"] == kind]
        for command in offered:
            if command["name"] == name:
                break
        else:
            names = ", ".join(one["name"] for one in offered)
            raise NotOffered(f"There is no {name!r} among {names or 'no commands at all'}.")
        contexts = command.get("contexts")
        if contexts is not None and (0 if guild else 1) not in contexts:
            raise NotOffered(f"{name!r} is not offered {'in servers' if guild else 'in direct messages'}.")
        needed = int(command.get("default_member_permissions") or 0)
        if guild and needed & ~permissions:
            raise NotOffered(f"{name!r} needs permissions {needed}.")
        return command


def options_for(command: Json, path: list[str], given: dict[str, Any], *, checked: bool) -> list[Json]:
    """Return the ``options`` of an interaction, as Discord's client builds and checks them.

    Raises:
        NotOffered: the client would not send that.
    """
    options = command.get("options") or []
    if path:
        step = next(
            (one for one in options if one["name"] == path[0] and one["type"] <= SUBCOMMAND_GROUP), None
        )
        if step is None:
            raise NotOffered(f"{command['name']!r} has no {path[0]!r}.")
        inner = options_for(step, path[1:], given, checked=checked)
        return [{"type": step["type"], "name": step["name"], "options": inner}]
    known = {one["name"]: one for one in options}
    if unknown := set(given) - set(known):
        raise NotOffered(f"{command['name']!r} has no option {', '.join(sorted(unknown))}.")
    for option in options:
        if checked:
            _check(option, given.get(option["name"]))
    return [
        {"type": known[name]["type"], "name": name, "value": value}
        for name, value in given.items()
        if value is not None
    ]


def _check(option: Json, value: Any) -> None:
    name = option["name"]
    if value is None:
        if option.get("required"):
            raise NotOffered(f"{name} is required.")
        return
    fitting = {STRING: str, INTEGER: int, BOOLEAN: bool}.get(option["type"])
    if fitting and not isinstance(value, fitting):
        raise NotOffered(f"{name} takes a {fitting.__name__}.")
    if isinstance(value, str):
        least, most = option.get("min_length") or 0, option.get("max_length") or 6000
        if not least <= len(value) <= most:
            raise NotOffered(f"{name} takes {least} to {most} characters.")
    choices = [one["value"] for one in option.get("choices") or []]
    if choices and value not in choices:
        raise NotOffered(f"{name} is one of {choices}.")


def _problems(listed: list[Json]) -> list[Problem]:
    found: list[Problem] = []
    names = Counter((one.get("type") or SLASH, one["name"]) for one in listed)
    kinds = Counter(one.get("type") or SLASH for one in listed)
    for place, one in enumerate(listed):
        kind, name = one.get("type") or SLASH, one["name"]
        if kind == SLASH and not (_NAME.fullmatch(name) and name == name.lower()):
            found.append((f"{place}.name", "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid"))
        if names[kind, name] > 1:
            sentence = "Application command names must be unique"
            found.append((f"{place}.name", "APPLICATION_COMMANDS_DUPLICATE_NAME", sentence))
        if kinds[kind] > _MOST.get(kind, 0):
            sentence = "Maximum number of application commands reached"
            found.append((f"{place}", "APPLICATION_COMMAND_TOO_MANY", sentence))
        if _length(one) > 8000:
            sentence = "Command exceeds maximum size (8000)"
            found.append((f"{place}", "APPLICATION_COMMAND_TOO_LARGE", sentence))
        options = [option["name"] for option in one.get("options") or []]
        if len(set(options)) < len(options):
            sentence = "Option names must be unique"
            found.append((f"{place}.options", "APPLICATION_COMMAND_OPTIONS_NAME_INVALID", sentence))
        required = [bool(option.get("required")) for option in one.get("options") or []]
        if required != sorted(required, reverse=True):
            sentence = "Required options must be placed before non-required options"
            found.append((f"{place}.options", "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", sentence))
    return found


def _length(thing: Json) -> int:
    """Count what Discord counts: names, descriptions and values, in the longest language of each."""
    total = 0
    for name in ("name", "description"):
        spoken = [thing.get(name) or "", *(thing.get(f"{name}_localizations") or {}).values()]
        total += max(len(one) for one in spoken)
    for choice in thing.get("choices") or []:
        total += _length(choice) + len(str(choice["value"]))
    return total + sum(_length(option) for option in thing.get("options") or [])


def _without_nulls(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_nulls(one) for name, one in value.items() if one is not None}
    return [_without_nulls(one) for one in value] if isinstance(value, list) else value
