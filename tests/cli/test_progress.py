"""Is long work told on a terminal, taken away afterwards, and kept out of a log file?"""

from __future__ import annotations

import io
from contextlib import redirect_stderr

import pytest

from chuxiong_site.terminal.progress import CLEAR_LINE, show_progress


class Terminal(io.StringIO):
    """A terminal that remembers what it was sent."""

    def isatty(self) -> bool:
        """Say that somebody watches."""
        return True


@pytest.fixture(autouse=True)
def kind(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the terminal be of a kind on which a line can be cleared."""
    monkeypatch.setenv("TERM", "xterm")


def test_a_terminal_is_told() -> None:
    """The sentence stands there for as long as the work lasts, and is cleared after it."""
    with redirect_stderr(Terminal()) as terminal, show_progress("正在分词"):
        assert terminal.getvalue() == "正在分词……"
    assert terminal.getvalue() == "正在分词……" + CLEAR_LINE


def test_a_failure_clears_the_line_too() -> None:
    """What is said of the failure begins on an empty line."""
    terminal = Terminal()
    with pytest.raises(ValueError, match="failed"), redirect_stderr(terminal), show_progress("正在分词"):
        raise ValueError("failed")
    assert terminal.getvalue().endswith(CLEAR_LINE)


def test_a_terminal_that_cannot_clear_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal that names itself dumb is sent nothing that would stay."""
    monkeypatch.setenv("TERM", "dumb")
    with redirect_stderr(Terminal()) as terminal, show_progress("正在分词"):
        pass
    assert terminal.getvalue() == ""


def test_a_log_file(capsys: pytest.CaptureFixture[str]) -> None:
    """Where nobody watches, neither the sentence nor what clears it is written."""
    with show_progress("正在分词"):
        pass
    assert capsys.readouterr() == ("", "")
