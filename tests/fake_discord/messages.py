"""Messages: as they are kept, as Discord completes what a bot sent, and whom they ping."""

import re
from dataclasses import dataclass, field, replace
from typing import Any

from tests.fake_discord.limits import (
    ACTION_ROW,
    COMPONENTS_V2,
    CONTAINER,
    EPHEMERAL,
    SECTION,
    SUPPRESS,
    TEXT_DISPLAY,
    message_problems,
    walk,
)
from tests.fake_discord.refusals import Json, empty_message, invalid_body
from tests.fake_discord.world import Channel, User, World

LOADING, HAS_THREAD = 1 << 7, 1 << 5
_SHOWN = ("content", "embeds", "components", "attachments")


@dataclass(slots=True, eq=False)
class Message:
    """A message; ``only_for`` is who alone sees it, ``pings`` whom it notified, by id, or "everyone"."""

    id: str
    channel: Channel
    author: User
    created: str
    content: str = ""
    embeds: list[Any] = field(default_factory=list)
    components: list[Any] = field(default_factory=list)
    attachments: list[Json] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    flags: int = 0
    type: int = 0
    edited: str | None = None
    edits: int = 0
    mentions: list[User] = field(default_factory=list)
    pings: set[str] = field(default_factory=set)
    reply_to: "Message | None" = None
    thread: Channel | None = None
    webhook_id: str | None = None
    metadata: Json | None = None
    only_for: User | None = None
    deleted: bool = False
    nonce: str | None = None

    @property
    def loading(self) -> bool:
        """Whether it still says that the bot is thinking."""
        return bool(self.flags & LOADING)

    def json(self, *, content_hidden: bool = False, depth: int = 1) -> Json:
        """Return Discord's message object; what is hidden from bots without the intent is left out."""
        found: Json = {
            "id": self.id,
            "type": self.type,
            "channel_id": self.channel.id,
            "author": self.author.json(),
            "content": "" if content_hidden else self.content,
            "embeds": [] if content_hidden else self.embeds,
            "components": [] if content_hidden else self.components,
            "attachments": [] if content_hidden else self.attachments,
            "flags": self.flags,
            "timestamp": self.created,
            "edited_timestamp": self.edited,
            "mentions": [user.json() for user in self.mentions],
            "mention_roles": [],
            "mention_everyone": "everyone" in self.pings,
            "pinned": False,
            "tts": False,
        }
        if self.webhook_id:
            found |= {"webhook_id": self.webhook_id, "application_id": self.webhook_id}
        if self.metadata:
            found["interaction_metadata"] = self.metadata
        if self.thread:
            found["thread"] = self.thread.json(self.author)
        if self.reply_to:
            reference = {"type": 0, "channel_id": self.channel.id, "message_id": self.reply_to.id}
            if self.channel.guild:
                reference["guild_id"] = self.channel.guild.id
            found["message_reference"] = reference
            if depth:
                gone = self.reply_to.deleted
                found["referenced_message"] = None if gone else self.reply_to.json(depth=depth - 1)
        return found

    def write(self, body: Json, files: dict[str, bytes], world: World) -> None:
        """Take over what a request sets, or nothing of it.

        Raises:
            Refusal: the message would break a rule.
        """
        after = replace(self, files=dict(self.files))
        flags = body.get("flags")
        if flags is not None:
            after.flags = self.flags | int(flags) & (SUPPRESS | COMPONENTS_V2 | EPHEMERAL)
        if "content" in body:
            after.content = body["content"] or ""
        if "embeds" in body:
            after.embeds = [{"type": "rich"} | embed for embed in body["embeds"] or []]
        if "components" in body:
            after.components = completed(body["components"] or [])
        if "attachments" in body or files:
            _attach(after, body.get("attachments"), files, world)
        problems = message_problems({name: getattr(after, name) for name in (*_SHOWN, "flags")})
        if problems:
            raise invalid_body(problems)
        if not any(getattr(after, name) for name in _SHOWN) and not body.get("poll"):
            raise empty_message()
        after.flags &= ~LOADING
        after.pings = pinged(after, body.get("allowed_mentions"), body, world)
        after.mentions = [world.users[one] for one in sorted(_users_named(after)) if one in world.users]
        for name in (*_SHOWN, "files", "flags", "pings", "mentions"):
            setattr(self, name, getattr(after, name))


def completed(components: list[Any]) -> list[Any]:
    """Return components as Discord gives them back: numbered, with the defaults filled in, nulls left out."""
    numbers = iter(range(1, 1000))

    def complete(component: Json) -> Json:
        found = {name: value for name, value in component.items() if value is not None}
        found["id"] = component.get("id") or next(numbers)
        kind = component.get("type")
        if kind == CONTAINER:
            found.setdefault("accent_color", None)
            found.setdefault("spoiler", False)
        elif kind == 14:
            found = {"spacing": 1, "divider": True} | found
        elif kind == 3:
            found = {"min_values": 1, "max_values": 1} | found
        if found.get("default_values"):
            found["default_values"] = [one | {"id": str(one["id"])} for one in found["default_values"]]
        if kind in {CONTAINER, ACTION_ROW, SECTION}:
            found["components"] = [complete(one) for one in component.get("components") or []]
        if component.get("accessory"):
            found["accessory"] = complete(component["accessory"])
        return found

    return [complete(one) for one in components]


def pinged(message: Message, allowed: Json | None, body: Json, world: World) -> set[str]:
    """Return whom the message notifies; without ``allowed_mentions`` Discord notifies all who are named."""
    named = _users_named(message)
    everyone = bool(re.search(r"@(everyone|here)\b", _text_of(message)))
    parse = {"users", "roles", "everyone"} if allowed is None else set(allowed.get("parse") or [])
    found = named if "users" in parse else named & {str(one) for one in (allowed or {}).get("users") or []}
    if everyone and "everyone" in parse:
        found = found | {"everyone"}
    replied = True if allowed is None else bool(allowed.get("replied_user"))
    if message.reply_to and replied and "message_reference" in body:
        found = found | {message.reply_to.author.id}
    return found - {message.author.id}


def _text_of(message: Message) -> str:
    """Return the text in which Discord looks for mentions: content and TextDisplays, not embeds."""
    shown = [one["content"] for one in walk(message.components) if one.get("type") == TEXT_DISPLAY]
    return "\n".join([message.content, *shown])


def _users_named(message: Message) -> set[str]:
    return set(re.findall(r"<@!?(\d+)>", _text_of(message)))


def _attach(message: Message, listed: list[Json] | None, files: dict[str, bytes], world: World) -> None:
    kept = {one["id"]: one for one in message.attachments}
    listed = [{"id": place} for place in range(len(files))] if listed is None else listed
    names = list(files)
    attachments, contents = [], {}
    for entry in listed:
        number = str(entry["id"])
        if number in kept:
            attachments.append(kept[number])
            contents[kept[number]["filename"]] = message.files[kept[number]["filename"]]
            continue
        name = entry.get("filename") or names[int(number)]
        data = files[names[int(number)]]
        made = world.ids.next()
        url = f"https://cdn.discordapp.com/attachments/{message.channel.id}/{made}/{name}"
        found = {"id": made, "filename": name, "size": len(data), "url": url, "proxy_url": url}
        attachments.append(found)
        contents[name] = data
    message.attachments, message.files = attachments, contents
