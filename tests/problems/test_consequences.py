from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from chuxiong_site.model.place import Place
from chuxiong_site.problems import CODES, Problem, is_warning, leave_out_consequences, sort_problems

LINE = "共[120项]{fcat=items}，另有[96项]{fact=online}。"


def at(
    code: str, *, column: int = 1, length: int = 1, line: int = 1, file: str = "reports/2023.md"
) -> Problem:
    """Return a problem at a place of `LINE`."""
    place = Place(file=file, line=line, column=column, length=length, excerpt=LINE)
    return Problem(code=code, place=place, found="甲", expected="乙")


def keep(*problems: Problem) -> list[str]:
    """Return the codes that stay."""
    return [problem.code for problem in leave_out_consequences(problems)]


def test_a_number_in_a_broken_tag() -> None:
    """A number whose tag is broken is not also called untagged; another number of the line is."""
    broken = at("E303", column=9, length=10)
    assert keep(at("E401", column=3, length=4), broken) == ["E303"]
    assert keep(at("E401", column=25, length=3), broken) == ["E401", "E303"]


def test_a_number_in_a_leftover() -> None:
    """A number inside what was not read as a tag is not called untagged."""
    assert keep(at("E401", column=3, length=4), at("E301", column=2, length=20)) == ["E301"]
    assert keep(at("E401", column=3, length=4), at("E301", column=2, length=20, line=2)) == ["E401", "E301"]


def test_unused_because_of_a_mistake() -> None:
    """Nothing is called unused while numbers are not yet facts, or a file could not be read."""
    unused = at("W501", file="indicators.yaml")
    assert keep(unused, at("E401")) == ["E401"]
    assert keep(unused, at("E102", file="reports/2024.md")) == ["E102"]
    assert keep(unused, at("E502", file="charts.yaml")) == ["W501", "E502"]


def test_headlines_of_the_same_report_only() -> None:
    """A headline is not missed while its report has untagged numbers; in another report it is."""
    assert keep(at("E512"), at("E401", line=9)) == ["E401"]
    assert keep(at("E512", file="reports/2024.md"), at("E401")) == ["E512", "E401"]


def test_a_ratio_on_a_changed_line() -> None:
    """A check that fails on a line that differs from the official text is not told."""
    assert keep(at("E511"), at("E310")) == ["E310"]
    assert keep(at("E511", line=2), at("E310")) == ["E511", "E310"]


def test_listing() -> None:
    """Problems are listed once each, by file, line, column and code."""
    mixed = [at("E502", file="terms.yaml"), at("E302", line=2), at("E304"), at("E303"), at("E304")]
    listed = [(problem.place.file, problem.place.line, problem.code) for problem in sort_problems(mixed)]
    assert listed == [
        ("reports/2023.md", 1, "E303"),
        ("reports/2023.md", 1, "E304"),
        ("reports/2023.md", 2, "E302"),
        ("terms.yaml", 1, "E502"),
    ]


@settings(max_examples=300)
@given(
    st.lists(
        st.builds(
            at,
            st.sampled_from(CODES),
            column=st.integers(1, 40),
            length=st.integers(1, 12),
            line=st.integers(1, 3),
            file=st.sampled_from(["reports/2023.md", "reports/2024.md", "charts.yaml"]),
        ),
        min_size=1,
        max_size=8,
    )
)
def test_a_cause_always_stays(problems: list[Problem]) -> None:
    """However problems explain each other, one is always told; and an error is, where there was one."""
    kept = leave_out_consequences(problems)
    assert kept
    if any(not is_warning(problem.code) for problem in problems):
        assert any(not is_warning(problem.code) for problem in kept)
