"""Is every line, mark and word of the picture of a report proved? One change each, and the proof tells it."""

from __future__ import annotations

import pytest
from test_lost_pieces import Built, built, prove_changed

__all__ = ["built"]  # the fixture

HOME = "index.html"
SECTION = "2023/services.html"
CHANGES = {
    "title": (HOME, r'(overview__title"[^>]*>.*?)全在', r"\1都在", "overview__title"),
    "count of the title": (HOME, r'(overview__title"[^>]*>(?:<[^>]*>)*)\d', r"\g<1>7", "图说"),
    "extremes": (HOME, r'(overview__extremes">.*?，)\d+', r"\g<1>8", "图说"),
    "legend": (HOME, r'(overview__kind">.*?)(\d+)</li>', r"\g<1>9</li>", "图例"),
    "what rates in the legend measure": (HOME, r'(overview__kind">.*?复算\w\w的)比率', r"\1增减", "图例"),
    "kind in the legend": (HOME, r"(overview__key.*?-)other", r"\1holds", "图例"),
    "missing picture": (HOME, " data-overview", "", "没有报告的图"),
    "missing row": (HOME, r'<li class="overview__line">.*?</li>', "", "图里有"),
    "name of a row": (HOME, r'(overview__name"[^>]*>)序', r"\1次", "一行"),
    "link of a row": (HOME, r'(overview__name" href=")2023/services', r"\g<1>2023/villages", "一行"),
    "heading of a group": (HOME, r'(overview__part">)一', r"\1二", "一行"),
    "count of a row": (HOME, r'(overview__count">)7', r"\g<1>8", "一行"),
    "no numbers": (HOME, r'(overview__count">)无', r"\g<1>1 个数字", "一行"),
    "length of a line": (HOME, r"(M0 \.5h)(\d+)", r"\g<1>1\2", "画成"),
    "scale of a lane": (HOME, r"(viewBox=\"0 0 )(\d+)", r"\g<1>1\2", "画成"),
    "place of a gap": (HOME, r"(overview__gaps.*?d=\"M)(\d+)", r"\g<1>1\2", "画成"),
    "place of a mark": (HOME, r'(<a [^>]*><use href="#_overview-\w+" x=")(\d)', r"\g<1>9\2", "画在"),
    "no place of a mark": (HOME, r'(<a [^>]*><use href="#_overview-\w+" )x=', r"\1y=", "画在"),
    "kind of a mark": (HOME, r'(<a [^>]*><use href="#_overview-)other', r"\1holds", "标记"),
    "name of a mark": (HOME, r'(<a [^>]*aria-label=")[^"]*("><use)', r"\1政务服务事项：120项\2", "标记"),
    "link of a mark": (HOME, r'(overview__lane.*?<a href=")[^"]*#[^"]*', r"\g<1>2023/services.html#online-items", "标记"),
    "missing mark": (HOME, r"<a [^>]*><use [^>]*></a>", "", "个标记"),
    "marks in another order": (HOME, r"(<a [^>]*><use [^>]*></a>)(<a [^>]*><use [^>]*></a>)", r"\2\1", "标记"),
    "sections of a door": (HOME, r'(door__sections">)\d', r"\g<1>9", "door__sections"),
    "sections of another door": (HOME, r'id="_door-1"', 'id="_door-3-"', "写成"),
    "problems with a plan": (HOME, r"(answers__title.*?，.*?)\d", r"\g<1>5", "问题与安排"),
    "link to problems": (HOME, r'(answers__title.*?href=")2023/follow-up', r"\g<1>2023/full", "问题与安排"),
    "missing line about problems": (HOME, r'<section class="answers".*?</section>', "", "问题与安排"),
    "small line": (SECTION, r"(contents__line.*?h)(\d+)", r"\g<1>1\2", "旁边的线"),
    "place of a small mark": (SECTION, r"(contents__marks.*?d=\"M)(\d)", r"\g<1>1\2", "旁边的线"),
    "small line of another section": (
        SECTION,
        r'<path vector-effect="[\w-]*" d="[^"]*"/>(.*?<path vector-effect="[\w-]*" d=")',
        r'<path d="M0 .5h1"/>\1',
        "旁边的线",
    ),
}  # fmt: skip
"""Page, what is changed, into what, and a word of what the proof says."""


@pytest.mark.parametrize("change", CHANGES)
def test_change_is_reported(built: Built, change: str) -> None:  # the fixture
    """A picture that says, draws or leads otherwise than the report is found out."""
    path, old, new, said = CHANGES[change]
    found = [fault for fault in prove_changed(built, path, old, new) if fault.startswith(path)]
    assert any(said in fault for fault in found), found
