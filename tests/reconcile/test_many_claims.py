"""A text of very many claims, an archive pasted in by mistake, say, is judged in about linear time."""

import time

import pytest

import tabellino

OPENING = "Everton beat Fulham 4-2 at Goodison Park on Saturday.\n"
KINDS = {
    "one goal told again and again": lambda n: "It came on 5 minutes. Osman crossed and Jelavic headed in. ",
    "goals at every minute and score": lambda n: (
        f"{('Osman', 'Baines', 'Ruiz')[n % 3]} headed in from close range in the {n % 89 + 1}th minute "
        f"to make it {n % 5}-{n % 4}. "
    ),
    "a goal in every paragraph": lambda n: (
        f"\n{('Osman', 'Baines', 'Ruiz')[n % 3]} scored after {n % 89 + 1} minutes.\n"
    ),
}


def seconds(piece, times: int) -> float:
    text = OPENING + "".join(map(piece, range(times)))
    start = time.process_time()
    assert len(tabellino.read([text]).claims) > times / 2
    return time.process_time() - start


@pytest.mark.parametrize("kind", KINDS)
def test_four_times_the_claims_take_hardly_more_than_four_times_as_long(kind: str) -> None:
    seconds(KINDS[kind], 20)  # words are read, patterns compiled
    few, many = (min(seconds(KINDS[kind], times) for _ in range(2)) for times in (200, 800))
    assert many < 8 * few, f"{many:.2f} s for 800 pieces, {few:.2f} s for 200 (quadratic would be 16 times)"
