"""What does a draft look like as files, and does the gate report all that it leaves open?"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from measuring import create_splitter

from chuxiong_site.content.load import load_project
from chuxiong_site.content.structure_raw import structure_raw
from chuxiong_site.drafting import Draft, compute_draft
from chuxiong_site.drafting.annotated_copy import AnnotatedDraft, Origin, render_draft_report
from chuxiong_site.drafting.open_list import describe_draft, describe_place, render_draft_list
from chuxiong_site.model.project import Project
from sample_projects import analyse_content, copy_fixture

PAGE = (
    "索引号:EXAMPLE-2025-002 | 公开目录:年度报告 | 发布机构:示例州人民政府办公室 |\n"
    "主题词: | 发布日期:2025年02月20日 | 文 号: |\n"
    "示例州2024年度便民服务情况报告\n"
    "2024年,示例州便民服务连续4年获得好评。\n"
    "一、工作情况\n"
    "(一)乡村服务有所加强。投入1.3亿元,开展下乡服务40余次。育苗3.1万株。出租房屋由10套减少到4套。\n"
    "(二)办事更加方便。全州共有政务服务事项130项,网上可办104项,网上可办比例为80%。"
    "施工许可由6个工作日压缩到5个工作日办结。“示例88”平台受理群众诉求4.02万件,按时办结率达99.1%。\n"
    "二、存在的问题\n队伍还需加强。\n"
    "三、2025年安排\n进一步增加网上可办的事项。\n"
)
"""The year after the small project's report: sections exchanged, two numbers new, one reworded, several gone."""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Copy the small project."""
    return copy_fixture("small", tmp_path)


@pytest.fixture
def project(content: Path) -> Project:
    """Load the small project."""
    project, problems = load_project(content)
    assert project is not None
    assert problems == []
    return project


@pytest.fixture
def draft(project: Project) -> Draft:
    """Draft the page of 2024."""
    return make_draft(PAGE, project)


def make_draft(page: str, project: Project) -> Draft:
    """Draft a page."""
    raw = structure_raw(page)
    assert raw is not None
    return compute_draft(raw, project, "2024", create_splitter(project))


@pytest.fixture
def written(draft: Draft, project: Project) -> AnnotatedDraft:
    """Write the annotated copy."""
    return write_draft(draft, PAGE, project)


BESIDE = frozenset({"E215", "W406", "W501", "W505"})
"""What a copy as drafted is still told: no headline yet, indicators it lacks, names that nobody has looked at."""


def list_codes(content: Path, written: AnnotatedDraft, page: str) -> set[str]:
    """Return what is said of a copy once every number without a name is declared to be none."""
    copy = written.text.replace("]{fact}", "]{numeral=idiom}")
    (content / "reports" / "2024.md").write_bytes(copy.encode())
    (content / "reports" / "2024.txt").write_bytes(page.encode())
    return {problem.code for problem in analyse_content(content)[1]}


def write_draft(draft: Draft, page: str, project: Project, *, accept: bool = True) -> AnnotatedDraft:
    """Write the annotated copy of a page, by default with the certain matches named."""
    digest = hashlib.sha256(page.encode()).hexdigest()
    origin = Origin(source_url="https://example.org/report/2024.html", sha256=digest)
    return render_draft_report(draft, project.reports[0], origin, accept=accept)


def test_hidden_characters_change_no_reading(
    content: Path, draft: Draft, project: Project, written: AnnotatedDraft
) -> None:
    """A page with characters that nobody sees is drafted like the one without; the copy keeps them where they are."""
    page = re.sub(r"(?<=\d)(?=[\d.万件项])", "\u200b", PAGE).replace("\n", "\u200b\n\u00ad") + "\n\u200b\n"
    made = make_draft(page, project)
    hidden = write_draft(made, page, project)
    assert list_codes(content, hidden, page) <= BESIDE
    assert re.sub("[\u200b\u00ad]", "", hidden.text.split("---\n")[2]) == written.text.split("---\n")[2]
    assert [drafted.certain for drafted in made.numbers] == [drafted.certain for drafted in draft.numbers]


@pytest.mark.parametrize("accept", [True, False])
def test_the_copy_loads(content: Path, draft: Draft, project: Project, *, accept: bool) -> None:
    """Beside the report of 2023, the draft loads, equals its page, and no number is left without a tag."""
    made = write_draft(draft, PAGE, project, accept=accept)
    left = render_draft_list(draft, made, "reports/2024.md", project.reports[0], accept=accept)
    (content / "reports" / "2024.draft.yaml").write_bytes(left.encode())
    assert list_codes(content, made, PAGE) <= BESIDE


def test_what_nobody_can_read_is_said(content: Path, project: Project) -> None:
    """Digits that no rule reads and numbers without a value are tagged as not read: the copy passes as it is."""
    page = PAGE.replace("育苗3.1万株。", "育苗3.1万株。2×35万千瓦机组投产,惠及数百人。")
    draft = make_draft(page, project)
    copy = write_draft(draft, page, project)
    assert "[2×35万千瓦]{numeral=unread}机组投产,惠及[数百人]{numeral=unread}。" in copy.text
    assert list_codes(content, copy, page) <= BESIDE | {"W410"}
    left = render_draft_list(draft, copy, "reports/2024.md", project.reports[0])
    assert re.search("其中 [0-9] 个没有读出来", left)


def test_the_places(draft: Draft, project: Project) -> None:
    """The place of every number is that of its words in the copy, right behind the bracket."""
    made = write_draft(draft, PAGE, project, accept=False)
    lines = made.text.split("\n")
    for drafted in draft.numbers:
        line, column = made.places[drafted.numeral.span]
        assert lines[line - 1][column - 2 :].startswith(f"[{drafted.numeral.text}]{{fact}}")


def test_the_lines(written: AnnotatedDraft) -> None:
    """Accepted numbers are named in place, with both ends of a change; the others are facts without a name."""
    lines = written.text.split("---\n")[2].strip().split("\n\n")
    assert lines[1] == "2024年,示例州便民服务连续[4年]{fact=good-rating-years}获得好评。"
    assert "育苗[3.1万株]{fact}。出租房屋由[10套]{fact}减少到[4套]{fact}。" in lines[3]
    change = "由[6个工作日]{fact=permit-days as=before}压缩到[5个工作日]{fact=permit-days as=after}办结"
    assert change in lines[4]
    assert lines[-1] == "进一步增加网上可办的事项。"


def test_nothing_is_named_unasked(draft: Draft, project: Project) -> None:
    """Without acceptance the copy names nothing, and the list offers each certain match with last year's words."""
    made = write_draft(draft, PAGE, project, accept=False)
    assert "{fact=" not in made.text
    listed = yaml.safe_load(render_draft_list(draft, made, "reports/2024.md", project.reports[0]))
    assert len(listed["certain"]) == sum(bool(drafted.certain) for drafted in draft.numbers)
    [years] = [entry for entry in listed["certain"] if "good-rating-years" in entry["tag"]]
    assert years["tag"] == "[4年]{fact=good-rating-years}"
    assert years["sentence"] == "2024年,示例州便民服务连续【4年】获得好评。"
    assert years["last"] == "2023 年：2023年,示例州便民服务连续【3年】获得好评。"


def test_the_plainest_come_first(draft: Draft, written: AnnotatedDraft, project: Project) -> None:
    """Doubtful numbers are listed by how few doubts their first candidates have, each with last year's words."""
    listed = yaml.safe_load(render_draft_list(draft, written, "reports/2024.md", project.reports[0]))
    counts = [entry["candidates"][0]["doubt"].count("；") for entry in listed["doubtful"]]
    assert counts == sorted(counts)
    assert all("【" in candidate["last"] for entry in listed["doubtful"] for candidate in entry["candidates"])


def test_what_the_list_says(draft: Draft, project: Project, written: AnnotatedDraft) -> None:
    """The list is YAML: doubtful numbers with candidates, a row of new ones for each section, and what was not found."""
    text = render_draft_list(draft, written, "reports/2024.md", project.reports[0])
    listed: dict[str, Any] = yaml.safe_load(text)
    assert {"doubtful", "new", "lost"} <= listed.keys()
    line = written.text.split("\n").index(next(row for row in written.text.split("\n") if "育苗" in row)) + 1
    assert listed["new"]["1.1"] == f"「乡村服务有所加强」3 个数，第 {line} 行"
    doubtful = {
        entry["sentence"].partition("【")[2].partition("】")[0]: entry for entry in listed["doubtful"]
    }
    first = doubtful["1.3亿元"]["candidates"][0]
    assert first["tag"] == "[1.3亿元]{fact=road-money}"
    assert "没有往年的「修路」" in first["doubt"]
    assert not {"88", "3.1万株", "4套"} & doubtful.keys()
    assert "visits" not in listed["lost"]


def test_the_head(draft: Draft, written: AnnotatedDraft) -> None:
    """The head carries what the page says, the page's digest, and a page name for every section."""
    head = yaml.safe_load(written.text.split("---\n")[1])
    assert head["disclosure"]["index_number"] == "EXAMPLE-2025-002"
    assert head["disclosure"]["subject_words"] == ""
    assert head["body_from_line"] == 3
    assert head["source_sha256"] == hashlib.sha256(PAGE.encode()).hexdigest()
    assert head["sections"] == dict(draft.slugs) == {
        "0": "preamble", "1.1": "villages", "1.2": "services", "2": "section-2", "3": "plan",
    }  # fmt: skip
    assert head["drafted"] == ["2"]
    assert head["doors"] == {"1": "做了什么", "2": "还差什么", "3": "{year}做什么"}


def test_what_the_command_says(draft: Draft, written: AnnotatedDraft) -> None:
    """The first line counts, the others name every open number with file, line and column, and new ones by section."""
    first, *rows = describe_draft(draft, written, "reports/2024.md").split("\n")
    certain = sum(len(drafted.certain) for drafted in draft.numbers)
    assert first.startswith(f"认定 {certain} 个数字，")
    for drafted in draft.numbers:
        said = any(describe_place(drafted, written, "reports/2024.md") in row for row in rows)
        assert said != drafted.is_new
    assert [row.split("　")[1] for row in rows if row.startswith("新的")] == ["第 1.1 节"]
