"""Reports that share wording are one witness."""

from __future__ import annotations

import datetime
from itertools import permutations

import pytest

from tabellino.domain.report import Report
from tabellino.reconcile.copies import copies, in_order

WIRE = (
    "Inter beat Juventus on Saturday night to stay eight points clear at the top. Cambiaso turned a low cross into "
    "his own net after seventeen minutes and made up for it at the other end nine minutes later."
)
REWORDED = (
    "Eight points clear: Inter won again, this time against ten men. An own goal of Cambiaso opened the evening, and "
    "it was he who equalised before the half hour; the late winner came from twenty metres."
)
LONGER = WIRE + " Kalulu saw a second yellow card just before the interval, and Zielinski struck late."


@pytest.mark.parametrize(
    ("texts", "expected", "remark"),
    [
        ((WIRE, WIRE), {1: 0}, "the same text twice"),
        ((WIRE, WIRE.upper()), {0: 1}, "in capitals (equally long: the text decides, not the order)"),
        ((WIRE, WIRE.replace(" ", "\n")), {0: 1}, "broken into other lines"),
        ((WIRE, LONGER), {0: 1}, "the longer text stands for both: it says more"),
        ((WIRE, REWORDED), {}, "the same match in other words"),
        ((WIRE, REWORDED, WIRE), {2: 0}, "a copy after another report"),
        ((WIRE, LONGER, WIRE + " More tomorrow."), {0: 1, 2: 1}, "copies of one original"),
        (("Inter won.", "Inter won."), {1: 0}, "texts too short for a run of words are compared whole"),
        (("Inter won.", "Inter lost."), {}, "and are two when they differ"),
        ((WIRE, " ".join(WIRE.split()[:15])), {1: 0}, "shortened"),
        ((WIRE, " ".join(WIRE.split()[:7]) + REWORDED), {}, "one phrase in common"),
        (("", WIRE), {}, "an empty text is nobody's copy"),
        ((WIRE,), {}, "one report"),
        ((), {}, "no report"),
    ],
)
def test_copies(texts: tuple[str, ...], expected: dict[int, int], remark: str):
    assert copies([Report(text) for text in texts], shingle=7, share=0.5) == expected, remark


def test_which_text_stands_for_a_witness_does_not_hang_on_the_order():
    texts = (WIRE, LONGER, REWORDED, WIRE + " More tomorrow.")
    for order in permutations(range(len(texts))):
        found = copies([Report(texts[n]) for n in order], shingle=7, share=0.5)
        originals = {order[copy]: order[of] for copy, of in found.items()}
        assert originals == {0: 1, 3: 1}, f"given in the order {order}"


def test_of_equally_long_texts_the_earliest_stands_for_all():
    late = Report(WIRE, date=datetime.date(2026, 2, 15))
    early = Report(WIRE, date=datetime.date(2026, 2, 14))
    undated = Report(WIRE)
    assert copies([undated, late, early], shingle=7, share=0.5) == {0: 2, 1: 2}


def test_reports_are_put_in_one_order_however_they_are_given():
    reports = [Report("b"), Report("a"), Report("z", date=datetime.date(2026, 2, 14))]
    assert [reports[n].text for n in in_order(reports)] == ["z", "a", "b"]
    assert [reports[::-1][n].text for n in in_order(reports[::-1])] == ["z", "a", "b"]
