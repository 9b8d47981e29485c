"""Lines of the body → title line, preamble, parts and sections with their sentences.

Headings are 一、 and （一）…。; a run-in heading ends with its first 。, which is kept.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ..model.ordinals import describe_ordinal, read_ordinal
from ..model.place import Place, Span
from ..model.report import Section, list_paged
from ..problems import Problem, create_problem

PART = re.compile(r"^\s*([一二三四五六七八九十]+)、")
SECTION = re.compile(r"^\s*[(（]([一二三四五六七八九十]+)[)）]")
SENTENCE = re.compile(r"[^。！？\n]*(?:[。！？]+[”’」』）)》]*|$)")
NOTHING: Mapping[str, Place] = {}

OWN_PAGES = frozenset(
    (
        "full", "facts", "checks", "follow-up", "places", "index", "keywords", "search", "terms", "about", "data",
        "assets", "indicators", "embed", "404",
    )
)  # fmt: skip
"""Names of pages that the site makes itself; no section can have one."""


@dataclass(slots=True, kw_only=True)
class _Piece:
    number: str
    place: Place
    heading: Span | None = None
    paragraphs: list[Span] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyLine:
    """A line of the body: its span, its words, and where it stands in the file."""

    span: Span
    text: str
    place: Place


def structure_outline(
    body: str,
    lines: list[BodyLine],
    slugs: Mapping[str, str],
    slug_place: Mapping[str, Place],
    head: Place,
    *,
    misnumbered: Mapping[str, Place] = NOTHING,
) -> tuple[tuple[Section, ...], list[Problem]]:
    """Cut the lines into sections; check numbering and that each page has its slug.

    `slug_place` gives the place of each slug in the front matter, `head` that of the mapping. `misnumbered` are
    the sections whose heading the official text itself counts wrongly, each with the place where staff say so.
    """
    pieces, breaks = _cut(lines)
    problems = _check_numbering(breaks, misnumbered)
    paged = list_paged([piece.number for piece in pieces])
    problems += _check_slugs(pieces, paged, slugs, slug_place, head)
    sections = tuple(
        Section(
            number=piece.number,
            heading=piece.heading,
            paragraphs=tuple(piece.paragraphs),
            sentences=_sentences(piece, body),
            slug=slugs.get(piece.number) if piece.number in paged else None,
        )
        for piece in pieces
    )
    return sections, problems


def _check_numbering(breaks: Mapping[str, Problem], misnumbered: Mapping[str, Place]) -> list[Problem]:
    """Report the headings out of order that staff do not know of, and what they say of those that are not."""
    return [problem for number, problem in breaks.items() if number not in misnumbered] + [
        create_problem("W403", place, f"第 {number} 节的序号与前面连续", "只写序号不连续的节")
        for number, place in misnumbered.items()
        if number not in breaks
    ]


def _cut(lines: list[BodyLine]) -> tuple[list[_Piece], dict[str, Problem]]:
    """Return the pieces, and by number what is wrong with the enumerators of their headings."""
    pieces: list[_Piece] = []
    breaks: dict[str, Problem] = {}
    part, section = _Count(), _Count()
    for index, line in enumerate(lines):
        if index == 0:
            pieces.append(_Piece(number="T", place=line.place, heading=line.span))
        elif match := PART.match(line.text):
            problem = part.take(match, line)
            section = _Count()
            pieces.append(_Piece(number=str(part.number), place=line.place, heading=line.span))
            breaks |= {pieces[-1].number: problem} if problem else {}
        elif (match := SECTION.match(line.text)) and part.number:
            problem = section.take(match, line)
            pieces.append(_start_section(f"{part.number}.{section.number}", line))
            breaks |= {pieces[-1].number: problem} if problem else {}
        else:
            if len(pieces) == 1:
                pieces.append(_Piece(number="0", place=line.place))
            pieces[-1].paragraphs.append(line.span)
    return pieces, breaks


@dataclass(slots=True, kw_only=True)
class _Count:
    """The enumerators of one level: how many there were, and what the last one said."""

    number: int = 0
    written: int = 0

    def take(self, match: re.Match[str], line: BodyLine) -> Problem | None:
        """Count a heading; one that neither follows the last nor says which it is in truth is a problem."""
        expected, written = self.written + 1, read_ordinal(match[1])
        self.number, self.written = self.number + 1, written or expected
        if written in {expected, self.number}:
            return None
        place = replace(line.place, length=len(match[0]))
        return create_problem("E330", place, f"标题序号「{match[1]}」", f"「{describe_ordinal(expected)}」")


def _start_section(number: str, line: BodyLine) -> _Piece:
    end = line.text.find("。") + 1
    cut = line.span.start + (end or len(line.text))
    piece = _Piece(number=number, place=line.place, heading=Span(start=line.span.start, end=cut))
    if cut < line.span.end:
        piece.paragraphs.append(Span(start=cut, end=line.span.end))
    return piece


def _sentences(piece: _Piece, body: str) -> tuple[Span, ...]:
    blocks = ([piece.heading] if piece.heading else []) + piece.paragraphs
    return tuple(
        Span(start=span.start + match.start(), end=span.start + match.end())
        for span in blocks
        for match in SENTENCE.finditer(span.of(body))
        if match.end() > match.start()
    )


def _check_slugs(
    pieces: list[_Piece],
    paged: tuple[str, ...],
    slugs: Mapping[str, str],
    places: Mapping[str, Place],
    head: Place,
) -> list[Problem]:
    problems = []
    seen: dict[str, str] = {}
    for number, slug in slugs.items():
        place = places.get(number, head)
        if number not in paged:
            bare = re.sub("[“”‘’\"']", "", number)
            problems.append(
                Problem(
                    code="E341",
                    place=place,
                    found=f"正文里没有「{number}」这一节",
                    expected="、".join(paged),
                    hint=f'引号要用英文的："{bare}"。' if bare in paged and bare != number else "",
                    about=(bare,),
                )
            )
        if slug in OWN_PAGES:
            problems.append(
                create_problem(
                    "E343", place, f"「{slug}」是网站自己用的名字", "另起一个名字", f"例如 {slug}-section。"
                )
            )
        if slug in seen:
            problems.append(
                create_problem("E342", place, f"「{slug}」已经给了第 {seen[slug]} 节", "每节一个不同的名字")
            )
        seen.setdefault(slug, number)
    return problems + [
        Problem(
            code="E340",
            place=head,
            found=f"第 {piece.number} 节没有网页名",
            expected=f'sections 里写 "{piece.number}": 英文名',
            about=(piece.number,),
        )
        for piece in pieces
        if piece.number in paged and piece.number not in slugs
    ]
