"""What Alembic runs: the steps, on the connection and in the transaction that `storage/migrate.py` gives."""

from alembic import context

from storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite changes a column only by copying the table
)
context.run_migrations()
