"""Codes of an authenticator are those of RFC 6238, each good once."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.totp import (
    DRIFT,
    STEP,
    address_of,
    code_at,
    matching_step,
    read_secret,
    step_of,
    written_secret,
)

SECRET = b"12345678901234567890"
"""The secret of RFC 6238, appendix B (SHA-1)."""


@pytest.mark.parametrize(
    ("seconds", "code"),
    [
        (59, "94287082"),
        (1111111109, "07081804"),
        (1111111111, "14050471"),
        (1234567890, "89005924"),
        (2000000000, "69279037"),
        (20000000000, "65353130"),
    ],
)
def test_the_vectors_of_the_rfc(seconds, code):
    assert code_at(SECRET, seconds // STEP, 8) == code
    assert code_at(SECRET, seconds // STEP) == code[-6:]


def at(step):
    return datetime.fromtimestamp(step * STEP + 1, UTC)


@given(st.integers(10, 2**32), st.integers(-5, 5))
def test_a_code_is_taken_only_near_its_time(step, off):
    code = code_at(SECRET, step + off)
    taken = matching_step(SECRET, code, at(step), 0)
    assert taken is not None or abs(off) > DRIFT
    assert taken is None or (abs(taken - step) <= DRIFT and code_at(SECRET, taken) == code)


def test_a_code_is_taken_once():
    step = step_of(at(1000))
    code = code_at(SECRET, step)
    assert matching_step(SECRET, code, at(1000), step - 1) == step
    assert matching_step(SECRET, code, at(1000), step) is None


@pytest.mark.parametrize("code", ["", "12345", "abcdef", "１２３４５６", "0" * 400])
def test_what_is_no_code_is_of_no_step(code):
    assert matching_step(SECRET, code, at(1000), 0) is None


@given(st.binary(min_size=20, max_size=20))
def test_a_secret_is_read_as_it_was_written(secret):
    assert read_secret(written_secret(secret)) == secret


def test_the_address_is_what_apps_read():
    assert address_of(SECRET, "Báo Nhanh", "Lan & Hoa") == (
        "otpauth://totp/B%C3%A1o%20Nhanh:Lan%20%26%20Hoa"
        "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=B%C3%A1o%20Nhanh"
    )
