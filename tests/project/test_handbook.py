"""Does the handbook say all there is to say, and nothing that is not so? Made pages are rewritten by `--accept`."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import click
import jsonschema
import pytest
import yaml

from built import FIXTURES, RICH, ROOT
from chuxiong_site.content.tags import KEYS as TAG_ATTRIBUTES
from chuxiong_site.model.numeral import NumeralKind
from chuxiong_site.problems import CODES
from command_runs import list_commands
from handbook import FILES, render_errors_page, render_keys_page
from schemas import list_keys, render_schemas

DOCS = ROOT / "docs"
STAFF = DOCS / "staff"
LINK = re.compile(r"(?<!!)\[[^\]\n]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"(?m)^#{1,6} (.+)$")
CODE_FENCE = re.compile(r"(?ms)^```.*?^```$")
BUILD_PY = re.compile(r"python build\.py +([^`\n#|\s][^`\n#|]*)")
CONTENT = ("site", "indicators", "charts", "checks", "terms")
MADE: dict[str, Callable[[], bytes]] = {
    "staff/errors.md": lambda: render_errors_page().encode(),
    "staff/keys.md": lambda: render_keys_page().encode(),
    **{f"schemas/{name}": partial(render_schemas().__getitem__, name) for name in render_schemas()},
}
"""Made pages and schemas, and what makes them."""
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md"), *ROOT.glob("benchmarks/*.md")])


def read_page(path: Path) -> str:
    """Return a page's text."""
    return path.read_text(encoding="utf-8")


def read_handbook() -> str:
    """Return all that is written for staff."""
    return "\n".join(read_page(path) for path in [ROOT / "README.md", *sorted(STAFF.glob("*.md"))])


@pytest.mark.parametrize("name", MADE)
def test_made_pages_are_up_to_date(name: str, accept: bool) -> None:
    """What is made from the program says what the program says."""
    made = MADE[name]()
    if accept:
        (DOCS / name).write_bytes(made)
    assert (DOCS / name).read_bytes() == made, "用 pytest tests/project/test_handbook.py --accept 重写"


def test_no_schema_is_left_over() -> None:
    """There is a schema for every kind of file, and no other."""
    assert {path.name for path in (DOCS / "schemas").iterdir()} == set(render_schemas())


@pytest.mark.parametrize("name", CONTENT)
def test_content_names_its_schema(name: str) -> None:
    """Every YAML file of a project beside the schemas leads editors to them, by its first line."""
    path = RICH / f"{name}.yaml"
    first = read_page(path).splitlines()[0]
    assert first.startswith("# yaml-language-server: $schema=")
    assert (path.parent / first.partition("=")[2]).resolve() == DOCS / "schemas" / f"{name}.json"


def read_as_editor(text: str) -> Any:
    """Return YAML as an editor reads it: with numbers, truth values and nothings; dates as text."""
    return json.loads(json.dumps(yaml.safe_load(text), default=str))


@pytest.mark.parametrize("folder", [RICH, FIXTURES / "small"], ids=["rich", "small"])
def test_content_fits_its_schema(folder: Path) -> None:
    """An editor has nothing to complain of in content that the program accepts."""
    for name in CONTENT:
        schema = json.loads(render_schemas()[f"{name}.json"])
        jsonschema.Draft7Validator.check_schema(schema)
        jsonschema.validate(read_as_editor(read_page(folder / f"{name}.yaml")), schema)
    head = read_page(folder / "reports" / "2023.md").split("---\n")[1]
    jsonschema.validate(read_as_editor(head), json.loads(render_schemas()["report.json"]))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("site", "name: 站\nnotice: 声明\ndescription: 说明\nnmae: 错\n"),
        ("site", "name: 站\nnotice: 声明\n"),
        ("charts", "charts:\n  a:\n    form: pie\n    title: 题\n    indicators: [b]\n"),
        ("charts", "charts:\n  Not_An_Id:\n    form: bars\n    title: 题\n    indicators: [b]\n"),
        ("checks", "checks:\n  a:\n    kind: ratio\n    name: 名\n    rate: b\n    part: c\n"),
        ("indicators", "indicators: {}\n"),
        (
            "indicators",
            "themes: {a: 甲}\nindicators:\n  a: {id: a, name: 名, measure: count, unit: 件, scope: 全州, theme: a}\n",
        ),
    ],
)
def test_schemas_find_mistakes(name: str, text: str) -> None:
    """An editor marks what the program would refuse."""
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(read_as_editor(text), json.loads(render_schemas()[f"{name}.json"]))


def test_schemas_are_as_forgiving_as_the_reader() -> None:
    """A name that looks like a number or a truth value, and a contact left empty, are no mistakes."""
    schema = json.loads(render_schemas()["site.json"])
    jsonschema.validate(read_as_editor("name: 2024\nnotice: no\ndescription: 1.10\ncontact:\n"), schema)


def test_every_key_has_words() -> None:
    """Every key that staff can write says what it is for."""
    silent = [
        f"{file}: {key}"
        for file, _, records in FILES
        for _, kind in records
        for key, words, _ in list_keys(kind)
        if not words
    ]
    assert silent == []


@pytest.mark.parametrize(("name", "command"), list_commands().items(), ids=list_commands())
def test_every_command_is_explained(name: str, command: click.Command) -> None:
    """Every command and every option of it, and every value that can be chosen, is in the handbook's page on commands."""
    page = read_page(STAFF / "commands.md")
    section = re.search(rf"(?ms)^## {name}\b.*?(?=^## |\Z)", page)
    assert section, f"no section on {name}"
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert f"`{parameter.opts[0]}" in section[0], f"{name} {parameter.opts[0]}"
        if isinstance(parameter.type, click.Choice):
            for choice in parameter.type.choices:
                assert f"`{choice}`" in section[0], f"{name} {choice}"


def test_no_command_is_invented() -> None:
    """Every command line shown to staff exists, with its options."""
    text = "\n".join(read_page(path) for path in PAGES)
    shown = [found.split() for found in BUILD_PY.findall(text)]
    assert len(shown) > 10
    for words in shown:
        name = words[0]
        if name == "test" or not name.isascii() or name.startswith(("[", "<", "-")):
            continue
        assert name in list_commands(), words
        known = {option for parameter in list_commands()[name].params for option in parameter.opts}
        used = {word.strip("[]") for word in words[1:] if word.strip("[").startswith("--")}
        assert used <= known | {"--help", "--debug"}, words


def test_every_tag_is_explained() -> None:
    """The page on tags speaks of every attribute of a tag and of every kind of numeral."""
    page = read_page(STAFF / "tags.md")
    for attribute in TAG_ATTRIBUTES:
        assert f"`{attribute}`" in page, attribute
    for kind in NumeralKind:
        if kind is not NumeralKind.FACT:
            assert f"`{kind.value}`" in page, kind


def test_every_code_is_explained() -> None:
    """Every code has its heading in the handbook."""
    headings = HEADING.findall(read_page(STAFF / "errors.md"))
    assert {heading.split()[0] for heading in headings} >= set(CODES)


def test_no_code_is_invented() -> None:
    """Every code that is named in the docs exists."""
    named = {code for path in PAGES for code in re.findall(r"\b[EW]\d{3}\b", read_page(path))}
    assert named <= set(CODES)


def compute_anchor(heading: str) -> str:
    """Return the anchor that hosts make of a heading."""
    kept = re.sub(r"[^\w\- ]", "", heading.replace("`", "").lower())
    return kept.strip().replace(" ", "-")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_are_alive(path: Path) -> None:
    """Every link to a file leads to one, and every link to a heading to a heading."""
    for target in LINK.findall(CODE_FENCE.sub("", read_page(path))):
        if re.match(r"[a-z]+:", target):
            assert target.startswith("https://"), target
            continue
        file, _, anchor = target.partition("#")
        linked = (path.parent / unquote(file)).resolve() if file else path
        assert linked.exists(), target
        if anchor:
            assert unquote(anchor) in map(compute_anchor, HEADING.findall(read_page(linked))), target


def test_every_page_is_within_reach() -> None:
    """Every page for staff is linked from the handbook's front page, and that from the README."""
    linked = set(LINK.findall(read_page(STAFF / "README.md")))
    assert {path.name for path in STAFF.glob("*.md")} - {"README.md"} <= linked
    assert any("docs/staff" in target for target in LINK.findall(read_page(ROOT / "README.md")))
