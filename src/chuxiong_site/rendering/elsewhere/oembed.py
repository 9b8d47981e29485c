"""What a page that shows links asks of a chart's own page: how to put it in, as oEmbed says it. A file a chart; only with a known address."""

from __future__ import annotations

from collections.abc import Mapping

from ...model import addresses
from ...model.chart import ChartRecord
from ..export import ExportInputs
from ..frame.page import Context
from ..frame.share import find_picture
from ..json_file import render_json_file
from .embeds import describe_embed_code

WIDTH = 640
"""In px, of a chart that has room: the format asks for a number, the frame takes what width there is."""


def render_oembed(inputs: ExportInputs) -> Mapping[str, bytes]:
    """Return the answer for each chart of the report by its path."""
    if not inputs.context.site.base_url:
        return {}
    return {
        addresses.oembed_file(record.report_id, record.id): _render_answer(inputs.context, record)
        for record in inputs.context.charts
        if record.report_id == inputs.report.id
    }


def _render_answer(context: Context, record: ChartRecord) -> bytes:
    site, frame = context.site, describe_embed_code(context.site, record)
    answer: dict[str, str | int] = {
        "version": "1.0",
        "type": "rich",
        "title": record.title,
        "provider_name": site.name,
        "provider_url": addresses.absolute(site.base_url, addresses.HOME),
        "html": frame.code,
        "width": WIDTH,
        "height": frame.height,
    }
    section = context.report.section(record.section)
    page = addresses.section_href(context.report, section) if section else ""
    if picture := find_picture(context.pictures, page, context.report.id):
        answer |= {
            "thumbnail_url": picture.address,
            "thumbnail_width": picture.width,
            "thumbnail_height": picture.height,
        }
    return render_json_file(answer)
