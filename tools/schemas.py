"""Make JSON Schemas from the records, for editors to complete and check the content files; and of the receipt.

They are as forgiving as the reader: a value that looks like a number or a date is text to it, an empty one is empty.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any

from chuxiong_site.content.structure import create_adapter
from chuxiong_site.model import catalogue, check_specs
from chuxiong_site.publishing.receipt import FORMAT

DIALECT = "http://json-schema.org/draft-07/schema#"
Schema = dict[str, Any]

ENTRIES: Mapping[str, tuple[str, Any]] = {
    "charts": ("图：标识 → 写法。", catalogue.ChartSpec),
    "checks": ("核对：标识 → 写法。", check_specs.CheckSpec),
    "indicators": ("指标：标识 → 写法。各年共用。", catalogue.Indicator),
    "terms": ("词语：报告里的词 → 解释。", catalogue.Term),
}
"""Files whose top level is one group of entries, each under its id."""


def render_schemas() -> dict[str, bytes]:
    """Return the schema of every YAML file, of the head of a report and of a site's receipt, by file name."""
    schemas = {f"{name}.json": _create_group(name) for name in ENTRIES}
    schemas["indicators.json"]["properties"]["themes"] = {
        "type": "object",
        "description": "主题：标识 → 名称。",
        "propertyNames": {"pattern": catalogue.ID_PATTERN},
        "additionalProperties": {"type": "string", "minLength": 1},
    }
    schemas["indicators.json"]["required"].append("themes")
    schemas["site.json"] = _create(catalogue.SiteConfig)
    schemas["places.json"] = _create(catalogue.Gazetteer)
    schemas["report.json"] = _create(catalogue.FrontMatter)
    schemas["receipt.json"] = create_receipt_schema()
    return {name: _render(schema) for name, schema in sorted(schemas.items())}


def create_receipt_schema() -> Schema:
    """Return the schema of `receipt.json`, for whoever reads one."""
    digest = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
    tables = {
        "sources": ("内容文件 → SHA-256。", digest),
        "versions": ("程序和影响字节的软件包 → 版本；没有装的是空的。", {"type": "string"}),
        "files": ("网站的文件 → SHA-256；点开头的文件和收据自己不在内。", digest),
    }
    properties: Schema = {
        "format": {"const": FORMAT},
        "about": {"type": "string"},
        **{
            name: {"type": "object", "description": about, "additionalProperties": value}
            for name, (about, value) in tables.items()
        },
    }
    return {
        "$schema": DIALECT,
        "type": "object",
        "description": "网站的收据：由哪些内容、哪些程序生成，每个文件的校验值。",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _create(kind: Any) -> Schema:
    schema: Schema = create_adapter(kind).json_schema(ref_template="#/definitions/{model}")
    definitions = schema.pop("$defs", {})
    return {"$schema": DIALECT, **_simplify(schema), "definitions": _simplify(definitions)}


def _create_group(name: str) -> Schema:
    about, kind = ENTRIES[name]
    entry = _create(kind)
    definitions = entry.pop("definitions")
    entry.pop("$schema")
    for record in (entry, *definitions.values()):
        _forget_id(record)
    group = {"type": "object", "description": about, "additionalProperties": entry}
    if kind is not catalogue.Term:
        group["propertyNames"] = {"pattern": catalogue.ID_PATTERN}
    return {
        "$schema": DIALECT,
        "type": "object",
        "additionalProperties": False,
        "required": [name],
        "properties": {name: group},
        "definitions": definitions,
    }


def _forget_id(record: Schema) -> None:
    """An entry's id is its key in the file."""
    record.get("properties", {}).pop("id", None)
    if "required" in record:
        record["required"] = [key for key in record["required"] if key != "id"]


def _simplify(schema: Any) -> Any:
    """Return the schema without what is meant for programmers, and with every text as the reader takes it."""
    if isinstance(schema, list):
        return [_simplify(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {
        key: _simplify(value) for key, value in schema.items() if not _is_for_programmers(key, value, schema)
    }
    if kept.get("type") == "string" and not {"enum", "const"} & kept.keys():
        kept["type"] = _list_types(kept)
    return kept


def _list_types(text: Schema) -> str | list[str]:
    """Return what an editor may take a text for: to the reader a plain 2024 is text, and nothing is empty text."""
    if "pattern" in text:
        return "string" if text["pattern"] == catalogue.ID_PATTERN else ["string", "number"]
    return ["string", "number", "boolean"] + ["null"] * (not text.get("minLength"))


def _is_for_programmers(key: str, value: object, schema: Schema) -> bool:
    if key == "title":
        return isinstance(value, str)
    return key in {"default", "discriminator"} or (
        key == "description" and bool({"properties", "enum"} & schema.keys())
    )


def _render(schema: Schema) -> bytes:
    return (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()


def list_keys(kind: type[catalogue.Record]) -> list[tuple[str, str, bool]]:
    """Return the keys of a record as staff write them: name, what it is for, whether it must be there."""
    return [
        (field.name, field.metadata["description"], field.default is field.default_factory is MISSING)
        for field in fields(kind)  # type: ignore[arg-type]  # every record is a dataclass
        if field.name != "id"
    ]
