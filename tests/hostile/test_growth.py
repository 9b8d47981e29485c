"""Whatever passes the checks can be built: no content, however large or odd, ends in a failure of the program.

A few dozen projects by default; CHUXIONG_GROWTH=1000 for a long run.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from growing import Shape, write_project
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from chuxiong_site.build.options import Options, Outcome
from chuxiong_site.build.site import check_project
from chuxiong_site.model.words import SentenceWords, Word
from chuxiong_site.problems import describe_problems, is_warning

EXAMPLES = int(os.environ.get("CHUXIONG_GROWTH", "16"))


Check = Callable[[Shape], Outcome]


def split_pairs(_: str, sentences: tuple[str, ...]) -> tuple[SentenceWords, ...]:
    """Return words of two characters: where they are cut is not what is tested here."""
    return tuple(
        tuple(Word(text=word, tag="n") for word in re.findall("(?s)[\u4e00-\u9fff]{1,2}|.", sentence))
        for sentence in sentences
    )


@st.composite
def shapes(draw: st.DrawFn, *, slips: bool) -> Shape:
    """Return the shape of a project, most of them small."""
    parts = draw(st.lists(st.integers(0, 3), max_size=4))
    return Shape(
        seed=draw(st.integers(0, 1_000_000)),
        facts=draw(st.integers(3, 40)),
        preamble=draw(st.integers(0, 2)),
        parts=tuple(parts),
        empty=tuple(draw(st.booleans()) for _ in parts),
        paragraphs=draw(st.integers(0, 3)),
        length=draw(st.sampled_from((1, 5, 20, 60, 200))),
        terms=draw(st.integers(0, 12)),
        years=draw(st.sampled_from((1, 1, 2, 3))),
        charts=draw(st.integers(0, 5)),
        follow_ups=draw(st.integers(0, 4)),
        odd=draw(st.booleans()),
        slips=draw(st.integers(1, 6)) if slips else 0,
        full=draw(st.booleans()),
    )


@pytest.fixture
def check(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Check:
    """Return what checks a project of a given shape, in a folder of its own."""
    monkeypatch.setattr("chuxiong_site.build.site.create_splitter", lambda *_: split_pairs)
    made = iter(range(1_000_000))

    def check_shape(shape: Shape) -> Outcome:
        folder = tmp_path / str(next(made))
        content = write_project(shape, folder)
        return check_project(Options(content=content, out=folder / "_site", root=tmp_path))

    return check_shape


grow = settings(
    max_examples=EXAMPLES, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)


@grow
@given(shape=shapes(slips=False))
@example(shape=Shape(seed=1, facts=260))
@example(shape=Shape(seed=2, length=300, paragraphs=6, parts=(3, 3, 3)))
@example(shape=Shape(seed=3, length=4000, odd=True))
@example(shape=Shape(seed=4, terms=300))
@example(shape=Shape(seed=5, years=8))
@example(shape=Shape(seed=6, parts=(10,) * 10, facts=60, odd=True))
@example(shape=Shape(seed=7, parts=(0, 2, 0), preamble=0, facts=3))
@example(shape=Shape(seed=8, parts=(0,), preamble=0, facts=3))
@example(shape=Shape(seed=9, parts=(), preamble=0, facts=3))
@example(shape=Shape(seed=10, parts=(), preamble=40, facts=3, odd=True))
@example(shape=Shape(seed=11, parts=(2, 0, 2), empty=(True, True, True), paragraphs=0, preamble=0))
@example(shape=Shape(seed=12, charts=40, follow_ups=40, odd=True, full=True, years=2, facts=90))
def test_what_is_right_is_built(check: Check, shape: Shape) -> None:
    """A project that is right is built, whatever its size: what is too heavy is only a reminder."""
    outcome = check(shape)
    said = describe_problems(outcome.problems, "text")
    assert all(is_warning(problem.code) for problem in outcome.problems), said
    assert outcome.site is not None


@grow
@given(shape=shapes(slips=True))
def test_what_passes_is_built(check: Check, shape: Shape) -> None:
    """An official text with anything in it is refused in the words of a rule, or built; it never is our fault."""
    outcome = check(shape)
    said = describe_problems(outcome.problems, "text")
    assert "E601" not in {problem.code for problem in outcome.problems}, said
    assert (outcome.site is None) == any(not is_warning(problem.code) for problem in outcome.problems)
