"""The YAML files beside the reports → their records."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..model import catalogue as model
from ..model.place import Place
from ..model.project import Path as KeyPath
from ..problems import Problem, describe_nearest
from .read_files import read_source
from .read_yaml import Document, read_yaml
from .structure import structure


@dataclass(slots=True, kw_only=True)
class Catalogue:
    """What the YAML files say; a file that is wrong leaves its part empty and its problems here."""

    site: model.SiteConfig | None = None
    themes: tuple[model.Theme, ...] = ()
    indicators: dict[str, model.Indicator] = field(default_factory=dict)
    charts: tuple[model.ChartSpec, ...] = ()
    checks: tuple[model.CheckSpec, ...] = ()
    terms: tuple[model.Term, ...] = ()
    places: dict[tuple[str, KeyPath], Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    complete: bool = True
    """Whether every file could be read and structured."""


def read_catalogue(root: Path) -> Catalogue:
    """Read the five YAML files of a content folder."""
    result = Catalogue()
    site = _read(result, root, "site.yaml")
    if site:
        result.site, problems = structure(model.SiteConfig, site.data, places=site.places, path=())
        result.problems += problems
    indicators = _read(result, root, "indicators.yaml", top=("themes", "indicators"))
    if indicators:
        result.themes = _themes(result, indicators)
        result.indicators = {
            item.id: item for item in _entries(result, indicators, "indicators", model.Indicator)
        }
    for name, kind in (("charts", model.ChartSpec), ("checks", model.CheckSpec), ("terms", model.Term)):
        document = _read(result, root, f"{name}.yaml", top=(name,))
        if document:
            setattr(result, name, tuple(_entries(result, document, name, kind)))
    result.complete = not result.problems
    return result


def _read(result: Catalogue, root: Path, name: str, top: tuple[str, ...] = ()) -> Document | None:
    source, problems = read_source(root, name)
    result.problems += problems
    if source is None:
        return None
    document = read_yaml(source)
    result.problems += document.problems
    result.places.update({(name, path): place for path, place in document.places.items()})
    if top and not document.problems:
        _check_top(result, source.place(1), document, top)
    return document if document.data else None


def _check_top(result: Catalogue, start: Place, document: Document, top: tuple[str, ...]) -> None:
    for key in top:
        if not isinstance(document.data.get(key), dict):
            place = document.places.get((key, "#key"), start)
            result.problems.append(
                Problem(
                    code="E211",
                    place=place,
                    found=f"没有「{key}」或者它是空的",
                    expected=f"「{key}:」下面写各项",
                )
            )
    for key in document.data:
        if key not in top:
            place = document.places[(key, "#key")]
            hint = describe_nearest(key, top)
            result.problems.append(
                Problem(
                    code="E212", place=place, found=f"不认识的键「{key}」", expected="、".join(top), hint=hint
                )
            )


def _entries(result: Catalogue, document: Document, name: str, kind: Any) -> list[Any]:
    group = document.data.get(name)
    found = []
    for key, value in group.items() if isinstance(group, dict) else ():
        record, problems = structure(kind, value, places=document.places, path=(name, key), inject=key)
        result.problems += problems
        if record is not None:
            found.append(record)
    return found


def _themes(result: Catalogue, document: Document) -> tuple[model.Theme, ...]:
    group = document.data.get("themes")
    themes: list[model.Theme] = []
    for key, value in group.items() if isinstance(group, dict) else ():
        theme, problems = structure(
            model.Theme, {"name": value}, places=document.places, path=("themes", key), inject=key
        )
        result.problems += problems
        if theme is not None:
            themes.append(theme)
    return tuple(themes)
