"""Where do the tests get Word documents from? Made here, with nothing in them but what is asked for."""

from __future__ import annotations

import io
import zipfile

SPACES = " ".join(
    f'xmlns:{name}="http://schemas.openxmlformats.org/{path}"'
    for name, path in (
        ("w", "wordprocessingml/2006/main"),
        ("r", "officeDocument/2006/relationships"),
        ("wp", "drawingml/2006/wordprocessingDrawing"),
        ("a", "drawingml/2006/main"),
        ("pic", "drawingml/2006/picture"),
    )
)
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId2" Type="{OFFICE}/image" Target="media/a.png"/></Relationships>',
    "word/media/a.png": "PNG",
}


def make_document(*blocks: str) -> bytes:
    """Return a document of these blocks of its XML."""
    body = f"<w:document {SPACES}><w:body>{''.join(blocks)}</w:body></w:document>"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in (*PARTS.items(), ("word/document.xml", body)):
            package.writestr(name, text)
    return packed.getvalue()


def paragraph(words: str, around: str = "{}") -> str:
    """Return a paragraph; `around` is what its run stands in."""
    return f"<w:p>{around.format(f'<w:r><w:t>{words}</w:t></w:r>')}</w:p>"


def picture(words: str) -> str:
    """Return a picture with the words that describe it."""
    drawing = (
        f'<wp:inline><wp:docPr id="1" name="p" descr="{words}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill>'
        '<a:blip r:embed="rId2"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline>'
    )
    return f"<w:p><w:r><w:drawing>{drawing}</w:drawing></w:r></w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """Return a table; a cell that begins with `>` spans two columns."""
    lines = ("".join(map(_cell, row)) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl>"


def _cell(words: str) -> str:
    wide = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' * words.startswith(">")
    return f"<w:tc>{wide}{paragraph(words.removeprefix('>'))}</w:tc>"
