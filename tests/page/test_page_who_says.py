"""Who says what, and who says otherwise."""

from __future__ import annotations

import msgspec
import page_draft
import page_samples as samples
import pytest

from tabellino.domain.claim import GoalSays, ScoreSays
from tabellino.domain.record import MatchInfo, NextBest, ScoreLine
from tabellino.render.page import evidence
from tabellino.render.page.tabellino import headline
from tabellino.render.page.witnesses import Witnesses

who = page_draft.who


def test_a_denial_noted_at_one_end_alone_is_told_at_both():
    d = page_draft.Draft()
    for name, quote in (("A", "Rossi own goal"), ("B", "Rossi scored"), ("C", "it stood 0-1")):
        d.report(name, quote)
    d.claim("own", 1, "Rossi own goal", GoalSays(who("Rossi"), own_goal=True))
    d.claim("shot", 2, "Rossi scored", GoalSays(who("Rossi")), "contradicted", 0.02, against=("own",))
    d.claim("running", 3, "it stood 0-1", ScoreSays("during", 0, 1), "contradicted", 0.02, against=("own",))
    goal = page_draft.goal(9, "home", "Rossi", (1, 0), ("1#1",))
    record = d.record(MatchInfo("X", "Y"), ScoreLine((1, 0)), goals=(goal,))
    (line,) = headline(record, Witnesses(record), {}).lines
    assert line.sure.told == "only A tells of it; B says otherwise", "a running score is another matter than a goal"
    assert [quote.words for quote in line.quotes] == ["Rossi own goal", "Rossi scored"]


def test_the_sign_of_a_denial_is_that_of_its_gravest():
    record, _ = samples.derby()
    lines = {line.minute: line.sure for line in headline(record, Witnesses(record), {}).lines}
    assert (lines["17′"].sign, lines["83′"].sign) == ("contradicted", "disputed")


def test_a_running_score_denies_no_final_score_and_is_not_read_as_one():
    d = page_draft.Draft()
    d.report("Live", "Inter 1-0. Inter 0-2. Inter 3-2.")
    d.report("Wire", "Inter won 3-2.")
    says_ = [ScoreSays("full_time", 1, 0, "Inter"), ScoreSays("full_time", 0, 2, "Inter"), ScoreSays("full_time", 3, 2)]
    d.claim("first", 1, "Inter 1-0", says_[0])
    d.claim("wrong", 1, "Inter 0-2", says_[1], "contradicted", 0.02)
    d.claim("last", 1, "Inter 3-2", says_[2])
    d.claim("wire", 2, "Inter won 3-2", says_[2])
    record = d.record(MatchInfo("Inter", "Y"), ScoreLine((3, 2)))
    witnesses = Witnesses(record)
    sure = headline(record, witnesses, {}).score_sure
    assert sure is not None
    assert sure.told == "both reports agree"
    readings = [note.reading for note in evidence.evidence(record, {}, witnesses)[0].notes]
    assert readings == [
        "The score: 1–0, Inter’s goals first", "The final score: 0–2, Inter’s goals first", "The final score: 3–2"
    ]  # fmt: skip


def test_who_says_otherwise_stands_beside_what_is_wrong_one_claim_of_each_report():
    record, _ = samples.ten()
    (point,) = headline(record, Witnesses(record), {}).disagreements
    assert [rival.outlet for rival in point.rivals] == ["Paper 1", "Paper 2"]
    assert point.more == "and seven more agree"
    (first, *_) = headline(samples.derby()[0], Witnesses(samples.derby()[0]), {}).disagreements
    assert [(rival.outlet, rival.quote) for rival in first.rivals] == [
        ("Milan Evening Telegraph", "A Cambiaso own goal gave the hosts the lead after 17 minutes"),
        ("The Sunday Final", "17' Cambiaso (og)"),
    ]


def test_who_says_it_best_is_quoted_first():
    d = page_draft.Draft()
    for name in ("A", "B", "C"):
        d.report(name, "Rossi scored after 9 minutes. It was 1-0.")
    says_ = GoalSays()
    d.claim("vague", 1, "It was 1-0", says_, "supported", 0.9)
    d.claim("wrong", 2, "after 9 minutes", says_, "contradicted", 0.0, "it was later", against=("plain", "vague"))
    d.claim("plain", 3, "Rossi scored", says_, "supported", 0.9)
    record = d.record(MatchInfo("X", "Y"), ScoreLine())
    (point,) = headline(record, Witnesses(record), {}).disagreements
    assert [rival.quote for rival in point.rivals] == ["Rossi scored", "It was 1-0"]


@pytest.mark.parametrize(
    ("correction", "told"),
    [(None, None), ("20", "The right number: 20"), ("Inter led 1-0", "It should say: Inter led 1-0")],
)
def test_what_it_should_have_said(correction: str | None, told: str | None):
    d = page_draft.Draft()
    d.report("A", "x")
    d.claim("a", 1, "x", GoalSays(), "contradicted", 0.0, "it was not so", correction=correction)
    record = d.record(MatchInfo("X", "Y"), ScoreLine())
    (note,) = evidence.evidence(record, {}, Witnesses(record))[0].notes
    assert (note.correction, note.reason) == (told, "It was not so.")


def test_the_next_best_record_is_told_by_the_names_of_the_clubs():
    record, _ = samples.derby()
    other = msgspec.structs.replace(record, next_best=NextBest(1.0, ("without Rossi for the home side", "score 2-2")))
    assert headline(other, Witnesses(other), {}).doubt == "without Rossi for Inter; score 2-2"
