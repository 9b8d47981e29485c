"""A preview for tests: brought up to date once, and served from a thread."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from chuxiong_site.build.options import Options, Outcome
from chuxiong_site.serving.access import Access
from chuxiong_site.serving.folders import Folders
from chuxiong_site.serving.http import PreviewServer
from chuxiong_site.serving.pieces import read_browser
from chuxiong_site.serving.rebuild import setting_up
from chuxiong_site.serving.state import Preview


def find_folders(content: Path) -> Folders:
    """Return what a preview reads of a project in whose folder the content stands."""
    return Folders(content=content, root=content.parent, browser=read_browser())


def rebuild_preview(preview: Preview, options: Options) -> Outcome | Exception:
    """Rebuild a preview, as `serve` does after a save; return what it came to."""
    with setting_up(options) as bench:
        return bench.rebuild(preview)


@contextlib.contextmanager
def serve_preview(
    preview: Preview,
    folders: Folders,
    on_failure: Callable[[Exception], None],
    access: Access | None = None,
) -> Iterator[PreviewServer]:
    """Serve a preview on a free port until the context ends."""
    with PreviewServer(0, preview, folders, on_failure, access) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            preview.stop()
            server.shutdown()
            thread.join()


@contextlib.contextmanager
def serve_soundly(
    preview: Preview, folders: Folders, access: Access | None = None
) -> Iterator[PreviewServer]:
    """Serve a preview that is to make no mistake of its own."""
    failures: list[Exception] = []
    with serve_preview(preview, folders, failures.append, access) as server:
        yield server
    assert failures == []
