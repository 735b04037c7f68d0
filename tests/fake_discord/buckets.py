"""Rate limits: a bucket for each route and its major parameter, and one for the whole API.

Figures: 50 requests a second over all, interactions exempt (docs "Rate Limits"); 5 messages a channel in 5 s
and 5 requests a webhook token in 2 s, as bots see them in the headers.
"""

import hashlib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from tests.fake_discord.clock import Clock
from tests.fake_discord.faults import Fault, too_many_requests

_GLOBAL_LIMIT = 50
_MAJOR = ("channel_id", "guild_id", "webhook_id", "webhook_token")


@dataclass(frozen=True, slots=True)
class Allowance:
    """So many requests in so many seconds."""

    limit: int
    seconds: float


_WEBHOOK = Allowance(5, 2.0)
DEFAULTS = {
    "POST /channels/{channel_id}/messages": Allowance(5, 5.0),
    "PATCH /channels/{channel_id}/messages/{message_id}": Allowance(5, 5.0),
    "POST /webhooks/{webhook_id}/{webhook_token}": _WEBHOOK,
    "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original": _WEBHOOK,
    "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}": _WEBHOOK,
}


class Buckets:
    """Counts requests and says when there were too many."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.allowances = dict(DEFAULTS)
        self._used: dict[str, list[float]] = defaultdict(list)

    def take(self, route: str, parameters: Mapping[str, str]) -> tuple[dict[str, str], Fault | None]:
        """Count one request on *route* ("POST /channels/{channel_id}/messages").

        Returns:
            The headers that tell the client where it stands, and the 429 if it went too far.
        """
        exempt = "/interactions/" in route or "/webhooks/" in route
        if not exempt and (wait := self._wait("", Allowance(_GLOBAL_LIMIT, 1.0))):
            return {}, too_many_requests(round(wait, 3), whole_api=True)
        allowance = self.allowances.get(route)
        if allowance is None:
            return {}, None
        key = " ".join([route, *(parameters[name] for name in _MAJOR if name in parameters)])
        wait = self._wait(key, allowance)
        used = self._used[key]
        rest = max(0.0, used[0] + allowance.seconds - self._clock.now())
        headers = {
            "X-RateLimit-Limit": str(allowance.limit),
            "X-RateLimit-Remaining": str(max(0, allowance.limit - len(used))),
            "X-RateLimit-Reset": f"{self._clock.now() + rest:.3f}",
            "X-RateLimit-Reset-After": f"{rest:.3f}",
            "X-RateLimit-Bucket": hashlib.sha256(route.encode()).hexdigest()[:32],
        }
        return headers, too_many_requests(round(wait, 3)) if wait else None

    def _wait(self, key: str, allowance: Allowance) -> float:
        """Count a request unless there were too many; return how long to wait in that case, else 0."""
        now = self._clock.now()
        used = self._used[key] = [at for at in self._used[key] if at > now - allowance.seconds]
        if len(used) >= allowance.limit:
            return max(0.001, used[0] + allowance.seconds - now)
        used.append(now)
        return 0.0
