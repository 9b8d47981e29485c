"""What the words before a claim say of how it was computed, read anew: less than before, by a hundred, by ten thousand."""

from __future__ import annotations

import re

from ..model.findings import Fact
from ..model.report import Report

LESS = ("减少", "下降", "降低", "回落", "缩减", "压减", "减", "降")
JOINTS = ("了", "约", "近", "超", "逾", "幅度为", "幅度达", "幅为", "幅达", "到", "为", "达", "（", "(", " ")
TIMES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}


def says_down(report: Report, claim: Fact) -> bool:
    """Tell whether a number follows 下降, 减少 and the like."""
    said = _read_before(report, claim)
    joint = next((word for word in JOINTS if said.endswith(word)), "")
    while joint:
        said = said.removesuffix(joint)
        joint = next((word for word in JOINTS if said.endswith(word)), "")
    return said.endswith(LESS)


def read_per(report: Report, claim: Fact) -> int:
    """Return by how many units an average counts, as its clause says: 每百元 → 100."""
    clause = re.split("[，；。：,;:]", _read_before(report, claim))[-1]
    words = re.findall("每([十百千万亿]+)[\u4e00-\u9fff]", clause)
    product = 1
    for char in words[-1] if words else "":
        product *= TIMES[char]
    return product


def _read_before(report: Report, claim: Fact) -> str:
    first, number = (report.display.offsets[at] for at in (claim.sentence.start, claim.span.start))
    return report.display.text[first:number].rstrip().removesuffix(claim.qualifier_text)
