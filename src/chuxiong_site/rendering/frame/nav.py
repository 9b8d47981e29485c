"""The links of every page: those of its head, and those that stand only in its foot."""

from __future__ import annotations

from collections.abc import Container, Iterable

from ...model import addresses
from ...model.catalogue import Gazetteer
from ...model.records import dataclass
from ...model.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words that lead somewhere; `href` is relative to the site root."""

    text: str
    href: str
    label: str = ""
    """What it is called where another link of the page has the same words and leads elsewhere; empty elsewhere."""


def name_localities(gazetteer: Gazetteer | None) -> str:
    """Return what the page of localities is called: by the project's own word for them."""
    return f"提到的{gazetteer.kind if gazetteer else '地方'}"


def keep_made(links: Iterable[Link], left_out: Container[str]) -> tuple[Link, ...]:
    """Return the links whose pages are made."""
    return tuple(link for link in links if link.href not in left_out)


def describe_nav(report: Report) -> tuple[Link, ...]:
    """Return the links in the head of every page."""
    return (
        Link(text="目录", href=addresses.report_page(report, "index")),
        Link(text="全文", href=addresses.report_page(report, "full")),
        Link(text="数字", href=addresses.report_page(report, "facts")),
        Link(text="搜索", href=addresses.SEARCH),
        Link(text="问题与安排", href=addresses.report_page(report, "follow-up")),
        Link(text="核对", href=addresses.report_page(report, "checks")),
        Link(text="关于", href=addresses.ABOUT),
    )


def describe_more_nav(report: Report, gazetteer: Gazetteer | None) -> tuple[Link, ...]:
    """Return the links that stand in the foot of every page beside those of its head."""
    return (
        Link(text="指标", href=addresses.INDICATORS),
        Link(text="自选作图", href=addresses.EXPLORE),
        Link(text="词语", href=addresses.TERMS),
        Link(text="关键词", href=addresses.KEYWORDS),
        Link(text=name_localities(gazetteer), href=addresses.report_page(report, "places")),
    )
