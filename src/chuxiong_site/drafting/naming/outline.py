"""The outline as staff decide it: page names, and the head of a report that goes on speaking of the same sections.

Sections are called by their position. One heading more or less moves all behind it, and with them what the head says
of them: the same words are then written under the new numbers.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from ...model.records import dataclass
from ...model.report import CLOSING, TITLE, Report, Section, is_within
from ..reading_units import choose_pages
from ..sections import invent_slug
from .catalogue_edits import ForeignStyleError
from .entry_edits import add_keys_after, drop_key, rename_item, rename_key, set_value
from .text_edits import TextEdit, split_lines
from .written import Written, find_end, find_start, is_flow, list_pairs, read_items, read_written

SECTIONS, DRAFTED = "sections", "drafted"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageDecision:
    """A section has a page of this name, or, with an empty one, stands on the page before it."""

    report: str
    section: str
    slug: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListDecision:
    """Something is, or is no longer, in a list of the head: the headline facts, the problems without a plan."""

    report: str
    key: str
    id: str
    is_in: bool


LISTS = {"headline": "首页的数字", "unanswered": "没有对应的安排"}
"""Lists of the head, each with what being in it means."""


def read_head(report: Report, files: Mapping[str, bytes]) -> Written:
    """Return the head of a report as it stands."""
    return read_written(report.file, split_lines(files[report.file])[0])


def list_drafted(head: Written) -> tuple[str, ...]:
    """Return the sections whose page names nobody has looked at."""
    return _read_list(head, DRAFTED)


def list_named(head: Written) -> tuple[str, ...]:
    """Return the sections of which the head says whether they have a page."""
    return tuple(name.value for name, _ in list_pairs(head.find(SECTIONS)))


def plan_page(decision: PageDecision, report: Report, files: Mapping[str, bytes]) -> tuple[TextEdit, ...]:
    """Return the edits that name a section's page; the name is no draft's then."""
    head = read_head(report, files)
    node = head.find(SECTIONS, decision.section)
    if node is None:
        named = set_value(head, (SECTIONS, decision.section), decision.slug)
    else:
        named = () if node.value == decision.slug else (rename_item(head, node, decision.slug),)
    drafted = _read_list(head, DRAFTED)
    left = [number for number in drafted if number != decision.section]
    return (*named, *(set_value(head, (DRAFTED,), left) if len(left) < len(drafted) else ()))


def plan_list(decision: ListDecision, report: Report, files: Mapping[str, bytes]) -> tuple[TextEdit, ...]:
    """Return the edits that put an id at the end of a list, or take it out."""
    head = read_head(report, files)
    others = [id for id in _read_list(head, decision.key) if id != decision.id]  # noqa: A001
    return set_value(head, (decision.key,), [*others, *[decision.id] * decision.is_in])


def plan_unlist(head: Written, key: str, id: str) -> tuple[TextEdit, ...]:  # noqa: A002
    """Return the edits that take an id out of a list; none where a remark stands beside it, or its brackets span lines.

    What a remark says might be of the id: staff take both away themselves.
    """
    name, items = head.find_pair(key)
    rows = range(find_start(name)[0], find_end(items, head)[0] + 1)
    is_plain = not any("#" in head.line(row) for row in rows) and (len(rows) == 1 or not is_flow(items))
    return set_value(head, (key,), [item for item in read_items(items) if item != id]) if is_plain else ()


def plan_numbers(old: Report, new: Report, files: Mapping[str, bytes]) -> tuple[TextEdit, ...]:
    """Return the edits of the head after which it says of each section of `new` what it said of it in `old`.

    Sections are the same where they begin at the same place. A new one gets a page as a draft would give it, and is
    noted as a draft's; what was said of one that is gone goes.
    """
    head = read_head(old, files)
    moved = _match(old.sections, new.sections)
    slugs = {name.value: value.value for name, value in list_pairs(head.find(SECTIONS))}
    kept = {moved[number]: slug for number, slug in slugs.items() if number in moved}
    fresh = _name_new(new, kept)
    drafted = [*_move(_read_list(head, DRAFTED), moved), *(number for number, slug in fresh.items() if slug)]
    order = [section.number for section in new.sections]
    return (
        *_rewrite_sections(head, moved, fresh, order),
        *_move_keys(head, "doors", moved, {section.number for section in old.sections}),
        *set_value(head, (DRAFTED,), sorted(set(drafted), key=order.index)),
        *set_value(head, ("misnumbered",), _move(_read_list(head, "misnumbered"), moved)),
        *(
            edit
            for name, _ in list_pairs(head.find("elements"))
            for edit in _move_element(head, name.value, moved)
        ),
    )


def _match(old: tuple[Section, ...], new: tuple[Section, ...]) -> dict[str, str]:
    """Return old number → new number of the sections that begin where they did."""
    begins = {section.span.start: section.number for section in new}
    return {
        section.number: begins[section.span.start]
        for section in old
        if section.span.start in begins and section.number != TITLE
    }


def _name_new(new: Report, kept: Mapping[str, str]) -> dict[str, str]:
    """Return the sections of which, of what contains them and of what they contain, nothing is said: with a page name, or none."""
    chosen = choose_pages(new.sections)
    named = dict(kept)
    for section in new.sections:
        number = section.number
        if number in {TITLE, CLOSING} or number in named:
            continue
        if not any(is_within(number, other) or is_within(other, number) for other in named):
            named[number] = invent_slug(number, named.values()) if chosen.get(number) else ""
    return {number: slug for number, slug in named.items() if number not in kept}


def _rewrite_sections(
    head: Written, moved: Mapping[str, str], fresh: Mapping[str, str], order: list[str]
) -> Iterator[TextEdit]:
    """Yield the edits of the page names: each stays on its line under its new number, new ones come in their order."""
    names = [name.value for name, _ in list_pairs(head.find(SECTIONS))]
    for number in names:
        if number not in moved:
            yield drop_key(head, (SECTIONS, number))
        elif moved[number] != number:
            yield rename_key(head, (SECTIONS, number), moved[number])
    stay = [number for number in names if number in moved]
    if fresh and not stay:
        raise ForeignStyleError(f"{head.file} 的「{SECTIONS}」里没有一节还在，请自己改")
    before: dict[str, list[str]] = {}
    for number in fresh:
        above = [name for name in stay if order.index(moved[name]) < order.index(number)]
        before.setdefault(above[-1] if above else stay[0], []).append(number)
    for name, numbers in before.items():
        yield add_keys_after(head, (SECTIONS, name), {number: fresh[number] for number in numbers})


def _move_keys(
    head: Written, key: str, moved: Mapping[str, str], known: Collection[str]
) -> Iterator[TextEdit]:
    """Yield the edits of what is said by section: under new numbers, and no more of `known` sections that are gone."""
    names = [name.value for name, _ in list_pairs(head.find(key))]
    gone = [name for name in names if name in known and name not in moved]
    if gone and len(gone) == len(names):
        yield drop_key(head, (key,))
        return
    for name in names:
        if name in gone:
            yield drop_key(head, (key, name))
        elif moved.get(name, name) != name:
            yield rename_key(head, (key, name), moved[name])


def _move_element(head: Written, name: str, moved: Mapping[str, str]) -> tuple[TextEdit, ...]:
    numbers = read_items(head.find("elements", name))
    return set_value(head, ("elements", name), _move(numbers, moved)) if numbers else ()


def _move(numbers: Iterable[str], moved: Mapping[str, str]) -> list[str]:
    return [moved[number] for number in numbers if number in moved]


def _read_list(head: Written, key: str) -> tuple[str, ...]:
    return read_items(head.find(key))
