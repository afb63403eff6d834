"""Judging claims about the table: points, place, gap, games in hand, zones, what is certain."""

from __future__ import annotations

from collections.abc import Callable

from tabellino.domain.claim import LeagueSays
from tabellino.league.arithmetic import Outlook, Race
from tabellino.league.form import points_of
from tabellino.league.judging import CUPS, Judge, Judgement, contradicted, fits, supported, unverifiable
from tabellino.league.standings import Row, Standings, zones_at
from tabellino.league.tiebreaks import Separation
from tabellino.league.wording import matches, number, place, points
from tabellino.names.numbers import ordinal

#: Ends of the table by name; where rules name a zone (relegation, Champions League) the rules tell the places.
CRITERIA = {
    "h2h_points": "points in the matches between them",
    "h2h_goal_difference": "goal difference in the matches between them",
    "h2h_goals_for": "goals in the matches between them",
    "h2h_away_goals": "away goals in the matches between them",
    "goal_difference": "goal difference",
    "goals_for": "goals scored",
    "away_goals": "away goals",
    "wins": "wins",
    "away_wins": "away wins",
}


def _row(table: Standings, club: str | None) -> Row:
    found = table.row(club or "")
    assert found is not None, f"{club} is in the season and so in its table"
    return found


def _twice(judge: Judge, says: LeagueSays, verdict: Callable[[Standings], Judgement]) -> Judgement:
    """The verdict at the moment after the match; where that is against the claim, the day's end may be meant."""
    first = verdict(judge.table_of(says))
    if first.verdict != "contradicted" or says.before or judge.moment.kick_off is None:
        return first
    night = verdict(judge.table_at_night)
    if night.verdict == "supported":
        return supported(f"{night.reason} (when the day's matches were over)")
    return first


def _points(judge: Judge, says: LeagueSays) -> Judgement:
    told = says.value
    if told is None:
        return unverifiable("no number of points is told")
    if says.where:
        return _points_at(judge, says, told)

    def verdict(table: Standings) -> Judgement:
        row = _row(table, says.club)
        taken = f", {points(row.deducted)} deducted" if row.deducted else ""
        won = f"{row.won} won, {row.drawn} drawn, {row.lost} lost"
        reason = f"{row.club} have {points(row.points)} from {matches(row.played)} ({won}{taken})"
        if fits(row.points, told, says.bound):
            return supported(reason)
        return contradicted(reason, points(row.points), row.points)

    return _twice(judge, says, verdict)


def _points_at(judge: Judge, says: LeagueSays, told: int) -> Judgement:
    """The points won at home, or away."""
    found = judge.matches(says)
    value = points_of(found)
    reason = f"{says.club} have {points(value)} from {matches(len(found), says.where)}"
    return supported(reason) if fits(value, told, says.bound) else contradicted(reason, points(value), value)


def _place(judge: Judge, says: LeagueSays) -> Judgement:
    told = says.value
    if told is None:
        return unverifiable("no place is told")

    def verdict(table: Standings) -> Judgement:
        row = _row(table, says.club)
        reason = f"{row.club} are {_place_of(row)} with {points(row.points)}{_level_with(table, row)}"
        detail = says.detail or ""
        meant = len(table.rows) + 1 - told if detail.startswith("from_bottom") else told
        if detail.endswith("either"):
            earlier = _row(judge.table_before, says.club)
            if meant in (row.place, earlier.place):
                return supported(f"{reason} ({ordinal(earlier.place)} before the match)")
        places = range(row.place, row.place + sum(one.place == row.place for one in table.rows))
        right = len(table.rows) + 1 - row.place if detail.startswith("from_bottom") else row.place
        return supported(reason) if meant in places else contradicted(reason, place(row.place), right)

    return _twice(judge, says, verdict)


def _place_of(row: Row) -> str:
    return f"{'level ' if row.shared else ''}{ordinal(row.place)}"


def _level_with(table: Standings, row: Row) -> str:
    """The clubs with as many points, and what put this one before or after them."""
    level = [one for one in table.rows if one.points == row.points and one.club != row.club]
    if not level:
        return ""
    names = " and ".join(f"{one.club} ({number(one.played)} played)" for one in level)
    steps = [step for step in table.separations if row.club in step.clubs and len(step.clubs) > 1]
    return f", level with {names}; {'; '.join(_step(step) for step in _short(steps))}"


def _short(steps: list[Separation]) -> list[Separation]:
    """Head-to-head that does not count yet is said once, not once for points and once for goals."""
    seen: set[str | None] = set()
    kept = []
    for step in steps:
        if step.values is None and step.note in seen:
            continue
        seen.add(step.note if step.values is None else None)
        kept.append(step)
    return kept


def _step(step: Separation) -> str:
    name = CRITERIA[step.criterion]
    if step.values is None:
        return f"head-to-head {step.note}"
    told = ", ".join(f"{club} {value:+d}" if "difference" in name else f"{club} {value}"
                     for club, value in zip(step.clubs, step.values, strict=True))  # fmt: skip
    return f"{name} {'leaves them level' if step.note else 'decides'}: {told}"


def _gap(judge: Judge, says: LeagueSays) -> Judgement:
    def verdict(table: Standings) -> Judgement:
        row = _row(table, says.club)
        rival = table.row(says.rival) if says.rival else _next_to(table, row, says)
        if rival is None:
            return unverifiable(f"{says.rival or 'a rival'} is not in this table")
        behind = says.behind or (says.detail == "either_way" and rival.points > row.points)
        gap = rival.points - row.points if behind else row.points - rival.points
        side = "behind" if behind else "ahead of"
        reason = (
            f"{row.club} have {points(row.points)}, {rival.club} {rival.points}: {points(abs(gap))} {_side(gap, side)}"
        )
        if says.value is None:
            return supported(reason) if gap > 0 else contradicted(reason)
        if fits(gap, says.value, says.bound):
            return supported(reason)
        if gap > 0:
            return contradicted(reason, f"{points(gap)} {side.removesuffix(' of')}", gap)
        other_way = f"{points(-gap)} {'ahead' if behind else 'behind'}"
        return contradicted(reason, other_way if gap else "level on points")

    return _twice(judge, says, verdict)


def _side(gap: int, side: str) -> str:
    return side.removesuffix(" of") if gap >= 0 else "the other way"


def _next_to(table: Standings, row: Row, says: LeagueSays) -> Row | None:
    """Whom a gap without a name is to: of the leaders when behind, of the next club when ahead, or a zone's edge."""
    rows = table.rows
    if says.detail == "leaders" or (says.behind and says.detail is None):
        return rows[0] if rows[0].club != row.club else rows[1]
    if says.detail == "bottom":
        return rows[-1]
    if (says.detail or "").startswith("place_"):
        place = int((says.detail or "").removeprefix("place_"))
        return rows[place - 1] if 0 < place <= len(rows) else None
    if says.detail in ("relegation", "top_4"):
        edge = _edge(table, says)
        return rows[edge - 1] if edge else None
    others = [one for one in rows if one.club != row.club]
    behind = [one for one in others if rows.index(one) > rows.index(row)]
    return behind[0] if behind else others[-1]


def _edge(table: Standings, says: LeagueSays) -> int | None:
    """The place on the far side of a zone's edge: the highest relegation place, the last or first outside the top."""
    if says.detail == "top_4":
        return 4 if says.behind else 5
    drop = [p for p in range(1, len(table.rows) + 1) if _relegation(table, p)]
    if not drop:
        return None
    return drop[0] - 1 if says.behind else drop[0]


def _relegation(table: Standings, place: int) -> bool:
    from tabellino.league.competitions import competition

    found = zones_at(competition(table.competition), table.season, place)
    return any(zone.startswith("relegation") for zone in found)


def _level(judge: Judge, says: LeagueSays) -> Judgement:
    def verdict(table: Standings) -> Judgement:
        row, rival = _row(table, says.club), table.row(says.rival or "")
        if rival is None:
            return unverifiable("the words leave open with whom they are level")
        reason = f"{row.club} have {points(row.points)}, {rival.club} {rival.points}"
        return supported(reason) if row.points == rival.points else contradicted(reason)

    return _twice(judge, says, verdict)


def _played(judge: Judge, says: LeagueSays) -> Judgement:
    def verdict(table: Standings) -> Judgement:
        row = _row(table, says.club)
        reason = f"{row.club} have played {matches(row.played)}"
        if says.value is None:
            return unverifiable("no number of matches is told")
        if fits(row.played, says.value, says.bound):
            return supported(reason)
        if says.league is None and row.played < says.value:
            return unverifiable(f"{reason}; {CUPS}")
        return contradicted(reason, matches(row.played), row.played)

    return _twice(judge, says, verdict)


def _left(judge: Judge, says: LeagueSays) -> Judgement:
    """The matches that a club has to play yet."""

    def verdict(table: Standings) -> Judgement:
        if says.value is None:
            return unverifiable("no number of matches is told")
        to_play = Race(judge.season, table).left[says.club or ""]
        played = _row(table, says.club).played
        reason = f"{says.club} have played {number(played)} and have {matches(to_play)} to play"
        if fits(to_play, says.value, says.bound):
            return supported(reason)
        return contradicted(reason, f"{matches(to_play)} left", to_play)

    return _twice(judge, says, verdict)


def _in_hand(judge: Judge, says: LeagueSays) -> Judgement:
    def verdict(table: Standings) -> Judgement:
        row = _row(table, says.club)
        told = 1 if says.value is None else says.value
        rival = table.row(says.rival or "") or _most_played(table, row, told)
        hand = rival.played - row.played
        reason = f"{row.club} have played {number(row.played)}, {rival.club} {number(rival.played)}"
        return (
            supported(reason)
            if hand == told
            else contradicted(reason, f"{matches(hand)} in hand" if hand > 0 else None, hand if hand > 0 else None)
        )

    return _twice(judge, says, verdict)


def _most_played(table: Standings, row: Row, told: int) -> Row:
    """Over whom matches are in hand when nobody is named: a club with as many more played, or the one with most."""
    others = [one for one in table.rows if one.club != row.club]
    as_told = (one for one in others if one.played - row.played == told)
    return next(as_told, None) or max(others, key=lambda one: one.played)


def _zone(judge: Judge, says: LeagueSays) -> Judgement:
    detail = (says.detail or "").removeprefix("out_of_")
    outside = detail != (says.detail or "")

    def verdict(table: Standings) -> Judgement:
        row = _row(table, says.club)
        where = f"{row.club} are {_place_of(row)} of {len(table.rows)}{_level_with(table, row)}"
        inside = _inside(judge, table, row, detail)
        if inside is None:
            return unverifiable(f"{where}; which places lead there is not known for {table.season}")
        return supported(where) if inside != outside else contradicted(where, place(row.place))

    return _twice(judge, says, verdict)


def _inside(judge: Judge, table: Standings, row: Row, detail: str) -> bool | None:
    """Whether a place lies in a zone; None when the season's rules do not tell."""
    size = len(table.rows)
    kind, _, figure = detail.partition("_")
    if detail == "top_half":
        return row.place <= size // 2
    if detail == "bottom_half":
        return row.place > size // 2
    if kind in ("top", "bottom") and figure.isdigit():
        return row.place <= int(figure) if kind == "top" else row.place > size - int(figure)
    if detail == "mid_table":
        # The middle is not defined by any rule: the places of neither the upper nor the lower quarter.
        return size // 4 < row.place <= size - size // 4
    found = zones_at(judge.rules, table.season, row.place)
    if judge.rules.zones_of(table.season) is None:
        return None
    if detail == "relegation":
        return any(zone.startswith("relegation") for zone in found)
    return _in_europe(judge, table, row, detail, found)


def _in_europe(judge: Judge, table: Standings, row: Row, detail: str, found: tuple[str, ...]) -> bool | None:
    """Places in Europe: sure where no cup and no further place can change them, else not known."""
    new_places = table.season >= "2023-24" and table.season not in judge.rules.extra_champions_league
    named = [zone for zone in found if zone.startswith(detail)]
    if detail == "europe":
        named = [zone for zone in found if not zone.startswith("relegation")]
        if "europa_or_conference_league" in named:
            return True
    elif "europa_or_conference_league" in found and detail in ("europa_league", "conference_league"):
        return None
    if any(zone.endswith("_with_cup") for zone in named):
        return None
    if new_places and not named and zones_at(judge.rules, table.season, row.place - 1):
        return None
    return bool(named)


def _decided(judge: Judge, says: LeagueSays) -> Judgement:
    def verdict(table: Standings) -> Judgement:
        race = Race(judge.season, table)
        outlook = _outlook(judge, race, says)
        if outlook is None:
            return unverifiable(f"what {says.detail} takes is not known for {table.season}")
        if outlook.certain is None:
            return unverifiable(outlook.because)
        return supported(outlook.because) if outlook.certain else contradicted(outlook.because)

    return _twice(judge, says, verdict)


def _outlook(judge: Judge, race: Race, says: LeagueSays) -> Outlook | None:
    club = says.club or ""
    zones = judge.rules.zones_of(judge.season.season)
    if says.detail == "champions":
        return race.first(club)
    if says.detail == "not_champions":
        leader = race.table.rows[0]
        mine, theirs = race.most(club), leader.points
        told = f"{club} can reach {mine} points at most; {leader.club} have {theirs}"
        return Outlook(mine < theirs if mine != theirs else None, told)
    if zones is None or zones.relegation is None:
        return None
    if (says.detail or "").startswith("top_"):
        size = (says.detail or "").removeprefix("top_")
        return race.above(club, len(race.points) // 2 if size == "half" else int(size))
    last_safe = zones.relegation[0] - 1
    if says.detail == "relegated":
        return race.below(club, last_safe)
    if says.detail == "safe":
        play_off = zones.relegation_play_off
        return race.above(club, play_off[0] - 1 if play_off else last_safe)
    if says.detail == "champions_league" and zones.champions_league:
        return race.above(club, zones.champions_league[1])
    return None


TABLE: dict[str, Callable[[Judge, LeagueSays], Judgement]] = {
    "points": _points,
    "place": _place,
    "gap": _gap,
    "level": _level,
    "played": _played,
    "left": _left,
    "games_in_hand": _in_hand,
    "zone": _zone,
    "decided": _decided,
}
