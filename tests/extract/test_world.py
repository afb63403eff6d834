"""Clubs and nations of every part of the world, and clubs that no file knows, in prose."""

from __future__ import annotations

import pytest

from tabellino.domain.claim import GoalSays
from tabellino.domain.report import Report
from tabellino.extract.reader import read_report

TOLD = " The hosts led through Ben Archer after 12 minutes. Luis Prado levelled, and Archer scored the winner on 80."


def clubs_of(text: str) -> set[str]:
    clubs = read_report(Report(text)).clubs
    return set(clubs) if clubs else set()


@pytest.mark.parametrize(
    ("text", "clubs", "remark"),
    [
        ("Seattle Sounders beat FC Dallas 2-1 on Saturday.", {"Seattle Sounders", "FC Dallas"}, "North America"),
        ("Portland Timbers won 2-1 at Real Salt Lake.", {"Portland Timbers", "Real Salt Lake"}, "not Real Madrid"),
        ("Perth Glory beat Sydney FC 2-1 on Friday.", {"Perth Glory", "Sydney FC"}, "Australia"),
        ("Boca Juniors beat Corinthians 2-1.", {"Boca Juniors", "Corinthians"}, "South America"),
        ("Urawa Reds beat Jeonbuk Motors 2-1.", {"Urawa Red Diamonds", "Jeonbuk Hyundai Motors"}, "Asia"),
        ("Orlando Pirates beat Al Ahly 2-1.", {"Orlando Pirates", "Al Ahly"}, "Africa, and no Orlando City"),
        ("Togo beat Zambia 2-1 in Lomé.", {"Togo", "Zambia"}, "nations of Africa"),
        ("The Faroe Islands beat Malta 2-1.", {"Faroe Islands", "Malta"}, "small nations of Europe"),
        ("The U.S. beat Panama 2-1.", {"United States", "Panama"}, "a nation by its letters"),
        ("Leaders Leverkusen beat strugglers Hamburg 2-1.", {"Bayer Leverkusen", "Hamburger SV"}, "what a side is"),
    ],
)
def test_clubs_and_nations_of_the_world_are_known(text: str, clubs: set[str], remark: str) -> None:
    assert clubs_of(text + TOLD) == clubs, remark


def test_a_word_for_a_side_before_a_club_is_no_given_name_that_makes_a_man_of_it() -> None:
    text = "Bayern Munich beat Hamburg 2-1. Strugglers Hamburg had won there in May, but Hamburg were poor this time."
    assert clubs_of(text + TOLD) == {"Bayern Munich", "Hamburger SV"}


@pytest.mark.parametrize(
    ("text", "clubs", "remark"),
    [
        ("Gresley Park FC beat Orrell Town 2-1 on Saturday.", {"Gresley Park FC", "Orrell Town"}, "by words of clubs"),
        (
            "Kravinsk beat Arsenal 2-1. Kravinsk had lost to Chelsea, but Kravinsk were sharp here.",
            {"Kravinsk", "Arsenal"},
            "named again and again, with a known third club in the text",
        ),
        (
            "Chelsea went through with a 2-1 win over Selvik United. Selvik had beaten Everton in the last round.",
            {"Chelsea", "Selvik United"},
            "the known club first",
        ),
        (
            "Kravinsk beat Selvik again. Kravinsk came from behind to beat Selvik 2-1. Selvik and Kravinsk are level.",
            {"Kravinsk", "Selvik"},
            "the figures of the result are told only the second time",
        ),
        (
            "Kravinsk recovered from a goal down to hold Arsenal to a 1-1 draw. Smith levelled for Kravinsk.",
            {"Kravinsk", "Arsenal"},
            "against a known club it need not be named as often",
        ),
    ],
)
def test_the_words_of_the_result_name_clubs_that_no_file_knows(text: str, clubs: set[str], remark: str) -> None:
    assert clubs_of(text + TOLD) == clubs, remark


@pytest.mark.parametrize(
    ("text", "clubs", "remark"),
    [
        ("Everton beat Wenger's Arsenal 2-1.", {"Everton", "Arsenal"}, "a manager owns the club after him"),
        ("Everton beat Fulham 2-1. Moyes saw Osman beat Hangeland.", {"Everton", "Fulham"}, "a man beaten by a man"),
        (
            "Ann Berger beat Eva Stolz 6-4 in the first round. Stolz and Stolz alone was to blame, said Stolz.",
            set(),
            "tennis",
        ),
    ],
)
def test_a_man_in_words_like_those_of_a_result_is_no_club(text: str, clubs: set[str], remark: str) -> None:
    assert clubs_of(text) == clubs, remark


@pytest.mark.parametrize(
    ("text", "clubs", "remark"),
    [
        ("Everton beat Fulham 2-1. Victory was deserved. Union there was none.", {"Everton", "Fulham"}, "words"),
        ("Fire in the crowd held up the start. Everton beat Fulham 2-1.", {"Everton", "Fulham"}, "at the start"),
        (
            "Melbourne Victory beat Perth Glory 2-1. Victory were better, Glory were not.",
            {"Melbourne Victory", "Perth Glory"},
            "clubs",
        ),
        ("Crew 2-1 Fire.", {"Columbus Crew", "Chicago Fire"}, "beside a figure"),
        (
            "Porto e Sporting empataram. Vitória justa não houve, e os golos foram belos.",
            {"Porto", "Sporting CP"},
            "pt",
        ),
        (
            "O jogo foi bom. As águias perderam por 2-1 com os dragões, e os golos foram belos.",
            {"Benfica", "Porto"},
            "nicknames in small letters",
        ),
    ],
)
def test_a_short_form_that_is_a_word_first_names_a_club_named_in_full_alone(
    text: str, clubs: set[str], remark: str
) -> None:
    assert clubs_of(text + TOLD) == clubs, remark


@pytest.mark.parametrize(
    ("text", "scorers", "remark"),
    [
        (
            "Northam Town 2-1 Alvick Town\n\nAlvick led when Hudson scored. Northam won it.",
            {"Hudson"},
            "no file has them",
        ),
        (
            "Kakamega Homeboyz 1-0 Posta Rangers\n\nHomeboyz took the lead through Otieno.",
            {"Otieno"},
            "without a short form",
        ),
        (
            "Northam Town 2-1 Alvick Town\n\nNortham won it through Alvick and Joe Alvick.",
            {"Alvick"},
            "a man of the name",
        ),
        (
            "Sligo Rovers 2-1 Cork City\n\nSlowly Sligo came into it. Sligo scored in the 20th minute. Otieno won it.",
            {"Otieno"},
            "an adverb before it is nobody's given name",
        ),
        (
            "Querétaro held Monarcas Morelia to a 2-1 defeat.\n\n"
            "Otieno won it. Monarcas headed in the second in the 73rd minute.",
            {"Otieno"},
            "of the form that the text itself has, where the file has a shorter one besides",
        ),
    ],
)
def test_a_word_of_a_club_s_name_that_stands_alone_is_the_club_and_no_man(text, scorers, remark) -> None:
    claims = read_report(
        Report(text + "\n\nThe hosts had a man sent off in the 80th minute and won 2-1 at home.")
    ).claims
    told = {claim.says.scorer[0].value for claim in claims if isinstance(claim.says, GoalSays) and claim.says.scorer}
    assert {name.split()[-1] for name in told} == scorers, remark


@pytest.mark.parametrize(
    ("called", "scorers", "remark"),
    [
        ("LCFC", {"Otieno"}, "initials and a legal form"),
        ("Lcfc", {"Otieno", "Lcfc"}, "no initials: a man may be called so"),
    ],
)
def test_initials_in_capitals_are_the_club(called, scorers, remark) -> None:
    text = (
        f"Louisville City FC 2-1 FC Cincinnati\n\nOtieno headed in. {called} headed in the second in the 73rd minute."
    )
    claims = read_report(Report(text + TOLD.replace("Archer", "Otieno"))).claims
    told = {claim.says.scorer[0].value for claim in claims if isinstance(claim.says, GoalSays) and claim.says.scorer}
    assert {name.split()[-1] for name in told} - {"Prado"} == scorers, remark


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        (
            "Bohemians hit a late, late winner.\n\nElsewhere, Derry had a big win over Waterford\n\n"
            "Shamrock Rovers 1 Bohemians 2\n\nA winner from Leahy saw Bohemians win the derby with Shamrock Rovers.",
            "the one line that has a score of two whom the text names",
        ),
        (
            "Bohemians beat Shamrock Rovers 2-1.\n\nElsewhere, Derry beat Waterford 3-0 and Cork beat Sligo 1-0.",
            "other matches",
        ),
    ],
)
def test_other_matches_of_the_day_are_not_the_match(text, remark) -> None:
    assert clubs_of(text) == {"Bohemians", "Shamrock Rovers"}, remark
