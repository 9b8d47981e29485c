"""Charts, checks and terms on the desk as plain records: what there is, what can be entered, and of what."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ..analysis.placeholders import PLACEHOLDER
from ..drafting.naming.catalogue_edits import ForeignStyleError, Value
from ..drafting.naming.entries import GROUP_NAMES, KINDS, Shape, list_entries, list_shapes
from ..model.chart_forms import CHART_FORMS
from ..model.display_names import CHECK_NAMES
from ..model.findings import ReportFindings


def describe_entries(own: ReportFindings, files: Mapping[str, bytes]) -> dict[str, Any]:
    """Return the entries of every group, the forms to enter more, and the facts that they can speak of."""
    return {
        "groups": [_describe_group(group, own, files) for group in KINDS],
        "shapes": [_describe_shape(shape) for shape in list_shapes()],
        "chartForms": [{"id": word, "name": form.needs} for word, form in CHART_FORMS.items()],
        "facts": [
            {
                "id": fact.id,
                "indicator": fact.indicator.id,
                "name": fact.indicator.name + (f"（{fact.role_name}）" if fact.role else ""),
                "shown": fact.display,
            }
            for fact in own.facts
            if fact.named
        ],
    }


def _describe_group(group: str, own: ReportFindings, files: Mapping[str, bytes]) -> dict[str, Any]:
    try:
        entries, note = list_entries(group, files), ""
    except ForeignStyleError as error:
        entries, note = {}, f"{error}。"
    results = {check.spec.id: check for check in own.checks} if group == "checks" else {}
    return {
        "id": group,
        "name": GROUP_NAMES[group],
        "note": note,
        "entries": [
            {
                "id": id,
                "values": values,
                "title": _fill(values.get("title") or values.get("name") or id, own),
                "result": f"{CHECK_NAMES[results[id].outcome]}：{results[id].reason}"
                if id in results
                else "",
            }
            for id, values in entries.items()  # noqa: A001
        ],
    }


def _fill(title: Value, own: ReportFindings) -> str:
    """Return a title with the numbers of the report on the desk; a name that it does not state stays in its braces."""

    def show(match: re.Match[str]) -> str:
        fact = own.fact(match[1])
        return fact.display if fact else match[0]

    return PLACEHOLDER.sub(show, title if isinstance(title, str) else "")


def _describe_shape(shape: Shape) -> dict[str, Any]:
    return {
        "group": shape.group,
        "id": shape.id,
        "name": shape.name,
        "note": shape.note,
        "fields": [
            {
                "key": one.key,
                "label": one.label,
                "note": one.note,
                "kind": one.kind.value,
                "needed": one.is_needed,
            }
            for one in shape.fields
        ],
    }
