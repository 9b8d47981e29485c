"""What does the command line say, where, and with which exit code?"""

from __future__ import annotations

import json
import re
from pathlib import Path

import click
import pytest

from built import ROOT
from chuxiong_site import __version__, cli
from chuxiong_site.build import site
from chuxiong_site.build.options import Outcome
from chuxiong_site.cli import options
from chuxiong_site.model.place import Place
from chuxiong_site.problems import CODES, Problem
from chuxiong_site.problems.describe import text_width
from command_runs import Run, create_run
from sample_projects import apply_changes, copy_fixture, read_changes, replace_in

INVALID = ROOT / "tests" / "invalid"


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Run the command in a project that has our templates."""
    monkeypatch.setattr(options, "ROOT", ROOT)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.chdir(tmp_path)
    return create_run(monkeypatch, capfd)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Copy the small project."""
    return copy_fixture("small", tmp_path)


def test_a_right_project(run: Run, content: Path) -> None:
    """A right project is said to be right, with exit code 0."""
    ran = run("check", "--content", str(content))
    assert (ran.code, ran.out, ran.err) == (
        0,
        "没有错误：15 个数字逐个有交代，正文与官方原文逐字相同。\n",
        "",
    )


@pytest.mark.parametrize(
    "rule",
    ["changed-character", "untagged-number", "yaml-tab", "gbk-file", "missing-folder", "everything-at-once"],
)
def test_wrong_content(run: Run, content: Path, rule: str) -> None:
    """Wrong content ends with exit code 1 and the problems on standard error, in the words of `check`."""
    apply_changes(content, read_changes(INVALID / rule / "change.yaml")[1])
    ran = run("check", "--content", str(content))
    expected = (INVALID / rule / "problems.txt").read_text(encoding="utf-8")
    assert (ran.code, ran.out) == (1, "")
    said = ran.err.replace(str(content), "<content>").replace("content 错误 E101", ". 错误 E101")
    assert said.replace("content/", "") == expected


def test_build_writes(run: Run, content: Path, tmp_path: Path) -> None:
    """`build` writes the site and says where, how much, and how long it took."""
    ran = run("build", "--content", str(content), "--out", "made")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("网站已生成：made")
    assert "15 个数字，5 项核对" in ran.out
    assert (tmp_path / "made" / "2023" / "services.html").is_file()


@pytest.mark.parametrize("rule", ["ratio-fails", "full-width-brace", "missing-file", "digit-in-chart-title"])
def test_a_wrong_project_writes_nothing(run: Run, content: Path, tmp_path: Path, rule: str) -> None:
    """With anything wrong nothing is written, and a site that stands there is not touched."""
    out = tmp_path / "_site"
    out.mkdir()
    (out / ".chuxiong-site").write_bytes(b"")
    (out / "index.html").write_bytes(b"last good site")
    apply_changes(content, read_changes(INVALID / rule / "change.yaml")[1])
    before = sorted(path.name for path in tmp_path.iterdir())
    ran = run("build", "--content", str(content), "--out", str(out))
    assert ran.code == 1
    assert ran.err.endswith("没有发布；原来的网站没有动。\n")
    assert (out / "index.html").read_bytes() == b"last good site"
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_warnings_publish_unless_strict(run: Run, content: Path, tmp_path: Path) -> None:
    """A warning is shown and the site published; under --strict it is not."""
    replace_in(content / "reports/2023.md", "三、2024年安排", "三、[2024年]{numeral=year}安排")
    strict = run("build", "--content", str(content), "--out", "made", "--strict")
    assert (strict.code, (tmp_path / "made").exists()) == (1, False)
    assert "提醒 W401" in strict.err
    assert run("check", "--content", str(content), "--strict").code == 1
    kind = run("check", "--content", str(content))
    assert (kind.code, "提醒 W401" in kind.err) == (0, True)


def test_json(run: Run, content: Path) -> None:
    """For programs the problems are JSON on standard output, and nothing else is."""
    replace_in(content / "reports/2023.md", "主要表现在:", "主要表现:")
    ran = run("check", "--content", str(content), "--format", "json")
    [problem] = json.loads(ran.out)["problems"]
    assert (ran.code, ran.err) == (1, "")
    assert (problem["code"], problem["file"], problem["line"], problem["column"]) == (
        "E310",
        "content/reports/2023.md",
        50,
        5,
    )


def test_json_without_problems(run: Run, content: Path) -> None:
    """A right project is an empty list."""
    ran = run("check", "--content", str(content), "--format", "json")
    assert (ran.code, json.loads(ran.out)) == (0, {"problems": []})


@pytest.mark.parametrize("command", ["check", "build"])
def test_github(run: Run, content: Path, command: str) -> None:
    """For GitHub each problem is an annotation at its line and column."""
    replace_in(content / "reports/2023.md", "主要表现在:", "主要表现:")
    ran = run(command, "--content", str(content), "--format", "github")
    assert ran.code == 1
    assert ran.out.startswith(
        "::error file=content/reports/2023.md,line=50,col=5,title=E310 正文与官方原文不同::"
    )


@pytest.mark.parametrize(("style", "said"), [("text", "{}:50:5 "), ("json", '"{}"'), ("github", "file={},")])
def test_files_are_named_where_they_are(run: Run, content: Path, style: str, said: str) -> None:
    """A file is named by its real place, wherever the content lies: counted from where the command runs."""
    replace_in(content / "reports/2023.md", "主要表现在:", "主要表现:")
    content.parent.joinpath("offices").mkdir()
    content.rename(content.parent / "offices" / "甲办")
    ran = run("check", "--content", "offices/../offices/甲办/", "--format", style)
    assert said.format("offices/甲办/reports/2023.md") in ran.out + ran.err
    assert "content/" not in ran.out + ran.err


def test_github_counts_from_the_top(
    run: Run, content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A job that runs in a folder of the repository marks the files from the repository's top."""
    replace_in(content / "reports/2023.md", "主要表现在:", "主要表现:")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path.parent))
    ran = run("check", "--content", "content", "--format", "github")
    assert f"::error file={tmp_path.name}/content/reports/2023.md,line=50," in ran.out


def test_a_site_at_fault_marks_no_file(run: Run, content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page of the built site is no file of the repository: it is named in the words, not as the place."""
    fault = Problem(code="E601", place=Place(file="2023/full.html"), found="甲", expected="乙")
    monkeypatch.setattr(site, "list_faults", lambda *_: [fault])
    ran = run("check", "--content", str(content), "--format", "github")
    assert ran.code == 3
    assert ran.out.startswith(
        "::error title=E601 生成的网页与报告对不上::2023/full.html%0A现在：甲%0A应为：乙%0A"
    )


def test_json_of_a_build(run: Run, content: Path) -> None:
    """A build that answers a program prints nothing else on standard output."""
    ran = run("build", "--content", str(content), "--out", "made", "--format", "json")
    assert (ran.code, json.loads(ran.out), ran.err) == (0, {"problems": []}, "")


@pytest.mark.parametrize("code", CODES)
def test_explain(run: Run, code: str) -> None:
    """Every code is explained: what it is, why, and how to mend it."""
    ran = run("explain", code.lower())
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"{code}　")
    assert "\n为什么：" in ran.out
    assert "\n怎么改：" in ran.out


def test_explain_an_unknown_code(run: Run) -> None:
    """An unknown code is answered with those that exist, exit code 2."""
    ran = run("explain", "E999")
    assert (ran.code, ran.out) == (2, "")
    assert "没有「E999」这个代码" in ran.err
    assert "E310" in ran.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chekc"], "没有「chekc」这个命令。是不是要写 check？加 --help 看用法。\n"),
        (["check", "--formt", "json"], "没有 --formt 这个选项。是不是要写 --format？加 --help 看用法。\n"),
        (["check", "--format", "xml"], "--format 写得不对：只能是 text、json、github。\n"),
        (["check", "a", "b"], "多出来的「a b」。加 --help 看用法。\n"),
        (["check", "--content"], "--content 后面要写上值。加 --help 看用法。\n"),
        (["explain"], "命令没有写完，少了代码。加 --help 看用法。\n"),
        (
            ["build", "--base-url", "example.org"],
            (
                "--base-url 写得不对：「example.org」不像网址：没有以 https:// 或 http:// 开头。"
                "应为网站所在文件夹的网址，例如 https://example.org/report/\n"
            ),
        ),
        (
            ["check", "--base-url", "https://example.org/a/?b=1"],
            (
                "--base-url 写得不对：「https://example.org/a/?b=1」里有「?」：后面接不了网页的路径。"
                "应为网站所在文件夹的网址，例如 https://example.org/report/\n"
            ),
        ),
    ],
)
def test_usage(run: Run, arguments: list[str], said: str) -> None:
    """A wrong command line is answered in one Chinese sentence, exit code 2, without a traceback."""
    ran = run(*arguments)
    assert (ran.code, ran.out, ran.err) == (2, "", said)


def test_a_folder_of_others(run: Run, content: Path, tmp_path: Path) -> None:
    """An output folder that is not ours is refused in words, exit code 2."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_bytes(b"")
    ran = run("build", "--content", str(content), "--out", "mine")
    assert ran.code == 2
    assert "不是本程序生成的网站" in ran.err
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["thesis.txt"]


def test_our_fault(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistake of the program is said to be one, exit code 3; the traceback comes only with --debug."""

    def fail(_: object) -> None:
        raise RuntimeError("甲")

    monkeypatch.setattr(site, "check_project", fail)
    ran = run("check")
    assert (ran.code, ran.out) == (3, "")
    assert "程序自己出了错：RuntimeError: 甲" in ran.err
    assert "Traceback" not in ran.err
    assert "Traceback" in run("check", "--debug").err


def test_pages_that_do_not_match(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the built pages do not match the report that is our fault too."""
    wrong = Problem(code="E601", place=Place(file="index.html"), found="甲", expected="乙")
    outcome = Outcome(problems=(wrong,), findings=None, site=None)
    monkeypatch.setattr(site, "check_project", lambda _: outcome)
    assert run("check").code == 3


def test_version(run: Run) -> None:
    """The version is printed alone."""
    assert run("--version").out == f"{__version__}\n"


@pytest.mark.parametrize("command", [[], ["build"], ["check"], ["explain"]])
def test_help_is_chinese(run: Run, command: list[str]) -> None:
    """Every command and every option has a Chinese sentence in the help."""
    ran = run(*command, "--help")
    assert ran.code == 0
    context = click.Context(cli.commands)
    target = cli.commands.get_command(context, command[0]) if command else cli.commands
    assert target is not None
    for option in target.params:
        if isinstance(option, click.Option) and not option.is_eager:
            assert option.help, option.name
            assert any("一" <= char <= "鿿" for char in option.help), option.name


def find_english(text: str) -> list[str]:
    """Return the English words of a text without commands, options and their values, file names, addresses and folders."""
    named = {*cli.COMMANDS, "chuxiong-site", "text", "json", "github", "markdown", "bash", "zsh", "fish"}
    named |= {"content", "reports", "Actions", "Tab", "python", "build.py", "K/N", "Ctrl+C"}
    kept = re.sub(
        r"https?://\S+|(?<![\w-])--?[a-z][a-z-]*|\[[a-z]+(?:\|[a-z]+)+\]|\w*\.(?:json|md|txt|html|docx|py|yaml)\b|_site",
        " ",
        text,
    )
    return [word for word in re.findall(r"[A-Za-z][A-Za-z+/.-]+", kept) if word.rstrip(".") not in named]


@pytest.mark.parametrize("command", ["", *cli.COMMANDS])
def test_help_has_no_english(run: Run, command: str) -> None:
    """No help has an English word besides what is typed or named: click's own headings and notes are Chinese too."""
    ran = run(*command.split(), "--help")
    assert (ran.code, ran.out.startswith("用法：")) == (0, True)
    assert find_english(ran.out) == []


def test_english_is_found() -> None:
    """What click says by itself would be found."""
    assert find_english("Usage: chuxiong-site build [OPTIONS]\n  --out PATH  输出。  [required]") == [
        "Usage", "OPTIONS", "PATH", "required",
    ]  # fmt: skip


def test_help_stands_in_columns(run: Run) -> None:
    """The second column of a list begins at one place of the terminal, Chinese in the first or not; no line is too long."""
    rows = [line for line in run("build", "--help").out.splitlines() if line.startswith("  -")]
    starts = {
        text_width(re.split("  +", line.strip())[0]) + text_width(re.findall("  +", line[2:])[0])
        for line in rows
    }
    assert len(rows) > 5
    assert len(starts) == 1
    for command in cli.COMMANDS:
        listed = run(command, "--help").out.partition("选项：")[2]
        assert max(map(text_width, listed.splitlines())) <= 80


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--strict=1"), ("serve", "--port", "x"), ("serve", "--port", "99999"), ("assemble", __file__),
        ("assemble", "没有"), ("diff", "没有"), ("completion", "tcsh"), ("scan", "."), ("check", "-x"),
        ("new", "--year"), ("completion",), ("build", "--part", "x"), ("draft", __file__, "--year", "24"),
    ],
)  # fmt: skip
def test_mistakes_are_answered_without_english(run: Run, arguments: tuple[str, ...]) -> None:
    """Whatever is mistyped, the answer has no English word but what was typed, and the end is 2."""
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    typed = {word.strip("-") for argument in arguments for word in (argument, argument.partition("=")[0])}
    assert [word for word in find_english(ran.err) if word not in typed] == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(run: Run, shell: str) -> None:
    """A shell's script begins with a comment that says where it belongs, and asks the installed command."""
    ran = run("completion", shell)
    assert ran.code == 0
    assert ran.out.startswith("# 每次打开终端都要补全")
    assert "_CHUXIONG_SITE_COMPLETE" in ran.out


def test_the_command_completes_itself(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked as the script asks, the command answers with what can follow."""
    monkeypatch.delenv("CHUXIONG_SITE_ROOT", raising=False)
    monkeypatch.setenv("_CHUXIONG_SITE_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "chuxiong-site ver")
    monkeypatch.setenv("COMP_CWORD", "1")
    assert run().out == "plain,verify\n"
    monkeypatch.setenv("COMP_WORDS", "chuxiong-site check --fo")
    monkeypatch.setenv("COMP_CWORD", "2")
    assert run().out == "plain,--format\n"


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("1700000000123", "（像是毫秒，去掉末三位）"),
        ("253402272000", "现在是「253402272000」"),
        ("1e9", "现在是「1e9」"),
        ("-1", "现在是「-1」"),
        ("1700000000.5", "现在是「1700000000.5」"),
        ("１７", "现在是「１７」"),
        (" ", "现在是「 」"),
    ],
)
def test_a_time_that_is_none(
    run: Run, content: Path, monkeypatch: pytest.MonkeyPatch, written: str, why: str
) -> None:
    """A SOURCE_DATE_EPOCH that is no number of seconds up to the year 9999 is refused in a sentence, with exit code 2."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", written)
    ran = run("build", "--content", str(content))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("环境变量 SOURCE_DATE_EPOCH 写得不对：要写 1970 年以来的秒数，只用数字")
    assert ran.err.endswith(f"{why}\n")


@pytest.mark.parametrize(
    ("written", "epoch"),
    [("", None), ("0", 0), ("1700000000", 1_700_000_000), ("253402271999", 253_402_271_999)],
)
def test_a_time_that_is_one(written: str, epoch: int | None) -> None:
    """Whole seconds are taken, to the last one of the year 9999; an empty SOURCE_DATE_EPOCH is none."""
    assert options.read_epoch(written) == epoch


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("content", "这是内容文件夹，要的是生成的网站，例如 _site"),
        ("nothing", "没有这个文件夹"),
        ("content/site.yaml", "它是文件，要的是网站文件夹"),
        ("empty", "没有能读懂的 receipt.json"),
    ],
)
def test_verify_of_something_else(run: Run, content: Path, name: str, why: str) -> None:
    """What is no built site is said to be what it is, with exit code 2."""
    (content.parent / "empty").mkdir()
    ran = run("verify", name)
    assert (ran.code, ran.out, ran.err) == (2, "", f"无法核对 {name}：{why}。\n")


def test_build_of_a_built_site(run: Run, content: Path) -> None:
    """A built site given as content is named in one problem, with exit code 1, and nothing is written."""
    assert run("build", "--content", str(content), "--out", "made").code == 0
    ran = run("build", "--content", "made", "--out", "again")
    assert ran.code == 1
    assert ran.err.startswith("made 错误 E101 找不到内容文件夹\n  现在：这是生成的网站\n")
    assert "共 1 个错误。" in ran.err
    assert not (content.parent / "again").exists()
