"""A report in which the reader took a wrong club for one of the two is left out; one of another match is told apart."""

from __future__ import annotations

import msgspec
import pytest
from told_match import TRUE, final, goal, reading, record_of

import tabellino
from tabellino import Report
from tabellino.domain.reading import TOO_LITTLE
from tabellino.errors import SeveralMatches
from tabellino.reconcile.matches import pairings
from tabellino.reconcile.rereading import belongs

FULL = (reading("one", *TRUE), reading("two", *TRUE))


def misread(*told, clubs=("Torino", "Juventus"), words: str = ""):
    """A reading of other clubs, with these words in its text."""
    found = reading("other", *told)
    report = msgspec.structs.replace(found.report, text=f"{found.report.text} {words}")
    return msgspec.structs.replace(found, clubs=clubs, report=report)


@pytest.mark.parametrize(
    ("remark", "other", "groups"),
    [
        ("the same score, and Lazio are named", misread(final(2, 1), words="Lazio were beaten"), 1),
        ("the same score and scorer", misread(goal("Ljajic", 71), final(2, 1)), 1),
        ("the same score, told from the other side", misread(final(1, 2, None), words="the Biancocelesti lost"), 1),
        ("another score: another match", misread(final(3, 1), words="after Lazio they beat Juventus"), 2),
        ("nothing but the score is the same", misread(final(2, 1)), 2),
        ("no score told", misread(goal("Ljajic", 71), words="Lazio"), 2),
        ("no score, but two of their scorers", misread(goal("Ljajic", 71), goal("Belotti", 12), words="Lazio"), 1),
        ("no score and two of theirs, but not Lazio", misread(goal("Ljajic", 71), goal("Belotti", 12)), 2),
        ("two other clubs", misread(final(2, 1), clubs=("Milan", "Juventus"), words="Lazio and Torino"), 2),
    ],
)
def test_which_reports_are_of_another_match(remark, other, groups):
    assert len(pairings([*FULL, other])) == groups, remark


def test_where_many_agree_one_that_names_both_of_their_clubs_is_left_out():
    other = misread(goal("Kone", 5), clubs=("Genoa", "Parma"), words="Sassuolo and Lazio")
    many = (*FULL, reading("three", *TRUE))
    named = msgspec.structs.replace(other, report=msgspec.structs.replace(other.report, text="Lazio and Torino"))
    assert len(pairings([*many, named])) == 1
    assert len(pairings([*FULL, named])) == 2, "two are not many"
    assert len(pairings([*many, other])) == 2, "it names one of them alone"


def test_of_two_reports_that_disagree_none_is_taken_for_misread():
    other = misread(final(2, 1), words="Lazio were beaten")
    assert len(pairings([FULL[0], other])) == 2


def test_what_is_left_out_is_said():
    record = record_of(*FULL, misread(final(2, 1), words="Lazio were beaten"))
    assert "other.txt is left out: it is read as a report of Torino v Juventus" in record.warnings
    assert [info.source for info in record.reports] == ["one.txt", "two.txt"]


CUP_TIE = (
    "Chesterfield 2 Manchester City 1\n\nGeorgios Samaras put Manchester City ahead in the 40th minute of the tie at "
    "Saltergate. {} Caleb Folan levelled after 50 minutes and Derek Niven hit the winner on 66. Joey Barton, "
    "Dietmar Hamann and Richard Dunne could not save Manchester City."
)
BLOG = (
    "Chesterfield 2, City 1. There, I have typed it. Joey Barton, Dietmar Hamann, Richard Dunne and Sylvain Distin "
    "were all there, and it was lost in the second half. At least Fulham and Boro went out as well. Drive safely."
)
OTHER = (
    "Chesterfield 3 Fulham 1\n\nColin Larkin put Chesterfield ahead on 12 minutes, Collins John levelled for Fulham, "
    "and Wayne Allison scored two. Brian McBride and Jimmy Bullard were poor for Fulham, who are at Manchester next."
)


def cup_ties() -> list[Report]:
    return [Report(CUP_TIE.format(words), words) for words in ("It rained.", "They had the better of the half.")]


def test_a_short_name_of_many_clubs_is_the_one_whose_men_are_named() -> None:
    """ "City" beside a club that is only mentioned."""
    record = tabellino.read([*cup_ties(), Report(BLOG, "blog")])
    assert len(record.reports) == 3
    assert (record.match.home, record.match.away) == ("Chesterfield", "Manchester City")


def test_another_match_of_one_of_the_clubs_stays_another() -> None:
    with pytest.raises(SeveralMatches):
        tabellino.read([*cup_ties(), Report(OTHER, "other")])


NATIONS = (
    "Italy 2 Germany 1\n\nMario Balotelli headed Italy in front in the 20th minute of the semi-final in Warsaw and "
    "made it 2-0 after 36 minutes. Mesut Özil's penalty in added time came too late for Germany. Buffon, Pirlo and "
    "Cassano had the better of Neuer, Lahm and Boateng."
)
BY_THEIR_CLUBS = (
    "Balotelli bursts the bubble\n\nThe enfant terrible of Manchester City settled it before the break, heading home "
    "in the 20th minute and lashing a second past Neuer of Bayern Munich. Lahm was as late as he had once been in "
    "Vienna. Özil's penalty in added time changed nothing: Germany lost 2-1 to Italy. Cassano and Pirlo ran it, "
    "Boateng and Hummels chased."
)


def test_a_report_of_two_nations_that_names_clubs_of_their_men_is_of_the_nations() -> None:
    match = tabellino.read(BY_THEIR_CLUBS).match
    assert {match.home, match.away} == {"Italy", "Germany"}
    assert len(tabellino.read([NATIONS, BY_THEIR_CLUBS]).reports) == 2


@pytest.mark.parametrize(
    ("remark", "told", "heard"),
    [
        ("a scorer and the final score of the others", (goal("Ljajic", 71), final(2, 1)), True),
        ("another final score", (goal("Ljajic", 71), final(3, 0)), False),
        ("another scorer", (goal("Quagliarella", 71), final(2, 1)), False),
        ("a scorer alone", (goal("Ljajic", 71),), False),
    ],
)
def test_a_report_that_tells_too_little_alone_is_heard_where_others_tell_the_same(remark, told, heard):
    little = msgspec.structs.replace(reading("other", *told), no_match=TOO_LITTLE)
    assert belongs(little, little, FULL) == heard, remark
    assert not belongs(msgspec.structs.replace(little, no_match="it reads like another sport"), little, FULL)
