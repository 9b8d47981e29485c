"""Write the annotated copy of a new report: its head, then the official lines with every number answered for."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator

from ...model.catalogue import Disclosure
from ...model.place import Span
from ...model.raw_report import Missing
from ..annotated_copy import NORMALISE, quote, quote_address
from ..sections import list_invented
from .records import NewReport

FACT = "fact"
UNREAD = "numeral=unread"
_MARKS = str.maketrans("[](){}\n", "［］（）｛｝ ")


def render_copy(report: NewReport) -> str:
    """Return the annotated copy."""
    blocks = [block for _, block in sorted(_list_blocks(report), key=lambda pair: pair[0])]
    return _render_head(report) + "\n\n".join(blocks) + "\n"


def _list_blocks(report: NewReport) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield lines and placeholders, each with its line of the page and, on it, its order."""
    start = 0
    for number, line in enumerate(report.raw.body.split("\n"), start=report.raw.body_from_line):
        if line.strip():
            yield (number, 0), _tag_line(report, Span(start=start, end=start + len(line)))
        start += len(line) + 1
    for order, missing in enumerate(report.source.missing, start=1):
        if missing.after_line >= report.raw.body_from_line:
            yield (missing.after_line, order), describe_missing(missing)


def describe_missing(missing: Missing) -> str:
    """Return the line that stands for an image or attachment."""
    return f"![{missing.words.translate(_MARKS).strip()}](missing)"


def _tag_line(report: NewReport, line: Span) -> str:
    """Return the line as captured with its tags; a hidden character stands before the seen one that follows it."""
    captured = report.raw.captured
    tags = [(numeral.span, FACT) for numeral in report.facts] + [(span, UNREAD) for span in report.unread]
    pieces: list[str] = []
    end = captured.place(line.start - 1) + 1 if line.start else 0
    for span, attributes in sorted(tags, key=lambda pair: pair[0]):
        if not line.contains(span):
            continue
        start, after = captured.place(span.start), captured.place(span.end - 1) + 1
        pieces += [captured.text[end:start], f"[{captured.text[start:after]}]{{{attributes}}}"]
        end = after
    return "".join([*pieces, captured.text[end : captured.place(line.end)]])


def _render_head(report: NewReport) -> str:
    raw = report.raw
    rows = ["---", "disclosure:"]
    rows += [f"  {name}: {quote(value)}" for name, value in list_disclosure(report).items()]
    digest = hashlib.sha256(raw.page.encode("utf-8")).hexdigest()
    rows += [f"source_url: {quote_address(report.source.address)}", f"source_sha256: {digest}"]
    rows += [f"body_from_line: {raw.body_from_line}", f"normalise: {NORMALISE}"]
    rows += ["sections:" if report.slugs else "sections: {}"]
    rows += [f'  "{number}": {slug or quote("")}' for number, slug in report.slugs.items()]
    drafted = [json.dumps(number) for number in list_invented(report.slugs, None)]
    rows += [f"drafted: [{', '.join(drafted)}]"] * bool(drafted)
    misnumbered = [json.dumps(number) for number in raw.misnumbered]
    rows += [f"misnumbered: [{', '.join(misnumbered)}]"] * bool(misnumbered)
    return "\n".join([*rows, "---", "", ""])


def list_disclosure(report: NewReport) -> dict[str, str]:
    """Return the disclosure fields: those of the page's table, and what its head and signature say for the others."""
    raw = report.raw
    found = {name: getattr(raw.disclosure, name) for name in Disclosure.model_fields}
    for name in ("title", "publisher", "published", "written"):
        if name not in raw.disclosure.model_fields_set:
            found[name] = re.sub(r"\s+", " ", getattr(raw.head, name))
    return found
