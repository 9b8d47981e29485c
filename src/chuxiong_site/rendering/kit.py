"""What all files of a site are made with: templates, shared files, the time; the same for every report."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace

import jinja2

from ..model import addresses
from ..model.project import Project
from ..model.records import dataclass
from ..model.site import Artifact, ChartLibrary
from .compiled import CompiledTemplates
from .frame.page import Assets, Page
from .frame.shared_files import SharedFile, render_shared_files
from .text.breaks import break_code, keep_dates, keep_figure


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderInputs:
    """What rendering needs beside the findings."""

    templates: Mapping[str, bytes]
    own: frozenset[str]
    """The templates that are the project's and not the program's."""
    plotly: ChartLibrary
    font: Artifact
    """What words in pictures are painted with; read only where a picture is new."""
    built: str = ""
    """When the site was made, in words; empty unless SOURCE_DATE_EPOCH is set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """The same, made ready."""

    environment: jinja2.Environment
    templates: Mapping[str, bytes]
    assets: Assets
    shared: tuple[SharedFile, ...]
    font: Artifact
    built: str
    digest: str
    """SHA-256 of all of it that a report's files can show."""


def create_kit(project: Project, inputs: RenderInputs) -> Kit:
    """Return the kit of a project; no report has a part in it."""
    assets, shared = render_shared_files(project, inputs.templates, inputs.plotly)
    return Kit(
        environment=create_environment(inputs.templates),
        templates=inputs.templates,
        assets=assets,
        shared=shared,
        font=inputs.font,
        built=inputs.built,
        digest=_compute_digest(inputs.templates, assets, inputs.built),
    )


def _compute_digest(templates: Mapping[str, bytes], assets: Assets, built: str) -> str:
    """The addresses of the shared files name their bytes, the library's too."""
    known = replace(assets, plotly=replace(assets.plotly, bundle=b""))
    digest = hashlib.sha256(repr((known, built)).encode())
    for name, data in sorted(templates.items()):
        digest.update(f"{name} {len(data)}\n".encode() + data)
    return digest.hexdigest()


def create_environment(templates: Mapping[str, bytes]) -> jinja2.Environment:
    """Return a Jinja environment with auto-escaping that raises on undefined fields."""
    sources = {name: data.decode("utf-8") for name, data in templates.items() if name.endswith(".html")}
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(
            lambda name: (sources[name], f"templates/{name}", None) if name in sources else None
        ),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=CompiledTemplates(),
    )
    environment.globals["addresses"] = addresses
    environment.filters |= {"keep_dates": keep_dates, "keep_figure": keep_figure, "break_code": break_code}
    return environment


def render_page(environment: jinja2.Environment, page: Page) -> bytes:
    """Return a page's bytes."""
    template = environment.get_template(f"pages/{page.kind}.html")
    return template.render(page=page, body=page.body).encode("utf-8")
