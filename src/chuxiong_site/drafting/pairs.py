"""Score every number of a new report with every known fact of its unit, and choose the best pairs as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..analysis.number_context import NumberContext
from ..model.records import dataclass
from .assign import assign_pairs
from .doubts import Surroundings, list_doubts
from .likeness import Likeness, compute_likeness, is_unit_of
from .records import Slot
from .words import Vocabulary

POSSIBLE = 0.36
"""Contexts less alike than this are of different things."""
DOUBTED = 0.12
"""What doubts take from a score, so that an undoubted match is preferred."""

ANOTHER = 0.3
"""What another time takes besides: a plan's number, an earlier year's, a sum of several years."""

STEEP = 3
"""How much more one good pair counts than two poor ones."""

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """Likenesses of all pairs of number and fact, and the assignment."""

    contexts: tuple[NumberContext, ...]
    slots: tuple[Slot, ...]
    likeness: Mapping[Pair, Likeness]
    doubts: Mapping[Pair, tuple[str, ...]]
    scores: Mapping[Pair, float]
    assigned: Mapping[int, int]


def compute_pairs(
    contexts: tuple[NumberContext, ...], slots: tuple[Slot, ...], vocabulary: Vocabulary, around: Surroundings
) -> Pairs:
    """Compare all, and assign each number at most one fact."""
    likeness: dict[Pair, Likeness] = {}
    doubts: dict[Pair, tuple[str, ...]] = {}
    for i, context in enumerate(contexts):
        for j, slot in enumerate(slots):
            if not is_unit_of(context, slot) or _are_opposite(context, slot):
                continue
            found = _compute_best(vocabulary, context, slot)
            if found.score >= POSSIBLE:
                likeness[i, j], doubts[i, j] = found, list_doubts(context, slot, around)
    scores = {
        (i, j): found.score
        - DOUBTED * bool(doubts[i, j])
        - ANOTHER * _is_of_another_time(contexts[i], slots[j])
        for (i, j), found in likeness.items()
    }
    return Pairs(
        contexts=contexts, slots=slots, likeness=likeness, doubts=doubts, scores=scores,
        assigned=assign_pairs({pair: score**STEEP for pair, score in scores.items() if score > 0}),
    )  # fmt: skip


def _is_of_another_time(context: NumberContext, slot: Slot) -> bool:
    if context.role == "before" and slot.role is None:
        return True
    return not any(context.part is other.part and context.time is other.time for other in slot.contexts)


def _are_opposite(context: NumberContext, slot: Slot) -> bool:
    return context.role is not None and slot.role is not None and context.role != slot.role


def _compute_best(vocabulary: Vocabulary, context: NumberContext, slot: Slot) -> Likeness:
    """Return the likeness to the context that leaves least doubt, with the greatest score of all."""
    found = [
        compute_likeness(vocabulary, context, other, slot.indicator.name)
        for other in (*slot.contexts, *slot.beside)
    ]
    score = max(likeness.score for likeness in found)
    best = max(found, key=lambda likeness: (not likeness.doubts, likeness.score))
    return replace(best, score=score)
