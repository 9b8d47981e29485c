"""Prove how a report is cited: the files for reference managers field by field, and the labels in the heads of pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ..model.findings import Findings
from ..model.report import Report
from ..model.site import Site, read_artifact
from ..problems import Problem
from .documents.built_page import BuiltPage
from .documents.tables import UnreadableError, read_json
from .documents.utterance import fold
from .faults import create_fault
from .scopes.references import describe_csl, describe_labels, describe_ris, say_bibtex

LABEL = "meta:citation_"
TAG = re.compile(r"([A-Z][A-Z0-9])  - (.*)")
FIRST, LAST = ("TY", "ELEC"), ("ER", "")


def check_citations(findings: Findings, files: Site, pages: Mapping[str, BuiltPage]) -> Iterator[Problem]:
    """Yield faults of the files and of the labels of the one report of these findings."""
    report, base = findings.reports[0].report, findings.project.site.base_url.rstrip("/")
    yield from _check_files(report, f"data/{report.id}/citation", files)
    cited = {f"{report.id}/{name}.html" for name in ("index", "full", *(s.slug for s in report.pages))}
    labels = describe_labels(report, base)
    for path, page in pages.items():
        yield from check_labels(path, page, labels if path in cited else {})


def check_uncited(pages: Mapping[str, BuiltPage]) -> Iterator[Problem]:
    """Yield every label on pages of the site's own: none of them is the report."""
    for path, page in pages.items():
        yield from check_labels(path, page, {})


def check_labels(path: str, page: BuiltPage, wanted: Mapping[str, str]) -> Iterator[Problem]:
    """Yield a label that is missing, said twice, or says something else; on a page that is no source, every label."""
    told = [(said.role, said.text) for said in page.utterances if said.role.startswith(LABEL)]
    labels = [(f"meta:{name}", fold(words)) for name, words in wanted.items()]
    for name, words in sorted({*told, *labels}):
        if told.count((name, words)) != labels.count((name, words)):
            right = fold(wanted.get(name.removeprefix("meta:"), ""))
            yield create_fault(path, f"{name.removeprefix('meta:')} 是「{words}」", f"「{right}」一次")


def _check_files(report: Report, stem: str, files: Site) -> Iterator[Problem]:
    entry = say_bibtex(report)
    if read_artifact(files, f"{stem}.bib").decode("utf-8", "replace") != f"{entry}\n":
        yield create_fault(f"{stem}.bib", "BibTeX 与报告的要素不同", entry)
    try:
        items = read_json(read_artifact(files, f"{stem}.json"))
    except UnreadableError:
        items = None
    if items != [describe_csl(report)]:
        yield create_fault(f"{stem}.json", f"CSL-JSON 是 {items}", str([describe_csl(report)]))
    yield from _check_ris(report, f"{stem}.ris", read_artifact(files, f"{stem}.ris"))


def _check_ris(report: Report, path: str, data: bytes) -> Iterator[Problem]:
    lines = data.decode("utf-8", "replace").split("\r\n")
    tags = [match.groups() if (match := TAG.fullmatch(line)) else (line, "") for line in lines[:-1]]
    wanted = [FIRST, *((tag, fold(words)) for tag, words in describe_ris(report).items()), LAST]
    for found, right in zip(tags, wanted, strict=False):
        if found != right:
            yield create_fault(path, "  - ".join(found), "  - ".join(right))
            return
    if len(tags) != len(wanted) or lines[-1:] != [""]:
        yield create_fault(path, f"有 {len(tags)} 行", f"{len(wanted)} 行")
