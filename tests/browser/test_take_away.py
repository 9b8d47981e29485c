"""Does the offline document work from a folder without its site, and do charts work in another page's frame?"""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from built import BuiltSite
from chuxiong_site.charts import compute_chart_records
from chuxiong_site.rendering.elsewhere.embeds import describe_embed_code

pytestmark = pytest.mark.browser
ALONE = "2023-offline.html"


@pytest.fixture
def alone(built_site: BuiltSite, tmp_path: Path) -> str:
    """Put the document into an empty folder, as after forwarding; return its address."""
    return Path(shutil.copy(built_site.folder / "data" / ALONE, tmp_path)).as_uri()


def open_page(new_context: Any, address: str, **options: Any) -> tuple[Any, list[str]]:
    """Open an address; return the page and whatever it complains about."""
    page = new_context(**options).new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("requestfailed", lambda request: complaints.append(request.url))
    page.goto(address)
    return page, complaints


def test_the_document_stands_alone(new_context: Any, alone: str, built_site: BuiltSite) -> None:
    """Styled, without a complaint, without a request for any other file; the text is whole."""
    requests: list[str] = []
    context = new_context()
    context.on("request", lambda request: requests.append(request.url))
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(alone)
    assert complaints == []
    assert [url for url in requests if not url.startswith("data:")] == [alone]
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(251, 250, 246)"
    text = page.evaluate(
        "[...document.querySelectorAll('[data-official-text]')].map((e) => e.textContent).join('')"
    )
    assert text == built_site.report_findings.report.display.text.replace("\n", "")


def test_its_small_scripts_run(new_context: Any, alone: str) -> None:
    """The table of facts can be narrowed, and the captured punctuation shown."""
    page, complaints = open_page(new_context, alone)
    page.select_option("[data-filter=unit]", "%")
    shown = page.locator(".fact-table--all [data-row]:visible").count()
    assert 0 < shown < page.locator(".fact-table--all [data-row]").count()
    page.click(".raw-switch")
    assert page.locator(".raw-switch").get_attribute("aria-pressed") == "true"
    assert complaints == []


def test_it_reads_without_scripts(new_context: Any, alone: str) -> None:
    """Without JavaScript text, charts, numbers and checks are there, and links lead to them."""
    page, _ = open_page(new_context, alone, java_script_enabled=False)
    assert page.locator(".chart__picture").first.is_visible()
    page.click("#dispute-resolution-rate")
    assert page.url.endswith("#_row-dispute-resolution-rate")
    assert page.locator("#_row-dispute-resolution-rate").is_visible()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_it_fits_any_screen(new_context: Any, alone: str, width: int) -> None:
    """No width makes the document scroll sideways."""
    page, _ = open_page(new_context, alone, viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_chart_stands_in_another_page(new_context: Any, built_site: BuiltSite, tmp_path: Path) -> None:
    """In a frame the chart is drawn and styled; its source opens in the whole window."""
    host = tmp_path / "host.html"
    frame = (built_site.folder / "embed" / "2023-disputes.html").as_uri()
    host.write_text(
        f'<!doctype html><iframe src="{frame}" width="600" height="600"></iframe>', encoding="utf-8"
    )
    page, complaints = open_page(new_context, host.as_uri())
    chart = page.frame_locator("iframe")
    assert chart.locator(".chart__picture").is_visible()
    assert chart.locator("h1").inner_text().replace(" ", "").startswith("排查矛盾纠纷23760件")
    assert complaints == []
    chart.locator(".chart__meta a").click()
    page.wait_for_url("**/2023/disputes.html#*")


@pytest.mark.parametrize("width", [360, 900])
def test_a_frame_is_as_high_as_its_chart(
    new_context: Any, built_site: BuiltSite, tmp_path: Path, width: int
) -> None:
    """With the script of the code the frame takes the chart's height, also when its table unfolds; other frames stay."""
    host, root = tmp_path / "host.html", built_site.folder.as_uri()
    project, findings = built_site.findings.project, built_site.findings
    record = next(record for record in compute_chart_records(findings) if record.id == "disputes")
    code = describe_embed_code(replace(project.site, base_url=f"{root}/"), record).code
    host.write_text(f'<!doctype html><iframe height="77"></iframe>{code}', encoding="utf-8")
    page, complaints = open_page(new_context, host.as_uri(), viewport={"width": width, "height": 900})
    frame, chart = page.locator("iframe").nth(1), page.frame_locator("iframe >> nth=1")

    def is_fitted() -> None:
        high = chart.locator("html").evaluate("html => Math.ceil(html.getBoundingClientRect().height)")
        expect(frame).to_have_attribute("height", str(high))

    is_fitted()
    before = frame.get_attribute("height")
    chart.locator("summary").click()
    expect(frame).not_to_have_attribute("height", before)
    is_fitted()
    assert page.locator("iframe").nth(0).get_attribute("height") == "77"
    assert complaints == []


def test_a_frame_without_the_script_has_room(new_context: Any, built_site: BuiltSite, tmp_path: Path) -> None:
    """Without the script every chart that stands folded fits into the height that its code gives it."""
    host, site = tmp_path / "host.html", built_site.findings.project.site
    site = replace(site, base_url=f"{built_site.folder.as_uri()}/")
    records = [record for record in compute_chart_records(built_site.findings) if record.report_id == "2023"]
    frames = [
        describe_embed_code(site, record).code.partition("<script")[0].replace(' loading="lazy"', "")
        for record in records
    ]
    host.write_text(f"<!doctype html>{''.join(frames)}", encoding="utf-8")
    page, _ = open_page(new_context, host.as_uri(), viewport={"width": 700, "height": 900})
    for frame in page.frames[1:]:
        high = frame.evaluate("document.documentElement.scrollHeight - window.innerHeight")
        assert high <= 0, frame.url
