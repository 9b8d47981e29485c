"""The YAML files beside the reports → their records."""

from __future__ import annotations

from dataclasses import field, replace
from pathlib import Path
from typing import Any

from ..memory import recall
from ..model import catalogue, check_specs
from ..model.place import Place
from ..model.project import KeyPath
from ..model.records import dataclass
from ..problems import Problem, describe_nearest, find_nearest
from .addresses import check_addresses, normalise_base_url
from .document import Document
from .drafted import create_drafted_problem
from .read_files import SourceFile, read_source
from .structure import structure

INDICATOR_GROUPS = ("themes", "indicators")
Files = dict[str, tuple[SourceFile | None, list[Problem]]]
"""The files by their names, with what is wrong with them as files."""
NAMES = ["site.yaml", "indicators.yaml", "charts.yaml", "checks.yaml", "terms.yaml"]
SHELF = "catalogue"
"""Where they are remembered."""
GAZETTEER = "places.yaml"
"""The one file that a project need not have: reports of many offices name no localities that anybody looks for."""


@dataclass(slots=True, kw_only=True)
class Catalogue:
    """The contents of the YAML files; a wrong file leaves its part empty and its problems here."""

    site: catalogue.SiteConfig | None = None
    themes: tuple[catalogue.Theme, ...] = ()
    indicators: dict[str, catalogue.Indicator] = field(default_factory=dict)
    charts: tuple[catalogue.ChartSpec, ...] = ()
    checks: tuple[check_specs.CheckSpec, ...] = ()
    terms: tuple[catalogue.Term, ...] = ()
    gazetteer: catalogue.Gazetteer | None = None
    places: dict[tuple[str, KeyPath], Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    complete: bool = False
    """Whether the indicators are known, even if some entries are wrong."""
    read: dict[str, bytes] = field(default_factory=dict)
    """The files by their names, as they were read."""


def read_catalogue(root: Path) -> Catalogue:
    """Read the YAML files of a content folder: five, and the gazetteer where there is one.

    Of the same files the same comes out as last time.
    """
    names = [*NAMES, GAZETTEER] if (root / GAZETTEER).exists() else NAMES
    files = {name: read_source(root, name) for name in names}
    said = [(name, source and source.data, problems) for name, (source, problems) in files.items()]
    return recall(SHELF, ("read_catalogue", said), lambda: _structure_catalogue(files))


def _structure_catalogue(files: Files) -> Catalogue:
    result = Catalogue()
    site = _read(result, files, "site.yaml")
    if site:
        result.site, problems = structure(catalogue.SiteConfig, site.data, places=site.places, path=())
        faults = check_addresses(site.data, site.places)
        result.problems += problems + faults
        if result.site and not faults:
            base_url = normalise_base_url(result.site.base_url)
            result.site = replace(result.site, base_url=base_url)
    indicators = _read(result, files, "indicators.yaml", top=INDICATOR_GROUPS)
    if indicators:
        result.themes = _themes(result, indicators)
        result.indicators = {
            item.id: item for item in _entries(result, indicators, "indicators", catalogue.Indicator)
        }
    for name, kind in (
        ("charts", catalogue.ChartSpec),
        ("checks", check_specs.CheckSpec),
        ("terms", catalogue.Term),
    ):
        document = _read(result, files, f"{name}.yaml", top=(name,))
        if document:
            setattr(result, name, tuple(_entries(result, document, name, kind)))
    result.gazetteer = _read_gazetteer(result, files)
    result.complete = indicators is not None and _is_known(indicators)
    return result


def _is_known(document: Document) -> bool:
    """Tell whether the indicators are known: a list that could be read, or none yet."""
    group = document.data.get("indicators")
    return isinstance(group, dict) or (not group and document.data.keys() <= set(INDICATOR_GROUPS))


def _read_gazetteer(result: Catalogue, files: Files) -> catalogue.Gazetteer | None:
    document = _read(result, files, GAZETTEER) if GAZETTEER in files else None
    if document is None:
        return None
    gazetteer, problems = structure(catalogue.Gazetteer, document.data, places=document.places, path=())
    result.problems += problems
    return gazetteer


def _read(result: Catalogue, files: Files, name: str, top: tuple[str, ...] = ()) -> Document | None:
    from .read_yaml import read_yaml  # costly, and needed only for files that were not read before

    source, problems = files[name]
    result.problems += problems
    if source is None:
        return None
    result.read[name] = source.data
    document = read_yaml(source)
    result.problems += document.problems
    if not document.complete:
        return None
    result.places.update({(name, path): place for path, place in document.places.items()})
    if top:
        _check_top(result, source.place(1), document, top)
    return document


def _check_top(result: Catalogue, start: Place, document: Document, top: tuple[str, ...]) -> None:
    unknown = [key for key in document.data if key not in top]
    misspelt = {find_nearest(key, top) for key in unknown}
    for key in top:
        if not document.data.get(key) and (key in document.data or not unknown):
            continue  # nothing is registered yet
        if not isinstance(document.data.get(key), dict) and (key in document.data or key not in misspelt):
            place = document.places.get((key, "#key"), start)
            found = f"「{key}」下面没有内容" if key in document.data else f"没有「{key}」这一项"
            expected = f"「{key}:」下面写各项，每项「标识:」再缩进写内容"
            result.problems.append(Problem(code="E211", place=place, found=found, expected=expected))
    for key in unknown:
        place, found = document.places[(key, "#key")], f"不认识的键「{key}」"
        expected, hint = f"这里可以写的键：{'、'.join(top)}", describe_nearest(key, top)
        result.problems.append(Problem(code="E212", place=place, found=found, expected=expected, hint=hint))


def _entries(result: Catalogue, document: Document, name: str, kind: Any) -> list[Any]:
    group = document.data.get(name)
    found = []
    for key, value in group.items() if isinstance(group, dict) else ():
        record, problems = structure(kind, value, places=document.places, path=(name, key), inject=key)
        result.problems += problems
        if record is not None:
            found.append(record)
            if record.drafted:
                place = document.places[(name, key, "drafted")]
                result.problems.append(create_drafted_problem(key, str(getattr(record, "name", key)), place))
    return found


def _themes(result: Catalogue, document: Document) -> tuple[catalogue.Theme, ...]:
    group = document.data.get("themes")
    themes: list[catalogue.Theme] = []
    for key, value in group.items() if isinstance(group, dict) else ():
        theme, problems = structure(
            catalogue.Theme, {"name": value}, places=document.places, path=("themes", key), inject=key
        )
        result.problems += problems
        if theme is not None:
            themes.append(theme)
    return tuple(themes)
