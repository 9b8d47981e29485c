"""The site's own files, proved by all reports: its pages, its lists for machines, the files that pages load."""

from __future__ import annotations

from collections.abc import Collection

from ..model.findings import Findings
from ..model.site import Site
from .addresses import check_canonical, check_public_addresses
from .all_years import check_all_years
from .around import describe_around
from .cards import check_shown_cards
from .charts import check_figures
from .citations import check_uncited
from .comparisons import check_comparisons
from .csvw import check_site_csvw
from .english import check_english
from .explore import check_explore
from .facts import check_facts
from .gate import check_numbers
from .indicators import check_indicators
from .inventory import check_site_inventory
from .islands import check_islands
from .links import check_links, check_outward
from .loaded import check_loaded
from .making import Making, find_time
from .overview import check_overview
from .packages import check_data_package
from .report_list import check_report_lists
from .scopes.creating import create_scopes
from .scopes.words import one
from .search import check_search_page
from .sorting import Found, Proved, list_said, read_pages
from .sources import check_about
from .structure import check_structure
from .terms import check_site_terms


def prove_site_files(
    findings: Findings,
    files: Site,
    site: Site,
    making: Making,
    phrases: tuple[str, ...],
    *,
    kept: Collection[str] = (),
) -> Proved:
    """Return the faults of the site's own files, and their links to the reports' pages.

    `site` has all files: lists for machines name them with their sizes. `kept` are the paths of those of the site's own
    files that were proved before.
    """
    newest = findings.reports[0]
    around, pages = describe_around(findings, newest), read_pages(files)
    built = find_time(pages)
    scopes = create_scopes(
        findings,
        site,
        making.library | one(built=built),
        newest=around.newest,
        several=around.several,
    )
    found = Found()
    found.add(
        list_said(pages),
        check_structure(pages, files),
        check_links(pages, files),
        check_outward(findings, pages),
        check_loaded(pages, site, making),
        check_uncited(pages),
        check_canonical(findings.project.site.base_url, pages),
        check_english(findings, around, files, pages),
        check_site_inventory(findings, around, {*files, *kept}),
        check_facts(findings, pages),
        check_indicators(findings, files),
        check_comparisons(findings, findings.reports[:1], pages, several=around.several),
        check_islands(findings, pages),
        check_figures(scopes, pages, site),
        check_explore(findings, files),
        check_overview(newest, pages),
        check_shown_cards(findings, site, pages),
        check_search_page(findings, files),
        check_site_terms(findings, files),
        check_about(findings, files, pages),
        check_report_lists(findings, pages),
        check_all_years(findings, files),
        check_site_csvw(findings, files),
        check_data_package(findings, site),
        check_public_addresses(findings, site),
    )
    found.add(check_numbers(found.said, scopes, phrases))
    return found.finish(pages, built)
