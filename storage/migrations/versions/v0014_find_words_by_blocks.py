"""Find words by blocks of reports."""

from alembic import op

revision = "0014"
down_revision = "0013"

_WIDTHS = (12, 15, 18, 21)


def upgrade() -> None:
    """Find words by blocks of reports.

    PostgreSQL's index of words gives all that has a word, or nothing. A report is now found also by the
    blocks of numbers in which it lies, so that the newest can be asked for alone: so few that starting other
    processes for them would take longer (the function is not PARALLEL SAFE). Until it is analyzed nothing is
    known of how many have a word.
    """
    if op.get_context().dialect.name != "postgresql":
        return
    blocks = ", ".join(f"'{width}.' || (id >> {width})" for width in _WIDTHS)
    op.execute("DROP INDEX ix_report_words")
    op.execute("DROP FUNCTION report_vector(text)")
    op.execute(
        "CREATE FUNCTION report_vector(id bigint, words text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE"
        " STRICT COST 1000 AS $$BEGIN"
        f" RETURN array_to_tsvector(string_to_array(words, ' ') || ARRAY[{blocks}]); END$$"
    )
    op.execute("CREATE INDEX ix_report_words ON report USING gin (report_vector(id, words))")
    op.execute("ANALYZE report")
