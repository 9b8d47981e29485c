"""How does every kind of page look, at every width, in every mode? Pictures and a contact sheet, to be looked at by people.

Run by hand: `python tests/pictures/take_pictures.py SITE OUT [--only WORD …]`; a WORD is part of a picture's name.
"""

from __future__ import annotations

import argparse
import html
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from conftest import QUIET, find_browser
from no_browser import describe_no_browser

WIDTHS = (360, 768, 1440)
PAPER_WIDTH = 794
"""A4 at 96 dots per inch."""
SECTIONS = 3
"""How many section pages are taken, from the fullest to the emptiest."""
TALLEST = 12000
"""A picture is cut below this; no viewer shows more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mode:
    """How a reader has set up the page."""

    name: str
    context: dict[str, Any] = field(default_factory=dict)
    root: dict[str, str] = field(default_factory=dict)
    """Attributes of the root element, as the page's own settings write them."""
    media: Literal["screen", "print"] = "screen"
    widths: tuple[int, ...] = WIDTHS


MODES = (
    Mode(name="light"),
    Mode(name="dark", context={"color_scheme": "dark"}),
    Mode(name="contrast", root={"data-theme": "contrast"}),
    Mode(name="largest", root={"data-type": "largest"}),
    Mode(name="noscript", context={"java_script_enabled": False}),
    Mode(name="print", media="print", widths=(PAPER_WIDTH,)),
)


def list_pages(site: Path) -> list[str]:
    """Return one page of each kind, and three section pages: the fullest, a middling one, the emptiest."""
    pages = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))]
    sizes = {page: len((site / page).read_bytes()) for page in pages}
    kinds: dict[str, list[str]] = {}
    for page in pages:
        kinds.setdefault(_find_kind(site / page), []).append(page)
    sections = sorted(kinds.pop("section-page", []), key=lambda page: sizes[page])
    chosen = [sections[len(sections) * place // (SECTIONS - 1) - (place > 0)] for place in range(SECTIONS)]
    return [*(names[0] for names in kinds.values()), *dict.fromkeys(chosen)]


def _find_kind(path: Path) -> str:
    return path.read_text(encoding="utf-8").partition('<body class="')[2].partition('"')[0]


def name_picture(page: str, mode: str, width: int) -> str:
    """Return `2023-full--dark--360.png`."""
    return f"{page.removesuffix('.html').replace('/', '-')}--{mode}--{width}.png"


def take_pictures(site: Path, out: Path, wanted: tuple[str, ...]) -> Iterator[str]:
    """Take the pictures that are wanted and give their names, page by page."""
    found = find_browser()
    if found is None:
        sys.exit(describe_no_browser())
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found.program, args=list(QUIET), env={**os.environ, **found.environment}
        )
        for mode in MODES:
            for width in mode.widths:
                context = browser.new_context(
                    viewport={"width": width, "height": 900}, reduced_motion="reduce", **mode.context
                )
                page = context.new_page()
                page.emulate_media(media=mode.media)
                for path in list_pages(site):
                    name = name_picture(path, mode.name, width)
                    if all(word in name for word in wanted):
                        _take(page, (site / path).as_uri(), mode, out / name)
                        yield name
                context.close()
        browser.close()


def _take(page: Any, address: str, mode: Mode, out: Path) -> None:
    page.goto(address)
    if mode.root:
        page.evaluate(
            "(marks) => Object.keys(marks).forEach((name) => document.documentElement.setAttribute(name, marks[name]))",
            mode.root,
        )
    page.wait_for_timeout(150)
    height = page.evaluate("() => document.documentElement.scrollHeight")
    width = page.viewport_size["width"]
    clip = {"x": 0, "y": 0, "width": width, "height": min(height, TALLEST)}
    page.screenshot(path=str(out), full_page=True, clip=clip)
    if mode.media == "print":
        page.pdf(path=str(out.with_suffix(".pdf")), prefer_css_page_size=True)


def render_sheet(names: list[str]) -> str:
    """Return the contact sheet: a row a page, its pictures side by side."""
    rows: dict[str, list[str]] = {}
    for name in names:
        rows.setdefault(name.split("--")[0], []).append(name)
    body = "\n".join(
        f"<h2>{html.escape(row)}</h2><div>{''.join(_render_picture(name) for name in pictures)}</div>"
        for row, pictures in sorted(rows.items())
    )
    style = "div{display:flex;overflow-x:auto;align-items:flex-start}figure{margin:0 1em 1em 0}img{width:240px;border:1px solid}"
    return f'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>图样</title><style>{style}</style>\n{body}\n</html>\n'


def _render_picture(name: str) -> str:
    safe = html.escape(name)
    words = html.escape(" ".join(name.removesuffix(".png").split("--")[1:]))
    return (
        f'<figure><a href="{safe}"><img src="{safe}" alt="{safe}" loading="lazy"></a>'
        f"<figcaption>{words}</figcaption></figure>"
    )


def main() -> None:
    """Take the pictures and write the contact sheet."""
    parser = argparse.ArgumentParser(description="把网站的每种网页照下来，给人看。")
    parser.add_argument("site", type=Path, help="生成的网站")
    parser.add_argument("out", type=Path, help="放图的文件夹")
    parser.add_argument("--only", nargs="*", default=[], help="只照名字里有这些词的")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    names = list(take_pictures(given.site.resolve(), given.out, tuple(given.only)))
    (given.out / "index.html").write_text(render_sheet(names), encoding="utf-8")
    sys.stdout.write(f"{len(names)} 张图：{given.out / 'index.html'}\n")


if __name__ == "__main__":
    main()
