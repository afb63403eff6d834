"""What governs a name, and what follows it."""

from __future__ import annotations

import pytest

from tabellino.extract.context import Context
from tabellino.extract.reader import prose_context
from tabellino.extract.syntax import following, governor
from tabellino.extract.text import tokenise

MATCH = "Everton beat Fulham 2-1 at Goodison Park on Saturday. "


def placed(sentence: str, name: str) -> tuple[Context, int]:
    context = prose_context(tokenise(MATCH + sentence), "en")
    assert context is not None
    units = context.units
    for place in context.people_in(0, len(units.codes)):
        if units.words(place, place + 1) == name and units.starts[place] >= len(MATCH):
            return context, place
    pytest.fail(f"{name} is not read as a name in {sentence!r}")


@pytest.mark.parametrize(
    ("sentence", "name", "before", "after", "remark"),
    [
        ("Mirallas beat Parker and scored.", "Mirallas", "start", "verb", "subject at the start"),
        ("Mirallas beat Parker and scored.", "Parker", "verb", "and", "object of a verb"),
        ("He drifted past Scott Parker before slotting home.", "Scott Parker", "past", "within", "after a preposition"),
        (
            "He went past Parker and Caulker before scoring.",
            "Caulker",
            "past",
            "within",
            "what governs one governs both",
        ),
        ("He rounded the advancing Krul and scored.", "Krul", "verb", "and", "describing words are passed over"),
        ("Then the unmarked Kone calmly slotted home.", "Kone", "conjunction", "verb", "an adverb before the verb"),
        ("A corner fell to Berbatov, who volleyed in.", "Berbatov", "to", "who", "a clause about him"),
        ("A poor Bryan Ruiz free-kick hit the wall.", "Bryan Ruiz", "start", "noun", "his free-kick, not he"),
        ("It came after Lukaku's cross was blocked.", "Lukaku", "within", "possessive", "what is his"),
        ("Krul was beaten again.", "Krul", "start", "aux", "a passive"),
    ],
)
def test_what_stands_around_a_name(sentence: str, name: str, before: str, after: str, remark: str) -> None:
    context, place = placed(sentence, name)
    assert (governor(context, place), following(context, place)) == (before, after), remark
