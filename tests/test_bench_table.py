"""All benches in one table: bars are judged the right way round, and a part that fails does not stop the others."""

from __future__ import annotations

import pytest

from tools import bench, bench_reader


@pytest.mark.parametrize(
    ("row", "met"),
    [
        (("fast", 0.2, "s", 0.25), True),
        (("just", 0.25, "s", 0.25), True),
        (("slow", 0.3, "s", 0.25), False),
        (("many", 300.0, "/s", 200.0), True),  # a rate is better the larger it is
        (("few", 100.0, "/s", 200.0), False),
        (("no bar", 9.0, "MB", None), None),
    ],
)
def test_a_bar_is_a_limit_for_times_and_a_floor_for_rates(row, met):
    assert bench.met(row) is met


def test_a_part_that_fails_is_told_and_the_others_go_on(monkeypatch, capsys):
    def rows_of(part):
        if part == "league":
            raise RuntimeError("no season at hand")
        return [(f"work of {part}", 0.1, "s", 1.0)]

    monkeypatch.setattr(bench, "rows_of", rows_of)
    assert bench.main(["front", "league", "page"]) == 1
    printed = capsys.readouterr().out
    assert "league  could not be measured: RuntimeError: no season at hand" in printed
    assert "work of front" in printed
    assert "work of page" in printed


@pytest.mark.parametrize(("value", "status"), [(0.5, 0), (2.0, 1)])
def test_the_exit_status_tells_of_a_missed_bar(value, status, monkeypatch, capsys):
    monkeypatch.setattr(bench, "rows_of", lambda part: [("work", value, "s", 1.0)])
    assert bench.main(["page"]) == status
    assert ("NO" in capsys.readouterr().out) is bool(status)


def test_a_part_that_is_not_there_is_refused_with_those_that_are(capsys):
    assert bench.main(["pages"]) == 2
    assert "these are: front, reader, solver" in capsys.readouterr().err


def test_the_reader_is_measured_on_the_labelled_reports(monkeypatch, tmp_path):
    folder = tmp_path / "inter-juventus"
    folder.mkdir()
    for kind in ("long", "short"):
        (folder / f"01-{kind}.en.txt").write_text("Inter beat Juventus 3-2. Zielinski scored in the 90th minute.")
    monkeypatch.setattr(bench_reader, "REPORTS", tmp_path)
    rows = bench_reader.run()
    assert [row[0] for row in rows] == ["reports read, long (some 10 words)", "reports read, in brief (some 10 words)"]
    assert all(value > 0 and unit == "/s" for _, value, unit, _ in rows)


def test_a_reader_without_reports_is_no_measurement(monkeypatch, tmp_path):
    monkeypatch.setattr(bench_reader, "REPORTS", tmp_path)
    with pytest.raises(RuntimeError, match="no long English report"):
        bench_reader.run()
