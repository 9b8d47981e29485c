"""Remind of characters that the font of pictures does not have: pictures with them are not made. Only a reminder."""

from __future__ import annotations

from collections.abc import Iterator

from ..memory import remember
from ..model import addresses
from ..model.findings import Findings, ReportFindings
from ..model.place import Place
from ..model.site import Artifact, make_artifact
from ..problems import Problem, create_problem
from .painting import list_undrawn


def check_characters(findings: Findings, font: Artifact) -> Iterator[Problem]:
    """Yield one reminder a report with such characters in what its pictures may say."""
    for report_findings in findings.reports:
        if undrawn := _find_undrawn(_join_words(findings, report_findings), font):
            yield create_problem(
                "W602",
                Place(file=addresses.poster_picture(report_findings.report)),
                f"字体里没有「{'、'.join(undrawn)}」",
                "图片里的每一个字都画得出来",
                "可以不理会：有这些字的预览图、海报的 PNG 没有做，别的都在。",
            )


def _join_words(findings: Findings, report_findings: ReportFindings) -> str:
    report, site = report_findings.report, findings.project.site
    names = (fact.indicator.name for fact in report_findings.facts)
    fields = report.disclosure
    return "".join((report.display.text, report.title, fields.publisher, site.name, site.notice, *names))


@remember
def _find_undrawn(text: str, font: Artifact) -> str:
    return list_undrawn(make_artifact(font), text)
