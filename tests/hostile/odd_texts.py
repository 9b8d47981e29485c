"""Raw texts of reports that nobody wrote: every kind of outline, line, table and mark, mixed by chance."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

TITLES = (
    "青禾州2024年度{kind}", "青 禾 州 {kind}", "关于青禾州2024年工作的{kind}", "# 青禾州2024年{kind}",
    "2024年{kind}——2024年2月3日在青禾州第三次会议上",
)  # fmt: skip
KINDS = ("工作报告", "统计公报", "年报", "总结", "情况公报")
SUBTITLES = ("——2024年2月3日在青禾州第三次会议上", "（2024年2月3日）", "青禾州统计局", "州长　林　禾", "")
HAN = "一二三四五六七八九十"
SUBJECTS = ("项目建设", "民生保障", "道路养护", "办件受理", "粮食生产", "植树造林", "人居环境", "数字服务")
UNITS = ("件", "万件", "亿元", "人次", "个", "%", "个百分点", "公里", "万亩", "户", "万人", "家", "‰", "吨")
CLAUSES: tuple[Callable[[random.Random], str], ...] = (
    lambda r: f"{r.choice(SUBJECTS)}完成{r.randint(1, 99999)}{r.choice(UNITS)}",
    lambda r: f"{r.choice(SUBJECTS)}率达到{r.randint(1, 99)}.{r.randint(0, 99):02}%",
    lambda r: f"比上年增长{r.randint(1, 40)}.{r.randint(0, 9)}%",
    lambda r: f"由{r.randint(10, 30)}个工作日压缩到{r.randint(1, 9)}个工作日",
    lambda r: f"其中{r.choice(SUBJECTS)}{r.randint(1, 9)}—{r.randint(10, 20)}项",
    lambda r: f"（{r.choice(SUBJECTS)}[{r.randint(1, 9)}]除外）",
    lambda r: f"“{r.choice(HAN)}个{r.choice(SUBJECTS)}”深入推进",
    lambda r: f"三次产业结构为{r.randint(1, 30)}：{r.randint(1, 40)}：{r.randint(1, 60)}",
    lambda r: f"到20{r.randint(20, 30)}年建成{r.choice(HAN)}十余处{r.choice(SUBJECTS)}点",
    lambda r: f"{r.choice(SUBJECTS)} {r.randint(1, 900)} {r.choice(UNITS)}",
    lambda r: f"人均{r.choice(SUBJECTS)}{r.randint(1, 9)}万{r.randint(1, 9)}千元",
    lambda r: f"拨打12345热线{{{r.randint(1, 9)}}}次",
    lambda r: f"约{r.randint(2, 9)}成群众参加*{r.choice(SUBJECTS)}*",
)
FORMS: tuple[Callable[[int], str], ...] = (
    lambda n: f"第{HAN[n]}章　", lambda n: f"{HAN[n]}、", lambda n: f"{HAN[n]}．", lambda n: f"{HAN[n]} ",
    lambda n: f"（{HAN[n]}）", lambda n: f"({HAN[n]})", lambda n: f"{n + 1}. ", lambda n: f"{n + 1}、",
    lambda n: f"（{n + 1}）", lambda n: f"## {HAN[n]}、", lambda n: f"{HAN[n]}是", lambda _: "——", lambda _: "",
)  # fmt: skip
ENDS = (
    "各位代表！让我们共同努力。",
    "青禾州人民政府\n2024年2月3日",
    "附件1：名单\n甲、乙。",
    "注释：\n[1]甲指乙。\n[2]丙为初步数。",
)


def write_odd_text(seed: int) -> str:
    """Return a text; the same seed gives the same one."""
    chance = random.Random(seed)
    title = chance.choice(TITLES).format(kind=chance.choice(KINDS))
    lines = [title, chance.choice(SUBTITLES), *_write_sections(chance)]
    if chance.random() < 0.5:
        lines += chance.choice(ENDS).split("\n")
    if chance.random() < 0.25:
        lines = list(_add_pages(chance, lines))
    if chance.random() < 0.3:
        lines = list(_wrap(lines, chance.randint(18, 40)))
    joint = chance.choice(("\n", "\n\n", "\n", "\r\n"))
    if chance.random() < 0.08:
        return "".join(f"　　{line}" for line in lines if line)
    return joint.join(lines) + "\n"


def _write_sections(chance: random.Random) -> Iterator[str]:
    outer, inner = chance.choice(FORMS), chance.choice(FORMS)
    if chance.random() < 0.4:
        yield "各位代表：　　" if chance.random() < 0.2 else "各位代表："
        yield _write_paragraph(chance)
    for part in range(chance.randint(0, 6)):
        skipped = chance.random() < 0.05
        yield f"{outer(min(9, part + skipped))}{chance.choice(SUBJECTS)}{chance.choice(('', '。' + _write_paragraph(chance)))}"
        for section in range(chance.choice((0, 0, 2, 4))):
            yield f"{inner(section)}{chance.choice(SUBJECTS)}。{_write_paragraph(chance)}"
            if chance.random() < 0.3:
                yield from _write_table(chance)
        for _ in range(chance.randint(0, 3)):
            yield chance.choice(("", "　　", "  ", "\t")) + _write_paragraph(chance)
        if chance.random() < 0.2:
            yield chance.choice(
                ("图 1 示意", "表1 项目情况", "（单位：万元）", "![x](missing)", "***", "---", "[甲]{乙}")
            )


def _write_paragraph(chance: random.Random) -> str:
    clauses = [chance.choice(CLAUSES)(chance) for _ in range(chance.randint(1, 8))]
    return "".join(f"{clause}{chance.choice('，，，；。、')}" for clause in clauses)[:-1] + chance.choice(
        "。。。；"
    )


def _write_table(chance: random.Random) -> Iterator[str]:
    width, mark = chance.randint(2, 5), chance.choice(("\t", " | "))
    head = [
        "项目",
        *(f"20{20 + n}年" if chance.random() < 0.5 else chance.choice(SUBJECTS) for n in range(width)),
    ]
    rows = [head, *(_write_row(chance, width) for _ in range(chance.randint(1, 5)))]
    yield chance.choice(("表1 情况", "单位：万人", ""))
    for index, row in enumerate(rows):
        line = mark.join(row)
        yield f"| {line} |" if mark == " | " else line
        if index == 0 and mark == " | ":
            yield "|" + " --- |" * len(row)


def _write_row(chance: random.Random, width: int) -> list[str]:
    figures = ("", "-", str(chance.randint(0, 9999)), "3.5%")
    return [chance.choice(SUBJECTS), *(chance.choice(figures) for _ in range(width))]


def _add_pages(chance: random.Random, lines: list[str]) -> Iterator[str]:
    page = 0
    for line in lines:
        yield line
        if chance.random() < 0.2:
            page += 1
            yield from ("", chance.choice(("—{}—", "- {} -", "{}", "第{}页")).format(page), "青禾州公报", "")


def _wrap(lines: list[str], width: int) -> Iterator[str]:
    for line in lines:
        yield from (line[at : at + width] for at in range(0, max(1, len(line)), width))
