"""Who keeps goal, told by the words beside his name."""

from __future__ import annotations

import pytest

from tabellino.extract import roles
from tabellino.extract.reader import prose_context
from tabellino.extract.text import tokenise

MATCH = "Everton beat Fulham 2-1 at Goodison Park on Saturday. "


def keepers(text: str) -> set[str]:
    context = prose_context(tokenise(MATCH + text), "en")
    assert context is not None
    return {person.name for person in context.units.people if person.keeper}


@pytest.mark.parametrize(
    ("text", "kept", "remark"),
    [
        ("Goalkeeper Tim Howard was not at fault.", {"Tim Howard"}, "said outright"),
        (
            "Lukaku shot straight at Schwarzer. His next effort was saved by Schwarzer.",
            {"Schwarzer"},
            "shots come to him",
        ),
        ("Mirallas tested Schwarzer twice and later shot just wide of Schwarzer's post.", {"Schwarzer"}, "his post"),
        ("Barkley crossed for Lukaku and Lukaku headed over. Barkley was booked.", set(), "nobody keeps goal here"),
        ("Kone drifted past Hughes and crossed for Naismith.", set(), "a defender is passed too"),
    ],
)
def test_a_goalkeeper_is_known_by_what_is_done_to_him(text: str, kept: set[str], remark: str) -> None:
    assert keepers(text) == kept, remark


def test_the_words_weighed_once_say_what_the_features_say() -> None:
    """Weights are fitted to the features; a text is read by what its words were found to weigh before."""
    context = prose_context(tokenise(MATCH + "Lukaku shot straight at Schwarzer. Goalkeeper Tim Howard saved."), "en")
    assert context is not None
    weights = context.weights["keeper"]
    for number, person in enumerate(context.units.people):
        told = roles.keeper_features(context, number)
        assert person.keeper == (sum(weights.get(name, 0.0) * value for name, value in told.items()) > 0), person.name
        words = [name for name in told if name[0] in "+-"]
        beside = sum(
            roles._word_weights("en").around(context.units, place, roles.BEFORE, roles.AFTER)
            for place in person.mentions
        )
        assert beside == pytest.approx(sum(weights.get(name, 0.0) * told[name] for name in words)), person.name


def test_a_beaten_goalkeeper_is_not_the_scorer() -> None:
    from tabellino import extract

    text = MATCH + (
        "Krul had saved well from Osman and tipped over a header. After 20 minutes Lukaku went round Krul and rolled "
        "the ball into the empty net to give Everton the lead."
    )
    goals = [claim.says for claim in extract(text) if claim.kind == "goal" and claim.weight > 0.5]
    named = {max(says.scorer, key=lambda c: c.weight).value for says in goals if says.scorer}
    assert named == {"Lukaku"}
