"""Line-ups, the lists under them, and whose player a man is by them."""

from __future__ import annotations

from blocks_told import SIDED, blocks_of, claims_of, goal_words

import tabellino
from tabellino import Report
from tabellino.domain.claim import CardSays, FactSays, GoalSays
from tabellino.extract.blocks import block_claims

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


def test_line_ups_with_a_line_for_each_man_tell_his_side_and_no_minutes() -> None:
    home = ["Alba", "Bosco", "Conti", "Dini", "Esti", "Gallo", "Hofer", "Ionio", "Luni", "Mori", "Orsi"]
    away = ["Abel", "Bakker", "Cruz", "Dekker", "Evers", "Faber", "Groot", "Jansen", "Koster", "Lammers", "Mulder"]
    numbered = ["\n".join(f"{number} {man}" for number, man in enumerate(men, 1)) for men in (home, away)]
    text = (
        f"Inter\n{numbered[0]}\n\nJuventus\n{numbered[1]}\n\nInter 1-2 Juventus\n\nGoals\n14' Abel\n60' Orsi\n90' Cruz"
    )
    record = tabellino.read([Report(text)])
    assert record.score.full_time == (1, 2)
    told = [(goal.minute, goal.scorer, goal.team) for goal in record.goals]
    assert told == [(14, "Abel", "away"), (60, "Orsi", "home"), (90, "Cruz", "away")]
