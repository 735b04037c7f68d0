"""Everything that went over the wire, in order."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request with its answer.

    ``template`` is the path with its parameters' names, as the OpenAPI document writes it; None for a path
    that the fake does not know. ``body`` is the JSON that came, in a multipart request its ``payload_json``.
    ``at`` is the fake's time, ``seconds`` how long the answer took. ``injected`` answers are a test's doing.
    """

    method: str
    path: str
    template: str | None
    query: Mapping[str, str]
    authorized: bool
    body: Any
    files: Mapping[str, bytes]
    status: int
    answer: Any
    at: float
    seconds: float
    injected: bool = False


@dataclass(slots=True)
class Recording:
    """Requests with their answers, and what the client said on the gateway as (op, data)."""

    exchanges: list[Exchange] = field(default_factory=list)
    frames: list[tuple[int, Any]] = field(default_factory=list)

    def requests(self, method: str, template: str) -> list[Exchange]:
        """Return the exchanges on one route, oldest first; *template* as in the OpenAPI document."""
        return [one for one in self.exchanges if (one.method, one.template) == (method, template)]

    def frames_of(self, op: int) -> list[Any]:
        """Return the data of every frame of one kind that the client sent."""
        return [data for sent, data in self.frames if sent == op]
