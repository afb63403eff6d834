"""League claims are read out of prose, and nothing else is."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from league_helpers import mentions, sentences
from tabellino.domain.claim import Claim, LeagueSays
from tabellino.extract.league_claims import league_claims


def read(text: str, subjects: tuple[str, ...] = ("Inter", "Juventus")) -> tuple[Claim, ...]:
    return league_claims(text, sentences(text), mentions(text), subjects)


#: A sentence, and the fields that its first claim must have.
SAYS = [
    ("Inter advanced to 61 points.", {"what": "points", "club": "Inter", "value": 61}),
    ("Inter have 61 points, Roma 46 with a game in hand.", {"what": "points", "club": "Inter", "value": 61}),
    ("Inter won to move eight points clear.", {"what": "gap", "club": "Inter", "value": 8, "behind": False}),
    (
        "Roma lie five points behind Napoli.",
        {"what": "gap", "club": "Roma", "value": 5, "rival": "Napoli", "behind": True},
    ),
    ("Lecce are four points clear of the relegation zone.", {"what": "gap", "detail": "relegation", "value": 4}),
    ("Milan are within two points of the leaders.", {"what": "gap", "behind": True, "value": 2}),
    ("Inter hold an eight-point lead over Milan.", {"what": "gap", "rival": "Milan", "value": 8}),
    ("They edged Juventus. Inter stay top of Serie A.", {"what": "place", "club": "Inter", "value": 1}),
    ("Victory left the hosts fifth in the table.", {"what": "place", "club": "Inter", "value": 5}),
    ("Pisa are bottom of the table.", {"what": "place", "value": 1, "detail": "from_bottom"}),
    ("Lecce are in the relegation zone.", {"what": "zone", "detail": "relegation"}),
    ("The win took Roma into the top four.", {"what": "zone", "club": "Roma", "detail": "top_4"}),
    (
        "Milan have two games in hand over Inter.",
        {"what": "games_in_hand", "club": "Milan", "value": 2, "rival": "Inter"},
    ),
    ("Inter have won seven of their last eight matches.", {"what": "of_last", "value": 7, "of": 8, "outcome": "win"}),
    (
        "It was a third successive away league defeat for Roma.",
        {"what": "run", "value": 3, "where": "away", "club": "Roma"},
    ),
    ("Roma have gone six matches without a win.", {"what": "run", "value": 6, "outcome": "winless"}),
    (
        "Roma are unbeaten in their last nine league games.",
        {"what": "run", "value": 9, "outcome": "unbeaten", "league": True},
    ),
    ("Roma have not lost in seven league games.", {"what": "run", "value": 7, "outcome": "unbeaten", "league": True}),
    (
        "Roma won away for the first time in five matches.",
        {"what": "first_since", "value": 5, "outcome": "win", "where": "away"},
    ),
    ("Napoli trail Inter by 12 points.", {"what": "gap", "value": 12, "behind": True}),
    ("Roma are unbeaten in 15.", {"what": "run", "value": 15, "outcome": "unbeaten"}),
    ("It was a first league win for Genoa in three.", {"what": "first_since", "value": 3, "outcome": "win"}),
    ("Roma ended Napoli's five-match winning run.", {"what": "run_ended", "club": "Napoli", "value": 5}),
    ("Genoa recorded a first win in seven games.", {"what": "first_since", "value": 7, "outcome": "win"}),
    ("Genoa recorded a first win over Milan since 2019.", {"what": "first_since", "since": "2019", "rival": "Milan"}),
    ("Roma suffered a fifth league defeat of the season.", {"what": "record", "value": 5, "outcome": "defeat"}),
    ("Roma have conceded nine goals in their last four games.", {"what": "conceded", "value": 9, "of": 4}),
    ("Roma took ten points from their opening five matches.", {"what": "points_of_last", "of": 5, "detail": "opening"}),
    ("Roma have the best defence in the league.", {"what": "best", "detail": "best_defence"}),
    ("Inter can no longer be caught.", {"what": "decided", "detail": "champions"}),
    ("Roma host Lazio on Sunday.", {"what": "fixture", "club": "Roma", "rival": "Lazio", "where": "home"}),
    ("Inter had lost three league matches in a row.", {"what": "run", "before": True, "outcome": "defeat"}),
]


@pytest.mark.parametrize(("text", "fields"), SAYS, ids=[row[0] for row in SAYS])
def test_a_wording_is_read(text: str, fields: dict[str, object]):
    claims = read(text)
    assert claims, "nothing read"
    told = [{name: getattr(claim.says, name) for name in fields} for claim in claims]
    assert fields in told, told
    for claim in claims:
        assert text[slice(*claim.span)] == claim.quote


NOTHING = [
    "At one point Inter sang about it.",
    "Inter had a first in the league this season from Bisseck.",
    "Inter kept the six teams in the bottom three at a distance.",
    "Inter could move eight points clear with a win.",
    "Roma must win to stay in the top four.",
    "Last season Roma won seven of their last eight matches.",
    "Zielinski made it 3-2 in the 90th minute.",
    "The second half was 12 minutes old when Locatelli scored.",
    "Inter beat Juventus 3-2 at San Siro on Saturday.",
    "He came out on top in the first place.",
    "Roma failed to move out of the bottom three.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_wishes_other_seasons_and_play_are_no_league_claims(text: str):
    assert read(text) == ()


def test_a_persons_own_count_is_none_of_the_club():
    (claim,) = read("Juventus striker Vlahovic has scored eight goals in 12 league matches.")
    assert isinstance(claim.says, LeagueSays)
    assert claim.says.what == "beyond_results"


def test_after_a_sum_of_points_a_club_and_a_bare_number_is_one_too():
    told = [(c.says.club, c.says.value) for c in read("Inter have 61 points, AC Milan 53 with a game in hand, Juve 46.")
            if isinstance(c.says, LeagueSays) and c.says.what == "points"]  # fmt: skip
    assert told == [("Inter", 61), ("Milan", 53), ("Juventus", 46)]


def test_where_the_words_leave_the_club_open_none_is_guessed():
    (claim,) = read("It was a fourth consecutive defeat.", ())
    assert isinstance(claim.says, LeagueSays)
    assert claim.says.club is None


def test_a_club_that_something_is_done_to_is_not_the_subject():
    claims = read("Inter grab last-gasp winner over Juve to move eight points clear at summit.")
    assert {claim.says.club for claim in claims if isinstance(claim.says, LeagueSays)} == {"Inter"}


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="abc 0123456789.,'-’İßé\nINTERpoints clearwin of last", max_size=300))
def test_no_text_breaks_the_reader(text: str):
    for claim in read(text):
        assert text[slice(*claim.span)] == claim.quote


def test_reading_takes_time_in_line_with_the_length():
    """A million characters of numbers and points; a quadratic reader would need hours."""
    text = "Inter have won seven of their last eight points clear in 5 matches. " * 4000
    spans = sentences(text)
    names = [(start, start + 5, "Inter") for start, _ in spans]
    start = time.perf_counter()
    league_claims(text, spans, names)
    assert time.perf_counter() - start < 10
