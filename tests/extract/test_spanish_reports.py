"""Scores, dismissals, home sides and minutes by halves as Spanish reports tell them."""

from __future__ import annotations

import pytest

from tabellino.domain.claim import CardSays, GoalSays, ScoreSays
from tabellino.domain.report import Report
from tabellino.extract.reader import read_report

SURE = 0.5
MATCH = (
    "Athletic y Real Sociedad se midieron en San Mamés, con Unai Simón, Yeray, Muniain, Iñaki Williams y Raúl García "
    "de un lado, Remiro, Zubeldia, Oyarzabal, Isak y Merino del otro. "
)


def minutes(text: str) -> list[float | None]:
    claims = [claim for claim in read_report(Report(text)).claims if claim.weight >= SURE]
    return [claim.says.time.best for claim in claims if isinstance(claim.says, GoalSays) and claim.says.time]


@pytest.mark.parametrize(
    ("text", "expected", "remark"),
    [
        ("Isak marcó a los 10. Mejoró el local. En el complemento, a los 27, Williams empató.", [10, 72], "by halves"),
        ("Isak marcó a los 10. Mejoró el local. En el complemento, a los 72, Williams empató.", [10, 72], "going on"),
        ("Isak marcó por partida doble, en el 10 y en el 50.", [10, 50], "a preposition before each of a list"),
        ("Los goles fueron obra de Williams, en el minuto 20, y Muniain, en el 65.", [20, 65], "between commas"),
        ("En el 10 marcó Isak y en el 50 empató Williams.", [10, 50], "no list"),
    ],
)
def test_minutes(text: str, expected: list[float], remark: str) -> None:
    assert sorted(minute for minute in minutes(MATCH + text) if minute) == expected, remark


def test_two_words_that_are_a_surname_are_no_club() -> None:
    text = "El Athletic recibió a la Real Sociedad. San José marcó en propia puerta en el 14."
    scorers = [claim.says for claim in read_report(Report(text)).claims if isinstance(claim.says, GoalSays)]
    assert [(says.scorer[0].value, says.own_goal) for says in scorers] == [("San José", True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yeray derribó a Isak cuando se marchaba solo y vio la roja en el 22.", {"Yeray"}),
        ("El Athletic se quedó con diez en el 55 por la expulsión de Yeray.", {"Yeray"}),
        ("Los visitantes se quedaron con un hombre menos al ver Merino la roja en el 50.", {"Merino"}),
        ("Con roja directa se marchó Merino en el 80.", {"Merino"}),
        ("Fueron expulsados Zubeldia y Yeray en el 80.", {"Zubeldia", "Yeray"}),
        ("Zubeldia se fue a la calle con roja directa por una patada a Muniain.", {"Zubeldia"}),
        ("El público pidió la expulsión de Merino en el 35.", set()),
        ("Zubeldia se libró de la segunda amarilla.", set()),
    ],
)
def test_dismissals(text: str, expected: set[str]) -> None:
    found = set()
    for claim in read_report(Report(MATCH + text)).claims:
        if isinstance(claim.says, CardSays) and claim.weight >= SURE and claim.says.player:
            found.add(max(claim.says.player, key=lambda one: one.weight).value.split()[-1])
    assert found == expected


@pytest.mark.parametrize(
    ("text", "score", "home"),
    [
        ("El Getafe cayó 3-1 en su visita al Valencia.", ("full_time", 3, 1), "Valencia"),
        ("El Valencia goleó a domicilio al Getafe (0-4).", ("full_time", 4, 0), "Getafe"),
        ("El Valencia remontó un 0-2 para ganar 3-2 al Getafe.", ("full_time", 3, 2), "Valencia"),
        ("El Getafe empató sin goles en la cancha del Valencia.", ("full_time", 0, 0), "Valencia"),
        ("El Valencia ganó 3-0 al Getafe. El descanso llegó con 2-0.", ("half_time", 2, 0), "Valencia"),
        ("El Valencia, ante su público, superó al Getafe por 2-0.", ("full_time", 2, 0), "Valencia"),
        ("Valencia y Getafe jugaron en Mestalla: del 0-2 al 2-2.", ("full_time", 2, 2), "Valencia"),
    ],
)
def test_scores_and_who_was_at_home(text: str, score: tuple[str, int, int], home: str) -> None:
    reading = read_report(Report(text))
    says = [claim.says for claim in reading.claims if isinstance(claim.says, ScoreSays) and claim.weight >= SURE]
    assert score in {(one.moment, one.first, one.second) for one in says}
    assert reading.clubs is not None
    assert reading.clubs[0] == home
