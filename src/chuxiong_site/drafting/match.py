"""Match the numbers of a new report with known facts, and tell the certain matches from the doubtful.

Certain is a match that is alike enough, that no other comes near, and that nothing speaks against.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from ..analysis.number_context import NumberContext
from .doubts import Surroundings
from .likeness import KNOWN, NEAR_CERTAIN
from .pairs import Pairs, compute_pairs
from .records import Candidate, DraftedNumber, Slot
from .words import Vocabulary

MARGIN = 0.1
"""How far the next best has to be behind."""
TAKEN = 0.7
"""A number as alike as this to a fact that another number states is not called new."""
MOST_DOUBTS = 4
"""What more speaks against is not offered."""
BEHIND = 0.15
"""Candidates that are further behind the first are not offered."""
SHOWN = 3
"""How many candidates staff are offered."""


def compute_drafted_numbers(
    contexts: tuple[NumberContext, ...], slots: tuple[Slot, ...], vocabulary: Vocabulary, around: Surroundings
) -> tuple[DraftedNumber, ...]:
    """Return every number with its certain facts or its candidates, in the order of the text."""
    pairs = compute_pairs(contexts, slots, vocabulary, around)
    judged = {index: _judge(pairs, index) for index in range(len(contexts))}
    repeats = _find_repeats(pairs, judged)
    _keep_pairs_together(contexts, judged)
    groups: dict[tuple[int, int], list[int]] = defaultdict(list)
    for index, context in enumerate(contexts):
        groups[context.span.start, context.span.end].append(index)
    return tuple(_create_finding(pairs, indices, judged, repeats) for _, indices in sorted(groups.items()))


def _judge(pairs: Pairs, index: int) -> Candidate | None:
    """Return the candidate that a number was given, with everything that makes it uncertain."""
    chosen = pairs.assigned.get(index)
    if chosen is None:
        return None
    found, score = pairs.likeness[index, chosen], pairs.scores[index, chosen]
    doubts = list(pairs.doubts[index, chosen])
    doubts += found.doubts
    doubts += [f"与 {rival} 难分" for rival in _find_rivals(pairs, index, chosen, score)]
    return Candidate(slot=_tell_year(pairs, index, chosen), score=found.score, doubts=tuple(doubts))


def _tell_year(pairs: Pairs, index: int, chosen: int) -> Slot:
    """Return a slot of the year that the text names, where it names another than that which was expected."""
    slot, said = pairs.slots[chosen], pairs.contexts[index].year
    return replace(slot, year=said) if slot.year and said and said not in slot.named else slot


def _find_rivals(pairs: Pairs, index: int, chosen: int, score: float) -> Iterable[str]:
    """Yield facts and numbers that come near the match and have no better one themselves."""
    holders = {slot: context for context, slot in pairs.assigned.items()}
    for (i, j), other in pairs.scores.items():
        if other < score - MARGIN or (i == index) == (j == chosen):
            continue
        if i == index:
            holder = holders.get(j)
            settled = holder is not None and pairs.scores[holder, j] >= other + MARGIN
            name = pairs.slots[j].id
        else:
            own = pairs.assigned.get(i)
            settled = (own is not None and pairs.scores[i, own] >= other + MARGIN) or _is_same_number(
                pairs.contexts[i], pairs.contexts[index]
            )
            name = f"「{pairs.contexts[i].numeral.text}」"
        if not settled:
            yield name


def _is_same_number(ours: NumberContext, theirs: NumberContext) -> bool:
    return (ours.numeral.value, ours.numeral.unit) == (theirs.numeral.value, theirs.numeral.unit)


def _find_repeats(pairs: Pairs, judged: dict[int, Candidate | None]) -> set[int]:
    """Find numbers that state again what another one states; the first of them in the text is the fact itself."""
    repeats: set[int] = set()
    for j, slot in enumerate(pairs.slots):
        holder = next((i for i, chosen in pairs.assigned.items() if chosen == j), None)
        if holder is None or judged[holder] is None or judged[holder].doubts:  # type: ignore[union-attr]
            continue
        again = [i for i in range(len(pairs.contexts)) if _repeats(pairs, i, j, holder)]
        if again:
            for i in again:
                judged[i] = Candidate(slot=slot, score=pairs.likeness[i, j].score)
            repeats |= set(sorted([holder, *again])[1:])
    return repeats


def _repeats(pairs: Pairs, index: int, slot: int, holder: int) -> bool:
    found = pairs.likeness.get((index, slot))
    if index == holder or found is None or pairs.doubts[index, slot]:
        return False
    own = pairs.assigned.get(index)
    if own is not None and pairs.scores[index, own] > pairs.scores[index, slot] - MARGIN:
        return False
    alike = not found.doubts or (found.near >= NEAR_CERTAIN and found.known >= KNOWN)
    return alike and _is_same_number(pairs.contexts[index], pairs.contexts[holder])


def _keep_pairs_together(contexts: tuple[NumberContext, ...], judged: dict[int, Candidate | None]) -> None:
    """A before without its after, or either without certainty, leaves both open."""
    for index, context in enumerate(contexts[:-1]):
        if context.role != "before":
            continue
        two = (judged[index], judged[index + 1])
        if any(one is None or one.doubts for one in two) or _names_two_things(two):
            for place, one in zip((index, index + 1), two, strict=True):
                if one is not None and not one.doubts:
                    judged[place] = Candidate(slot=one.slot, score=one.score, doubts=("前后两头没有都认定",))


def _names_two_things(two: tuple[Candidate | None, Candidate | None]) -> bool:
    return two[0] is not None and two[1] is not None and two[0].slot.indicator.id != two[1].slot.indicator.id


def _create_finding(
    pairs: Pairs, indices: list[int], judged: Mapping[int, Candidate | None], repeats: set[int]
) -> DraftedNumber:
    contexts = tuple(pairs.contexts[index] for index in indices)
    answers = [judged[index] for index in indices]
    sure = [answer.slot for answer in answers if answer is not None and not answer.doubts]
    if len(sure) == len(indices) and len({(slot.role, slot.year, slot.of) for slot in sure}) == 1:
        return DraftedNumber(
            contexts=contexts,
            certain=tuple(sure),
            score=min(answer.score for answer in answers if answer is not None),
            again=any(i in repeats for i in indices),
        )
    chosen = [answer for answer in answers if answer is not None] or _find_taken(pairs, indices)
    chosen = [candidate for candidate in chosen if len(candidate.doubts) <= MOST_DOUBTS]
    return DraftedNumber(contexts=contexts, candidates=_list_candidates(pairs, indices, chosen))


def _find_taken(pairs: Pairs, indices: list[int]) -> list[Candidate]:
    """Return the fact that a number would state, had another number not the better claim to it."""
    near = [
        (found.score, j) for (i, j), found in pairs.likeness.items() if i in indices and found.score >= TAKEN
    ]
    if not near:
        return []
    score, best = max(near)
    return [Candidate(slot=pairs.slots[best], score=score, doubts=("另有一个数更像它",))]


def _list_candidates(pairs: Pairs, indices: list[int], chosen: list[Candidate]) -> tuple[Candidate, ...]:
    """Return the chosen candidates, then the next best; none when nothing was chosen."""
    if not chosen:
        return ()
    known = {(candidate.slot.indicator.id, candidate.slot.of) for candidate in chosen}
    others = sorted(
        (
            Candidate(
                slot=_tell_year(pairs, i, j), score=pairs.likeness[i, j].score, doubts=pairs.doubts[i, j]
            )
            for i, j in pairs.scores
            if i in indices and (pairs.slots[j].indicator.id, pairs.slots[j].of) not in known
        ),
        key=lambda candidate: (-candidate.score, candidate.slot.id),
    )
    near = chosen[0].score - BEHIND
    return (*chosen, *(candidate for candidate in others if candidate.score >= near))[:SHOWN]
