"""Scorer lists, card lists and line-ups as newspapers print them, in several languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabellino import extract
from tabellino.domain.claim import CardSays, Claim, FactSays, GoalSays, MissedPenaltySays
from tabellino.extract.blocks import Blocks, Sided, block_claims, read_blocks
from tabellino.extract.blocks.facts import read_date
from tabellino.extract.clubs import club_names, names_of
from tabellino.extract.text import tokenise

HOME, AWAY = "Inter", "Juventus"
SIDED = Sided(HOME, AWAY, home=0.95, first_listed=0.95)


def blocks_of(text: str, home: str = HOME, away: str = AWAY) -> Blocks:
    return read_blocks(tokenise(text), names_of(home, away), club_names())


def claims_of(text: str, home: str = HOME, away: str = AWAY) -> list[Claim]:
    sided = Sided(home, away, 0.95, 0.95)
    return block_claims(text, blocks_of(text, home, away), sided, lambda span, written: written)[0]


def goal_words(claim: Claim) -> str:
    """A goal as "17 Cambiaso og Inter": minute, scorer, marks, the club it most likely counts for."""
    says = claim.says
    assert isinstance(says, GoalSays)
    words = [minute_words(says.time)]
    words += [c.value for c in says.scorer[:1]] or ["?"]
    words += ["og"] * bool(says.own_goal) + ["pen"] * bool(says.penalty)
    words += [c.value for c in says.team[:1] if c.weight > 0.55]
    return " ".join(words)


def minute_words(time: object) -> str:
    best = getattr(time, "best", None)
    if best is None:
        return "-"
    added = round((best - int(best)) * 100)
    return f"{int(best)}+{added}" if added else str(int(best))


def goals(text: str, home: str = HOME, away: str = AWAY) -> list[str]:
    return [goal_words(c) for c in claims_of(text, home, away) if isinstance(c.says, GoalSays)]


CUT_OFF = (
    "Inter beat Juventus at San Siro. Zieliński won it with a late shot, and Zieliński was carried off.\n\n"
    "Inter - Juventus 2:0 (1:0)\nGoals: Esposito 26, Zieli"
)

GOALS = [
    # minute first, Italian
    (
        "RETI: 17' aut. Cambiaso (I), 26' Cambiaso (J)",
        ["17 Cambiaso og Inter", "26 Cambiaso Juventus"],
        "initials of the club",
    ),
    (
        "RETI: 17' Cambiaso aut. (J), 26' Cambiaso (J)",
        ["17 Cambiaso og Inter", "26 Cambiaso Juventus"],
        "initials of the man's own club, known by his other goal",
    ),
    ("RETI: 17' aut. Cambiaso (I)", ["17 Cambiaso og Inter"], "an own goal under the club that gained"),
    ("GOL: 17′ (AG), 26′ Cambiaso", ["17 ? og", "26 Cambiaso"], "an own goal without its scorer"),
    (
        "Marcatori: 12' pt Rossi (I), 3' st Bianchi (J), 28' s.t. Verdi (J)",
        ["12 Rossi Inter", "48 Bianchi Juventus", "73 Verdi Juventus"],
        "the second half counts anew",
    ),
    (
        "MARCATORI: Rossi al 12' p.t.; Bianchi al 5', Verdi al 47' s.t.",
        ["12 Rossi", "50 Bianchi", "90+2 Verdi"],
        "one mark for several minutes, added time of the half",
    ),
    ("Reti: st 31' Rossi, 38' Bianchi", ["76 Rossi", "83 Bianchi"], "the half before its minutes"),
    (
        "Reti: 12' e 37' Rossi (I), 50' rig. Verdi (J)",
        ["12 Rossi Inter", "37 Rossi Inter", "50 Verdi pen Juventus"],
        "two minutes of one man",
    ),
    ("Scorers: OG 17, Smith 26", ["17 ? og", "26 Smith"], "an own goal of nobody named, before the names"),
    (
        "Inter 2-1 Juventus (Smith 12, Jones 44; Brown 88)",
        ["12 Smith Inter", "44 Jones Inter", "88 Brown Juventus"],
        "behind the score",
    ),
    # name first, English
    (
        "Goals: Smith 12, 45+2 pen, Jones 60",
        ["12 Smith", "45+2 Smith pen", "60 Jones"],
        "the mark belongs to the last minute",
    ),
    (
        "Scorers: Smith (12'), Jones (60, pen) | Brown (88)",
        ["12 Smith Inter", "60 Jones pen Inter", "88 Brown Juventus"],
        "a bar between the sides",
    ),
    ("Scorers: Smith (pen 12), Jones (60 og)", ["12 Smith pen", "60 Jones og"], "marks on both sides of the minute"),
    (
        "Goals: Smith 12, Jones 70; Brown 20, Green 88",
        ["12 Smith Inter", "70 Jones Inter", "20 Brown Juventus", "88 Green Juventus"],
        "minutes that start again are the other side's",
    ),
    ("Goals: Smith 12; Brown 20; Jones 70", ["12 Smith", "20 Brown", "70 Jones"], "semicolons that only separate"),
    (
        "Gols: Silva, aos 2, Souza, aos 6, Lima, aos 23, e Costa, aos 48 minutos do segundo tempo",
        ["47 Silva", "51 Souza", "68 Lima", "90+3 Costa"],
        "the half named at the end is that of all",
    ),
    ("Gols: Silva, aos 12, Souza, aos 6 minutos do segundo tempo", ["12 Silva", "51 Souza"], "minutes that go back"),
    # running score
    (
        "Tore: 0:1 Müller (34.), 1:1 Weiß (50.), 1:2 Schwarz (86./FE)",
        ["34 Müller Juventus", "50 Weiß Inter", "86 Schwarz pen Juventus"],
        "German, penalty by letters",
    ),
    (
        "Tore: 1:0 (17., Eigentor) Müller, 1:1 (26.) Weiß",
        ["17 Müller og Inter", "26 Weiß Juventus"],
        "minute before the name",
    ),
    (
        "Torfolge:\n1:0 Müller (17., Kurz)\n2:0 Weiß (90.+3, Foulelfmeter, Kurz)",
        ["17 Müller Inter", "90+3 Weiß pen Inter"],
        "assists are no scorers",
    ),
    (
        "Goles: 1-0, m.12: Pérez. 1-1, m.45+1: Gómez (p.p.). 1-2, m. 80: Ruiz, de penalti",
        ["12 Pérez Inter", "45+1 Gómez og Juventus", "80 Ruiz pen Juventus"],
        "Spanish",
    ),
    (
        "Goles: 1-0: Pérez A. (p.), min. 24. 1-1: Gómez N. (p.p.), min. 58. 2-1: Ruiz H., min. 90.",
        ["24 Pérez A pen Inter", "58 Gómez N og Juventus", "90 Ruiz H Inter"],
        "initials behind the name, then the mark",
    ),
    (
        "Goles: 1-0, Pérez (12'); 2-0, Gómez (70', p.)",
        ["12 Pérez Inter", "70 Gómez pen Inter"],
        "Spanish, minute in brackets",
    ),
    ("Tore: 0:1 Müller (34.), 0:3 Weiß (50.)", ["34 Müller", "50 Weiß"], "a list that drops a goal tells no sides"),
    # clubs in words
    (
        "Buts : Petit (12e, 37e), Grand csc (64e) pour l'Inter ; Blanc (90e+1 s.p.) pour la Juventus",
        ["12 Petit Inter", "37 Petit Inter", "64 Grand og Inter", "90+1 Blanc pen Juventus"],
        "French",
    ),
    ("Buts pour l'Inter : Petit (12 e et 38 e )", ["12 Petit Inter", "38 Petit Inter"], "the club in the label"),
    (
        "Buts : Inter : Petit (12e) ; Juventus : Blanc (50e)",
        ["12 Petit Inter", "50 Blanc Juventus"],
        "the club before its goals",
    ),
    (
        "Inter: Smith 12, Jones 60\nJuventus: Brown 88",
        ["12 Smith Inter", "60 Jones Inter", "88 Brown Juventus"],
        "club names as labels",
    ),
    # lines
    (
        "Os gols\n11min – Silva, após escanteio\n23min – Souza\nSegundo tempo:\n24min – Costa\n45min – Lima, o último",
        ["11 Silva", "23 Souza", "69 Costa", "90 Lima"],
        "Portuguese, a line a goal",
    ),
    (
        "Gols: Silva, aos 11, e Souza, aos 23 do 1º tempo; Costa, aos 24 e aos 34 do 2º tempo",
        ["11 Silva", "23 Souza", "69 Costa", "79 Costa"],
        "Brazilian, halves after the minutes",
    ),
    ("Golos: Silva (45'+2), Souza (90'+10' g.p.)", ["45+2 Silva", "90+10 Souza pen"], "Portuguese added time"),
    (
        "Result: Inter 1-2 Juventus\n• Smith 90\n• Brown 11, 69",
        ["90 Smith Inter", "11 Brown Juventus", "69 Brown Juventus"],
        "bullets: the host's, then the visitors'",
    ),
    ("35' - Goal: Smith\n45+3' - Red card for Jones, foul on Brown", ["35 Smith"], "a timeline"),
    (
        "Smith pounced.\nGoals: Smith 12, Jones 60. The crowd had waited long for this and went home happy.",
        ["12 Smith", "60 Jones"],
        "prose after the list is not the list",
    ),
    ("Smith won it. Goals: Elmander 76, Elm", ["76 Elmander", "- Elm"], "another man, whose name begins another's"),
    ("Smith won it. Goals: Heung 76, Son", ["76 Heung", "- Son"], "three letters are a name"),
    ("Rossi and Romano met. Reti: 17' Rossi, 83' Ro", ["17 Rossi"], "a text cut off in a name that could be two"),
    ("Jones equalised. Reti: 17' Rossi, 83' Ro", ["17 Rossi", "83 Rossi"], "a text cut off in a name it has told"),
]


@pytest.mark.parametrize(("text", "expected", "remark"), GOALS, ids=[row[2] for row in GOALS])
def test_goals_of_a_list(text: str, expected: list[str], remark: str) -> None:
    assert goals(text) == expected, remark


def test_a_name_cut_off_is_the_man_named_above() -> None:
    (_, cut) = [c for c in extract(CUT_OFF) if isinstance(c.says, GoalSays) and c.block]
    assert isinstance(cut.says, GoalSays)
    assert (cut.quote, cut.says.scorer[0].value) == ("Zieli", "Zieliński")


NO_GOALS = [
    (
        "Inter: Sommer, Bisseck, Akanji, Bastoni (45 Augusto), Barella (54 Diouf), Sucic, Dimarco (66 Esposito), "
        "Thuram, Zielinski, Luis, Lautaro.",
        "a line-up with substitutions",
    ),
    (
        "Sommer, Bisseck, Akanji, Bastoni (Augusto 45), Barella (Diouf 54), Sucic, Dimarco, "
        "Thuram, Zielinski, Luis, Lautaro.",
        "the same without the club's name",
    ),
    ("Sostituzioni: 45' Augusto, 54' Diouf", "substitutions by their label"),
    ("Inter 25 20 1 4 61\nMilan 24 15 8 1 53\nNapoli 25 15 5 5 50", "a league table"),
    ("Arsenal 12, Chelsea 14, Everton 20", "clubs with figures"),
    ("Saturday: Arsenal v Chelsea (15.00), Everton v Fulham (17.30)", "fixtures"),
    ("TV: Sky Sports 1, 12.30; BT Sport 2, 20", "television"),
    ("Odds: Inter 11/10, draw 12/5, Juventus 13/5", "betting"),
    ("Smith, 34, and Jones, 28, played well in the first half of the game.", "ages in prose"),
    ("The goal: to win the league by May.", "a label's word in prose"),
    ("Booked: Smith 12, Jones 60", "cautions"),
    ("Kick-off: 20:45", "a time of day"),
    (
        "Mandanda 7, Bonnart 6, Hilton 7, Taiwo 6, Cana 8, Valbuena 7 (Zenden 82), Niang 7",
        "marks for players, with a change between them",
    ),
]


@pytest.mark.parametrize(("text", "remark"), NO_GOALS, ids=[row[1] for row in NO_GOALS])
def test_what_is_no_list_of_goals(text: str, remark: str) -> None:
    assert goals(text) == [], remark


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
def test_labelled_facts(text: str, field: str, value: str) -> None:
    assert [c.says for c in claims_of(text)] == [FactSays(field, value)]  # type: ignore[arg-type]


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


UNDER_LINEUPS = """Alba, Bosco, Conti, Dini, Esti (Fusi 67), Gallo, Hofer, Ionio, Luni, Mori (Neri 56), Orsi.

Subs Not Used: Pini, Quinto.

Alba, Conti.

Fusi 70, Orsi 113.

Abel, Bakker, Cruz, Dekker, Evers, Faber, Groot (Haas 45), Jansen, Koster, Lammers, Mulder.

Subs Not Used: Nagel.

Lammers.

Hofer 79 og, Mulder 88 pen.

29,603

M Arbiter (Kent).
"""


def test_lists_under_line_ups_belong_to_their_side() -> None:
    """Match facts whose labels were lost: line-up, bench, cautions, scorers; crowd and referee last."""
    claims = claims_of(UNDER_LINEUPS)
    assert [goal_words(c) for c in claims if isinstance(c.says, GoalSays)] == [
        "70 Fusi Inter",
        "113 Orsi Inter",
        "79 Hofer og Juventus",
        "88 Mulder pen Juventus",
    ]
    cautions = [c.says.player[0].value for c in claims if isinstance(c.says, CardSays) and c.says.card == "yellow"]
    assert cautions == ["Alba", "Conti", "Lammers"]
    assert [c.says.value for c in claims if isinstance(c.says, FactSays)] == ["29603", "M Arbiter"]


def test_line_ups_tell_whose_player_somebody_is() -> None:
    text = UNDER_LINEUPS
    _, odds = block_claims(text, blocks_of(text), SIDED, lambda span, written: written)
    told = {text[a:b]: value for (a, b), value in odds}
    assert all(told[name] > 2 for name in ("Alba", "Fusi", "Pini")), "starter, substitute and bench of the first side"
    assert all(told[name] < -2 for name in ("Abel", "Haas", "Mulder")), "and of the second"


def test_fifteen_names_are_another_sport() -> None:
    fifteen = ", ".join(f"{letter}ason" for letter in "BCDFGHJKLMNPRST")
    assert not [p for p in blocks_of(fifteen).parts if p.kind == "lineup"]


def test_sentences_in_lists_are_not_prose() -> None:
    text = tokenise("Inter won again.\n\nGoals: Smith 12, Jones 60.\n\nJones headed in the second after an hour.")
    blocked = read_blocks(text, names_of(HOME, AWAY), club_names()).sentences(text)
    assert blocked == {1}


MONSTERS = [
    "Goals: Smith 12, Jones 60; 1-0 ",
    "Goals: Smith 12; ",
    "Goals: Smith " + "12 " * 40,
    "1-0 1-0 ",
    "Sommer, Bisseck (46 Kelly), Akanji, \n",
    "Reti: 12' Rossi (I)\n",
    "((((",
    "11' st ",
    "Inter 2 (Lautaro, Barella) Juventus 1 (Yildiz) ",
    "Inter 2 (Lautaro, Barella)\nJuventus 1 (Yildiz)\n",
    "Inter 2-1 Juventus\nScorers: Lautaro. Barella. Yildiz. ",
]


@pytest.mark.parametrize("piece", MONSTERS)
def test_reading_lists_takes_linear_time(piece: str) -> None:
    import time

    def took(letters: int) -> float:
        text = tokenise(piece * (letters // len(piece)))
        names, others = names_of(HOME, AWAY), club_names()
        start = time.process_time()
        block_claims(text.raw, read_blocks(text, names, others), SIDED, lambda span, written: written)
        return time.process_time() - start

    took(2_000)
    short, long = min(took(10_000) for _ in range(2)), took(80_000)
    assert long < 8 * short * 4 + 0.05, f"eight times the text took {long / short:.0f} times as long"


@given(
    st.lists(
        st.sampled_from(
            [
                *"()[],;:|./-+'*\n&",
                " ",
                "12",
                "45+2",
                "0:1",
                "17'",
                "Goals",
                "Smith",
                "Inter",
                "og",
                "pen",
                "st",
                "Booked",
            ]
        ),
        max_size=60,
    ).map("".join)
)
def test_nothing_that_looks_like_a_list_breaks_the_reader(text: str) -> None:
    for claim in claims_of(text):
        start, end = claim.span
        assert 0 <= start <= end <= len(text)
        assert claim.quote == text[start:end]


CLUBS = {"torino": "Torino", "lazio": "Lazio"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Torino 2 (Belotti 12, Ljajic 71)\nLazio 1 (Immobile 40)", {"Torino": 2, "Lazio": 1}),
        ("Torino (1) 2 (Belotti 12, 71 pen) Lazio (1) 1 (Immobile 40)", {"Torino": 2, "Lazio": 1}),
        ("Torino 2 Belotti 12, Ljajic 71; Lazio 0", {"Torino": 2}),
        ("Torino 2 (Belotti and Ljajic) were lucky against Lazio 1", {}),
        ("Torino 2 (Belotti 12) beat by Lazio last week 3 (Immobile 40)", {}),
        ("Torino 38 games played, Lazio 37", {}),
    ],
)
def test_scorers_in_brackets_after_their_club(text, told):
    parts = [p for p in read_blocks(tokenise(text), CLUBS).parts if p.kind == "goals" and p.club]
    assert {p.club: len(p.entries) for p in parts} == told
