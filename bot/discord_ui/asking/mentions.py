"""Questions in messages: where the bot is mentioned, and in direct messages to it."""

import logging
import re
from collections.abc import Mapping
from contextlib import suppress

import discord

from bot.citation_log.events import ServerSettings
from bot.desk.access import Way
from bot.desk.standing import answers_in
from bot.discord_ui.cards.notices import notice_card
from bot.discord_ui.demands import is_moderator, settings_in
from bot.discord_ui.parts import Parts
from bot.discord_ui.places import places_of, server_of, takes_threads, told_where
from bot.discord_ui.questions.asked import Asked
from bot.discord_ui.questions.replies import MessageReply, NotShownError
from bot.discord_ui.words.choosing import words_in
from bot.discord_ui.words.language import language_of
from bot.errors import LogUnavailableError

_log = logging.getLogger(__name__)
_LINE_LASTS = 20.0  # seconds; long enough to read it and go where it says
_USER = re.compile(r"<@!?(\d+)>")
_OTHER = re.compile(r"<(?:@&|#)\d+>|<a?:\w+:\d+>")  # roles, channels, emoji of a server


def question_in(content: str, me: int, names: Mapping[int, str], *, direct: bool) -> str | None:
    """Return what a message asks *me*, None if it does not: in a server only what mentions me does.

    A reply that pings without naming me is talk about an answer, not a question. Others who are mentioned are
    called by their *names*.
    """
    mentioned = any(int(match[1]) == me for match in _USER.finditer(content))
    if not mentioned and not direct:
        return None
    named = _USER.sub(lambda match: "" if int(match[1]) == me else names.get(int(match[1]), ""), content)
    return " ".join(_OTHER.sub("", named).split())


async def answer_message(message: discord.Message, me: discord.ClientUser, parts: Parts) -> None:
    """Answer *message* if it asks something; nothing that another bot, a webhook or Discord itself wrote does."""
    if message.author.bot or message.webhook_id or message.is_system():
        return
    names = {user.id: user.display_name for user in message.mentions}
    question = question_in(message.content, me.id, names, direct=message.guild is None)
    if question is None or not _may_answer(message):
        return
    try:
        settings = await settings_in(parts, server_of(message))
        exempt = await is_moderator(message, parts)
    except LogUnavailableError as error:
        _log.warning("a mention cannot be answered: %s", error.user_message)
        settings, exempt = ServerSettings(), False  # asking fails alike, and says so
    author, guild = message.author, message.guild
    way = Way.DIRECT_MESSAGE if guild is None else Way.MENTION
    asked = Asked(
        question,
        author.id,
        way,
        server_of(message),
        str(message.channel.id),
        language_of(guild.preferred_locale if guild else None),
        exempt=exempt,
        thread=takes_threads(message.channel, _own_permissions(message), way),
    )
    refusal = parts.bounds.refusal(asked)
    if not answers_in(settings, places_of(message.channel)):
        parts.measures.refused(way)
        # Whoever asks learns where to; the channel, which is for something else, is soon as it was.
        if refusal is None:
            line = told_where(settings, words_in(asked.language))
            with suppress(NotShownError):
                await MessageReply(message, lasting=_LINE_LASTS).show(notice_card(line))
        return
    if refusal is None:
        reply = MessageReply(message)
        with parts.asker.owing(asked, reply) as debt:
            await parts.asker.answer(asked, reply, debt)
        return
    parts.measures.refused(way)
    if not refusal.again:  # in a channel, saying it every time would double a flood
        with suppress(NotShownError):
            await MessageReply(message).show(notice_card(refusal.said))


def _may_answer(message: discord.Message) -> bool:
    """Whether the bot may write where it was asked; where that is not known, trying tells."""
    may = _own_permissions(message)
    if isinstance(message.channel, discord.Thread):
        return may.send_messages_in_threads
    return may.send_messages


def _own_permissions(message: discord.Message) -> discord.Permissions:
    channel = message.channel
    known = isinstance(channel, discord.abc.GuildChannel) or (
        isinstance(channel, discord.Thread) and channel.parent is not None
    )
    if message.guild is None or not known:
        return discord.Permissions.all()
    return channel.permissions_for(message.guild.me)
