"""Seal reports, and enter them for somebody."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """The direct line, what is sealed and who reads it; who entered a report, and when it was said."""
    op.create_table(
        "sealed_reader",
        sa.Column("unit_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_sealed_reader_person_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_sealed_reader_unit_id")),
        sa.PrimaryKeyConstraint("unit_id", "person_id", name=op.f("pk_sealed_reader")),
    )
    op.add_column(
        "membership", sa.Column("direct_line", sa.Boolean(), server_default=sa.text("false"), nullable=False)
    )
    op.create_index(
        "ix_membership_direct_line",
        "membership",
        ["person_id"],
        unique=False,
        sqlite_where=sa.text("direct_line"),
        postgresql_where=sa.text("direct_line"),
    )
    op.add_column(
        "report", sa.Column("sealed", sa.Boolean(), server_default=sa.text("false"), nullable=False)
    )
    op.add_column("report", sa.Column("said_at", sa.DateTime(timezone=True), nullable=True))
    _add_reference("report", "entered_by", "person")


def _add_reference(table: str, column: str, target: str) -> None:
    """A new column that refers to `target`. SQLite takes it only within the column's own words, for it
    refuses to make a table anew while others refer to it."""
    key = f"fk_{table}_{column}"
    if op.get_context().dialect.name == "sqlite":
        op.execute(
            f"ALTER TABLE {table} ADD COLUMN {column} INTEGER CONSTRAINT {key} REFERENCES {target} (id)"
        )
        return
    op.add_column(table, sa.Column(column, ID, nullable=True))
    op.create_foreign_key(key, table, target, [column], ["id"])
