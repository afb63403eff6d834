"""What others tell is found again in a report by man and minute, and nothing else is."""

from __future__ import annotations

import pytest

from tabellino import data
from tabellino.domain.claim import Candidate, Claim, GoalSays
from tabellino.domain.clock import Minute, TimeWindow
from tabellino.domain.reading import Player, Reading
from tabellino.domain.report import Report
from tabellino.reconcile.echoes import known_by_echo, with_echoes
from tabellino.reconcile.matches import Pairing
from tabellino.reconcile.times_told import times_told

WEIGHTS = data.load("weights/verdicts.toml")["echo"]
#: What the other report surely tells.
TOLD = (("Dries Mertens", 57), ("Viktor Fischer", 5), ("Jermain Lens", 49), ("Kevin Özil", 30))
#: Whom the reader finds in every report.
MEN = tuple(Player(name) for name in ("Mertens", "Fischer", "Lens", "Strootman", "Toivonen"))


def reading(text: str, *claims: Claim, clubs=("Torino", "Lazio"), no_match: str | None = None) -> Reading:
    return Reading(Report(text, f"{text[:9]}.txt"), clubs, 0.9, claims, MEN, "en", no_match)


def claim(man: str, minute: int, span: tuple[int, int], weight: float = 0.95) -> Claim:
    position = Minute(minute).position()
    says = GoalSays((Candidate(man, 0.95),), time=TimeWindow(position, position, position, "exact"))
    return Claim(span, f"{man} {minute}", says, weight=weight)


OTHER = reading("the other report", *(claim(man, minute, (n, n + 1)) for n, (man, minute) in enumerate(TOLD)))


def echoes(text: str, *own: Claim, other: Reading = OTHER) -> list[tuple[str, float, bool]]:
    """What is found in a text besides what its reader found: the words, the minute, whether it may be called wrong."""
    heard = with_echoes([reading(text, *own), other], Pairing("Torino", "Lazio", 0.9, (0, 1)), WEIGHTS)[0]
    return [(c.quote, c.says.time.best, not c.echo) for c in heard.claims if c not in own]


@pytest.mark.parametrize(
    ("text", "words", "minute"),
    [
        (
            "His clearance in the 57th minute went to the feet of Mertens.",
            "57th minute went to the feet of Mertens",
            57,
        ),
        ("Mertens's gift in the 57th was the second.", "Mertens's gift in the 57th", 57),
        ("There was nobody near Mertens with 33 minutes left.", "Mertens with 33 minutes left", 57),
        ("57' Mertens", "57' Mertens", 57),
        ("Ajax: Fischer 5, Lens 88.", "Fischer 5", 5),
        ("It fell to Fischer, in the fifth minute.", "Fischer, in the fifth minute", 5),
        ("Ozil (30) had the crowd up.", "Ozil (30", 30),
        ("A minute apart: Lens, on 48 minutes, from a yard.", "Lens, on 48 minutes", 48),
    ],
)
def test_a_man_beside_his_minute_is_a_telling_that_is_never_wrong_itself(text, words, minute):
    assert echoes(text) == [(words, minute, False)]


@pytest.mark.parametrize(
    ("text", "because"),
    [
        ("Mertens shot over in the 63rd minute.", "another minute"),
        ("In the 57th minute Strootman hit the bar.", "another man"),
        ("Lens and Mertens combined in the 57th minute.", "two men, and whose minute it is stays open"),
        ("Mertens was booked in the 57th minute.", "a card"),
        ("Fischer was replaced by Boerrigter after 5 minutes.", "a substitution"),
        ("The 57 fans who came saw Mertens.", "a number that is no minute"),
        ("PSV won 57-5 on corners with Mertens.", "figures of a score"),
        ("Mertens tried. In the 57th minute it rained.", "two sentences"),
        ("0-1 Fischer 5, Mertens 49.", "the minute of another man in a list"),
    ],
)
def test_what_is_no_telling(text, because):
    assert [e for e in echoes(text) if "Mertens" in e[0] or "booked" in text] == [], because


def test_what_the_reader_found_is_not_found_again():
    text = "Dries Mertens struck in the 57th minute."
    assert echoes(text, claim("Dries Mertens", 57, (0, 39))) == []


def test_what_one_report_hardly_tells_has_no_echo():
    doubtful = reading("the other report", claim("Dries Mertens", 57, (0, 1), weight=0.4))
    assert echoes("Mertens's gift in the 57th was the second.", other=doubtful) == []


def test_the_rest_of_a_run_of_scorers_are_goals_too_right_or_wrong():
    found = echoes("Fischer (5), Mertens (75) and Lens (49) had it done and dusted.")
    assert ("Mertens (75", 75.0, True) in found, "a wrong minute is a claim that can be called wrong"
    assert ("Fischer (5", 5.0, False) in found
    assert [e for e in echoes("Booked: Fischer (5), Mertens (75), Lens (49).") if e[2]] == [], "a run of cards"
    assert [e for e in echoes("Strootman (27), Toivonen (25) and Mertens (57) are out injured.") if e[2]] == [], "ages"
    nouns = echoes("Fischer traf (5.), dann Mertens (57) zur Mailänder Führung (61).")
    assert [e for e in nouns if "Führung" in e[0]] == [], "nobody of this name is known"


def test_a_report_without_a_match_is_known_by_two_goals_of_it():
    pairing = Pairing("Torino", "Lazio", 0.9, (0,))
    text = "Torino! Fischer (5). Then Mertens in the 57th minute. What a night."
    known = known_by_echo([OTHER, reading(text, clubs=None, no_match="it names no two clubs")], pairing, WEIGHTS)
    assert known[1].no_match is None
    assert known[1].clubs == ("Torino", "Lazio")
    assert all(found.echo for found in known[1].claims), "what its reader made of it is no ground to call it wrong"
    for other in ("Torino! Fischer (5) and nothing else.", "Fischer (5). Then Mertens in the 57th minute."):
        assert not known_by_echo([OTHER, reading(other, clubs=None, no_match="none")], pairing, WEIGHTS), other
    elsewhere = reading(text, clubs=("Torino", "Milan"), no_match="none")
    assert not known_by_echo([OTHER, elsewhere], pairing, WEIGHTS), "another match"


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("in the 57th minute", [57]),
        ("after 57 minutes", [57]),
        ("a 90+3 winner", [93]),
        ("with 13 minutes to go", [77]),
        ("in the twenty-second minute", [22]),
        ("a twenty-second delay", []),
        ("minute 84", [84]),
        ("3-1 after 2.30pm", []),
    ],
)
def test_minutes_in_words(words, minutes):
    assert [time.minute for time in times_told(words, (0, len(words))) if time.plainly] == minutes
