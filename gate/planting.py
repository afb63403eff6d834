"""Errors planted one at a time into reports that are otherwise left alone: where, of what kind, what becomes what.

What can be planted is looked for by the facts and the words of the text alone, never by what the library reads, so that
the same errors are asked of every version of it.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

import msgspec

from gate import corpus, shared_reports
from gate.corpus import LabelledMatch, Span
from gate.told import MatchTold
from tabellino.domain.report import Report

#: A full stop in "2." or "og." ends no sentence unless a blank follows.
_SENTENCE = re.compile(r"[^\n.!?]+(?:[.!?](?!\s|$)[^\n.!?]*)*")


class Scene(msgspec.Struct, frozen=True, dict=True):
    """One match with several reports. `plantable` are the reports (indices) in whose language errors can be written,
    `off_limits` the places of each report that are wrong, or open, as it stands."""

    id: str
    part: str
    facts: MatchTold
    reports: tuple[Report, ...]
    plantable: tuple[int, ...]
    off_limits: tuple[tuple[Span, ...], ...]
    shared: bool = False

    @cached_property
    def sentences(self) -> tuple[tuple[Span, ...], ...]:
        """The sentences of every report, a line of a list being one."""
        return tuple(tuple(m.span() for m in _SENTENCE.finditer(report.text)) for report in self.reports)


class Edit(msgspec.Struct, frozen=True):
    """Words at `span` of a text become `new`. `told` are expressions that all stand in one sentence where another
    report tells what is changed here."""

    kind: str
    span: Span
    new: str
    told: tuple[str, ...] = ()


class Planting(msgspec.Struct, frozen=True):
    """An edit of one report of a scene. `witnesses` other reports tell in so many words what it makes wrong."""

    scene: str
    report: int
    edit: Edit
    witnesses: int

    @property
    def span(self) -> Span:
        """Where the changed words stand once they are changed; never empty: of what is left out, its neighbours."""
        start = self.edit.span[0]
        return (start, start + len(self.edit.new)) if self.edit.new else (start - 1, start + 1)

    def sentence(self, scene: Scene) -> Span:
        """The sentence in which the changed words stand: what else is said there may rest on them."""
        place, (first, last) = self.edit.span[0], self.span
        start, end = next(((s, e) for s, e in scene.sentences[self.report] if s <= place <= e), (first, last))
        return min(start, first), max(end + len(self.edit.new) - (self.edit.span[1] - place), last)

    def planted(self, reports: Sequence[Report]) -> tuple[Report, ...]:
        """The reports with this error."""
        start, end = self.edit.span
        text = reports[self.report].text
        wrong = msgspec.structs.replace(reports[self.report], text=text[:start] + self.edit.new + text[end:])
        return (*reports[: self.report], wrong, *reports[self.report + 1 :])

    def before(self, span: Span) -> Span | None:
        """Where words of the changed text stood in the unchanged one; None when the changed words are among them."""
        start, end = self.span
        moved = len(self.edit.new) - (self.edit.span[1] - self.edit.span[0])
        if span[1] <= start:
            return span
        return (span[0] - moved, span[1] - moved) if span[0] >= end else None

    def order(self) -> str:
        """A place in a row that is the same on every machine and says nothing of the planting."""
        return hashlib.sha256(f"{self.scene}|{self.report}|{self.edit}".encode()).hexdigest()


def own_scenes(part: str | None = None) -> tuple[Scene, ...]:
    """Our own matches with several reports."""
    return tuple(_scene(m) for m in corpus.matches() if len(m.reports) > 1 and part in (None, m.part))


def _scene(match: LabelledMatch) -> Scene:
    return Scene(
        match.id,
        match.part,
        match.facts,
        tuple(r.report(n) for n, r in enumerate(match.reports, 1)),
        tuple(n for n, r in enumerate(match.reports) if r.language == "en"),
        tuple(
            tuple(s for quote in (*(e.quote for e in r.errors), *r.either) for s in r.spans(quote))
            for r in match.reports
        ),
    )


def shared_scenes(folder: Path, held_out: Container[str]) -> tuple[Scene, ...]:
    """The matches of other people's reports, whose errors are not labelled; none when the folder is not there."""
    return tuple(
        Scene(
            case.id,
            "held_out" if case.id in held_out else "tune",
            case.asked,
            case.reports,
            english,
            ((),) * len(case.reports),
            shared=True,
        )
        for case, english in shared_reports.several_with_english(folder)
        if case.asked is not None and english
    )


def in_pairs(scenes: Iterable[Scene]) -> tuple[Scene, ...]:
    """Each match with two of its reports alone: one word stands against another, and nothing is to be called wrong."""
    return tuple(
        msgspec.structs.replace(
            scene,
            reports=scene.reports[n : n + 2],
            off_limits=scene.off_limits[n : n + 2],
            plantable=tuple(p - n for p in scene.plantable if p in (n, n + 1)),
        )
        for scene in scenes
        for n in range(min(1, len(scene.reports) - 1))
    )


def plantings(scene: Scene, edits: Iterable[tuple[int, Edit]]) -> Iterator[Planting]:
    """Each edit as a planting, but for those at places that are off limits and those that change nothing."""
    for report, edit in edits:
        start, end = edit.span
        text = scene.reports[report].text
        if text[start:end] == edit.new or any(s < end + 1 and start < e + 1 for s, e in scene.off_limits[report]):
            continue
        yield Planting(scene.id, report, edit, _witnesses(scene, report, edit))


def _witnesses(scene: Scene, report: int, edit: Edit) -> int:
    return sum(
        any(all(re.search(one, text.text[s:e]) for one in edit.told) for s, e in scene.sentences[n])
        for n, text in enumerate(scene.reports)
        if n != report and edit.told
    )


def sample(found: Iterable[Planting], per_kind: int | None) -> list[Planting]:
    """So many of each kind, spread over the matches by chance that is always the same; all with None."""
    by_kind: dict[str, list[Planting]] = defaultdict(list)
    for one in sorted(found, key=Planting.order):
        by_kind[one.edit.kind].append(one)
    return [one for kind in sorted(by_kind) for one in by_kind[kind][:per_kind]]
