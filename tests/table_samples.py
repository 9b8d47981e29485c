"""How do the tests put a table into a report?"""

from __future__ import annotations

import re
from pathlib import Path

from chuxiong_site.model.findings import ReportFindings
from sample_projects import analyse_content, apply_changes, copy_fixture, reseal

TAG = re.compile(r"\[([^\]\n]*)\]\{[^}\n]*\}")
FIGURE = re.compile(r"(?<=\t)([0-9][0-9.]*)(?=\t|$)", re.MULTILINE)
SENTENCE = "2023年,示例州便民服务连续[3年]{fact=good-rating-years}获得好评。"


def tag_figures(table: str) -> str:
    """Return a table with every number that is a whole cell tagged as a fact without a name."""
    return FIGURE.sub(r"[\1]{fact}", table)


def analyse_table(folder: Path, table: str) -> ReportFindings:
    """Return what is found in the small project with a table, its numbers tagged, in its preamble."""
    content = copy_fixture("small", folder)
    tagged = tag_figures(table)
    apply_changes(
        content,
        [
            {"file": "reports/2023.md", "insert": [SENTENCE, f"\n{tagged}\n"]},
            {
                "file": "reports/2023.txt",
                "insert": ["便民服务连续3年获得好评。", "\n" + TAG.sub(r"\1", tagged) + "\n"],
            },
        ],
    )
    reseal(content / "reports/2023.md")
    findings, problems = analyse_content(content)
    assert {problem.code for problem in problems} <= {"W407"}
    return findings.reports[0]
