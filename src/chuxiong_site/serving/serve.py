"""Run the preview until Ctrl+C: the server in the background, the watcher in front."""

from __future__ import annotations

import contextlib
import errno
import signal
import threading
import time
from collections.abc import Callable, Iterator

from ..build.options import Options, Outcome, Progress
from ..model.errors import SiteError
from ..model.records import dataclass
from .access import LOOPBACK, Access, create_access
from .folders import Folders
from .http import OnFailure, PreviewServer
from .pieces import read_browser
from .rebuild import Workbench, setting_up
from .state import Preview
from .watch import watch_folders

PORT = 8000
TRIES = 20
"""How many ports are tried when staff did not ask for a certain one."""
NOT_OURS = (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT)
"""What the system says of an address of another machine, or of a kind that this one has none of."""
Tell = Callable[[Outcome | Exception, float], None]
"""Is told of each rebuild: what it came to (an exception is a failure of ours), and in how many seconds."""


class PortTakenError(SiteError):
    """The port that was asked for belongs to another program."""


class NotOurAddressError(SiteError):
    """The address that was asked for is none of this machine's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listeners:
    """Who is told of what."""

    on_start: Callable[[str], None]
    """Is given the address once pages can be read there."""
    on_rebuild: Tell
    on_failure: OnFailure
    """Is told of a failure of ours while a page was asked for."""
    on_deaf: Callable[[Exception], None]
    """Is told that the system gives no notice of saves, so that the files are looked at every second."""
    progress: Progress


def serve_preview(options: Options, *, port: int | None, listeners: Listeners, host: str = LOOPBACK) -> None:
    """Serve at an address of this machine until interrupted."""
    preview = Preview()
    folders = Folders(content=options.content, root=options.root, browser=read_browser())
    server = open_server(port, preview, folders, listeners.on_failure, create_access(host))
    stop = threading.Event()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
    try:
        with _stop_on_signals(), setting_up(options) as bench:
            saves = watch_folders((options.content, options.root / "templates"), stop, listeners.on_deaf)
            _rebuild(preview, bench, listeners)
            thread.start()
            listeners.on_start(server.url)
            for _ in saves:
                _rebuild(preview, bench, listeners)
    except KeyboardInterrupt:
        pass
    finally:
        stop.set()
        preview.stop()
        if thread.is_alive():
            server.shutdown()
        server.server_close()


def open_server(
    port: int | None,
    preview: Preview,
    folders: Folders,
    on_failure: OnFailure,
    access: Access | None = None,
) -> PreviewServer:
    """Return a server on the port asked for, else on the first free one from 8000 on."""
    for number in range(PORT, PORT + TRIES) if port is None else (port,):
        try:
            return PreviewServer(number, preview, folders, on_failure, access)
        except OverflowError:
            continue
        except OSError as error:
            if error.errno in NOT_OURS:
                raise NotOurAddressError(str(error)) from error
    raise PortTakenError(PORT if port is None else port)


def _rebuild(preview: Preview, bench: Workbench, listeners: Listeners) -> None:
    started = time.perf_counter()
    outcome = bench.rebuild(preview, listeners.progress)
    listeners.on_rebuild(outcome, time.perf_counter() - started)


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
