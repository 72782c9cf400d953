"""Add several addresses."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add several addresses: which is preferred, and where a message went before it found one."""
    op.add_column(
        "address", sa.Column("preferred", sa.Boolean(), server_default=sa.text("false"), nullable=False)
    )
    op.add_column(
        "outbox",
        sa.Column("tried", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=True),
    )
    op.add_column(
        "outbox",
        sa.Column("arrival", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
    )
    op.create_index(
        "ix_outbox_arrival",
        "outbox",
        ["lane", "arrival"],
        unique=False,
        sqlite_where=sa.text("arrival IS NOT NULL"),
        postgresql_where=sa.text("arrival IS NOT NULL"),
    )
