"""Planted errors: what is changed, what is not, and how what is found of them is counted."""

from __future__ import annotations

import re

import pytest

from gate.contradictions import overlap
from gate.plant_kinds import edits, words
from gate.planted import UNCHANGED, by_kind, figures, measure
from gate.planting import Scene, in_pairs, own_scenes, plantings, sample, shared_scenes
from gate.told import Happening, MatchTold
from tabellino.domain.report import Report

FACTS = MatchTold(
    home="Fulham",
    away="Norwich City",
    score=(2, 1),
    half_time=(1, 0),
    goals=(
        Happening("Marlon Ashby", "home", 23, penalty=True),
        Happening("Kieran Oldroyd", "away", 58),
        Happening("Joost Verhagen", "home", 81, own_goal=True),
    ),
    reds=(Happening("Callum Prewitt", "away", 85),),
)
FIRST = """Fulham 2-1 Norwich City

Ashby opened the scoring from the spot in the 23rd minute. Oldroyd equalised for Norwich in the 58th minute.
The hosts led 1-0 at half-time. Prewitt was sent off in the 85th minute. Attendance: 24,310. Referee: Martin Hebden
"""
SECOND = """Scorers: Ashby 23 (pen), Verhagen 81 (og); Oldroyd 58
Sent off: Prewitt 85. Att: 24,310. Referee: M Hebden. It ended 2-1.
"""
THIRD = "Oldroyd levelled on 58 minutes, after Ashby had scored in the 23rd minute.\n"


def scene(*texts: str, off_limits=None) -> Scene:
    reports = tuple(Report(text, f"{n:02d}.txt") for n, text in enumerate(texts, 1))
    closed = off_limits or ((),) * len(texts)
    return Scene("fulham-norwich", "tune", FACTS, reports, tuple(range(len(texts))), closed)


@pytest.fixture(scope="module")
def planted():
    """Everything that can be planted into the three reports."""
    of = scene(FIRST, SECOND, THIRD)
    return of, list(plantings(of, edits(of)))


def as_told(of: Scene, one) -> tuple[str, str, str]:
    """Kind, old words, new words."""
    start, end = one.edit.span
    return one.edit.kind, of.reports[one.report].text[start:end], one.edit.new


@pytest.mark.parametrize(
    ("report", "kind", "old", "new"),
    [
        (0, "minute, prose", "23rd", r"\d+(st|nd|rd|th)"),
        (1, "minute, list", "58", r"\d+"),
        (0, "minute, red", "85th", r"\d+(st|nd|rd|th)"),
        (0, "scorer, opponent", "Ashby", "Oldroyd|Prewitt|Verhagen"),
        (1, "scorer, stranger", "Oldroyd", r"[A-Z]\w+"),
        (0, "sent off, stranger", "Prewitt", r"[A-Z]\w+"),
        (0, "final score", "2-1", r"\d-\d"),
        (0, "final score, turned", "2-1", "1-2"),
        (0, "half-time score", "1-0", r"\d-\d"),
        (0, "side", "Norwich", "Fulham"),
        (0, "order, opener", "opened the scoring", "doubled the lead|equalised"),
        (0, "order, equaliser", "equalised", "opened the scoring|doubled the lead"),
        (0, "penalty told header", "from the spot", "with a header"),
        (1, "own goal told goal", " (og)", ""),
        (1, "list mark, penalty", "", r" \(pen\)"),
        (0, "attendance", "24,310", r"\d\d,310"),
        (0, "referee", "Martin Hebden", r"\w+ \w+"),
    ],
)
def test_each_kind_has_its_place(planted, report, kind, old, new):
    of, found = planted
    told = [as_told(of, one) for one in found if one.report == report and one.edit.kind == kind]
    assert any(was == old and re.fullmatch(new, now) for _, was, now in told), told


def test_a_planting_changes_its_words_and_nothing_else(planted):
    of, found = planted
    for one in found:
        before, after = of.reports[one.report].text, one.planted(of.reports)[one.report].text
        start, end = one.edit.span
        assert after == before[:start] + one.edit.new + before[end:], as_told(of, one)
        assert after != before, "an error changes something"
        others = [n for n in range(3) if n != one.report]
        assert all(one.planted(of.reports)[n] == of.reports[n] for n in others), "the other reports stay"
        assert overlap(one.span, (start, max(start + len(one.edit.new), start + 1))), "it knows where it stands"


def test_what_is_planted_is_wrong(planted):
    of, found = planted
    least = min(words()["shifts"])
    for kind, was, now in (as_told(of, one) for one in found):
        if kind in ("minute, prose", "minute, list", "minute, red"):
            apart = abs(int(re.sub(r"\D", "", was)) - int(re.sub(r"\D", "", now)))
            assert apart >= least, "nearer minutes are a difference of clocks"
        if kind == "final score":
            assert tuple(map(int, now.split("-"))) not in ((2, 1), (1, 2))


def test_a_place_that_is_wrong_already_is_left_alone():
    start = FIRST.index("23rd")
    of = scene(FIRST, SECOND, THIRD, off_limits=(((start, start + 4),), (), ()))
    assert not [p for p in plantings(of, edits(of)) if p.report == 0 and overlap(p.span, (start, start + 4))]


def test_witnesses_are_the_other_reports_that_tell_it(planted):
    of, found = planted
    minute = next(p for p in found if as_told(of, p)[:2] == ("minute, prose", "23rd") and p.report == 0)
    crowd = next(p for p in found if p.edit.kind == "attendance" and p.report == 0)
    assert (minute.witnesses, crowd.witnesses) == (2, 1)


def test_places_of_the_changed_text_are_found_in_the_unchanged(planted):
    of, found = planted
    one = next(p for p in found if p.edit.kind == "penalty told header")
    changed = one.planted(of.reports)[one.report].text
    after = changed.index("Oldroyd equalised")
    assert one.before((after, after + 7)) == (FIRST.index("Oldroyd equalised"), FIRST.index("Oldroyd equalised") + 7)
    assert one.before(one.span) is None, "these words did not stand there"


def test_the_sample_is_always_the_same_and_no_larger_than_asked(planted):
    _, found = planted
    some = sample(found, 1)
    assert some == sample(reversed(found), 1)
    assert sorted(p.edit.kind for p in some) == sorted({p.edit.kind for p in found})
    assert len(sample(found, None)) == len(found)


def test_two_reports_are_one_against_one():
    (pair,) = in_pairs([scene(FIRST, SECOND, THIRD)])
    assert [report.text for report in pair.reports] == [FIRST, SECOND]


def test_the_corpus_has_places_of_most_kinds():
    kinds = {p.edit.kind for of in own_scenes("tune") for p in plantings(of, edits(of))}
    assert len(kinds) >= 25, sorted(kinds)


def test_other_peoples_matches_need_not_be_there(tmp_path):
    assert shared_scenes(tmp_path, ()) == ()


class Suspicious:
    """Calls these words wrong wherever they stand."""

    def __init__(self, record_of, *words_: str) -> None:
        self.record_of, self.words = record_of, words_

    def read(self, reports):
        wrong = [
            (number, (report.text.index(word), report.text.index(word) + len(word)), word)
            for number, report in enumerate(reports, 1)
            for word in self.words
            if word in report.text
        ]
        return self.record_of(FACTS, wrong, sources=[report.source for report in reports])

    def extract(self, report):
        return ()


def test_errors_found_and_false_alarms_are_counted(record_of):
    of = scene(FIRST, SECOND, THIRD)
    done = measure(Suspicious(record_of, "with a header", "doubled the lead"), [of], everything=True)
    tallies = by_kind(done)
    assert (tallies["penalty told header"].found, tallies["penalty told header"].alarms) == (1, 0)
    assert tallies["attendance"].found == 0
    assert tallies[UNCHANGED].alarms == 0
    always = by_kind(measure(Suspicious(record_of, "Attendance"), [of], everything=True))
    assert always[UNCHANGED].alarms == 1, "it is wrong before anything is planted"
    assert always["all"].alarms == 1, "and not again with every error"


class Falling(Suspicious):
    """Falls over these words."""

    def read(self, reports):
        if any(word in report.text for report in reports for word in self.words):
            raise ZeroDivisionError("by zero")
        return super().read(reports)


def test_a_fall_over_planted_words_is_counted_and_told(record_of):
    of = scene(FIRST, SECOND, THIRD)
    changed = [one.edit.new for one in plantings(of, edits(of))]
    fallen = [one for one in measure(Falling(record_of, changed[0]), [of], everything=True) if one.tally.crashes]
    assert fallen
    assert all("crashed: ZeroDivisionError: by zero" in one.remarks for one in fallen)
    assert figures(fallen)["planted, tune"]["crashes"] == len(fallen)


def test_figures_are_by_part(record_of):
    done = measure(Suspicious(record_of), [scene(FIRST, SECOND, THIRD)], everything=True)
    rows = figures(done)
    assert list(rows) == ["planted, tune"]
    assert rows["planted, tune"]["contradicted_recall"] == 0.0
