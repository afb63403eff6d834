"""The command line on real texts, all stages at work: the sample reports, and what users give by mistake."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

import tabellino
from tabellino.cli import cli
from tabellino.cli.demo import sample_reports
from tabellino.errors import NoMatch
from tabellino.render.schema import json_schema

PREVIEW = """Arsenal ready for Chelsea test

Arsenal host Chelsea at the Emirates on Sunday, and the manager expects a close game. Bukayo Saka is fit again and
could start, but two defenders are doubts. Tickets are sold out, he said, and the mood in the squad is good.
"""
OTHER_MATCH = """Haaland treble sinks Fulham

Manchester City beat Fulham 3-1 at the Etihad Stadium on Saturday. Erling Haaland scored in the 12th and 40th minutes,
Raul Jimenez pulled one back on 55 minutes, and Haaland completed his hat-trick in the 78th minute.
"""
CHINESE = """国际米兰三比二战胜尤文图斯

周六晚上，国际米兰在圣西罗球场以三比二战胜尤文图斯。泽林斯基在第九十分钟打入制胜球，球迷们欢呼雀跃。
"""


@pytest.fixture(autouse=True)
def samples(tmp_path, monkeypatch):
    for report in sample_reports():
        (tmp_path / report.source).write_text(report.text, "utf-8")
    for name, text in (("preview.txt", PREVIEW), ("other.txt", OTHER_MATCH), ("chinese.txt", CHINESE)):
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return sorted(report.source for report in sample_reports())


def run(*args, stdin=None):
    return CliRunner().invoke(cli, list(args), input=stdin)


def shown(*args):
    result = run(*args)
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def test_of_the_samples_what_is_wrong_is_called_wrong_and_nothing_else():
    record = tabellino.read(sample_reports())
    wrong = [claim.quote for claim in record.claims if claim.verdict == "contradicted"]
    assert wrong == [
        "Inter 1-2 Juventus",
        "Juventus drew first blood through Andrea Cambiaso after 17 minutes",
        "Manuel Locatelli rifled in the leveller on 79 minutes",
    ]
    assert [claim.quote for claim in record.claims if claim.verdict == "disputed"] == []


def test_whoever_names_the_man_is_quoted_before_whoever_only_calls_the_goal():
    record = tabellino.read(sample_reports())
    quotes = {claim.id: claim.quote for claim in record.claims}
    wrong = next(claim for claim in record.claims if claim.quote.startswith("Juventus drew first blood"))
    against = [quotes[number] for number in wrong.against]
    assert against.index("Own goal by Cambiaso") < against.index("17' GOAL")


def test_the_samples_give_the_match_that_was_played(samples):
    record = shown("read", "--json", *samples)
    assert (record["match"]["home"], record["match"]["away"]) == ("Inter", "Juventus")
    assert record["score"]["full_time"] == [3, 2]
    assert record["score"]["half_time"] == [1, 1]
    assert [(goal["minute"], goal["team"], goal["own_goal"]) for goal in record["goals"]] == [
        (17, "home", True),
        (26, "away", False),
        (76, "home", False),
        (83, "away", False),
        (90, "home", False),
    ]
    names = ["Cambiaso", "Cambiaso", "Esposito", "Locatelli", "Zielinski"]
    assert [goal["scorer"].split()[-1] for goal in record["goals"]] == names


@pytest.mark.parametrize("words", [["read", "--json"], ["demo", "--json"]])
def test_real_output_validates_against_the_published_schema(words, samples):
    record = shown(*words, *(samples if words[0] == "read" else ()))
    jsonschema.validate(record, json_schema("record"), cls=jsonschema.Draft202012Validator)
    texts = {info["id"]: (report.text, info) for report, info in zip(sample_reports(), record["reports"], strict=True)}
    assert record["claims"], "claims are part of the record"
    for claim in record["claims"]:
        start, end = claim["span"]
        assert texts[claim["report"]][0][start:end] == claim["quote"], "a span leads to its words"


def test_a_wrong_draft_is_found_out(samples):
    others = [name for name in samples if name != "tabloid.txt"]
    result = run("check", "tabloid.txt", "--against", *others)
    assert result.exit_code == 1
    wrong = [line for line in result.stdout.splitlines() if " contradicted: " in line]
    assert any(line.startswith("tabloid.txt:5:") and "first blood" in line for line in wrong), result.stdout
    assert any(line.startswith("tabloid.txt:7:") and "79 minutes" in line for line in wrong), result.stdout


def test_a_right_draft_passes(samples):
    result = run("check", "wire.txt", "--against", "scorers.txt", "tabellino.txt", "live.txt", "--format", "json")
    findings = json.loads(result.stdout)
    jsonschema.validate(findings, json_schema("check"), cls=jsonschema.Draft202012Validator)
    verdicts = {claim["verdict"] for claim in findings["record"]["claims"] if claim["report"] == 1}
    assert "supported" in verdicts, "the draft's claims were held against the others"
    assert findings["contradicted"] == 0, [one["quote"] for one in findings["findings"] if one["level"] == "error"]
    assert result.exit_code == 0


def test_a_text_that_reports_no_match_is_left_out_with_the_reason(samples):
    result = run("read", "preview.txt", "wire.txt")
    assert result.exit_code == 0
    assert "preview.txt" in result.stderr
    assert result.stdout.startswith("Inter-Juventus 3-2")


@pytest.mark.parametrize("name", ["preview.txt", "chinese.txt"])
def test_nothing_left_to_read_says_why_and_exits_with_two(name):
    result = run("read", name)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("tabellino: ")
    assert name in result.stderr
    assert result.stderr.count("\n") == 1


def test_reports_of_two_matches_are_told_apart(samples):
    result = run("read", "other.txt", "wire.txt", "tabloid.txt")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    for words in ("other.txt", "Manchester City", "wire.txt", "tabloid.txt", "Juventus", "--larger-group"):
        assert words in result.stderr


def test_the_larger_group_is_read_on_request_and_the_rest_is_named(samples):
    larger = run("read", "other.txt", "wire.txt", "tabloid.txt", "--larger-group")
    assert larger.exit_code == 0
    assert larger.stdout.startswith("Inter-Juventus 3-2")
    assert "other.txt" in larger.stderr


def test_standard_input_can_be_one_of_the_reports(samples):
    result = run("read", "-", "scorers.txt", stdin=Path("wire.txt").read_text("utf-8"))
    assert result.exit_code == 0
    assert result.stdout.startswith("Inter-Juventus 3-2")


GOALS = "Brazil 0-4 Germany\n\nGoals: Schweinsteiger 11, {}, Podolski 69."


def test_two_goals_of_a_man_within_a_minute_are_two():
    reports = [GOALS.format(told) for told in ("Kroos 24, 25", "Kroos 24, 26")]
    for told in (reports[:1], reports):
        assert [g.scorer for g in tabellino.read(told).goals] == ["Schweinsteiger", "Kroos", "Kroos", "Podolski"]


def test_a_goal_told_to_have_come_after_another_is_a_second_one() -> None:
    text = "Turkey beat Sweden 2-0. Nihat Kahveci scored with a header in the 87th minute. "
    record = tabellino.read([text + "Two minutes later he bent another in off the bar."])
    assert [(g.scorer, g.minute) for g in record.goals] == [("Nihat Kahveci", 87), ("Nihat Kahveci", 89)]


def test_one_text_alone_is_one_report() -> None:
    text = "Inter beat Juventus 1-0. Esposito scored in the 76th minute."
    assert tabellino.read(text) == tabellino.read([text])


@pytest.mark.parametrize("text", ["", " ", "\n\n", ".", "?! …", "5"])
def test_a_text_without_words_tells_of_no_match(text: str) -> None:
    assert tabellino.extract(text) == ()
    with pytest.raises(NoMatch, match="no report of a match"):
        tabellino.read(text)


def test_a_spelling_that_a_squad_knows_goes_before_a_garbled_one():
    """However many reports print the garbled one, and however full."""
    reports = [GOALS.format(f"{name} 24, 26") for name in ("Kroos", "Toni Kross")]
    assert [g.scorer for g in tabellino.read(reports).goals] == ["Schweinsteiger", "Kroos", "Kroos", "Podolski"]


def test_a_given_name_that_no_squad_has_does_not_make_a_spelling_fuller():
    reports = [GOALS.format(f"{name} 24, 26") for name in ("Kroos", "Didier Kroos")]
    assert [g.scorer for g in tabellino.read(reports).goals] == ["Schweinsteiger", "Kroos", "Kroos", "Podolski"]
