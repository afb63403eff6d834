"""Stakes as the page shows them."""

from __future__ import annotations

import page_samples as samples
import pytest

from tabellino.domain.stakes import (
    ClubOdds,
    Counterfactual,
    Importance,
    InPlay,
    MatchEffect,
    Moment,
    Odds,
    ResultEffect,
    SeasonOdds,
    Stakes,
    Swing,
    Zone,
    ZoneChange,
)
from tabellino.render.page import page, stakes_view


def season() -> MatchEffect:
    def club(name: str, **zones: float) -> ClubOdds:
        return ClubOdds(name, 24, 58, 85.0, 3.0, (1.0,), {z: Odds(p, 0.001) for z, p in zones.items()})  # type: ignore[misc]

    before = SeasonOdds(
        "serie-a", "2025-26", "2026-02-14", "2026-02-13", 900, 137, 100_000, 7,
        (club("Inter", title=0.918), club("Juventus", champions_league=0.55)), ("supposing nothing",),
    )  # fmt: skip

    def change(name: str, zone: Zone, was: float, is_: float) -> ZoneChange:
        return ZoneChange(name, zone, was, is_, 0.001)

    exact = (change("Juventus", "champions_league", 0.55, 0.47), change("Inter", "title", 0.918, 0.949),
             change("AC Milan", "title", 0.062, 0.041), change("Como", "europe", 0.3, 0.31))  # fmt: skip
    results = (
        ResultEffect("home", None, 0.5, (change("Inter", "title", 0.918, 0.95),)),
        ResultEffect("draw", None, 0.3, ()),
        ResultEffect("away", None, 0.2, ()),
        ResultEffect("score", (3, 2), 0.02, exact),
    )
    importance = (Importance("Inter", "title", 0.07, 0.001), Importance("Juventus", "champions_league", 0.17, 0.002),
                  Importance("Juventus", "title", 0.01, 0.001), Importance("Como", "europe", 0.02, 0.001))  # fmt: skip
    return MatchEffect("Inter", "Juventus", "2026-02-14", before, results, importance)


def in_play() -> InPlay:
    curve = tuple(Moment(m, None, (0, 0), (11, 11), 0.5, 0.3, 0.2) for m in range(91))
    swings = (
        Swing("goal", 17, None, "home", "Andrea Cambiaso", (0.5, 0.3, 0.2), (0.7, 0.2, 0.1)),
        Swing("red_card", None, None, "away", "Pierre Kalulu", (0.5, 0.3, 0.2), (0.6, 0.3, 0.1), 0.1, 0.3),
    )
    without = tuple(
        Counterfactual("Pierre Kalulu", "away", 44, None, study, (p, 0.3, 0.7 - p), (0.5, 0.3, 0.2))
        for study, p in (("first", 0.6), ("second", 0.64), ("third", 0.58))
    )
    return InPlay((1.6, 1.0), curve, swings, without, ("the minute of Kalulu's dismissal is taken as 44",))


def test_both_parts_become_one_view():
    view = stakes_view(Stakes(season(), in_play()), samples.derby()[0])
    assert len(view.curve) == 91
    assert [swing.what for swing in view.swings] == ["Cambiaso, own goal: 1–0", "Kalulu sent off"]
    tables = [(table.of, [line.club for line in table.lines]) for table in view.odds]
    assert tables == [("the title", ["Inter", "AC Milan"]), ("the Champions League", ["Juventus"])]
    assert view.odds[0].lines[0].after == 0.949, "the very score, not any win"
    assert [(told.club, told.of) for told in view.importance] == [
        ("Inter", "the title"), ("Juventus", "the Champions League")]  # fmt: skip


def test_a_dismissal_is_told_once_with_the_range_of_the_studies():
    (told,) = stakes_view(Stakes(None, in_play()), samples.derby()[0]).counterfactuals
    assert told.what == "Had Kalulu stayed on"
    assert told.to == "Inter"
    assert told.worth == pytest.approx((0.08, 0.14))
    assert told.happened.home == 0.6


def test_no_figure_without_what_it_rests_on():
    basis = stakes_view(Stakes(season(), in_play(), ("a note",)), samples.derby()[0]).basis
    assert basis == (
        "Strengths of the clubs from 900 results up to Friday 13 February 2026. 100,000 simulated seasons with the 137 "
        "matches left, seed 7. Expected at kick-off: 1.60 goals to 1.00. A note. The minute of Kalulu's dismissal is "
        "taken as 44. Supposing nothing."
    )


def test_what_could_not_be_worked_out_is_left_out_with_the_reason():
    record, reports = samples.derby()
    view = stakes_view(Stakes(None, None, ("no season holds the match",)), record)
    assert (view.curve, view.odds, view.importance) == ((), (), ())
    html = page(record, reports, stakes=view)
    assert "No season holds the match." in html
    assert 'id="curve"' not in html


def test_the_page_tells_the_worth_of_the_dismissal():
    record, reports = samples.derby()
    html = page(record, reports, stakes=stakes_view(Stakes(season(), in_play()), record))
    assert "By the published effects it was worth between 8 and 14 percentage points to Inter." in html
