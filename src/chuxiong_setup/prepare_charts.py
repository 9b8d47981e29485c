"""Install npm's small chart library, once with the environment, where npm is at hand; else the full one is shipped."""

from __future__ import annotations

from pathlib import Path

from .console import say
from .machine import Machine, read_machine
from .node import find_node, install_modules, list_missing_modules
from .setup_lock import hold_setup_lock


def prepare_charts(root: Path, machine: Machine | None = None) -> None:
    """Install what the site itself takes from npm's lock, or say what it comes to without."""
    if not list_missing_modules(root, kind="dependencies"):
        return
    node = find_node(machine or read_machine(), root)
    if node is not None:
        say("用 npm 安装精简的图表程序（约 1 MB），放在 node_modules……")
        with hold_setup_lock(root / ".cache"):
            done = install_modules(node, root, "--omit=dev")
        if done:
            return
    say(
        "没有 npm 的精简图表程序，网站用完整的（1.5 MB，读者按了按钮才载入）；装上 Node.js 后运行 npm ci 即可换掉。"
    )
