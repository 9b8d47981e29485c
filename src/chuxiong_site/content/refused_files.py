"""Files that hold no text that can be read surely, told by their first bytes or their ending, and what to do with each."""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePath

from ..model.place import Place
from ..problems import Problem

PACKED = b"PK\x03\x04"
DOCUMENT = "word/document.xml"
EXPECTED = ".txt、.md、保存的网页（.html）或者 .docx"
PAGE_FIRST = "到官方网站打开同一份报告，保存网页（.html）；"
KINDS = {
    "pdf": ("PDF", f"{PAGE_FIRST}只有 PDF 的，用 Word 或 WPS 打开，另存为 .docx，对照原文看过再用。"),
    "doc": ("旧的 Word、WPS 文档，或者加了密码的文档", "用 Word 或 WPS 打开，去掉密码，另存为 .docx。"),
    "rtf": ("RTF 文档", "用 Word 或 WPS 打开，另存为 .docx。"),
    "ofd": (
        "OFD 版式文件",
        f"{PAGE_FIRST}只有 OFD 的，用版式阅读软件打开，把文字复制到 .txt，对照原文看过再用。",
    ),
    "image": ("图片", "图片里没有文字：用文字识别软件读成文字，逐字对照原文，存成 .txt。"),
    "sheet": ("电子表格", "要的是报告的正文：换成有正文的文件。"),
    "slides": ("演示文稿", "要的是报告的正文：换成有正文的文件。"),
    "archive": ("压缩包", "先解压，再用里面的那个文件。"),
    "page": ("单个文件的网页（.mhtml）", "用浏览器打开，另存为「网页，仅 HTML」（.html）。"),
}
"""Kind → what it is called, what to do."""
ENDINGS = {
    **dict.fromkeys((".pdf",), "pdf"),
    **dict.fromkeys((".doc", ".wps", ".dot"), "doc"),
    **dict.fromkeys((".rtf",), "rtf"),
    **dict.fromkeys((".ofd",), "ofd"),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic"), "image"),
    **dict.fromkeys((".xls", ".xlsx", ".et", ".ods"), "sheet"),
    **dict.fromkeys((".ppt", ".pptx", ".dps"), "slides"),
    **dict.fromkeys((".zip", ".rar", ".7z", ".gz", ".tar"), "archive"),
    **dict.fromkeys((".mht", ".mhtml"), "page"),
}
BEGINNINGS = (
    (b"%PDF", "pdf"),
    (b"\xd0\xcf\x11\xe0", "doc"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"\x1f\x8b", "archive"),
)


def is_docx(data: bytes) -> bool:
    """Tell whether a file is a Word document of the packed kind."""
    return data.startswith(PACKED) and DOCUMENT in list_packed(data)


def list_packed(data: bytes) -> list[str]:
    """Return the names of the files in a package; none when it is broken."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return package.namelist()
    except (zipfile.BadZipFile, RuntimeError, ValueError):
        # The second is raised for a package of a later version than `zipfile` knows, the third for a name in no encoding.
        return []


def find_refusal(name: str, data: bytes) -> Problem | None:
    """Return why a file of this kind cannot be read and what to do; `None` for those that are read."""
    kind = next((kind for beginning, kind in BEGINNINGS if data.startswith(beginning)), None)
    ending = PurePath(name).suffix.lower()
    if kind is None and data.startswith(PACKED):
        if is_docx(data):
            return None
        if ending == ".docx":
            return _create_problem(
                name, "打不开的 .docx，多半没有存完、没有下载完", "重新下载，或者用 Word、WPS 打开再存一次。"
            )
        kind = ENDINGS.get(ending, "archive")
    elif kind is None:
        if ending == ".docx" and data.strip():
            return _create_problem(name, "后缀是 .docx，里面却不是", "用 Word 或 WPS 打开，另存为 .docx。")
        kind = ENDINGS.get(ending)
    return _create_problem(name, *KINDS[kind]) if kind else None


def _create_problem(name: str, found: str, hint: str) -> Problem:
    return Problem(code="E123", place=Place(file=name), found=found, expected=EXPECTED, hint=hint)
