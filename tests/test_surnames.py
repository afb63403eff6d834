"""The part of a name that papers print alone."""

from __future__ import annotations

import pytest

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
        ("K", "K", "nothing but an initial"),
        ("", "", "nothing"),
    ],
)
def test_the_family_name(name: str, short: str, remark: str) -> None:
    assert surname(name) == short, remark
