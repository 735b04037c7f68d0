"""The tables, for SQLite and PostgreSQL alike; `migrations/` makes them, a test holds the two together."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, MetaData, String, Table, Text

_HASH, _NAME, _SERVER, _SHORT = 64, 255, 24, 24

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def _number() -> Column[int]:
    return Column("event", BigInteger, ForeignKey("events.number"), primary_key=True, autoincrement=False)


_NUMBER = BigInteger().with_variant(Integer, "sqlite")  # there, an integer is the row's own number: no index

# Everything in this table but its hash goes into the hash.
events = Table(
    "events",
    metadata,
    Column("number", _NUMBER, primary_key=True, autoincrement=False),
    Column("at", BigInteger, nullable=False),  # microseconds since 1970, UTC
    Column("kind", String(_SHORT), nullable=False),
    Column("about", BigInteger, ForeignKey("events.number")),
    Column("server", String(_SERVER)),
    Column("outcome", String(_SHORT)),
    Column("detail", Text, nullable=False),  # canonical JSON, as are the bodies below
    Column("commitments", Text, nullable=False),
    Column("hash", String(_HASH), nullable=False),
    Index("ix_events_about_number", "about", "number", "kind"),
    Index("ix_events_kind_number", "kind", "number"),
    Index("ix_events_server_number", "server", "number"),
    Index("ix_events_outcome_number", "outcome", "number"),
    Index("ix_events_at_number", "at", "number"),
)

# The one row that says how far the log reaches; whoever appends holds it. ``latest`` is the latest moment of any
# event; of ``remains`` see `overwriting`.
head = Table(
    "head",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("count", BigInteger, nullable=False),
    Column("hash", String(_HASH), nullable=False),
    Column("latest", BigInteger, nullable=False),
    Column("remains", BigInteger, nullable=False),
)

# What may be erased, each under its commitment.
parts = Table(
    "parts",
    metadata,
    _number(),
    Column("part", String(_SHORT), primary_key=True),
    Column("salt", String(_HASH), nullable=False),
    Column("person", String(_HASH)),
    Column("body", Text, nullable=False),
    Index("ix_parts_person_event", "person", "event"),
)

# Derived from events and parts, to find them by. Without rows of their own: nothing lies in them twice.
cited = Table(
    "cited",
    metadata,
    _number(),
    Column("article", String(_NAME), primary_key=True),
    Column("version", String(_HASH), nullable=False),  # articles with the same content have the same
    Index("ix_cited_article_event", "article", "event"),
    sqlite_with_rowid=False,
)
words = Table(
    "words",
    metadata,
    Column("word", String(_HASH), primary_key=True),
    _number(),
    Index("ix_words_event", "event"),
    sqlite_with_rowid=False,
)

# The events that are earlier than one before them, since the clock had been set back: hardly any.
setbacks = Table("setbacks", metadata, _number(), sqlite_with_rowid=False)

# The text of every article version that was cited, so that a quote can be read when the index has moved on.
texts = Table(
    "texts",
    metadata,
    Column("version", String(_HASH), primary_key=True),
    Column("article", String(_NAME), nullable=False),
    Column("body", Text, nullable=False),
    Index("ix_texts_article", "article"),
)
