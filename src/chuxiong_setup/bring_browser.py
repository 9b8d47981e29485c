"""Install a Chromium for the tests where there is none: three ways in order, each reported on standard error."""

from __future__ import annotations

import os
import shutil
import tarfile
from collections.abc import Callable
from pathlib import Path

from .browsers import NAMED, Browser, find_browser
from .console import say
from .machine import Machine, answers
from .node import bring_node, install_modules, starts_driver
from .patience import run_patiently
from .state import compute_digest
from .tool_packages import Fetcher, drop_older
from .words import describe_briefly

OWN_LOCK = Path("requirements") / "chromium"
"""package.json and lock of the browser that npm has."""
UNPACK = """
const fs = require("fs"), path = require("path"), zlib = require("zlib");
const [from, to] = process.argv.slice(1);
for (const name of fs.readdirSync(from).filter((each) => each.endsWith(".br"))) {
  const data = zlib.brotliDecompressSync(fs.readFileSync(path.join(from, name)));
  fs.writeFileSync(path.join(to, name.slice(0, -3)), data);
}
"""
FROM_APT = ("chromium", "fonts-noto-cjk", "libatomic1")
APT_SILENCE = 180.0


def find_own_browser(machine: Machine, root: Path) -> Browser | None:
    """Return a browser that is on the machine or was brought before; where one is named, that one or none."""
    found = find_browser(machine, find_downloads(root))
    return found if found or machine.environment.get(NAMED) else find_npm_browser(root)


def bring_browser(machine: Machine, fetcher: Fetcher) -> Browser | None:
    """Return a browser, fetched by the first way that works here."""
    say("没有找到 Chromium、Chrome 或 Edge，为浏览器测试取一个：")
    ways: tuple[Callable[[Machine, Fetcher], Browser | None], ...] = (by_playwright, by_npm, by_apt)
    return next((browser for way in ways if (browser := way(machine, fetcher))), None)


def find_downloads(root: Path) -> Path:
    """Return the project's own folder for Playwright's downloads."""
    return root / ".cache" / "tools" / "playwright"


def by_playwright(machine: Machine, fetcher: Fetcher) -> Browser | None:
    """Let Playwright download its own into the project's folder."""
    if not starts_driver(fetcher.python.parent.parent):
        say("  Playwright 自带的下载：跳过，它的 Node.js 在这台机器上起不来。")
        return None
    folder = find_downloads(fetcher.root)
    say("  Playwright 自带的下载，放在 .cache/tools（约 100 MB）……")
    command = (fetcher.python, "-m", "playwright", "install", "chromium", "--only-shell")
    changes = {"PLAYWRIGHT_BROWSERS_PATH": str(folder), "PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": "10000"}
    status, output = run_patiently(command, changes=changes)
    browser = find_browser(machine, folder) if status == 0 else None
    if browser is None:
        say(
            f"    没有成功。{'下载到了，但这台机器缺少它要的系统库。' if status == 0 else describe_briefly(output)}"
        )
    return browser


def by_npm(machine: Machine, fetcher: Fetcher) -> Browser | None:
    """Take the browser that npm has for Linux on x86-64, with the libraries it needs; no right of root is needed."""
    if machine.platform != "linux" or machine.architecture not in ("x86_64", "amd64"):
        return None
    node = bring_node(machine, fetcher, "  Node.js（约 60 MB）")
    if node is None:
        return None
    folder = find_npm_folder(fetcher.root)
    drop_older(folder, "chromium")
    say("  npm 上的 @sparticuz/chromium，放在 .cache/tools（约 70 MB）……")
    fresh = folder.with_name(f"{folder.name}.new")
    shutil.copytree(fetcher.root / OWN_LOCK, fresh)
    if install_modules(node, fresh):
        packed = fresh / "node_modules" / "@sparticuz" / "chromium" / "bin"
        status, output = run_patiently((node.program, "-e", UNPACK, packed, fresh))
        if status == 0:
            unpack_browser(fresh)
            fresh.rename(folder)
        else:
            say(f"    没有成功。{describe_briefly(output)}")
    shutil.rmtree(fresh, ignore_errors=True)
    return find_npm_browser(fetcher.root)


def unpack_browser(folder: Path) -> None:
    """Unpack the archives into a program, its libraries and a Latin font; delete the rest."""
    (folder / "chromium").chmod(0o755)
    for archive, place in (("al2023.tar", "lib"), ("fonts.tar", "fonts")):
        (folder / place).mkdir()
        with tarfile.open(folder / archive) as packed:
            for member in packed:
                if member.isfile() and (data := packed.extractfile(member)):
                    (folder / place / Path(member.name).name).write_bytes(data.read())
    for unpacked in folder.glob("*.tar"):
        unpacked.unlink()
    shutil.rmtree(folder / "node_modules")


def find_npm_folder(root: Path) -> Path:
    """Return where npm's browser stands once it is unpacked; another version has another place."""
    lock = (root / OWN_LOCK / "package-lock.json").read_text(encoding="utf-8")
    return root / ".cache" / "tools" / f"chromium-{compute_digest(lock)[:8]}"


def find_npm_browser(root: Path) -> Browser | None:
    """Return npm's browser with the variables that it needs, if it was brought and starts."""
    folder = find_npm_folder(root)
    environment = {"LD_LIBRARY_PATH": str(folder / "lib")}
    program = folder / "chromium"
    if not program.is_file() or not answers(program, changes=environment):
        return None
    return Browser(program=program, environment=environment)


def by_apt(machine: Machine, _: Fetcher) -> Browser | None:
    """On Debian and Ubuntu, as root, install what the system packs itself."""
    apt = machine.find_program("apt-get")
    if apt is None or not is_root():
        return None
    say(f"  apt-get install {' '.join(FROM_APT)}……")
    options = ("-q", "-y", "--no-install-recommends")
    for step in (("update", "-q"), ("install", *options, *FROM_APT)):
        status, output = run_patiently(
            (apt, *step), changes={"DEBIAN_FRONTEND": "noninteractive"}, silence=APT_SILENCE
        )
        if status != 0:
            say(f"    没有成功。{describe_briefly(output)}")
            return None
    return find_browser(machine)


def is_root() -> bool:
    """Say whether we may install into the system."""
    return hasattr(os, "geteuid") and os.geteuid() == 0
