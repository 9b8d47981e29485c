"""List the tools that the tests can use. Looks only; `prepare_tests` installs what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .bring_browser import find_own_browser
from .browsers import Browser
from .fonts import find_other_fonts, list_chinese_fonts, write_fonts_file
from .machine import Machine
from .node import find_node, starts_driver
from .tool_packages import FONT, find_tool_folder


@dataclass(frozen=True, slots=True, kw_only=True)
class BrowserTools:
    """A browser's program, and the variables with which it is started."""

    program: Path
    environment: Mapping[str, str]
    other_fonts: Mapping[str, str] | None
    """The variables that show it other fonts than the first ones; `None` where only one kind is to be had."""


def find_browser_tools(machine: Machine, root: Path) -> BrowserTools | None:
    """Return the browser for the tests, with Chinese fonts where the machine has none."""
    browser = find_own_browser(machine, root)
    if browser is None:
        return None
    if machine.platform != "linux":
        return BrowserTools(program=browser.program, environment={}, other_fonts=None)
    return dress(browser, machine, root)


def dress(browser: Browser, machine: Machine, root: Path) -> BrowserTools:
    """Return a Linux browser with the fonts it shall see."""
    folder = root / ".cache" / "tools"
    fonts, environment = list_chinese_fonts(machine), dict(browser.environment)
    brought = find_tool_folder(root, FONT)
    if not fonts and brought.is_dir():
        latin = [browser.program.parent / "fonts"] if "LD_LIBRARY_PATH" in environment else []
        file = write_fonts_file(folder, "fonts", [brought, *latin], beside_system=True)
        environment["FONTCONFIG_FILE"] = str(file)
        fonts = sorted(brought.rglob("*.otf"))
    other = find_other_fonts(root, fonts) if fonts else None
    if other is not None:
        file = write_fonts_file(folder, "other-fonts", [other], beside_system=False)
    return BrowserTools(
        program=browser.program,
        environment=environment,
        other_fonts={**environment, "FONTCONFIG_FILE": str(file)} if other is not None else None,
    )


def find_driver_node(machine: Machine, root: Path, environment: Path) -> Path | None:
    """Return the Node that Playwright shall use instead of its own; `None` while its own starts.

    It needs a library of the system that a bare Debian lacks.
    """
    if starts_driver(environment) or machine.environment.get("PLAYWRIGHT_NODEJS_PATH"):
        return None
    node = find_node(machine, root)
    return node.program if node else None
