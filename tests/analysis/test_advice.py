"""Is what the gate advises true of the number that it is about?"""

from __future__ import annotations

from pathlib import Path

import pytest

from chuxiong_site.analysis.advice import advise
from chuxiong_site.analysis.numerals import read_numerals
from sample_projects import analyse_content, copy_fixture, replace_in, reseal


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("满意率98.2%", "98.2%", "写成 [98.2%]{fact=指标标识}，还没有名称就写 [98.2%]{fact}；只是名称或固定说法的一部分，就写 [98.2%]{numeral=idiom}。"),
        ("办结361项", "361项", "写成 [361项]{fact=指标标识}，还没有名称就写 [361项]{fact}；只是名称或固定说法的一部分，就写 [361项]{numeral=idiom}。"),
        ("拨打67890", "67890", "写成 [67890]{fact=指标标识}，还没有名称就写 [67890]{fact}；是编号、号码，就写 [67890]{numeral=document_number}。"),
        ("拨打６７８９０", "６７８９０", "写成 [６７８９０]{fact=指标标识}，还没有名称就写 [６７８９０]{fact}；是编号、号码，就写 [６７８９０]{numeral=document_number}。"),
        ("始于2000", "2000", "写成 [2000]{fact=指标标识}，还没有名称就写 [2000]{fact}；是年份，就写 [2000]{numeral=year}。"),
        ("纪念8.13", "8.13", "写成 [8.13]{fact=指标标识}，还没有名称就写 [8.13]{fact}；是事件名里的日期，就写 [8.13]{numeral=event_date}。"),
        ("评分9.95", "9.95", "写成 [9.95]{fact=指标标识}，还没有名称就写 [9.95]{fact}；只是名称或固定说法的一部分，就写 [9.95]{numeral=idiom}。"),
        ("推行“办结20件”", "20件", "它在引号里：只是名称或固定说法的一部分，就写成 [20件]{numeral=idiom}；是数量就写 [20件]{fact=指标标识}，还没有名称就写 [20件]{fact}。"),
        ("“好”的有20件", "20件", "写成 [20件]{fact=指标标识}，还没有名称就写 [20件]{fact}；只是名称或固定说法的一部分，就写 [20件]{numeral=idiom}。"),
        ("占三千分之一", "三千分之一", "它没有一个确定的值，不能标成数字；写成 [三千分之一]{numeral=idiom}。"),
        ("投资两亿3000万元", "两亿3000万元", "它没有一个确定的值，不能标成数字；写成 [两亿3000万元]{numeral=idiom}。"),
    ],
)  # fmt: skip
def test_advice(text: str, words: str, expected: str) -> None:
    """A percentage is no document number; a bare number may be one; what has no value is no fact."""
    numeral = next(n for n in read_numerals(text) if n.text == words)
    assert advise(text, numeral) == expected


@pytest.mark.parametrize("words", ["96.5%", "96项", "86420", "三千分之一", "1/10万", "百分之几"])
def test_what_is_advised_is_accepted(words: str, tmp_path: Path) -> None:
    """The tag that is not a fact, pasted as advised, leaves nothing to say."""
    content = copy_fixture("small", tmp_path)
    replace_in(content / "reports/2023.txt", "服务人员不足", f"{words}还不够")
    replace_in(content / "reports/2023.md", "[服务人员不足]", f"[{words}还不够]")
    reseal(content / "reports/2023.md")
    [problem] = analyse_content(content)[1]
    assert problem.code == "E401"
    tag = problem.hint[problem.hint.rindex("[") : problem.hint.rindex("}") + 1].replace("整个说法", words)
    replace_in(content / "reports/2023.md", f"[{words}还不够]", f"[{tag}还不够]")
    assert analyse_content(content)[1] == []
