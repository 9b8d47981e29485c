"""The desk where numbers are named: what lies on it, and each decision tried, written, undone and done again.

A decision is first made on a copy of the content and read and checked there as a build does; what makes a new mistake
is not written. Files are the state: the desk is described from them anew after every change, whoever made it. Only
the way back is kept beside them.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path

from ..analysis.analyse import analyse
from ..content.load import load_project
from ..content.split_words import split_words
from ..drafting.naming.decisions import Decision, describe_decision, plan_edits
from ..drafting.naming.desk import Desk, compute_matches, describe_desk
from ..drafting.naming.text_edits import TextEdit, apply_edits
from ..drafting.records import DraftedNumber
from ..model.errors import SiteError
from ..model.findings import Findings
from ..model.place import Span
from ..model.project import Project
from ..model.records import dataclass
from ..model.report import Report
from ..model.words import SentenceWords
from ..problems import Problem, is_warning
from ..publishing.changed_files import ChangedMeanwhileError, FileChange, write_changes
from .decision_log import FileStep, Step, apply_file_step, compute_file_step, turn_back
from .kept_log import KeptLog

MISTAKES = 5
"""How many new mistakes of a refused decision are told."""


class NothingLeftError(SiteError):
    """There is no step to undo or to do again."""


class BrokenContentError(SiteError):
    """The content cannot be read, so that nothing lies on the desk."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("内容里有错，读不出来")
        self.problems = tuple(problems)


class RefusedError(SiteError):
    """A decision would have made these mistakes; nothing was written."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("这样写会出错，没有写")
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskView:
    """What the files say now."""

    desk: Desk
    project: Project
    problems: tuple[Problem, ...]
    """All that a check says of the content."""


class NamingDesk:
    """The numbers of a content folder, and the decisions about them, kept in the cache folder. Threads take turns."""

    def __init__(self, content: Path, cache: Path | None = None) -> None:
        self._content = content
        self._turn = threading.Lock()
        self._kept = KeptLog(content, cache)
        self._matches: dict[str, Mapping[Span, DraftedNumber]] = {}

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
            return self._describe(report_id)

    def decide(self, decision: Decision) -> None:
        """Write a decision.

        Raises `RefusedError`, the errors of `plan_edits` and of `write_changes`; then no file has changed.
        """
        with self._turn:
            self._kept.catch_up()
            files = self._read_files()
            view = self._describe(decision.report)
            self._expect(files)
            desk = view.desk
            edits = plan_edits(decision, desk, files)
            changes = self._change(files, edits)
            if changes:
                self._try(changes, view.problems)
                write_changes(changes)
                number = desk.find(decision.number)
                assert number is not None, "its edits were planned"
                words = describe_decision(decision, number)
                steps = {
                    name: compute_file_step(change.before, change.after) for name, change in changes.items()
                }
                step = Step(words=words, number=decision.number, report=decision.report, files=steps)
                self._kept.put(self._kept.log.add(step))

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
        files, changes = self._read_files(), {}
        for name, step in steps.items():
            before = files.get(name)  # of the desk's own files only, whatever a log says
            after = None if before is None else apply_file_step(step, before)
            if before is None or after is None:
                raise ChangedMeanwhileError(self._content / name)
            changes[name] = FileChange(path=self._content / name, before=before, after=after)
        write_changes(changes)

    def _describe(self, report_id: str) -> DeskView:
        project, findings, problems = _read(self._content)
        if project is None or findings is None:
            raise BrokenContentError(problems)
        known = {entry.report.id: entry for entry in findings.reports}
        own = known.get(report_id) or findings.reports[0]
        desk = describe_desk(own, project, self._match(own.report, project))
        return DeskView(desk=desk, project=project, problems=tuple(problems))

    def _match(self, report: Report, project: Project) -> Mapping[Span, DraftedNumber]:
        """Return what other reports say of the numbers; worked out once as long as all that it is made of stays."""
        key = _name_match(report, project)
        if key not in self._matches:

            def split(texts: tuple[str, ...]) -> tuple[SentenceWords, ...]:
                return split_words(texts, project.list_whole_words())

            self._matches = {key: compute_matches(report, project, split)}
        return self._matches[key]

    def _read_files(self) -> dict[str, bytes]:
        paths = [*self._content.glob("*.yaml"), *self._content.glob("reports/*.md")]
        return {path.relative_to(self._content).as_posix(): path.read_bytes() for path in paths}

    def _expect(self, files: Mapping[str, bytes]) -> None:
        """Raise `ChangedMeanwhileError` where a file is another now: the places on the desk are not its own."""
        now = self._read_files()
        for name in files.keys() | now.keys():
            if files.get(name) != now.get(name):
                raise ChangedMeanwhileError(self._content / name)

    def _change(self, files: Mapping[str, bytes], edits: Sequence[TextEdit]) -> dict[str, FileChange]:
        """Return the changes that edits come to; none for a file that they leave as it is."""
        changes = {}
        for name in dict.fromkeys(edit.file for edit in edits):
            before = files[name]
            after = apply_edits(before, [edit for edit in edits if edit.file == name])
            if after != before:
                changes[name] = FileChange(path=self._content / name, before=before, after=after)
        return changes

    def _try(self, changes: Mapping[str, FileChange], present: Sequence[Problem]) -> None:
        """Read and check the content as it would be. Raises `RefusedError` with the mistakes that it has not at present."""
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / "content"
            shutil.copytree(self._content, copy)
            for name, change in changes.items():
                (copy / name).write_bytes(change.after)
            _, _, after = _read(copy)
        known = {_identify(problem) for problem in present}
        new = [
            problem for problem in after if not is_warning(problem.code) and _identify(problem) not in known
        ]
        if new:
            raise RefusedError(new[:MISTAKES])


def _read(content: Path) -> tuple[Project | None, Findings | None, list[Problem]]:
    """Return the project, its findings without words, and all problems."""
    project, problems = load_project(content)
    if project is None:
        return None, None, problems
    findings, found = analyse(project, lambda _, rows: tuple(() for _ in rows), words_of=())
    return project, findings, [*problems, *found]


def _identify(problem: Problem) -> tuple[str, str, str]:
    return problem.code, problem.place.file, problem.found


def _name_match(report: Report, project: Project) -> str:
    """Return what matches are known by: the text, the other reports, and the indicators that these state; a new one is none of them."""
    others = [other for other in project.reports if other.id != report.id]
    stated = {fact for other in others for tag in other.tags for fact in tag.facts}
    names = [repr(project.indicators[id]) for id in sorted(stated) if id in project.indicators]  # noqa: A001
    parts = [report.body, *(other.digest for other in others), *names, *project.dictionary]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
