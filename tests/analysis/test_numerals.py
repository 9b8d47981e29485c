"""Numerals of many kinds of official text are read as a careful reader reads them."""

from __future__ import annotations

import pytest

from amount_cases import AMOUNTS
from chuxiong_site.analysis.numerals import find_unread_digits, read_numerals
from chuxiong_site.model.numeral import Numeral, NumeralKind, Qualifier


def describe(numeral: Numeral) -> str:
    """Write a numeral in one word: `361项=361项`, `2023年:year`, `20余次=20次(approximate 余)`."""
    if numeral.kind is not NumeralKind.FACT:
        return f"{numeral.text}:{numeral.kind.value}"
    value = "?" if numeral.value is None else f"{numeral.value:f}"
    upper = "" if numeral.upper is None else f"..{numeral.upper:f}"
    qualifier = f"({numeral.qualifier.value} {numeral.qualifier_text})" if numeral.qualifier else ""
    return f"{numeral.text}={value}{upper}{numeral.unit}{qualifier}"


def describe_all(text: str) -> str:
    """Write all numerals of a text, one after another."""
    return " ".join(describe(numeral) for numeral in read_numerals(text))


GOVERNMENT_WORK_REPORT = [
    ("地区生产总值1763.43亿元、增长5.2%", "1763.43亿元=176343000000元 5.2%=5.2%"),
    ("规上工业增加值增速为-3.2%", "-3.2%=-3.2%"),
    ("社会消费品零售总额负3.2%", "负3.2%=-3.2%"),
    ("气温−2.1℃", "−2.1℃=-2.1℃"),
    ("提高0.85个百分点", "0.85个百分点=0.85个百分点"),
    ("争取资金2亿3000万元", "2亿3000万元=230000000元"),
    ("债券规模1.5万亿元", "1.5万亿元=1500000000000元"),
    ("3千户5百万元", "3千户=3000户 5百万元=5000000元"),
    ("装机3千瓦，步行5千米", "3千瓦=3千瓦 5千米=5千米"),
    ("接待游客6012.3万人次", "6012.3万人次=60123000人次"),
    ("节约20万元，预约3件", "20万元=200000元 3件=3件"),
    ("力争达到90%左右", "90%=90%(approximate 左右)"),
    ("城镇新增就业3万人以上", "3万人=30000人(at_least 以上)"),
    ("森林覆盖率70.01％", "70.01％=70.01%"),
    ("年末总人口２６３．８万人", "２６３．８万人=2638000人"),
    ("增长1.5倍，三成以上", "1.5倍=1.5倍 三成=3成(at_least 以上)"),
    ("新增造林30余万亩", "30余万亩=300000亩(approximate 余)"),
    ("高标准农田15万多亩", "15万多亩=150000亩(approximate 多)"),
    ("亿元以上项目12个，每万人拥有", "亿元=100000000元(at_least 以上) 12个=12个 万人=10000人"),
]
STATISTICAL_BULLETIN = [
    ("三次产业结构为21.1:38.5:40.4", "三次产业:idiom 21.1:38.5:40.4=?"),
    ("第一产业增加值372亿元", "第一产业:ordinal 372亿元=37200000000元"),
    ("共12，345件，结转1,234.50元", "12，345件=12345件 1,234.50元=1234.50元"),
    ("死亡率8.6‰，自然增长率-1.32‰", "8.6‰=8.6‰ -1.32‰=-1.32‰"),
    ("PM2.5平均浓度18微克/立方米", "PM2.5:idiom 18微克/立方米=18微克/立方米(average 平均)"),
    ("5A级景区1个，5G基站1200个", "5A:idiom 1个=1个 5G:idiom 1200个=1200个"),
    ("接入APP5个", "5个=5个"),
    ("全年 1763.43 亿元，增长 3.5 %", "1763.43 亿元=176343000000元 3.5 %=3.5%"),
    ("图1 2019—2023年地区生产总值", "图1:ordinal 2019—2023年:plan_period"),
    ("注：[1]本公报数据", "[1]:list_marker"),
    ("人均可支配收入35612元", "35612元=35612元(average 人均)"),
    ("城乡居民人均可支配收入之比为2.39", "2.39=2.39"),
    ("人均可支配收入增长4.5%", "4.5%=4.5%"),
    ("人均可支配收入提高到4.2万元", "4.2万元=42000元(average 人均)"),
    ("年均增长5%", "5%=5%(average 年均)"),
    ("合计 135 0 12", "135=135 0=0 12=12"),
    (
        "面积2.84万平方公里，3000余平方米",
        "2.84万平方公里=28400平方公里 3000余平方米=3000平方米(approximate 余)",
    ),
]
LAW_REPORT = [
    ("办理72842件(次)，178914人（次）", "72842件(次)=72842件(次) 178914人（次）=178914人（次）"),
    ("103个乡镇、20个主题", "103个=103个 20个=20个"),
    ("由20个工作日压缩到5个工作日", "20个工作日=20个工作日 5个工作日=5个工作日"),
    ("平均承接赋权事项135项、承接率95.07%", "135项=135项(average 平均) 95.07%=95.07%"),
    ("拟废止、修订规范性文件7件，制定3件", "7件=7件(planned 拟) 3件=3件"),
    ("不少于5人的执法队", "5人=5人(at_least 不少于)"),
    ("先后20余次、2000余件(次)", "20余次=20次(approximate 余) 2000余件(次)=2000件(次)(approximate 余)"),
    ("连续4年获优秀等次，历时5年", "4年=4年 5年=5年"),
    ("洽谈一天完成", "一天=1天"),
    ("办理12345政务服务便民热线72842件", "12345:document_number 72842件=72842件"),
    (
        "12348法律服务、110报警服务台、96128专线",
        "12348:document_number 110:document_number 96128:document_number",
    ),
    ("建成110个平台，12345件", "110个=110个 12345件=12345件"),
    ("双柏县“8·13”地震、“8.29”事故", "8·13:event_date 8.29:event_date"),
    ("“12·4”国家宪法日，纪念“五·四”", "12·4:event_date 五·四:event_date"),
    ("1106个村（社区）、10县（市）", "1106个=1106个 10县（市）=10县（市）"),
    ("综合查一次事项200项", "200项=200项"),
    ("4078场次、1313名、734家、400卷", "4078场次=4078场次 1313名=1313名 734家=734家 400卷=400卷"),
]
QUALIFIERS = [
    ("不超过3日，至多5人", "3日=3日(at_most 不超过) 5人=5人(at_most 至多)"),
    ("不低于95%，不得少于3名", "95%=95%(at_least 不低于) 3名=3名(at_least 不得少于)"),
    (
        "超过20家、突破100亿元、逾5000人次",
        "20家=20家(more_than 超过) 100亿元=10000000000元(more_than 突破) 5000人次=5000人次(more_than 逾)",
    ),
    ("近50%，接近30个，附近30个", "50%=50%(nearly 近) 30个=30个(nearly 接近) 30个=30个"),
    ("约3万人，约为5%", "3万人=30000人(approximate 约) 5%=5%(approximate 约)"),
    ("15日内办结，5人以内，3件以下", "15日=15日(at_most 内) 5人=5人(at_most 以内) 3件=3件(at_most 以下)"),
    ("近三年，近5年来，近3个月", "三年=3年 5年=5年 3个月=3个月"),
    ("每年至少开展一次督察", "一次=1次(at_least 至少)"),
    ("2024年计划实施项目50个，年度计划完成80%", "2024年:year 50个=50个(planned 计划) 80%=80%"),
    ("模拟演练3次，草拟制度5个", "3次=3次 5个=5个"),
    ("60岁以上老人，两年多", "60岁=60岁(at_least 以上) 两年=2年(approximate 多)"),
    ("平均办理时限3天，办结5件", "3天=3天(average 平均) 5件=5件"),
    ("出庭应诉率、胜诉率均为100%", "100%=100%"),
    ("共12件、达13人、占总数的41%", "12件=12件 13人=13人 41%=41%"),
]
RANGES = [
    ("3—5个、3-5个、3至5个、10～20%", "3—5个=3..5个 3-5个=3..5个 3至5个=3..5个 10～20%=10..20%"),
    ("15%—20%，20％～30％", "15%—20%=15..20% 20％～30％=20..30%"),
    (
        "3万—5万元，3-5万元，3万元至5万元",
        "3万—5万元=30000..50000元 3-5万元=30000..50000元 3万元至5万元=30000..50000元",
    ),
    ("从3个到5个，由20%到30%", "3个=3个 5个=5个 20%=20% 30%=30%"),
    ("三至五名，百分之五至百分之八", "三至五名=3..5名 百分之五至百分之八=5..8%"),
    ("气温-5—3℃", "-5—3℃=-5..3℃"),
    ("两三天、十七八个、三五名", "两三天=2..3天 十七八个=17..18个 三五名=3..5名"),
]
CHINESE_NUMERALS = [
    ("二十余次、三百五十件、两个", "二十余次=20次(approximate 余) 三百五十件=350件 两个=2个"),
    (
        "十几个、十余年、三万余人",
        "十几个=10个(approximate 几) 十余年=10年(approximate 余) 三万余人=30000人(approximate 余)",
    ),
    (
        "二十余万元、百余件、近千人",
        "二十余万元=200000元(approximate 余) 百余件=100件(approximate 余) 千人=1000人(nearly 近)",
    ),
    (
        "数十个、几十家、数百件、上百名",
        "数十个=?个(approximate 数) 几十家=?家(approximate 几) 数百件=?件(approximate 数) 百名=100名(approximate 上)",
    ),
    ("百分之九十八点二二、百分之五、百分之百", "百分之九十八点二二=98.22% 百分之五=5% 百分之百=100%"),
    ("千分之五、万分之三", "千分之五=5‰ 万分之三=3‱"),
    ("占三分之二，四分之一，2/3，1/2", "三分之二=? 四分之一=0.25 2/3=? 1/2=0.5"),
    ("一千零五十万元、两万一千人", "一千零五十万元=10500000元 两万一千人=21000人"),
    ("一点五个百分点、零点五亿元", "一点五个百分点=1.5个百分点 零点五亿元=50000000元"),
    ("伍佰元整、贰万叁仟元", "伍佰元=500元 贰万叁仟元=23000元"),
    ("两个多月、3个多月", "两个多月=2个月(approximate 多) 3个多月=3个月(approximate 多)"),
    ("总人数五十人，人数十五人", "五十人=50人 十五人=15人"),
    ("合同一份、系统一套、订单一万个", "一份=1份 一套=1套 一万个=10000个"),
    ("负三个百分点", "负三个百分点=-3个百分点"),
]
DATES_AND_YEARS = [
    ("2024年2月1日、2024年01月18日、2月1日", "2024年2月1日:date 2024年01月18日:date 2月1日:date"),
    (
        "2024-01-18、2024.1.18、2024/1/18、20240118",
        "2024-01-18:date 2024.1.18:date 2024/1/18:date 20240118:date",
    ),
    ("二〇二四年一月十八日、二○二三年", "二〇二四年一月十八日:date 二○二三年:year"),
    ("1—6月、3月底、2023年1-12月", "1—6月:date 3月:date 2023年1-12月:date"),
    ("5月10日—12日，9时30分，8:30，24时止", "5月10日—12日:date 9时30分:date 8:30:date 24时:date"),
    ("2023年度、2023年版、2024年工作重点", "2023年:year 2023年:year 2024年:year"),
    (
        "2021—2025年、2021-2025年、2021年至2023年",
        "2021—2025年:plan_period 2021-2025年:plan_period 2021年至2023年:plan_period",
    ),
    ("2021、2022、2023年", "2021:year 2022:year 2023年:year"),
    ("21世纪90年代，2022—2023学年", "21世纪:ordinal 90年代:year 2022—2023学年:plan_period"),
    ("2023法治报告，排查2023处", "2023:year 2023处=2023处"),
    ("每月5日前，位列前三名，目前三名", "5日:date 前三名:ordinal 三名=3名"),
    ("2024 年 1 月 18 日", "2024 年 1 月 18 日:date"),
    ("12023年", "12023年=12023年"),
    ("规划（2021-2025），2019—2020件", "2021-2025:plan_period 2019—2020件=2019..2020件"),
    ("代码0301，0.5，0302", "0301:document_number 0.5=0.5 0302:document_number"),
]
NAMES = [
    (
        "云政发〔2017〕47号、[2020]3号、第47号",
        "〔2017〕47号:document_number [2020]3号:document_number 第47号:document_number",
    ),
    ("（2023）云23行终15号判决", "（2023）云23行终15号:document_number"),
    ("索引号:115323000151673132-/2024-0118001 |", "115323000151673132-/2024-0118001:document_number"),
    (
        "0878-3389123、13987654321、675000元",
        "0878-3389123:document_number 13987654321:document_number 675000元=675000元",
    ),
    ("GB/T 9704-2012，G56高速", "GB/T 9704-2012:document_number G56:idiom"),
    ("www.a1.cn，a1@b.cn", "www.a1.cn:document_number a1@b.cn:document_number"),
    (
        "第二批、第五次、第一责任人、第三季度、第3位、首位",
        "第二批:ordinal 第五次:ordinal 第一:ordinal 第三季度:ordinal 第3位:ordinal 首位:ordinal",
    ),
    (
        "二十大、二十届三中全会、第十四届、十届四次",
        "二十大:ordinal 二十届三中全会:ordinal 第十四届:ordinal 十届四次:ordinal",
    ),
    (
        "“十四五”规划、“八五”普法、一季度、前三季度",
        "十四五:ordinal 八五:ordinal 一季度:ordinal 前三季度:ordinal",
    ),
    ("连续三个季度，二期工程，3期", "三个季度=3个季度 二期:ordinal 3期=3期"),
    ("《云南省三年行动实施方案（2023—2025年）》", "三年:legal_name 2023—2025年:plan_period"),
    ("《措施（第二批）》《40条措施》《2023年要点》", "第二批:ordinal 40条:legal_name 2023年:year"),
    ("国企改革三年行动", "三年:legal_name"),
    (
        "“一网通办”“一规划两实施规划”“一件事一次办”",
        "一网通办:idiom 一规划两实施规划:idiom 一件事一次办:idiom",
    ),
    ('“双随机、一公开”，"一网通办"水平', "双随机、一公开:idiom 一网通办:idiom"),
    ("“办结20件”，“1+N”，“2.0版”，“7×24小时”", "20件=20件 1+N:idiom 2.0:idiom 7×24小时:idiom"),
    (
        "政务服务一张网、三项制度、两法衔接、三重一大",
        "一张网:idiom 三项制度:idiom 两法衔接:idiom 三重一大:idiom",
    ),
    ("一国两制、四个意识、五位一体、一企一策", "一国两制:idiom 四个意识:idiom 五位一体:idiom 一企一策:idiom"),
    (
        "乡村两级、省市县三级、州、县乡4级，7.0级地震",
        "两级:structural 三级:structural 4级:structural 7.0级=7.0级",
    ),
]
LEXICAL = [
    ("一批、一些、一系列、一方面、一定、一般、一流、一体化", ""),
    ("一律、一致、一直、一线、进一步、统一、唯一、这一", ""),
    ("之一、任一、某一、每一项、同一个、单一、多次、一时", ""),
    ("一并、一道、一经、一旦、一度、万一、千方百计、百姓", ""),
    ("新一轮、上一年、下一个、一次性、一起推进、零件、三台县", ""),
    ("双柏县、双随机、第三方", "第三:ordinal"),
    ("一起案件、二十一批", "一起=1起 二十一批=21批"),
]
LIST_MARKERS = [
    ("一、工作", "一、:list_marker"),
    ("（一）组织", "（一）:list_marker"),
    ("(十二)组织", "(十二):list_marker"),
    ("1. 强化", "1.:list_marker"),
    ("1．强化", "1．:list_marker"),
    ("2、强化", "2、:list_marker"),
    ("（1）强化；（2）压实；3.落实", "（1）:list_marker （2）:list_marker 3.:list_marker"),
    ("①强化", "①:list_marker"),
    ("1.2023年工作", "1.:list_marker 2023年:year"),
    ("3.14倍", "3.14倍=3.14倍"),
    ("　　二、问题\n（三）不足", "二、:list_marker （三）:list_marker"),
]
ALL = [
    *GOVERNMENT_WORK_REPORT, *STATISTICAL_BULLETIN, *LAW_REPORT, *QUALIFIERS, *RANGES,
    *CHINESE_NUMERALS, *DATES_AND_YEARS, *NAMES, *LEXICAL, *LIST_MARKERS,
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ALL)
def test_texts_are_read_as_a_reader_reads_them(text: str, expected: str) -> None:
    """Each text gives exactly the listed numerals, in order, and no digit is left over."""
    assert describe_all(text) == expected
    assert find_unread_digits(text, read_numerals(text)) == ()


@pytest.mark.parametrize(
    ("text", "resolution"),
    [
        ("98.22%", "0.01"),
        ("132.87万件", "100"),
        ("735家", "1"),
        ("3万人", "10000"),
        ("三万人", "10000"),
        ("5.51亿元", "1000000"),
    ],
)
def test_the_printed_precision_is_kept(text: str, resolution: str) -> None:
    """The resolution is one unit of the last printed digit, 万 and 亿 applied."""
    (numeral,) = read_numerals(text)
    assert str(numeral.resolution) == resolution


@pytest.mark.parametrize(
    ("text", "approximate"),
    [
        ("20余次", True),
        ("约3件", True),
        ("近30%", True),
        ("超30%", True),
        ("两三天", True),
        ("不少于5人", False),
        ("5人以上", False),
        ("平均5件", False),
    ],
)
def test_only_inexact_numbers_are_approximate(text: str, approximate: bool) -> None:
    """余, 约, 近, 超 and 两三 blur a number; a threshold or an average does not."""
    (numeral,) = read_numerals(text)
    assert numeral.approximate is approximate


def test_names_have_no_value() -> None:
    """Only quantities carry value, unit and qualifier, and ordinals a value."""
    numerals = read_numerals("2023年、12345热线、“一张网”、《三年行动》、乡村四级")
    assert {(n.value, n.unit, n.qualifier) for n in numerals} == {(None, "", None)}


def test_spans_are_offsets_in_the_text_as_given() -> None:
    """A numeral's text is the slice of the raw text at its span, full-width forms included."""
    text = "（一）共１，２３４件（次），约九成。"
    numerals = read_numerals(text)
    assert (
        [n.span.of(text) for n in numerals]
        == [n.text for n in numerals]
        == ["（一）", "１，２３４件（次）", "九成"]
    )


def test_what_no_rule_reads_is_reported() -> None:
    """A digit outside the given numerals, and 百分之 without a number, are unread."""
    text = "共12件、百分之几、３项"
    unread = find_unread_digits(text, read_numerals(text)[:1])
    assert [span.of(text) for span in unread] == ["百分之", "３"]


def test_the_qualifier_word_is_quoted_as_printed() -> None:
    """The qualifier's text is the word that stands in the text."""
    (numeral,) = read_numerals("组建不得少于60人的队伍")
    assert (numeral.qualifier, numeral.qualifier_text) == (Qualifier.AT_LEAST, "不得少于")


@pytest.mark.parametrize(("words", "value", "unit"), AMOUNTS)
def test_amounts_have_the_value_that_search_gives_them(words: str, value: str | None, unit: str) -> None:
    """The table that the search page's reader is tried with: one value and a unit, or none."""
    numerals = [n for n in read_numerals(words) if n.upper is None and n.per is None]
    read = [(n.value, n.unit) for n in numerals if n.value is not None]
    assert [(f"{number:f}", measure) for number, measure in read] == (
        [] if value is None else [(value, unit)]
    )
