"""Scores, dismissals and penalties missed, as Italian reports tell them."""

from __future__ import annotations

import pytest

from tabellino.domain.claim import CardSays, Claim, MissedPenaltySays, ScoreSays
from tabellino.domain.report import Report
from tabellino.extract.reader import read_report

OPENING = (
    "La Juventus e l'Inter si sono affrontate ieri sera, con Buffon, Chiellini, Pogba, Vidal e Tevez da una parte, "
    "Handanovic, Cambiasso e Icardi dall'altra. "
)


def told(text: str) -> list[Claim]:
    """What the text claims behind the opening, if it is at all sure."""
    claims = read_report(Report(OPENING + text)).claims
    return [claim for claim in claims if claim.span[0] >= len(OPENING) and claim.weight >= 0.5]


@pytest.mark.parametrize(
    ("text", "moment", "goals", "first", "remark"),
    [
        ("Finisce 2-1 per la Juventus.", "full_time", (2, 1), "Juventus", "for whom"),
        ("L'Inter sbanca Torino 2-1.", "full_time", (2, 1), "Inter", "a verb of winning away"),
        ("Si va negli spogliatoi sull'uno a uno.", "half_time", (1, 1), None, "an article that melts into a word"),
        ("Sul punteggio di 1-0 si chiude la prima frazione.", "half_time", (1, 0), None, "the score first"),
        ("Nulla di fatto nei primi quarantacinque minuti.", "half_time", (0, 0), None, "no figures"),
        ("L'Inter, sotto 2-0 all'intervallo, reagisce.", "half_time", (2, 0), "Juventus", "of those behind"),
        ("Nessuna rete in novanta minuti.", "full_time", (0, 0), None, "no goal at all"),
    ],
)
def test_what_a_score_is_of(text: str, moment: str, goals: tuple[int, int], first: str | None, remark: str) -> None:
    scores = [claim.says for claim in told(text) if isinstance(claim.says, ScoreSays) and claim.says.first is not None]
    assert [(one.moment, (one.first, one.second), one.club_first) for one in scores] == [(moment, goals, first)], remark


@pytest.mark.parametrize(
    "text",
    [
        "La Juve, reduce dal 3-0 di Parma, parte forte.",
        "La sconfitta per 3-0 di una settimana fa è alle spalle.",
        "Il 3-0 della settimana scorsa è alle spalle.",
    ],
)
def test_a_score_of_another_day_is_none_of_this_match(text: str) -> None:
    assert not [claim for claim in told(text) if isinstance(claim.says, ScoreSays) and claim.says.first is not None]


@pytest.mark.parametrize(
    ("text", "man", "second", "remark"),
    [
        ("L'arbitro espelle Cambiasso.", "Cambiasso", None, "the referee does it"),
        ("Un fallo su Tevez costa il rosso a Cambiasso.", "Cambiasso", None, "what the foul cost"),
        ("Espulso Cambiasso per una gomitata a Tevez.", "Cambiasso", None, "whom he hit stays on"),
        ("Secondo giallo per Cambiasso.", "Cambiasso", True, "two cautions"),
        ("A Cambiasso la seconda ammonizione vale gli spogliatoi.", "Cambiasso", True, "what it is worth"),
        (
            "Cambiasso stende Tevez, poi la seconda ammonizione gli vale la doccia.",
            "Cambiasso",
            True,
            "whose foul it was",
        ),
    ],
)
def test_who_was_sent_off(text: str, man: str, second: bool | None, remark: str) -> None:
    reds = [claim.says for claim in told(text) if isinstance(claim.says, CardSays) and claim.says.card == "red"]
    assert {one.player[0].value for one in reds} == {man}, remark
    assert any(one.second_yellow == second for one in reds), remark


@pytest.mark.parametrize(
    "text",
    [
        "Dal dischetto va Vidal, ma Handanovic respinge.",
        "Handanovic ipnotizza Vidal dal dischetto.",
        "Vidal manda il rigore sul palo.",
        "Rigore parato da Handanovic a Vidal.",
    ],
)
def test_who_missed_the_penalty(text: str) -> None:
    assert [claim.says.player[0].value for claim in told(text) if isinstance(claim.says, MissedPenaltySays)] == [
        "Vidal"
    ]
