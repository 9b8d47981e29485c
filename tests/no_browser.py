"""What is said where the tests find no browser."""

from __future__ import annotations

from chuxiong_setup.browsers import NAMED
from chuxiong_setup.machine import read_machine

NO_BROWSER = (
    "没有浏览器：请安装 Chromium、Chrome 或 Edge（Debian、Ubuntu：apt-get install chromium），"
    f"或用环境变量 {NAMED} 写明它的路径；python build.py test 会试着自己取一个，只想运行其余的测试，加上 --without-browser。"
)
WRONGLY_NAMED = (
    f"没有浏览器：环境变量 {NAMED} 写的「{{}}」不是能运行的程序；改正它，或者去掉它，让程序自己找。"
    "只想运行其余的测试，加上 --without-browser。"
)


def describe_no_browser() -> str:
    """Return why no browser was found, and what to do: the one that is named may be the wrong one."""
    named = read_machine().environment.get(NAMED)
    return WRONGLY_NAMED.format(named) if named else NO_BROWSER
