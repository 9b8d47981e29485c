"""Does a chart's file say by itself what the chart says?"""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from chart_samples import SAMPLES
from hypothesis import given
from strategies import records

from chuxiong_site.charts import render_standalone
from chuxiong_site.model.chart import ChartRecord

FOOT = "索引号 1-2；示例站制图"


def read_words(record: ChartRecord) -> str:
    """Return all words of the file, parsed as XML."""
    return "".join(ET.fromstring(render_standalone(record, FOOT)).itertext())


@pytest.mark.parametrize("form", SAMPLES)
def test_says_title_unit_source_and_values(form: str) -> None:
    """Title, unit, scope, source and every value stand in the file."""
    record = SAMPLES[form]
    words = read_words(record)

    for expected in (
        record.title,
        record.unit,
        record.source,
        record.document,
        "2023年度",
        FOOT,
        *(row.shown for row in record.rows),
    ):
        assert expected in words


@given(records())
def test_any_record_gives_well_formed_xml(record: ChartRecord) -> None:
    """Whatever the words are, the file is XML, and its height holds all lines."""
    root = ET.fromstring(render_standalone(record, FOOT))

    height = float(root.attrib["height"])
    assert all(float(line.attrib["y"]) < height for line in root if line.tag.endswith("text"))
