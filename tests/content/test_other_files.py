"""What becomes of Word documents, and of files whose text cannot be read surely?"""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from chuxiong_site.content.read_raw import RawText, read_raw
from chuxiong_site.content.refused_files import list_packed
from chuxiong_site.model.raw_report import MissingKind
from chuxiong_site.problems import Problem
from word_files import make_document, paragraph, picture, table

SENTENCE = "全州植树132.87万棵，比上年增长8.5%。"


def read(folder: Path, name: str, data: bytes) -> tuple[RawText | None, list[Problem]]:
    """Write a file and read it."""
    (folder / name).write_bytes(data)
    return read_raw(folder / name)


def test_a_document(tmp_path: Path) -> None:
    """Paragraphs are lines, rows of tables too; a picture is named and no text."""
    data = make_document(
        paragraph("青禾州2024年植树情况报告"),
        paragraph(SENTENCE),
        picture("各县植树图"),
        table(("县", ">植树"), ("", "2023年", "2024年"), ("青县", "12", "15")),
    )
    text, problems = read(tmp_path, "a.docx", data)
    assert problems == []
    assert text is not None
    assert text.text.splitlines() == [
        "青禾州2024年植树情况报告",
        SENTENCE,
        "县\t植树\t",
        "\t2023年\t2024年",
        "青县\t12\t15",
    ]
    [missing] = text.missing
    assert (missing.kind, missing.words, missing.after_line) == (MissingKind.IMAGE, "各县植树图", 2)
    assert not text.is_exact


@pytest.mark.parametrize("change", ["ins", "del"])
def test_a_document_with_open_changes_is_refused(change: str, tmp_path: Path) -> None:
    """Nobody knows which words count while changes are neither accepted nor refused."""
    around = f'<w:{change} w:id="1" w:author="x">{{}}</w:{change}>'
    text, [problem] = read(
        tmp_path, "a.docx", make_document(paragraph(SENTENCE), paragraph("多一句。", around))
    )
    assert (text, problem.code) == (None, "E124")
    assert "1 处修订" in problem.found


def test_a_document_of_pictures_has_no_text(tmp_path: Path) -> None:
    """A scan inside a document is named as one."""
    text, [problem] = read(tmp_path, "a.docx", make_document(picture(""), picture("")))
    assert (text, problem.code) == (None, "E120")
    assert "只有图片和附件（2 个）" in problem.found


def test_numbers_that_word_makes_are_said(tmp_path: Path) -> None:
    """Numbers of automatic numbering are no words of the document; that is said."""
    numbered = f'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>{SENTENCE}</w:t></w:r></w:p>'
    text, problems = read(tmp_path, "a.docx", make_document(paragraph("2024年植树情况报告"), numbered))
    assert problems == []
    assert text is not None
    assert "自动编的序号" in text.doubts[0].found


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.pdf", b"%PDF-1.7 \x00", "PDF"),
        ("a.txt", b"%PDF-1.7 \x00", "PDF"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧的 Word、WPS 文档"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "加了密码的文档"),
        ("a.wps", b"anything", "旧的 Word、WPS 文档"),
        ("a.ofd", b"PK\x03\x04rest", "OFD"),
        ("a.zip", b"PK\x03\x04rest", "压缩包"),
        ("a.docx", b"PK\x03\x04rest", "打不开的 .docx"),
        ("a.docx", "全州植树。".encode(), "里面却不是"),
        ("a.jpg", b"\xff\xd8\xff\xe0", "图片"),
        ("a.xlsx", b"PK\x03\x04rest", "电子表格"),
        ("a.mhtml", b"From: x", "mhtml"),
    ],
)
def test_other_kinds_are_refused(name: str, data: bytes, said: str, tmp_path: Path) -> None:
    """Each kind of file whose text cannot be read surely is named, with what to do."""
    text, [problem] = read(tmp_path, name, data)
    assert (text, problem.code) == (None, "E123")
    assert said in problem.found
    assert problem.hint


@pytest.mark.parametrize("cut", [40, 400, -60])
def test_a_document_cut_short_is_refused(cut: int, tmp_path: Path) -> None:
    """A download that broke off is a problem, not a crash."""
    text, [problem] = read(tmp_path, "a.docx", make_document(paragraph(SENTENCE))[:cut])
    assert (text, problem.code) == (None, "E123")


@pytest.mark.parametrize(
    ("mark", "offset", "byte", "error"),
    [
        (b"PK\x01\x02", 6, 99, RuntimeError),
        (b"PK\x01\x02", 46, 0xB8, UnicodeDecodeError),
        (b"PK\x05\x06", 12, 99, zipfile.BadZipFile),
    ],
    ids=["of a later version", "a name in no encoding", "a directory out of place"],
)
def test_a_package_that_cannot_be_listed_is_refused(
    mark: bytes, offset: int, byte: int, error: type[Exception], tmp_path: Path
) -> None:
    """Whatever keeps the files of a package from being listed, it is a problem with a remedy, not a crash."""
    data = bytearray(make_document(paragraph(SENTENCE)))
    data[data.index(mark) + offset] = byte
    if error is UnicodeDecodeError:
        data[data.index(mark) + 9] |= 0x08  # names are UTF-8
    with pytest.raises(error):
        zipfile.ZipFile(io.BytesIO(data))
    text, [problem] = read(tmp_path, "a.docx", bytes(data))
    assert (text, problem.code) == (None, "E123")
    assert "打不开的 .docx" in problem.found


def test_no_damaged_byte_is_a_crash() -> None:
    """Whatever byte of a package is another, all its files are listed, or those before the damage, or none: never an error."""
    whole = make_document(paragraph(SENTENCE))
    damaged = [
        whole[:place] + bytes([byte]) + whole[place + 1 :]
        for place in range(len(whole))
        for byte in (0, 1, 99, 127, 128, 255)
        if byte != whole[place]
    ]
    every = len(list_packed(whole))
    counts = Counter(len(list_packed(data)) for data in damaged)
    assert max(counts) == every
    assert counts[0] > len(whole) // 100
    assert counts[every] > len(whole)


def test_a_document_that_unpacks_to_anything_is_refused(tmp_path: Path) -> None:
    """A text that unpacks to more than any report has is refused before it is read."""
    text, [problem] = read(tmp_path, "a.docx", make_document("<w:p/>" * 8_000_000))
    assert (text, problem.code) == (None, "E104")


def test_mixed_encodings(tmp_path: Path) -> None:
    """A text mostly in UTF-8 with bytes of another encoding is named with the line where they begin; none is guessed."""
    data = (
        "青禾州工作报告\n全州植树情况良好。\n".encode()
        + "又到年末。\n".encode("gb18030")
        + "继续努力。\n".encode()
    )
    text, [problem] = read(tmp_path, "a.txt", data)
    assert (text, problem.code, problem.place.line) == (None, "E105", 3)


def test_lost_characters(tmp_path: Path) -> None:
    """A character that was lost before is named with line and column."""
    text, [problem] = read(tmp_path, "a.txt", "青禾州工作报告\n全州\ufffd树。\n".encode())
    assert (text, problem.code, problem.place.line, problem.place.column) == (None, "E105", 2, 3)


def test_markup_is_kept_where_it_is_the_capture(tmp_path: Path) -> None:
    """A Markdown file is read as it is written when it is to be the capture, byte for byte."""
    data = "# 青禾州公报\n\n**表1**\n".encode()
    (tmp_path / "a.md").write_bytes(data)
    text, _ = read_raw(tmp_path / "a.md", keep_markup=True)
    assert text is not None
    assert text.is_exact
    assert text.text.encode() == data
