"""Reports held against the season at hand: league claims judged, the match found, disagreements said aloud."""

from __future__ import annotations

import json
import shutil

import pytest
from click.testing import CliRunner

import tabellino
from tabellino import Report
from tabellino.cli import cli
from tabellino.league import season_store

RIGHT = """Inter 3-2 Juventus

Inter beat Juventus 3-2 at San Siro in Serie A on Saturday 14 February 2026.

Andrea Cambiaso's own goal gave Inter the lead in the 17th minute. The Juventus full-back equalised in the 26th minute.

Francesco Pio Esposito headed Inter in front in the 76th minute, but Juventus captain Manuel Locatelli made it 2-2 \
in the 83rd minute. Piotr Zielinski scored the winner in the 90th minute.

{league}
"""
OTHER = """Inter 3-2 Juventus

Serie A, 14 February 2026. Inter won 3-2 against Juventus. Piotr Zielinski scored the winner in the 90th minute.
"""


def told(league: str = "") -> Report:
    """The report with these words about the league."""
    return Report(RIGHT.format(league=league), "told.txt")


def league_claims(record):
    return [claim for claim in record.claims if claim.kind == "league"]


@pytest.fixture(autouse=True)
def no_seasons_of_the_user(tmp_path, monkeypatch):
    monkeypatch.setenv(season_store.FOLDER_VARIABLE, str(tmp_path / "data"))


@pytest.mark.parametrize(
    ("remark", "words", "verdict", "reason"),
    [
        ("a gap", "Inter are eight points clear.", "supported", "Inter have 61 points, Milan 53"),
        ("a gap, one too many", "Inter are nine points clear.", "contradicted", "Inter have 61 points, Milan 53"),
        ("points", "Inter have 61 points.", "supported", "from 25 matches"),
        ("points of the week before", "Inter have 58 points.", "contradicted", "Inter have 61 points"),
        ("a place level on points", "Juventus are fourth on 46 points.", "supported", "level with Roma (24 played)"),
        ("form", "Inter have 11 wins in their last 12 league games.", "supported", "D 2-2 v Napoli (11 Jan)"),
        ("wins so far", "Inter have 20 victories in the league.", "supported", "20 wins from 25 matches"),
        ("wins, one too few", "Inter have 19 victories in the league.", "contradicted", "20 wins from 25 matches"),
        ("a window not named", "Inter have scored 25 goals across recent matches.", "supported", "last nine league"),
        ("beyond results", "Lautaro Martinez leads the scoring charts.", "unverifiable", "results do not tell"),
    ],
)  # fmt: skip
def test_a_league_claim_is_judged_at_the_moment_after_the_match(remark, words, verdict, reason):
    found = league_claims(tabellino.read([told(words)]))
    assert found, f"{remark}: no claim was read from {words!r}"
    assert any(c.verdict == verdict and reason in c.reason for c in found), [(c.verdict, c.reason) for c in found]
    sure = {"supported": 1.0, "contradicted": 0.0, "unverifiable": None}
    assert all(claim.probability == sure[claim.verdict] for claim in found)


def test_a_contradicted_count_is_corrected_and_counted_against_its_report():
    record = tabellino.read([told("Inter have 19 victories in the league."), Report(OTHER, "other.txt")])
    (wrong,) = [claim for claim in league_claims(record) if claim.verdict == "contradicted"]
    assert wrong.correction == wrong.quote.replace("19", "20"), "the report's own words, put right"
    assert [info.contradicted for info in record.reports] == [1, 0]
    assert record.reports[0].reliability < 1, "a wrong count costs reliability"


def test_the_results_fill_in_what_no_report_tells():
    text = RIGHT.format(league="").replace(" in Serie A on Saturday 14 February 2026", "")
    record = tabellino.read([Report(text, "told.txt")])
    match = record.match
    assert (match.competition, match.season, match.date) == ("Serie A", "2025-26", "2026-02-14")
    assert any("no report gives the date" in warning and "openfootball" in warning for warning in record.warnings)


def test_results_of_another_day_than_the_text_tells_fill_in_nothing():
    text = RIGHT.format(league="").replace(" in Serie A on Saturday 14 February 2026", "")
    record = tabellino.read([Report(text + " It was as good as the match of 10 May 1981.", "told.txt")])
    assert (record.match.season, record.match.date) == (None, None), "it may be the match of that day"


def test_without_a_date_the_results_call_no_count_wrong():
    """A score finds a match among the seasons at hand; it may have been another season's."""
    text = RIGHT.format(league="Inter have 58 points.").replace(" in Serie A on Saturday 14 February 2026", "")
    (claim,) = league_claims(tabellino.read([Report(text, "told.txt")]))
    assert claim.verdict == "disputed", claim.reason
    assert "Inter have 61 points" in claim.reason


def test_reports_and_results_that_agree_give_no_warning():
    assert tabellino.read([told()]).warnings == ()


@pytest.mark.parametrize(
    ("remark", "text", "warning"),
    [
        ("another score", "Serie A, 14 February 2026\n\nInter 3-1 Juventus\n\n"
         "Inter: Luis Henrique 17, Esposito 76, Zielinski 90\n"
         "Juventus: Cambiaso 26\n",
         "say Inter 3-2 Juventus, the reports 3-1"),
        ("another break", "Serie A, 14 February 2026\n\nInter 3-2 Juventus (HT 0-0)\n\n"
         "Inter: Esposito 76, Zielinski 90\n",
         "say Inter 1-1 Juventus at half-time, the reports 0-0"),
        ("another day", RIGHT.replace("14 February", "21 February").format(league=""),
         "say that the match was on 14 February 2026, the reports 21 February 2026"),
    ],
)  # fmt: skip
def test_a_disagreement_with_the_results_is_said_aloud(remark, text, warning):
    warnings = tabellino.read([Report(text, "told.txt")]).warnings
    assert f"the results (openfootball) {warning}" in warnings, remark


def test_a_match_told_at_the_wrong_ground_is_said_aloud():
    text = "Juventus 2-3 Inter\n\nSerie A, 14 February 2026, Allianz Stadium. Juventus lost 3-2 at home to Inter.\n"
    record = tabellino.read([Report(text, "told.txt")])
    assert record.match.home == "Juventus", "the record keeps what the reports say"
    assert any("say that Inter were at home, the reports Juventus" in one for one in record.warnings), record.warnings


@pytest.mark.parametrize(
    ("remark", "text"),
    [
        ("a cup", RIGHT.replace("Serie A", "the Coppa Italia").format(league="Inter have 19 victories in the league.")),
        ("clubs of no season", RIGHT.replace("Inter", "Arsenal").replace("Juventus", "Chelsea").replace(
            "Serie A", "the Premier League").format(league="Arsenal have 19 victories in the league.")),
        ("another year", RIGHT.replace("2026", "1998").format(league="Inter have 19 victories in the league.")),
    ],
)  # fmt: skip
def test_without_the_match_among_the_results_claims_stay_open(remark, text):
    record = tabellino.read([Report(text, "told.txt")])
    assert {claim.verdict for claim in league_claims(record)} <= {"unverifiable"}, remark
    assert not any("results" in warning for warning in record.warnings)


def test_clubs_of_no_season_cost_no_reading_of_seasons(monkeypatch):
    monkeypatch.setattr(season_store, "read_file", lambda *_: pytest.fail("a season was read"))
    season_store._load.cache_clear()
    text = RIGHT.replace("Inter", "Arsenal").replace("Juventus", "Chelsea").replace("Serie A", "a friendly")
    assert tabellino.read([Report(text.format(league=""), "told.txt")]).match.home == "Arsenal"


def test_the_user_s_season_goes_before_the_packaged_one(tmp_path):
    target = tmp_path / "data" / "seasons" / "serie-a" / "2025-26.csv"
    target.parent.mkdir(parents=True)
    shutil.copy(season_store.PACKAGED / "serie-a" / "2025-26.csv", target)
    lines = target.read_text("utf-8").splitlines()
    changed = [line.replace(",3,2,", ",3,1,") if "Inter,Juventus" in line else line for line in lines]
    assert changed != lines, "the match is in the file"
    target.write_text("\n".join(changed) + "\n", "utf-8")
    warnings = tabellino.read([told()]).warnings
    assert any("Inter 3-1 Juventus, the reports 3-2" in warning for warning in warnings), warnings


def test_check_finds_a_wrong_count_and_exits_with_one(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "other.txt").write_text(OTHER, "utf-8")
    for count, code in (("20", 0), ("19", 1)):
        (tmp_path / "draft.txt").write_text(told(f"Inter have {count} victories in the league.").text, "utf-8")
        result = CliRunner().invoke(cli, ["check", "draft.txt", "--against", "other.txt", "--format", "json"])
        assert result.exit_code == code, result.output
        errors = [one for one in json.loads(result.stdout)["findings"] if one["level"] == "error"]
        assert len(errors) == code
        assert all(one["kind"] == "league" and "Inter have 20 wins" in one["reason"] for one in errors)
