"""One error planted in one of three true reports: it is found at its words, and nothing else is called wrong."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import tabellino
from tabellino import Report
from tabellino.domain.claim import JudgedClaim

FOLDER = Path(__file__).parent / "planted"
MATCHES = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.toml"))}
PLANTED = [(match, row) for match, table in MATCHES.items() for row in table["planted"]]


def contradicted(texts: list[str]) -> list[JudgedClaim]:
    record = tabellino.read([Report(text, f"{number}.txt") for number, text in enumerate(texts, 1)])
    return [claim for claim in record.claims if claim.verdict == "contradicted"]


def with_error(match: str, row: dict) -> tuple[list[str], tuple[int, int]]:
    """The reports with one error, and where it stands in its report."""
    texts, place = [text.strip() + "\n" for text in MATCHES[match]["reports"]], row["report"] - 1
    assert texts[place].count(row["right"]) == 1, f"{row['right']!r} must stand once in report {row['report']}"
    start = texts[place].index(row["right"])
    texts[place] = texts[place].replace(row["right"], row["wrong"])
    return texts, (start, start + len(row["wrong"]))


@pytest.mark.parametrize("match", MATCHES)
def test_true_reports_contradict_nothing(match):
    wrong = contradicted([text.strip() + "\n" for text in MATCHES[match]["reports"]])
    assert wrong == [], [(claim.quote, claim.reason) for claim in wrong]


@pytest.mark.parametrize(
    ("match", "row"), PLANTED, ids=[f"{match}: {row['kind']}: {row['wrong'][:40]}" for match, row in PLANTED]
)
def test_the_error_is_found_at_its_words_and_nothing_else_is_called_wrong(match, row):
    texts, (start, end) = with_error(match, row)
    found = contradicted(texts)
    here = [c for c in found if c.report == row["report"] and c.span[0] < end and start < c.span[1]]
    others = [c for c in found if c not in here and not any(words in c.quote for words in row.get("follows", ()))]
    assert others == [], f"called wrong, too: {[(c.id, c.quote, c.reason) for c in others]}"
    if row.get("alone"):
        assert here == [], "one report's word against another's is no contradiction"
    elif "missed" in row:
        assert here == [], f"it is found now, so take the remark away: {row['missed']}"
    else:
        assert here, f"{row['wrong']!r} stands unchallenged"


def test_most_errors_are_found():
    asked = [row for _, row in PLANTED if not row.get("alone")]
    missed = [row for row in asked if "missed" in row]
    assert len(missed) / len(asked) <= 0.34, "more than one error in three is missed"
    assert {row["kind"] for row in asked} >= {
        "scorer", "side", "minute", "own_goal", "penalty", "half_time", "red_card", "count", "opener", "score", "home",
        "assist", "attendance", "referee",
    }  # fmt: skip
