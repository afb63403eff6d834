"""Whose "we" a supporter's report is."""

from __future__ import annotations

import pytest

from tabellino.extract.our_side import our_places
from tabellino.extract.reader import prose_context
from tabellino.extract.text import tokenise
from tests.extract.sentences import MEN

HEAD = f"Everton and Fulham met at Goodison Park. {MEN}"


@pytest.mark.parametrize(
    ("text", "club"),
    [
        ("We lost to Fulham and nobody was surprised.", "Everton"),
        ("We beat Everton at last.", "Fulham"),
        ("Everton away, and we lost 3-2 to a corner that was none.", "Fulham"),
        ("Our captain Hangeland was everywhere, and we held on.", "Fulham"),
        ("Our own Osman gave us the lead.", "Everton"),
        ("Osman restored our lead and we never looked back.", "Everton"),
        ("Bent put us behind.", "Everton"),
        ("Jagielka's handball gave us a penalty.", None),
        ("We all know what a wet night can do.", None),
        ('"We lost to Fulham and that is that," said Osman.', None),
    ],
)
def test_whose_we_it_is(text: str, club: str | None) -> None:
    context = prose_context(tokenise(HEAD + text), "en")
    assert context is not None
    assert our_places(context)[1] == club


def test_who_lost_where_we_did() -> None:
    context = prose_context(tokenise(HEAD + "Everton away, and we lost 3-2 to a corner that was none."), "en")
    assert context is not None
    place = next(at for at, word in enumerate(context.units.value) if word == "lost")
    assert context.subject_club(place) == "Fulham"
