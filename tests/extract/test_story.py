"""How goals were scored and made, which match it was, and what is somebody's judgement: read out of sentences."""

from __future__ import annotations

import datetime

import pytest

from tabellino.domain.claim import FactSays, GoalSays, OpinionSays
from tabellino.domain.report import Report
from tabellino.extract.reader import read_report

HEAD = "Fulham beat Everton 2-1 at Craven Cottage on Saturday.\n\n"
SUNDAY = datetime.date(2012, 11, 4)


def claims_of(text, kind, head=HEAD, date=SUNDAY):
    reading = read_report(Report(head + text, "text", date=date))
    return [claim for claim in reading.claims if isinstance(claim.says, kind)]


@pytest.mark.parametrize(
    ("text", "how", "assist"),
    [
        ("Steve Sidwell headed in Bryan Ruiz's corner after 12 minutes.", {"header"}, "Bryan Ruiz"),
        ("Dimitar Berbatov scored with a left-footed volley on 30 minutes.", {"left foot", "volley"}, None),
        ("Berbatov scored from 25 yards in the 30th minute.", {"from outside the area"}, None),
        ("Berbatov scored from six yards in the 30th minute.", {"from close range"}, None),
        ("Berbatov scored from 12 metres in the 30th minute.", set(), None),
        ("Hugo Rodallega was set up by Kerim Frei and scored in the 30th minute.", set(), "Kerim Frei"),
        ("Rodallega equalised on 55 minutes with a deflected shot.", {"deflected"}, None),
        ("Damien Duff curled a free-kick into the net in the 70th minute.", {"free-kick"}, None),
    ],
)
def test_how_a_goal_was_scored_and_who_made_it(text, how, assist):
    goals = claims_of(text, GoalSays)
    told = {word for claim in goals for word in claim.says.how}
    assert told == how
    assert {claim.says.assist for claim in goals} - {None} == ({assist} if assist else set())


def test_each_of_two_goals_of_a_sentence_keeps_its_own_manner():
    text = "Steve Sidwell headed the opener after 12 minutes and Hugo Rodallega scored a second with a volley on 50."
    told = {max(c.says.scorer, key=lambda one: one.weight).value: c.says.how for c in claims_of(text, GoalSays)}
    assert told["Steve Sidwell"] == ("header",)
    assert told["Hugo Rodallega"] == ("volley",)


def test_nobody_makes_his_own_goal():
    goals = claims_of("Sidwell's corner was cleared before Sidwell scored in the 20th minute.", GoalSays)
    assert all(claim.says.assist is None for claim in goals)


@pytest.mark.parametrize(
    ("remark", "head", "date", "field", "value"),
    [
        ("a weekday, counted back", HEAD, SUNDAY, "date", "2012-11-03"),
        ("a weekday on its own day", HEAD, datetime.date(2012, 11, 3), "date", "2012-11-03"),
        ("a date in full", "Fulham 2-1 Everton, 3 November 2012\n", None, "date", "2012-11-03"),
        ("the American way", "Fulham beat Everton 2-1 on November 3, 2012.\n", None, "date", "2012-11-03"),
        ("a byline without a year", "LONDON, Nov 3 - Fulham beat Everton 2-1.\n", None, "date", "--11-03"),
        ("a byline in a dated report", "LONDON, Nov 3 - Fulham beat Everton 2-1.\n", SUNDAY, "date", "2012-11-03"),
        ("the ground", HEAD, SUNDAY, "venue", "Craven Cottage"),
        ("the league", "Fulham beat Everton 2-1 in the Premier League.\n", SUNDAY, "competition", "Premier League"),
    ],
)
def test_which_match_it_was(remark, head, date, field, value):
    facts = claims_of("Steve Sidwell scored in the 90th minute.", FactSays, head, date)
    assert value in {claim.says.value for claim in facts if claim.says.field == field}, remark


def test_no_day_is_invented_without_a_date_to_count_from():
    assert [c for c in claims_of("Sidwell scored.", FactSays, date=None) if c.says.field == "date"] == []


def test_another_country_s_league_weighs_next_to_nothing():
    facts = claims_of("Berbatov, once of the Bundesliga, scored. The Premier League side won.", FactSays)
    weights = {claim.says.value: claim.weight for claim in facts if claim.says.field == "competition"}
    assert weights["Bundesliga"] < 0.2 < weights["Premier League"]


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Critics argued that the red card for Phil Neville was harsh; the referee saw it well.", "critics"),
        ("According to pundits the second yellow was soft.", "pundits"),
        ("The dismissal looked harsh, but the referee had no doubt.", None),
    ],
)
def test_judgements_have_their_holder(text, holder):
    (claim,) = claims_of(text, OpinionSays)
    assert (claim.says.holder, claim.manner) == (holder, "opinion")


def test_a_card_within_a_judgement_is_no_fact():
    reading = read_report(Report(HEAD + "Critics argued that the second yellow card for Phil Neville was harsh."))
    assert {claim.manner for claim in reading.claims if claim.kind == "card"} == {"opinion"}
