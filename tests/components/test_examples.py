"""What does each component make of its examples? Expected HTML stands in `expected/`; `pytest --accept` rewrites it."""

from __future__ import annotations

import copy
import difflib
from pathlib import Path

import html5lib
import jinja2
import pytest
import yaml
from pydantic import ValidationError

from built import ROOT
from chuxiong_site.content.read_files import read_templates
from chuxiong_site.model.chart_forms import CHART_FORMS
from chuxiong_site.rendering.kit import create_environment
from gallery import Example, list_components, list_examples, render_example

EXPECTED = Path(__file__).parent / "expected"
TEMPLATES, _ = read_templates(ROOT / "templates")
ENVIRONMENT = create_environment(TEMPLATES)
EXAMPLES = {f"{example.component}/{example.name}": example for example in list_examples(TEMPLATES)}
HOSTILE = (
    "chart",
    "contents",
    "fact_table",
    "fields",
    "follow_up",
    "joins",
    "overview",
    "pager",
    "quotation",
)


def render(name: str) -> str:
    """Return the HTML of an example, with one newline at its end."""
    return f"{render_example(ENVIRONMENT, EXAMPLES[name])}\n"


def break_examples(component: str, old: str, new: str) -> dict[str, bytes]:
    """Return the templates with a slip in the examples of one component."""
    path = f"components/{component}/examples.yaml"
    source = TEMPLATES[path].decode("utf-8")
    assert old in source
    return {**TEMPLATES, path: source.replace(old, new, 1).encode("utf-8")}


@pytest.mark.parametrize("name", EXAMPLES)
def test_same_as_accepted(name: str, accept: bool) -> None:
    """Every example makes, character for character, what was accepted."""
    path = EXPECTED / f"{name}.html"
    made = render(name)
    if accept:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made, encoding="utf-8", newline="\n")
    expected = path.read_text(encoding="utf-8") if path.is_file() else ""
    difference = difflib.unified_diff(expected.splitlines(), made.splitlines(), "expected", "made", n=1)
    assert expected == made, "\n".join(
        [*difference, "确认无误后，用 pytest tests/components --accept 接受。"]
    )


@pytest.mark.parametrize("name", EXAMPLES)
def test_is_well_formed(name: str) -> None:
    """The HTML of every example is parsed without an error, as the browser would write it down itself."""
    parser = html5lib.HTMLParser(strict=True)
    assert parser.parseFragment(render(name), container="main") is not None


@pytest.mark.parametrize("component", HOSTILE)
def test_markup_in_words_is_text(component: str) -> None:
    """Tags and quotes in the data of the hostile example are shown, never obeyed."""
    fragment = html5lib.parseFragment(render(f"{component}/hostile"), namespaceHTMLElements=False)
    elements = [element for element in fragment.iter() if isinstance(element.tag, str)]
    made = {(element.tag, name) for element in elements for name in element.attrib}
    assert not [name for _, name in made if name.startswith("on")]
    assert not [element for element in elements if element.tag in {"b", "i", "img"}]
    scripts = [element for element in elements if element.tag == "script"]
    assert all(element.get("type") == "application/json" for element in scripts)
    assert "<" in "".join(fragment.itertext())


def test_every_component_has_examples() -> None:
    """Every folder with a macro has at least two examples, and every expected file has its example."""
    counts = dict.fromkeys(list_components(TEMPLATES), 0)
    for example in EXAMPLES.values():
        counts[example.component] += 1
    assert {name: count for name, count in counts.items() if count < 2} == {}
    kept = {path.relative_to(EXPECTED).with_suffix("").as_posix() for path in EXPECTED.rglob("*.html")}
    assert kept == set(EXAMPLES)


def test_every_chart_form_has_an_example() -> None:
    """Each form of chart stands among the examples."""
    file = yaml.safe_load(TEMPLATES["components/chart/examples.yaml"])
    shown = {example["chart"]["form"] for example in file["examples"]}
    assert shown == set(CHART_FORMS)


def test_a_missing_field_is_an_error() -> None:
    """An example that forgets a field does not come out with a hole."""
    example = EXAMPLES["pager/both"]
    data = copy.deepcopy(dict(example.data))
    del data["next"].href  # type: ignore[attr-defined]
    broken = Example(component="pager", name="both", about="", call=example.call, data=data)
    with pytest.raises(jinja2.UndefinedError, match="href"):
        render_example(ENVIRONMENT, broken)


def test_a_misspelt_key_is_an_error() -> None:
    """An unknown key in an examples file is refused."""
    with pytest.raises(ValidationError, match="abuot"):
        list_examples(break_examples("pager", "about: 前后都有", "abuot: 前后都有"))


def test_a_value_that_says_no_number_is_an_error() -> None:
    """The value of an example chart has to read as exactly one number."""
    with pytest.raises(ValueError, match="unpack"):
        list_examples(break_examples("chart", "value: 649件", "value: 若干件"))
