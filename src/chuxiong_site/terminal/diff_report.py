"""A comparison as text for a terminal, JSON for programs, Markdown for a pull request."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import asdict
from typing import Any

from ..analysis.diff import Diff, FileGroup, ReportDiff, StatedFact

NOTHING = "没有不同。"
MOST_FILES = 12
"""How many files of a kind are named; the others are counted."""


def describe_diff(diff: Diff, style: str) -> str:
    """Return the comparison in one of the styles `text`, `json` and `markdown`."""
    return _STYLES[style](diff)


def _describe_text(diff: Diff) -> str:
    if diff.is_empty:
        return NOTHING
    rows = [row for report in diff.reports for row in _list_report_rows(report)]
    rows += [f"新增一份报告 {name}：{count} 个数字" for name, count in diff.added_reports.items()]
    rows += [f"少了一份报告 {name}：{count} 个数字" for name, count in diff.removed_reports.items()]
    rows += [row for group in diff.files or () for row in _list_file_rows(group)]
    return "\n".join(rows)


def _list_report_rows(report: ReportDiff) -> Iterator[str]:
    yield _describe_counts(report)
    for verb, facts in (("新增", report.added), ("不再有", report.removed)):
        for fact in facts:
            yield f"{verb}　{fact.id}　{fact.name}：{fact.display}\n　　{fact.sentence.strip()}"
    for verb, pairs in (("变了", report.changed), ("改写", report.reworded)):
        for old, new in pairs:
            yield f"{verb}　{new.id}　{new.name}：{_describe_values(old, new)}"
            yield f"　　原：{old.sentence.strip()}\n　　新：{new.sentence.strip()}"


def _describe_counts(report: ReportDiff) -> str:
    name = report.new if report.old == report.new else f"{report.old} → {report.new}"
    counts = (
        ("新增", len(report.added)), ("不再有", len(report.removed)), ("变了", len(report.changed)),
        ("改写", len(report.reworded)), ("没变", report.unchanged),
    )  # fmt: skip
    return f"{name}：" + "，".join(f"{word} {count} 个" for word, count in counts)


def _describe_values(old: StatedFact, new: StatedFact) -> str:
    return old.display if old.display == new.display else f"{old.display} → {new.display}"


def _list_file_rows(group: FileGroup) -> Iterator[str]:
    yield _describe_files(group)
    for verb, paths in _list_changes(group):
        for path in paths[:MOST_FILES]:
            yield f"　　{verb}　{path}"
        if len(paths) > MOST_FILES:
            yield f"　　{verb}　另有 {len(paths) - MOST_FILES} 个"


def _describe_files(group: FileGroup) -> str:
    counts = "，".join(f"{verb} {len(paths)} 个" for verb, paths in _list_changes(group) if paths)
    return f"{group.name}：{counts}"


def _list_changes(group: FileGroup) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return ("新增", group.added), ("改动", group.changed), ("去掉", group.removed)


def _describe_json(diff: Diff) -> str:
    record: dict[str, Any] = {
        "old": diff.old,
        "new": diff.new,
        "reports": [_as_record(report) for report in diff.reports],
        "added_reports": list(diff.added_reports),
        "removed_reports": list(diff.removed_reports),
        "files": None if diff.files is None else [asdict(group) for group in diff.files],
    }
    return json.dumps(record, ensure_ascii=False, indent=1)


def _as_record(report: ReportDiff) -> dict[str, Any]:
    return {
        "old": report.old,
        "new": report.new,
        "added": [asdict(fact) for fact in report.added],
        "removed": [asdict(fact) for fact in report.removed],
        "changed": [{"old": asdict(old), "new": asdict(new)} for old, new in report.changed],
        "reworded": [{"old": asdict(old), "new": asdict(new)} for old, new in report.reworded],
        "unchanged": report.unchanged,
    }


def _describe_markdown(diff: Diff) -> str:
    if diff.is_empty:
        return f"### 内容比较\n\n{NOTHING}"
    blocks = ["### 内容比较"]
    blocks += [block for report in diff.reports for block in _list_report_blocks(report)]
    lines = [f"- 新增一份报告 {name}：{count} 个数字" for name, count in diff.added_reports.items()]
    lines += [f"- 少了一份报告 {name}：{count} 个数字" for name, count in diff.removed_reports.items()]
    lines += [f"- {_describe_files(group)}" for group in diff.files or ()]
    return "\n\n".join([*blocks, *(["\n".join(lines)] if lines else [])])


def _list_report_blocks(report: ReportDiff) -> Iterator[str]:
    yield f"**{_escape(_describe_counts(report))}**"
    rows = [_row("新增", fact, "", fact.display, fact.sentence) for fact in report.added]
    rows += [_row("不再有", fact, fact.display, "", fact.sentence) for fact in report.removed]
    rows += [_row("变了", new, old.display, new.display, new.sentence) for old, new in report.changed]
    rows += [_row("改写", new, old.display, new.display, new.sentence) for old, new in report.reworded]
    if rows:
        yield "\n".join(["|  | 数字 | 原来 | 现在 | 句子 |", "| --- | --- | --- | --- | --- |", *rows])


def _row(verb: str, fact: StatedFact, old: str, new: str, sentence: str) -> str:
    named = f"{_escape(fact.name)} `{fact.id}`"
    return f"| {verb} | {named} | {_escape(old)} | {_escape(new)} | {_escape(sentence.strip())} |"


def _escape(words: str) -> str:
    r"""Return words as Markdown shows them in a table cell: nothing in them is a mark."""
    return re.sub(r"([\\`*_{}\[\]<>()#|~&!])", r"\\\1", words).replace("\n", " ")


_STYLES: dict[str, Callable[[Diff], str]] = {
    "text": _describe_text,
    "json": _describe_json,
    "markdown": _describe_markdown,
}
