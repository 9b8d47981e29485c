"""Make the parts of a site: the files of one report each, several at once, and the pages with earlier values of indicators."""

from __future__ import annotations

import contextlib
import sys
import threading
from collections.abc import Mapping
from dataclasses import replace

from ..analysis.alone import select_report
from ..analysis.analyse import add_words
from ..memory import close_shelves, use_shelf
from ..model.findings import Findings, ReportFindings
from ..model.records import dataclass
from ..model.words import SplitReport
from ..proof.around import Around, describe_around, describe_each_around, select_alone
from ..proof.making import Making, describe_making
from ..proof.report_part import prove_report
from ..rendering import RenderInputs
from ..rendering.budgets import list_heavy
from ..rendering.frame.page import Context
from ..rendering.frame.surroundings import Surroundings, describe_surroundings
from ..rendering.kit import Kit, create_kit
from ..rendering.pages.indicator import group_earlier_chapters
from ..rendering.render import render_chapters
from ..rendering.report_files import render_report
from .inputs import list_phrases
from .parts import VALUES, Part, PartStore, compute_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """All that parts are made of and with."""

    findings: Findings
    """Of all reports; the words of the newest, and of those that are in work."""
    surroundings: Surroundings
    kit: Kit
    making: Making
    phrases: tuple[str, ...]
    inputs: RenderInputs
    split_words: SplitReport

    def find_report(self, report_id: str) -> ReportFindings:
        """Return the findings of a report."""
        return next(entry for entry in self.findings.reports if entry.report.id == report_id)

    def add_words(self, report_id: str) -> Workshop:
        """Return a workshop that knows the words of a report, too."""
        own = self.find_report(report_id)
        whole = add_words(self.findings.project, own, self.split_words)
        reports = tuple(whole if entry is own else entry for entry in self.findings.reports)
        return replace(self, findings=replace(self.findings, reports=reports))

    def compute_keys(self) -> dict[str, str]:
        """Return the key of each report's part by the report's id: of all that its making and its proof look at."""
        same = self.compute_key_of_all()
        around = describe_each_around(self.findings)
        return {
            entry.report.id: self._compute_key(entry, around[entry.report.id], same)
            for entry in self.findings.reports
        }

    def compute_key_of_all(self) -> str:
        """Return the key of what is the same for all parts."""
        return compute_key((self.surroundings, self.kit.digest, self.making, self.phrases))

    def _compute_key(self, own: ReportFindings, around: Around, same: str) -> str:
        held = select_alone(self.findings, own)
        beside = [entry.report.digest or entry for entry in held.neighbours]
        made_of = select_report(self.findings, own).known_by
        return compute_key((same, made_of, beside, around))


def create_workshop(findings: Findings, inputs: RenderInputs, split_words: SplitReport) -> Workshop:
    """Return the workshop of a site; the words of its newest report are known."""
    kit = create_kit(findings.project, inputs)
    return Workshop(
        findings=findings,
        surroundings=describe_surroundings(findings),
        kit=kit,
        making=describe_making({file.path: file.data for file in kit.shared}),
        phrases=list_phrases(inputs.templates),
        inputs=inputs,
        split_words=split_words,
    )


def render_part(workshop: Workshop, report_id: str, key: str) -> Part:
    """Make the files of a report whose words are known; they are still to be proved."""
    own = workshop.find_report(report_id)
    made = render_report(select_report(workshop.findings, own), workshop.surroundings, workshop.kit)
    return Part(name=report_id, key=key, files=made.files, summary=made.summary)


def make_earlier_values(workshop: Workshop, context: Context, store: PartStore | None) -> dict[str, Part]:
    """Return the pages with earlier values of indicators, by the newest report on each: another word elsewhere leaves them as they are."""
    made: dict[str, Part] = {}
    project = workshop.findings.project
    same = compute_key((workshop.compute_key_of_all(), project.digest or replace(project, reports=())))
    for report_id, chapters in group_earlier_chapters(context).items():
        name, search = f"{VALUES}{report_id}", context.assets.search_data
        key = compute_key((same, [chapter.known_by for chapter in chapters], _find_own(search, report_id)))
        part = None if store is None else store.find(name, key)
        made[name] = part or Part(
            name=name, key=key, files=render_chapters(context, workshop.kit, chapters), summary=None
        )
    return made


def _find_own(search: Mapping[str, str], report_id: str) -> list[str]:
    return [address for path, address in search.items() if path.startswith(f"data/{report_id}/")]


def make_part(workshop: Workshop, report_id: str, key: str) -> Part:
    """Make and prove the files of a report."""
    workshop = workshop.add_words(report_id)
    part, findings = render_part(workshop, report_id, key), workshop.findings
    own = workshop.find_report(report_id)
    proved = prove_report(
        select_alone(findings, own),
        describe_around(findings, own),
        part.files,
        workshop.making,
        workshop.phrases,
    )
    shared = {file.path: file.data for file in workshop.kit.shared}
    return replace(
        part,
        proved=proved,
        heavy=list_heavy(findings.project.site.budgets, (own.report,), part.files, shared),
    )


def collect_parts(
    workshop: Workshop, keys: Mapping[str, str], store: PartStore, jobs: int, *, makes_one: bool = False
) -> dict[str, Part]:
    """Return the parts that a store has or finds elsewhere, and those that are made into it now.

    One alone that it lacks is made only if told so: the run itself makes it as fast, and shows it before it is proved.
    """
    found = {report_id: store.find(report_id, key) for report_id, key in keys.items()}
    missing = {report_id: keys[report_id] for report_id, part in found.items() if part is None}
    if jobs and len(missing) > (not makes_one):
        close_shelves()
        fill_store(workshop, store, missing, jobs)
        found |= {report_id: store.find(report_id, key, is_new=True) for report_id, key in missing.items()}
    return {report_id: part for report_id, part in found.items() if part is not None}


def fill_store(workshop: Workshop, store: PartStore, missing: Mapping[str, str], jobs: int) -> None:
    """Make the parts of these reports (id → key), several at once, and store those in which nothing is wrong.

    What cannot be made, or is refused by the proof, is left out: whoever needs it makes it again and sees why. A part
    is stored as soon as it is made, so no more are in memory than are in work.
    """
    if jobs > 1 and len(missing) > 1:
        _make_side_by_side(workshop, store, missing, jobs)
    else:
        for task in missing.items():
            _make_and_keep(workshop, store, task)


def _make_and_keep(workshop: Workshop, store: PartStore, task: tuple[str, str]) -> None:
    with contextlib.suppress(Exception), use_shelf(task[0]):
        part = make_part(workshop, *task)
        if part.proved is not None and not part.proved.problems:
            store.keep(part)


def _make_side_by_side(workshop: Workshop, store: PartStore, missing: Mapping[str, str], jobs: int) -> None:
    """Let processes that are copies of this one do the work; it is done one by one where no copy is safe.

    Only Linux copies a process whole, and only one without threads: a lock that a thread holds would never open in the copy.
    The first is made here: what that loads and compiles the copies then have.
    """
    if not sys.platform.startswith("linux") or threading.active_count() > 1:
        fill_store(workshop, store, missing, jobs=1)
        return
    import multiprocessing  # they cost as much as a small page, and one report needs none of them
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    first, *rest = missing.items()
    _make_and_keep(workshop, store, first)
    others = set(multiprocessing.active_children())
    context = multiprocessing.get_context("fork")
    pool = ProcessPoolExecutor(min(jobs, len(rest)), context, _begin, (workshop, store))
    try:
        list(pool.map(_work, rest))
    except (
        BrokenProcessPool,
        OSError,
    ):  # a system short of memory: what is missing is seen, and made without copies
        for copy in set(multiprocessing.active_children()) - others:
            copy.terminate()
    finally:
        pool.shutdown()


_bench: tuple[Workshop, PartStore] | None = None
"""In a process that helps: what it works with."""


def _begin(workshop: Workshop, store: PartStore) -> None:
    global _bench  # noqa: PLW0603  # set once, when the process begins
    _bench = workshop, store


def _work(task: tuple[str, str]) -> None:
    assert _bench is not None, "the process began with its bench"
    _make_and_keep(*_bench, task)
