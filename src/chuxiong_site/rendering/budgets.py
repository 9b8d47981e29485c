"""Warn of files heavier than staff's budgets. Only a reminder: content may be large."""

from __future__ import annotations

import gzip
import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cache

from ..memory import remember
from ..model import addresses
from ..model.catalogue import Budgets
from ..model.place import Place
from ..model.report import Report
from ..model.rules import list_descriptions
from ..model.site import Site, compute_size, make_artifact
from ..problems import Problem, create_problem

KB = 1024
LOADED = re.compile(rb'<(?:link rel="stylesheet" href|script[^>]* src)="([^"]+)"')
"""The files that a page loads by itself; Plotly is fetched by a script, when a chart is wanted."""


Heavy = Mapping[str, Sequence[tuple[str, int]]]
"""Name of a budget → the files over it, each with its weight in bytes."""


def check_budgets(budgets: Budgets, heavy: Iterable[Heavy]) -> Iterator[Problem]:
    """Yield one reminder a budget: its heaviest file, and how many others exceed it."""
    every = list(heavy)
    for name in ("reading", "page", "search", "offline"):
        over = sorted((row for one in every for row in one.get(name, ())), key=lambda row: (-row[1], row[0]))
        if over:
            yield _create_reminder(name, over, getattr(budgets, name) * KB)


def list_heavy(budgets: Budgets, reports: Iterable[Report], files: Site, loaded: Site) -> Heavy:
    """Return the files over a budget among some; `loaded` are those that pages load beside them."""
    every = {**loaded, **files}
    weigh = cache(lambda path: compute_weight(make_artifact(every[path])))
    pages = [path for path in files if path.endswith(".html") and not addresses.is_taken_away(path)]
    reading = {addresses.HOME} | {
        addresses.section_href(report, page) for report in reports for page in report.pages
    }
    needed = {path: _list_loaded(path, make_artifact(files[path]), every) for path in pages}
    weights = {
        "reading": {
            path: sum(map(weigh, (path, *(name for name in names if name.endswith(".css")))))
            for path, names in needed.items()
            if path in reading
        },
        "page": {path: sum(map(weigh, (path, *names))) for path, names in needed.items()},
        "search": {path: weigh(path) for path in files if path.endswith("/search-data.js")},
        "offline": {path: compute_size(files[path]) for path in files if addresses.is_offline(path)},
    }
    return {
        name: tuple((path, weight) for path, weight in found.items() if weight > getattr(budgets, name) * KB)
        for name, found in weights.items()
    }


@remember
def compute_weight(data: bytes) -> int:
    """Return the size as servers send it."""
    return len(gzip.compress(data, compresslevel=6, mtime=0))


def _list_loaded(path: str, page: bytes, files: Container[str]) -> list[str]:
    """Return the files of the site that a page loads by itself."""
    loaded = (address.decode().partition("?")[0] for address in LOADED.findall(page))
    names = (address.removeprefix(addresses.relative_root(path)) for address in loaded)
    return [name for name in names if name in files]


def _create_reminder(name: str, over: Sequence[tuple[str, int]], limit: int) -> Problem:
    path, weight = over[0]
    sent = "" if name == "offline" else "压缩后 "
    others = f"；还有 {len(over) - 1} 个这样的文件" if over[1:] else ""
    field = list_descriptions(Budgets)[name].partition("，")[0]
    return create_problem(
        "W601",
        Place(file=path),
        f"{sent}{weight:,} 字节{others}",
        f"不超过 {limit:,} 字节（{limit // KB} KB）：{field}",
        f"可以不理会；不要这个提醒，就在 site.yaml 的 budgets 里写 {name}: {weight // KB + 1}。",
    )
