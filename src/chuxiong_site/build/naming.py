"""The desk where a report is annotated: what lies on it, and each decision tried, written, undone and done again.

A decision is first made on a copy of the content and read and checked there as a build does; what makes a new mistake
is not written. Files are the state: the desk is described from them anew after every change, whoever made it. Only
the way back is kept beside them.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path

from ..charts import compute_chart_records, compute_left_out_charts, render_standalone
from ..drafting.naming.desk import Desk, describe_desk
from ..drafting.naming.entries import EntryDecision
from ..drafting.naming.mender import Mend
from ..drafting.naming.mends import list_mends
from ..drafting.naming.outline import plan_numbers
from ..drafting.naming.planning import (
    AnyDecision,
    LocatedDecision,
    changes_outline,
    describe_any,
    find_number,
    locate,
    plan,
)
from ..drafting.naming.text_edits import split_lines
from ..model.errors import SiteError
from ..model.findings import ReportFindings
from ..model.place import Place
from ..model.project import Project
from ..model.records import dataclass
from ..problems import Problem
from ..publishing.changed_files import ChangedMeanwhileError, FileChange, write_changes
from .decision_log import FileStep, Step, apply_file_step, compute_file_step, turn_back
from .desk_files import compute_changes, expect_files, read_desk_files
from .kept_log import KeptLog
from .known_matches import KnownMatches
from .trial import MISTAKES, RefusedError, read_changed, read_content, try_changes

ATTEMPTS = 3
"""How often the content is read anew that somebody writes while it is read."""


class NothingLeftError(SiteError):
    """There is no step to undo or to do again."""


class NothingToMendError(SiteError):
    """A check does not tell such a problem any more, or more than one answer to it is right."""


class BrokenContentError(SiteError):
    """The content cannot be read, so that nothing lies on the desk."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("内容里有错，读不出来")
        self.problems = tuple(problems)


class NoPictureError(SiteError):
    """The report on the desk has no such picture; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskView:
    """What the files say now."""

    desk: Desk
    own: ReportFindings
    """Of the report on the desk."""
    project: Project
    files: Mapping[str, bytes]
    """The content files that decisions change, by name."""
    problems: tuple[Problem, ...]
    """All that a check says of the content."""
    mends: Mapping[Problem, Mend]
    """Of the report's problems those that one edit alone mends, each with it."""


class NamingDesk:
    """The numbers of a content folder, and the decisions about them, kept in the cache folder. Threads take turns."""

    def __init__(self, content: Path, cache: Path | None = None) -> None:
        self._content = content
        self._turn = threading.Lock()
        self._kept = KeptLog(content, cache)
        self._matches = KnownMatches()

    @property
    def log(self) -> tuple[Step, ...]:
        """The decisions that stand, the first one first."""
        return self._kept.log.done

    @property
    def log_note(self) -> str:
        """What staff should know of the log: that it could not be read, or is not kept; mostly nothing."""
        return self._kept.note

    @property
    def can_redo(self) -> bool:
        """Whether a step was undone and nothing was decided since."""
        return bool(self._kept.log.undone)

    def describe(self, report_id: str = "") -> DeskView:
        """Return what lies on the desk of a report now, of the latest where none of that name is. Raises `BrokenContentError`."""
        with self._turn:
            self._kept.catch_up()
            for _ in range(ATTEMPTS - 1):
                with contextlib.suppress(ChangedMeanwhileError):
                    return self._describe(report_id)
            return self._describe(report_id)

    def decide(self, decision: AnyDecision) -> None:
        """Write a decision.

        Raises `RefusedError`, the errors of `plan` and of `write_changes`; then no file has changed.
        """
        with self._turn:
            self._kept.catch_up()
            view = self._describe(decision.report)
            located = locate(decision, view.desk.report)
            changes = self._plan(located, view)
            self._carry_out(view, changes, describe_any(located, view.desk), find_number(located))

    def mend(self, report_id: str, code: str, place: Place) -> None:
        """Mend the problem of that code at a place, as it is planned from the files as they are.

        Raises `NothingToMendError`, `RefusedError` and the errors of `write_changes`; then no file has changed.
        """
        with self._turn:
            self._kept.catch_up()
            view = self._describe(report_id)
            problem = next((problem for problem in view.mends if _is_at(problem, code, place)), None)
            if problem is None:
                raise NothingToMendError("核对不再这样说了，可能刚刚在别处改过")
            mend, number = view.mends[problem], view.desk.find_at(problem.place)
            words = f"{number.words}　{mend.words}" if number else mend.words
            self._carry_out(
                view,
                compute_changes(self._content, view.files, mend.edits),
                words,
                number.id if number else "",
            )

    def _carry_out(self, view: DeskView, changes: Mapping[str, FileChange], words: str, number: str) -> None:
        """Write changes and a step of the log in these words; nothing where there are none."""
        if changes:
            try_changes(self._content, changes, view.problems)
            write_changes(changes)
            steps = {name: compute_file_step(change.before, change.after) for name, change in changes.items()}
            step = Step(words=words, number=number, report=view.desk.report.id, files=steps)
            self._kept.put(self._kept.log.add(step))

    def draw(self, decision: EntryDecision) -> bytes:
        """Return the picture that a chart would be in the report, as an SVG file; nothing is written.

        Raises `RefusedError` as `decide`, and `NoPictureError` where the report has no such picture.
        """
        with self._turn:
            view = self._describe(decision.report)
            findings = try_changes(self._content, self._plan(decision, view), view.problems)
        is_ours = (view.desk.report.id, decision.id)
        for record in compute_chart_records(findings):
            if (record.report_id, record.id) == is_ours:
                return render_standalone(record, view.project.site.name, view.project.site.theme.accent)
        for chart in compute_left_out_charts(findings):
            if (chart.report_id, chart.spec.id) == is_ours:
                raise NoPictureError(f"这份报告没有：{'、'.join(chart.missing)}")
        raise NoPictureError("历年的图画在最近一份报告里，要有两个年度的数")

    def undo(self) -> Step:
        """Take the last decision back. Raises `NothingLeftError`, and `ChangedMeanwhileError` where others wrote since."""
        with self._turn:
            self._kept.catch_up()
            log = self._kept.log
            if not log.done:
                raise NothingLeftError("没有可以撤销的了")
            step = log.done[-1]
            self._write({name: turn_back(change) for name, change in step.files.items()})
            self._kept.put(log.undo())
            return step

    def redo(self) -> Step:
        """Write the decision that was taken back last. Raises as `undo`."""
        with self._turn:
            self._kept.catch_up()
            log = self._kept.log
            if not log.undone:
                raise NothingLeftError("没有可以重做的了")
            step = log.undone[-1]
            self._write(step.files)
            self._kept.put(log.redo())
            return step

    def _write(self, steps: Mapping[str, FileStep]) -> None:
        """Change files as a step says. Raises `ChangedMeanwhileError` where one is not the file that the step is about."""
        files, changes = read_desk_files(self._content), {}
        for name, step in steps.items():
            before = files.get(name)  # of the desk's own files only, whatever a log says
            after = None if before is None else apply_file_step(step, before)
            if before is None or after is None:
                raise ChangedMeanwhileError(self._content / name)
            changes[name] = FileChange(path=self._content / name, before=before, after=after)
        write_changes(changes)

    def _describe(self, report_id: str) -> DeskView:
        files = read_desk_files(self._content)
        project, findings, problems = read_content(self._content)
        expect_files(self._content, files)
        if project is None or findings is None:
            raise BrokenContentError(problems)
        known = {entry.report.id: entry for entry in findings.reports}
        own = known.get(report_id) or findings.reports[0]
        desk = describe_desk(own, project, self._matches.find(own.report, project))
        mends = list_mends(problems, desk, split_lines(files[own.report.file])[0])
        return DeskView(
            desk=desk, own=own, project=project, files=files, problems=tuple(problems), mends=mends
        )

    def _plan(self, decision: LocatedDecision, view: DeskView) -> dict[str, FileChange]:
        """Return the changes of a decision; where it makes other sections, the head of the report speaks of them as before."""
        edits = plan(decision, view.desk, view.files)
        changes = compute_changes(self._content, view.files, edits)
        if not changes or not changes_outline(decision):
            return changes
        project, _, problems = read_changed(self._content, changes)
        found = [
            report for report in (project.reports if project else ()) if report.id == view.desk.report.id
        ]
        if not found:
            raise RefusedError(problems[:MISTAKES])
        return compute_changes(
            self._content, view.files, [*edits, *plan_numbers(view.desk.report, found[0], view.files)]
        )


def _is_at(problem: Problem, code: str, place: Place) -> bool:
    at = problem.place
    return (problem.code, at.file, at.line, at.column) == (code, place.file, place.line, place.column)
