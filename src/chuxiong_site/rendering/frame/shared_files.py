"""The files that pages load: styles, scripts, pictures, search data, the chart library; and which kinds of page load each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from ...model import addresses
from ...model.project import Project
from ...model.records import dataclass
from ...model.site import Artifact, ChartLibrary
from .assets import (
    PAGE_SHEETS,
    name_by_content,
    render_page_scripts,
    render_page_stylesheets,
    render_script,
    render_shared_stylesheet,
)
from .icon import render_icon, render_icon_file
from .page import Assets

SCRIPTS = {
    "site": ("scripts",),
    "search": ("search",),
    "answers": ("answers",),
    "notes": ("notes",),
    "charts": ("plotly", "charts"),
    "explore": ("plotly", "explore"),
}
"""Script → the folders of `templates` that it is joined from."""
WITH_CHARTS = "with charts"
"""Stands among the kinds of page for every page with a chart."""
ONLY_FOR = {"charts": frozenset({WITH_CHARTS}), "explore": frozenset({"explore"})}
"""Script → the kinds of page without which the site has no use for it."""
ALL: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedFile:
    """A file that pages load."""

    path: str
    data: Artifact
    kinds: frozenset[str] = ALL
    """The kinds of page that load it; none when all may."""


def render_shared_files(
    project: Project, templates: Mapping[str, bytes], plotly: ChartLibrary
) -> tuple[Assets, tuple[SharedFile, ...]]:
    """Return the addresses and the files."""
    theme, logo = project.site.theme, project.logo
    stylesheet = _make("site", "css", render_shared_stylesheet(templates, theme))
    icon = _make("icon", "png", render_icon_file(theme.accent))
    logos = [_make("logo", logo.ending, logo.data)] if logo else []
    scripts = _make_scripts(templates)
    sheets = _make_page_sheets(templates)
    own = {kind: _make(kind, "js", data, {kind}) for kind, data in render_page_scripts(templates).items()}
    library = SharedFile(path=plotly.path, data=plotly.bundle, kinds=ONLY_FOR["charts"] | ONLY_FOR["explore"])
    assets = Assets(
        icon=render_icon(theme.accent),
        icon_file=icon.path,
        logo=logos[0].path if logos else "",
        stylesheet=stylesheet.path,
        page_sheets={kind: sheets[name].path for kind, name in PAGE_SHEETS.items()},
        page_scripts={kind: file.path for kind, file in own.items()},
        script=scripts["site"].path,
        search=scripts["search"].path,
        answers=scripts["answers"].path,
        notes=scripts["notes"].path,
        charts=scripts["charts"].path,
        explore=scripts["explore"].path,
        plotly=plotly,
    )
    frame = SharedFile(
        path=addresses.FRAME_SCRIPT, data=render_script(templates, "embed"), kinds=frozenset({"embed"})
    )
    return assets, (
        stylesheet,
        icon,
        *logos,
        *scripts.values(),
        *sheets.values(),
        *own.values(),
        library,
        frame,
    )


def list_loaded(files: Iterable[SharedFile], kinds: AbstractSet[str]) -> dict[str, Artifact]:
    """Return the files that a site with these kinds of page needs."""
    return {file.path: file.data for file in files if not file.kinds or file.kinds & kinds}


def _make_scripts(templates: Mapping[str, bytes]) -> dict[str, SharedFile]:
    return {
        name: _make(name, "js", render_script(templates, *folders), ONLY_FOR.get(name, ALL))
        for name, folders in SCRIPTS.items()
    }


def _make_page_sheets(templates: Mapping[str, bytes]) -> dict[str, SharedFile]:
    return {
        name: _make(name, "css", data, {kind for kind, sheet in PAGE_SHEETS.items() if sheet == name})
        for name, data in render_page_stylesheets(templates).items()
    }


def _make(stem: str, ending: str, data: bytes, kinds: Iterable[str] = ALL) -> SharedFile:
    return SharedFile(path=name_by_content(stem, ending, data), data=data, kinds=frozenset(kinds))
