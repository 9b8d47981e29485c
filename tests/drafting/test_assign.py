"""Are pairs assigned so that the sum is greatest? Held against trying all assignments."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from chuxiong_site.drafting.assign import assign_pairs

SCORES = st.dictionaries(
    st.tuples(st.integers(0, 4), st.integers(0, 4)), st.integers(-2, 20).map(float), max_size=18
)


def compute_best_sum(scores: dict[tuple[int, int], float]) -> float:
    """Return the greatest sum by trying every order of the right ones."""
    return max(
        sum(max(0.0, scores.get((left, right), 0.0)) for left, right in enumerate(order))
        for order in permutations(range(5))
    )


@given(SCORES)
def test_the_sum_is_greatest(scores: dict[tuple[int, int], float]) -> None:
    """No assignment has a greater sum, nothing is used twice, and no pair is made that has no score."""
    assigned = assign_pairs(scores)
    assert len(set(assigned.values())) == len(assigned)
    assert all(scores[pair] > 0 for pair in assigned.items())
    assert sum(scores[pair] for pair in assigned.items()) == compute_best_sum(scores)


def test_the_better_claim_pushes_the_other_on() -> None:
    """One that can go elsewhere makes room for one that cannot."""
    assert assign_pairs({(0, 0): 5.0, (0, 1): 4.0, (1, 0): 5.0}) == {0: 1, 1: 0}
