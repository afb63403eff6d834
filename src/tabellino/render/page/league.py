"""The league part: the table after the match, the claims that results can tell, the odds before and after."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tabellino.domain.record import MatchRecord
from tabellino.render.page import words
from tabellino.render.page.clean import visible
from tabellino.render.page.evidence import VERDICT_WORDS
from tabellino.render.page.views import Importance, OddsLine, OddsTable, StakesView, StandingsLine, StandingsView
from tabellino.render.page.witnesses import Witnesses


class Row(NamedTuple):
    """A line of the table ready to set. `ours` marks the clubs of the match, `edge` the first line of a new zone."""

    line: StandingsLine
    difference: str
    ours: bool
    edge: bool
    zone: str


class CountedClaim(NamedTuple):
    """A league claim with the sentence that counts it out."""

    outlet: str
    quote: str
    verdict: str
    verdict_words: str
    reason: str
    anchor: str


class Odds(NamedTuple):
    """One club's odds in words, with the errors of before, after and change, and in per cents for the bar."""

    club: str
    before: str
    after: str
    change: str
    errors: tuple[str, str, str]
    start: float
    end: float
    ours: bool


class LeagueView(NamedTuple):
    """The whole part. `title` names the table; rows, claims and odds may each be empty. `claims` are those that results
    can tell, the wrong ones first; `uncounted` the others."""

    title: str
    moment: str
    rows: tuple[Row, ...]
    zones: tuple[str, ...]
    notes: tuple[str, ...]
    claims: tuple[CountedClaim, ...]
    uncounted: tuple[CountedClaim, ...]
    odds: tuple[tuple[str, tuple[Odds, ...]], ...]
    importance: tuple[str, ...]


def league(
    record: MatchRecord, witnesses: Witnesses, standings: StandingsView | None, stakes: StakesView | None
) -> LeagueView | None:
    """The view, None when there is nothing to say of the league."""
    claims = tuple(_claims(record, witnesses))
    ours = {record.match.home, record.match.away}
    odds = tuple(_odds(table, ours) for table in stakes.odds) if stakes else ()
    if standings is None and not claims and not odds:
        return None
    return LeagueView(
        visible(standings.competition) if standings else "",
        visible(standings.moment) if standings else "",
        tuple(_rows(standings, ours)) if standings else (),
        tuple(_zones(standings)) if standings else (),
        tuple(visible(note) for note in standings.notes) if standings else (),
        tuple(sorted((c for c in claims if c.verdict != "unverifiable"), key=_gravity)),
        tuple(c for c in claims if c.verdict == "unverifiable"),
        odds,
        tuple(_importance(i) for i in stakes.importance) if stakes else (),
    )


def _rows(standings: StandingsView, ours: set[str]) -> list[Row]:
    rows: list[Row] = []
    above: str | None = None
    for line in standings.lines:
        difference = line.goals_for - line.goals_against
        told = f"+{difference}" if difference > 0 else f"−{-difference}" if difference else "0"
        edge = bool(rows) and line.zone != above
        rows.append(Row(line, told, line.club in ours, edge, standings.zones.get(line.zone or "", "")))
        above = line.zone
    return rows


def _zones(standings: StandingsView) -> Iterator[str]:
    """The zones with their places, from the top: "1–4 Champions League"."""
    for zone, name in standings.zones.items():
        places = [line.place for line in standings.lines if line.zone == zone]
        if places:
            ends = sorted({min(places), max(places)})
            yield f"{'–'.join(map(str, ends))} {visible(name)}"


def _claims(record: MatchRecord, witnesses: Witnesses) -> list[CountedClaim]:
    return [
        CountedClaim(
            witnesses.name(claim.report),
            words.quoted(claim.quote, 200),
            claim.verdict,
            VERDICT_WORDS[claim.verdict],
            words.sentence(visible(claim.reason)),
            witnesses.anchors[claim.id],
        )
        for claim in record.claims
        if claim.kind == "league"
    ]


def _gravity(claim: CountedClaim) -> int:
    return ("contradicted", "disputed").index(claim.verdict) if claim.verdict in ("contradicted", "disputed") else 2


def _odds(table: OddsTable, ours: set[str]) -> tuple[str, tuple[Odds, ...]]:
    return visible(table.of), tuple(_line(line, line.club in ours) for line in table.lines)


def _line(line: OddsLine, ours: bool) -> Odds:
    change = 100 * (line.after - line.before)
    sign = "+" if change >= 0.05 else "−" if change <= -0.05 else "±"
    return Odds(
        visible(line.club),
        words.fine_percent(line.before),
        words.fine_percent(line.after),
        f"{sign}{abs(change):.1f}",
        (_error(line.before_error), _error(line.after_error), _error(line.change_error)),
        round(100 * line.before, 2),
        round(100 * line.after, 2),
        ours,
    )


def _error(error: float | None) -> str:
    """An error in percentage points, never shown as none at all."""
    if error is None:
        return ""
    return f"±\N{NO-BREAK SPACE}{100 * error:.2f}" if error >= 0.00005 else "± under\N{NO-BREAK SPACE}0.01"


def _importance(importance: Importance) -> str:
    points = round(100 * importance.value)
    error = f" ({_error(importance.error)})" if importance.error is not None else ""
    return (
        f"For {visible(importance.club)}, between the best and the worst result lay "
        f"{words.count(points, 'percentage point')} of {visible(importance.of)}{error}."
    )
