"""Write the list of what staff must decide in a draft: a YAML file beside it, which `check` does not read.

Numbers that no earlier report has are facts without a name in the copy already: of them only sections and counts are told.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..analysis.part_kinds import describe_heading
from ..model.report import Report
from . import Candidate, Draft, DraftedNumber, OpenSection, Slot
from .annotated_copy import AnnotatedDraft, list_continuing, quote, write_tag
from .slots import quote_number

HEAD = (
    "# 起草的结果，等人来定；把握大的在前面。check 不读这个文件。",
    "# place 是标注稿里的行和列；sentence 是今年的原句，last 是往年的。",
    "# 全部处理完以后，删掉这个文件。",
)
CERTAIN = "# 认定：说的事、范围、时间都与往年相同。对照 sentence 和 last，对的就把 tag 抄到标注稿里。"
ACCEPTED = "# 认定：说的事、范围、时间都与往年相同，标注稿里已经标上。对照 sentence 和 last，不对的改掉。"
DOUBTFUL = "# 存疑：很可能是 candidates 里的第一个。对照原句，对的就把 tag 抄到标注稿里；都不对的，不用动。"
NEW = (
    "# 新的：往年没有见过的数，一节一行。标注稿里已经标成 {fact}，不命名也能发布；要命名，就在 indicators.yaml 里登记它数的是什么，",
    "# 再把 fact 写成 fact=指标标识。没有读出来的（几十万、数百），标的是 numeral=unread。",
)
SECTIONS = (
    "# 没有认准接着上一份哪一节的，网页名是暂定的，不沿用去年的网址。是同一节的，把 candidates 里的 slug 抄到标注稿开头的 sections 里；",
    "# 是新的一节，起个说得清意思的英文名。",
)
LOST = "# 找不到：上一份报告有、这一份里没有认出来的。原文确实不再写的，不用管。"


def render_draft_list(
    draft: Draft, written: AnnotatedDraft, file: str, latest: Report | None, *, accept: bool = False
) -> str:
    """Return the list; `file` is the annotated copy, as staff call it, where the certain ones are named with `accept`."""
    rows = [*HEAD, "", ACCEPTED if accept else CERTAIN, *_render_certain(draft, written, file), ""]
    rows += [*_render_doubtful(draft, written, file), ""]
    rows += [*_render_new(draft, written), ""]
    rows += [LOST, *(["lost:"] if draft.lost else ["lost: []"])]
    rows += [f"  {quote(slot.fact)}: {quote(slot.indicator.name)}" for slot in draft.lost]
    return "\n".join([*rows, *_render_sections(draft), *_render_elements(draft, latest)]) + "\n"


def list_doubtful(draft: Draft) -> tuple[DraftedNumber, ...]:
    """Return the numbers that may state known facts, the plainest first: few doubts, then great likeness."""
    doubtful = [drafted for drafted in draft.numbers if drafted.candidates]
    return tuple(sorted(doubtful, key=lambda drafted: _rank(drafted.candidates[0])))


def list_certain(draft: Draft) -> tuple[DraftedNumber, ...]:
    """Return the certain numbers, those most like last year's first."""
    return tuple(sorted((f for f in draft.numbers if f.certain), key=lambda drafted: -drafted.score))


def list_new(draft: Draft) -> dict[str, list[DraftedNumber]]:
    """Return section number → its numbers that no earlier report comes near, in the order of the text."""
    sections: dict[str, list[DraftedNumber]] = {}
    for drafted in draft.numbers:
        if drafted.is_new:
            sections.setdefault(drafted.contexts[0].section, []).append(drafted)
    return sections


def _rank(candidate: Candidate) -> tuple[int, float]:
    return len(candidate.doubts), -candidate.score


def describe_draft(draft: Draft, written: AnnotatedDraft, file: str) -> str:
    """Return the command's output for a draft: counts of certain, doubtful and new numbers, and their places."""
    doubtful, new = list_doubtful(draft), list_new(draft)
    certain = sum(len(drafted.certain) for drafted in draft.numbers)
    counts = (
        ("认定", certain, "个数字"),
        ("存疑", len(doubtful), "个数"),
        ("新的", sum(map(len, new.values())), "个数"),
    )
    first = "，".join(f"{word} {count} {unit}" for word, count, unit in counts)
    rows = [f"{first}，上一份有而这一份没认出 {len(draft.lost)} 个。"]
    rows += [
        f"认定　{describe_place(drafted, written, file)}　{drafted.numeral.text}　{_describe_slots(drafted.certain)}"
        for drafted in list_certain(draft)
    ]
    for drafted in doubtful:
        best = drafted.candidates[0]
        guess = f"可能是 {_describe_slots((best.slot,))}：{'；'.join(best.doubts)}"
        rows.append(f"存疑　{describe_place(drafted, written, file)}　{drafted.numeral.text}　{guess}")
    rows += [f"新的　第 {number} 节　{_describe_new(found, written)}" for number, found in new.items()]
    rows += [f"没有　{slot.fact}　{slot.indicator.name}" for slot in draft.lost]
    rows += [_describe_section(section) for section in draft.open_sections]
    return "\n".join(rows)


def _describe_slots(slots: tuple[Slot, ...]) -> str:
    """Return ids with what an earlier report has of each: deputies-proposals（2023 年 84件）."""
    return "、".join(f"{slot.id}（{slot.report} 年 {slot.contexts[0].numeral.text}）" for slot in slots)


def _describe_section(section: OpenSection) -> str:
    """Return a row of what the command says: which sections of the latest report it may continue."""
    names = "、".join(f"「{other.heading}」（{other.slug or '没有网页'}）" for other in section.candidates)
    guess = f"存疑，可能接着上一份的{names}" if names else "上一份没有标题相近的"
    return f"分节　第 {section.number} 节「{section.heading}」　{guess}"


def describe_place(drafted: DraftedNumber, written: AnnotatedDraft, file: str) -> str:
    """Return file:line:column."""
    line, column = written.places[drafted.numeral.span]
    return f"{file}:{line}:{column}"


def describe_sentence(draft: Draft, drafted: DraftedNumber) -> str:
    """Return the sentence of a number, the number in 【】, cut on both sides."""
    span = drafted.numeral.span
    section = next(s for s in draft.raw.sections if s.number == drafted.contexts[0].section)
    sentence = next(s for s in section.sentences if s.contains(span))
    return quote_number(draft.raw.body, sentence, span)


def _render_certain(draft: Draft, written: AnnotatedDraft, file: str) -> list[str]:
    rows = ["certain:" if list_certain(draft) else "certain: []"]
    for drafted in list_certain(draft):
        rows += [
            f"  - tag: {quote(write_tag(drafted, drafted.certain))}",
            f"    place: {quote(describe_place(drafted, written, file))}",
            f"    sentence: {quote(describe_sentence(draft, drafted))}",
            f"    last: {quote(_describe_last(drafted.certain[0]))}",
        ]
    return rows


def _describe_last(slot: Slot) -> str:
    return f"{slot.report} 年：{slot.quote}"


def _render_doubtful(draft: Draft, written: AnnotatedDraft, file: str) -> list[str]:
    doubtful = list_doubtful(draft)
    rows = [DOUBTFUL, "doubtful:" if doubtful else "doubtful: []"]
    for drafted in doubtful:
        rows += [
            f"  - place: {quote(describe_place(drafted, written, file))}",
            f"    sentence: {quote(describe_sentence(draft, drafted))}",
            "    candidates:",
        ]
        for candidate in drafted.candidates:
            rows += _render_candidate(drafted, candidate)
    return rows


def _render_candidate(drafted: DraftedNumber, candidate: Candidate) -> Iterator[str]:
    yield f"      - tag: {quote(write_tag(drafted, (candidate.slot,)))}"
    yield f"        last: {quote(_describe_last(candidate.slot))}"
    if candidate.doubts:
        yield f"        doubt: {quote('；'.join(candidate.doubts))}"


def _render_new(draft: Draft, written: AnnotatedDraft) -> list[str]:
    """Return a row for each section: its heading, how many of its numbers are new, and where they stand."""
    new = list_new(draft)
    headings = {section.number: describe_heading(draft.raw.body, section) for section in draft.raw.sections}
    rows = [*NEW, "new:" if new else "new: {}"]
    for number, found in new.items():
        heading = f"「{headings[number]}」" if headings[number] else ""
        rows.append(f'  "{number}": {quote(heading + _describe_new(found, written))}')
    return rows


def _describe_new(found: list[DraftedNumber], written: AnnotatedDraft) -> str:
    """Return how many numbers are new, in which lines, and how many of them are not read."""
    lines = [written.places[drafted.numeral.span][0] for drafted in found]
    where = f"第 {lines[0]} 行" if lines[0] == lines[-1] else f"第 {lines[0]}—{lines[-1]} 行"
    unread = sum(drafted.numeral.value is None for drafted in found)
    return f"{len(found)} 个数，{where}" + f"；其中 {unread} 个没有读出来" * bool(unread)


def _render_sections(draft: Draft) -> list[str]:
    """Name the sections that continue none for certain, with those they may continue."""
    rows = ["", *SECTIONS, "sections:"] if draft.open_sections else []
    for section in draft.open_sections:
        rows += [f'  - number: "{section.number}"', f"    heading: {quote(section.heading)}"]
        rows += [f"    slug: {section.slug}"] * bool(section.slug)
        rows += ["    candidates:" if section.candidates else "    candidates: []  # 没有标题相近的"]
        for other in section.candidates:
            rows += [f'      - number: "{other.number}"', f"        heading: {quote(other.heading)}"]
            rows += [f"        slug: {other.slug}"] * bool(other.slug)
    return rows


def _render_elements(draft: Draft, latest: Report | None) -> list[str]:
    """Name the elements of last year whose sections were not found again."""
    elements = latest.elements if latest else {}
    open_ones = [
        name for name, sections in elements.items() if sections and not list_continuing(draft, sections)
    ]
    if not open_ones:
        return []
    return [
        "",
        "# 要素对照里没有填的：原来写在的那一节没有认出来。",
        "elements:",
        *(f"  - {quote(n)}" for n in open_ones),
    ]
