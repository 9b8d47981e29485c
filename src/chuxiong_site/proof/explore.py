"""Prove the page of chosen pictures: its groups and rows, and all that its script draws from."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from ..model.display_names import DRAFTED_NAME
from ..model.findings import Fact, Findings, ReportFindings
from ..model.numeral import describe_decimal
from ..model.site import Site
from ..problems import Problem
from .documents.parsed import parse_page
from .documents.utterance import fold
from .faults import create_fault
from .likeness import ends_there, list_first, list_like
from .scopes.data import locate_section
from .scopes.words import read_marker, say_value

EXPLORE = "explore.html"
Row = tuple[str, ...]


def check_explore(findings: Findings, site: Site) -> Iterator[Problem]:
    """Yield faults: groups and rows that are missing, superfluous, in another order, or that say something else."""
    groups = list_like(findings)
    if not groups or EXPLORE not in site:
        return
    first = list_first(groups)
    wanted = [
        (name, [_say_row(entry, fact, is_first=(entry.report.id, fact.id) in first) for entry, fact in facts])
        for name, facts in groups
    ]
    wanted.sort(key=lambda group: "选中" not in {row[3] for row in group[1]})
    shown = [_read_table(table) for table in parse_page(site, EXPLORE).css("table.explore-list")]
    if [name for name, _ in shown] != [name for name, _ in wanted]:
        yield create_fault(
            EXPLORE, f"各组：{'、'.join(name for name, _ in shown)}", "、".join(name for name, _ in wanted)
        )
    for (name, rows), (_, theirs) in zip(shown, wanted, strict=False):
        if len(rows) != len(theirs):
            yield create_fault(EXPLORE, f"「{name}」有 {len(rows)} 个数字", f"{len(theirs)} 个")
        for row, other in zip(rows, theirs, strict=False):
            if row != other:
                yield create_fault(EXPLORE, " ".join(row), " ".join(other))


def _read_table(table: Any) -> tuple[str, list[Row]]:
    caption = table.css_first("caption")
    return fold(caption.text()) if caption is not None else "", [
        _read_row(row) for row in table.css("tbody tr")
    ]


def _read_row(row: Any) -> Row:
    """Return what a row says and what the script reads of it."""
    link, value, choice = (row.css_first(name) for name in ("td a", "data", "input"))
    attributes = [
        value.attributes.get(name) or "" if value is not None else ""
        for name in ("value", "data-fact", "data-report")
    ]
    return (
        row.attributes.get("id") or "",
        row.attributes.get("data-series") or "",
        "约" if "data-bound" in row.attributes else "",
        "选中" if choice is not None and "checked" in choice.attributes else "",
        unquote(posixpath.normpath(link.attributes.get("href") or "")) if link is not None else "",
        *attributes,
        *(fold(cell.text()) for cell in row.css("th, td")),
    )


def _say_row(entry: ReportFindings, fact: Fact, *, is_first: bool) -> Row:
    report, indicator = entry.report, fact.indicator
    name = indicator.name + (f"（{fact.role_name}）" if fact.role_name else "")
    return (
        f"_value-{report.id}-{fact.id}",
        f"{indicator.id}/{fact.role or ''}/{fact.of or ''}",
        "" if ends_there(fact) else "约",
        "选中" if is_first else "",
        f"{locate_section(report, fact.section)}#{fact.id}",
        describe_decimal(fact.value),
        fact.id,
        report.id,
        fold(name + (DRAFTED_NAME if indicator.drafted else "")),
        fold(say_value(fact)),
        fact.year or report.id,
        fold(indicator.scope),
        read_marker(report, report.section_at(fact.span.start)),
    )
