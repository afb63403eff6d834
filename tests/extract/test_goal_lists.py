"""Lists of scorers as newspapers print them, in several languages, and what is none."""

from __future__ import annotations

import pytest
from blocks_told import goals

from tabellino import extract
from tabellino.domain.claim import GoalSays
from tabellino.extract.blocks import read_blocks
from tabellino.extract.text import tokenise

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
    ("PREMIER LEAGUE: Smith 7, Jones 19", ["7 Smith", "19 Jones"], "what the scorers are of, before them"),
    (
        "Goals:\n0-1. 59. Smith. Side-footed in from a square pass that Jones had won the ball for.\n1-1. 66. Jones.",
        ["59 Smith Juventus", "66 Jones Inter"],
        "a long line of a list, with more to tell of the goal",
    ),
    (
        "Jones said so. Smith pounced.\nGOAL - 2-1: Hello! The substitute picks his spot from a long way out.",
        [],
        "a live text",
    ),
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
    ("FULL-TIME: Inter 3-2 Juventus.\n(I", "a bracket that never closes"),
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
    ("Inter:\nShots 9\nOn Target 2\nPossession 43%\nCorners 4\nFouls 10", "what was counted in the match"),
    (
        "Mandanda 7, Bonnart 6, Hilton 7, Taiwo 6, Cana 8, Valbuena 7 (Zenden 82), Niang 7",
        "marks for players, with a change between them",
    ),
]


@pytest.mark.parametrize(("text", "remark"), NO_GOALS, ids=[row[1] for row in NO_GOALS])
def test_what_is_no_list_of_goals(text: str, remark: str) -> None:
    assert goals(text) == [], remark


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


def test_the_day_under_a_score_is_nobody_with_his_minute() -> None:
    text = "Inter 2-1 Juventus\n{}\n\nInter won at San Siro with goals by Esposito and Dimarco."
    for day in ("Sunday October 28", "28 October", "October 28th", "Domenica ottobre 28", "Saturday 14 February"):
        assert not [g for g in goals(text.format(day)) if "28" in g or "14" in g], day
    assert goals("Inter 1-0 Juventus\nMay 28") == ["28 May Inter"], "a man's name"


def test_the_goals_of_a_man_s_season_are_no_minute() -> None:
    lines = (
        "INT -- Esposito 4 (Dimarco) 28",
        "JUV -- Locatelli 1 (unassisted) 51",
        "INT -- Zielinski 8 (penalty kick) 84",
    )
    text = "\n".join(("Scoring summary:", *lines))
    told = ["28 Esposito Inter", "51 Locatelli Juventus", "84 Zielinski pen Inter"]
    assert goals(text) == told
