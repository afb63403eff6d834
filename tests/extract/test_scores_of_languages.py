"""Final scores in figures, in prose of other languages than English; and those of another leg, which are none."""

from __future__ import annotations

import pytest

from tabellino import extract
from tabellino.domain.claim import ScoreSays

#: Sentences that name the match, by language.
MATCH = {
    "de": "Dortmund und Schalke spielten am Samstag im Westfalenstadion gegeneinander. ",
    "it": "Roma e Lazio si sono affrontate sabato allo stadio Olimpico. ",
    "es": "El Sevilla y el Valencia jugaron el sábado en el Sánchez-Pizjuán. ",
    "fr": "Lyon et Lille se sont affrontés samedi au stade de Gerland. ",
    "pt": "O Benfica e o Porto jogaram no sábado no Estádio da Luz. ",
}


def told(language: str, text: str) -> list[tuple[str, int, int, str | None]]:
    return [
        (says.moment, says.first, says.second, says.club_first)
        for claim in extract(MATCH[language] + text)
        if isinstance(says := claim.says, ScoreSays) and says.first is not None and says.second is not None
        if says.moment != "during" and claim.weight >= 0.5
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected", "remark"),
    [
        ("de", "Es war der Tag, an dem Dortmund Schalke mit 5:0 abfertigte.", ("full_time", 5, 0, "Borussia Dortmund"),
         "what was done to whom"),
        ("it", "Roma e Lazio fanno 3-3 e non si fanno mancare niente.", ("full_time", 3, 3, "Roma"), "both clubs"),
        ("it", "Roma e Lazio si accontentano dello 0-0.", ("full_time", 0, 0, None), "content with it"),
        ("es", "Firmó los tres goles del equipo en el 3-2 sobre el Valencia.", ("full_time", 3, 2, "Sevilla"), "over"),
        ("es", "No faltó de nada en el 4-1 con que acabó la tarde.", ("full_time", 4, 1, None), "with which"),
        ("de", "\n\nDortmund 1, Schalke 2", ("full_time", 1, 2, "Borussia Dortmund"), "goals behind each club"),
        ("it", "\n\nRoma 1 Lazio 2", ("full_time", 1, 2, "Roma"), "without any sign"),
        ("fr", "\n\nLyon, 1 - Lille, 2", ("full_time", 1, 2, "Lyon"), "with commas"),
        ("pt", "\n\nBenfica, 1 - Porto, 2", ("full_time", 1, 2, "Benfica"), "as Spanish papers do"),
        ("pt", "\n\nBenfica 2 X 3 Porto", ("full_time", 2, 3, "Benfica"), "as Brazilian ones do"),
        ("fr", "Le match : 2-3\\nIl a plu.", ("full_time", 2, 3, None), "under a heading"),
    ],
)  # fmt: skip
def test_a_final_score_in_prose(language, text, expected, remark):
    assert expected in told(language, text.replace("\\n", "\n")), remark


def test_goalless_at_the_half_in_french_is_the_half_time_score():
    scores = told("fr", "Sur un score vierge que la pause vint figer, tout restait à faire. Lyon gagne 1-0.")
    assert {score[:3] for score in scores} == {("half_time", 0, 0), ("full_time", 1, 0)}


def test_the_half_time_score_that_a_side_turned_round_is_not_the_final_one():
    scores = told("de", "Die Dortmunder siegten nach 0:1-Pausenrückstand noch mit 3:1.")
    assert {score[:3] for score in scores} == {("half_time", 0, 1), ("full_time", 3, 1)}


@pytest.mark.parametrize(
    ("language", "text", "remark"),
    [
        ("de", "Nach dem 1:4 im Hinspiel glaubte kaum jemand daran.", "in the first leg"),
        ("de", "Das Hinspiel war 4:1 ausgegangen.", "the first leg ended so"),
        ("it", "Il 4-1 della gara d'andata sembrava una sentenza.", "the first leg's"),
        ("pt", "Depois da derrota por 4-1 na Catalunha, poucos acreditavam.", "after a defeat elsewhere"),
    ],
)
def test_the_score_of_another_leg_is_none_of_the_match(language, text, remark):
    assert {4, 1}.isdisjoint(figure for score in told(language, text) for figure in score[1:3]), remark
