"""The data files of a report, in the order readers see them: one entry each."""

from __future__ import annotations

from ..export import DataFile
from .csvw import render_report_metadata
from .data_files import render_checks_json, render_facts_csv, render_facts_json, render_numerals_json
from .markdown import render_markdown
from .workbook import render_workbook

DATA_FILES: list[DataFile] = [
    DataFile(
        name="facts.xlsx",
        media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        about="电子表格：全部数字、核对、数的归类各一张表，附字段说明",
        render=render_workbook,
    ),
    DataFile(
        name="facts.csv",
        media_type="text/csv",
        about="全部数字，表格软件可直接打开（UTF-8，带 BOM）",
        render=lambda inputs: render_facts_csv(inputs.context.report_findings),
    ),
    DataFile(
        name="facts.csv-metadata.json",
        media_type="application/csvm+json",
        about="上一个文件的字段说明（CSVW）",
        render=render_report_metadata,
    ),
    DataFile(
        name="facts.json",
        media_type="application/json",
        about="全部数字，含原文位置、单位、范围、所在句子",
        render=lambda inputs: render_facts_json(
            inputs.context.report_findings, inputs.context.site.data_licence
        ),
    ),
    DataFile(
        name="numerals.json",
        media_type="application/json",
        about="正文里每一处数属于哪一类",
        render=lambda inputs: render_numerals_json(inputs.context.report_findings),
    ),
    DataFile(
        name="checks.json",
        media_type="application/json",
        about="各项核对的算式、结果和理由",
        render=lambda inputs: render_checks_json(inputs.context.report_findings),
    ),
    DataFile(
        name="report.txt",
        media_type="text/plain",
        about="官方原文正文，逐字节保存",
        render=lambda inputs: inputs.report.captured.text.encode(),
    ),
    DataFile(
        name="report.md",
        media_type="text/markdown",
        about="官方原文正文的 Markdown 版，每段带着锚点和到网页的链接",
        render=lambda inputs: render_markdown(inputs.context.site, inputs.report),
    ),
]
