"""What the English pages may say of the site and of a report as a whole."""

from __future__ import annotations

from ...model.catalogue import SiteConfig
from ...model.english_names import QUALIFIER_NOTES, TALLY_NAMES, TALLY_OUTCOMES
from ...model.findings import ReportFindings
from .english import say_qualifier
from .tallies import Tally, list_claims_tallies, list_relation_tallies
from .words import Scope, name_english_report, one


def describe_english_site(site: SiteConfig) -> dict[str, str]:
    """Return the site's own English words; none for a site without."""
    english = site.english
    if english is None:
        return {}
    return {
        "en_site": english.name,
        "en_notice": english.notice,
        "en_description": english.description,
        "en_how_made": english.how_made,
    }


def describe_english_report(report_findings: ReportFindings) -> Scope:
    """Return a report's names in English, and how its claims came out."""
    report = report_findings.report
    tallies = [*list_claims_tallies(report_findings), *list_relation_tallies(report_findings)]
    said = {fact.qualifier: say_qualifier(fact) for fact in report_findings.facts}
    notes = [(words, QUALIFIER_NOTES[q]) for q, words in said.items() if q is not None]
    return one(
        en_title=report.title_en,
        en_publisher=report.publisher_en or report.disclosure.publisher,
        en_report=name_english_report(report),
    ) | {
        "en_tally": tuple(map(_say_tally, tallies)),
        "en_qualifier": tuple(words.removesuffix(":") for words, _ in notes),
        "en_qualifier_note": tuple(note for _, note in notes),
    }


def _say_tally(tally: Tally) -> str:
    name, _, counts, order = tally
    said = [f"{counts[o]} {TALLY_OUTCOMES[o][counts[o] != 1]}" for o in order if counts[o]]
    total = sum(counts.values())
    return f"{total} {TALLY_NAMES[name][total != 1]}: {', '.join(said)}"
