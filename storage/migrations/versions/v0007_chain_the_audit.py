"""Chain the audit: rows written before are taken in, and from now on none is changed or removed.

A later step that changes this table in a batch has to make the triggers again: SQLite copies the table.
"""

import hashlib
import json
from datetime import UTC

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0007"
down_revision = "0006"

AUDIT = sa.table(
    "audit",
    sa.column("id", sa.Integer()),
    sa.column("at", sa.DateTime(timezone=True)),
    sa.column("actor", sa.String()),
    sa.column("act", sa.String()),
    sa.column("object", sa.String()),
    sa.column("detail", sa.JSON().with_variant(postgresql.JSONB(), "postgresql")),
    sa.column("previous", sa.String()),
    sa.column("hash", sa.String()),
)
HEAD = sa.table(
    "audit_head",
    sa.column("day_on", sa.Date()),
    sa.column("hash", sa.String()),
    sa.column("count", sa.Integer()),
)

SAID_SO = """
    SELECT 1 FROM (SELECT at, object FROM audit WHERE act = 'audit-dropped' ORDER BY id DESC LIMIT 1) AS said
    WHERE OLD.id <= CAST(said.object AS {integer}) AND OLD.at < {five_years_before}
"""
"""Whether the trail itself says that retention takes this row, and it is old enough (DOMAIN §7)."""

ON_SQLITE = (
    """
    CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'audit rows are never changed'); END
    """,
    f"""
    CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
    WHEN NOT EXISTS ({SAID_SO.format(integer="INTEGER", five_years_before="datetime(said.at, '-5 years')")})
    BEGIN SELECT RAISE(ABORT, 'audit rows are never deleted'); END
    """,
)
ON_POSTGRESQL = (
    f"""
    CREATE FUNCTION refuse_change_of_audit() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'DELETE' THEN
            IF EXISTS (
                {SAID_SO.format(integer="bigint", five_years_before="said.at - interval '5 years'")}
            ) THEN
                RETURN OLD;
            END IF;
        END IF;
        RAISE EXCEPTION 'audit rows are never changed or deleted';
    END $$
    """,
    """
    CREATE TRIGGER audit_is_not_changed BEFORE UPDATE OR DELETE ON audit
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_audit()
    """,
    """
    CREATE TRIGGER audit_is_not_emptied BEFORE TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit()
    """,
)


def upgrade() -> None:
    """Chain the audit."""
    op.create_table(
        "audit_head",
        sa.Column("day_on", sa.Date(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day_on", name=op.f("pk_audit_head")),
    )
    with op.batch_alter_table("audit") as batch:
        batch.add_column(sa.Column("previous", sa.String(length=64), nullable=True))
        batch.add_column(sa.Column("hash", sa.String(length=64), nullable=True))
    _take_in(op.get_bind())
    with op.batch_alter_table("audit") as batch:
        batch.alter_column("previous", existing_type=sa.String(length=64), nullable=False)
        batch.alter_column("hash", existing_type=sa.String(length=64), nullable=False)
    op.create_index(
        "ix_report_linked",
        "report",
        ["filed_at"],
        sqlite_where=sa.text("person_id IS NOT NULL"),
        postgresql_where=sa.text("person_id IS NOT NULL"),
    )
    for statement in ON_SQLITE if op.get_bind().dialect.name == "sqlite" else ON_POSTGRESQL:
        op.execute(sa.text(statement))


def _take_in(connection: sa.Connection) -> None:
    """Give the rows there are their hashes, in order, and every day its head."""
    previous, heads, day = "0" * 64, {}, None
    rows = connection.execute(sa.select(*list(AUDIT.c)[:6]).order_by(AUDIT.c.id)).all()
    for count, row in enumerate(rows, 1):
        at = (row.at if row.at.tzinfo else row.at.replace(tzinfo=UTC)).astimezone(UTC)
        instant = at.isoformat(timespec="microseconds").replace("+00:00", "Z")
        fields = {"act": row.act, "actor": row.actor, "at": instant, "detail": row.detail}
        fields |= {"object": row.object, "previous": previous}
        written = json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        hash = hashlib.sha256(written.encode()).hexdigest()
        connection.execute(sa.update(AUDIT).where(AUDIT.c.id == row.id).values(previous=previous, hash=hash))
        day = max(day, at.date()) if day else at.date()
        heads[day] = {"day_on": day, "hash": hash, "count": count}
        previous = hash
    if heads:
        connection.execute(sa.insert(HEAD), list(heads.values()))
