from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chuxiong_site.content.normalise import MARKS, compute_display
from chuxiong_site.model.place import Span

BOTH = ("punctuation", "spaces")
TEXTS = st.text(alphabet="全州办结ab12,():;。 　\n%\t|/.@", max_size=40)


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("2023年,全州", "2023年，全州"),
        ("件(次)", "件（次）"),
        ("如下:甲;乙", "如下：甲；乙"),
        ("1,234件", "1,234件"),
        ("12:30", "12:30"),
        ("f(x)", "f(x）"),
        ("a;b", "a;b"),
        ("(一)", "（一）"),
        ("5%,6%", "5%，6%"),
    ],
)
def test_punctuation(raw: str, shown: str) -> None:
    """The five marks become full-width, except between two ASCII letters or digits."""
    assert compute_display(raw, BOTH).text == shown


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("见http://www.example.org/。", "见http://www.example.org/。"),
        ("见http://www.example.org/,特此", "见http://www.example.org/，特此"),
        ("(http://example.org/a(1).html)", "（http://example.org/a(1).html）"),
        ("(http://example.org/a,)", "（http://example.org/a，）"),
        ("网址:www.example.org/x;y,", "网址：www.example.org/x;y，"),
        ("example.org:8080/(S(a))/b;", "example.org:8080/(S(a))/b；"),
        ("http://example.org/?a=1;b=2,(见图)", "http://example.org/?a=1;b=2,（见图）"),
        ("邮箱:a.b@example.org,电话:0878", "邮箱：a.b@example.org，电话：0878"),
        ("DOI:10.1000/xyz(2020)5,", "DOI:10.1000/xyz(2020)5，"),
        ("附件1(终稿).docx", "附件1(终稿).docx"),
        ("(详见附件.docx)", "（详见附件.docx）"),
        ("存在C:\\a(1)\\b,", "存在C:\\a(1)\\b，"),
        ("3:1", "3:1"),
        ("3 : 1", "3 : 1"),
        ("1,000(万元)", "1,000（万元）"),
        ("V2.1,2.2版", "V2.1,2.2版"),
    ],
)
def test_addresses_keep_their_marks(raw: str, shown: str) -> None:
    """Addresses, e-mail, file names, times and ratios stay as they are; the sentence's own marks after them do not."""
    assert compute_display(raw, BOTH).text == shown


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("领域 行政检查", "领域 行政检查"),
        ("领域　行政检查", "领域　行政检查"),
        ("领域\t行政 检查(次)", "领域\t行政 检查(次)"),
        ("|领域 行政检查|次(件)|", "|领域 行政检查|次(件)|"),
        ("领域 行政检查(次)", "领域 行政检查(次)"),
        ("公安  检查,处罚", "公安  检查，处罚"),
        ("姓 名  单 位", "姓名  单位"),
        ("二、农 业", "二、农业"),
        ("(一)营商环境 持续优化", "（一）营商环境持续优化"),
        ("部分村的服务 还不方便;甲", "部分村的服务还不方便；甲"),
        ("甲 乙。\n领域 行政检查\n丙 丁。", "甲乙。\n领域 行政检查\n丙丁。"),
    ],
)
def test_cells_stay_apart(raw: str, shown: str) -> None:
    """A row of cells is shown as it is; in a sentence or a heading a stray blank goes, and so it does inside 姓 名."""
    assert compute_display(raw, BOTH).text == shown


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("亟 需", "亟需"),
        ("亟　 需", "亟需"),
        ("亟\u00a0需", "亟需"),
        ("亟\u2003\u202f需", "亟需"),
        ("共 5 件", "共 5 件"),
        ("A 级", "A 级"),
        ("甲\n乙", "甲\n乙"),
        (" 甲", "甲"),
        ("　　甲。 \n乙", "甲。\n乙"),
    ],
)
def test_spaces(raw: str, shown: str) -> None:
    """Blanks between two Hanzi are dropped; others, and line ends, stay."""
    assert compute_display(raw, BOTH).text == shown


def test_counts() -> None:
    """How many marks of each kind and which spaces were changed is disclosed."""
    display = compute_display("甲,乙,(丙) 丁 戊", BOTH)
    assert display.marks == ((",", "，", 2), ("(", "（", 1), (")", "）", 1))
    assert display.spaces == (9,)


def test_rules_are_asked_for() -> None:
    """Without a rule nothing changes, and each rule changes only its own."""
    assert compute_display("甲,乙 丙", ()).text == "甲,乙 丙"
    assert compute_display("甲,乙 丙", ["spaces"]).text == "甲,乙丙"
    assert compute_display("甲,乙 丙", ["punctuation"]).text == "甲，乙 丙"


@settings(max_examples=200)
@given(TEXTS)
def test_offsets_lead_back(raw: str) -> None:
    """From the offsets and the disclosed changes the raw text comes back, character for character."""
    display = compute_display(raw, BOTH)
    narrow = {full: mark for mark, full in MARKS.items()}
    assert len(display.offsets) == len(raw) + 1
    assert display.offsets[-1] == len(display.text)
    for offset, char in enumerate(raw):
        shown = display.of(Span(start=offset, end=offset + 1))
        dropped = {*display.spaces, *display.edges}
        assert shown == ("" if offset in dropped else shown)
        assert offset in dropped or narrow.get(shown, shown) == char
    assert len(display.text) == len(raw) - len(display.spaces) - len(display.edges)


@settings(max_examples=200)
@given(TEXTS)
def test_counts_are_the_changes(raw: str) -> None:
    """The disclosed counts are exactly the characters that differ."""
    display = compute_display(raw, BOTH)
    kept = [char for offset, char in enumerate(raw) if offset not in {*display.spaces, *display.edges}]
    changed = sum(a != b for a, b in zip(kept, display.text, strict=True))
    assert changed == sum(count for _, _, count in display.marks)


@settings(max_examples=100)
@given(TEXTS)
def test_twice_is_once(raw: str) -> None:
    """Normalising what is shown changes no mark again."""
    shown = compute_display(raw, ["punctuation"]).text
    assert compute_display(shown, ["punctuation"]).text == shown
