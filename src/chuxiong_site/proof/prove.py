"""The finished site against the report: one call that reads every file back and names every place that is not proved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain

from ..model.findings import Findings
from ..model.site import Site
from ..problems import Problem
from .around import describe_each_around, select_alone, split_files
from .faults import create_fault
from .links import check_crossings
from .making import describe_making
from .report_part import prove_report
from .site_part import prove_site_files
from .sorting import Proved


def prove_site(findings: Findings, site: Site, phrases: Iterable[str] = ()) -> list[Problem]:
    """Return every fault of the finished files against the report, its facts and the content fields.

    `phrases` are sentences with numbers of the project's own templates, in the notation of `phrases.py`.
    Nothing that made the files takes part: files are read by their own readers, and what they should say is worked out anew.
    Each report's files are proved alone, then those of the site, then the links from one to another.
    """
    return list_faults(prove_parts(findings, site, tuple(phrases), {}), site)


def prove_parts(
    findings: Findings,
    site: Site,
    phrases: tuple[str, ...],
    known: Mapping[str, Proved],
    recall: Callable[[Callable[[], Proved]], Proved] = lambda work: work(),
) -> dict[str, Proved]:
    """Return what the proof finds of each report's files, by its id, and under the empty id of the site's own.

    `known` are the parts that were proved before and are the same, byte for byte: those of reports by their ids, and
    pages of the site under other names. `recall` may know what comes of the site's own files.
    """
    files, making = split_files(findings, site), describe_making(site)
    around = describe_each_around(findings)
    proved = {
        entry.report.id: known[entry.report.id]
        if entry.report.id in known
        else prove_report(
            select_alone(findings, entry),
            around[entry.report.id],
            files[entry.report.id],
            making,
            phrases,
        )
        for entry in findings.reports
    }
    others = {name: part for name, part in known.items() if name not in proved}
    kept = {path for part in others.values() for path in part.places}
    own = {path: data for path, data in files[""].items() if path not in kept}
    own_proved = recall(lambda: prove_site_files(findings, own, site, making, phrases, kept=kept))
    return {**proved, **others, "": own_proved}


def list_faults(proved: Mapping[str, Proved], site: Site) -> list[Problem]:
    """Return the faults of all parts, each once, and of what joins them."""
    parts = list(proved.values())
    problems = [*chain.from_iterable(part.problems for part in parts), *check_together(parts, site)]
    return list(dict.fromkeys(problems))


def check_together(proved: Sequence[Proved], site: Site) -> Iterator[Problem]:
    """Yield what no part of a site can know alone: links that lead nowhere, and another time of making."""
    places = {path: anchors for part in proved for path, anchors in part.places.items()}

    @cache
    def find_anchors(path: str) -> frozenset[str] | None:
        return frozenset(places[path].split("\n")) if path in places else None

    for part in proved:
        yield from check_crossings(part.crossings, find_anchors, site)
    times = list(dict.fromkeys(part.built for part in proved if part.places))
    for part in proved:
        if part.places and part.built != times[0]:
            yield create_fault(next(iter(part.places)), f"生成时间：{part.built}", times[0])
