"""The finished site against the report: one call that reads every file back and names every place that is not proved."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from ..memory import remember
from ..model.findings import Findings
from ..model.site import Site, read_artifact
from ..problems import Problem
from .addresses import check_public_addresses
from .cards import check_cards
from .cells import check_units
from .charts import check_charts
from .checks import check_results
from .comparisons import check_comparisons
from .data import check_data
from .documents.built_page import BuiltPage
from .documents.html import read_page
from .documents.utterance import Utterance
from .english import check_english
from .excerpts import check_excerpts
from .explore import check_explore
from .facts import check_facts
from .faults import create_fault
from .gate import check_numbers
from .identities import check_identities
from .inventory import check_inventory
from .islands import check_islands
from .joins import check_joins
from .links import check_links, check_outward
from .loaded import check_loaded
from .overview import check_overview
from .packages import check_packages
from .poster import check_posters
from .scopes import create_scopes
from .scopes.words import Scope, one
from .search import check_search
from .structure import check_structure
from .text import check_text

LIBRARY = re.compile(r"assets/plotly-[a-z]+-(?P<version>[\d.]+)\.[0-9a-f]+\.js")
BUILT = re.compile(r"生成时间：([^。]*)。")
Said = tuple[str, Utterance]


def prove_site(findings: Findings, site: Site, phrases: Iterable[str] = ()) -> list[Problem]:
    """Return every fault of the finished files against the report, its facts and the content fields.

    `phrases` are sentences with numbers of the project's own templates, in the notation of `phrases.py`.
    Nothing that made the files takes part: files are read by their own readers, and what they should say is worked out anew.
    """
    pages = read_pages(site)
    scopes = create_scopes(findings, site, describe_build(pages, site))
    problems = [
        *check_structure(pages, site),
        *check_links(pages, site),
        *check_outward(findings, pages),
        *check_loaded(pages, site),
    ]
    problems += [
        *check_inventory(findings, scopes, site),
        *check_facts(findings, pages),
        *check_comparisons(findings, pages),
    ]
    said: list[Said] = [(path, words) for path, page in pages.items() for words in page.utterances]
    for report_findings in findings.reports:
        problems += check_text(report_findings, pages)
        problems += check_excerpts(report_findings, pages)
        problems += check_joins(report_findings, pages)
        problems += check_results(report_findings, findings)
        problems += check_identities(report_findings)
        problems += check_units(report_findings)
        problems += _sort(check_data(report_findings, site), said)
        problems += _check_bytes(
            site,
            f"data/{report_findings.report.id}/report.txt",
            report_findings.report.captured.text.encode(),
        )
    problems += _sort(check_islands(findings, pages), said)
    problems += check_charts(findings, scopes, pages, site)
    problems += check_explore(findings, site)
    problems += check_overview(findings, pages)
    problems += check_posters(findings, site)
    problems += check_cards(findings, site, pages)
    problems += check_search(findings, site, pages)
    problems += check_english(findings, site, pages)
    problems += _sort(check_packages(findings, site), said)
    problems += _sort(check_public_addresses(findings, site, pages), said)
    problems += check_numbers(said, scopes, phrases)
    return list(dict.fromkeys(problems))


def read_pages(site: Site) -> Mapping[str, BuiltPage]:
    """Return every page of a site by its path, read."""
    return {
        path: read_page(data)
        for path, data in sorted(site.items())
        if path.endswith(".html") and isinstance(data, bytes)
    }


def describe_build(pages: Mapping[str, BuiltPage], site: Site) -> Scope:
    """Return the scope of the build: when the site was made, and the chart library."""
    path = next((path for path in site if LIBRARY.fullmatch(path)), "")
    match = LIBRARY.fullmatch(path)
    weight = _weigh(read_artifact(site, path))
    return one(
        built=find_time(pages),
        plotly_version=match["version"] if match else "",
        plotly_size=f"{weight / 1_000_000:.1f} MB",
    )


@remember
def _weigh(data: bytes) -> int:
    """Return the size of a file as servers send it."""
    return len(gzip.compress(data, mtime=0))


def find_time(pages: Mapping[str, BuiltPage]) -> str:
    """Return the time of the build that most pages name; empty when none does."""
    times = Counter(
        match[1] for page in pages.values() for said in page.utterances for match in BUILT.finditer(said.text)
    )
    return times.most_common(1)[0][0] if times else ""


def _sort(found: Iterable[Problem | Said], said: list[Said]) -> list[Problem]:
    """Return the problems; what is said goes to the gate."""
    problems = []
    for item in found:
        if isinstance(item, Problem):
            problems.append(item)
        else:
            said.append(item)
    return problems


def _check_bytes(site: Site, path: str, wanted: bytes) -> Iterator[Problem]:
    if read_artifact(site, path) != wanted:
        yield create_fault(path, "与原文不同的字节", "逐字节相同")
