"""Lists of cards and missed penalties, and the facts that stand beside them."""

from __future__ import annotations

import pytest
from blocks_told import claims_of, minute_words

from tabellino.domain.claim import CardSays, FactField, FactSays, MissedPenaltySays
from tabellino.extract.blocks.facts import read_date

CARDS = [
    ("Espulso: 42' Kalulu per doppia ammonizione", ["42 Kalulu red second"], "Italian"),
    ("Gelb-Rot: Kalulu (42.)", ["42 Kalulu red second"], "German"),
    ("Rote Karte: Schwarz (85./Notbremse)", ["85 Schwarz red"], "with the reason"),
    (
        "NOTE: espulso Kalulu al 42' per doppia ammonizione. Spettatori 75.000.",
        ["42 Kalulu red second"],
        "among the notes, without a colon",
    ),
    ("Red card: Kalulu (Juventus) 42", ["42 Kalulu red"], "the club between name and minute"),
    ("Sent off: Gordon (45+3)", ["45+3 Gordon red"], "English"),
    ("Expulsion : Kalulu (42e) pour les Bianconeri", ["42 Kalulu red"], "French, the club by its nickname"),
    ("Ammoniti: Rossi, Bianchi, Verdi", ["- Rossi yellow", "- Bianchi yellow", "- Verdi yellow"], "bare names"),
    (
        "Amarelos: Silva (12'), Souza (45'+1). Vermelhos: Costa (80')",
        ["12 Silva yellow", "45+1 Souza yellow", "80 Costa red"],
        "two labels in one line",
    ),
    (
        "Disciplina: cartão amarelo a Silva (12'), Souza (45'+1) e Costa (60'); cartão vermelho a Pinto (80')",
        ["12 Silva yellow", "45+1 Souza yellow", "60 Costa yellow", "80 Pinto red"],
        "whom cards were shown to, without a colon",
    ),
    (
        "Ação disciplinar: vermelhos para Silva (12) e Costa (60)",
        ["12 Silva red", "60 Costa red"],
        "the first label gives way to the second",
    ),
    (
        "Cartão amarelo a Silva (12) e Costa (45 e 87). Cartão vermelho por acumulação a Costa (87).",
        ["12 Silva yellow", "45 Costa yellow", "87 Costa yellow", "87 Costa red second"],
        "no label before them",
    ),
    ("45+3' - Red card for Gordon, foul on Van Dijk", ["45+3 Gordon red"], "a line of a timeline"),
    ("Yellow cards: none", [], "nobody"),
    (
        "Expulsados: Costa J., por doble amarilla (29 y 84).",
        ["29 Costa J yellow", "84 Costa J red second"],
        "the last of two cautions sends off",
    ),
    ("Sent off: Smith (29, 84, second yellow)", ["29 Smith yellow", "84 Smith red second"], "the mark behind"),
    ("Sent off: Smith, second yellow, 84", ["84 Smith red second"], "the mark between commas"),
    ("Sent off: Kalulu (Juventus), 75. Boos: many.", ["75 Kalulu red"], "what goes on is no man"),
    ("Sent off: Kalulu (Juventus). Umbrellas: more.", ["- Kalulu red"], "nor is it without a minute"),
    ("Sent off: Kalulu 42. Gordon 80.", ["42 Kalulu red", "80 Gordon red"], "a second man does follow"),
]


@pytest.mark.parametrize(("text", "expected", "remark"), CARDS, ids=[row[2] for row in CARDS])
def test_cards_of_a_list(text: str, expected: list[str], remark: str) -> None:
    found = []
    for claim in claims_of(text):
        if isinstance(claim.says, CardSays):
            second = " second" * bool(claim.says.second_yellow)
            found.append(f"{minute_words(claim.says.time)} {claim.says.player[0].value} {claim.says.card}{second}")
    assert found == expected, remark


def test_a_club_and_a_minute_in_one_bracket() -> None:
    (says,) = [
        c.says for c in claims_of("Red card: Costa (Nav, 65).", "Braga", "Naval") if isinstance(c.says, CardSays)
    ]
    assert [team.value for team in says.team if team.weight > 0.5] == ["Naval"]
    assert minute_words(says.time) == "65"


def test_a_missed_penalty_is_no_goal() -> None:
    (claim,) = claims_of("Rigore sbagliato: 52' Pulisic", "Juventus", "Milan")
    assert isinstance(claim.says, MissedPenaltySays)
    assert claim.says.player[0].value == "Pulisic"
    assert minute_words(claim.says.time) == "52"


FACTS = [
    ("Referee: M Riley (W Yorkshire)", "referee", "M Riley"),
    ("ARBITRO: La Penna.", "referee", "La Penna"),
    ("Attendance: 58,141", "attendance", "58141"),
    ("Zuschauer: 29.546", "attendance", "29546"),
    ("Stade: Parc des Princes", "venue", "Parc des Princes"),
    ("Date: July 8, 2014", "date", "2014-07-08"),
]


@pytest.mark.parametrize(("text", "field", "value"), FACTS)
def test_labelled_facts(text: str, field: FactField, value: str) -> None:
    assert [c.says for c in claims_of(text)] == [FactSays(field, value)]


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("14 February 2026", "2026-02-14"),
        ("8 de julio de 2014", "2014-07-08"),
        ("23. August 2025", "2025-08-23"),
        ("14/02/2026", "2026-02-14"),
        ("31 June 2014", None),
        ("Saturday", None),
    ],
)
def test_dates(words: str, date: str | None) -> None:
    assert read_date(words) == date
