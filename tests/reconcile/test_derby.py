"""Two tellings of Inter 3-2 Juventus on 14 February 2026, one with the opener on the wrong side."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

import tabellino
from tabellino import Report


def paragraphs(text: str) -> str:
    """One line a paragraph, as papers send them."""
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n"))


FAN = paragraphs("""Inter beat Juventus 3-2 and walk away with the derby

Inter beat Juventus 3-2 at the San Siro on Saturday night and tightened their grip on Serie A, Piotr Zielinski
scoring the winner in the 90th minute.

Juventus opened the scoring through Andrea Cambiaso, and the score was level by the 32nd minute. Just before
half-time Pierre Kalulu was shown a second yellow card and sent off. Pundits claimed the second booking was
harsh.

With a man more, Inter took the lead again through Francesco Pio Esposito. Manuel Locatelli equalised with seven
minutes remaining.

Inter are now eight points ahead of their city rivals, with 19 victories in the league and 11 wins in their last
12 league games.
""")
AGENCY = paragraphs("""Zielinski winner sends Inter eight points clear

Piotr Zielinski's late goal gave Inter a 3-2 win over ten-man Juventus at the San Siro on Saturday.

Andrea Cambiaso's own goal gave Inter the lead in the 17th minute. The Juventus full-back equalised in the 26th
minute, tucking away a cross from Weston McKennie.

Juventus had Pierre Kalulu sent off on the stroke of half-time for a second yellow card.

Francesco Pio Esposito headed Inter in front in the 76th minute, but Juventus captain Manuel Locatelli made it
2-2 in the 83rd minute.

Zielinski scored the winner in the 90th minute with a left-footed shot from outside the area. Inter have 61
points and Juventus stay fourth on 46.
""")
DAY = datetime.date(2026, 2, 15)
GOALS = [
    (17, "home", "Andrea Cambiaso", True, (1, 0)),
    (26, "away", "Andrea Cambiaso", False, (1, 1)),
    (76, "home", "Francesco Pio Esposito", False, (2, 1)),
    (83, "away", "Manuel Locatelli", False, (2, 2)),
    (90, "home", "Piotr Zielinski", False, (3, 2)),
]


@pytest.fixture(scope="module")
def record():
    return tabellino.read([Report(FAN, "fan.txt", date=DAY), Report(AGENCY, "agency.txt", date=DAY)])


def test_which_match_it_was(record):
    match = record.match
    assert (match.home, match.away, match.competition, match.season) == ("Inter", "Juventus", "Serie A", "2025-26")
    assert (match.date, match.venue) == ("2026-02-14", "San Siro"), "on Saturday, in papers of Sunday"


def test_the_goals_and_the_scores(record):
    assert record.score.full_time == (3, 2)
    assert record.score.half_time == (1, 1)
    assert [(g.minute, g.team, g.scorer, g.own_goal, g.score_after) for g in record.goals] == GOALS


def test_who_made_the_goals_and_how_they_were_scored(record):
    assert [goal.assist for goal in record.goals] == [None, "Weston McKennie", None, None, None]
    assert "header" in record.goals[2].how
    assert {"left foot", "from outside the area"} <= set(record.goals[4].how)


def test_the_dismissal_has_bounds_and_no_invented_minute(record):
    (card,) = record.cards
    assert (card.player, card.team, card.card, card.second_yellow) == ("Pierre Kalulu", "away", "red", True)
    assert card.minute is None
    assert 39 <= card.between[0] <= card.between[1] <= 45


@pytest.mark.parametrize(
    ("remark", "words", "verdict", "reason"),
    [
        ("the wrong side opened", "Juventus opened the scoring through Andrea Cambiaso", "contradicted",
         "the 17th-minute goal was Cambiaso's own and put Inter 1-0 up"),
        ("a bound on the equaliser", "was level", "supported", "another report says the same"),
        ("the winner", "Piotr Zielinski scoring the winner", "supported", "another report says the same"),
        ("the man sent off", "Pierre Kalulu was shown a second yellow", "supported", "another report says the same"),
        ("what pundits claim", "Pundits claimed", "opinion", "a judgement of pundits"),
        ("a gap in the table", "eight points ahead", "supported", "Inter have 61 points, Milan 53: 8 points ahead"),
        ("wins so far", "19 victories in the league", "contradicted", "Inter have 20 wins from 25 matches"),
        ("form", "11 wins in their last 12", "supported", "D 2-2 v Napoli (11 Jan)"),
    ],
)  # fmt: skip
def test_what_becomes_of_the_fan_s_claims(record, remark, words, verdict, reason):
    found = [claim for claim in record.claims if claim.report == 1 and words in claim.quote]
    assert found, f"{remark}: no claim holds {words!r}"
    assert verdict in {claim.verdict for claim in found}, f"{remark}: {[(c.verdict, c.reason) for c in found]}"
    assert any(reason in claim.reason for claim in found), remark


def test_only_the_wrong_opener_and_the_wrong_count_are_errors(record):
    assert [claim.quote for claim in record.claims if claim.verdict == "contradicted"] == [
        "Juventus opened the scoring through Andrea Cambiaso",
        "19 victories in the league",
    ]
    assert [info.contradicted for info in record.reports] == [2, 0]


def test_the_check_points_at_the_line_and_corrects_it():
    check = tabellino.check(Report(FAN, "draft.txt", date=DAY), [Report(AGENCY, "agency.txt", date=DAY)])
    error, count = [finding for finding in check.findings if finding.level == "error"]
    assert (error.line, error.column) == (5, 1)
    assert error.correction == "Andrea Cambiaso's own goal put Inter 1-0 up in the 17th minute"
    assert error.sources == (("agency.txt", 5),)
    assert (count.line, count.quote, count.correction) == (
        9,
        "19 victories in the league",
        "20 victories in the league",
    )


def test_the_agency_s_own_draft_has_no_error():
    check = tabellino.check(Report(AGENCY, "draft.txt", date=DAY), [Report(FAN, "fan.txt", date=DAY)])
    assert check.contradicted == 0


SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


@pytest.fixture(scope="module")
def seeds():
    files = sorted(SEEDS.glob("*.txt"))
    if not files:
        pytest.skip(f"{SEEDS} is not there: the two seed reports are not ours to ship")
    return tabellino.read([Report(path.read_text("utf-8"), path.name) for path in files])


def test_the_seeds_give_the_match(seeds):
    match = seeds.match
    assert (match.home, match.away, match.competition, match.date) == ("Inter", "Juventus", "Serie A", "2026-02-14")
    assert match.venue == "San Siro"
    assert (seeds.score.full_time, seeds.score.half_time) == ((3, 2), (1, 1))
    surnames = [(minute, team, name.split()[-1], own, after) for minute, team, name, own, after in GOALS]
    told = [(g.minute, g.team, g.scorer.split()[-1].replace("ń", "n"), g.own_goal, g.score_after) for g in seeds.goals]
    assert told == surnames
    assert seeds.goals[1].assist == "Weston McKennie"
    assert "header" in seeds.goals[2].how
    assert {"left foot", "from outside the area"} <= set(seeds.goals[4].how)


def test_the_seeds_dismissal_has_no_invented_minute(seeds):
    (card,) = [card for card in seeds.cards if card.card == "red"]
    assert (card.player, card.team, card.second_yellow, card.minute) == ("Pierre Kalulu", "away", True, None)


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("Juventus opened the scoring through Andrea Cambiaso", "contradicted"),
        ("was level", "supported"),
        ("Critics argued", "opinion"),
        ("eight points", "supported"),
        ("61 points", "supported"),
        ("on 53", "supported"),
        ("one match fewer", "supported"),
        ("fourth on 46", "supported"),
        ("19 victories", "contradicted"),
        ("11 wins in 12 league outings", "supported"),
        ("25 goals across recent matches", "supported"),
        ("Champions League date in Norway", "unverifiable"),
    ],
)
def test_what_becomes_of_the_claims_of_the_seeds(seeds, words, verdict):
    found = {claim.verdict for claim in seeds.claims if words in claim.quote}
    assert found == {verdict}


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("19 victories", "Inter have 20 wins"),
        ("25 goals across recent matches", "true of Inter's last nine league matches"),
        ("remained fourth", "level with Roma (24 played); head-to-head does not count yet"),
        ("one match fewer", "Milan have played 24, Inter 25"),
    ],
)
def test_the_league_claims_of_the_seeds_are_counted_out(seeds, words, reason):
    (claim,) = [claim for claim in seeds.claims if words in claim.quote]
    assert reason in claim.reason
