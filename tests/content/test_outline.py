from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sources import create_body_lines

from chuxiong_site.content.outline import structure_outline
from chuxiong_site.model.ordinals import describe_ordinal, read_ordinal
from chuxiong_site.model.place import Place
from chuxiong_site.model.report import Section
from chuxiong_site.problems import Problem

HEAD = Place(file="reports/2023.md", line=15, column=1)


def cut(body: str, slugs: dict[str, str] | None = None) -> tuple[tuple[Section, ...], list[Problem]]:
    """Return the sections of a body; where no slugs are given, each section that has none gets its number as one."""
    lines = create_body_lines(body)
    if slugs is None:
        numbers = [s.number for s in structure_outline(body, lines, {}, {}, HEAD)[0] if s.number not in "TZ"]
        leaves = [n for n in numbers if not any(other.startswith(f"{n}.") for other in numbers)]
        slugs = {number: f"s-{number.replace('.', '-').lower()}" for number in leaves}
    return structure_outline(body, lines, slugs, {}, HEAD)


BODY = "示例报告\n开头的话。\n一、做法\n(一)办事方便。全州如此。另一句。\n又一段。\n（二）服务\n正文。\n二、安排\n明年如此。"


def test_numbers() -> None:
    """Title, preamble, parts and sections are numbered as the text numbers them."""
    sections, problems = cut(BODY)
    assert [section.number for section in sections] == ["T", "0", "1", "1.1", "1.2", "2"]
    assert problems == []


def test_run_in_heading() -> None:
    """A run-in heading ends with its first 。, which it keeps; the rest of the line is a paragraph."""
    sections, _ = cut(BODY)
    section = next(section for section in sections if section.number == "1.1")
    assert section.heading is not None
    assert section.heading.of(BODY) == "(一)办事方便。"
    assert [span.of(BODY) for span in section.paragraphs] == ["全州如此。另一句。", "又一段。"]


def test_heading_on_its_own_line() -> None:
    """A heading without 。 is the whole line."""
    sections, _ = cut(BODY)
    section = next(section for section in sections if section.number == "1.2")
    assert section.heading is not None
    assert section.heading.of(BODY) == "（二）服务"


def test_pages() -> None:
    """A part whose sections have pages stands on the page of the first; the title line is on none."""
    sections, _ = cut(BODY)
    assert [section.number for section in sections if section.slug] == ["0", "1.1", "1.2", "2"]
    assert [section.page for section in sections] == ["", "0", "1.1", "1.1", "1.2", "2"]


def test_sentences_leave_nothing_out() -> None:
    """The sentences of all sections, in order, are the body without its line ends."""
    sections, _ = cut(BODY)
    sentences = [span.of(BODY) for section in sections for span in section.sentences]
    assert "".join(sentences) == BODY.replace("\n", "")
    assert "另一句。" in sentences


def test_closing_quotes_belong_to_the_sentence() -> None:
    """A closing quote or bracket after 。 stays with its sentence."""
    body = "标题\n他说：“好。”又说（行！）完。"
    sections, _ = cut(body)
    assert [span.of(body) for span in sections[1].sentences] == ["他说：“好。”", "又说（行！）", "完。"]


@pytest.mark.parametrize(
    ("words", "value"), [("一", 1), ("九", 9), ("十", 10), ("十二", 12), ("二十", 20), ("九十九", 99)]
)
def test_enumerators(words: str, value: int) -> None:
    """Enumerators are read up to 九十九."""
    assert read_ordinal(words) == value


@given(st.integers(min_value=1, max_value=99))
def test_enumerators_both_ways(value: int) -> None:
    """An enumerator written and read is the same number."""
    assert read_ordinal(describe_ordinal(value)) == value


def test_twelve_sections() -> None:
    """Numbering goes on beyond ten."""
    names = [describe_ordinal(value) for value in range(1, 13)]
    body = "标题\n一、做法\n" + "\n".join(f"（{name}）某事。如此。" for name in names)
    sections, problems = cut(body)
    assert problems == []
    assert sections[-1].number == "1.12"


def test_a_gap_is_reported_once() -> None:
    """A heading that does not follow the last one is one problem, at the heading; those after it are none."""
    body = "标题\n一、做法\n（一）甲。\n（三）乙。\n（四）丙。\n二、安排\n（一）丁。"
    sections, problems = cut(body)
    assert [(problem.code, problem.place.line, problem.place.length) for problem in problems] == [
        ("W412", 4, 3)
    ]
    assert "「二」" in problems[0].expected
    assert [section.number for section in sections] == ["T", "1", "1.1", "1.2", "1.3", "2", "2.1"]


def test_a_section_before_any_part_is_text() -> None:
    """（一） before the first part is no heading."""
    sections, _ = cut("标题\n（一）先说几句。\n一、做法\n正文。")
    assert [section.number for section in sections] == ["T", "0", "1"]


def test_slugs() -> None:
    """Missing, superfluous, repeated and reserved page names are each reported."""
    slugs = {"0": "intro", "1.1": "facts", "1.2": "intro", "7": "extra"}
    _, problems = cut(BODY, slugs)
    assert sorted(problem.code for problem in problems) == ["E340", "E341", "E342", "E343"]
    assert next(problem for problem in problems if problem.code == "E340").found == "第 2 节没有网页名"


def test_known_misnumbering_is_no_problem() -> None:
    """A heading that the official text itself counts wrongly stands as it is, under its true ordinal."""
    body = "示例报告\n一、做法\n（一）办事。\n（三）服务。\n（四）宣传。"
    lines = create_body_lines(body)
    slugs = {"1.1": "work", "1.2": "service", "1.3": "press"}
    sections, problems = structure_outline(body, lines, slugs, {}, HEAD, misnumbered={"1.2": HEAD})
    assert [section.number for section in sections] == ["T", "1", "1.1", "1.2", "1.3"]
    assert problems == []


def test_needless_misnumbering_is_a_warning() -> None:
    """A section that is counted rightly, or is not there, has no place among the misnumbered."""
    body = "示例报告\n一、做法\n（一）办事。"
    _, problems = structure_outline(
        body, create_body_lines(body), {"1.1": "work"}, {}, HEAD, misnumbered={"1.1": HEAD, "9": HEAD}
    )
    assert [problem.code for problem in problems] == ["W403", "W403"]


def test_one_slip_is_one_problem() -> None:
    """A heading that is counted wrongly is named alone: the next one, which is right, is not."""
    _, problems = cut("示例报告\n一、做法\n（一）甲。\n（三）乙。\n（三）丙。")
    assert [problem.place.line for problem in problems] == [4]


def outline(body: str) -> list[tuple[str, str]]:
    """Return number and heading of each section."""
    sections, _ = cut(body)
    return [(s.number, s.heading.of(body).strip() if s.heading else "") for s in sections]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "标题\n第一章 总则\n第一节 目的\n话。\n第二节 范围\n话。\n第二章 做法\n话。",
            ["T", "1", "1.1", "1.2", "2"],
            id="chapters",
        ),
        pytest.param("标题\n一．概况\n话。\n二．做法\n话。", ["T", "1", "2"], id="full stop"),
        pytest.param("标题\n一 概况\n话。\n二 做法\n话。", ["T", "1", "2"], id="blank"),
        pytest.param("标题\n（一）概况\n话。\n（二）做法\n话。", ["T", "1", "2"], id="brackets alone"),
        pytest.param("标题\n1. 概况\n话。\n2. 做法\n话。", ["T", "1", "2"], id="arabic"),
        pytest.param(
            "标题\n1 概况\n1.1 人口\n话。\n1.2 面积\n话。\n2 做法\n话。",
            ["T", "1", "1.1", "1.2", "2"],
            id="dotted",
        ),
        pytest.param(
            "标题\n一、概况\n（一）人口\n1．城镇\n话。\n2．乡村\n（1）老人\n话。\n（2）儿童\n话。",
            ["T", "1", "1.1", "1.1.1", "1.1.2", "1.1.2.1", "1.1.2.2"],
            id="deep",
        ),
        pytest.param(
            "标题\n## 概况\n话。\n### 人口\n话。\n## 做法\n话。", ["T", "1", "1.1", "2"], id="hashes"
        ),
        pytest.param(
            "标题\n一、回顾\n——经济平稳。话。\n——民生改善。话。\n二、安排\n话。",
            ["T", "1", "1.1", "1.2", "2"],
            id="lead lines",
        ),
        pytest.param(
            "标题\n一、安排\n一是抓投资。话。\n二是抓消费。话。", ["T", "1", "1.1", "1.2"], id="counted"
        ),
        pytest.param("标题\n话。\n又一段话。", ["T", "0"], id="none"),
        pytest.param(
            "标题\n一、概况\n话。\n附件1：名单\n一、甲\n话。\n附件2：表\n话。",
            ["T", "1", "A1", "A1.1", "A2"],
            id="appendices",
        ),
        pytest.param("标题\n一、概况\n话。\n注释：\n1.甲。\n2.乙。", ["T", "1", "A1"], id="notes"),
        pytest.param(
            "标题\n一、概况\n话。\n各位代表！让我们努力。\n某市人民政府\n2024年1月18日",
            ["T", "1", "Z"],
            id="closing",
        ),
        pytest.param(
            "标题\n目 录\n综述\t1\n（一）水\t2\n（二）气\t3\n综述\n话。\n（一）水\n话。\n（二）气\n话。",
            ["T", "0", "1", "1.1", "1.2"],
            id="list of contents",
        ),
    ],
)
def test_kinds_of_outlines(body: str, expected: list[str]) -> None:
    """Headings of every kind are found, each under those of a higher rank."""
    assert [number for number, _ in outline(body)] == expected


@pytest.mark.parametrize(
    "line",
    [
        "一、二季度经济平稳增长。",
        "一、二、三产业均有增长。",
        "（一）听取报告；",
        "3.5亿元用于修路。",
        "12个乡镇开展工作。",
        "第一章的内容如下。",
        "1.按照这一条的规定，有关部门应当在收到申请之日起认真研究，提出办理意见并且及时回复申请人本人以及他的代理人。",
    ],
)
def test_lines_that_begin_like_headings(line: str) -> None:
    """Numbers that begin a sentence, items of a list and long sentences are text."""
    assert [number for number, _ in outline(f"标题\n一、概况\n话。\n{line}\n话。")] == ["T", "1"]


def test_staff_mark_a_heading() -> None:
    """A heading that nothing marks is one where staff say so; what looks like one is none where they say that."""
    body = "标题\n概况\n话。\n（一）人口\n话。\n一、不是标题的话"
    lines = create_body_lines(body)
    lines[1] = replace(lines[1], depth=1, heading_end=2)
    lines[5] = replace(lines[5], depth=0)
    sections, problems = structure_outline(body, lines, {"1": "a"}, {}, HEAD)
    assert [(s.number, len(s.paragraphs)) for s in sections] == [("T", 0), ("1", 1), ("1.1", 2)]
    assert problems == []


def test_a_lost_heading_is_looked_for() -> None:
    """Where a heading is missing in the count, the place where its mark stands in a paragraph is named."""
    _, problems = cut("标题\n一、甲\n话。二、乙。话。\n三、丙\n话。")
    assert [problem.code for problem in problems] == ["W412"]
    assert "第 3 行里有「二、乙" in problems[0].hint


def test_a_section_without_a_page_of_its_own() -> None:
    """A section whose name is empty stands on the page before it."""
    slugs = {"0": "intro", "1.1": "a", "1.2": "", "2": "b"}
    sections, problems = cut(BODY, slugs)
    assert problems == []
    assert [section.page for section in sections] == ["", "0", "1.1", "1.1", "1.1", "2"]
