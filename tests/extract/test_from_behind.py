"""Who was behind and who was ahead, told without figures, tells whose the first goal was."""

from __future__ import annotations

import pytest

import tabellino
from tabellino import Report, extract
from tabellino.domain.claim import ScoreSays

#: Sentences that name the match, by language, and the two clubs.
MATCH = {
    "en": "Everton entertained Fulham at Goodison Park on Saturday. ",
    "de": "Dortmund und Schalke spielten am Samstag im Westfalenstadion gegeneinander. ",
    "it": "Roma e Lazio si sono affrontate sabato allo stadio Olimpico. ",
    "es": "El Sevilla y el Valencia jugaron el sábado en el Sánchez-Pizjuán. ",
    "fr": "Lyon et Lille se sont affrontés samedi au stade de Gerland. ",
    "pt": "O Benfica e o Porto jogaram no sábado no Estádio da Luz. ",
}


@pytest.mark.parametrize(
    ("language", "text", "first", "led", "remark"),
    [
        ("en", "Everton came from behind to win.", (0, 1, "Everton"), "Fulham", "came from behind"),
        ("en", "Fulham fought back from a goal down.", (0, 1, "Fulham"), "Everton", "a goal down"),
        ("en", "Everton fell behind early on.", (0, 1, "Everton"), None, "early is more than at some time"),
        ("en", "Fulham threw away a lead.", (1, 0, "Fulham"), "Fulham", "who lost a lead had one"),
        ("de", "Schalke siegte nach Rückstand.", (0, 1, "Schalke"), "Borussia Dortmund", "German"),
        ("it", "La Lazio vince in rimonta.", (0, 1, "Lazio"), "Roma", "Italian"),
        ("es", "El Valencia remontó en la segunda parte.", (0, 1, "Valencia"), "Sevilla", "Spanish"),
        ("fr", "Lille a renversé la situation.", (0, 1, "Lille"), "Lyon", "French"),
        ("pt", "O Porto venceu de virada.", (0, 1, "Porto"), "Benfica", "Portuguese"),
    ],
)
def test_who_was_behind_is_read(language: str, text: str, first: tuple, led: str | None, remark: str) -> None:
    told = [c.says for c in extract(MATCH[language] + text) if isinstance(c.says, ScoreSays)]
    found = [((s.first, s.second, s.club_first), s.winner) for s in told if s.moment == "during"]
    assert found == [(first, led)], remark


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("Everton failed to come from behind.", "they did not"),
        ("Jagielka came from behind his man.", "a man, and no club"),
        ("Everton let Fulham back in.", "let, and no lead"),
    ],
)
def test_what_only_sounds_so_tells_no_score(text: str, remark: str) -> None:
    told = [c.says for c in extract(MATCH["en"] + text) if isinstance(c.says, ScoreSays)]
    assert not [s for s in told if s.moment == "during"], remark


def test_it_tells_whose_the_goals_were() -> None:
    """No words beside the scorers say for whom they play."""
    record = tabellino.read(
        [
            Report(
                "Everton came from behind to win 3-1 at Fulham on Saturday. Ulf Anders (34), Bo Carlsen (58) and Dag "
                "Ekman (73) were the scorers after Jens Gram's 26th-minute opener."
            )
        ]
    )
    assert [(g.scorer, g.team) for g in record.goals] == [
        ("Jens Gram", "home"),
        ("Ulf Anders", "away"),
        ("Bo Carlsen", "away"),
        ("Dag Ekman", "away"),
    ]
