"""The messages of a failed set-up: one sentence, then what to try, then pip's own output."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Sequence

DISK_FULL = "磁盘空间不够：请腾出至少 1 GB，再运行一次。"
NO_PERMISSION = (
    "没有写入权限：请把整个项目放到自己可写的文件夹（例如用户目录下），关掉正在使用它的窗口，再运行一次。"
)
NO_PROGRAMS = "这个磁盘不允许运行程序：请把整个项目放到自己的用户目录下，再运行一次。"
NO_LINKS = (
    "这个磁盘不支持链接（U 盘常用的 exFAT、FAT 就是这样）：请把整个项目放到自己的用户目录下，再运行一次。"
)
NO_NETWORK = "下载没有完成：连不上软件源，请检查网络。"
BAD_CERTIFICATE = "下载没有完成：软件源的证书没有通过验证，请向网管要单位的根证书，写进 pip 的 cert 设置（npm 的是 cafile）。"
BAD_HASH = "下载的文件与锁定的校验值不一致，已经停下：请换一个软件源再试。"
NOT_OFFERED = "软件源里没有所需的版本：镜像可能还没有同步，或者 pip 被设置为不联网。"
NOT_BUILT = "有软件包要在本机编译而没有成功：请改用 Python 3.11 至 3.13 的官方版本再试。"
UNKNOWN = "安装没有完成，原因见下面 pip 的原话。"

CAUSES = (
    (
        DISK_FULL,
        ("No space left on device", "not enough space on the disk", "Errno 28", "Disk quota exceeded"),
    ),
    (BAD_HASH, ("DO NOT MATCH THE HASHES",)),
    (
        BAD_CERTIFICATE,
        (
            *("CERTIFICATE_VERIFY_FAILED", "SELF_SIGNED_CERT", "DEPTH_ZERO_SELF_SIGNED", "CERT_HAS_EXPIRED"),
            *("UNABLE_TO_GET_ISSUER_CERT", "UNABLE_TO_VERIFY_LEAF_SIGNATURE", "ERR_TLS_CERT_ALTNAME_INVALID"),
            *("self-signed certificate", "self signed certificate", "local issuer certificate"),
        ),
    ),
    (
        NO_NETWORK,
        (
            *(
                "Retrying (",
                "ConnectionError",
                "Timeout",
                "timed out",
                "ProxyError",
                "SSLError",
                "HTTP error",
            ),
            *("ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ETIMEDOUT", "Temporary failure resolving"),
        ),
    ),
    (NO_PERMISSION, ("Permission denied", "Errno 13", "WinError 5", "WinError 32", "Read-only file system")),
    (NO_LINKS, ("Errno 38", "Errno 95", "Function not implemented", "Operation not supported")),
    (NOT_BUILT, ("Failed to build", "metadata-generation-failed", "Failed building wheel")),
    (NOT_OFFERED, ("No matching distribution", "Could not find a version")),
)
"""Words of pip, venv or npm and what they mean; the first row that fits is taken."""

IDLE = re.compile(
    r"npm (?:ERR!|error)\s*(?:A complete log of this run can be found in.*|.*[/\\]_logs[/\\].*)?"
)
"""What npm says last of every failure: where its log lies. That is no cause."""

OF_THE_SOURCE = frozenset({NO_NETWORK, BAD_CERTIFICATE, BAD_HASH, NOT_OFFERED})
SOURCE_KEYS = frozenset(
    {"index-url", "extra-index-url", "find-links", "no-index", "proxy", "cert", "trusted-host"}
)
PROXY_VARIABLES = ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy")


def describe_missing_pip() -> str:
    """Say what a Python without pip needs, where the distribution's tools are unknown to us."""
    return (
        "这个 Python 没有附带 pip 和 venv：请用系统的软件包工具装上（名字多半是 python3-pip、python3-venv），"
        "或者改用 Python 官方的安装包，再运行一次。"
    )


def describe_unfetched_pip(version: Sequence[int], output: str, *, is_root: bool, has_sudo: bool) -> str:
    """Say which two commands of Debian and Ubuntu bring what could not be fetched, as this user has to type them."""
    before = "sudo " if has_sudo and not is_root else ""
    who = "运行" if is_root or has_sudo else "管理员（root）运行"
    lines = [
        "这个 Python 没有附带 pip（Debian、Ubuntu 把它另外打包），从系统的软件源也没有取来。",
        f"请检查网络再试；或者请{who}下面两行，再运行一次：",
        f"    {before}apt-get update",
        f"    {before}apt-get install -y python{version[0]}.{version[1]}-venv",
    ]
    return "\n".join([*lines, "apt 的原话：", *(f"    {line}" for line in choose_quotation(output))])


def describe_unremovable(error: OSError) -> str:
    """Say what to do about an old environment that cannot be deleted."""
    return (
        f"原来的 .venv 清除不了（{error.filename or error}）：它属于另一个用户，或者正在使用。"
        "请关掉正在使用它的窗口；还不行，就请它的主人或管理员把 .venv 删掉，"
        "或者把整个项目（不带 .venv）复制到自己的文件夹，再运行一次。"
    )


def describe_os_error(error: OSError) -> str:
    """Turn an error of the system into a sentence that names the file."""
    place = f"（{error.filename}）" if error.filename else ""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DISK_FULL + place
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return NO_PERMISSION + place
    return f"没有备好运行环境：{error.strerror or error}{place}"


def describe_failure(output: str, settings: Sequence[str]) -> str:
    """Say why a step failed; when the source is to blame, with what pip was told to use."""
    cause = find_cause(output)
    lines = [cause, *(describe_source(settings) if cause in OF_THE_SOURCE else ())]
    return "\n".join([*lines, "pip 的原话：", *(f"    {line}" for line in choose_quotation(output))])


def find_cause(output: str) -> str:
    """Return the cause that the output of a failed step shows."""
    return next((cause for cause, marks in CAUSES if any(mark in output for mark in marks)), UNKNOWN)


def describe_briefly(output: str) -> str:
    """Return one line on why an optional step failed."""
    cause = find_cause(output)
    last = next(reversed(_list_telling(output)), cause).strip()
    return cause if cause != UNKNOWN else hide_password(last)


def choose_quotation(output: str) -> list[str]:
    """Return pip's last errors, or its last lines when it named none."""
    lines = [hide_password(line.rstrip()) for line in _list_telling(output)]
    return [line for line in lines if line.lstrip().startswith(("ERROR", "E: "))][-2:] or lines[-15:]


def _list_telling(output: str) -> list[str]:
    """Return the lines of an output that say anything."""
    return [line for line in output.splitlines() if line.strip() and not IDLE.fullmatch(line.strip())]


def describe_source(settings: Sequence[str]) -> list[str]:
    """List the settings that were obeyed and what can be tried."""
    proxies = [
        hide_password(f"{name}='{os.environ[name]}'") for name in PROXY_VARIABLES if os.environ.get(name)
    ]
    obeyed = [f"    {line}" for line in (*settings, *proxies)]
    heading = (
        "下载按你自己的设置进行（pip 的配置文件或环境变量，本项目不改动）："
        if obeyed
        else "没有设置镜像，用的是 pip 默认的软件源。"
    )
    return [
        heading,
        *obeyed,
        "可以试试：",
        "    1. 看看浏览器能否上网；要经过代理时，先设置环境变量 HTTPS_PROXY。",
        "    2. 换一个镜像（地址可问单位或学校的网管）：python -m pip config set global.index-url 镜像地址",
        "    3. 再运行一次同一条命令，已经下载的不会重下。",
    ]


def is_source_setting(line: str) -> bool:
    """Say whether a line of `pip config list` tells where packages come from; an emptied setting tells nothing."""
    key, _, value = line.partition("=")
    return key.rpartition(".")[2] in SOURCE_KEYS and value.strip() not in ("", "''")


def hide_password(text: str) -> str:
    """Leave user names and passwords out of addresses."""
    return re.sub(r"//[^/@\s]+@", "//***@", text)
