"""The commands of `python build.py [ARGS]`, and their exit codes when the set-up fails."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from .errors import SetupError

COMMAND_IS_WRONG = 2
ENVIRONMENT_FAULT = 3
INTERRUPTED = 130
OWN_WORKERS = (
    "-n",
    "--numprocesses",
    "--dist",
    "--pdb",
    "--trace",
    "-s",
    "--capture=no",
    "--collect-only",
    "--co",
)
OF_PACKAGE_BUILDER = (
    "--wheel",
    "--sdist",
    "--outdir",
    "--no-isolation",
    "--skip-dependency-check",
    "--config-setting",
    "--installer",
    "--metadata",
    "-w",
    "-s",
    "-o",
    "-n",
    "-x",
    "-C",
    ".",
)
"""How a command line of PyPA's `build` begins: the file build.py hides the module of the same name in this folder."""
PACKAGE_BUILDER = (
    "这是生成网站的 build.py，不是打包用的 build 模块（在本文件夹里，python -m build 找到的是它）。"
    "要打 wheel 和 sdist，请运行 uv build，或者 pyproject-build；要生成网站，请运行 python build.py。"
)


def run_command(root: str, arguments: Sequence[str], as_module: bool = False) -> int:
    """Prepare what the command needs and run it; every fault of the environment ends in a sentence and 3."""
    use_utf8_on_windows()
    if is_for_package_builder(arguments, as_module=as_module):
        tell(PACKAGE_BUILDER)
        return COMMAND_IS_WRONG
    try:
        return dispatch(Path(root), arguments)
    except SetupError as failure:
        tell(str(failure))
    except OSError as error:
        from .words import describe_os_error

        tell(describe_os_error(error))
    except KeyboardInterrupt:
        tell("\n已停止；下次运行会接着准备。")
        return INTERRUPTED
    return ENVIRONMENT_FAULT


def dispatch(root: Path, arguments: Sequence[str]) -> int:
    """Run the tests in the project's folder, or any command of the site in the folder one is in."""
    testing = arguments[:1] == ["test"]
    python = str(prepare(root, "test" if testing else "run"))
    changes = {"PYTHONPATH": str(root / "src")} | ({"PYTHONUTF8": "1"} if sys.platform == "win32" else {})
    from .child import become

    if testing:
        from .prepare_tests import prepare_tests

        prepare_tests(root, Path(python), arguments[1:])
        os.chdir(root)
        return become([python, "-m", "pytest", *choose_workers(arguments[1:]), *arguments[1:]], changes)
    changes["CHUXIONG_SITE_ROOT"] = str(root)
    return become([python, "-P", "-m", "chuxiong_site", *arguments], changes)


def prepare(root: Path, name: str) -> Path:
    """Return the interpreter; what only a set-up needs is imported only for one."""
    from .state import find_python, is_ready

    if is_ready(root, root / ".venv", name):
        return find_python(root / ".venv")
    from .environment import ensure_environment

    python = ensure_environment(root, name)
    if name == "run":
        from .prepare_charts import prepare_charts

        prepare_charts(root)
    return python


def is_for_package_builder(arguments: Sequence[str], *, as_module: bool) -> bool:
    """Tell whether a wheel is wanted and not a site: by the first argument, or where `python -m build` has none."""
    if not arguments:
        return as_module
    name, _, value = arguments[0].partition("=")
    return name in OF_PACKAGE_BUILDER or (not value and name.startswith("-C"))


def choose_workers(arguments: Sequence[str]) -> list[str]:
    """Return two workers for pytest, unless the arguments choose or a debugger needs the terminal.

    Each takes one half as it is listed, so that the tests of a file share what it sets up, and helps the other at the end.
    """
    if (os.cpu_count() or 1) < 2 or any(argument.startswith(OWN_WORKERS) for argument in arguments):
        return []
    return ["-n", "2", "--dist", "worksteal"]


def use_utf8_on_windows() -> None:
    """Keep Chinese readable where the output goes to a file or another program."""
    for stream in (sys.stdout, sys.stderr):
        if sys.platform == "win32" and isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


def tell(text: str) -> None:
    """Print the last message of a failed set-up."""
    from .console import say

    say(text)
