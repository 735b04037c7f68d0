"""Waiting for something to become true."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")


async def eventually(look: Callable[[], Found | None], what: str, seconds: float = 20.0) -> Found:
    """Return what *look* finds as soon as it is not None; it looks often, for what tells of no changes.

    Raises:
        AssertionError: nothing was found in time; the message says *what*.
    """
    try:
        async with asyncio.timeout(seconds):
            while (found := look()) is None:
                await asyncio.sleep(0.02)
            return found
    except TimeoutError:
        raise AssertionError(f"Not within {seconds:g} s: {what}.") from None


class Changes:
    """Wakes whoever waits each time that something changed."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def happened(self) -> None:
        """Wake all who wait, to look again."""
        self._event.set()
        self._event = asyncio.Event()

    async def until(self, look: Callable[[], Found | None], what: str, seconds: float = 20.0) -> Found:
        """Return what *look* finds as soon as it is not None.

        Raises:
            AssertionError: nothing was found in time; the message says *what*.
        """
        try:
            async with asyncio.timeout(seconds):
                while (found := look()) is None:
                    await self._event.wait()
                return found
        except TimeoutError:
            raise AssertionError(f"Not within {seconds:g} s: {what}.") from None
