"""`2023-offline.html`: the report and what this site says of it as one file that needs no other, to keep and forward.

Made from the finished pages: their main parts follow one another, headings one level lower, links turned inwards.
Terms and the page about the site are written for this report alone: what other years say is in their own documents.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from markupsafe import Markup

from ...charts import picture_id
from ...model import addresses
from ...model.records import dataclass
from ..export import ExportInputs
from ..frame.assets import compute_policy_hash, render_stylesheet
from ..frame.nav import name_localities
from ..frame.page import Context, describe_page, report_crumb
from ..frame.surroundings import describe_surroundings
from ..pages.about import describe_about_page
from ..pages.terms import describe_terms_page
from .one_document import Source, join_documents

SCRIPTS = ("scripts/display.js", "pages/facts.js", "scripts/raw_marks.js")
"""The scripts that work without any other file."""
SITE_PAGES = {addresses.TERMS: describe_terms_page, addresses.ABOUT: describe_about_page}
"""The pages on all reports of which the document has a part."""
TOOLS = re.compile(
    r'(?<!\s)\s*<(details|a|button)\b[^>]*class="chart__(?:fold|tool|start)\b.*?</\1>', re.DOTALL
)
"""What a reader takes from a chart, and what only a script does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfflinePart:
    """A part of the document."""

    anchor: str
    title: str
    html: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class OfflinePage:
    """What the document shows."""

    parts: tuple[OfflinePart, ...]
    style: Markup
    style_hash: Markup
    """As the policy writes it."""
    script: Markup
    script_hash: Markup
    online: str
    """The report's address on the site; empty while that is unknown."""


def render_offline(inputs: ExportInputs) -> Mapping[str, bytes]:
    """Return the document by its path."""
    context, report = inputs.context, inputs.report
    style = render_stylesheet(inputs.templates, context.site.theme).decode().strip()
    script = b"\n".join(
        inputs.templates[name].strip() for name in SCRIPTS if name in inputs.templates
    ).decode()
    body = OfflinePage(
        parts=_describe_parts(inputs),
        style=Markup(style),
        style_hash=Markup(compute_policy_hash(style)),
        script=Markup(script),
        script_hash=Markup(compute_policy_hash(script)),
        online=addresses.absolute(context.site.base_url, addresses.report_page(report, "index")),
    )
    page = describe_page(
        context,
        path=addresses.offline_page(report),
        title=f"{report_crumb(report).text}（离线版）",
        description=f"{report.title}的离线版，一个文件。",
        kind="offline",
        body=body,
    )
    html = inputs.environment.get_template("pages/offline.html").render(page=page, body=body)
    return {page.path: html.encode()}


def _describe_parts(inputs: ExportInputs) -> tuple[OfflinePart, ...]:
    alone = isolate(inputs.context)
    titles = tuple(entry for entry in _list_titles(inputs) if entry[2] not in alone.left_out_pages)
    sources = tuple(
        Source(
            name=name,
            path=path,
            html=_render_part(inputs, alone, name, path),
            main=name == "text",
        )
        for name, _, path in titles
    )
    joined = join_documents(sources, _list_section_anchors(inputs), inputs.context.site.base_url)
    return tuple(
        OfflinePart(anchor=document.anchor, title=title, html=Markup(document.html))
        for document, (_, title, _) in zip(joined, titles, strict=True)
        if document.html
    )


def _render_part(inputs: ExportInputs, alone: Context, name: str, path: str) -> str:
    """Return the main part of a page; of the pages on all reports what they would say of this one alone."""
    if name == "charts":
        return _join_charts(inputs)
    if path not in SITE_PAGES:
        return cut_main(inputs.files[path])
    page = SITE_PAGES[path](alone)
    template = inputs.environment.get_template(f"pages/{page.kind}.html")
    return cut_main(template.render(page=page, body=page.body).encode())


def isolate(context: Context) -> Context:
    """Return the context of a site of this report alone: its terms, its source, its corrections and those of the site."""
    project, report_findings = context.findings.project, context.report_findings
    spoken = {mention.term.id for mention in report_findings.terms}
    changes = [change for change in project.site.changes if change.report in ("", context.report.id)]
    own = replace(
        project,
        site=replace(project.site, changes=tuple(changes)),
        terms=tuple(term for term in project.terms if term.id in spoken),
        reports=(context.report,),
    )
    findings = replace(context.findings, project=own, reports=(report_findings,))
    return replace(context, findings=findings, surroundings=describe_surroundings(findings))


def _list_titles(inputs: ExportInputs) -> tuple[tuple[str, str, str], ...]:
    """Return the name, title and page of every part that a report may have."""
    report = inputs.report
    return (
        ("text", "全文", addresses.report_page(report, "full")),
        ("charts", "图", f"{report.id}/charts"),
        ("facts", "全部数字", addresses.report_page(report, "facts")),
        ("checks", "核对", addresses.report_page(report, "checks")),
        ("follow-up", "问题与安排", addresses.report_page(report, "follow-up")),
        (
            "places",
            name_localities(inputs.context.findings.project.gazetteer),
            addresses.report_page(report, "places"),
        ),
        ("terms", "词语", addresses.TERMS),
        ("about", "关于", addresses.ABOUT),
    )


def cut_main(page: bytes) -> str:
    """Return the content of a page's main element."""
    return page.decode().partition('<main id="_main">')[2].rpartition("</main>")[0].strip()


def _join_charts(inputs: ExportInputs) -> str:
    """Return the charts of the report as they stand on the section pages."""
    report = inputs.report
    paths = {section.number: addresses.section_href(report, section) for section in report.sections}
    figures = "".join(
        _cut_figure(inputs.files[paths[record.section]].decode(), picture_id(record))
        for record in inputs.context.charts
        if record.report_id == report.id
    )
    if not figures:
        return ""
    return f'<div class="sheet sheet--wide"><h1>图</h1><div class="offline__charts">{figures}</div></div>'


def _cut_figure(page: str, id: str) -> str:  # noqa: A002  # the attribute's own name
    """Return a chart without what can be taken from it: its files are not at hand, and no script is."""
    start = page.index(f'<figure class="chart" id="{id}"')
    return TOOLS.sub("", page[start : page.index("</figure>", start)]) + "</figure>"


def _list_section_anchors(inputs: ExportInputs) -> dict[str, str]:
    """Return for each section page the place in the full text that stands for it."""
    report = inputs.report
    return {
        addresses.section_href(report, section): addresses.sentence_id(report, section.sentences[0])
        for section in report.pages
    } | {addresses.report_page(report, "index"): "_main"}
