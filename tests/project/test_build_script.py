"""Does `python build.py` tell a sound environment from a broken one, and say clearly what went wrong?"""

from __future__ import annotations

import ast
import errno
import importlib.util
import os
import stat
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from environments import LOCK, find_packages, finish, make

from chuxiong_setup import child, commands, environment, setup_lock, state, window, words
from chuxiong_setup.console import Progress
from chuxiong_setup.errors import SetupError

SCRIPT = Path(__file__).resolve().parents[2] / "build.py"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """Load build.py without running it."""
    spec = importlib.util.spec_from_file_location("build_script", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Make a project with a run lock, a larger test lock and a finished environment."""
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "run.txt").write_text(LOCK, encoding="utf-8")
    (tmp_path / "requirements" / "test.txt").write_text(LOCK + "pytest==9\n", encoding="utf-8")
    make(tmp_path / ".venv")
    for package in ("click-8", "setuptools-84.2.1", "zope-1", "pip-26.1"):
        (find_packages(tmp_path / ".venv") / f"{package}.dist-info").mkdir(parents=True)
    finish(tmp_path, "run")
    return tmp_path


def test_an_old_python_can_parse_the_script() -> None:
    """The script keeps to a grammar that Python 2.7 and 3.5 share: no f-string, annotation or newer form."""
    tree = ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 5))
    newer = (
        ast.JoinedStr,
        ast.AnnAssign,
        ast.NamedExpr,
        ast.Match,
        ast.AsyncFunctionDef,
        ast.Nonlocal,
        ast.Starred,
    )
    assert [node for node in ast.walk(tree) if isinstance(node, newer)] == []
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        arguments = [*function.args.args, *function.args.kwonlyargs]
        assert function.returns is None
        assert function.args.kwonlyargs == []
        assert [argument for argument in arguments if argument.annotation] == []


def test_the_script_says_its_encoding_on_the_first_line() -> None:
    """Python 2 reads the Chinese of the script only when told its encoding."""
    assert SCRIPT.read_bytes().startswith(b"# -*- coding: utf-8 -*-\n")


def test_an_old_python_is_told_what_is_needed_and_what_was_found(script: ModuleType) -> None:
    """One sentence names Python 3.11, the version found and where it is."""
    assert script.describe_old_python((3, 8, 18, "final", 0), "C:\\py\\python.exe") == (
        "需要 Python 3.11 或更新的版本，而现在运行的是 Python 3.8.18（C:\\py\\python.exe）："
        "请安装新版 Python，再用它运行 build.py。"
    )


def test_an_old_python_ends_with_code_3(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """On an old Python nothing is prepared: the sentence goes to standard error and the exit code is 3."""
    monkeypatch.setattr(sys, "version_info", (3, 10, 2, "final", 0))
    assert script.main(["check"]) == 3
    assert capfd.readouterr().err.startswith("需要 Python 3.11 或更新的版本，而现在运行的是 Python 3.10.2（")


def test_a_finished_environment_is_ready(project: Path) -> None:
    """An environment whose stamp names its interpreter and the lock's digest needs nothing."""
    assert state.is_ready(project, project / ".venv", "run")


def test_line_ends_do_not_change_a_lock(project: Path) -> None:
    """A lock checked out with Windows line ends is the same lock."""
    (project / "requirements" / "run.txt").write_bytes(LOCK.replace("\n", "\r\n").encode())
    assert state.is_ready(project, project / ".venv", "run")


def test_a_changed_lock_is_not_ready(project: Path) -> None:
    """A changed lock asks for a new installation."""
    (project / "requirements" / "run.txt").write_text(LOCK.replace("==8", "==9"), encoding="utf-8")
    assert not state.is_ready(project, project / ".venv", "run")


def test_the_test_lock_is_installed_separately(project: Path) -> None:
    """An environment for building is not ready for testing; one for testing is ready for both."""
    assert not state.is_ready(project, project / ".venv", "test")
    finish(project, *environment.INSTALLED_WITH["test"])
    assert state.is_ready(project, project / ".venv", "test")
    assert state.is_ready(project, project / ".venv", "run")


def test_an_environment_without_stamp_is_half_made(project: Path) -> None:
    """Without a stamp nothing is taken for granted, whatever the folder holds."""
    (project / ".venv" / state.STAMP).unlink()
    assert not state.is_ready(project, project / ".venv", "run")
    assert not environment.is_usable(project / ".venv")


def test_a_broken_interpreter_link_is_not_ready(project: Path) -> None:
    """An environment whose interpreter is gone is neither ready nor usable."""
    state.find_python(project / ".venv").unlink()
    assert state.find_base(project / ".venv") is None
    assert not state.is_ready(project, project / ".venv", "run")
    assert not environment.is_usable(project / ".venv")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows 的符号链接需要权限")
def test_links_in_a_circle_are_a_broken_environment(project: Path) -> None:
    """An interpreter whose links lead round and round is gone, and so is an environment that does."""
    python = state.find_python(project / ".venv")
    python.unlink()
    python.symlink_to(python)
    assert not state.is_ready(project, project / ".venv", "run")
    environment.remove(project / ".venv")
    (project / ".venv").symlink_to(project / ".venv")
    assert not state.is_ready(project, project / ".venv", "run")
    environment.remove(project / ".venv")
    assert not os.path.lexists(project / ".venv")


@pytest.mark.parametrize("name", ["python", "pyvenv.cfg", state.STAMP])
def test_what_may_not_be_looked_at_is_gone(project: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """An environment that leads into somebody else's home is neither ready nor usable, and raises nothing."""
    for method in ("stat", "open", "read_text"):
        original = getattr(Path, method)

        def refuse(path: Path, *args: Any, original: Any = original, **options: Any) -> Any:
            if path.name.startswith(name):
                raise PermissionError(errno.EACCES, "Permission denied", str(path))
            return original(path, *args, **options)

        monkeypatch.setattr(Path, method, refuse)
    monkeypatch.setattr(Path, "is_file", lambda path: stat.S_ISREG(path.stat().st_mode))  # as up to 3.13
    assert not state.is_ready(project, project / ".venv", "run")
    assert not environment.is_usable(project / ".venv")


def test_packages_that_were_exchanged_are_noticed(project: Path) -> None:
    """Another version of one package, or none, asks for a new installation; a package more, or a new pip, does not."""
    folder = find_packages(project / ".venv")
    (folder / "ipython-9.dist-info").mkdir()
    (folder / "pip-26.1.dist-info").rename(folder / "pip-27.dist-info")
    assert state.is_ready(project, project / ".venv", "run")
    (folder / "click-8.dist-info").rename(folder / "click-7.dist-info")
    assert not state.is_ready(project, project / ".venv", "run")


def test_a_stamp_without_packages_is_of_an_older_setup(project: Path) -> None:
    """A stamp that does not say what was installed proves nothing."""
    stamp = state.read_stamp(project / ".venv")
    environment.write_stamp(project / ".venv", {key: stamp[key] for key in stamp if key != "packages"})
    assert not state.is_ready(project, project / ".venv", "run")


def test_an_environment_without_pip_is_not_usable(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stamped environment that cannot import pip is made anew rather than installed into."""
    monkeypatch.setattr(environment, "run", lambda *_: (1, "ModuleNotFoundError: No module named 'pip'"))
    assert not environment.is_usable(project / ".venv")
    monkeypatch.setattr(environment, "run", lambda *_: (0, "3.11\n"))
    assert environment.is_usable(project / ".venv")


def test_an_environment_of_another_python_is_not_usable(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the system's Python became 3.12 under an environment of 3.11, the environment is made anew."""
    monkeypatch.setattr(environment, "run", lambda *_: (0, "3.12\n"))
    assert not environment.is_usable(project / ".venv")


def test_a_half_made_environment_is_removed_and_rebuilt(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was half-made is gone before the new environment is made, and the stamp is written last."""
    (project / ".venv" / state.STAMP).unlink()
    (project / ".venv" / "leftover").write_text("", encoding="utf-8")
    steps: list[str] = []

    def pretend(command: list[str], *_: object) -> tuple[int, str]:
        assert not (project / ".venv" / state.STAMP).exists()
        steps.append(" ".join(command[1:3]))
        if steps[-1] == "-m venv":
            assert list((project / ".venv").iterdir()) == []
            make(project / ".venv")
        return 0, ""

    monkeypatch.setattr(importlib.util, "find_spec", lambda _: True)  # a Python that has pip
    monkeypatch.setattr(environment, "run", pretend)
    assert environment.ensure_environment(project, "run") == state.find_python(project / ".venv")
    assert steps == ["-m venv", "-m pip", "-m pip"]
    assert state.is_ready(project, project / ".venv", "run")


def test_a_failed_update_is_not_taken_for_finished(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When an update to a changed lock fails, going back to the old lock installs again."""
    (project / "requirements" / "run.txt").write_text(LOCK.replace("==8", "==9"), encoding="utf-8")
    monkeypatch.setattr(environment, "is_usable", lambda _: True)
    monkeypatch.setattr(environment, "run", lambda *_: (1, "ERROR: [Errno 28] No space left on device"))
    with pytest.raises(SetupError, match=r"^磁盘空间不够"):
        environment.ensure_environment(project, "run")
    (project / "requirements" / "run.txt").write_text(LOCK, encoding="utf-8")
    assert not state.is_ready(project, project / ".venv", "run")


def test_a_missing_lock_says_the_project_is_incomplete(project: Path) -> None:
    """A project without its lock is told to be downloaded again."""
    (project / "requirements" / "run.txt").unlink()
    with pytest.raises(SetupError, match=r"^项目不完整：缺少 requirements/run.txt，请重新下载整个项目。$"):
        state.is_ready(project, project / ".venv", "run")


def test_a_requirement_is_extracted_with_all_its_hashes() -> None:
    """The block of one package ends where the next package begins."""
    assert environment.extract_requirement(LOCK, "setuptools") == (
        "setuptools==84.2.1 \\\n    --hash=sha256:bb \\\n    --hash=sha256:cc\n"
    )


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        (
            "WARNING: Retrying (Retry(total=4)) after connection broken\nERROR: No matching distribution",
            words.NO_NETWORK,
        ),
        ("WARNING: Retrying (Retry(total=4)) SSLError: CERTIFICATE_VERIFY_FAILED", words.BAD_CERTIFICATE),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", words.BAD_HASH),
        ("ERROR: Could not install: [Errno 28] No space left on device", words.DISK_FULL),
        ("ERROR: Could not install: [Errno 13] Permission denied: 'x'", words.NO_PERMISSION),
        ("ERROR: No matching distribution found for plotly==7.1.0", words.NOT_OFFERED),
        ("OSError: [Errno 38] Function not implemented: 'a' -> 'b'", words.NO_LINKS),
        ("error: metadata-generation-failed", words.NOT_BUILT),
        ("Segmentation fault", words.UNKNOWN),
    ],
)
def test_a_failure_begins_with_its_cause(output: str, sentence: str) -> None:
    """The first line says what went wrong in Chinese, and pip's own words follow."""
    lines = words.describe_failure(output, []).splitlines()
    assert lines[0] == sentence
    assert lines[-1].strip() == output.splitlines()[-1]


LOG = "npm error A complete log of this run can be found in: /srv/npm/_logs/2026-01-01T00_00_00_000Z-debug-0.log"
OLD_LOG = "npm ERR! A complete log of this run can be found in:\nnpm ERR!     C:\\Users\\li wei\\npm-cache\\_logs\\x-debug.log"


@pytest.mark.parametrize(
    "said",
    [
        "npm error code SELF_SIGNED_CERT_IN_CHAIN",
        "npm ERR! code UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
        "npm error errno UNABLE_TO_VERIFY_LEAF_SIGNATURE",
        "npm error code CERT_HAS_EXPIRED",
        "npm error request to https://mirror.invalid/a failed, reason: self-signed certificate in certificate chain",
    ],
)
def test_a_certificate_that_npm_refuses_is_a_bad_one(said: str) -> None:
    """What npm says of certificates means what pip's word for it means, though it says too that the network failed."""
    assert words.describe_briefly(f"{said}\nnpm error network request failed ETIMEDOUT\n{LOG}") == (
        words.BAD_CERTIFICATE
    )


@pytest.mark.parametrize("log", [LOG, OLD_LOG, f"npm error\n{LOG}\n"])
def test_where_the_log_lies_is_no_cause(log: str) -> None:
    """The last line before it is quoted, and the place of a log nowhere."""
    output = f"npm error code EINTEGRITY\nnpm error sha512 integrity checksum failed\n{log}"
    assert words.describe_briefly(output) == "npm error sha512 integrity checksum failed"
    assert "_logs" not in words.describe_failure(output, [])
    assert words.describe_briefly(log) == words.UNKNOWN


def test_a_network_failure_names_the_users_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """The mirror and the proxy that pip obeyed are named, without their passwords."""
    for name in words.PROXY_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HTTPS_PROXY", "http://li:secret@proxy.invalid:8080")
    message = words.describe_failure("Retrying (", ["global.index-url='https://mirror.invalid/simple'"])
    assert "    global.index-url='https://mirror.invalid/simple'" in message.splitlines()
    assert "    HTTPS_PROXY='http://***@proxy.invalid:8080'" in message.splitlines()
    assert "secret" not in message


@pytest.mark.parametrize(
    ("line", "is_shown"),
    [
        ("global.index-url='https://mirror.invalid'", True),
        (":env:.no-index='1'", True),
        (":env:.find-links=''", False),
        ("global.timeout='60'", False),
    ],
)
def test_only_settings_about_the_source_are_named(line: str, is_shown: bool) -> None:
    """Of pip's settings those that say where packages come from are shown, emptied ones left out."""
    assert words.is_source_setting(line) is is_shown


@pytest.mark.parametrize(
    ("number", "beginning"),
    [
        (errno.ENOSPC, words.DISK_FULL),
        (errno.EROFS, words.NO_PERMISSION),
        (errno.EACCES, words.NO_PERMISSION),
    ],
)
def test_a_system_error_names_the_file(number: int, beginning: str) -> None:
    """A full disk or a folder that cannot be written ends in a sentence with the path."""
    assert words.describe_os_error(OSError(number, "…", "目录")) == f"{beginning}（目录）"


def test_a_failed_setup_ends_with_code_3(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder that cannot be written ends in its sentence on standard error, nothing on standard output, and 3."""

    def refuse(*_: object) -> Path:
        raise PermissionError(errno.EACCES, "Permission denied", ".cache")

    monkeypatch.setattr(commands, "prepare", refuse)
    assert commands.run_command(str(project), ["build"]) == 3
    assert capsys.readouterr() == ("", f"{words.NO_PERMISSION}（.cache）\n")


@pytest.mark.parametrize(
    ("arguments", "as_module"),
    [
        ([], True),
        (["."], True),
        (["--wheel"], False),
        (["-w", "-n"], True),
        (["--outdir=dist"], True),
        (["--no-isolation"], True),
        (["-C--quiet"], True),
    ],
)
def test_who_wants_a_wheel_is_told_how_to_get_one(
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    as_module: bool,
) -> None:
    """Arguments of PyPA's `build` prepare nothing: the sentence names what makes a wheel here, and the end is 2."""
    monkeypatch.setattr(commands, "prepare", lambda *_: pytest.fail("nothing may be prepared"))
    assert commands.run_command(str(project), arguments, as_module) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "uv build" in said.err
    assert "pyproject-build" in said.err


@pytest.mark.parametrize(
    ("arguments", "as_module"),
    [([], False), (["build", "--out", "x"], True), (["--version"], True), (["test", "-n", "4"], False)],
)
def test_our_own_arguments_are_no_package_builders(arguments: list[str], as_module: bool) -> None:
    """Every command of ours is run, also where it was called as a module."""
    assert not commands.is_for_package_builder(arguments, as_module=as_module)


def test_a_module_called_build_says_so_at_once(tmp_path: Path) -> None:
    """`python -m build` in this folder ends at once, with the sentence and no environment of any kind."""
    command = [sys.executable, "-m", "build", "--wheel", "--outdir", str(tmp_path)]
    ran = subprocess.run(command, cwd=SCRIPT.parent, capture_output=True, encoding="utf-8", check=False)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "uv build" in ran.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_command_runs_in_the_environment_and_knows_the_project(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The arguments pass through unchanged; the working folder stays and the project's folder is told."""
    started: list[tuple[list[str], dict[str, str], Path]] = []

    def record(command: list[str], changes: dict[str, str]) -> int:
        started.append((command, changes, Path.cwd()))
        return 7

    monkeypatch.setattr(child, "become", record)
    here = Path.cwd()
    assert commands.run_command(str(project), ["check", "--format", "json"]) == 7
    [(command, changes, folder)] = started
    python = str(state.find_python(project / ".venv"))
    assert command == [python, "-P", "-m", "chuxiong_site", "check", "--format", "json"]
    assert changes["PYTHONPATH"] == str(project / "src")
    assert changes["CHUXIONG_SITE_ROOT"] == str(project)
    assert folder == here


TWO = ["-n", "2", "--dist", "worksteal"]


@pytest.mark.parametrize(
    ("arguments", "workers"),
    [([], TWO), (["-k", "locks"], TWO), (["-n4"], []), (["-n", "0"], []), (["--pdb"], [])],
)
def test_tests_run_on_two_workers_unless_told(
    arguments: list[str], workers: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two workers are the default; the user's own number, or a debugger, is left alone."""
    monkeypatch.setattr(os, "cpu_count", lambda: 8)
    assert commands.choose_workers(arguments) == workers


def test_a_child_is_not_led_astray(monkeypatch: pytest.MonkeyPatch) -> None:
    """Variables that point another Python or pip elsewhere are dropped; mirror settings are kept."""
    monkeypatch.setenv("PYTHONHOME", "elsewhere")
    monkeypatch.setenv("PIP_TARGET", "elsewhere")
    monkeypatch.setenv("PIP_INDEX_URL", "https://mirror.invalid/simple")
    made = child.make_environment({"PYTHONPATH": "src"})
    assert made["PYTHONPATH"] == "src"
    assert made["PIP_INDEX_URL"] == "https://mirror.invalid/simple"
    assert not {"PYTHONHOME", "PIP_TARGET"} & made.keys()


def test_a_step_returns_its_status_and_both_its_outputs() -> None:
    """What a step prints on either stream comes back as text, line by line as it appears."""
    code = "import sys; print('一'); sys.stdout.flush(); print('二', file=sys.stderr); sys.exit(4)"
    seen: list[str] = []
    assert child.run([sys.executable, "-c", code], on_line=seen.append) == (4, "一\n二\n")
    assert seen == ["一\n", "二\n"]


def test_two_setups_wait_for_each_other(tmp_path: Path) -> None:
    """While one process holds the lock another cannot take it; when the holder is killed it is free at once."""
    folder = tmp_path / ".cache"
    code = (
        "import sys, time; from pathlib import Path; from chuxiong_setup.setup_lock import hold_setup_lock\n"
        "with hold_setup_lock(Path(sys.argv[1])): print('held', flush=True); time.sleep(60)"
    )
    environment_of_holder = child.make_environment({"PYTHONPATH": str(SCRIPT.parent / "src")})
    with subprocess.Popen(
        [sys.executable, "-c", code, str(folder)],
        env=environment_of_holder,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        handle = os.open(folder / "setup.lock", os.O_RDWR)
        try:
            assert not setup_lock.take(handle)
            holder.kill()
            holder.wait()
            assert setup_lock.take(handle)
        finally:
            os.close(handle)


def test_a_log_file_gets_no_moving_progress(capsys: pytest.CaptureFixture[str]) -> None:
    """Away from a terminal only the warning about a source that does not answer is printed, and once."""
    progress = Progress(3)
    for line in (
        "Collecting click==8\n",
        "WARNING: Retrying (Retry(total=4\n",
        "WARNING: Retrying (Retry(total=3\n",
    ):
        progress.show(line)
    progress.clear()
    assert capsys.readouterr().err == "    软件源暂时连不上，正在重试（按 Ctrl+C 可停止）……\n"


@pytest.mark.parametrize(
    ("programs", "is_own"),
    [
        (["python.exe"], True),
        (["py.exe", "python3.11.exe"], True),
        (["cmd.exe", "python.exe"], False),
        (["powershell.exe", "py.exe", "python.exe"], False),
        ([], False),
    ],
)
def test_a_double_click_is_told_from_a_shell(programs: list[str], is_own: bool) -> None:
    """A console that only Python and its launcher use closes with them; one with a shell in it stays."""
    assert window.is_own_console(programs) is is_own
