"""Prove every chart against its facts: on pages, in frames, in its files, in the figure that a script draws."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Mapping
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

from ..model import chart_forms
from ..model.chart_forms import INTERACTIVE, Drawing
from ..model.findings import Findings
from ..model.numeral import describe_decimal
from ..model.site import Site, read_artifact
from ..problems import Problem
from .documents.built_page import BuiltPage, Figure
from .documents.picture import THOUSANDTH, Cells, Picture, PictureRow, read_picture
from .documents.tables import UnreadableError, read_csv, read_json
from .documents.utterance import fold
from .faults import create_fault
from .links import resolve
from .scopes.charts import Chart, Row, say_chart, say_source, say_sums
from .scopes.looking import Scopes
from .scopes.words import say_value

HUNDRED = Decimal(100)
SHARE = Decimal("0.01")
CLOSE = Decimal("0.02")
"""How far a mark in a drawing may stand from its place: drawings are rounded to hundredths of a px."""
MAGNITUDES = {"亿": Decimal(10) ** 8, "万": Decimal(10) ** 4}
HOLLOW = "空心条：原文写的是约数或界限，末端不是准确的数。"
HOLLOW_CELLS = "空心格：原文写的是约数或界限，不是准确的数。"
SQUARES = 100


def check_charts(
    findings: Findings, scopes: Scopes, pages: Mapping[str, BuiltPage], site: Site
) -> Iterator[Problem]:
    """Yield faults of the charts of one report: missing ones, and files that differ from their facts."""
    for anchor, chart in scopes.charts.items():
        for path in list_places(chart):
            figures = pages[path].figures if path in pages else {}
            if anchor not in figures:
                yield create_fault(
                    path,
                    f"没有图 {chart.spec.id}",
                    "每张图都在它那一节的网页上、在可嵌入的网页上、在离线版里",
                )
        yield from _check_files(findings, chart, site)
        yield from _check_all_years(chart, pages)


def _check_all_years(chart: Chart, pages: Mapping[str, BuiltPage]) -> Iterator[Problem]:
    """Yield a trend over several reports that does not lead to the values of all years."""
    path, page = list_places(chart)[0], f"indicators/{chart.spec.indicators[0]}.html"
    is_of_several = len({row.report_findings.report.id for row in chart.rows}) > 1
    is_wanted = chart.spec.form == chart_forms.TREND and is_of_several and path in pages
    if is_wanted and not any(resolve(path, link)[0] == page for link in pages[path].links):
        yield create_fault(path, f"图 {chart.spec.id} 没有通向各年数值", page)


def check_figures(scopes: Scopes, pages: Mapping[str, BuiltPage], site: Site) -> Iterator[Problem]:
    """Yield the charts of pages that are superfluous, or differ from their facts or their files."""
    for path, page in pages.items():
        for anchor, figure in page.figures.items():
            known = scopes.charts.get(anchor)
            if known is None:
                yield create_fault(path, f"多出图 {anchor}", "charts.yaml 里有的图")
            else:
                is_section = not path.startswith(("embed/", "data/"))
                yield from _check_figure(path, known, figure, drawn=is_section)
                if figure.file or is_section:
                    yield from _check_carried(path, known, figure.file, site)


def list_places(chart: Chart) -> tuple[str, ...]:
    """Return the pages on which a chart has to stand."""
    report = chart.report_findings.report
    section = report.section_at(
        next(row for row in chart.rows if row.report_findings is chart.report_findings).fact.span.start
    )
    page = report.page_of(section)
    return (
        f"{report.id}/{page.slug if page else 'full'}.html",
        f"embed/{report.id}-{chart.spec.id}.html",
        f"data/{report.id}-offline.html",
    )


def _check_figure(path: str, chart: Chart, figure: Figure, *, drawn: bool) -> Iterator[Problem]:
    yield from _compare_rows(path, chart, figure.picture)
    table = [(fold(row.label), fold(say_value(row.fact))) for row in chart.rows]
    if list(figure.table) != table:
        said = f"图 {chart.spec.id} 的表：{_list_words(list(figure.table))}"
        yield create_fault(path, said, _list_words(table))
    if chart.drawing in INTERACTIVE:
        yield from _check_places(path, chart, figure.picture)
        if figure.data or drawn:
            yield from _check_plotly(path, chart, figure.data)
    elif figure.data:
        yield create_fault(path, f"图 {chart.spec.id} 带着互动图的数据", "这样的图没有互动图")


def _check_places(path: str, chart: Chart, picture: Picture) -> Iterator[Problem]:
    """Every mark in a lane begins and ends where its value lies, and the ends of the scale say so."""
    low, high = compute_span(chart)
    for row, shown in zip(chart.rows, picture.rows, strict=False):
        wanted = [_share(place - low, low, high) for place in _list_ends(chart, row)]
        if [place for mark in shown.marks for place in (mark.start, mark.end)] != wanted:
            yield create_fault(
                path, f"图 {chart.spec.id} 里 {row.label} 画到了别处", f"{wanted[0]}%～{wanted[-1]}%"
            )
    ends = [words for words, _ in picture.ticks]
    if ends not in ([], [f"{describe_decimal(low)}%", f"{describe_decimal(high)}%"]):
        yield create_fault(path, f"图 {chart.spec.id} 的两端写成了 {'、'.join(ends)}", f"{low}%、{high}%")


def _check_carried(path: str, chart: Chart, text: str, site: Site) -> Iterator[Problem]:
    """The file that a page carries, for its PNG, is the one that it offers."""
    report, name = chart.key
    try:
        carried = read_json(text.encode())
    except UnreadableError:
        carried = None
    if carried != read_artifact(site, f"data/{report}/charts/{name}.svg").decode("utf-8", "replace"):
        yield create_fault(path, f"图 {name} 带着的图片与 SVG 文件不同", "同一张图")


def compute_span(chart: Chart) -> tuple[Decimal, Decimal]:
    """Return the range of a chart's axis: zero and all values; for rates at least 0 to 100."""
    values = [row.fact.value for row in chart.rows] + [Decimal(0)]
    part = chart.spec.form == chart_forms.PART_OF_WHOLE and chart.rows[0].fact.indicator.unit == "%"
    if chart.spec.form == chart_forms.RATES or part:
        values.append(HUNDRED)
    low, high = min(values), max(values)
    return low, high if high > low else low + 1


def _list_ends(chart: Chart, row: Row) -> tuple[Decimal, Decimal]:
    """Return the two values between which a row's mark is drawn."""
    value = row.fact.value
    if chart.spec.form == chart_forms.RATES:
        return value, value
    return min(value, Decimal(0)), max(value, Decimal(0))


def _share(length: Decimal, low: Decimal, high: Decimal) -> Decimal:
    return (HUNDRED * length / (high - low)).quantize(SHARE, ROUND_HALF_EVEN)


def _compare_rows(path: str, chart: Chart, picture: Picture) -> Iterator[Problem]:
    """Labels, values and hollow bars are those of the facts, in their order."""
    ours = [(fold(row.label), row.value) for row in picture.rows]
    theirs = [(fold(row.label), say_value(row.fact)) for row in chart.rows]
    if ours != theirs:
        yield create_fault(path, f"图 {chart.spec.id} 的各行：{_list_words(ours)}", _list_words(theirs))
    whole = chart.drawing is Drawing.PART
    for index, (row, shown) in enumerate(zip(chart.rows, picture.rows, strict=False)):
        hollow = chart.drawing is not Drawing.DOTS and (not row.fact.is_exact or (whole and index == 0))
        if [mark.is_hollow for mark in shown.marks] != [hollow] * (chart.drawing in INTERACTIVE):
            yield create_fault(path, f"图 {chart.spec.id} 里 {row.label} 的空心与实心", "约数和界限是空心")
        yield from _check_cells(path, chart, index, shown)
    note = _find_footnote(chart)
    if picture.footnote not in ({note} if note or not whole else {"", HOLLOW}):
        yield create_fault(path, f"图 {chart.spec.id} 的脚注「{picture.footnote}」", note or "没有脚注")
    if [fold(words).removesuffix(" 看核对") for words in picture.sums] != say_sums(chart):
        yield create_fault(
            path, f"图 {chart.spec.id} 的算式：{_list_words(picture.sums)}", _list_words(say_sums(chart))
        )


def _find_footnote(chart: Chart) -> str:
    """Return what a chart has to say of its hollow marks."""
    if chart.drawing in {Drawing.DOTS, Drawing.FIGURES} or all(row.fact.is_exact for row in chart.rows):
        return ""
    return HOLLOW_CELLS if chart.drawing in {Drawing.CELLS, Drawing.SQUARES} else HOLLOW


def _check_cells(path: str, chart: Chart, index: int, shown: PictureRow) -> Iterator[Problem]:
    """As many cells as the number says, or a hundred; as many filled, the last one to its printed decimals."""
    fact = chart.rows[index].fact
    wanted: Cells | None = None
    if chart.drawing is Drawing.SQUARES:
        wanted = Cells(total=SQUARES, filled=fact.value, is_hollow=not fact.is_exact)
    elif chart.drawing is Drawing.CELLS and not (chart.is_nested and index == 0):
        total = int(chart.rows[0].fact.value if chart.is_nested else fact.value)
        wanted = Cells(total=total, filled=fact.value, is_hollow=not fact.is_exact)
    found = shown.cells
    if found is None and not (wanted or shown.rest or shown.filled):
        return
    same = found and wanted and abs(found.filled - wanted.filled) <= THOUSANDTH
    if (
        not same
        or found is None
        or wanted is None
        or (found.total, found.is_hollow) != (wanted.total, wanted.is_hollow)
    ):
        said = f"图 {chart.spec.id} 里 {chart.rows[index].label} 画成了{_say_cells(found)}"
        yield create_fault(path, said, _say_cells(wanted))


def _say_cells(cells: Cells | None) -> str:
    return f" {cells.total} 格，其中 {cells.filled.normalize():f} 格是满的" if cells else "数不清的格"


def _check_plotly(path: str, chart: Chart, text: str) -> Iterator[Problem]:
    """Numbers, words, hover notes and axis of the figure that a script draws."""
    try:
        figure = read_json(text.encode())
        trace = figure["data"][0]
        found = {
            "数值": [Decimal(str(number)) for number in trace["x"]],
            "文字": list(trace["text"]),
            "提示": ["".join(_list_lines(note)) for note in trace["customdata"]],
            "范围": [Decimal(str(end)) for end in figure["layout"]["xaxis"]["range"]],
        }
    except (UnreadableError, KeyError, IndexError, TypeError, ArithmeticError):
        yield create_fault(path, f"图 {chart.spec.id} 的互动图数据读不出", "完好的数据")
        return
    wanted = {
        "数值": [row.fact.value for row in chart.rows],
        "文字": [say_value(row.fact) for row in chart.rows],
        "提示": [f"范围：{row.fact.indicator.scope}来源：{say_source(row)}" for row in chart.rows],
        "范围": list(compute_span(chart)),
    }
    for name, ours in found.items():
        if ours != wanted[name]:
            said = f"图 {chart.spec.id} 互动图的{name}：{_list_words(ours)}"
            yield create_fault(path, said, _list_words(wanted[name]))


def _list_lines(text: str) -> list[str]:
    """Return lines without Plotly's markup."""
    return [html.unescape(line) for line in text.split("<br>")]


def _squeeze(text: str) -> str:
    """Return words without the spaces at which lines are broken."""
    return "".join(text.split())


def say_terms(chart: Chart) -> str:
    """Return period, unit and scope of the values."""
    scope = chart.scope
    return f"{scope['chart_period'][0]}；单位：{scope['chart_unit'][0]}；范围：{scope['chart_scope'][0]}"


def say_origin(chart: Chart) -> str:
    """Return the source of the values for a picture away from its page."""
    scope = chart.scope
    return f"数据来源：{scope['chart_source_words'][0]}，{scope['chart_document'][0]}"


def _check_drawing(path: str, chart: Chart, picture: Picture) -> Iterator[Problem]:
    """Title, description, rows, marks and ticks of a picture that is drawn in px."""
    title, description = fold(chart.title), fold(say_chart(chart))
    if (picture.title, picture.description) != (title, description):
        yield create_fault(
            path, f"图 {chart.spec.id} 的名称或说明：{picture.title}", f"{title}；{description}"
        )
    yield from _compare_rows(path, chart, picture)
    ends = [
        (value, place)
        for row, shown in zip(chart.rows, picture.rows, strict=False)
        for mark in shown.marks
        for value, place in zip(_list_ends(chart, row), (mark.start, mark.end), strict=True)
    ]
    places = [*ends, *((_read_tick(words), place) for words, place in picture.ticks if place is not None)]
    if not _are_in_line(places):
        yield create_fault(path, f"图 {chart.spec.id} 的条、点或刻度不在自己的位置上", "长短与数值成比例")


def _read_tick(words: str) -> Decimal | None:
    """Return the value of 5000, 2万, 1.5亿, 50%; `None` for anything else."""
    number = words.removesuffix("%").replace("−", "-")
    factor = MAGNITUDES.get(number[-1:], Decimal(1))
    try:
        return Decimal(number.rstrip("万亿")) * factor
    except ArithmeticError:
        return None


def _are_in_line(places: list[tuple[Decimal | None, Decimal]]) -> bool:
    """Tell whether all values lie on one scale: places grow with values, in one proportion."""
    known = [(value, place) for value, place in places if value is not None and place.is_finite()]
    if len(known) < len(places):
        return False
    if not known:
        return True
    (low, left), (high, right) = min(known), max(known)
    if low == high:
        return all(abs(place - left) <= CLOSE for _, place in known)
    step = (right - left) / (high - low)
    return step > 0 and all(abs(left + (value - low) * step - place) <= CLOSE for value, place in known)


def _check_files(findings: Findings, chart: Chart, site: Site) -> Iterator[Problem]:
    report = chart.report_findings.report
    folder = f"data/{report.id}/charts/{chart.spec.id}"
    svg = read_artifact(site, f"{folder}.svg").decode("utf-8", "replace")
    picture = read_picture(svg)
    yield from _check_drawing(f"{folder}.svg", chart, picture)
    index = f"索引号 {report.disclosure.index_number}；" if report.disclosure.index_number else ""
    words = (
        chart.title,
        say_terms(chart),
        chart.note,
        say_origin(chart),
        f"{index}{findings.project.site.name}制图",
        findings.project.site.notice,
    )
    if _squeeze(picture.around) != _squeeze("".join(words)):
        yield create_fault(f"{folder}.svg", f"图外的字「{picture.around}」", "".join(words))
    yield from _check_csv(f"{folder}.csv", chart, read_artifact(site, f"{folder}.csv"))


def _check_csv(path: str, chart: Chart, data: bytes) -> Iterator[Problem]:
    try:
        rows = read_csv(data)
    except UnreadableError as error:
        yield create_fault(path, str(error), "图的各行")
        return
    wanted: list[dict[str, Any]] = [
        {
            "名称": row.label,
            "数值": say_value(row.fact),
            "值": describe_decimal(row.fact.value),
            "单位": row.fact.unit,
            "范围": row.fact.indicator.scope,
            "出处": say_source(row),
            "标识": row.fact.id,
        }
        for row in chart.rows
    ]
    if [{name: cell.removeprefix("'") for name, cell in row.items()} for row in rows] != wanted:
        ours, theirs = (_list_words(row.values() for row in table) for table in (rows, wanted))
        yield create_fault(path, f"各行：{ours}", theirs)


def _list_words(values: object) -> str:
    """Return values, or rows of values, in words for people."""
    if isinstance(values, str | Decimal):
        return str(values)
    assert isinstance(values, Iterable)
    return "、".join(
        str(row) if isinstance(row, str | Decimal) else " ".join(map(str, row)) for row in values
    )
