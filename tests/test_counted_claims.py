"""Every counted claim of the table is read and judged right; tests/data/counted_claims.csv holds it.

The counts of the rows were worked out apart from the package's own code.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest

from league_helpers import PACKAGED, mentions, season_of, sentences
from tabellino.domain.claim import LeagueSays
from tabellino.extract.league_claims import league_claims
from tabellino.league.judging import Judge
from tabellino.league.moments import find_match

ROWS = list(csv.DictReader((Path(__file__).parent / "data" / "counted_claims.csv").read_text("utf-8").splitlines()))


@cache
def judge_after(season_name: str, match: str) -> Judge:
    season = season_of(season_name)
    earlier = [season_of(name) for name in PACKAGED] if " " not in season_name else []
    return Judge(season, find_match(season, match), earlier)


def test_the_table_is_large_and_mixed():
    packaged = [row for row in ROWS if " " not in row["season"]]
    assert len(packaged) >= 200, "the main part of the table needs nothing but the package"
    assert len({row["remark"] for row in ROWS}) > 60
    for verdict in ("supported", "contradicted", "unverifiable"):
        assert sum(row["verdict"] == verdict for row in ROWS) >= 8, verdict


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['season']} {row['after']}: {row['sentence']}")
def test_the_verdict_is_right(row: dict[str, str]):
    judge = judge_after(row["season"], row["after"])
    text = row["sentence"]
    home, away = row["after"].split(" v ")
    claims = league_claims(text, sentences(text), mentions(text), (home, away))
    assert claims, f"no claim read ({row['remark']})"
    found = [judge.judge(claim.says) for claim in claims if isinstance(claim.says, LeagueSays)]
    verdicts = {one.verdict for one in found}
    verdict = next(name for name in ("contradicted", "unverifiable", "supported") if name in verdicts)
    told = "\n".join(f"{claim.says}: {one.verdict}: {one.reason}" for claim, one in zip(claims, found, strict=True))
    assert verdict == row["verdict"], f"{row['remark']}\n{told}"
