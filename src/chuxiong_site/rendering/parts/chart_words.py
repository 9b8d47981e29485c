"""Where the words of a chart may break: a title between words that the reports use, a sentence never inside a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from markupsafe import Markup, escape

from ...charts import ChartView, compute_chart_view
from ...model.catalogue import SiteConfig
from ...model.chart import ChartRecord
from ...model.findings import ReportFindings
from ...model.records import dataclass
from ...model.report import Report
from ..text.breaks import CLOSERS, keep_figure, keep_whole, list_breaks

RUNS = re.compile(r"[\u3400-\u9fff]+|[^\u3400-\u9fff]")
"""A run of Hanzi, or any other character by itself."""
LONGEST = 8
"""No word is looked for that is longer than this."""
FIGURE = Markup('<span class="chart__figure" data-fact="{}" data-report="{}">{}</span>')
WHOLE = Markup('<span class="nb">{}{}</span>')


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """What never breaks inside: a word, a stop, a figure."""

    text: str
    html: Markup
    is_figure: bool = False


def list_vocabulary(report_findings: ReportFindings) -> frozenset[str]:
    """Return the words of a report that are longer than a character."""
    return frozenset(
        word.text
        for words in report_findings.words.values()
        for word in words
        if 1 < len(word.text) <= LONGEST
    )


def describe_chart_foot(site: SiteConfig, report: Report) -> str:
    """Return what stands below a picture that leaves its page, a line each: who made it of what, and that it is unofficial."""
    fields = report.disclosure
    index = f"索引号 {fields.index_number}；" if fields.index_number else ""
    return f"{index}{site.name}制图\n{site.notice}"


def describe_chart_view(
    record: ChartRecord, vocabulary: frozenset[str], accent: str = "", foot: str = ""
) -> ChartView:
    """Return the view for pages one folder down; titles break only at words of `vocabulary`."""
    view = compute_chart_view(record, to_root="../", accent=accent, foot=foot)
    figures = {row.shown for row in record.rows} | {row.fact.display for row in record.rows}
    figures |= {row.label for row in record.rows if row.label[0].isdecimal()}  # the years of a trend
    return replace(
        view,
        title=render_chart_title(record, vocabulary),
        sentence_html=keep_whole(view.sentence, figures),
        sums=tuple(map(keep_figure, view.sums)),
    )


def render_chart_title(record: ChartRecord, vocabulary: frozenset[str]) -> Markup:
    """Return the title with its figures marked, and a `<wbr>` where a line may end."""
    pieces = _join_stops(list(_list_pieces(record, vocabulary)))
    ends = set(list_breaks(piece.text for piece in pieces))
    html, at = Markup(""), 0
    for piece in pieces:
        html += Markup("<wbr>") + piece.html if at in ends else piece.html
        at += len(piece.text)
    return html


def _list_pieces(record: ChartRecord, vocabulary: frozenset[str]) -> Iterator[_Piece]:
    for part in record.title_parts:
        if part.fact is None:
            yield from (_Piece(text=word, html=escape(word)) for word in cut_words(part.text, vocabulary))
        else:
            html = FIGURE.format(part.fact.id, record.report_id, part.text)
            yield _Piece(text=part.text, html=html, is_figure=True)


def _join_stops(pieces: list[_Piece]) -> list[_Piece]:
    """A stop behind a figure belongs to it: where a line is full, engines would break between the two."""
    joined: list[_Piece] = []
    for piece in pieces:
        if joined and joined[-1].is_figure and CLOSERS.match(piece.text):
            last = joined.pop()
            joined.append(_Piece(text=last.text + piece.text, html=WHOLE.format(last.html, piece.html)))
        else:
            joined.append(piece)
    return joined


def cut_words(text: str, vocabulary: frozenset[str]) -> list[str]:
    """Return the text in words; a lone character that is no word stays with the word before it."""
    return [word for run in RUNS.findall(text) for word in _cut_run(run, vocabulary)]


def _cut_run(run: str, vocabulary: frozenset[str]) -> list[str]:
    words: list[str] = []
    at = 0
    while at < len(run):
        size = next((size for size in range(LONGEST, 1, -1) if run[at : at + size] in vocabulary), 1)
        if size == 1 and words:
            words[-1] += run[at]
        else:
            words.append(run[at : at + size])
        at += size
    return words
