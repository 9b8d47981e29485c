"""Does search, as shipped, find every piece of the text and every fact, and nothing else?"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from typing import Any
from urllib.parse import quote

import pytest
from search_queries import Spelling, list_absent, list_pieces, list_spellings

from amount_cases import AMOUNTS
from built import BuiltSite
from chuxiong_site.analysis.numerals import read_numerals
from chuxiong_site.model.display_names import QUALIFIER_NAMES
from chuxiong_site.model.findings import Fact
from chuxiong_site.model.measures import MEASURES

pytestmark = pytest.mark.browser

ASK = """(queries) => queries.map((query) => {
  const found = window.chuxiongSearch.find(query);
  return {
    mode: found.mode, kept: found.kept, dropped: found.dropped,
    sentences: found.sentences.map((hit) => hit.text),
    marked: found.sentences.map((hit) => hit.ranges.map((range) => hit.text.slice(range[0], range[1]))),
    numbers: found.numbers.map((fact) => fact.id),
    values: found.numbers.map((fact) => fact.value),
    indicators: found.indicators.map((fact) => fact.id),
    absent: found.absent, nearest: found.nearest.map((fact) => fact.id), otherYear: found.asksForOtherYear,
    terms: found.terms.map((term) => term.word), lacking: found.lacking,
    answers: found.answers.map((fact) => fact.report.id + " " + fact.id), pages: found.pages.map((page) => page.path),
  };
})"""
READ = "(words) => words.map((word) => chuxiongSearch.readNumber(chuxiongSearch.form(word).loose))"
HOSTILE = (
    "", " ", "　", "\u200b", ".*", "(", "[a-z]+", "\\", "^$", "(?<=a)", "a{99999}", "%", "%E5%8", "%zz", "+",
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>", "javascript:alert(1)",
    "{{7*7}}", "' OR 1=1 --", "😀", "😀化解率", "\ud83d", "化\ude00解", "constructor", "__proto__", "toString", "\x00",
    "法" * 10_000, "矛盾纠纷化解率是多少" * 1_000, "1" * 10_000, "九" * 10_000, "亿" * 500, "1万" * 3_000, "\u202e化解",
)  # fmt: skip


@pytest.fixture(scope="module")
def page(stay: Any) -> Any:
    """Open the search page from its folder."""
    return stay().open("search.html?q=a")


def ask(page: Any, *queries: str) -> list[dict[str, Any]]:
    """Return what the shipped script finds for each query."""
    return list(page.evaluate(ASK, list(queries)))


def normalise(text: str) -> str:
    """Make texts alike by other means than the script's: compatibility forms, case, no spaces, no thousands marks."""
    text = "".join(unicodedata.normalize("NFKC", text).casefold().split())
    text = text.replace("“", '"').replace("”", '"').replace("—", "-")
    return re.sub(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))", "", text)


def holds(text: str, piece: str) -> bool:
    """Say whether a text has a piece literally; what is only figures, as a number of its own."""
    if re.fullmatch(r"[0-9][0-9.]*[万亿]*%?", piece) is None:
        return piece in text
    ends = r"(?!\.?[0-9])" if piece[-1].isdigit() else ""
    return re.search(rf"(?<![0-9])(?<![0-9]\.){re.escape(piece)}{ends}", text) is not None


def list_sentences(site: BuiltSite) -> list[str]:
    """Return every sentence of the reports as readers see it."""
    return [
        report_findings.report.display.of(span)
        for report_findings in site.findings.reports
        for section in report_findings.report.sections
        for span in section.sentences
    ]


def list_facts(site: BuiltSite) -> list[Fact]:
    """Return the facts of all reports."""
    return [fact for report_findings in site.findings.reports for fact in report_findings.facts]


def test_every_piece_of_a_sentence_is_found(page: Any, built_site: BuiltSite) -> None:
    """Strings cut from the middle of sentences find every sentence that holds them, and no other."""
    sentences = list_sentences(built_site)
    pieces = list_pieces(sentences)
    assert len(pieces) >= 300

    for piece, found in zip(pieces, ask(page, *pieces), strict=True):
        assert set(found["sentences"]) == {
            text for text in sentences if holds(normalise(text), normalise(piece))
        }, piece
        assert all(normalise(piece) in normalise(text) for text in found["sentences"]), piece
        assert all(marked for marked in found["marked"]), piece


def test_every_piece_is_found_in_other_forms(page: Any, built_site: BuiltSite) -> None:
    """Full-width letters and marks, capitals, ASCII marks and spaces between Hanzi change nothing."""
    pieces = list_pieces(list_sentences(built_site))[::3]
    wide = [piece.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)}) for piece in pieces]
    narrow = [unicodedata.normalize("NFKC", piece).upper() for piece in pieces]
    spaced = [" ".join(piece) if not any(char.isascii() for char in piece) else piece for piece in pieces]
    plain = [found["sentences"] for found in ask(page, *pieces)]

    for forms in (wide, narrow, spaced):
        assert [found["sentences"] for found in ask(page, *forms)] == plain


def test_one_character_is_enough(page: Any, built_site: BuiltSite) -> None:
    """Every character of the report finds all the sentences that it stands in; a digit, where it is a number."""
    sentences = list_sentences(built_site)
    chars = sorted(char for char in set("".join(sentences)) if not char.isspace())

    for char, found in zip(chars, ask(page, *chars), strict=True):
        same = [text for text in sentences if holds(normalise(text), normalise(char))]
        assert sorted(found["sentences"]) == sorted(same), char


def test_a_passage_over_the_end_of_a_sentence_is_found(page: Any, built_site: BuiltSite) -> None:
    """What is copied across a full stop finds the sentences on both sides."""
    report = built_site.report_findings.report
    section = next(section for section in report.sections if section.number == "1.7")
    first, second = (report.display.of(span) for span in section.sentences[1:3])

    (found,) = ask(page, first[-6:] + second[:6])

    assert (found["mode"], found["sentences"]) == ("across", [first, second])


def test_every_fact_is_found_by_every_spelling(page: Any, built_site: BuiltSite) -> None:
    """As printed, full-width, in plain digits, with thousands marks, in Chinese numerals: each finds its fact."""
    spellings = list_spellings(list_facts(built_site))
    assert {spelling.fact for spelling in spellings} == {fact.id for fact in list_facts(built_site)}

    found = ask(page, *(spelling.text for spelling in spellings))

    missed = [
        spelling
        for spelling, one in zip(spellings, found, strict=True)
        if spelling.fact not in one["numbers"]
    ]
    assert missed == []


def test_a_number_finds_no_other_value(page: Any, built_site: BuiltSite) -> None:
    """Whatever its spelling, a number shows only facts with just that value."""
    for fact in list_facts(built_site):
        spellings = list_spellings([fact])
        for spelling, found in zip(spellings, ask(page, *(each.text for each in spellings)), strict=True):
            assert {Decimal(value) for value in found["values"]} == {fact.value}, spelling


def test_numbers_are_read_as_the_program_reads_them(page: Any, built_site: BuiltSite) -> None:
    """The browser's reader and the program's give the same value for every spelling of every fact."""
    spellings = [spelling for spelling in list_spellings(list_facts(built_site)) if spelling.has_unit]
    numbers = page.evaluate(READ, [spelling.text for spelling in spellings])

    for spelling, number in zip(spellings, numbers, strict=True):
        numerals = read_numerals(spelling.text)
        assert numerals, spelling
        numeral = numerals[0]
        assert numeral.value is not None, spelling
        assert number["value"] == _write(numeral.value), spelling


def _write(value: Any) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def test_amounts_have_the_value_that_the_program_gives_them(page: Any) -> None:
    """One table for both readers; where the program gives no value, search looks for none."""
    read = page.evaluate(READ, [words for words, _, _ in AMOUNTS])
    found = [number and (number["value"], number["unit"]) for number in read]
    assert found == [None if value is None else (value, unit) for _, value, unit in AMOUNTS]


@pytest.mark.parametrize(
    ("query", "facts"),
    [
        ("86.45万", ["service-cases"]),
        ("864500", ["service-cases"]),
        ("864,500", ["service-cases"]),
        ("９７.６５％", ["dispute-resolution-rate"]),
        ("百分之九十七点六五", ["dispute-resolution-rate"]),
        ("2.84亿", ["audit-revenue-savings"]),
        ("284000000", ["audit-revenue-savings"]),
        ("十余次", ["leaders-instructions"]),
        ("10余次", ["leaders-instructions"]),
        ("百分之百的胜诉率", ["litigation-win-rate"]),
        ("20%", []),
        ("97.6", []),
        ("二十大", []),
        ("12345", []),
    ],
)
def test_numbers_are_queries(page: Any, query: str, facts: list[str]) -> None:
    """Values in any form lead to the facts with that value; other numbers and idioms lead to none."""
    (found,) = ask(page, query)
    assert set(facts) <= set(found["numbers"])
    assert facts or found["numbers"] == []


@pytest.mark.parametrize(
    ("query", "absent", "nearest"),
    [
        ("2020", ["2020"], ["exam-takers", "window-problems-solved"]),
        ("527", ["527"], ["emergency-drills", "township-officers"]),
        ("５２７", ["５２７"], ["emergency-drills"]),
        ("527件", ["527件"], ["proposals-handled", "minor-cases"]),
        ("5.27亿", ["5.27亿"], ["audit-revenue-savings", "enterprise-funds", "audit-investment-cuts"]),
        ("20%", ["20%"], ["reconsideration-correction-rate", "hotline-growth"]),
        ("97.6", ["97.6"], ["dispute-resolution-rate"]),
        ("1,287", ["1,287"], ["service-items"]),
        ("三百五十", ["三百五十"], ["proposals-handled", "files-reviewed"]),
        ("千分之五", ["千分之五"], []),
        ("527台", ["527"], ["emergency-drills"]),
    ],
)
def test_a_number_that_is_not_printed(page: Any, query: str, absent: list[str], nearest: list[str]) -> None:
    """A number that the report lacks is never cut: that it is not there is said, with the facts nearest to it."""
    (found,) = ask(page, query)
    assert (found["absent"], found["sentences"], found["numbers"]) == (absent, [], [])
    assert found["nearest"][: len(nearest)] == nearest


def test_nearest_facts_are_of_the_units_asked_for(page: Any, built_site: BuiltSite) -> None:
    """Whatever number is asked for with a unit, the facts offered have that unit as long as there are any."""
    facts = list_facts(built_site)
    for unit in ("件", "项", "%"):
        of_unit = sorted(
            (fact for fact in facts if fact.unit == unit), key=lambda fact: abs(fact.value - Decimal(4242))
        )
        (found,) = ask(page, f"4242{unit}")
        assert found["nearest"] == [fact.id for fact in of_unit[:3]]


def test_no_part_of_a_number_is_looked_for(page: Any, built_site: BuiltSite) -> None:
    """Whatever number stands in a question, what was kept of it is a number of the report as a whole, or nothing."""
    chance = random.Random(9)
    numbers = [str(chance.randint(100, 99999)) for _ in range(40)] + ["二百零七", "十三万五千"]
    text = "".join(list_sentences(built_site))
    numbers = [number for number in numbers if not holds(text, number)]
    for number, found in zip(numbers, ask(page, *(f"{number}件矛盾纠纷" for number in numbers)), strict=True):
        assert found["absent"] == [number]
        assert all(not re.search("[0-9二七十三五]", part) for part in found["kept"]), number


@pytest.mark.parametrize(
    ("query", "other"),
    [
        ("2020", True),
        ("2020年", True),
        ("二〇二〇年", True),
        ("2025年化解率是多少", True),
        ("2024年工作安排", True),
        ("2022", False),
        ("2023年", False),
        ("1960", False),
        ("1960人", False),
        ("2020件", False),
        ("化解率", False),
    ],
)
def test_a_year_without_a_report(page: Any, query: str, other: bool) -> None:
    """A year that the site has no report of is recognised; a count that looks like one is none."""
    (found,) = ask(page, query)
    assert found["otherYear"] is other


def test_what_is_absent_finds_nothing(page: Any, built_site: BuiltSite) -> None:
    """Strings of characters that the report lacks, and words of other matters, find nothing at all."""
    queries = [*list_absent("".join(list_sentences(built_site))), "量子计算机", "航天飞行器", "元宇宙"]
    assert len(queries) >= 200

    for query, found in zip(queries, ask(page, *queries), strict=True):
        assert (found["mode"], found["sentences"], found["numbers"]) == ("none", [], []), query
        assert (found["indicators"], found["terms"]) == ([], []), query


def test_shuffled_text_is_never_taken_for_a_find(page: Any, built_site: BuiltSite) -> None:
    """What stands nowhere is never shown as a literal find; what is shown holds every part that was kept."""
    text = "".join(list_sentences(built_site))
    chance = random.Random(2023)
    letters = re.sub("[0-9]", "", text)  # a digit alone finds the facts of its value
    queries = ["".join(chance.sample(letters, chance.randint(3, 8))) for _ in range(300)]
    queries = [query for query in queries if normalise(query) not in normalise(text)]

    shown = 0
    for query, found in zip(queries, ask(page, *queries), strict=True):
        assert found["mode"] in {"none", "sentence", "section", "number"}, query
        if found["mode"] == "sentence":
            words = [part for part in found["kept"] if not part.isdigit()]  # 2 stands there as 两 too
            assert all(part in normalise(text) for text in found["sentences"] for part in words), query
        shown += bool(found["sentences"])
    assert shown <= len(queries) // 8


@pytest.mark.parametrize(
    ("question", "words", "kept", "dropped"),
    [
        (
            "青禾州的矛盾纠纷化解率是多少",
            "化解率达97.65%",
            ["矛盾纠纷", "化解率"],
            ["青禾州", "的", "是", "多少"],
        ),
        ("去年开了多少场演练", "演练528场", ["演练"], ["去年", "开", "了", "多少", "场"]),
        ("推行一窗受理并联办理", "推行“一窗受理、并联办理”", ["推行", "一窗受理", "并联办理"], []),
        ("审计 亿元", "增收节支2.84亿元", ["审计", "亿元"], []),
        ("化解率百分之九十七点六五", "化解率达97.65%", ["化解率", "百分之九十七点六五"], []),
        ("电子证照有多少种", "48类电子证照", ["电子证照"], ["有", "多少", "种"]),
        (
            "12345热线办理量是多少",
            "热线办理量比上年增长24.5%",
            ["热线办理量"],
            ["12345", "是", "多少"],
        ),
    ],
)
def test_a_question_is_split_into_words(
    page: Any, question: str, words: str, kept: list[str], dropped: list[str]
) -> None:
    """A question finds the sentence that answers it, and says which of its parts were left out."""
    (found,) = ask(page, question)
    assert found["mode"] == "sentence"
    assert words in found["sentences"][0]
    assert (found["kept"], found["dropped"]) == (kept, dropped)


def test_words_that_only_meet_in_a_section_are_shown_as_such(page: Any) -> None:
    """When no sentence has all parts but a section has, its sentences with any of them are shown."""
    (found,) = ask(page, "院府会商 石榆夜话")
    assert found["mode"] == "section"
    assert len(found["sentences"]) == 2
    assert found["dropped"] == []


@pytest.mark.parametrize(
    ("query", "indicators", "terms"),
    [
        ("矛盾纠纷化解率", ["dispute-resolution-rate"] * 2, []),
        ("行政复议纠错率", ["reconsideration-correction-rate"], ["行政复议"]),
        ("院府会商", [], ["院府会商"]),
    ],
)
def test_indicators_and_terms_are_found(
    page: Any, query: str, indicators: list[str], terms: list[str]
) -> None:
    """Names of the catalogue and of the glossary are found, in the text or not."""
    (found,) = ask(page, query)
    assert found["indicators"] == indicators
    assert found["terms"] == terms


def test_marks_inside_words_need_not_be_typed(page: Any) -> None:
    """What stands in the text with quotation marks, commas or dots in it is found without, and nothing is said to be absent."""
    for query in ("松谷县619山洪灾害", "一窗受理并联办理", "设立办不成事反映窗口", "实施规划20212025年"):
        (found,) = ask(page, query)
        assert found["mode"] == "sentence", query
        assert re.sub(r"[“”《》、·—（）]", "", "".join(found["marked"][0])) == query
        assert (found["dropped"], found["absent"], found["lacking"]) == ([], [], []), query


@pytest.mark.parametrize(
    ("query", "field", "choice"),
    [
        ("约数", "qualifier", "约数"),
        ("有哪些大概数", "qualifier", "约数"),
        ("金额", "measure", "金额"),
        ("涉及多少钱", "measure", "金额"),
        ("时限", "measure", "时长"),
        ("增减", "measure", "增减"),
        ("所有百分比", "unit", "%"),
    ],
)
def test_kinds_of_numbers_are_asked_for_in_plain_words(
    page: Any, built_site: BuiltSite, query: str, field: str, choice: str
) -> None:
    """A kind finds all its numbers, before all others, and the table of facts narrowed to it."""
    called: dict[str, Callable[[Fact], str | None]] = {
        "qualifier": lambda fact: QUALIFIER_NAMES[fact.qualifier] if fact.qualifier else None,
        "measure": lambda fact: MEASURES[fact.measure].name,
        "unit": lambda fact: fact.unit,
    }
    wanted = [
        f"{report_findings.report.id} {fact.id}"
        for report_findings in built_site.findings.reports
        for fact in report_findings.facts
        if called[field](fact) == choice
    ]
    (found,) = ask(page, query)
    assert wanted
    assert sorted(found["answers"][: len(wanted)]) == sorted(wanted)
    assert found["pages"][0] == f"2023/facts.html?{field}={quote(choice)}"
    assert found["lacking"] == []


def test_the_largest_of_a_kind_comes_first(page: Any, built_site: BuiltSite) -> None:
    """Who asks for the lowest or the highest of a kind gets its numbers in that order."""
    values = {
        f"{report_findings.report.id} {fact.id}": fact.value
        for report_findings in built_site.findings.reports
        for fact in report_findings.facts
    }
    lowest, highest = ask(page, "最低的比率", "最高的比率")
    rates = [values[id_] for id_ in lowest["answers"]]
    assert rates[0] < rates[1]
    assert rates == sorted(rates)
    assert [values[id_] for id_ in highest["answers"]] == sorted(rates, reverse=True)


@pytest.mark.parametrize(
    ("query", "pages"),
    [
        ("政务数据能转载吗", ["about.html"]),
        ("这是政府官网吗", ["2023/index.html", "about.html", "2022/index.html"]),
        ("有没有算错的", ["2023/checks.html", "2022/checks.html"]),
        ("名词解释", ["terms.html"]),
        ("石榆市的缺点", ["2023/follow-up.html", "2022/follow-up.html"]),
        ("公积金能转载吗", []),
        ("矛盾纠纷", []),
    ],
)
def test_pages_are_asked_for_in_everyday_words(page: Any, query: str, pages: list[str]) -> None:
    """Words that name a page lead to it, also in a longer question when the reports have the rest of it."""
    (found,) = ask(page, query)
    assert found["pages"] == pages


def test_whole_words_come_first(page: Any) -> None:
    """Sentences in which the query is a word of its own stand before those that hold it inside another."""
    whole = page.evaluate("chuxiongSearch.find('政府').sentences.map((hit) => hit.whole)")
    assert True in whole
    assert False in whole
    assert whole == sorted(whole, reverse=True)


def test_suggestions_begin_with_what_is_typed(page: Any) -> None:
    """Words of the report that begin with the typed characters come first, and all of them hold these."""
    words = page.evaluate("chuxiongSearch.suggest('行政', 6)")
    assert len(words) == 6
    assert all("行政" in word for word in words)
    assert words[0].startswith("行政")


def test_hostile_queries_do_no_harm(visit: Any) -> None:
    """Regular expressions, markup, broken characters and ten thousand of anything make no error and run nothing."""
    visitor = visit()
    page = visitor.open("search.html?q=a")
    page.on("dialog", lambda dialog: (visitor.faults.append(dialog.message), dialog.dismiss()))
    for query in HOSTILE:
        page.evaluate("(q) => { document.querySelector('#_search').value = q; }", query)
        page.evaluate("document.querySelector('.search__form').requestSubmit()")
        assert page.locator("main script, main img, main svg").count() == 0, query
        assert page.locator("main [onload], main [onerror]").count() == 0, query
    assert visitor.faults == []


def test_two_reports_are_told_apart(visit: Any) -> None:
    """With two years, every result names its year, the newer first."""
    visitor = visit()
    page = visitor.open(f"search.html?q={quote('化解率')}")
    places = page.locator(".search__group--sentences .hit__place").all_inner_texts()
    assert places == ["2023年度报告 一（七）", "2022年度报告 一（二）"]
    assert visitor.faults == []


def test_spelling_rows_are_named(built_site: BuiltSite) -> None:
    """The list of spellings covers every fact with at least three forms."""
    spellings: list[Spelling] = list_spellings(list_facts(built_site))
    for fact in list_facts(built_site):
        assert len({spelling.text for spelling in spellings if spelling.fact == fact.id}) >= 3, fact.id
