"""A site that stands as it was published, from files that are as they were: there is nothing to do.

It is asked before anything costly is imported, so this module and all that it imports stay small.
"""

from __future__ import annotations

import hashlib
import pickle
from typing import TYPE_CHECKING

from ..content.fingerprint import Fingerprint, read_fingerprint
from ..content.read_cache import read_cache
from ..content.read_program import read_program
from ..memory import seal, unseal
from ..model.records import dataclass
from ..problems import Problem
from ..publishing.cache import prepare_cache, write_cache
from ..publishing.receipt import RECEIPT
from ..publishing.untouched import is_untouched

if TYPE_CHECKING:
    from .options import Options, Outcome

STANDING = "standing.bin"
"""Its name in the cache folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a command says of a site that was published, and how the site is known again."""

    receipt: str
    """SHA-256 of its `receipt.json`, which holds those of all other files."""
    problems: tuple[Problem, ...]
    """The reminders about its content."""
    pages: int
    facts: int
    checks: int
    size: int
    """Bytes."""


def find_standing(options: Options) -> Standing | None:
    """Return the site that stands in the output folder when a build would make the same again; `None` in any doubt."""
    fingerprint = read_fingerprint(options.content, options.root)
    kept = unseal(read_cache(options.root / ".cache", STANDING) or b"", read_program())
    if fingerprint is None or kept is None:
        return None
    question, standing = pickle.loads(kept)
    if question != _describe_question(options, fingerprint):
        return None
    assert isinstance(standing, Standing)
    return standing if is_untouched(options.out, options.content, standing.receipt) else None


def keep_standing(options: Options, before: Fingerprint | None, standing: Standing) -> None:
    """Store what was published, unless a file was written since `before`: nobody knows then which of it was read."""
    if before is None or read_fingerprint(options.content, options.root) != before:
        return
    kept = pickle.dumps((_describe_question(options, before), standing), pickle.HIGHEST_PROTOCOL)
    cache = options.root / ".cache"
    prepare_cache(cache)
    write_cache(cache, STANDING, seal(kept, read_program()))


def create_standing(outcome: Outcome) -> Standing:
    """Return what is to be known of a published outcome."""
    assert outcome.site is not None
    assert outcome.findings is not None
    receipt, reports = outcome.site[RECEIPT], outcome.findings.reports
    assert isinstance(receipt, bytes)
    return Standing(
        receipt=hashlib.sha256(receipt).hexdigest(),
        problems=outcome.problems,
        pages=sum(path.endswith(".html") for path in outcome.site),
        facts=sum(len(report_findings.facts) for report_findings in reports),
        checks=sum(len(report_findings.checks) for report_findings in reports),
        size=outcome.bytes_written,
    )


def _describe_question(options: Options, fingerprint: Fingerprint) -> tuple[object, ...]:
    return fingerprint.digest, options.base_url, options.strict, options.epoch
