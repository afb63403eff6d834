"""A claim: one checkable statement of a report, with the words it rests on.

What a claim says is one of the `Says` values below. Where the text leaves open who, when or for whom, the value
carries every candidate with a weight, and the solver decides with all reports on the table.
"""

from __future__ import annotations

import datetime
from typing import Literal

import msgspec

from tabellino.domain.clock import TimeWindow
from tabellino.domain.report import Span

Manner = Literal["asserted", "hedged", "opinion"]
Verdict = Literal["supported", "contradicted", "disputed", "single_source", "unverifiable", "opinion"]
#: What a goal did to the match, as told: its place in the score sequence.
Effect = Literal[
    "opener", "equaliser", "lead", "doubles", "extends", "reduces", "replies", "winner", "only", "last", "consolation"
]
Card = Literal["yellow", "red"]


class Candidate(msgspec.Struct, frozen=True):
    """One of several things that words can mean. Weights of the candidates of one field add up to at most 1."""

    value: str
    weight: float = 1.0


class GoalSays(msgspec.Struct, frozen=True, tag="goal", tag_field="kind"):
    """A goal of the match was scored.

    `scorer` and `team` (the club whom it counts for, by canonical name) hold candidates and are empty when the words
    do not tell. `own_goal` and `penalty` are None when the words do not tell. `score_after` is the running score as
    written, with `score_order` telling whose goals stand first: "home" (as in score lines), "team" (of the scoring
    side: "made it 2-1"), None when either can be meant. `nth_of_player` and `nth_of_team` count from 1.
    """

    scorer: tuple[Candidate, ...] = ()
    team: tuple[Candidate, ...] = ()
    time: TimeWindow | None = None
    own_goal: bool | None = None
    penalty: bool | None = None
    assist: str | None = None
    how: tuple[str, ...] = ()
    score_after: tuple[int, int] | None = None
    score_order: Literal["home", "team"] | None = None
    effects: tuple[Effect, ...] = ()
    nth_of_player: int | None = None
    nth_of_team: int | None = None


class ScoreSays(msgspec.Struct, frozen=True, tag="score", tag_field="kind"):
    """The score stood so at some moment.

    `first` and `second` are goals; `club_first` the club whose goals stand first, None when the words leave it open
    (the winner may be named first). A running score has `moment` "during", with `time` where told. `level` scores
    told without figures ("level at the break") have None goals; `winner` is the club told to have won or led, "" for
    a draw or level, None when not told; with figures on the way ("came from behind") the words tell only who led,
    and the figures are the likeliest.
    """

    moment: Literal["full_time", "half_time", "extra_time", "shootout", "during"]
    first: int | None = None
    second: int | None = None
    club_first: str | None = None
    winner: str | None = None
    time: TimeWindow | None = None


class CardSays(msgspec.Struct, frozen=True, tag="card", tag_field="kind"):
    """A player was cautioned or sent off. `second_yellow` is None when the words do not tell."""

    card: Card
    player: tuple[Candidate, ...] = ()
    team: tuple[Candidate, ...] = ()
    time: TimeWindow | None = None
    second_yellow: bool | None = None


class MissedPenaltySays(msgspec.Struct, frozen=True, tag="missed_penalty", tag_field="kind"):
    """A penalty was saved or missed (shoot-out kicks are no penalties of the match)."""

    player: tuple[Candidate, ...] = ()
    team: tuple[Candidate, ...] = ()
    time: TimeWindow | None = None


class DisallowedSays(msgspec.Struct, frozen=True, tag="disallowed_goal", tag_field="kind"):
    """The ball was in the net and the goal did not stand."""

    player: tuple[Candidate, ...] = ()
    team: tuple[Candidate, ...] = ()
    time: TimeWindow | None = None


IncidentKind = Literal["woodwork", "cleared_off_line", "big_chance", "injury"]


class IncidentSays(msgspec.Struct, frozen=True, tag="incident", tag_field="kind"):
    """Woodwork, a clearance off the line, a big chance."""

    what: IncidentKind
    player: tuple[Candidate, ...] = ()
    team: tuple[Candidate, ...] = ()
    time: TimeWindow | None = None


FactField = Literal["competition", "date", "venue", "home", "referee", "attendance", "player_of", "abandoned"]


class FactSays(msgspec.Struct, frozen=True, tag="fact", tag_field="kind"):
    """Something about the match as such: competition, date, venue, referee, attendance, captain, line-up."""

    field: FactField
    value: str
    of: str | None = None


#: What is counted, of table, form or history.
LeagueWhat = Literal[
    "points",  # club has `value` points
    "place",  # club stands `value`th
    "gap",  # club is `value` points ahead of `rival` (behind it when `behind`); without rival: of the next club
    "level",  # club has as many points as `rival`
    "played",  # club has played `value` matches
    "left",  # club has `value` matches to play
    "games_in_hand",  # club has played `value` matches fewer than `rival`
    "zone",  # club stands in `detail`: "top_4", "bottom_3", "relegation", "champions_league", "top_half", ...
    "record",  # club has `value` of `outcome` in the season so far
    "of_last",  # `value` of `outcome` in the last `of` matches
    "run",  # the last `value` matches were all `outcome`
    "run_ended",  # until this match, the `value` before it were all `outcome`
    "first_since",  # this match was the first `outcome` in `value` matches, or since `since`
    "last",  # the last `outcome` of club was in `since`
    "points_of_last",  # `value` points from the last `of` matches
    "goals",  # `value` goals scored, in the season or the last `of` matches; a window not named: `detail` "recent"
    "conceded",  # `value` goals let in, likewise
    "goal_difference",  # goals scored less goals let in are `value`
    "best",  # club is first (or last) of the league in `detail`: "best_attack", "worst_defence", "fewest_defeats", ...
    "meetings",  # `value` of `outcome` in the last `of` (or this season's) meetings with `rival`
    "decided",  # `detail` is certain by arithmetic: "champions", "relegated", "safe", "champions_league"
    "fixture",  # club plays `rival` next, in competition `detail`, on `on`
    "beyond_results",  # what results cannot tell: scorers' charts, a coach's past
]
Outcome = Literal["win", "draw", "defeat", "unbeaten", "winless", "clean_sheet", "scored", "scoreless", "conceded"]


class LeagueSays(msgspec.Struct, frozen=True, tag="league", tag_field="kind"):
    """Something about the table, form or history of a club that results can tell.

    `what` names the count; `club` its subject by canonical name (None when the words leave it open); `value` the
    number told (None when none is); `rival` the other club of a gap or meeting; `of` the m of "n of the last m".
    `where` restricts it to matches at home or away. `bound` tells whether the number is exact, a least or a most.
    `league` is True when the words name the league, None when they leave open whether cups count. `before` is True
    for what is told of the time before the match ("had lost three in a row"). `since` is a day, month
    or year in ISO 8601 ("2019", "2025-11", "2025-11-04"; "--01" for a January whose year is not told), or "opening"
    for the first match of the season. `detail` is anything else in the field's words.
    """

    what: LeagueWhat
    club: str | None = None
    value: int | None = None
    rival: str | None = None
    of: int | None = None
    outcome: Outcome | None = None
    where: Literal["home", "away"] | None = None
    bound: Literal["exact", "at_least", "at_most"] = "exact"
    behind: bool = False
    league: bool | None = None
    before: bool = False
    since: str | None = None
    detail: str | None = None
    on: datetime.date | None = None


class OpinionSays(msgspec.Struct, frozen=True, tag="opinion", tag_field="kind"):
    """Somebody's judgement, with its holder where named ("critics"); never a fact to verify."""

    holder: str | None = None
    about: str | None = None


Says = (
    GoalSays
    | ScoreSays
    | CardSays
    | MissedPenaltySays
    | DisallowedSays
    | IncidentSays
    | FactSays
    | LeagueSays
    | OpinionSays
)


class Claim(msgspec.Struct, frozen=True):
    """What one place in one report says.

    `span` are offsets into the report's text and `quote` the very words there. `weight` is the probability that the
    reading is what the words mean and that they speak of this match (fitted, see data/weights). `block` is True for
    claims read from scorer lists and line-ups rather than prose, `echo` for those found only because another report
    tells the same: they bear witness, and are never wrong themselves.
    """

    span: Span
    quote: str
    says: Says
    manner: Manner = "asserted"
    weight: float = 1.0
    block: bool = False
    echo: bool = False

    @property
    def kind(self) -> str:
        """The tag of what is said: "goal", "score", "card", ..."""
        return type(self.says).__struct_config__.tag  # type: ignore[return-value]


class JudgedClaim(msgspec.Struct, frozen=True):
    """A claim with what became of it.

    `id` is "report#number", both from 1, in order of the text. `probability` is that of the claim being true of the
    record (None for opinions and what nothing can be held against). `reason` is one plain sentence; `against` the
    ids of the claims that speak against it, `support` of those that speak for it; `correction` what the words should
    say, None when nothing can be suggested.
    """

    id: str
    report: int
    span: Span
    quote: str
    kind: str
    says: Says
    manner: Manner
    verdict: Verdict
    probability: float | None
    reason: str
    against: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    correction: str | None = None
