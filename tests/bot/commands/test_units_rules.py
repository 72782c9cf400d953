"""Regulations are published from a text file, and shown."""

from pathlib import Path


def test_regulations_are_published_and_shown(at_home):
    assert at_home("units", "rules", "--unit", "PM").code == 2
    Path("q.txt").write_text("\ufeffĐiều 1. Phản ánh trung thực.\n", encoding="utf-8")
    done = at_home("units", "rules", "--unit", "PM", "q.txt")
    assert done.code == 0, done.err
    assert "version 1" in done.out[0]
    shown = at_home("units", "rules", "--unit", "pm")
    assert shown.out[-1] == "Điều 1. Phản ánh trung thực."


def test_a_file_that_will_not_do_is_one_line(at_home):
    Path("empty.txt").write_text(" \n")
    Path("long.txt").write_text("a" * 30_001)
    Path("other.txt").write_bytes(b"\xff\xfe\x00")
    for name in ("empty.txt", "long.txt", "other.txt", "none.txt"):
        done = at_home("units", "rules", "--unit", "PM", name)
        assert (done.code, len(done.err)) == (2, 1), name
