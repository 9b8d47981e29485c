"""A chart as a page of its own, for frames in other sites, and the code that puts it there."""

from __future__ import annotations

from markupsafe import escape

from ...charts import ChartView, picture_id, picture_size
from ...model import addresses
from ...model.catalogue import SiteConfig
from ...model.chart import ChartRecord
from ...model.records import dataclass
from ..frame.page import Context, Page, describe_page

FRAME_AROUND = 320
"""Pixels that title, source and notice need beside the picture on a narrow screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedPage:
    """What the page of a chart shows."""

    view: ChartView
    report_href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedCode:
    """What to copy into another page."""

    code: str
    absolute: bool
    """Whether the address in it is complete; while the site's own is unknown it is not."""


def describe_embed_pages(context: Context) -> tuple[Page, ...]:
    """Return a page for every chart of the report."""
    return tuple(
        _describe_embed_page(context, record)
        for record in context.charts
        if record.report_id == context.report.id
    )


def describe_embed_code(site: SiteConfig, record: ChartRecord) -> EmbedCode:
    """Return the frame for a chart; without a base URL its address begins at the site's root."""
    path = addresses.embed_page(record.report_id, record.id)
    address = addresses.absolute(site.base_url, path) or path
    height = picture_size(record)[1] + FRAME_AROUND
    code = (
        f'<iframe src="{escape(address)}" title="{escape(record.title)}" width="100%" height="{height}"'
        ' loading="lazy"></iframe>'
    )
    return EmbedCode(code=code, absolute=bool(site.base_url))


def _describe_embed_page(context: Context, record: ChartRecord) -> Page:
    view = context.views[picture_id(record)]
    return describe_page(
        context,
        path=addresses.embed_page(record.report_id, record.id),
        title=record.title,
        description=view.sentence,
        kind="embed",
        body=EmbedPage(view=view, report_href=addresses.report_page(context.report, "index")),
        site_column="数据发布",
    )
