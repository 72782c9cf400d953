"""What differs where the program runs in processes of its own."""

import pytest


@pytest.fixture
def codes_are_hashed_quickly() -> None:
    """The program reads the codes made here: they are hashed as it does."""
