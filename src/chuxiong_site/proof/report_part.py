"""The files of one report, proved alone."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.findings import Findings, ReportFindings
from ..model.site import Site, read_artifact
from ..problems import Problem
from .addresses import check_canonical
from .around import Around
from .cards import check_cards, check_shown_cards
from .cells import check_units
from .charts import check_charts, check_figures
from .checks import check_results
from .citations import check_citations
from .comparisons import check_comparisons
from .csvw import check_report_csvw
from .data import check_data
from .editions import check_markdown
from .embeds import check_embeds
from .english import check_english, check_english_rows
from .excerpts import check_excerpts
from .facts import check_facts
from .faults import create_fault
from .gate import check_numbers
from .identities import check_identities
from .inventory import check_report_inventory
from .islands import check_islands
from .joins import check_joins
from .links import check_links, check_outward
from .loaded import check_loaded
from .making import Making, find_time
from .overview import check_small_lines
from .packages import check_archive
from .poster import check_poster
from .scopes.creating import create_scopes
from .scopes.words import one
from .search import check_search
from .sorting import Found, Proved, list_said, read_pages
from .sources import check_report_source
from .structure import check_structure
from .taxonomy import check_taxonomy
from .terms import check_report_terms
from .text import check_text
from .xbrl import check_xbrl


def prove_report(
    findings: Findings, around: Around, files: Site, making: Making, phrases: tuple[str, ...]
) -> Proved:
    """Return the faults of one report's files, and what cannot be proved without the rest of the site.

    `findings` are those of the report alone, with its neighbours.
    """
    pages = read_pages(files)
    built = find_time(pages)
    scopes = create_scopes(
        findings,
        files,
        making.library | one(built=built),
        others=(*around.list_site_files(), *making.digests),
        newest=around.newest,
        several=around.several,
    )
    found = Found()
    [own] = findings.reports
    found.add(
        list_said(pages),
        # pages as such
        check_structure(pages, files),
        check_links(pages, files),
        check_outward(findings, pages),
        check_loaded(pages, files, making),
        check_canonical(findings.project.site.base_url, pages),
        check_english(findings, around, files, pages),
        # what they say of the report
        check_report_inventory(findings, around, scopes, files),
        check_facts(findings, pages),
        check_comparisons(findings, findings.reports, pages, several=around.several),
        check_text(own, pages),
        check_excerpts(own, pages),
        check_joins(own, pages),
        check_small_lines(own, pages),
        check_english_rows(own, around, files),
        check_islands(findings, pages),
        check_charts(findings, scopes, pages, files),
        check_embeds(findings, scopes, files, pages),
        check_figures(scopes, pages, files),
        # the findings themselves, and the files that are no pages
        check_results(own, findings),
        check_identities(own),
        check_units(own),
        check_data(own, files),
        check_report_csvw(findings, own, files),
        check_xbrl(findings, own, files),
        check_taxonomy(findings, own, files),
        _check_text_file(own, files),
        check_poster(findings, own, files),
        check_cards(findings, files),
        check_shown_cards(findings, files, pages),
        check_search(findings, around, files, pages),
        check_report_source(findings, own, files, pages, several=around.several),
        check_report_terms(own, files, several=around.several),
        check_archive(findings, own, files),
        check_citations(findings, files, pages),
        check_markdown(findings, files, pages),
    )
    found.add(check_numbers(found.said, scopes, phrases))
    return found.finish(pages, built)


def _check_text_file(own: ReportFindings, files: Site) -> Iterator[Problem]:
    path = f"data/{own.report.id}/report.txt"
    if read_artifact(files, path) != own.report.captured.text.encode():
        yield create_fault(path, "与原文不同的字节", "逐字节相同")
