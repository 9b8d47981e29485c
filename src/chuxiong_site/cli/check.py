"""`check`: everything except writing."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..problems import stops
from ..terminal.printing import print_problems
from .exits import exit_code
from .help import command
from .options import (
    base_url_option,
    content_option,
    create_options,
    debug_option,
    format_option,
    strict_option,
)


@command(help="只核对，不写任何文件；一次列出全部问题。")
@content_option
@base_url_option
@strict_option
@format_option
@debug_option
def check(content: Path | None, base_url: str | None, strict: bool, style: str) -> None:
    """Check the content without writing."""
    from ..build.site import check_project

    options = create_options(content=content, base_url=base_url, strict=strict)
    outcome = check_project(options)
    print_problems(outcome.problems, options.content, style)
    stopped = [p for p in outcome.problems if stops(p.code, strict=strict)]
    if stopped or outcome.site is None:
        sys.exit(exit_code(outcome.problems))
    if style == "text":
        assert outcome.findings is not None
        facts = sum(len(report_findings.facts) for report_findings in outcome.findings.reports)
        click.echo(f"没有错误：{facts} 个数字逐个有交代，正文与官方原文逐字相同。")
