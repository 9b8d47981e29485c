"""Render every component with its `examples.yaml`, awkward cases included, as one page for developers.

`PYTHONPATH=src .venv/bin/python tools/gallery.py DIR` writes it. The same examples are compared, parsed and checked for accessibility by the tests. Nothing here reaches the public site.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jinja2
import yaml
from markupsafe import Markup
from pydantic import Field

from chuxiong_site.build.inputs import read_inputs
from chuxiong_site.build.options import Options
from chuxiong_site.model.catalogue import Id, Text
from chuxiong_site.model.site import Site
from chuxiong_site.problems import describe_problems
from chuxiong_site.publishing.errors import NotOursError
from chuxiong_site.publishing.write_site import publish_site
from chuxiong_site.rendering.frame.assets import name_by_content, render_script, render_stylesheet
from chuxiong_site.rendering.frame.page import Assets
from chuxiong_site.rendering.kit import RenderInputs, create_environment
from chuxiong_site.terminal.summary import describe_refusal
from gallery_charts import ExampleChart, ExampleRecord, describe_example_chart

FOLDER = "components/"
PAGE = "gallery.html"


class ExampleSpec(ExampleRecord):
    """An example as it is written down."""

    name: Id
    about: Text
    """What is worth looking at, in a few words."""
    call: str = ""
    """The macro call, where it is not that of the whole file."""
    data: dict[str, Any] = Field(default_factory=dict)
    """The names that the call uses. Mappings become records: a field that is missing is an error."""
    chart: ExampleChart | None = None
    """Becomes `view`, made from a record as on the site."""


class ExamplesFile(ExampleRecord):
    """The examples of one component."""

    about: Text
    call: str
    examples: tuple[ExampleSpec, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One call of a component with its data."""

    component: str
    name: str
    about: str
    call: str
    data: Mapping[str, object]

    @property
    def id(self) -> str:
        """Its anchor on the page."""
        return f"_example-{self.component}-{self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderedExample:
    """An example with what it came to."""

    example: Example
    html: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class GalleryPart:
    """A component with its examples."""

    component: str
    about: str
    examples: tuple[RenderedExample, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GalleryPage:
    """What the page shows."""

    assets: Assets
    parts: tuple[GalleryPart, ...]


def render_gallery(inputs: RenderInputs) -> Site:
    """Return the page with the style sheet, script and bundle that it needs: the same as the site's."""
    stylesheet, script = render_stylesheet(inputs.templates), render_script(inputs.templates)
    charts = render_script(inputs.templates, "plotly", "charts")
    assets = Assets(
        stylesheet=name_by_content("site", "css", stylesheet),
        script=name_by_content("site", "js", script),
        charts=name_by_content("charts", "js", charts),
        plotly=inputs.plotly,
    )
    environment = create_environment(inputs.templates)
    page = GalleryPage(assets=assets, parts=_describe_parts(environment, inputs.templates))
    html = environment.get_template("pages/gallery.html").render(page=page)
    return {
        PAGE: html.encode("utf-8"),
        assets.stylesheet: stylesheet,
        assets.script: script,
        assets.charts: charts,
        inputs.plotly.path: inputs.plotly.bundle,
    }


def list_components(templates: Mapping[str, bytes]) -> tuple[str, ...]:
    """Return the names of the component folders that hold a macro, in order; some hold only the look of what a script makes."""
    folders = sorted({name.split("/")[1] for name in templates if name.startswith(FOLDER)})
    return tuple(folder for folder in folders if f"{FOLDER}{folder}/{folder}.html" in templates)


def list_examples(templates: Mapping[str, bytes]) -> tuple[Example, ...]:
    """Return the examples of all components, by component, each in the order of its file."""
    return tuple(
        example
        for component in list_components(templates)
        for example in _structure_examples(component, _read_examples(templates, component))
    )


def render_example(environment: jinja2.Environment, example: Example) -> Markup:
    """Return the HTML that the component makes of an example's data."""
    path = f"{FOLDER}{example.component}/{example.component}.html"
    source = f'{{% import "{path}" as component with context %}}{{{{ component.{example.call} }}}}'
    return Markup(environment.from_string(source).render(example.data).strip())


def _describe_parts(
    environment: jinja2.Environment, templates: Mapping[str, bytes]
) -> tuple[GalleryPart, ...]:
    parts = []
    for component in list_components(templates):
        file = _read_examples(templates, component)
        examples = tuple(
            RenderedExample(example=example, html=render_example(environment, example))
            for example in _structure_examples(component, file)
        )
        parts.append(GalleryPart(component=component, about=file.about, examples=examples))
    return tuple(parts)


def _read_examples(templates: Mapping[str, bytes], component: str) -> ExamplesFile:
    """Return the component's examples; a new component has none yet, which the tests do not let pass."""
    source = templates.get(f"{FOLDER}{component}/examples.yaml")
    if source is None:
        return ExamplesFile(about="还没有例子。", call="", examples=())
    return ExamplesFile.model_validate(yaml.safe_load(source))


def _structure_examples(component: str, file: ExamplesFile) -> tuple[Example, ...]:
    return tuple(
        Example(
            component=component,
            name=spec.name,
            about=spec.about,
            call=spec.call or file.call,
            data=_describe_data(f"{component}-{spec.name}", spec),
        )
        for spec in file.examples
    )


def _describe_data(id: str, spec: ExampleSpec) -> dict[str, object]:  # noqa: A002  # becomes the chart's id
    data = {name: _create_record(value) for name, value in spec.data.items()}
    return data if spec.chart is None else {**data, "view": describe_example_chart(id, spec.chart)}


def _create_record(value: object) -> object:
    """Return mappings as objects with fields, which templates cannot tell from the records of the site."""
    if isinstance(value, dict):
        return SimpleNamespace(**{name: _create_record(inner) for name, inner in value.items()})
    if isinstance(value, list):
        return tuple(_create_record(inner) for inner in value)
    return value


def main(out: Path) -> None:
    """Write the gallery of the templates in the folder where one is."""
    inputs, problems = read_inputs(Options(content=Path("content"), out=out, root=Path.cwd()))
    if problems:
        sys.exit(describe_problems(problems, "text"))
    try:
        publish_site(render_gallery(inputs), out)
    except NotOursError as error:
        sys.exit(describe_refusal(error))
    sys.stdout.write(f"组件一览：{out / PAGE}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
