"""Attachments: what is accepted, how a picture is cleaned, where files are kept.

Only contents count, never a name or a declared type. Pictures are decoded and drawn anew, so nothing hidden
in the file (position, camera, comments, thumbnails, further frames) survives. A PDF is stored as it came:
rewriting it would break the digital signature of an official document, so its author field stays; like every
attachment it lies behind a coordinator's tap (DESIGN §4.6).
"""

from __future__ import annotations

import io
import logging
import os
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal

from PIL import Image, ImageOps

from messages import Say, say

logging.getLogger("PIL").setLevel(logging.INFO)  # at DEBUG it writes every EXIF value, positions included

MEBIBYTE = 1024 * 1024
MAX_BYTES = 10 * MEBIBYTE
LONGEST = 1600
QUALITY = 82

MAX_PIXELS = 80_000_000
"""Of the file; most cameras' JPEGs are decoded at a fraction of it."""
MAX_DECODED_PIXELS = 16_000_000
"""What may be unpacked at once: 64 MB."""
MAX_SCANS = 40
"""Of a progressive JPEG (usual: 10); thousands of empty ones cost minutes of CPU."""

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


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture drawn anew: its bytes and what they are."""

    data: bytes
    width: int
    height: int
    media_type: str = "image/jpeg"


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
    try:
        return _draw(data, longest)
    except Exception as error:  # decoders raise what they like on broken or hostile files
        raise _refused(max_bytes) from error


def check_pdf(data: bytes, max_bytes: int = MAX_BYTES) -> None:
    """Raise MediaError unless `data` begins and ends as a PDF of at most `max_bytes`."""
    if sniff(data) != "pdf" or b"%%EOF" not in data[-2048:] or len(data) > max_bytes:
        raise _refused(max_bytes)


def _refused(max_bytes: int) -> MediaError:
    return MediaError(say("e-file", mb=max_bytes // MEBIBYTE))


def _draw(data: bytes, longest: int) -> Picture:
    with Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "WEBP")) as image:
        _check_cost(image, data, longest)
        image.load()
        drawn = _upright(image, _flat(image))
    drawn.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    clean = Image.new("RGB", drawn.size)  # a new image knows nothing of the old one's `info`
    clean.paste(drawn)
    out = io.BytesIO()
    clean.save(out, "JPEG", quality=QUALITY, optimize=True)
    return Picture(out.getvalue(), clean.width, clean.height)


def _check_cost(image: Image.Image, data: bytes, longest: int) -> None:
    """Refuse decompression bombs before a pixel is decoded; ask a JPEG for a reduced decoding."""
    width, height = image.size
    share = min(1.0, longest / max(width, height))
    image.draft(None, (max(1, int(width * share)), max(1, int(height * share))))
    decoded = width * height if image.info.get("progressive") else image.width * image.height
    passes = data.count(b"\xff\xda") if image.format in ("JPEG", "MPO") else 1
    if width * height > MAX_PIXELS or decoded > MAX_DECODED_PIXELS or passes > MAX_SCANS:
        raise ValueError("costs too much to decode")


def _flat(image: Image.Image) -> Image.Image:
    """The picture in RGB, on white where it was transparent."""
    if image.mode.startswith("I"):  # 16 bits a pixel: `convert` alone would clip nearly all to white
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    if not image.has_transparency_data:
        return image if image.mode == "RGB" else image.convert("RGB")
    layer = image.convert("RGBA")
    paper = Image.new("RGB", layer.size, "white")
    paper.paste(layer, mask=layer)
    return paper


def _upright(image: Image.Image, drawn: Image.Image) -> Image.Image:
    """`drawn` turned as the camera said in the EXIF block of `image`; unreadable EXIF says nothing."""
    try:
        drawn.getexif()[0x0112] = image.getexif().get(0x0112, 1)
        return ImageOps.exif_transpose(drawn)
    except Exception:
        return drawn


class MediaStore:
    """Files under names of our own in a folder nobody else reads.

    `new_name` gives a fresh name of 32 hexadecimal digits; only such names are ever turned into a path.
    """

    def __init__(self, folder: Path, new_name: Callable[[], str] = lambda: secrets.token_hex(16)) -> None:
        self._folder = folder
        self._new_name = new_name
        _private_folder(folder)

    def put(self, data: bytes) -> str:
        """Keep `data`; gives its name once it is on disk. Raises OSError (full, read-only, name taken)."""
        name = self._new_name()
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
