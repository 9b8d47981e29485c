"""Is the text of a saved file found, whatever its encoding and form, and where its body begins?"""

from __future__ import annotations

from pathlib import Path

import pytest

from built import RICH
from chuxiong_site.content.plain_markdown import strip_markdown
from chuxiong_site.content.read_raw import RawText, read_raw
from chuxiong_site.content.structure_raw import find_title, structure_raw

PAGE = """<!DOCTYPE html><html><head><title>标题栏</title><meta charset="{charset}"><style>p{{color:red}}</style></head>
<body><nav><a>首页</a><a>政务公开</a></nav><script>var 数 = 12345;</script>
<p>索引号:123-/2024-1 | 发布机构:示例县人民政府 |</p>
<h1>示例县2024年度法治政府建设情况报告</h1>
<p>2024年,全县认真落实各项工作部署,着力推进法治政府建设,&nbsp;各项工作取得新的成效,人民群众满意度持续提升,现将情况报告如下。</p>
<p>一、工作情况</p><div hidden>看不见的 99 件</div><p style="display: none">也看不见</p>
<p>（一）植树造林。全年植树<b>5000</b>棵，<br>成活率&#x39;8%。全县各乡镇建成苗圃12个，培育苗木二十余种，群众反映良好。</p>
<div>主办单位：示例县人民政府 电话 0878-1234567</div><div>版权所有</div></body></html>"""
LINES = (
    "索引号:123-/2024-1 | 发布机构:示例县人民政府 |",
    "示例县2024年度法治政府建设情况报告",
    "2024年,全县认真落实各项工作部署,着力推进法治政府建设, 各项工作取得新的成效,人民群众满意度持续提升,现将情况报告如下。",
    "一、工作情况",
    "（一）植树造林。全年植树5000棵，",
    "成活率98%。全县各乡镇建成苗圃12个，培育苗木二十余种，群众反映良好。",
)
"""What a reader sees of the page, foot and menu left out."""


def read(folder: Path, name: str, data: bytes) -> RawText:
    """Write a file and read it as raw text."""
    (folder / name).write_bytes(data)
    raw, problems = read_raw(folder / name)
    assert problems == []
    assert raw is not None
    return raw


@pytest.mark.parametrize("charset", ["utf-8", "gb2312", "gbk"])
def test_a_web_page_gives_its_readable_lines(charset: str, tmp_path: Path) -> None:
    """Of a page the lines that a reader sees are kept in order: no menu, script, hidden part or foot."""
    data = PAGE.format(charset=charset).encode("gb18030" if charset != "utf-8" else "utf-8")
    assert read(tmp_path, "page.html", data).text.splitlines() == list(LINES)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings(encoding: str, tmp_path: Path) -> None:
    """UTF-8 with or without BOM, GB18030 and what editors call Unicode give the same text; line ends become one."""
    raw = read(tmp_path, "a.txt", "办件132.87万件。\r\n𠀀与㐀\r\n".encode(encoding))
    assert raw.text == "办件132.87万件。\n𠀀与㐀\n"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "E103"),
        (b" \n", "E103"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00", "E123"),
        (b"x\x00y", "E105"),
        (b"x" * 2_000_001, "E104"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, code: str, tmp_path: Path) -> None:
    """An empty, a huge and a binary file each give one problem that says so."""
    (tmp_path / "a.txt").write_bytes(data)
    raw, [problem] = read_raw(tmp_path / "a.txt")
    assert (raw, problem.code, problem.place.file) == (None, code, "a.txt")


def test_a_folder_is_no_text(tmp_path: Path) -> None:
    """A folder and a file that is gone are problems, not crashes."""
    assert [p.code for p in read_raw(tmp_path)[1]] == ["E108"]
    assert [p.code for p in read_raw(tmp_path / "gone.txt")[1]] == ["E108"]


def test_tags_and_front_matter_are_left_out() -> None:
    """Of an annotated copy the words remain, tags in tags too, and every character knows its place in the file."""
    text = "---\nbody_from_line: 9\n---\n[全州[12个]{fact=a-1}村]{plan=x} [原文] 3件\n"
    plain, offsets = strip_markdown(text)
    assert plain == "全州12个村 [原文] 3件\n"
    assert "".join(text[offset] for offset in offsets[:-1]) == plain
    assert offsets[-1] == len(text)


def test_a_captured_page() -> None:
    """A captured page begins its body on its ninth line; fields, sections and sentences are found."""
    raw = structure_raw((RICH / "reports" / "2023.txt").read_text(encoding="utf-8"))
    assert raw is not None
    assert raw.body_from_line == 9
    assert raw.disclosure["index_number"] == "QINGHE-2024-0205"
    assert raw.disclosure["written"] == ""
    assert [s.number for s in raw.sections][:4] == ["T", "0", "1", "1.1"]
    assert len(raw.sections) == 19


def test_a_page_without_fields() -> None:
    """A text without a head begins with its title; the fields stay empty."""
    raw = structure_raw("\n\n某州2024年政府工作报告\n各位代表:\n一、工作回顾\n办件3件。\n")
    assert raw is not None
    assert raw.body_from_line == 3
    assert raw.body.startswith("某州2024年政府工作报告")
    assert "title" not in raw.disclosure


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["某县2024年工作总结", "(2025年1月5日)", "一、工作回顾"], 0),
        (["某县2024年工作总结", "当前位置: 首页", "某县2024年工作总结", "一、工作回顾"], 2),
        (["没有标题的一行", "一、工作回顾"], 0),
        (["一、工作回顾", "办件3件。"], 0),
        (["只有一行"], 0),
        (["", "  "], None),
    ],
)
def test_where_the_title_stands(lines: list[str], expected: int | None) -> None:
    """The title is the last line before the text that reads like one; dates in brackets and paths do not."""
    found = find_title(lines)
    assert (found and found.first) == expected


def test_no_text_is_no_report() -> None:
    """A page of blanks holds no report."""
    assert structure_raw("\n \n") is None
