"""Does the command serve, follow saves, and stop cleanly? Run as staff run it."""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

import pytest

from built import ROOT
from chuxiong_site.build.options import Options
from sample_projects import replace_in

PATIENCE = 300.0
"""Seconds after which something will not happen any more: a machine that does much else takes its time."""


class Heard:
    """What a process prints on a stream, line by line as it comes; its pipe never fills up."""

    def __init__(self, stream: IO[str] | None) -> None:
        assert stream is not None
        self.lines: list[str] = []
        self._thread = threading.Thread(target=self._listen, args=(stream,), daemon=True)
        self._thread.start()

    def _listen(self, stream: IO[str]) -> None:
        for line in stream:
            self.lines.append(line)

    def count(self, beginning: str) -> int:
        """Return how many lines begin so."""
        return sum(line.startswith(beginning) for line in self.lines)

    def read_all(self) -> str:
        """Return everything, once the process has ended."""
        self._thread.join(PATIENCE)
        return "".join(self.lines)


class Served:
    """A running preview, seen from outside."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.out, self.err = Heard(process.stdout), Heard(process.stderr)
        wait_until(lambda: self.out.count("预览：") == 1 or process.poll() is not None)
        greeting = self.out.read_all() if process.poll() is not None else "".join(self.out.lines)
        match = re.search(r"预览：(\S+)\u3000（只有这台电脑能打开", greeting)
        assert match, self.err.lines
        self.url = match[1]

    def read(self, path: str) -> bytes:
        """Return what stands at an address."""
        with urllib.request.urlopen(self.url + path, timeout=PATIENCE) as answer:
            data: bytes = answer.read()
            return data

    def problems(self) -> list[str]:
        """Return the codes of the problems told now."""
        return [found["code"] for found in json.loads(self.read("_preview/problems"))["problems"]]

    def count_rebuilds(self) -> int:
        """Return how many rebuilds the terminal was told of, the first build among them."""
        return self.out.count("网页已是最新")

    def stop(self) -> tuple[int, str, str]:
        """Press Ctrl+C; return exit code and all that was printed."""
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(PATIENCE)
        return code, self.out.read_all(), self.err.read_all()


def wait_until(holds: Callable[[], bool]) -> None:
    """Wait for something that happens soon; fail when it does not."""
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def start(options: Options, *arguments: str) -> subprocess.Popen[str]:
    """Start the command in the project's folder."""
    environment = {
        **os.environ, "PYTHONPATH": str(ROOT / "src"), "CHUXIONG_SITE_ROOT": str(options.root),
        "PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1",
    }  # fmt: skip
    return subprocess.Popen(
        [sys.executable, "-m", "chuxiong_site", "serve", *arguments],
        cwd=options.root, env=environment, text=True, encoding="utf-8",
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


@pytest.fixture(autouse=True)
def heeding() -> Iterator[None]:
    """Let what the tests start heed Ctrl+C: beginning in the background they ignore it, and so would their children."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def served(options: Options) -> Iterator[Served]:
    """Serve the small project on a free port."""
    with start(options, "--port", "0") as process:
        try:
            yield Served(process)
        finally:
            process.kill()


def test_a_day_with_the_preview(served: Served, options: Options) -> None:
    """Good, saved, broken, mended: the preview follows, tells, and forgets; Ctrl+C is a normal end; nothing is written."""
    site = options.content / "site.yaml"
    assert "示例年报站" in served.read("").decode()
    replace_in(site, "name: 示例年报站", "name: 改名年报站")
    wait_until(lambda: "改名年报站" in served.read("").decode())
    replace_in(site, "name: 改名年报站", "nmae: 又改年报站")
    wait_until(lambda: served.problems() == ["E212"])
    assert "改名年报站" in served.read("").decode()
    replace_in(site, "nmae: 又改年报站", "name: 又改年报站")
    wait_until(lambda: "又改年报站" in served.read("").decode())
    wait_until(lambda: served.problems() == [])
    code, out, err = served.stop()
    assert code == 0
    assert out.endswith("预览已停止。\n")
    assert "错误 E212" in err
    assert not (options.root / "_site").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows 不能让进程停一停")
def test_many_saves_are_one_rebuild(served: Served, options: Options) -> None:
    """Files saved while the preview does not get to look make one rebuild, and its result has all of them."""
    served.process.send_signal(signal.SIGSTOP)
    for name in ("site.yaml", "indicators.yaml", "charts.yaml", "checks.yaml", "terms.yaml"):
        path = options.content / name
        path.write_bytes(path.read_bytes() + "\n# 甲\n".encode())
    replace_in(options.content / "site.yaml", "name: 示例年报站", "name: 改名年报站")
    served.process.send_signal(signal.SIGCONT)
    wait_until(lambda: served.count_rebuilds() == 2)
    assert "改名年报站" in served.read("").decode()
    replace_in(options.content / "site.yaml", "name: 改名年报站", "name: 又改年报站")
    wait_until(lambda: "又改年报站" in served.read("").decode())
    wait_until(lambda: served.count_rebuilds() >= 3)
    _, out, _ = served.stop()
    assert out.count("网页已是最新") == 3


def test_a_page_is_told_to_load_itself_again(served: Served, options: Options) -> None:
    """An open page hears of problems at once, and of a reload when what it shows has changed."""
    page = served.read("index.html").decode()
    version = page.split('data-version="')[1].split('"')[0]
    with urllib.request.urlopen(
        f"{served.url}_preview/events?path=index.html&version={version}", timeout=PATIENCE
    ) as events:
        assert events.headers["Content-Type"] == "text/event-stream"
        assert [events.readline(), events.readline()] == [b"event: problems\n", b'data: {"problems": []}\n']
        replace_in(options.content / "site.yaml", "name: 示例年报站", "name: 改名年报站")
        for line in events:
            if line == b"event: reload\n":
                break
    assert "改名年报站" in served.read("index.html").decode()


def test_a_content_folder_that_is_replaced(served: Served, options: Options) -> None:
    """When the whole content folder is exchanged for another, the preview follows the new one."""
    other = options.root / "other"
    options.content.rename(other)
    wait_until(lambda: served.problems() == ["E101"])
    other.rename(options.content)
    wait_until(lambda: served.problems() == [])
    replace_in(options.content / "site.yaml", "name: 示例年报站", "name: 改名年报站")
    wait_until(lambda: "改名年报站" in served.read("").decode())


def test_wrong_content_from_the_start(options: Options) -> None:
    """With wrong content from the start the preview starts too, tells what is wrong, and shows the site once it is right."""
    replace_in(options.content / "site.yaml", "name: 示例年报站", "nmae: 示例年报站")
    with start(options, "--port", "0") as process:
        served = Served(process)
        assert served.problems() == ["E212"]
        replace_in(options.content / "site.yaml", "nmae: 示例年报站", "name: 示例年报站")
        wait_until(lambda: served.problems() == [])
        assert "示例年报站" in served.read("").decode()
        process.kill()


def test_this_machine_only(served: Served) -> None:
    """The preview listens on 127.0.0.1 and on no other address of the machine."""
    port = int(served.url.rstrip("/").rpartition(":")[2])
    with contextlib.closing(socket.socket()) as other:
        other.bind(("0.0.0.0" if sys.platform == "win32" else "127.0.0.2", port))
    request = urllib.request.Request(served.url, headers={"Host": "example.org"})
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request, timeout=PATIENCE)
    assert refused.value.code == 421
    refused.value.close()


def test_a_port_that_is_taken(options: Options) -> None:
    """A port asked for that another program has is named in a sentence, with exit code 2."""
    with contextlib.closing(socket.socket()) as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with start(options, "--port", str(port)) as process:
            _, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == 2
    assert f"{port} 端口被别的程序占着" in err


def test_the_next_free_port(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where staff ask for no port the first free one is taken; when all are taken that is said."""
    from chuxiong_site.serving import serve
    from chuxiong_site.serving.folders import Folders
    from chuxiong_site.serving.state import Preview

    folders = Folders(content=tmp_path, root=tmp_path, browser={})
    failures: list[Exception] = []
    with contextlib.closing(socket.socket()) as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        monkeypatch.setattr(serve, "PORT", taken)
        with serve.open_server(None, Preview(), folders, failures.append) as server:
            assert taken < server.server_port < taken + serve.TRIES
        monkeypatch.setattr(serve, "TRIES", 1)
        with pytest.raises(serve.PortTakenError):
            serve.open_server(None, Preview(), folders, failures.append)
