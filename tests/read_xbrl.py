"""Read an xBRL-JSON file with Arelle, all by itself, and say as JSON what it found: `python read_xbrl.py FILE`.

It runs in a process of its own, with the folders of Arelle on its path: the tests' own environment has none of them.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from arelle.api.Session import Session
from arelle.RuntimeOptions import RuntimeOptions


def main(path: str) -> None:
    """Load, validate, check the calculations by the rules of 1.1; no network, no settings of the user."""
    options = RuntimeOptions(
        entrypointFile=path,
        plugins="loadFromOIM",
        validate=True,
        calcs="c11r",
        internetConnectivity="offline",
        disablePersistentConfig=True,
        keepOpen=True,
        logFile="logToBuffer",
        logFormat="[%(messageCode)s] %(message)s",
    )
    with Session() as session:
        session.run(options)
        [model] = session.get_models()
        said = {
            "errors": [str(error) for error in model.errors],
            "told": session.get_logs("text"),
            "facts": [] if model.errors else [describe_fact(fact) for fact in model.facts],
            "labels": {
                concept.qname.localName: {
                    language: concept.label(lang=language, strip=True, fallbackToQname=False)
                    for language in ("zh", "en")
                }
                for concept in model.qnameConcepts.values()
                if concept.isItem and concept.qname.prefix in {None, "", "r"}
            },
        }
    sys.stdout.write(f"\n{json.dumps(said)}\n")


def describe_fact(fact: Any) -> dict[str, Any]:
    """Return a fact in plain values."""
    context = fact.context
    return {
        "id": fact.id,
        "concept": fact.qname.localName,
        "value": str(fact.xValue),
        "decimals": fact.decimals,
        "unit": [measure.localName for measure in fact.unit.measures[0]],
        "year": None if context.isForeverPeriod else context.startDatetime.year,
        "entity": context.entityIdentifier[1],
        "dimensions": {name.localName: value.typedMember.text for name, value in context.qnameDims.items()},
    }


if __name__ == "__main__":
    main(sys.argv[1])
