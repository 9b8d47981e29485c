"""Facts without a name: their ids, the clause that stands for a name, what their unit says; and the one reminder."""

from __future__ import annotations

from pathlib import Path

import pytest

from chuxiong_site.analysis.unnamed import read_measure
from chuxiong_site.model.findings import Fact
from chuxiong_site.problems import Problem
from sample_projects import analyse_content, apply_changes, copy_fixture, reseal

SENTENCE = "2023年,示例州便民服务连续[3年]{fact=good-rating-years}获得好评。"


def analyse_sentence(folder: Path, tagged: str) -> tuple[list[Fact], list[Problem], str]:
    """Return the unnamed facts, the problems and the body of the small project with a sentence in its preamble."""
    content = copy_fixture("small", folder)
    plain = tagged.replace("[", "").replace("]{fact}", "")
    apply_changes(
        content,
        [
            {"file": "reports/2023.md", "insert": [SENTENCE, tagged]},
            {"file": "reports/2023.txt", "insert": ["便民服务连续3年获得好评。", plain]},
        ],
    )
    reseal(content / "reports/2023.md")
    findings, problems = analyse_content(content)
    report_findings = findings.reports[0]
    facts = [fact for fact in report_findings.facts if not fact.named]
    return facts, problems, report_findings.report.body


@pytest.mark.parametrize(
    ("tagged", "names"),
    [
        ("全年受理办件[3件]{fact},办结。", ["「全年受理办件3件」"]),
        ("工作(其中受理申请[3件]{fact},办结)完成。", ["「其中受理申请3件」"]),
        ("甲、乙等[5个]{fact}县参加了活动。", ["「甲、乙等5个县参加了活动」"]),
        ("办理人大建议[3件]{fact}、政协提案[5件]{fact}。", ["「办理人大建议3件」", "「政协提案5件」"]),
        (
            "由[9天]{fact}压缩到[5天]{fact}办结。",
            ["「由9天压缩到5天办结」里的「9天」", "「由9天压缩到5天办结」里的「5天」"],
        ),
        (
            "甲县新增学校[5所]{fact}乙县新增学校[5所]{fact}。",
            [
                "「甲县新增学校5所乙县新增学校5所」里的第 1 处「5所」",
                "「甲县新增学校5所乙县新增学校5所」里的第 2 处「5所」",
            ],
        ),
        ("规上工业增加值稳步提高,增长[5.1%]{fact}。", ["「规上工业增加值稳步提高，增长5.1%」"]),
        ("推行“一窗受理,一网通办”事项[9项]{fact}。", ["「推行“一窗受理，一网通办”事项9项」"]),
    ],
)
def test_the_clause_stands_for_the_name(tagged: str, names: list[str], tmp_path: Path) -> None:
    """The clause is quoted as readers see it, from mark to mark; with several numbers in it, which is meant is said."""
    facts, _, _ = analyse_sentence(tmp_path, tagged)
    assert [fact.indicator.name for fact in facts] == names


def test_an_id_is_the_place_in_the_text(tmp_path: Path) -> None:
    """The id names the first code point of the number in the captured body, and nothing is said of scope or theme."""
    [fact], _, body = analyse_sentence(tmp_path, "全年受理办件[30余件]{fact}。")
    assert fact.id == f"at-{body.index('30余件')}"
    assert (fact.indicator.id, fact.unit, str(fact.value)) == (fact.id, "件", "30")
    assert (fact.indicator.scope, fact.indicator.theme) == ("报告未明示", "")


@pytest.mark.parametrize(
    ("unit", "measure"),
    [
        ("元", "money"), ("美元", "money"), ("天", "duration"), ("个工作日", "duration"), ("分钟", "duration"),
        ("件", "count"), ("亩", "count"), ("人（次）", "count"),
        ("%", "undetermined"), ("个百分点", "undetermined"), ("", "undetermined"),
    ],
)  # fmt: skip
def test_the_measure_is_what_the_unit_surely_says(unit: str, measure: str) -> None:
    """Money, time and counted things are known by their unit; per cents and bare numbers are left open."""
    assert read_measure(unit) == measure


def test_one_reminder_for_all(tmp_path: Path) -> None:
    """A report with unnamed facts gets one reminder that counts them and names three with their lines."""
    tagged = "受理[3件]{fact},办结[2件]{fact},退回[1件]{fact},补正[9件]{fact}。"
    _, problems, _ = analyse_sentence(tmp_path, tagged)
    [problem] = [problem for problem in problems if problem.code == "W407"]
    assert problem.found.startswith("4 个数字还没有名称：第 ")
    assert (problem.found.count("行「"), problem.found.endswith(" 等")) == (3, True)


def test_named_and_unnamed_at_once(tmp_path: Path) -> None:
    """A number that has a name is not tagged once more without one."""
    content = copy_fixture("small", tmp_path)
    change = ["[120项]{fact=service-items}", "[[120项]{fact=service-items}]{fact}"]
    apply_changes(content, [{"file": "reports/2023.md", "replace": change}])
    [problem] = [problem for problem in analyse_content(content)[1] if problem.code == "E406"]
    assert problem.found == "「120项」标了两次"
