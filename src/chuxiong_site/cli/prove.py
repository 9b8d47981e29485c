"""`prove`: hold a folder on disk against the content, without its receipt."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..terminal.printing import print_problems, shown_path
from ..terminal.progress import show_progress
from . import options
from .exits import CONTENT_IS_WRONG, USAGE_IS_WRONG, exit_code
from .help import command


@command(
    help="把磁盘上的网站与内容逐处核对：每个数、每句引文、每个链接，一处不同就指出来。不看 receipt.json。"
)
@click.argument("folder", type=options.FOLDER, required=False)
@options.content_option
@options.base_url_option
@options.format_option
@options.debug_option
def prove(folder: Path | None, content: Path | None, base_url: str | None, style: str) -> None:
    """Prove a folder; 0 all of it proved, 1 some of it not, or the content is wrong, 2 no such folder."""
    from ..build.folder import prove_folder
    from ..publishing.output import find_site

    folder = find_site(folder or options.ROOT / "_site")
    if not folder.is_dir():
        click.echo(f"无法核对 {shown_path(folder)}：没有这个文件夹。", err=True)
        sys.exit(USAGE_IS_WRONG)
    told = options.create_options(content=content, base_url=base_url)
    proof = prove_folder(told, folder, show_progress)
    print_problems(proof.content_problems, told.content, style)
    print_problems(proof.site_problems, folder, style)
    if proof.findings is None:
        click.echo("没有核对网站：先把上面的错误改好。", err=True)
        sys.exit(exit_code(proof.content_problems))
    if proof.site_problems:
        if style == "text":
            click.echo(f"{shown_path(folder)} 有 {len(proof.site_problems)} 处没有得到证明。", err=True)
        sys.exit(CONTENT_IS_WRONG)
    if style == "text":
        facts = sum(len(report_findings.facts) for report_findings in proof.findings.reports)
        click.echo(f"{proof.files} 个文件，{facts} 个数字，处处与内容相同。")
