"""Compare two editions by id: facts added, removed, changed, reworded, and files that differ."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from ..model.catalogue import UNNAMED_ID
from ..model.numeral import NumeralKind
from ..model.records import dataclass
from .numerals import read_numerals
from .numerals.half_width import HALF_WIDTH

_BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedFact:
    """A fact as an edition states it."""

    id: str
    name: str
    display: str
    value: str
    """A decimal string."""
    unit: str
    qualifier: str | None
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One side of a comparison."""

    name: str
    """As the caller wrote it."""
    reports: Mapping[str, tuple[StatedFact, ...]]
    files: Mapping[str, str] | None = None
    """Path → digest, of a built site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDiff:
    """How two reports differ; facts in the order of the newer one."""

    old: str
    new: str
    added: tuple[StatedFact, ...]
    removed: tuple[StatedFact, ...]
    changed: tuple[tuple[StatedFact, StatedFact], ...]
    """Another value, unit or qualifier, or the same printed otherwise."""
    reworded: tuple[tuple[StatedFact, StatedFact], ...]
    """The same value in another sentence."""
    unchanged: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FileGroup:
    """Files of one kind that differ."""

    name: str
    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Diff:
    """What differs between two editions."""

    old: str
    new: str
    reports: tuple[ReportDiff, ...]
    added_reports: Mapping[str, int]
    """Report that only the newer one has → how many facts it states."""
    removed_reports: Mapping[str, int]
    files: tuple[FileGroup, ...] | None
    """`None` unless both are built sites."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all differs."""
        same = all(not (d.added or d.removed or d.changed or d.reworded) for d in self.reports)
        touched = any(group.added or group.removed or group.changed for group in self.files or ())
        return same and not touched and not self.added_reports and not self.removed_reports


GROUPS: tuple[tuple[str, str], ...] = (
    ("网页", r".*\.html$"),
    ("数据和下载", r"data/|.*\.(?:xml|txt|xlsx|csv|zip)$"),
    ("样式、脚本、图片", r"assets/|.*\.(?:js|css|svg|png|ico|webmanifest)$"),
    ("其他", r""),
)
"""Kind of file → how its path looks; the first that fits."""


def compute_diff(old: Edition, new: Edition) -> Diff:
    """Compare reports of the same name; where each side has one more, these two with each other."""
    only_old = [name for name in old.reports if name not in new.reports]
    only_new = [name for name in new.reports if name not in old.reports]
    pairs = [(name, name) for name in new.reports if name in old.reports]
    if len(only_old) == len(only_new) == 1:
        pairs.append((only_old.pop(), only_new.pop()))
    return Diff(
        old=old.name,
        new=new.name,
        reports=tuple(compute_report_diff(a, b, old.reports[a], new.reports[b]) for a, b in sorted(pairs)),
        added_reports={name: len(new.reports[name]) for name in sorted(only_new)},
        removed_reports={name: len(old.reports[name]) for name in sorted(only_old)},
        files=None if old.files is None or new.files is None else compute_file_groups(old.files, new.files),
    )


def compute_report_diff(
    old: str, new: str, before: Iterable[StatedFact], after: Iterable[StatedFact]
) -> ReportDiff:
    """Compare the facts of two reports by their ids, those without a name by their clauses."""
    earlier, later = _name_keys(before), _name_keys(after)
    pairs = [(earlier[name], fact) for name, fact in later.items() if name in earlier]
    changed = tuple(pair for pair in pairs if _is_changed(*pair))
    reworded = tuple(pair for pair in pairs if not _is_changed(*pair) and _is_reworded(*pair))
    return ReportDiff(
        old=old,
        new=new,
        added=tuple(fact for name, fact in later.items() if name not in earlier),
        removed=tuple(fact for name, fact in earlier.items() if name not in later),
        changed=changed,
        reworded=reworded,
        unchanged=len(pairs) - len(changed) - len(reworded),
    )


def _name_keys(facts: Iterable[StatedFact]) -> dict[str, StatedFact]:
    """Return the facts by what stays the same: the id, or the clause without its numbers, for a place moves with the text."""
    seen: Counter[str] = Counter()
    keys = {}
    for fact in facts:
        key = mask_numbers(fact.name) if UNNAMED_ID.fullmatch(fact.id) else fact.id
        seen[key] += 1
        keys[f"{key} {seen[key]}" if seen[key] > 1 else key] = fact
    return keys


def _is_changed(old: StatedFact, new: StatedFact) -> bool:
    return (old.value, _fold(old.unit), old.qualifier, _fold(old.display)) != (
        new.value, _fold(new.unit), new.qualifier, _fold(new.display),
    )  # fmt: skip


def _is_reworded(old: StatedFact, new: StatedFact) -> bool:
    """Tell whether the sentences differ in more than their numbers."""
    return mask_numbers(old.sentence) != mask_numbers(new.sentence)


def _fold(words: str) -> str:
    """Return words without regard to the width of signs and to blanks."""
    return _BLANK.sub("", words.translate(HALF_WIDTH))


def mask_numbers(sentence: str) -> str:
    """Return a sentence with `#` for every quantity and year: a neighbour's new value is no rewording."""
    moving = {NumeralKind.FACT, NumeralKind.YEAR, NumeralKind.DATE, NumeralKind.PLAN_PERIOD}
    pieces, start = [], 0
    for numeral in read_numerals(sentence):
        if numeral.kind in moving:
            pieces += [sentence[start : numeral.span.start], "#"]
            start = numeral.span.end
    return _fold("".join([*pieces, sentence[start:]]))


def compute_file_groups(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[FileGroup, ...]:
    """Return the files that differ, by kind; a kind without differences is left out."""
    added, removed = new.keys() - old.keys(), old.keys() - new.keys()
    changed = {path for path in old.keys() & new.keys() if old[path] != new[path]}
    groups = [
        FileGroup(
            name=name,
            added=_pick(name, added),
            removed=_pick(name, removed),
            changed=_pick(name, changed),
        )
        for name, _ in GROUPS
    ]
    return tuple(group for group in groups if group.added or group.removed or group.changed)


def _pick(group: str, paths: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(path for path in paths if _find_group(path) == group))


def _find_group(path: str) -> str:
    return next(name for name, pattern in GROUPS if re.match(pattern, path))
