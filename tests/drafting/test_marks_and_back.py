"""Do marks of any words stand where they were put, and leave nothing when they go?"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chuxiong_site.content.load import load_project
from chuxiong_site.drafting.naming.marks import (
    MarkDecision,
    MarkKind,
    MisplacedMarkError,
    plan_mark,
    read_mark,
)
from chuxiong_site.drafting.naming.text_edits import apply_edits
from chuxiong_site.model.place import Span
from chuxiong_site.model.report import Report
from sample_projects import copy_fixture, replace_in

COPY = "reports/2024.md"
KINDS = (MarkKind.PROBLEM, MarkKind.PLAN, MarkKind.ACHIEVEMENT)
Choice = tuple[float, float, MarkKind]


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a content with numbers at the edges of a paragraph, inside other tags, with quoted values, and in a heading."""
    made = copy_fixture("two_years", tmp_path_factory.mktemp("marks"))
    path = made / COPY
    replace_in(
        path,
        "[4600棵]{fact=trees-alive},成活率[92%]{fact=survival-rate}",
        '[[4600棵]{fact="trees-alive"},成活率[92%]{fact=survival-rate}]{problem=alive}',
    )
    replace_in(path, "(一)植树。全县栽种了苗木", '(一)植树。[全县]{ problem="whole"  plan=alive }栽种了苗木')
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    return made


def read(content: Path) -> Report:
    """Return the report as its file says it now."""
    project, _ = load_project(content)
    assert project
    return next(report for report in project.reports if report.id == "2024")


def mark(content: Path, decision: MarkDecision) -> bool:
    """Write a mark, or take it away; tell whether that can be."""
    data = (content / COPY).read_bytes()
    try:
        edits = plan_mark(decision, read(content), {COPY: data})
    except MisplacedMarkError:
        return False
    (content / COPY).write_bytes(apply_edits(data, edits))
    return True


def list_tags(report: Report) -> set[object]:
    """Return what all tags say of numbers, and of which words."""
    return {(tag.span, tag.facts, tag.part, tag.numeral) for tag in report.tags if tag.is_fact or tag.numeral}


def choose(report: Report, choice: Choice, order: int) -> MarkDecision:
    """Return the decision that some words of a paragraph are something."""
    where, length, kind = choice
    blocks = [block for section in report.sections for block in section.blocks]
    edges = sorted({edge for tag in report.tags for edge in (tag.span.start, tag.span.end)})
    block = blocks[int(where * 997) % len(blocks)]
    inside = [edge for edge in edges if block.start <= edge < block.end] or [block.start]
    start = (
        inside[int(where * len(inside))]
        if order % 2
        else block.start + int(where * (block.end - block.start))
    )
    rest = [edge for edge in edges if start < edge < block.end]
    end = (
        (rest or [block.end])[int(length * len(rest or [1]))]
        if order % 3
        else start + 1 + int(length * (block.end - start - 1))
    )
    return MarkDecision(report="2024", span=Span(start=start, end=end), kind=kind, value=f"new-{order}")


shares = st.floats(0, 0.999)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(shares, shares, st.sampled_from(KINDS)), min_size=1, max_size=4))
def test_marks_go_as_they_came(content: Path, choices: list[Choice]) -> None:
    """Each mark is around its words, all that others say of theirs stays, and taken away in turn they leave the bytes that were."""
    before, steps = (content / COPY).read_bytes(), []
    try:
        for order, choice in enumerate(choices):
            report, state = read(content), (content / COPY).read_bytes()
            decision = choose(report, choice, order)
            if any(tag.span == decision.span and read_mark(tag, decision.kind) for tag in report.tags):
                continue
            if mark(content, decision):
                steps.append((decision, state))
                after = read(content)
                assert after.body == report.body
                assert list_tags(after) == list_tags(report)
                own = [tag for tag in after.tags if tag.span == decision.span]
                assert decision.value in [read_mark(tag, decision.kind) for tag in own]
        for decision, state in reversed(steps):
            assert mark(content, replace(decision, value=""))
            assert (content / COPY).read_bytes() == state
    finally:
        (content / COPY).write_bytes(before)


def test_of_two_tags_around_the_same_words_the_marked_one_changes(content: Path) -> None:
    """The other is not given a second mark of the kind."""
    path = content / COPY
    before = path.read_bytes()
    path.write_bytes(
        before.replace("[15所]{fact=schools}".encode(), "[[15所]{fact=schools}]{problem=few}".encode())
    )
    try:
        start = read(content).body.index("15所")
        decision = MarkDecision(
            report="2024", span=Span(start=start, end=start + 3), kind=MarkKind.PROBLEM, value="other"
        )
        assert mark(content, decision)
        assert "[[15所]{fact=schools}]{problem=other}" in path.read_text(encoding="utf-8")
    finally:
        path.write_bytes(before)
