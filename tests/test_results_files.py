"""Results files of every layout, good and broken."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from league_helpers import CLUBS_OF_FOUR, PACKAGED, SHARED, season_of
from tabellino.domain.league import Fixture, Match, Season
from tabellino.errors import DataError, SourceNotFound, UnknownCompetition, UsageError
from tabellino.league import csv_results
from tabellino.league.readers import read_file, read_text
from tabellino.league.schema import season_name

OLD_FORM = """= Italian Serie A 2025/26

# Matches      3

▪ Matchday 1
  Sat Aug 23 2025
    18:30  Genoa CFC               v US Lecce                 0-0
           US Sassuolo Calcio      v SSC Napoli               0-2 (0-1)
▪ Matchday 2
  Sun Feb 1
    20:45  Inter                   v AC Milan
"""
NEW_FORM = """= Italian Serie A 2025/26

▪ Matchday 1
Sat Aug 23
  18:30  Genoa CFC               0-0  US Lecce
         US Sassuolo Calcio      0-2 (0-1)  SSC Napoli
  20:45  Hellas Verona FC        3-0  AS Roma                  [awarded]
"""


def test_both_line_forms_of_football_txt_are_read():
    old, new = read_text(OLD_FORM, "old.txt"), read_text(NEW_FORM, "new.txt")
    assert old.matches == new.matches[:2]
    sassuolo = old.matches[1]
    assert (sassuolo.home, sassuolo.away, sassuolo.score, sassuolo.half_time) == ("Sassuolo", "Napoli", (0, 2), (0, 1))
    assert sassuolo.kick_off == datetime.time(18, 30), "the time above holds"
    assert new.matches[2].awarded
    assert old.fixtures[0] == Fixture(datetime.date(2026, 2, 1), "Inter", "Milan", 2, kick_off=datetime.time(20, 45))
    assert all(fixture.date is None for fixture in old.fixtures[1:]), "pairs that the file leaves out"


def test_the_weekday_tells_the_year_where_it_is_left_out():
    text = "= Italian Serie A 2019/20\n▪ Matchday 38\nSun Aug 2\n  20:45  Genoa CFC  3-0 (3-0)  Hellas Verona\n"
    assert read_text(text, "x").matches[0].date == datetime.date(2020, 8, 2)


def test_football_json_is_read():
    text = """{"name": "English Premier League 2025/26", "matches": [
      {"round": "Matchday 1", "date": "2025-08-15", "team1": "Liverpool FC", "team2": "AFC Bournemouth",
       "score": {"ht": [1, 0], "ft": [4, 2]}},
      {"round": "Matchday 2", "date": "2025-08-22", "team1": "Arsenal FC", "team2": "Leeds United FC", "score": {},
       "status": "postponed"}]}"""
    held = read_text(text, "en.1.json")
    assert (held.competition, held.season) == ("premier-league", "2025-26")
    assert (held.matches[0].away, held.matches[0].half_time) == ("Bournemouth", (1, 0))
    assert held.fixtures[0].status == "postponed"


def test_the_csv_of_football_data_is_read():
    text = "Div,Date,Time,HomeTeam,AwayTeam,FTHG,FTAG,FTR,HTHG,HTAG\nI1,23/08/2025,19:30,Genoa,Lecce,0,0,D,0,0\n"
    text += "I1,14/02/26,19:45,Inter,Juventus,3,2,H,1,1\n"
    held = read_text(text, "I1.csv")
    assert (held.competition, held.season) == ("serie-a", "2025-26")
    assert held.matches[1].date == datetime.date(2026, 2, 14)
    assert held.matches[1].half_time == (1, 1)


def test_pairs_that_a_file_of_results_leaves_out_are_to_come():
    """The files of football-data.co.uk hold only what has been played."""
    text = "Div,Date,Time,HomeTeam,AwayTeam,FTHG,FTAG,FTR,HTHG,HTAG\nI1,23/08/2025,19:30,Genoa,Lecce,0,0,D,0,0\n"
    held = read_text(text + "I1,30/08/2025,19:45,Lecce,Inter,0,2,A,0,1\n", "I1.csv")
    to_come = {("Genoa", "Inter"), ("Inter", "Genoa"), ("Inter", "Lecce"), ("Lecce", "Genoa")}
    assert {(fixture.home, fixture.away) for fixture in held.fixtures} == to_come
    assert "2 of 6 matches of 3 clubs are listed; the others count as not played yet" in held.gaps
    again = read_text(csv_results.write(held), "kept.csv")
    assert again.fixtures == held.fixtures


def test_a_cup_has_no_pairs_to_come():
    text = "date,home,away,home_goals,away_goals,round\n2025-08-17,Milan,Bari,2,0,1st round\n"
    assert read_text(text, "cup.csv", "coppa-italia", "2025-26").fixtures == ()


def test_pairs_left_out_of_a_season_that_a_ruling_ended_will_not_be_played():
    text = "date,home,away,home_goals,away_goals\n2020-03-07,Lyon,Lille,1,0\n"
    assert [one.status for one in read_text(text, "x.csv", "ligue-1", "2019-20").fixtures] == ["cancelled"]


#: Cut within the half-time score.
CUT = OLD_FORM[: OLD_FORM.index("(0-1)") + 3]
BROKEN = [
    (CUT, r"x\.txt:8: .* is no match; 'Home v Away 2-1 \(1-1\)' would be", "cut within a line"),
    (
        OLD_FORM + "  Sun Feb 8\n    15:00  Genoa CFC  v US Lecce  1-0 (0-0)\n",
        r"x\.txt:13: Genoa v Lecce stands here \(1-0\) and on line 7 \(0-0\); each pair meets once",
        "two scores for one match",
    ),
    (
        OLD_FORM.replace("US Sassuolo Calcio      v SSC Napoli", "Genoa CFC v SSC Napoli"),
        r"x\.txt:8: Genoa plays twice on 2025-08-23, here and on line 7",
        "a club twice on a day",
    ),
    (
        OLD_FORM.replace("Sat Aug 23 2025", "Sat Aug 23 2014"),
        r"x\.txt:6: 'Sat Aug 23 2014' is no day of the season 2025-26",
        "a date outside the season",
    ),
    (OLD_FORM.replace("Sat Aug 23 2025", "Mon Aug 23"), r"x\.txt:6: 'Mon Aug 23' is no day", "no such weekday"),
    (OLD_FORM.replace("0-2 (0-1)", "0-2 (1-0)"), r"x\.txt:8: half-time 1-0 has more goals", "half-time turned round"),
    (OLD_FORM.replace("0-2 (0-1)", "0-99 (0-1)"), r"x\.txt:8: 99 goals for one side", "a slip of the key"),
    (OLD_FORM.replace("Italian Serie A", "Serie Z"), r"x\.txt:1: .*'Serie Z', which is no known .*serie-a", "unknown"),
    ("{\"name\": \"Serie A 2025/26\", \"matches\": [{", r"x\.txt:1: .*the JSON is cut or broken", "JSON cut"),
    ('{"name": "Serie A 2025/26", "matches": [{"team1": "Inter"}]}', r"x\.txt:1: .*would be right", "JSON field"),
    ("date,home,away,home_goals,away_goals\n2025-09-01,Inter,Milan,x,0\n", r"home_goals is 'x'", "CSV: no number"),
    ("date,home,away,home_goals,away_goals\n2025-09-01,Inter\n", r"has 2 of 5 columns: the file is cut", "CSV: cut"),
    ("date,home,away,home_goals,away_goals\n1 Sep,Inter,Milan,1,0\n", r"'1 Sep' is no date; 2026-02-14", "CSV: date"),
    ("", r"x\.txt:1: the file is empty; known layouts", "empty"),
    ("\x00\x01", r"x\.txt:1: the file is no text", "binary"),
    ("Once upon a time", r"'Once upon a time' is no results file", "prose"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message", "remark"), BROKEN, ids=[row[2] for row in BROKEN])
def test_a_broken_file_is_refused_with_file_line_and_what_would_be_right(text: str, message: str, remark: str):
    with pytest.raises(DataError, match=message):
        read_text(text, "x.txt", None if "Serie Z" in text or text.startswith(("=", "{")) else "serie-a", "2025-26")


def test_a_file_that_holds_fewer_matches_than_it_says_is_told():
    held = read_text(OLD_FORM.replace("Matches      3", "Matches      380"), "x.txt")
    assert held.gaps[0] == "the file says it has 380 matches and holds 3"


def test_our_own_file_cut_at_a_line_is_refused():
    whole = csv_results.write(season_of("2025-26"))
    cut = "\n".join(whole.splitlines()[:200]) + "\n"
    with pytest.raises(
        DataError, match=r"kept\.csv:200: the file ends after 195 of 380 matches: it is cut; add it anew"
    ):
        read_text(cut, "kept.csv")


@pytest.mark.parametrize("name", PACKAGED)
def test_a_packaged_season_is_whole_and_names_its_source(name: str):
    held = season_of(name)
    assert len(held.matches) == 380
    assert held.gaps == ()
    assert "openfootball" in held.sources[0]
    assert sum(match.half_time is None for match in held.matches) == 0


@pytest.mark.skipif(not SHARED.is_dir(), reason=f"no results at {SHARED}")
@pytest.mark.parametrize("path", sorted(SHARED.glob("*/*/*.*")) or [SHARED], ids=lambda path: "/".join(path.parts[-2:]))
def test_every_real_file_reads_and_adds_up_or_tells_what_it_lacks(path):
    if path.suffix not in (".txt", ".json"):
        pytest.skip("no results")
    held = read_file(path)
    clubs = {name for row in (*held.matches, *held.fixtures) for name in (row.home, row.away)}
    if held.competition != "coppa-italia":
        assert len(held.matches) + len(held.fixtures) == len(clubs) * (len(clubs) - 1)
        assert bool(held.fixtures) == any("have no result" in gap for gap in held.gaps)


def test_a_missing_file_and_a_missing_season_are_said_plainly(tmp_path):
    with pytest.raises(SourceNotFound, match="No such file"):
        read_file(tmp_path / "none.txt")
    with pytest.raises(UsageError, match="does not tell its season"):
        read_text("date,home,away,home_goals,away_goals\n", "x.csv", "serie-a")
    with pytest.raises(UnknownCompetition, match="known: "):
        read_text(OLD_FORM, "x.txt", "serie-z")


@pytest.mark.parametrize(
    ("written", "name"),
    [("2025/26", "2025-26"), ("2025-2026", "2025-26"), ("1999/00", "1999-00"), ("2025", "2025")],
)
def test_seasons_are_written_one_way(written: str, name: str):
    assert season_name(written) == name


def test_a_season_that_is_none_is_refused():
    with pytest.raises(UsageError, match="'2025/27' is no season; write it as 2025-26"):
        season_name("2025/27")


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.booleans()), min_size=12, max_size=12))
def test_writing_and_reading_back_gives_the_same_season(scores: list[tuple[int, int, bool]]):
    pairs = [(home, away) for home in CLUBS_OF_FOUR for away in CLUBS_OF_FOUR if home != away]
    rows, fixtures = [], []
    for day, ((home, away), (first, second, played)) in enumerate(zip(pairs, scores, strict=True)):
        date = datetime.date(2025, 9, 1) + datetime.timedelta(days=7 * day)
        if played:
            half = (0, 0) if (first, second) == (0, 0) else (first // 2, second // 2)
            rows.append(Match(date, home, away, first, second, half, day + 1, kick_off=datetime.time(20, 45)))
        else:
            fixtures.append(Fixture(date, home, away, day + 1))
    held = Season("serie-a", "2025-26", tuple(rows), tuple(fixtures), ("a source",))
    again = read_text(csv_results.write(held), "x.csv")
    assert (again.matches, again.fixtures, again.sources) == (held.matches, held.fixtures, held.sources)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(OLD_FORM)), st.text(max_size=4))
def test_a_file_spoilt_anywhere_gives_a_season_or_a_clear_error(at: int, insert: str):
    try:
        read_text(OLD_FORM[:at] + insert + OLD_FORM[at + len(insert) :], "x.txt", "serie-a", "2025-26")
    except DataError as refused:
        message = str(refused)
    else:
        message = "x.txt: read"
    assert message.startswith("x.txt:")


def test_a_time_that_no_clock_shows_is_refused(tmp_path):
    file = tmp_path / "spoilt.txt"
    file.write_text("= Serie A 2025/26\n\n▪ Matchday 1\nSat Aug 23\n  15.66  Inter  v Milan  1-0 (0-0)\n", "utf-8")
    with pytest.raises(DataError, match="15:66 is no time; 20:45 would be right"):
        read_file(file)
