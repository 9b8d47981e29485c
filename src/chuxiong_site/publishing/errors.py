"""The errors of publishing, with messages for staff; the old site is as it was."""

from __future__ import annotations

import errno
from enum import Enum, auto
from pathlib import Path

from ..model.errors import SiteError

REASONS = {
    errno.ENOSPC: "磁盘满了，请先腾出地方",
    errno.EDQUOT: "磁盘配额用完了，请先腾出地方",
    errno.EFBIG: "文件大小超过了系统的限制",
    errno.EROFS: "这个磁盘是只读的",
    errno.EACCES: "没有写的权限，或者有程序正开着里面的文件",
    errno.EPERM: "没有写的权限",
    errno.EBUSY: "有程序正占用着它",
    errno.ENOTDIR: "路径中间有一个是文件，不是文件夹",
    errno.ENAMETOOLONG: "路径太长",
    errno.EINVAL: "路径里有系统不许用的字符",
    errno.ELOOP: "路径里的链接绕成了圈",
    errno.EXDEV: "输出文件夹是另一个磁盘的挂载点，换成它里面的一个文件夹",
}
"""Error of the system → what staff can do about it; for the others the system's own words."""


OF_THE_PATH = frozenset({errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP, errno.EXDEV, errno.EINVAL})
"""Errors that come from which folder was asked for, not from the state of the disk."""


class Refusal(Enum):
    """Why a folder is not replaced by a site."""

    NOT_EMPTY = auto()
    FOREIGN = auto()
    """It is a site of ours, with other files in it."""
    LINK = auto()
    FILE = auto()
    ROOT = auto()
    IN_CONTENT = auto()
    HOLDS_CONTENT = auto()


class NotOursError(SiteError):
    """The output folder is not one that this program may replace."""

    def __init__(self, out: Path, refusal: Refusal, foreign: tuple[str, ...] = ()) -> None:
        super().__init__(out)
        self.out = out
        self.refusal = refusal
        self.foreign = foreign
        """The files that are not ours, when only some are."""


class UnsafeNameError(SiteError, ValueError):
    """A file of the site would stand outside its folder, or under a name that not every system takes."""


class BusyError(SiteError):
    """Another run is publishing into the same folder and does not come to an end."""


class WriteFailedError(SiteError):
    """The disk refused; the old site is as it was."""

    def __init__(self, cause: OSError) -> None:
        self.is_of_the_path = cause.errno in OF_THE_PATH
        reason = REASONS.get(cause.errno or 0) or cause.strerror or str(cause)
        super().__init__(f"{reason}：{cause.filename or ''}".rstrip("："))
