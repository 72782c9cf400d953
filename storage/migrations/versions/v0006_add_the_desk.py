"""Add the desk."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the desk."""
    op.create_table(
        "directive",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("unit_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("number", sa.String(length=60), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("body", sa.String(length=200), nullable=False),
        sa.Column("said", sa.String(length=2000), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_directive_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_directive")),
        sa.UniqueConstraint("unit_id", "number", name=op.f("uq_directive_unit_id_number")),
    )
    with op.batch_alter_table("directive", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_directive_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "matter",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("unit_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("origin_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("area_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("campaign_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("topic", sa.String(length=8), nullable=False),
        sa.Column("level", sa.String(length=12), nullable=False),
        sa.Column("said", sa.String(length=2000), nullable=False),
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("sensitive", sa.Boolean(), nullable=False),
        sa.Column("status", sa.String(length=12), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("result", sa.Text(), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ask_again_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["area_id"], ["unit.id"], name=op.f("fk_matter_area_id")),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaign.id"], name=op.f("fk_matter_campaign_id")),
        sa.ForeignKeyConstraint(["origin_id"], ["unit.id"], name=op.f("fk_matter_origin_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_matter_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_matter")),
    )
    with op.batch_alter_table("matter", schema=None) as batch_op:
        batch_op.create_index(
            "ix_matter_ask_again_at",
            ["ask_again_at"],
            unique=False,
            sqlite_where=sa.text("ask_again_at IS NOT NULL"),
            postgresql_where=sa.text("ask_again_at IS NOT NULL"),
        )
        batch_op.create_index("ix_matter_origin_id_changed_at", ["origin_id", "changed_at"], unique=False)
        batch_op.create_index(
            "ix_matter_unit_id_status_changed_at", ["unit_id", "status", "changed_at"], unique=False
        )

    op.create_table(
        "feedback",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("matter_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("round", sa.SmallInteger(), nullable=False),
        sa.Column("said", sa.String(length=8), nullable=False),
        sa.Column("why", sa.String(length=500), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["matter_id"], ["matter.id"], name=op.f("fk_feedback_matter_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_feedback_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback")),
        sa.UniqueConstraint(
            "matter_id", "person_id", "round", name=op.f("uq_feedback_matter_id_person_id_round")
        ),
    )
    op.create_table(
        "matter_directive",
        sa.Column("matter_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("directive_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(
            ["directive_id"], ["directive.id"], name=op.f("fk_matter_directive_directive_id")
        ),
        sa.ForeignKeyConstraint(["matter_id"], ["matter.id"], name=op.f("fk_matter_directive_matter_id")),
        sa.PrimaryKeyConstraint("matter_id", "directive_id", name=op.f("pk_matter_directive")),
    )
    with op.batch_alter_table("matter_directive", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_matter_directive_directive_id"), ["directive_id"], unique=False)

    op.create_table(
        "matter_event",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("matter_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("act", sa.String(length=16), nullable=False),
        sa.Column("said", sa.Text(), nullable=True),
        sa.Column("detail", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=True),
        sa.ForeignKeyConstraint(["matter_id"], ["matter.id"], name=op.f("fk_matter_event_matter_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_matter_event_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_matter_event")),
    )
    with op.batch_alter_table("matter_event", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_matter_event_matter_id"), ["matter_id"], unique=False)

    op.create_table(
        "matter_reader",
        sa.Column("matter_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["matter_id"], ["matter.id"], name=op.f("fk_matter_reader_matter_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_matter_reader_person_id")),
        sa.PrimaryKeyConstraint("matter_id", "person_id", name=op.f("pk_matter_reader")),
    )
    with op.batch_alter_table("matter_reader", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_matter_reader_person_id"), ["person_id"], unique=False)

    op.create_table(
        "referral",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("matter_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("unit_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("lead", sa.Boolean(), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("said", sa.String(length=2000), nullable=False),
        sa.Column("area", sa.String(length=200), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("generation", sa.SmallInteger(), nullable=False),
        sa.Column("link_until_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("more_until_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.String(length=300), nullable=True),
        sa.Column("follows_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("stage", sa.SmallInteger(), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("made_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(["follows_id"], ["referral.id"], name=op.f("fk_referral_follows_id")),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name=op.f("fk_referral_made_by")),
        sa.ForeignKeyConstraint(["matter_id"], ["matter.id"], name=op.f("fk_referral_matter_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_referral_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral")),
    )
    with op.batch_alter_table("referral", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_referral_matter_id"), ["matter_id"], unique=False)
        batch_op.create_index(
            "ix_referral_next_at",
            ["next_at"],
            unique=False,
            sqlite_where=sa.text("next_at IS NOT NULL"),
            postgresql_where=sa.text("next_at IS NOT NULL"),
        )
        batch_op.create_index(
            "ix_referral_unit_id_state_due_at", ["unit_id", "state", "due_at"], unique=False
        )

    op.create_table(
        "answer",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("referral_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("checked", sa.String(length=2000), nullable=False),
        sa.Column("found", sa.String(length=2000), nullable=False),
        sa.Column("planned", sa.String(length=2000), nullable=False),
        sa.Column("done_by_on", sa.Date(), nullable=True),
        sa.Column("verdict", sa.String(length=12), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("judged_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("judged_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("reason", sa.String(length=500), nullable=True),
        sa.Column("told", sa.String(length=2000), nullable=True),
        sa.ForeignKeyConstraint(["judged_by"], ["person.id"], name=op.f("fk_answer_judged_by")),
        sa.ForeignKeyConstraint(["referral_id"], ["referral.id"], name=op.f("fk_answer_referral_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer")),
    )
    with op.batch_alter_table("answer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_answer_referral_id"), ["referral_id"], unique=False)

    op.create_table(
        "answer_file",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("referral_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("answer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("media_type", sa.String(length=40), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["answer_id"], ["answer.id"], name=op.f("fk_answer_file_answer_id")),
        sa.ForeignKeyConstraint(["referral_id"], ["referral.id"], name=op.f("fk_answer_file_referral_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer_file")),
    )
    with op.batch_alter_table("answer_file", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_answer_file_referral_id"), ["referral_id"], unique=False)

    op.create_table(
        "matter_report",
        sa.Column("report_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("matter_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["matter_id"], ["matter.id"], name=op.f("fk_matter_report_matter_id")),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_matter_report_report_id")),
        sa.PrimaryKeyConstraint("report_id", name=op.f("pk_matter_report")),
    )
    with op.batch_alter_table("matter_report", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_matter_report_matter_id"), ["matter_id"], unique=False)

    op.create_table(
        "inquiry",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("report_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("asked_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("said", sa.String(length=500), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("amendment_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(["amendment_id"], ["amendment.id"], name=op.f("fk_inquiry_amendment_id")),
        sa.ForeignKeyConstraint(["asked_by"], ["person.id"], name=op.f("fk_inquiry_asked_by")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_inquiry_person_id")),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name=op.f("fk_inquiry_report_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inquiry")),
    )
    with op.batch_alter_table("inquiry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_inquiry_report_id"), ["report_id"], unique=False)
