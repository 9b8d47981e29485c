"""Is every number of a raw text answered for in the copy that is made of it, and nothing guessed?"""

from __future__ import annotations

import re

from chuxiong_site.content.structure_raw import structure_raw
from chuxiong_site.drafting.starting import NewReport, Source, compute_new_project, compute_new_report
from chuxiong_site.drafting.starting.annotate import render_copy
from chuxiong_site.drafting.starting.doubts import find_why_no_report
from chuxiong_site.drafting.starting.site_files import drop_numbers
from chuxiong_site.model.raw_report import Missing, MissingKind

HEAD = "青禾州2024年植树情况报告\n"


def start(text: str, missing: tuple[Missing, ...] = ()) -> NewReport:
    """Return a new report of a text."""
    raw = structure_raw(text)
    assert raw is not None
    return compute_new_report(
        raw, Source(name="a.txt", data=text.encode(), is_exact=True, missing=missing), "2024"
    )


def body_of(report: NewReport) -> str:
    """Return the annotated copy without its head."""
    return render_copy(report).split("---\n", 2)[2].strip()


def test_every_quantity_is_a_fact_without_a_name() -> None:
    """Quantities become facts, years and ordinals stay as they are."""
    text = f"{HEAD}2024年第三批植树132.87万棵，成活率98.22%，惠及群众三千余人，各级各部门都很满意，干部群众的积极性很高。\n"
    assert "2024年第三批植树[132.87万棵]{fact}，成活率[98.22%]{fact}，惠及群众[三千余人]{fact}" in body_of(
        start(text)
    )


def test_what_nobody_reads_is_said_to_be_unread() -> None:
    """A number without a value is waived as unread and named with its line; it is never called anything else."""
    report = start(f"{HEAD}\n各位代表：\n一、总体情况\n2×35万千瓦机组投产。\n")
    assert "[2×35万千瓦]{numeral=unread}机组投产。" in body_of(report)
    [doubt] = [doubt for doubt in report.doubts if "没有读出来的数" in doubt.found]
    assert (doubt.line, "【2×35万千瓦】" in doubt.found) == (5, True)


def test_hidden_characters_stay() -> None:
    """The copy has the characters of the page that nobody sees, inside and outside of tags."""
    text = f"{HEAD}各位代表：\n全州植树5\u200b00棵\u200b，成活率98%。\n"
    copy = body_of(start(text))
    assert "植树[5\u200b00棵]{fact}\u200b，成活率[98%]{fact}。" in copy
    assert re.sub(r"\]\{fact\}|\[", "", copy).replace("\n\n", "\n") == text.strip()


def test_what_is_missing_has_its_line() -> None:
    """An image and an attachment stand after the line after which the page has them; their names bring no brackets."""
    missing = (
        Missing(kind=MissingKind.IMAGE, words="图[1](a)", after_line=3),
        Missing(kind=MissingKind.ATTACHMENT, words="", after_line=4),
    )
    copy = body_of(start(f"{HEAD}各位代表：\n一、总体情况\n植树500棵。\n", missing))
    assert copy.endswith("一、总体情况\n\n![图［1］（a）](missing)\n\n植树[500棵]{fact}。\n\n![](missing)")


def test_fields_that_the_page_leaves_empty_stay_empty() -> None:
    """What the signature says is written down where the page has no such field, and not where it left it empty."""
    body = f"{HEAD}各位代表：\n植树500棵，各级各部门认真落实各项要求，便民服务的质量和效率都有提高。\n青禾州林业局\n2025年1月8日\n"
    assert "publisher: 青禾州林业局\n" in render_copy(start(body))
    assert 'publisher: ""\n' in render_copy(start(f"索引号：甲 | 发布机构： |\n{body}"))


def test_the_files_of_a_project() -> None:
    """A project has all that `check` asks for, named after whose report it is; the capture is the text, byte for byte."""
    report = start(f"{HEAD}各位代表：\n植树500棵。\n青禾州林业局\n2025年1月8日\n")
    project = compute_new_project((report,), "", "chuxiong-site")
    assert project.name == "青禾州林业局"
    assert project.files["content/reports/2024.txt"] == report.source.data
    content = {name for name in project.files if name.startswith("content/")}
    assert content == {f"content/{name}" for name in (
        "site.yaml", "indicators.yaml", "charts.yaml", "checks.yaml", "terms.yaml", "dictionary.txt",
        "reports/2024.md", "reports/2024.txt",
    )}  # fmt: skip
    assert "青禾州林业局发布的原文为准" in project.files["content/site.yaml"].decode()


def test_names_hold_for_all_years() -> None:
    """Words for the whole site have no year and no digit."""
    assert drop_numbers("青禾州2024年度植树情况报告") == "青禾州植树情况报告"
    assert drop_numbers("青禾州统计局 国家统计局青禾调查队") == "青禾州统计局、国家统计局青禾调查队"


def test_what_is_no_report() -> None:
    """Texts without enough Hanzi, and those without title, headings and numbers, are told from reports."""
    poem = "春天来了花儿开满山坡孩子们在草地上跑来跑去\n" * 5
    assert "没有标题" in find_why_no_report(start(poem))
    assert "个汉字" in find_why_no_report(start("Annual report 2024\nNothing here.\n"))
    assert "大部分不是汉字" in find_why_no_report(start(poem[:70] + "x" * 2000))
    assert find_why_no_report(start(HEAD + poem)) == ""


def test_headings_that_do_not_count_on_are_said() -> None:
    """A heading out of order is named with its line, for staff to look at."""
    report = start(f"{HEAD}一、总体情况\n植树500棵。\n三、下一步打算\n再植树200棵。\n")
    assert [doubt.line for doubt in report.doubts if "序号" in doubt.found] == [4]
