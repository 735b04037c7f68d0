"""How a real client is brought to the fake: its names lead to loopback, and it trusts one more authority.

That is what `discord.Client` documents its `connector` for. Any name but Discord's leads nowhere, so that
nothing leaves the machine.
"""

import socket
import ssl

import aiohttp
import trustme
from aiohttp.abc import AbstractResolver, ResolveResult

HOSTS = ("discord.com", "gateway.discord.gg", "cdn.discordapp.com", "media.discordapp.net")


class Loopback(AbstractResolver):
    """Leads Discord's names to one port of this machine, and no other name anywhere."""

    def __init__(self, port: int) -> None:
        self._port = port

    async def resolve(
        self,
        host: str,
        port: int = 0,  # noqa: ARG002 - the base class names it
        family: socket.AddressFamily = socket.AF_INET,  # noqa: ARG002 - likewise
    ) -> list[ResolveResult]:
        """Return the one address.

        Raises:
            OSError: the name is not one of Discord's.
        """
        if host not in HOSTS:
            raise OSError(f"{host} is not Discord")
        return [
            ResolveResult(
                hostname=host,
                host="127.0.0.1",
                port=self._port,
                family=socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
        ]

    async def close(self) -> None:
        """Nothing is open."""


class Authority:
    """Signs certificates for Discord's names."""

    def __init__(self) -> None:
        self._ca = trustme.CA()

    def server_context(self) -> ssl.SSLContext:
        """Return what the fake serves with."""
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        self._ca.issue_cert(*HOSTS).configure_cert(context)
        return context

    def pem(self) -> str:
        """Return the authority's certificate."""
        return self._ca.cert_pem.bytes().decode()


def connector_to(port: int, authority_pem: str) -> aiohttp.TCPConnector:
    """Return the connector that brings a client to a fake on *port*."""
    context = ssl.create_default_context(cadata=authority_pem)
    return aiohttp.TCPConnector(limit=0, ssl=context, resolver=Loopback(port))
