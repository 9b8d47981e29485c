"""A value is only read from a whole numeral: never from the tail or the head of a longer one, never over a line end."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_numerals_properties import ALPHABET, MIXTURES

from chuxiong_site.analysis.numerals import find_unread_digits, read_numerals
from chuxiong_site.analysis.numerals.lexicon import LEXICAL
from chuxiong_site.analysis.numerals.rules import RULES, Rule
from chuxiong_site.analysis.numerals.self_check import AMOUNTS
from chuxiong_site.model.numeral import Numeral, NumeralKind
from chuxiong_site.model.place import Span

WRITING = "0123456789〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟"
SIGNS = "负−-"
POINTS = ".．"
QUANTITIES = [
    *(rule.example for rule in RULES if rule.structure),
    *(amount.partition("=")[0] for amount in AMOUNTS),
]
NAMES = [
    rule
    for rule in RULES
    if rule.kind and not rule.structure and rule.example.partition("【")[2][0] in WRITING
]


def read_at(text: str, start: int, end: int) -> Numeral | None:
    """Return the numeral that covers exactly these characters."""
    return next((n for n in read_numerals(text) if (n.span.start, n.span.end) == (start, end)), None)


def describe(text: str) -> str:
    """Write the numerals of a text with their values; `?` for what has none, `!` for what is reported as unread."""
    numerals = read_numerals(text)
    values = [
        f"{n.text}="
        + ("?" if n.value is None else "..".join(f"{v:f}" for v in (n.value, n.upper) if v is not None))
        + n.unit
        for n in numerals
    ]
    return " ".join([*values, *(f"!{span.of(text)}" for span in find_unread_digits(text, numerals))])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("死亡率为十万分之五", "十万分之五=0.00005"),
        ("误码率低于百万分之二", "百万分之二=0.000002"),
        ("千万分之三", "千万分之三=0.0000003"),
        ("10万分之7.5，五百分之一", "10万分之7.5=0.000075 五百分之一=0.002"),
        ("每10 万分之7.5", "10 万分之7.5=0.000075"),
        ("三千分之一", "三千分之一=?"),
        ("五百分之一，二十分之一", "五百分之一=0.002 二十分之一=0.05"),
        ("1,000分之3", "1,000分之3=0.003"),
        ("几百分之一，数千分之一，百分之几", "!几百分之 !数千分之 !百分之"),
        ("百分之五至十万分之八", "百分之五=5% 十万分之八=0.00008"),
        ("千分之五，万分之三，百分之 98.2", "千分之五=5‰ 万分之三=3‱ 百分之 98.2=98.2%"),
        ("百分之5万", "百分之5万=?"),
        ("三又四分之三，1又1/2", "三又四分之三=? 1又1/2=?"),
        ("死亡率1/10万，患病率2.1/10万", "1/10万=1 2.1/10万=2.1"),
        ("由3.05∶1降为2.5∶1", "3.05∶1=3.05 2.5∶1=2.5"),
    ],
)  # fmt: skip
def test_rates_are_read_with_their_whole_denominator(text: str, expected: str) -> None:
    """十万分之五 is no 万分之五; what cannot be read is told."""
    assert describe(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("增速为负百分之二点四", "负百分之二点四=-2.4%"),
        ("变动−四分之三", "−四分之三=-0.75"),
        ("气温零下3.5摄氏度", "零下3.5摄氏度=-3.5摄氏度"),
        ("误差±3%，正负5件", "±3%=? 正负5件=?"),
        ("个人自负30%，减负5项，胜负3场", "30%=30% 5项=5项 3场=3场"),
        ("处5000元--2万元罚款", "5000元--2万元=5000..20000元"),
        ("由2.12吨-1.75吨", "2.12吨=2.12吨 -1.75吨=?"),
        ("-5--3℃", "-5--3℃=?"),
        ("合计--2万元", "--2万元=?"),
    ],
)
def test_signs_are_read_or_doubted(text: str, expected: str) -> None:
    """负 and 零下 belong to every form; a dash that may be a sign or not leaves no value."""
    assert describe(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("两亿3000万元，2亿三千万元", "两亿3000万元=? 2亿三千万元=?"),
        ("3·5亿元", "3·5亿元=?"),
        (".5件，三点5个", ".5件=? 三点5个=?"),
        ("为点五个百分点", "点五个百分点=?"),
        ("3½个", "3½=?"),
        ("几十万件，数十万人，人数十五人", "几十万件=?件 数十万人=?人 十五人=15人"),
        ("一年半，两个半月，3个半小时", "一年半=1.5年 两个半月=2.5个月 3个半小时=3.5个小时"),
        ("投资三个亿，3个亿元企业，5个半脱产干部", "三个亿=300000000 3个=3个 亿元=100000000元 5个=5个"),
        ("三至五百人，3至5百人，五至三十人", "三至五百人=? 3至5百人=? 五至三十人=5..30人"),
        ("五千到八千万元，三至五万元", "五千到八千万元=50000000..80000000元 三至五万元=30000..50000元"),
        ("六点七八天", "六点七八天=6.78天"),
        ("12—3件，办结3—件", "12—3件=? 3=3"),
    ],
)
def test_a_number_that_goes_on_has_no_value(text: str, expected: str) -> None:
    """Where the number goes on beyond what is read, it is shown whole and without a value."""
    assert describe(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("重点3项，试点五个县，服务点30个", "3项=3项 五个=5个 30个=30个"),
        ("统一3件，之一5项", "3件=3件 5项=5项"),
        ("1.2018 年改革，7.3个县", "1.=? 2018 年=? 7.3个=7.3个"),
        ("2022：30件；2023：45件", "2022=? 30件=30件 2023=? 45件=45件"),
        ("第五次3件", "第五次=5 3件=3件"),
    ],
)
def test_neighbours_that_are_no_numbers_take_nothing(text: str, expected: str) -> None:
    """Words that end with a numeral character, list markers and labels leave the number behind them whole."""
    assert describe(text) == expected


@pytest.mark.parametrize("example", QUANTITIES)
def test_no_quantity_is_the_tail_of_a_longer_word(example: str) -> None:
    """Any character that writes numbers, right before a quantity: it belongs to it, or there is no value."""
    before, inside, after = re.split("[【】]", example)
    start = len(before) + 1
    for mark in (*WRITING, *SIGNS, *POINTS):
        numeral = read_at(before + mark + inside + after, start, start + len(inside))
        assert numeral is None or numeral.value is None is numeral.upper, mark


@pytest.mark.parametrize("rule", NAMES, ids=lambda rule: rule.name)
def test_no_name_is_the_tail_of_a_longer_number(rule: Rule) -> None:
    """A name that begins with a numeral is not read behind another numeral character."""
    before, inside, after = re.split("[【】]", rule.example)
    start = len(before) + 1
    for mark in (*WRITING, *POINTS):
        numeral = read_at(before + mark + inside + after, start, start + len(inside))
        assert numeral is None or (numeral.kind is NumeralKind.FACT and numeral.value is None), mark


@pytest.mark.parametrize("words", ["百分之五", "三分之二", "12", "3—5", "-3.2", "1/2", "3:1", "三点五"])
def test_no_quantity_is_the_head_of_a_longer_word(words: str) -> None:
    """A character that writes numbers, right behind a quantity without a unit: it belongs to it, or there is no value."""
    for mark in WRITING:
        numeral = read_at(f"为{words}{mark}，", 1, 1 + len(words))
        assert numeral is None or numeral.value is None, mark


def is_lexical(text: str, at: int) -> bool:
    """Tell whether a character stands in a word that is no numeral."""
    words = [re.sub(r"\(\?.*?\)", "", word) for _, row in LEXICAL for word in row.split()]
    return any(
        match.start() <= at < match.end()
        for word in words
        for match in re.finditer(word, text)
        if match.end() > at
    )


@given(st.one_of(MIXTURES, ALPHABET))
def test_beside_a_value_nothing_writes_numbers(text: str) -> None:
    """In any text, the characters on both sides of a value are no part of a number, unless the lexicon has their word."""
    for numeral in read_numerals(text):
        start, end = numeral.span.start, numeral.span.end
        for left, right, outside in ((start - 1, start, start - 1), (end - 1, end, end)):
            if (
                numeral.value is not None
                and left >= 0
                and right < len(text)
                and not is_lexical(text, outside)
            ):
                assert not (text[left] in WRITING and text[right] in WRITING), numeral


def shift(numeral: Numeral, offset: int) -> tuple[object, ...]:
    """Return all that was read of a numeral, its place counted from elsewhere."""
    span = Span(start=numeral.span.start + offset, end=numeral.span.end + offset)
    return (
        span, numeral.text, numeral.kind, numeral.value, numeral.upper, numeral.resolution, numeral.unit,
        numeral.qualifier, numeral.qualifier_text, numeral.approximate,
    )  # fmt: skip


@given(st.lists(st.one_of(MIXTURES, ALPHABET), min_size=2, max_size=4))
def test_paragraphs_are_read_one_by_one(pieces: list[str]) -> None:
    """Every paragraph is read as if it stood alone: nothing belongs to a numeral, or qualifies it, over a blank line."""
    offsets = [sum(len(piece) + 2 for piece in pieces[:index]) for index in range(len(pieces))]
    alone = [shift(n, at) for piece, at in zip(pieces, offsets, strict=True) for n in read_numerals(piece)]
    assert [shift(n, 0) for n in read_numerals("\n\n".join(pieces))] == alone


@pytest.mark.parametrize("end", ["\n\n", "\r\n\r\n", "\n\n\n", "\u3000\u3000"])
@pytest.mark.parametrize("example", [rule.example for rule in RULES if rule.kind] + QUANTITIES)
def test_no_numeral_spans_a_paragraph(example: str, end: str) -> None:
    """The end of a paragraph anywhere inside a numeral cuts it: no reading holds it."""
    before, inside, after = re.split("[【】]", example)
    for at in range(1, len(inside)):
        text = before + inside[:at] + end + inside[at:] + after
        for numeral in read_numerals(text):
            assert end not in numeral.text, text
            assert end not in numeral.qualifier_text, text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.75-\n2.12吨", [("1.75", "", "1.75"), ("2.12吨", "吨", "2.12")]),
        ("增速为-\n\n3%", [("3%", "%", "3")]),
        ("增速为负\n\n3%", [("3%", "%", "3")]),
        ("约\n3件", [("3件", "件", "3")]),
        ("3件\n以上", [("3件", "件", "3")]),
        ("共3\n\n万件", [("3", "", "3")]),
        ("合计3\n万寿镇5件", [("3", "", "3"), ("5件", "件", "5")]),
        ("见附件1\n2.清单", [("2", "", "")]),
    ],
)
def test_signs_scales_and_qualifiers_end_with_the_paragraph(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    """What stands in another paragraph, or in another cell of a table, says nothing of a number."""
    numerals = [n for n in read_numerals(text) if n.kind is NumeralKind.FACT]
    assert [(n.text, n.unit, f"{n.value:f}") for n in numerals] == [row for row in expected if row[2]]
    assert {n.qualifier for n in numerals} <= {None}


def test_a_torn_number_is_told_once_and_whole() -> None:
    """All parts of a torn number are one numeral, over every character that writes it."""
    [numeral] = read_numerals("共两亿3000万元")
    assert (numeral.text, numeral.kind, numeral.value, numeral.unit) == (
        "两亿3000万元",
        NumeralKind.FACT,
        None,
        "",
    )


def test_values_of_shares_are_exact() -> None:
    """十万分之五 is five hundred-thousandths, to the last place that is printed."""
    [numeral] = read_numerals("十万分之五")
    assert (numeral.value, numeral.resolution, numeral.unit) == (Decimal("0.00005"), Decimal("0.00001"), "")
