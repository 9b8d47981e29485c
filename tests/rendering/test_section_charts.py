"""How many charts of a section stand beside its text?"""

from __future__ import annotations

import pytest

from chuxiong_site.rendering.pages.section import count_beside


@pytest.mark.parametrize(
    ("charts", "characters", "beside"),
    [(0, 900, 0), (1, 40, 1), (2, 520, 2), (3, 520, 1), (5, 520, 1), (4, 520, 2), (5, 1700, 3), (3, 9000, 3)],
)
def test_charts_beside_a_text(charts: int, characters: int, beside: int) -> None:
    """One for every 550 characters, one at least, and below the text an even number."""
    assert count_beside(charts, characters) == beside
    assert (charts - beside) % 2 == 0
