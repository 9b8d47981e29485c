"""The forms that official texts use and tables do not: each kind whatever its digits, script, unit and neighbours."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from numerals_in_chinese import print_chinese

from chuxiong_site.analysis.numerals import find_unread_digits, read_numerals
from chuxiong_site.model.numeral import Numeral, NumeralKind, Qualifier

FULL_WIDTH = str.maketrans("0123456789.,%:-", "０１２３４５６７８９．，％：－")
FRONT = st.sampled_from(["共计", "（", "“共", "，其中", "为", "\n全县有", "：投入"])
BEHIND = st.sampled_from(["。", "）", "”等", "，", "；", "\n", ""])
UNITS = st.sampled_from(
    [
        "件",
        "项",
        "人次",
        "户",
        "元",
        "家",
        "吨",
        "亩",
        "公里",
        "千瓦",
        "名",
        "个百分点",
        "标箱",
        "周岁",
        "立方米",
        "平方公里",
    ]
)
GAPS = st.sampled_from([" ", "\u2009", "\u202f", "\xa0", "\n"])
SCALES = {"": 1, "万": 10**4, "亿": 10**8}
SURROUNDINGS = st.tuples(FRONT, BEHIND)
CHINESE_PLACES = st.sampled_from(
    [("十", 10), ("百", 100), ("千", 1000), ("万", 10**4), ("十万", 10**5), ("亿", 10**8)]
)


def read_facts(text: str) -> list[Numeral]:
    """Return the quantities of a text, which holds no digit that is left over."""
    numerals = read_numerals(text)
    assert find_unread_digits(text, numerals) == ()
    return [numeral for numeral in numerals if numeral.kind is NumeralKind.FACT]


def list_kinds(text: str) -> list[tuple[str, str, str]]:
    """Return words, kind and value of every numeral."""
    return [(n.text, n.kind.value, "" if n.value is None else f"{n.value:f}") for n in read_numerals(text)]


@given(SURROUNDINGS, UNITS, GAPS, st.integers(1, 999), st.integers(0, 999))
def test_a_gap_inside_a_number_changes_nothing(
    around: tuple[str, str], unit: str, gap: str, head: int, tail: int
) -> None:
    """Groups of three parted by a space or a line end are one number, in either width of digits, with 万 and 亿."""
    for scale, factor in SCALES.items():
        for words in (f"{head}{gap}{tail:03d}", f"{head}{gap}{tail:03d}".translate(FULL_WIDTH)):
            [numeral] = read_facts(f"{around[0]}{words}{scale}{unit}{around[1]}")
            assert numeral.text == words + scale + unit
            assert numeral.value == Decimal(head * 1000 + tail) * factor


@given(SURROUNDINGS, UNITS, GAPS, st.integers(1, 10**6))
def test_a_gap_before_scale_or_unit_keeps_both(
    around: tuple[str, str], unit: str, gap: str, number: int
) -> None:
    """余, 多, 万, 亿 and the measure word belong to a number over a space or a line end."""
    for scale, factor in SCALES.items():
        for more in ("", "余", "多"):
            words = f"{number}{gap}{more}{scale}{unit}"
            [numeral] = read_facts(f"{around[0]}{words}{around[1]}")
            assert (numeral.text, numeral.unit) == (words, unit)
            assert numeral.value == Decimal(number) * factor
            assert numeral.approximate is bool(more)


@given(
    FRONT,
    BEHIND,
    UNITS.filter(lambda unit: unit not in {"个百分点", "周岁", "标箱"}),
    CHINESE_PLACES,
    st.sampled_from("几数"),
)
def test_magnitudes_left_open_have_no_value(
    front: str, behind: str, unit: str, place: tuple[str, int], some: str
) -> None:
    """几十万件 has no value, is approximate, and is surely not below its magnitude."""
    [numeral] = read_facts(f"{front}{some}{place[0]}{unit}{behind}")
    assert (numeral.value, numeral.lower, numeral.unit) == (None, Decimal(place[1]), unit)
    assert numeral.approximate


@given(
    BEHIND,
    st.sampled_from(["元", "人", "件", "家", "吨", "亩", "户"]),
    st.sampled_from([("百", 100), ("千", 1000), ("万", 10**4), ("百万", 10**6), ("千万", 10**7), ("百亿", 10**10)]),
    st.sampled_from(
        [("上", Qualifier.APPROXIMATE), ("近", Qualifier.NEARLY), ("超", Qualifier.MORE_THAN), ("过", Qualifier.MORE_THAN),
         ("逾", Qualifier.MORE_THAN), ("约", Qualifier.APPROXIMATE), ("不足", Qualifier.AT_MOST)]
    ),
)  # fmt: skip
def test_place_words_alone_are_numbers_behind_a_qualifier(
    behind: str, unit: str, place: tuple[str, int], word: tuple[str, Qualifier]
) -> None:
    """上百万元, 近千人, 过亿元: the place word is the number, the word before it the qualifier."""
    [numeral] = read_facts(f"规模{word[0]}{place[0]}{unit}{behind}")
    assert (numeral.value, numeral.unit, numeral.qualifier) == (Decimal(place[1]), unit, word[1])


@given(FRONT, BEHIND, st.integers(0, 99), st.lists(st.integers(0, 9), min_size=1, max_size=4))
def test_decimals_keep_their_digits(front: str, behind: str, whole: int, decimals: list[int]) -> None:
    """Neighbouring digits behind 点 are no range."""
    written = (
        (print_chinese(whole) or "零") + "点" + "".join("零一二三四五六七八九"[digit] for digit in decimals)
    )
    [numeral] = read_facts(f"{front}{written}个百分点{behind}")
    assert numeral.upper is None
    assert numeral.value == Decimal(f"{whole}.{''.join(map(str, decimals))}")


@given(
    FRONT.filter(lambda front: "“" not in front),
    BEHIND,
    st.integers(1, 30),
    st.sampled_from([("年", "年"), ("天", "天"), ("倍", "倍")]),
)
def test_a_half_behind_the_unit_counts(front: str, behind: str, whole: int, unit: tuple[str, str]) -> None:
    """一年半 is 1.5 years, 两个半月 2.5 months, in either script."""
    for number in (print_chinese(whole), str(whole)):
        for words, measure in ((f"{number}{unit[0]}半", unit[1]), (f"{number}个半月", "个月")):
            [numeral] = read_facts(f"{front}{words}{behind}")
            assert (numeral.text, numeral.value, numeral.unit) == (words, whole + Decimal("0.5"), measure)


@given(
    FRONT,
    BEHIND,
    st.decimals(min_value=0, max_value=99, places=2),
    st.sampled_from([("10万", 10**5), ("万", 10**4), ("百万", 10**6)]),
)
def test_rates_say_what_they_are_counted_by(
    front: str, behind: str, number: Decimal, per: tuple[str, int]
) -> None:
    """2.1/10万 has the value 2.1 and counts by 100000."""
    [numeral] = read_facts(f"{front}{number}/{per[0]}{behind}")
    assert (numeral.value, numeral.per) == (number, Decimal(per[1]))


@given(FRONT, BEHIND, st.lists(st.integers(1, 99), min_size=2, max_size=5), st.sampled_from("：:∶"))
def test_ratios_know_their_members(front: str, behind: str, members: list[int], colon: str) -> None:
    """Every colon that texts print between the members of a ratio is one; more than two have no one value."""
    written = [f"{member}.5" for member in members]
    [numeral] = read_facts(f"{front.replace('：', '')}{colon.join(written)}{behind}")
    assert numeral.members == tuple(map(Decimal, written))
    assert (numeral.value is None) or len(members) == 2


@given(
    st.lists(st.integers(1, 99), min_size=2, max_size=5), UNITS, st.sampled_from(["、", "和", "及"]), BEHIND
)
def test_a_list_shares_its_last_unit(numbers: list[int], unit: str, joint: str, behind: str) -> None:
    """分别增加 12、15、18件: each is counted in 件."""
    written = "、".join(map(str, numbers[:-1])) + joint + f"{numbers[-1]}{unit}"
    facts = read_facts(f"分别增加{written}{behind}")
    assert [(fact.value, fact.unit) for fact in facts] == [(Decimal(number), unit) for number in numbers]


@given(st.integers(1, 99), st.integers(3000, 9999), st.integers(1, 9))
def test_a_list_shares_its_scale_or_has_no_value(small: int, large: int, last: int) -> None:
    """In 3、5万元 both are counted in 万; 3000、5万元 may mean either, so 3000 has no value."""
    facts = read_facts(f"分别投入{small}、{last}万元")
    assert [fact.value for fact in facts] == [Decimal(small * 10**4), Decimal(last * 10**4)]
    assert [fact.value for fact in read_facts(f"分别投入{large}、{last}万元")] == [
        None,
        Decimal(last * 10**4),
    ]


@given(
    st.lists(st.integers(1, 99), min_size=2, max_size=5),
    st.sampled_from("条批章季度项".replace("季度", "款")),
    st.booleans(),
)
def test_ordinals_share_their_head(numbers: list[int], rank: str, chinese: bool) -> None:
    """第二、五、九条 are three ordinals, each with its place."""
    written = [print_chinese(number) if chinese else str(number) for number in numbers]
    numerals = read_numerals(f"修订第{'、'.join(written)}{rank}，")
    assert {numeral.kind for numeral in numerals} == {NumeralKind.ORDINAL}
    assert [numeral.value for numeral in numerals] == [Decimal(number) for number in numbers]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("位居全国前四，", [("前四", "ordinal", "4")]),
        ("跻身前十行列", [("前十", "ordinal", "10")]),
        ("荣获三等奖1个", [("三等奖", "ordinal", "3"), ("1个", "fact", "1")]),
        ("荣立二等功的民警", [("二等功", "ordinal", "2")]),
        ("园区三期建成投用", [("三期", "ordinal", "3")]),
        ("举办讲习班三期", [("三期", "fact", "3")]),
        ("二级医院增至9家", [("二级", "ordinal", "2"), ("9家", "fact", "9")]),
        ("县、乡、村三级联动", [("三级", "structural", "")]),
        ("县七届人大二次会议", [("七届", "ordinal", "7"), ("二次", "ordinal", "2")]),
        ("第九届全国人大三次会议", [("第九届", "ordinal", "9"), ("三次", "ordinal", "3")]),
        ("评为四星级酒店", [("四星", "ordinal", "4")]),
        ("奖励前二、三名", [("前二", "ordinal", "2"), ("三名", "ordinal", "3")]),
        ("8:30-11:30办公", [("8:30-11:30", "date", "")]),
        ("按2比1，配备", [("2比1", "fact", "2")]),
        ("达2万、3万和5万人", [("2万", "fact", "20000"), ("3万", "fact", "30000"), ("5万人", "fact", "50000")]),
        ("达到二类水标准", [("二类", "ordinal", "2")]),
        ("“9.17”科普宣传日", [("9.17", "event_date", "")]),
        ("119接警量下降", [("119", "document_number", "")]),
        ("打造“20分钟健身圈”", [("20分钟健身圈", "idiom", "")]),
        ("—12—", [("12", "document_number", "")]),
        ("二、三季度通报", [("二", "ordinal", "2"), ("三季度", "ordinal", "3")]),
        ("党的十八届三中、四中全会", [("十八届三中", "ordinal", ""), ("四中全会", "ordinal", "4")]),
        ("推行“2468”工作法", [("2468", "idiom", "")]),
        ("实施“4个100”工程", [("4个100", "idiom", "")]),
        ("民营企业100强榜单", [("100强", "idiom", "")]),
        ("6.26国际禁毒日", [("6.26", "event_date", "")]),
        ("拨打119、122求助", [("119", "document_number", ""), ("122", "document_number", "")]),
        ("致电119件次", [("119件次", "fact", "119")]),
        ("开展五大攻坚行动", [("五大", "fact", "5")]),
        ("党的十九大以来", [("十九大", "ordinal", "19")]),
        ("逾六成群众满意", [("六成", "fact", "6")]),
        ("成立三个小组，三成立案", [("三个", "fact", "3")]),
        ("职责：一是普法，二是调解。三要督导", [("一是", "list_marker", ""), ("二是", "list_marker", ""), ("三要", "list_marker", "")]),
        ("## 三、工作成效", [("三、", "list_marker", "")]),
        ("　　　（二）主要做法", [("（二）", "list_marker", "")]),
        ("每万名居民配备3名", [("万名", "fact", "10000"), ("3名", "fact", "3")]),
    ],
)  # fmt: skip
def test_names_and_counts_are_told_apart(text: str, expected: list[tuple[str, str, str]]) -> None:
    """Ranks, grades, stages, labels, markers and kinds of things are known by the words around them."""
    assert list_kinds(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "作为一项基础工作",
        "这是一场持久战役",
        "走出一条新路",
        "成为一名志愿者",
        "提供一个安心的环境",
        "打造一支专业化队伍",
        "一种新办法",
    ],
)
def test_an_article_is_no_number(text: str) -> None:
    """一 that only says that there is such a thing counts nothing."""
    assert read_numerals(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "建成一个服务点",
        "新增一项许可",
        "办结一件，",
        "仅一家未达标",
        "罚款一万元",
        "历时一年",
        "召开一次会议",
    ],
)
def test_one_of_several_is_a_number(text: str) -> None:
    """一 counts where one might as well say two."""
    assert [fact.value for fact in read_facts(text)] in ([Decimal(1)], [Decimal(10000)])


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("选派15名优秀干部", "15", "名"), ("4名副主任", "4", "名"), ("开通7种业务", "7", "种"), ("30所以上学校", "30", "所"),
        ("6万市民", "60000", ""), ("14周岁以下", "14", "周岁"), ("2.5GWh储能", "2.5", "GWh"), ("3.2万标箱", "32000", "标箱"),
        ("4200 余件次", "4200", "件次"), ("3家庭院", "3", ""), ("减税1 500 多万元", "15000000", "元"), ("合格率 98. 6%", "98.6", "%"),
        ("增至1,234 .5万吨", "12345000", "吨"), ("占百分之六 十五", "65", "%"), ("罚款12元5角", "12.5", "元"), ("7条次干道", "7", "条"),
        ("补助600元/人·月", "600", "元/人·月"), ("投資五萬元", "50000", "元"), ("5条多式联运", "5", "条"), ("9亿千瓦时", "900000000", "千瓦时"), ("7.5张/千人", "7.5", "张/千人"),
    ],
)  # fmt: skip
def test_units_end_where_the_next_word_begins(text: str, value: str, unit: str) -> None:
    """A unit neither swallows the next word nor is lost before it."""
    [fact] = read_facts(text)
    assert (f"{fact.value:f}", fact.unit) == (value, unit)


@pytest.mark.parametrize(
    ("text", "qualifier", "included"),
    [
        ("约占工程总量的38%", Qualifier.APPROXIMATE, None),
        ("罚款30万元（含）以上", Qualifier.AT_LEAST, True),
        ("30万元以下（不含）", Qualifier.AT_MOST, False),
        ("罚款30万元以上", Qualifier.AT_LEAST, None),
        ("是近年来收案最多的一年", None, None),
        ("营收过30亿元", Qualifier.MORE_THAN, None),
        ("经过3年", None, None),
    ],
)
def test_qualifiers_are_those_of_the_number(
    text: str, qualifier: Qualifier | None, included: bool | None
) -> None:
    """A word qualifies the number that it speaks of, and says whether a bound counts itself."""
    [fact] = read_facts(text)
    assert (fact.qualifier, fact.included) == (qualifier, included)


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("惠及千万群众", ["千万"]),
        ("来了数十", ["数十"]),
        ("投资三百五十蒸吨", ["三百五十"]),
        ("千方百计、万众一心、百姓", []),
    ],
)
def test_chinese_amounts_that_no_rule_knows_are_told(text: str, unread: list[str]) -> None:
    """An amount in Chinese numerals is read or reported; words that only hold such characters are neither."""
    assert [span.of(text) for span in find_unread_digits(text, read_numerals(text))] == unread
