"""Match each section of the new report with the section of the latest that it continues.

Parts are matched by what they are about, sections inside matched parts only: 营商环境 among the results is not
营商环境 among the problems. An address goes on only where the headings leave no doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ..analysis.part_kinds import PartKind, describe_heading, find_part_kinds
from ..model.raw_report import RawReport
from ..model.report import Report, Section, is_within
from .reading_units import choose_pages, follow_pages
from .records import Continued, OpenSection, SectionCandidate
from .words import Vocabulary, compute_cosine

CERTAIN = 0.5
"""Headings less alike than this may head different sections."""
ALIKE = 0.2
"""Headings less alike than this are not even offered."""
MARGIN = 0.1
"""How far every other section has to be behind."""
SAME = 2.0
"""The score of the same words, and of the only two parts of a kind: nothing else comes near."""
Scores = Mapping[tuple[str, str], float]
"""(section of the new report, section of the latest) → how alike they are."""


def list_headings(body: str, sections: tuple[Section, ...]) -> dict[str, str]:
    """Return section number → heading, without markers and years; the preamble has none."""
    return {
        section.number: _without_years(describe_heading(body, section))
        for section in sections
        if section.number != "T"
    }


def compute_continued(raw: RawReport, latest: Report, vocabulary: Vocabulary) -> Continued:
    """Return which sections go on for certain, and for the others those that they may continue."""
    ours, theirs = list_headings(raw.body, raw.sections), list_headings(latest.body, latest.sections)
    alike = {
        (number, other): _compare(ours[number], theirs[other], vocabulary)
        for number in ours
        for other in theirs
        if number != "0" and other != "0"
    }
    parts, doubtful = _match_by_score(_compare_parts(raw, latest, alike))
    sections, more = _match_by_score(
        {
            (number, other): score
            for (number, other), score in alike.items()
            if "." in number and "." in other and parts.get(_part(number)) == _part(other) and score >= ALIKE
        }
    )
    preamble = {"0": "0"} if "0" in ours and "0" in theirs else {}
    return Continued(sections=preamble | parts | sections, doubtful={**doubtful, **more})


def _compare_parts(raw: RawReport, latest: Report, alike: Scores) -> Scores:
    """Return how alike the parts of each kind are; where each report has but one of a kind, it is that one."""
    ours = find_part_kinds(raw.body, raw.sections)
    theirs = find_part_kinds(latest.body, latest.sections)
    scores: dict[tuple[str, str], float] = {}
    for kind in PartKind:
        mine, others = _list_parts(ours, kind), _list_parts(theirs, kind)
        lone = len(mine) == len(others) == 1
        scores |= {(i, j): SAME if lone else alike[i, j] for i in mine for j in others}
    return {pair: score for pair, score in scores.items() if score >= ALIKE}


def _list_parts(kinds: Mapping[str, PartKind], kind: PartKind) -> list[str]:
    return [number for number, found in kinds.items() if found is kind]


def _compare(mine: str, yours: str, vocabulary: Vocabulary) -> float:
    if mine and mine == yours:
        return SAME
    return compute_cosine(vocabulary.weigh(mine), vocabulary.weigh(yours))


def _match_by_score(scores: Scores) -> tuple[dict[str, str], dict[str, dict[str, float]]]:
    """Return the pairs that no other pair of either comes near, and what the sections left over may continue.

    A pair that is settled stands in nobody's way: the others are judged again without it.
    """
    settled: dict[str, str] = {}
    while clear := {i: j for (i, j), score in scores.items() if score >= CERTAIN and _leads(i, j, scores)}:
        settled |= clear
        scores = {
            (i, j): score for (i, j), score in scores.items() if i not in clear and j not in clear.values()
        }
    left: dict[str, dict[str, float]] = {}
    for (i, j), score in scores.items():
        left.setdefault(i, {})[j] = score
    return settled, left


def _leads(ours: str, theirs: str, scores: Scores) -> bool:
    best = scores[ours, theirs]
    return all(other + MARGIN <= best for (i, j), other in scores.items() if (i == ours) != (j == theirs))


def _part(number: str) -> str:
    return number.partition(".")[0]


def _without_years(heading: str) -> str:
    return re.sub(r"[12][0-9]{3}年?", "", heading)


def compute_slugs(raw: RawReport, latest: Report | None, continued: Continued) -> dict[str, str]:
    """Return a page name for every section with a page: that of the section it continues, else a provisional one."""
    known = {section.number: section.slug for section in latest.sections if section.slug} if latest else {}
    taken = set(known.values())
    slugs: dict[str, str] = {}
    chosen = choose_pages(raw.sections)
    if latest:
        merged_before = {
            section.number
            for section in latest.sections
            if section.page not in {"", section.number} and not is_within(section.page, section.number)
        }
        merged = {number for number, old in continued.sections.items() if old in merged_before}
        chosen = follow_pages(raw.sections, merged)
    for number, has_page in chosen.items():
        old = known.get(continued.sections.get(number, ""))
        slugs[number] = old or (invent_slug(number, taken) if has_page else "")
        taken.add(slugs[number])
    return slugs


def list_invented(slugs: Mapping[str, str], latest: Report | None) -> tuple[str, ...]:
    """Return the sections whose page names are none of the latest report's; a preamble is always called so."""
    known = {section.slug for section in latest.sections} if latest else set()
    return tuple(number for number, slug in slugs.items() if slug and number != "0" and slug not in known)


def invent_slug(number: str, taken: Iterable[str]) -> str:
    """Return an unused name that gives the section's position."""
    name = "preamble" if number == "0" else f"section-{number.lower().replace('.', '-')}"
    while name in taken:
        name += "-new"
    return name


def list_open_sections(
    raw: RawReport, latest: Report, continued: Continued, slugs: Mapping[str, str]
) -> tuple[OpenSection, ...]:
    """Return the sections that continue none for certain, with those they may continue, the likeliest first."""
    names = {section.number: section.slug or "" for section in latest.sections}
    headings = {section.number: describe_heading(latest.body, section) for section in latest.sections}
    return tuple(
        OpenSection(
            number=section.number,
            heading=describe_heading(raw.body, section),
            slug=slugs.get(section.number, ""),
            candidates=tuple(
                SectionCandidate(
                    number=other, heading=headings[other], slug=names[other], score=min(score, 1.0)
                )
                for other, score in sorted(
                    continued.doubtful.get(section.number, {}).items(), key=lambda pair: -pair[1]
                )
            ),
        )
        for section in raw.sections
        if section.number != "T" and section.number not in continued.sections
    )
