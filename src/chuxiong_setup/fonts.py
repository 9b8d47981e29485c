"""Find the Chinese fonts of a Linux machine, and write a fontconfig file that gives a browser others."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from .machine import PATIENCE, Machine
from .tool_packages import FONT, OTHER_FONT, find_tool_folder

CHINESE = re.compile(
    r"(?i)noto.*(cjk|sc)|source.?han|wqy|droid.*fallback|uming|ukai|sim(sun|hei|kai)|msyh|lxgw|fandol|misans"
)
"""Files of fonts that have simplified Chinese, where no program says so."""
FAMILIES = (("noto", re.compile(r"(?i)noto|source.?han|pylopdf")), ("wqy", re.compile(r"(?i)wqy")))
FOLDERS = ("usr/share/fonts", "usr/local/share/fonts")
OWN_FOLDERS = (".fonts", ".local/share/fonts")
SUFFIXES = frozenset({".ttf", ".ttc", ".otf"})
CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
{includes}{folders}  <cachedir>{cache}</cachedir>
</fontconfig>
"""
SYSTEM = '  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>\n'


def list_chinese_fonts(machine: Machine) -> list[Path]:
    """Return the files of the Chinese fonts that browsers find on a Linux machine."""
    if program := machine.find_program("fc-list"):
        command = [str(program), ":lang=zh-cn", "--format", "%{file}\n"]
        made = subprocess.run(
            command,
            env=dict(machine.environment),
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        return [Path(line) for line in sorted(set(made.stdout.splitlines()))]
    return [path for path in list_font_files(machine) if CHINESE.search(path.name)]


def list_font_files(machine: Machine) -> Iterator[Path]:
    """Yield the files in the folders of fonts."""
    places = (
        *(machine.root / folder for folder in FOLDERS),
        *(machine.home / folder for folder in OWN_FOLDERS),
    )
    for place in places:
        yield from (path for path in sorted(place.rglob("*")) if path.suffix.lower() in SUFFIXES)


def name_family(path: Path) -> str:
    """Return the family by whose measures a font lays out, as far as we tell them apart."""
    return next((name for name, pattern in FAMILIES if pattern.search(path.name)), path.stem)


def choose_other(fonts: Iterable[Path]) -> str:
    """Return the package whose font has other measures than those that are there."""
    return FONT if {name_family(path) for path in fonts} == {"wqy"} else OTHER_FONT


def find_other_fonts(root: Path, fonts: Iterable[Path]) -> Path | None:
    """Return a folder with Chinese fonts that have other measures than the first that is there, if one is at hand."""
    fonts = tuple(fonts)
    if "wqy" in (families := {name_family(path): path for path in fonts}) and len(families) > 1:
        return families["wqy"].parent
    folder = find_tool_folder(root, choose_other(fonts))
    return folder if folder.is_dir() else None


def write_fonts_file(folder: Path, name: str, fonts: Iterable[Path], *, beside_system: bool) -> Path:
    """Write a fontconfig file with these folders of fonts, beside the system's own or alone; return its path."""
    text = CONFIGURATION.format(
        includes=SYSTEM if beside_system else "",
        folders="".join(f"  <dir>{font}</dir>\n" for font in fonts),
        cache=folder / "font-cache",
    )
    path = folder / f"{name}.conf"
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return path
