"""All messages there are, and the events that tell the bot of them."""

from tests.fake_discord.gateway import (
    DIRECT_MESSAGES,
    GUILD_MESSAGES,
    GUILDS,
    MESSAGE_CONTENT,
    Gateway,
)
from tests.fake_discord.messages import HAS_THREAD, Message
from tests.fake_discord.refusals import Json, thread_exists, unknown, wrong_channel_type
from tests.fake_discord.waiting import Changes
from tests.fake_discord.world import TEXT, Channel, User, World


class Conversation:
    """Keeps messages in order; ``changes`` wakes whoever waits for one."""

    def __init__(self, world: World, gateway: Gateway, changes: Changes) -> None:
        self._world = world
        self._gateway = gateway
        self._changes = changes
        self.messages: dict[str, Message] = {}

    def draft(self, channel: Channel, author: User) -> Message:
        """Return an empty message that nobody sees yet."""
        return Message(self._world.ids.next(), channel, author, self._world.clock.stamp())

    def post(self, message: Message) -> None:
        """Show a message, and tell the bot unless it is for one person alone."""
        self.messages[message.id] = message
        self._tell("MESSAGE_CREATE", message)

    def edited(self, message: Message) -> None:
        """Tell the bot that a message changed."""
        message.edited = self._world.clock.stamp()
        message.edits += 1
        self._tell("MESSAGE_UPDATE", message)

    def delete(self, message: Message) -> None:
        """Take a message away."""
        message.deleted = True
        gone: Json = {"id": message.id, "channel_id": message.channel.id}
        guild = message.channel.guild
        if guild:
            gone["guild_id"] = guild.id
        if message.only_for is None:
            self._dispatch("MESSAGE_DELETE", gone, message.channel)

    def posted_as(self, channel: Channel, nonce: str) -> Message | None:
        """Return the message that the bot posted in a channel under a *nonce*, so as to post it once."""
        own = (
            one for one in self.messages.values() if one.author is self._world.bot and one.channel is channel
        )
        return next((one for one in own if one.nonce == nonce), None)

    def deny(self, channel: Channel, permissions: int) -> None:
        """Take permissions in a channel from the bot, and tell it."""
        channel.denied = permissions
        assert channel.guild is not None
        changed = channel.json(self._world.bot)
        self._gateway.dispatch("CHANNEL_UPDATE", changed, intent=GUILDS, guild=channel.guild.id)

    def find(self, channel_id: str, message_id: str) -> Message:
        """Return a message that all can see.

        Raises:
            Refusal: there is none, or not any more.
        """
        found = self.messages.get(message_id)
        if found is None or found.deleted or found.channel.id != channel_id or found.only_for:
            raise unknown("Message")
        return found

    def open_thread(self, parent: Channel, name: str, owner: User, on: Message | None = None) -> Channel:
        """Open a thread, on a message or by itself.

        Raises:
            Refusal: there is one already, or there can be none.
        """
        if parent.type != TEXT or parent.guild is None:
            raise wrong_channel_type()
        if on is not None and on.thread is not None:
            raise thread_exists()
        thread = self._world.add_thread(parent, name, owner, on.id if on else None)
        created = thread.json(self._world.bot) | {"newly_created": True}
        self._gateway.dispatch("THREAD_CREATE", created, intent=GUILDS, guild=parent.guild.id)
        if on is not None:
            on.thread = thread
            on.flags |= HAS_THREAD
            self._tell("MESSAGE_UPDATE", on)
        return thread

    def seen_by_bot(self, message: Message) -> Json:
        """Return a message as the bot gets it: without its words, where it may not read them.

        Without the message-content intent a bot reads its own messages, those that mention it, and direct ones
        (docs "Gateway", "Message Content Intent").
        """
        bot = self._world.bot
        own = message.author is bot or bot in message.mentions or message.channel.guild is None
        return message.json(content_hidden=not own and not self._gateway.privileged & MESSAGE_CONTENT)

    def _tell(self, name: str, message: Message) -> None:
        self._changes.happened()
        if message.only_for is not None:
            return
        event = self.seen_by_bot(message)
        guild = message.channel.guild
        if guild:
            event |= {"guild_id": guild.id, "member": guild.member_json(message.author)}
            for named in event["mentions"]:
                named["member"] = guild.member_json(self._world.users[named["id"]])
        event["channel_type"] = message.channel.type
        self._dispatch(name, event, message.channel)

    def _dispatch(self, name: str, data: Json, channel: Channel) -> None:
        guild = channel.guild
        intent = GUILD_MESSAGES if guild else DIRECT_MESSAGES
        self._gateway.dispatch(name, data, intent=intent, guild=guild.id if guild else None)
