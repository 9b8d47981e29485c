"""Problems, what is planned about them and what was done, as one drawing: this site's reading, stated neutrally."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from ...model import addresses
from ...model.findings import ReportFindings
from ...model.headings import MARK, describe_heading
from ...model.records import dataclass
from ...model.report import Report, Section
from ..frame.nav import Link
from ..frame.page import Context, Page, describe_page, report_crumb
from ..parts.follow_ups import FollowUpView, describe_follow_ups, describe_section_link
from ..text.breaks import list_heading_words, render_breaks


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinGroup:
    """The problems of one section, and the section of the plans with the same subject."""

    section: Link
    counterpart: Link | None
    entries: tuple[FollowUpView, ...]

    @property
    def has_joined(self) -> bool:
        """Tell whether any of the problems has a plan."""
        return any(entry.plans for entry in self.entries)

    @property
    def has_open(self) -> bool:
        """Tell whether any of the problems has none."""
        return not all(entry.plans for entry in self.entries)


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpPage:
    """What the follow-up page shows."""

    groups: tuple[JoinGroup, ...]
    problems: int
    with_plan: int
    plan_part: Markup
    """What the part with all the plans is called, without its ordinal; empty where they stand in several."""
    unmatched: tuple[Link, ...]
    """The sections of that part in which no plan answers a problem and whose subject is no problem's."""


def describe_follow_up_page(context: Context) -> Page:
    """Return the page that draws a line from each problem to its plans."""
    report_findings, report = context.report_findings, context.report
    views = describe_follow_ups(report_findings)
    part = _find_plan_part(report)
    body = FollowUpPage(
        groups=tuple(_list_groups(report_findings, views)),
        problems=len(views),
        with_plan=sum(bool(view.plans) for view in views),
        plan_part=_render_part_name(report_findings, part) if part else Markup(),
        unmatched=tuple(_list_unmatched(report_findings, part)) if part else (),
    )
    return describe_page(
        context,
        path=addresses.report_page(report, "follow-up"),
        title="问题与安排",
        description=f"{report.title}列出的问题，以及报告里与之对应的工作安排和已做工作。",
        kind="follow_up",
        body=body,
        crumbs=(report_crumb(report),),
    )


def _list_groups(report_findings: ReportFindings, views: tuple[FollowUpView, ...]) -> Iterator[JoinGroup]:
    sections = {section.number: section for section in report_findings.report.sections}
    counterparts = {entry.key: entry.counterpart for entry in report_findings.follow_ups}
    for number, section in sections.items():
        own = tuple(view for view in views if view.section == number)
        if own:
            counterpart = counterparts[own[0].key]
            yield JoinGroup(
                section=describe_section_link(report_findings, section),
                counterpart=describe_section_link(report_findings, sections[counterpart])
                if counterpart
                else None,
                entries=own,
            )


def _find_plan_part(report: Report) -> Section | None:
    """Return the one part that all plans stand in."""
    parts = {report.section_at(tag.span.start).part for tag in report.tags if tag.plan}
    return next((s for s in report.sections if parts == {s.number} and s.heading is not None), None)


def _name_part(report: Report, part: Section) -> str:
    return MARK.sub("", describe_heading(report, part), count=1).lstrip("、．. \u3000")


def _render_part_name(report_findings: ReportFindings, part: Section) -> Markup:
    """Return the name with the places where it may break, as far as its words are known."""
    name = _name_part(report_findings.report, part)
    words = [word.text for word in list_heading_words(report_findings, part)]
    tails = (words[at:] for at in range(len(words)))
    tail = next((tail for tail in tails if "".join(tail).rstrip("。") == name), [name])
    return render_breaks([*tail[:-1], tail[-1].rstrip("。")])


def _list_unmatched(report_findings: ReportFindings, part: Section) -> Iterator[Link]:
    report = report_findings.report
    told = {report.section_at(tag.span.start).number for tag in report.tags if tag.plan}
    told |= {entry.counterpart for entry in report_findings.follow_ups}
    for section in report.sections:
        below = [other for other in report.sections if other.number.startswith(f"{section.number}.")]
        if section.part == part.number and section is not part and not below and section.number not in told:
            yield describe_section_link(report_findings, section)
