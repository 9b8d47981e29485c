"""The desk where numbers are named: what lies on it, and each decision tried, written, undone and done again.

A decision is first made on a copy of the content and read and checked there as a build does; what makes a new mistake
is not written. Files are the only state: the desk is described from them anew after every change, whoever made it.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from ..analysis.analyse import analyse
from ..content.load import load_project
from ..content.split_words import split_words
from ..drafting.naming.decisions import Decision, describe_decision, plan_edits
from ..drafting.naming.desk import Desk, compute_matches, describe_desk
from ..drafting.naming.mender import Mend
from ..drafting.naming.mends import list_mends
from ..drafting.naming.text_edits import TextEdit, apply_edits, split_lines
from ..drafting.records import DraftedNumber
from ..model.errors import SiteError
from ..model.findings import Findings
from ..model.place import Place, Span
from ..model.project import Project
from ..model.records import dataclass
from ..model.report import Report
from ..model.words import SentenceWords
from ..problems import Problem, is_warning
from ..publishing.changed_files import ChangedMeanwhileError, FileChange, write_changes

MISTAKES = 5
"""How many new mistakes of a refused decision are told."""


class NothingLeftError(SiteError):
    """There is no step to undo or to do again."""


class NothingToMendError(SiteError):
    """A check does not tell such a problem any more, or more than one answer to it is right."""


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
class Step:
    """One decision that was written."""

    words: str
    """What was decided, in a line."""
    number: str
    """Its id on the desk."""
    report: str
    changes: Mapping[str, FileChange]
    """By the file's name in the content folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskView:
    """What the files say now."""

    desk: Desk
    project: Project
    problems: tuple[Problem, ...]
    """All that a check says of the content."""
    mends: Mapping[Problem, Mend]
    """Of the report's problems those that one edit alone mends, each with it."""


class NamingDesk:
    """The numbers of a content folder, and the decisions of one session about them. Threads take turns."""

    def __init__(self, content: Path) -> None:
        self._content = content
        self._turn = threading.Lock()
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._matches: dict[str, Mapping[Span, DraftedNumber]] = {}

    @property
    def log(self) -> tuple[Step, ...]:
        """The decisions of the session that stand, the first one first."""
        return tuple(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether a step was undone and nothing was decided since."""
        return bool(self._undone)

    def describe(self, report_id: str = "") -> DeskView:
        """Return what lies on the desk of a report now, of the latest where none of that name is. Raises `BrokenContentError`."""
        with self._turn:
            return self._describe(report_id)

    def decide(self, decision: Decision) -> None:
        """Write a decision.

        Raises `RefusedError`, the errors of `plan_edits` and of `write_changes`; then no file has changed.
        """
        with self._turn:
            files = self._read_files()
            view = self._describe(decision.report)
            self._expect(files)
            desk = view.desk
            edits = plan_edits(decision, desk, files)
            number = desk.find(decision.number)
            assert number is not None, "its edits were planned"
            self._write(files, view, edits, describe_decision(decision, number), decision.number)

    def mend(self, report_id: str, code: str, place: Place) -> None:
        """Mend the problem of that code at a place, as it is planned from the files as they are.

        Raises `NothingToMendError`, `RefusedError` and the errors of `write_changes`; then no file has changed.
        """
        with self._turn:
            files = self._read_files()
            view = self._describe(report_id)
            self._expect(files)
            problem = next((problem for problem in view.mends if _is_at(problem, code, place)), None)
            if problem is None:
                raise NothingToMendError("核对不再这样说了，可能刚刚在别处改过")
            mend, number = view.mends[problem], view.desk.find_at(problem.place)
            words = f"{number.words}　{mend.words}" if number else mend.words
            self._write(files, view, mend.edits, words, number.id if number else "")

    def _write(
        self, files: Mapping[str, bytes], view: DeskView, edits: Sequence[TextEdit], words: str, number: str
    ) -> None:
        """Write edits and a step of the log in these words; nothing where they change nothing."""
        changes = self._change(files, edits)
        if changes:
            self._try(changes, view.problems)
            write_changes(changes)
            self._done.append(Step(words=words, number=number, report=view.desk.report.id, changes=changes))
            self._undone.clear()

    def undo(self) -> Step:
        """Take the last decision back. Raises `NothingLeftError`, and `ChangedMeanwhileError` where others wrote since."""
        with self._turn:
            return self._move(self._done, self._undone, _turn_back)

    def redo(self) -> Step:
        """Write the decision that was taken back last. Raises as `undo`."""
        with self._turn:
            return self._move(self._undone, self._done, dict)

    def _move(
        self,
        taken: list[Step],
        given: list[Step],
        turn: Callable[[Mapping[str, FileChange]], Mapping[str, FileChange]],
    ) -> Step:
        if not taken:
            raise NothingLeftError("没有可以撤销或重做的了")
        write_changes(turn(taken[-1].changes))
        step = taken.pop()
        given.append(step)
        return step

    def _describe(self, report_id: str) -> DeskView:
        project, findings, problems = _read(self._content)
        if project is None or findings is None:
            raise BrokenContentError(problems)
        known = {entry.report.id: entry for entry in findings.reports}
        own = known.get(report_id) or findings.reports[0]
        desk = describe_desk(own, project, self._match(own.report, project))
        lines, _ = split_lines((self._content / own.report.file).read_bytes())
        mends = list_mends(problems, desk, lines)
        return DeskView(desk=desk, project=project, problems=tuple(problems), mends=mends)

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


def _turn_back(changes: Mapping[str, FileChange]) -> dict[str, FileChange]:
    return {
        name: FileChange(path=change.path, before=change.after, after=change.before)
        for name, change in changes.items()
    }


def _read(content: Path) -> tuple[Project | None, Findings | None, list[Problem]]:
    """Return the project, its findings without words, and all problems."""
    project, problems = load_project(content)
    if project is None:
        return None, None, problems
    findings, found = analyse(project, lambda _, rows: tuple(() for _ in rows), words_of=())
    return project, findings, [*problems, *found]


def _identify(problem: Problem) -> tuple[str, str, str]:
    return problem.code, problem.place.file, problem.found


def _is_at(problem: Problem, code: str, place: Place) -> bool:
    at = problem.place
    return (problem.code, at.file, at.line, at.column) == (code, place.file, place.line, place.column)


def _name_match(report: Report, project: Project) -> str:
    """Return what matches are known by: the text, the other reports, and the indicators that these state; a new one is none of them."""
    others = [other for other in project.reports if other.id != report.id]
    stated = {fact for other in others for tag in other.tags for fact in tag.facts}
    names = [repr(project.indicators[id]) for id in sorted(stated) if id in project.indicators]  # noqa: A001
    parts = [report.body, *(other.digest for other in others), *names, *project.dictionary]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
