"""The files that reference managers import, in the order readers see them: one entry each."""

from __future__ import annotations

from ..export import DataFile
from .bibtex import render_bibtex
from .csl import render_csl
from .ris import render_ris

CITATION_FILES: list[DataFile] = [
    DataFile(
        name="citation.ris",
        media_type="application/x-research-info-systems",
        about="引用格式 RIS，导入 NoteExpress、EndNote、Zotero",
        render=lambda inputs: render_ris(inputs.report),
    ),
    DataFile(
        name="citation.bib",
        media_type="application/x-bibtex",
        about="引用格式 BibTeX，导入 JabRef、LaTeX",
        render=lambda inputs: f"{render_bibtex(inputs.report)}\n".encode(),
    ),
    DataFile(
        name="citation.json",
        media_type="application/vnd.citationstyles.csl+json",
        about="引用格式 CSL-JSON，导入 Zotero、pandoc",
        render=lambda inputs: render_csl(inputs.report),
    ),
]
