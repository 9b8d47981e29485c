"""What the things of a report are called in the interface: measures, qualifiers, kinds of numerals, outcomes of checks."""

from __future__ import annotations

from .catalogue import Measure
from .findings import CheckOutcome
from .numeral import NumeralKind, Qualifier

MEASURE_NAMES = {
    Measure.COUNT: "实数",
    Measure.COUNT_TIMES: "人（件）次",
    Measure.SCALED_COUNT: "以万、亿计",
    Measure.MONEY: "金额",
    Measure.APPROXIMATE: "约数",
    Measure.STANDARD: "标准",
    Measure.AVERAGE: "平均",
    Measure.PLANNED: "计划",
    Measure.RATE: "比率",
    Measure.DURATION: "时长",
    Measure.STREAK: "连续年数",
}
"""Measure → its name in the interface."""

QUALIFIER_NAMES = {
    Qualifier.APPROXIMATE: "约数",
    Qualifier.AT_LEAST: "不少于",
    Qualifier.AT_MOST: "不超过",
    Qualifier.MORE_THAN: "超过",
    Qualifier.NEARLY: "接近",
    Qualifier.AVERAGE: "平均",
    Qualifier.PLANNED: "计划",
}
"""Qualifier → its name in the interface."""
QUALIFIER_CODES = {**QUALIFIER_NAMES, Qualifier.APPROXIMATE: "约数（余、多、约）"}
"""The same where the words that qualify are not beside it: in data files."""
MEASURE_NOTES = {
    Measure.COUNT: "报告写明的确数：件数、人数、次数。",
    Measure.COUNT_TIMES: "按次数计的数：同一个人、同一件事，可以计几次。",
    Measure.SCALED_COUNT: "写成几万、几亿的数：更小的零头，报告没有写。",
    Measure.MONEY: "钱数。",
    Measure.APPROXIMATE: "带「余」「多」「约」一类字的数：不是确数。",
    Measure.STANDARD: "要求达到的数，不是已经达到的数。",
    Measure.AVERAGE: "平均数，不是合计。",
    Measure.PLANNED: "打算做的数，不是已经做了的数。",
    Measure.RATE: "一部分占全体的多少，或者变化了多少。",
    Measure.DURATION: "办一件事用的时间。",
    Measure.STREAK: "连续了几年，不是年份。",
}
"""Measure → what it means, for readers who choose by it."""
KIND_NAMES = {
    NumeralKind.FACT: "数字",
    NumeralKind.YEAR: "年份",
    NumeralKind.DATE: "日期",
    NumeralKind.PLAN_PERIOD: "规划期",
    NumeralKind.ORDINAL: "序数",
    NumeralKind.DOCUMENT_NUMBER: "编号、号码",
    NumeralKind.LEGAL_NAME: "文件名称里的数",
    NumeralKind.IDIOM: "固定说法",
    NumeralKind.LIST_MARKER: "标题序号",
    NumeralKind.EVENT_DATE: "事件名里的日期",
    NumeralKind.STRUCTURAL: "层级数",
}
"""Kind → its name in the interface."""
CLAIM_NAMES = {
    CheckOutcome.HOLDS: "复算相符",
    CheckOutcome.FAILS: "复算不符",
    CheckOutcome.UNVERIFIABLE: "不能复算",
}
"""Of a printed number that was, or was to be, recomputed."""
CHECK_NAMES = {
    CheckOutcome.HOLDS: "成立",
    CheckOutcome.FAILS: "不成立",
    CheckOutcome.UNVERIFIABLE: "不能核对",
}
"""Of what a check states: that a rate is a quotient, that a part is not larger than its whole."""
