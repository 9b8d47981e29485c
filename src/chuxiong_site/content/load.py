"""A content folder → a Project and everything that is wrong with its files."""

from __future__ import annotations

import re
from pathlib import Path

from ..model.catalogue import SiteConfig
from ..model.names import is_litter, is_portable
from ..model.place import Place
from ..model.project import Path as KeyPath
from ..model.project import Project
from ..model.report import Report
from ..problems import Problem
from .catalogue import read_catalogue
from .read_files import read_source
from .read_report import read_report

REPORT_ID = re.compile(r"[0-9a-z][0-9a-z-]{0,40}")
Places = dict[tuple[str, KeyPath], Place]
OWN_FOLDERS = frozenset({"data", "assets", "indicators", "index", "embed"})
"""Names beside which no report can have its folder: the site has files of its own there."""


def load_project(root: Path) -> tuple[Project | None, list[Problem]]:
    """Read everything; the project is `None` when no report could be read, and not `complete` when a catalogue is broken."""
    if not root.is_dir():
        found = "没有这个文件夹" if not root.exists() else "不是文件夹"
        place = Place(file=".")
        hint = f"在项目的文件夹（里面有 content）里运行，或者用 --content 指明。找的是：{root}"
        return None, [Problem(code="E101", place=place, found=found, expected="内容文件夹", hint=hint)]
    catalogue = read_catalogue(root)
    reports, problems, places = _read_reports(root)
    dictionary, dictionary_problems = read_source(root, "dictionary.txt")
    problems += catalogue.problems + dictionary_problems
    if not reports:
        return None, problems
    project = Project(
        site=catalogue.site or SiteConfig(name="—", notice="—", description="—"),
        complete=catalogue.complete,
        themes=catalogue.themes,
        indicators=catalogue.indicators,
        charts=catalogue.charts,
        checks=catalogue.checks,
        terms=catalogue.terms,
        reports=tuple(sorted(reports, key=lambda report: report.id, reverse=True)),
        dictionary=tuple(line.strip() for line in dictionary.lines if line.strip()) if dictionary else (),
        places=catalogue.places | places,
    )
    return project, problems


def _read_reports(root: Path) -> tuple[list[Report], list[Problem], Places]:
    folder = root / "reports"
    names = sorted(path.name for path in folder.glob("*") if not is_litter(path.name))
    ids = [name.removesuffix(".md") for name in names if name.endswith(".md")]
    problems = [
        Problem(
            code="E109",
            place=Place(file=f"reports/{name}"),
            found="采集页没有对应的标注稿",
            expected=f"同名的 {name.removesuffix('.txt')}.md",
        )
        for name in names
        if name.endswith(".txt") and name.removesuffix(".txt") not in ids
    ]
    problems += [
        Problem(
            code="E110",
            place=Place(file=f"reports/{name}"),
            found=f"文件名「{name}」",
            expected=f"{name[: -len(ending)]}{ending}：后缀要小写",
        )
        for name in names
        for ending in (".md", ".txt")
        if name.lower().endswith(ending) and not name.endswith(ending)
    ]
    if not ids:
        place = Place(file="reports")
        problems.append(
            Problem(code="E102", place=place, found="一份报告也没有", expected="至少一份 reports/年份.md")
        )
    reports: list[Report] = []
    places: Places = {}
    for id in ids:  # noqa: A001  # the contract's word
        if not REPORT_ID.fullmatch(id) or id in OWN_FOLDERS or not is_portable(id):
            place = Place(file=f"reports/{id}.md")
            problems.append(
                Problem(code="E110", place=place, found=f"文件名「{id}.md」", expected="年份，例如 2024.md")
            )
            continue
        found = read_report(root, id)
        problems += found.problems
        places |= {(f"reports/{id}.md", path): place for path, place in found.places.items()}
        if found.report is not None:
            reports.append(found.report)
    return reports, problems, places
