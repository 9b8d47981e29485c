"""Paragraphs → tables: rows of cells between tabs or bars that follow one another."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from ..model.place import Span
from ..model.table import Table

ROW = re.compile(
    r"[^\S\t\n]*\S[^\t\n]*\t|\t[^\S\t\n]*\S[^\t\n]*\t|\t{2,}[^\S\t\n]*\S|\s*\|.*\|\s*$"
    r"|(?:[^\S\n]*[^\s|][^|\n]*|[^|\n]*\|[^|\n]*) \| "
)
"""A line of two cells at least, or of one with the borders of others. One way to read each: lines may be long."""
LEAST = 2
"""Rows of a table, and cells of one of its rows."""
NUMBER = re.compile(
    r"[-+±]?[0-9０-９][0-9０-９,，.．\s]*(?:[%％‰]|[万亿]?[\u4e00-\u9fff℃]{0,4})|[-—–…./／·＃#*＊]+"
)
"""What cells of figures hold: a number, with its unit too; a dash where there is none."""
YEAR = re.compile(r"(?:19|20)[0-9]{2}\s*(?:年.*|[—–-].*)?|[0-9]0年代.*")
"""What begins like a year is a head: 1995, 1995年产量, 80年代出厂."""
NUMBERED = re.compile(r"甲|栏次|序号|代码")
"""What stands before numbers that count columns."""
GROUP = re.compile(r".{1,20}[：:]|按.{1,12}分")
"""Rows of one cell that begin a group: 全部工业中：, 按行业分."""
TOTAL = re.compile(r".{0,8}(?:合计|总计|小计|总数|共计)数?")
MOST_HEADS = 3
CAPTION = re.compile(
    r"\s*\**(?:[附续]?表\s*[0-9一二三四五六七八九十:：]|[（(]?(?:计量)?单位\s*[:：])|.{0,60}表(?:\s*[（(][^（）()]{1,12}[）)])?\**\s*$"
)
"""How lines above a table begin or end that belong to it."""
NOTES = 3


def is_row(line: str) -> bool:
    """Tell whether a line is a row of cells."""
    return ROW.match(line) is not None


def find_tables(
    body: str, paragraphs: Sequence[Span], omitted: Container[Span], listed: Container[Span] = frozenset()
) -> tuple[Table, ...]:
    """Return the tables among the paragraphs of a section.

    What is no text of the report (`omitted`) stands in none and ends none; entries of a list of contents (`listed`)
    are no rows.
    """
    tables: list[Table] = []
    rows: list[Span] = []
    above: list[Span] = []
    for paragraph in [*paragraphs, None]:
        if paragraph is not None and paragraph in omitted:
            continue
        if paragraph is not None and paragraph not in listed and is_row(paragraph.of(body)):
            rows.append(paragraph)
            continue
        for part in _split_rows(body, rows) if len(rows) >= LEAST else ():
            tables += filter(None, [_structure_table(body, part, above)])
        above = [] if rows else above
        rows = []
        above = [*above, paragraph][-NOTES:] if paragraph is not None else above
    return tuple(tables)


def _split_rows(body: str, lines: Sequence[Span]) -> Iterator[Sequence[Span]]:
    """Yield the rows of each table: rows of heads in the middle begin another one."""
    words = [[cell.of(body).strip("* ") for cell in _cut_cells(body, line)] for line in lines]
    first = next((index for index, row in enumerate(words) if any(map(_is_figure, row))), None)
    heads = {row[0] for row in words[:first] if row[0]}
    start, index = 0, (first or 0) + 1
    while first is not None and index < len(words) - 1:
        if _begins_heads(words, index, heads):
            yield lines[start:index]
            start = index
            index += 2
        index += 1
    yield lines[start:]


def _begins_heads(words: Sequence[Sequence[str]], index: int, heads: Container[str]) -> bool:
    """Tell whether a row is one of heads as the table's first ones are, or a title with a row of heads below it."""
    row, below = words[index], words[index + 1]
    if any(map(_is_figure, row)) or any(GROUP.fullmatch(cell) for cell in row[:1]):
        return False
    filled = sum(map(bool, row))
    if filled > 1:
        return row[0] in heads and any(map(_is_figure, below))
    later = words[index + 2] if index + 2 < len(words) else []
    is_head = sum(map(bool, below)) > 1 and not any(map(_is_figure, below))
    return bool(row[0]) and is_head and any(map(_is_figure, later))


def _structure_table(body: str, lines: Sequence[Span], above: Sequence[Span]) -> Table | None:
    rows = [list(_cut_cells(body, line)) for line in lines]
    width = max(map(len, rows))
    if width < LEAST or len(rows) < LEAST:
        return None
    full = [
        (*row, *[Span(start=line.end, end=line.end)] * (width - len(row)))
        for row, line in zip(rows, lines, strict=True)
    ]
    words = [[cell.of(body).strip("* ") for cell in row] for row in full]
    head_rows = _count_head_rows(words)
    for row in range(head_rows - 1):
        full[row] = _spread(full[row], words[row], words[row + 1])
    head_columns = _count_head_columns(words[head_rows:], words[:head_rows])
    return Table(
        rows=tuple(full),
        lines=tuple(lines),
        head_rows=head_rows,
        head_columns=head_columns,
        is_sound=_is_headed(full, head_rows, head_columns),
        notes=tuple(_list_notes(body, above)),
        groups=tuple(_list_groups(words, head_rows)),
    )


def _is_headed(rows: Sequence[Sequence[Span]], head_rows: int, head_columns: int) -> bool:
    """Tell whether every column in use has a head of its own, or none has."""
    heads, body = rows[:head_rows], rows[head_rows:]
    used = {at for cells in body for at, cell in enumerate(cells) if cell.end > cell.start}
    headed = {at for cells in heads for at, cell in enumerate(cells) if cell.end > cell.start}
    return not heads or used - set(range(head_columns)) <= headed


def _spread(cells: tuple[Span, ...], words: Sequence[str], below: Sequence[str]) -> tuple[Span, ...]:
    """Return a row of heads, each over as many columns as the row below repeats itself by.

    A page that was saved as text has lost how far they stretch: it leaves the last columns empty.
    """
    stub = next((index for index, word in enumerate(below) if word), 0)
    heads = [cell for cell, word in zip(cells[stub:], words[stub:], strict=True) if word]
    columns = len(cells) - stub
    count = len(heads)
    if count < LEAST or columns % count or columns == count or not all(words[stub : stub + count]):
        return cells
    each = columns // count
    if any(not word or word != below[stub + index % each] for index, word in enumerate(below[stub:])):
        return cells
    spread = [cell for head in heads for cell in (head, *[Span(start=head.end, end=head.end)] * (each - 1))]
    return (*cells[:stub], *spread)


def _list_groups(words: Sequence[Sequence[str]], head_rows: int) -> Iterator[int | None]:
    """Yield for each row the one that begins its group; a total ends all groups."""
    group = None
    for index, row in enumerate(words):
        begins = index >= head_rows and not any(row[1:]) and GROUP.fullmatch(row[0])
        group = None if begins or TOTAL.fullmatch(row[0]) else group
        yield group
        group = index if begins else group


def _cut_cells(body: str, line: Span) -> Iterator[Span]:
    """Yield the cells of a row without the blanks at their edges."""
    text = line.of(body)
    mark = "\t" if "\t" in text else "|"
    start, end = 0, len(text)
    if mark == "|":
        start += text.index("|") + 1 if text.lstrip().startswith("|") else 0
        end = text.rindex("|") if text.rstrip().endswith("|") else end
    else:
        start += len(text) - len(text.lstrip("\u3000 "))
    at = start
    for piece in text[start:end].split(mark):
        left = len(piece) - len(piece.lstrip())
        words = piece.strip()
        yield Span(start=line.start + at + left, end=line.start + at + left + len(words))
        at += len(piece) + 1


def _is_figure(words: str) -> bool:
    return bool(NUMBER.fullmatch(words)) and not YEAR.fullmatch(words)


def _count_head_rows(words: Sequence[Sequence[str]]) -> int:
    """Return how many rows stand above the first one with figures; one where none has any."""
    first = next(
        (index for index, row in enumerate(words) if any(map(_is_figure, row)) and not _numbers_columns(row)),
        None,
    )
    return min(MOST_HEADS, first) if first is not None else 1


def _count_head_columns(words: Sequence[Sequence[str]], heads: Sequence[Sequence[str]]) -> int:
    """Return how many columns at the left hold words rather than figures, those that number the rows too."""
    if not words:
        return 0
    count = 0
    for index, column in enumerate(zip(*words, strict=True)):
        filled = [cell for cell in column if cell]
        is_figures = bool(filled) and sum(map(_is_figure, filled)) * 2 > len(filled)
        if is_figures and (index or not _numbers_rows(filled, [row[0] for row in heads])):
            break
        count += 1
    return count if count < len(words[0]) else 1


def _numbers_columns(row: Sequence[str]) -> bool:
    """Tell whether a row counts the columns: 甲, 1, 2, 3."""
    counted = [str(number) for number in range(1, len(row))]
    return len(row) > LEAST and bool(NUMBERED.fullmatch(row[0])) and list(row[1:]) == counted


def _numbers_rows(column: Sequence[str], heads: Sequence[str]) -> bool:
    """Tell whether a column counts the rows: 1, 2, 3."""
    counted = [str(number) for number in range(1, len(column) + 1)]
    return any(map(NUMBERED.fullmatch, heads)) or (len(column) > LEAST and list(column) == counted)


def _list_notes(body: str, above: Sequence[Span]) -> Iterator[Span]:
    """Yield the lines right above a table that name it or its unit."""
    last = len(above)
    while last and CAPTION.match(above[last - 1].of(body)):
        last -= 1
    yield from above[last:]
