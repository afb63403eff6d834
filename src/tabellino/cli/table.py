"""`tabellino table`: the standings on a date, in the terminal, as JSON or CSV."""

from __future__ import annotations

import csv
import datetime
import io
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from tabellino.domain.league import Season
    from tabellino.league.moments import Moment
    from tabellino.league.standings import Row, Standings

#: Marks of zones in the terminal, strongest first.
MARKS = {
    "champions_league": "CL",
    "champions_league_qualifying": "cl",
    "europa_league": "EL",
    "europa_league_with_cup": "el?",
    "europa_or_conference_league": "el/ecl",
    "conference_league_with_cup": "ecl?",
    "relegation_play_off": "r",
    "relegation": "R",
}
COLUMNS = ("place", "club", "played", "won", "drawn", "lost", "goals_for", "goals_against", "goal_difference",
           "points", "deducted", "games_in_hand", "form", "zone")  # fmt: skip


@click.command("table")
@click.argument("competition")
@click.option("--season", help="A season such as 2025-26; by default the latest at hand, or that of --on.")
@click.option("--on", "on", help="The table at the end of this day (2026-02-14).")
@click.option("--after", "after_match", help='The table after a match: "Inter v Juventus".')
@click.option("--why", is_flag=True, help="Say how level clubs were put in order, with the matches counted.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV.")
def command(
    competition: str,
    season: str | None,
    on: str | None,
    after_match: str | None,
    why: bool,
    as_json: bool,
    as_csv: bool,
) -> None:
    """The standings on a date, or after a match.

    COMPETITION is serie-a, premier-league, la-liga, bundesliga or ligue-1; without --on and --after the table is that
    after the latest results.
    """
    if as_json and as_csv:
        raise click.UsageError("--json and --csv cannot both be meant; give one")
    from tabellino.cli.season_of import season_at

    held = season_at(competition, season, _date(on) if on else None)
    moment = _moment(held, on, after_match)
    from tabellino.league.standings import standings

    table = standings(held, moment, why=why)
    records = _records(held, table)
    if as_json:
        click.echo(_json(held, table, records).decode())
    elif as_csv:
        click.echo(_csv(records), nl=False)
    else:
        click.echo(_text(held, table, records))
    for gap in held.gaps if not (as_json or as_csv) else ():
        click.echo(f"note: {gap}", err=True)


def _moment(season: Season, on: str | None, after_match: str | None) -> Moment:
    from tabellino.errors import UsageError
    from tabellino.league.moments import Moment, after, find_match
    from tabellino.league.schema import bounds
    from tabellino.league.standings import end_of

    if on and after_match:
        raise UsageError("--on and --after cannot both be meant; give one")
    if after_match:
        return after(find_match(season, after_match))
    if on:
        date = _date(on)
        first, last = bounds(season.season)
        if not first <= date <= last:
            raise UsageError(f"{date} is outside the season {season.season} ({first} to {last})")
        return Moment(date)
    return end_of(season)


def _date(text: str) -> datetime.date:
    from tabellino.errors import UsageError

    try:
        return datetime.date.fromisoformat(text)
    except ValueError as wrong:
        raise UsageError(f"{text!r} is no date; write it as 2026-02-14") from wrong


def _records(season: Season, table: Standings) -> list[dict[str, object]]:
    from tabellino.league.competitions import competition
    from tabellino.league.form import club_matches, letters
    from tabellino.league.standings import zones_at

    rules = competition(season.competition)
    most = max((row.played for row in table.rows), default=0)
    records = []
    for row in table.rows:
        zones = zones_at(rules, season.season, row.place)
        form = letters(club_matches(season, row.club, table.moment))
        records.append(_record(row, most, form, zones[0] if zones else None))
    return records


def _record(row: Row, most: int, form: str, zone: str | None) -> dict[str, object]:
    return {
        "place": row.place, "shared": row.shared, "club": row.club, "played": row.played, "won": row.won,
        "drawn": row.drawn, "lost": row.lost, "goals_for": row.goals_for, "goals_against": row.goals_against,
        "goal_difference": row.goal_difference, "points": row.points, "deducted": row.deducted,
        "games_in_hand": most - row.played, "form": form, "zone": zone, "note": row.note,
    }  # fmt: skip


def _json(season: Season, table: Standings, records: list[dict[str, object]]) -> bytes:
    import msgspec

    return msgspec.json.format(msgspec.json.encode({
        "schema": "tabellino/table/1", "competition": table.competition, "season": table.season,
        "on": table.moment.date, "after_kick_off": table.moment.kick_off, "complete": table.complete,
        "table": records, "separations": table.separations, "sources": season.sources, "gaps": season.gaps,
    }), indent=2)  # fmt: skip


def _csv(records: list[dict[str, object]]) -> str:
    out = io.StringIO()
    table = csv.DictWriter(out, COLUMNS, extrasaction="ignore", lineterminator="\n")
    table.writeheader()
    table.writerows(records)
    return out.getvalue()


def _text(season: Season, table: Standings, records: list[dict[str, object]]) -> str:
    from tabellino.league.competitions import competition

    rules = competition(season.competition)
    width = max(len(str(one["club"])) for one in records) if records else 4
    state = "final table" if table.complete else str(table.moment)
    lines = [f"{rules.name} {season.season}, {state}", ""]
    lines.append(f"{'':>4}  {'club':<{width}}   P   W   D   L   F:A      GD  Pts  form")
    lines += [_line(one, width) for one in records]
    lines += ["", *_legend(records)]
    if table.separations:
        lines += ["", "level clubs:", *(_separation(table, index) for index in range(len(table.separations)))]
    return "\n".join(line.rstrip() for line in lines)


def _line(one: dict[str, object], width: int) -> str:
    place = f"{'=' if one['shared'] else ''}{one['place']}"
    goals = f"{one['goals_for']}:{one['goals_against']}"
    hand = f"  {one['games_in_hand']} in hand" if one["games_in_hand"] else ""
    taken = f"  -{one['deducted']} points" if one["deducted"] else ""
    note = f"  {one['note']}" if one["note"] else ""
    mark = MARKS.get(str(one["zone"]), "")
    return (
        f"{place:>4}  {one['club']:<{width}}  {one['played']:>2}  {one['won']:>2}  {one['drawn']:>2}  {one['lost']:>2}"
        f"  {goals:<7} {one['goal_difference']:>+4}  {one['points']:>3}  {one['form']:<5}  {mark:<6}{hand}{taken}{note}"
    )


def _legend(records: list[dict[str, object]]) -> list[str]:
    from tabellino.cli.season_of import ZONE_NAMES

    used = [zone for zone in MARKS if any(one["zone"] == zone for one in records)]
    return ["  ".join(f"{MARKS[zone]} {ZONE_NAMES[zone]}" for zone in used)] if used else []


def _separation(table: Standings, index: int) -> str:
    step = table.separations[index]
    name = step.criterion.replace("h2h_", "head-to-head ").replace("_", " ")
    if step.values is None:
        told = f"{', '.join(step.clubs)}: {name} {step.note}"
    else:
        pairs = ", ".join(f"{club} {value}" for club, value in zip(step.clubs, step.values, strict=True))
        told = f"{name}: {pairs}{' (level)' if step.note else ''}"
    counted = "; ".join(f"{home} {a}-{b} {away}" for home, away, a, b in step.matches)
    return f"  {told}{f' [{counted}]' if counted else ''}"
