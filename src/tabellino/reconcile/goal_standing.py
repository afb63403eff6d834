"""How a goal claim stands to the record: which goal it tells of, if any."""

from __future__ import annotations

from collections.abc import Container, Hashable, Iterator, Sequence
from typing import Any

import msgspec

from tabellino.names.folding import fold
from tabellino.names.surnames import surname
from tabellino.reconcile.clocks import one_added_time
from tabellino.reconcile.corrections import corrected_scorer
from tabellino.reconcile.evidence import GoalClaim, minutes_apart
from tabellino.reconcile.goal_faults import GoalFaults
from tabellino.reconcile.quotes import (
    is_named_before,
    is_named_in,
    is_named_in_sentence,
    is_named_near,
    names_none_of,
    tells_minute,
)
from tabellino.reconcile.reasons import Words, figures, possessive, the_minute
from tabellino.reconcile.solve import Solved
from tabellino.reconcile.standing import MADE_BY, Fault, Standing, Told, unheld
from tabellino.reconcile.tellings import Tellings
from tabellino.reconcile.views import SAME_MINUTE, GoalView, at_time, is_complete, likeliest, with_score

NOTHING_FITS = "nothing in the record fits, and the reader is not sure that these words tell of a goal of this match"

#: Sources of a time that is told for its goal alone, not reckoned from another event's.
PLAIN_TIMES = ("exact", "rounded", "countdown")
#: Those that give the very minute.
TOLD_TIMES = ("exact", "countdown")

#: Reports that must name a goal's scorer before it is surely his.
ATTESTED = 2
#: Letters of initials.
INITIALS = 4
#: Faults in how a goal is told to have been scored and made.
MANNER = frozenset(("assist", "penalty", "open_play", "own_goal"))


class GoalJudge(msgspec.Struct):
    """Holds goal claims against the goals of the record. `carded` are the men who were shown a card."""

    solved: Solved
    goals: Sequence[GoalView]
    words: Words
    weights: dict[str, Any]
    tellings: Tellings
    faults: GoalFaults
    carded: Container[int] = ()

    def standing(self, told: Told, claim: GoalClaim) -> Standing:
        """How the claim stands."""
        if self._is_level_by(claim):
            return self._level_by(claim)
        goal = self._own_goal_retold(claim) or self.tellings.goal(claim)
        anchor = at_time(claim, self.goals, self.weights["minute"]["agrees"]) or with_score(claim, self.goals)
        if goal is None or self._names_another(claim, goal):
            return self._another_scorer(told, claim, anchor)
        fault = next(self.faults.of(told, claim, goal, anchor), None)
        # Words with the wrong minute or score may tell of no goal; those on how it was scored do, as he did score.
        weight = claim.weight if fault and fault.aspect not in MANNER else self._weight(claim, goal)
        aspects = frozenset(self._aspects(claim, goal))
        return Standing(("goal", goal.number), self._sure(goal, fault), weight, fault, aspects=aspects)

    def _sure(self, goal: GoalView, fault: Fault | None) -> float:
        """How sure the record is of what a claim of a goal is held against: what it did to the score rests on all the
        goals before it, too."""
        if fault is None or fault.aspect not in ("order", "score", "opener"):
            return goal.probability
        return min(g.probability for g in self.goals[: goal.number + 1])

    def _own_goal_retold(self, claim: GoalClaim) -> GoalView | None:
        """The opener that a claim names a man for, whose own goal it was, as the same report says elsewhere."""
        if "opener" not in claim.says.effects or not self.goals or claim.says.own_goal:
            return None
        first = self.goals[0]
        his = likeliest(claim)[0] == first.person
        return first if first.own_goal and his and self.faults.tells_own_goal(claim, first) else None

    # ---- what a claim tells ---------------------------------------------------------------------------------------

    def _aspects(self, claim: GoalClaim, goal: GoalView) -> Iterator[str]:
        says = claim.says
        if self._is_no_other(claim, goal):
            yield "this_goal"
        if likeliest(claim)[1] >= self.weights["claim"]["meant"]:
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
        if says.assist:
            yield "assist"
            yield f"{MADE_BY} {self.solved.people.find(claim.report, says.assist)}"
        yield from says.effects

    def _is_no_other(self, claim: GoalClaim, goal: GoalView) -> bool:
        """Whether the words tell of this goal and no other: by its minute, the score that it made or what it did to it,
        or because its scorer has no other goal."""
        time, (person, chance) = claim.says.time, likeliest(claim)
        if goal.person >= 0 and person != goal.person and chance >= self.weights["claim"]["meant"]:
            return False
        if time is not None and time.best is not None and goal.time is not None:
            return minutes_apart(time.best, goal.time) <= float(self.weights["minute"]["agrees"])
        if claim.says.score_after is not None and with_score(claim, self.goals) is goal:
            return True
        if sum(g.person == goal.person for g in self.goals) == 1:
            return True
        if self._is_his_nth(claim, goal):
            return True
        fitting = [g for g in self.goals if self.faults.does_what_is_told(claim, g)]
        return bool(claim.says.effects) and [g.number for g in fitting] == [goal.number]

    def _is_his_nth(self, claim: GoalClaim, goal: GoalView) -> bool:
        """Whether the words count this goal among its scorer's, in a report that tells as many of his as the record."""
        his = [g.number for g in self.goals if g.person == goal.person and not g.own_goal]
        told, nth = self.tellings.counted(claim.report, goal.person), claim.says.nth_of_player
        return nth is not None and his[nth - 1 : nth] == [goal.number] and told == len(his)

    def _weight(self, claim: GoalClaim, goal: GoalView) -> float:
        """How sure it is that the words tell of a goal, when their scorer did score, or they say by when it was level
        and it was."""
        doubt = 1.0 - claim.weight
        if claim.scorers.get(goal.person, 0.0) >= self.weights["claim"]["meant"] or self._is_level_by(claim):
            doubt *= self.weights["claim"]["corroborated"]
        return 1.0 - doubt

    def _names_another(self, claim: GoalClaim, goal: GoalView) -> bool:
        """Whether the words name somebody else than the goal's scorer."""
        weights = self.weights["claim"]
        if goal.person < 0 or not claim.scorers:
            return False
        his = claim.scorers.get(goal.person, 0.0)
        return bool(his < weights["not_meant"] and likeliest(claim)[1] >= weights["meant"])

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
            return Standing(("goal", goal.number), sure, self._weight(claim, goal), aspects=frozenset(("equaliser",)))
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
        person, chance = likeliest(claim)
        if person < 0 or chance < self.weights["claim"]["meant"]:
            return unheld(NOTHING_FITS)
        name = self.solved.people.known[person].name
        if anchor is None:
            return self._extra(told, claim, name, person)
        key: Hashable = ("goal", anchor.number)
        aspects = frozenset(self._aspects(claim, anchor))
        if anchor.own_goal != bool(claim.says.own_goal) or self._is_opponent(anchor):
            two_ways = f"{self.words.whose(anchor)} and as {possessive(name)}"
            reason = f"{self.words.which(anchor)} is told as {two_ways}: a difference of view"
            fault = Fault("scorer", reason, grave=False)
        elif self._may_be_another_goal(claim, anchor):
            which = self.words.which(anchor)
            return unheld(f"{which} may be another than the one told here: added time is counted differently")
        elif anchor.name is None or (
            not self._in_so_many_words(told, claim, anchor) and self._is_near(told, anchor.name)
        ):
            which = self.words.which(anchor)
            return unheld(f"{which} is told with two names, and the reader is not sure whose it is here")
        else:
            fault = self._wrong_scorer(told, claim, anchor, person)
        # A goal did fall in the minute told, so words that name a man and that minute tell of a goal.
        read = claim.weight >= self.weights["claim"]["read"]
        surely = read and fault.grave and self._in_so_many_words(told, claim, anchor)
        weight = 1.0 - (1.0 - claim.weight) * (self.weights["claim"]["corroborated"] if surely else 1.0)
        return Standing(key, anchor.probability, weight, fault, aspects=aspects)

    def _is_opponent(self, goal: GoalView) -> bool:
        """Whether a goal's scorer seems to play for the other side: an own goal, told without saying so."""
        towards = self.solved.people.known[goal.person].odds * (1 if goal.side == "home" else -1)
        return not goal.own_goal and goal.person >= 0 and towards < -float(self.weights["claim"]["opponent"])

    @staticmethod
    def _may_be_another_goal(claim: GoalClaim, anchor: GoalView) -> bool:
        """Whether a goal of added time lies a minute from the one told."""
        told, true = claim.says.time, anchor.time
        if told is None or told.best is None or true is None or not one_added_time(told.best, true):
            return False
        return minutes_apart(told.best, true) >= SAME_MINUTE

    def _wrong_scorer(self, told: Told, claim: GoalClaim, anchor: GoalView, person: int) -> Fault:
        """Another man than the goal's. Who scored at another time, and stands in words that the reader may have run
        together, takes more to deny."""
        name, chance = self.solved.people.known[person].name, likeliest(claim)[1]
        surely = (
            told.claim.block
            or self._in_so_many_words(told, claim, anchor)
            or all(goal.person != person for goal in self.goals)
        )
        return Fault(
            "scorer",
            self.words.goal(anchor),
            corrected_scorer(told.claim.quote, name, anchor.name or ""),
            grave=(surely or self.faults.names_him_alone(told, person)) and _is_told_here(told, claim, name),
            sure=chance if chance < self.weights["claim"]["named"] else 1.0,
            witnesses=1 if surely else int(self.weights["claim"]["many"]),
            instead=person,
            own_goal=bool(claim.says.own_goal),
            man=name,
        )

    def _is_near(self, told: Told, name: str) -> bool:
        return is_named_near(told, name, int(self.weights["claim"]["neighbourhood"]))

    def _in_so_many_words(self, told: Told, claim: GoalClaim, anchor: GoalView) -> bool:
        """Whether the words name one man and the minute of this goal, and nobody else, and do not run on from a
        sentence about its scorer: then the reader cannot have mixed up who scored when."""
        time, weights = claim.says.time, self.weights["claim"]
        person, chance = likeliest(claim)
        if time is None or time.best is None or time.source not in PLAIN_TIMES or chance < weights["named"]:
            return False
        others = (known.name for n, known in enumerate(self.solved.people.known) if n != person)
        name = self.solved.people.known[person].name
        before = fold(told.claim.quote).partition(fold(surname(name)))[0]
        if anchor.own_goal and is_named_in_sentence(told, anchor.name or ""):
            return False  # "Smith, under pressure from Jones, turned it into his own net"
        if not names_none_of(told, others) or not set(self.weights["manner"]["joints"]).isdisjoint(before.split()):
            return False
        if is_named_in(told, name):
            return not self._runs_on(told, name)
        return not is_named_before(told, anchor.name or "", int(weights["neighbourhood"]))

    @staticmethod
    def _runs_on(told: Told, name: str) -> bool:
        """Whether the words tell of the man what came before ("Etuhu had shot wide, the breakthrough came on 34
        minutes"), or go on to another matter ("half an hour in; Niang scored")."""
        if told.claim.block:
            return False
        words = fold(told.claim.quote)
        return ";" in words or f"{fold(surname(name))} had " in words

    def _plainly_tells(self, told: Told, claim: GoalClaim, person: int) -> bool:
        """Whether prose surely tells a man's goal at a minute, in a sentence that names none of the scorers."""
        time, named = claim.says.time, self.weights["claim"]["named"]
        if time is None or time.best is None or min(claim.weight, likeliest(claim)[1]) < named or claim.says.own_goal:
            return False
        scorers = {goal.name for goal in self.goals if goal.name is not None}
        named_alone = self.faults.names_him_alone(told, person)
        return named_alone and not any(is_named_in_sentence(told, name) for name in scorers)

    def _may_be(self, claim: GoalClaim, goal: GoalView) -> bool:
        """Whether a claim with another scorer may tell of a goal, by its side and time."""
        window, weights = claim.says.time, self.weights
        if claim.sides and claim.sides.get(goal.side, 0.0) < weights["claim"]["not_meant"]:
            return False
        return window is None or goal.time is None or window.allows(goal.time, weights["minute"]["far"])

    def _is_attested(self, goal: GoalView, claim: GoalClaim) -> bool:
        """Whether two other reports name the goal's scorer: what but one tells may be the wrong name itself."""
        tellers = {
            other.report
            for other in self.tellings.elsewhere(goal, claim.report)
            if other.scorers.get(goal.person, 0.0) >= self.weights["claim"]["meant"]
        }
        return len(tellers) >= ATTESTED

    def _tells_a_card(self, told: Told) -> bool:
        """Whether the words of a list have a card in them."""
        return not set(self.weights["card"]["words"]).isdisjoint(fold(told.claim.quote).split())

    def _extra(self, told: Told, claim: GoalClaim, name: str, person: int) -> Standing:
        """A goal that the record does not have."""
        if name.isupper() and len(name) <= INITIALS:  # a club's letters, as likely as a man's: "SEA -- Estevez 4"
            return unheld(NOTHING_FITS)
        if is_complete(self.solved, self.goals) and not any(goal.person == person for goal in self.goals):
            final = self.solved.best.score
            goals = f"the {sum(final)} goals of the {figures(final)} are others', and none is {possessive(name)}"
            reason = goals if sum(final) != 1 else f"the only goal of the {figures(final)} is not {possessive(name)}"
            chance = likeliest(claim)[1]
            sure = 1.0 if chance >= self.weights["claim"]["named"] else chance
            # Prose that names a man and a minute may tell of anything, unless it says what a goal did to the score; and
            # a line of a list with both may be of a card.
            if told.claim.block:
                surely = grave = person not in self.carded and not self._tells_a_card(told)
            else:
                surely = bool(claim.says.effects)
                grave = (surely and sure == 1.0) or self._plainly_tells(told, claim, person)
                grave = grave and told.reading.language in self.weights["claim"]["fitted"]
            grave = grave and all(self._is_attested(goal, claim) for goal in self.goals if self._may_be(claim, goal))
            witnesses = 2 if surely else int(self.weights["claim"]["many"])
            fault = Fault("extra", reason, grave=grave, sure=sure, witnesses=witnesses, instead=person)
            least = min(goal.probability for goal in self.goals) if self.goals else self.solved.score_probability()
            return Standing(("goals",), least, claim.weight, fault, aspects=frozenset(("scorer",)))
        return unheld(NOTHING_FITS)


def _is_told_here(told: Told, claim: GoalClaim, name: str) -> bool:
    """Whether the words themselves have the goal's minute, where it was reckoned from something else, or tell what the
    goal did; and the man by more than his initials ("SKD did the rest"), which may be anybody's."""
    time, says = claim.says.time, claim.says
    if name.isupper() and len(name) <= INITIALS:
        return False
    if told.claim.block or time is None or time.best is None or time.source in TOLD_TIMES or says.effects:
        return True
    return bool(says.penalty) or says.score_after is not None or tells_minute(told, time.best, countdown=True)
