"""What every page has: its head, its way home, and the words that several pages share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from markupsafe import Markup

from ...charts import ChartView
from ...model import addresses
from ...model.catalogue import SiteConfig
from ...model.chart import ChartRecord
from ...model.findings import Findings, ReportFindings
from ...model.records import dataclass
from ...model.report import Report
from ...model.site import ChartLibrary
from ..parts.downloads import Download
from .dates import iso_date
from .labels import ARTICLES, UNLABELLED, Label, Labelled, describe_labels, find_last_change, list_keywords
from .languages import Alternate, describe_alternates, find_twin
from .left_out import list_left_out_report_pages
from .nav import Link, describe_more_nav, describe_nav, keep_made
from .share import SharePicture, find_picture
from .surroundings import Surroundings
from .titles import describe_full_title, describe_share_title, name_report

NO_MARKUP = Markup()
EMPTY_FIELD = "（原页未填）"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assets:
    """Paths of the shared files, with their content hashes."""

    stylesheet: str
    """What every page loads."""
    script: str
    plotly: ChartLibrary
    search: str = ""
    """What finds; loaded by the search page, and by the box once a reader goes into it."""
    answers: str = ""
    """What interprets a question; loaded by the search page, and by the box, once a reader asks."""
    page_scripts: Mapping[str, str] = field(default_factory=dict)
    """Kind of page → the script that it loads beside the shared one."""
    page_sheets: Mapping[str, str] = field(default_factory=dict)
    """Kind of page → the style sheet that it loads beside the shared one."""
    notes: str = ""
    """What opens a note at a number or a term; loaded by the pages with the text."""
    charts: str = ""
    """What makes charts answer; loaded by the pages that have some."""
    explore: str = ""
    """What draws chosen facts; loaded by the page where readers choose."""
    search_data: Mapping[str, str] = field(default_factory=dict)
    """Path of a report's search data → its address, which names its content too."""
    icon: str = "data:,"
    """The site's mark as an address that holds all of it."""
    logo: str = ""
    """The picture before the site's name; empty without one."""
    icon_file: str = ""
    """The same as a file, for home screens and share cards."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The inputs of one report's pages, made of its findings alone; and those of the site's pages, made of all."""

    findings: Findings
    report_findings: ReportFindings
    surroundings: Surroundings
    charts: tuple[ChartRecord, ...]
    views: Mapping[str, ChartView]
    """The same charts as pages one folder below the root show them, by the id on the page."""
    assets: Assets
    built: str
    """When the site was made, as readers see it; empty when the build was not told."""
    downloads: tuple[Download, ...] = ()
    """What can be taken away; known once it is made."""
    pictures: Mapping[str, SharePicture] = field(default_factory=dict)
    """Path of a page → the card that links to it are shown with."""
    english: tuple[ReportFindings, ...] = ()
    """Those of the reports that have English pages, newest first."""
    twinned: frozenset[str] = frozenset()
    """The paths of the Chinese pages, of those that can be known here, that are in English too."""

    @property
    def report(self) -> Report:
        """The report itself."""
        return self.report_findings.report

    @property
    def site(self) -> SiteConfig:
        """The site's own words."""
        return self.findings.project.site

    @property
    def left_out_pages(self) -> frozenset[str]:
        """The paths of the pages that are not made, because they would say nothing."""
        return list_left_out_report_pages(self.report_findings).union(self.surroundings.left_out)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The frame around a page's own record."""

    path: str
    title: str
    """Its name among the pages of the site."""
    full_title: str
    """The same for a tab or a share card, where nothing else says which report and which site."""
    description: str
    kind: str
    """Names the template `pages/<kind>.html`, and the page's class."""
    site: SiteConfig
    assets: Assets
    report: Report
    """The report whose links stand in the head of the page."""
    nav: tuple[Link, ...]
    more_nav: tuple[Link, ...]
    left_out_pages: frozenset[str]
    """What a page must not link to."""
    crumbs: tuple[Link, ...]
    site_column: str
    """Column of the site (栏目) as the official page-label scheme types it: 数据发布, 政策解读 …"""
    built: str
    canonical: str
    labels: tuple[Label, ...]
    """For machines: the head's `meta` elements beside the description."""
    linked_data: Markup
    """JSON-LD for the head; empty on most pages."""
    has_charts: bool
    has_notes: bool
    """Whether numbers or terms of the text open notes."""
    body: object
    """The page's own record."""
    twin: str = ""
    """The page in the other language, else the English home page; empty for a site in one language."""
    alternates: tuple[Alternate, ...] = ()
    """For search engines: both languages of a page that is in both."""

    @property
    def root(self) -> str:
        """The way to the site root."""
        return addresses.relative_root(self.path)

    def has(self, path: str) -> bool:
        """Tell whether a page of the site, or of the page's report, is made."""
        return path not in self.left_out_pages

    @property
    def stylesheets(self) -> tuple[str, ...]:
        """The style sheets that the page loads, from the site root: the shared one, and that of its kind."""
        own = self.assets.page_sheets.get(self.kind)
        return (self.assets.stylesheet, own) if own else (self.assets.stylesheet,)

    @property
    def scripts(self) -> tuple[str, ...]:
        """The scripts that the page loads, from the site root: the shared one, and that of its kind."""
        own = self.assets.page_scripts.get(self.kind)
        return (self.assets.script, own) if own else (self.assets.script,)

    @property
    def search_files(self) -> tuple[str, ...]:
        """What the search box loads once a reader goes into it: what finds and interprets, and the data of the page's report."""
        data = self.assets.search_data[addresses.data_file(self.report, "search-data.js")]
        return tuple(self.root + path for path in (self.assets.search, self.assets.answers, data))


def describe_page(
    context: Context,
    *,
    path: str,
    title: str,
    description: str,
    kind: str,
    body: object,
    crumbs: tuple[Link, ...] = (),
    site_column: str = "政策解读",
    has_charts: bool = False,
    has_notes: bool = False,
    picture: str = "",
    linked_data: Markup = NO_MARKUP,
) -> Page:
    """Return the page with its frame."""
    left_out = context.left_out_pages
    full_title = describe_full_title(context.site, context.report, kind=kind, path=path, title=title)
    canonical = "" if kind in UNLABELLED else addresses.absolute(context.site.base_url, path)
    labelled = Labelled(
        kind=kind,
        path=path,
        title=title,
        full_title=full_title,
        share_title=describe_share_title(context.report, path=path, title=title, full_title=full_title),
        description=description,
        site_column=site_column,
        site_column_name=report_crumb(context.report).text if kind in ARTICLES else title,
        canonical=canonical,
        published=iso_date(context.report.disclosure.published),
        modified=find_last_change(context.site, context.report),
        keywords=list_keywords(context.report_findings, path),
        picture=addresses.absolute(context.site.base_url, picture) if picture else "",
        card=find_picture(context.pictures, path, context.report.id),
        icon=addresses.absolute(context.site.base_url, context.assets.icon_file),
    )
    return Page(
        path=path,
        title=title,
        full_title=full_title,
        description=description,
        kind=kind,
        site=context.site,
        assets=context.assets,
        report=context.report,
        nav=keep_made(describe_nav(context.report), left_out),
        more_nav=keep_made(describe_more_nav(context.report, context.findings.project.gazetteer), left_out),
        left_out_pages=left_out,
        crumbs=crumbs,
        site_column=site_column,
        built=context.built,
        canonical=canonical,
        labels=describe_labels(context.site, context.report_findings, labelled),
        linked_data=linked_data,
        has_charts=has_charts,
        has_notes=has_notes,
        body=body,
        twin=find_twin(path, context.twinned),
        alternates=describe_alternates(path, context.twinned, context.site.base_url),
    )


def report_crumb(report: Report) -> Link:
    """Return the link to a report's own front page."""
    return Link(text=name_report(report), href=addresses.report_page(report, "index"))
