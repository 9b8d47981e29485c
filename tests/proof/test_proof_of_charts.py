"""Does the proof count what a chart draws? One cell, one square, one word changed, and it is named."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from rendered import Built, render_content

from chuxiong_site.proof import prove_site
from chuxiong_site.proof.documents.picture import Cells, read_cells
from sample_projects import copy_fixture

CELL = "M{} 0h8.4v8.4h-8.4z"
SHARE = "data/2023/charts/township-items.svg"
DAYS = "data/2023/charts/house-approval.svg"
PAIR = "data/2023/charts/cross-region.svg"
UNCHECKED = "data/2023/charts/correction-rate.svg"
TEAMS = "data/2023/charts/team-standards.svg"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Render the project that has every form."""
    return render_content(copy_fixture("rich", tmp_path_factory.mktemp("charts")))


def find_page(built: Built, chart: str) -> str:
    """Return the section page on which a chart stands."""
    return next(
        path
        for path in built.site
        if re.fullmatch(r"2023/[a-z-]+\.html", path)
        and f'<figure class="chart" id="_chart-2023-{chart}"'.encode() in built.site[path]
    )


def prove_changed(built: Built, path: str, old: str, new: str) -> list[str]:
    """Return what the proof says of that file with the first place changed that matches."""
    text = built.site[path].decode("utf-8")
    changed = re.sub(old, new, text, count=1, flags=re.DOTALL)
    assert changed != text, f"{old} is nowhere in {path}"
    problems = prove_site(built.findings, {**built.site, path: changed.encode("utf-8")})
    return [problem.found for problem in problems if problem.place.file == path]


FILES = {
    "one cell more": (DAYS, r'(chart__units-rest" d=")', r"\1M999 0h8.4v8.4h-8.4z", "画成了"),
    "one cell less": (DAYS, r'(chart__units-rest" d=")M[^M]*z', r"\1", "画成了 17 格，其中 7 格"),
    "one filled cell less": (DAYS, r'(chart__units chart__units--emphasis" d=")M[^M]*z', r"\1", "画成了"),
    "a cell on another": (DAYS, r'(chart__units-rest" d=")(M[^M]*z)', r"\1\2\2", "画成了数不清的格"),
    "one square less": (SHARE, r'(chart__units-rest" d=")M[^M]*z', r"\1", "画成了"),
    "more of the last square": (SHARE, r"(M[0-9. ]*h)([0-7]\.[0-9]+)(v8\.4h-)\2z", r"\g<1>8.1\g<3>8.1z", "画成了"),
    "hollow cells filled": (TEAMS, r" chart__units--hollow", "", "画成了"),
    "words about hollow cells": (TEAMS, "空心格", "实心格", "脚注"),
    "result of a sum": (SHARE, r"(÷ [^=]* = )\d", r"\g<1>1", "算式"),
    "why there is no sum": (UNCHECKED, "不能复算：", "复算相符：", "算式"),
    "a figure": (PAIR, r'(chart__value--figure[^>]*><tspan[^>]*>)\d', r"\g<1>0", "各行"),
    "cells beside a figure": (
        PAIR,
        r'(<text class="chart__value)',
        '<path class="chart__units" d="M0 0h8.4v8.4h-8.4z"/>\\1',
        "画成了 1 格",
    ),
}  # fmt: skip
"""What is changed in a picture file: path, pattern, new words, what the proof has to say."""


@pytest.mark.parametrize("name", FILES)
def test_a_change_in_a_file_is_named(built: Built, name: str) -> None:
    """One place of a picture file is changed, and the proof says what it found there."""
    path, old, new, said = FILES[name]
    words = prove_changed(built, path, old, new)
    assert any(said in word for word in words), words


@pytest.mark.parametrize("chart", ["township-items", "house-approval", "cross-region", "team-standards"])
def test_notice_and_maker_stand_in_every_file(built: Built, chart: str) -> None:
    """Without the notice that the site is not official, or with another maker, a picture is not proved."""
    path = f"data/2023/charts/{chart}.svg"
    notice = built.findings.project.site.notice

    assert notice[:8] in built.site[path].decode()
    assert any("图外的字" in word for word in prove_changed(built, path, notice[:8], ""))
    assert any("图外的字" in word for word in prove_changed(built, path, "制图", "作图"))


PAGES = {
    "one cell more": ("house-approval", r'(chart__units-rest" d=")', r"\1M999 0h8.4v8.4h-8.4z", "画成了"),
    "one square less": ("township-items", r'(chart__units-rest" d=")M[^M]*z', r"\1", "画成了"),
    "the sum": ("township-items", r"(chart__sum\">(?:(?!</p>).)*÷(?:(?!</p>).)*= (?:<[^>]*>)?)\d", r"\g<1>1", "算式"),
    "a figure": ("cross-region", r'(chart__value--figure[^>]*>)\d', r"\g<1>0", "各行"),
    "the fact of a row": ("cross-region", r'(chart__row" href="[^"]*" data-fact=")', r"\1x", "数字「"),
    "the link of a row": ("cross-region", r'(chart__row" href="[^"#]*#)', r"\1x", "x"),
    "the picture that is copied": ("cross-region", r'(class="chart__file">"[^"]*?)', r"\1x", "带着的图片"),
}  # fmt: skip
"""What is changed in the figure of a chart on its page."""


@pytest.mark.parametrize("name", PAGES)
def test_a_change_on_the_page_is_named(built: Built, name: str) -> None:
    """One place of a chart on its page is changed, and the proof says what it found there."""
    chart, old, new, said = PAGES[name]
    around = rf'(id="_chart-2023-{chart}" data-chart.*?)'
    shifted = re.sub(r"\\(g<)?1>?", r"\\g<1>\\g<2>", new)
    words = prove_changed(built, find_page(built, chart), around + old, shifted)
    assert any(said in word for word in words), words


def test_interactive_data_stand_only_where_they_are_used(built: Built) -> None:
    """A chart of figures that carries data for a script is reported."""
    around = r'(id="_chart-2023-cross-region" data-chart.*?)(<script)'
    data = r'\1<script type="application/json" class="chart__data">{}</script>\2'
    words = prove_changed(built, find_page(built, "cross-region"), around, data)
    assert any("互动图" in word for word in words), words


def draw(*places: int) -> str:
    """Return a path of cells at places in a line."""
    return "".join(CELL.format(place * 10) for place in places)


@pytest.mark.parametrize(
    ("rest", "filled", "cells"),
    [
        (draw(2, 3), draw(0, 1), Cells(total=4, filled=Decimal(2), is_hollow=False)),
        ("", draw(0), Cells(total=1, filled=Decimal(1), is_hollow=False)),
        (draw(1), draw(0) + "M10 0h2.1v8.4h-2.1z", Cells(total=2, filled=Decimal("1.25"), is_hollow=False)),
        (draw(2), draw(0) + "M10 0h2.1v8.4h-2.1z", None),
        (draw(0, 1), draw(2), None),
        (draw(1), draw(1), None),
        (draw(1), "M0 0h8.4v4h-8.4z", None),
        ("", "M0 0L5 5", None),
        ("", "", None),
    ],
)
def test_cells_are_counted_only_where_they_can_be(rest: str, filled: str, cells: Cells | None) -> None:
    """Cells on one another, out of order or of another shape are no count."""
    assert read_cells(rest, filled, is_hollow=False) == cells
