"""Who scored and when, in the words of reports at full length: what a clock showed, what counts back from what, goals
without a verb, one goal each, where the ball went in; and what is none of it."""

from __future__ import annotations

import pytest

from tabellino import extract
from tests.extract.sentences import MATCH, rows
from tests.extract.test_who_and_when import told

ROWS = rows("told_at_length")
#: Read otherwise so far; a sentence that is read rightly leaves this list.
MISREAD = {
    "Mirallas backheeled it for Lukaku to drive it through a crowded area with 31 gone.",
    "Osman had been booked in the 20th minute when Bent headed in.",
    "Before Hughes could close the gap Lukaku had found the far corner.",
    "Lukaku struck a lob, and Stekelenburg was still turning round when it dropped in beyond him.",
    "Barkley let fly and his shot was going wide until it met Lukaku's outstretched heel.",
    "Barkley's shot was flying wide until it hit Lukaku's heel and went in.",
    "Lukaku's free kick sailed in with nobody touching it. The referee went to his monitor, saw a "
    "push by Jagielka, and that was that.",
    "Lukaku jumped with Hughes, and the ball skidded off the defender's head and past Stekelenburg.",
    "When he met Hughes Lukaku was sharp, and he headed in.",
    "Ruiz and his strike partner Bent scored.",
}


@pytest.mark.parametrize(("text", "goals"), ROWS, ids=[text for text, _ in ROWS])
def test_told_at_length(text: str, goals: str) -> None:
    right = {goal.strip() for goal in goals.split(",") if goal.strip()}
    assert (told(text) == right) == (text not in MISREAD), f"read as {told(text)}"


@pytest.mark.parametrize(
    "stand", ["the Johnny Haynes Stand", "the Holte End", "the Bullens Road", "the Alex Smith Enclosure"]
)
def test_a_part_of_a_ground_is_no_man(stand: str) -> None:
    """Whoever it is called after is not told of."""
    claims = extract(f"{MATCH}Lukaku's lob bounced into the goal in front of {stand}.")
    named = {word for claim in claims for one in getattr(claim.says, "scorer", ()) for word in one.value.split()}
    assert named.isdisjoint(stand.split()), named
