"""The scope of the site: its own words, its licence, its owner, and the lists that no single report fills."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from ...model.catalogue import SiteConfig
from ...model.display_names import QUALIFIER_CODES, QUALIFIER_NAMES, QUALIFIER_NOTES
from ...model.findings import Findings
from ...model.measures import MEASURES
from ..likeness import list_like
from ..pages import REPORT_PAGES, SITE_PAGES, name_page
from .charts import list_left_out
from .english_report import describe_english_site
from .things import say_unit
from .words import Scope, name_report, one
from .years import CATALOGUE_REPORTS, say_column


def describe_site(findings: Findings) -> Scope:
    """Return the scope of the whole site."""
    site = findings.project.site
    return one(
        site=site.name,
        notice=site.notice,
        licence=site.data_licence.name,
        licence_granted=say_licence(site.data_licence.name),
        licence_url=site.data_licence.url,
        licence_code="-".join(site.data_licence.name.split(" ")),
        condition=site.data_licence.condition,
        locality_kind=findings.project.gazetteer.kind if findings.project.gazetteer else "",
        base_url=site.base_url,
        indicators_total=len(findings.project.indicators),
        terms_total=len(findings.project.terms),
        **describe_english_site(site),
    ) | {
        "left_out": ("、".join(list_left_out(findings, findings.reports[0])),),
        "change_text": tuple(change.text for change in site.changes),
        "change_date": tuple(change.date for change in site.changes),
        **_describe_explored(findings),
        "page_name": tuple(_list_page_names(findings)),
        "column_year": tuple(_list_columns(findings)),
        "searched": ("、".join(name_report(entry.report) for entry in findings.reports[:2]),),
        "catalogue_reports": (str(CATALOGUE_REPORTS),),
        "any_theme": tuple(theme.name for theme in findings.project.themes),
        "any_measure": tuple(measure.name for measure in MEASURES.values()),
        "any_qualifier": tuple(QUALIFIER_NAMES.values()),
        "any_qualifier_note": tuple(QUALIFIER_NOTES.values()),
        "any_measure_note": tuple(measure.note for measure in MEASURES.values()),
        "measure_codes": ("；".join(f"{word} {measure.name}" for word, measure in MEASURES.items()),),
        "qualifier_codes": ("；".join(f"{code.value} {name}" for code, name in QUALIFIER_CODES.items()),),
        **_describe_owner(site),
        "any_unit": tuple(dict.fromkeys(say_unit(f) for f in findings.reports[0].facts)),
    }


def _list_columns(findings: Findings) -> set[str]:
    """Return the years under which values stand in the catalogue, and of those that can be chosen to be drawn."""
    shown = [(entry, fact) for entry in findings.reports[:CATALOGUE_REPORTS] for fact in entry.facts]
    chosen = [stated for _, facts in list_like(findings) for stated in facts]
    return {say_column(entry.report, fact) for entry, fact in (*shown, *chosen)} | {
        entry.report.id for entry in findings.reports[:CATALOGUE_REPORTS]
    }


def _describe_explored(findings: Findings) -> Scope:
    """Return how many facts may be drawn with others, in how many groups, and what these are called."""
    groups = list_like(findings)
    explored = sum(len(facts) for _, facts in groups)
    total = sum(len(entry.facts) for entry in findings.reports)
    counts = one(
        explored=explored,
        explored_groups=len(groups),
        unexplored=total - explored if total > explored else "",
    )
    return counts | {"explored_group": tuple(name for name, _ in groups)}


def _list_page_names(findings: Findings) -> Iterator[str]:
    for name in filter(None, (*SITE_PAGES.values(), *REPORT_PAGES.values())):
        yield name_page(name, findings.project.gazetteer)


def say_licence(name: str) -> str:
    """Return a licence as the object of 以……提供: 许可 is said once."""
    kind = "" if re.search("(许可|协议)$", name) else " 许可"
    return name + kind


def _describe_owner(site: SiteConfig) -> Scope:
    """Return the scope of an official site's foot and head."""
    owner, domain = site.official_footer, urlsplit(site.base_url).hostname or ""
    if owner is None:
        return one(domain=domain)
    said = (
        f"主办单位：{owner.organiser} 联系方式：{owner.contact} 政府网站标识码：{owner.site_id_code}"
        f" {owner.icp} {owner.police_record}"
    )
    return one(domain=domain, site_id_code=owner.site_id_code, official_footer=said)


def find_last_change(findings: Findings, report_id: str) -> str:
    """Return the day of the last line of the change log about a report; empty when there is none."""
    return max(
        (change.date for change in findings.project.site.changes if change.report == report_id), default=""
    )
