"""Find the scopes in which a sentence is judged: of its element, then of its link's target, then of its page."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from urllib.parse import quote, unquote

from ..documents.utterance import Utterance, fold
from ..links import follow
from ..phrases import Allowed, Texts
from .looking import SHARED, ReportScopes, Scopes, is_of_another
from .words import Scope

TAIL = re.compile(r"-(title|desc|sentence|name|value|check-\d+)$")
"""What a picture, or a part of a row, adds to the anchor of the whole."""
VALUE = "_value-"
"""What begins the anchor of a value on the page of its indicator; a report's id follows."""
NAMING = re.compile(r"[\w-]+", re.ASCII)
LED: Scope = {"term_place": ()}
"""What a link may not be called that does not lead there."""
FEW = 4
"""So many texts are compared one by one as fast as they are looked up."""
ADDRESS = "page_address"
"""The slot for a page's own address."""
Key = tuple[str, str, tuple[str, ...], str, bool, bool]
"""What a view depends on beside its page: subject, link, facts, report, whether white space is folded, whether the address is asked for."""


class Shown:
    """The texts of scopes as they are compared: folded, as on a page, or as they are. Scopes live as long as the proof."""

    def __init__(self, *, folded: bool) -> None:
        self.folded = folded
        self.known: dict[int, Allowed] = {}
        self.united: dict[tuple[int, frozenset[str]], frozenset[str]] = {}

    def show(self, texts: tuple[str, ...]) -> Allowed:
        """Return what a slot allows."""
        if not self.folded and len(texts) <= FEW:
            return texts
        found = self.known.get(id(texts))
        if found is None:
            said = tuple(map(fold, texts)) if self.folded else texts
            found = self.known[id(texts)] = Texts(said) if len(said) > FEW else said
        return found

    def unite(self, scope: Scope, slots: frozenset[str]) -> frozenset[str]:
        """Return the texts that a scope allows for some slots."""
        found = self.united.get((id(scope), slots))
        if found is None:
            own = scope.keys() & slots
            found = frozenset(text for slot in own for text in self.show(scope[slot]))
            self.united[id(scope), slots] = found
        return found


class View:
    """The scopes that apply to an utterance, the nearest first: the first that has a slot says what may stand in it."""

    __slots__ = ("report", "scopes", "shown")

    def __init__(self, report: ReportScopes, scopes: Sequence[Scope], shown: Shown) -> None:
        self.report, self.scopes, self.shown = report, scopes, shown

    def look(self, slot: str) -> Allowed:
        """Return the texts allowed in a slot."""
        for scope in self.scopes:
            if slot in scope:
                return self.shown.show(scope[slot])
        return ()

    def allows(self, text: str, slots: frozenset[str]) -> bool:
        """Tell whether a text may stand in one of some slots."""
        for scope in self.scopes:
            if text in self.shown.unite(scope, slots):
                return any(text in self.look(slot) for slot in slots)
        return False


class Views:
    """Finds views, the same for the same question: of the page's own report, or of each in turn."""

    def __init__(self, scopes: Scopes) -> None:
        self.scopes = scopes
        self.base = scopes.site["base_url"][0].rstrip("/")
        self.shown = (Shown(folded=False), Shown(folded=True))
        self.plain: dict[bool, dict[Key, list[View] | Several]] = {}
        """What is found for words without a link, where a file says nothing of its own: the same for many files."""
        self.named: dict[str, list[ReportScopes]] = {}
        """Id → the reports of that id whose numbers may be spoken of."""
        for report in (*scopes.reports, *scopes.neighbours):
            self.named.setdefault(report.report_findings.report.id, []).append(report)
        self.common = {
            id(report): {**scopes.site, **report.report} for report in (*scopes.reports, *scopes.neighbours)
        }
        """What may be said on every page of a report: of the report, then of the site."""
        self.reports = _name_all(scopes.reports)
        self.holders = self._find_holders() if len(scopes.reports) > 1 else {}
        """Anchor → the id of a report that has it."""
        self.places: dict[str, Place] = {}

    def find_place(self, path: str) -> Place:
        """Return a file as a place in which something is said."""
        place = self.places.get(path)
        if place is None:
            place = self.places[path] = Place(self, path)
        return place

    def forget(self) -> None:
        """Let go of everything: places know these views and these them, and a site has a thousand reports."""
        self.places.clear()

    def _find_holders(self) -> dict[str, str]:
        return {anchor: id for id, report in self.reports.items() for anchor in report.anchors}  # noqa: A001

    def list_owners(self, path: str) -> list[ReportScopes]:
        """Return the reports to which a page belongs."""
        folder, _, name = path.removeprefix("en/").partition("/")
        named = self.list_begun(name, "") if folder in SHARED else []
        return [*([self.reports[folder]] if folder in self.reports else []), *named]

    def list_begun(self, name: str, mark: str) -> list[ReportScopes]:
        """Return the reports with whose id, and a mark behind it, a name begins."""
        ids = (name[:end] for end in range(len(name) + 1) if name[end:].startswith(mark))
        return [self.reports[id] for id in ids if id in self.reports]  # noqa: A001


def _name_all(reports: Iterable[ReportScopes]) -> dict[str, ReportScopes]:
    return {report.report_findings.report.id: report for report in reports}


class Several:
    """The views of several reports, each worked out when those before it did not do."""

    def __init__(self, reports: Mapping[str, ReportScopes]) -> None:
        self.reports = reports
        self.views: dict[str, View] = {}

    def list_views(self, likely: Iterable[str], create: Callable[[ReportScopes], View]) -> Iterator[View]:
        """Yield all views, those of likely reports first: nearly all that is said is true of the report that it names."""
        first = [id for id in dict.fromkeys(likely) if id in self.reports]  # noqa: A001
        for id in chain(first, (id for id in self.reports if id not in first)):  # noqa: A001
            if id not in self.views:
                self.views[id] = create(self.reports[id])
            yield self.views[id]


class Place:
    """A file in which something is said."""

    def __init__(self, views: Views, path: str) -> None:
        self.views, self.scopes, self.path = views, views.scopes, path
        self.is_seen = path.endswith((".html", ".svg"))
        self.own = views.list_owners(path)
        self.folder, self.name = posixpath.dirname(path), posixpath.basename(path).removesuffix(".html")
        self.address: Scope = {ADDRESS: (f"{views.base}/{quote(path)}",) if views.base else ()}
        self.known: dict[Key, list[View] | Several] = {}
        self.here: dict[int, tuple[Scope, ...]] = {}
        self.unled = self._find_unled()
        self.aims: dict[str, tuple[str, str] | None] = {}

    def _find_unled(self) -> dict[Key, list[View] | Several]:
        """Return what is known of words without a link: shared with other files, unless this one says something of its own."""
        if len(self.own) != 1 or len(self.scopes.reports) > 1:
            return self.known
        [report] = self.own
        says_own = self.path in report.edition or self._list_here(report)
        return self.known if says_own else self.views.plain.setdefault(self.is_seen, {})

    def list_views(self, said: Utterance, *, addressed: bool) -> Iterable[View]:
        """Return the views of what is said here; with `addressed` the page's own address may be said too."""
        _, role, subject, facts, report_id, link = said
        key = (subject, link, facts, report_id, self.is_seen and "." not in role, addressed)
        known = self.known if link or addressed else self.unled
        views = known.get(key)
        if views is None:
            reports = self._list_reports(said)
            if len(reports) < 2:
                views = [self._create_view(report, said, key) for report in reports]
            else:
                is_every = reports is self.scopes.reports
                views = Several(self.views.reports if is_every else _name_all(reports))
            known[key] = views
        if isinstance(views, list):
            return views
        return views.list_views(self._list_likely(said), partial(self._create_view, said=said, key=key))

    def _list_likely(self, said: Utterance) -> Iterator[str]:
        """Yield the ids of reports that an utterance seems to be about: they stand in its words, its link, its anchor."""
        yield self.views.holders.get(TAIL.sub("", said.subject), "")
        yield from NAMING.findall(said.text)
        yield from NAMING.findall(said.link)

    def _create_view(self, report: ReportScopes, said: Utterance, key: Key) -> View:
        *_, folded, addressed = key
        scopes: list[Scope] = [LED] if said.link else [*filter(None, (self.scopes.spans.get(self.path),))]
        if self.path in report.edition:
            scopes += (report.edition.get(said.subject, {}), report.edition[self.path])
        if said.subject or said.facts or said.link:
            scopes += self._list_near(report, said)
        scopes += self._list_here(report)
        scopes.append(self.views.common[id(report)])
        if addressed:
            scopes.append(self.address)
        return View(report, scopes, self.views.shown[folded])

    def _list_reports(self, said: Utterance) -> Sequence[ReportScopes]:
        """Return the reports that an utterance may be about: the one it names, that of its page or link, else any."""
        if said.report_id:
            return self.views.named.get(said.report_id, ())
        if said.subject.startswith(VALUE):
            return self.views.list_begun(said.subject.removeprefix(VALUE), "-")
        own = self.own
        if own and not self.path.startswith("data/"):
            return own
        is_led = said.link and not said.subject.startswith("_chart-")  # a trend leads to several years
        if (
            not own
            and is_led
            and (aim := self.find_aim(said.link))
            and (led := self.views.list_owners(aim[0]))
        ):
            return led
        others = [report for report in self.scopes.reports if not any(report is one for one in own)]
        return [*own, *others] if own else self.scopes.reports

    def _list_near(self, report: ReportScopes, said: Utterance) -> list[Scope]:
        """Return the scopes of the facts in an utterance, of what it is about, of what it leads to."""
        near = []
        for ids in said.facts:
            near += [self._find(report, id) for id in ((ids, *ids.split(" ")) if " " in ids else (ids,))]  # noqa: A001
        if said.subject:
            near.append(self._find(report, said.subject))
        if said.link and (aim := self.find_aim(said.link)):
            full, anchor = aim
            if anchor and not is_of_another(full, report.report_findings.report.id):
                near.append(self._find(report, anchor))
            near += (report.pages.get(full, {}), self.scopes.files.get(full, {}))
        return [scope for scope in near if scope]

    def _list_here(self, report: ReportScopes) -> tuple[Scope, ...]:
        """Return the scopes of the page itself: of its section, its chart, its indicator."""
        here = self.here.get(id(report))
        if here is None:
            is_indicator = self.path.startswith("indicators/")
            scopes = (
                report.pages.get(self.path),
                report.anchors.get(f"_chart-{self.name}"),
                self.scopes.indicators.get(self.path.split("/")[1].removesuffix(".html"))
                if is_indicator
                else None,
            )
            here = self.here[id(report)] = tuple(filter(None, scopes))
        return here

    def find_aim(self, link: str) -> tuple[str, str] | None:
        """Return page and anchor of a link's target; `None` when it leaves the site."""
        if link not in self.aims:
            self.aims[link] = self._find_aim(link)
        return self.aims[link]

    def _find_aim(self, link: str) -> tuple[str, str] | None:
        target, _, anchor = link.partition("#")
        base = self.views.base
        if base and target.startswith(f"{base}/"):
            return unquote(target.removeprefix(f"{base}/")), unquote(anchor)
        if "//" in target:
            return None
        return follow(self.folder, target) if target else posixpath.normpath(self.path), unquote(anchor)

    def _find(self, report: ReportScopes, anchor: str) -> Scope:
        known = report.anchors.get(anchor)
        if known is not None:
            return known
        if anchor.startswith("file:"):
            return self._find_file(report.report_findings.report.id, anchor.removeprefix("file:"))
        for prefix, scopes in (("_indicator-", self.scopes.indicators), ("_term-", self.scopes.terms)):
            if anchor.startswith(prefix):
                return scopes.get(anchor.removeprefix(prefix), {})
        return report.anchors.get(TAIL.sub("", anchor), {})

    def _find_file(self, report_id: str, name: str) -> Scope:
        """Return the scope of a file by its name: a report's own, else one of the site."""
        paths = (f"data/{report_id}/{name}", f"data/{name}")
        return next((self.scopes.files[path] for path in paths if path in self.scopes.files), {})
