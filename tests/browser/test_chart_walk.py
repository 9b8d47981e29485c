"""Can a chart be read with the keyboard alone, as a picture and as a drawn figure?"""

from __future__ import annotations

from typing import Any

import pytest
from visitor import PHONE, WIDE

pytestmark = pytest.mark.browser

PAGE = "2023/disputes.html"
FIGURES = "figure[data-chart=reconsideration-cases]"
BARS = "figure[data-chart=disputes]"
FOCUSED = "() => document.activeElement.textContent.replace(/\\s+/g, ' ').trim()"


def walk(page: Any, chart: str, *keys: str) -> list[str]:
    """Press keys from a chart's first row on and return the name of what has the focus after each."""
    page.locator(f"{chart} .chart__row").first.focus()
    said = []
    for key in keys:
        page.keyboard.press(key)
        said.append(page.evaluate(FOCUSED))
    return said


def test_arrow_keys_go_from_row_to_row(visit: Any) -> None:
    """Arrow keys go through the rows in order and stop at the ends; Home and End jump; the place is said."""
    page = visit(**PHONE).open(PAGE)

    said = walk(page, FIGURES, "ArrowRight", "ArrowDown", "ArrowDown", "Home", "End", "ArrowLeft")

    assert said == [
        "审结的行政复议案件 27件",
        "复议后提起诉讼的案件 4件",
        "复议后提起诉讼的案件 4件",
        "办理的行政复议案件 31件",
        "复议后提起诉讼的案件 4件",
        "审结的行政复议案件 27件",
    ]
    status = page.locator(f"{FIGURES} .chart__status").inner_text()
    assert status == "第 2 项，共 3 项；回车看原句。"


def test_a_chart_is_one_stop(visit: Any) -> None:
    """The tab key stops once in a picture, at the row that was last come to, and enter opens the note at its sentence."""
    page = visit(**PHONE).open(PAGE)
    walk(page, FIGURES, "ArrowRight")

    stops = page.locator(f"{FIGURES} .chart__row").evaluate_all("(rows) => rows.map((row) => row.tabIndex)")
    assert stops == [-1, 0, -1]
    page.keyboard.press("Enter")
    page.wait_for_selector(".fact-note")
    assert "审结" in page.locator("#_fact-note-name").inner_text()


def test_walk_points_at_the_drawn_figure(visit: Any) -> None:
    """Once Plotly has drawn, the walk shows its hover label for the same row."""
    visitor = visit(**WIDE)
    page = visitor.open(PAGE)
    visitor.draw_charts()

    walk(page, BARS, "ArrowRight")
    page.wait_for_function(
        f"() => document.querySelector('{BARS} .hoverlayer').textContent.includes('23202件')"
    )

    assert visitor.faults == []
