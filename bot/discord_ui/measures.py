"""What is counted and timed while the bot runs, as Prometheus reads it. Labels never name a member, a server or words."""

from collections.abc import Callable

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from prometheus_client.exposition import generate_latest

# Seconds; an answer takes 0.6 of processor time, and a busy queue is told to wait from two on.
_BUCKETS = (0.25, 0.5, 1.0, 2.0, 3.0, 5.0, 10.0, 30.0, 60.0, 300.0, 900.0)


class Measures:
    """Counters in a registry of their own."""

    def __init__(self) -> None:
        registry = CollectorRegistry()
        self._registry = registry
        self._questions = Counter(
            "crosscite_questions", "Questions that came in, by way", ["way"], registry=registry
        )
        self._outcomes = Counter(
            "crosscite_outcomes",
            "What became of questions: shown answers by outcome, apologies by reason",
            ["outcome"],
            registry=registry,
        )
        self._seconds = Histogram(
            "crosscite_answer_seconds",
            "From a question's acceptance until its answer was shown",
            buckets=_BUCKETS,
            registry=registry,
        )
        self._events = Counter(
            "crosscite_events_refused",
            "Events of Discord that could not be read, by kind",
            ["event"],
            registry=registry,
        )
        self._waiting = Gauge(
            "crosscite_queue_length", "Questions that wait for their turn", registry=registry
        )
        self._connected = Gauge(
            "crosscite_connected", "Whether every shard is connected to Discord's gateway", registry=registry
        )
        self._index = Gauge(
            "crosscite_index", "1 for the index version in use", ["version"], registry=registry
        )

    def asked(self, way: str) -> None:
        """Count a question."""
        self._questions.labels(way).inc()

    def ended(self, outcome: str) -> None:
        """Count what became of a question."""
        self._outcomes.labels(outcome).inc()

    def refused(self, way: str) -> None:
        """Count a question that was not taken: too many in a minute, too long, or none."""
        self.asked(way)
        self.ended("refused")

    def shown(self, outcome: str, seconds: float) -> None:
        """Count an answer that was shown after so many seconds."""
        self.ended(outcome)
        self._seconds.observe(seconds)

    def event_refused(self, name: str) -> None:
        """Count an event that could not be read."""
        self._events.labels(name).inc()

    def watch(self, waiting: Callable[[], int]) -> None:
        """Read the queue's length with *waiting* whenever somebody looks."""
        self._waiting.set_function(waiting)

    def text(self, *, connected: bool, index_version: str | None) -> bytes:
        """Return everything in Prometheus's text format, with what is so right now."""
        self._connected.set(connected)
        self._index.clear()
        if index_version is not None:
            self._index.labels(index_version).set(1)
        return generate_latest(self._registry)
