"""A page read back: the reader sees what a browser shows, no more and no less."""

from __future__ import annotations

from chuxiong_site.rendering.read_back import BuiltPage, OfficialText, ShownFact, read_page


def read(html: str) -> BuiltPage:
    """Read a page."""
    return read_page(html.encode())


def test_official_text_in_order() -> None:
    """Marked elements give their text, entities resolved; what stands between them is not official."""
    page = read(
        '<h1 data-official-text="1">一、<b>甲</b>&lt;乙</h1>旁注<p data-official-text="1.1">丙<br>丁</p>'
    )
    assert page.text == [
        OfficialText(number="1", shown="一、甲<乙", raw="一、甲<乙"),
        OfficialText(number="1.1", shown="丙丁", raw="丙丁"),
    ]
    assert page.official == "一、甲<乙丙丁"


def test_captured_marks() -> None:
    """Where a mark carries its captured form, the captured text has that and the shown text the other."""
    page = read('<p data-official-text="0">甲<span data-raw=",">，</span><span data-raw=" "></span>乙</p>')
    assert (page.official, page.captured) == ("甲，乙", "甲, 乙")


def test_facts_with_report_and_value() -> None:
    """A fact is read with its words, the report it names, and the value beside the words."""
    page = read(
        '<a data-fact="a b">100<i>%</i></a><data data-fact="c" data-report="2022" value="20">20<b>天</b></data>'
    )
    assert page.facts == [
        ShownFact(ids="a b", report="", text="100%", value=None),
        ShownFact(ids="c", report="2022", text="20天", value="20"),
    ]


def test_text_in_a_picture_is_one_fact() -> None:
    """The lines of a value in a picture are read as one."""
    page = read('<svg><text data-fact="a"><tspan x="1">132.87</tspan><tspan>万件</tspan></text></svg>')
    assert page.facts[0].text == "132.87万件"


def test_chart_parts() -> None:
    """A chart's title, picture, values and figure are read by part; what stands outside is not."""
    page = read(
        '<p class="chart__title">外</p><figure id="_chart-x" data-chart="x"><p class="chart__title">甲<b>1</b></p>'
        '<div class="chart__picture"><span class="chart__label">乙</span><svg><rect/></svg></div>'
        '<script type="application/json" class="chart__data">{"a":"<b>"}</script>'
        '<td class="chart__cell wide">1</td></figure><title>丙</title>'
    )
    (chart,) = page.charts
    assert chart.id == "_chart-x"
    assert chart.words == {
        "chart__title": ["甲1"],
        "chart__label": ["乙"],
        "chart__data": ['{"a":"<b>"}'],
        "chart__cell": ["1"],
    }
    assert page.title == "丙"


def test_anchors_links_and_headings() -> None:
    """Anchors, doubled ones, links and the levels of headings are collected."""
    page = read(
        '<h1 id="a">x</h1><h3 id="a">y</h3><a href="b.html#c">z</a><a href="">w</a><script src="s.js">'
    )
    assert page.ids == {"a"}
    assert page.duplicate_ids == {"a"}
    assert page.headings == ["h1", "h3"]
    assert page.links == ["b.html#c", "", "s.js"]


def test_foreign_files() -> None:
    """Files from elsewhere are named; links of readers and the canonical address are none."""
    page = read(
        '<link rel="stylesheet" href="https://a.example/x.css"><img src="//a.example/x.png">'
        '<link rel="canonical" href="https://b.example/"><a href="https://c.example/">c</a>'
        '<img src="data:,"><svg><use href="#own"/></svg>'
    )
    assert page.foreign == ["https://a.example/x.css", "//a.example/x.png"]
    assert page.links == ["https://c.example/"]


def test_code_in_the_page() -> None:
    """Scripts and style sheets in the page, style attributes and handlers are named; data islands are none."""
    page = read(
        '<p style="color:red">a</p><p onclick="x()">b</p><script>x()</script><style>p{}</style>'
        '<script type="application/json">{}</script><script type="application/ld+json">{}</script>'
    )
    assert page.blocked == ["style", "onclick"]
    assert page.inline == [("script", "x()"), ("style", "p{}")]


def test_notes_and_policy() -> None:
    """The data of the notes and the content policy are read."""
    page = read(
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
        '<script type="application/json" class="fact-notes">{"facts":[]}</script>'
    )
    assert page.notes == ['{"facts":[]}']
    assert page.policy == "default-src 'none'"


def test_stray_end_tag_closes_nothing() -> None:
    """An end tag without a beginning does not end what is open."""
    page = read('<p data-official-text="0">甲</i>乙</p>')
    assert page.official == "甲乙"
