"""Whatever looks like a list is read in linear time, breaks nothing and is not prose."""

from __future__ import annotations

import pytest
from blocks_told import AWAY, HOME, SIDED, claims_of
from hypothesis import given
from hypothesis import strategies as st

from tabellino import extract
from tabellino.domain.claim import GoalSays
from tabellino.extract.blocks import block_claims, read_blocks
from tabellino.extract.clubs import club_names, names_of
from tabellino.extract.text import tokenise


def test_sentences_in_lists_are_not_prose() -> None:
    text = tokenise("Inter won again.\n\nGoals: Smith 12, Jones 60.\n\nJones headed in the second after an hour.")
    blocked = read_blocks(text, names_of(HOME, AWAY), club_names()).sentences(text)
    assert blocked == {1}


def test_matches_and_points_in_the_standings_are_nobody_s_minutes() -> None:
    told = "Inter beat Juventus 3-2.\n\nStandings\n1. Inter 20/49\n2. Selby Rovers 20/41\n3) Ennepetal 20 / 37\n"
    assert [c.quote for c in extract(told) if isinstance(c.says, GoalSays)] == []


@pytest.mark.parametrize("first", ["1", "1. ", "Inter", "Inter 3-2", "1. Inter 20"])
def test_a_line_of_blanks_is_not_tried_in_every_way(first: str) -> None:
    import time

    text = f"Inter beat Juventus 3-2.\n{first}{' ' * 40_000}x"
    start = time.perf_counter()
    extract(text)
    assert time.perf_counter() - start < 5.0  # hundredths of a second; with a square in it, more than ten seconds


MONSTERS = [
    "1. " + " " * 40,
    "1. Inter 20/49\n",
    "Goals: Smith 12, Jones 60; 1-0 ",
    "Goals: Smith 12; ",
    "Goals: Smith " + "12 " * 40,
    "1-0 1-0 ",
    "Sommer, Bisseck (46 Kelly), Akanji, \n",
    "Reti: 12' Rossi (I)\n",
    "((((",
    "11' st ",
    "Inter 2 (Lautaro, Barella) Juventus 1 (Yildiz) ",
    "Inter 2 (Lautaro, Barella)\nJuventus 1 (Yildiz)\n",
    "Inter 2-1 Juventus\nScorers: Lautaro. Barella. Yildiz. ",
]


@pytest.mark.parametrize("piece", MONSTERS)
def test_reading_lists_takes_linear_time(piece: str) -> None:
    import time

    def took(letters: int) -> float:
        text = tokenise(piece * (letters // len(piece)))
        names, others = names_of(HOME, AWAY), club_names()
        start = time.process_time()
        block_claims(text.raw, read_blocks(text, names, others), SIDED, lambda span, written: written)
        return time.process_time() - start

    took(2_000)
    short, long = (min(took(letters) for _ in range(3)) for letters in (10_000, 80_000))
    assert long < 8 * short * 4 + 0.05, f"eight times the text took {long / short:.0f} times as long"


@given(
    st.lists(
        st.sampled_from(
            [
                *"()[],;:|./-+'*\n&",
                " ",
                "12",
                "45+2",
                "0:1",
                "17'",
                "Goals",
                "Smith",
                "Inter",
                "og",
                "pen",
                "st",
                "Booked",
            ]
        ),
        max_size=60,
    ).map("".join)
)
def test_nothing_that_looks_like_a_list_breaks_the_reader(text: str) -> None:
    for claim in claims_of(text):
        start, end = claim.span
        assert 0 <= start <= end <= len(text)
        assert claim.quote == text[start:end]
