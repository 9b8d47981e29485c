"""Which section of the latest report does each section of the new one continue?"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ...model.report import Report, Section, list_paged
from .assign import assign_pairs
from .contexts import describe_heading
from .records import RawReport
from .words import Vocabulary, compute_cosine

ALIKE = 0.4
"""Headings less alike than this head different sections."""
SAME_PLACE = 0.05
"""What the same number is worth, between headings that are equally alike."""
SAME_PART = 0.1


def list_headings(body: str, sections: tuple[Section, ...]) -> dict[str, str]:
    """Return section number → heading, without markers and years; the preamble has none."""
    return {
        section.number: _without_years(describe_heading(body, section))
        for section in sections
        if section.number != "T"
    }


def compute_continued(raw: RawReport, latest: Report, vocabulary: Vocabulary) -> dict[str, str]:
    """Return section of the new report → section of the latest one, where their headings are alike."""
    ours, theirs = list_headings(raw.body, raw.sections), list_headings(latest.body, latest.sections)
    numbers, others = list(ours), list(theirs)
    scores = {
        (i, j): score
        for i, number in enumerate(numbers)
        for j, other in enumerate(others)
        if ("." in number) == ("." in other) and (score := _compare(ours, theirs, number, other, vocabulary))
    }
    return {numbers[i]: others[j] for i, j in assign_pairs(scores).items()}


def _compare(
    ours: Mapping[str, str], theirs: Mapping[str, str], number: str, other: str, vocabulary: Vocabulary
) -> float:
    if number == "0" or other == "0":
        return float(number == other)
    mine, yours = ours[number], theirs[other]
    alike = 1.0 if mine == yours else compute_cosine(vocabulary.weigh(mine), vocabulary.weigh(yours))
    if alike < ALIKE:
        return 0.0
    same_part = number.partition(".")[0] == other.partition(".")[0]
    return alike + SAME_PLACE * (number == other) + SAME_PART * same_part


def _without_years(heading: str) -> str:
    return re.sub(r"[12][0-9]{3}年?", "", heading)


def compute_slugs(raw: RawReport, latest: Report | None, continued: Mapping[str, str]) -> dict[str, str]:
    """Return a page name for every section with a page: last year's, else `section-` and its number."""
    known = {section.number: section.slug for section in latest.sections if section.slug} if latest else {}
    slugs: dict[str, str] = {}
    for number in list_paged([section.number for section in raw.sections]):
        slug = known.get(continued.get(number, ""))
        slugs[number] = slug or ("preamble" if number == "0" else f"section-{number.replace('.', '-')}")
    return slugs
