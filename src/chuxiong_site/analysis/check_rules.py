"""Check the entries of `checks.yaml`: their indicators exist, and only like units are compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..model import measures
from ..model.check_specs import (
    CheckSpec,
    DifferenceCheck,
    GrowthCheck,
    PartCheck,
    PerUnitCheck,
    RatioCheck,
    ShareCheck,
    SumCheck,
    UnverifiableCheck,
)
from ..model.project import Project
from ..problems import Problem
from .checks import list_inputs
from .placeholders import check_words
from .registered import check_registered
from .units import fold_unit


def check_check_entries(project: Project) -> Iterable[Problem]:
    """Yield problems of the entries of `checks.yaml`."""
    for check in project.checks:
        path = ("checks", check.id)
        for key in ("rate", "part", "whole", "total", "count", "indicator", "change", "parts"):
            given = getattr(check, key, ()) or ()
            for index, id in enumerate(given if isinstance(given, tuple) else [given]):  # noqa: A001
                where = (*path, key, index) if key == "parts" else (*path, key)
                yield from check_registered(project, "checks.yaml", where, id)
        for name in ("name", "reason", "reason_en"):
            text = getattr(check, name, "")
            yield from check_words(text, project.place("checks.yaml", *path, name))
        yield from _check_kinds(project, check)


def _check_kinds(project: Project, check: CheckSpec) -> Iterable[Problem]:
    """Yield problems where compared numbers differ in unit, or where a claim is of another measure."""
    compared = [id for id in _list_compared(check) if id in project.indicators]  # noqa: A001
    if len({fold_unit(project.indicators[id].unit) for id in compared}) > 1:  # noqa: A001
        place = project.place("checks.yaml", "checks", check.id, "#key")
        found = f"单位不同：{'，'.join(f'{id} 是{project.indicators[id].unit}' for id in compared)}"  # noqa: A001
        yield Problem(code="E514", place=place, found=found, expected="同一种单位", about=tuple(compared))
    key, wanted = _CLAIMS.get(type(check), ("", frozenset()))
    claim = project.indicators.get(getattr(check, key, None) or "")
    if claim is not None and claim.measure not in wanted:
        place = project.place("checks.yaml", "checks", check.id, key)
        found = f"「{claim.id}」的种类是 {claim.measure}"
        names = "、".join(
            f"{measures.MEASURES[word].name}（{word}）" for word in sorted(wanted, reverse=True)
        )
        yield Problem(code="E514", place=place, found=found, expected=names, about=(claim.id,))


def _list_compared(check: CheckSpec) -> tuple[str, ...]:
    """Return the indicators whose numbers are added up or compared, so that they need one unit."""
    match check:
        case SumCheck() | PartCheck():
            return list_inputs(check)
        case ShareCheck():
            return tuple(dict.fromkeys((check.part, *check.parts)))
        case _:
            return ()


_CLAIMS: Mapping[type[Any], tuple[str, frozenset[str]]] = {
    RatioCheck: ("rate", measures.RATES),
    ShareCheck: ("rate", frozenset({measures.SHARE})),
    PerUnitCheck: ("rate", frozenset({measures.AVERAGE})),
    GrowthCheck: ("change", frozenset({measures.CHANGE})),
    DifferenceCheck: ("change", frozenset({measures.CHANGE})),
    UnverifiableCheck: ("rate", measures.CLAIMS),
}
"""Kind of check → the key of what it recomputes, and what that can measure."""
