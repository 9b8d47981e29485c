"""Raw report and known reports → Draft: the entry point of drafting."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..analysis.contexts import compute_contexts
from ..analysis.number_context import NumberContext
from ..analysis.part_kinds import PartKind, find_part_kinds
from ..model.project import Project
from ..model.raw_report import RawReport
from ..model.records import dataclass
from ..model.report import Report
from ..model.words import SplitWords
from .doubts import Surroundings
from .match import compute_drafted_numbers
from .records import Continued, Draft, DraftedNumber, Slot
from .scopes import create_place_pattern, find_own_level
from .sections import compute_continued, compute_slugs, list_headings, list_invented, list_open_sections
from .slots import compute_slots
from .words import Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """The numbers of a text beside the facts of other reports."""

    latest: Report | None
    """The latest of the other reports."""
    slots: tuple[Slot, ...]
    numbers: tuple[DraftedNumber, ...]
    vocabulary: Vocabulary


def match_numbers(
    text: RawReport | Report,
    project: Project,
    id: str,  # noqa: A002
    split: SplitWords,
) -> Matched:
    """Match the numbers of a text with the facts of all reports of the project but `id`, the latest first."""
    earlier = tuple(report for report in project.reports if report.id != id)
    latest = earlier[0] if earlier else None
    slots = compute_slots(earlier, project.indicators, id)
    contexts = compute_contexts(text.body, text.sections)
    vocabulary = Vocabulary(_list_texts(text, latest, contexts, slots), split)
    known = (context for slot in slots for context in slot.contexts)
    planned = PartKind.PLANS in {context.part for slot in slots for context in slot.contexts}
    around = Surroundings(
        level=find_own_level((*contexts, *known)),
        places=create_place_pattern(project.dictionary),
        groups=frozenset(slot.of for slot in slots if slot.of),
        lacks_plans=planned and PartKind.PLANS not in find_part_kinds(text.body, text.sections).values(),
        year=id,
    )
    numbers = compute_drafted_numbers(contexts, slots, vocabulary, around)
    return Matched(latest=latest, slots=slots, numbers=numbers, vocabulary=vocabulary)


def compute_draft(raw: RawReport, project: Project, id: str, split: SplitWords) -> Draft:  # noqa: A002
    """Match the numbers of a raw report with all other reports of the project, the latest first."""
    matched = match_numbers(raw, project, id, split)
    latest, numbers = matched.latest, matched.numbers
    continued = compute_continued(raw, latest, matched.vocabulary) if latest else Continued()
    slugs = compute_slugs(raw, latest, continued)
    return Draft(
        raw=raw,
        numbers=numbers,
        lost=_find_lost(numbers, matched.slots, latest),
        slugs=slugs,
        invented=list_invented(slugs, latest),
        open_sections=list_open_sections(raw, latest, continued, slugs) if latest else (),
        renumbered=_renumber(continued.sections),
    )


def _list_texts(
    raw: RawReport | Report, latest: Report | None, contexts: Iterable[NumberContext], slots: Iterable[Slot]
) -> set[str]:
    everywhere = [*contexts, *(context for slot in slots for context in slot.contexts)]
    texts = {text for context in everywhere for text in context.texts}
    headings = [list_headings(raw.body, raw.sections)]
    headings += [list_headings(latest.body, latest.sections)] if latest else []
    return texts | {slot.indicator.name for slot in slots} | {h for row in headings for h in row.values()}


def _find_lost(
    numbers: tuple[DraftedNumber, ...], slots: tuple[Slot, ...], latest: Report | None
) -> tuple[Slot, ...]:
    """Return the facts of the latest report that no number of the new one may state."""
    found = {slot.fact for drafted in numbers for slot in drafted.certain}
    found |= {drafted.candidates[0].slot.fact for drafted in numbers if drafted.candidates}
    stated = [slot for slot in slots if latest and slot.report == latest.id and not slot.supposed]
    return tuple(slot for slot in stated if slot.fact not in found)


def _renumber(continued: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    renumbered: dict[str, tuple[str, ...]] = {}
    for number, other in continued.items():
        renumbered[other] = (*renumbered.get(other, ()), number)
    return renumbered
