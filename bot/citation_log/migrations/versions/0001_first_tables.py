"""The first tables. They are written out: what an old log was made with must not follow later changes."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_GENESIS = "0" * 64
_PERSONAL = (("parts", "salt"), ("parts", "person"), ("parts", "body"), ("words", "word"), ("texts", "body"))


def upgrade() -> None:
    """Make the tables of an empty log."""
    op.create_table(
        "events",
        sa.Column(
            "number",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("about", sa.BigInteger()),
        sa.Column("server", sa.String(24)),
        sa.Column("outcome", sa.String(24)),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("commitments", sa.Text(), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_events"),
        sa.ForeignKeyConstraint(["about"], ["events.number"], name="fk_events_about"),
    )
    op.create_index("ix_events_about_number", "events", ["about", "number", "kind"])
    for first in ("at", "kind", "server", "outcome"):
        op.create_index(f"ix_events_{first}_number", "events", [first, "number"])
    head = op.create_table(
        "head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("count", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("latest", sa.BigInteger(), nullable=False),
        sa.Column("remains", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_head"),
    )
    op.create_table(
        "parts",
        sa.Column("event", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("part", sa.String(24), nullable=False),
        sa.Column("salt", sa.String(64), nullable=False),
        sa.Column("person", sa.String(64)),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("event", "part", name="pk_parts"),
        sa.ForeignKeyConstraint(["event"], ["events.number"], name="fk_parts_event"),
    )
    op.create_index("ix_parts_person_event", "parts", ["person", "event"])
    op.create_table(
        "cited",
        sa.Column("event", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("article", sa.String(255), nullable=False),
        sa.Column("version", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("event", "article", name="pk_cited"),
        sa.ForeignKeyConstraint(["event"], ["events.number"], name="fk_cited_event"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_cited_article_event", "cited", ["article", "event"])
    op.create_table(
        "words",
        sa.Column("word", sa.String(64), nullable=False),
        sa.Column("event", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("word", "event", name="pk_words"),
        sa.ForeignKeyConstraint(["event"], ["events.number"], name="fk_words_event"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_words_event", "words", ["event"])
    op.create_table(
        "setbacks",
        sa.Column("event", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("event", name="pk_setbacks"),
        sa.ForeignKeyConstraint(["event"], ["events.number"], name="fk_setbacks_event"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "texts",
        sa.Column("version", sa.String(64), nullable=False),
        sa.Column("article", sa.String(255), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("version", name="pk_texts"),
    )
    op.create_index("ix_texts_article", "texts", ["article"])
    op.bulk_insert(head, [{"id": 1, "count": 0, "hash": _GENESIS, "latest": 0, "remains": 0}])
    if op.get_bind().dialect.name == "postgresql":
        for table, column in _PERSONAL:  # statistics are samples of what is in a column, and outlive it
            op.execute(f"ALTER TABLE {table} ALTER COLUMN {column} SET STATISTICS 0")
