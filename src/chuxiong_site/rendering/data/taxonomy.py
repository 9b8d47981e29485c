"""`indicators.xsd`: the XBRL taxonomy of a report's named numbers: a concept an indicator, with names, and the sums to check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ...model.catalogue import Indicator
from ...model.check_specs import CheckSpec, SumCheck
from ...model.display_names import QUALIFIER_CODES
from ..elsewhere.xml_words import escape_words, quote_value
from ..export import ExportInputs
from .xbrl import DIMENSIONS, name_space

SUMMATION = "https://xbrl.org/2023/arcrole/summation-item"
CALCULATIONS = "https://www.xbrl.org/2023/calculation-1.1.xsd"
QUALIFIERS = "；".join(f"{code.value} {name}" for code, name in QUALIFIER_CODES.items())
"""What stands in the dimension of the words that qualify a number."""
ROLE = "http://www.xbrl.org/2003/role"
HEAD = """<?xml version="1.0" encoding="utf-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xbrli="http://www.xbrl.org/2003/instance"
 xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:xbrldt="http://xbrl.org/2005/xbrldt" elementFormDefault="qualified" targetNamespace={space}>
<xs:import namespace="http://www.xbrl.org/2003/instance" schemaLocation="http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd"/>
<xs:import namespace="http://xbrl.org/2005/xbrldt" schemaLocation="http://www.xbrl.org/2005/xbrldt-2005.xsd"/>
"""


def render_taxonomy(inputs: ExportInputs) -> bytes:
    """Return the schema with its names and sums in it: one file is all that a reader of the numbers needs."""
    own = inputs.context.report_findings
    space = name_space(inputs.context.site, inputs.report)
    indicators = {fact.indicator.id: fact.indicator for fact in own.facts if fact.named}
    sums = _list_sums(inputs.context.findings.project.checks, indicators)
    lines = [
        HEAD.format(space=quote_value(space)).rstrip("\n"),
        "<xs:annotation><xs:appinfo>",
        *(_describe_sum_role(space, check) for check in sums),
        "<link:linkbase>",
        *_list_references(space, sums),
        *_list_labels(indicators.values()),
        *(line for check in sums for line in _list_arcs(space, check)),
        "</link:linkbase>",
        "</xs:appinfo></xs:annotation>",
        *(_describe_concept(id) for id in indicators),  # noqa: A001
        *(_describe_dimension(name) for name, _ in DIMENSIONS.values()),
        '<xs:element name="Words" id="Words" type="xs:string"/>',
        "</xs:schema>",
        "",
    ]
    return "\n".join(lines).encode()


def _list_sums(checks: Iterable[CheckSpec], indicators: Mapping[str, Indicator]) -> list[SumCheck]:
    """Return the sums whose total and parts the report states."""
    return [
        check
        for check in checks
        if isinstance(check, SumCheck) and {check.total, *check.parts} <= indicators.keys()
    ]


def _describe_concept(id: str) -> str:  # noqa: A002
    return (
        f'<xs:element name="{id}" id="{id}" type="xbrli:decimalItemType" substitutionGroup="xbrli:item"'
        ' nillable="true" xbrli:periodType="duration"/>'
    )


def _describe_dimension(name: str) -> str:
    return (
        f'<xs:element name="{name}" id="{name}" type="xbrli:stringItemType" substitutionGroup="xbrldt:dimensionItem"'
        ' abstract="true" nillable="true" xbrli:periodType="duration" xbrldt:typedDomainRef="#Words"/>'
    )


def _describe_sum_role(space: str, check: SumCheck) -> str:
    return (
        f'<link:roleType roleURI={quote_value(f"{space}/sum/{check.id}")} id="Sum.{check.id}">'
        f"<link:definition>{escape_words(check.name)}</link:definition>"
        "<link:usedOn>link:calculationLink</link:usedOn></link:roleType>"
    )


def _list_references(space: str, sums: Sequence[SumCheck]) -> Iterator[str]:
    """Yield where the roles are defined that the sums stand in, and what relates total and parts."""
    for check in sums:
        role = quote_value(f"{space}/sum/{check.id}")
        yield f'<link:roleRef roleURI={role} xlink:type="simple" xlink:href="#Sum.{check.id}"/>'
    if sums:
        yield (
            f'<link:arcroleRef arcroleURI="{SUMMATION}" xlink:type="simple" xlink:href="{CALCULATIONS}#summation-item"/>'
        )


def _list_labels(indicators: Iterable[Indicator]) -> Iterator[str]:
    yield f'<link:labelLink xlink:type="extended" xlink:role="{ROLE}/link">'
    for indicator in indicators:
        yield from _list_names(
            indicator.id, indicator.name, indicator.name_en, explanation=indicator.definition
        )
    for name, title in DIMENSIONS.values():
        yield from _list_names(name, title, "", explanation=QUALIFIERS if name == "Qualifier" else "")
    yield "</link:labelLink>"


def _list_names(id: str, chinese: str, english: str, *, explanation: str) -> Iterator[str]:  # noqa: A002
    """Yield what a concept is called, and what that means; nothing that is not known."""
    yield _describe_locator(id)
    yield (
        '<link:labelArc xlink:type="arc" xlink:arcrole="http://www.xbrl.org/2003/arcrole/concept-label"'
        f' xlink:from="{id}" xlink:to="{id}.label"/>'
    )
    yield _describe_label(id, "label", "zh", chinese)
    if english:
        yield _describe_label(id, "label", "en", english)
    if explanation:
        yield _describe_label(id, "documentation", "zh", explanation)


def _describe_label(id: str, role: str, language: str, words: str) -> str:  # noqa: A002
    return (
        f'<link:label xlink:type="resource" xlink:label="{id}.label" xlink:role="{ROLE}/{role}"'
        f' xml:lang="{language}">{escape_words(words)}</link:label>'
    )


def _list_arcs(space: str, check: SumCheck) -> Iterator[str]:
    """Yield the sum of one check; each stands alone, since a total may be the sum of several things."""
    role = quote_value(f"{space}/sum/{check.id}")
    yield f'<link:calculationLink xlink:type="extended" xlink:role={role}>'
    yield from (_describe_locator(id) for id in (check.total, *check.parts))  # noqa: A001
    for order, part in enumerate(check.parts, start=1):
        yield (
            f'<link:calculationArc xlink:type="arc" xlink:arcrole="{SUMMATION}" xlink:from="{check.total}"'
            f' xlink:to="{part}" order="{order}" weight="1"/>'
        )
    yield "</link:calculationLink>"


def _describe_locator(id: str) -> str:  # noqa: A002
    return f'<link:loc xlink:type="locator" xlink:href="#{id}" xlink:label="{id}"/>'
