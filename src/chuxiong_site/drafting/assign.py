"""Maximum-weight matching of a bipartite graph: each item is used at most once, the sum of scores is greatest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from ..model.records import dataclass

Options = Mapping[int, Mapping[int, float]]
TINY = 1e-12


def assign_pairs(scores: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """Return left → right with the greatest sum; a pair without a positive score is never made.

    Each left item is brought in by the chain of exchanges that gains most: it takes a right one from
    another left item only where that one's next best, or its absence, costs less.
    """
    options: dict[int, dict[int, float]] = {}
    for (left, right), score in sorted(scores.items()):
        if score > 0:
            options.setdefault(left, {})[right] = score
    taken: dict[int, int] = {}
    for left in options:
        _find_chain(left, options, taken).apply(taken)
    return {left: right for right, left in taken.items()}


@dataclass(slots=True, kw_only=True)
class _Chain:
    """An augmenting path: which items change their partners when `start` is added."""

    start: int
    held: Mapping[int, int]
    gain: float = 0.0
    last: int | None = None
    """The item that gets the partner at the end of the path; `None` when nothing is gained."""
    place: int | None = None
    """That partner; `None` when the last item is left without one."""
    pushed_by: dict[int, int] = field(default_factory=dict)

    def end_at(self, gain: float, last: int, place: int | None) -> None:
        """Set the end of the path if it gains more than the present one."""
        if gain > self.gain + TINY:
            self.gain, self.last, self.place = gain, last, place

    def apply(self, taken: dict[int, int]) -> None:
        """Reassign all items along the path; `taken` is right → left."""
        left, place = self.last, self.place
        while left is not None:
            if place is not None:
                taken[place] = left
            place = self.held.get(left)
            left = self.pushed_by[left] if left != self.start else None


def _find_chain(start: int, options: Options, taken: Mapping[int, int]) -> _Chain:
    chain = _Chain(start=start, held={left: right for right, left in taken.items()})
    gains = {start: 0.0}
    queue = [start]
    while queue:
        left = queue.pop(0)
        if left != start:
            chain.end_at(gains[left], left, None)
        for right, score in options[left].items():
            other = taken.get(right)
            if other is None:
                chain.end_at(gains[left] + score, left, right)
            elif other != left:
                gain = gains[left] + score - options[other][right]
                if gain > gains.get(other, float("-inf")) + TINY:
                    gains[other], chain.pushed_by[other] = gain, left
                    queue.append(other)
    return chain
