"""Names shown in the interface: qualifiers, kinds of numerals, outcomes of checks."""

from __future__ import annotations

from .findings import CheckOutcome
from .numeral import NumeralKind, Qualifier

DRAFTED_NAME = "（名称由程序拟，待确认）"
"""Stands after a name that a program proposed and nobody has confirmed."""
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
QUALIFIER_NOTES = {
    Qualifier.APPROXIMATE: "带「余」「多」「约」一类字，不是确数。",
    Qualifier.AT_LEAST: "不会比它少，可以更多。",
    Qualifier.AT_MOST: "不会比它多，可以更少。",
    Qualifier.MORE_THAN: "比它多，多多少没有写。",
    Qualifier.NEARLY: "比它略少，少多少没有写。",
    Qualifier.AVERAGE: "平均数，不是合计。",
    Qualifier.PLANNED: "打算做的，不是已经做了的。",
}
"""Qualifier → what it means."""
ROLE_NAMES = {"before": "变化前", "after": "变化后", "target": "目标", "previous": "上年", "change": "变化"}
"""Role of a fact → its name in data files."""
QUALIFIER_CODES = {**QUALIFIER_NAMES, Qualifier.APPROXIMATE: "约数（余、多、约）"}
"""The same where the words that qualify are not beside it: in data files."""
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
    NumeralKind.UNREAD: "没有读出来的数",
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
