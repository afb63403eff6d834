"""The command line: one verb a command, data on stdout, talk on stderr, exit 0, 1 or 2. The stages are stood in for."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import msgspec
import pytest
from click.testing import CliRunner

import tabellino
from example_records import DRAFT, RECORD, WIRE
from tabellino.cli import COMMANDS, cli
from tabellino.cli.demo import DRAFT as DRAFT_SAMPLE
from tabellino.cli.demo import sample_reports
from tabellino.domain.check import Check
from tabellino.errors import NoMatch, SeveralMatches
from web_server import serve


@pytest.fixture(autouse=True)
def at_home(tmp_path, monkeypatch):
    """Every test runs in a folder with the two example reports, 80 columns wide and without colours."""
    for report in (DRAFT, WIRE):
        (tmp_path / report.source).write_text(report.text, "utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture(autouse=True)
def pipeline(monkeypatch):
    """Stands in for the stages: gives the example record, and notes what it was called with."""
    calls = []

    def read(reports, *, larger_group=False):
        calls.append(([report.source for report in reports], larger_group))
        return RECORD

    def check(draft, against):
        calls.append((draft.source, [report.source for report in against]))
        return Check.of(RECORD, draft, against)

    fake = SimpleNamespace(read=read, check=check, calls=calls)
    monkeypatch.setitem(sys.modules, "tabellino.pipeline", fake)
    monkeypatch.setattr(tabellino, "pipeline", fake, raising=False)
    return fake


def run(*args, stdin=None):
    return CliRunner().invoke(cli, list(args), input=stdin)


def test_the_table_of_commands_says_what_the_commands_say():
    for name, (_, line) in COMMANDS.items():
        command = cli.get_command(None, name)
        assert command.name == name
        assert command.get_short_help_str(200) == line
        assert line in run("--help").stdout


def test_help_imports_no_command_and_nothing_heavy():
    code = (
        "import sys; from tabellino.cli import cli\n"
        "try: cli(['--help'])\nexcept SystemExit: pass\n"
        "print([m for m in sys.modules if m.startswith('tabellino.cli.') or m.split('.')[0] in "
        "{'rich', 'httpx', 'numpy', 'trafilatura', 'jinja2', 'lxml', 'rapidfuzz', 'ahocorasick_rs', 'msgspec'}])"
    )
    env = os.environ | {"PYTHONPATH": str(Path(tabellino.__file__).parents[1])}
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env).stdout
    assert out.splitlines()[-1] == "['tabellino.cli.failures']"


def test_read_shows_the_box_and_keeps_talk_on_stderr():
    result = run("read", "draft.txt", "wire.txt")
    assert result.exit_code == 0
    assert result.stdout.startswith("Inter-Juventus 3-2 (1-1)\nSerie A 2025-26, Saturday 14 February 2026, San Siro\n")
    assert "  draft.txt:3 " in result.stdout
    assert result.stderr == "tabellino: draft.txt: is not UTF-8; read as Windows-1252\n"


def test_read_json_is_the_record_and_nothing_else():
    result = run("read", "draft.txt", "wire.txt", "--json")
    assert json.loads(result.stdout)["match"]["home"] == "Inter"
    assert "Zieliński" in result.stdout, "letters are written as letters"
    assert result.stderr == ""


def test_read_shows_claims_and_football_txt():
    assert "3:1 contradicted 2 % goal" in run("read", "draft.txt", "--explain").stdout
    assert run("read", "draft.txt", "--football-txt").stdout.startswith("= Serie A 2025/26\n")


def test_read_takes_standard_input_and_passes_the_larger_group_on(pipeline):
    assert run("read", "-", "wire.txt", "--larger-group", stdin="Inter won 3-2.").exit_code == 0
    assert pipeline.calls == [(["-", "wire.txt"], True)]


def test_colours_are_for_terminals(monkeypatch):
    assert "\x1b" not in run("read", "draft.txt").stdout
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[1m" in run("read", "draft.txt").stdout
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in run("read", "draft.txt").stdout


def test_one_form_at_a_time():
    result = run("read", "draft.txt", "--json", "--explain")
    assert result.exit_code == 2
    assert result.stderr == "tabellino: --json, --explain were given together; one of them can be shown at a time\n"


def test_check_finds_and_exits_with_one(pipeline):
    result = run("check", "draft.txt", "--against", "wire.txt")
    assert result.exit_code == 1
    assert result.stdout.startswith('draft.txt:3:1 contradicted: "Juventus led through Andrea Cambiaso": ')
    assert "(wire.txt:3)" in result.stdout
    assert result.stderr.endswith("tabellino: draft.txt: 3 claims: 1 contradicted, 1 disputed, 1 opinion\n")


def test_disputed_and_single_source_claims_are_notes(monkeypatch, pipeline):
    for verdict in ("disputed", "single_source"):
        claims = tuple(msgspec.structs.replace(claim, verdict=verdict) for claim in RECORD.claims)
        record = msgspec.structs.replace(RECORD, claims=claims)
        pipeline.check = lambda draft, against, record=record: Check.of(record, draft, against)
        result = run("check", "draft.txt", "--against", "wire.txt")
        assert result.exit_code == 0
        assert result.stdout.count(verdict.replace("_", " ")) == 3


@pytest.mark.parametrize(
    "words",
    [
        "draft.txt --against wire.txt second.txt",
        "draft.txt --against wire.txt --against second.txt",
        "draft.txt --against=wire.txt second.txt --format text",
        "--against wire.txt second.txt --format text draft.txt",
        "--against wire.txt second.txt -- draft.txt",
    ],
)
def test_against_takes_several_files(words, pipeline, tmp_path):
    (tmp_path / "second.txt").write_text("Inter won.")
    run("check", *words.split())
    assert pipeline.calls == [("draft.txt", ["wire.txt", "second.txt"])]


def test_check_forms():
    shown = run("check", "draft.txt", "--against", "wire.txt", "--format", "json")
    assert json.loads(shown.stdout)["contradicted"] == 1
    assert shown.exit_code == 1
    assert run("check", "draft.txt", "--against", "wire.txt", "--format", "github").stdout.startswith("::error file=")


def test_demo_reads_and_checks_the_samples_of_the_package(pipeline):
    result = run("demo")
    samples = [report.source for report in sample_reports()]
    assert len(samples) == 5
    assert result.exit_code == 0, "a demonstration has not failed because the sample is wrong"
    assert result.stdout.startswith(f"$ tabellino read {' '.join(samples)}\n\nInter-Juventus 3-2 (1-1)\n")
    assert f"\n$ tabellino check {DRAFT_SAMPLE} --against " in result.stdout
    others = [name for name in samples if name != DRAFT_SAMPLE]
    assert pipeline.calls == [(samples, False), (DRAFT_SAMPLE, others)]


def test_demo_has_the_forms_of_read():
    assert json.loads(run("demo", "--json").stdout)["schema"] == "tabellino/record/1"
    assert run("demo", "--football-txt").stdout.startswith("= Serie A 2025/26\n")


def test_samples_are_texts_with_titles():
    for report in sample_reports():
        assert report.title, f"{report.source} has a headline"
        assert report.warnings == ()


def test_schema_prints_each_schema():
    titles = [json.loads(run("schema", *kind).stdout)["title"] for kind in ((), ("check",), ("error",))]
    assert titles == ["tabellino record", "tabellino check", "tabellino error"]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("no-such-page", "answers 404 Not Found instead of a page; check the address"),
        ("to-router", "leads to 192.168.1.1, which is not a public address; save the page and give the file"),
        ("round-and-round", "redirects more than 8 times"),
        ("huge", "is larger than 5 MB"),
    ],
)
def test_addresses_that_give_no_report_say_why(path, message, monkeypatch):
    """The local server counts as public here, so that the command line is as users call it."""
    monkeypatch.setattr("tabellino.sources.addresses.is_public", lambda address: address.is_loopback)
    with serve() as server:
        result = run("read", f"{server.address}/{path}")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"tabellino: {server.address}/{path} {message}")
    assert result.stderr.count("\n") == 1


def test_an_address_is_read(monkeypatch, pipeline):
    monkeypatch.setattr("tabellino.sources.addresses.is_public", lambda address: address.is_loopback)
    with serve() as server:
        assert run("read", f"{server.address}/page").exit_code == 0
    assert pipeline.calls == [([f"{server.address}/page"], False)]


def test_what_cannot_be_read_is_left_out_with_a_remark():
    result = run("read", "none.txt", "wire.txt")
    assert result.exit_code == 0
    assert "tabellino: none.txt does not exist; give the path of a file, an http(s) address, or - (left out)" in (
        result.stderr
    )
    warnings = json.loads(run("read", "none.txt", "wire.txt", "--json").stdout)["warnings"]
    assert warnings[-1].startswith("none.txt does not exist")


BAD = [  # words, what stderr says after "tabellino: "
    ((), "Usage"),
    (("read",), "Missing argument 'FILE|URL|-...'; see tabellino read --help"),
    (("reed", "a"), "No such command 'reed'"),
    (("read", "--jason", "wire.txt"), "No such option '--jason'"),
    (("read", "none.txt"), "none.txt does not exist"),
    (("read", "none.txt", "nope.txt"), "none of the 2 sources can be read: none.txt does not exist"),
    (("read", "."), ". is a folder; give the files in it"),
    (("read", "empty.txt"), "empty.txt is empty; give a report with text in it"),
    (("read", "picture.png"), "picture.png is a PNG picture, not a text; give its text"),
    (("read", "binary.txt"), "binary.txt holds binary data, not text"),
    (("read", "huge.txt"), "huge.txt is larger than 5 MB, the most that is read as one report"),
    (("read", "menu.html"), "menu.html is a page of HTML without an article"),
    (("read", "http://127.0.0.1/"), "http://127.0.0.1/ leads to 127.0.0.1, which is not a public address"),
    (("read", "ftp://example.org/a"), "ftp://example.org/a leads to ftp://example.org/a, which is no http(s) address"),
    (("read", "-", "-"), "- was given more than once; standard input can be read one time"),
    (("read", "-"), "standard input is empty; give a report with text in it"),
    (("read", "line\nbreak.txt"), "line break.txt does not exist"),
    (("check", "draft.txt"), "Missing option '--against'; see tabellino check --help"),
    (("check", "--against", "wire.txt"), "Missing argument 'DRAFT'"),
    (("check", "none.txt", "--against", "wire.txt"), "none.txt does not exist"),
    (("check", "draft.txt", "--against", "none.txt"), "none.txt does not exist"),
    (("check", "-", "--against", "-"), "- was given twice"),
    (("check", "draft.txt", "--against", "wire.txt", "--format", "xml"), "Invalid value for '--format'"),
    (("schema", "weather"), "Invalid value for"),
]


@pytest.fixture
def bad_files(tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 9)
    (tmp_path / "huge.txt").write_bytes(b"1-0 " * 2_500_000)
    (tmp_path / "menu.html").write_text("<!doctype html><html><body><nav><a href='/'>Home</a></nav></body></html>")


@pytest.mark.parametrize(("words", "message"), BAD)
def test_what_was_used_wrongly_is_one_line_and_exit_two(words, message, bad_files):
    result = run(*words, stdin="")
    assert result.exit_code == 2
    assert result.stdout == ""
    if words:
        assert result.stderr.startswith(f"tabellino: {message}")
        assert result.stderr.count("\n") == 1
    else:
        assert result.stderr.startswith(message)


@pytest.mark.parametrize(("words", "message"), [row for row in BAD if row[0] and row[0][0] in {"read", "check"}])
def test_every_failure_has_the_one_envelope_in_json(words, message, bad_files):
    json_words = ("--json",) if words[0] == "read" else ("--format=json",)
    result = run(words[0], *json_words, *(word for word in words[1:] if word not in {"--format", "xml"}), stdin="")
    if "xml" in words:
        return
    shown = json.loads(result.stdout)
    assert result.exit_code == 2
    assert list(shown) == ["error", "warnings", "match", "schema"]
    assert shown["match"] is None
    assert shown["error"]["message"].startswith(message)


@pytest.mark.parametrize(
    ("problem", "kind", "message"),
    [
        (NoMatch("a.txt: a preview"), "NoMatch", "a.txt: a preview"),
        (SeveralMatches("two"), "SeveralMatches", "two; --larger-group goes on with the larger group"),
    ],
)
def test_no_match_is_told_with_its_reason_and_several_with_the_way_on(problem, kind, message, pipeline):
    def read(*_, **__):
        raise problem

    pipeline.read = read
    result = run("read", "draft.txt", "--json")
    assert (result.exit_code, result.stderr) == (2, f"tabellino: {message}\n")
    assert json.loads(result.stdout)["error"] == {"kind": kind, "message": message}


def test_a_fault_of_the_program_is_no_traceback(pipeline):
    def read(*_, **__):
        raise KeyError("oops\nline")

    pipeline.read = read
    result = run("read", "draft.txt")
    assert result.exit_code == 2
    assert result.stderr.startswith("tabellino: a fault of tabellino itself, not of what it was given (KeyError:")
    assert result.stderr.count("\n") == 1


def test_a_full_disk_is_no_fault_of_the_program(pipeline):
    def read(*_, **__):
        raise OSError(28, "No space left on device", "match.html")

    pipeline.read = read
    result = run("read", "draft.txt")
    assert result.exit_code == 2
    assert result.stderr == (
        "tabellino: match.html: No space left on device; check the path, its permissions and the space left\n"
    )


def test_python_m_tabellino_is_the_command_and_a_closed_pipe_is_quiet():
    env = os.environ | {"PYTHONPATH": str(Path(tabellino.__file__).parents[1]), "PYTHONIOENCODING": "ascii"}
    child = subprocess.run([sys.executable, "-m", "tabellino", "schema"], capture_output=True, env=env, check=True)
    assert json.loads(child.stdout)["title"] == "tabellino record"
    command = f"{sys.executable} -m tabellino schema | head -1"
    piped = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, env=env, check=True)
    assert (piped.stdout, piped.stderr) == ("{\n", "")


def test_ctrl_c_stops_quietly(pipeline):
    def read(*_, **__):
        raise KeyboardInterrupt

    pipeline.read = read
    result = run("read", "draft.txt")
    assert (result.exit_code, result.stderr.strip()) == (130, "tabellino: stopped")
