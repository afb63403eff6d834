"""What a claim says, in one plain phrase: the reading, beside the words it was read from."""

from __future__ import annotations

from tabellino.domain.claim import (
    Candidate,
    CardSays,
    DisallowedSays,
    FactSays,
    GoalSays,
    IncidentSays,
    LeagueSays,
    MissedPenaltySays,
    OpinionSays,
    Says,
    ScoreSays,
)
from tabellino.domain.clock import TimeWindow
from tabellino.names.numbers import ordinal
from tabellino.render.page import words
from tabellino.render.page.says_league import league_phrase

_EFFECTS = {
    "opener": "the first goal of the match",
    "equaliser": "an equaliser",
    "lead": "putting its side ahead",
    "doubles": "doubling the lead",
    "extends": "extending the lead",
    "reduces": "pulling one back",
    "replies": "a reply from behind",
    "winner": "the winning goal",
    "only": "the only goal",
    "last": "the last goal",
    "consolation": "a consolation",
}
_MOMENTS = {
    "full_time": "the final score",
    "half_time": "the half-time score",
    "extra_time": "the score after extra time",
    "shootout": "the shoot-out",
    "during": "the score",
}
_INCIDENTS = {
    "woodwork": "the woodwork hit",
    "cleared_off_line": "a ball cleared off the line",
    "big_chance": "a big chance",
    "injury": "an injury",
}
_FACTS = {
    "competition": "the competition was",
    "date": "the match was played on",
    "venue": "the match was played at",
    "home": "the home side was",
    "referee": "the referee was",
    "attendance": "the attendance was",
    "player_of": "a player of the match:",
    "abandoned": "the match was abandoned:",
}


def phrase(says: Says) -> str:
    """One phrase without a full stop, its first letter large: "An own goal by Cambiaso, in the 17th minute"."""
    return words.capital(_PHRASES[type(says)](says))  # type: ignore[operator]


def _who(candidates: tuple[Candidate, ...], joint: str = " by ") -> str:
    """ " by A or B", the likelier first; empty when the words do not tell."""
    if len(candidates) == 1:
        return joint + candidates[0].value
    ordered = sorted(candidates, key=lambda c: -c.weight)[:3]
    return joint + words.listed([c.value for c in ordered], "or") if ordered else ""


def _when(time: TimeWindow | None) -> str:
    if time is None:
        return ""
    if time.best is not None:
        place = words.minute_told(time.best)
        return f", in {place}" if time.source == "exact" else f", around {place}"
    if time.earliest <= 1:
        return f", by {words.minute_told(time.latest)}"
    return f", between {words.minute_told(time.earliest)} and {words.minute_told(time.latest)}"


def _goal(says: GoalSays) -> str:
    what = "an own goal" if says.own_goal else "a goal from the penalty spot" if says.penalty else "a goal"
    parts = [f"{what}{_who(says.scorer)}{_who(says.team, ' for ')}{_when(says.time)}"]
    parts += [_EFFECTS[effect] for effect in says.effects]
    if says.score_after:
        parts.append(f"making it {words.score(says.score_after)}")
    if says.nth_of_player:
        parts.append(f"his {ordinal(says.nth_of_player)} of the match")
    if says.assist:
        parts.append(f"made by {says.assist}")
    return ", ".join(parts)


def _score(says: ScoreSays) -> str:
    what = _MOMENTS[says.moment] + _when(says.time)
    if says.first is None or says.second is None:
        if says.winner is None:
            return what
        return f"{what}: level" if says.winner == "" else f"{what}: {says.winner} ahead"
    order = f", {says.club_first}’s goals first" if says.club_first and says.first != says.second else ""
    return f"{what}: {words.score((says.first, says.second))}{order}"


def _card(says: CardSays) -> str:
    what = "a second yellow card" if says.second_yellow else f"a {says.card} card"
    return f"{what}{_who(says.player, ' for ')}{_who(says.team, ' of ')}{_when(says.time)}"


def _penalty(says: MissedPenaltySays) -> str:
    return f"a penalty missed or saved{_who(says.player, ', taken by ')}{_who(says.team, ' of ')}{_when(says.time)}"


def _disallowed(says: DisallowedSays) -> str:
    return f"a goal that did not stand{_who(says.player)}{_who(says.team, ' for ')}{_when(says.time)}"


def _incident(says: IncidentSays) -> str:
    return f"{_INCIDENTS[says.what]}{_who(says.player)}{_who(says.team, ' for ')}{_when(says.time)}"


def _fact(says: FactSays) -> str:
    value = (words.date(says.value) or "") if says.field == "date" else says.value
    of = f" ({says.of})" if says.of and says.field not in ("venue", "date") else ""
    return f"{_FACTS[says.field]} {value}{of}"


def _opinion(says: OpinionSays) -> str:
    holder = f"the view of {says.holder}" if says.holder else "a view"
    return f"{holder} on {says.about}" if says.about else holder


_PHRASES = {
    GoalSays: _goal,
    ScoreSays: _score,
    CardSays: _card,
    MissedPenaltySays: _penalty,
    DisallowedSays: _disallowed,
    IncidentSays: _incident,
    FactSays: _fact,
    LeagueSays: league_phrase,
    OpinionSays: _opinion,
}
