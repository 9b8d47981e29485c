"""The labels in a page's head for machines: the official page-label scheme, and share cards.

The scheme asks the home page for the site's labels, a list for the column's too, an article for its own as well.
A label without a true value is left out: no invented time, no address while none is known.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from ...model import addresses
from ...model.catalogue import SiteConfig
from ...model.findings import ReportFindings
from ...model.records import dataclass
from ...model.report import Report
from ..citing.labels import list_citation_labels
from .share import SharePicture, describe_picture

ARTICLES = frozenset({"report", "section", "full"})
"""Kinds of page that carry the report's own text."""
UNLABELLED = frozenset({"not_found", "embed", "offline"})
KEYWORDS = 6
KEYWORD_JOINT = ","


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A `meta` element: its name is said by `name`, or for share cards by `property`."""

    attribute: str
    key: str
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """What labels are made from: the page as its own record says it."""

    kind: str
    path: str
    title: str
    full_title: str
    share_title: str
    description: str
    site_column: str
    site_column_name: str
    canonical: str
    published: str
    """2024-01-18: the day, never a time."""
    modified: str
    """The day of the last correction of this report on the site; empty when there was none."""
    keywords: tuple[str, ...]
    picture: str
    """The address of the first picture in the text; empty without one, or while no address is known."""
    card: SharePicture | None
    """What a link to the page is shown with."""
    icon: str
    """The address of the site's mark: what stands for a card where there is none."""


def describe_labels(site: SiteConfig, report_findings: ReportFindings, page: Labelled) -> tuple[Label, ...]:
    """Return the page's labels, each key once."""
    if page.kind in UNLABELLED:
        return ()
    pairs = [("name", key, content) for key, content in _list_scheme(site, report_findings, page)]
    if page.kind in ARTICLES:
        pairs += [("name", *pair) for pair in list_citation_labels(site, report_findings.report)]
    pairs += [("property", key, content) for key, content in _list_share_card(site, page)]
    if page.card:
        pairs.append(("name", "twitter:card", "summary_large_image"))
    return tuple(Label(attribute=a, key=key, content=content) for a, key, content in pairs if content)


def find_last_change(site: SiteConfig, report: Report) -> str:
    """Return the day of the last line of the change log that speaks of a report; empty when none does."""
    return max((change.date for change in site.changes if change.report == report.id), default="")


def list_keywords(report_findings: ReportFindings, path: str) -> tuple[str, ...]:
    """Return the keywords of the section whose page this is; elsewhere the first of every section."""
    report = report_findings.report
    slugs = {section.number: addresses.section_href(report, section) for section in report.pages}
    own = next((entry for entry in report_findings.keywords if slugs.get(entry.section) == path), None)
    if own is not None:
        words = [keyword.text for keyword in own.keywords]
    else:
        words = [entry.keywords[0].text for entry in report_findings.keywords if entry.keywords]
    return tuple(dict.fromkeys(words))[:KEYWORDS]


def _list_scheme(
    site: SiteConfig, report_findings: ReportFindings, page: Labelled
) -> Iterator[tuple[str, str]]:
    """Yield the labels of 《政府网站发展指引》; the page's `description` is one of them and stands by itself."""
    yield "SiteName", site.name
    yield "SiteDomain", urlsplit(site.base_url).hostname or ""
    yield "SiteIDCode", site.official_footer.site_id_code if site.official_footer else ""
    if page.kind == "home":
        return
    article = page.kind in ARTICLES
    report = report_findings.report
    keywords = KEYWORD_JOINT.join(page.keywords)
    yield "ColumnName", page.site_column_name
    yield "ColumnDescription", _describe_column(report_findings) if article else page.description
    yield "ColumnKeywords", keywords
    yield "ColumnType", page.site_column
    if article:
        yield "ArticleTitle", report.title if page.kind != "section" else page.title
        yield "PubDate", page.published
        yield "ContentSource", report.disclosure.publisher
        yield "Author", report.disclosure.publisher
    yield "Keywords", keywords
    yield "Image", page.picture
    yield "Url", page.canonical


def _describe_column(report_findings: ReportFindings) -> str:
    contents = "目录、全文、数字与核对" if report_findings.facts else "目录、全文与核对"
    return f"{report_findings.report.title}的{contents}"


def _list_share_card(site: SiteConfig, page: Labelled) -> Iterator[tuple[str, str]]:
    article = page.kind in ARTICLES
    yield "og:title", page.share_title
    yield "og:description", page.description
    yield "og:type", "article" if article else "website"
    yield "og:url", page.canonical
    yield from describe_picture(page.card) if page.card else [("og:image", page.icon)]
    yield "og:site_name", site.name
    yield "og:locale", "zh_CN"
    if article:
        yield "article:published_time", page.published
        yield "article:modified_time", page.modified
