"""Find the tags that were set on each other's numbers, or on a wrong one: the words at the numbers betray them.

How much a number's words speak for an indicator is told by the pairs of characters in the indicator's name, and in
the words that other reports have at its number: the rarer a pair, and the nearer to the number, the more it says.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import combinations, product

from ..memory import remember
from ..model.records import dataclass
from .tagged_numbers import TaggedNumber

CLEAR = 0.3
"""How much better two tags have to fit exchanged, where 2 is perfectly well against not at all."""
CLEAR_ALONE = 0.2
"""How much better one tag has to fit another number, where 1 is perfectly well against not at all."""
TAIL, CLAUSE, FADING, HEADING = 0.8, 0.6, 0.7, 0.2
"""What words weigh behind a number, in the clause before it, in each clause further off, in the heading; 1 in its label."""
_NO_WORDS = re.compile("[^\u3400-\u9fffA-Za-z]+|的")

Names = tuple[tuple[str, str, str], ...]
"""Id, name and measure of every indicator that the report's tags name."""
Known = tuple[tuple[str, str], ...]
"""Indicator id, words at its number in another report, and the kind of part that they stand in."""


@remember
def find_exchanged(
    numbers: tuple[TaggedNumber, ...], names: Names, known: Known
) -> tuple[tuple[int, int], ...]:
    """Return pairs of numbers, by index, whose tags fit clearly better exchanged, the plainest first.

    The tag of the second is left out where it has none: then that of the first fits it better. No number is told twice.
    """
    likeness = _Likeness.create(numbers, names, known)
    pairs = sorted(
        ((likeness.compute_gain(a, b), a, b) for a, b in _list_pairs(numbers, names)),
        key=lambda pair: -pair[0],
    )
    found: list[tuple[int, int]] = []
    for gain, a, b in pairs:
        if gain > 0 and not any({a, b} & {*other} for other in found):
            found.append((a, b))
    return tuple(found)


def _list_pairs(numbers: Sequence[TaggedNumber], names: Names) -> Iterator[tuple[int, int]]:
    """Yield the pairs of which either could bear the other's tag; none where neither has one."""
    measures = {id: measure for id, _, measure in names}  # noqa: A001  # the contract's word
    by_unit: dict[str, list[int]] = defaultdict(list)
    for index, number in enumerate(numbers):
        if not number.indicator or number.indicator in measures:
            by_unit[number.unit].append(index)
    for group in by_unit.values():
        tagged = [index for index in group if numbers[index].indicator]
        free = [index for index in group if not numbers[index].indicator]
        for a, b in (*combinations(tagged, 2), *product(tagged, free)):
            one, other = numbers[a], numbers[b]
            if (
                one.indicator != other.indicator
                and _are_apart(one, other)
                and _can_be(one, other.indicator, measures)
                and _can_be(other, one.indicator, measures)
            ):
                yield a, b


def _are_apart(one: TaggedNumber, other: TaggedNumber) -> bool:
    """Tell whether two numbers can be mistaken for one another: a repetition, or a plan beside a result, is none."""
    if one.indicator and other.indicator:
        return one.span != other.span
    return one.value != other.value and one.part == other.part


def _can_be(number: TaggedNumber, indicator: str, measures: Mapping[str, str]) -> bool:
    return not indicator or measures[indicator] in number.measures


@dataclass(frozen=True, slots=True, kw_only=True)
class _Likeness:
    """What is compared: the words of indicators, and how strongly each number's place says them."""

    numbers: Sequence[TaggedNumber]
    said: Sequence[Mapping[str, float]]
    """For each number, pair of characters → how near it stands, 0 to 1."""
    words: Mapping[str, Mapping[str, float]]
    """Indicator id → pair of characters → weight."""

    @classmethod
    def create(cls, numbers: tuple[TaggedNumber, ...], names: Names, known: Known) -> _Likeness:
        """Weigh the words of all indicators against one another."""
        pairs = {id: _list_words(name) for id, name, _ in names}  # noqa: A001
        for id, words in known:  # noqa: A001
            pairs[id] |= _list_words(words)
        spread = Counter(pair for words in pairs.values() for pair in words)
        weight = {pair: math.log(1 + len(pairs) / count) for pair, count in spread.items()}
        return cls(
            numbers=numbers,
            said=tuple(_weigh_place(number) for number in numbers),
            words={id: {pair: weight[pair] for pair in words} for id, words in pairs.items()},  # noqa: A001
        )

    def compute_gain(self, a: int, b: int) -> float:
        """Return how much better than clearly better the tags of two numbers would fit exchanged."""
        one, other = self.numbers[a].indicator, self.numbers[b].indicator
        if not (self._says(a, other) or self._says(b, one)):
            return -1.0
        if one and other:
            own, others = self.words[one], self.words[other]
            better = self._fit(a, other, own) + self._fit(b, one, others)
            return better - self._fit(a, one, others) - self._fit(b, other, own) - CLEAR
        part = _list_words(self.numbers[a].part)
        return self._fit(b, one, part) - self._fit(a, one, part) - CLEAR_ALONE

    def _says(self, number: int, indicator: str) -> bool:
        """Tell whether anything at a number speaks for an indicator."""
        return indicator in self.words and not self.said[number].keys().isdisjoint(self.words[indicator])

    def _fit(self, number: int, indicator: str, shared: Container[str]) -> float:
        """Return how much of an indicator's words, those that tell nothing left out, stands at a number, 0 to 1."""
        said = self.said[number]
        total = here = 0.0
        for pair, weight in self.words[indicator].items():
            if pair not in shared:
                total += weight
                here += weight * said.get(pair, 0.0)
        return here / total if total else 0.0


def _weigh_place(number: TaggedNumber) -> Mapping[str, float]:
    said: dict[str, float] = {}
    texts = [(number.heading, HEADING)]
    texts += [(clause, CLAUSE * FADING**index) for index, clause in enumerate(number.clauses)]
    for words, weight in (*texts, (number.tail, TAIL), (number.label, 1.0), (number.part, 1.0)):
        for pair in _list_words(words):
            said[pair] = max(weight, said.get(pair, 0.0))
    return said


def _list_words(text: str) -> set[str]:
    """Return the pairs of characters of a text, and a character that stands alone; 的 ties nothing together."""
    runs = _NO_WORDS.split(text)
    return {run[index : index + 2] for run in runs for index in range(max(1, len(run) - 1))} - {""}
