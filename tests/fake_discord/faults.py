"""What can go wrong between a bot and Discord, for a test to order in advance."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Fault:
    """One answer that is not what was asked for.

    With ``after`` the request is carried out all the same, and only its answer is lost.
    """

    status: int
    body: Any
    headers: Mapping[str, str] = field(default_factory=dict)
    after: bool = False


def too_many_requests(retry_after: float, *, whole_api: bool = False, via: bool = True) -> Fault:
    """Return a 429; without *via* it looks like Cloudflare's, which a client must not retry."""
    body = {"message": "You are being rate limited.", "retry_after": retry_after, "global": whole_api}
    headers = {"Retry-After": str(max(1, round(retry_after)))}
    if via:
        headers["Via"] = "1.1 google"
    if whole_api:
        headers["X-RateLimit-Global"] = "true"
    return Fault(429, body, headers)


def broken(status: int = 502, *, after: bool = False) -> Fault:
    """Return a failure of Discord's own, in the HTML that its proxies speak."""
    return Fault(status, f"<html><h1>{status}</h1></html>", after=after)


def refused(status: int, code: int, message: str) -> Fault:
    """Return a refusal that the state of the fake does not call for."""
    return Fault(status, {"message": message, "code": code})


@dataclass(slots=True)
class _Order:
    method: str
    path: re.Pattern[str]
    fault: Fault
    left: int


class Faults:
    """The faults that are still to come."""

    def __init__(self) -> None:
        self._orders: list[_Order] = []

    def order(self, method: str, path: str, fault: Fault, times: int = 1) -> None:
        """Let the next requests whose path holds the regular expression *path* meet *fault*."""
        self._orders.append(_Order(method, re.compile(path), fault, times))

    def meet(self, method: str, path: str) -> Fault | None:
        """Return the fault that this request meets, and count it as used."""
        for order in self._orders:
            if order.left and order.method == method and order.path.search(path):
                order.left -= 1
                return order.fault
        return None

    def left(self) -> int:
        """Return how many ordered faults nobody met."""
        return sum(order.left for order in self._orders)
