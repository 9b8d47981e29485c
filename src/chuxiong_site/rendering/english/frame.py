"""The frame of an English page: its own title, labels and way around; files and content policy are those of every page."""

from __future__ import annotations

from dataclasses import replace

from ...charts import render_json
from ...model import addresses
from ...model.catalogue import EnglishEdition
from ...model.records import dataclass
from ...model.report import Report
from ..elsewhere.linked_data import SCHEMA
from ..frame.labels import Label
from ..frame.nav import Link
from ..frame.page import Context, Page, describe_page


@dataclass(frozen=True, slots=True, kw_only=True)
class EnglishBody:
    """What every English page knows of its report and of the site."""

    edition: EnglishEdition
    name: str
    """2023 report."""
    body: object
    """The page's own record."""


def name_report(report: Report) -> str:
    """Return a report's name in links and titles: its year, or its translated title where its id is no year."""
    return f"{report.id} report" if report.id.isdecimal() else report.title_en or report.id


def describe_english_page(
    context: Context, *, path: str, title: str, description: str, kind: str, body: object
) -> Page:
    """Return the English twin of the page at `path`, in its frame."""
    edition, name = context.site.english, name_report(context.report)
    assert edition is not None, "English pages are made from the site's English words"
    page = describe_page(
        context,
        path=addresses.ENGLISH + path,
        title=title,
        description=description,
        kind=kind,
        body=EnglishBody(edition=edition, name=name, body=body),
    )
    full_title = title if title == edition.name else f"{title} | {edition.name}"
    data = {
        "@context": SCHEMA,
        "@type": "WebPage",
        "name": full_title,
        "inLanguage": "en",
        "about": {"@type": "Report", "name": context.report.title, "inLanguage": "zh-CN"},
    }
    return replace(
        page,
        full_title=full_title,
        labels=tuple(_list_labels(page, edition, full_title)),
        linked_data=render_json(data),
        nav=_describe_nav(context.report),
        more_nav=(),
    )


def _list_labels(page: Page, edition: EnglishEdition, full_title: str) -> list[Label]:
    pairs = (
        ("og:title", full_title),
        ("og:description", page.description),
        ("og:type", "website"),
        ("og:url", page.canonical),
        ("og:image", addresses.absolute(page.site.base_url, page.assets.icon_file)),
        ("og:site_name", edition.name),
        ("og:locale", "en"),
    )
    known = (pair for pair in pairs if pair[1] and (page.canonical or pair[0] != "og:image"))
    return [Label(attribute="property", key=key, content=content) for key, content in known]


def _describe_nav(report: Report) -> tuple[Link, ...]:
    return (
        Link(text="Overview", href=addresses.ENGLISH + addresses.HOME),
        Link(text="Figures", href=addresses.ENGLISH + addresses.report_page(report, "facts")),
        Link(text="Checks", href=addresses.ENGLISH + addresses.report_page(report, "checks")),
        Link(text="About", href=addresses.ENGLISH + addresses.ABOUT),
    )
