"""The pages of a site beside those of the sections, and their names. A new page is one line here."""

from __future__ import annotations

SITE_PAGES = {
    "index": "",
    "indicators": "指标",
    "terms": "词语",
    "keywords": "关键词",
    "search": "搜索",
    "about": "关于本站",
    "404": "没有这个网页",
}
"""Name → title; the home page is called by the site, a report's front page by the report."""
REPORT_PAGES = {
    "index": "",
    "full": "全文",
    "facts": "全部数字",
    "checks": "核对了什么",
    "follow-up": "问题与安排",
    "places": "提到的县市",
}
"""The same in the folder of each report."""
