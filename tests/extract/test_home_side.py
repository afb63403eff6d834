"""Who is at home, told by grounds, cities, people and the order of names."""

from __future__ import annotations

import pytest

from tabellino.extract.home_side import home_odds
from tabellino.extract.reader import _units
from tabellino.extract.text import tokenise
from tabellino.extract.vocabulary import vocabulary


def odds(text: str, one: str, two: str) -> float:
    words = vocabulary("en")
    units, _ = _units(tokenise(text), words)
    return home_odds(units, words, one, two)


@pytest.mark.parametrize(
    ("text", "home", "away", "remark"),
    [
        ("Fulham won 2-1 away to Everton.", "Everton", "Fulham", "away to"),
        ("Fulham collected three points at Stoke.", "Stoke City", "Fulham", "at a club is at its ground"),
        ("Fulham, strong all season, scored late at Craven Cottage to beat Stoke.", "Fulham", "Stoke City", "a ground"),
        ("Wigan held Birmingham in a poor game at St Andrew's.", "Birmingham City", "Wigan Athletic", "ground with 's"),
        ("It was Atalanta who lost to Empoli in Bergamo.", "Atalanta", "Empoli", "the city"),
        ("Empoli beat Atalanta on a cold night in Bergamo.", "Atalanta", "Empoli", "the city, whoever is named first"),
        ("Lyon earned a draw with Shakhtar Donetsk in Ukraine.", "Shakhtar Donetsk", "Lyon", "the country"),
        ("Sunderland were beaten 2-0 by Newcastle on Tyneside.", "Newcastle United", "Sunderland", "the river"),
        ("CAGLIARI, Italy - Bologna drew 0-0 with Cagliari.", "Cagliari", "Bologna", "the place of writing"),
        ("Marseille won the title by beating Rennes 3-1 at home.", "Marseille", "Rennes", "who beat them is at home"),
        ("Fulham won away from home against Everton.", "Everton", "Fulham", "away from home against"),
        ("Siena still wait for a first win on the road after losing to Parma.", "Parma", "Siena", "on the road"),
        ("Stoke ended a run of five away defeats against West Ham.", "West Ham United", "Stoke City", "away defeats"),
        ("Stoke welcomed West Ham and lost.", "Stoke City", "West Ham United", "who welcomes is at home"),
        ("Match report: Wigan lost 2-1, v Bolton (A).", "Bolton Wanderers", "Wigan Athletic", "away in brackets"),
        ("Stoke won 2-0, v Bolton (H).", "Stoke City", "Bolton Wanderers", "home in brackets"),
        ("Stoke crashed 4-1 at new leaders Fulham.", "Fulham", "Stoke City", "at a club that is described"),
        (
            "Stoke and Everton met. Lukaku, of Everton, scored for the visitors.",
            "Stoke City",
            "Everton",
            "for the visitors",
        ),
        ("Livorno were beaten by Chievo at the Bentegodi.", "Chievo", "Livorno", "a ground that two clubs have"),
        ("Sevilla were trailing at Athletic Bilbao.", "Athletic Club", "Sevilla", "trailing at"),
        (
            "Sevilla won in Bilbao\n\nNext season Athletic Club hope to do better.",
            "Athletic Club",
            "Sevilla",
            "next, but later",
        ),
        ("Stoke lost to Fulham at Everton's expense.", "Stoke City", "Fulham", "an expense is no place"),
        ("Fulham lost after they travelled to Stoke.", "Stoke City", "Fulham", "travelled to"),
        ("Bolton and Wigan shared four goals.", "Bolton Wanderers", "Wigan Athletic", "most name the host first"),
    ],
)
def test_the_words_tell_who_is_at_home(text: str, home: str, away: str, remark: str) -> None:
    assert odds(text, home, away) > 0, remark
    assert odds(text, away, home) < 0, f"{remark}, and the other way round"


@pytest.mark.parametrize(
    ("text", "home", "away", "remark"),
    [
        (
            "Wigan beat Norwich again. In August a point at Carrow Road had been the start of it.",
            "Wigan Athletic",
            "Norwich City",
            "a ground of another day",
        ),
        (
            "Everton beat Chelsea. Two years ago in London they had lost.",
            "Everton",
            "Chelsea",
            "a city of another day",
        ),
        ("Bolton are happy. They beat Birmingham, who travel from St Andrew's badly.", "Bolton Wanderers",
         "Birmingham City", "from a ground"),
    ],
)  # fmt: skip
def test_words_of_another_day_tell_little(text: str, home: str, away: str, remark: str) -> None:
    assert odds(text, home, away) > -1, remark


def test_the_players_of_the_home_side_tell_it_by_their_squads() -> None:
    text = "Chelsea lost to Everton. {} put the hosts ahead in 2011 after ten minutes."
    neutral = odds(text.format("Someone Unknown"), "Everton", "Chelsea")
    assert odds(text.format("Leighton Baines"), "Everton", "Chelsea") > neutral, (
        "an Everton player scored for the hosts"
    )
    assert odds(text.format("Frank Lampard"), "Everton", "Chelsea") < neutral, "a Chelsea player did"
