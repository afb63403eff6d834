"""Names as papers and lists print them: what is printed alone, and who is the same man."""

from __future__ import annotations

import pytest

from tabellino import read
from tabellino.domain.report import Report
from tabellino.names.people import same_person
from tabellino.names.surnames import surname


@pytest.mark.parametrize(
    ("name", "short", "remark"),
    [
        ("Andrea Cambiaso", "Cambiaso", "given and family name"),
        ("Michele Di Gregorio", "Di Gregorio", "a particle belongs to the family name"),
        ("Robin van Persie", "van Persie", "in small letters too"),
        ("Oscar", "Oscar", "one name"),
        ("Di Canio", "Di Canio", "nothing but the family name"),
        ("Ben White", "White", "a given name that is a particle elsewhere"),
        ("Serrano G.", "Serrano", "the initial behind, as lists print it"),
        ("Serrano G", "Serrano", "the same without its full stop"),
        ("Fornari J. M.", "Fornari", "two initials"),
        ("J. Fornari", "Fornari", "the initial before"),
        ("Son Heung-min", "Son", "the family name first, as in Korea"),
        ("Heung-min Son", "Son", "the same the other way round"),
        ("Dominic Calvert-Lewin", "Calvert-Lewin", "a double name"),
        ("K", "K", "nothing but an initial"),
        ("", "", "nothing"),
    ],
)
def test_the_family_name(name: str, short: str, remark: str) -> None:
    assert surname(name) == short, remark


@pytest.mark.parametrize(
    ("one", "other", "same", "remark"),
    [
        ("Serrano G.", "Gonzalo Serrano", True, "the initial behind the surname"),
        ("G. Serrano", "Gonzalo Serrano", True, "the initial with its full stop"),
        ("G. Serrano", "Pablo Serrano", False, "another's initial"),
        ("Serrano G", "Serrano", True, "and the surname alone"),
        ("Serrano G.", "Pablo Serrano", False, "an initial that does not fit"),
        ("García Serrano G.", "Gonzalo García Serrano", True, "two surnames"),
        ("G. Serrano", "Serrano G.", True, "before and behind"),
    ],
)
def test_who_is_the_same_man(one: str, other: str, same: bool, remark: str) -> None:
    assert same_person(one, other) is same_person(other, one) is same, remark


def test_a_list_of_surnames_with_initials_tells_of_the_men_of_the_prose() -> None:
    record = read(
        [
            Report(
                "Everton 2-0 Fulham\n\nPaul Hallam put Everton ahead and Ian Corbett added the second late on.", "a.txt"
            ),
            Report("Everton 2-0 Fulham\nGoals: Hallam P., min. 24; Corbett I., min. 81.", "b.txt"),
        ]
    )
    assert [(goal.scorer, goal.minute) for goal in record.goals] == [("Paul Hallam", 24), ("Ian Corbett", 81)]
