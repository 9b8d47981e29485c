"""Are title, publisher, dates and year of a raw text found, and what is not sure left empty and said?"""

from __future__ import annotations

import pytest

from built import FIXTURES
from chuxiong_site.content.read_raw import read_raw
from chuxiong_site.content.structure_raw import structure_raw
from chuxiong_site.model.raw_report import RawHead

PROSE = "全州各级各部门认真落实各项要求，便民服务的质量和效率都有提高，群众反映良好，企业也更加满意。"


def read_head(*lines: str) -> RawHead:
    """Return the head of a text of these lines."""
    raw = structure_raw("\n".join(lines) + "\n")
    assert raw is not None
    return raw.head


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["政 府 工 作 报 告", "各位代表：", PROSE], "政府工作报告"),
        (["# 2024年青禾州卫生统计公报", "关于卫生统计的公报", PROSE], "2024年青禾州卫生统计公报"),
        (["青禾州人民政府", "关于2024年度植树情况的报告", PROSE], "青禾州人民政府关于2024年度植树情况的报告"),
        (["青禾州2024年度", "工作报告", "各位代表：", PROSE], "青禾州2024年度工作报告"),
        (["政府工作报告。 青禾日报记者 林禾 摄", "政府工作报告", "（2024年1月9日在青禾州第九届人民代表大会第三次会议上）", PROSE], "政府工作报告"),
        (["首页 > 政务公开 > 工作报告", "青禾州2024年工作总结", PROSE], "青禾州2024年工作总结"),
        (["青禾州2024年统计公报[1]", PROSE], "青禾州2024年统计公报[1]"),
        (["青禾州2024年度便民服务情况", "各位代表，同志们：", "一、总体情况"], "青禾州2024年度便民服务情况"),
        ([f"2024年政府工作报告——2024年1月9日在青禾州第九届人民代表大会第三次会议上　　各位代表：{PROSE}"], "2024年政府工作报告"),
    ],
)  # fmt: skip
def test_titles(lines: list[str], title: str) -> None:
    """A title may be spread, on two lines, marked, repeated under a credit; salutations and paths are none."""
    assert read_head(*lines).title == title


@pytest.mark.parametrize("lines", [["2024 [1]", "青禾州统计局", PROSE], ["一、总体情况", PROSE]])
def test_a_damaged_title_is_not_guessed(lines: list[str]) -> None:
    """Where no line surely is the title it is empty, and the first line is named for staff to look at."""
    head = read_head(*lines)
    assert head.title == ""
    assert any("没有认准标题" in doubt.found and doubt.line == 1 for doubt in head.doubts)


@pytest.mark.parametrize(
    ("lines", "publisher"),
    [
        (["发布机构：青禾州统计局 | ", "2024年统计公报", PROSE], "青禾州统计局"),
        (["2024年统计公报", "青禾州统计局 国家统计局青禾调查队", "2025年3月28日", PROSE], "青禾州统计局 国家统计局青禾调查队"),
        (["青禾州林业局关于2024年植树情况的报告", PROSE], "青禾州林业局"),
        (["工作报告", "青禾州人民政府州长　林　禾", "各位代表：", PROSE], "青禾州人民政府"),
        (["2024年工作总结", PROSE, "青禾州水利局", "2025年1月5日"], "青禾州水利局"),
        (["2024年工作总结", PROSE, "青禾州水利局2025年1月5日"], "青禾州水利局"),
        (["青禾州生态环境状况公报", PROSE], ""),
        (["发布机构： | ", "青禾州林业局关于2024年植树情况的报告", PROSE], ""),
    ],
)  # fmt: skip
def test_publishers(lines: list[str], publisher: str) -> None:
    """The publisher comes from the fields, the title, the lines under it or the signature; a field left empty stays so."""
    assert read_head(*lines).publisher == publisher


@pytest.mark.parametrize(
    ("lines", "year"),
    [
        (["青禾州2023年度工作报告", "发布时间：2024-01-20", PROSE], "2023"),
        (["政府工作报告", "——２０１３年２月２８日在青禾州第九届人民代表大会第三次会议上", PROSE], "2013"),
        (["生态环境状况公报", "2024年度", PROSE], "2024"),
        (["统计公报", "2025年3月28日", PROSE], ""),
        (["青禾州2023年执行情况与2024年计划草案的报告", PROSE], ""),
    ],
)
def test_years(lines: list[str], year: str) -> None:
    """The year is that of the title, else of the meeting, else of a line that is nothing but a year; no date gives it."""
    assert read_head(*lines).year == year


def test_two_years_in_a_title_are_said() -> None:
    """A title with two years leaves the choice to staff."""
    head = read_head("青禾州2023年执行情况与2024年计划草案的报告", PROSE)
    assert any("2023、2024" in doubt.found for doubt in head.doubts)


def test_dates() -> None:
    """The day of publication, of the signature and of the meeting are told apart, as printed."""
    head = read_head(
        "工作报告",
        "（2024年1月9日在青禾州第九届人民代表大会第三次会议上）",
        PROSE,
        "青禾州水利局",
        "2025年1月5日",
    )
    assert (head.spoken, head.published, head.written) == ("2024年1月9日", "", "2025年1月5日")
    assert read_head("2024年工作总结", "发布时间：2025-02-03 10:20", PROSE).published == "2025-02-03"


def test_two_reports_in_one_text_are_said() -> None:
    """A second title far below the first is named with its line."""
    middle = [PROSE] * 14
    head = read_head("青禾州2023年度工作报告", *middle, "青禾州2024年度工作报告", *middle)
    assert [(doubt.line, "又有一行像是标题" in doubt.found) for doubt in head.doubts] == [(16, True)]


def test_a_page_of_an_office() -> None:
    """Of a saved page all is found that its table of fields and its signature say."""
    text, _ = read_raw(FIXTURES / "raw" / "openness.html")
    assert text is not None
    raw = structure_raw(text.text)
    assert raw is not None
    assert raw.head.title == "青禾州民生服务局2024年度政务公开工作报告"
    assert (raw.head.publisher, raw.head.published, raw.head.written) == (
        "青禾州民生服务局",
        "2025年01月20日",
        "2025年1月20日",
    )
    assert raw.disclosure["index_number"] == "QH-0099-2025-00012"
    assert raw.disclosure["document_number"] == ""
