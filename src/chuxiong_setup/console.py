"""Print the set-up's progress on standard error; standard output belongs to the command."""

from __future__ import annotations

import sys

CLEAR_LINE = "\r\033[K"


def say(text: str, end: str = "\n") -> None:
    """Write a line to standard error; characters that the terminal cannot encode are replaced."""
    if sys.stderr is None:
        return
    encoding = sys.stderr.encoding or "utf-8"
    sys.stderr.write((text + end).encode(encoding, "replace").decode(encoding))
    sys.stderr.flush()


def is_terminal() -> bool:
    """Say whether a line can be rewritten."""
    return sys.stderr is not None and sys.stderr.isatty() and sys.platform != "win32"


class Progress:
    """Counts the packages that pip has installed."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.seen = 0
        self.warned = False

    def show(self, line: str) -> None:
        """Read one line of pip's output."""
        if "Retrying (" in line and not self.warned:
            self.warned = True
            say("    软件源暂时连不上，正在重试（按 Ctrl+C 可停止）……")
        elif line.startswith("Collecting "):
            self.seen += 1
            self.rewrite(f"    {self.seen}/{self.count}  {line.split()[1]}")
        elif line.startswith("Installing collected"):
            self.rewrite("    下载完毕，正在写入磁盘……")

    def rewrite(self, text: str) -> None:
        """Replace the last line of a terminal; a log file gets none of it."""
        if is_terminal():
            say(CLEAR_LINE + text, end="")

    def clear(self) -> None:
        """Take the last line away."""
        self.rewrite("")
