"""The match as it went: marks on the axis, the home side above it and the away side below, none upon another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tabellino.domain.record import Booking, Goal, Incident, MatchRecord, Side
from tabellino.names.surnames import surname
from tabellino.render.page import words
from tabellino.render.page.axis import Axis, Tick
from tabellino.render.page.clean import visible

#: Pixels, in a drawing of the given width: a mark and its minute, a letter of a label, the gap to keep, a lane.
MARK, LETTER, GAP, LANE = 46, 6.6, 8, 26
#: Letters of a label: "cleared off the line" has twenty.
LABEL = 20
#: Widths that the two drawings are laid out for, the narrowest at which each is shown: the page within its margins on a
#: phone and on a screen of 768 pixels. What parts there is farther apart on a wider one.
NARROW, WIDE = 320, 720


class Happening(NamedTuple):
    """One thing that happened. `kind` names its mark; `between` is the stretch where only bounds are known, `at` then
    its middle. `label` is what its mark is called by, the player's name where that says enough."""

    kind: str
    minute: str
    at: tuple[int, int | None] | None
    between: tuple[int, int] | None
    team: Side | None
    who: str
    what: str
    label: str


class Placed(NamedTuple):
    """A mark in its lane: `x` and the ends of the `stretch` in per cent, `y` in pixels."""

    happening: Happening
    x: float
    stretch: tuple[float, float] | None
    y: int
    stem: int
    label: str
    ends_at: bool


class Drawing(NamedTuple):
    """A drawing of the marks for one width."""

    name: str
    marks: list[Placed]
    line: int
    height: int
    ticks: list[Tick]


def happenings(record: MatchRecord) -> list[Happening]:
    """Goals, red cards, missed penalties, disallowed goals and incidents, in order; those without a time come last."""
    found = [
        *(_goal(goal) for goal in record.goals),
        *(_card(card) for card in record.cards if card.card == "red"),
        *_incidents("missed", "penalty missed", record.missed_penalties),
        *_incidents("disallowed", "goal disallowed", record.disallowed_goals),
        *_incidents("chance", None, record.incidents),
    ]
    return sorted(found, key=lambda h: (h.at is None, h.at[0] if h.at else 0, (h.at[1] or 0) if h.at else 0))


def _goal(goal: Goal) -> Happening:
    note = ", own goal" if goal.own_goal else ", penalty" if goal.penalty else ""
    who = visible(goal.scorer_told)
    kind = "own-goal" if goal.own_goal else "goal"
    stood = f", {words.score(goal.score_after)}" if goal.score_after else ""
    told = _happening(kind, goal, goal.between, who, f"goal{note}{stood}")
    return told if goal.scorer is not None else told._replace(label="")


def _card(card: Booking) -> Happening:
    what = "sent off, second yellow" if card.second_yellow else "sent off"
    return _happening("red", card, card.between, visible(card.player), what)


def _incidents(kind: str, what: str | None, incidents: Sequence[Incident]) -> Iterator[Happening]:
    for incident in incidents:
        told = what or visible(incident.what).replace("_", " ")
        happening = _happening(kind, incident, None, visible(incident.player or ""), told)
        yield happening if what else happening._replace(label=told)


def _happening(
    kind: str, event: Goal | Booking | Incident, between: tuple[int, int] | None, who: str, what: str
) -> Happening:
    at: tuple[int, int | None] | None = None
    if event.minute is not None:
        at, between = (event.minute, event.added_time), None
    elif between is not None:
        at = (sum(between) // 2, None)
    minute = words.minute(event.minute, event.added_time, between)
    return Happening(kind, minute, at, between, event.team, who, what, surname(who))


def draw(found: Sequence[Happening], axis: Axis, width: int, *, names: bool) -> Drawing:
    """Lay the marks out for one width: each goes to the lane nearest the axis in which it touches no other.

    The latest mark comes first, so that of marks which crowd, the earlier stand farther out and their stems, which lie
    to the left, cross no label.
    """
    lanes: dict[bool, list[float]] = {True: [], False: []}
    chosen = []
    for happening in reversed(found):
        if happening.at is None:
            continue
        above = happening.team != "away"
        label = words.shortened(happening.label, LABEL) if names else ""
        space = MARK + (LETTER * len(label) + 4 if label else 0)
        middle = axis.x(*happening.at) / 100 * width
        right = middle + space > width + GAP  # the margin of the page holds as much
        first = middle + MARK / 4 - space if right else middle - MARK / 4
        lane = _free_lane(lanes[above], first, first + space + GAP)
        chosen.append((happening, above, lane, label, right))
    return _drawing(chosen[::-1], axis, lanes, "wide" if names else "narrow")


def _free_lane(lanes: list[float], first: float, last: float) -> int:
    """The lowest lane whose leftmost mark begins after `last`; it is then taken from `first` on."""
    for lane, taken in enumerate(lanes):
        if taken >= last:
            lanes[lane] = first
            return lane
    lanes.append(first)
    return len(lanes) - 1


def _drawing(
    chosen: Sequence[tuple[Happening, bool, int, str, bool]], axis: Axis, lanes: dict[bool, list[float]], name: str
) -> Drawing:
    line = 14 + LANE * max(len(lanes[True]), 1)
    marks = []
    for happening, above, lane, label, right in chosen:
        assert happening.at is not None
        y = line - LANE * lane - 20 if above else line + LANE * lane + 20
        x = axis.x(*happening.at)
        stretch = (axis.x(happening.between[0]), axis.x(happening.between[1])) if happening.between else None
        marks.append(Placed(happening, x, stretch, y, line, label, right))
    return Drawing(name, marks, line, line + 14 + LANE * max(len(lanes[False]), 1), axis.ticks())
