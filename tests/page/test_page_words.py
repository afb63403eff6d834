"""The plain words, and the figures drawn from the record."""

from __future__ import annotations

import page_draft
import page_samples as samples
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabellino.domain.claim import (
    CardSays,
    DisallowedSays,
    FactSays,
    GoalSays,
    IncidentSays,
    MissedPenaltySays,
    OpinionSays,
    Says,
    ScoreSays,
)
from tabellino.domain.clock import TimeWindow
from tabellino.domain.record import MatchInfo, ReportInfo, ScoreLine
from tabellino.names.numbers import ordinal
from tabellino.render.page import axis, clean, curve, says, timeline, words
from tabellino.render.page.tabellino import headline
from tabellino.render.page.views import Chances
from tabellino.render.page.witnesses import Witnesses


@pytest.mark.parametrize(
    ("iso", "told"),
    [("2026-02-14", "Saturday 14 February 2026"), ("2026-02-30", "2026-02-30"), ("soon", "soon"), (None, None)],
)
def test_a_date_is_told_in_full_and_what_is_none_is_left_alone(iso: str | None, told: str | None):
    assert words.date(iso) == told


@pytest.mark.parametrize(
    ("given", "told"),
    [((17, None, None), "17′"), ((45, 2, None), "45+2′"), ((None, None, (42, 45)), "42–45′"),
     ((None, None, (42, 42)), "42′"), ((None, None, None), "")],
)  # fmt: skip
def test_a_minute_is_never_invented(given: tuple, told: str):
    assert words.minute(*given) == told


@pytest.mark.parametrize(
    ("p", "whole", "fine"),
    [(0.0, "0%", "0.0%"), (0.001, "under 1%", "0.1%"), (0.0001, "under 1%", "under 0.1%"), (0.5, "50%", "50.0%"),
     (0.9999, "over 99%", "over 99.9%"), (1.0, "100%", "100.0%")],
)  # fmt: skip
def test_what_is_neither_impossible_nor_certain_is_never_told_so(p: float, whole: str, fine: str):
    assert (words.percent(p), words.fine_percent(p)) == (whole, fine)


@pytest.mark.parametrize(
    ("n", "told"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (12, "12th"), (21, "21st"), (113, "113th")]
)
def test_ordinals(n: int, told: str):
    assert ordinal(n) == told


@given(text=st.text(max_size=80), most=st.integers(2, 40))
def test_a_shortened_text_is_never_longer_than_asked(text: str, most: int):
    assert len(words.shortened(text, most)) <= most


at = page_draft.at
who = page_draft.who


@pytest.mark.parametrize(
    ("said", "phrase"),
    [
        (
            GoalSays(who("Rossi"), who("Roma"), at(17), own_goal=True),
            "An own goal by Rossi for Roma, in the 17th minute",
        ),
        (GoalSays(who("Rossi", "Bianchi")), "A goal by Rossi or Bianchi"),
        (GoalSays(penalty=True, score_after=(1, 2)), "A goal from the penalty spot, making it 1–2"),
        (GoalSays(effects=("opener",), nth_of_player=2), "A goal, the first goal of the match, his 2nd of the match"),
        (GoalSays(time=at(45.02)), "A goal, in the 2nd minute of added time after 45"),
        (GoalSays(time=TimeWindow(61, 64, 62, "rounded")), "A goal, around the 62nd minute"),
        (GoalSays(time=TimeWindow(1, 32, None, "bound")), "A goal, by the 32nd minute"),
        (ScoreSays("half_time", winner=""), "The half-time score: level"),
        (ScoreSays("full_time", 3, 2, "Inter"), "The final score: 3–2, Inter’s goals first"),
        (ScoreSays("full_time", winner="Inter"), "The final score: Inter ahead"),
        (CardSays("red", who("Kalulu"), who("Juventus"), None, True), "A second yellow card for Kalulu of Juventus"),
        (CardSays("red"), "A red card"),
        (MissedPenaltySays(who("Rossi"), who("Roma")), "A penalty missed or saved, taken by Rossi of Roma"),
        (DisallowedSays(who("Rossi")), "A goal that did not stand by Rossi"),
        (IncidentSays("woodwork", who("Rossi"), who("Roma")), "The woodwork hit by Rossi for Roma"),
        (FactSays("date", "2026-02-14"), "The match was played on Saturday 14 February 2026"),
        (OpinionSays("critics", "the dismissal"), "The view of critics on the dismissal"),
    ],
)
def test_what_a_claim_says_in_one_phrase(said: Says, phrase: str):
    assert says.phrase(said) == phrase


@given(st.text())
def test_what_is_shown_is_as_long_as_what_was_given_and_holds_no_control(text: str):
    shown = clean.visible(text)
    assert len(shown) == len(text)
    assert not any((ord(c) < 32 and c not in "\t\n") or 0x202A <= ord(c) <= 0x202E for c in shown)
    shown.encode()


@pytest.mark.parametrize(
    ("source", "linked"),
    [("https://example.org/a", True), ("http://example.org", True), ("javascript:alert(1)", False),
     ("JaVaScRiPt:alert(1)", False), ("data:text/html,x", False), ("reports/1.txt", False), ("-", False),
     ("https://example.org/\n", False), ("https://" + "x" * 3000, False)],
)  # fmt: skip
def test_only_web_addresses_are_linked(source: str, linked: bool):
    assert (clean.web_address(source) is not None) == linked


def test_how_sure_is_told_by_reports_and_not_by_numbers():
    record, reports = samples.derby()
    texts = {info.id: report.text for info, report in zip(record.reports, reports, strict=True)}
    lines = headline(record, Witnesses(record), texts).lines
    assert [(line.who, line.minute, f"{line.sure.word}: {line.sure.told}") for line in lines] == [
        ("Andrea Cambiaso", "17′", "Sure: two of four reports; two say otherwise"),
        ("Andrea Cambiaso", "26′", "Sure: all four reports agree"),
        ("Pierre Kalulu", "42–45′", "Sure: three of four reports"),
        ("Francesco Pio Esposito", "76′", "Sure: all four reports agree"),
        ("Manuel Locatelli", "83′", "Sure: three of four reports; The Sunday Final says otherwise"),
        ("Piotr Zieliński", "90′", "Sure: all four reports agree"),
    ]


@pytest.mark.parametrize(
    ("probability", "word"),
    [(0.99, "Sure"), (0.9, "Sure"), (0.89, "Fairly sure"), (0.6, "Fairly sure"), (0.5, "Not sure")],
)  # fmt: skip
def test_the_word_follows_the_probability(probability: float, word: str):
    record, _ = samples.derby()
    assert Witnesses(record).sureness(record.goals[1].claims, probability).word == word


def test_one_report_alone_is_never_called_sure():
    record, _ = samples.goalless()
    sure = Witnesses(record).sureness(["1#1"], 0.99)
    assert (sure.level, sure.word, sure.told) == ("fairly", "As told", "only one report to go by")


def test_a_report_that_says_both_is_counted_as_saying_otherwise():
    record, _ = samples.ten()
    told = [Witnesses(record).sureness(goal.claims, 0.99).told for goal in record.goals]
    assert told[3] == "nine of ten reports; Paper 4 says otherwise"
    assert told[4] == "all ten reports agree"


def test_a_report_that_tells_of_it_and_leaves_it_open_elsewhere_does_not_say_otherwise():
    d = page_draft.Draft()
    one = d.report("One", "Juve led through Adams.")
    other = d.report("Other", "Adams put it past his own man. A cross came off Adams.")
    own = GoalSays(own_goal=True)
    d.claim("his", one, "Juve led through Adams", GoalSays(), "contradicted")
    d.claim("own", other, "Adams put it past his own man", own, "single_source")
    d.claim("view", other, "A cross came off Adams", own, "disputed")
    record = d.record(MatchInfo("X", "Y"), ScoreLine((1, 0), None))
    sure = Witnesses(record).sureness([claim.id for claim in record.claims], 0.95)
    assert sure.told == "only Other tells of it; One says otherwise"


def test_goals_keep_the_order_of_the_score_whatever_their_minutes():
    d = page_draft.Draft()
    d.report("Paper", "x")
    goals = (
        page_draft.goal(None, "away", "A", (0, 1)),
        page_draft.goal(17, "home", "B", (1, 1)),
        page_draft.goal(None, "home", "C", (2, 1), between=(60, 90)),
        page_draft.goal(75, "home", "D", (3, 1)),
    )
    record = d.record(MatchInfo("X", "Y"), ScoreLine((3, 1)), goals=goals)
    assert [line.who for line in headline(record, Witnesses(record), {}).lines] == ["A", "B", "C", "D"]


def test_copies_of_a_report_count_once():
    d = page_draft.Draft()
    for name in ("A", "B", "C"):
        number = d.report(name, "Rossi scored.")
        d.claim(name, number, "Rossi scored", GoalSays(who("Rossi")))
    infos = [info if info.id != 2 else copied(info, 1) for info in d.infos()]
    record = d.record(MatchInfo("X", "Y"), ScoreLine((1, 0)), reports=tuple(infos))
    witnesses = Witnesses(record)
    assert witnesses.sureness(["1#1", "2#1", "3#1"], 0.9).told == "both reports agree"
    assert (
        headline(record, witnesses, {}).verdict == "Three reports, two of them independent. None contradicts another."
    )


def copied(info: ReportInfo, original: int) -> ReportInfo:
    import msgspec

    return msgspec.structs.replace(info, copy_of=original)


@pytest.mark.parametrize(
    ("reports", "names"),
    [
        ([("Reuters", "x"), ("Reuters", "y")], ["Reuters (1)", "Reuters (2)"]),
        ([(None, "https://www.example.org/a/b")], ["example.org"]),
        ([(None, "dir/final.txt"), (None, "-")], ["final.txt", "Report 2"]),
        ([(None, "https://[broken")], ["[broken"]),
        ([(None, "in/001_1db8c0ac7c0ef468.txt"), (None, "20260214.txt")], ["Report 1", "Report 2"]),
        ([(None, "20260214-gazzetta.txt"), (None, "deadbeef.txt")], ["20260214-gazzetta.txt", "deadbeef.txt"]),
    ],
)
def test_every_report_has_a_name_of_its_own(reports: list[tuple[str | None, str]], names: list[str]):
    d = page_draft.Draft()
    for outlet, source in reports:
        d.report(outlet, "x", source=source)
    record = d.record(MatchInfo("X", "Y"), ScoreLine())
    assert list(Witnesses(record).names.values()) == names


@given(st.tuples(st.floats(0, 1), st.floats(0, 1)).map(sorted))
def test_whole_per_cents_add_up_to_a_hundred(cuts: list[float]):
    low, high = cuts
    shares = curve.whole_percents(Chances(low, high - low, 1 - high))
    assert sum(shares) == 100
    assert all(abs(share - 100 * p) < 1 for share, p in zip(shares, (low, high - low, 1 - high), strict=True))


MOMENTS = st.tuples(st.integers(0, 120), st.none() | st.integers(1, 15)).map(
    lambda m: m if m[0] in (45, 90, 105, 120) else (m[0], None)
)


@given(st.lists(MOMENTS, min_size=2))
def test_what_comes_later_stands_farther_right(moments: list[tuple[int, int | None]]):
    scale = axis.Axis(moments)
    ordered = sorted(moments, key=lambda m: (m[0], m[1] or 0))
    places = [scale.x(*moment) for moment in ordered]
    assert places == sorted(places)
    assert all(axis.MARGIN <= place <= 100 - axis.MARGIN for place in places)


EVENTS = st.tuples(st.integers(1, 90), st.sampled_from(["home", "away"]), st.text("abc", min_size=1, max_size=25))


@given(st.lists(EVENTS, max_size=15), st.booleans())
def test_no_mark_of_the_timeline_covers_another(events: list[tuple[int, str, str]], names: bool):
    found = [
        timeline.Happening("goal", f"{minute}′", (minute, None), None, team, name, "goal", name)  # type: ignore[arg-type]
        for minute, team, name in sorted(events)
    ]
    width = timeline.WIDE if names else timeline.NARROW
    drawing = timeline.draw(found, axis.Axis([]), width, names=names)
    assert len(drawing.marks) == len(events)
    boxes = []
    for mark in drawing.marks:
        middle, space = mark.x / 100 * width, timeline.MARK + timeline.LETTER * len(mark.label)
        left = middle - space + 10 if mark.ends_at else middle - 10
        boxes.append((left, left + space, mark.y))
    for i, (a0, a1, y) in enumerate(boxes):
        assert 0 < y < drawing.height
        assert not any(y == other and a0 < b1 and b0 < a1 for b0, b1, other in boxes[:i])
