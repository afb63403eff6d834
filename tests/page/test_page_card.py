"""The card: a picture of the tabellino, as SVG and as PNG."""

from __future__ import annotations

import struct
import sys
import xml.etree.ElementTree as ET
from typing import Any

import page_samples as samples
import pytest

from tabellino.errors import UsageError
from tabellino.render.page import card, card_png


def words_of(record: Any) -> list[str]:
    return [element.text or "" for element in ET.fromstring(card(record)).iter("{http://www.w3.org/2000/svg}text")]


def test_the_card_holds_the_score_the_scorers_and_who_went():
    assert words_of(samples.derby()[0]) == [
        "Serie A · Saturday 14 February 2026 · San Siro",
        "Inter", "3–2", "Juventus", "half-time 1–1",
        "Cambiaso 17′ (og)", "Esposito 76′", "Zieliński 90′",
        "Cambiaso 26′", "Locatelli 83′", "Kalulu sent off 42–45′",
        "Worked out from four reports; two statements found wrong", "tabellino",
    ]  # fmt: skip


def test_a_scorer_of_several_goals_is_named_once():
    words = words_of(samples.seven_one()[0])
    assert "Kroos 24′, 26′" in words
    assert "Schürrle 69′, 79′" in words


def test_more_scorers_than_fit_are_told_by_number():
    record, _ = samples.hostile()
    assert "and five more" in words_of(record)


@pytest.mark.parametrize("sample", [samples.derby, samples.goalless, samples.long_names, samples.hostile])
def test_the_card_is_well_formed_and_loads_nothing(sample: Any):
    tree = ET.fromstring(card(sample()[0]))
    tags = {element.tag.removeprefix("{http://www.w3.org/2000/svg}") for element in tree.iter()}
    assert tags <= {"svg", "rect", "text", "line"}
    assert not [name for element in tree.iter() for name in element.attrib if "href" in name or name.startswith("on")]


def test_the_card_becomes_a_png_of_the_width_asked_for():
    pytest.importorskip("resvg_py", reason="the card as PNG needs: pip install resvg_py")
    png = card_png(samples.derby()[0], width=600)
    assert png.startswith(b"\x89PNG")
    assert struct.unpack(">II", png[16:24]) == (600, 315)


def test_without_the_package_for_png_one_line_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(UsageError, match=r"pip install 'tabellino\[card\]', or ask for an .svg file"):
        card_png(samples.derby()[0])
