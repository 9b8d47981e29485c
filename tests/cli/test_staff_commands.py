"""What do `scan`, `draft` and `diff` say, write, and end with?"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from built import FIXTURES
from chuxiong_site.cli import options
from chuxiong_site.publishing.errors import WriteFailedError
from chuxiong_site.publishing.new_files import AlreadyThereError, write_new_files
from command_runs import Ran, Run, create_run
from sample_projects import check_content, copy_fixture


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Run a command from an empty folder, with the years of a fixture as the project's content."""
    copy_fixture("two_years", tmp_path / "project")
    monkeypatch.setattr(options, "ROOT", tmp_path / "project")
    monkeypatch.chdir(tmp_path)
    return create_run(monkeypatch, capfd)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Copy the years once more, to be changed."""
    return copy_fixture("two_years", tmp_path)


YEARS = FIXTURES / "two_years"
PAGE = YEARS / "reports" / "2024.txt"


def test_scan_reads_a_file_in_gb18030(run: Run, tmp_path: Path) -> None:
    """The numerals of a text in the old encoding come out as JSON, with offsets in its characters."""
    (tmp_path / "a.txt").write_bytes("全年办件132.87万件。".encode("gb18030"))
    said = run("scan", "a.txt", "--format", "json")
    assert (said.code, said.err) == (0, "")
    assert json.loads(said.out) == [
        {
            "start": 4, "end": 12, "text": "132.87万件", "kind": "fact", "value": "1328700", "unit": "件",
            "approximate": False, "qualifier": None,
        }
    ]  # fmt: skip


def test_scan_refuses_what_is_no_text(run: Run, tmp_path: Path) -> None:
    """A missing file is a wrong command line, a binary one wrong content."""
    (tmp_path / "a.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    assert run("scan", "a.txt").code == 1
    missing = run("scan", "b.txt")
    assert (missing.code, missing.err) == (2, "文件写得不对：找不到「b.txt」。检查路径和文件名。\n")
    assert run("scan", ".").err == "文件写得不对：它是文件夹，要的是文件。\n"


def test_draft_of_the_same_text(run: Run, content: Path) -> None:
    """The page of 2024 with the years of 2025 is drafted whole and kept byte for byte: nothing is left to say but what was."""
    before = [problem.code for problem in check_content(content).problems]
    address = ("--source-url", "https://example.org/2025.html")
    page = content.parent / "2025.txt"
    page.write_bytes(PAGE.read_bytes().replace(b"2024", b"2025"))
    said = run("draft", page, "--year", "2025", "--content", content, "--accept", *address)
    assert said.code == 0, said.err
    assert said.out.startswith("认定 5 个数字，存疑 0 个数，新的 0 个数，上一份有而这一份没认出 0 个。\n")
    assert (content / "reports" / "2025.txt").read_bytes() == page.read_bytes()
    outcome = check_content(content)
    assert [problem.code for problem in outcome.problems] == before
    assert outcome.findings is not None
    assert [len(report_findings.facts) for report_findings in outcome.findings.reports] == [5, 5, 3]


def test_draft_never_overwrites(run: Run, content: Path) -> None:
    """Where the year's report, another page or a list is there, nothing is written and the command line is wrong."""
    reports = content / "reports"
    before = {path.name: path.read_bytes() for path in reports.iterdir()}
    said = run("draft", PAGE, "--year", "2024", "--content", content)
    assert said.code == 2
    assert "不会盖掉它" in said.err
    assert {path.name: path.read_bytes() for path in reports.iterdir()} == before
    (reports / "2025.txt").write_text("别的", encoding="utf-8")
    assert run("draft", PAGE, "--year", "2025", "--content", content).code == 2
    assert sorted(path.name for path in reports.iterdir()) == sorted([*before, "2025.txt"])


def test_draft_of_a_page_that_is_in_its_place(run: Run, content: Path) -> None:
    """A page that staff saved under its name before is used as it is."""
    shutil.copy(PAGE, content / "reports" / "2025.txt")
    said = run("draft", content / "reports" / "2025.txt", "--year", "2025", "--content", content)
    assert said.code == 0, said.err
    assert (content / "reports" / "2025.md").is_file()


def test_draft_elsewhere(run: Run, tmp_path: Path) -> None:
    """With --out the files go to another folder, and the content stays as it is."""
    reports = options.ROOT / "content" / "reports"
    before = sorted(path.name for path in reports.iterdir())
    said = run("draft", PAGE, "--year", "2025", "--out", tmp_path / "new")
    assert said.code == 0, said.err
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == [
        "2025.draft.yaml",
        "2025.md",
        "2025.txt",
    ]
    assert sorted(path.name for path in reports.iterdir()) == before


@pytest.mark.parametrize("year", ["24", "2024年", "../2024", "0000"])
def test_draft_wants_a_year(run: Run, year: str) -> None:
    """A year is four digits: it becomes a file name and an address."""
    said = run("draft", PAGE, "--year", year)
    assert (said.code, said.err) == (2, "--year 写得不对：要写四位数的年份，例如 2024\n")


def test_draft_needs_a_text_and_sound_content(run: Run, tmp_path: Path) -> None:
    """A page without a text and a content folder that cannot be read are wrong content; nothing is written."""
    (tmp_path / "blank.txt").write_text("\n \n", encoding="utf-8")
    assert run("draft", tmp_path / "blank.txt", "--year", "2024", "--out", tmp_path / "new").code == 1
    small = copy_fixture("small", tmp_path)
    (small / "indicators.yaml").write_text("themes: [\n", encoding="utf-8")
    said = run("draft", PAGE, "--year", "2024", "--content", small)
    assert said.code == 1
    assert said.err.endswith("没有起草：先把上面的错误改好。\n")
    assert not (small / "reports" / "2024.md").exists()
    assert not (tmp_path / "new").exists()


def test_new_files_are_written_together(tmp_path: Path) -> None:
    """All new files are written or none: one that is there stops the others, and so does a disk that refuses."""
    (tmp_path / "b").write_text("old", encoding="utf-8")
    with pytest.raises(AlreadyThereError):
        write_new_files({tmp_path / "a": b"1", tmp_path / "b": b"2"})
    with pytest.raises(WriteFailedError):
        write_new_files({tmp_path / "a": b"1", tmp_path / "b" / "c": b"2"})
    assert [path.name for path in tmp_path.iterdir()] == ["b"]
    assert (tmp_path / "b").read_text(encoding="utf-8") == "old"


def test_diff_ends_well(run: Run, content: Path) -> None:
    """A difference is no failure, and neither is there being none."""
    assert run("diff", YEARS, content) == Ran(code=0, out="没有不同。\n", err="")
    run("draft", PAGE, "--year", "2025", "--content", content)
    said = run("diff", content / "reports" / "2024.md", YEARS / "reports" / "2024.md")
    assert (said.code, said.out) == (0, "没有不同。\n")
    grown = run("diff", YEARS, content, "--format", "markdown")
    assert grown.code == 0
    assert "- 新增一份报告 2025：5 个数字" in grown.out


def test_diff_of_other_things(run: Run, tmp_path: Path) -> None:
    """What is neither site, content nor report is a wrong command line."""
    said = run("diff", YEARS, tmp_path)
    assert said.code == 2
    assert "不能比较" in said.err
    assert run("diff", "nowhere", tmp_path).code == 2
