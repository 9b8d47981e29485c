from __future__ import annotations

import codecs
import os
from pathlib import Path

import pytest
from sources import create_source, read_bytes

from chuxiong_site.content.find_templates import find_templates
from chuxiong_site.content.read_files import (
    INVISIBLE,
    MAX_BYTES,
    MAX_INVISIBLE_PER_FILE,
    read_source,
    read_templates,
)
from sample_projects import refuse_reading


def test_bom_and_crlf_are_taken_away(tmp_path: Path) -> None:
    """A BOM and Windows line ends are accepted and not part of the text."""
    source, codes = read_bytes(tmp_path, codecs.BOM_UTF8 + "甲\r\n乙\r\n".encode())
    assert codes == []
    assert source is not None
    assert (source.text, source.lines) == ("甲\n乙\n", ("甲", "乙", ""))


@pytest.mark.parametrize("data", [codecs.BOM_UTF8 + "甲\n".encode(), "甲\r\n".encode(), "甲\r".encode()])
def test_captures_are_exact(tmp_path: Path, data: bytes) -> None:
    """A captured page may have neither."""
    assert read_bytes(tmp_path, data, exact=True) == (None, ["E107"])


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        ("示例州".encode("gbk"), "GBK"),
        ("示例州".encode("utf-16"), "UTF-16"),
        (b"\x89PNG\r\n\x1a\n\0\0", "不像是文本"),
        (b"\xff\xff\xff", "确认它是文本文件"),
    ],
)
def test_other_encodings(tmp_path: Path, data: bytes, hint: str) -> None:
    """What is not UTF-8 is refused, and the likely encoding named."""
    (tmp_path / "a.yaml").write_bytes(data)
    source, [problem] = read_source(tmp_path, "a.yaml")
    assert source is None
    assert (problem.code, problem.place.line) == ("E105", 1)
    assert hint in problem.hint


def test_the_line_of_a_wrong_byte(tmp_path: Path) -> None:
    """The line of the first wrong byte is given."""
    (tmp_path / "a.yaml").write_bytes("甲\n乙\n".encode() + b"\xb5")
    assert read_source(tmp_path, "a.yaml")[1][0].place.line == 3


def test_missing_empty_too_large(tmp_path: Path) -> None:
    """Files that are missing, empty, blank, folders or too large are each said to be so."""
    assert [p.code for p in read_source(tmp_path, "no.yaml")[1]] == ["E102"]
    assert read_bytes(tmp_path, b"")[1] == ["E103"]
    assert read_bytes(tmp_path, b" \n\n")[1] == ["E103"]
    assert read_bytes(tmp_path, b"a" * MAX_BYTES)[1] == []
    assert read_bytes(tmp_path, b"a" * (MAX_BYTES + 1))[1] == ["E104"]
    assert [p.code for p in read_source(tmp_path.parent, tmp_path.name)[1]] == ["E108"]


def test_unreadable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file without permission is said to be so, in Chinese."""

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, os.strerror(13))

    (tmp_path / "a.yaml").write_bytes(b"a: b")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    [problem] = read_source(tmp_path, "a.yaml")[1]
    assert (problem.code, problem.found) == ("E108", "没有读它的权限")


@pytest.mark.parametrize(
    "char",
    ["\u0000", "\u0008", "\u000b", "\u001b", "\u007f", "\u0085", "\u00ad", "\u200b", "\u200d", "\u200e", "\u2028",
     "\u202a", "\u202e", "\u2060", "\u2066", "\u2069", "\ufeff", "\ufffd"],
)  # fmt: skip
def test_invisible_characters(char: str) -> None:
    """Control, zero-width, bidirectional and replacement characters are found."""
    assert INVISIBLE.search(char)


@pytest.mark.parametrize("char", ["甲", "𠮷", "　", " ", "\n", "\t", "·", "—", "“", "①", "\u00a0"])
def test_visible_characters(char: str) -> None:
    """Ordinary characters are not."""
    assert not INVISIBLE.search(char)


def test_where_an_invisible_character_stands(tmp_path: Path) -> None:
    """Its line and column are given, and its code."""
    (tmp_path / "a.yaml").write_bytes("甲\n乙\u200b丙\n".encode())
    [problem] = read_source(tmp_path, "a.yaml")[1]
    assert (problem.code, problem.place.line, problem.place.column) == ("E106", 2, 2)
    assert "U+200B" in problem.found


def test_many_invisible_characters(tmp_path: Path) -> None:
    """A file full of them is not a thousand problems."""
    assert len(read_bytes(tmp_path, "\u200b".encode() * 1000)[1]) == MAX_INVISIBLE_PER_FILE


def test_places() -> None:
    """A place shows its line as it is written; a line that does not exist shows nothing."""
    source = create_source("甲\n乙丙")
    assert source.place(2, 1).excerpt == "乙丙"
    assert source.place(9).excerpt == ""


def test_which_files_are_templates(tmp_path: Path) -> None:
    """Every file below the folder but hidden ones and litter; where there is no folder there are none."""
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "a.html").write_bytes(b"a")
    for name in (".hidden", "._a.html", "a.html~", "Thumbs.db", "pages/~$a.html"):
        (tmp_path / name).write_bytes(b"x")
    assert read_templates(tmp_path) == ({"pages/a.html": b"a"}, [])
    assert read_templates(tmp_path / "none") == ({}, [])


def test_the_templates_of_the_program() -> None:
    """The program finds the templates that it brings."""
    templates, problems = read_templates(find_templates())
    assert {"base.html", "styles/tokens.css", "pages/home.html"} <= templates.keys()
    assert problems == []


def test_templates_have_one_line_end(tmp_path: Path) -> None:
    """However an editor saved a template, it is read with LF and without BOM; what is no text is left as it is."""
    for name in ("a.js", "b.css", "c.html", "d.yaml"):
        (tmp_path / name).write_bytes("\ufeff甲\r\n乙\r丙\n".encode())
    (tmp_path / "e.png").write_bytes(b"\x89PNG\r\n")
    read, problems = read_templates(tmp_path)
    templates = dict(read)
    assert problems == []
    assert templates.pop("e.png") == b"\x89PNG\r\n"
    assert set(templates.values()) == {"甲\n乙\n丙\n".encode()}


def test_a_template_that_cannot_be_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A template in another encoding and one that the system does not hand out are problems with their place."""
    (tmp_path / "a.css").write_bytes("/* 甲 */".encode("gb18030"))
    (tmp_path / "b.js").write_bytes(b"")
    refuse_reading(monkeypatch, "b.js")
    templates, problems = read_templates(tmp_path)
    assert templates == {}
    assert [(p.code, p.place.file) for p in problems] == [
        ("E105", (tmp_path / "a.css").as_posix()),
        ("E108", (tmp_path / "b.js").as_posix()),
    ]
