"""The first tables. They are written out: what an old log was made with must not follow later changes."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_GENESIS = "0" * 64


def upgrade() -> None:
    """Make the tables of an empty log."""
    op.create_table(
        "events",
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
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
    for first in ("about", "kind", "server", "outcome"):
        op.create_index(f"ix_events_{first}_number", "events", [first, "number"])
    op.create_index("ix_events_at", "events", ["at"])
    head = op.create_table(
        "head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("count", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
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
        sa.Column("version", sa.String(64), nullable=False),
        sa.Column("article", sa.String(255), nullable=False),
        sa.PrimaryKeyConstraint("event", "article", name="pk_cited"),
        sa.ForeignKeyConstraint(["event"], ["events.number"], name="fk_cited_event"),
    )
    op.create_index("ix_cited_article_event", "cited", ["article", "event"])
    op.create_table(
        "words",
        sa.Column("word", sa.String(64), nullable=False),
        sa.Column("event", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("word", "event", name="pk_words"),
        sa.ForeignKeyConstraint(["event"], ["events.number"], name="fk_words_event"),
    )
    op.create_index("ix_words_event", "words", ["event"])
    op.create_table(
        "texts",
        sa.Column("version", sa.String(64), nullable=False),
        sa.Column("article", sa.String(255), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("version", name="pk_texts"),
    )
    op.create_index("ix_texts_article", "texts", ["article"])
    op.bulk_insert(head, [{"id": 1, "count": 0, "hash": _GENESIS}])
