"""Are many slips of one cause told once, and everything else each by itself?"""

from __future__ import annotations

from chuxiong_site.model.place import Place
from chuxiong_site.problems import Problem, sort_problems
from chuxiong_site.problems.alike import MANY


def at(
    line: int, code: str = "E212", *, expected: str = "乙", hint: str = "", file: str = "a.yaml"
) -> Problem:
    """Return a problem on a line."""
    place = Place(file=file, line=line, column=1)
    return Problem(code=code, place=place, found="甲", expected=expected, hint=hint)


def test_many_alike_are_one() -> None:
    """More than a few problems that expect the same are told at the first place, with the lines of all."""
    [told] = sort_problems([at(line) for line in range(1, MANY + 2)])
    assert told.place.line == 1
    assert told.found == "甲；同样的共 6 处：第 1、2、3、4、5、6 行"


def test_a_few_are_each_told() -> None:
    """A few alike, and any number of different ones, are told each at its place."""
    assert len(sort_problems([at(line) for line in range(1, MANY + 1)])) == MANY
    assert len(sort_problems([at(line, expected=str(line)) for line in range(1, 30)])) == 29
    assert len(sort_problems([at(1, file=f"{name}.yaml") for name in range(30)])) == 30


def test_places_without_a_line_are_each_told() -> None:
    """What is wrong with a finished file has no line by which it could be named beside others."""
    assert len(sort_problems([at(0, "E601", hint=str(number)) for number in range(30)])) == 30


def test_every_number_is_a_task() -> None:
    """Numbers without a tag are each told, however many: each has to be decided by itself."""
    assert len(sort_problems([at(line, "E401") for line in range(1, 100)])) == 99


def test_the_fix_tells_differences_apart() -> None:
    """Differences from the official text are alike when the fix is the same, whatever stands around them."""
    commas = [at(line, "E310", expected=str(line), hint="把「，」改回「,」。") for line in range(1, 9)]
    others = [at(line, "E310", expected=str(line), hint=f"补上「{line}」。") for line in range(11, 19)]
    told = sort_problems([*commas, *others])
    assert [problem.place.line for problem in told] == [1, *range(11, 19)]
    assert told[0].hint == "把「，」改回「,」。"


def test_hints_that_differ_are_left_to_the_code() -> None:
    """A hint that names one place's words is not given for all."""
    [told] = sort_problems([at(line, hint=f"写成 {line}。") for line in range(1, 9)])
    assert told.hint == ""
