"""Can any file bring the reader of raw texts down? Read, or refused with a problem; never a crash."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from built import FIXTURES
from chuxiong_site.build.start import start_project
from chuxiong_site.content.page_text import read_page
from chuxiong_site.content.read_raw import read_raw
from word_files import make_document, paragraph, table

NAMES = ("a.txt", "a.md", "a.html", "a.docx", "a.htm", "a")
PIECES = st.sampled_from(
    [
        "<table>", "</table>", "<tr>", "<td colspan=99999 rowspan=99999>", "<td>", "</td>", "<caption>", "<p>", "<br>", "<div hidden>",
        "<img src=a.png>", "<a href=a.pdf>", "</a>", "<script>", "</script>", "<!--", "-->", "<title>", "&#0;", "&nbsp;", "\x00", "\u202e",
        "青禾州2024年工作报告", "各位代表：", "一、总体情况", "全州植树132.87万棵，成活率98.22%，群众满意。", "5" * 40, "索引号：", "|", "\t", "\n",
    ]
)  # fmt: skip
DOCUMENT = make_document(paragraph("青禾州2024年工作报告"), table(("甲", "1"), ("乙", ">2")))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=300), name=st.sampled_from(NAMES))
def test_any_bytes(data: bytes, name: str, tmp_path: Path) -> None:
    """Bytes of any kind under any name are read or refused."""
    (tmp_path / name).write_bytes(data)
    raw, problems = read_raw(tmp_path / name)
    assert (raw is None) == bool(problems)


@settings(max_examples=80)
@given(pieces=st.lists(PIECES, max_size=40))
def test_any_page(pieces: list[str]) -> None:
    """Pieces of pages in any order give lines, each without a break inside, and places inside them."""
    page = read_page("".join(pieces))
    lines = page.text.splitlines()
    assert all(line.strip() for line in lines)
    assert all(0 <= missing.after_line <= len(lines) for missing in page.missing)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(start=st.integers(0, len(DOCUMENT) - 1), data=st.binary(min_size=1, max_size=8))
def test_any_damage_of_a_document(start: int, data: bytes, tmp_path: Path) -> None:
    """A document with bytes changed anywhere is read or refused."""
    (tmp_path / "a.docx").write_bytes(DOCUMENT[:start] + data + DOCUMENT[start + len(data) :])
    raw, problems = read_raw(tmp_path / "a.docx")
    assert (raw is None) == bool(problems)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(PIECES, min_size=1, max_size=30))
def test_any_text(pieces: list[str], tmp_path: Path) -> None:
    """Any text becomes a project or gives problems."""
    (tmp_path / "2024.txt").write_text("\n".join(pieces), encoding="utf-8")
    project, problems = start_project([tmp_path / "2024.txt"])
    assert (project is None) == bool(problems)


@pytest.mark.parametrize("keep", [1000, 2000, 3000, 4000])
def test_a_page_cut_short(keep: int, tmp_path: Path) -> None:
    """A page that was not saved to its end is read as far as it goes."""
    (tmp_path / "a.html").write_bytes(
        (FIXTURES / "raw" / "openness.html").read_bytes()[:keep].decode(errors="ignore").encode()
    )
    raw, problems = read_raw(tmp_path / "a.html")
    assert (raw is None) == bool(problems)
