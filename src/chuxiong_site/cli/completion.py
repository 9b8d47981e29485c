"""`completion`: the lines that let a shell complete commands, options and file names."""

from __future__ import annotations

import click

from .help import command

PROGRAM = "chuxiong-site"
VARIABLE = "_CHUXIONG_SITE_COMPLETE"
"""By this name click is asked by the shell."""
HOW = {
    "bash": f'eval "$({PROGRAM} completion bash)"，写进 ~/.bashrc',
    "zsh": f'eval "$({PROGRAM} completion zsh)"，写进 ~/.zshrc（在 compinit 之后）',
    "fish": f"{PROGRAM} completion fish | source，写进 ~/.config/fish/config.fish",
}
"""Shell → how its users let it complete from now on."""


@command(
    help="打印命令补全的脚本：按 Tab 键补上命令、选项和文件名。要装好的 chuxiong-site；python build.py 没有补全。"
)
@click.argument("shell", type=click.Choice(tuple(HOW)))
def completion(shell: str) -> None:
    """Print a shell's script, with a comment that says where it belongs."""
    from click.shell_completion import get_completion_class

    from . import commands

    found = get_completion_class(shell)
    assert found is not None
    script = found(commands, {}, PROGRAM, VARIABLE).source()
    click.echo(f"# 每次打开终端都要补全，就把这一行：{HOW[shell]}。\n{script.strip()}")
