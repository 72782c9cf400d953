"""Find the alerts somebody was told of by an index."""

from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    """Find the alerts somebody was told of by an index: every alert asks for those of a moment ago."""
    op.create_index("ix_alert_notice_person_id", "alert_notice", ["person_id", "id"])
