"""Add the desk in the browser."""

import sqlalchemy as sa
from alembic import op

from domain.search import findable

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Add the desk in the browser."""
    op.create_table(
        "console_session",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("second_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_console_session_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_console_session")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_console_session_token_hash")),
    )
    op.create_index(op.f("ix_console_session_ends_at"), "console_session", ["ends_at"], unique=False)
    op.create_index(op.f("ix_console_session_person_id"), "console_session", ["person_id"], unique=False)

    op.create_table(
        "recovery_code",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_recovery_code_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recovery_code")),
    )
    op.create_index(op.f("ix_recovery_code_person_id"), "recovery_code", ["person_id"], unique=False)

    op.create_table(
        "saved_view",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("label", sa.String(length=60), nullable=False),
        sa.Column("query", sa.String(length=1000), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_saved_view_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_view")),
    )
    op.create_index(op.f("ix_saved_view_person_id"), "saved_view", ["person_id"], unique=False)

    op.create_table(
        "sign_in_link",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("word", sa.String(length=6), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_sign_in_link_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_link")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_sign_in_link_token_hash")),
    )
    op.create_index(op.f("ix_sign_in_link_person_id"), "sign_in_link", ["person_id"], unique=False)

    op.create_table(
        "totp",
        sa.Column("person_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("secret", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("used_step", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_totp_person_id")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_totp")),
    )
    op.create_index("ix_audit_actor_id", "audit", ["actor", "id"], unique=False)
    op.add_column("report", sa.Column("words", sa.Text(), server_default="", nullable=False))
    _fill_words()
    _index_words()


def _fill_words() -> None:
    """Reports of before can be found too, with what was added to them."""
    connection, after = op.get_bind(), 0
    while rows := connection.execute(_SOME, {"after": after}).all():
        after = rows[-1].id
        more: dict[int, list[str]] = {row.id: [] for row in rows}
        for one in connection.execute(_ADDED, {"first": rows[0].id, "last": after}):
            more.get(one.report_id, []).append(one.said)
        connection.execute(
            sa.text("UPDATE report SET words = :words WHERE id = :report"),
            [
                {
                    "report": row.id,
                    "words": findable(
                        row.unit_id, [row.said, row.forecast or "", row.proposal or "", *more[row.id]]
                    ),
                }
                for row in rows
            ],
        )


_SOME = sa.text(
    "SELECT id, unit_id, said, forecast, proposal FROM report WHERE id > :after AND nil = false"
    " ORDER BY id LIMIT 1000"
)
_ADDED = sa.text(
    "SELECT report_id, said FROM amendment WHERE kind = 'addition' AND report_id BETWEEN :first AND :last"
)


def _index_words() -> None:
    """The words are made by `domain/search.py`; the databases only look them up. On SQLite triggers keep the
    index with the table: a later step that makes `report` anew has to make them anew as well."""
    if op.get_context().dialect.name != "sqlite":
        op.execute(
            "CREATE INDEX ix_report_words ON report"
            " USING gin (array_to_tsvector(string_to_array(words, ' ')))"
        )
        return
    op.execute(
        "CREATE VIRTUAL TABLE report_words USING fts5(words, content='report', content_rowid='id',"
        " tokenize='unicode61 remove_diacritics 0', detail=none, columnsize=0)"
    )
    op.execute("INSERT INTO report_words(report_words) VALUES ('rebuild')")
    gone = "INSERT INTO report_words(report_words, rowid, words) VALUES ('delete', old.id, old.words);"
    come = "INSERT INTO report_words(rowid, words) VALUES (new.id, new.words);"
    for name, when, what in (
        ("insert", "AFTER INSERT ON report", come),
        ("update", "AFTER UPDATE OF words ON report", gone + come),
        ("delete", "AFTER DELETE ON report", gone),
    ):
        op.execute(f"CREATE TRIGGER report_words_{name} {when} BEGIN {what} END")
