"""The state of the preview: its site, its problems, and since when."""

from __future__ import annotations

import hashlib
import re
import threading

from ..build.options import Outcome
from ..model.findings import Findings
from ..model.site import Site, make_artifact
from ..problems import Problem

DIGEST_IN_ADDRESS = re.compile(rb"((?:\.\./)*\bdata/[0-9a-z-]+/search-data\.js)\?v=[0-9a-f]{8}")
"""The address of a loaded file whose path is fixed, and the digest after it."""
SEARCH_DATA = re.compile(rb"<script[^>]*search-data[.]js")
"""A page with this script shows what is in it; to the others, where it is only searched, its bytes mean nothing."""


class Preview:
    """The last good site and what is wrong since. Written by the watcher, read by every request."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._site: Site = {}
        self._findings: Findings | None = None
        self._problems: tuple[Problem, ...] = ()
        self._epoch = 0
        self.stopped = False

    def update(self, outcome: Outcome) -> None:
        """Take what a rebuild came to: always the problems, the site only when there is one."""
        with self._changed:
            if outcome.site is not None:
                self._site, self._findings = outcome.site, outcome.findings
            self._problems = outcome.problems
            self._tell()

    def report(self, problems: tuple[Problem, ...]) -> None:
        """Take problems that kept a rebuild from coming to anything."""
        with self._changed:
            self._problems = problems
            self._tell()

    def stop(self) -> None:
        """Let everyone who waits go."""
        with self._changed:
            self.stopped = True
            self._tell()

    def wait(self, epoch: int, seconds: float) -> int:
        """Return the epoch once it is another than the given one, or after some seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self.stopped or self._epoch != epoch, seconds)
            return self._epoch

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the content as it stands on the disk now."""
        return self._problems

    @property
    def findings(self) -> Findings | None:
        """What the shown site was rendered from; `None` before there was one."""
        return self._findings

    def find(self, path: str) -> bytes | None:
        """Return the bytes of a file of the site, or `None`."""
        return find_file(self._site, path)

    def compute_version(self, path: str) -> str:
        """Return a version of what a page shows now; empty when there is no such page."""
        page = self.find(path)
        if page is None:
            return ""
        shown = page if SEARCH_DATA.search(page) else DIGEST_IN_ADDRESS.sub(rb"\1?v=", page)
        return hashlib.sha256(shown).hexdigest()[:16]

    def _tell(self) -> None:
        self._epoch += 1
        self._changed.notify_all()


def find_file(site: Site, path: str) -> bytes | None:
    """Return a file's bytes, or `None` where the site has no such file."""
    return make_artifact(site[path]) if path in site else None
