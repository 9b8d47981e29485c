"""The words of a fact's value outside its sentence, always with its qualifier."""

from __future__ import annotations

import re

from ..model.findings import Fact
from ..model.records import dataclass

BEHIND = frozenset({"以上", "以下", "以内", "之内", "左右", "上下", "余", "多"})
"""Qualifying words that stand behind the number; all others stand in front."""

NUMBER = re.compile(r"([^0-9０-９]*)([0-9０-９][0-9０-９.．,，]*)(.*)", re.DOTALL)


def describe_value(fact: Fact) -> str:
    """Return the value as printed with its qualifier, and the unit that its table says: 15004.94万吨, 不少于5人, 平均135项, 2000余件（次）."""
    word = fact.qualifier_text
    if not word or word in fact.display:
        return fact.words
    return fact.words + word if word in BEHIND else word + fact.words


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueParts:
    """A value as a large figure is set: what qualifies it and its measure word small, the number large."""

    front: str
    number: str
    unit: str


def split_value(shown: str) -> ValueParts:
    """Return the three parts of a value, joined the value again; where no digit is found all of it is the number."""
    found = NUMBER.fullmatch(shown)
    if found is None:
        return ValueParts(front="", number=shown, unit="")
    return ValueParts(front=found[1], number=found[2], unit=found[3])
