"""A chart as a page of its own, for frames in other sites, and the code that puts it there."""

from __future__ import annotations

from urllib.parse import quote

from markupsafe import escape

from ...charts import ChartView, picture_id, picture_size
from ...model import addresses
from ...model.catalogue import SiteConfig
from ...model.chart import ChartRecord
from ...model.records import dataclass
from ..frame.page import Context, Page, describe_page

FRAME_AROUND = 450
"""Pixels that title, sentence, table, source and notice need beside the picture, in a frame of 640 or more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedPage:
    """What the page of a chart shows."""

    view: ChartView
    report_href: str
    answer: str
    """The address of what oEmbed says of it; empty while that is unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbedCode:
    """What to copy into another page."""

    code: str
    height: int
    """Of the frame in px, while no script tells it the chart's."""
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
    """Return the frame for a chart, and the script that makes it as high as the chart; without a base URL its address begins at the site's root."""
    path = addresses.embed_page(record.report_id, record.id)
    address = addresses.absolute(site.base_url, quote(path)) or quote(path)
    script = addresses.absolute(site.base_url, addresses.FRAME_SCRIPT) or addresses.FRAME_SCRIPT
    height = picture_size(record)[1] + FRAME_AROUND
    code = (
        f'<iframe src="{escape(address)}" title="{escape(record.title)}" width="100%" height="{height}"'
        f' loading="lazy"></iframe><script src="{escape(script)}" async></script>'
    )
    return EmbedCode(code=code, height=height, absolute=bool(site.base_url))


def _describe_embed_page(context: Context, record: ChartRecord) -> Page:
    view = context.views[picture_id(record)]
    return describe_page(
        context,
        path=addresses.embed_page(record.report_id, record.id),
        title=record.title,
        description=view.sentence,
        kind="embed",
        body=EmbedPage(
            view=view,
            report_href=addresses.report_page(context.report, "index"),
            answer=addresses.absolute(
                context.site.base_url, quote(addresses.oembed_file(record.report_id, record.id))
            ),
        ),
        site_column="数据发布",
    )
