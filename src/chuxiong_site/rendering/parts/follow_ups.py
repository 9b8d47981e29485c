"""Problems with the plans and achievements read as theirs, as the follow-up and section pages show them."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from ...model import addresses
from ...model.findings import FollowUp, ReportFindings
from ...model.headings import describe_heading, describe_marker
from ...model.place import Span
from ...model.records import dataclass
from ...model.report import Report, Section
from ..frame.nav import Link
from ..text.breaks import quote, render_heading
from ..text.official_text import passage_id

KIND_NAMES = {"problem": "问题", "plan": "安排", "achievement": "已做工作"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words of the report, quoted as they stand."""

    text: Markup
    marker: str
    label: str
    """The same with what it is and its ordinal, so that no two links are called alike: 二（一）问题 3."""
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpView:
    """A problem, and what the report says elsewhere that belongs to it."""

    key: str
    section: str
    """The number of the section that states the problem."""
    problems: tuple[Passage, ...]
    plans: tuple[Passage, ...]
    achievements: tuple[Passage, ...]
    counterpart: Link | None
    """The section of the plans with the same subject, for a problem without a plan of its own."""


def describe_follow_ups(
    report_findings: ReportFindings, sections: Sequence[Section] | None = None
) -> tuple[FollowUpView, ...]:
    """Return all follow-ups, or those that touch some sections."""
    return tuple(
        _describe(report_findings, entry)
        for entry in report_findings.follow_ups
        if sections is None
        or any(
            section.span.contains(span)
            for section in sections
            for span in (*entry.problems, *entry.plans, *entry.achievements)
        )
    )


def _describe(report_findings: ReportFindings, entry: FollowUp) -> FollowUpView:
    report = report_findings.report
    return FollowUpView(
        key=entry.key,
        section=report.section_at(entry.problems[0].start).number,
        problems=_passages(report_findings, "problem", entry.key, entry.problems),
        plans=_passages(report_findings, "plan", entry.key, entry.plans),
        achievements=_passages(report_findings, "achievement", entry.key, entry.achievements),
        counterpart=_describe_counterpart(report_findings, entry)
        if entry.counterpart and not entry.plans
        else None,
    )


def _describe_counterpart(report_findings: ReportFindings, entry: FollowUp) -> Link:
    report = report_findings.report
    section = report.section(entry.counterpart)
    assert section is not None
    return describe_section_link(report_findings, section)


def describe_section_link(report_findings: ReportFindings, section: Section) -> Link:
    """Return the link to a section by its heading, with the mark of its part where the heading does not begin with it."""
    report = report_findings.report
    heading = render_heading(report_findings, section)
    part = describe_marker(report, next(other for other in report.sections if other.number == section.part))
    begins = describe_heading(report, section).startswith(part)
    return Link(text=heading if begins else part + heading, href=addresses.section_href(report, section))


def _passages(
    report_findings: ReportFindings, kind: str, key: str, spans: tuple[Span, ...]
) -> tuple[Passage, ...]:
    report = report_findings.report
    return tuple(
        Passage(
            text=quote(report_findings, span),
            marker=describe_marker(report, report.section_at(span.start)),
            label=_describe_passage_place(report, kind, span),
            href=f"{addresses.section_href(report, report.section_at(span.start))}#{passage_id(report, kind, key, span)}",
        )
        for span in spans
    )


def _describe_passage_place(report: Report, kind: str, span: Span) -> str:
    section = report.section_at(span.start)
    own = sorted(tag.span for tag in report.tags_in(section.span) if getattr(tag, kind))
    return f"{describe_marker(report, section)}{KIND_NAMES[kind]} {own.index(span) + 1}"
