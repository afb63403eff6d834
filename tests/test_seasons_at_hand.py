"""Seasons are kept, listed, fetched and looked up; tables are printed."""

from __future__ import annotations

import csv
import datetime
import http.server
import io
import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from league_helpers import season_of
from tabellino.cli import cli
from tabellino.domain.claim import LeagueSays
from tabellino.errors import ReadingError, SourceNotFound
from tabellino.league import season_store
from tabellino.league.fetch import fetch
from tabellino.league.judging import Judge
from tabellino.league.lookup import find, others
from tabellino.league.readers import read_file
from test_results_files import OLD_FORM


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TABELLINO_DATA", str(tmp_path))


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """A local server that has 2024-25 and breaks off everything else."""

    class Answer(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = (
                OLD_FORM.replace("2025/26", "2024/25")
                .replace("Sat Aug 23 2025", "Sat Aug 24 2024")
                .replace("Sun Feb", "Sat Feb")
                .encode()
            )
            found = "/2024-25/" in self.path
            self.send_response(200 if found else 500 if "2020" in self.path else 404)
            self.send_header("Content-Length", str(len(body) if found else 0))
            self.end_headers()
            self.wfile.write(body if found else b"")

        def log_message(self, *_: object) -> None:
            pass

    running = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{running.server_port}/{{season}}/1-seriea.txt"
    running.shutdown()
    thread.join()
    running.server_close()


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, list(arguments))


def test_the_packaged_seasons_are_listed():
    answer = run("seasons", "list")
    assert answer.exit_code == 0
    assert "serie-a         2025-26  package  380 matches" in answer.output


def test_an_added_season_goes_before_the_packaged_one(tmp_path: Path):
    path = tmp_path / "my.txt"
    path.write_text(OLD_FORM, "utf-8")
    answer = run("seasons", "add", "--replace", str(path))
    assert answer.exit_code == 0, answer.output
    assert "serie-a 2025-26: 2 matches kept" in answer.output
    assert season_store.load("serie-a", "2025-26").fixtures
    listed = json.loads(run("seasons", "list", "--json").stdout)["seasons"]
    assert {"user"} == {row["origin"] for row in listed if row["season"] == "2025-26"}


def test_a_file_with_fewer_results_than_are_at_hand_is_kept_only_when_it_is_meant(tmp_path: Path):
    path = tmp_path / "cut.txt"
    path.write_text(OLD_FORM, "utf-8")
    answer = run("seasons", "add", str(path))
    assert answer.exit_code == 2
    assert "it has 2 results of serie-a 2025-26, and 380 are at hand: is it cut, or an old one?" in answer.stderr
    assert len(season_store.load("serie-a", "2025-26").matches) == 380
    assert run("seasons", "add", "--replace", str(path)).exit_code == 0
    assert len(season_store.load("serie-a", "2025-26").matches) == 2


def half_a_season(tmp_path: Path) -> Path:
    """As football-data.co.uk has it on a day: what has been played, and nothing else."""
    rows = [
        f"I1,{one.date:%d/%m/%Y},{one.home},{one.away},{one.home_goals},{one.away_goals}"
        for one in season_of("2025-26").matches
        if one.date < datetime.date(2026, 2, 14)
    ]
    path = tmp_path / "I1.csv"
    path.write_text("\n".join(["Div,Date,HomeTeam,AwayTeam,FTHG,FTAG", *rows]) + "\n", "utf-8")
    return path


def test_a_file_of_results_alone_ends_no_season(tmp_path: Path):
    answer = run("seasons", "add", "--replace", str(half_a_season(tmp_path)))
    assert answer.stdout.startswith("serie-a 2025-26: 240 matches kept")
    assert "note: serie-a 2025-26: 240 of 380 matches of 20 clubs are listed; the others count" in answer.stderr
    assert "serie-a         2025-26  user     240 matches, 140 to come" in run("seasons", "list").stdout
    assert run("table", "serie-a").stdout.startswith("Serie A 2025-26, 13 February 2026"), "no final table"
    odds = json.loads(run("race", "serie-a", "--sims", "80", "--json").stdout)
    assert odds["matches_left"] == 140
    season = season_store.load("serie-a", "2025-26")
    won = LeagueSays("decided", "Inter", detail="champions")
    assert Judge(season, season.matches[-1]).judge(won).verdict == "contradicted"


@pytest.mark.parametrize("command", ["table", "race"])
def test_a_cup_has_no_table_and_the_leagues_are_told(command: str):
    answer = run(command, "coppa-italia")
    assert answer.exit_code == 2
    assert "Coppa Italia is a cup and has no table; the leagues are bundesliga, la-liga" in answer.stderr


def test_the_day_tells_the_season_of_the_race_as_of_the_table():
    odds = json.loads(run("race", "serie-a", "--on", "2025-02-14", "--sims", "80", "--json").stdout)
    assert (odds["season"], odds["last_result"]) == ("2024-25", "2025-02-10")


def test_a_broken_file_is_not_kept_and_the_others_are(tmp_path: Path):
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text(OLD_FORM, "utf-8")
    bad.write_text(OLD_FORM[: OLD_FORM.index("(0-1)") + 3], "utf-8")
    answer = run("seasons", "add", "--replace", str(bad), str(good))
    assert answer.exit_code == 2
    assert f"{bad}:8:" in answer.output
    assert "2 matches kept" in answer.output


def test_a_writing_that_is_stopped_leaves_the_old_season_whole(monkeypatch: pytest.MonkeyPatch):
    held = season_of("2025-26")
    path = season_store.save(held)
    before = path.read_text("utf-8")

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(season_store.os, "fsync", killed)
    with pytest.raises(KeyboardInterrupt):
        season_store.save(held)
    assert path.read_text("utf-8") == before
    assert list(path.parent.iterdir()) == [path], "no half-written file stays behind"


def test_a_broken_season_in_the_folder_is_listed_as_such_and_hides_no_other(tmp_path: Path):
    path = season_store.save(season_of("2024-25"))
    path.write_text(path.read_text("utf-8")[:4000], "utf-8")
    answer = run("seasons", "list")
    assert answer.exit_code == 0
    assert "2024-25  user     broken: " in answer.output
    assert "2025-26  package  380 matches" in answer.output
    assert find("Inter", "Juventus", datetime.date(2026, 2, 14)) is not None


def test_a_season_is_fetched_and_kept(server: str):
    steps: list[int] = []
    held = fetch("serie-a", "2024-25", progress=lambda done, total: steps.append(done), address=server)
    assert len(held.matches) == 2
    assert steps[-1] == len(OLD_FORM.encode())
    assert season_store.load("serie-a", "2024-25").sources[0].startswith("http://127.0.0.1")


def test_fetching_by_command_shows_its_data_on_stdout(server: str):
    answer = run("seasons", "fetch", "serie-a", "2024-25", "--again", "--from", server)
    assert answer.exit_code == 0, answer.output
    assert answer.stdout == "serie-a 2024-25: 2 matches kept\n"


def test_a_season_at_hand_is_not_fetched_again():
    answer = run("seasons", "fetch", "serie-a", "2024-25")
    assert answer.exit_code == 0
    assert "380 matches are at hand already" in answer.output


def test_a_season_that_is_not_there_and_a_server_that_fails_are_told_apart(server: str):
    with pytest.raises(SourceNotFound, match=r"Serie A 2013-14 is not at .* \(404\)"):
        fetch("serie-a", "2013-14", address=server)
    with pytest.raises(ReadingError, match="answered 500, 200 was expected"):
        fetch("serie-a", "2020-21", address=server)


def test_without_a_network_one_plain_sentence_says_so():
    answer = run("seasons", "fetch", "serie-a", "2013-14", "--from", "http://127.0.0.1:9/{season}")
    assert answer.exit_code == 2
    assert "could not be fetched: no answer from 127.0.0.1" in answer.output
    assert "Traceback" not in answer.output


def test_a_match_is_found_by_clubs_and_the_day_of_its_report():
    found = find("Inter Milan", "Juventus", datetime.date(2026, 2, 15))
    assert found is not None
    assert found.match.score == (3, 2)
    assert (found.sure, found.swapped) == (True, False)
    assert [one.season for one in others(found.season)] == ["2022-23", "2023-24", "2024-25"]


def test_a_match_is_found_with_the_clubs_the_wrong_way_round():
    found = find("Juventus", "Inter", datetime.date(2026, 2, 14))
    assert found is not None
    assert found.swapped


def test_without_a_date_the_other_club_s_ground_is_another_match():
    assert find("Napoli", "Roma", score=(1, 1)) is None, "1-1 it was at Roma's in February 2025 alone"


def test_without_a_date_the_score_tells_the_season():
    found = find("Inter", "Juventus", score=(4, 4))
    assert found is not None
    assert (found.season.season, found.sure) == ("2024-25", True)
    assert find("Inter", "Juventus", score=(9, 9)) is None
    assert find("Inter", "Atlantis Town") is None


def test_without_a_date_only_seasons_with_that_score_are_read(monkeypatch: pytest.MonkeyPatch):
    read: list[str] = []

    def counted(path: str):
        read.append(Path(path).stem)
        return read_file(path)

    monkeypatch.setattr(season_store, "read_file", counted)
    season_store._load.cache_clear()
    find("Inter", "Juventus", score=(4, 4))
    assert read == ["2024-25"]


def test_the_score_finds_every_match_that_it_tells_of():
    """The look at the lines of a file never rules out a season that holds the match."""
    for file in season_store.available():
        for match in season_store.load_file(file).matches[::40]:
            found = find(match.home, match.away, score=match.score, of=file.competition)
            assert found is not None, match
            assert found.match.score == match.score, match


def test_the_table_after_a_match_is_printed():
    answer = run("table", "serie-a", "--season", "2025-26", "--after", "Inter v Juventus")
    assert answer.exit_code == 0
    assert "   4  Juventus    25  13   7   5  43:23    +20   46  LWWDL  CL" in answer.output
    assert "1 in hand" in answer.output


def test_the_table_says_why():
    answer = run("table", "serie-a", "--on", "2026-02-14", "--why")
    assert "does not count yet: 1 of 2 matches among them played [Juventus 2-1 Roma]" in answer.output
    assert "goal difference: Juventus 20, Roma 15" in answer.output


def test_the_table_as_json_and_csv_holds_the_same():
    held = json.loads(run("table", "serie-a", "--on", "2026-02-14", "--json").stdout)
    rows = list(csv.DictReader(io.StringIO(run("table", "serie-a", "--on", "2026-02-14", "--csv").stdout)))
    assert held["schema"] == "tabellino/table/1"
    assert [row["club"] for row in rows] == [row["club"] for row in held["table"]]
    assert held["table"][0]["points"] == 61
    assert rows[1]["games_in_hand"] == "1"


WRONG = [
    (("serie-z",), "unknown competition 'serie-z'; known: "),
    (("serie-a", "--on", "14.2.2026"), "'14.2.2026' is no date; write it as 2026-02-14"),
    (("serie-a", "--season", "2024-25", "--on", "2026-02-14"), "2026-02-14 is outside the season 2024-25"),
    (("serie-a", "--after", "Inter"), "write home and away club as in 'Inter v Juventus'"),
    (("serie-a", "--after", "Inter v Arsenal"), "'Arsenal' does not play; these do: "),
    (("premier-league",), "a season of premier-league is not at hand"),
    (("coppa-italia",), "Coppa Italia is a cup and has no table"),
    (("serie-a", "--on", "2026-02-14", "--after", "Inter v Juventus"), "cannot both be meant"),
]


@pytest.mark.parametrize(("arguments", "message"), WRONG, ids=[" ".join(row[0]) for row in WRONG])
def test_a_call_that_cannot_be_meant_says_what_would_be_right(arguments: tuple[str, ...], message: str):
    answer = run("table", *arguments)
    assert answer.exit_code == 2
    assert message in answer.output
    assert "Traceback" not in answer.output
