"""The squads of the two clubs say whose player somebody is, at the time of the match."""

from __future__ import annotations

import re

import pytest

import tabellino
from tabellino import data
from tabellino.errors import DataError
from tabellino.extract.reader import prose_context
from tabellino.extract.squads import Known, look_up
from tabellino.extract.text import tokenise
from tabellino.extract.units import Person
from tabellino.names import squads
from tabellino.names.clubs import all_clubs
from tabellino.names.folding import fold
from tabellino.names.squads import OPEN, YEARS, squad

ARSENAL_OF_2004 = ("Lehmann", "Lauren", "Ljungberg", "Bergkamp", "Thierry Henry")


def known(names: tuple[str, ...], first: str, second: str, year: int | None = None) -> list[Known]:
    return look_up([Person(name, tuple(fold(name).split())) for name in names], first, second, year)


@pytest.mark.parametrize(
    ("year", "first", "second"),
    [(2010, 1.0, 0.0), (2014, 0.0, 1.0), (2012, 1.0, 1.0), (2020, 0.0, 0.0)],
    ids=["before he moved", "after he moved", "in the year he moved", "after he left both"],
)
def test_a_man_who_moved_between_the_two_clubs_is_where_he_was_in_that_year(year: int, first: float, second: float):
    (person,) = known(("Robin van Persie",), "Arsenal", "Manchester United", year)
    assert (person.first, person.second) == (first, second)


def test_the_names_together_tell_the_year_where_no_date_does():
    *_, henry, anelka = known((*ARSENAL_OF_2004, "Anelka"), "Arsenal", "Manchester City")
    assert henry.first > 0.9
    assert anelka.second > 0.9, "of the years of these men he was at City, whatever he was before"
    assert anelka.first < 0.1


def test_a_surname_that_both_squads_have_says_nothing_of_the_side():
    (person,) = known(("Cole",), "Arsenal", "Chelsea", 2005)
    assert person.first == person.second


def test_another_given_name_is_another_man():
    names = [known((name,), "Manchester United", "Everton", 2010)[0].first for name in ("Wayne Rooney", "John Rooney")]
    assert names == [1.0, 0.0]


@pytest.mark.parametrize("name", ["Thomas Müller", "Thomas Mueller", "Muller"])
def test_a_name_is_known_however_its_umlaut_is_written(name: str):
    assert known((name,), "Bayern Munich", "Chelsea", 2012)[0].first == 1.0


GERMANY_OF_2014 = ("Neuer", "Lahm", "Hummels", "Boateng", "Müller", "Klose", "Khedira", "Özil")


@pytest.mark.parametrize(
    ("written", "rightly", "remark"),
    [
        ("Kross", "Kroos", "a letter apart"),
        ("Toni Kross", "Toni Kroos", "with his given name"),
        ("Cross", "Kroos", "by ear"),
        ("Schurrler", "Schürrle", "two letters of eight"),
        ("Kroos", None, "spelt rightly"),
        ("Sami Kheddira", None, "a letter doubled in a whole name is left as it is printed"),
        ("Anton Kross", None, "another given name"),
        ("Lamm", None, "a short name a letter apart is another name"),
        ("Hummelsen", None, "nobody is called so"),
        ("Ballak", None, "Ballack had left by then"),
    ],
)
def test_a_garbled_name_is_that_of_the_one_man_who_was_there(written: str, rightly: str | None, remark: str):
    *_, man = known((*GERMANY_OF_2014, written), "Germany", "Brazil", 2014)
    assert man.rightly == rightly, remark
    assert rightly is None or man.first == 1.0, "and his side is known"


def test_whose_whole_name_has_a_letter_twice_is_known_all_the_same():
    *_, man = known(("Neuer", "Lahm", "Hummels", "Sami Kheddira"), "Germany", "Brazil", 2014)
    assert man.first == 1.0


def test_a_garbled_name_is_left_where_the_report_names_the_other_man_too():
    *_, man, _ = known((*GERMANY_OF_2014, "Kross", "Toni Kroos"), "Germany", "Brazil", 2014)
    assert man.rightly is None


def test_a_garbled_name_is_left_where_the_squads_know_few_of_those_named():
    *_, man = known(("Neuer", "Smith", "Jones", "Brown", "White", "Kross"), "Germany", "Brazil", 2014)
    assert man.rightly is None


def test_a_record_says_whose_name_it_put_right():
    text = (
        "Germany beat Brazil 1-0 in Belo Horizonte. Neuer, Lahm, Hummels, Klose and Khedira watched as Toni Kross"
        " headed in from six yards in the 26th minute after a corner by Özil. Oscar shot wide for the hosts."
    )
    record = tabellino.read([tabellino.Report(text, "text.txt")])
    assert record.goals[0].scorer == "Toni Kroos"
    assert any("Toni Kross is taken for Toni Kroos" in warning for warning in record.warnings)


def test_keepers_and_managers_are_told_apart_from_the_players():
    lehmann, wenger, henry = known(("Lehmann", "Wenger", "Henry"), "Arsenal", "Everton", 2004)
    assert (lehmann.keeper, wenger.keeper, henry.keeper) == (1.0, 0.0, 0.0)
    assert (wenger.manager, wenger.first) == (1.0, 0.0)


def test_clubs_whose_squads_nobody_knows_leave_everybody_unknown():
    people = known(("Henry", "Smith"), "Nowhere Town", "Nobody United")
    assert all(not (p.first or p.second or p.stranger) for p in people)


def test_a_report_that_says_nothing_of_sides_gets_them_from_the_squads():
    text = (
        "Everton met Fulham at Goodison Park. Cahill headed over. Zamora shot wide. Dempsey hit the post. Baines ran."
    )
    context = prose_context(tokenise(text), "en")
    assert context is not None
    side = {p.name: odds > 0 for p, odds in zip(context.units.people, context.allegiance, strict=True)}
    everton = context.sides.first == "Everton"
    assert side == {"Cahill": everton, "Baines": everton, "Zamora": not everton, "Dempsey": not everton}


@pytest.mark.parametrize(
    "line",
    ["Thierry Henry", "Thierry Henry; soon", "Thierry Henry; 1999-2007; poet", "; 1999", "Henry; 1999; manager; 2"],
)
def test_a_line_that_is_none_says_where_it_stands_and_what_would_be_right(line: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(data, "text", lambda name: f"\n# Arsenal\nJens Lehmann; 2003-2008; goalkeeper\n{line}\n")
    with pytest.raises(DataError, match=r"squads/england\.txt:4: .* a line is"):
        squad("Arsenal")


def test_every_squad_that_ships_is_of_a_club_that_is_known_and_of_the_form():
    names = {club.name for club in all_clubs()}
    read = 0
    for file in data.listing("squads"):
        for club in re.findall(r"^# (.*)$", data.text(file), re.MULTILINE):
            assert club in names, f"{file}: {club}"
            members = squad(club)
            assert members, f"{club} stands in {file}, where it is not looked for"
            for member in members:
                assert all(came <= left for came, left in member.spells), f"{file}: {member}"
                assert all(came in range(1970, YEARS[-1]) for came, _ in member.spells), f"{file}: {member}"
                assert all(left == OPEN or left in range(1985, YEARS[-1]) for _, left in member.spells[-1:]), member
            read += len(members)
    assert read > 25_000
    assert squads.squad("Arsenal")


def test_a_manager_whom_only_the_squads_know_is_not_taken_for_the_scorer():
    from tabellino import extract

    text = (
        "Arsenal beat Everton 1-0 at the Emirates Stadium. Lehmann, Bergkamp and Pires had been rested. Wenger had "
        "asked for patience and Henry scored with ten minutes to go."
    )
    goals = [claim.says for claim in extract(text) if claim.kind == "goal" and claim.weight > 0.5]
    named = {candidate.value for says in goals for candidate in says.scorer if candidate.weight > 0.1}
    assert named == {"Henry"}


@pytest.mark.parametrize("club", ["Arsenal", "Inter", "Spain", "Bayern Munich", "South Korea"])
def test_whom_a_surname_finds_is_whom_the_whole_squad_has_of_it(club: str):
    members = squad(club)
    assert members
    lasts = {words[-1] for member in members for words in member.names}
    for index, without in ((squads.surnames(club), "uncapped"), (squads.men_of(club), "manager")):
        assert set(index) == lasts
        for last in lasts:
            has_it = [one for one in members if last in {words[-1] for words in one.names} and one.role != without]
            assert index[last] == tuple(has_it)
        assert index.get("nobody-of-them", ()) == ()
