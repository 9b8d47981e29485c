"""`gallery`: the components' examples on one page, for developers."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from .exits import CONTENT_IS_WRONG
from .options import FOLDER, create_options, debug_option
from .printing import print_problems, shown_path
from .summary import describe_refusal


@click.command(help="给开发者：把每个组件的每个例子排成一页 gallery.html。")
@click.option("--out", type=FOLDER, required=True, help="输出文件夹；不在公开的网站里。")
@debug_option
def gallery(out: Path) -> None:
    """Publish the components' examples for developers."""
    from ..build import read_inputs
    from ..publish import NotOursError, publish_site
    from ..rendering.gallery import PAGE, render_gallery

    options = create_options(out=out)
    inputs, problems = read_inputs(options)
    if problems:
        print_problems(problems, options.content)
        sys.exit(CONTENT_IS_WRONG)
    try:
        publish_site(render_gallery(inputs), options.out)
    except NotOursError as error:
        raise click.BadParameter(describe_refusal(error), param_hint="--out") from error
    click.echo(f"组件一览已生成：{shown_path(options.out / PAGE)}")
