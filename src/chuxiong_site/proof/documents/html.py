"""How a finished page is read: as an HTML5 parser reads it, element by element, into the record of what it holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from ...model.records import dataclass
from .built_page import BuiltPage, Excerpt, Figure, OfficialPiece, ShownFact
from .joins import read_join, read_join_group
from .overview import read_overview, read_small_lines
from .picture import read_lanes
from .utterance import OFFICIAL, Utterance, fold

INLINE = frozenset(
    [
        "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "dfn", "em", "i", "img", "kbd", "mark", "q",
        "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tspan", "u", "var", "wbr",
    ]
)  # fmt: skip
"""Elements that do not end what is being said; every other element begins and ends an utterance."""
SPOKEN = frozenset(["title", "alt", "aria-label", "aria-description", "placeholder", "label", "value"]) | {
    f"data-{name}"
    for name in (
        "unit",
        "measure",
        "qualifier",
        "marker",
        "theme",
        "name",
        "value",
        "foot",
        "year",
        "sentence",
    )
}
"""Attributes that readers see or hear, or that the page's script sorts and filters by."""
LOADING = {"link": "href", "script": "src", "img": "src", "iframe": "src", "use": "href", "image": "href"}
"""Elements that make the browser fetch something, and the attribute that says what."""
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
UNSAID = f"{OFFICIAL} "
"""What an utterance may be made of and say nothing."""
Values = Mapping[str, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """The context of an element: role, subject, link, table headings."""

    role: str = "html"
    """`column:单位`, or the nearest class, else the element's name."""
    subject: str = ""
    """The nearest anchor of the site's own: `_row-disputes-found`."""
    link: str = ""
    """Where the link around it leads."""
    columns: tuple[str, ...] = ()
    """The headings of the table around it."""
    fact: str = ""
    """The `data-fact` of the link around it that says more than its value: a row of a chart."""
    report_id: str = ""
    """The `data-report` of the same."""

    def move(self, *, role: str, subject: str, link: str) -> Around:
        """Return what an element further in stands in; `replace` would take three times as long, 20,000 times."""
        if role == self.role and subject == self.subject and link == self.link:
            return self
        return Around(
            role=role,
            subject=subject,
            link=link,
            columns=self.columns,
            fact=self.fact,
            report_id=self.report_id,
        )


def read_page(data: bytes) -> BuiltPage:
    """Read a page. Bytes that are no UTF-8 become replacement marks, which match nothing."""
    reader = _Reader()
    root = LexborHTMLParser(data.decode("utf-8", "replace")).root
    if root is not None:
        reader.read(root, root.tag or "html", root.attributes, Around())
        reader.finish()
    return reader.page


class _Reader:
    """Walks a page once and collects the words of the block that is open."""

    def __init__(self) -> None:
        self.page = BuiltPage()
        self.words: list[str] = []
        self.facts: list[str] = []
        self.report_id = ""
        self.link = ""
        self.near = ""
        """The link that was last in the block: what stands beside it speaks of the same thing."""
        self.around = Around()

    def read(self, node: Any, tag: str, values: Values, around: Around) -> None:
        """Read an element and all that is in it."""
        inner = self.note(tag, values, around)
        if values:
            self.note_whole(node, values)
        if tag in {"script", "style"}:
            self.note_code(tag, values, node.text())
        elif "data-official-text" in values:
            self.page.official.append(
                OfficialPiece(
                    number=values["data-official-text"] or "",
                    shown=node.text(),
                    captured="".join(_list_captured(node)),
                )
            )
            self.say(OFFICIAL, inner)
            self.note_inside(node, inner)
        elif "data-fact" in values and (value := node.css_first("[data-fact-value]")) is not None:
            self.page.facts[-1] = replace(self.page.facts[-1], text=fold(value.text()))
            fact, report_id = values["data-fact"] or "", values.get("data-report") or ""
            self.read_children(node, tag, replace(inner, fact=fact, report_id=report_id))
        elif "data-fact-value" in values and "data-fact" not in values:
            self.report_id = around.report_id
            self.say(node.text(), inner, around.fact)
        elif "data-fact" in values:
            self.report_id = values.get("data-report") or self.report_id
            self.say(node.text(), inner, values["data-fact"] or "")
            self.note_inside(node, inner)
        else:
            self.read_children(node, tag, inner)

    def note_whole(self, node: Any, values: Values) -> None:
        """Keep what is read as a whole beside its words: charts, the overview, lines, quotations, joins."""
        if "data-chart" in values:
            self.page.figures[values.get("id") or ""] = _read_figure(node)
        if "data-overview" in values:
            self.page.overview = read_overview(node)
        if values.get("class") == "contents":
            self.page.small_lines += read_small_lines(node)
        if "data-quote" in values:
            self.page.quotations.append(fold(node.text()))
        if "data-excerpt" in values:
            excerpt = Excerpt(
                anchor=values["data-excerpt"] or "", link=values.get("href") or "", text=fold(node.text())
            )
            self.page.excerpts.append(excerpt)
        self.note_joins(node, values)

    def note_joins(self, node: Any, values: Values) -> None:
        """Keep a problem with its plans, a group of them, and the sections that answer none."""
        name = (values.get("class") or "").partition(" ")[0]
        if "data-join" in values:
            self.page.joins.append(read_join(node))
        elif name == "joins":
            self.page.join_groups.append(read_join_group(node))
        elif name == "joins-rest":
            self.page.unmatched += [link.attributes.get("href") or "" for link in node.css("a")]

    def read_children(self, node: Any, tag: str, around: Around) -> None:
        """Read what is in an element; around a block another utterance begins."""
        column = 0
        has_columns = tag == "tr" and not (node.parent is not None and node.parent.tag == "thead")
        if tag == "table":
            around = replace(around, columns=tuple(fold(head.text()) for head in node.css("thead th")))
        for child in node.iter(include_text=True):
            name = child.tag
            if name == "-text":
                self.say(child.text_content or "", around)
                continue
            inner, values = around, child.attributes
            if has_columns and column < len(around.columns):
                inner = replace(around, role=f"column:{around.columns[column]}")
                column += 1
            if name in INLINE and not _is_piece(name, values, child):
                self.read(child, name, values, inner)
                continue
            self.finish()
            if name not in INLINE:
                self.near = ""
            self.read(child, name, values, inner)
            self.finish()

    def say(self, words: str, around: Around, fact: str = "") -> None:
        """Add words to the open utterance."""
        if not self.words:
            self.around = around
        self.words.append(words)
        self.facts += [fact] * bool(fact)
        self.link = self.link or around.link

    def finish(self) -> None:
        """Close the open utterance."""
        if self.words:
            text = fold("".join(self.words))
            if text.strip(UNSAID):
                said = Utterance(
                    text=text,
                    role=self.around.role,
                    subject=self.around.subject,
                    facts=tuple(self.facts),
                    report_id=self.report_id,
                    link=self.link or self.near,
                )
                self.page.utterances.append(said)
            self.words, self.facts = [], []
        self.report_id = self.link = ""

    def note(self, tag: str, values: Values, around: Around) -> Around:
        """Keep what an element says beside its words; return what things in it stand in."""
        role, subject, link = around.role, around.subject, around.link
        if (anchor := values.get("id")) is not None:
            self.note_anchor(anchor, tag, values)
            subject = anchor if anchor.startswith("_") else subject
        if not role.startswith("column:") and (tag not in INLINE or _is_piece(tag, values)):
            role = (values.get("class") or "").partition(" ")[0] or tag
        if tag == "a" and "href" in values:
            self.near = link = values["href"] or ""
            self.page.links.append(link)
        if tag in HEADINGS:
            self.page.headings.append(tag)
        inner = around.move(role=role, subject=subject, link=link)
        if values:
            self.note_values(tag, values, inner)
        return inner

    def note_anchor(self, anchor: str, tag: str, values: Values) -> None:
        """Keep an anchor, and the value by which its row is sorted."""
        if anchor in self.page.ids:
            self.page.duplicate_ids.add(anchor)
        self.page.ids[anchor] = tag
        if (value := values.get("data-value")) is not None:
            self.page.sort_values[anchor] = value

    def note_values(self, tag: str, values: Values, inner: Around) -> None:
        """Keep what attributes say."""
        page = self.page
        for name, value in values.items():
            if name in SPOKEN and value and not (name == "value" and tag == "data"):
                page.utterances.append(
                    Utterance(
                        text=fold(value),
                        role=f"@{name}",
                        subject=inner.subject,
                        facts=(values["data-fact"] or "",) if "data-fact" in values else (),
                        link=inner.link or self.near,
                    )
                )
            if name == "data-year" and tag == "td":
                page.year_cells.append((inner.role.removeprefix("column:"), value or ""))
            if name == "style" or name.startswith("on"):
                page.blocked.append(name)
        if "data-fact" in values:
            self.note_fact(values, inner)
        if tag == "meta":
            self.note_meta(values)
        address = values.get(LOADING.get(tag, "")) or ""
        if values.get("rel") == "canonical":
            page.canonical = address
        elif address and values.get("rel") != "alternate" and not address.startswith(("data:", "#")):
            self.keep_loaded(address)
        for later in (values.get("data-search-box") or "").split():
            self.keep_loaded(later)

    def keep_loaded(self, address: str) -> None:
        """Keep the address of a file that the page loads, at once or when a reader asks for more."""
        if "//" in address:
            self.page.foreign.append(address)
        else:
            self.page.links.append(address)
            self.page.loaded.append(address)

    def note_fact(self, values: Values, inner: Around) -> None:
        """Keep a fact; its words follow once they are read."""
        self.page.facts.append(
            ShownFact(
                ids=values["data-fact"] or "",
                report_id=values.get("data-report") or "",
                text="",
                value=values.get("value", values.get("data-fact-value")),
                anchor=values.get("id") or "",
                link=inner.link,
            )
        )

    def note_meta(self, values: Values) -> None:
        """Keep what the head says to machines."""
        content = values.get("content") or ""
        if values.get("http-equiv") == "Content-Security-Policy":
            self.page.policy = content
        elif values.get("name") == "plotly-src":
            self.keep_loaded(content)
        elif name := values.get("name") or values.get("property"):
            self.page.utterances.append(Utterance(text=fold(content), role=f"meta:{name}", subject=""))

    def note_code(self, tag: str, values: Values, text: str) -> None:
        """Keep data, scripts and style sheets that stand in the page."""
        if tag == "script" and "json" in (values.get("type") or ""):
            self.page.islands.append((values.get("class") or values.get("type") or "", text))
        elif not values.get("src"):
            self.page.inline.append((tag, text))

    def note_inside(self, node: Any, inner: Around) -> None:
        """Keep anchors, links, facts and attributes in something that is proved as a whole."""
        self.fill_fact(node)
        for child in node.iter():
            self.note_inside(child, self.note(child.tag, child.attributes, inner))

    def fill_fact(self, node: Any) -> None:
        """Give the fact that was noted last its words."""
        if "data-fact" in node.attributes:
            self.page.facts[-1] = replace(self.page.facts[-1], text=fold(node.text()))


def _read_figure(node: Any) -> Figure:
    data, file = node.css_first("script.chart__data"), node.css_first("script.chart__file")
    return Figure(
        picture=read_lanes(node),
        table=tuple(_read_table_row(row) for row in node.css("table.chart__table tbody tr")),
        data=data.text() if data is not None else "",
        file=file.text() if file is not None else "",
    )


def _read_table_row(row: Any) -> tuple[str, str]:
    cells = [fold(cell.text()) for cell in row.css("th, td")]
    return cells[0] if cells else "", cells[1] if len(cells) > 1 else ""


def _is_piece(tag: str, values: Values, node: Any = None) -> bool:
    """Tell whether an inline element is said by itself: a part of a component, or a link around a fact."""
    if "data-fact" in values or tag == "tspan":
        return False
    if "__" in (values.get("class") or ""):
        return True
    return tag == "a" and node is not None and node.css_first("[data-fact]") is not None


def _list_captured(node: Any) -> Iterator[str]:
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            yield child.text_content or ""
        elif "data-raw" in child.attributes:
            yield child.attributes["data-raw"] or ""
        else:
            yield from _list_captured(child)
