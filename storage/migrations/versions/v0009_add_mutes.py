"""Add mutes."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add mutes, levels and questions of alerts, and spikes as rows of their own."""
    op.create_table(
        "mute",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("unit_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("area_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("topic", sa.String(length=8), nullable=True),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(["area_id"], ["unit.id"], name=op.f("fk_mute_area_id")),
        sa.ForeignKeyConstraint(["ended_by"], ["person.id"], name=op.f("fk_mute_ended_by")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_mute_person_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_mute_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mute")),
    )
    op.create_index("ix_mute_unit_id", "mute", ["unit_id"])
    op.create_index(
        "ix_mute_running",
        "mute",
        ["until_at"],
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_table(
        "spike",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("unit_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("topic", sa.String(length=8), nullable=False),
        sa.Column("usual", sa.Float(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("over_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_spike_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_spike")),
    )
    op.create_index(
        "ix_spike_open",
        "spike",
        ["unit_id", "topic"],
        unique=True,
        sqlite_where=sa.text("over_at IS NULL"),
        postgresql_where=sa.text("over_at IS NULL"),
    )
    op.execute("DELETE FROM meta WHERE key LIKE 'spike %'")  # noted there before they had rows
    op.add_column("alert", sa.Column("level", sa.String(length=12), server_default="urgent", nullable=False))
    op.add_column("alert", sa.Column("still_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("alert", sa.Column("asked", sa.SmallInteger(), server_default="0", nullable=False))
    _add_reference("alert", "mute_id", "mute")
    _add_reference("alert", "closed_by", "person")
    op.add_column("alert", sa.Column("done", sa.Text(), nullable=True))
    op.create_index("ix_alert_mute_id", "alert", ["mute_id"])
    op.create_index("ix_alert_still_at", "alert", ["still_at"])
    op.create_index("ix_alert_notice_outbox_id", "alert_notice", ["outbox_id"])


def _add_reference(table: str, column: str, target: str) -> None:
    """A new column that refers to `target`. SQLite could only add it by making the table anew, which it
    refuses while other rows refer to that; but it takes the reference within the column's own words."""
    key = f"fk_{table}_{column}"
    if op.get_context().dialect.name == "sqlite":
        op.execute(
            f"ALTER TABLE {table} ADD COLUMN {column} INTEGER CONSTRAINT {key} REFERENCES {target} (id)"
        )
        return
    op.add_column(table, sa.Column(column, sa.BigInteger(), nullable=True))
    op.create_foreign_key(key, table, target, [column], ["id"])
