"""Statements compiled once for all tests.

Every test opens engines of its own, and SQLAlchemy keeps what it has compiled with the engine: a quarter of
the time of a test on a database went into compiling the same statements anew.
"""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import Engine, create_engine


class Compiled(dict[Any, Any]):
    """A cache of compiled statements for engines of the same kind, whichever they are."""

    def get(self, key: Any, default: Any = None) -> Any:
        return super().get(_for_the_kind(key), default)

    def __setitem__(self, key: Any, value: Any) -> None:
        super().__setitem__(_for_the_kind(key), value)


def _for_the_kind(key: Any) -> Any:
    dialect, *statement = key
    return type(dialect), *statement


def compile_once(patch: pytest.MonkeyPatch) -> None:
    """From now on the product's engines share what they compile."""
    compiled = Compiled()

    def sharing(*given: Any, **more: Any) -> Engine:
        engine = create_engine(*given, **more)
        engine.update_execution_options(compiled_cache=compiled)
        return engine

    patch.setattr("storage.database.create_engine", sharing)
