"""Install what `python build.py test` needs and the machine has not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from .bring_browser import bring_browser, find_own_browser
from .browsers import NAMED
from .console import say
from .fonts import choose_other, find_other_fonts, list_chinese_fonts
from .machine import Machine, read_machine
from .node import bring_node, find_java, install_modules, list_missing_modules, starts_driver
from .setup_lock import hold_setup_lock
from .tool_packages import FONT, JAVA, XBRL, Fetcher

ONLY_LOOKING = ("--help", "-h", "--version", "-V", "--collect-only", "--co", "--fixtures", "--markers")
WITHOUT = "--without-browser"


def prepare_tests(root: Path, python: Path, arguments: Sequence[str]) -> None:
    """Bring npm's tools, Java, a browser and its fonts; what cannot be had is left for the tests to tell."""
    if any(argument in ONLY_LOOKING for argument in arguments):
        return
    machine = read_machine()
    fetcher = Fetcher(root=root, python=python)
    with hold_setup_lock(root / ".cache"):
        prepare_modules(machine, fetcher)
        if find_java(machine, root) is None:
            fetcher.bring(JAVA, "检查网页的 vnu 要有 Java（约 35 MB）")
        for name in XBRL:
            fetcher.bring(name, "检查 xBRL 的 Arelle 要有它（一共约 45 MB）")
        if WITHOUT not in arguments:
            prepare_browser(machine, fetcher)


def prepare_modules(machine: Machine, fetcher: Fetcher) -> None:
    """Install npm's lock where something of it is missing."""
    missing = [*list_missing_modules(fetcher.root), *list_missing_modules(fetcher.root, kind="dependencies")]
    if not missing:
        return
    node = bring_node(machine, fetcher, "测试要用 npm 的软件包，先要有 Node.js（约 60 MB）")
    if node is not None:
        say(f"用 npm 安装 {'、'.join(missing)}，放在 node_modules……")
        install_modules(node, fetcher.root, "--include=dev")


def prepare_browser(machine: Machine, fetcher: Fetcher) -> None:
    """Bring a browser, a Node for the program that drives it, and fonts of two kinds."""
    root = fetcher.root
    named = machine.environment.get(NAMED)
    if find_own_browser(machine, root) is None and (named or bring_browser(machine, fetcher) is None):
        return
    if not starts_driver(fetcher.python.parent.parent):
        bring_node(machine, fetcher, "驱动浏览器要有 Node.js（约 60 MB）")
    if machine.platform == "linux":
        prepare_fonts(machine, fetcher)


def prepare_fonts(machine: Machine, fetcher: Fetcher) -> None:
    """Bring a Chinese font where there is none, and one with other measures, so that no layout hangs on one."""
    fonts = list_chinese_fonts(machine)
    if not fonts and (folder := fetcher.bring(FONT, "这台机器没有中文字体（约 17 MB）")):
        fonts = sorted(folder.rglob("*.otf"))
    if fonts and find_other_fonts(fetcher.root, fonts) is None:
        fetcher.bring(choose_other(fonts), "版面要在另一种字体下也成立（约 5 MB）")
