"""Findings as a compiler writes them, as JSON, and as annotations that no text can break out of."""

from __future__ import annotations

import msgspec

from example_records import DRAFT, RECORD, WIRE
from tabellino.domain.check import Check
from tabellino.render import findings
from tabellino.render.plain import count

CHECK = Check.of(RECORD, DRAFT, (WIRE,))


def test_one_line_a_finding_with_place_words_reason_source_and_correction():
    assert findings.text(CHECK) == (
        'draft.txt:3:1 contradicted: "Juventus led through Andrea Cambiaso": '
        "the 17th-minute goal was Cambiaso's own and put Inter 1-0 up (wire.txt:3); "
        'should say: "Inter led through an own goal by Andrea Cambiaso"\n'
        'draft.txt:4:1 disputed: "Inter won 3-2": reports differ on the final score\n'
    )


def test_annotations_carry_file_line_and_columns():
    first, second = findings.github(CHECK).splitlines()
    assert first.startswith('::error file=draft.txt,line=3,endLine=3,col=1,endColumn=37,title=contradicted::"Juventus')
    assert second.startswith("::notice file=draft.txt,line=4,")


def test_an_annotation_cannot_be_ended_by_the_text_it_quotes():
    hostile = msgspec.structs.replace(
        CHECK.findings[0], quote="a\n::error::b", reason="100%\r\n::set-env::x", end_line=5
    )
    shown = findings.github(Check("a,b:c.txt", (hostile,), RECORD))
    assert shown.count("\n") == 1
    assert shown.startswith("::error file=a%2Cb%3Ac.txt,line=3,endLine=5,title=")
    assert "100%25 ::set-env::x" in shown


def test_the_json_has_levels_and_the_record():
    shown = findings.as_json(CHECK)
    assert shown["schema"] == "tabellino/check/1"
    assert [one["level"] for one in shown["findings"]] == ["error", "note"]
    assert shown["contradicted"] == 1
    assert shown["record"]["schema"] == "tabellino/record/1"


def test_things_are_counted_in_singular_and_plural():
    assert [count(n, "report") for n in (0, 1, 2)] == ["0 reports", "1 report", "2 reports"]


def test_the_summary_counts_the_claims_of_the_draft():
    assert findings.summary(CHECK) == "3 claims: 1 contradicted, 1 disputed, 1 opinion"
    empty = Check("other.txt", (), RECORD)
    assert findings.summary(empty) == "no claim about the match was found in the draft"
