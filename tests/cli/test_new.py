"""What does `new` make, say and refuse, and does its project build at once?"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from built import FIXTURES
from chuxiong_site.build.site import build_site
from chuxiong_site.cli import options
from chuxiong_site.problems import is_warning
from command_runs import Run, create_run
from sample_projects import create_options
from word_files import make_document, paragraph

RAW = FIXTURES / "raw"
TEXT = RAW / "work_report.txt"
PAGE = RAW / "openness.html"


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Run a command from an empty folder."""
    monkeypatch.setattr(options, "ROOT", tmp_path)
    monkeypatch.chdir(tmp_path)
    return create_run(monkeypatch, capfd)


def list_names(folder: Path) -> set[str]:
    """Return the files below a folder."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_project_from_a_text(run: Run, tmp_path: Path) -> None:
    """A text becomes a project: the capture byte for byte, the copy, catalogues, a README, a workflow; all of it is said."""
    said = run("new", TEXT, "--into", "site")
    assert (said.code, said.err) == (0, "")
    assert (tmp_path / "site/content/reports/2024.txt").read_bytes() == TEXT.read_bytes()
    assert list_names(tmp_path / "site") == {
        ".gitattributes", ".gitignore", ".github/workflows/publish.yml", "README.md",
        *(f"content/{name}" for name in (
            "site.yaml", "indicators.yaml", "charts.yaml", "checks.yaml", "terms.yaml", "dictionary.txt",
            "reports/2024.md", "reports/2024.txt",
        )),
    }  # fmt: skip
    for words in (
        "网站名称：青禾州人民政府", "政府工作报告", "2024年1月9日 报告", "一、2023年工作回顾", "（一）经济稳中向好。",
        "没有读出来 1", "第 13 行：没有读出来的数", "【2×35万千瓦】", "chuxiong-site build", "chuxiong-site serve",
    ):  # fmt: skip
        assert words in said.out, words


@pytest.mark.parametrize(
    "name", ["work_report.txt", "brackets.txt", "openness.html", "report.docx", "gb.txt"]
)
def test_it_builds_at_once(name: str, run: Run, tmp_path: Path) -> None:
    """The project of a text, a page, a document and a text in the old encoding is published as it is; reminders only."""
    source = RAW / name
    if name == "report.docx":
        lines = [line.strip() for line in TEXT.read_text(encoding="utf-8").split("\n") if line.strip()]
        source = tmp_path / name
        source.write_bytes(make_document(*map(paragraph, lines)))
    if name == "gb.txt":
        source = tmp_path / name
        source.write_bytes(TEXT.read_text(encoding="utf-8").encode("gb18030"))
    assert run("new", source, "--into", "site").code == 0
    outcome = build_site(create_options(tmp_path / "site" / "content"))
    assert [problem for problem in outcome.problems if not is_warning(problem.code)] == []
    assert outcome.published


def test_what_is_not_the_capture_is_kept(run: Run, tmp_path: Path) -> None:
    """A file whose text is not it byte for byte is kept beside, with its digest in the README."""
    run("new", PAGE, "--into", "site")
    kept = tmp_path / "site/content/originals/2024.html"
    assert kept.read_bytes() == PAGE.read_bytes()
    assert hashlib.sha256(PAGE.read_bytes()).hexdigest() in (tmp_path / "site/README.md").read_text(
        encoding="utf-8"
    )
    copy = (tmp_path / "site/content/reports/2024.md").read_text(encoding="utf-8")
    assert "source_url: https://www.example.org/openness/2024/report.html\n" in copy
    assert "\n\n![2024年公开渠道分布图](missing)\n\n" in copy
    assert "publisher: 青禾州民生服务局\n" in copy


def test_several_years(run: Run, tmp_path: Path) -> None:
    """Each file is a year of one site; the name and the addresses are those that staff give."""
    older = tmp_path / "old.txt"
    older.write_text(
        TEXT.read_text(encoding="utf-8").replace("2024年1月9日", "2023年1月5日"), encoding="utf-8"
    )
    addresses = ("--source-url", "https://example.org/2024", "--source-url", "https://example.org/2023")
    said = run("new", TEXT, older, "--into", "site", "--name", "青禾年报", *addresses)
    assert said.code == 0
    reports = tmp_path / "site/content/reports"
    assert list_names(reports) == {"2024.md", "2024.txt", "2023.md", "2023.txt"}
    assert "source_url: https://example.org/2023\n" in (reports / "2023.md").read_text(encoding="utf-8")
    assert "name: 青禾年报\n" in (tmp_path / "site/content/site.yaml").read_text(encoding="utf-8")


def test_the_same_year_twice(run: Run, tmp_path: Path) -> None:
    """Two reports of one year are refused, both files named; --year mends what was misread."""
    other = tmp_path / "other.txt"
    other.write_bytes(TEXT.read_bytes() + "完。\n".encode())
    said = run("new", TEXT, other, "--into", "site")
    assert (said.code, said.out) == (1, "")
    assert "与 work_report.txt 同是 2024 年的报告" in said.err
    assert not (tmp_path / "site").exists()
    assert run("new", TEXT, other, "--into", "site", "--year", "2024", "--year", "2025").code == 0


def test_a_year_that_nobody_says(run: Run, tmp_path: Path) -> None:
    """Without a year in the text it is that of the file's name, which is said; without any it is asked for."""
    text = re.sub("——2024年1月9日[^\n]*", "", TEXT.read_text(encoding="utf-8"))
    (tmp_path / "report_2019.txt").write_text(text, encoding="utf-8")
    (tmp_path / "report.txt").write_text(text, encoding="utf-8")
    assert "照文件名当作 2019 年" in run("new", "report_2019.txt", "--into", "a").out
    said = run("new", "report.txt", "--into", "b")
    assert (said.code, "E121" in said.err, (tmp_path / "b").exists()) == (1, True, False)
    assert run("new", "report.txt", "--into", "b", "--year", "2019").code == 0


def test_an_existing_folder_is_never_overwritten(run: Run, tmp_path: Path) -> None:
    """A folder with anything in it stays as it is, and the command line is called wrong."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "own.txt").write_text("自己的", encoding="utf-8")
    said = run("new", TEXT, "--into", "site")
    assert (said.code, said.out) == (2, "")
    assert "不会盖掉它" in said.err
    assert list_names(tmp_path / "site") == {"own.txt"}


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((TEXT, "--into", "a", "--year", "24"), 2, "四位数的年份"),
        ((TEXT, "--into", "a", "--year", "2024", "--year", "2025"), 2, "有 1 个文件，就写 1 次"),
        ((TEXT, "--into", "a", "--source-url", "example"), 2, "--source-url"),
        (("gone.txt", "--into", "a"), 2, "找不到「gone.txt」"),
        ((".", "--into", "a"), 1, "一个文件夹"),
        ((TEXT,), 2, "没有写完"),
        (("--into", "a"), 2, "没有写完"),
    ],
)
def test_wrong_command_lines(
    arguments: tuple[object, ...], code: int, said: str, run: Run, tmp_path: Path
) -> None:
    """Every mistake of the command line is one sentence, and nothing is written."""
    result = run("new", *arguments)
    assert (result.code, result.out) == (code, "")
    assert said in result.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("empty.txt", b"", "E103"),
        ("big.txt", "青禾州工作报告\n".encode() * 250_000, "E104"),
        ("scan.pdf", b"%PDF-1.4", "E123"),
        ("page.html", b"<html><body><img src=a.png alt='x'></body></html>", "E120"),
        ("poem.txt", "春天来了花儿开满山坡孩子们在草地上跑来跑去\n".encode() * 9, "E120"),
        ("mixed.txt", "青禾州工作报告\n植树情况良好。\n".encode() + "又到年末。".encode("gb18030"), "E105"),
    ],
)
def test_bad_input_leaves_nothing(name: str, data: bytes, code: str, run: Run, tmp_path: Path) -> None:
    """What is no report is refused with a code, a sentence and what to do; nothing half written is left."""
    (tmp_path / name).write_bytes(data)
    said = run("new", TEXT, name, "--into", "site")
    assert (said.code, said.out) == (1, "")
    assert code in said.err
    assert "没有新建" in said.err
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_the_workflow_is_pinned(run: Run, tmp_path: Path) -> None:
    """The publishing workflow names every action by its commit and gives the building job no right to write."""
    run("new", TEXT, "--into", "site")
    workflow = (tmp_path / "site/.github/workflows/publish.yml").read_text(encoding="utf-8")
    own = (Path(__file__).parents[2] / ".github/workflows/publish.yml").read_text(encoding="utf-8")
    used = re.findall(r"uses: (\S+)", workflow)
    assert len(set(used)) > 4
    assert set(used) <= set(re.findall(r"uses: (\S+)", own))
    assert all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", action) for action in used)
    assert "permissions: {}" in workflow
