"""Names shown on the English pages: qualifiers, roles, units, outcomes. Complete by test."""

from __future__ import annotations

from .findings import CheckOutcome
from .numeral import Qualifier

NO_SCOPE = "报告未明示"
"""What staff write as the scope where the report does not say it."""
NO_SCOPE_NAME = "not stated in the report"
DRAFTED_NAME = "(name proposed by a program, not confirmed)"
OPEN_REASON = "The report does not say which figures it follows from; it was not recomputed."
"""Of a claim for which nobody has written a check."""
QUALIFIER_NAMES = {
    Qualifier.APPROXIMATE: "about",
    Qualifier.AT_LEAST: "at least",
    Qualifier.AT_MOST: "at most",
    Qualifier.MORE_THAN: "more than",
    Qualifier.NEARLY: "nearly",
    Qualifier.AVERAGE: "on average",
    Qualifier.PLANNED: "planned:",
}
"""Qualifier → the words before the figures."""
QUALIFIER_NOTES = {
    Qualifier.APPROXIMATE: "the report prints a word such as “some” or “over” with the figure; it is not exact.",
    Qualifier.AT_LEAST: "the figure or more.",
    Qualifier.AT_MOST: "the figure or less.",
    Qualifier.MORE_THAN: "above the figure; by how much is not said.",
    Qualifier.NEARLY: "just below the figure; by how much is not said.",
    Qualifier.AVERAGE: "an average, not a total.",
    Qualifier.PLANNED: "intended, not yet done.",
}
"""Qualifier → what it means."""
ROLE_NAMES = {
    "before": "before",
    "after": "after",
    "target": "target",
    "previous": "previous year",
    "change": "change",
}
"""Role of a fact → its name."""
UNIT_NAMES = {
    "%": ("%", "%"),
    "％": ("%", "%"),
    "‰": ("‰", "‰"),
    "个百分点": (" percentage point", " percentage points"),
    "百分点": (" percentage point", " percentage points"),
    "元": (" yuan", " yuan"),
    "个工作日": (" working day", " working days"),
    "工作日": (" working day", " working days"),
    "天": (" day", " days"),
    "日": (" day", " days"),
    "小时": (" hour", " hours"),
    "个小时": (" hour", " hours"),
    "分钟": (" minute", " minutes"),
    "个月": (" month", " months"),
    "年": (" year", " years"),
    "倍": (" times", " times"),
    "公里": (" km", " km"),
    "平方公里": (" km²", " km²"),
    "平方米": (" m²", " m²"),
    "公顷": (" ha", " ha"),
    "吨": (" t", " t"),
}
"""Unit as printed → what stands behind one, and behind any other number. Measure words without a word in English are left out."""
CLAIM_NAMES = {
    CheckOutcome.HOLDS: "agrees when recomputed",
    CheckOutcome.FAILS: "does not agree when recomputed",
    CheckOutcome.UNVERIFIABLE: "cannot be recomputed",
}
"""Of a printed figure that was, or was to be, recomputed."""
CHECK_NAMES = {
    CheckOutcome.HOLDS: "holds",
    CheckOutcome.FAILS: "does not hold",
    CheckOutcome.UNVERIFIABLE: "cannot be checked",
}
"""Of a relation between figures."""
TALLY_NAMES = {
    "比率": ("share", "shares"),
    "增减": ("change", "changes"),
    "平均数": ("average", "averages"),
    "合计": ("total", "totals"),
    "表里的合计": ("total in tables", "totals in tables"),
    "大小关系": ("relation between figures", "relations between figures"),
}
"""What is counted by outcome → its name for one, and for any other number."""
TALLY_OUTCOMES = {
    "复算相符": ("agrees when recomputed", "agree when recomputed"),
    "复算不符": ("does not agree when recomputed", "do not agree when recomputed"),
    "报告没给分子或分母": ("lacks its numerator or denominator", "lack their numerator or denominator"),
    "报告没给全部分项": ("lacks some of its parts", "lack some of their parts"),
    "报告给的数不能用来复算": (
        "has no figures it could be recomputed from",
        "have no figures they could be recomputed from",
    ),
    "没有复算": ("was not recomputed", "were not recomputed"),
    "表里没有写明怎样加总": (
        "is not said to be the sum of its table",
        "are not said to be the sums of their tables",
    ),
    "成立": ("holds", "hold"),
    "不成立": ("does not hold", "do not hold"),
    "不能核对": ("cannot be checked", "cannot be checked"),
}
"""Outcome as the Chinese pages tell it → its name for one, and for any other number."""
