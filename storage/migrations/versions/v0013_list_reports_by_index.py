"""List reports by their index alone."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

_LISTED = [
    "unit_id", "filed_at", "status", "topic", "tone", "level", "area_id", "channel", "period_id", "nil",
    "sealed",
]  # fmt: skip


def upgrade() -> None:
    """List reports by their index alone."""
    op.create_index("ix_report_listed", "report", _LISTED)
    op.drop_index("ix_report_unit_id_filed_at", "report")
    is_open = sa.text("closed_at IS NULL")
    op.create_index("ix_alert_open", "alert", ["unit_id"], sqlite_where=is_open, postgresql_where=is_open)
    if op.get_context().dialect.name == "postgresql":
        _price_words()


def _price_words() -> None:
    """PostgreSQL takes what makes the words of a report comparable for as cheap as an addition, and for a
    common word would rather do it for every report than look into the index. A function has its price."""
    op.execute(
        "CREATE FUNCTION report_vector(words text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE STRICT"
        " PARALLEL SAFE COST 1000 AS $$BEGIN RETURN array_to_tsvector(string_to_array(words, ' ')); END$$"
    )
    op.execute("DROP INDEX ix_report_words")
    op.execute("CREATE INDEX ix_report_words ON report USING gin (report_vector(words))")
