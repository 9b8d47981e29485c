"""Lines of the body → the outline: title line, preamble, parts and sections of any depth, closing, appendices.

The marks of `heading_forms` make headings; a run-in heading ends with its first 。, which is kept. Staff correct
what is found in the text: `[words]{heading=2}` is a heading of that depth, `{heading=no}` is none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import field, replace

from ..model.ordinals import describe_ordinal
from ..model.place import Place, Span
from ..model.records import dataclass
from ..model.report import CLOSING, PREAMBLE, TITLE, Section
from ..model.table import Table
from ..problems import Problem
from .closing import find_closing
from .contents_list import find_contents_list, read_entry
from .heading_forms import APPENDIX, NOTES, Candidate, create_listed_candidate, read_heading_candidate
from .paging import assign_pages, check_slugs
from .tables import find_tables, is_row

SENTENCE = re.compile(r"[^。！？]*(?:[。！？]+[”’」』）)》]*|$)")
RUN_ON_TITLE = re.compile(r"(?<=\S)[ \u3000]{2}|(?<=[。！？])")
SHORTEST_TITLE, LONGEST_TITLE = 6, 80
"""Characters. A line longer than a title holds more than one."""
USUAL = 20
"""The rank of 一、: what staff mark as a part's heading stands above （一）."""
NOTHING: Mapping[str, Place] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyLine:
    """A paragraph as staff see it: its span, its words, and where it stands in the file."""

    span: Span
    text: str
    """Line ends of the captured page included, where the paragraph runs over several of its lines."""
    place: Place
    depth: int | None = None
    """What staff say: the depth of its heading, 0 for none; `None` where they leave it to the program."""
    is_omitted: bool = False
    """Whether it is no text of the report."""
    heading_end: int = 0
    """Where the heading ends that staff marked."""


@dataclass(slots=True, kw_only=True)
class _Piece:
    number: str
    place: Place
    heading: Span | None = None
    paragraphs: list[Span] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class _Level:
    """An open heading: how many of its kind there were, and what the last one said."""

    name: str
    rank: float
    number: str
    index: int
    written: int
    start: int
    """Where it begins in the body."""


def structure_outline(
    body: str,
    lines: Sequence[BodyLine],
    slugs: Mapping[str, str],
    slug_place: Mapping[str, Place],
    head: Place,
    *,
    misnumbered: Mapping[str, Place] = NOTHING,
) -> tuple[tuple[Section, ...], list[Problem]]:
    """Cut the lines into sections; check how headings count and which sections have a page.

    `slug_place` gives the place of each slug in the front matter, `head` that of the mapping. `misnumbered` are
    the sections whose heading the official text itself counts wrongly, each with the place where staff say so.
    """
    entries = find_contents_list([line.text for line in lines])
    outline = _Outline(lines=lines, marks=choose_headings(lines, entries))
    pieces = outline.cut()
    numbers = [piece.number for piece in pieces]
    problems = _check_numbering(outline.breaks, misnumbered)
    places = {piece.number: piece.place for piece in pieces}
    problems += check_slugs(places, slugs, slug_place, head)
    pages = assign_pages(numbers, slugs)
    omitted = frozenset(line.span for line in lines if line.is_omitted)
    listed = frozenset(lines[index].span for index in entries)
    sections = tuple(
        Section(
            number=piece.number,
            heading=piece.heading,
            paragraphs=tuple(piece.paragraphs),
            sentences=_list_sentences(piece, body, tables),
            slug=slugs.get(piece.number) or None,
            page=pages.get(piece.number, ""),
            tables=tables,
        )
        for piece in pieces
        for tables in [find_tables(body, piece.paragraphs, omitted, listed)]
    )
    return sections, problems


def _check_numbering(breaks: Mapping[str, Problem], misnumbered: Mapping[str, Place]) -> list[Problem]:
    """Return the headings out of order that staff do not know of, and what they say of those that are not."""
    return [problem for number, problem in breaks.items() if number not in misnumbered] + [
        Problem(
            code="W403",
            place=place,
            found=f"第 {number} 节的序号与前面连续",
            expected="只写序号不连续的节",
        )
        for number, place in misnumbered.items()
        if number not in breaks
    ]


def choose_headings(lines: Sequence[BodyLine], entries: range) -> list[Candidate | None]:
    """Return for each line the heading that it begins with; `None` for text.

    The first line is the title; `entries` are the lines of the list of contents.
    """
    candidates = [
        None
        if index == 0 or line.depth is not None or is_row(line.text)
        else read_heading_candidate(line.text)
        for index, line in enumerate(lines)
    ]
    listed = {read_entry(lines[index].text) for index in entries}
    for index, line in enumerate(lines):
        if index in entries:
            candidates[index] = None
        elif (
            candidates[index] is None
            and index > 0
            and line.depth is None
            and read_entry(line.text) in listed - {""}
        ):
            candidates[index] = create_listed_candidate(line.text)
    return _Choice(candidates=candidates, forced=[line.depth for line in lines]).choose()


@dataclass(slots=True, kw_only=True)
class _Choice:
    """Which candidates are headings: all that are sure, and of the others those that stand in a row and count on."""

    candidates: list[Candidate | None]
    forced: list[int | None]
    open: list[Candidate] = field(default_factory=list)
    listed: dict[str, int] = field(default_factory=dict)
    """Form → the ordinal of the last item that was no heading: what counts on from it is none either."""

    def choose(self) -> list[Candidate | None]:
        return [self._take(index) for index in range(len(self.candidates))]

    def _take(self, index: int) -> Candidate | None:
        candidate = self.candidates[index]
        if self.forced[index]:
            self.open.clear()
        if candidate is None or not self._is_heading(index, candidate):
            if candidate is not None:
                self.listed[candidate.form.name] = candidate.ordinal
            return None
        while self.open and self.open[-1].form.rank >= candidate.form.rank:
            self.open.pop()
        self.open.append(candidate)
        self.listed = {}
        return candidate

    def _is_heading(self, index: int, candidate: Candidate) -> bool:
        form, ordinal = candidate.form, candidate.ordinal
        if not form.is_sure and any(level.form is NOTES for level in self.open):
            return False
        if form in {APPENDIX, NOTES} or (form.is_sure and self.open and not form.pattern.pattern):
            return True
        if ordinal > 1 and self.listed.get(form.name) == ordinal - 1:
            return False
        follows = any(
            level.form.name == form.name and level.ordinal == ordinal - 1 for level in self.open if ordinal
        )
        if form.is_sure and not candidate.is_open:
            return bool(self.open) or self._leads(index, candidate) or not self._is_above(index, candidate)
        if ordinal == 0:
            return any(level.form is form for level in self.open) or self._leads(index, candidate)
        return follows or (ordinal == 1 and not candidate.is_open and self._leads(index, candidate))

    def _leads(self, index: int, candidate: Candidate) -> bool:
        """Tell whether another heading of the form follows and counts on, before one of a higher rank."""
        for other in self.candidates[index + 1 :]:
            if other is None:
                continue
            if other.form is candidate.form and other.ordinal == candidate.ordinal + bool(candidate.ordinal):
                return True
            if other.form.is_sure and other.form.rank < candidate.form.rank:
                return False
        return False

    def _is_above(self, index: int, candidate: Candidate) -> bool:
        """Tell whether headings of a higher rank begin later: what stands before them is preamble."""
        later = (other for other in self.candidates[index + 1 :] if other is not None)
        return any(
            other.form.is_sure and 0 < other.form.rank < candidate.form.rank and other.ordinal == 1
            for other in later
        )


@dataclass(slots=True, kw_only=True)
class _Outline:
    """The lines with their headings, and what is found while they are cut."""

    lines: Sequence[BodyLine]
    marks: list[Candidate | None]
    breaks: dict[str, Problem] = field(default_factory=dict)
    """By number, what is wrong with the ordinal of a heading."""
    open: list[_Level] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    """Number of a section, empty for the report → how many sections it has; `A` → how many appendices."""
    ranks: dict[int, float] = field(default_factory=dict)
    """Depth → the rank of the headings found there: one that staff mark is of the same."""

    def cut(self) -> list[_Piece]:
        """Return the pieces in order."""
        pieces = self._begin_title()
        self.ranks[1] = min([USUAL, *(_read_rank(mark) for mark in self.marks if mark and mark.form.rank)])
        for line, mark in zip(self.lines[1:], self.marks[1:], strict=True):
            if line.depth:
                pieces.append(self._begin_marked(line))
            elif mark is not None:
                pieces.append(self._begin(line, mark))
            else:
                if pieces[-1].number == TITLE and not line.is_omitted:
                    pieces.append(_Piece(number=PREAMBLE, place=line.place))
                pieces[-1].paragraphs.append(line.span)
        return self._part_closing(pieces)

    def _begin_title(self) -> list[_Piece]:
        """Return the title line; of a line in which the text goes on behind the title, the rest is preamble."""
        line = self.lines[0]
        end = RUN_ON_TITLE.search(line.text, SHORTEST_TITLE) if len(line.text) > LONGEST_TITLE else None
        if end is None:
            return [_Piece(number=TITLE, place=line.place, heading=line.span)]
        cut = line.span.start + end.start()
        return [
            _Piece(number=TITLE, place=line.place, heading=Span(start=line.span.start, end=cut)),
            _Piece(number=PREAMBLE, place=line.place, paragraphs=[Span(start=cut, end=line.span.end)]),
        ]

    def _begin(self, line: BodyLine, mark: Candidate) -> _Piece:
        rank = _read_rank(mark)
        last = next((level for level in self.open if level.rank == rank), None)
        while self.open and self.open[-1].rank >= rank:
            self.open.pop()
        level = self._open_level(rank, mark, line)
        self._check_ordinal(line, mark, level, last)
        return _start(level.number, line, mark.end)

    def _begin_marked(self, line: BodyLine) -> _Piece:
        assert line.depth is not None
        before = {level.rank: level.written for level in self.open}
        del self.open[max(0, line.depth - 1) :]
        above = self.open[-1].rank if self.open else 0
        rank = max(self.ranks.get(len(self.open) + 1, 0), above + 0.01)
        level = self._open_level(rank, None, line)
        level.written = before.get(rank, 0)
        return _start(level.number, line, line.heading_end or len(line.text))

    def _open_level(self, rank: float, mark: Candidate | None, line: BodyLine) -> _Level:
        parent = self.open[-1].number if self.open else ""
        is_appendix = mark is not None and mark.form in {APPENDIX, NOTES}
        key = "A" if is_appendix else parent
        self.counts[key] = index = self.counts.get(key, 0) + 1
        number = f"A{index}" if is_appendix else f"{parent}.{index}" if parent else str(index)
        level = _Level(
            name=mark.form.name if mark else "",
            rank=rank,
            number=number,
            index=index,
            written=0,
            start=line.span.start,
        )
        self.open.append(level)
        self.ranks[len(self.open)] = rank
        return level

    def _check_ordinal(self, line: BodyLine, mark: Candidate, level: _Level, last: _Level | None) -> None:
        """Report an ordinal that neither follows the last nor says which heading it is in truth."""
        if not mark.ordinal:
            level.written = last.written if last else 0
            return
        expected = (last.written if last else 0) + 1
        level.written = mark.ordinal
        if mark.form is APPENDIX or mark.ordinal in {expected, level.index}:
            return
        place = replace(line.place, length=mark.length)
        said = describe_ordinal(expected) if not mark.mark[-1:].isdecimal() else str(expected)
        self.breaks[level.number] = Problem(
            code="W412",
            place=place,
            found=f"标题序号「{mark.mark}」",
            expected=f"「{said}」",
            hint=self._advise(line, mark, last, said),
        )

    def _advise(self, line: BodyLine, mark: Candidate, last: _Level | None, said: str) -> str:
        """Say where the heading that is missing may stand, in the middle of a paragraph or cut into two."""
        if mark.ordinal == 1:
            return "序号从头数起，前面大概有一个上一级的标题没有认出来：是标题的那一行，写成 [标题]{heading=层次}。"
        lost = re.compile(rf"(?:^|[。；\s]){said}[、．.]|[(（]{said}[)）]")
        begin = last.start if last else 0
        for other in self.lines:
            if begin < other.span.start < line.span.start and (match := lost.search(other.text)):
                words = other.text[match.start() : match.start() + 16].strip("。； \u3000\n")
                return f"第 {other.place.line} 行里有「{words}」：是标题，就另起一行，或者写成 [标题]{{heading=层次}}。"
        return ""

    def _part_closing(self, pieces: list[_Piece]) -> list[_Piece]:
        """Cut the last words of the report off its last section; appendices stay behind them."""
        own = [index for index, piece in enumerate(pieces) if not piece.number.startswith("A")]
        last = pieces[own[-1]]
        texts = {line.span.start: line for line in self.lines}
        shown = [texts[span.start].text if span.start in texts else "" for span in last.paragraphs]
        begin = find_closing(shown) if last.number not in {TITLE, PREAMBLE} else None
        if begin is None or not last.paragraphs[begin:]:
            return pieces
        place = texts[last.paragraphs[begin].start].place if shown[begin] else last.place
        closing = _Piece(number=CLOSING, place=place, paragraphs=last.paragraphs[begin:])
        del last.paragraphs[begin:]
        return [*pieces[: own[-1] + 1], closing, *pieces[own[-1] + 1 :]]


def _read_rank(mark: Candidate) -> float:
    return mark.form.rank + mark.mark.count(".") / 10


def _start(number: str, line: BodyLine, length: int) -> _Piece:
    cut = line.span.start + length
    piece = _Piece(number=number, place=line.place, heading=Span(start=line.span.start, end=cut))
    if line.text[length:].strip():
        piece.paragraphs.append(Span(start=cut, end=line.span.end))
    elif cut < line.span.end:
        piece.heading = line.span
    return piece


def _list_sentences(piece: _Piece, body: str, tables: Sequence[Table]) -> tuple[Span, ...]:
    """Return the sentences of heading and paragraphs; each cell of a table is one."""
    rows = {line: cells for table in tables for line, cells in zip(table.lines, table.rows, strict=True)}
    sentences: list[Span] = []
    for block in ([piece.heading] if piece.heading else []) + piece.paragraphs:
        if block in rows:
            sentences += [cell for cell in rows[block] if cell.end > cell.start]
            continue
        sentences += [
            Span(start=block.start + match.start(), end=block.start + match.end())
            for match in SENTENCE.finditer(block.of(body))
            if match.end() > match.start()
        ]
    return tuple(sentences)
