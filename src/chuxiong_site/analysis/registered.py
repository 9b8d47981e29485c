"""The ids that staff registered, also of wrong entries, so that a mistake is reported once and not at each use."""

from __future__ import annotations

from collections.abc import Iterable

from ..model.project import Project
from ..problems import Problem, describe_nearest


def list_registered(project: Project, file: str, group: str) -> set[str]:
    """Return the ids that stand in a group of a YAML file."""
    return {
        str(path[1])
        for name, path in project.places
        if name == file and len(path) == 3 and path[0] == group and path[2] == "#key"
    }


def is_whole(project: Project, file: str, group: str, known: set[str]) -> bool:
    """Tell whether a group could be read and every entry of it structured."""
    return (file, (group,)) in project.places and list_registered(project, file, group) <= known


def check_registered(
    project: Project,
    file: str,
    path: tuple[str | int, ...],
    id: str,  # noqa: A002
) -> Iterable[Problem]:
    """Yield a problem for an id that is not registered, at the place that names it."""
    if id not in project.indicators and id not in list_registered(project, "indicators.yaml", "indicators"):
        hint, place = describe_nearest(id, project.indicators), project.place(file, *path)
        found, expected = f"指标「{id}」", "indicators.yaml 里有的指标"
        yield Problem(code="E501", place=place, found=found, expected=expected, hint=hint, about=(id,))
