"""The catalogues and the settings of a new site, with nothing in them that nobody has said."""

from __future__ import annotations

import re

from ..annotated_copy import quote
from .records import NewReport

EMPTY = {
    "indicators.yaml": "# 指标：给数字起的名称，各年共用。每个键的意思见维护手册的 keys.md。\nthemes: {}\n\nindicators: {}\n",
    "charts.yaml": "# 图：写哪些指标、用什么图形。\ncharts: {}\n",
    "checks.yaml": "# 核对：数与数之间应有的关系。\nchecks: {}\n",
    "terms.yaml": "# 词语：读者会问的专门词语。\nterms: {}\n",
    "dictionary.txt": "",
}
"""Catalogue file → what it holds in a project that names nothing yet."""
YEARLY = re.compile(r"[0-9０-９]{4}\s*年度?(?:[—\-－至和][0-9０-９]{4}年度?)?|[0-9０-９]")


def choose_name(report: NewReport) -> str:
    """Return a name for the site: whose report it is, else the title without its year, else plain words."""
    return drop_numbers(report.raw.head.publisher) or drop_numbers(report.raw.head.title) or "年度报告"


def drop_numbers(words: str) -> str:
    """Return words without years and digits: a site's name holds for all of them."""
    return re.sub(r"\s+", "、", YEARLY.sub("", words).strip(" ()（）[]［］—-"))


def list_site_files(reports: tuple[NewReport, ...], name: str) -> dict[str, bytes]:
    """Return catalogues and settings, by path in the project's folder."""
    latest = reports[0].raw.head
    origin = drop_numbers(latest.publisher) or "发布机构"
    title = drop_numbers(latest.title) or "年度报告"
    rows = [
        "# 整个网站的设置。contact、repository、base_url 不填，网页上就没有相应的链接。",
        "",
        f"name: {quote(name)}",
        f"notice: {quote(f'本站为独立整理的可读版，非政府官方网站；内容以{origin}发布的原文为准。')}",
        f"description: {quote(f'{title}的可读版：全文照录，每个数字都能看到单位和原句。')}",
        'contact: ""',
        'repository: ""',
        'base_url: ""',
    ]
    texts = {**EMPTY, "site.yaml": "\n".join(rows) + "\n"}
    return {f"content/{file}": text.encode() for file, text in texts.items()}
