"""The checks as `checks.yaml` writes them, and those that the program finds by itself: which numbers should bear out which."""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from .catalogue import DRAFTED, Id, OptionalEnglish, Record, Text
from .records import dataclass
from .rules import about

CHECK_NAME = "核对的名称，说清核的是什么；不写数字。"
COMPARED = about("比较的是哪个指标；上年的数取这份报告里 as=previous 的，没有就取上年报告里的。")
CHANGED = about("增减另有指标的，写它的标识；不写就是同一指标里 as=change 的数。")


@dataclass(frozen=True, slots=True, kw_only=True)
class RatioCheck(Record):
    """Rate = part ÷ whole, in per cent."""

    id: Id
    kind: Literal["ratio"] = field(metadata=about("比率 = 部分 ÷ 整体。"))
    name: Text = field(metadata=about(CHECK_NAME))
    rate: Id = field(metadata=about("比率的指标标识。"))
    part: Id = field(metadata=about("部分（分子）的指标标识。"))
    whole: Id = field(metadata=about("整体（分母）的指标标识。"))
    drafted: bool = field(default=False, metadata=DRAFTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartCheck(Record):
    """Part ≤ whole."""

    id: Id
    kind: Literal["part_of_whole"] = field(metadata=about("部分不大于整体。"))
    name: Text = field(metadata=about(CHECK_NAME))
    part: Id = field(metadata=about("部分的指标标识。"))
    whole: Id = field(metadata=about("整体的指标标识。"))
    drafted: bool = field(default=False, metadata=DRAFTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class SumCheck(Record):
    """Total = the sum of its stated parts."""

    id: Id
    kind: Literal["sum"] = field(metadata=about("合计 = 各部分相加。"))
    name: Text = field(metadata=about(CHECK_NAME))
    total: Id = field(metadata=about("合计的指标标识。"))
    parts: tuple[Id, ...] = field(metadata=about("各部分的指标标识，至少两个。", min_length=2))
    drafted: bool = field(default=False, metadata=DRAFTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReductionCheck(Record):
    """The text says reduced: after < before."""

    id: Id
    kind: Literal["reduction"] = field(metadata=about("变化后的数小于变化前的数。"))
    name: Text = field(metadata=about(CHECK_NAME))
    indicator: Id = field(metadata=about("有前有后的指标的标识。"))
    drafted: bool = field(default=False, metadata=DRAFTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class GrowthCheck(Record):
    """Change = this year's value ÷ last year's − 1, in per cent."""

    id: Id
    kind: Literal["growth"] = field(metadata=about("增减的百分数 = 本年的数 ÷ 上年的数 − 1。"))
    name: Text = field(metadata=about(CHECK_NAME))
    indicator: Id = field(metadata=COMPARED)
    change: Id | None = field(default=None, metadata=CHANGED)
    drafted: bool = field(default=False, metadata=DRAFTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceCheck(Record):
    """Change = this year's value − last year's, in percentage points or in the value's own unit."""

    id: Id
    kind: Literal["difference"] = field(metadata=about("增减多少（百分点、件、元……）= 本年的数 − 上年的数。"))
    name: Text = field(metadata=about(CHECK_NAME))
    indicator: Id = field(metadata=COMPARED)
    change: Id | None = field(default=None, metadata=CHANGED)
    drafted: bool = field(default=False, metadata=DRAFTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class PerUnitCheck(Record):
    """Average = total ÷ count; 每百元, 每万人 are read from the text."""

    id: Id
    kind: Literal["per_unit"] = field(
        metadata=about("平均 = 总量 ÷ 个数；原句写「每百元、每万人」的，程序照着换算。")
    )
    name: Text = field(metadata=about(CHECK_NAME))
    rate: Id = field(metadata=about("平均数的指标标识。"))
    total: Id = field(metadata=about("总量的指标标识。"))
    count: Id = field(metadata=about("个数（人数、户数……）的指标标识。"))
    drafted: bool = field(default=False, metadata=DRAFTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareCheck(Record):
    """Share = part ÷ the sum of all parts, in per cent."""

    id: Id
    kind: Literal["share"] = field(metadata=about("占比 = 分项 ÷ 各分项之和；总数写明了的用 ratio。"))
    name: Text = field(metadata=about(CHECK_NAME))
    rate: Id = field(metadata=about("占比的指标标识。"))
    part: Id = field(metadata=about("分项的指标标识。"))
    parts: tuple[Id, ...] = field(metadata=about("全部分项的指标标识，包括这一项。", min_length=2))
    drafted: bool = field(default=False, metadata=DRAFTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnverifiableCheck(Record):
    """A printed claim that cannot be recomputed, with a better reason than the program can give."""

    id: Id
    kind: Literal["unverifiable"] = field(
        metadata=about("不能复算的比率、增减、平均数；不写，网页上也会列出，只是没有原因。")
    )
    name: Text = field(metadata=about(CHECK_NAME))
    rate: Id = field(metadata=about("比率的指标标识。"))
    reason: Text = field(metadata=about("为什么不能复算，例如「分母未公布」。"))
    reason_en: OptionalEnglish = field(
        default="", metadata=about("同一原因的英文，英文版用；不写就照录 reason。")
    )
    drafted: bool = field(default=False, metadata=DRAFTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSum(Record):
    """A total in a table, to be compared with the sum of what it totals. The program finds it; staff write none."""

    id: Id
    kind: Literal["table_sum"] = "table_sum"
    name: Text
    drafted: bool = field(default=False, metadata=DRAFTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenClaim(Record):
    """A share, change or average for which no check is written. The program finds it; staff write none."""

    id: Id
    kind: Literal["open"] = "open"
    name: Text
    drafted: bool = field(default=False, metadata=DRAFTED)


CheckSpec = (
    RatioCheck
    | PartCheck
    | SumCheck
    | ReductionCheck
    | GrowthCheck
    | DifferenceCheck
    | PerUnitCheck
    | ShareCheck
    | UnverifiableCheck
)
"""They are told apart by `kind`."""
