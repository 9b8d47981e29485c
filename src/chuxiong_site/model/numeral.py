"""A number as the text writes it, and what kind of number it is."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum

from .place import Span
from .records import dataclass

YEAR = re.compile("[0-9]{4}")


class NumeralKind(StrEnum):
    """What a numeral is. The values are those of `numerals.json`."""

    FACT = "fact"
    YEAR = "year"
    DATE = "date"
    PLAN_PERIOD = "plan_period"
    ORDINAL = "ordinal"
    DOCUMENT_NUMBER = "document_number"
    LEGAL_NAME = "legal_name"
    IDIOM = "idiom"
    LIST_MARKER = "list_marker"
    EVENT_DATE = "event_date"
    STRUCTURAL = "structural"
    UNREAD = "unread"
    """No rule reads it; only a waiver says so, never the reader."""


class Qualifier(StrEnum):
    """How exactly the text means a quantity; exact ones have none."""

    APPROXIMATE = "approximate"
    """余、多、约、左右：a number near this one, or (余、多) somewhat above it."""
    AT_LEAST = "at_least"
    """不少于、以上：this number or more."""
    AT_MOST = "at_most"
    """不超过、以下、以内：this number or less."""
    MORE_THAN = "more_than"
    """超、逾、突破：above this number."""
    NEARLY = "nearly"
    """近、接近：just under this number."""
    AVERAGE = "average"
    """平均、人均。"""
    PLANNED = "planned"
    """拟、计划、力争：not yet done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """One number of the text, read.

    A numeral of kind `FACT` is a quantity; inside a report it has to be tagged.
    """

    span: Span
    text: str
    """The raw slice: for a quantity the number, 余/多, and the measure word."""
    kind: NumeralKind
    value: Decimal | None = None
    """Exact, 万/亿 applied: 132.87万件 → 1328700, 98.22% → 98.22; of ordinals, ranks and grades the place in
    the order (第三批 → 3). `None` for names and idioms, and for what cannot be read surely."""
    upper: Decimal | None = None
    """The upper end of a printed range (3—5个 → 5)."""
    resolution: Decimal | None = None
    """One unit of the last printed digit: 98.22% → 0.01, 132.87万件 → 100, 735家 → 1."""
    unit: str = ""
    """The printed measure word without 万/亿: 件, 件(次), 个工作日, 元, %, 个百分点."""
    unit_words: str = ""
    """The unit as the table around it says it, 万 and 亿 in it: 万吨; empty where the number says its own."""
    qualifier: Qualifier | None = None
    qualifier_text: str = ""
    """The word that says so (余, 不少于, 平均, 拟), as printed."""
    approximate: bool = False
    """余、多、约、左右、近、超 …: the value is not meant as exact."""
    lower: Decimal | None = None
    """What a number left open is surely not below: 几十万 → 100000, without a value."""
    per: Decimal | None = None
    """What a rate is counted by: 2.1/10万 → 100000, its value 2.1."""
    members: tuple[Decimal, ...] = ()
    """The members of a ratio: 21:38:41, and those of 3.05:1 beside its value."""
    included: bool | None = None
    """Whether a bound is said to count itself: 5万元（含）以上; `None` where the text does not say."""


def describe_decimal(value: Decimal) -> str:
    """Return a number as printed, without exponent and without idle zeros: 3.10 → 3.1."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def is_year(text: str) -> bool:
    """Tell whether a text is a year as the formats for machines write it: four figures."""
    return YEAR.fullmatch(text) is not None
