"""Check the entries of `checks.yaml`: their indicators exist, and only like units are compared."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import measures
from ..model.catalogue import CheckSpec, PartCheck, RatioCheck, SumCheck, UnverifiableCheck
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
        for key in ("rate", "part", "whole", "total", "indicator", "parts"):
            given = getattr(check, key, ())
            for index, id in enumerate(given if isinstance(given, tuple) else [given]):  # noqa: A001
                where = (*path, key, index) if key == "parts" else (*path, key)
                yield from check_registered(project, "checks.yaml", where, id)
        for name in ("name", "reason"):
            text = getattr(check, name, "")
            yield from check_words(text, project.place("checks.yaml", *path, name))
        yield from _check_kinds(project, check)


def _check_kinds(project: Project, check: CheckSpec) -> Iterable[Problem]:
    """Yield problems where compared numbers differ in unit, or where a rate is not one."""
    known = {id: project.indicators[id] for id in list_inputs(check) if id in project.indicators}  # noqa: A001
    units = {fold_unit(indicator.unit) for indicator in known.values()}
    if isinstance(check, SumCheck | PartCheck) and len(units) > 1:
        place = project.place("checks.yaml", "checks", check.id, "#key")
        found = f"单位不同：{'，'.join(f'{id} 是{indicator.unit}' for id, indicator in known.items())}"  # noqa: A001
        yield Problem(code="E514", place=place, found=found, expected="同一种单位", about=tuple(known))
    rate = known.get(check.rate) if isinstance(check, RatioCheck | UnverifiableCheck) else None
    if rate is not None and rate.measure not in measures.RATES:
        place = project.place("checks.yaml", "checks", check.id, "rate")
        found = f"「{rate.id}」的种类是 {rate.measure}"
        yield Problem(
            code="E514", place=place, found=found, expected="占比（share）或增减（change）", about=(rate.id,)
        )
