"""How a goal claim stands to the record: which goal it tells of, and what it has wrong."""

from __future__ import annotations

from collections.abc import Container, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from tabellino.domain.clock import Minute
from tabellino.names.folding import fold
from tabellino.reconcile.clocks import minutes_off
from tabellino.reconcile.corrections import corrected_minute, corrected_score, corrected_scorer, the_goal
from tabellino.reconcile.evidence import GoalClaim, minutes_apart, order_fit
from tabellino.reconcile.incidents import Happening
from tabellino.reconcile.reasons import Words, figures, possessive, surname, the_minute
from tabellino.reconcile.solve import Solved
from tabellino.reconcile.standing import Fault, Standing, Told, unheld
from tabellino.reconcile.views import GoalView, at_time, goal_of, with_score

NOTHING_FITS = "nothing in the record fits, and the reader is not sure that these words tell of a goal of this match"


@dataclass(slots=True)
class GoalJudge:
    """Holds goal claims against the goals of the record. `offsets` are the clocks of the reports, `missed` the
    penalties that were missed, `carded` the men who were shown a card."""

    solved: Solved
    goals: Sequence[GoalView]
    words: Words
    weights: dict[str, Any]
    offsets: dict[int, int]
    missed: Sequence[Happening] = ()
    carded: Container[int] = ()

    def standing(self, told: Told, claim: GoalClaim) -> Standing:
        """How the claim stands."""
        if self._is_level_by(claim):
            return self._level_by(claim)
        goal = goal_of(self.solved, claim, self.goals)
        anchor = at_time(claim, self.goals, self.weights["minute"]["agrees"]) or with_score(claim, self.goals)
        if goal is None or self._names_another(claim, goal):
            return self._another_scorer(told, claim, anchor)
        fault = next(self._faults(told, claim, goal, anchor), None)
        weight = claim.weight if fault else self._weight(claim, goal)
        return Standing(("goal", goal.number), goal.probability, weight, fault, aspects=frozenset(self._aspects(claim)))

    # ---- what a claim tells ---------------------------------------------------------------------------------------

    def _aspects(self, claim: GoalClaim) -> Iterator[str]:
        says = claim.says
        if self._top(claim)[1] >= self.weights["claim"]["meant"]:
            yield "scorer"
        if says.time is not None and says.time.best is not None:
            yield "minute"
        if claim.sides:
            yield "side"
        if says.score_after is not None:
            yield "score"
        if says.own_goal:
            yield "own_goal"
        if says.penalty:
            yield "penalty"
        yield from says.effects

    def _top(self, claim: GoalClaim) -> tuple[int, float]:
        """Whom the words most likely mean, and how likely; -1 for nobody named."""
        named = {person: chance for person, chance in claim.scorers.items() if person >= 0}
        person = max(named, key=lambda p: named[p], default=-1)
        return person, named.get(person, 0.0)

    def _weight(self, claim: GoalClaim, goal: GoalView) -> float:
        """How sure it is that the words tell of a goal, when their scorer did score."""
        doubt = 1.0 - claim.weight
        if claim.scorers.get(goal.person, 0.0) >= self.weights["claim"]["meant"]:
            doubt *= self.weights["claim"]["corroborated"]
        return 1.0 - doubt

    def _names_another(self, claim: GoalClaim, goal: GoalView) -> bool:
        """Whether the words name somebody else than the goal's scorer."""
        weights = self.weights["claim"]
        if goal.person < 0 or not claim.scorers:
            return False
        his = claim.scorers.get(goal.person, 0.0)
        return bool(his < weights["not_meant"] and self._top(claim)[1] >= weights["meant"])

    # ---- claims of a level score by some minute -------------------------------------------------------------------

    @staticmethod
    def _is_level_by(claim: GoalClaim) -> bool:
        time = claim.says.time
        return "equaliser" in claim.says.effects and time is not None and time.source == "bound" and time.best is None

    def _level_by(self, claim: GoalClaim) -> Standing:
        """ "Level by the 32nd minute": right when an equaliser came by then, whoever scored it."""
        window = claim.says.time
        assert window is not None
        slack = self.weights["minute"]["agrees"]
        equalisers = [goal for goal in self.goals if goal.after[0] == goal.after[1]]
        in_time = [goal for goal in equalisers if goal.time is not None and window.allows(goal.time, slack)]
        if in_time:
            goal = in_time[-1]
            sure = self._sure_of_level(goal, window.latest + slack)
            return Standing(("goal", goal.number), sure, claim.weight, aspects=frozenset(("equaliser",)))
        if any(goal.time is None for goal in self.goals):
            return unheld("the minutes of the goals are not known well enough to tell the score at that time")
        return Standing(None, 1.0, claim.weight, self._never_level(equalisers, window.latest))

    def _sure_of_level(self, goal: GoalView, latest: float) -> float:
        """How sure it is that the score was level by then: where the record's best rival, without this goal, has
        another equaliser in time, most doubt about the goal is about its scorer."""
        rival = self.solved.without.get(goal.number)
        home = away = 0
        for entry in rival.goals if rival is not None else ():
            home, away = home + (entry.hypothesis.side == "home"), away + (entry.hypothesis.side == "away")
            if home == away and entry.hypothesis.time is not None and entry.hypothesis.time <= latest:
                return 1.0 - (1.0 - goal.probability) * float(self.weights["claim"]["level_doubt"])
        return goal.probability

    def _never_level(self, equalisers: Sequence[GoalView], latest: float) -> Fault:
        if not equalisers:
            return Fault("level", "neither side equalised in this match", grave=False)
        first = equalisers[0]
        reason = f"{self.words.goal(first)}, so the score was not level by {the_minute(latest)}"
        return Fault("level", reason, grave=False)

    # ---- another scorer -------------------------------------------------------------------------------------------

    def _another_scorer(self, told: Told, claim: GoalClaim, anchor: GoalView | None) -> Standing:
        """A claim that names a scorer whom the record does not have there."""
        person, chance = self._top(claim)
        if person < 0 or chance < self.weights["claim"]["meant"]:
            return unheld(NOTHING_FITS)
        name = self.solved.people.known[person].name
        if anchor is None:
            return self._extra(told, claim, name, person)
        key: Hashable = ("goal", anchor.number)
        aspects = frozenset(self._aspects(claim))
        if anchor.own_goal or claim.says.own_goal:
            two_ways = f"{self.words.whose(anchor)} and as {possessive(name)}"
            reason = f"{self.words.which(anchor)} is told as {two_ways}: a difference of view"
            fault = Fault("scorer", reason, grave=False)
        elif anchor.name is None or self._right_name_near(told, anchor.name):
            which = self.words.which(anchor)
            return unheld(f"{which} is told with two names, and the reader is not sure whose it is here")
        else:
            correction = corrected_scorer(told.claim.quote, name, anchor.name)
            sure = chance if chance < self.weights["claim"]["named"] else 1.0
            grave = told.claim.block or all(goal.person != person for goal in self.goals)
            fault = Fault("scorer", self.words.goal(anchor), correction, grave=grave, sure=sure)
        return Standing(key, anchor.probability, claim.weight, fault, aspects=aspects)

    def _extra(self, told: Told, claim: GoalClaim, name: str, person: int) -> Standing:
        """A goal that the record does not have."""
        if self._complete() and not any(goal.person == person for goal in self.goals):
            final = self.solved.best.score
            reason = f"the {sum(final)} goals of the {figures(final)} are others', and none is {possessive(name)}"
            chance = self._top(claim)[1]
            sure = 1.0 if chance >= self.weights["claim"]["named"] else chance
            # Prose that names a man and a minute may tell of anything, unless it says what a goal did to the score; and
            # a line of a list with both may be of a card.
            grave = bool(claim.says.effects) or (told.claim.block and person not in self.carded)
            fault = Fault("extra", reason, grave=grave, sure=sure, witnesses=2)
            least = min(goal.probability for goal in self.goals) if self.goals else self.solved.score_probability()
            return Standing(("goals",), least, claim.weight, fault, aspects=frozenset(("scorer",)))
        return unheld(NOTHING_FITS)

    def _complete(self) -> bool:
        return len(self.goals) == sum(self.solved.best.score) and all(goal.person >= 0 for goal in self.goals)

    def _right_name_near(self, told: Told, name: str) -> bool:
        """Whether the right scorer stands beside the claim: then the reader, not the writer, took the wrong name."""
        if told.claim.block:
            return False
        reach = int(self.weights["claim"]["neighbourhood"])
        start, end = told.claim.span
        return fold(surname(name)) in fold(told.reading.report.text[max(0, start - reach) : end + reach])

    # ---- what is wrong --------------------------------------------------------------------------------------------

    def _faults(self, told: Told, claim: GoalClaim, goal: GoalView, anchor: GoalView | None) -> Iterator[Fault]:
        """What is wrong with a claim of this goal, gravest first."""
        yield from self._wrong_order(told, claim, goal)
        yield from self._wrong_count(claim, goal)
        yield from self._wrong_side(claim, goal)
        yield from self._wrong_minute(told, claim, goal, anchor)
        yield from self._wrong_score(told, claim, goal)
        yield from self._no_penalty(claim, goal)
        if bool(claim.says.own_goal) != goal.own_goal and "scorer" in set(self._aspects(claim)):
            reason = f"{self.words.goal(goal)}; here it is told the other way: a difference of view"
            yield Fault("own_goal", reason, grave=False)

    def _wrong_order(self, told: Told, claim: GoalClaim, goal: GoalView) -> Iterator[Fault]:
        """An opener that was none: the goal that did open the scoring speaks for itself. Who opened the account of his
        own side, when no side is told, may be meant so."""
        if "opener" not in claim.says.effects or not self.goals:
            return
        first = self.goals[0]
        other_side = claim.sides.get(first.side, 1.0 if not claim.sides else 0.0) < self.weights["claim"]["not_meant"]
        if goal.number != 0 or other_side:
            own_first = not claim.sides and all(g.side != goal.side for g in self.goals[: goal.number])
            grave = other_side or not (own_first or self._right_name_near(told, first.name or ""))
            yield Fault("opener", self.words.goal(first), the_goal(self.words, first), grave=grave)

    def _told_in_order(self, claim: GoalClaim, goal: GoalView) -> bool:
        """Whether what the goal is told to have done fits it: where it does not, the reader ran two goals together."""
        return order_fit(self.solved.weights["goal"], claim.says, goal.hypothesis, goal.before) == 1.0

    def _wrong_side(self, claim: GoalClaim, goal: GoalView) -> Iterator[Fault]:
        weights = self.weights["claim"]
        told = max(claim.sides, key=lambda side: claim.sides[side], default=None)
        if told is None or told == goal.side or claim.sides[told] < weights["side"]:
            return
        sure = claim.sides[told]
        by_whom = "by an opponent" if goal.own_goal else f"by a player of {self.words.clubs[goal.side]}"
        reason = f"{self.words.goal(goal)}" if goal.own_goal else f"{self.words.goal(goal)}, scored {by_whom}"
        grave = sure >= weights["named"] and self._told_in_order(claim, goal)
        yield Fault("side", reason, the_goal(self.words, goal), grave=grave, sure=sure)

    def _wrong_minute(self, told: Told, claim: GoalClaim, goal: GoalView, anchor: GoalView | None) -> Iterator[Fault]:
        window, weights = claim.says.time, self.weights["minute"]
        if window is None or goal.time is None:
            return
        off = minutes_off(window, goal.time, self.offsets.get(claim.report, 0))
        least = weights["agrees"] if window.best is not None else weights["apart"]
        if off <= least:
            return
        whose = f"{self.words.whose(goal)} goal" if goal.name else f"the goal for {figures(goal.after)}"
        right = f"in {the_minute(goal.time)}"
        correction = right if window.best is None else corrected_minute(told.claim.quote, window.best, goal.time)
        grave = self._surely_told(told, claim, goal, anchor, off)
        yield Fault(
            "minute", f"{whose} came {right}", correction, grave, witnesses=int(weights["witnesses"]), told=window.best
        )

    def _surely_told(self, told: Told, claim: GoalClaim, goal: GoalView, anchor: GoalView | None, off: float) -> bool:
        """Whether a minute so far off is what the words say, and no slip of the reader."""
        window, weights = claim.says.time, self.weights["minute"]
        if window is None or goal.time is None or not self._told_in_order(claim, goal):
            return False
        if window.best is None:
            return bool(off >= weights["far"])
        # "The third minute of added time" is easily read as the third minute, or as that of the other half.
        added = _added(goal.time)
        if window.source not in ("exact", "countdown") or (added and added in (window.best, _added(window.best))):
            return False
        misread = anchor is not None and anchor.number != goal.number
        return bool(told.claim.block or (off > weights["apart"] and not misread))

    def _wrong_count(self, claim: GoalClaim, goal: GoalView) -> Iterator[Fault]:
        """ "His hat-trick" of a man who scored two. "His second" or "twice" as often counts something else."""
        told = claim.says.nth_of_player
        scored = sum(g.person == goal.person and not g.own_goal for g in self.goals)
        if told is None or told <= scored or goal.person < 0 or not self._complete():
            return
        times = {1: "once", 2: "twice"}.get(scored, f"{scored} times")
        sure = min(g.probability for g in self.goals) / goal.probability
        yield Fault("count", f"{goal.name} scored {times}", grave=told > 2, sure=min(1.0, sure))

    def _no_penalty(self, claim: GoalClaim, goal: GoalView) -> Iterator[Fault]:
        """A goal told as a penalty whose scorer missed one just then: he scored from the rebound."""
        if not claim.says.penalty or goal.time is None:
            return
        reach = self.weights["minute"]["apart"]
        saved = any(
            h.person == goal.person and h.time is not None and minutes_apart(h.time, goal.time) <= reach
            for h in self.missed
            if any(one.report != claim.report for one in h.told)
        )
        others = (c for c in self.solved.goal_claims if c.report != claim.report and c.says.penalty)
        if saved and not any(goal_of(self.solved, other, self.goals) is goal for other in others):
            yield Fault("penalty", f"{self.words.whose(goal)} penalty was saved or missed, and he scored after it")

    def _wrong_score(self, told: Told, claim: GoalClaim, goal: GoalView) -> Iterator[Fault]:
        score = claim.says.score_after
        if score is None or not self._complete():
            return
        mine_first = goal.after if goal.side == "home" else goal.after[::-1]
        ways = {mine_first} if claim.says.score_order == "team" else {mine_first, mine_first[::-1]}
        if score in ways or (score[::-1] in ways and claim.says.score_order != "home"):
            return
        reason = f"{self.words.whose(goal)} goal made it {figures(goal.after)}" if goal.name else self.words.goal(goal)
        right = mine_first if claim.says.score_order == "team" else goal.after
        yield Fault("score", reason, corrected_score(told.claim.quote, score, right))


def _added(position: float) -> int | None:
    return Minute.at(position).added_time
