"""How a finished page is read: as an HTML5 parser reads it, element by element, into the record of what it holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from selectolax.lexbor import LexborHTMLParser

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
WHOLE = frozenset(["data-chart", "data-overview", "data-quote", "data-excerpt", "data-join"])
"""Attributes of elements that are read as a whole beside their words."""
WHOLE_CLASSES = frozenset(["contents", "joins", "joins-rest"])
STATED = frozenset(["data-official-text", "data-fact", "data-fact-value"])
"""Attributes of elements whose words are proved against the report."""
READ_APART = WHOLE | STATED
CODE = frozenset(["script", "style"])
Values = Mapping[str, str | None]


class Around(NamedTuple):
    """The context of an element: role, subject, link, table headings."""

    role: str = "html"
    """`column:单位`, or the nearest class, else the element's name."""
    subject: str = ""
    """The nearest anchor of the site's own: `_row-disputes-found`."""
    link: str = ""
    """Where the link around it leads."""
    columns: tuple[str, ...] = ()
    """The roles of the cells in a row of the table around it."""
    fact: str = ""
    """The `data-fact` of the link around it that says more than its value: a row of a chart."""
    report_id: str = ""
    """The `data-report` of the same."""


class Speaking(dict[str, bool]):
    """Name of an attribute → whether it says something to somebody: to readers, to scripts, to the browser."""

    def __missing__(self, name: str) -> bool:
        self[name] = speaks = name in SPOKEN or name == "style" or name.startswith("on")
        return speaks


SPEAKING = Speaking()


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
        if not values:
            inner = self.note_bare(tag, around)
        else:
            inner = self.note(tag, values, around)
            is_apart = not READ_APART.isdisjoint(values)
            if is_apart or (values.get("class") or "").partition(" ")[0] in WHOLE_CLASSES:
                self.note_whole(node, values)
            if is_apart and tag not in CODE and not STATED.isdisjoint(values):
                self.read_stated(node, tag, values, inner, around)
                return
        if tag in CODE:
            self.note_code(tag, values, node.text())
        else:
            self.read_children(node, tag, inner)

    def read_stated(self, node: Any, tag: str, values: Values, inner: Around, around: Around) -> None:
        """Read official text, a fact, or the value in a link that says more than it."""
        if "data-official-text" in values:
            captured: list[str] = []
            self.fill_fact(node, values)
            self.note_inside(node, inner, captured)
            self.page.official.append(
                OfficialPiece(
                    number=values["data-official-text"] or "", shown=node.text(), captured="".join(captured)
                )
            )
            self.say(OFFICIAL, inner)
        elif "data-fact" not in values:
            self.report_id = around.report_id
            self.say(node.text(), inner, around.fact)
        elif (value := _find(node, "data-fact-value")) is not None:
            self.page.facts[-1].text = fold(value.text())
            fact, report_id = values["data-fact"] or "", values.get("data-report") or ""
            self.read_children(node, tag, inner._replace(fact=fact, report_id=report_id))
        else:
            self.report_id = values.get("data-report") or self.report_id
            self.say(node.text(), inner, values["data-fact"] or "")
            self.fill_fact(node, values)
            self.note_inside(node, inner, [])

    def note_whole(self, node: Any, values: Values) -> None:
        """Keep what is read as a whole beside its words: charts, the overview, lines, quotations, joins."""
        name = (values.get("class") or "").partition(" ")[0]
        if name in WHOLE_CLASSES:
            self.note_listed(node, name, values)
        if WHOLE.isdisjoint(values):
            return
        if "data-chart" in values:
            self.page.figures[values.get("id") or ""] = _read_figure(node)
        if "data-overview" in values:
            self.page.overview = read_overview(node)
        if "data-quote" in values:
            self.page.quotations.append(fold(node.text()))
        if "data-excerpt" in values:
            excerpt = Excerpt(
                anchor=values["data-excerpt"] or "", link=values.get("href") or "", text=fold(node.text())
            )
            self.page.excerpts.append(excerpt)
        if "data-join" in values:
            self.page.joins.append(read_join(node))

    def note_listed(self, node: Any, name: str, values: Values) -> None:
        """Keep the lines beside the contents, a group of problems with their plans, the sections that answer none."""
        if values.get("class") == "contents":
            self.page.small_lines += read_small_lines(node)
        elif name == "joins" and "data-join" not in values:
            self.page.join_groups.append(read_join_group(node))
        elif name == "joins-rest" and "data-join" not in values:
            self.page.unmatched += [link.attributes.get("href") or "" for link in node.css("a")]

    def read_children(self, node: Any, tag: str, around: Around) -> None:
        """Read what is in an element; around a block another utterance begins."""
        columns = iter(around.columns) if tag == "tr" and around.columns and not _is_in_head(node) else None
        if tag == "table":
            heads = tuple(f"column:{fold(head.text())}" for head in node.css("thead th"))
            around = around._replace(columns=heads)
        for child in node.iter(include_text=True):
            name = child.tag
            if name == "-text":
                if not self.words:
                    self.around = around
                self.words.append(child.text_content or "")
                self.link = self.link or around.link
                continue
            inner, values = around, child.attributes
            if columns and (column := next(columns, None)) is not None:
                inner = around._replace(role=column)
            is_inline = name in INLINE
            if is_inline and not (values and _is_piece(name, values, child)):
                self.read(child, name, values, inner)
                continue
            if self.words or self.report_id or self.link:
                self.finish()
            if not is_inline:
                self.near = ""
            self.read(child, name, values, inner)
            if self.words or self.report_id or self.link:
                self.finish()

    def say(self, words: str, around: Around, fact: str = "") -> None:
        """Add words to the open utterance."""
        if not self.words:
            self.around = around
        self.words.append(words)
        if fact:
            self.facts.append(fact)
        if not self.link:
            self.link = around.link

    def finish(self) -> None:
        """Close the open utterance."""
        if self.words:
            text = fold(self.words[0] if len(self.words) == 1 else "".join(self.words))
            if text and text.strip(UNSAID):
                role, subject, *_ = self.around
                said = Utterance(
                    text, role, subject, tuple(self.facts), self.report_id, self.link or self.near
                )
                self.page.utterances.append(said)
            self.words, self.facts = [], []
        self.report_id = self.link = ""

    def note_bare(self, tag: str, around: Around) -> Around:
        """Keep that there is an element without attributes; return what things in it stand in."""
        if tag in INLINE:
            return around
        if tag in HEADINGS:
            self.page.headings.append(tag)
        role, subject, link, columns, fact, report_id = around
        if role == tag or role.startswith("column:"):
            return around
        return Around(tag, subject, link, columns, fact, report_id)

    def note(self, tag: str, values: Values, around: Around) -> Around:
        """Keep what an element says beside its words; return what things in it stand in."""
        role, subject, link, columns, fact, report_id = around
        named = values.get("class") or ""
        is_own = tag not in INLINE or ("__" in named and _is_piece(tag, values))
        if is_own and not role.startswith("column:"):
            role = named.partition(" ")[0] or tag
        if tag in HEADINGS:
            self.page.headings.append(tag)
        if (anchor := values.get("id")) is not None:
            self.note_anchor(anchor, tag, values)
            subject = anchor if anchor.startswith("_") else subject
        if tag == "a" and "href" in values:
            self.near = link = values["href"] or ""
            self.page.links.append(link)
        inner = Around(role, subject, link, columns, fact, report_id)
        if len(values) > ("class" in values) + ("id" in values):
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
        for name, value in values.items():
            if SPEAKING[name]:
                self.note_spoken(tag, name, value, values, inner)
        if "data-fact" in values:
            self.note_fact(values, inner)
        if tag == "meta":
            self.note_meta(values)
        address = (values.get(LOADING[tag]) or "") if tag in LOADING else ""
        if (rel := values.get("rel")) == "canonical":
            self.page.canonical = address
        elif address and rel != "alternate" and not address.startswith(("data:", "#")):
            self.keep_loaded(address)
        if "data-search-box" in values:
            for later in (values["data-search-box"] or "").split():
                self.keep_loaded(later)

    def note_spoken(self, tag: str, name: str, value: str | None, values: Values, inner: Around) -> None:
        """Keep what an attribute says to readers or scripts, or that no policy of ours allows it."""
        if value and name in SPOKEN and not (name == "value" and tag == "data"):
            facts = (values["data-fact"] or "",) if "data-fact" in values else ()
            link = inner.link or self.near
            self.page.utterances.append(
                Utterance(fold(value), f"@{name}", inner.subject, facts=facts, link=link)
            )
        if name == "data-year" and tag == "td":
            self.page.year_cells.append((inner.role.removeprefix("column:"), value or ""))
        if name == "style" or name.startswith("on"):
            self.page.blocked.append(name)

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

    def note_inside(self, node: Any, inner: Around, captured: list[str]) -> None:
        """Keep anchors, links, facts and attributes in something that is proved as a whole, and its text as captured."""
        for child in node.iter(include_text=True):
            tag = child.tag
            if tag == "-text":
                captured.append(child.text_content or "")
                continue
            values = child.attributes
            around = self.note(tag, values, inner) if values else self.note_bare(tag, inner)
            self.fill_fact(child, values)
            if "data-raw" in values:
                captured.append(values["data-raw"] or "")
                self.note_inside(child, around, [])
            else:
                self.note_inside(child, around, captured)

    def fill_fact(self, node: Any, values: Values) -> None:
        """Give the fact that was noted last its words."""
        if "data-fact" in values:
            self.page.facts[-1].text = fold(node.text())


def _is_in_head(row: Any) -> bool:
    return row.parent is not None and row.parent.tag == "thead"


def _find(node: Any, name: str) -> Any:
    """Return the first element with an attribute: an element itself, or one in it."""
    return next((inner for inner in node.traverse() if name in inner.attributes), None)


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
    return tag == "a" and node is not None and not _is_text(node) and _find(node, "data-fact") is not None


def _is_text(node: Any) -> bool:
    """Tell whether there is nothing but one text in an element."""
    first = node.first_child
    return first is not None and first.next is None and first.is_text_node
