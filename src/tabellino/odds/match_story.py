"""A record's match minute by minute: the curve, what each goal and dismissal moved, and the match without the card."""

from __future__ import annotations

import msgspec

from tabellino.domain.record import Booking, Goal, MatchRecord, Score
from tabellino.domain.stakes import Counterfactual, InPlay, Moment, Swing
from tabellino.odds.grid import ScoreGrid
from tabellino.odds.in_play import ELEVEN, Chances, Line, MatchModel, Men
from tabellino.odds.match_clock import FULL, HALF
from tabellino.odds.settings import InPlaySettings, default_settings

#: Where nobody tells the minute of a dismissal, it does not enter the curve; where bounds are told, their middle does.
_NO_TIME = "the minute of {what} is not told, so it does not enter the curve"


class _Event(msgspec.Struct, frozen=True):
    """A goal or a dismissal on the clock. `told` is False when the minute is the middle of bounds."""

    minute: int
    added_time: int | None
    source: Goal | Booking
    told: bool

    @property
    def order(self) -> tuple[int, int]:
        return self.minute, self.added_time or 0


def in_play(record: MatchRecord, grid: ScoreGrid, settings: InPlaySettings | None = None) -> InPlay:
    """The match of a record, kicked off with the chances of `grid`.

    Raises `UsageError` for fewer men than the laws allow. Goals of extra time and kicks from the mark are left out.
    """
    settings = settings or default_settings().in_play
    events, notes = _events(record)
    added = tuple(
        max([told, *(event.added_time or 0 for event in events if event.minute == end)])
        for told, end in zip(settings.added_time, (HALF, FULL), strict=True)
    )
    lines = [Line(men, effect) for men in _lines_of(events) for effect in settings.red_card]
    model = MatchModel(grid, lines, added=(added[0], added[1]), settings=settings)
    swings: list[Swing] = []
    counterfactuals: list[Counterfactual] = []
    states: list[tuple[int, Score, Men]] = []
    score, men = (0, 0), ELEVEN
    for event in events:
        step = model.clock.step(event.minute, event.added_time)
        before = score, men
        score, men = _after(event, score, men)
        states.append((step, score, men))
        swings.append(_swing(model, event, step, before, (score, men)))
        if isinstance(event.source, Booking):
            counterfactuals += _without(model, event.source, event, step, score, men, before[1])
    return InPlay(
        expected_goals=model.rates,
        curve=tuple(_curve(model, states)),
        swings=tuple(swings),
        counterfactuals=tuple(counterfactuals),
        notes=tuple(notes),
    )


def _events(record: MatchRecord) -> tuple[list[_Event], list[str]]:
    """Goals and dismissals in the order of the match, and what had to be left out."""
    found: list[_Event] = []
    notes: list[str] = []
    cards = [card for card in record.cards if card.card == "red"]
    sources: list[Goal | Booking] = [*record.goals, *cards]
    for source in sources:
        what = "a goal" if isinstance(source, Goal) else f"the dismissal of {source.player}"
        minute, told = source.minute, source.minute is not None
        if minute is None and source.between is not None:
            minute = sum(source.between) // 2
            notes.append(f"the minute of {what} is taken as {minute}, the middle of what is told")
        if minute is None:
            notes.append(_NO_TIME.format(what=what))
        elif source.team is None:
            notes.append(f"the side of {what} is not told, so it does not enter the curve")
        elif minute > FULL:
            notes.append(f"{what} in extra time does not enter the curve, which ends with the 90 minutes")
        else:
            found.append(_Event(minute, source.added_time, source, told))
    return sorted(found, key=lambda event: event.order), notes


def _lines_of(events: list[_Event]) -> list[Men]:
    """All numbers of men but eleven against eleven that the events lead to, and those without each single card."""
    lines: list[Men] = []
    men = ELEVEN
    for event in events:
        if isinstance(event.source, Booking):
            men = _after(event, (0, 0), men)[1]
            lines.append(men)
    return [men for men in dict.fromkeys(lines) if men != ELEVEN]


def _after(event: _Event, score: Score, men: Men) -> tuple[Score, Men]:
    home = event.source.team == "home"
    if isinstance(event.source, Goal):
        return (score[0] + home, score[1] + (not home)), men
    return score, (men[0] - home, men[1] - (not home))


def _swing(model: MatchModel, event: _Event, step: int, before: tuple[Score, Men], after: tuple[Score, Men]) -> Swing:
    source = event.source
    goal = isinstance(source, Goal)
    effects: list[float] = []
    if not goal:
        effects = [
            _points(model.chances(step, *after, effect)) - _points(model.chances(step, *before, effect))
            for effect in model.settings.red_card
        ]
    return Swing(
        what="goal" if goal else "red_card",
        minute=event.minute if event.told else None,
        added_time=event.added_time,
        team=source.team or "home",
        player=source.scorer if isinstance(source, Goal) else source.player,
        before=model.chances(step, *before),
        after=model.chances(step, *after),
        lowest=min(effects, default=None),
        highest=max(effects, default=None),
    )


def _without(
    model: MatchModel, card: Booking, event: _Event, step: int, score: Score, men: Men, men_before: Men
) -> list[Counterfactual]:
    return [
        Counterfactual(
            player=card.player,
            team=card.team or "home",
            minute=event.minute,
            added_time=event.added_time,
            study=effect.study,
            with_card=model.chances(step, score, men, effect),
            without=model.chances(step, score, men_before, effect),
        )
        for effect in model.settings.red_card
    ]


def _curve(model: MatchModel, states: list[tuple[int, Score, Men]]) -> list[Moment]:
    """The chances at the end of every minute played, from the kick-off on."""
    moments: list[Moment] = []
    score, men, waiting = (0, 0), ELEVEN, list(states)
    for step in range(model.clock.steps + 1):
        while waiting and waiting[0][0] <= step:
            _, score, men = waiting.pop(0)
        minute, added_time = model.clock.minute(step)
        moments.append(Moment(minute, added_time, score, men, *model.chances(step, score, men)))
    return moments


def _points(chances: Chances) -> float:
    """The home side's expected points."""
    return 3 * chances[0] + chances[1]
