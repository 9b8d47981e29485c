"""A built page, read as a browser would: its official text, facts and charts, its links and anchors."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser

from ..memory import remember

VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
LOADING = {"link": "href", "script": "src", "img": "src", "iframe": "src", "use": "href", "image": "href"}
"""Elements that make the browser fetch something, and the attribute that says what."""
LOADED_LATER = ("data-search-box",)
"""Attributes with the addresses of scripts, parted by blanks, that our own scripts load when they are needed."""
CHART_PARTS = frozenset(
    [
        "chart__title", "chart__sentence", "chart__note", "chart__table-caption", "chart__data",
        "chart__label", "chart__value", "chart__cell",
    ]
)  # fmt: skip
"""Classes of a chart's elements whose words are read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialText:
    """An element with `data-official-text`."""

    number: str
    shown: str
    raw: str
    """The same with every normalised mark as it was captured, where the page carries these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFact:
    """An element with `data-fact`."""

    ids: str
    report: str
    """Its `data-report`; empty when it speaks of the page's own report."""
    text: str
    value: str | None
    """Its `value`, a decimal string, when it has one."""


@dataclass(slots=True, kw_only=True)
class ShownChart:
    """A chart: the words of its parts by class, in order."""

    id: str
    words: dict[str, list[str]] = field(default_factory=dict)


@dataclass(slots=True)
class BuiltPage:
    """What was found in a page."""

    title: str = ""
    description: str = ""
    text: list[OfficialText] = field(default_factory=list)
    facts: list[ShownFact] = field(default_factory=list)
    quotes: list[str] = field(default_factory=list)
    """The words of all elements with `data-quote`."""
    charts: list[ShownChart] = field(default_factory=list)
    row_values: dict[str, str] = field(default_factory=dict)
    """Anchor of a row → the decimal string by which it is sorted."""
    links: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    duplicate_ids: set[str] = field(default_factory=set)
    headings: list[str] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)
    """Addresses of the files of the site that it loads, at once or when a reader asks for more."""
    foreign: list[str] = field(default_factory=list)
    linked_data: list[str] = field(default_factory=list)
    """JSON-LD, as text."""
    policy: str = ""
    """Its content policy."""
    inline: list[tuple[str, str]] = field(default_factory=list)
    """Scripts and style sheets written into the page: the element's name, its words. Data islands are none."""
    blocked: list[str] = field(default_factory=list)
    """Attributes that no policy of ours allows: handlers, `style`."""
    notes: list[str] = field(default_factory=list)
    """The words of data islands of class `fact-notes`."""

    @property
    def official(self) -> str:
        """All official text of the page, in order."""
        return "".join(piece.shown for piece in self.text)

    @property
    def captured(self) -> str:
        """The same as it was captured; only the full page carries it."""
        return "".join(piece.raw for piece in self.text)


@lru_cache(maxsize=256)
@remember
def read_page(data: bytes) -> BuiltPage:
    """Read a page back. The same bytes are read once: after an edit most pages of a preview are as they were."""
    reader = _Reader()
    reader.feed(data.decode("utf-8"))
    reader.close()
    return reader.page


Keep = Callable[[str, str], None]
"""Takes the words of an element, as shown and as captured."""
Values = dict[str, str | None]


def _append_to(words: list[str]) -> Keep:
    return lambda shown, _: words.append(shown)


@dataclass(slots=True)
class _Open:
    """An element that is still open, with who waits for its words."""

    tag: str
    waiting: list[Keep]
    shown: list[str] = field(default_factory=list)
    raw: list[str] = field(default_factory=list)
    mark: str | None = None
    """Its `data-raw`: what stands for its words in the capture."""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = BuiltPage()
        self.stack: list[_Open] = []
        self.chart: ShownChart | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self._note(tag, values)
        if tag not in VOID:
            self.stack.append(_Open(tag, self._list_waiting(tag, values), mark=values.get("data-raw")))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._note(tag, dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        if all(element.tag != tag for element in self.stack):
            return
        while self._close_last() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.stack:
            self.stack[-1].shown.append(data)
            self.stack[-1].raw.append(data)

    def close(self) -> None:
        super().close()
        while self.stack:
            self._close_last()

    def _close_last(self) -> str:
        """Close the innermost element: its words go to who waits for them, and to the element around it."""
        element = self.stack.pop()
        shown = "".join(element.shown)
        raw = "".join(element.raw) if element.mark is None else element.mark
        for keep in element.waiting:
            keep(shown, raw)
        if self.stack:
            self.stack[-1].shown.append(shown)
            self.stack[-1].raw.append(raw)
        return element.tag

    def _list_waiting(self, tag: str, values: Values) -> list[Keep]:
        page, waiting = self.page, list[Keep]()
        if number := values.get("data-official-text"):
            waiting.append(
                lambda shown, raw: page.text.append(OfficialText(number=number, shown=shown, raw=raw))
            )
        if ids := values.get("data-fact"):
            report, value = values.get("data-report") or "", values.get("value")
            waiting.append(
                lambda shown, _: page.facts.append(ShownFact(ids=ids, report=report, text=shown, value=value))
            )
        if "data-quote" in values:
            waiting.append(lambda shown, _: page.quotes.append(shown))
        if tag == "title" and self.chart is None:
            waiting.append(lambda shown, _: setattr(page, "title", shown))
        return waiting + self._list_waiting_code(tag, values) + self._list_waiting_charts(values)

    def _list_waiting_code(self, tag: str, values: Values) -> list[Keep]:
        if tag not in {"script", "style"} or values.get("src"):
            return []
        if values.get("type") == "application/ld+json":
            return [_append_to(self.page.linked_data)]
        if values.get("type") == "application/json":
            is_notes = "fact-notes" in (values.get("class") or "").split()
            return [_append_to(self.page.notes)] if is_notes else []
        return [lambda shown, _: self.page.inline.append((tag, shown))]

    def _list_waiting_charts(self, values: Values) -> list[Keep]:
        if "data-chart" in values:
            self.chart = ShownChart(id=values.get("id") or "")
            self.page.charts.append(self.chart)
            return [lambda *_: setattr(self, "chart", None)]
        if self.chart is None:
            return []
        names = CHART_PARTS.intersection((values.get("class") or "").split())
        return [_append_to(self.chart.words.setdefault(name, [])) for name in sorted(names)]

    def _note(self, tag: str, values: Values) -> None:
        id = values.get("id")  # noqa: A001
        if id is not None:
            if id in self.page.ids:
                self.page.duplicate_ids.add(id)
            self.page.ids.add(id)
            if values.get("data-value") is not None:
                self.page.row_values[id] = str(values["data-value"])
        if tag in HEADINGS:
            self.page.headings.append(tag)
        if tag == "meta" and values.get("name") == "description":
            self.page.description = values.get("content") or ""
        if tag == "meta" and values.get("http-equiv") == "Content-Security-Policy":
            self.page.policy = values.get("content") or ""
        for address in " ".join(values.get(name) or "" for name in LOADED_LATER).split():
            self._keep_loaded(address)
        if tag == "meta" and values.get("name") == "plotly-src":
            self._keep_loaded(values.get("content") or "")
        if tag == "a" and "href" in values:
            self.page.links.append(values["href"] or "")
        self.page.blocked += [name for name in values if name == "style" or name.startswith("on")]
        self._note_loading(tag, values)

    def _note_loading(self, tag: str, values: Values) -> None:
        address = values.get(LOADING.get(tag, "")) or ""
        if (
            not address
            or values.get("rel") in {"canonical", "alternate"}
            or address.startswith(("data:", "#"))
        ):
            return
        self._keep_loaded(address)

    def _keep_loaded(self, address: str) -> None:
        if "//" in address:
            self.page.foreign.append(address)
        else:
            self.page.links.append(address)
            self.page.loaded.append(address)
