"""Check that a folder holds a project's content; else suggest where the content may be."""

from __future__ import annotations

from pathlib import Path

from ..model.names import is_system_file
from ..model.place import Place
from ..problems import Problem

FILES = (
    "site.yaml",
    "indicators.yaml",
    "charts.yaml",
    "checks.yaml",
    "terms.yaml",
    "places.yaml",
    "dictionary.txt",
    "reports",
)
"""One of them is enough: what lacks is told file by file."""


def find_other_folder(root: Path) -> Problem | None:
    """Return a problem that names what the path is instead of a content folder; `None` when it is one."""
    if root.is_dir() and any((root / name).exists() for name in FILES):
        return None
    found, where = _describe(root)
    hint = where or f"在项目的文件夹（里面有 content）里运行，或者用 --content 指明。找的是：{root}"
    return Problem(code="E101", place=Place(file="."), found=found, expected="内容文件夹", hint=hint)


def describe_folder(folder: Path) -> str:
    """Return the kind of a folder of this program: 内容文件夹, 生成的网站 …; empty for any other."""
    if (folder / "receipt.json").is_file():
        return "生成的网站"
    if (folder / "content" / "site.yaml").is_file():
        return "项目的文件夹"
    if (folder / "site.yaml").is_file() or (folder / "reports").is_dir():
        return "内容文件夹"
    return "内容文件夹里的 reports" if (folder.parent / "site.yaml").is_file() else ""


def _describe(root: Path) -> tuple[str, str]:
    """Return words for the kind of the path, and where the content may be."""
    if not root.is_dir():
        return ("不是文件夹", "") if root.exists() else ("没有这个文件夹", "")
    match kind := describe_folder(root):
        case "项目的文件夹":
            return f"这是{kind}", f"内容在它里面的 content：用 --content {root / 'content'}"
        case "内容文件夹里的 reports":
            return f"这是{kind}", f"要的是它外面的那一层：用 --content {root.parent}"
        case "":
            empty = all(is_system_file(path.name) for path in root.iterdir())
            return (
                "空文件夹" if empty else "里面没有内容的文件（site.yaml、indicators.yaml、reports 等）"
            ), ""
    return f"这是{kind}", ""
