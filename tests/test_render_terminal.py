"""What is shown of a record: the box, the disputed points, every claim; and nothing of a stranger's text acts."""

from __future__ import annotations

import msgspec
import pytest

from example_records import CLAIMS, RECORD, REPORTS, goal, judged
from tabellino.domain.claim import OpinionSays
from tabellino.domain.record import Booking, Incident, MatchInfo, ScoreLine
from tabellino.render.box import box_rows
from tabellino.render.explain import explain
from tabellino.render.lines import text_of
from tabellino.render.plain import headline, one_line, percent, when
from tabellino.render.terminal import MOST_POINTS, tabellino


def test_the_box_is_set_as_papers_set_it():
    assert text_of(tabellino(RECORD, REPORTS)) == (
        """\
Inter-Juventus 3-2 (1-1)
Serie A 2025-26, Saturday 14 February 2026, San Siro

Goals     17' Andrea Cambiaso own goal (1-0), 26' Andrea Cambiaso (1-1),
          76' Francesco Pio Esposito (2-1), 83' Manuel Locatelli (2-2),
          90' Piotr Zieliński (3-2)
Sent off  43'-45' Pierre Kalulu (Juventus, second yellow)
Booked    50' Gleison Bremer (Juventus)
Reports   2 reports with 5 claims
How sure  score 99 %, half-time 80 %, other goals 97 % or more,
          90' Piotr Zieliński 85 %,
          next best: the first goal counts for Juventus

Contradicted
  draft.txt:3 "Juventus led through Andrea Cambiaso"
    the 17th-minute goal was Cambiaso's own and put Inter 1-0 up; wire.txt:3
    says "Andrea Cambiaso put through his own net"

Disputed
  draft.txt:4 "Inter won 3-2"
    reports differ on the final score
"""
    )


def test_explain_shows_every_claim_with_words_verdict_and_reason():
    shown = text_of(explain(RECORD, REPORTS, 200))
    for claim in RECORD.claims:
        assert f'"{claim.quote}"' in shown
        assert claim.reason in shown
    assert "3:1 contradicted 2 % goal" in shown
    assert 'should say: "Inter led through an own goal by Andrea Cambiaso"' in shown
    assert '1:1 not understood\n    "Late drama"' in shown
    assert "2 wire.txt (The Example, 2026-02-14, en, 2 claims, 0 contradicted)" in shown


def test_without_the_texts_places_fall_back_to_sources_and_offsets():
    assert "  draft.txt " in text_of(tabellino(RECORD))
    assert "  at 12 contradicted" in text_of(explain(RECORD))


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_lines_keep_to_the_width(width):
    for shown in (tabellino(RECORD, REPORTS, width), explain(RECORD, REPORTS, width)):
        assert max(map(len, text_of(shown).splitlines())) <= width


def test_a_goalless_match_and_one_without_score_say_so():
    goalless = msgspec.structs.replace(RECORD, score=ScoreLine((0, 0)), goals=(), cards=(), claims=(), next_best=None)
    assert dict(box_rows(goalless))["Goals"] == ("none",)
    unknown = msgspec.structs.replace(goalless, score=ScoreLine(), probabilities={})
    assert dict(box_rows(unknown)) == {
        "Goals": ("not told",),
        "Reports": ("2 reports with 0 claims",),
        "How sure": ("not known",),
    }
    assert text_of(tabellino(unknown)).startswith("Inter-Juventus ?-?\n")


def test_other_events_are_named():
    record = msgspec.structs.replace(
        RECORD,
        goals=(goal(45, "home", None, (1, 0), added_time=2, penalty=True),),
        score=ScoreLine((1, 0)),
        missed_penalties=(Incident("saved", 12, None, "Dušan Vlahović", "away", 0.9, ()),),
        disallowed_goals=(Incident("disallowed_goal", None, None, "Thuram", "home", 0.9, ()),),
        incidents=(Incident("cleared_off_line", 35, None, None, None, 0.9, ()),),
        reports=tuple(msgspec.structs.replace(info, copy_of=1 if info.id == 2 else None) for info in RECORD.reports),
    )
    rows = dict(box_rows(record))
    assert rows["Goals"] == ("45+2' scorer not told penalty (1-0)",)
    doubtful = msgspec.structs.replace(record.goals[0], perhaps="Nicolò Barella")
    rows_in_doubt = dict(box_rows(msgspec.structs.replace(record, goals=(doubtful,))))
    assert rows_in_doubt["Goals"] == ("45+2' perhaps Nicolò Barella penalty (1-0)",)
    assert rows["Missed penalties"] == ("12' Dušan Vlahović (Juventus)",)
    assert rows["Disallowed"] == ("Thuram (Inter)",)
    assert rows["Chances"] == ("35' not named (cleared off line)",)
    assert rows["Reports"] == ("2 reports with 5 claims; 1 of them copied",)


def test_goals_that_nobody_tells_are_counted_and_leave_the_running_score_open():
    told = goal(57, "home", "Lautaro Martínez", None)
    rows = dict(box_rows(msgspec.structs.replace(RECORD, goals=(told,), score=ScoreLine((1, 3)))))
    assert rows["Goals"] == ("57' Lautaro Martínez (for Inter)", "3 more for Juventus not told")


def test_many_points_are_cut_and_the_rest_counted():
    many = tuple(msgspec.structs.replace(CLAIMS[0], id=f"1#{n}") for n in range(MOST_POINTS + 3))
    shown = text_of(tabellino(msgspec.structs.replace(RECORD, claims=many), REPORTS))
    assert shown.count("draft.txt:3") == MOST_POINTS
    assert "and 3 more; --explain shows them all" in shown


def test_control_and_direction_characters_of_a_text_are_left_out():
    assert one_line("a\x1b[31m\u202eb\n\tc\x00\ud800") == "a[31mb c"
    hostile = judged("1#9", REPORTS[0], "Critics", OpinionSays(), "opinion", None, "\x1b]0;title\x07 said\nso")
    shown = text_of(explain(msgspec.structs.replace(RECORD, claims=(hostile,)), REPORTS))
    assert "\x1b" not in shown
    assert "]0;title said so" in shown


@pytest.mark.parametrize(
    ("score", "told"),
    [
        (ScoreLine((3, 2), (1, 1)), "Inter-Juventus 3-2 (1-1)"),
        (ScoreLine((2, 1), None, (2, 1)), "Inter-Juventus 2-1 after extra time"),
        (ScoreLine((1, 1), (0, 1), (1, 1), (5, 4)), "Inter-Juventus 1-1 after extra time (0-1) 5-4 on penalties"),
    ],
)
def test_headlines_tell_how_the_match_was_decided(score, told):
    assert headline(MatchInfo("Inter", "Juventus"), score) == told


def test_times_and_probabilities_in_words():
    card = Booking(None, None, "A", None, "red", None, 1, ())
    assert [when(card), when(msgspec.structs.replace(card, between=(45, 45)))] == ["", "45'"]
    assert [percent(value) for value in (0.0, 0.504, 1.0)] == ["1 %", "50 %", "99 %"], "nothing is certain"
