"""Somebody told of by his nation, or by a club of his past, is the man named before whom that squad knows."""

from __future__ import annotations

import pytest

from tabellino.extract.reader import prose_context
from tabellino.extract.text import tokenise
from tabellino.extract.vocabulary import vocabulary
from tabellino.names.clubs import club
from tabellino.names.squads import men_of, squad, surnames


def names_in_last_sentence(text: str) -> list[str]:
    """The people named in the last sentence of a text, by name or by description, as the reader takes them."""
    context = prose_context(tokenise(f"Arsenal beat Everton 2-1. {text}"), "en")
    assert context is not None
    return [context.units.people[context.who(place)].name for place in context.people_in(*context.bounds[-1])]


@pytest.mark.parametrize(
    ("text", "whom", "remark"),
    [
        ("Thierry Henry ran clear of Phil Neville. The Frenchman shot wide.", ["Thierry Henry"], "a word for one"),
        ("Lauren found Freddie Ljungberg. The Swede scored.", ["Freddie Ljungberg"], "not the one who stands first"),
        (
            "Phil Neville lost Kolo Toure. The Ivory Coast defender rose.",
            ["Kolo Toure"],
            "a nation's name of two words",
        ),
        ("Thomas Gravesen met Kevin Kilbane. The Republic of Ireland winger ran.", ["Kevin Kilbane"], "a long name"),
        ("Tim Cahill met Phil Neville. The tall, tireless Australian headed in.", [], "a comma ends what describes"),
        ("Tim Cahill met Phil Neville. The tireless Australian headed in.", ["Tim Cahill"], "words in between"),
        ("Jens Lehmann threw to Henry. The German goalkeeper shouted.", ["Jens Lehmann"], "the goalkeeper of a nation"),
        ("Tim Howard threw to Landon Donovan. The American scored.", ["Landon Donovan"], "rather not the goalkeeper"),
        ("Robert Pires met Thierry Henry. The Frenchman scored.", ["Thierry Henry"], "of two, who was named last"),
        ("Mikel Arteta met Lauren. The former Rangers midfielder scored.", ["Mikel Arteta"], "a club of his past"),
    ],
)
def test_a_description_names_the_man_whom_the_squad_knows(text: str, whom: list[str], remark: str):
    assert names_in_last_sentence(text) == whom, remark


@pytest.mark.parametrize(
    ("text", "whom", "remark"),
    [
        ("Henry met Pires. The Dutchman shot wide.", [], "nobody named is one"),
        ("The Frenchman shot wide of Henry.", ["Henry"], "nobody was named before"),
        ("Henry met Lauren. The French champions had wanted the two.", [], "of a nation, and no man of it"),
        ("Henry met Lauren. The French scored.", [], "a word that only stands before a noun"),
        ("Henry met Lauren. The Frenchman Robert Pires scored.", ["Robert Pires"], "his name follows"),
        ("Lauren fell. Thierry Henry, the Frenchman, scored.", ["Thierry Henry"], "beside his own name"),
        ("Henry met Lauren. A Frenchman scored.", [], "any of them"),
        ("Ashley Cole met Wayne Bridge. The former Chelsea man scored.", [], "by a past club two can be meant"),
        ("Henry met Lauren. He shot before the same player fell.", ["Lauren"], "the same one: named last"),
        ("Henry met Lauren. The ball was with the striker.", [], "a place on the field tells of no nation"),
    ],
)
def test_a_description_that_may_mean_somebody_else_stays_what_it_is(text: str, whom: list[str], remark: str):
    assert names_in_last_sentence(text) == whom, remark


def test_what_is_quoted_of_a_description_are_the_words_of_the_report():
    context = prose_context(tokenise("Arsenal beat Everton 2-1. Henry ran clear. The tall Frenchman scored."), "en")
    assert context is not None
    place = context.people_in(*context.bounds[-1])[0]
    assert context.quote(place, place + 1)[1] == "The tall Frenchman"


def test_every_nation_whose_people_have_a_word_is_a_nation_of_data_clubs():
    unknown = {
        name
        for names in vocabulary("en").nationalities.values()
        for name in names
        if (known := club(name)) is None or not known.nation
    }
    assert not unknown, f"[nationalities] of en.toml: {unknown}"


def test_a_man_never_capped_is_a_countryman_and_no_team_mate():
    uncapped = {member.names[0] for member in squad("Spain") if member.role == "uncapped"}
    assert ("mikel", "arteta") in uncapped
    assert not [m for m in surnames("Spain").get("arteta", ()) if m.goes_by(("mikel", "arteta"))]
    assert [m for m in men_of("Spain")["arteta"] if m.goes_by(("mikel", "arteta"))]


def test_the_nations_name_means_those_who_have_played_for_it():
    text = "Arteta met Cesc Fabregas, then Arteta fell. {} scored."
    assert names_in_last_sentence(text.format("The Spaniard")) == ["Arteta"], "who was named last"
    assert names_in_last_sentence(text.format("The Spain midfielder")) == ["Cesc Fabregas"], "who has been capped"
