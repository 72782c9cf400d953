"""Attachments: what is accepted, how a picture is cleaned, where files are kept.

Only contents count, never a name or a declared type. Pictures are decoded and drawn anew, so nothing hidden
in the file (position, camera, comments, thumbnails, further frames) survives. A PDF is stored as it came:
rewriting it would break the digital signature of an official document, so its author field stays; like every
attachment it lies behind a coordinator's tap (DESIGN §4.6).
"""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal

from messages import Say, say

if TYPE_CHECKING:
    from bot.drawing import Picture

MEBIBYTE = 1024 * 1024
MAX_BYTES = 10 * MEBIBYTE
LONGEST = 1600

Kind = Literal["jpeg", "png", "webp", "pdf"]

_OPENINGS: tuple[tuple[re.Pattern[bytes], Kind], ...] = (
    (re.compile(rb"\xff\xd8\xff"), "jpeg"),
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "png"),
    (re.compile(rb"RIFF.{4}WEBPVP8", re.DOTALL), "webp"),
    (re.compile(rb"%PDF-\d"), "pdf"),
)


class MediaError(Exception):
    """A file we do not take; `text` is the sentence for the person."""

    def __init__(self, text: Say) -> None:
        super().__init__(text.id)
        self.text = text


def sniff(data: bytes) -> Kind | None:
    """What the first bytes say a file is; None for everything we do not take."""
    return next((kind for opening, kind in _OPENINGS if opening.match(data)), None)


def clean_picture(data: bytes, longest: int = LONGEST, max_bytes: int = MAX_BYTES) -> Picture:
    """Decode a JPEG, PNG or WebP and draw it anew as a JPEG with no side longer than `longest`.

    Upright as its EXIF says, first frame only, white where it was transparent. A phone's photo takes about
    0.15 s, mostly outside the interpreter lock: call it in a thread. Raises MediaError for all else.
    """
    if sniff(data) not in ("jpeg", "png", "webp") or len(data) > max_bytes:
        raise _refused(max_bytes)
    from bot.drawing import draw  # Pillow: loaded with the first picture

    try:
        return draw(data, longest)
    except Exception as error:  # decoders raise what they like on broken or hostile files
        raise _refused(max_bytes) from error


def check_pdf(data: bytes, max_bytes: int = MAX_BYTES) -> None:
    """Raise MediaError unless `data` begins and ends as a PDF of at most `max_bytes`."""
    if sniff(data) != "pdf" or b"%%EOF" not in data[-2048:] or len(data) > max_bytes:
        raise _refused(max_bytes)


def _refused(max_bytes: int) -> MediaError:
    return MediaError(say("e-file", mb=max_bytes // MEBIBYTE))


class MediaStore:
    """Files under names of our own in a folder nobody else reads.

    `new_name` gives a fresh name of 32 hexadecimal digits; only such names are ever turned into a path.
    """

    def __init__(self, folder: Path, new_name: Callable[[], str] = lambda: secrets.token_hex(16)) -> None:
        self._folder = folder
        self._new_name = new_name
        _private_folder(folder)

    def put(self, data: bytes, name: str | None = None) -> str:
        """Keep `data`; gives its name (a fresh one, or the one given) once it is on disk. Raises OSError
        (full, read-only) and FileExistsError (name taken)."""
        name = name or self._new_name()
        path = self._path(name)
        _private_folder(path.parent)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _sync_folder(path.parent)
        return name

    def open(self, name: str) -> BinaryIO:
        """The file called `name`, for reading. Raises FileNotFoundError for every other word."""
        return self._path(name).open("rb")

    def read(self, name: str) -> bytes:
        """The bytes of the file called `name`. Raises FileNotFoundError."""
        with self.open(name) as file:
            return file.read()

    def delete(self, name: str) -> None:
        """Remove the file called `name`; nothing happens if it is gone."""
        path = self._path(name)
        path.unlink(missing_ok=True)
        if path.parent.exists():
            _sync_folder(path.parent)

    def _path(self, name: str) -> Path:
        if not re.fullmatch("[0-9a-f]{32}", name):
            raise FileNotFoundError(f"not a name of ours: {name!r}")
        return self._folder / name[:2] / name


def _private_folder(folder: Path) -> None:
    if not folder.exists():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _sync_folder(folder.parent)
    folder.chmod(0o700)


def _sync_folder(folder: Path) -> None:
    """Make what was created or removed in `folder` survive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
