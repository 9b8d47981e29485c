"""Does the proof see every change in the page of chosen pictures, and in what its script draws from?"""

from __future__ import annotations

import re

import pytest

from built import BuiltSite

EXPLORE = "explore.html"
CHANGES = {
    "another series": (r'data-series="([^"]*)"', 'data-series="x/"'),
    "a bound drawn as exact": (r"(data-series=\"[^\"]*\") data-bound>", r"\1>"),
    "an exact number drawn as a bound": (r'(data-series="[^"]*")>', r"\1 data-bound>"),
    "another example": (r'<input type="checkbox" hidden>', '<input type="checkbox" hidden checked>'),
    "no example": (r'<input type="checkbox" hidden checked>', '<input type="checkbox" hidden>'),
    "another value": (r'<data value="(\d+)"', r'<data value="\g<1>1"'),
    "another sentence": (r'(<td class="number"><a href="[^"#]*#)[^"]*', r"\1_main"),
    "another year": (r"</a></td><td>2023</td>", "</a></td><td>2022</td>"),
    "another report": (r'data-report="2023">([^<]*)</data>', r'data-report="2022">\1</data>'),
    "another unit": (r"<caption>单位：件；", "<caption>单位：人；"),
    "another measure": (r"；数量</caption>", "；金额</caption>"),
    "a lost row": (r"(?s)<tr id=\"_value-[^\"]*\" data-series.*?</tr>", ""),
    "a lost group": (r"(?s)<table class=\"fact-table explore-list\">.*?</table>", ""),
    "another count": (r"这里有 <span class=\"nb\">(\d+) 个", r'这里有 <span class="nb">\g<1>1 个'),
    "another name": (r'(<input type="checkbox" hidden[^>]*>)[^<]', r"\1囗"),
    "another place": (r"</td><td>一（[^）]*）</td></tr>", "</td><td>二（九）</td></tr>"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_is_named(built_site: BuiltSite, name: str) -> None:
    """One change in the finished page, and the proof names the page."""
    pattern, new = CHANGES[name]
    page = built_site.pages[EXPLORE]
    changed = re.sub(pattern, new, page, count=1)
    assert changed != page
    assert built_site.prove(EXPLORE, changed.encode())
