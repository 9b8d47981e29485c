"""Is what a check tells mended with a press where one answer alone is right, and left to staff where it is not?"""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from naming_content import read_all

from chuxiong_site.build.naming import NamingDesk, NothingToMendError
from chuxiong_site.model.place import Place
from chuxiong_site.problems import Problem
from sample_projects import copy_fixture, replace_in

LATEST = {"two_years": "2024", "rich": "2023", "small": "2023"}
PLANTED = "植树[5000棵]{fact=trees-planted}"
RESOLVED, AGAIN = "[23202件]{fact=disputes-resolved}", "[23202件]{fact=disputes-resolved again=yes}"
DAYS = "[18个工作日]{fact=house-approval-days as=before}"
UNANSWERED = "unanswered: [village-services, staff]\n"

ONE_ANSWER = [
    ("W401", "two_years", "2024年,", "[2024年]{numeral=year},"),
    ("E304", "two_years", PLANTED, '植树[5000棵]{fact=trees-planted fact="trees-planted"}'),
    ("E402", "two_years", PLANTED, "[植树5000棵]{fact=trees-planted}"),
    ("E402", "two_years", PLANTED, "植树[5]{fact=trees-planted}000棵"),
    ("E402", "two_years", PLANTED, "植树5[000棵]{fact=trees-planted}"),
    ("E402", "two_years", PLANTED, "[植树5]{fact=trees-planted}000棵"),
    ("E402", "two_years", f"{PLANTED},成", "植树5[000棵,成]{fact=trees-planted}"),
    ("E402", "rich", DAYS, DAYS.replace("个工作日]", "]").replace("before}", "before}个工作日")),
    ("E406", "two_years", PLANTED, "植树[[5000棵]{fact}]{fact=trees-planted}"),
    ("E406", "two_years", PLANTED, "植树[[5000棵]{fact=trees-planted}]{fact}"),
    ("E406", "rich", AGAIN, RESOLVED),
    ("E407", "rich", RESOLVED, AGAIN),
    ("W403", "rich", 'misnumbered: ["3.3"]', 'misnumbered: ["1.1", "3.3"]'),
    ("W403", "small", UNANSWERED, f'{UNANSWERED}misnumbered: ["1.1"]\n'),
    ("W403", "small", UNANSWERED, f'{UNANSWERED}misnumbered:\n  - "1.1"\n'),
    ("W405", "small", UNANSWERED, "unanswered: [village-services, staff, online-items]\n"),
    ("W405", "rich", "  - enterprise-policy\n", "  - officials\n  - enterprise-policy\n"),
]
"""A code, a sound project, what stands in it, and what stands there wrongly instead."""

SEVERAL_ANSWERS = [
    ("E304", "two_years", PLANTED, "植树[5000棵]{fact=trees-planted fact=trees-alive}"),
    ("E402", "two_years", f"{PLANTED},成活[4600棵]", "植树[5000棵,成活4600棵]{fact=trees-planted},[92%]"),
    ("E402", "two_years", f"{PLANTED},成活", "[植树5000棵]{fact=trees-planted plan=p},成活"),
    ("E402", "two_years", "2024年,", "[2024年]{fact=trees-planted},"),
    ("E403", "two_years", PLANTED, "植树[5000棵]{fact=trees-plantd}"),
    ("E404", "two_years", "[92%]{fact=survival-rate}", "[92%]{fact=volunteers}"),
    ("E406", "two_years", "{fact=trees-alive}", "{fact=trees-planted}"),
    ("E407", "two_years", PLANTED, "植树[5000棵]{fact=trees-planted again=yes}"),
    ("W404", "small", UNANSWERED, "unanswered: [staff]\n"),
    ("W405", "small", UNANSWERED, "unanswered: [village-services, staff, online-itmes]\n"),
    ("W405", "rich", "  - enterprise-policy\n", "  - officials # 还要再看\n  - enterprise-policy\n"),
]
"""The same, where it could have been meant in two ways or the program is not sure of one."""


def break_content(folder: Path, name: str, right: str, wrong: str) -> Path:
    """Return a copy of a project with something wrong in its latest report."""
    content = copy_fixture(name, folder)
    replace_in(content / "reports" / f"{LATEST[name]}.md", right, wrong)
    return content


def find_problem(desk: NamingDesk, code: str, report: str) -> Problem:
    """Return the only problem of a code that a check tells of a report."""
    [found] = [
        problem
        for problem in desk.describe(report).problems
        if (problem.code, problem.place.file) == (code, f"reports/{report}.md")
    ]
    return found


def mend(desk: NamingDesk, code: str, report: str) -> None:
    """Mend the only problem of a code."""
    desk.mend(report, code, find_problem(desk, code, report).place)


@pytest.mark.parametrize(("code", "name", "right", "wrong"), ONE_ANSWER)
def test_one_answer_is_a_press_away(tmp_path: Path, code: str, name: str, right: str, wrong: str) -> None:
    """The content is then byte for byte the sound one, the check says the same of it, and undo brings the mistake back."""
    content = break_content(tmp_path, name, right, wrong)
    broken, desk = read_all(content), NamingDesk(content)
    mend(desk, code, LATEST[name])
    (sound := tmp_path / "sound").mkdir()
    assert read_all(content) == read_all(copy_fixture(name, sound))
    assert code not in {problem.code for problem in desk.describe(LATEST[name]).problems}
    assert len(desk.log) == 1
    desk.undo()
    assert read_all(content) == broken


@pytest.mark.parametrize(("code", "name", "right", "wrong"), SEVERAL_ANSWERS)
def test_what_could_be_meant_otherwise_is_left_to_staff(
    tmp_path: Path, code: str, name: str, right: str, wrong: str
) -> None:
    """No mend is offered, and asking for one writes nothing."""
    content = break_content(tmp_path, name, right, wrong)
    before, desk = read_all(content), NamingDesk(content)
    view = desk.describe(LATEST[name])
    told = [problem for problem in view.problems if problem.code == code]
    assert told
    assert not set(told) & view.mends.keys()
    with pytest.raises(NothingToMendError):
        desk.mend(LATEST[name], code, told[0].place)
    assert read_all(content) == before


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("[2024年]{numeral=unread},", "2024年,"), ("[15所]{numeral=unread}", "[15所]{fact}")],
)
def test_what_was_not_read_is_written_as_it_is_read_now(tmp_path: Path, wrong: str, right: str) -> None:
    """A number that a rule reads by now is a fact without a name, or needs no tag."""
    stands = "2024年," if "年" in right else "[15所]{fact=schools}"
    content = break_content(tmp_path, "two_years", stands, wrong)
    replace_in(content / "reports" / "2024.md", "  - schools\n", "")
    mend(desk := NamingDesk(content), "W410", "2024")
    text = (content / "reports" / "2024.md").read_text(encoding="utf-8")
    assert right in text
    assert "unread" not in text
    assert "W410" not in {problem.code for problem in desk.describe("2024").problems}


def test_what_no_rule_reads_stays(tmp_path: Path) -> None:
    """A number that is still not read is staff's to say."""
    content = copy_fixture("two_years", tmp_path)
    for suffix, words in ((".txt", "数百棵"), (".md", "[数百棵]{numeral=unread}")):
        path = content / "reports" / f"2024{suffix}"
        replace_in(path, "继续植树", f"继续植树{words}")
    view = NamingDesk(content).describe("2024")
    told = [problem for problem in view.problems if problem.code == "W410"]
    assert len(told) == 1
    assert told[0] not in view.mends


@pytest.mark.parametrize(("bom", "end"), [(codecs.BOM_UTF8, b"\n"), (b"", b"\r\n")])
def test_an_item_goes_with_its_line(tmp_path: Path, bom: bytes, end: bytes) -> None:
    """A file with a byte order mark or other line ends loses one line and no other byte."""
    content = copy_fixture("rich", tmp_path)
    path = content / "reports" / "2023.md"
    sound = bom + path.read_bytes().replace(b"\n", end)
    first = b"  - enterprise-policy" + end
    assert sound.count(first) == 1
    path.write_bytes(sound.replace(first, b"  - officials" + end + first))
    mend(NamingDesk(content), "W405", "2023")
    assert path.read_bytes() == sound


def test_a_problem_that_is_gone_is_not_mended(tmp_path: Path) -> None:
    """What an editor has mended meanwhile, or what stands elsewhere now, is not mended a second time."""
    content = break_content(tmp_path, "two_years", "2024年,", "[2024年]{numeral=year},")
    desk = NamingDesk(content)
    place = find_problem(desk, "W401", "2024").place
    replace_in(content / "reports" / "2024.md", "[2024年]{numeral=year},", "2024年,")
    before = read_all(content)
    for report, where in (
        ("2024", place),
        ("2023", place),
        ("2024", Place(file="../x.md", line=1, column=1)),
    ):
        with pytest.raises(NothingToMendError):
            desk.mend(report, "W401", where)
    assert read_all(content) == before
    assert desk.log == ()
