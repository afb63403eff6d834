"""The commands of the odds: what they print, and how they refuse."""

from __future__ import annotations

import csv
import json
import struct
import sys
from pathlib import Path
from xml.etree import ElementTree

import msgspec
import pytest
from click.testing import CliRunner, Result

from odds_helpers import small_season
from tabellino.cli.backtest import backtest
from tabellino.cli.inplay import inplay
from tabellino.cli.odds_text import places
from tabellino.cli.race import race
from tabellino.domain.league import Season
from tabellino.domain.stakes import ClubOdds
from tabellino.errors import SourceNotFound, UnknownCompetition, UsageError
from tabellino.league.season_store import save

MORNING = ("serie-a", "--season", "2025-26", "--on", "2026-02-14", "--sims", "800")


@pytest.fixture(autouse=True)
def _no_user_seasons(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TABELLINO_DATA", str(tmp_path))


def run(command, *args: str) -> Result:
    result = CliRunner().invoke(command, args)
    assert result.exit_code == 0, result.output + repr(result.exception)
    return result


def refused(command, *args: str) -> Exception:
    result = CliRunner().invoke(command, args)
    assert result.exit_code != 0, result.output
    assert result.exception is not None
    return result.exception


def test_the_race_says_what_it_rests_on_and_shows_every_club():
    out = run(race, *MORNING).stdout
    assert "results to 13 February 2026, 140 matches left, 800 seasons, seed 2026" in out
    assert "standard error at most" in out
    assert out.count("±") == 20
    assert out.splitlines()[3].startswith("Inter")


def test_the_race_as_json_adds_up():
    odds = json.loads(run(race, *MORNING, "--json").stdout)
    assert (odds["on"], odds["simulations"], odds["seed"], len(odds["clubs"])) == ("2026-02-14", 800, 2026, 20)
    assert sum(club["zones"]["title"]["probability"] for club in odds["clubs"]) == pytest.approx(1)
    assert sum(club["zones"]["relegation"]["probability"] for club in odds["clubs"]) == pytest.approx(3)


def test_the_race_as_csv_has_a_line_a_club():
    rows = list(csv.DictReader(run(race, *MORNING, "--csv").stdout.splitlines()))
    assert len(rows) == 20
    assert float(rows[0]["title"]) + float(rows[0]["place_2"]) <= 1


def test_before_and_after_a_match_with_the_result_it_had():
    out = run(race, *MORNING, "--match", "Inter v Juventus").stdout
    for words in ("Inter win", "draw", "Juventus win", "Inter 3-2 Juventus, as it ended", "Most hangs on it"):
        assert words in out
    effect = json.loads(run(race, *MORNING, "--match", "Inter v Juve", "--json").stdout)
    assert [one["result"] for one in effect["results"]] == ["home", "draw", "away", "score"]
    assert all(change["standard_error"] > 0 for one in effect["results"] for change in one["changes"])
    assert "result,probability,club" in run(race, *MORNING, "--match", "Inter v Juventus", "--csv").stdout


def test_a_what_if_is_counted_and_said():
    out = run(race, *MORNING, "--set", "Inter v Juventus=0-4", "--json").stdout
    odds = json.loads(out)
    assert odds["matches_left"] == 139
    assert "supposing Inter v Juventus 0-4" in odds["notes"]


def test_a_plot_is_a_well_formed_picture(tmp_path: Path):
    target = tmp_path / "places.svg"
    run(race, *MORNING, "--plot", str(target))
    picture = ElementTree.fromstring(target.read_text("utf-8"))
    words = [element.text for element in picture.iter() if element.tag.endswith("text")]
    assert {"Inter", "20"} <= set(words)
    assert "Serie A 2025-26, morning of 14 February 2026: chance of every final place" in words


def test_a_plot_as_png_shows_the_drawing_at_twice_its_size(tmp_path: Path):
    pytest.importorskip("resvg_py", reason="a picture as PNG needs: pip install resvg_py")
    drawing, picture = tmp_path / "places.svg", tmp_path / "places.PNG"
    run(race, *MORNING, "--plot", str(drawing))
    run(race, *MORNING, "--plot", str(picture))
    size = [2 * int(ElementTree.fromstring(drawing.read_text("utf-8")).attrib[side]) for side in ("width", "height")]
    png = picture.read_bytes()
    assert png.startswith(b"\x89PNG")
    assert list(struct.unpack(">II", png[16:24])) == size


def test_without_the_package_for_png_the_race_says_so_before_it_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    monkeypatch.setattr("tabellino.odds.season.season_odds", lambda *_, **__: pytest.fail("ran for nothing"))
    problem = refused(race, *MORNING, "--plot", str(tmp_path / "places.png"))
    assert isinstance(problem, UsageError)
    assert "needs the package resvg_py: pip install 'tabellino[card]', or ask for an .svg file" in str(problem)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("chances", "told"),
    [
        ([1.0, 0.0, 0.0], "1"),
        ([0.96, 0.03, 0.01], "1"),
        ([0.5, 0.4, 0.1], "1-3"),
        ([0.04, 0.93, 0.03], "2"),
        ([0.0, 0.06, 0.94], "2-3"),
        ([0.0, 0.0, 0.9999999], "3"),
    ],
)
def test_the_places_of_nine_seasons_in_ten(chances: list[float], told: str):
    assert places(ClubOdds("A", 0, 0, 0.0, 0.0, tuple(chances), {})) == told


@pytest.mark.parametrize(
    ("args", "kind", "words"),
    [
        (("quidditch",), UnknownCompetition, "known: "),
        (("serie-a", "--season", "1999-00"), SourceNotFound, "1999-00 is not at hand"),
        (("serie-a", "--on", "tomorrow"), UsageError, "is no date; write it as 2026-02-14"),
        ((*MORNING, "--set", "Inter v Juventus"), UsageError, "write it as 'Milan v Napoli=1-1'"),
        ((*MORNING, "--set", "Milan v Napoli=1-1"), UsageError, "was played before 2026-02-14 and ended"),
        ((*MORNING, "--match", "Inter v Ajax"), UsageError, "'Ajax' does not play in 2025-26"),
        ((*MORNING, "--json", "--csv"), UsageError, "one of them can be shown at a time"),
        ((*MORNING, "--plot", "places.gif"), UsageError, "only .svg and .png are drawn"),
        ((*MORNING, "--plot", "no/such/folder/places.svg"), UsageError, "there is no folder"),
        ((*MORNING[:-1], "3"), UsageError, "simulate from 8 to"),
    ],
)
def test_the_race_refuses_what_cannot_be_meant(args: tuple[str, ...], kind: type[Exception], words: str):
    problem = refused(race, *args)
    assert isinstance(problem, kind)
    assert words in str(problem)


def test_the_chances_during_a_match_with_the_range_of_studies():
    args = ("Inter v Juventus", "--season", "2025-26", "--score", "1-1", "--minute", "45", "--red", "away")
    out = run(inplay, *args).stdout
    assert "minute 45, 1-1, 11 against 10 men" in out
    assert "Vecer, Kopriva and Ichiba 2009" in out
    told = json.loads(run(inplay, *args, "--json").stdout)
    assert told["home"] + told["draw"] + told["away"] == pytest.approx(1)
    assert told["home"] > told["eleven_against_eleven"][0]


def test_the_chances_of_average_sides_and_of_given_rates():
    even = json.loads(run(inplay, "--json").stdout)
    assert even["home"] > even["away"], "the home side is at an advantage"
    told = json.loads(run(inplay, "--rates", "2.0,0.5", "--json").stdout)
    assert told["expected_goals"] == pytest.approx([2.0, 0.5], abs=1e-3)


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("--minute", "91"), "minute 91 is past the end"),
        (("--minute", "soon"), "is no minute; write it as 45 or 90+3"),
        (("--score", "two-one"), "is no score"),
        (("--score", "13-0"), "is beyond reckoning"),
        (("--rates", "0,9"), "write expected goals from 0.05 to 6"),
        (("Inter v Juventus", "--rates", "1,1"), "give the clubs or the rates"),
        (("--red", "home", "--red", "home", "--red", "home", "--red", "home", "--red", "home"), "fewer than 7"),
    ],
)
def test_moments_that_cannot_be_are_refused(args: tuple[str, ...], words: str):
    problem = refused(inplay, *args)
    assert isinstance(problem, UsageError)
    assert words in str(problem)


def test_nine_men_are_a_clear_answer():
    out = run(inplay, "--red", "home", "--red", "home", "--minute", "60").stdout
    assert "9 against 11 men" in out


def test_the_backtest_prints_its_tables_and_writes_its_forecasts(tmp_path: Path):
    halved = [msgspec.structs.replace(m, half_time=(0, 0)) for m in small_season(6, 2, "2019-20").matches]
    for season in (small_season(6, 1, "2018-19"), Season("serie-a", "2019-20", tuple(halved))):
        save(season)
    target = tmp_path / "forecasts.csv"
    args = ("serie-a", "--seasons", "2019-20", "--sims", "80", "--forecasts", str(target))
    out = run(backtest, *args).stdout
    for words in ("ranked probability score", "base rate of the seasons before", "## Seasons", "at half-time"):
        assert words in out
    rows = list(csv.DictReader(target.read_text("utf-8").splitlines()))
    assert len(rows) == 15
    assert sum(float(rows[0][name]) for name in ("home_win", "draw", "away_win")) == pytest.approx(1, abs=1e-5)
    assert json.loads(run(backtest, *args, "--json").stdout)["matches"]["number"] == 15


def test_the_backtest_refuses_seasons_that_are_not_at_hand():
    assert "not at hand: 1999-00" in str(refused(backtest, "serie-a", "--seasons", "1999-00"))
