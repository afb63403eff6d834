"""Names of clubs in reports and in files meet."""

from __future__ import annotations

import re
import time

import pytest

from tabellino import data
from tabellino.errors import DataError
from tabellino.names import clubs
from tabellino.names.folding import fold

ONE_CLUB = [
    ("FC Internazionale Milano", "Inter", "as results files write it"),
    ("Inter Milan", "Inter", "as English papers write it"),
    ("AC Milan", "Milan", "table short form"),
    ("1. FC Heidenheim 1846", "Heidenheim", "ordinal, letters and year"),
    ("Bor. Mönchengladbach", "Borussia Mönchengladbach", "shortened"),
    ("Tottenham Hotspur FC", "Tottenham Hotspur", "letters that may be left out"),
    ("Man Utd", "Manchester United", "headline form"),
    ("BODO/GLIMT", "Bodø/Glimt", "capitals and no accents"),
    ("Paris FC", "Paris FC", "another club than Paris Saint-Germain"),
    ("Paris Saint-Germain FC", "Paris Saint-Germain", "letters that may be left out"),
    ("1. FC Köln", "Köln", "umlaut"),
    ("Rangers", "Rangers", "its name, though QPR are also called so"),
    ("Holland", "Netherlands", "a nation"),
]


@pytest.mark.parametrize(("written", "name", "remark"), ONE_CLUB)
def test_a_name_or_alias_leads_to_its_club(written: str, name: str, remark: str):
    found = clubs.club(written)
    assert found is not None, f"{written} not known ({remark})"
    assert found.name == name
    assert clubs.canonical(written) == name


def test_a_club_that_no_file_knows_works_under_its_own_name():
    assert clubs.club("Atlantis Town") is None
    assert clubs.resolve("Atlantis Town") == ()
    assert clubs.canonical("  Atlantis   Town ") == "Atlantis Town"


def test_a_short_form_names_several_clubs_until_the_country_is_named():
    names = {one.name for one in clubs.resolve("City")}
    assert {"Manchester City", "Norwich City", "Hull City"} <= names
    assert [one.name for one in clubs.resolve("United", "Scotland")] == ["Dundee United"]
    assert clubs.club("City") is None


def test_nicknames_are_read_with_and_without_the_article():
    assert [one.name for one in clubs.resolve("the Gunners")] == ["Arsenal"]
    assert [one.name for one in clubs.resolve("Nerazzurri")] == ["Inter"]
    assert {one.name for one in clubs.resolve("Magpies")} == {"Newcastle United", "Notts County"}


def test_the_surest_reading_comes_first():
    assert next(one.name for one in clubs.resolve("Rangers")) == "Rangers"


def test_a_shared_form_means_no_club_below_the_leagues_unless_all_are():
    assert "Chorley" not in {one.name for one in clubs.resolve("the Magpies")}
    assert [one.name for one in clubs.resolve("Spartans")] == ["Blyth Spartans"]
    assert [one.name for one in clubs.resolve("Gainsborough")] == ["Gainsborough Trinity"]


def test_a_ground_tells_who_plays_there_and_names_nobody():
    assert {one.name for one in clubs.clubs_at("San Siro")} == {"Inter", "Milan"}
    assert [one.name for one in clubs.clubs_at("Old Trafford")] == ["Manchester United"]
    assert clubs.resolve("Old Trafford") == ()


def test_no_two_clubs_share_a_name_and_no_club_is_empty():
    names = [(one.name, one.nation) for one in clubs.all_clubs()]
    assert len(set(names)) == len(names)
    assert all(one.name.strip() and one.country for one in clubs.all_clubs())


def test_every_form_leads_back_to_a_club_that_has_it():
    for form, entries in clubs.forms().items():
        for one, how in entries:
            assert (form, how) in {(fold(text), kind) for text, kind in one.forms()} or how == "name", (form, one.name)


def test_names_and_aliases_are_not_shared():
    shared = {
        form: [one.name for one, how in entries if how in ("name", "alias")]
        for form, entries in clubs.forms().items()
        if sum(how in ("name", "alias") for _, how in entries) > 1
    }
    assert shared == {}, "mark such a form as short, so that nobody is named by accident"


def test_folding_makes_spellings_meet():
    assert fold("Zieliński") == fold("ZIELINSKI") == "zielinski"
    assert fold("St James’ Park") == "st james' park"


def test_a_line_with_an_unknown_mark_is_refused_by_file_and_club():
    with pytest.raises(DataError, match=r"nowhere\.toml: 'X' has the mark 'ground'; known: nick, short, at, in, of"):
        clubs._club("nowhere.toml", "X", "alias; ground: Y", "Nowhere")


def test_all_clubs_load_in_a_wink():
    """Measured 18 ms; ten times that would be felt."""

    def seconds() -> float:
        start = time.process_time()
        clubs._Book()
        return time.process_time() - start

    assert min(seconds() for _ in range(3)) < 0.2, "the best of three: another process may hold the machine"


def test_namesakes_are_all_the_men_of_the_squads_whose_surname_is_a_name_of_a_club():
    def is_name(word: str) -> bool:
        return any(how in ("name", "alias", "short") for _, how in clubs.forms().get(word, ()))

    squads = "\n".join(data.text(file) for file in data.listing("squads"))
    names = re.findall(r"^(?!#)[^;\n]+", squads, re.MULTILINE)
    pairs = {words for name in names for one in name.split("/") if len(words := tuple(fold(one).split())) == 2}
    men = {" ".join(pair) for pair in pairs if is_name(pair[1]) and not is_name(pair[0])}
    assert men <= clubs.namesakes()
    assert [man for man in clubs.namesakes() if not is_name(man.rpartition(" ")[2])] == [], (
        "no club goes by it any more"
    )


@pytest.mark.parametrize("word", ["Torres", "Alba", "Zamora", "Moss", "Rende", "Maurice", "El Palo", "Salvador"])
def test_what_is_a_surname_or_a_word_first_is_no_name_of_a_club(word: str):
    assert clubs.club(word) is None


@pytest.mark.parametrize(
    ("word", "some"),
    [
        ("Independiente", {"Independiente Avellaneda", "Independiente del Valle"}),
        ("Olimpia", {"Olimpia Asunción", "Olimpia Tegucigalpa"}),
        ("Alianza", {"Alianza Lima"}),
        ("Libertad", {"Libertad Asunción"}),
    ],
)
def test_what_clubs_of_several_countries_are_called_is_a_short_form(word: str, some: set[str]):
    assert clubs.club(word) is None
    assert some <= {one.name for one in clubs.resolve(word)}


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("1. FFC Turbine Potsdam", "Turbine Potsdam"),
        ("Everton de Viña del Mar", "Everton de Viña del Mar"),
        ("Raja CA", "Raja Casablanca"),
        ("FC Winterthur", "Winterthur"),
        ("Kap Verde", "Cape Verde"),
        ("Palästina", "Palestine"),
    ],
)
def test_clubs_and_nations_of_all_parts_of_the_world(written: str, name: str):
    found = clubs.club(written)
    assert (found.name if found else "") == name
