"""What is a name and what only has a capital letter."""

from __future__ import annotations

import time

import pytest

from tabellino.extract.reader import prose_context
from tabellino.extract.text import tokenise

MATCH = "Everton beat Fulham 2-1 at Goodison Park on Saturday. "


@pytest.mark.parametrize(
    ("text", "names", "remark"),
    [
        ("The Birmingham-born striker Darren Bent scored.", {"Darren Bent"}, "where he was born is no name"),
        ("Vlaar ran clear.The big Dutchman shot wide.", {"Vlaar"}, "a blank left out between two sentences"),
        ("Everton won at The Hawthorns last week, and Bent scored.", {"Bent"}, "an article is no part of a name"),
        ("You've seen Bent score.", {"Bent"}, "a contraction"),
        (
            "Kim Bo-kyung crossed for Oxlade-Chamberlain.",
            {"Kim Bo-kyung", "Oxlade-Chamberlain"},
            "hyphens within names",
        ),
        ("The equaliser fell to Stevie May in May 2012.", {"Stevie May"}, "a month that is a surname"),
        ("Ryan Kent came from Kent.", {"Ryan Kent"}, "a county that is a surname"),
        ("He won a free kick on 40 mins. But Bent curled it wide.", {"Bent"}, "but is no given name"),
        ("Smasher: Osman levels for Everton.", {"Osman"}, "the label of a caption"),
        ("Antonio Valencia ran. Valencia scored.", {"Antonio Valencia"}, "a club that is his surname"),
        ("Marco Reus ran. Reus scored.", {"Marco Reus"}, "a club of another country"),
        ("Stephen Ireland ran. Ireland scored.", {"Stephen Ireland"}, "a country"),
        ("Downing struck the spot-kick.", {"Downing"}, "a surname that looks like a verb begins the sentence"),
        ("Here Bent shot across Shay Given and in.", {"Bent", "Shay Given"}, "the Shay is a ground"),
        ("Costa began the rout with Diego Costa.", {"Diego Costa"}, "half a country is a surname"),
        (
            "Alex Revell stabbed home past Sir Alex Ferguson.",
            {"Alex Revell", "Alex Ferguson"},
            "Alex is a club for few",
        ),
        (
            "Leon Osman tucked away Everton's and David Dunn Fulham's.",
            {"Leon Osman", "David Dunn"},
            "a club's name behind a man's",
        ),
        ("The England Under-21 international Bent shot.", {"Bent"}, "an age"),
        ("He comes from Norfolk, and the Kenyan Victor Wanyama does not.", {"Victor Wanyama"}, "counties and peoples"),
    ],
)
def test_names_of_people(text: str, names: set[str], remark: str) -> None:
    context = prose_context(tokenise(MATCH + text), "en")
    assert context is not None
    assert {person.name for person in context.units.people} == names, remark


@pytest.mark.parametrize(
    ("line", "remark"),
    [
        ("SANDY, Utah -- ", "place and state"),
        ("MADRID, Jan 6 (AP) - ", "place, day and agency"),
        ("BLOEMFONTEIN, South Africa, June 20 - ", "place, country and day"),
        ("KANSAS CITY, Kansas (Reuters) \u2013 ", "an agency in small letters"),
    ],
)
def test_a_dateline_names_nobody(line: str, remark: str) -> None:
    context = prose_context(tokenise(f"{line}Darren Bent scored twice and {MATCH}"), "en")
    assert context is not None
    assert {person.name for person in context.units.people} == {"Darren Bent"}, remark


def test_a_name_in_capitals_is_no_dateline() -> None:
    context = prose_context(tokenise(f"OSMAN, who had been ill, scored - and how. {MATCH}"), "en")
    assert context is not None
    assert {person.name.title() for person in context.units.people} == {"Osman"}


def test_an_article_with_a_capital_inside_a_sentence_begins_a_surname() -> None:
    told = "L'Inter a battu Milan 1-0. À la 70e minute, De Vrij a marqué de la tête. Le Milan a fini par céder."
    context = prose_context(tokenise(told), "fr")
    assert context is not None
    assert {" ".join(person.words) for person in context.units.people} == {"de vrij"}


def _letters(n: int) -> str:
    """Another word for every number."""
    return "".join(chr(97 + n // 26**k % 26) for k in range(3))


@pytest.mark.parametrize(
    ("piece", "remark"),
    [
        (lambda n: f"Bang{_letters(n)}. ", "one word a sentence"),
        (lambda n: f"GOAL{_letters(n).upper()} ", "a line of capitals"),
        (lambda n: "They cheered the Fire. ", "a club's name that is a word first"),
    ],
)
def test_four_times_the_capitals_take_hardly_more_than_four_times_as_long(piece, remark):
    def seconds(times: int) -> float:
        text = tokenise(MATCH + "".join(map(piece, range(times))))
        start = time.process_time()
        prose_context(text, "en")
        return time.process_time() - start

    seconds(20)
    few, many = (min(seconds(times) for _ in range(2)) for times in (500, 2000))
    assert many < 9 * few + 0.05, f"{remark}: {many:.2f} s for 2,000, {few:.2f} s for 500"
