"""Titles of a page in a tab, in search results, on a share card. WeChat shows nothing but this line."""

from __future__ import annotations

import re

from ...model.catalogue import SiteConfig
from ...model.report import Report

LIMIT = 24
"""In Hanzi; longer titles are cut by those who show them."""
OWNER = re.compile(r"(?:关于)?(.+?)(\d{4})(年度?)")
"""Whose report it is and of which year, where its title begins so: 青禾市2023年度…."""
MARKER = re.compile("^[（(][一二三四五六七八九十]+[）)]")


def name_report(report: Report) -> str:
    """Return a report's name in links and titles: its year, or its own title where its id is no year."""
    return f"{report.id}年度报告" if report.id.isdecimal() else report.title


def name_owner(report: Report) -> tuple[str, ...]:
    """Return whose report it is, the fullest name first: 青禾市2023年度报告, 青禾市2023; else by its publisher."""
    match = OWNER.match(report.title)
    if match:
        place, year, unit = match.groups()
        return (f"{place}{year}{unit}报告", f"{place}{year}{unit}", f"{place}{year}")
    return (f"{report.disclosure.publisher}{name_report(report)}",) if report.disclosure.publisher else ()


def describe_share_title(report: Report, *, path: str, title: str, full_title: str) -> str:
    """Return a page's title for a share card: it may be longer than a tab's, so a report's page says whose it is."""
    owners = (report.title, *name_owner(report))
    if not path.startswith(f"{report.id}/") or any(owner in full_title for owner in owners):
        return full_title
    return f"{title}｜{report.title}"


def describe_full_title(site: SiteConfig, report: Report, *, kind: str, path: str, title: str) -> str:
    """Return the fullest name that fits: what the page is, of which report, on which site; at least its title.

    A frame in another page is on no share card: its name may be long, but says the year.
    """
    year = name_report(report)
    if kind == "embed":
        return f"{title}｜{year}"
    bare = MARKER.sub("", title)
    owners = name_owner(report)
    fuller: tuple[str, ...]
    if kind == "home":
        fuller = (f"{title}｜{report.title}", *(f"{title}｜{owner}" for owner in owners), f"{title}｜{year}")
    elif path.startswith(f"{report.id}/") and title != report.title:
        named = (f"{words}｜{owner}" for words in (title, bare) for owner in owners)
        fuller = (
            f"{title}：{report.title}",
            *named,
            f"{title}｜{year}",
            f"{bare}｜{year}",
            f"{bare}｜{report.id}",
        )
    else:
        fuller = (f"{title}｜{site.name}",)
    return next((words for words in fuller if count_hanzi(words) <= LIMIT), title)


def count_hanzi(text: str) -> float:
    """Return how many Hanzi a line is as wide as; a Latin letter or digit is half of one."""
    return len(text) - sum(char.isascii() for char in text) / 2
