"""Who and what there is: people, one or more servers, channels, threads and direct messages."""

from dataclasses import dataclass, field, replace

from tests.fake_discord.clock import Clock, Snowflakes
from tests.fake_discord.refusals import Json, unknown

TEXT, DIRECT, PUBLIC_THREAD, PRIVATE_THREAD = 0, 1, 11, 12  # channel types
EVERYTHING = (1 << 53) - 1  # all permissions
ADMINISTRATOR = 1 << 3
VIEW, SEND, MANAGE_MESSAGES, EMBED, ATTACH, HISTORY = (1 << bit for bit in (10, 11, 13, 14, 15, 16))
CREATE_THREADS, SEND_IN_THREADS = 1 << 35, 1 << 38
MEMBER = VIEW | SEND | EMBED | ATTACH | HISTORY | CREATE_THREADS | SEND_IN_THREADS | 1 << 31


@dataclass(slots=True)
class User:
    """An account; ``locale`` is the language of its client."""

    id: str
    name: str
    bot: bool = False
    locale: str = "en-GB"
    permissions: int = MEMBER
    roles: set[str] = field(default_factory=set)  # ids, of whichever server
    takes_messages: bool = True  # direct ones, from those who share a server

    def json(self) -> Json:
        """Return it as Discord's user object."""
        return {
            "id": self.id,
            "username": self.name,
            "global_name": None if self.bot else self.name.capitalize(),
            "discriminator": "0",
            "avatar": None,
            "public_flags": 0,
            "flags": 0,
            "primary_guild": None,
            "bot": self.bot,
        }


@dataclass(slots=True)
class Channel:
    """A place for messages; ``denied`` are permissions that the bot lacks there."""

    id: str
    type: int
    name: str = ""
    guild: "Guild | None" = None
    parent: "Channel | None" = None
    recipients: tuple[User, ...] = ()
    owner: User | None = None
    created: str = ""
    denied: int = 0
    archived: bool = False

    def bot_permissions(self) -> int:
        """Return what the bot may do here."""
        place = self.parent or self
        granted = self.guild.granted if self.guild else EVERYTHING & ~ADMINISTRATOR
        return granted & ~(place.denied | self.denied)

    def json(self, bot: User) -> Json:
        """Return it as Discord's channel object."""
        if self.type == DIRECT:
            people = [user.json() for user in self.recipients]
            return {"id": self.id, "type": DIRECT, "flags": 0, "last_message_id": None, "recipients": people}
        assert self.guild is not None
        common = {"id": self.id, "type": self.type, "guild_id": self.guild.id, "name": self.name, "flags": 0}
        common |= {"last_message_id": None, "rate_limit_per_user": 0}
        common["parent_id"] = self.parent.id if self.parent else None
        if self.type in {PUBLIC_THREAD, PRIVATE_THREAD}:
            assert self.owner is not None
            return common | {
                "owner_id": self.owner.id,
                "message_count": 0,
                "member_count": 1,
                "total_message_sent": 0,
                "thread_metadata": {
                    "archived": self.archived,
                    "archive_timestamp": self.created,
                    "auto_archive_duration": 1440,
                    "locked": False,
                    "create_timestamp": self.created,
                },
            }
        denial = {"id": bot.id, "type": 1, "allow": "0", "deny": str(self.denied)}
        return common | {
            "position": 0,
            "topic": None,
            "nsfw": False,
            "permission_overwrites": [denial] if self.denied else [],
        }


@dataclass(frozen=True, slots=True)
class Role:
    """A role of a server; the bot's own is managed by Discord."""

    id: str
    name: str
    permissions: int
    managed: bool = False

    def json(self) -> Json:
        """Return it as Discord's role object."""
        return {
            "id": self.id,
            "name": self.name,
            "permissions": str(self.permissions),
            "position": 0,
            "color": 0,
            "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
            "hoist": False,
            "managed": self.managed,
            "mentionable": False,
            "flags": 0,
        }


@dataclass(slots=True)
class Guild:
    """A server."""

    id: str
    name: str
    owner: User
    locale: str = "en-US"
    joined: str = ""
    members: list[User] = field(default_factory=list)
    channels: list[Channel] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    granted: int = EVERYTHING & ~ADMINISTRATOR  # to the bot; what it lacks, the others lack, too

    def member_json(self, user: User) -> Json:
        """Return what the server knows of a member, without the user."""
        return {
            "roles": [role.id for role in self.roles if role.id in user.roles],
            "nick": None,
            "avatar": None,
            "banner": None,
            "joined_at": self.joined,
            "premium_since": None,
            "deaf": False,
            "mute": False,
            "pending": False,
            "flags": 0,
            "communication_disabled_until": None,
        }

    def json(self, bot: User) -> Json:
        """Return the GUILD_CREATE payload; large servers hold only the bot, as without the members intent."""
        everyone = Role(self.id, "@everyone", MEMBER & self.granted)
        roles = [replace(one, permissions=self.granted) if one.managed else one for one in self.roles]
        plain = [one for one in self.channels if one.type == TEXT]
        threads = [one for one in self.channels if one.type == PUBLIC_THREAD and not one.archived]
        return {
            "id": self.id,
            "name": self.name,
            "owner_id": self.owner.id,
            "unavailable": False,
            "preferred_locale": self.locale,
            "joined_at": self.joined,
            "large": False,
            "member_count": len(self.members),
            "roles": [role.json() for role in (everyone, *roles)],
            "members": [self.member_json(bot) | {"user": bot.json()}],
            "channels": [one.json(bot) for one in plain],
            "threads": [one.json(bot) for one in threads],
            "emojis": [],
            "stickers": [],
            "features": [],
            "presences": [],
            "voice_states": [],
            "stage_instances": [],
            "guild_scheduled_events": [],
            "soundboard_sounds": [],
            "afk_channel_id": None,
            "afk_timeout": 300,
            "application_id": None,
            "banner": None,
            "default_message_notifications": 1,
            "description": None,
            "discovery_splash": None,
            "explicit_content_filter": 0,
            "icon": None,
            "mfa_level": 0,
            "nsfw_level": 0,
            "premium_progress_bar_enabled": False,
            "premium_tier": 0,
            "public_updates_channel_id": None,
            "rules_channel_id": None,
            "splash": None,
            "system_channel_flags": 0,
            "system_channel_id": None,
            "vanity_url_code": None,
            "verification_level": 0,
        }


class World:
    """All of it, and the bot's own account and application."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.ids = Snowflakes(clock)
        self.bot = User(self.ids.next(), "crosscite", bot=True)
        self.application_id = self.bot.id  # the same number, as for every application of today
        self.users: dict[str, User] = {self.bot.id: self.bot}
        self.guilds: dict[str, Guild] = {}
        self.channels: dict[str, Channel] = {}

    def add_user(self, name: str, locale: str = "en-GB", permissions: int = MEMBER) -> User:
        """Make an account."""
        user = User(self.ids.next(), name, locale=locale, permissions=permissions)
        self.users[user.id] = user
        return user

    def add_guild(self, name: str, locale: str = "en-US") -> Guild:
        """Make a server that the bot is a member of."""
        owner = self.add_user(f"owner-of-{name.casefold().replace(' ', '-')}", permissions=EVERYTHING)
        guild = Guild(self.ids.next(), name, owner, locale, self.clock.stamp(), [owner, self.bot])
        self.guilds[guild.id] = guild
        own = Role(self.ids.next(), self.bot.name, EVERYTHING & ~ADMINISTRATOR, managed=True)
        guild.roles.append(own)
        self.bot.roles.add(own.id)
        return guild

    def add_role(self, guild: Guild, name: str) -> Role:
        """Make a role that allows no more than every member may."""
        role = Role(self.ids.next(), name, MEMBER)
        guild.roles.append(role)
        return role

    def add_channel(self, guild: Guild, name: str) -> Channel:
        """Make a text channel."""
        channel = Channel(self.ids.next(), TEXT, name, guild, created=self.clock.stamp())
        return self._add(channel, guild)

    def add_thread(self, parent: Channel, name: str, owner: User, thread_id: str | None = None) -> Channel:
        """Open a thread; one that hangs on a message has the message's id."""
        assert parent.guild is not None
        thread = Channel(thread_id or self.ids.next(), PUBLIC_THREAD, name, parent.guild, parent, owner=owner)
        thread.created = self.clock.stamp()
        return self._add(thread, parent.guild)

    def direct_channel(self, user: User) -> Channel:
        """Return the direct messages between a user and the bot, opened at first use."""
        for channel in self.channels.values():
            if channel.type == DIRECT and channel.recipients == (user,):
                return channel
        channel = Channel(self.ids.next(), DIRECT, recipients=(user,))
        self.channels[channel.id] = channel
        return channel

    def channel(self, channel_id: str) -> Channel:
        """Return a channel.

        Raises:
            Refusal: there is none.
        """
        if channel_id not in self.channels:
            raise unknown("Channel")
        return self.channels[channel_id]

    def _add(self, channel: Channel, guild: Guild) -> Channel:
        self.channels[channel.id] = channel
        guild.channels.append(channel)
        return channel
