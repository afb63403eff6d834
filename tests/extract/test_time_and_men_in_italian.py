"""What a language that borrows its weights needs besides words, shown in Italian: who stands behind a time, times that
are no list, descriptions with their article within, goalkeepers of a squad, halves that count their own minutes."""

from __future__ import annotations

import pytest

from tabellino.domain.claim import GoalSays
from tabellino.domain.report import Report
from tabellino.extract.reader import prose_context, read_report
from tabellino.extract.text import tokenise

OPENING = "La Juventus ha ospitato l'Inter. In campo Buffon, Pogba, Tevez e Vidal, contro Handanovic, Icardi e Guarin. "


def goals(text: str) -> list[tuple[str, float | None]]:
    """The likeliest man of each goal told, with its minute."""
    told = [claim.says for claim in read_report(Report(OPENING + text)).claims if isinstance(claim.says, GoalSays)]
    return [
        (max(says.scorer, key=lambda one: one.weight).value, says.time.best if says.time is not None else None)
        for says in told
        if says.scorer
    ]


@pytest.mark.parametrize(
    ("text", "told", "remark"),
    [
        (
            "Tevez segna al 12' e al 30' raddoppia Vidal.",
            [("Tevez", 12), ("Vidal", 30)],
            "the second begins another goal",
        ),
        ("Tevez segna al 12' e al 30'.", [("Tevez", 12), ("Tevez", 30)], "a list"),
        ("Tevez segna al 12', al 30' e al 48'.", [("Tevez", 12), ("Tevez", 30), ("Tevez", 48)], "a list of three"),
        ("Al 13' Tevez aggancia il lancio di Vidal, rientra e segna.", [("Tevez", 13)], "a time governs no name"),
        ("Tevez segna al 45'+1'.", [("Tevez", 45.01)], "marks on both figures"),
        ("Tevez segna al 45'+1.", [("Tevez", 45.01)], "a mark on the first alone"),
        ("Guarin calcia. Respinge Buffon, ma l'argentino insacca al 20'.", [("Icardi", 20)], "with its article within"),
    ],
)
def test_who_scored_and_when(text: str, told: list[tuple[str, float]], remark: str) -> None:
    assert goals(text) == told, remark


def test_the_beginning_of_a_half_begins_its_minutes() -> None:
    text = "Vince la Juventus. Al 20' segna Pogba. In avvio di ripresa spinge l'Inter. Al 28' pareggia Icardi."
    assert goals(text) == [("Pogba", 20), ("Icardi", 73)]


def test_whom_a_squad_knows_as_a_goalkeeper_is_one_without_a_word_that_says_so() -> None:
    people = prose_context(tokenise(OPENING), "it").units.people
    assert {person.name for person in people if person.keeper} == {"Buffon", "Handanovic"}
