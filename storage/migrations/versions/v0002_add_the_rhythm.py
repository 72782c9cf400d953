"""Add the rhythm."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the rhythm."""
    op.create_table(
        "campaign",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("unit_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("code", sa.String(length=24), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("words", sa.String(length=300), nullable=True),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("to_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_campaign_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaign")),
        sa.UniqueConstraint("unit_id", "code", name=op.f("uq_campaign_unit_id_code")),
    )
    op.create_index(op.f("ix_campaign_unit_id"), "campaign", ["unit_id"], unique=False)

    op.create_table(
        "mailing",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("unit_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("subject_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("body", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("audience", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("acknowledged", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("watched", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_mailing_person_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_mailing_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mailing")),
    )
    op.create_index("ix_mailing_state", "mailing", ["state"], unique=False)
    op.create_index(op.f("ix_mailing_unit_id"), "mailing", ["unit_id"], unique=False)

    op.create_table(
        "poll",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("unit_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("question", sa.String(length=300), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("options", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("shared", sa.Boolean(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("live_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("drawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_poll_person_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_poll_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_poll")),
    )
    op.create_index(op.f("ix_poll_unit_id"), "poll", ["unit_id"], unique=False)
    op.create_index("ix_poll_closed_at", "poll", ["closed_at"], unique=False)

    op.create_table(
        "shift",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("unit_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("from_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("to_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("wanted_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_shift_person_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_shift_unit_id")),
        sa.ForeignKeyConstraint(["wanted_by"], ["person.id"], name=op.f("fk_shift_wanted_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shift")),
    )
    op.create_index("ix_shift_unit_id_from_at", "shift", ["unit_id", "from_at"], unique=False)
    op.create_index("ix_shift_to_at", "shift", ["to_at"], unique=False)

    op.create_table(
        "focus",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("period_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("topic", sa.String(length=8), nullable=True),
        sa.Column("said", sa.String(length=300), nullable=False),
        sa.Column("place", sa.SmallInteger(), nullable=False),
        sa.ForeignKeyConstraint(["period_id"], ["period.id"], name=op.f("fk_focus_period_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_focus")),
    )
    op.create_index("ix_focus_period_id_place", "focus", ["period_id", "place"], unique=False)

    op.create_table(
        "mailing_copy",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("mailing_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("lane", sa.String(length=120), nullable=True),
        sa.Column("outbox_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["mailing_id"], ["mailing.id"], name=op.f("fk_mailing_copy_mailing_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_mailing_copy_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mailing_copy")),
        sa.UniqueConstraint("mailing_id", "person_id", name=op.f("uq_mailing_copy_mailing_id_person_id")),
    )
    op.create_index("ix_mailing_copy_outbox_id", "mailing_copy", ["outbox_id"], unique=False)

    op.create_table(
        "period_stage",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("period_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("stage", sa.String(length=20), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.ForeignKeyConstraint(["period_id"], ["period.id"], name=op.f("fk_period_stage_period_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_period_stage")),
        sa.UniqueConstraint("period_id", "stage", name=op.f("uq_period_stage_period_id_stage")),
    )
    op.create_index(
        "ix_period_stage_open",
        "period_stage",
        ["at"],
        unique=False,
        sqlite_where=sa.text("state IN ('planned', 'current')"),
        postgresql_where=sa.text("state IN ('planned', 'current')"),
    )
    op.create_table(
        "poll_answer",
        sa.Column("poll_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("answer", sa.String(length=20), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_poll_answer_person_id")),
        sa.ForeignKeyConstraint(["poll_id"], ["poll.id"], name=op.f("fk_poll_answer_poll_id")),
        sa.PrimaryKeyConstraint("poll_id", "person_id", name=op.f("pk_poll_answer")),
    )
    op.create_table(
        "reminder",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("period_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("stage", sa.String(length=20), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("lane", sa.String(length=120), nullable=True),
        sa.Column("outbox_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(["period_id"], ["period.id"], name=op.f("fk_reminder_period_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_reminder_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminder")),
        sa.UniqueConstraint(
            "period_id", "person_id", "stage", name=op.f("uq_reminder_period_id_person_id_stage")
        ),
    )
    op.create_index("ix_reminder_outbox_id", "reminder", ["outbox_id"], unique=False)
    op.create_index("ix_reminder_person_id_sent_on", "reminder", ["person_id", "sent_on"], unique=False)
    op.create_index(
        "ix_reminder_new",
        "reminder",
        ["person_id", "period_id"],
        unique=False,
        sqlite_where=sa.text("state = 'new'"),
        postgresql_where=sa.text("state = 'new'"),
    )
    op.create_index(
        "ix_reminder_planned",
        "reminder",
        ["at"],
        unique=False,
        sqlite_where=sa.text("state = 'planned'"),
        postgresql_where=sa.text("state = 'planned'"),
    )

    op.create_table(
        "obligation",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("period_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("report_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("until_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("reason", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["decided_by"], ["person.id"], name=op.f("fk_obligation_decided_by")),
        sa.ForeignKeyConstraint(["period_id"], ["period.id"], name=op.f("fk_obligation_period_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_obligation_person_id")),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_obligation_report_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_obligation")),
        sa.UniqueConstraint("period_id", "person_id", name=op.f("uq_obligation_period_id_person_id")),
    )
    op.create_index(
        "ix_obligation_owes",
        "obligation",
        ["period_id", "person_id"],
        unique=False,
        sqlite_where=sa.text("state = 'owes'"),
        postgresql_where=sa.text("state = 'owes'"),
    )
    op.create_index("ix_obligation_person_id_state", "obligation", ["person_id", "state"], unique=False)
    op.create_index("ix_obligation_report_id", "obligation", ["report_id"], unique=False)

    op.create_table(
        "report_campaign",
        sa.Column("report_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("campaign_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_report_campaign_campaign_id")
        ),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_report_campaign_report_id")),
        sa.PrimaryKeyConstraint("report_id", "campaign_id", name=op.f("pk_report_campaign")),
    )
    op.create_index(op.f("ix_report_campaign_campaign_id"), "report_campaign", ["campaign_id"], unique=False)

    op.create_table(
        "period_count",
        sa.Column("period_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["period_id"], ["period.id"], name=op.f("fk_period_count_period_id")),
        sa.PrimaryKeyConstraint("period_id", "state", name=op.f("pk_period_count")),
    )
    op.create_table(
        "regulations",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("unit_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.SmallInteger(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_regulations_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_regulations")),
        sa.UniqueConstraint("unit_id", "version", name=op.f("uq_regulations_unit_id_version")),
    )

    with op.batch_alter_table("alert_notice") as batch:
        batch.drop_constraint("fk_alert_notice_outbox_id", type_="foreignkey")
    if op.get_context().dialect.name == "sqlite":
        options = {"sqlite_autoincrement": True}
        with op.batch_alter_table("outbox", recreate="always", table_kwargs=options):
            pass

    op.add_column("unit", sa.Column("rule", sa.String(length=60), nullable=True))
    op.add_column(
        "period", sa.Column("programme", sa.String(length=20), server_default="regular", nullable=False)
    )
    op.add_column("period", sa.Column("said", sa.Text(), nullable=True))
    op.add_column("period", sa.Column("nil_from_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("period", sa.Column("newcomers_until_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index("ix_period_cutoff_at", "period", ["cutoff_at"], unique=False)
    _add_reference("period", "opened_by", "person")
    _add_reference("report", "request_id", "period")
    _add_reference("report", "focus_id", "focus")


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
