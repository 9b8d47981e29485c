"""`assemble`: put parts that were made elsewhere together to a site."""

from __future__ import annotations

from pathlib import Path

import click

from .build import publish
from .help import command
from .options import (
    base_url_option,
    content_option,
    create_options,
    debug_option,
    format_option,
    out_option,
    quiet_option,
    strict_option,
)


@command(
    help="把几处用 build --part 做好的部分合成整个网站。每一份都核对是不是照现在的内容做的；"
    "缺少的、对不上的，就在这里做。"
)
@click.argument(
    "folders", nargs=-1, required=True, type=click.Path(exists=True, file_okay=False, path_type=Path)
)
@content_option
@out_option
@base_url_option
@strict_option
@format_option
@quiet_option
@debug_option
def assemble(
    *,
    folders: tuple[Path, ...],
    content: Path | None,
    out: Path | None,
    base_url: str | None,
    strict: bool,
    style: str,
    quiet: bool,
) -> None:
    """Build and publish the site, taking the parts that fit from these folders."""
    options = create_options(content=content, out=out, base_url=base_url, strict=strict, parts=folders)
    publish(options, style, quiet=quiet)
