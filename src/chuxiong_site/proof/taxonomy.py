"""Prove the XBRL taxonomy of a report, element by element: its concepts, their names, the sums that are to hold."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.check_specs import SumCheck
from ..model.display_names import QUALIFIER_CODES
from ..model.findings import Findings, ReportFindings
from ..model.site import Site
from ..problems import Problem
from .documents.xml import BLANKS, LANGUAGE, Node, compare_xml
from .faults import create_fault
from .xbrl import name_space

TITLES = {
    "Role": "角色", "Of": "所指", "Qualifier": "限定", "Upper": "上限", "Per": "每多少", "Members": "比的各项", "Included": "含不含本数",
}  # fmt: skip
"""Dimension → its name."""
XS, LINK = "{http://www.w3.org/2001/XMLSchema}", "{http://www.xbrl.org/2003/linkbase}"
XLINK, INSTANCE = "{http://www.w3.org/1999/xlink}", "{http://www.xbrl.org/2003/instance}"
TYPED = "{http://xbrl.org/2005/xbrldt}typedDomainRef"
XBRL = "http://www.xbrl.org"
SUMMATION = "https://xbrl.org/2023/arcrole/summation-item"


def check_taxonomy(findings: Findings, own: ReportFindings, files: Site) -> Iterator[Problem]:
    """Yield the first fault of the file."""
    path = f"data/{own.report.id}/indicators.xsd"
    fault = compare_xml(files, path, _say_taxonomy(findings, own, name_space(findings, own.report)))
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
    return Node(
        f"{XS}schema",
        {"elementFormDefault": "qualified", "targetNamespace": space},
        "",
        (
            _say_import(f"{XBRL}/2003/instance", f"{XBRL}/2003/xbrl-instance-2003-12-31.xsd"),
            _say_import("http://xbrl.org/2005/xbrldt", f"{XBRL}/2005/xbrldt-2005.xsd"),
            Node(f"{XS}annotation", {}, "", (Node(f"{XS}appinfo", {}, "", (*roles, linkbase)),)),
            *(_say_concept(id, "decimalItemType", "xbrli:item", {}) for id in named),  # noqa: A001
            *(
                _say_concept(
                    name, "stringItemType", "xbrldt:dimensionItem", {"abstract": "true", TYPED: "#Words"}
                )
                for name in TITLES
            ),
            Node(f"{XS}element", {"name": "Words", "id": "Words", "type": "xs:string"}),
        ),
    )


def _say_import(space: str, place: str) -> Node:
    return Node(f"{XS}import", {"namespace": space, "schemaLocation": place})


def _say_concept(name: str, kind: str, group: str, more: dict[str, str]) -> Node:
    return Node(
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
    )


def _say_labels(id: str, chinese: str, english: str, meaning: str) -> Iterator[Node]:  # noqa: A002
    yield _say_locator(id)
    yield Node(
        f"{LINK}labelArc",
        {
            f"{XLINK}type": "arc",
            f"{XLINK}arcrole": f"{XBRL}/2003/arcrole/concept-label",
            f"{XLINK}from": id,
            f"{XLINK}to": f"{id}.label",
        },
    )
    for role, language, words in (
        ("label", "zh", chinese),
        ("label", "en", english),
        ("documentation", "zh", meaning),
    ):
        if words:
            marks = {"type": "resource", "label": f"{id}.label", "role": f"{XBRL}/2003/role/{role}"}
            attributes = {f"{XLINK}{name}": value for name, value in marks.items()} | {LANGUAGE: language}
            yield Node(f"{LINK}label", attributes, words.strip(BLANKS))


def _say_locator(id: str) -> Node:  # noqa: A002
    return _make(f"{LINK}loc", type="locator", href=f"#{id}", label=id)


def _say_role(space: str, check: SumCheck) -> Node:
    return Node(
        f"{LINK}roleType",
        {"roleURI": f"{space}/sum/{check.id}", "id": f"Sum.{check.id}"},
        "",
        (
            Node(f"{LINK}definition", {}, check.name.strip(BLANKS)),
            Node(f"{LINK}usedOn", {}, "link:calculationLink"),
        ),
    )


def _say_sum(space: str, check: SumCheck) -> Node:
    locators = [_say_locator(id) for id in (check.total, *check.parts)]  # noqa: A001
    arcs = [
        Node(
            f"{LINK}calculationArc",
            {
                f"{XLINK}type": "arc",
                f"{XLINK}arcrole": SUMMATION,
                f"{XLINK}from": check.total,
                f"{XLINK}to": part,
                "order": str(order),
                "weight": "1",
            },
        )
        for order, part in enumerate(check.parts, start=1)
    ]
    return _make(f"{LINK}calculationLink", *locators, *arcs, type="extended", role=f"{space}/sum/{check.id}")


def _make(tag: str, *inside: Node, **attributes: str) -> Node:
    """Return an element whose attributes are XLink's, but for addresses of roles."""
    named = {name if name.endswith("URI") else f"{XLINK}{name}": value for name, value in attributes.items()}
    return Node(tag, named, "", inside)
