"""Attachments: hidden data never survives, hostile files are refused, stored files are private."""

import contextlib
import io
import itertools
import logging
import stat
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, PngImagePlugin

from bot.media import MAX_BYTES, MediaError, MediaStore, check_pdf, clean_picture, sniff
from messages import say

SECRETS = [
    b"PHONEMAKER",
    b"MODEL-X9",
    b"GPS-NEAR-HOME",
    b"2026:11:23",
    b"XMP-AUTHOR",
    b"COMMENT-NAME",
    b"ICCNAME",
]
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/">XMP-AUTHOR</x:xmpmeta>'


def exif(orientation=1):
    data = Image.Exif()
    data[0x010F], data[0x0110], data[0x0132], data[0x0112] = (
        "PHONEMAKER",
        "MODEL-X9",
        "2026:11:23 07:00:00",
        orientation,
    )
    place = data.get_ifd(0x8825)
    place[1], place[2], place[3], place[4], place[28] = (
        "N",
        (10.0, 2.0, 5.0),
        "E",
        (105.0, 4.0, 9.0),
        b"GPS-NEAR-HOME",
    )
    return data.tobytes()


def icc():
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    return bytes(profile) + b"ICCNAME"


def photo(format="JPEG", size=(60, 40), mode="RGB", colour="red", **save):
    out = io.BytesIO()
    Image.new(mode, size, colour).save(out, format, **save)
    return out.getvalue()


def telling(format):
    """A photo in which every place for hidden data is used."""
    if format == "PNG":
        notes = PngImagePlugin.PngInfo()
        notes.add_text("Author", "COMMENT-NAME")
        notes.add_itxt("XML:com.adobe.xmp", XMP.decode())
        return photo("PNG", pnginfo=notes, exif=exif(), icc_profile=icc())
    if format == "JPEG":
        return photo("JPEG", exif=exif(), comment=b"COMMENT-NAME", xmp=XMP, icc_profile=icc())
    return photo("WEBP", exif=exif(), xmp=XMP, icc_profile=icc())


def opened(picture):
    return Image.open(io.BytesIO(picture.data))


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_nothing_hidden_in_a_photo_survives(format):
    before = telling(format)
    after = clean_picture(before)
    assert sum(word in before for word in SECRETS) >= 6
    assert [word for word in SECRETS if word in after.data] == []
    for marker in (b"Exif", b"ICC_PROFILE", b"ns.adobe.com", b"tEXt", b"GPS"):
        assert marker not in after.data
    assert opened(after).getexif() == {}


def test_nothing_hidden_in_a_photo_reaches_the_log(caplog):
    photo = telling("JPEG")  # making one is told in the log too
    caplog.set_level(logging.DEBUG)
    clean_picture(photo)
    assert not any(word.decode() in caplog.text for word in SECRETS)


def test_bytes_after_the_end_of_the_picture_are_dropped():
    assert b"0912345678" not in clean_picture(photo() + b"0912345678").data


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photo_stands_upright_without_its_exif(orientation):
    upright = Image.new("RGB", (80, 48), "white")
    upright.paste("red", (0, 0, 32, 16))
    inverse = {
        2: 0,
        3: 3,
        4: 1,
        5: 5,
        6: 2,
        7: 6,
        8: 4,
    }  # Image.Transpose that undoes what the viewer will do
    stored = upright if orientation == 1 else upright.transpose(Image.Transpose(inverse[orientation]))
    out = io.BytesIO()
    stored.save(out, "JPEG", exif=exif(orientation), quality=95)
    shown = opened(clean_picture(out.getvalue()))
    assert shown.size == (80, 48)
    assert [shown.getpixel(at)[1] > 128 for at in [(8, 8), (70, 8), (8, 40), (70, 40)]] == [
        False,
        True,
        True,
        True,
    ]


def test_a_large_camera_photo_costs_little_memory_and_a_long_thin_one_works():
    assert clean_picture(photo(size=(8000, 6000))).width == 1600
    assert clean_picture(photo(size=(9000, 3))).width == 1600


def test_a_screenshot_is_not_taken_for_a_jpeg_of_many_passes():
    noise = Image.effect_noise((1000, 2000), 90).convert("RGB")
    out = io.BytesIO()
    noise.save(out, "PNG")
    data = out.getvalue()
    end = data.rindex(b"\0\0\0\0IEND")
    assert clean_picture(data[:end] + chunk(b"prVt", b"\xff\xda" * 50) + data[end:]).height == 1600


@pytest.mark.filterwarnings("ignore:Corrupt EXIF")
def test_broken_exif_does_not_refuse_the_photo():
    data = photo(exif=b"Exif\0\0II*\0\xff\xff\xff\xff" + b"\xff" * 40)
    assert clean_picture(data).width == 60


def test_a_large_photo_is_scaled_and_a_small_one_is_left():
    large, small = clean_picture(photo(size=(4000, 3000))), clean_picture(photo(size=(300, 200)))
    assert (large.width, large.height) == opened(large).size == (1600, 1200)
    assert (small.width, small.height) == (300, 200)
    assert max(opened(clean_picture(photo(size=(3000, 30)), longest=100)).size) == 100


def test_the_first_frame_of_an_animation_is_kept():
    out = io.BytesIO()
    Image.new("RGB", (20, 20), "green").save(
        out, "WEBP", save_all=True, append_images=[Image.new("RGB", (20, 20), "red")], lossless=True
    )
    red, green, _ = opened(clean_picture(out.getvalue())).getpixel((10, 10))
    assert green > 100 > red


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (photo("PNG", mode="RGBA", colour=(255, 0, 0, 0)), (255, 255, 255)),
        (photo("PNG", mode="LA", colour=(0, 0)), (255, 255, 255)),
        (photo("PNG", mode="P", colour=0, transparency=0), (255, 255, 255)),
        (photo("WEBP", mode="RGBA", colour=(0, 0, 255, 0)), (255, 255, 255)),
        (photo("PNG", mode="I;16", colour=128 * 256), (128, 128, 128)),
        (photo("PNG", mode="1", colour=1), (255, 255, 255)),
        (photo("JPEG", mode="CMYK", colour=(0, 255, 255, 0)), (255, 0, 0)),
        (photo("JPEG", mode="L", colour=90), (90, 90, 90)),
    ],
    ids=["rgba", "la", "palette", "webp-alpha", "16-bit", "1-bit", "cmyk", "grey"],
)
def test_every_kind_of_pixel_becomes_plain_colour(data, expected):
    picture = opened(clean_picture(data))
    assert picture.mode == "RGB"
    assert all(abs(a - b) <= 4 for a, b in zip(picture.getpixel((5, 5)), expected, strict=True))


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width, height):
    """A PNG that claims a size; its pixels are zeros that pack a thousandfold."""

    rows = zlib.compress(bytes(min(width * height, 10_000_000)), 9)
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def scans(count):
    """A JPEG with more passes than any camera writes."""
    data = photo(progressive=True)
    at = data.rindex(b"\xff\xda")
    return data[:at] + data[at:-2] * count + data[-2:]


REFUSED = {
    "empty": b"",
    "text": b"khong phai anh",
    "gif": b"GIF89a" + bytes(50),
    "svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    "only an opening": b"\xff\xd8\xff",
    "cut in half": photo(size=(400, 400))[:900],
    "a tiff in disguise": b"\xff\xd8\xff" + photo("TIFF"),
    "a bomb": png(30_000, 30_000),
    "a smaller bomb": png(6_000, 6_000),
    "endless passes": scans(50),
    "too heavy": photo() + bytes(MAX_BYTES),
    "a pdf": b"%PDF-1.7\n%%EOF",
}


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_what_is_no_decent_picture_is_refused_in_one_sentence(name):
    with pytest.raises(MediaError) as refused:
        clean_picture(REFUSED[name])
    assert refused.value.text == say("e-file", mb=10)


@settings(deadline=None)  # noise may make it a picture of many pixels, and a slow machine takes its time
@given(st.binary(max_size=300), st.integers(0, 600), st.sampled_from(["JPEG", "PNG", "WEBP"]))
def test_a_damaged_file_is_a_picture_or_refused_never_an_accident(noise, at, format):
    good = photo(format)
    with contextlib.suppress(MediaError):
        assert opened(clean_picture(good[:at] + noise + good[at + len(noise) :])).format == "JPEG"


def test_a_file_is_what_its_bytes_say():
    assert [sniff(photo(name)) for name in ("JPEG", "PNG", "WEBP")] == ["jpeg", "png", "webp"]
    assert sniff(b"%PDF-1.4\n") == "pdf"
    assert [sniff(data) for data in (b"", b"GIF89a", b"PK\x03\x04", b"<html>", b"RIFF1234WAVEfmt ")] == [
        None
    ] * 5


def test_a_pdf_begins_and_ends_as_one():
    check_pdf(b"%PDF-1.7\n...\n%%EOF\n")
    for data in (
        b"",
        b"%PDF-1.7 cut off",
        b"<html>%PDF-1.7 %%EOF",
        b"%PDF-1.7" + bytes(MAX_BYTES) + b"%%EOF",
    ):
        with pytest.raises(MediaError):
            check_pdf(data)


def test_a_stored_file_is_read_back_until_it_is_deleted(tmp_path):
    store = MediaStore(tmp_path / "media")
    name = store.put(b"abc")
    with MediaStore(tmp_path / "media").open(name) as file:
        assert file.read() == b"abc"
    store.delete(name)
    store.delete(name)
    with pytest.raises(FileNotFoundError):
        store.open(name)


def test_only_the_owner_may_enter(tmp_path):
    folder = tmp_path / "data" / "media"
    folder.mkdir(parents=True, mode=0o755)
    name = MediaStore(folder).put(b"abc")
    modes = {stat.S_IMODE(path.stat().st_mode) for path in [folder, *folder.glob("*")]}
    assert modes == {0o700}
    assert stat.S_IMODE((folder / name[:2] / name).stat().st_mode) == 0o600


def test_names_are_ours_alone_and_never_overwritten(tmp_path):
    names = itertools.repeat("0f" * 16)
    store = MediaStore(tmp_path / "media", lambda: next(names))
    assert store.put(b"first") == "0f" * 16
    with pytest.raises(FileExistsError):
        store.put(b"second")
    with store.open("0f" * 16) as file:
        assert file.read() == b"first"


@pytest.mark.parametrize(
    "name", ["", ".", "..", "../x", "/etc/passwd", "0f/../../secret", "0F" * 16, "a" * 33, "a" * 31 + "\n"]
)
def test_a_word_that_is_no_name_of_ours_reaches_no_path(tmp_path, name):
    Path(tmp_path / "secret").write_text("x")
    store = MediaStore(tmp_path / "media")
    for act in (store.open, store.delete):
        with pytest.raises(FileNotFoundError):
            act(name)
