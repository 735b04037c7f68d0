"""The gateway: sessions that keep what was sent, and connections that come and go.

Sources: docs "Gateway" and "Opcodes and Status Codes". Text frames, or one zlib stream for each connection.
"""

import asyncio
import contextlib
import json
import secrets
import zlib
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSCloseCode, WSMessage, WSMsgType, web

from tests.fake_discord.recording import Recording
from tests.fake_discord.refusals import Json
from tests.fake_discord.waiting import Changes
from tests.fake_discord.world import World

GATEWAY_URL = "wss://gateway.discord.gg/"

DISPATCH, HEARTBEAT, IDENTIFY, PRESENCE, RESUME, RECONNECT, MEMBERS, INVALID, HELLO, BEAT_ACK = (
    0, 1, 2, 3, 6, 7, 8, 9, 10, 11,
)  # fmt: skip
GUILDS, GUILD_MESSAGES, DIRECT_MESSAGES, MESSAGE_CONTENT = 1 << 0, 1 << 9, 1 << 12, 1 << 15
PRIVILEGED = 1 << 1 | 1 << 8 | MESSAGE_CONTENT
_KNOWN = 0b11_0011_0001_1111_1111_1111_1111  # every intent that there is
_LARGEST_FRAME = 4096  # bytes that a client may send at once


@dataclass(slots=True, eq=False)
class Session:
    """What one IDENTIFY began; it outlives connections until it is invalidated."""

    id: str
    intents: int
    shard: tuple[int, int]
    sent: list[Json] = field(default_factory=list)
    connection: "Connection | None" = None

    def dispatch(self, name: str, data: Json) -> None:
        """Number an event, keep it for a resume, and send it if somebody listens."""
        event = {"op": DISPATCH, "s": len(self.sent) + 1, "t": name, "d": data}
        self.sent.append(event)
        if self.connection:
            self.connection.send(event)


class Connection:
    """One WebSocket: frames go out in the order in which they were sent."""

    def __init__(self, socket: web.WebSocketResponse, request: web.Request, *, compressed: bool) -> None:
        self.socket = socket
        self._request = request
        self._stream = zlib.compressobj() if compressed else None
        self._outgoing: asyncio.Queue[Json | int] = asyncio.Queue()
        self.dropped = False  # by Discord, not by the client

    def send(self, frame: Json) -> None:
        """Queue a frame."""
        self._outgoing.put_nowait(frame)

    def close(self, code: int) -> None:
        """Close, after what is queued."""
        self.dropped = True
        self._outgoing.put_nowait(code)

    def cut(self) -> None:
        """Drop the TCP connection, as a lost network does: no close frame, no reason."""
        self.dropped = True
        if self._request.transport:
            self._request.transport.abort()

    async def write(self) -> None:
        """Send what is queued, for as long as the connection lasts."""
        while True:
            frame = await self._outgoing.get()
            with contextlib.suppress(ConnectionError):
                if isinstance(frame, int):
                    await self.socket.close(code=frame)
                    return
                await self._send(json.dumps(frame))

    async def _send(self, text: str) -> None:
        if self._stream is None:
            await self.socket.send_str(text)
        else:
            data = self._stream.compress(text.encode()) + self._stream.flush(zlib.Z_SYNC_FLUSH)
            await self.socket.send_bytes(data)


class Gateway:
    """Takes connections, and tells every session what happens."""

    def __init__(self, world: World, recording: Recording, changes: Changes, token: str) -> None:
        self._world = world
        self._recording = recording
        self._changes = changes
        self.token = token
        self.heartbeat_ms = 41_250
        self.privileged = 0  # privileged intents that the application was granted
        self.sessions: dict[str, Session] = {}
        self.identified = 0
        self.shards = 1  # that Discord tells a client to make
        self.starts = 1000  # IDENTIFYs that Discord still allows on this day
        self.garbled = 0  # READYs that are still to be sent without what they must hold
        self.away = (
            0  # connections that are still to be turned away, as by a proxy without a gateway behind it
        )
        self.resumed = 0
        self._connections: set[Connection] = set()

    def dispatch(self, name: str, data: Json, *, intent: int = 0, guild: str | None = None) -> None:
        """Tell the sessions that asked for such events, each shard of its own servers."""
        for session in self.sessions.values():
            number, shards = session.shard
            own = (int(guild) >> 22) % shards == number if guild else number == 0
            if own and (not intent or session.intents & intent):
                session.dispatch(name, data)
        self._changes.happened()

    def connected(self) -> list[Session]:
        """Return the sessions that somebody listens to."""
        return [one for one in self.sessions.values() if one.connection]

    def ask_to_reconnect(self) -> None:
        """Send op 7 to all: come back and resume."""
        for connection in self._connections:
            connection.send({"op": RECONNECT, "d": None})

    def invalidate(self) -> None:
        """End all sessions with op 9: come back and identify."""
        for session in list(self.sessions.values()):
            if session.connection:
                session.connection.send({"op": INVALID, "d": False})
            del self.sessions[session.id]

    def close(self, code: int) -> None:
        """Close all connections with a code."""
        for connection in self._connections:
            connection.close(code)

    def cut(self) -> None:
        """Drop all connections."""
        for connection in self._connections:
            connection.cut()

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """Talk with one client until one of both is gone."""
        if self.away:
            self.away -= 1
            self._changes.happened()
            raise web.HTTPServiceUnavailable
        socket = web.WebSocketResponse(max_msg_size=0, autoclose=True)
        await socket.prepare(request)
        compressed = request.query.get("compress") == "zlib-stream"
        connection = Connection(socket, request, compressed=compressed)
        self._connections.add(connection)
        writer = asyncio.create_task(connection.write())
        connection.send({"op": HELLO, "d": {"heartbeat_interval": self.heartbeat_ms, "_trace": []}})
        try:
            async for message in socket:
                if code := self._hear(connection, message):
                    connection.close(code)
        finally:
            writer.cancel()
            self._connections.discard(connection)
            self._left(connection, socket.close_code)
        return socket

    def _hear(self, connection: Connection, message: WSMessage) -> int | None:
        """Take one frame of the client; return the code to close with if it broke a rule."""
        if message.type is not WSMsgType.TEXT or len(message.data.encode()) > _LARGEST_FRAME:
            return 4002
        frame: Json = json.loads(message.data)
        op: int = frame["op"]
        data: Any = frame.get("d")
        self._recording.frames.append((op, data))
        if op == HEARTBEAT:
            connection.send({"op": BEAT_ACK})
        elif op == IDENTIFY:
            return self._identify(connection, data)
        elif op == RESUME:
            return self._resume(connection, data)
        elif op == MEMBERS:
            self._send_members(connection, data)
        elif op != PRESENCE:
            return 4001
        self._changes.happened()
        return None

    def _identify(self, connection: Connection, data: Json) -> int | None:
        if data["token"] != self.token:
            return 4004
        if any(session.connection is connection for session in self.sessions.values()):
            return 4005
        if data["intents"] & ~_KNOWN:
            return 4013
        if data["intents"] & PRIVILEGED & ~self.privileged:
            return 4014
        shard = tuple(data.get("shard") or (0, 1))
        if not 0 <= shard[0] < shard[1]:
            return 4010
        session = Session(secrets.token_hex(16), data["intents"], shard, connection=connection)
        self.sessions[session.id] = session
        self.identified += 1
        self.starts -= 1
        number, shards = shard
        guilds = [one for one in self._world.guilds.values() if (int(one.id) >> 22) % shards == number]
        ready: Json = {
            "v": 10,
            "user": self._world.bot.json() | {"verified": True, "mfa_enabled": True, "email": None},
            "guilds": [{"id": guild.id, "unavailable": True} for guild in guilds],
            "session_id": session.id,
            "session_type": "normal",
            "resume_gateway_url": GATEWAY_URL,
            "application": {"id": self._world.application_id, "flags": 0},
            "private_channels": [],
            "relationships": [],
            "user_settings": {},
        }
        if self.garbled:
            self.garbled -= 1
            del ready["user"]
        session.dispatch("READY", ready | ({"shard": list(shard)} if data.get("shard") else {}))
        for guild in guilds:
            session.dispatch("GUILD_CREATE", guild.json(self._world.bot))
        self._changes.happened()
        return None

    def _resume(self, connection: Connection, data: Json) -> int | None:
        if data["token"] != self.token:
            return 4004
        session = self.sessions.get(data["session_id"])
        if session is None or data["seq"] is None or data["seq"] > len(session.sent):
            connection.send({"op": INVALID, "d": False})
            return None
        for event in session.sent[data["seq"] :]:
            connection.send(event)
        session.connection = connection
        self.resumed += 1
        session.dispatch("RESUMED", {"_trace": []})
        self._changes.happened()
        return None

    def _send_members(self, connection: Connection, data: Json) -> None:
        """Answer op 8 with the members that are asked for by id, without the members intent none by name."""
        guild = self._world.guilds[str(data["guild_id"])]
        asked: Any = data.get("user_ids") or []
        ids = {str(one) for one in (asked if isinstance(asked, list) else [asked])}
        found = [guild.member_json(user) | {"user": user.json()} for user in guild.members if user.id in ids]
        chunk = {"guild_id": guild.id, "members": found, "chunk_index": 0, "chunk_count": 1, "not_found": []}
        for session in self.sessions.values():
            if session.connection is connection:
                session.dispatch("GUILD_MEMBERS_CHUNK", chunk | {"nonce": data.get("nonce")})

    def _left(self, connection: Connection, code: int | None) -> None:
        """Keep the session for a resume, unless the client closed it for good."""
        for session in list(self.sessions.values()):
            if session.connection is connection:
                session.connection = None
                if code in {WSCloseCode.OK, WSCloseCode.GOING_AWAY} and not connection.dropped:
                    del self.sessions[session.id]
        self._changes.happened()
