"""The commands of `python build.py [ARGS]`, and their exit codes when the set-up fails."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from .errors import SetupError

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


def run_command(root: str, arguments: Sequence[str]) -> int:
    """Prepare what the command needs and run it; every fault of the environment ends in a sentence and 3."""
    use_utf8_on_windows()
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
