"""What managers decide is an event of its own kind: no table changes, but an older program cannot read such a log."""

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Let the number alone tell."""
