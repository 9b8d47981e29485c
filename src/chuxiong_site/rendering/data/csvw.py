"""CSVW: the columns of the CSV files as the W3C's readers look for them, beside each report's table and beside the site's."""

from __future__ import annotations

import re
from typing import Any

from ...model.catalogue import DataLicence
from ...model.findings import Findings
from ..export import ExportInputs
from ..json_file import render_json_file
from .fields import FACTS, DataField, DataTable
from .site_tables import SITE_TABLES

CONTEXT = ["http://www.w3.org/ns/csvw", {"@language": "zh"}]
TYPES = {"string": "string", "number": "decimal", "integer": "integer"}
"""Type of Table Schema → datatype of CSVW."""


def render_report_metadata(inputs: ExportInputs) -> bytes:
    """Return what describes `facts.csv` of a report, under the name that readers try first."""
    table = {
        "@context": CONTEXT,
        **_describe_table("facts.csv", FACTS, link="../../{+href}"),
        "dc:title": f"{inputs.report.title}：{FACTS.title}",
        "dc:license": _say_licence(inputs.context.site.data_licence),
    }
    return render_json_file(
        table if not inputs.report.source_url else {**table, "dc:source": inputs.report.source_url}
    )


def render_site_metadata(findings: Findings) -> bytes:
    """Return what describes the tables of all years, under the name that readers try for any table in the folder."""
    links = {"facts": "../{+href}"}
    return render_json_file(
        {
            "@context": CONTEXT,
            "dc:title": findings.project.site.name,
            "dc:license": _say_licence(findings.project.site.data_licence),
            "tables": [
                {
                    **_describe_table(
                        file.path.rpartition("/")[2],
                        file.table,
                        link=links.get(file.table.name, ""),
                    ),
                    "dc:title": file.table.title,
                }
                for file in SITE_TABLES
            ],
        }
    )


def _describe_table(url: str, table: DataTable, *, link: str) -> dict[str, Any]:
    """Return one table; `link` is where the thing of a row is described."""
    return {
        "url": url,
        "dc:description": table.about,
        "tableSchema": {
            "columns": [_describe_column(field) for field in table.fields],
            "primaryKey": list(table.key),
            **({"aboutUrl": link} if link else {}),
        },
    }


def _describe_column(field: DataField) -> dict[str, Any]:
    return {
        "name": field.name,
        "titles": [field.name, field.title],
        "dc:description": field.explanation,
        "datatype": _describe_type(field),
        **({"required": True} if field.required else {}),
    }


def _describe_type(field: DataField) -> str | dict[str, str]:
    if field.type == "boolean":
        return {"base": "boolean", "format": "true|false"}
    if field.codes:
        codes = "|".join(re.escape(code) for code, _ in field.codes)
        return {"base": "string", "format": f"^({codes})$"}
    return TYPES[field.type]


def _say_licence(licence: DataLicence) -> str:
    return licence.url or licence.name
