"""What every route has in common: its body, its refusals, its rate limit, its place in the record."""

import json
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.fake_discord.buckets import Buckets
from tests.fake_discord.clock import Clock
from tests.fake_discord.faults import Fault, Faults
from tests.fake_discord.recording import Exchange, Recording
from tests.fake_discord.refusals import Json, Refusal, invalid_body, no_such_route, unauthorized
from tests.fake_discord.waiting import Changes

PREFIX = "/api/v10"
_OPEN = ("/interactions/", "/webhooks/")  # where a token in the path stands for the bot's

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(slots=True)
class Body:
    """What came with a request: JSON, and files by their names."""

    json: Any = None
    files: dict[str, bytes] = field(default_factory=dict)


BODY = web.RequestKey("body", Body)


def answer(value: Any, status: int = 200) -> web.Response:
    """Return JSON under the very content type that clients look for: without a charset."""
    return web.Response(
        body=json.dumps(value).encode(), status=status, headers={"Content-Type": "application/json"}
    )


def nothing() -> web.Response:
    """Return an answer without a body."""
    return web.Response(status=204)


def sent(request: web.Request) -> Json:
    """Return the JSON object that came.

    Raises:
        Refusal: there was none.
    """
    body = request[BODY].json
    if not isinstance(body, dict):
        raise invalid_body([("_", "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType")])
    return body


def files(request: web.Request) -> dict[str, bytes]:
    """Return the files that came, by name."""
    return request[BODY].files


class Handling:
    """The middleware around all routes of the HTTP interface."""

    def __init__(
        self, clock: Clock, recording: Recording, faults: Faults, changes: Changes, token: str
    ) -> None:
        self._clock = clock
        self._recording = recording
        self._faults = faults
        self._changes = changes
        self._token = token
        self.buckets = Buckets(clock)

    @web.middleware
    async def around(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Carry a request out and write it down."""
        resource = request.match_info.route.resource
        if resource is not None and not resource.canonical.startswith(PREFIX):
            return await handler(request)  # the gateway, and files
        begun, at = time.monotonic(), self._clock.now()
        request[BODY] = await _read(request)
        path = request.path.removeprefix(PREFIX)
        template = resource.canonical.removeprefix(PREFIX) if resource else None
        fault = self._faults.meet(request.method, path)
        response = await self._respond(request, handler, template, fault)
        authorized = request.headers.get("Authorization") == f"Bot {self._token}"
        body = response.body
        text = body.decode() if isinstance(body, bytes) else ""
        is_json = response.headers.get("Content-Type") == "application/json"
        self._recording.exchanges.append(
            Exchange(
                method=request.method,
                path=path,
                template=template,
                query=dict(request.query),
                authorized=authorized,
                body=request[BODY].json,
                files=request[BODY].files,
                status=response.status,
                answer=json.loads(text) if is_json and text else text or None,
                at=at,
                seconds=time.monotonic() - begun,
                injected=fault is not None,
            )
        )
        self._changes.happened()
        return response

    async def _respond(
        self, request: web.Request, handler: Handler, template: str | None, fault: Fault | None
    ) -> web.Response:
        if fault and not fault.after:
            return _failing(fault)
        headers: dict[str, str] = {}
        try:
            if template is None:
                raise no_such_route()
            self._check_token(request, template)
            headers, limited = self.buckets.take(f"{request.method} {template}", request.match_info)
            response = _failing(limited) if limited else await _carried_out(handler, request)
        except Refusal as refusal:
            response = answer(refusal.body, refusal.status)
        response.headers.update(headers)
        return _failing(fault) if fault else response

    def _check_token(self, request: web.Request, template: str) -> None:
        said = request.headers.get("Authorization")
        if said is None and template.startswith(_OPEN):
            return
        if said != f"Bot {self._token}":
            raise unauthorized()


async def _carried_out(handler: Handler, request: web.Request) -> web.Response:
    response = await handler(request)
    assert isinstance(response, web.Response)
    return response


def _failing(fault: Fault) -> web.Response:
    if isinstance(fault.body, str):
        return web.Response(
            text=fault.body, status=fault.status, content_type="text/html", headers=fault.headers
        )
    response = answer(fault.body, fault.status)
    response.headers.update(fault.headers)
    return response


async def _read(request: web.Request) -> Body:
    if request.content_type.startswith("multipart/"):
        form = await request.post()
        found = Body()
        for name, value in form.items():
            if isinstance(value, web.FileField):
                found.files[value.filename] = value.file.read()
            elif name == "payload_json" and isinstance(value, str):
                found.json = json.loads(value)
        return found
    raw = await request.read()
    return Body(json.loads(raw) if raw else None)
