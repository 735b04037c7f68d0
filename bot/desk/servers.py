"""What managers decided for their servers: read from the log, and kept in memory from then on."""

from collections.abc import Mapping
from threading import Lock

from bot.citation_log.events import Draft, Kind, ServerSettings
from bot.citation_log.protocol import CitationLog, Query, in_pages

DEFAULTS = ServerSettings()


class ServersDesk:
    """Knows the settings of every server; *most_days* is how long the operator keeps what is personal.

    One process hears of all that happens in a server, so what it wrote itself is what holds.
    """

    def __init__(self, log: CitationLog, most_days: int) -> None:
        self.most_days = most_days
        self._log = log
        self._known: dict[str, ServerSettings] = {}
        self._all_known = False
        self._changing = Lock()

    def known(self, server: str | None) -> ServerSettings | None:
        """Return what holds in a server if that takes no reading, None if it does."""
        if server is None:
            return DEFAULTS
        return self._known.get(server, DEFAULTS if self._all_known else None)

    def load(self) -> None:
        """Read what holds in every server, so that nobody who asks waits for that.

        Raises:
            LogUnavailableError: the log cannot be read; servers are then read one by one.
        """
        for server, settings in self._newest().items():
            self._known.setdefault(server, settings)
        self._all_known = True

    def settings(self, server: str | None) -> ServerSettings:
        """Return what holds in a server; a direct message has the defaults.

        Raises:
            LogUnavailableError: the log cannot be read.
        """
        known = self.known(server)
        if known is not None or server is None:
            return known or DEFAULTS
        found = self._log.find(Query(kinds=(Kind.CONFIGURED,), server=server), 1)
        held = found[0].detail if found else DEFAULTS
        assert isinstance(held, ServerSettings)  # noqa: S101 - the kind that was asked for
        return self._known.setdefault(server, held)

    def configure(self, server: str, manager: str, changed: Mapping[str, object]) -> ServerSettings:
        """Write down what a manager, a keyed hash, decided on some of the settings, by name; it holds at once.

        Raises:
            ValueError: a setting cannot have that value.
            LogUnavailableError: it could not be written down, and does not hold.
        """
        with self._changing:  # two managers at once must not undo each other's choices
            held = self.settings(server)
            wanted = ServerSettings.model_validate(held.model_dump() | dict(changed))
            if wanted != held:
                self._log.append(Draft(wanted, server=server, person=manager, personal={}))
                self._known[server] = wanted
            return wanted

    def shorter(self) -> Mapping[str, int]:
        """Return the servers that keep less long than the operator, each with its days.

        Raises:
            LogUnavailableError: the log cannot be read.
        """
        kept = {server: self.days_in(settings) for server, settings in self._newest().items()}
        return {server: days for server, days in sorted(kept.items()) if days < self.most_days}

    def days_in(self, settings: ServerSettings) -> int:
        """Return for how many days what is personal is kept under these settings: never more than the operator's."""
        return self.most_days if settings.keep_days is None else min(settings.keep_days, self.most_days)

    def _newest(self) -> dict[str, ServerSettings]:
        newest: dict[str, ServerSettings] = {}
        for event in in_pages(self._log, Query(kinds=(Kind.CONFIGURED,))):
            if event.server is not None and isinstance(event.detail, ServerSettings):
                newest.setdefault(event.server, event.detail)
        return newest
