"""Projects of any size and shape, right by construction: what a growing office writes, and what is odd but allowed."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

ODD = (
    "甲乙", "<b>甲</b>", "甲&amp;乙", "甲 & 乙", '"甲"', "'甲'", "</script><script>", "<!-- 甲", "]]>", "\\n甲", "`甲`",
    "=SUM(A)", "+甲", "-甲", "@甲", "😀", "🏴", "𠮷野家", "e\u0301", "שלום", "مرحبا", "甲／乙", "a/b", "../甲", "%甲%", "#甲",
    "javascript:alert", "甲 乙", "甲\u00a0乙", "|甲|", "*甲*", "_甲_", "~甲", "“甲”", "《甲》", "甲；乙", "null", "yes", "AAAA" * 40,
    "甲乙丙丁" * 60, "www.example.org/a?b&c", "$x$", "&lt;", "&copy;", "ﷺ", "ａｂ",
)  # fmt: skip
"""Words that are allowed everywhere and mean something to some format."""
SLIPS = (
    "", "", "\n", "\n\n", "\n　　\n", "\n\t\n", "\n（一）甲", "\n一、甲", "。", "。。。", "！？”", "   ", "　　", "\u00a0", "\t", "“", "）", "(",
    ",", ":", "…", "——", "\n| 甲 | 乙 |\n", "\n# 甲\n", "**甲**", "<br>", "\\", "第一", "《甲》", "·", "①", "㈠", "\u2003", "甲" * 3000,
    "\u200b", "\u00ad", "\u202e", "\ufeff", "\u2028", "\x0b", "\x1f", "\x85", "\u200d", "\n\u200b\n", "\U000e0067", "\ufffc",
)  # fmt: skip
"""What an official text may have at any place, beside the odd words."""
HANZI = "深化改革优化服务完善制度加强监督提升效能推进建设落实责任规范程序畅通渠道化解纠纷保障权益"
NUMBER = "零一二三四五六七八九十"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How large a project is, and of what shape."""

    seed: int
    facts: int = 5
    """At least three: so many numbers stand on the front page."""
    preamble: int = 1
    """Paragraphs before the first part."""
    parts: tuple[int, ...] = (2,)
    """For each part, how many sections it has."""
    empty: tuple[bool, ...] = ()
    """For each part, whether nothing stands between its heading and what follows."""
    paragraphs: int = 1
    """In each section."""
    length: int = 20
    """Characters of an ordinary sentence."""
    terms: int = 2
    years: int = 1
    charts: int = 1
    follow_ups: int = 1
    odd: bool = False
    """Whether names, titles, headings and sentences are odd ones."""
    slips: int = 0
    """How often something is put into the official text, or left out of it, wherever it may be."""
    full: bool = False
    """Whether everything that may be left out is written: disclosure, doors, definitions, the footer, an address."""


@dataclass(slots=True)
class _Growth:
    """What has been written so far."""

    shape: Shape
    random: Random
    indicators: dict[str, dict[str, str]] = field(default_factory=dict)
    checks: dict[str, dict[str, Any]] = field(default_factory=dict)
    terms: list[str] = field(default_factory=list)

    def make_words(self, length: int) -> str:
        """Return Hanzi, an odd word among them where the project is an odd one."""
        words = "".join(self.random.choices(HANZI, k=max(1, length)))
        if self.shape.odd and self.random.random() < 0.5:
            return f"{words}{self.random.choice(ODD)}{words[:2]}"
        return words

    def make_name(self, length: int) -> str:
        """Return words without any that the language of tags or of placeholders means something by."""
        return re.sub(r"[\[\]{}]", "", self.make_words(length))

    def make_sentence(self) -> str:
        """Return a sentence of one to six times the ordinary length."""
        return "，".join(self.make_words(self.shape.length) for _ in range(self.random.randint(1, 6))) + "。"


def write_project(shape: Shape, folder: Path) -> Path:
    """Write a content folder of this shape and return it."""
    growth = _Growth(shape, Random(shape.seed))
    content = folder / "content"
    (content / "reports").mkdir(parents=True)
    growth.terms = list(dict.fromkeys(growth.make_name(3) for _ in range(shape.terms)))
    for index in range(shape.facts):
        _add_indicator(growth, index)
    for year in range(2023, 2023 - shape.years, -1):
        _write_report(growth, content / "reports" / f"{year}.md")
    indicators = {"themes": {"all": growth.make_words(4)}, "indicators": growth.indicators}
    _write_yaml(content / "site.yaml", _describe_site(growth))
    _write_yaml(content / "indicators.yaml", indicators)
    _write_yaml(content / "charts.yaml", {"charts": dict(_list_charts(growth))})
    _write_yaml(content / "checks.yaml", {"checks": growth.checks})
    _write_yaml(content / "terms.yaml", {"terms": {term: _describe_term(growth) for term in growth.terms}})
    (content / "dictionary.txt").write_bytes("深化改革\n".encode())
    return content


def _write_yaml(path: Path, data: Any) -> None:
    path.write_bytes(json.dumps(data, ensure_ascii=False, indent=1).encode())


def _describe_site(growth: _Growth) -> dict[str, Any]:
    site: dict[str, Any] = {
        "name": growth.make_words(4),
        "notice": growth.make_words(30),
        "description": growth.make_words(30),
    }
    if growth.shape.full:
        site |= {
            "contact": "somebody@example.org",
            "repository": "https://example.org/repository",
            "base_url": "https://example.org/site/",
            "changes": [{"date": "2024-01-18", "report": "2023", "text": growth.make_words(9)}] * 3,
            "official_footer": {
                "organiser": growth.make_words(6), "contact": growth.make_words(6), "site_id_code": "5323000001",
                "icp": "滇ICP备12345678号", "police_record": "滇公网安备 53230002000001号",
            },
        }  # fmt: skip
    return site


def _describe_term(growth: _Growth) -> dict[str, Any]:
    if growth.random.random() < 0.5:
        return {"definition": growth.make_words(40), "source": growth.make_words(8)}
    return {"definition": ""}


KINDS = (
    ("count", "件", "{}件"), ("count", "项", "{}项"), ("count", "人次", "{}人次"), ("count", "件", "{}.5万件"), ("money", "元", "{}.25亿元"),
    ("share", "%", "{}.5%"), ("duration", "个工作日", "{}个工作日"), ("count", "次", "{}余次"), ("standard", "人", "不少于{}人"),
)  # fmt: skip
"""Measure, unit, and how a number of it is printed."""
BOTH_ENDS = 6
"""The kind of which both ends are stated: before and after."""


def _add_indicator(growth: _Growth, index: int) -> None:
    id = f"i{index}"  # noqa: A001
    measure, unit, _ = KINDS[index % len(KINDS)]
    growth.indicators[id] = {
        "name": growth.make_words(6), "measure": measure, "unit": unit, "scope": growth.make_words(2), "theme": "all",
    }  # fmt: skip
    if growth.shape.full:
        growth.indicators[id] |= {
            "definition": growth.make_words(30),
            "definition_source": growth.make_words(9),
        }
    if measure == "share":
        growth.checks[id] = {
            "kind": "unverifiable", "name": growth.make_words(5), "rate": id, "reason": growth.make_words(9),
        }  # fmt: skip
    if index % len(KINDS) == BOTH_ENDS:
        growth.checks[id] = {"kind": "reduction", "name": growth.make_words(5), "indicator": id}


def _list_charts(growth: _Growth) -> Iterator[tuple[str, dict[str, Any]]]:
    for index in range(growth.shape.charts):
        kind, form, least, most = growth.random.choice(
            (
                (0, "figures", 2, 4), (1, "figures", 2, 4), (1, "cells", 1, 1), (4, "amounts", 2, 12),
                (5, "share", 1, 1), (5, "figures", 2, 4),
                (0, "part_of_whole", 2, 2), (BOTH_ENDS, "before_after", 1, 1), (2, "trend", 1, 1),
            )
        )  # fmt: skip
        chosen = list(growth.indicators)[kind :: len(KINDS)][:most]
        if len(chosen) >= least:
            value = f"{{{chosen[0]}}}" if form != "before_after" else f"{{{chosen[0]}.before}}"
            yield f"c{index}", {
                "form": form, "title": growth.make_name(8) + value, "note": growth.make_name(9), "indicators": chosen,
            }  # fmt: skip


def _write_report(growth: _Growth, path: Path) -> None:
    lines, slugs = _make_body(growth)
    text = _let_slip(growth, "\n".join(lines))
    fields = _make_disclosure(growth)
    head = [f"{name}：{value} |" for name, value in fields.values()]
    page = "\n".join([*head, TAG.sub(r"\1", text)]) + "\n"
    path.with_suffix(".txt").write_bytes(page.encode())
    parts = [number for number in slugs if number != "0"]
    ids = [f"{id}.after" if _has_both_ends(id) else id for id in growth.indicators]  # noqa: A001
    front = {
        "disclosure": {key: value for key, (_, value) in fields.items()},
        "source_url": "https://example.org/report?a=1&b=2",
        "source_sha256": hashlib.sha256(page.encode()).hexdigest(),
        "body_from_line": len(head) + 1,
        "normalise": growth.random.choice(([], ["punctuation"], ["spaces"], ["punctuation", "spaces"])),
        "sections": slugs,
        "headline": ids[-3:],
        "doors": {number.partition(".")[0]: growth.make_words(4) for number in parts}
        if growth.shape.full
        else {},
        "elements": {growth.make_words(4): list(slugs)[:2], growth.make_words(5): []}
        if growth.shape.full
        else {},
        "elements_source": growth.make_words(6),
    }
    path.write_bytes(f"---\n{json.dumps(front, ensure_ascii=False, indent=1)}\n---\n{text}\n".encode())


def _let_slip(growth: _Growth, text: str) -> str:
    """Return the text with the slips of its shape, none of them inside a tag or before the title."""
    for _ in range(growth.shape.slips):
        start = text.find("\n") + 1 or len(text)
        at, length = growth.random.randint(start, len(text)), growth.random.choice((0, 0, 1, 20))
        if not any(match.start() < at + length and at < match.end() for match in TAG.finditer(text)):
            slip = growth.random.choice((*SLIPS, *ODD))
            text = text[:at] + re.sub(r"[\[\]{}]", "", slip) + text[at + length :]
    return text


TAG = re.compile(r"\[([^\[\]]*)\]\{[^{}]*\}")
FIELDS = {
    "index_number": "索引号", "catalogue": "公开目录", "publisher": "发布机构", "subject_words": "主题词",
    "published": "发布日期", "document_number": "文号", "title": "标题", "written": "成文日期",
}  # fmt: skip


def _make_disclosure(growth: _Growth) -> dict[str, tuple[str, str]]:
    if not growth.shape.full:
        return {}
    values = {key: growth.make_name(5).replace("|", "") for key in FIELDS} | {"published": "2024年01月18日"}
    return {key: (name, values[key]) for key, name in FIELDS.items()}


def _has_both_ends(id: str) -> bool:  # noqa: A002
    return int(id[1:]) % len(KINDS) == BOTH_ENDS


def _state(growth: _Growth, id: str) -> str:  # noqa: A002
    """Return a sentence that states a fact, or both its ends."""
    printed = KINDS[int(id[1:]) % len(KINDS)][2]
    number = growth.random.randint(11, 99)
    before, after = growth.make_words(4), growth.make_words(4)
    if _has_both_ends(id):
        ends = (printed.format(number + 1), printed.format(number))
        return (
            f"{before}由[{ends[0]}]{{fact={id} as=before}}压缩到[{ends[1]}]{{fact={id} as=after}}，{after}。"
        )
    tagged = printed.replace("{}", f"[{number}") + f"]{{fact={id}}}"
    return f"{before}{tagged}，{after}。"


def _make_heading(growth: _Growth, marker: str) -> str:
    """Return a heading; an odd one may have no words, or hold what a sentence holds."""
    indent = growth.random.choice(("", "　　", " ")) if growth.shape.odd else ""
    words = growth.make_name(5)
    if growth.shape.odd:
        words = growth.random.choice(
            (words, words, "", f"{words}！", f"{words}：", f"“{words}”", f"[{words}]{{problem=h}}")
        )
    return f"{indent}{marker}{words}"


def _make_body(growth: _Growth) -> tuple[list[str], dict[str, str]]:
    """Return the annotated lines and the slug of every page. Facts are dealt out over all paragraphs."""
    shape, outline = growth.shape, _Outline(growth)
    outline.add(None, shape.preamble, paged="0" if shape.preamble else "")
    for part, sections in enumerate(shape.parts, start=1):
        is_empty = part <= len(shape.empty) and shape.empty[part - 1]
        heading = _make_heading(growth, f"{NUMBER[part]}、")
        outline.add(heading, 0 if is_empty else shape.paragraphs, paged="" if sections else str(part))
        for section in range(1, sections + 1):
            heading = _make_heading(growth, f"（{NUMBER[section]}）")
            run_in = f"。{growth.make_sentence()}" if growth.random.random() < 0.5 else ""
            paragraphs = 0 if run_in and is_empty else shape.paragraphs
            outline.add(heading + run_in, paragraphs, paged=f"{part}.{section}")
    if not outline.room:
        outline.add(None, 1, paged="" if shape.parts else "0")
    for id in growth.indicators:  # noqa: A001
        growth.random.choice(outline.room).append(_state(growth, id))
    for index in range(shape.follow_ups):
        for kind in ("problem", "plan", "achievement"):
            growth.random.choice(outline.room).append(f"[{growth.make_name(6)}]{{{kind}=p{index}}}。")
    for term in growth.terms:
        growth.random.choice(outline.room).append(f"{growth.make_name(2)}{term}，{growth.make_name(3)}。")
    return ["".join(block) for block in outline.blocks], outline.slugs


class _Outline:
    """The lines of a report so far, and where sentences may be added."""

    def __init__(self, growth: _Growth) -> None:
        self.growth = growth
        self.blocks: list[list[str]] = [[growth.make_name(12)]]
        self.room: list[list[str]] = []
        self.slugs: dict[str, str] = {}

    def add(self, heading: str | None, paragraphs: int, *, paged: str) -> None:
        """Add a part or a section: its heading, and so many paragraphs."""
        if heading is not None:
            self.blocks.append([heading])
        for _ in range(paragraphs):
            self.blocks.append([self.growth.make_sentence()])
            self.room.append(self.blocks[-1])
        if paged:
            self.slugs[paged] = f"s{paged.replace('.', '-')}"
