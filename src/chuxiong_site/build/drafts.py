"""A new report from a raw official text: the annotated copy, the captured page, the list of what is left to decide."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from ..content.read_raw import holds_bytes, read_raw
from ..content.split_words import split_words
from ..content.structure_raw import structure_raw
from ..drafting import Draft, compute_draft
from ..drafting.annotated_copy import AnnotatedDraft, Origin, render_draft_report
from ..drafting.open_list import render_draft_list
from ..model.project import Project
from ..model.records import dataclass
from ..model.words import SentenceWords
from ..problems import Problem

LIST_SUFFIX = ".draft.yaml"
"""Behind the year: the list of what is left to decide."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedReport:
    """A draft and the contents of its files; nothing is written yet."""

    draft: Draft
    copy: AnnotatedDraft
    files: Mapping[Path, bytes]
    """Where each file belongs → its bytes; a captured page that is there already is left out."""


def draft_report(
    file: Path, project: Project, target: Path, *, source_url: str = "", accept: bool = False
) -> tuple[DraftedReport | None, list[Problem]]:
    """Return the draft of a raw text as `target`, the annotated copy whose name is the year; `None` without any text.

    Numbers are matched with the other reports of the project; with `accept` the certain ones are named in the copy.
    """
    text, problems = read_raw(file)
    raw = structure_raw(text.text) if text else None
    if raw is None:
        return None, problems
    page = raw.page.encode("utf-8")
    latest = next((report for report in project.reports if report.id != target.stem), None)

    def split(texts: tuple[str, ...]) -> tuple[SentenceWords, ...]:
        return split_words(texts, project.list_whole_words())

    made = compute_draft(raw, project, target.stem, split)
    copy = render_draft_report(
        made,
        latest,
        Origin(source_url=source_url, sha256=hashlib.sha256(page).hexdigest()),
        accept=accept,
    )
    left = render_draft_list(made, copy, target.name, latest, accept=accept)
    files = {target: copy.text.encode(), target.with_suffix(LIST_SUFFIX): left.encode()}
    if not holds_bytes(target.with_suffix(".txt"), page):
        files[target.with_suffix(".txt")] = page
    return DraftedReport(draft=made, copy=copy, files=files), []
