"""Every page and every file of a site: one line each. `proof/pages.py` and `proof/inventory.py` expect the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from .data.archive import render_archive
from .data.chart_files import render_chart_files
from .elsewhere.embeds import describe_embed_pages
from .elsewhere.feed import render_feed
from .elsewhere.llms import render_llms
from .elsewhere.oembed import render_oembed
from .elsewhere.offline import render_offline
from .elsewhere.sitemap import render_sitemap
from .english.pages import describe_english_report_pages, describe_english_site_pages
from .export import Export, SiteExport
from .frame.page import Context, Page
from .pages.about import describe_about_page
from .pages.checks import describe_checks_page
from .pages.explore import describe_explore_page
from .pages.facts import describe_facts_page
from .pages.follow_up import describe_follow_up_page
from .pages.full import describe_full_page
from .pages.home import describe_home
from .pages.indicator import describe_indicator_pages
from .pages.indicators import describe_indicators_page
from .pages.keywords import describe_keywords_page
from .pages.not_found import describe_not_found
from .pages.places import describe_places_page
from .pages.search import describe_search_page
from .pages.section import describe_section_pages
from .pages.terms import describe_report_terms_page, describe_terms_page
from .poster import render_poster, render_poster_picture

PageMaker = Callable[[Context], Page | Iterable[Page]]
"""Makes a page, or several, from what is known of a report."""

REPORT_PAGES: list[PageMaker] = [
    describe_section_pages,
    describe_full_page,
    describe_facts_page,
    describe_checks_page,
    describe_follow_up_page,
    describe_places_page,
    describe_report_terms_page,
    describe_embed_pages,
    describe_english_report_pages,
]
"""Made once a report; its front page comes last of all, because it lists the files."""
SITE_PAGES: list[PageMaker] = [
    describe_home,
    describe_indicators_page,
    describe_indicator_pages,
    describe_explore_page,
    describe_keywords_page,
    describe_terms_page,
    describe_search_page,
    describe_about_page,
    describe_not_found,
    describe_english_site_pages,
]
"""Made once, from what is known of all reports, the latest first."""
REPORT_EXPORTS: list[Export] = [
    render_chart_files,
    render_oembed,
    render_poster,
    render_poster_picture,
    render_offline,
    render_archive,
]
"""Made once a report, after its data files (`data/files.py`); each sees the files of those before it."""
SITE_EXPORTS: list[SiteExport] = [render_feed, render_sitemap, render_llms]
"""Made once, when all pages are known."""


def describe_report_pages(context: Context) -> Iterable[Page]:
    """Return the records of a report's pages but its front page."""
    return (page for make in REPORT_PAGES for page in list_pages(context, make(context)))


def describe_site_pages(context: Context) -> Iterable[Page]:
    """Return the records of the site's own pages."""
    return (page for make in SITE_PAGES for page in list_pages(context, make(context)))


def list_pages(context: Context, made: Page | Iterable[Page]) -> Iterable[Page]:
    """Return the pages that have something in them."""
    left_out = context.left_out_pages
    return (page for page in ((made,) if isinstance(made, Page) else made) if page.path not in left_out)
