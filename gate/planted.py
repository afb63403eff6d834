"""How many planted errors are called contradicted, kind by kind, and what else is."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Sequence

from gate.contradictions import overlap
from gate.measures import share
from gate.measuring import Library, attempt
from gate.plant_kinds import edits, words
from gate.planting import Planting, Scene, plantings, sample
from tabellino.domain.claim import FactSays, JudgedClaim
from tabellino.domain.record import MatchRecord
from tabellino.domain.report import Report, Span

#: One word against another decides nothing: an error is asked for where so many other reports tell the matter.
WITNESSES = 2
#: Stands for the kind of error where none is planted.
UNCHANGED = "(unchanged)"
Claims = list[tuple[int, JudgedClaim]]


@dataclasses.dataclass(frozen=True)
class Tally:
    """`told` of the `planted` errors stand against two other reports or more; `told_found` of those were found.
    `right` and `alarms` count contradicted claims: those at the changed words, and those that are neither in their
    sentence nor contradicted in the unchanged reports. `believed` are the errors whose changed words are called
    supported, the costliest of answers; `crashes` the readings that ended in one."""

    planted: int = 0
    found: int = 0
    told: int = 0
    told_found: int = 0
    right: int = 0
    alarms: int = 0
    believed: int = 0
    crashes: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(getattr(self, f.name) + getattr(other, f.name) for f in dataclasses.fields(self)))


@dataclasses.dataclass(frozen=True)
class Planted:
    """One planting, or a match before any, with its tally and, in words, what went wrong."""

    scene: str
    kind: str
    part: str
    shared: bool
    tally: Tally
    remarks: tuple[str, ...] = ()


def chosen(scenes: Sequence[Scene], everything: bool = False) -> list[tuple[Scene, Planting]]:
    """The plantings that are measured, of each half so many of every kind."""
    per_kind = None if everything else words()["per_kind"]
    by_id = {scene.id: scene for scene in scenes}
    found = []
    for part in sorted({scene.part for scene in scenes}):
        own = [p for scene in scenes if scene.part == part for p in plantings(scene, edits(scene))]
        found += [(by_id[p.scene], p) for p in sample(own, per_kind)]
    return found


def measure(library: Library, scenes: Sequence[Scene], everything: bool = False) -> list[Planted]:
    """Every chosen planting read with the other reports of its match."""
    read = {scene.id: judged(library, scene.reports) for scene in scenes}
    unchanged = {scene: _contradicted(claims) for scene, (claims, _) in read.items()}
    done = [_judge(library, scene, one, unchanged[scene.id]) for scene, one in chosen(scenes, everything)]
    return [_unchanged(scene, unchanged[scene.id], read[scene.id][1]) for scene in scenes] + done


def _unchanged(scene: Scene, claims: Claims, crash: tuple[str, ...]) -> Planted:
    """What is called contradicted before anything is planted: right where it is labelled as wrong, or as open."""
    false = [(n, c) for n, c in claims if not any(overlap(c.span, place) for place in scene.off_limits[n])]
    remarks = tuple(f"ALARM: {scene.id} unchanged: report {n + 1} {c.quote!r} ({c.reason})" for n, c in false)
    tally = Tally(right=len(claims) - len(false), alarms=len(false), crashes=len(crash))
    return Planted(scene.id, UNCHANGED, scene.part, scene.shared, tally, (*crash, *remarks))


def judged(library: Library, reports: Sequence[Report]) -> tuple[Claims, tuple[str, ...]]:
    """All claims with the place of their report in the order given, none where nothing can be read; and in words the
    crash that the reading ended in, if it did."""
    record, crash = attempt(library, reports)
    if record is None:
        return [], crash
    places = _places(record, reports)
    return [(places[c.report], c) for c in record.claims], crash


def _contradicted(claims: Claims) -> Claims:
    return [(n, c) for n, c in claims if c.verdict == "contradicted"]


def _places(record: MatchRecord, reports: Sequence[Report]) -> dict[int, int]:
    order = [report.source for report in reports]
    return {info.id: order.index(info.source) for info in record.reports}


def _judge(library: Library, scene: Scene, one: Planting, before: Claims) -> Planted:
    every, crash = judged(library, one.planted(scene.reports))
    sentence = one.sentence(scene)
    claims = _contradicted(every)
    here = [c for n, c in claims if n == one.report and overlap(c.span, one.span)]
    figures_alone = one.edit.kind.startswith("final score")
    at_words = [
        c for n, c in every if n == one.report and overlap(c.span, one.span) and not (figures_alone and _tells_home(c))
    ]
    believed = not here and any(
        c.verdict == "supported" and not any(_within(other.span, c.span) for other in at_words)
        for c in at_words
        if sentence[0] <= c.span[0]
        and c.span[1] <= sentence[1]  # a score told over several lines is about none of them
    )
    old = [(n, c.span) for n, c in before]
    alarms = [(n, c) for n, c in claims if not (n == one.report and overlap(c.span, sentence))]
    alarms = [(n, c) for n, c in alarms if not _stood(one, n, c, old)]
    told = one.witnesses >= WITNESSES
    tally = Tally(1, bool(here), told, told and bool(here), len(here), len(alarms), believed, len(crash))
    start, end = one.edit.span
    text = scene.reports[one.report].text
    what = f"{scene.id} {one.report + 1} {text[max(0, start - 50) : start]}[{text[start:end]}|{one.edit.new}]"
    what += text[end : end + 50]
    how = "BELIEVED" if believed else "MISSED" if told else "missed, few tell it"
    missed = [] if here else [f"{how}: {what!r}"]
    false = [f"ALARM: {what!r}: report {n + 1} {c.quote!r} ({c.reason})" for n, c in alarms]
    return Planted(scene.id, one.edit.kind, scene.part, scene.shared, tally, (*crash, *missed, *false))


def _tells_home(claim: JudgedClaim) -> bool:
    """Whether words are called to tell who was at home: the names in "Bolton 1-2 Fulham" do, whatever the figures."""
    return isinstance(claim.says, FactSays) and claim.says.field == "home"


def _within(one: Span, other: Span) -> bool:
    """Whether a span lies within another and is shorter: "Sunderland 2 (Hill 20, Deane 88) Fulham 0" tells a score, and
    its scorers in words of their own."""
    return one != other and other[0] <= one[0] and one[1] <= other[1]


def _stood(one: Planting, report: int, claim: JudgedClaim, old: Iterable[tuple[int, tuple[int, int]]]) -> bool:
    """Whether these words were contradicted before the error was planted."""
    span = one.before(claim.span) if report == one.report else claim.span
    return span is not None and any(report == n and overlap(span, other) for n, other in old)


def by_kind(done: Iterable[Planted]) -> dict[str, Tally]:
    """The tallies kind by kind, those of all last."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    total = Tally()
    for one in done:
        tallies[one.kind] += one.tally
        total += one.tally
    return dict(sorted(tallies.items())) | {"all": total}


def figures(done: Sequence[Planted]) -> dict[str, dict[str, float | None]]:
    """Row "planted, <part>" -> precision and recall, the recall where two other reports tell the matter, the share
    that is called supported, and the crashes. Matches of other people's reports have no row: they are not at hand
    everywhere."""
    own = [one for one in done if not one.shared]
    rows = {}
    for part in sorted({one.part for one in own}):
        total = by_kind(one for one in own if one.part == part)["all"]
        rows[f"planted, {part}"] = {
            "contradicted_precision": share(total.right, total.right + total.alarms),
            "contradicted_recall": share(total.found, total.planted),
            "told_recall": share(total.told_found, total.told),
            "believed": share(total.believed, total.planted),
            "crashes": float(total.crashes),
        }
    return rows


def table(done: Sequence[Planted], pairs: Sequence[Planted]) -> str:
    """One line a kind of the part that may be looked at; of the other part, of other people's reports and of pairs
    the totals."""
    seen = {
        f"tune: {kind}": tally for kind, tally in by_kind(d for d in done if d.part == "tune" and not d.shared).items()
    }
    for name, some in (
        ("held_out: all", [d for d in done if d.part == "held_out" and not d.shared]),
        ("shared, tune: all", [d for d in done if d.part == "tune" and d.shared]),
        ("shared, held_out: all", [d for d in done if d.part == "held_out" and d.shared]),
        ("one report against one: all", list(pairs)),
    ):
        if some:
            seen[name] = by_kind(some)["all"]
    head = f"{'planted errors':34}{'n':>6}{'recall':>9}{'told':>6}{'recall':>9}{'right':>7}{'false':>7}{'contr P':>9}"
    head += f"{'believed':>10}"
    return "\n".join([head, *(_line(name, tally) for name, tally in seen.items())])


def _line(name: str, t: Tally) -> str:
    cells = (share(t.found, t.planted), share(t.told_found, t.told), share(t.right, t.right + t.alarms))
    recall, told, precision = ("-" if cell is None else f"{cell:.3f}" for cell in cells)
    line = f"{name:34}{t.planted:>6}{recall:>9}{t.told:>6}{told:>9}{t.right:>7}{t.alarms:>7}{precision:>9}"
    return line + f"{t.believed:>10}"
