"""A part of a site, mostly one report's: its files, what they are known by, and what the rest of the site needs to know of them."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, field, replace
from pathlib import Path

from ..content.read_parts import RECORD, are_whole, has_part, list_kept_files, read_part_record
from ..content.read_program import read_program
from ..memory import compute_question, seal, unseal
from ..model.names import is_portable_path
from ..model.records import dataclass
from ..model.site import Artifact, KeptFile, compute_sha256, compute_size
from ..proof.sorting import Proved
from ..publishing.errors import BusyError
from ..publishing.lock import hold_output
from ..publishing.parts import remove_parts, write_part
from ..rendering.budgets import Heavy
from ..rendering.frame.share import SharePicture
from ..rendering.summary import ReportSummary
from .options import Options, Outcome

PARTS, PREVIEW = "parts", "preview"
"""Stores in the cache folder: of the builds, and of the preview."""


VALUES = "_values-"
"""How the names of parts begin that are of no report: no report's id has such a mark."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A report's files and all that is known of them."""

    name: str
    """The report's id; `_values-1953` where it is the pages of indicators that end with the values of that report."""
    key: str
    """The digest of everything that the files are made of, and of the program."""
    files: Mapping[str, Artifact]
    summary: ReportSummary | None
    """Of a report's files."""
    proved: Proved | None = None
    """What the proof found; `None` before it was asked."""
    heavy: Heavy = field(default_factory=dict)

    @property
    def is_kept(self) -> bool:
        """Whether it was proved and stands in a store."""
        return all(isinstance(data, KeptFile) for data in self.files.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class PartStore:
    """A folder with the last proved part of each report, and others to look into: those that other runs made."""

    folder: Path
    others: tuple[Path, ...] = ()
    known: dict[str, Part] = field(default_factory=dict)
    """What this run has found or kept here; while it holds the folder nobody else changes it."""

    def find(self, report_id: str, key: str, *, is_new: bool = False) -> Part | None:
        """Return the part that is known by this key, wherever it stands; `None` unless every byte of it is there.

        `is_new` is said of what this run itself has just written.
        """
        part = self.known.get(report_id)
        if part is None or part.key != key or not has_part(self.folder, report_id):
            part = _read_part(self.folder, report_id, key, is_whole=is_new) or self._adopt(report_id, key)
        if part is not None:
            self.known[report_id] = part
        return part

    def _adopt(self, report_id: str, key: str) -> Part | None:
        """Take a part from where another run left it: linked first and read then, so that nobody can exchange it."""
        for store in self.others:
            part = _read_part(store, report_id, key, is_whole=True)
            if part is not None and self.keep(part) is not part:
                return _read_part(self.folder, report_id, key)
        return None

    def keep(self, part: Part) -> Part:
        """Store a proved part in the place of the report's last; return it as it stands there, or as it is on a full disk."""
        try:
            return self.write(part)
        except OSError:
            return part

    def write(self, part: Part) -> Part:
        """Do the same; raises what the disk raises."""
        self.known.pop(part.name, None)
        record = seal(_render_record(part), read_program())
        write_part(self.folder / part.name, (RECORD, record), part.files)
        files = list_kept_files(self.folder, part.name, _list_marks(part))
        self.known[part.name] = kept = replace(part, files=files)
        return kept

    def drop_others(self, report_ids: frozenset[str]) -> None:
        """Remove the parts of all reports but these."""
        remove_parts(self.folder, report_ids)


@contextlib.contextmanager
def keeping_parts(options: Options, name: str = PARTS) -> Iterator[PartStore | None]:
    """Lend the store of a project; `None` where none is wanted, another run works with it, or the disk has no place.

    The preview has one of its own, which it holds as long as it runs; what is in the one serves the other.
    """
    cache = options.root / ".cache"
    others = (*(cache / other for other in (PARTS, PREVIEW) if other != name), *options.parts)
    with contextlib.ExitStack() as stack:
        store = None
        if options.keeps:
            with contextlib.suppress(OSError, BusyError):
                stack.enter_context(hold_output(cache / name, patience=0))
                store = PartStore(folder=cache / name, others=others)
        yield store


@contextlib.contextmanager
def holding_store(
    folder: Path, others: tuple[Path, ...], on_wait: Callable[[], None] = lambda: None
) -> Iterator[PartStore]:
    """Hold a folder of parts for this run alone; raises `BusyError` when another run does not end."""
    with hold_output(folder, on_wait=on_wait):
        yield PartStore(folder=folder, others=others)


def keep_parts(outcome: Outcome, store: PartStore) -> Outcome:
    """Return an outcome whose proved parts stand in a store; the parts of reports that are no more are removed from it."""
    assert outcome.site is not None or not outcome.parts, "only a site has parts"
    parts = {
        report_id: store.keep(part) if _is_to_be_kept(part) else part
        for report_id, part in outcome.parts.items()
    }
    if parts:
        store.drop_others(frozenset(parts))
    site = {path: data for part in parts.values() for path, data in part.files.items()}
    return outcome if outcome.site is None else replace(outcome, parts=parts, site={**outcome.site, **site})


def _is_to_be_kept(part: Part) -> bool:
    return part.proved is not None and not part.proved.problems and not part.is_kept


def compute_key(values: object) -> str:
    """Return the key of plain values: another byte of what a part is made of is another key."""
    return compute_question((read_program(), values)).hex()


def _list_marks(part: Part) -> dict[str, tuple[str, int]]:
    return {path: (compute_sha256(data), compute_size(data)) for path, data in part.files.items()}


def _render_record(part: Part) -> bytes:
    assert part.proved is not None, "only what was proved is kept"
    record = {
        "key": part.key,
        "files": _list_marks(part),
        "summary": part.summary and asdict(part.summary),
        "crossings": part.proved.crossings,
        "places": part.proved.places,
        "built": part.proved.built,
        "heavy": part.heavy,
    }
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()


def _read_part(store: Path, report_id: str, key: str, *, is_whole: bool = False) -> Part | None:
    """Return a part from a folder; `is_whole` is said where nobody needs to read its files to be sure of them."""
    data = unseal(read_part_record(store, report_id), read_program())
    record = None if data is None else json.loads(data)
    if record is None or record["key"] != key:
        return None
    files = list_kept_files(store, report_id, record["files"])
    if not all(map(is_portable_path, files)) or not (is_whole or are_whole(files)):
        return None
    return Part(
        name=report_id,
        key=key,
        files=files,
        summary=_read_summary(record["summary"]),
        proved=Proved(
            problems=(), crossings=record["crossings"], places=record["places"], built=record["built"]
        ),
        heavy=record["heavy"],
    )


def _read_summary(record: dict[str, object] | None) -> ReportSummary | None:
    if record is None:
        return None
    pictures = record["pictures"]
    assert isinstance(pictures, dict)
    cards = {path: SharePicture(**card) for path, card in pictures.items()}
    return ReportSummary(**{**record, "pictures": cards})  # type: ignore[arg-type]
