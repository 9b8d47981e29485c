"""The checks as `checks.yaml` writes them, and those that the program finds by itself: which numbers should bear out which."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .catalogue import Drafted, Id, OptionalEnglish, Record, Text

CHECK_NAME = "核对的名称，说清核的是什么；不写数字。"


class RatioCheck(Record):
    """Rate = part ÷ whole, in per cent."""

    id: Id
    kind: Literal["ratio"] = Field(description="比率 = 部分 ÷ 整体。")
    name: Text = Field(description=CHECK_NAME)
    rate: Id = Field(description="比率的指标标识。")
    part: Id = Field(description="部分（分子）的指标标识。")
    whole: Id = Field(description="整体（分母）的指标标识。")
    drafted: Drafted = False


class PartCheck(Record):
    """Part ≤ whole."""

    id: Id
    kind: Literal["part_of_whole"] = Field(description="部分不大于整体。")
    name: Text = Field(description=CHECK_NAME)
    part: Id = Field(description="部分的指标标识。")
    whole: Id = Field(description="整体的指标标识。")
    drafted: Drafted = False


class SumCheck(Record):
    """Total = the sum of its stated parts."""

    id: Id
    kind: Literal["sum"] = Field(description="合计 = 各部分相加。")
    name: Text = Field(description=CHECK_NAME)
    total: Id = Field(description="合计的指标标识。")
    parts: tuple[Id, ...] = Field(min_length=2, description="各部分的指标标识，至少两个。")
    drafted: Drafted = False


class ReductionCheck(Record):
    """The text says reduced: after < before."""

    id: Id
    kind: Literal["reduction"] = Field(description="变化后的数小于变化前的数。")
    name: Text = Field(description=CHECK_NAME)
    indicator: Id = Field(description="有前有后的指标的标识。")
    drafted: Drafted = False


class GrowthCheck(Record):
    """Change = this year's value ÷ last year's − 1, in per cent."""

    id: Id
    kind: Literal["growth"] = Field(description="增减的百分数 = 本年的数 ÷ 上年的数 − 1。")
    name: Text = Field(description=CHECK_NAME)
    indicator: Id = Field(
        description="比较的是哪个指标；上年的数取这份报告里 as=previous 的，没有就取上年报告里的。"
    )
    change: Id | None = Field(
        None, description="增减另有指标的，写它的标识；不写就是同一指标里 as=change 的数。"
    )
    drafted: Drafted = False


class DifferenceCheck(Record):
    """Change = this year's value − last year's, in percentage points or in the value's own unit."""

    id: Id
    kind: Literal["difference"] = Field(description="增减多少（百分点、件、元……）= 本年的数 − 上年的数。")
    name: Text = Field(description=CHECK_NAME)
    indicator: Id = Field(
        description="比较的是哪个指标；上年的数取这份报告里 as=previous 的，没有就取上年报告里的。"
    )
    change: Id | None = Field(
        None, description="增减另有指标的，写它的标识；不写就是同一指标里 as=change 的数。"
    )
    drafted: Drafted = False


class PerUnitCheck(Record):
    """Average = total ÷ count; 每百元, 每万人 are read from the text."""

    id: Id
    kind: Literal["per_unit"] = Field(
        description="平均 = 总量 ÷ 个数；原句写「每百元、每万人」的，程序照着换算。"
    )
    name: Text = Field(description=CHECK_NAME)
    rate: Id = Field(description="平均数的指标标识。")
    total: Id = Field(description="总量的指标标识。")
    count: Id = Field(description="个数（人数、户数……）的指标标识。")
    drafted: Drafted = False


class ShareCheck(Record):
    """Share = part ÷ the sum of all parts, in per cent."""

    id: Id
    kind: Literal["share"] = Field(description="占比 = 分项 ÷ 各分项之和；总数写明了的用 ratio。")
    name: Text = Field(description=CHECK_NAME)
    rate: Id = Field(description="占比的指标标识。")
    part: Id = Field(description="分项的指标标识。")
    parts: tuple[Id, ...] = Field(min_length=2, description="全部分项的指标标识，包括这一项。")
    drafted: Drafted = False


class UnverifiableCheck(Record):
    """A printed claim that cannot be recomputed, with a better reason than the program can give."""

    id: Id
    kind: Literal["unverifiable"] = Field(
        description="不能复算的比率、增减、平均数；不写，网页上也会列出，只是没有原因。"
    )
    name: Text = Field(description=CHECK_NAME)
    rate: Id = Field(description="比率的指标标识。")
    reason: Text = Field(description="为什么不能复算，例如「分母未公布」。")
    reason_en: OptionalEnglish = Field("", description="同一原因的英文，英文版用；不写就照录 reason。")
    drafted: Drafted = False


class TableSum(Record):
    """A total in a table, to be compared with the sum of what it totals. The program finds it; staff write none."""

    id: Id
    kind: Literal["table_sum"] = "table_sum"
    name: Text
    drafted: Drafted = False


class OpenClaim(Record):
    """A share, change or average for which no check is written. The program finds it; staff write none."""

    id: Id
    kind: Literal["open"] = "open"
    name: Text
    drafted: Drafted = False


CheckSpec = Annotated[
    RatioCheck
    | PartCheck
    | SumCheck
    | ReductionCheck
    | GrowthCheck
    | DifferenceCheck
    | PerUnitCheck
    | ShareCheck
    | UnverifiableCheck,
    Field(discriminator="kind"),
]
