"""What `read` and `demo` give beside the record: the page, the card, the stakes; and what is refused."""

from __future__ import annotations

import json
import sys
import webbrowser
from html import unescape

import jsonschema
import msgspec
import pytest
from click.testing import CliRunner

from tabellino.cli import cli, files

FEW = ("--sims", "400", "--seed", "5")


@pytest.fixture(autouse=True)
def at_home(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TABELLINO_DATA", str(tmp_path / "none"))
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("FORCE_COLOR", raising=False)


def run(*args):
    return CliRunner().invoke(cli, list(args))


@pytest.fixture(scope="module")
def samples(tmp_path_factory):
    from tabellino.cli.demo import sample_reports

    folder = tmp_path_factory.mktemp("samples")
    for report in sample_reports():
        (folder / report.source).write_text(report.text, "utf-8")
    return [str(path) for path in sorted(folder.iterdir())]


@pytest.fixture
def friendly(tmp_path):
    """A report of a match that no season at hand has."""
    path = tmp_path / "friendly.txt"
    path.write_text("Ajax beat PSV 2-1. Berghuis scored in the 10th minute, Til levelled and Brobbey won it.")
    return str(path)


def test_the_page_holds_the_match_its_league_and_its_stakes(samples, tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1771142400")
    result = run("read", *samples, "--html", "match.html", *FEW)
    assert result.exit_code == 0, result.output
    assert "match page: match.html" in result.stderr
    assert result.stdout.startswith("Inter-Juventus 3-2"), "the record is shown as ever"
    html = unescape((tmp_path / "match.html").read_text("utf-8"))
    football_txt = run("read", *samples, "--football-txt").stdout
    for words in ("Serie A 2025-26", "after this match, 14 February 2026", "400 simulated seasons", "seed 5",
                  "2026-02-15 08:00 UTC", football_txt.strip()):  # fmt: skip
        assert words in html, f"{words} is not on the page"


def test_the_demo_makes_its_page(tmp_path):
    result = run("demo", "--html", "demo.html", *FEW)
    assert result.exit_code == 0, result.output
    assert "match page: demo.html" in result.stderr
    assert (tmp_path / "demo.html").read_text("utf-8").lower().startswith("<!doctype html>")


def test_the_stakes_stand_under_the_record_with_their_errors(samples):
    result = run("read", *samples, "--stakes", *FEW)
    record, _, stakes = result.stdout.partition("\nStakes\n")
    assert record.startswith("Inter-Juventus 3-2")
    assert "the title\n" in stakes
    assert stakes.count(" ± ") > 4, "odds and changes carry standard errors"
    for event in ("kick-off", "17' Cambiaso, own goal", "42' Kalulu sent off", "90' Zielinski", "Had Kalulu stayed on"):
        assert event in stakes, f"no chances at {event}"
    assert "400 simulated seasons" in " ".join(stakes.split())


def test_the_stakes_in_json_keep_to_the_schema(samples):
    schema = json.loads(run("schema").stdout)
    told = json.loads(run("read", *samples, "--json", "--stakes", *FEW).stdout)
    jsonschema.Draft202012Validator(schema).validate(told)
    assert told["stakes"]["season"]["before"]["simulations"] == 400
    assert told["stakes"]["in_play"]["swings"]
    assert "stakes" not in json.loads(run("read", *samples, "--json").stdout)
    told["stakes"]["season"]["before"]["seed"] = "five"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema).validate(told)


def test_without_a_season_the_stakes_are_one_line_and_the_page_goes_without(friendly, tmp_path):
    result = run("read", friendly, "--stakes", "--html", "friendly.html")
    assert result.exit_code == 0, result.output
    assert "Stakes: no season at hand has this match" in result.stdout
    assert "simulated seasons" not in (tmp_path / "friendly.html").read_text("utf-8")


def test_the_card_is_svg_or_png_by_its_name(friendly, tmp_path):
    assert run("read", friendly, "--card", "card.svg").exit_code == 0
    assert (tmp_path / "card.svg").read_text("utf-8").startswith("<svg")
    pytest.importorskip("resvg_py")
    assert run("read", friendly, "--card", "card.PNG").exit_code == 0
    assert (tmp_path / "card.PNG").read_bytes().startswith(b"\x89PNG")


def test_without_the_package_for_png_the_card_is_refused_before_any_work(friendly, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    result = run("read", friendly, "--card", "card.png")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "pip install 'tabellino[card]', or ask for an .svg file" in unescape(result.stderr)
    assert not (tmp_path / "card.png").exists()
    assert run("read", friendly, "--card", "card.svg").exit_code == 0


def test_open_makes_a_page_and_shows_it(friendly, monkeypatch):
    opened = []
    monkeypatch.setattr(webbrowser, "open", lambda address: opened.append(address) or True)
    assert run("read", friendly, "--open").exit_code == 0
    assert opened[0].startswith("file:///")
    assert opened[0].endswith("/match.html")


def test_without_a_browser_the_page_is_still_there(friendly, tmp_path, monkeypatch):
    monkeypatch.setattr(webbrowser, "open", lambda address: False)
    result = run("read", friendly, "--html", "match.html", "--open")
    assert result.exit_code == 0
    assert "no browser could be opened; the page is match.html" in result.stderr
    assert (tmp_path / "match.html").exists()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--card", "card.gif"), "--card card.gif: only .svg and .png are drawn"),
        (("--html", "none/match.html"), "--html none/match.html: there is no folder none"),
        (("--stakes", "--football-txt"), "Football.TXT has no place for stakes"),
        (("--sims", "2"), "--sims"),
    ],
)
def test_what_cannot_be_made_is_refused_before_any_work(words, message, friendly):
    result = run("read", friendly, *words)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stdout == "", "nothing was read"


def test_a_file_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    page = tmp_path / "page.html"
    files.write(page, "old")
    page.chmod(0o600)
    with pytest.raises(UnicodeEncodeError):
        files.write(page, "new \ud800")
    assert page.read_text() == "old"
    files.write(page, "né")
    assert page.read_bytes() == "né".encode()
    assert page.stat().st_mode & 0o777 == 0o600, "its permissions stay"
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"], "nothing is left beside it"


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real.html").write_text("old")
    (tmp_path / "link.html").symlink_to("real.html")
    files.write(tmp_path / "link.html", "new")
    assert (tmp_path / "link.html").is_symlink()
    assert (tmp_path / "real.html").read_text() == "new"


def test_a_match_at_the_other_ground_is_not_this_match():
    from example_records import RECORD
    from tabellino.cli.season_of import season_of

    match = msgspec.structs.replace(RECORD.match, home="Juventus", away="Inter", date="2026-02-14")
    assert season_of(msgspec.structs.replace(RECORD, match=match)) is None
    match = msgspec.structs.replace(match, home="Inter", away="Juventus", competition="Coppa del Nonno")
    assert season_of(msgspec.structs.replace(RECORD, match=match)) is None, "a cup without rules"
