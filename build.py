# -*- coding: utf-8 -*-
"""Check the version of Python, then run the project's one command from `src/chuxiong_setup`.

Any Python must be able to parse it, down to 2.7, so that an old one can say what is needed instead of failing:
no annotations, no f-strings, nothing newer in the grammar.
"""

from __future__ import unicode_literals

import os
import sys

NEEDED = (3, 11)
ENVIRONMENT_FAULT = 3
ROOT = os.path.dirname(os.path.abspath(__file__))


def describe_old_python(version, executable):
    """Say in one sentence which Python is needed and which one was found."""
    found = ".".join(str(part) for part in version[:3])
    sentence = "需要 Python 3.11 或更新的版本，而现在运行的是 Python {0}（{1}）：请安装新版 Python，再用它运行 build.py。"
    return sentence.format(found, executable)


def say_plainly(text):
    """Write a line to standard error on any Python, whatever its encoding."""
    data = (text + "\n").encode(sys.stderr.encoding or "utf-8", "replace")
    getattr(sys.stderr, "buffer", sys.stderr).write(data)


def main(arguments, as_module=False):
    """Run one command and return its exit code; `python -m build` in this folder comes here as a module."""
    if sys.version_info < NEEDED:
        say_plainly(describe_old_python(sys.version_info, sys.executable))
        return ENVIRONMENT_FAULT
    sys.path.insert(0, os.path.join(ROOT, "src"))
    from chuxiong_setup.commands import run_command

    return run_command(ROOT, arguments, as_module)


def wait_for_reader():
    """Keep a double-clicked window open (Windows) until its words have been read."""
    if os.name == "nt":
        sys.path.insert(0, os.path.join(ROOT, "src"))
        try:
            from chuxiong_setup.window import keep_window_open
        except SyntaxError:  # an old Python: `main` has said so
            return
        keep_window_open()


if __name__ == "__main__":
    code = main(sys.argv[1:], globals().get("__spec__") is not None)
    wait_for_reader()
    sys.exit(code)
