"""The counties and cities that a report names, each with its sentences."""

from __future__ import annotations

from dataclasses import dataclass

from ...model import addresses
from ..frame.page import Context, Page, describe_page, report_crumb
from ..text.quotation import Quotation, describe_quotation


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCard:
    """A place with every sentence that names it."""

    name: str
    quotations: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesPage:
    """What the places page shows."""

    places: tuple[PlaceCard, ...]


def describe_places_page(context: Context) -> Page:
    """Return the page of places named."""
    report = context.report
    places = tuple(
        PlaceCard(
            name=mention.name,
            quotations=tuple(
                describe_quotation(context.report_findings, span, mention.name) for span in mention.sentences
            ),
        )
        for mention in context.report_findings.counties
    )
    return describe_page(
        context,
        path=addresses.report_page(report, "places"),
        title="提到的县市",
        description=f"{report.title}提到的县市，连同所在的句子。",
        kind="places",
        body=PlacesPage(places=places),
        crumbs=(report_crumb(report),),
    )
