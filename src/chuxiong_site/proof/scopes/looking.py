"""Find the scope in which a sentence is judged: of its element, then of its link's target, then of its page."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import chain
from urllib.parse import quote, unquote

from ...model.findings import ReportFindings
from ..documents.utterance import Utterance, fold
from ..phrases import Look
from .charts import Chart
from .words import Scope

SHARED_FOLDERS = frozenset({"embed", "data"})
"""Folders in which files of all reports stand, each by its name."""
SITE_FOLDERS = frozenset({"indicators", "assets"})
"""Folders in which the site's own files stand."""
TAIL = re.compile(r"-(title|desc|sentence|name|value|check-\d+)$")
"""What a picture, or a part of a row, adds to the anchor of the whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportScopes:
    """The scopes of one report, by the anchors of the site that stand for its things."""

    report_findings: ReportFindings
    report: Scope
    anchors: Mapping[str, Scope]
    """`_row-disputes-found`, `disputes-found`, `_check-…`, `_chart-2023-…`, `_s1.7-3` → scope."""
    pages: Mapping[str, Scope]
    """The page of a section → its scope."""
    edition: Mapping[str, Scope]
    """What the report's one-file edition says of this report alone, by anchor; of the edition itself under its path."""
    whole: Collection[str]
    """Headings, sentences, passages and fields of the report: words that need no other proof."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scopes:
    """The scopes of a site."""

    site: Scope
    reports: tuple[ReportScopes, ...]
    """The newest whole; of others, where there are any, only what the site's own pages say: no sentences, no checks."""
    by_id: Mapping[str, ReportScopes]
    """The same by the ids of their reports; and those of reports whose numbers stand beside theirs, the facts alone."""
    indicators: Mapping[str, Scope]
    spans: Mapping[str, Scope]
    """The page of an indicator → which reports' values stand on it."""
    terms: Mapping[str, Scope]
    staff: Collection[str]
    """What staff wrote in content fields that all reports share."""
    charts: Mapping[str, Chart]
    """The anchor of a chart's figure → the chart."""
    files: Mapping[str, Scope]
    """What is said of a file that readers take away."""

    def list_views(self, path: str, said: Utterance) -> Iterator[tuple[ReportScopes, Look]]:
        """Yield the scopes that apply to an utterance: of the page's own report, or of each in turn."""
        own = {"page_address": tuple(self._list_addresses(path))}
        led: Scope = {"term_place": ()} if said.link else self.spans.get(path, {})
        for report in self._list_reports(path, said):
            scopes = (led, *self._list_scopes(report, path, said), report.report, self.site, own)
            look = look_up if "." in said.role or not path.endswith((".html", ".svg")) else look_up_seen
            yield report, partial(look, tuple(filter(None, scopes)))

    def _list_addresses(self, path: str) -> Iterator[str]:
        base = self.site["base_url"][0].rstrip("/")
        if base:
            yield f"{base}/{quote(path)}"

    def _list_reports(self, path: str, said: Utterance) -> Iterable[ReportScopes]:
        """Return the reports that an utterance may be about: the one it names, that of its page or link, else any."""
        if said.report_id:
            return [self.by_id[said.report_id]] if said.report_id in self.by_id else []
        if said.subject.startswith("_value-"):
            return self._list_named(said.subject.removeprefix("_value-"))
        own = self._list_owners(path)
        if own and not path.startswith("data/"):
            return own
        is_led = said.link and not said.subject.startswith("_chart-")  # a trend leads to several years
        if aim := self._find_aim(path, said.link) if is_led else None:
            led = self._list_owners(aim[0])
            if led and not own:
                return led
        return chain(own, (report for report in self.reports if report not in own))

    def _list_named(self, words: str) -> list[ReportScopes]:
        """Return the reports by whose id words begin, with a hyphen behind it."""
        ends = (at for at, char in enumerate(words) if char == "-")
        return [self.by_id[words[:end]] for end in ends if words[:end] in self.by_id]

    def _list_owners(self, path: str) -> list[ReportScopes]:
        """Return the reports that a file is of; of a site of many only those are looked at that it can be of."""
        folder = path.removeprefix("en/").partition("/")[0]
        if folder in SHARED_FOLDERS:
            return [report for report in self.reports if belongs(path, report.report_findings.report.id)]
        return [self.by_id[folder]] if folder in self.by_id and belongs(path, folder) else []

    def _list_scopes(self, report: ReportScopes, path: str, said: Utterance) -> Iterator[Scope]:
        if path in report.edition:
            yield report.edition.get(said.subject, {})
            yield report.edition[path]
        named = (id for ids in said.facts for id in (ids, *ids.split(" ")))  # noqa: A001
        for anchor in (*named, said.subject):
            yield self._find(report, anchor)
        if said.link and (aim := self._find_aim(path, said.link)):
            full, anchor = aim
            if not is_of_another(full, report.report_findings.report.id):
                yield self._find(report, anchor)
            yield report.pages.get(full, {})
            yield self.files.get(full, {})
        yield report.pages.get(path, {})
        yield report.anchors.get(f"_chart-{posixpath.basename(path).removesuffix('.html')}", {})
        if path.startswith("indicators/"):
            yield self.indicators.get(path.split("/")[1].removesuffix(".html"), {})

    def _find_aim(self, path: str, link: str) -> tuple[str, str] | None:
        """Return page and anchor of a link's target; `None` when it leaves the site."""
        target, _, anchor = link.partition("#")
        base = self.site["base_url"][0].rstrip("/")
        if base and target.startswith(f"{base}/"):
            return unquote(target.removeprefix(f"{base}/")), unquote(anchor)
        if "//" in target:
            return None
        joined = posixpath.join(posixpath.dirname(path), unquote(target)) if target else path
        return posixpath.normpath(joined), unquote(anchor)

    def _find(self, report: ReportScopes, anchor: str) -> Scope:
        if anchor.startswith("file:"):
            return self._find_file(report.report_findings.report.id, anchor.removeprefix("file:"))
        for prefix, scopes in (("_indicator-", self.indicators), ("_term-", self.terms)):
            if anchor.startswith(prefix):
                return scopes.get(anchor.removeprefix(prefix), {})
        known = report.anchors.get(anchor)
        return known if known is not None else report.anchors.get(TAIL.sub("", anchor), {})

    def _find_file(self, report_id: str, name: str) -> Scope:
        """Return the scope of a file by its name: a report's own, else one of the site."""
        paths = (f"data/{report_id}/{name}", f"data/{name}")
        return next((self.files[path] for path in paths if path in self.files), {})


def look_up(scopes: tuple[Scope, ...], slot: str) -> tuple[str, ...]:
    """Return the texts allowed in a slot: those of the first scope that has it."""
    for scope in scopes:
        if slot in scope:
            return scope[slot]
    return ()


def look_up_seen(scopes: tuple[Scope, ...], slot: str) -> tuple[str, ...]:
    """Return the texts allowed in a slot with white space folded, as on a page."""
    return _fold_all(look_up(scopes, slot))


@lru_cache(maxsize=4096)
def _fold_all(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(fold, texts))


@lru_cache(maxsize=65536)  # asked for every utterance of every page, of each report
def belongs(path: str, report_id: str) -> bool:
    """Tell whether a page speaks of one report: it stands in its folder, or its name begins with it."""
    folder, _, name = path.removeprefix("en/").partition("/")
    return folder == report_id or (folder in SHARED_FOLDERS and name.startswith(report_id))


def is_of_another(path: str, report_id: str) -> bool:
    """Tell whether a file speaks of another report than this: it stands in a folder, and not in this one's or the site's."""
    folder, _, name = path.removeprefix("en/").partition("/")
    return bool(name) and folder not in SITE_FOLDERS and not belongs(path, report_id)
