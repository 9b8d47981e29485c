"""The localities that a report names, each with its sentences."""

from __future__ import annotations

from ...model import addresses
from ...model.records import dataclass
from ..frame.nav import name_localities
from ..frame.page import Context, Page, describe_page, report_crumb
from ..text.quotation import Quotation, describe_quotation


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalityCard:
    """A locality with every sentence that names it."""

    name: str
    quotations: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalitiesPage:
    """What the page of localities shows."""

    kind: str
    """What they are called together: 乡镇, 街道."""
    localities: tuple[LocalityCard, ...]


def describe_places_page(context: Context) -> Page:
    """Return the page of localities named."""
    report, gazetteer = context.report, context.findings.project.gazetteer
    title = name_localities(gazetteer)
    localities = tuple(
        LocalityCard(
            name=mention.name,
            quotations=tuple(
                describe_quotation(context.report_findings, span, mention.name) for span in mention.sentences
            ),
        )
        for mention in context.report_findings.localities
    )
    return describe_page(
        context,
        path=addresses.report_page(report, "places"),
        title=title,
        description=f"{report.title}{title}，连同所在的句子。",
        kind="places",
        body=LocalitiesPage(kind=gazetteer.kind if gazetteer else "", localities=localities),
        crumbs=(report_crumb(report),),
    )
