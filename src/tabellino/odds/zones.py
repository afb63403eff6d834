"""The places of a season that lead somewhere, as the odds count them."""

from __future__ import annotations

from tabellino.domain.stakes import Zone
from tabellino.league.standings import zones_at
from tabellino.odds.situation import Situation


def zone_places(situation: Situation) -> tuple[dict[Zone, tuple[int, ...]], tuple[str, ...]]:
    """The places of each zone, from 1, and what must be said about them."""
    rules, season, places = situation.rules, situation.season.season, range(1, len(situation.clubs) + 1)
    led_to = {place: zones_at(rules, season, place) for place in places}
    zones: dict[Zone, tuple[int, ...]] = {"title": (1,)}
    champions = {"champions_league", "champions_league_qualifying"}
    europe = {*champions, "europa_league", "europa_league_with_cup"}
    europe |= {"europa_or_conference_league", "conference_league_with_cup"}
    for zone, names in (
        ("champions_league", champions),
        ("europe", europe),
        ("relegation_play_off", {"relegation_play_off"}),
        ("relegation", {"relegation"}),
    ):
        span = tuple(place for place in places if names & set(led_to[place]))
        if span:
            zones[zone] = span  # type: ignore[index]
    notes = []
    if season >= "2023-24" and rules.extra_champions_league and season not in rules.extra_champions_league:
        notes.append("a further Champions League place for the country is not known and not counted")
    if any("with_cup" in name for names in led_to.values() for name in names):
        notes.append("europe counts the places that the winners of the cups usually leave to the league")
    if situation.set_results:
        told = ", ".join(f"{h} v {a} {x}-{y}" for (h, a), (x, y) in situation.set_results.items())
        notes.append(f"supposing {told}")
    return zones, tuple(notes)
