"""Whose man was sent off."""

from __future__ import annotations

import pytest

from tabellino import read

MATCH = "Everton beat Fulham 2-1 at Goodison Park on Saturday. Lukaku scored after 10 minutes and Osman made it 2-0. "


@pytest.mark.parametrize(
    ("text", "side", "remark"),
    [
        ("Ten-man Fulham had Quallander sent off in the 40th minute.", "away", "the ten men are named"),
        (
            "Quallander's dismissal just before half-time left ten-man Fulham with a mountain to climb.",
            "away",
            "afterwards",
        ),
        (
            "Quallander pulled one back for Fulham in the 60th minute. Quallander was sent off in the 88th.",
            "away",
            "his goal tells it",
        ),
        ("Quallander was sent off for Fulham after the break.", "away", "for whom he was sent off"),
        ("Quallander saw red early on. Fulham, down to ten, never threatened.", "away", "down to ten"),
        ("Quallander saw red early on. TEN-MAN Fulham never threatened.", "away", "in capitals"),
        ("Everton led 2-1 against Fulham, who had Quallander sent off.", "away", "whose man he was"),
        ("Quallander was sent off in the 40th minute.", None, "nothing tells whose he is, and nothing is guessed"),
    ],
)
def test_the_side_of_a_man_sent_off(text: str, side: str | None, remark: str) -> None:
    reds = [card for card in read([MATCH + text]).cards if card.card == "red"]
    assert [(card.player, card.team) for card in reds] == [("Quallander", side)], remark


def test_of_two_sent_off_each_is_known_by_his_own_words() -> None:
    text = "Parker was dismissed for a late tackle. Osman lunged in at Hughes and followed Parker down the tunnel."
    reds = [card for card in read([MATCH + text]).cards if card.card == "red"]
    assert sorted(card.player or "" for card in reds) == ["Osman", "Parker"]


def test_the_sides_of_two_men_of_a_side_of_nine() -> None:
    text = "Quallander was dismissed on 43 minutes and Marchetton was sent off on 78. Nine-man Fulham held out."
    reds = [card for card in read([MATCH + text]).cards if card.card == "red"]
    assert [(card.player, card.team) for card in reds] == [("Quallander", "away"), ("Marchetton", "away")]
