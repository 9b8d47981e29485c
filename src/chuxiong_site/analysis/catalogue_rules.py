"""Check the catalogues against themselves: ids, units, words. No report's numbers are looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from ..model.catalogue import ChartSpec, Indicator
from ..model.chart_forms import CHART_FORMS
from ..model.place import Place
from ..model.project import Project
from ..problems import Problem, create_problem, describe_nearest
from .check_rules import check_check_entries
from .comparable import check_comparable
from .placeholders import check_words
from .registered import check_registered, list_registered
from .roles import ENDS
from .staff_words import check_staff_words
from .units import fold_unit

SHOWN = 3
"""How many examples of a mistake are named."""


def check_catalogue(project: Project) -> list[Problem]:
    """Return problems of indicators, charts, checks, terms, the change log and staff's words."""
    return [
        *_check_indicators(project),
        *_check_charts(project),
        *check_check_entries(project),
        *_check_terms(project),
        *_check_changes(project),
        *check_staff_words(project),
    ]


def _check_indicators(project: Project) -> Iterable[Problem]:
    yield from _check_themes(project)
    for indicator in project.indicators.values():
        path = ("indicators", indicator.id)
        for name, text in (("name", indicator.name), ("scope", indicator.scope)):
            yield from check_words(text, project.place("indicators.yaml", *path, name))
        for name, text in (("name_en", indicator.name_en), ("scope_en", indicator.scope_en)):
            yield from check_words(text, project.place("indicators.yaml", *path, name))
        if bool(indicator.definition) != bool(indicator.definition_source):
            given = "definition" if indicator.definition else "definition_source"
            place = project.place("indicators.yaml", *path, given, "#key")
            yield _create_half_problem("定义", place, bool(indicator.definition))


def _check_themes(project: Project) -> Iterable[Problem]:
    """Yield every unknown theme once: at the list of themes when several indicators have it, else where it stands."""
    if ("indicators.yaml", ("themes",)) not in project.places:
        return
    known = list_registered(project, "indicators.yaml", "themes")
    unknown: dict[str, list[str]] = {}
    for indicator in project.indicators.values():
        if indicator.theme not in known:
            unknown.setdefault(indicator.theme, []).append(indicator.id)
    for theme, ids in unknown.items():
        near = describe_nearest(theme, known)
        if len(ids) == 1:
            place, found = project.place("indicators.yaml", "indicators", ids[0], "theme"), f"主题「{theme}」"
            yield create_problem("E507", place, found, f"themes 里有的：{'、'.join(sorted(known))}", near)
            continue
        place = project.place("indicators.yaml", "themes", "#key")
        found = f"没有主题「{theme}」，却有 {len(ids)} 个指标用它：{'、'.join(ids[:SHOWN])}{' 等' * (len(ids) > SHOWN)}"
        hint = f"在 themes 下面补上「{theme}: 主题的名称」" + (f"；写错了的话，{near}" if near else "。")
        yield create_problem("E507", place, found, f"themes 里有「{theme}」", hint)


def _check_charts(project: Project) -> Iterable[Problem]:
    facts = _list_fact_ids(project)
    for chart in project.charts:
        path = ("charts", chart.id)
        known: list[Indicator] = []
        for index, id in enumerate(chart.indicators):  # noqa: A001
            known += [project.indicators[id]] if id in project.indicators else []
            yield from check_registered(project, "charts.yaml", (*path, "indicators", index), id)
        if len(known) == len(chart.indicators):
            place = project.place("charts.yaml", *path, "indicators", "#key")
            yield from list(_check_form(chart, known, place)) or check_comparable(
                chart, known, project.checks, place
            )
        if chart.emphasis and chart.emphasis not in chart.indicators:
            place = project.place("charts.yaml", *path, "emphasis")
            hint = describe_nearest(chart.emphasis, chart.indicators)
            yield create_problem("E505", place, f"着重的「{chart.emphasis}」", "这张图里的指标", hint)
        for name, text in (("title", chart.title), ("note", chart.note)):
            yield from check_words(text, project.place("charts.yaml", *path, name), facts)


def _list_fact_ids(project: Project) -> set[str]:
    """Return every id that a placeholder may name: those of tags, both ends of a change if one is tagged, and those in doubt."""
    tags = [tag for report in project.reports for tag in report.tags]
    tagged = {id for tag in tags for id in tag.facts}  # noqa: A001
    registered = list_registered(project, "indicators.yaml", "indicators")
    in_doubt = registered - tagged  # nobody can say which way they will be tagged
    stated = {f"{id}{tag.part}" for tag in tags for id in tag.facts if id in registered}  # noqa: A001
    changed = {id for tag in tags if tag.role in ENDS for id in tag.facts if id in registered}  # noqa: A001
    ends = {f"{id}.{role}" for id in in_doubt | changed for role in ENDS}  # noqa: A001
    return stated | in_doubt | ends


def _check_form(chart: ChartSpec, known: list[Indicator], place: Place) -> Iterable[Problem]:
    drawn = known[: CHART_FORMS[chart.form].drawn]
    about = tuple(item.id for item in known)
    if CHART_FORMS[chart.form].compares and len({fold_unit(item.unit) for item in drawn}) > 1:
        found = f"单位不同：{_list_each(drawn, lambda item: item.unit)}"
        yield Problem(code="E504", place=place, found=found, expected="同一种单位", about=about)
    form = CHART_FORMS[chart.form]
    if not form.fits([item.measure for item in known]):
        each = _list_each(known, lambda item: item.measure)
        found = f"{chart.form} 图配了 {len(known)} 个指标：{each}"
        yield Problem(code="E505", place=place, found=found, expected=form.needs, about=about)


def _list_each(items: Iterable[Indicator], name: Callable[[Indicator], str]) -> str:
    """Return what each indicator has, those with the same together: 件（a、b），%（c）."""
    groups: dict[str, list[str]] = {}
    for item in items:
        groups.setdefault(name(item), []).append(item.id)
    return "，".join(f"{having}（{'、'.join(ids)}）" for having, ids in groups.items())


def _check_terms(project: Project) -> Iterable[Problem]:
    for term in project.terms:
        path = ("terms", term.id)
        if bool(term.definition) != bool(term.source):
            given = "definition" if term.definition else "source"
            place = project.place("terms.yaml", *path, given, "#key")
            yield _create_half_problem("解释", place, bool(term.definition))
        words = {("#key",): term.id} | {("also", index): word for index, word in enumerate(term.also)}
        for where, word in words.items():
            if not any(word in report.body or word in report.display.text for report in project.reports):
                place = project.place("terms.yaml", *path, *where)
                yield create_problem("E509", place, f"「{word}」", "报告里出现过的词，字和标点都相同")


def _check_changes(project: Project) -> Iterable[Problem]:
    ids = [report.id for report in project.reports]
    for index, change in enumerate(project.site.changes):
        path = ("changes", index)
        if not _is_day(change.date):
            place = project.place("site.yaml", *path, "date")
            yield create_problem("E219", place, f"「{change.date}」", "日历上有的一天")
        if change.report and change.report not in ids:
            place = project.place("site.yaml", *path, "report")
            hint = describe_nearest(change.report, ids)
            yield create_problem("E513", place, f"「{change.report}」", f"有的报告：{'、'.join(ids)}", hint)
        yield from check_words(change.text, project.place("site.yaml", *path, "text"))


def _create_half_problem(name: str, place: Place, defined: bool) -> Problem:
    given, other = (name, "出处") if defined else ("出处", name)
    return create_problem(
        "E508",
        place,
        f"有{given}，没有{other}",
        f"{name}和出处都有，或者都留空",
        f"补上{other}，或者把{given}也留空。",
    )


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
