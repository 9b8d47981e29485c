"""The finished site, read back: is every fact on every surface the report's, is every link alive?"""

from __future__ import annotations

from collections.abc import Mapping

from ..model.findings import Findings
from ..model.site import Site
from ..problems import Problem
from .assets import strip_digests
from .check_budgets import check_budgets
from .check_charts import check_charts
from .check_data import check_data
from .check_facts import check_facts
from .check_loaded import check_loaded
from .check_notes import check_notes
from .check_pages import check_pages
from .check_text import check_text
from .exports.check_exports import check_exports
from .read_back import BuiltPage, read_page
from .search_check import check_search


def check_site(findings: Findings, site: Site) -> list[Problem]:
    """Return what is wrong with the built files. Anything here but a reminder is our fault, not the content's."""
    pages = read_pages(site)
    problems = [*check_pages(pages, site), *check_loaded(pages, site)]
    problems += [*check_facts(findings, pages), *check_charts(findings, pages)]
    for found in findings.reports:
        problems += check_text(found, pages)
        problems += check_data(found, site)
    problems += check_notes(findings, pages)
    problems += check_search(findings, site, pages)
    problems += check_exports(findings, site, pages)
    problems += check_budgets(findings, site)
    return problems


def read_pages(site: Site) -> Mapping[str, BuiltPage]:
    """Return every page of the site by its path; what its addresses say of the bytes behind them is read apart.

    So a page that did not change itself is not read again.
    """
    return {
        path: read_page(strip_digests(data))
        for path, data in site.items()
        if path.endswith(".html") and isinstance(data, bytes)
    }
