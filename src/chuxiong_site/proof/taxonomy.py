"""Prove the XBRL taxonomy of a report, element by element: its concepts, their names, the sums that are to hold."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from ..model.check_specs import SumCheck
from ..model.display_names import QUALIFIER_CODES
from ..model.findings import Findings, ReportFindings
from ..model.site import Site, read_artifact
from ..problems import Problem
from .faults import create_fault
from .xbrl import name_space

TITLES = {
    "Role": "角色", "Of": "所指", "Qualifier": "限定", "Upper": "上限", "Per": "每多少", "Members": "比的各项", "Included": "含不含本数",
}  # fmt: skip
"""Dimension → its name."""
XS, LINK = "{http://www.w3.org/2001/XMLSchema}", "{http://www.xbrl.org/2003/linkbase}"
XLINK, INSTANCE = "{http://www.w3.org/1999/xlink}", "{http://www.xbrl.org/2003/instance}"
TYPED = "{http://xbrl.org/2005/xbrldt}typedDomainRef"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
XBRL = "http://www.xbrl.org"
SUMMATION = "https://xbrl.org/2023/arcrole/summation-item"
Node = tuple[str, dict[str, str], str, tuple["Node", ...]]
"""Tag, attributes, words, what is inside."""


def check_taxonomy(findings: Findings, own: ReportFindings, files: Site) -> Iterator[Problem]:
    """Yield the first fault of the file."""
    path = f"data/{own.report.id}/indicators.xsd"
    try:
        found = _read(ET.fromstring(read_artifact(files, path)))
    except ET.ParseError:
        yield create_fault(path, "不是完好的 XML", "分类标准")
        return
    fault = _find_difference(found, _say_taxonomy(findings, own, name_space(findings, own.report)))
    if fault is not None:
        yield create_fault(path, *fault)


def _say_taxonomy(findings: Findings, own: ReportFindings, space: str) -> Node:
    named = {fact.indicator.id: fact.indicator for fact in own.facts if fact.named}
    sums = [
        check
        for check in findings.project.checks
        if isinstance(check, SumCheck) and all(id in named for id in (check.total, *check.parts))  # noqa: A001
    ]
    labels: list[Node] = []
    for indicator in named.values():
        labels += _say_labels(indicator.id, indicator.name, indicator.name_en, indicator.definition)
    codes = "；".join(f"{code.value} {name}" for code, name in QUALIFIER_CODES.items())
    for name, title in TITLES.items():
        labels += _say_labels(name, title, "", codes if name == "Qualifier" else "")
    arcrole = _make(
        f"{LINK}arcroleRef",
        arcroleURI=SUMMATION,
        type="simple",
        href="https://www.xbrl.org/2023/calculation-1.1.xsd#summation-item",
    )
    linkbase = _make(
        f"{LINK}linkbase",
        *(
            _make(f"{LINK}roleRef", roleURI=f"{space}/sum/{check.id}", type="simple", href=f"#Sum.{check.id}")
            for check in sums
        ),
        *([arcrole] if sums else []),
        _make(f"{LINK}labelLink", *labels, type="extended", role=f"{XBRL}/2003/role/link"),
        *(_say_sum(space, check) for check in sums),
    )
    roles = (_say_role(space, check) for check in sums)
    return (
        f"{XS}schema",
        {"elementFormDefault": "qualified", "targetNamespace": space},
        "",
        (
            _say_import(f"{XBRL}/2003/instance", f"{XBRL}/2003/xbrl-instance-2003-12-31.xsd"),
            _say_import("http://xbrl.org/2005/xbrldt", f"{XBRL}/2005/xbrldt-2005.xsd"),
            (f"{XS}annotation", {}, "", ((f"{XS}appinfo", {}, "", (*roles, linkbase)),)),
            *(_say_concept(id, "decimalItemType", "xbrli:item", {}) for id in named),  # noqa: A001
            *(
                _say_concept(
                    name, "stringItemType", "xbrldt:dimensionItem", {"abstract": "true", TYPED: "#Words"}
                )
                for name in TITLES
            ),
            (f"{XS}element", {"name": "Words", "id": "Words", "type": "xs:string"}, "", ()),
        ),
    )


def _say_import(space: str, place: str) -> Node:
    return f"{XS}import", {"namespace": space, "schemaLocation": place}, "", ()


def _say_concept(name: str, kind: str, group: str, more: dict[str, str]) -> Node:
    return (
        f"{XS}element",
        {
            "name": name,
            "id": name,
            "type": f"xbrli:{kind}",
            "substitutionGroup": group,
            "nillable": "true",
            f"{INSTANCE}periodType": "duration",
            **more,
        },
        "",
        (),
    )


def _say_labels(id: str, chinese: str, english: str, meaning: str) -> Iterator[Node]:  # noqa: A002
    yield _say_locator(id)
    yield (
        f"{LINK}labelArc",
        {
            f"{XLINK}type": "arc",
            f"{XLINK}arcrole": f"{XBRL}/2003/arcrole/concept-label",
            f"{XLINK}from": id,
            f"{XLINK}to": f"{id}.label",
        },
        "",
        (),
    )
    for role, language, words in (
        ("label", "zh", chinese),
        ("label", "en", english),
        ("documentation", "zh", meaning),
    ):
        if words:
            marks = {"type": "resource", "label": f"{id}.label", "role": f"{XBRL}/2003/role/{role}"}
            attributes = {f"{XLINK}{name}": value for name, value in marks.items()} | {LANGUAGE: language}
            yield f"{LINK}label", attributes, words, ()


def _say_locator(id: str) -> Node:  # noqa: A002
    return _make(f"{LINK}loc", type="locator", href=f"#{id}", label=id)


def _say_role(space: str, check: SumCheck) -> Node:
    return (
        f"{LINK}roleType",
        {"roleURI": f"{space}/sum/{check.id}", "id": f"Sum.{check.id}"},
        "",
        (
            (f"{LINK}definition", {}, check.name, ()),
            (f"{LINK}usedOn", {}, "link:calculationLink", ()),
        ),
    )


def _say_sum(space: str, check: SumCheck) -> Node:
    locators = [_say_locator(id) for id in (check.total, *check.parts)]  # noqa: A001
    arcs: list[Node] = [
        (
            f"{LINK}calculationArc",
            {
                f"{XLINK}type": "arc",
                f"{XLINK}arcrole": SUMMATION,
                f"{XLINK}from": check.total,
                f"{XLINK}to": part,
                "order": str(order),
                "weight": "1",
            },
            "",
            (),
        )
        for order, part in enumerate(check.parts, start=1)
    ]
    return _make(f"{LINK}calculationLink", *locators, *arcs, type="extended", role=f"{space}/sum/{check.id}")


def _make(tag: str, *inside: Node, **attributes: str) -> Node:
    """Return an element whose attributes are XLink's, but for addresses of roles."""
    named = {name if name.endswith("URI") else f"{XLINK}{name}": value for name, value in attributes.items()}
    return tag, named, "", inside


def _read(element: ET.Element) -> Node:
    words = "".join((element.text or "", *(child.tail or "" for child in element))).strip()
    return element.tag, dict(element.attrib), words, tuple(map(_read, element))


def _find_difference(found: Node, wanted: Node) -> tuple[str, str] | None:
    """Return the first element that is another than it should be, and what it should be."""
    if found[:3] != wanted[:3]:
        return f"有「{_shorten(found)}」", f"「{_shorten(wanted)}」"
    for shown, right in zip(found[3], wanted[3], strict=False):
        if (fault := _find_difference(shown, right)) is not None:
            return fault
    if len(found[3]) != len(wanted[3]):
        return f"「{_shorten(found)}」里有 {len(found[3])} 项", f"{len(wanted[3])} 项"
    return None


def _shorten(node: Node) -> str:
    tag, attributes, words, _ = node
    return " ".join((tag.rpartition("}")[2], *attributes.values(), words))[:80]
