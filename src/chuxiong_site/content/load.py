"""A content folder → a Project and everything that is wrong with its files."""

from __future__ import annotations

import hashlib
from pathlib import Path

from ..model.catalogue import SiteConfig
from ..model.names import is_system_file
from ..model.place import Place
from ..model.project import KeyPath, Project
from ..model.report import Report
from ..model.site import Logo
from ..problems import Problem
from .catalogue_files import Catalogue, read_catalogue
from .find_content import find_other_folder
from .read_files import SourceFile, read_source
from .read_logo import read_logo
from .read_packages import read_variants
from .read_report import read_report
from .report_names import list_reports

Places = dict[tuple[str, KeyPath], Place]


def load_project(root: Path) -> tuple[Project | None, list[Problem]]:
    """Read everything; the project is `None` when no report could be read, and not `complete` when a catalogue is broken."""
    if (problem := find_other_folder(root)) is not None:
        return None, [problem]
    catalogue = read_catalogue(root)
    reports, problems, places = _read_reports(root)
    dictionary, dictionary_problems = read_source(root, "dictionary.txt", may_be_empty=True)
    problems += catalogue.problems + dictionary_problems
    logo, logo_problems = _read_logo(root, catalogue)
    problems += logo_problems
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
        gazetteer=catalogue.gazetteer,
        logo=logo,
        reports=tuple(sorted(reports, key=lambda report: report.id, reverse=True)),
        dictionary=tuple(line.strip() for line in dictionary.lines if line.strip()) if dictionary else (),
        places=catalogue.places | places,
        variants=read_variants("".join(report.display.text for report in reports)),
        digest=_compute_digest(catalogue, dictionary, logo),
    )
    return project, problems


def _compute_digest(catalogue: Catalogue, dictionary: SourceFile | None, logo: Logo | None) -> str:
    files = {
        **catalogue.read,
        "dictionary": dictionary.data if dictionary else b"",
        "logo": logo.data if logo else b"",
    }
    digest = hashlib.sha256()
    for name, data in files.items():
        digest.update(f"{name} {len(data)}\n".encode() + data)
    return digest.hexdigest()


def _read_logo(root: Path, catalogue: Catalogue) -> tuple[Logo | None, list[Problem]]:
    if catalogue.site is None or not catalogue.site.theme.logo:
        return None, []
    place = catalogue.places[("site.yaml", ("theme", "logo"))]
    return read_logo(root, catalogue.site.theme.logo, place)


def _read_reports(root: Path) -> tuple[list[Report], list[Problem], Places]:
    folder = root / "reports"
    names = sorted(path.name for path in folder.glob("*") if not is_system_file(path.name))
    ids, problems = list_reports(names)
    reports: list[Report] = []
    places: Places = {}
    for id in ids:  # noqa: A001  # the contract's word
        found = read_report(root, id)
        problems += found.problems
        places |= {(f"reports/{id}.md", path): place for path, place in found.places.items()}
        if found.report is not None:
            reports.append(found.report)
    return reports, problems, places
