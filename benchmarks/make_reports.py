"""Write a content folder of N consistent reports of consecutive years, of any length: everything in it is invented.

    python benchmarks/make_reports.py FOLDER [--reports N] [--paragraphs N]

Right by construction: capture and annotated text agree, every number is tagged, sums, shares and changes hold, and
what a report says of the year before is what that year's report says. So `build` ends with 0, whatever the size.
The same arguments write the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from random import Random
from typing import Any

LAST_YEAR = 2023
FIRST_YEAR = 1800
"""A report is named by its year, and no number before is read as one: so many reports fit in a site."""
MOST = LAST_YEAR - FIRST_YEAR + 1
EVERY = 20
"""Of the extra paragraphs, every twentieth states a number."""
NUMERALS = "一二三四五六七八"
WORK = {
    "services": ("政务服务", "群众来件"),
    "disputes": ("纠纷化解", "矛盾纠纷"),
    "rules": ("制度建设", "文件草案"),
    "oversight": ("监督公开", "公开申请"),
    "enforcement": ("行政执法", "执法案件"),
    "emergency": ("应急处置", "险情线索"),
    "learning": ("学法用法", "学习任务"),
    "digital": ("数字政务", "数据需求"),
}
"""The sections of the first part by slug: what a heading says, and what is counted there."""
GAPS = ("services", "disputes", "enforcement", "digital")
"""The sections that have a section of the second and one of the third part."""
TERMS = (
    "院府会商", "敲门问需", "河畔议事", "青禾云窗", "并联勘察", "轻案快办", "码上监督", "陪同首办", "联席听证", "邻里调处",
)  # fmt: skip
"""Terms that every report holds. Each year has one more of its own."""
WHO = (
    "各县市",
    "州级部门",
    "乡镇窗口",
    "村社区",
    "执法队伍",
    "调解组织",
    "督查专班",
    "服务站点",
    "牵头单位",
    "联络员",
)
HOW = ("持续", "及时", "主动", "逐项", "分类", "联合", "定期", "依法", "公开", "规范", "就近", "按季")
DOES = ("完善", "梳理", "优化", "核查", "公布", "细化", "改进", "落实", "推动", "评估", "衔接", "简化")
WHAT = (
    "办事流程", "责任清单", "服务指南", "协调机制", "公开目录", "执法程序", "调解网络", "应急预案", "数据接口", "反馈渠道",
    "评价办法", "培训安排", "台账管理", "联系制度", "监督方式",
)  # fmt: skip
TAG = re.compile(r"\[([^\[\]]*)\]\{[^{}]*\}")
HEAD = ("首页", "公开目录:依法行政情况报告 | 发布机构:青禾州人民政府办公室 |")
"""What stands above the text on the official page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How much to write."""

    reports: int
    paragraphs: int
    """In each report, beside those that every report has."""

    @property
    def years(self) -> range:
        """The years of the reports, the last one last."""
        return range(LAST_YEAR + 1 - self.reports, LAST_YEAR + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The numbers of one section in one year."""

    found: int
    done: int
    online: int
    onsite: int
    teams: int


def count(section: str, year: int) -> Counted:
    """Return the numbers of a section: more of everything each year."""
    index = list(WORK).index(section)
    found = 900 + 700 * index + (11 + index) * (year - 1000)
    online = 400 + 90 * index + 7 * (year - 1000)
    return Counted(
        found=found,
        done=found - 20 - 3 * index - year % 7,
        online=online,
        onsite=150 + 20 * index + 3 * (year - 1000),
        teams=12 + index + year % 50,
    )


def round_rate(part: int, whole: int, digits: str) -> Decimal:
    """Return a part of a whole in per cent, as an office prints it."""
    return (Decimal(part) / whole * 100).quantize(Decimal(digits), ROUND_HALF_UP)


def state_numbers(section: str, year: int) -> str:
    """Return the sentences of a section that state its numbers, tagged."""
    of, now, before = WORK[section][1], count(section, year), count(section, year - 1)
    total, previous = now.online + now.onsite, before.online + before.onsite
    change = round_rate(total - previous, previous, "0.1")
    return (
        f"全年受理{of}[{now.found}件]{{fact={section}-found}},办结[{now.done}件]{{fact={section}-done}},"
        f"办结率[{round_rate(now.done, now.found, '0.01')}%]{{fact={section}-rate}}。"
        f"解答{of}咨询[{total}次]{{fact={section}-asked}},比上年的[{previous}次]{{fact={section}-asked as=previous}}"
        f"增长[{change}%]{{fact={section}-asked as=change}},其中网上解答[{now.online}次]{{fact={section}-online}}、"
        f"现场解答[{now.onsite}次]{{fact={section}-onsite}}。"
        f"设立{of}专班[{now.teams}个]{{fact={section}-teams}}。"
    )


def make_sentence(random: Random) -> str:
    """Return a sentence of two or three clauses without a number."""
    clauses = (
        "".join(random.choice(words) for words in (WHO, HOW, DOES, WHAT)) for _ in range(random.randint(2, 3))
    )
    return ",".join(clauses) + "。"


def make_paragraph(random: Random, order: int) -> str:
    """Return an extra paragraph; every twentieth states a number that is no named fact."""
    number = f"这项工作组织走访[{random.randint(11, 989)}次]{{fact}}。" if order % EVERY == EVERY - 1 else ""
    return "".join(make_sentence(random) for _ in range(random.randint(1, 2))) + number


def name_own_term(year: int) -> str:
    """Return the term that only the report of a year holds."""
    return "".join("甲乙丙丁戊己庚辛壬癸"[int(digit)] for digit in str(year)) + "行动"


def make_lines(size: Size, year: int) -> Iterator[str]:
    """Yield the lines of a report, tagged."""
    random = Random(year)
    yield f"青禾州{year}年度依法行政情况报告"
    yield f"{year}年,青禾州推行{name_own_term(year)},{make_sentence(random)}"
    yield "一、主要工作"
    for index, section in enumerate(WORK):
        term = TERMS[(index + year) % len(TERMS)]
        yield f"({NUMERALS[index]}){WORK[section][0]}。{state_numbers(section, year)}"
        done = f"[推广{WORK[section][0]}的经验]{{achievement={section}}}。" if section in GAPS else ""
        yield f"建立{term}和{TERMS[index]}制度,{make_sentence(random)}{done}"
        for order in range(index, size.paragraphs, len(WORK)):
            yield make_paragraph(random, order)
    yield "二、存在的问题"
    for index, section in enumerate(GAPS):
        yield f"({NUMERALS[index]}){WORK[section][0]}还有不足。[{WORK[section][1]}办理不够及时]{{problem={section}}}。"
    yield f"三、{year + 1}年工作安排"
    for index, section in enumerate(GAPS):
        yield f"({NUMERALS[index]})改进{WORK[section][0]}。[压缩{WORK[section][1]}的办理时间]{{plan={section}}}。"


def list_sections() -> dict[str, str]:
    """Return the slug of every page of a report by the section's number."""
    return (
        {"0": "preamble"}
        | {f"1.{order}": section for order, section in enumerate(WORK, start=1)}
        | {f"2.{order}": f"problems-{section}" for order, section in enumerate(GAPS, start=1)}
        | {f"3.{order}": f"plan-{section}" for order, section in enumerate(GAPS, start=1)}
    )


def write_report(size: Size, year: int, folder: Path) -> None:
    """Write the capture and the annotated copy of one year."""
    text = "\n".join(make_lines(size, year)) + "\n"
    page = "\n".join((*HEAD, TAG.sub(r"\1", text)))
    front = {
        "disclosure": {
            "index_number": "", "catalogue": "依法行政情况报告", "publisher": "青禾州人民政府办公室", "subject_words": "",
            "published": "", "document_number": "", "title": "", "written": "",
        },
        "source_url": f"https://example.org/qinghe/{year}.html",
        "source_sha256": hashlib.sha256(page.encode()).hexdigest(),
        "body_from_line": len(HEAD) + 1,
        "normalise": ["punctuation", "spaces"],
        "sections": list_sections(),
        "headline": [f"{section}-found" for section in list(WORK)[:4]],
        "doors": {"1": "做了什么", "2": "还差什么", "3": "{year}做什么"},
    }  # fmt: skip
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{year}.txt").write_bytes(page.encode())
    head = json.dumps(front, ensure_ascii=False, indent=1)
    (folder / f"{year}.md").write_bytes(f"---\n{head}\n---\n\n{text}".encode())


INDICATORS = {
    "found": ("受理的{}", "count", "件"),
    "done": ("办结的{}", "count", "件"),
    "rate": ("{}办结率", "share", "%"),
    "asked": ("解答的{}咨询", "count", "次"),
    "online": ("网上解答的{}咨询", "count", "次"),
    "onsite": ("现场解答的{}咨询", "count", "次"),
    "teams": ("设立的{}专班", "count", "个"),
}
"""The indicators of every section by the end of their id: name, measure, unit."""


def describe_indicators(section: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the catalogue's entries of one section."""
    for ending, (name, measure, unit) in INDICATORS.items():
        yield (
            f"{section}-{ending}",
            {
                "name": name.format(WORK[section][1]),
                "measure": measure,
                "unit": unit,
                "scope": "青禾州",
                "theme": section,
            },
        )


def describe_checks(section: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the checks of one section."""
    of = WORK[section][1]
    yield (
        f"{section}-rate",
        {
            "kind": "ratio",
            "name": f"{of}办结率 = 办结 ÷ 受理",
            "rate": f"{section}-rate",
            "part": f"{section}-done",
            "whole": f"{section}-found",
        },
    )
    yield (
        f"{section}-asked",
        {
            "kind": "sum",
            "name": f"{of}咨询 = 网上 + 现场",
            "total": f"{section}-asked",
            "parts": [f"{section}-online", f"{section}-onsite"],
        },
    )
    yield (
        f"{section}-growth",
        {"kind": "growth", "name": f"{of}咨询的增长", "indicator": f"{section}-asked"},
    )


def describe_charts(section: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the charts of one section: a part of a whole, and the years."""
    of = WORK[section][1]
    yield (
        f"{section}-done",
        {
            "form": "part_of_whole",
            "title": f"{of}受理{{{section}-found}}，办结{{{section}-done}}",
            "note": f"办结率为{{{section}-rate}}。",
            "indicators": [f"{section}-{ending}" for ending in ("found", "done", "rate")],
            "emphasis": f"{section}-done",
        },
    )
    yield (
        f"{section}-years",
        {
            "form": "trend",
            "title": f"解答{of}咨询{{{section}-asked}}",
            "indicators": [f"{section}-asked"],
        },
    )


def write_project(size: Size, folder: Path) -> None:
    """Write the whole content folder."""
    terms = [*TERMS, *map(name_own_term, size.years)]
    files: dict[str, Any] = {
        "site.yaml": {
            "name": "青禾年报站",
            "notice": "地名、机构和数字都是编的，只用来测量。",
            "description": "青禾州依法行政年度报告的可读版，只用来测量。",
            "changes": [
                {"date": f"{year + 1}-03-01", "report": str(year), "text": "加入这份报告。"}
                for year in size.years
            ],
        },
        "indicators.yaml": {
            "themes": {section: heading for section, (heading, _) in WORK.items()},
            "indicators": {id: entry for section in WORK for id, entry in describe_indicators(section)},  # noqa: A001
        },
        "checks.yaml": {
            "checks": {id: entry for section in WORK for id, entry in describe_checks(section)}  # noqa: A001
        },
        "charts.yaml": {
            "charts": {id: entry for section in WORK for id, entry in describe_charts(section)}  # noqa: A001
        },
        "terms.yaml": {
            "terms": {term: {"definition": f"{term}，是指测量时用的一项安排。", "source": "《青禾州测量办法》"} for term in terms}
        },
    }  # fmt: skip
    folder.mkdir(parents=True, exist_ok=True)
    for name, value in files.items():
        (folder / name).write_bytes((json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode())
    (folder / "dictionary.txt").write_bytes("".join(f"{term} nz\n" for term in terms).encode())
    for year in size.years:
        write_report(size, year, folder / "reports")


def main(arguments: Sequence[str]) -> int:
    """Write what was asked for."""
    parser = argparse.ArgumentParser(description="写出若干份前后相符、全是编的报告，供测量用。")
    parser.add_argument("folder", type=Path, help="新的内容文件夹")
    parser.add_argument("--reports", type=int, default=1, help=f"几份，各是连着的一年；默认 1，最多 {MOST}")
    parser.add_argument("--paragraphs", type=int, default=0, help="每份另加几段；默认 0")
    chosen = parser.parse_args(arguments)
    if not 1 <= chosen.reports <= MOST:
        parser.error(f"--reports 是 1 到 {MOST}：一份报告占一年，{FIRST_YEAR} 年以前的数字不当年份读")
    write_project(Size(reports=chosen.reports, paragraphs=chosen.paragraphs), chosen.folder)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
