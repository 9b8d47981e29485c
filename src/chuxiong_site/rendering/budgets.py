"""Warn of files heavier than staff's budgets. Only a reminder: content may be large."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator, Mapping
from functools import cache

from ..memory import remember
from ..model import addresses
from ..model.catalogue import Budgets
from ..model.findings import Findings
from ..model.place import Place
from ..model.rules import list_descriptions
from ..model.site import Site
from ..problems import Problem, create_problem

KB = 1024
LOADED = re.compile(rb'<(?:link rel="stylesheet" href|script[^>]* src)="([^"]+)"')
"""The files that a page loads by itself; Plotly is fetched by a script, when a chart is wanted."""


def check_budgets(findings: Findings, site: Site) -> Iterator[Problem]:
    """Yield one reminder a budget: its heaviest file, and how many others exceed it."""
    budgets = findings.project.site.budgets
    files = {path: data for path, data in site.items() if isinstance(data, bytes)}
    weigh = cache(lambda path: compute_weight(files[path]))
    pages = [path for path in files if path.endswith(".html") and not addresses.is_taken_away(path)]
    reports = [report_findings.report for report_findings in findings.reports]
    reading = {addresses.HOME} | {
        addresses.section_href(report, page) for report in reports for page in report.pages
    }
    loaded = {path: _list_loaded(path, files) for path in pages}
    whole = {path: sum(map(weigh, (path, *names))) for path, names in loaded.items()}
    with_style = {
        path: sum(map(weigh, (path, *(name for name in names if name.endswith(".css")))))
        for path, names in loaded.items()
        if path in reading
    }
    search = {path: weigh(path) for path in files if path.endswith("/search-data.js")}
    offline = {path: len(files[path]) for path in map(addresses.offline_page, reports) if path in files}
    for name, weights in (("reading", with_style), ("page", whole), ("search", search), ("offline", offline)):
        yield from _compare(name, weights, getattr(budgets, name) * KB)


@remember
def compute_weight(data: bytes) -> int:
    """Return the size as servers send it."""
    return len(gzip.compress(data, compresslevel=6, mtime=0))


def _list_loaded(path: str, files: Mapping[str, bytes]) -> list[str]:
    """Return the files of the site that a page loads by itself."""
    loaded = (address.decode().partition("?")[0] for address in LOADED.findall(files[path]))
    names = (address.removeprefix(addresses.relative_root(path)) for address in loaded)
    return [name for name in names if name in files]


def _compare(name: str, weights: Mapping[str, int], limit: int) -> Iterator[Problem]:
    heavy = sorted(
        (path for path, weight in weights.items() if weight > limit), key=lambda path: -weights[path]
    )
    if not heavy:
        return
    sent = "" if name == "offline" else "压缩后 "
    others = f"；还有 {len(heavy) - 1} 个这样的文件" if heavy[1:] else ""
    field = list_descriptions(Budgets)[name].partition("，")[0]
    yield create_problem(
        "W601",
        Place(file=heavy[0]),
        f"{sent}{weights[heavy[0]]:,} 字节{others}",
        f"不超过 {limit:,} 字节（{limit // KB} KB）：{field}",
        f"可以不理会；不要这个提醒，就在 site.yaml 的 budgets 里写 {name}: {weights[heavy[0]] // KB + 1}。",
    )
