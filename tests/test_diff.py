"""What does `diff` find between two editions, and how does it tell it?"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from chuxiong_site.analysis.diff import Diff, Edition, StatedFact, compute_diff
from chuxiong_site.build.editions import read_edition
from chuxiong_site.build.site import build_site
from chuxiong_site.terminal.diff_report import NOTHING, describe_diff
from sample_projects import copy_fixture, create_options, replace_in, reseal


def fact(id: str = "cases", **wishes: str | None) -> StatedFact:  # noqa: A002  # the contract's word
    """Return a fact with some of its words changed."""
    stated: dict[str, str | None] = {
        "name": "办理的案件", "display": "23件", "value": "23", "unit": "件", "qualifier": None,
        "sentence": "州政府共办理案件23件,办结19件。",
    }  # fmt: skip
    return StatedFact(id=id, **(stated | wishes))  # type: ignore[arg-type]


def edition(name: str, *facts: StatedFact, report: str = "2023", **files: str) -> Edition:
    """Return an edition with one report."""
    return Edition(name=name, reports={report: facts}, files=files or None)


def compare(old: StatedFact, new: StatedFact) -> str:
    """Return what kind of difference two facts of one id are."""
    [report] = compute_diff(edition("a", old), edition("b", new)).reports
    return "changed" if report.changed else "reworded" if report.reworded else "unchanged"


@pytest.mark.parametrize(
    ("wishes", "kind"),
    [
        ({}, "unchanged"),
        ({"value": "24", "display": "24件"}, "changed"),
        ({"unit": "起", "display": "23起"}, "changed"),
        ({"qualifier": "approximate"}, "changed"),
        ({"display": "0.0023万件"}, "changed"),
        ({"sentence": "州政府共办理案件23件,办结21件。"}, "unchanged"),
        ({"sentence": "州政府共办理案件２３件， 办结19件。"}, "unchanged"),
        ({"sentence": "州政府受理案件23件,办结19件。"}, "reworded"),
    ],
)
def test_kinds_of_difference(wishes: dict[str, str], kind: str) -> None:
    """Another value, unit, qualifier or print is a change; other words are a rewording, a neighbour's number is nothing."""
    assert compare(fact(), fact(**wishes)) == kind


def test_years_are_matched_by_indicator() -> None:
    """One report on each side under different names is one pair: facts match by their ids."""
    old = edition("a", fact("kept"), fact("gone"))
    new = edition("b", fact("kept", value="24", display="24件"), fact("come"), report="2024")
    [report] = compute_diff(old, new).reports
    assert (report.old, report.new) == ("2023", "2024")
    assert [f.id for f in report.added] == ["come"]
    assert [f.id for f in report.removed] == ["gone"]
    assert [(a.display, b.display) for a, b in report.changed] == [("23件", "24件")]


def test_a_new_year_is_a_new_report() -> None:
    """A report that only one side has, beside those that both have, is added or removed as a whole."""
    one = Edition(name="a", reports={"2023": (fact(),)})
    two = Edition(name="b", reports={"2023": (fact(),), "2024": (fact(), fact("b"))})
    assert compute_diff(one, two).added_reports == {"2024": 2}
    assert compute_diff(two, one).removed_reports == {"2024": 2}


def test_files_are_grouped() -> None:
    """Files of built sites that are new, gone or of other bytes are told by kind; equal ones are not."""
    old = Edition(name="a", reports={}, files={"index.html": "1", "same.html": "1", "assets/a.css": "1"})
    new = Edition(
        name="b",
        reports={},
        files={"index.html": "2", "same.html": "1", "assets/b.css": "1", "data/2023/facts.csv": "1"},
    )
    groups = compute_diff(old, new).files
    assert groups is not None
    assert [(g.name, g.added, g.removed, g.changed) for g in groups] == [
        ("网页", (), (), ("index.html",)),
        ("数据和下载", ("data/2023/facts.csv",), (), ()),
        ("样式、脚本、图片", ("assets/b.css",), ("assets/a.css",), ()),
    ]


@pytest.fixture
def mixed() -> Diff:
    """Compare two editions that differ in every way."""
    old = edition("old", fact("a"), fact("b"), fact("c"), **{"index.html": "1"})
    new = edition(
        "new", fact("a", value="24", display="24件"), fact("c", sentence="办理|案件23件。"), fact("d"),
        **{"index.html": "2"},
    )  # fmt: skip
    return compute_diff(old, new)


def test_as_text(mixed: Diff) -> None:
    """For people: counts first, then each fact with its printed values and sentences, then files."""
    assert describe_diff(mixed, "text").split("\n") == [
        "2023：新增 1 个，不再有 1 个，变了 1 个，改写 1 个，没变 0 个",
        "新增　d　办理的案件：23件",
        "　　州政府共办理案件23件,办结19件。",
        "不再有　b　办理的案件：23件",
        "　　州政府共办理案件23件,办结19件。",
        "变了　a　办理的案件：23件 → 24件",
        "　　原：州政府共办理案件23件,办结19件。",
        "　　新：州政府共办理案件23件,办结19件。",
        "改写　c　办理的案件：23件",
        "　　原：州政府共办理案件23件,办结19件。",
        "　　新：办理|案件23件。",
        "网页：改动 1 个",
        "　　改动　index.html",
    ]


def test_as_json(mixed: Diff) -> None:
    """For programs: lists by kind, values old and new."""
    record = json.loads(describe_diff(mixed, "json"))
    [report] = record["reports"]
    assert [row["id"] for row in report["added"]] == ["d"]
    assert (report["changed"][0]["old"]["value"], report["changed"][0]["new"]["value"]) == ("23", "24")
    assert record["files"] == [{"name": "网页", "added": [], "removed": [], "changed": ["index.html"]}]


def test_as_markdown(mixed: Diff) -> None:
    """For a pull request: a table, in which no sentence can break a cell."""
    markdown = describe_diff(mixed, "markdown")
    assert "| 变了 | 办理的案件 `a` | 23件 | 24件 | 州政府共办理案件23件,办结19件。 |" in markdown
    assert "办理\\|案件23件。" in markdown
    assert "- 网页：改动 1 个" in markdown


@pytest.mark.parametrize("style", ["text", "markdown"])
def test_nothing_differs(style: str) -> None:
    """Equal editions say so in a sentence."""
    assert describe_diff(compute_diff(edition("a", fact()), edition("b", fact())), style).endswith(NOTHING)


def change_small(folder: Path) -> Path:
    """Copy the small project and change one number in its text, copy and page."""
    content = copy_fixture("small", folder)
    for name in ("2023.md", "2023.txt"):
        replace_in(content / "reports" / name, "3600万元", "3700万元")
    reseal(content / "reports" / "2023.md")
    return content


def test_contents_reports_and_sites(tmp_path: Path) -> None:
    """A content folder, its report and the site built from it state the same facts, and a changed number is found in each."""
    old, new = copy_fixture("small", tmp_path / "old"), change_small(tmp_path / "new")
    for content in (old, new):
        assert build_site(create_options(content)).published
    for inside in (".", "reports/2023.md", "../_site"):
        sides = [read_edition(content / inside)[0] for content in (old, new)]
        assert sides[0] is not None
        assert sides[1] is not None
        [report] = compute_diff(*(side for side in sides if side)).reports
        assert [(a.id, a.display, b.display) for a, b in report.changed] == [
            ("hall-money", "3600万元", "3700万元")
        ]
        assert report.unchanged == len(sides[0].reports["2023"]) - 1
        assert (report.added, report.removed, report.reworded) == ((), (), ())
    one, other = read_edition(old)[0], read_edition(old / "../_site")[0]
    assert one is not None
    assert other is not None
    assert not compute_diff(one, other).reports[0].changed


def test_what_is_no_edition(tmp_path: Path) -> None:
    """A folder of other things is none, and a facts.json that is not ours is a problem."""
    assert read_edition(tmp_path) == (None, [])
    (tmp_path / "data" / "2023").mkdir(parents=True)
    (tmp_path / "data" / "2023" / "facts.json").write_text('{"facts": [{"id": 1}]}', encoding="utf-8")
    found, [problem] = read_edition(tmp_path)
    assert found is None
    assert problem.place.file == "data/2023/facts.json"
