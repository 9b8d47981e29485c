"""`gallery`: the components' examples on one page, for developers."""

from __future__ import annotations

from pathlib import Path

import click

from .options import create_options, debug_option
from .printing import shown_path


@click.command(help="给开发者：把每个组件的每个例子排成一页 gallery.html。")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="输出文件夹；不在公开的网站里。")
@debug_option
def gallery(out: Path) -> None:
    """Publish the components' examples for developers."""
    from ..build import read_inputs
    from ..publish import NotOursError, publish_site
    from ..rendering.gallery import PAGE, render_gallery

    inputs = read_inputs(create_options(out=out))
    try:
        publish_site(render_gallery(inputs), out)
    except NotOursError as error:
        raise click.BadParameter(f"{error} 里有别的东西，换一个空文件夹", param_hint="--out") from error
    click.echo(f"组件一览已生成：{shown_path(out / PAGE)}")
