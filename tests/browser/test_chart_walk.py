"""Can a chart be read with the arrow keys alone, as a picture and as a drawn figure?"""

from __future__ import annotations

from typing import Any

import pytest
from visitor import PHONE, WIDE

pytestmark = pytest.mark.browser

PAGE = "2023/disputes.html"
CHART = "figure[data-chart=reconsideration-cases]"


def walk(page: Any, *keys: str) -> list[str]:
    """Press keys in the chart and return what was said after each."""
    page.locator(f"{CHART} .chart__box").focus()
    said = []
    for key in keys:
        page.keyboard.press(key)
        said.append(page.locator(f"{CHART} .chart__status").inner_text())
    return said


def test_arrow_keys_say_every_row(visit: Any) -> None:
    """Arrow keys go through the rows in order and stop at the ends; Home and End jump; Escape ends the walk."""
    page = visit(**PHONE).open(PAGE)

    said = walk(
        page, "ArrowRight", "ArrowRight", "ArrowDown", "ArrowDown", "Home", "End", "ArrowLeft", "Escape"
    )

    assert said == [
        "办理的行政复议案件：31件（第 1 项，共 3 项）",
        "审结的行政复议案件：27件（第 2 项，共 3 项）",
        "复议后提起诉讼的案件：4件（第 3 项，共 3 项）",
        "复议后提起诉讼的案件：4件（第 3 项，共 3 项）",
        "办理的行政复议案件：31件（第 1 项，共 3 项）",
        "复议后提起诉讼的案件：4件（第 3 项，共 3 项）",
        "审结的行政复议案件：27件（第 2 项，共 3 项）",
        "",
    ]


def test_walk_points_at_the_drawn_figure(visit: Any) -> None:
    """Once Plotly has drawn, the walk shows its hover label for the same row."""
    visitor = visit(**WIDE)
    page = visitor.open(PAGE)
    visitor.draw_charts()

    walk(page, "ArrowRight", "ArrowRight")
    page.wait_for_function(
        f"() => document.querySelector('{CHART} .hoverlayer').textContent.includes('27件')"
    )

    assert visitor.faults == []
