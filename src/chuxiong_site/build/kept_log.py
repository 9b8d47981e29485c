"""Keep the log of decisions in the project's cache, for the preview that follows: after this one stops, or the machine does.

The log is a convenience and files are the truth: whatever is wrong with it is told, and nothing waits for it.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from ..content.read_cache import read_cache
from ..publishing.cache import keep_durably, write_cache
from .decision_log import DecisionLog, dump_log, load_log

UNREAD = "以前的撤销记录读不出来，没有用它；内容没有动。"
UNKEPT = "撤销的记录存不进缓存文件夹（.cache），只在这一次预览里。"


class KeptLog:
    """The log of a content folder; without a cache folder it is kept in memory alone."""

    def __init__(self, content: Path, cache: Path | None) -> None:
        self.log = DecisionLog()
        self.note = ""
        """What staff should know of it; mostly nothing."""
        self._cache, self._content = cache, _name_content(content, cache)
        self._name = f"decisions-{hashlib.sha256(self._content.encode()).hexdigest()[:12]}.jsonl"
        self._known: bytes | None = None
        self.catch_up()

    def catch_up(self) -> None:
        """Take over what another preview of the same content has written since."""
        kept = None if self._cache is None else read_cache(self._cache, self._name)
        if self._cache is None or kept is None or kept == self._known:
            return
        self._known = kept
        log = load_log(kept, self._content)
        if log is not None:
            self.log, self.note = log, ""
        else:
            self.note = UNREAD
            write_cache(self._cache, f"{self._name}.old", kept)

    def put(self, log: DecisionLog) -> None:
        """Hold the log after a step, and write it down if the disk lets us."""
        self.log = log
        if self._cache is None:
            return
        data = dump_log(log, self._content)
        if keep_durably(self._cache, self._name, data):
            self._known, self.note = data, ""
        else:
            self.note = UNKEPT


def _name_content(content: Path, cache: Path | None) -> str:
    """Return what a content folder is known by: its place in the project, so that a project can be moved with its log."""
    whole = content.resolve()
    project = None if cache is None else cache.resolve().parent
    inside = project is not None and whole.is_relative_to(project)
    return (whole.relative_to(project) if inside and project else whole).as_posix()
