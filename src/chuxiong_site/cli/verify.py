"""`verify`: hold a published folder against its receipt."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..terminal.printing import shown_path
from . import options
from .exits import CONTENT_IS_WRONG, USAGE_IS_WRONG
from .help import command


@command(help="把网站文件夹与它的 receipt.json 逐个文件核对：缺了、变了、多了哪些。")
@click.argument("folder", type=options.FOLDER, required=False)
@options.debug_option
def verify(folder: Path | None) -> None:
    """Compare a folder with its receipt; 0 equal, 1 different, 2 nothing to compare with."""
    from ..publishing.compare import verify_folder
    from ..publishing.output import find_site
    from ..publishing.receipt import RECEIPT, read_receipt

    folder = find_site(folder or options.ROOT / "_site")
    receipt = read_receipt(folder)
    if receipt is None:
        click.echo(f"无法核对 {shown_path(folder)}：{_describe_reason(folder)}。", err=True)
        sys.exit(USAGE_IS_WRONG)
    difference = verify_folder(folder, receipt)
    groups = (
        ("缺少", difference.removed),
        ("变了", difference.changed),
        ("多出", difference.added),
        ("读不出", difference.unread),
    )
    for verb, names in groups:
        for name in names:
            click.echo(f"{verb}　{name}")
    if difference:
        counts = "，".join(f"{verb} {len(names)} 个" for verb, names in groups if names)
        click.echo(f"与 {RECEIPT} 不一致：{counts}文件。", err=True)
        sys.exit(CONTENT_IS_WRONG)
    click.echo(f"{len(receipt.files)} 个文件与 {RECEIPT} 逐字节相同。")


def _describe_reason(folder: Path) -> str:
    """Return why the folder cannot be compared with a receipt."""
    from ..content.find_content import describe_folder

    if not folder.is_dir():
        return "它是文件，要的是网站文件夹" if folder.exists() else "没有这个文件夹"
    kind = describe_folder(folder)
    if (folder / "receipt.json").is_file() or not kind:
        return "没有能读懂的 receipt.json"
    return f"这是{kind}，要的是生成的网站，例如 _site"
