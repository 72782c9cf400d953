"""Writes the next migration: `python -m tests.storage.new_migration "Say what it does"`.

It compares a database at the newest step with `storage/tables.py`. Read what it wrote, add the moving of
data, and set `HEAD` in `storage/migrate.py`. Long lines are for `make fix`.
"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path
from typing import Any, Literal

from alembic.autogenerate import compare_metadata, produce_migrations, render_python_code
from alembic.migration import MigrationContext
from sqlalchemy import Connection

from storage import migrate
from storage.database import make_engine
from storage.tables import Document, Utc, metadata

VERSIONS = migrate.STEPS / "versions"

STEP = '''"""{title}"""

import sqlalchemy as sa
from alembic import op
{imports}
revision = "{revision}"
down_revision = {before!r}


def upgrade() -> None:
    """{title}"""
{steps}
'''


def _is_ours(name: str | None, kind: str, parents: object) -> bool:
    """The index of words is made by hand: each database has its own kind (migrations 0010, 0014)."""
    return not (name or "").startswith(("report_words", "ix_report_words"))


OPTIONS = {"compare_type": True, "render_as_batch": True, "include_name": _is_ours}


def differences(connection: Connection) -> list[Any]:
    """What has to be done to the tables of `connection` to make them those of `storage/tables.py`."""
    return compare_metadata(MigrationContext.configure(connection, opts=OPTIONS), metadata)


def _steps(connection: Connection, batch: bool) -> str:
    context = MigrationContext.configure(connection, opts=OPTIONS)
    script = produce_migrations(context, metadata)
    assert script.upgrade_ops
    code = render_python_code(
        script.upgrade_ops, render_as_batch=batch, render_item=_plain, migration_context=context
    )
    lines = [line.rstrip() for line in code.splitlines() if "###" not in line]
    return "\n".join(lines).replace(", postgresql_where", ",\n        postgresql_where")


def _plain(kind: str, item: object, _context: object) -> str | Literal[False]:
    """Types of ours are written as what the database keeps, so that a step never changes with our code."""
    if isinstance(item, Utc):
        return "sa.DateTime(timezone=True)"
    return 'sa.JSON().with_variant(postgresql.JSONB(), "postgresql")' if item is Document else False


def write(title: str) -> Path:
    """The file of the next step."""
    before = max((file.stem[1:5] for file in VERSIONS.glob("v*.py")), default=None)
    revision = f"{int(before or 0) + 1:04}"
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/old.db"
        if before:
            migrate.upgrade(url)
        with make_engine(url).connect() as connection:
            steps = _steps(connection, batch=before is not None)
    imports = "from sqlalchemy.dialects import postgresql\n" if "postgresql." in steps else ""
    slug = re.sub(r"\W+", "_", title.lower()).strip("_")[:30]
    file = VERSIONS / f"v{revision}_{slug}.py"
    file.write_text(
        STEP.format(title=f"{title}.", revision=revision, before=before, imports=imports, steps=steps)
    )
    return file


if __name__ == "__main__":
    print(write(sys.argv[1]))  # noqa: T201
