"""What a new indicator could say, from the words of the report and of the catalogue; what they do not say surely stays empty."""

from __future__ import annotations

import re
from collections import Counter

from ...analysis.contexts import compute_contexts
from ...analysis.part_kinds import describe_heading
from ...analysis.unnamed import NO_SCOPE, read_measure
from ...model.findings import Fact, ReportFindings
from ...model.measures import UNDETERMINED
from ...model.project import Project
from ...model.records import dataclass
from ...model.report import TITLE, Section
from ..scopes import find_scope

_OPEN = re.compile(r"[（(][^（()）]*$")
_HAS = re.compile("^(?:全年|年内|今年|目前)?(?:[共现]?有)?(?=..)")
_VERBS = "(?:(?:发展|增加|扩大|提高|增长|上升)?到|达到?|突破|超过|完成|实现|为|是|约|近|共|了)+"
_REACHES = re.compile(f"(?<=..){_VERBS}$|^{_VERBS}$")
"""Verbs that lead to a number, and say nothing of what is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What a new indicator for a number could say; what the text does not say surely is empty."""

    id: str
    name: str
    measure: str
    unit: str
    scope: str
    theme: str
    role: str
    """`before` or `after` where the text says 由…压缩到…; else empty."""
    theme_name: str
    """Empty where the theme is in the catalogue."""


class Proposals:
    """Words for new indicators, from what the report and the catalogue say."""

    def __init__(self, own: ReportFindings, project: Project) -> None:
        self.report, self.project = own.report, project
        contexts = compute_contexts(own.report.body, own.report.sections)
        self.contexts = {context.span: context for context in reversed(contexts)}
        self.themes: dict[str, Counter[str]] = {}
        for fact in own.facts:
            if fact.named:
                self.themes.setdefault(fact.section, Counter())[fact.indicator.theme] += 1

    def propose(self, fact: Fact, section: Section) -> Proposal:
        """Return what the indicator of a fact without a name could say."""
        measure = read_measure(fact.unit)
        theme, theme_name = self._propose_theme(section)
        context = self.contexts.get(fact.span)
        scope = find_scope(context, own="") if context else ""
        return Proposal(
            id=self._propose_id(section),
            name=_clean(context.label, scope, fact.unit) if context else "",
            measure="" if measure == UNDETERMINED else measure,
            unit=fact.indicator.unit,
            scope=scope or NO_SCOPE,
            theme=theme,
            role=(context.role or "") if context else "",
            theme_name=theme_name,
        )

    def _propose_id(self, section: Section) -> str:
        stem = self._find_slug(section) or "number"
        taken = self.project.indicators
        return next(name for order in range(1, len(taken) + 2) if (name := f"{stem}-{order}") not in taken)

    def _propose_theme(self, section: Section) -> tuple[str, str]:
        """Return the theme of most named facts of the section or its part; else a new one, named as the section is."""
        for number in (section.number, section.part):
            if number in self.themes:
                return self.themes[number].most_common(1)[0][0], ""
        if self.project.themes and not section.heading:
            return self.project.themes[0].id, ""
        slug = self._find_slug(section) or "general"
        return (
            (slug, "")
            if slug in {theme.id for theme in self.project.themes}
            else (slug, describe_heading(self.report.body, section) or "综合")
        )

    def _find_slug(self, section: Section) -> str:
        page = next((other for other in self.report.sections if other.number == section.page), section)
        return "" if page.number == TITLE else page.slug or section.slug or ""


def _clean(words: str, scope: str, unit: str) -> str:
    """Return words as a name may be: what is counted, without whose it is, its unit, digits, an open bracket and marks at the edges."""
    kept = "".join(char for char in words if not char.isdigit())
    named = _OPEN.sub("", kept.removeprefix(scope).removesuffix(f"({unit})"))
    return _REACHES.sub("", _HAS.sub("", named.strip("「」“”，。、；：《》…,;: #%")))
