"""Run by Alembic: the caller brings the connection, and its transaction."""

from alembic import context

from bot.citation_log.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
