"""The paths and anchors of every page and file. Paths begin at the site's root and end in a file name.

Nothing else makes an address: templates are given them, scripts find them in the search data. The proof has its own.
"""

from __future__ import annotations

from urllib.parse import quote

from .findings import Fact
from .place import Span
from .report import Report, Section

HOME = "index.html"
INDICATORS = "indicators.html"
TERMS = "terms.html"
KEYWORDS = "keywords.html"
EXPLORE = "explore.html"
SEARCH = "search.html"
ABOUT = "about.html"
NOT_FOUND = "404.html"
ENGLISH = "en/"
"""Before the path of a page: that of its English twin."""
DATA_PACKAGE = "data/datapackage.json"
FEED = "feed.xml"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
LLMS = "llms.txt"
FRAME_SCRIPT = "embed/frame_size.js"
"""What pages of other sites load beside a chart's frame: their code names it for years, so its name never changes. No report can be called so."""


def report_page(report: Report, name: str) -> str:
    """Return the path of a report's page: `2023/full.html`."""
    return f"{report.id}/{name}.html"


def data_file(report: Report, name: str) -> str:
    """Return the path of a report's data file: `data/2023/facts.json`."""
    return f"data/{report.id}/{name}"


def archive(report: Report) -> str:
    """Return the path of everything of a year in one file: `data/2023.zip`."""
    return f"data/{report.id}.zip"


def offline_page(report: Report) -> str:
    """Return the path of the report as one file that needs no site: `data/2023-offline.html`."""
    return f"data/{report.id}-offline.html"


def is_offline(path: str) -> bool:
    """Tell whether a file is a report that needs no site."""
    return path.startswith("data/") and path.endswith("-offline.html")


def embed_page(report_id: str, chart_id: str) -> str:
    """Return the path of a chart as a page for other sites' frames: `embed/2023-online-rates.html`."""
    return f"embed/{report_id}-{chart_id}.html"


def oembed_file(report_id: str, chart_id: str) -> str:
    """Return the path of how to put a chart into a page, for programs: `embed/2023-online-rates.json`."""
    return f"embed/{report_id}-{chart_id}.json"


def is_taken_away(path: str) -> bool:
    """Tell whether a page is made to be read elsewhere: its charts are pictures, it is in no list of pages."""
    return path.startswith(("embed/", "data/"))


def absolute(base_url: str, path: str) -> str:
    """Return a path's public address; empty while no base URL is known."""
    base = base_url.rstrip("/")
    return f"{base}/{path}" if base else ""


def indicator_page(id: str, part: int = 0) -> str:  # noqa: A002  # the contract's word
    """Return the path of an indicator's own page; the parts with its older values are counted from the oldest, from 1."""
    return f"indicators/{id}/{part}.html" if part else f"indicators/{id}.html"


def section_href(report: Report, section: Section) -> str:
    """Return the path of the page that carries a section; the title line stands on the full page only."""
    page = report.page_of(section)
    return report_page(report, str(page.slug) if page else "full")


def contents_href(report: Report, section: Section) -> str:
    """Return where a section begins: its own page, else its heading on the page that carries it."""
    href = section_href(report, section)
    return href if section.slug else f"{href}#{sentence_id(report, section.sentences[0])}"


def fact_href(report: Report, fact: Fact, section: Section | None = None) -> str:
    """Return the address of a fact in its sentence; who knows its section says so."""
    return f"{section_href(report, section or report.section_at(fact.span.start))}#{quote(fact.id)}"


def row_id(fact_id: str) -> str:
    """Return the anchor of a fact's row in a table. Own anchors begin with `_`, so none is ever a fact's."""
    return f"_row-{fact_id}"


def row_href(page: str, fact_id: str) -> str:
    """Return the address of a fact's row on a page; an empty page is the one that the link stands on."""
    return f"{page}#{quote(row_id(fact_id))}"


def term_anchor(term: str) -> str:
    """Return the anchor of a term's explanation, on the page of terms as below a section."""
    return f"_term-{term}"


def term_href(term: str) -> str:
    """Return the address of a term's explanation on the page of terms."""
    return f"{TERMS}#{term_anchor(term)}"


def indicator_anchor(id: str) -> str:  # noqa: A002
    """Return the anchor of an indicator in the catalogue."""
    return f"_indicator-{id}"


def indicator_href(id: str, *, has_page: bool) -> str:  # noqa: A002
    """Return where an indicator is described: on its own page once several reports exist, else in the catalogue."""
    return indicator_page(id) if has_page else f"{INDICATORS}#{indicator_anchor(id)}"


def check_anchor(id: str) -> str:  # noqa: A002
    """Return the anchor of a check's result."""
    return f"_check-{id}"


def check_href(report: Report, id: str) -> str:  # noqa: A002
    """Return the address of a check's result."""
    return f"{report_page(report, 'checks')}#{check_anchor(id)}"


def chart_anchor(report_id: str, chart_id: str) -> str:
    """Return the anchor of a chart's figure."""
    return f"_chart-{report_id}-{chart_id}"


def poster(report: Report) -> str:
    """Return the path of a report's sheet to hang up."""
    return f"data/{report.id}/poster.svg"


def poster_picture(report: Report) -> str:
    """Return the path of the same as a PNG."""
    return f"data/{report.id}/poster.png"


def card(page: str) -> str:
    """Return the path of the picture that a link to a page is shown with: `cards/2023/disputes.png`."""
    return f"cards/{page.removesuffix('.html')}.png"


def chart_file(report_id: str, chart_id: str, ending: str) -> str:
    """Return the path of a chart's file: `data/2023/charts/disputes.svg`."""
    return f"data/{report_id}/charts/{chart_id}.{ending}"


def passage_anchor(kind: str, key: str, order: int) -> str:
    """Return the anchor of a passage: `_plan-one-thing-once-list`, the second one with `-2`."""
    return f"_{kind}-{key}" + (f"-{order}" if order > 1 else "")


def sentence_id(report: Report, sentence: Span) -> str:
    """Return the anchor of a sentence: section number and ordinal, `_s1.2-3`."""
    section = report.section_at(sentence.start)
    return sentence_anchor(section.number, str(section.order_of(sentence)))


def sentence_anchor(section: str, order: str) -> str:
    """Return the anchor of a sentence of a section, counted from 1."""
    return f"_s{section}-{order}"


def sentence_href(report: Report, span: Span) -> str:
    """Return the address of the sentence that a span begins in."""
    section = report.section_at(span.start)
    return f"{section_href(report, section)}#{sentence_id(report, report.sentence_at(span.start))}"


def relative_root(path: str) -> str:
    """Return the way from a page to the site root: `2023/full.html` → `../`."""
    return "../" * path.count("/")
