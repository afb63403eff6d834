"""What is wrong with a claim that tells of a goal of the record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from tabellino.domain.claim import Effect
from tabellino.domain.clock import Minute, TimeWindow
from tabellino.names.people import name_words
from tabellino.reconcile.clocks import by_half, minutes_off, one_added_time
from tabellino.reconcile.corrections import corrected_minute, corrected_score, the_goal
from tabellino.reconcile.evidence import GoalClaim, order_fit
from tabellino.reconcile.manner_faults import MannerFaults
from tabellino.reconcile.quotes import has_minute, is_named_in, is_named_near, names_none_of, tells_minute
from tabellino.reconcile.reasons import Words, figures, the_minute
from tabellino.reconcile.solve import Solved
from tabellino.reconcile.standing import Fault, Told
from tabellino.reconcile.tellings import Tellings
from tabellino.reconcile.unread import another_minute, another_score, another_total, word_for_lead
from tabellino.reconcile.views import GoalView, is_complete, likeliest

#: A report that is so sure of its host means him by "the hosts".
HOST_BELIEVED = 0.7
#: Minutes that a time counted back to the end of the other half is off.
HALF = 45.0


class GoalFaults(msgspec.Struct):
    """Finds what the record has against a claim of one of its goals. `offsets` are the clocks of the reports, `manner`
    finds what is wrong with how it was scored."""

    solved: Solved
    goals: Sequence[GoalView]
    words: Words
    weights: dict[str, Any]
    offsets: dict[int, int]
    tellings: Tellings
    manner: MannerFaults

    def of(self, told: Told, claim: GoalClaim, goal: GoalView, anchor: GoalView | None) -> Iterator[Fault]:
        """What is wrong with a claim of this goal, gravest first."""
        yield from self._wrong_order(told, claim, goal)
        yield from self._wrong_effect(told, claim, goal)
        yield from self._wrong_count(told, claim, goal)
        yield from self._wrong_side(told, claim, goal)
        yield from self._wrong_minute(told, claim, goal, anchor)
        yield from self._wrong_score(told, claim, goal)
        yield from self.manner.of(told, claim, goal)
        told_otherwise = bool(claim.says.own_goal) != goal.own_goal and not self.tells_own_goal(claim, goal)
        if told_otherwise and likeliest(claim)[1] >= self.weights["claim"]["meant"]:
            reason = f"{self.words.goal(goal)}; here it is told the other way: a difference of view"
            yield Fault("own_goal", reason, grave=False)
        yield from self._unread(told, claim, goal)

    def _unread(self, told: Told, claim: GoalClaim, goal: GoalView) -> Iterator[Fault]:
        """A minute, a number of goals or a score that the words have and the reader did not take for the goal's."""
        if claim.says.time is None and goal.time is not None:
            minute = another_minute(told.claim.quote, goal.time, self.weights["minute"]["agrees"])
            if minute is not None:
                yield Fault(
                    "minute", f"the words have another minute ({minute}) than {the_minute(goal.time)}", grave=False
                )
        if "lead" in claim.says.effects and goal.after[0] == goal.after[1] and is_complete(self.solved, self.goals):
            word = word_for_lead(told.claim.quote, self.weights["claim"]["leads"])
            if word is not None:
                reason = f"{self.words.goal(goal)}; the words have {word!r}"
                yield Fault("order", reason, grave=False)
        if claim.says.nth_of_player is not None and goal.person >= 0:
            scored = sum(g.person == goal.person and not g.own_goal for g in self.goals)
            complete = is_complete(self.solved, self.goals)
            word = another_total(told.claim.quote, scored, complete, self.weights["totals"])
            if word is not None:
                yield Fault("count", f"{goal.name} scored {scored} goals; the words have {word!r}", grave=False)
        if claim.says.score_after is None and is_complete(self.solved, self.goals):
            final = self.solved.best.score
            figure = another_score(told.claim.quote, {final, *(g.before for g in self.goals)})
            if figure is not None:
                yield Fault("score", f"the words have {figure}; the match ended {self.words.score(final)}", grave=False)

    def tells_own_goal(self, claim: GoalClaim, goal: GoalView) -> bool:
        """Whether a report that tells an own goal here without saying so says so elsewhere."""
        return goal.own_goal and any(other.says.own_goal for other in self.tellings.in_report(goal, claim.report))

    def _wrong_order(self, told: Told, claim: GoalClaim, goal: GoalView) -> Iterator[Fault]:
        """An opener that was none: the goal that did open the scoring speaks for itself. Who opened the account of his
        own side, when no side is told, may be meant so."""
        if "opener" not in claim.says.effects or not self.goals:
            return
        first = self.goals[0]
        other_side = claim.sides.get(first.side, 1.0 if not claim.sides else 0.0) < self.weights["claim"]["not_meant"]
        if goal.number != 0 or other_side:
            own_first = not claim.sides and all(g.side != goal.side for g in self.goals[: goal.number])
            grave = other_side or not (own_first or self._is_near(told, first.name or ""))
            right, his_own = the_goal(self.words, first), first.own_goal and likeliest(claim)[0] == first.person
            yield Fault("opener", self.words.goal(first), right, grave=grave, alone=his_own)

    def _wrong_effect(self, told: Told, claim: GoalClaim, goal: GoalView) -> Iterator[Fault]:
        """An equaliser, a second or a first goal back that was none, told of the goal's scorer and nobody else, where
        he whose goal it was stands nowhere near."""
        if goal.person < 0 or not is_complete(self.solved, self.goals) or likeliest(claim)[0] != goal.person:
            return
        if any(self._is_effect_of(claim, effect, goal) for effect in claim.says.effects):
            return  # "pulled one back" may tell of an equaliser, too
        for effect in claim.says.effects:
            if effect not in ("equaliser", "lead", "doubles", "reduces"):
                continue
            right = [g for g in self.goals if self._is_effect_of(claim, effect, g)]
            beside = len(told.claim.quote) <= int(self.weights["claim"]["beside"])  # his name and the words, no more
            near = any(g.person == goal.person or (not beside and self._is_near(told, g.name or "")) for g in right)
            surely = likeliest(claim)[1] >= self.weights["claim"]["named"]
            grave = surely and not near and self.names_him_alone(told, goal.person)
            correction = the_goal(self.words, goal)
            yield Fault("order", self.words.goal(goal), correction, grave=grave, witnesses=2, instead=effect)

    def _is_effect_of(self, claim: GoalClaim, effect: Effect, goal: GoalView) -> bool:
        only = msgspec.structs.replace(claim.says, effects=(effect,), score_after=None, nth_of_team=None)
        return order_fit(self.solved.weights["goal"], only, goal.hypothesis, goal.before) == 1.0

    def does_what_is_told(self, claim: GoalClaim, goal: GoalView) -> bool:
        """Whether a goal did to the score what the words tell."""
        return order_fit(self.solved.weights["goal"], claim.says, goal.hypothesis, goal.before) == 1.0

    def names_him_alone(self, told: Told, person: int) -> bool:
        """Whether the words name a man and none of the match's scorers besides."""
        people = self.solved.people.known
        others = {people[goal.person].name for goal in self.goals if goal.person not in (-1, person)}
        return is_named_in(told, people[person].name) and names_none_of(told, others)

    def _is_near(self, told: Told, name: str) -> bool:
        return is_named_near(told, name, int(self.weights["claim"]["neighbourhood"]))

    def _of_one_goal(self, claim: GoalClaim, goal: GoalView) -> bool:
        """Whether the man named and what the goal is told to have done fit it: where one does not, the reader ran two
        goals together."""
        person, chance = likeliest(claim)
        if person != goal.person and goal.person >= 0 and chance >= self.weights["claim"]["meant"]:
            return False
        return order_fit(self.solved.weights["goal"], claim.says, goal.hypothesis, goal.before) == 1.0

    def _wrong_side(self, told: Told, claim: GoalClaim, goal: GoalView) -> Iterator[Fault]:
        weights = self.weights["claim"]
        side = max(claim.sides, key=lambda side: claim.sides[side], default=None)
        if side is None or side == goal.side or claim.sides[side] < weights["side"]:
            return
        sure = claim.sides[side]
        by_whom = "by an opponent" if goal.own_goal else f"by a player of {self.words.clubs[goal.side]}"
        reason = f"{self.words.goal(goal)}" if goal.own_goal else f"{self.words.goal(goal)}, scored {by_whom}"
        # Words that name nobody ("were 2-1 ahead") may tell of another goal than the one with their minute.
        surely = min(sure, likeliest(claim)[1]) >= weights["named"]
        grave = surely and self._of_one_goal(claim, goal) and not self._turns_the_sides(told)
        yield Fault("side", reason, the_goal(self.words, goal), grave=grave, sure=sure)

    def _turns_the_sides(self, told: Told) -> bool:
        """Whether a report takes the visitors for the hosts: then "the visitors" are others to it."""
        clubs = told.reading.clubs
        return clubs is not None and clubs[0] != self.solved.pairing.home and told.reading.home >= HOST_BELIEVED

    def _wrong_minute(self, told: Told, claim: GoalClaim, goal: GoalView, anchor: GoalView | None) -> Iterator[Fault]:
        window, weights = claim.says.time, self.weights["minute"]
        if window is None or goal.time is None:
            return
        off = minutes_off(window, goal.time, self.offsets.get(claim.report, 0))
        least = weights["agrees"] if window.best is not None else weights["apart"]
        if off <= least or (not claim.says.own_goal and self.tells_own_goal(claim, goal)):
            return  # of an own goal that is told again the report's first telling has the minute
        whose = f"{self.words.whose(goal)} goal" if goal.name else f"the goal for {figures(goal.after)}"
        right = f"in {the_minute(goal.time)}"
        correction = right if window.best is None else corrected_minute(told.claim.quote, window.best, goal.time)
        if window.best is not None and by_half(window.best, goal.time):
            yield Fault(
                "minute", f"{whose} came {right}, which is that minute of the second half", correction, grave=False
            )
            return
        surely = self._surely_told(told, claim, goal, anchor, off)
        grave = (surely or self._plainly_told(told, claim, goal, off)) and self._stands_there(told, window, goal)
        witnesses = int(weights["witnesses"] if surely else self.weights["claim"]["many"])
        yield Fault(
            "minute", f"{whose} came {right}", correction, grave, witnesses=witnesses, told=window.best, right=goal.time
        )

    def _stands_there(self, told: Told, window: TimeWindow, goal: GoalView) -> bool:
        """Whether the words themselves have the wrong minute and not the right one: what was read from further away may
        be another event's."""
        if told.claim.block or window.best is None or goal.time is None:
            return True
        read = tells_minute(told, window.best, window.source == "countdown")
        return read and not has_minute(told.claim.quote, goal.time)

    def _plainly_told(self, told: Told, claim: GoalClaim, goal: GoalView, off: float) -> bool:
        """Whether a minute stands in words that name its goal's scorer and none besides, and were read from no further
        away: so it is his, even where another goal fell then."""
        window, weights = claim.says.time, self.weights
        if window is None or window.best is None or window.source != "exact" or off <= weights["minute"]["apart"]:
            return False
        if goal.person < 0 or claim.scorers.get(goal.person, 0.0) < weights["claim"]["named"]:
            return False
        figures_ = str(Minute.at(window.best).minute)
        return (
            figures_ in told.claim.quote
            and _added(goal.time or 0.0) is None
            and self.names_him_alone(told, goal.person)
            and self._of_one_goal(claim, goal)
            and not self._told_right(claim, goal)
        )

    def _surely_told(self, told: Told, claim: GoalClaim, goal: GoalView, anchor: GoalView | None, off: float) -> bool:
        """Whether a minute so far off is what the words say, and no slip of the reader."""
        window, weights = claim.says.time, self.weights["minute"]
        if window is None or goal.time is None or not self._of_one_goal(claim, goal):
            return False
        if window.best is None:  # of words such as "early on" it is seldom sure which goal's they are
            sure = claim.weight >= self.weights["claim"]["did_it"]
            return bool(sure and off >= weights["far"] and window.is_of_half)
        if one_added_time(window.best, goal.time):
            return False
        # "The third minute of added time" is easily read as the third minute, or as that of the other half.
        added = _added(goal.time)
        if window.source not in ("exact", "countdown") or (added and added in (window.best, _added(window.best))):
            return False
        if window.source == "countdown" and abs(abs(window.best - goal.time) - HALF) <= weights["agrees"]:
            return False  # "seven minutes before the end of the half": the reader may have taken the other one
        misread = anchor is not None and anchor.number != goal.number
        return bool(told.claim.block or (off > weights["apart"] and not misread and not self._told_right(claim, goal)))

    def _told_right(self, claim: GoalClaim, goal: GoalView) -> bool:
        """Whether the report's prose tells the goal's minute rightly elsewhere: then this one is another event's, as
        of "had come on in the 79th minute and scored"."""
        return any(
            other.number != claim.number
            and not other.claim.block
            and other.says.time is not None
            and other.says.time.best is not None
            and minutes_off(other.says.time, goal.time or 0.0) <= self.weights["minute"]["agrees"]
            for other in self.tellings.in_report(goal, claim.report)
        )

    def _wrong_count(self, told: Told, claim: GoalClaim, goal: GoalView) -> Iterator[Fault]:
        """ "His hat-trick" or "two goals" of a man who scored fewer. "His second" as often counts something else."""
        nth = claim.says.nth_of_player
        scored = sum(g.person == goal.person and not g.own_goal for g in self.goals)
        if nth is None or nth <= scored or goal.person < 0 or not is_complete(self.solved, self.goals):
            return
        times = {1: "once", 2: "twice"}.get(scored, f"{scored} times")
        sure = min(g.probability for g in self.goals) / goal.probability
        grave = sure >= self.weights["claim"]["counted"] and (nth > 2 or self._counts_goals(told, nth, goal.person))
        yield Fault("count", f"{goal.name} scored {times}", grave=grave, sure=min(1.0, sure), witnesses=2)

    def _counts_goals(self, told: Told, nth: int, person: int) -> bool:
        """Whether the words begin with the man and count his goals ("two goals"): the reader makes a claim of each."""
        name = name_words(self.solved.people.known[person].name)
        first = name_words(told.claim.quote)[:1]
        return not set(first).isdisjoint(name) and any(
            other.span == told.claim.span and getattr(other.says, "nth_of_player", None) == nth - 1
            for other in told.reading.claims
        )

    def _wrong_score(self, told: Told, claim: GoalClaim, goal: GoalView) -> Iterator[Fault]:
        score = claim.says.score_after
        if score is None or not is_complete(self.solved, self.goals):
            return
        mine_first = goal.after if goal.side == "home" else goal.after[::-1]
        ways = {mine_first} if claim.says.score_order == "team" else {mine_first, mine_first[::-1]}
        if score in ways or (score[::-1] in ways and claim.says.score_order != "home"):
            return
        reason = f"{self.words.whose(goal)} goal made it {figures(goal.after)}" if goal.name else self.words.goal(goal)
        right = mine_first if claim.says.score_order == "team" else goal.after
        others = (known.name for n, known in enumerate(self.solved.people.known) if n != goal.person)
        named = goal.name is not None and is_named_in(told, goal.name) and names_none_of(told, others)
        grave = told.claim.block or named  # "it was 0-0, and by the finish Orient had scored" names nobody
        yield Fault("score", reason, corrected_score(told.claim.quote, score, right), grave=grave)


def _added(position: float) -> int | None:
    """Minutes into added time; the 100th minute is 90 + 10."""
    at = Minute.at(position)
    return at.added_time or (at.minute - 90 if at.minute > 90 else None)
