"""Keep a double-clicked window on Windows open until its last message is read."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import PureWindowsPath

from .console import say

QUERY_LIMITED_INFORMATION = 0x1000
MOST_PROGRAMS = 64


def is_own_console(programs: Sequence[str]) -> bool:
    """Say whether only Python and its launcher use the console, as after a double click; a shell would be listed."""
    return bool(programs) and all(
        re.fullmatch(r"(?i)py(thon)?w?[\d.]*(-\w+)?\.exe", name) for name in programs
    )


def list_console_programs() -> list[str]:
    """Return the file names of the programs that share this console."""
    if sys.platform != "win32":
        return []
    import ctypes

    kernel = ctypes.windll.kernel32
    identifiers = (ctypes.c_uint32 * MOST_PROGRAMS)()
    count = min(kernel.GetConsoleProcessList(identifiers, MOST_PROGRAMS), MOST_PROGRAMS)
    names = []
    for identifier in identifiers[:count]:
        process = kernel.OpenProcess(QUERY_LIMITED_INFORMATION, False, identifier)
        path, size = ctypes.create_unicode_buffer(1024), ctypes.c_uint32(1024)
        kernel.QueryFullProcessImageNameW(process, 0, path, ctypes.byref(size))
        kernel.CloseHandle(process)
        names.append(PureWindowsPath(path.value).name)
    return names


def keep_window_open() -> None:
    """Wait for the Enter key when nobody else keeps the window."""
    if is_own_console(list_console_programs()) and sys.stdin is not None:
        say("按回车键关闭窗口……", end="")
        sys.stdin.readline()
