"""What is wrong with how a claim tells a goal: as a penalty or none, as an own goal or none, and who made it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec

from tabellino.names.folding import fold
from tabellino.names.surnames import surname
from tabellino.reconcile.corrections import the_goal
from tabellino.reconcile.evidence import GoalClaim, minutes_apart
from tabellino.reconcile.incidents import Happening
from tabellino.reconcile.quotes import LONGEST, in_one_sentence, is_named_in, is_named_in_sentence, names_none_of
from tabellino.reconcile.reasons import Words
from tabellino.reconcile.solve import Solved
from tabellino.reconcile.standing import Fault, Told
from tabellino.reconcile.tellings import Tellings
from tabellino.reconcile.views import GoalView

#: Reports that must tell the manner the other way, among them the list of the claim's own: one alone may be wrong.
ENOUGH = 2


class _ToldAs(NamedTuple):
    """The reports that tell a goal as a penalty, and as an own goal."""

    penalty: set[int]
    own_goal: set[int]


class MannerFaults(msgspec.Struct):
    """Finds what the record has against how a claim tells a goal. `weights` are those of data/weights/verdicts.toml,
    `missed` the penalties that were missed, `texts` those of the reports of the match."""

    solved: Solved
    goals: Sequence[GoalView]
    words: Words
    weights: dict[str, Any]
    tellings: Tellings
    missed: Sequence[Happening] = ()
    texts: Mapping[int, str] = msgspec.field(default_factory=dict)
    _told_as: dict[int, _ToldAs] = msgspec.field(default_factory=dict)

    def of(self, told: Told, claim: GoalClaim, goal: GoalView) -> Iterator[Fault]:
        """What is wrong, gravest first."""
        others = self._sure(self.tellings.elsewhere(goal, claim.report))
        near = self._sure(self.tellings.near(goal, claim, 2 * LONGEST))
        mine = [c for c in near if in_one_sentence(told, c.claim.span)]
        told_as = self._how_told(goal)
        yield from self._no_penalty(told, claim, goal, others)
        yield from self._is_penalty(claim, goal, mine, told_as)
        yield from self._own_goal(told, claim, goal, mine, told_as)
        yield from self._no_own_goal(told, claim, goal, others)
        yield from self._assist(told, claim, goal, others)

    def _sure(self, claims: Iterable[GoalClaim]) -> list[GoalClaim]:
        """Those that the reader is sure of."""
        return [c for c in claims if c.weight >= self.weights["claim"]["read"]]

    def _how_told(self, goal: GoalView) -> _ToldAs:
        found = self._told_as.get(goal.number)
        if found is None:
            sure = self._sure(self.tellings.of(goal))
            penalty, own_goal = ({c.report for c in sure if getattr(c.says, what)} for what in ("penalty", "own_goal"))
            found = self._told_as[goal.number] = _ToldAs(penalty, own_goal)
        return found

    def _no_penalty(self, told: Told, claim: GoalClaim, goal: GoalView, others: Sequence[GoalClaim]) -> Iterator[Fault]:
        """A goal told as a penalty that nobody else tells so, whose scorer missed one, or which others tell scored from
        open play."""
        if not claim.says.penalty or any(c.says.penalty for c in others):
            return
        whose = self.words.whose(goal)
        if self._missed_just_then(claim, goal):
            yield Fault("penalty", f"{whose} penalty was saved or missed, and he scored after it")
        elif self._missed(claim, goal) or any(self._from_play(c) for c in others):
            yield Fault(
                "penalty", f"{self.words.which(goal)} was {whose}, and no penalty", grave=self._no_others(told, goal)
            )
        elif self._no_word_of_penalty(goal, others):
            reason, many = f"nobody else tells {whose} goal as a penalty", int(self.weights["claim"]["many"])
            yield Fault("penalty", reason, grave=told.claim.block and self._is_his(told, goal), witnesses=many)

    def _no_others(self, told: Told, goal: GoalView) -> bool:
        """Whether the words have the penalty in them, and no other scorer, whose it may have been."""
        words = fold(told.claim.quote)
        has_it = told.claim.block or any(word in words for word in self.weights["manner"]["penalty_words"])
        others = {g.name for g in self.goals if g.name is not None and g.person != goal.person}
        return has_it and names_none_of(told, others)

    def _is_his(self, told: Told, goal: GoalView) -> bool:
        others = {g.name for g in self.goals if g.name is not None and g.person != goal.person}
        return goal.name is not None and is_named_in(told, goal.name) and names_none_of(told, others)

    def _no_word_of_penalty(self, goal: GoalView, others: Sequence[GoalClaim]) -> bool:
        """Whether many others tell the goal, and none has a word of a penalty near it that the reader may miss."""
        words, reach = self.weights["manner"]["penalty_words"], int(self.weights["manner"]["penalty_reach"])
        silent = {c.report for c in others if c.scorers.get(goal.person, 0.0) >= self.weights["claim"]["named"]}
        for other in others:
            text, (start, end) = self.texts[other.report], other.claim.span
            near = fold(text[max(0, start - reach) : end + reach])
            silent -= {other.report} if any(word in near for word in words) else set()
        return len(silent) >= int(self.weights["claim"]["many"])

    def _missed_just_then(self, claim: GoalClaim, goal: GoalView) -> bool:
        reach = self.weights["minute"]["apart"]
        return any(
            h.time is not None and goal.time is not None and minutes_apart(h.time, goal.time) <= reach
            for h in self._missed(claim, goal)
        )

    def _missed(self, claim: GoalClaim, goal: GoalView) -> list[Happening]:
        """Penalties that the goal's scorer missed, as another report tells."""
        return [h for h in self.missed if h.person == goal.person and any(one.report != claim.report for one in h.told)]

    def _from_play(self, claim: GoalClaim) -> bool:
        """Whether a claim tells a manner that no penalty is scored in."""
        return not set(self.weights["manner"]["never_a_penalty"]).isdisjoint(claim.says.how)

    def _is_penalty(
        self, claim: GoalClaim, goal: GoalView, mine: Sequence[GoalClaim], told_as: _ToldAs
    ) -> Iterator[Fault]:
        """A penalty told as a goal from open play, which one other alone leaves open. Where a penalty was missed, a
        rebound may be meant by both."""
        if not self._from_play(claim) or any(c.says.penalty for c in mine) or self._missed(claim, goal):
            return
        if told_as.penalty - {claim.report}:
            grave = len(told_as.penalty) >= ENOUGH
            yield Fault("open_play", f"{self.words.whose(goal)} goal was a penalty", grave=grave)

    def _no_own_goal(
        self, told: Told, claim: GoalClaim, goal: GoalView, others: Sequence[GoalClaim]
    ) -> Iterator[Fault]:
        """A goal of a man for his own side told as an own goal of his: he plays for those whom it counts for."""
        if not claim.says.own_goal or goal.own_goal or goal.person < 0 or any(c.says.own_goal for c in others):
            return
        his_side = self.solved.people.known[goal.person].odds * (1 if goal.side == "home" else -1)
        named = claim.scorers.get(goal.person, 0.0) >= self.weights["claim"]["named"]
        if named and his_side >= self.weights["manner"]["plays_for"] and self._is_his(told, goal):
            reason = f"{self.words.goal(goal)}, scored for his own side"
            plainly = self._says_own_goal(told)  # "in off Smith" is a difference of view
            yield Fault("no_own_goal", reason, the_goal(self.words, goal), grave=plainly, witnesses=ENOUGH)

    def _own_goal(
        self, told: Told, claim: GoalClaim, goal: GoalView, mine: Sequence[GoalClaim], told_as: _ToldAs
    ) -> Iterator[Fault]:
        """An own goal told as a goal of his for the other side, in words that leave no other way to read it."""
        if not goal.own_goal or goal.person < 0 or claim.says.own_goal or told.claim.block:
            return
        his = claim.scorers.get(goal.person, 0.0) >= self.weights["claim"]["named"]
        if not his or self._says_own_goal(told) or any(c.says.own_goal for c in mine) or not self._from_play(claim):
            return
        if len(told_as.own_goal) >= ENOUGH:
            yield Fault("own_goal", f"{self.words.which(goal)} was {self.words.whose(goal)} goal")

    def _says_own_goal(self, told: Told) -> bool:
        """Whether the words have any of own goals."""
        return not set(self.weights["manner"]["own_goal_words"]).isdisjoint(fold(told.claim.quote).split())

    def _assist(self, told: Told, claim: GoalClaim, goal: GoalView, others: Sequence[GoalClaim]) -> Iterator[Fault]:
        """Another man than two others name as the one who made the goal, where nobody else names him."""
        if claim.says.assist is None or goal.own_goal:
            return
        people = self.solved.people
        told_by: dict[int, set[int]] = defaultdict(set)
        for other in others:
            if other.says.assist is not None:
                told_by[people.find(other.report, other.says.assist)].add(other.report)
        mine = people.find(claim.report, claim.says.assist)
        right = max(told_by, key=lambda person: len(told_by[person]), default=mine)
        if right in (mine, goal.person) or mine in told_by or len(told_by[right]) < ENOUGH:
            return
        name = people.known[right].name
        correction = told.claim.quote.replace(surname(claim.says.assist), surname(name))
        yield Fault(
            "assist",
            f"{name} made {self.words.which(goal)}",
            correction if correction != told.claim.quote else name,
            grave=not is_named_in_sentence(told, name),
            witnesses=ENOUGH,
        )
