"""Who is who, as leniently as a reader takes it."""

from __future__ import annotations

import pytest

from gate.same import same_club, same_person


@pytest.mark.parametrize(
    ("one", "other", "same", "remark"),
    [
        ("Francesco Pio Esposito", "Francesco Esposito", True, "a middle name more"),
        ("Esposito", "Francesco Esposito", True, "the surname alone"),
        ("Zieliński", "Piotr Zielinski", True, "an accent and no first name"),
        ("Sørloth", "Sorloth", True, "a letter that has no accent to take away"),
        ("O'Hara-Neil", "Paul O’Hara-Neil", True, "two apostrophes"),
        ("Kate Nolan", "Emma Nolan", True, "one surname: the side tells them apart, not the name"),
        ("Thomas Müller", "Mueller", True, "an umlaut written out"),
        ("Oezil", "Özil", True, "an umlaut written out at the start"),
        ("Kroos", "Cross", False, "a garbled name is another"),
        ("", "Nolan", False, "no name is nobody"),
        (None, None, False, "two unknowns are not one"),
    ],
)
def test_same_person(one, other, same, remark):
    assert same_person(one, other) is same, remark


@pytest.mark.parametrize(
    ("one", "other", "same", "remark"),
    [
        ("Hull", "Hull City", True, "the town alone"),
        ("Manchester City", "Manchester United", False, "one town, two clubs"),
        ("Man Utd", "Manchester United", True, "short forms"),
        ("Bayern München", "Bayern Munich", True, "the town in two languages"),
        ("FC Köln", "Cologne", True, "the town in two languages, all there is"),
        ("Vitória SC", "Vitoria Guimaraes", True, "club and club with town"),
        ("Sporting Braga", "Braga", True, "with and without the first word"),
        ("Real Betis", "Real Madrid", False, "Real is no name"),
        ("FC", "AFC", False, "noise alone names nobody"),
    ],
)
def test_same_club(one, other, same, remark):
    assert same_club(one, other) is same, remark
