"""Prove that the English pages and the Chinese ones belong together: languages, twins, and every figure in its row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from ..model.findings import Fact, Findings, ReportFindings
from ..model.site import Site, read_artifact
from ..problems import Problem
from .around import Around
from .documents.built_page import BuiltPage
from .documents.parsed import parse_page
from .faults import create_fault
from .links import resolve
from .pages import is_all_english, list_twins
from .scopes.data import locate_section

ENGLISH = "en/"
CHINESE_TYPE = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")
LATIN_WORDS = re.compile("[A-Za-z]{2,} +[A-Za-z]{2,}")
ALTERNATE = re.compile(rb'<link rel="alternate" hreflang="([^"]*)" href="([^"]*)">')
SWITCH = re.compile(
    rb'<a href="([^"]*)" lang="(en|zh-CN)" hreflang="(?:en|zh-CN)">(English|\xe4\xb8\xad\xe6\x96\x87)</a>'
)
HOME = "en/index.html"
EXCERPT = 24


def check_english(
    findings: Findings, around: Around, site: Site, pages: Mapping[str, BuiltPage]
) -> Iterator[Problem]:
    """Yield faults of languages and of links between them, on pages of one report or of the site."""
    twins = list_twins(findings, has_english=around.has_english)
    base = findings.project.site.base_url.rstrip("/")
    for path in pages:
        data = read_artifact(site, path)
        yield from _check_alternates(path, data, twins, base)
        yield from _check_switches(path, data, twins)
        if path.startswith(ENGLISH):
            yield from _check_languages(path, data)
    if twins and HOME in pages:
        others = [
            f"{ENGLISH}{entry.report.id}/facts.html"
            for entry in findings.reports[1:]
            if is_all_english(entry)
        ]
        led = dict.fromkeys(
            target for link in pages[HOME].links if (target := resolve(HOME, link)[0]) in others
        )
        if list(led) != others:
            yield create_fault(HOME, f"通向 {len(led)} 份别的报告", f"{len(others)} 份，新的在前")
        shown = [fact.ids for fact in pages[HOME].facts]
        if shown != [*findings.reports[0].report.headline]:
            yield create_fault(
                HOME, f"主要数字 {'、'.join(shown)}", "front matter 的 headline 里的每一个，照它的次序"
            )


def check_english_rows(report_findings: ReportFindings, around: Around, files: Site) -> Iterator[Problem]:
    """Yield the figures that a report's English page lacks, and those that lead elsewhere."""
    if around.has_english and is_all_english(report_findings):
        yield from _check_rows(report_findings, files)


def _check_alternates(path: str, data: bytes, twins: Mapping[str, str], base: str) -> Iterator[Problem]:
    chinese = path.removeprefix(ENGLISH)
    wanted = {}
    if base and chinese in twins:
        wanted = {"zh-CN": chinese, "en": twins[chinese], "x-default": chinese}
    found = [(kind.decode(), address.decode()) for kind, address in ALTERNATE.findall(data)]
    if found != [(kind, f"{base}/{target}") for kind, target in wanted.items()]:
        said = "、".join(f"{kind} {address}" for kind, address in found)
        yield create_fault(path, f"别的语言的网址：{said or '没有'}", "、".join(wanted.values()) or "没有")


def _check_switches(path: str, data: bytes, twins: Mapping[str, str]) -> Iterator[Problem]:
    """Yield a fault where the word that changes the language leads to another page, or is there without an English edition."""
    if path.startswith(("data/", "embed/")) or path == "404.html":
        return
    own = path.removeprefix(ENGLISH) if path.startswith(ENGLISH) else twins.get(path, HOME if twins else "")
    aims = {resolve(path, match[1].decode())[0] for match in SWITCH.finditer(data)}
    if aims != ({own} if own else set()):
        yield create_fault(path, f"换语言的链接到了「{'、'.join(sorted(aims)) or '没有'}」", own or "没有")


def _check_languages(path: str, data: bytes) -> Iterator[Problem]:
    tree = LexborHTMLParser(data.decode("utf-8", "replace"))
    root = tree.root
    if root is None or root.attributes.get("lang") != "en":
        yield create_fault(path, "网页的语言", "en")
        return
    for child in root.iter():
        yield from _check_words(path, child, "en")


def _check_words(path: str, node: Any, language: str) -> Iterator[Problem]:
    language = node.attributes.get("lang") or language
    if node.tag in {"script", "style"}:
        return
    for name, value in node.attributes.items():
        if language == "en" and value and CHINESE_TYPE.search(value):
            yield create_fault(path, f"{name}=「{value[:EXCERPT]}」写作英文", "汉字在 lang=zh-CN 的元素里")
    for child in node.iter(include_text=True):
        if child.tag != "-text":
            yield from _check_words(path, child, language)
            continue
        text = (child.text_content or "").strip()
        is_chinese = CHINESE_TYPE.search(text) is not None
        if is_chinese and language != "zh-CN":
            yield create_fault(path, f"「{text[:EXCERPT]}」写作英文", "汉字在 lang=zh-CN 的元素里")
        if language == "zh-CN" and not is_chinese and LATIN_WORDS.search(text):
            yield create_fault(path, f"「{text[:EXCERPT]}」写作中文", "英文在 lang=en 的元素里")


def _check_rows(report_findings: ReportFindings, site: Site) -> Iterator[Problem]:
    """Each fact has its row, once and in the order of the text; what a row links to is of its own fact."""
    path = f"{ENGLISH}{report_findings.report.id}/facts.html"
    tree = parse_page(site, path)
    rows = {node.attributes["id"]: node for node in tree.css("tr[id]")}
    facts = {f"_row-{fact.id}": fact for fact in report_findings.facts}
    if set(rows) != set(facts):
        wrong = "、".join(sorted(str(id).removeprefix("_row-") for id in rows.keys() ^ facts.keys()))  # noqa: A001
        yield create_fault(path, f"多出或者缺少的行：{wrong}", "每个数字一行")
    for id, node in rows.items():  # noqa: A001
        if id in facts:
            places = _list_places(report_findings, facts[str(id)])
            aims = [resolve(path, link.attributes["href"] or "") for link in node.css("a[href]")]
            for target, anchor in aims:
                if (target, anchor) not in places:
                    yield create_fault(
                        path, f"{facts[str(id)].id} 的链接到了「{target}#{anchor}」", "它自己的位置"
                    )
            if not any(aim == places[0] for aim in aims):
                yield create_fault(
                    path, f"{facts[str(id)].id} 没有到原句的链接", f"{places[0][0]}#{places[0][1]}"
                )


def _list_places(report_findings: ReportFindings, fact: Fact) -> list[tuple[str, str]]:
    """Return where a fact's row may lead, its own place in the text first."""
    report = report_findings.report
    page = locate_section(report, fact.section)
    checks = [
        check for check in report_findings.checks if check.claim is not None and check.claim.id == fact.id
    ]
    named = [(f"{ENGLISH}{report.id}/checks.html", f"_check-{check.spec.id}") for check in checks]
    return [(page, fact.id), (page, ""), *named]
