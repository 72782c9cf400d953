"""Pictures decoded and drawn anew, so that nothing but what is seen survives. Loads Pillow."""

from __future__ import annotations

import io
import logging
from dataclasses import dataclass

from PIL import Image, ImageOps

logging.getLogger("PIL").setLevel(logging.INFO)  # at DEBUG it writes every EXIF value, positions included

QUALITY = 82

MAX_PIXELS = 80_000_000
"""Of the file; most cameras' JPEGs are decoded at a fraction of it."""
MAX_DECODED_PIXELS = 16_000_000
"""What may be unpacked at once: 64 MB."""
MAX_SCANS = 40
"""Of a progressive JPEG (usual: 10); thousands of empty ones cost minutes of CPU."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture drawn anew: its bytes and what they are."""

    data: bytes
    width: int
    height: int
    media_type: str = "image/jpeg"


def draw(data: bytes, longest: int) -> Picture:
    """The picture in `data` drawn anew, no side longer than `longest`. Raises whatever its decoder raises."""
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
