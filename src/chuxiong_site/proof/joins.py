"""Prove what is joined: every problem with its own plans and works, whole, each end a link to its own place; none left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..model.findings import ReportFindings
from ..model.report import Report, Section
from ..problems import Problem
from .documents.built_page import BuiltPage
from .documents.joins import Join, JoinGroup
from .documents.utterance import fold
from .faults import create_fault
from .links import resolve
from .scopes.joins import list_plan_parts
from .scopes.looking import belongs
from .scopes.words import list_carried

KINDS = {"problem": "问题", "plan": "安排", "achievement": "相关的已做工作"}
"""Kind of end → what is written beside or above those of a problem."""
NO_PAGE = BuiltPage()
Wanted = Mapping[str, tuple[tuple[str, str, str], ...]]
"""Key → kind, words and anchor of each end, as the report tags them."""


def check_joins(report_findings: ReportFindings, pages: Mapping[str, BuiltPage]) -> Iterator[Problem]:
    """Yield faults of the page of problems and plans, of its copy in the one file, and of the sections' pages."""
    report = report_findings.report
    wanted = {key: tuple(_list_ends(report, key)) for key in _list_keys(report)}
    for path, page in pages.items():
        if belongs(path, report.id):
            for join in page.joins:
                yield from _check_join(path, join, wanted, pages)
    whole = (f"{report.id}/follow-up.html", f"data/{report.id}-offline.html")
    for path in whole if wanted else ():
        page = pages.get(path, NO_PAGE)
        yield from _compare(path, [join.key for join in page.joins], list(wanted))
        yield from _compare(path, [key for group in page.join_groups for key in group.keys], list(wanted))
        for group in page.join_groups:
            yield from _check_group(path, group, report_findings, wanted)
    if wanted:
        yield from _check_unmatched(report_findings, whole[0], pages)
    for section in report.pages:
        path = f"{report.id}/{section.slug}.html"
        own = [key for key in wanted if _touches(report, section, key)]
        yield from _compare(path, [join.key for join in pages.get(path, NO_PAGE).joins], own)


def _list_keys(report: Report) -> list[str]:
    tags = sorted(report.tags, key=lambda tag: tag.span)
    return list(dict.fromkeys(tag.problem for tag in tags if tag.problem))


def _list_ends(report: Report, key: str) -> Iterator[tuple[str, str, str]]:
    for kind in KINDS:
        spans = sorted(tag.span for tag in report.tags if getattr(tag, kind) == key)
        for order, span in enumerate(spans, start=1):
            anchor = f"_{kind}-{key}" + (f"-{order}" if order > 1 else "")
            yield kind, fold(report.display.of(span)), anchor


def _touches(report: Report, section: Section, key: str) -> bool:
    return any(
        carried.span.contains(tag.span)
        for carried in list_carried(report, section)
        for tag in report.tags
        if key in (tag.problem, tag.plan, tag.achievement)
    )


def _check_join(path: str, join: Join, wanted: Wanted, pages: Mapping[str, BuiltPage]) -> Iterator[Problem]:
    """Yield faults of one problem: other ends than the report's, ends that lead elsewhere, open where there is a plan."""
    ends = wanted.get(join.key, ())
    shown = [(kind, words, resolve(path, href)) for kind, words, href in join.ends]
    yield from _compare(
        path,
        [f"{kind}：{words}（{anchor}）" for kind, words, (_, anchor) in shown],
        [f"{kind}：{words}（{anchor}）" for kind, words, anchor in ends],
    )
    for _, words, (full, anchor) in shown:
        if anchor not in pages.get(full, NO_PAGE).ids:
            yield create_fault(path, f"「{words}」连到 {full}", "它在报告里的位置")
    yield from _compare(path, list(join.order), list(_list_order([kind for kind, _, _ in ends])))
    has_plan = any(kind == "plan" for kind, _, _ in ends)
    if join.is_open == has_plan:
        yield create_fault(
            path, f"问题 {join.key} 画成了{'断开' if join.is_open else '连上'}", "照报告的标记"
        )


def _list_order(kinds: list[str]) -> Iterator[str]:
    """Yield each label with the kinds of end behind it; where there is no plan, its side is still named."""
    for kind, label in KINDS.items():
        if kind in kinds or kind == "plan":
            yield from (label, *(own for own in kinds if own == kind))


def _check_group(
    path: str, group: JoinGroup, report_findings: ReportFindings, wanted: Wanted
) -> Iterator[Problem]:
    """Yield faults of a group: another section's heading, another subject, a filter that takes it for something else."""
    entries = [entry for entry in report_findings.follow_ups if entry.key in group.keys]
    report = report_findings.report
    numbers = list(dict.fromkeys(report.section_at(entry.problems[0].start).number for entry in entries))
    numbers += dict.fromkeys(entry.counterpart for entry in entries if entry.counterpart)
    if not path.startswith("data/"):
        heads = [resolve(path, href)[0] for href in group.heads]
        yield from _compare(path, heads, [_find_page(report, number) for number in numbers])
    plans = {any(kind == "plan" for kind, _, _ in wanted.get(key, ())) for key in group.keys}
    state = ("joined" if True in plans else "open") if len(plans) == 1 else ""
    if group.state != state:
        yield create_fault(path, f"「{group.state}」的一组", f"「{state}」")


def _find_page(report: Report, number: str) -> str:
    page = report.page_of(next(section for section in report.sections if section.number == number))
    return f"{report.id}/{page.slug if page else 'full'}.html"


def _check_unmatched(
    report_findings: ReportFindings, path: str, pages: Mapping[str, BuiltPage]
) -> Iterator[Problem]:
    """Yield a fault where the list of sections that answer no problem has others than the report."""
    report, parts = report_findings.report, list_plan_parts(report_findings.report)
    told = {report.section_at(tag.span.start).number for tag in report.tags if tag.plan}
    told |= {entry.counterpart for entry in report_findings.follow_ups}
    leaves = [
        section.number
        for section in report.sections
        if len(parts) == 1
        and parts[0].heading is not None
        and section.number.startswith(f"{parts[0].number}.")
        and not any(other.number.startswith(f"{section.number}.") for other in report.sections)
    ]
    shown = [resolve(path, href)[0] for href in pages.get(path, NO_PAGE).unmatched]
    yield from _compare(path, shown, [_find_page(report, n) for n in leaves if n not in told])


def _compare(path: str, shown: list[str], wanted: list[str]) -> Iterator[Problem]:
    """Yield the first place where two lists differ."""
    if shown != wanted:
        at = next((i for i, pair in enumerate(zip(shown, wanted, strict=False)) if len(set(pair)) > 1), None)
        at = min(len(shown), len(wanted)) if at is None else at
        ours, theirs = ("".join(words[at : at + 1]) or "没有" for words in (shown, wanted))
        yield create_fault(path, f"对应的{ours}", theirs)
