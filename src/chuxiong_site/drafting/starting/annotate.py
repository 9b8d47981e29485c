"""Write the annotated copy of a new report: its head, then the official lines with every number answered for."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

from ...model.raw_report import Missing
from ..annotated_copy import quote, quote_address
from ..answers import UNREAD
from ..disclosure import list_disclosure
from ..sections import list_invented
from ..tagged_lines import list_rules, write_line
from .records import NewReport

FACT = "fact"
_MARKS = str.maketrans("[](){}\n", "［］（）｛｝ ")


def render_copy(report: NewReport) -> str:
    """Return the annotated copy."""
    blocks = [block for _, block in sorted(_list_blocks(report), key=lambda pair: pair[0])]
    return _render_head(report) + "\n\n".join(blocks) + "\n"


def _list_blocks(report: NewReport) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield paragraphs and placeholders, each with the line of the page where it ends and, on it, its order."""
    raw = report.raw
    tags = {numeral.span: FACT for numeral in report.facts} | dict.fromkeys(report.unread, UNREAD)
    for paragraph in raw.paragraphs:
        yield (
            (report.line_of(max(paragraph.start, paragraph.end - 1)), 0),
            write_line(raw, paragraph, tags)[0],
        )
    for order, missing in enumerate(report.source.missing, start=1):
        if missing.after_line >= raw.body_from_line:
            yield (missing.after_line, order), describe_missing(missing)


def describe_missing(missing: Missing) -> str:
    """Return the line that stands for an image or attachment."""
    return f"![{missing.words.translate(_MARKS).strip()}](missing)"


def _render_head(report: NewReport) -> str:
    raw = report.raw
    rows = ["---", "disclosure:"]
    rows += [f"  {name}: {quote(value)}" for name, value in list_disclosure(raw).items()]
    digest = hashlib.sha256(raw.page.encode("utf-8")).hexdigest()
    rows += [f"source_url: {quote_address(report.source.address)}", f"source_sha256: {digest}"]
    rows += [f"body_from_line: {raw.body_from_line}", f"normalise: {list_rules(raw)}"]
    rows += ["sections:" if report.slugs else "sections: {}"]
    rows += [f'  "{number}": {slug or quote("")}' for number, slug in report.slugs.items()]
    drafted = [json.dumps(number) for number in list_invented(report.slugs, None)]
    rows += [f"drafted: [{', '.join(drafted)}]"] * bool(drafted)
    return "\n".join([*rows, "---", "", ""])
