"""How does the preview run: a server in the background, the watcher in front, until Ctrl+C?"""

from __future__ import annotations

import contextlib
import signal
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from ..build import Options, Outcome, Progress
from ..content import read_templates
from .answers import Folders
from .http import PreviewServer
from .rebuild import rebuild_preview
from .state import Preview
from .watch import watch_folders

PORT = 8000
TRIES = 20
"""How many ports are tried when staff did not ask for a certain one."""
Tell = Callable[[Outcome | None, float], None]
"""Is told of each rebuild: what it came to (`None` for a failure of ours), and in how many seconds."""


class PortTakenError(Exception):
    """The port that was asked for belongs to another program."""


def serve_preview(
    options: Options, *, port: int | None, on_start: Callable[[str], None], tell: Tell, progress: Progress
) -> None:
    """Serve until interrupted. `on_start` is given the address once pages can be read there."""
    preview = Preview()
    browser = read_templates(Path(__file__).parent / "browser")
    folders = Folders(content=options.content, root=options.root, browser=browser)
    server = open_server(port, preview, folders)
    stop = threading.Event()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
    try:
        with _stop_on_signals():
            saves = watch_folders((options.content, options.root / "templates"), stop)
            thread.start()
            _rebuild(preview, options, tell, progress)
            on_start(server.url)
            for _ in saves:
                _rebuild(preview, options, tell, progress)
    except KeyboardInterrupt:
        pass
    finally:
        stop.set()
        preview.stop()
        if thread.is_alive():
            server.shutdown()
        server.server_close()


def open_server(port: int | None, preview: Preview, folders: Folders) -> PreviewServer:
    """Return a server on the port asked for, else on the first free one from 8000 on."""
    for number in range(PORT, PORT + TRIES) if port is None else (port,):
        with contextlib.suppress(OSError, OverflowError):
            return PreviewServer(number, preview, folders)
    raise PortTakenError(PORT if port is None else port)


def _rebuild(preview: Preview, options: Options, tell: Tell, progress: Progress) -> None:
    started = time.perf_counter()
    outcome = rebuild_preview(preview, options, progress)
    tell(outcome, time.perf_counter() - started)


@contextlib.contextmanager
def _stop_on_signals() -> Iterator[None]:
    """Let a polite request to end (SIGTERM) be the same as Ctrl+C."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
