"""The labelled reports are what README.md says, and the labels fit the texts."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from gate.corpus import HERE, LabelledMatch, LabelledReport, matches, texts_without_match
from gate.same import words

MATCHES = matches()
REPORTS = [r for m in MATCHES for r in m.reports]
#: The hard cases of the design, each by its tag.
HARD_CASES = {
    "own_goal_or_shooter", "clocks_one_apart", "minute_100", "minute_49_for_45_4", "two_minutes_invented",
    "half_time_reversed", "wrong_host_or_club", "list_drops_own_goal", "prose_and_list_disagree", "garbled_names",
    "scorer_by_description", "score_never_written", "winner_named_first", "score_in_words",
    "same_meeting_other_season", "red_only_by_ten_men", "stops_before_end", "abandoned",
}  # fmt: skip
#: So many words in a row shared with somebody else's text would be copying.
RUN = 8
SHARED = Path(__file__).resolve().parents[3] / "shared"


def name(report: LabelledReport) -> str:
    return f"{report.path.parent.name}/{report.path.name}"


def by_id(match: LabelledMatch) -> str:
    return match.id


@pytest.mark.parametrize("match", MATCHES, ids=by_id)
def test_goals_add_up_to_the_score(match):
    sides = Counter(g.team for g in match.facts.goals)
    if match.facts.score is None:
        assert match.abandoned or all("stops_before_end" in r.hard for r in match.reports), "why is there no score?"
    else:
        assert (sides["home"], sides["away"]) == match.facts.score


def knows_every_minute(match):
    return all(goal.minute is not None for goal in match.facts.goals)


@pytest.mark.parametrize(
    "match", [m for m in MATCHES if m.facts.half_time is not None and knows_every_minute(m)], ids=by_id
)
def test_first_half_goals_add_up_to_the_half_time_score(match):
    sides = Counter(g.team for g in match.facts.goals if g.minute is not None and g.minute <= 45)
    assert (sides["home"], sides["away"]) == match.facts.half_time


@pytest.mark.parametrize("match", MATCHES, ids=by_id)
def test_goals_stand_in_the_order_of_play(match):
    clocks = [(g.minute, g.added_time or 0) for g in match.facts.goals if g.minute is not None]
    assert clocks == sorted(clocks)


@pytest.mark.parametrize("report", REPORTS, ids=name)
def test_every_quote_stands_in_its_text(report):
    for quote in (*(e.quote for e in report.errors), *report.either, *report.true):
        assert report.spans(quote)


@pytest.mark.parametrize("report", REPORTS, ids=name)
def test_nothing_is_labelled_both_wrong_and_true(report):
    wrong = [s for e in report.errors for s in report.spans(e.quote)]
    for start, end in (s for quote in report.true for s in report.spans(quote)):
        assert all(end <= s or start >= e for s, e in wrong)


@pytest.mark.parametrize("report", REPORTS, ids=name)
def test_whoever_is_told_to_have_scored_is_named_in_the_text(report):
    in_text = set(words(report.text.replace("'s", " ").replace("’s", " ").replace("'", " ")))
    if "scorer_by_description" in report.hard:
        return
    for goal in report.told.goals:
        assert in_text & set(words((goal.person or "").replace("'", " "))), f"{goal} is not named"


def test_files_and_labels_are_the_same_set():
    labelled = {r.path for r in REPORTS} | {t.path for t in texts_without_match()}
    assert labelled == set((HERE / "reports").rglob("*.txt"))


def test_there_are_as_many_texts_as_promised():
    length = {r.path: len(r.text.split()) for r in REPORTS}
    long = [r for r in REPORTS if r.length == "long"]
    assert len(long) >= 15
    assert all(500 <= length[r.path] <= 900 for r in long)
    full = [r for r in REPORTS if r.length == "full"]
    assert len(full) >= 70
    assert all(200 <= length[r.path] <= 900 for r in full)
    assert sum(r.length == "short" for r in REPORTS) >= 60
    assert sum(r.length == "retold" for r in REPORTS) >= 150
    assert all(length[r.path] <= 350 for r in REPORTS if r.length == "short")
    assert sum(len(m.reports) >= 2 for m in MATCHES) >= 14
    assert len(texts_without_match()) >= 15
    assert {r.language for r in REPORTS} == {"en", "it", "es", "fr", "de", "pt"}


def test_every_hard_case_appears_at_least_twice():
    tags = Counter(tag for r in REPORTS for tag in r.hard)
    assert set(tags) == HARD_CASES
    assert {tag: n for tag, n in tags.items() if n < 2} == {}


@pytest.mark.parametrize(("kind", "least"), [("matches", 20), ("texts without match", 9)])
def test_enough_is_held_out(kind, least):
    parts = Counter(x.part for x in (MATCHES if kind == "matches" else texts_without_match()))
    assert parts["held_out"] >= least
    assert parts["tune"] >= parts["held_out"]


def test_the_matches_held_out_are_told_several_times_and_with_mistakes():
    held_out = [m for m in MATCHES if m.part == "held_out" and not m.id.startswith(("prose-", "retold-"))]
    assert all(len(m.reports) >= 3 for m in held_out)
    assert sum(any(r.errors for r in m.reports) for m in held_out) >= 8


def test_no_report_shares_a_run_of_words_with_the_shared_texts():
    if not SHARED.is_dir():
        pytest.skip(f"no folder of other people's reports at {SHARED}")
    theirs = {run for path in SHARED.rglob("*.txt") for run in _runs(path.read_text("utf-8", "replace"))}
    ours = [r.path for r in REPORTS] + [t.path for t in texts_without_match()]
    shared = {
        f"{path.parent.name}/{path.name}": sorted(both)
        for path in ours
        if (both := _runs(path.read_text("utf-8")) & theirs)
    }
    assert shared == {}


def _runs(text: str) -> set[str]:
    every = re.findall(r"\w+", text.lower())
    return {" ".join(every[i : i + RUN]) for i in range(len(every) - RUN + 1)}
