"""The sheet from its head to its foot: A4 upright, 794 × 1123 px."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from ...charts.colours import Colours, choose_colours
from ...charts.layout import Tone
from ...charts.source import describe_document
from ...charts.wrapping import compute_text_width, fill_text, wrap_clauses, wrap_text
from ...model import addresses
from ...model.records import dataclass
from ..export import ExportInputs
from ..parts.chart_words import describe_chart_foot
from ..parts.fact_rows import describe_rows
from ..parts.overview_lines import Lines, MarkKind, compute_lines
from ..parts.overview_words import describe_answers, describe_extremes, describe_finding, describe_legend
from ..parts.qr import render_qr
from .drawing import LEADING, SANS, SERIF, draw, draw_lines, join
from .headline import draw_headline
from .picture import SIZES, choose_setting, draw_mark, draw_picture, fit_setting
from .rows import list_parts, list_sections

WIDTH, HEIGHT = 794.0, 1123.0
MARGIN = 56.0
INNER = WIDTH - 2 * MARGIN
CODE = 96.0
"""The side of the QR code."""
NOTE = 10.5
TITLE_SIZES = (32.0, 28.0, 25.0, 22.0)
FINDING = 21.0
SECTIONS = "每行一节，线长是字数，断处是句末。"
PARTS = "每行一个部分，线长是字数，断处是节末。"
MATCHING = (
    "实心是找到对应安排的，空心是没有找到的。对应关系由本站整理；没有找到逐条对应的话，不等于没有安排。"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Something that stands on the sheet, and how high it is."""

    drawn: Markup
    height: float


def render_poster(inputs: ExportInputs) -> Mapping[str, bytes]:
    """Return the sheet of the report by its path."""
    colours = choose_colours(inputs.context.site.theme.accent)
    foot, answers = (make(inputs, colours, 0.0).height for make in (_draw_foot, _draw_answers))
    end = HEIGHT - MARGIN + 8 - foot
    svg = draw(
        "svg",
        draw("title", inputs.report.title),
        draw("rect", width=WIDTH, height=HEIGHT, fill=colours[Tone.PAGE]),
        draw("rect", width=WIDTH, height=10, fill=colours[Tone.EMPHASIS]),
        _draw_upper(inputs, colours, end - answers - 18),
        _draw_answers(inputs, colours, end - answers).drawn,
        _draw_foot(inputs, colours, end).drawn,
        xmlns="http://www.w3.org/2000/svg",
        lang="zh-CN",
        role="img",
        width=WIDTH,
        height=HEIGHT,
        viewBox=f"0 0 {WIDTH:.0f} {HEIGHT:.0f}",
        font_family=SANS,
    )
    return {addresses.poster(inputs.report): f"{svg}\n".encode()}


def _draw_upper(inputs: ExportInputs, colours: Colours, end: float) -> Markup:
    """Return head, figures, finding and picture; how to read the picture depends on what fits, and that on the rest."""
    lines = compute_lines(inputs.context.report_findings)
    sections, parts = list_sections(inputs.report, lines), list_parts(inputs.report, lines)
    head = _draw_head(inputs, colours, MARGIN - 6)
    figures = _draw_figures(inputs, colours, MARGIN - 6 + head.height)
    top = MARGIN - 6 + head.height + figures.height
    finding = _draw_finding(inputs, lines, SECTIONS, colours, top)
    setting = choose_setting(sections, SIZES, INNER, end - top - finding.height)
    if setting is None:
        finding = _draw_finding(inputs, lines, PARTS, colours, top)
        setting = fit_setting(parts, INNER, end - top - finding.height)
    picture = draw_picture(setting, MARGIN, top + finding.height, INNER, colours)
    return join((head.drawn, figures.drawn, finding.drawn, picture))


def _draw_head(inputs: ExportInputs, colours: Colours, top: float) -> Block:
    """Who published what, and when."""
    fields = inputs.report.disclosure
    kicker = " · ".join(filter(None, (fields.publisher, fields.published and f"{fields.published}发布")))
    size, title = _fit_title(inputs.report.title)
    start = top + (NOTE + 2) * 1.9 * bool(kicker)
    parts = [
        *(
            [draw_lines("poster__kicker", (kicker,), MARGIN, top, NOTE + 2, fill=colours[Tone.MUTED])]
            * bool(kicker)
        ),
        draw_lines(
            "poster__title",
            title,
            MARGIN,
            start,
            size,
            fill=colours[Tone.TEXT],
            font_family=SERIF,
            font_weight=700,
        ),
    ]
    return Block(drawn=join(parts), height=start - top + len(title) * size * LEADING + 16)


def _fit_title(title: str) -> tuple[float, tuple[str, ...]]:
    """Return the largest size at which a title takes two lines, and its lines; else the smallest."""
    tried = [(size, wrap_text(title, INNER, size)) for size in TITLE_SIZES]
    return next((own for own in tried if len(own[1]) <= 2), tried[-1])


def _draw_figures(inputs: ExportInputs, colours: Colours, top: float) -> Block:
    report_findings = inputs.context.report_findings
    by_id = {fact.id: fact for fact in report_findings.facts}
    facts = tuple(by_id[id] for id in inputs.report.headline)  # noqa: A001
    drawn, height = draw_headline(describe_rows(report_findings, facts, {}), MARGIN, top, INNER, colours)
    return Block(drawn=drawn, height=height)


def _draw_finding(inputs: ExportInputs, lines: Lines, reading: str, colours: Colours, top: float) -> Block:
    """What the picture shows, how to read it, what its marks are."""
    rule = draw("path", d=f"M{MARGIN:.0f} {top:.2f}h{INNER:.0f}", stroke=colours[Tone.TEXT], stroke_width=1)
    title = wrap_clauses(describe_finding(inputs.report, lines), INNER, FINDING)
    start = top + 14 + len(title) * FINDING * LEADING
    note = fill_text(reading + describe_extremes(inputs.report, lines), INNER, NOTE)
    height = start - top + len(note) * NOTE * LEADING + 4
    legend = join(_draw_legend(lines, top + height, colours))
    parts = (
        rule,
        draw_lines(
            "poster__finding",
            title,
            MARGIN,
            top + 14,
            FINDING,
            fill=colours[Tone.TEXT],
            font_family=SERIF,
            font_weight=700,
        ),
        draw_lines("poster__note", note, MARGIN, start, NOTE, fill=colours[Tone.MUTED]),
        legend,
    )
    return Block(drawn=join(parts), height=height + (26 if legend else 8))


def _draw_legend(lines: Lines, top: float, colours: Colours) -> Iterator[Markup]:
    left = MARGIN
    for kind, words, count in describe_legend(lines):
        said = f"{words} {count}"
        mark = draw_mark(MarkKind(kind), left + 6, top + NOTE * 0.52, 12.0, colours)
        text = draw_lines("poster__kind", (said,), left + 17, top, NOTE, fill=colours[Tone.TEXT])
        yield draw("g", mark, text, class_="poster__key")
        left += 17 + compute_text_width(said, NOTE) + 2 * NOTE


def _draw_answers(inputs: ExportInputs, colours: Colours, top: float) -> Block:
    """How many problems met a plan: a disc each; nothing where none are tagged."""
    follow_ups = inputs.context.report_findings.follow_ups
    if not follow_ups:
        return Block(drawn=Markup(), height=0.0)
    title = wrap_clauses(describe_answers(inputs.context.report_findings), INNER, FINDING)
    middle = top + 14 + len(title) * FINDING * LEADING + 8
    step = min(20.0, INNER / len(follow_ups))
    radius = min(6.0, step * 0.36)
    accent, page = colours[Tone.EMPHASIS], colours[Tone.PAGE]
    discs = (
        draw(
            "circle",
            class_="poster__met" if entry.plans else "poster__unmet",
            cx=MARGIN + radius + 1 + index * step,
            cy=middle,
            r=radius,
            fill=accent if entry.plans else page,
            stroke=accent,
            stroke_width=1.5,
        )
        for index, entry in enumerate(follow_ups)
    )
    note = fill_text(MATCHING, INNER, NOTE)
    parts = (
        draw("path", d=f"M{MARGIN:.0f} {top:.2f}h{INNER:.0f}", stroke=colours[Tone.TEXT], stroke_width=1),
        draw_lines(
            "poster__answers",
            title,
            MARGIN,
            top + 14,
            FINDING,
            fill=colours[Tone.TEXT],
            font_family=SERIF,
            font_weight=700,
        ),
        *discs,
        draw_lines("poster__note", note, MARGIN, middle + 14, NOTE, fill=colours[Tone.MUTED]),
    )
    return Block(drawn=join(parts), height=middle - top + 14 + len(note) * NOTE * LEADING + 14)


def _draw_foot(inputs: ExportInputs, colours: Colours, top: float) -> Block:
    """Where it comes from, a line each, and beside them the code of the report's address."""
    report, site = inputs.report, inputs.context.site
    address = addresses.absolute(site.base_url, addresses.report_page(report, "index"))
    words = (
        f"来源：{describe_document(report)}",
        f"官方原页：{report.source_url}" if report.source_url else "",
        f"可读版：{address}" if address else "",
        *describe_chart_foot(site, report).split("\n"),
    )
    width = INNER - (CODE + 24) * bool(address)
    drawn, height = Markup(), 14.0
    for text in filter(None, words):
        own = fill_text(text, width, NOTE)
        drawn += draw_lines("poster__foot", own, MARGIN, top + height, NOTE, fill=colours[Tone.MUTED])
        height += len(own) * NOTE * LEADING + 3
    code = str(render_qr(address, "这份报告的网址"))
    place = f'x="{WIDTH - MARGIN - CODE:.0f}" y="{top + 12:.2f}" width="{CODE:.0f}" height="{CODE:.0f}"'
    rule = draw("path", d=f"M{MARGIN:.0f} {top:.2f}h{INNER:.0f}", stroke=colours[Tone.RULE], stroke_width=1)
    return Block(
        drawn=rule
        + drawn
        + Markup(code.replace("<svg", f"<svg {place}", 1)),  # it was escaped when it was made
        height=max(height, (CODE + 12) * bool(address)),
    )
