"""The words of a fact's value outside its sentence, always with its qualifier."""

from __future__ import annotations

from ..model.findings import Fact

BEHIND = frozenset({"以上", "以下", "以内", "之内", "左右", "上下", "余", "多"})
"""Qualifying words that stand behind the number; all others stand in front."""


def describe_value(fact: Fact) -> str:
    """Return the value as printed with its qualifier, and the unit that its table says: 15004.94万吨, 不少于5人, 平均135项, 2000余件（次）."""
    word = fact.qualifier_text
    if not word or word in fact.display:
        return fact.words
    return fact.words + word if word in BEHIND else word + fact.words
