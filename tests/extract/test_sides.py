"""Which two clubs a report is about."""

from __future__ import annotations

import pytest

import tabellino
from tabellino.extract.reader import prose_context, read_report
from tabellino.extract.text import tokenise


@pytest.mark.parametrize(
    ("text", "clubs", "remark"),
    [
        (
            "Reds held\n\nLiverpool were held by Portsmouth in a draw at Anfield. "
            "It follows the derby defeat against Everton.",
            {"Liverpool", "Portsmouth"},
            "an earlier defeat weighs less than the first sentence",
        ),
        (
            "Boro v City\n\nIsaksson is in goal, Ball and Garrido are at the back with Corluka and Dunne for the game "
            "at Middlesbrough. Dunne was sent off at Anfield last week. Downing and Alves scored, and City lost 2-0.",
            {"Middlesbrough", "Manchester City"},
            "of twenty Cities the one whose players are named, and not who plays at Anfield",
        ),
        (
            "Arsenal drew 2-2 with United at the Emirates. Rooney and Ronaldo scored, and Sir Alex Ferguson left out "
            "Giggs and Evra.",
            {"Arsenal", "Manchester United"},
            "Sir Alex is not Crewe",
        ),
        (
            "Everton won 2-1 at Fulham. City and United also won.",
            {"Everton", "Fulham"},
            "forms of many clubs say little",
        ),
        (
            "Smith was left to rue United's failure to close the gap on Chelsea and Everton after Manchester United's "
            "1-1 draw with Fulham.",
            {"Manchester United", "Fulham"},
            "clubs of the table are none of the match",
        ),
        (
            "Bolton hung on for a draw at St Andrew's. The hosts, whose last goal was against Charlton in October, "
            "pressed to the end, and Bolton had a man sent off.",
            {"Bolton Wanderers", "Birmingham City"},
            "a ground in the first sentence names its club",
        ),
        (
            "Scotland came back to draw with Croatia at Hampden Park. Norwich skipper Russell Martin and the Watford "
            "winger Ikechi Anya were involved.",
            {"Scotland", "Croatia"},
            "two nations before two clubs",
        ),
        (
            "Gainsborough Trinity drew 4-4 at Spennymoor in the FA Trophy. Trinity led twice and Town came back.",
            {"Gainsborough Trinity", "Spennymoor Town"},
            "clubs below the leagues, whose short forms mean them once they are named",
        ),
        (
            "Manchester United beat Stockport. The Magpies are next for United, who sent the Argentine on late.",
            {"Manchester United", "Stockport County"},
            "no club plays a nation",
        ),
        (
            "The other Valencia drags Ecuador past Honduras\n\nIf Ecuador were to go on, they would rely on Valencia. "
            "It is a Valencia called Enner who has carried Ecuador there. Honduras made them fight before going down "
            "2-1.",
            {"Ecuador", "Honduras"},
            "a man called like a club",
        ),
        (
            "FC Shakhtar hosted FC Karpaty at Donbass Arena and gained the victory. The Pitmen lead by ten points.",
            {"Shakhtar Donetsk", "Karpaty Lviv"},
            "a nickname that a smaller club shares",
        ),
        (
            "Fulham came back to draw with Bolton. They had been beaten 3-1 at Blackburn the previous week.",
            {"Fulham", "Bolton Wanderers"},
            "a club met on another day",
        ),
    ],
)
def test_the_clubs_of_the_match(text: str, clubs: set[str], remark: str) -> None:
    context = prose_context(tokenise(text), "en")
    assert context is not None
    assert {context.sides.first, context.sides.second} == clubs, remark


def test_where_a_man_plays_and_a_tournament_is_held_is_no_side() -> None:
    text = (
        "Chile dio el golpe rumbo a Brasil 2014 y le ganó 2-0 a Colombia. Marcó el delantero del Sevilla en el 30 y "
        "nada pudo hacer el arquero de la Roma, que había salvado a los suyos con dos paradas."
    )
    context = prose_context(tokenise(text), "es")
    assert context is not None
    assert {context.sides.first, context.sides.second} == {"Chile", "Colombia"}


def test_the_same_words_name_one_club_of_the_two() -> None:
    context = prose_context(
        tokenise("Rangers let two points slip. The visitors were ahead, but Rangers levelled."), "en"
    )
    assert context is None, "Rangers are not both Rangers and Queens Park Rangers"


@pytest.mark.parametrize(
    ("text", "home", "remark"),
    [
        ("Everton beat Fulham at Goodison Park. The home side had the better of it.", True, "an article before"),
        (
            "Everton beat Fulham at Goodison Park. Hallam slotted home and it was over.",
            False,
            "home is where a ball goes",
        ),
        ("Everton beat Fulham at Goodison Park. They were home and dry by then.", False, "home and dry"),
    ],
)
def test_home_is_a_side_after_an_article_only(text: str, home: bool, remark: str) -> None:
    context = prose_context(tokenise(text), "en")
    assert context is not None
    place = context.units.value.index("home")
    assert (context.club_at(place) == "Everton") is home, remark


def test_a_nickname_is_that_of_the_club_named_in_full_and_the_squads_tell_which_united_it_was():
    from tabellino.domain.report import Report
    from tabellino.extract.reader import read_report

    text = (
        "United were held by Southampton after Robin van Persie had put the hosts ahead. Wayne Rooney sent him through "
        "and Januzaj went close, but Lallana levelled late on past De Gea, and Saints deserved it. Lovren and Boruc "
        "had kept them in it."
    )
    assert set(read_report(Report(text)).clubs or ()) == {"Southampton", "Manchester United"}


def test_one_nation_named_often_plays_no_club() -> None:
    text = (
        "Torino beat Lazio 1-0 on Saturday. Italy's coach watched for Italy, and Italy will be glad of what an Italy "
        "striker did: Belotti scored for Torino in the 10th minute. Italy play on Tuesday; Italy's squad is told today."
    )
    assert set(read_report(tabellino.Report(text)).clubs or ()) == {"Torino", "Lazio"}


@pytest.mark.parametrize(
    ("text", "clubs", "remark"),
    [
        (
            "Balotelli envoie l'Italie en finale\n\nÀ la 20e minute, Balotelli a ouvert la marque. L'Allemagne a "
            "réduit l'écart par Özil (90e). Huit matches face aux Azzurri, et pas une victoire.",
            {"Italy", "Germany"},
            "a nickname of two clubs is no pair of clubs",
        ),
        (
            "La France a soulevé la coupe\n\nLa France a pris les devants à la 18e minute. Puis les Croates ont "
            "égalisé par Perisic (28e). Griezmann a redonné l'avantage aux Bleus (39e), et les Croates ont cédé.",
            {"France", "Croatia"},
            "a nation told by its people alone",
        ),
    ],
)
def test_nations_are_looked_for_where_the_clubs_named_are_no_pair(text: str, clubs: set[str], remark: str) -> None:
    reading = read_report(tabellino.Report(text))
    assert reading.clubs is not None, remark
    assert set(reading.clubs) == clubs, remark
