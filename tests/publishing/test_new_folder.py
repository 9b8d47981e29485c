"""Is a new folder written whole or not at all, and what is there already never touched?"""

from __future__ import annotations

from pathlib import Path

import pytest

from chuxiong_site.publishing.errors import WriteFailedError
from chuxiong_site.publishing.new_files import AlreadyThereError
from chuxiong_site.publishing.new_folder import write_new_folder

FILES = {"README.md": b"a", "content/reports/2024.md": b"b"}


def list_all(folder: Path) -> dict[str, bytes]:
    """Return all files below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.mark.parametrize("there", ["nothing", "empty", "system file"])
def test_a_new_folder(there: str, tmp_path: Path) -> None:
    """The files are written where nothing is, or nothing of anybody's; folders on the way are made."""
    target = tmp_path / "a" / "b"
    if there != "nothing":
        target.mkdir(parents=True)
    if there == "system file":
        (target / ".DS_Store").write_bytes(b"x")
    write_new_folder(target, FILES)
    assert list_all(tmp_path) == {f"a/b/{name}": data for name, data in FILES.items()}


@pytest.mark.parametrize("there", ["file inside", "file", "link"])
def test_what_is_there_stays(there: str, tmp_path: Path) -> None:
    """A folder with anything in it, a file and a link are left as they are, and nothing is left beside them."""
    target = tmp_path / "b"
    if there == "file inside":
        target.mkdir()
        (target / "own.txt").write_bytes(b"own")
    elif there == "file":
        target.write_bytes(b"own")
    else:
        target.symlink_to(tmp_path / "elsewhere")
    before = sorted(path.name for path in tmp_path.iterdir()), list_all(tmp_path)
    with pytest.raises(AlreadyThereError):
        write_new_folder(target, FILES)
    assert (sorted(path.name for path in tmp_path.iterdir()), list_all(tmp_path)) == before


def test_a_disk_that_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk refuses in the middle nothing is left, the folders on the way neither."""
    original = Path.write_bytes

    def refuse(path: Path, data: bytes) -> int:
        if path.name == "2024.md":
            raise OSError(28, "full")
        return original(path, data)

    monkeypatch.setattr(Path, "write_bytes", refuse)
    with pytest.raises(WriteFailedError, match="磁盘满了"):
        write_new_folder(tmp_path / "a" / "b", FILES)
    assert list(tmp_path.iterdir()) == []
