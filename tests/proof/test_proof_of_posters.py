"""Is every word, line, mark and disc of a sheet proved? One change each, and the proof tells it."""

from __future__ import annotations

import pytest
from test_lost_pieces import Built, built, prove_changed

from chuxiong_site.proof import prove_site
from pictures import read_picture, resize_picture, reword_picture

__all__ = ["built"]  # the fixture

POSTER = "data/2023/poster.svg"
CHANGES = {
    "title": (r"(poster__title.*?<tspan[^>]*>)\w", r"\1乙", "poster__title"),
    "date": (r"(poster__kicker.*?)\d{4}年", r"\g<1>2019年", "poster__kicker"),
    "figure": (r'(poster__value".*?<tspan[^>]*>)(\d)', r"\g<1>9\2", "海报写着"),
    "name of a figure": (r'(poster__of".*?<tspan[^>]*>)\w', r"\1乙", "poster__of"),
    "missing figure": (r'<text class="poster__value".*?</text>', "", "海报写着"),
    "count of the finding": (r'(poster__finding".*?<tspan[^>]*>)\d+', r"\g<1>977", "poster__finding"),
    "extremes": (r'(poster__note".*?，)\d+ 字', r"\g<1>9 字", "poster__note"),
    "legend": (r'(poster__kind".*?)\d+</tspan>', r"\g<1>977</tspan>", "poster__kind"),
    "mark of the legend": (r'(<g class="poster__key">)<circle', r'\1<rect x="1" width="2"', "图例"),
    "heading of a group": (r'(poster__part".*?<tspan[^>]*>)一', r"\1二", "poster__part"),
    "name of a row": (r'(poster__name".*?<tspan[^>]*>)序', r"\1次", "poster__name"),
    "count of a row": (r'(poster__count".*?<tspan[^>]*>)\d+', r"\g<1>77", "poster__count"),
    "missing row": (r'<g class="poster__row">.*?</g>', "", "海报写着"),
    "length of a line": (r'(poster__line" d="M[\d.]+ [\d.]+h)(\d)', r"\g<1>1\2", "画到了别处"),
    "beginning of a line": (r'(poster__line" d="M)\d+', r"\g<1>9", "画到了别处"),
    "place of a gap": (r'(poster__gaps" d="M)\d+', r"\g<1>9", "画到了别处"),
    "place of a mark": (r'(poster__row.*?<rect class="poster__mark" x=")\d+', r"\g<1>9", "画到了别处"),
    "place of a disc": (r'(poster__row.*?<circle class="poster__mark" cx=")\d+', r"\g<1>9", "画到了别处"),
    "kind of a mark": (
        r'(poster__row.*?)<rect class="poster__mark" x="(\d+)',
        r'\1<circle class="poster__mark" cx="\2',
        "标记与数字不同",
    ),
    "missing mark": (r'(poster__row.*?)<rect class="poster__mark"[^>]*/>', r"\1", "标记与数字不同"),
    "count of problems": (r'(poster__answers".*?<tspan[^>]*>)\d+', r"\g<1>77", "poster__answers"),
    "problem without a plan": (r'(poster__unmet"[^>]*?) fill="[^"]*"', r'\1 fill="#A3271D"', "海报上的问题"),
    "source": (r"(poster__foot.*?《)", r"\1乙", "poster__foot"),
    "words that nobody knows": (r"</svg>", "<text>987 件</text></svg>", "海报写着"),
}  # fmt: skip
"""What is changed, into what, and a word of what the proof says."""


@pytest.mark.parametrize("change", CHANGES)
def test_change_is_reported(built: Built, change: str) -> None:  # the fixture
    """A sheet that says or draws otherwise than the report is found out."""
    old, new, said = CHANGES[change]
    found = [fault for fault in prove_changed(built, POSTER, old, new) if fault.startswith(POSTER)]
    assert any(said in fault for fault in found), found


PICTURE = "data/2023/poster.png"


def prove_picture(built: Built, data: bytes) -> list[str]:
    """Return what the proof says of the picture of the sheet."""
    problems = prove_site(built.findings, {**built.site, PICTURE: data})
    return [problem.found for problem in problems if problem.place.file == PICTURE]


def test_picture_says_what_the_sheet_says(built: Built) -> None:
    """One other digit among its words, a lost line, another size, a damaged file: each is found out."""
    data = built.site[PICTURE]
    words = read_picture(data)
    digit = next(at for at, char in enumerate(words) if char.isdigit())
    for changed in (
        f"{words[:digit]}{(int(words[digit]) + 1) % 10}{words[digit + 1 :]}",
        words.rpartition("\n")[0],
    ):
        assert "图片写着的与海报的不同" in prove_picture(built, reword_picture(data, changed))
    assert "794 × 1755 像素" in prove_picture(built, resize_picture(data, 794))
    assert "不是完好的、写着画了什么的 PNG" in prove_picture(built, data[:-1])


def test_sheet_without_a_size_is_no_crash(built: Built) -> None:
    """A sheet that says no width has no picture of its size."""
    changed = {**built.site, POSTER: built.site[POSTER].replace(b'width="794"', b'width="x"', 1)}
    found = [problem.place.file for problem in prove_site(built.findings, changed)]
    assert PICTURE in found
