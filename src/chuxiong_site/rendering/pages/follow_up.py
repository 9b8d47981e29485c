"""Problems, what is planned about them and what was done: this site's reading, stated neutrally."""

from __future__ import annotations

from dataclasses import dataclass

from ...model import addresses
from ..frame.page import Context, Page, describe_page, report_crumb
from ..parts.follow_ups import FollowUpView, describe_follow_ups
from ..text.breaks import render_heading


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpGroup:
    """The problems of one section."""

    title: str
    href: str
    entries: tuple[FollowUpView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpPage:
    """What the follow-up page shows."""

    groups: tuple[FollowUpGroup, ...]
    problems: int
    with_plan: int


def describe_follow_up_page(context: Context) -> Page:
    """Return the page that sets problems and plans side by side."""
    report = context.report
    views = describe_follow_ups(context.report_findings)
    groups = []
    for section in report.sections:
        own = tuple(view for view in views if view.section == section.number)
        if own:
            groups.append(
                FollowUpGroup(
                    title=render_heading(context.report_findings, section),
                    href=addresses.section_href(report, section),
                    entries=own,
                )
            )
    body = FollowUpPage(
        groups=tuple(groups), problems=len(views), with_plan=sum(bool(view.plans) for view in views)
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
