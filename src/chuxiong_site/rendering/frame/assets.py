"""Template sources → the shared style sheet and script; and addresses that say which bytes stand behind them."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Container, Mapping

from ...model.catalogue import Appearance
from ...model.site import compute_digest
from .theme import render_theme

STYLE_ORDER = ("styles/tokens.css", "styles/base.css", "styles/layout.css")
"""First these, then the components and pages by name, last `styles/print.css`."""
PAGE_SHEETS = {
    "checks": "checks",
    "explore": "explore",
    "facts": "facts",
    "home": "home",
    "indicator": "indicators",
    "indicators": "indicators",
    "keywords": "keywords",
    "en_about": "english",
    "en_checks": "english",
    "en_facts": "english",
    "en_home": "english",
}
"""Kind of page → the sheet in `templates/pages` that only such pages load, beside the shared one."""
PLAIN = Appearance()
LAST_STYLE = "styles/print.css"
SPACED_NAME = re.compile(r"^([\w-]+): ", re.MULTILINE)
OWN_LINE_COMMENT = re.compile(r"^[ \t]*/\*(?:(?!\*/).)*\*/[ \t]*$", re.MULTILINE | re.DOTALL)


def render_stylesheet(templates: Mapping[str, bytes], theme: Appearance = PLAIN) -> bytes:
    """Return all style sheets as one, in the stated order; what a project sets of its own follows the tokens."""
    return _join_sheets(templates, theme, frozenset())


def render_shared_stylesheet(templates: Mapping[str, bytes], theme: Appearance = PLAIN) -> bytes:
    """Return the style sheets of every page as one: all but those that only some kinds of page load."""
    return _join_sheets(templates, theme, frozenset(_name_sheet(name) for name in PAGE_SHEETS.values()))


def render_page_stylesheets(templates: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Return the sheets that only some kinds of page load, by name; the rules for paper are last in each as well."""
    return {
        name: b"\n".join(
            _squeeze(_strip_comments(templates[part])) for part in (_name_sheet(name), LAST_STYLE)
        )
        for name in dict.fromkeys(PAGE_SHEETS.values())
    }


def _name_sheet(name: str) -> str:
    return f"pages/{name}.css"


def _join_sheets(templates: Mapping[str, bytes], theme: Appearance, without: Container[str]) -> bytes:
    first = {*STYLE_ORDER, LAST_STYLE}
    named = [
        name for name in templates if name.endswith(".css") and name not in first and name not in without
    ]
    names = [*STYLE_ORDER, *sorted(named), LAST_STYLE]
    sheets = [_squeeze(_strip_comments(templates[name])) for name in names]
    own = _squeeze(render_theme(theme))
    return b"\n".join(filter(None, (sheets[0], own, *sheets[1:])))


def render_script(templates: Mapping[str, bytes], *folders: str) -> bytes:
    """Return all browser scripts of some folders, in their order, as one classic script; each is closed in itself."""
    names = [
        name
        for folder in folders or ("scripts",)
        for name in sorted(templates)
        if name.startswith(f"{folder}/") and name.endswith(".js")
    ]
    return b"\n".join(_strip_script(templates[name]) for name in names) + b"\n"


def render_page_scripts(templates: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Return the scripts that only one kind of page loads, beside the shared one: kind → script."""
    return {
        name.removeprefix("pages/").removesuffix(".js"): _strip_script(templates[name]) + b"\n"
        for name in sorted(templates)
        if name.startswith("pages/") and name.endswith(".js")
    }


def name_by_content(stem: str, ending: str, data: bytes) -> str:
    """Return `assets/site.1a2b3c4d.css`: a new content is a new name, so caches never lie."""
    return f"assets/{stem}.{compute_digest(data)}.{ending}"


def address_by_content(path: str, data: bytes) -> str:
    """Return `data/2023/search-data.js?v=1a2b3c4d`: for a file whose path is part of the data contract.

    What stands after `?` is nothing to a static host and to a browser that opens files, but to caches another file.
    """
    return f"{path}?v={compute_digest(data)}"


def compute_policy_hash(text: str) -> str:
    """Return how a content policy names code inside a page, as a browser counts it: HTML knows one line end and no NUL."""
    seen = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    return f"'sha256-{base64.b64encode(hashlib.sha256(seen.encode()).digest()).decode()}'"


def _strip_comments(css: bytes) -> str:
    """Drop comments; the sources keep them for people."""
    parts = css.decode().split("/*")
    return "".join([parts[0], *(part.partition("*/")[2] for part in parts[1:])])


def _squeeze(css: str) -> bytes:
    """Drop indentation, and one space or line break wherever the formatted sources have one; nothing inside a value changes."""
    text = "\n".join(line.strip() for line in css.splitlines() if line.strip())
    text = SPACED_NAME.sub(r"\1:", text).replace(" {\n", "{").replace(";\n}", "}")
    return text.replace(";\n", ";").replace(",\n", ",").encode()


def _strip_script(script: bytes) -> bytes:
    """Drop indentation and the comments that have lines of their own. Scripts hold no text over several lines."""
    text = OWN_LINE_COMMENT.sub("", script.decode())
    return "\n".join(line.strip() for line in text.splitlines() if line.strip()).encode()
