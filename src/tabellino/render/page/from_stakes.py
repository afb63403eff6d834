"""The stakes of a match as the page shows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tabellino.domain.record import Booking, Goal, MatchRecord
from tabellino.domain.stakes import Counterfactual as Without
from tabellino.domain.stakes import InPlay, MatchEffect, ResultEffect, Stakes, Zone, ZoneChange
from tabellino.domain.stakes import Swing as Moved
from tabellino.names.surnames import surname
from tabellino.render.page import words
from tabellino.render.page.views import (
    Chances,
    Counterfactual,
    CurvePoint,
    Importance,
    OddsLine,
    OddsTable,
    StakesView,
    Swing,
)

#: Tables of odds, in this order; the odds of Europe's lesser places stay in the JSON.
ZONES: dict[Zone, str] = {
    "title": "the title",
    "champions_league": "the Champions League",
    "relegation": "relegation",
}
#: So many clubs stand in one table of odds, those of the match first of all.
CLUBS = 6


def stakes_view(stakes: Stakes, record: MatchRecord) -> StakesView:
    """The view of both parts; what is None in `stakes` stays empty here, with the notes that say why."""
    effect, in_play = stakes.season, stakes.in_play
    actual = _actual(effect, record) if effect else None
    return StakesView(
        basis=" ".join(_basis(stakes)),
        curve=tuple(_points(in_play)) if in_play else (),
        swings=tuple(_swing(moved, record) for moved in in_play.swings) if in_play else (),
        counterfactuals=tuple(_counterfactuals(in_play, record)) if in_play else (),
        odds=tuple(_tables(effect, actual)) if effect and actual else (),
        importance=tuple(_importance(effect)) if effect else (),
    )


def _basis(stakes: Stakes) -> Iterator[str]:
    """Sentences on what the figures rest on."""
    if stakes.season:
        odds = stakes.season.before
        until = f" up to {words.date(odds.last_result)}" if odds.last_result else ""
        yield f"Strengths of the clubs from {odds.results_used:,} results{until}."
        yield f"{odds.simulations:,} simulated seasons with the {odds.matches_left} matches left, seed {odds.seed}."
    if stakes.in_play:
        home, away = stakes.in_play.expected_goals
        yield f"Expected at kick-off: {home:.2f} goals to {away:.2f}."
    notes = [*stakes.notes, *(stakes.in_play.notes if stakes.in_play else ())]
    notes += stakes.season.before.notes if stakes.season else ()
    yield from (f"{words.capital(note).rstrip('.')}." for note in notes)


def _chances(three: tuple[float, float, float]) -> Chances:
    return Chances(*three)


def _points(in_play: InPlay) -> Iterator[CurvePoint]:
    for moment in in_play.curve:
        yield CurvePoint(moment.minute, moment.added_time, Chances(moment.home, moment.draw, moment.away))


def _swing(moved: Moved, record: MatchRecord) -> Swing:
    event = _event_of(moved, record)
    return Swing(
        moved.minute,
        moved.added_time,
        _what(moved, event),
        moved.team,
        _chances(moved.before),
        _chances(moved.after),
        event.between if event and moved.minute is None else None,
    )


def _what(moved: Moved, event: Goal | Booking | None) -> str:
    """The event in words: "Cambiaso, own goal: 1–0"."""
    name = surname(moved.player) if moved.player else ""
    if moved.what == "red_card":
        return f"{name} sent off" if name else "a man sent off"
    if not isinstance(event, Goal):
        return name or "a goal"
    note = ", own goal" if event.own_goal else ", penalty" if event.penalty else ""
    told = f": {words.score(event.score_after)}" if event.score_after else ""
    return f"{name or event.scorer_told}{note}{told}"


def _event_of(moved: Moved, record: MatchRecord) -> Goal | Booking | None:
    """The goal or the dismissal that moved the chances."""
    reds = [card for card in record.cards if card.card == "red"]
    events: Sequence[Goal | Booking] = reds if moved.what == "red_card" else record.goals
    for event in events:
        player = event.scorer if isinstance(event, Goal) else event.player
        same = (event.minute, event.added_time, player, event.team)
        if same == (moved.minute, moved.added_time, moved.player, moved.team):
            return event
    return None


def _counterfactuals(in_play: InPlay, record: MatchRecord) -> Iterator[Counterfactual]:
    """One for each dismissal: the first study gives the figures, all of them the range."""
    by_card: dict[tuple[str | None, int, int | None], list[Without]] = {}
    for told in in_play.counterfactuals:
        by_card.setdefault((told.player, told.minute, told.added_time), []).append(told)
    for (player, _, _), studies in by_card.items():
        first = studies[0]
        gainer = 0 if first.team == "away" else 2
        worth = [study.with_card[gainer] - study.without[gainer] for study in studies]
        yield Counterfactual(
            f"Had {surname(player)} stayed on" if player else "Had he stayed on",
            _chances(first.with_card),
            _chances(first.without),
            record.match.home if gainer == 0 else record.match.away,
            (min(worth), max(worth)) if len(studies) > 1 else None,
        )


def _actual(effect: MatchEffect, record: MatchRecord) -> ResultEffect | None:
    """What the result that came did: the very score where it was simulated, else the win or the draw."""
    score = record.score.full_time
    if score is None:
        return None
    result = "home" if score[0] > score[1] else "away" if score[0] < score[1] else "draw"
    exact = [told for told in effect.results if told.result == "score" and told.score == score]
    return next(iter(exact or [told for told in effect.results if told.result == result]), None)


def _tables(effect: MatchEffect, actual: ResultEffect) -> Iterator[OddsTable]:
    """A table for each zone that the result moved, the likeliest clubs and those of the match."""
    ours = (effect.home, effect.away)
    for zone, name in ZONES.items():
        moved = [change for change in actual.changes if change.zone == zone]
        moved.sort(key=lambda change: (change.club not in ours, -change.after))
        lines = [_line(effect, change) for change in moved[:CLUBS]]
        if lines:
            yield OddsTable(name, tuple(sorted(lines, key=lambda line: -line.after)))


def _line(effect: MatchEffect, change: ZoneChange) -> OddsLine:
    known = {club.club: club.zones.get(change.zone) for club in effect.before.clubs}
    before = known.get(change.club)
    error = before.standard_error if before else None
    # Of the odds after nothing is known but this bound: no sum spreads wider than its parts together.
    after = None if error is None else error + change.standard_error
    return OddsLine(change.club, change.before, change.after, error, after, change.standard_error)


def _importance(effect: MatchEffect) -> Iterator[Importance]:
    """For the two clubs, the zone in which most hung on the match."""
    for club in (effect.home, effect.away):
        hung = [told for told in effect.importance if told.club == club and told.zone in ZONES]
        if hung:
            most = max(hung, key=lambda told: told.swing)
            yield Importance(club, ZONES[most.zone], most.swing, most.standard_error)
