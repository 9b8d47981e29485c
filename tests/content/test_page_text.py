"""What is kept of a saved page, in which order, and what is named as missing?"""

from __future__ import annotations

import pytest

from built import FIXTURES
from chuxiong_site.content.page_text import read_page
from chuxiong_site.model.raw_report import MissingKind

PAGE = (FIXTURES / "raw" / "openness.html").read_text(encoding="utf-8")
PROSE = "全州各级各部门认真落实各项要求，便民服务的质量和效率都有提高，群众反映良好，企业也更加满意。"
LONG = f"{PROSE}各县各部门都要继续努力做好工作。"
LINES = read_page(PAGE).text.split("\n")


def read_lines(body: str) -> list[str]:
    """Return the lines of a page with this body."""
    return read_page(f"<html><body>{body}</body></html>").text.splitlines()


def test_fields_come_before_the_title() -> None:
    """The fields of the disclosure are kept before the title, wherever the page has them; the menu is not kept."""
    title = LINES.index("青禾州民生服务局2024年度政务公开工作报告")
    assert LINES[:3] == [
        "索 引 号：\tQH-0099-2025-00012\t信息分类：\t年度报告",
        "发布机构：\t青禾州民生服务局\t发文日期：\t",
        "文 号：\t\t公开日期：\t2025年01月20日",
    ]
    assert title < LINES.index("一、总体情况")
    assert not any(
        word in "".join(LINES) for word in ("您现在的位置", "要闻", "公开指南", "天气", "上一篇", "主办单位")
    )


def test_a_row_is_a_line() -> None:
    """Each row of a table is one line, cells parted by tabs; a cell that spans several leaves the others empty."""
    first = LINES.index("主动公开信息统计表")
    assert LINES[first + 1 : first + 5] == [
        "制发文件\t\t\t",
        "信息内容\t本年制发件数\t本年废止件数\t现行有效件数",
        "规章\t0\t0\t0",
        "规范性文件\t2\t1\t9",
    ]
    rows = [line.split("\t") for line in LINES if line.count("\t") == 6]
    assert len(rows) == 11
    assert ["", "（三）不予公开", "1.属于国家秘密", "1", "0", "0", "1"] in rows
    assert rows[2] == ["", "", "", "", "企业", "其他", ""]


def test_what_is_missing_is_named() -> None:
    """An image of the text and an attachment are no text; both are named with the line after which they stood."""
    page = read_page(PAGE)
    lines = page.text.split("\n")
    image, attachment = page.missing
    assert (image.kind, image.words) == (MissingKind.IMAGE, "2024年公开渠道分布图")
    assert lines[image.after_line - 1].startswith("（二）依申请公开。")
    assert (attachment.kind, attachment.words) == (MissingKind.ATTACHMENT, "公开信息目录.xlsx")
    assert "xlsx" not in page.text


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<table><tr><td><p>甲</p><p>乙</p></td></tr></table>", ["甲", "乙"]),
        (f"<table><tr><td>{f'<p>{LONG}</p>' * 3}</td><td>丙</td></tr></table>", [LONG, LONG, LONG, "丙"]),
        ("<table><tr><td>甲<table><tr><td>1</td><td>2</td></tr></table></td><td>乙</td></tr></table>", ["甲", "1\t2", "乙"]),
        ("<table><tr><td>城<br>镇</td><td>5<b>00</b>0 人</td></tr></table>", ["城镇\t5000 人"]),
        ("<table><tr><td>GDP<br>total</td><td colspan=x rowspan=0>1</td></tr></table>", ["GDP total\t1"]),
        ("<table><tr><td>甲</td><td></td><td>1</td></tr><tr><td>乙</td><td></td><td>2</td></tr></table>", ["甲\t1", "乙\t2"]),
        ("<table><tr><td rowspan=99999>甲<td>1<tr><td>2</table>", ["甲\t1", "\t2"]),
    ],
)  # fmt: skip
def test_tables(body: str, lines: list[str]) -> None:
    """Tables that only lay out a page are none; cells are read as a browser shows them, in one line."""
    assert read_lines(body) == lines


def test_a_link_in_a_sentence_is_text() -> None:
    """The words of a link inside a sentence stay in it; the document is named as missing all the same."""
    sentence = f"{PROSE}详见<a href='a.pdf'>统计表</a>和说明。"
    page = read_page(f"<p>{sentence}</p>")
    assert page.text == f"{PROSE}详见统计表和说明。\n"
    assert [missing.words for missing in page.missing] == ["统计表"]


@pytest.mark.parametrize(
    "image", ["<img src='icon_1.gif'>", "<img src=a.png width=16 height=16>", "<img class=share src=b.png>"]
)
def test_signs_are_not_missed(image: str) -> None:
    """Signs and buttons of the page are no images of the text."""
    assert read_page(f"<p>{PROSE}</p>{image}").missing == ()


@pytest.mark.parametrize(
    ("head", "address"),
    [
        ("<!-- saved from url=(0031)https://www.example.org/a.html -->", "https://www.example.org/a.html"),
        ("<link rel='canonical' href='https://example.org/b'>", "https://example.org/b"),
        ("<meta property='og:url' content='http://example.org/c'>", "http://example.org/c"),
        ("<!-- saved from url=(0014)about:internet -->", ""),
        ("", ""),
    ],
)
def test_the_address_of_the_page(head: str, address: str) -> None:
    """The address is the one that the browser or the page wrote down; what is no address of the web is none."""
    assert read_page(f"{head}<html><body><p>甲</p></body></html>").address == address


def test_a_title_outside_the_text() -> None:
    """A title that stands outside the element of the text is kept with it; menus between are not."""
    body = f"<div><h2>青禾州2024年工作情况</h2><div>字号：大 中 小</div></div><ul><li>首页</li></ul><div>{f'<p>{PROSE}</p>' * 6}</div>"
    assert read_lines(f"<div class=a>{body}</div>") == ["青禾州2024年工作情况", *[PROSE] * 6]


MENU = "<table><tr><td><a>首页</a></td><td><a>公开</a></td></tr></table>"
OLD = (
    f"{MENU}<table><tr><td><a>通知</a></td><td><table><tr><td>政府工作报告</td></tr><tr><td>发布时间：2014-03-05　点击数：9次</td></tr>"
    f"<tr><td><P>——2014年2月19日在青禾州第九届人民代表大会第三次会议上<P>各位代表：{f'<P>　　{PROSE}' * 5}</td></tr></table></td></tr></table>"
)
NEWS = f"<div><ul><li>州里召开会议，部署春耕生产，要求各地抓紧抓实，不误农时，确保全年粮食丰收。</li></ul></div><div><h1>青禾州2024年工作总结</h1><div>{f'<p>{PROSE}</p>' * 8}</div></div>"


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (OLD, ["发布时间：2014-03-05 点击数：9次", "政府工作报告", "——2014年2月19日在青禾州第九届人民代表大会第三次会议上", "各位代表：", *[PROSE] * 5]),
        (NEWS, ["青禾州2024年工作总结", *[PROSE] * 8]),
        (f"<pre>青禾州2024年统计公报\n\n　　{PROSE}\n　　一、综合\n{PROSE}</pre>", ["青禾州2024年统计公报", PROSE, "一、综合", PROSE]),
        (f"<h2>青禾州2024年统计公报</h2>　　{PROSE}<br><br>　　一、综合<br>{PROSE}", ["青禾州2024年统计公报", PROSE, "一、综合", PROSE]),
    ],
)  # fmt: skip
def test_pages_of_other_makes(body: str, lines: list[str]) -> None:
    """Pages laid out by tables, with news beside the text, with kept or broken lines give the same kind of text."""
    assert read_lines(body) == lines


def test_deep_pages() -> None:
    """A page of any depth is read: nothing of it is walked by recursion."""
    page = read_page("<div>" * 5000 + PROSE + "</div>" * 5000)
    assert page.text == f"{PROSE}\n"
