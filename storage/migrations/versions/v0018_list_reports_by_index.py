"""List reports by their index alone."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0010"

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
