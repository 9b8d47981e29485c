"""What each picture that links are shown with has to say, worked out anew: page → its words in order."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from ...model.findings import Fact, Findings, ReportFindings
from ...model.report import Report, Section
from ...model.site import Site, compute_digest, read_artifact
from .overview import Row, describe_overview, list_legend, list_rows
from .tallies import list_claims_tallies, list_relation_tallies, say_tally
from .things import describe_indicator
from .words import Scope, list_carried, one, read_heading, say_value

JOINT = "；"
FIGURES = 3
LONGEST_NAME, LONGEST_QUOTE = 30, 110
"""In characters."""
MATCHING = (
    "实心是找到对应安排的，空心是没有找到的。对应关系由本站整理；没有找到逐条对应的话，不等于没有安排。"
)
Words = tuple[str, ...]
SIZE = (1200, 630)
"""In px, as those who show links ask for."""
FOLDER = "cards/"


def describe_cards(findings: Findings, site: Site) -> Scope:
    """Return what heads of pages may say of pictures; which page says which is proved with the pictures."""
    base = findings.project.site.base_url.rstrip("/")
    files = sorted(path for path in site if path.startswith(FOLDER))
    return one(card_width=SIZE[0], card_height=SIZE[1]) | {
        "card_address": tuple(
            f"{base}/{quote(path)}?v={compute_digest(read_artifact(site, path))}" for path in files
        ),
        "card_words": tuple(JOINT.join(words) for _, words in list_cards(findings)),
    }


def list_cards(findings: Findings) -> Iterator[tuple[str, Words]]:
    """Yield every page of the newest report here that has a picture of its own, with the words of it."""
    site = findings.project.site
    foot = (site.name, *(line for line in site.notice.split("\n") if line))
    if site.base_url:
        entry = findings.reports[0]
        for name, words in _list_report_cards(entry):
            yield f"{entry.report.id}/{name}.html", (*words, *foot)


def _list_report_cards(entry: ReportFindings) -> Iterator[tuple[str, Words]]:
    report, rows, said = entry.report, list_rows(entry), describe_overview(entry)
    fields = report.disclosure
    finding = said["overview_finding"][0]
    issued = [fields.publisher, f"{fields.published}发布" if fields.published else ""]
    legend = [f"{words} {count}" for _, words, count in list_legend(entry, rows)]
    yield "index", (*(word for word in issued if word), report.title, finding, *legend)
    for section in report.pages:
        if told := _list_told(entry, rows, section):
            yield str(section.slug), (*_list_names(report, section), *told)
    if entry.facts:
        yield "facts", (report.title, "全部数字", finding, *_list_figures(entry, list(entry.facts)))
    tallies = [say_tally(tally) for tally in (*list_claims_tallies(entry), *list_relation_tallies(entry))]
    if tallies:
        yield "checks", (report.title, "核对了什么", *tallies)
    if answers := said["answers"][0]:
        yield "follow-up", (report.title, "问题与安排", answers, MATCHING)


def _list_names(report: Report, section: Section) -> Iterator[str]:
    """Yield what a section stands in, and what it is called."""
    yield report.title
    top = section.number.partition(".")[0]
    if top != section.number:
        yield read_heading(report, next(part for part in report.sections if part.number == top))
    yield read_heading(report, section)


def _list_told(entry: ReportFindings, rows: tuple[Row, ...], section: Section) -> list[str]:
    """Return what is told of a section: figures, else a sentence; nothing where there is neither."""
    stated = [place.fact for row in rows if row.section == section for place in row.places]
    return _list_figures(entry, stated) or _list_quotes(entry.report, section)[:1]


def _list_figures(entry: ReportFindings, facts: list[Fact]) -> list[str]:
    """Return figures with their names: those that staff put first, then the others as the text has them."""
    named = [(fact, name) for fact in facts if len(name := _name(fact)) <= LONGEST_NAME]
    order = {id: place for place, id in enumerate(entry.report.headline)}  # noqa: A001
    named.sort(key=lambda pair: order.get(pair[0].id, len(order)))
    return [f"{name}：{say_value(fact)}" for fact, name in named[:FIGURES]]


def _name(fact: Fact) -> str:
    role = f"（{fact.role_name}）" if fact.role_name else ""
    return fact.indicator.name + role + describe_indicator(fact.indicator, "")["name_note"][0]


def _list_quotes(report: Report, page: Section) -> list[str]:
    """Return the sentences of a page that are short enough: no headings, no cells of tables."""
    quotes = []
    for section in list_carried(report, page):
        head = section.heading
        for span in section.sentences:
            words = report.display.of(span).strip()
            if (head is None or not head.contains(span)) and words[-1:] in {"。", "！", "？"}:
                quotes += [words] if len(words) <= LONGEST_QUOTE else []
    return quotes
