"""The report and its data as schema.org says them, for machines that read pages: JSON-LD."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from ...charts import render_json
from ...model import addresses
from ...model.findings import Fact, ReportFindings
from ...model.numeral import describe_decimal, is_year
from ..frame.dates import iso_date
from ..frame.labels import find_last_change
from ..frame.page import Context

SCHEMA = "https://schema.org"
LISTED = 300
"""How many numbers are stated one by one: of more, machines get the files, and readers a page that is not twice as heavy."""


def render_report_data(context: Context) -> Markup:
    """Return the report, and the data made from it, for the report's front page."""
    graph = [describe_report(context)]
    if context.report_findings.facts:
        graph.append(describe_dataset(context))
    return render_json({"@context": SCHEMA, "@graph": graph})


def render_fact_data(context: Context) -> Markup:
    """Return the data with every single number, unless they are very many, for the page of all facts."""
    facts = context.report_findings.facts if len(context.report_findings.facts) <= LISTED else ()
    variables = [_describe_variable(context.report_findings, fact) for fact in facts]
    data = _drop_empty({**describe_dataset(context), "variableMeasured": variables})
    return render_json({"@context": SCHEMA, **data})


def describe_report(context: Context) -> dict[str, Any]:
    """Return the official document as a `Report`; fields that the official page leaves empty are left out."""
    report, fields = context.report, context.report.disclosure
    return _drop_empty(
        {
            "@type": "Report",
            "name": report.title,
            "inLanguage": "zh-CN",
            "datePublished": iso_date(fields.published),
            "publisher": fields.publisher and _describe_organisation(fields.publisher),
            "identifier": fields.index_number,
            "reportNumber": fields.document_number,
            "isBasedOn": report.source_url,
            "url": _address(context, addresses.report_page(report, "index")),
        }
    )


def describe_dataset(context: Context) -> dict[str, Any]:
    """Return the numbers as a `Dataset` with the files they come in."""
    report = context.report
    return _drop_empty(
        {
            "@type": "Dataset",
            "name": f"{report.title}：全部数字",
            "description": f"{report.title}正文里说明数量的数：每个数字的名称、数值、单位、范围、所在句子和原文位置。"
            "数值照原文，由程序从逐字核对过的官方原文读出。",
            "inLanguage": "zh-CN",
            "license": context.site.data_licence.url or context.site.data_licence.name,
            "isAccessibleForFree": True,
            "creator": _describe_organisation(context.site.name),
            "temporalCoverage": report.id if is_year(report.id) else "",
            "spatialCoverage": [
                {"@type": "Place", "name": mention.name} for mention in context.report_findings.localities
            ],
            "keywords": "，".join(_list_themes(context)),
            "dateModified": find_last_change(context.site, report),
            "version": _find_version(context),
            "isBasedOn": report.source_url,
            "url": _address(context, addresses.report_page(report, "facts")),
            "distribution": [
                _drop_empty(
                    {
                        "@type": "DataDownload",
                        "name": file.name,
                        "encodingFormat": file.media_type,
                        "contentSize": f"{file.size} B",
                        "contentUrl": _address(context, file.path),
                    }
                )
                for file in context.downloads
                if file.size is not None and file.media_type != "text/html"
            ],
        }
    )


def _list_themes(context: Context) -> list[str]:
    """Return the subjects of the report's numbers."""
    stated = {fact.indicator.theme for fact in context.report_findings.facts}
    return [theme.name for theme in context.findings.project.themes if theme.id in stated]


def _find_version(context: Context) -> str:
    """Return what tells these numbers from any others: the digest of their file; empty before that is made."""
    own = addresses.data_file(context.report, "facts.json")
    return next((file.digest for file in context.downloads if file.path == own), "")


def _describe_variable(report_findings: ReportFindings, fact: Fact) -> dict[str, Any]:
    indicator = fact.indicator
    return {
        "@type": "PropertyValue",
        "propertyID": fact.id,
        "name": indicator.name + (f"（{fact.role_name}）" if fact.role_name else ""),
        "value": describe_decimal(fact.value),
        "unitText": fact.unit,
        "description": f"{indicator.scope}；原文：{report_findings.report.display.of(fact.span)}",
    }


def _describe_organisation(name: str) -> dict[str, Any]:
    return {"@type": "Organization", "name": name}


def _address(context: Context, path: str) -> str:
    return addresses.absolute(context.site.base_url, path)


def _drop_empty(entry: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in entry.items() if value not in ("", [])}
