"""What becomes of every claim: how it stands to the record, who else says so, and the verdict with its reason."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple, get_args

import msgspec

from tabellino.domain.chance import chance_of
from tabellino.domain.claim import Effect, JudgedClaim, OpinionSays, Verdict
from tabellino.domain.clock import TimeWindow
from tabellino.names.folding import fold
from tabellino.reconcile.clocks import minutes_less
from tabellino.reconcile.reasons import surname
from tabellino.reconcile.standing import MADE_BY, Fault, Standing, Told

#: What a goal did to the score, as it tells when in the match it was.
EFFECTS = get_args(Effect)
#: Minutes between two tellings of one wrong minute, by different clocks.
ALIKE = 1.5
#: What reports tell of a goal independently of all else: here their number decides.
VOTED = frozenset(("scorer", "minute"))
#: Who is wrong in one of these may tell of another goal.
OTHERWHERE = frozenset(("score", "order", "opener", "side", "count"))
SCORES = (("score", "full_time"), ("score", "half_time"))
#: Parts of a claim that may be wrong though the rest is right.
PARTS = {
    "minute": "the minute",
    "penalty": "that it was a penalty",
    "own_goal": "that it was an own goal",
    MADE_BY: "who made it",
}


def judged(
    told: Sequence[Told], standings: Mapping[str, Standing], witness: Mapping[int, int], weights: Mapping[str, float]
) -> tuple[JudgedClaim, ...]:
    """Every claim with its verdict. `standings` are by claim id, `witness` tells which report speaks for which (a
    copy for its original), `weights` are those of [claim] in data/weights/verdicts.toml."""
    bench = _Bench(told, standings, witness, weights)
    # Those that the record denies come first: a doubt that rests on them is settled with them.
    verdicts = {one.id: bench.judge(one) for one in sorted(told, key=lambda one: standings[one.id].fault is None)}
    return tuple(verdicts[one.id] for one in told)


class _Denying(NamedTuple):
    """Claims that deny another, those on the very thing first; and by witness."""

    told: list[Told]
    by_witness: dict[int, list[Told]]


class _Bench:
    """Hears the claims of one match."""

    def __init__(
        self,
        told: Sequence[Told],
        standings: Mapping[str, Standing],
        witness: Mapping[int, int],
        weights: Mapping[str, float],
    ) -> None:
        self.standings, self.witness, self.weights = standings, witness, weights
        self.settled: set[Hashable] = set()
        self.by_key: dict[Hashable, list[Told]] = defaultdict(list)
        self.of_witness: dict[Hashable, dict[int, list[Told]]] = defaultdict(lambda: defaultdict(list))
        self.denying: dict[Hashable, _Denying] = {}
        for one in told:
            standing = standings[one.id]
            if standing.key is not None and one.claim.manner != "opinion" and standing.weight >= weights["read"]:
                self.by_key[standing.key].append(one)
                self.of_witness[standing.key][witness[one.report]].append(one)

    def judge(self, one: Told) -> JudgedClaim:
        """The claim with its verdict."""
        if one.claim.manner == "opinion" or isinstance(one.claim.says, OpinionSays):
            return self._opinion(one)
        standing = self.standings[one.id]
        if standing.sure is None:
            return _as_judged(one, "unverifiable", None, standing.reason)
        if standing.fault is not None:
            return self._faulty(one, standing)
        return self._right(one, standing)

    @staticmethod
    def _opinion(one: Told) -> JudgedClaim:
        holder = one.claim.says.holder if isinstance(one.claim.says, OpinionSays) else None
        return _as_judged(one, "opinion", None, f"a judgement{f' of {holder}' if holder else ''}, not a fact to check")

    # ---- claims that the record agrees with -----------------------------------------------------------------------

    def _right(self, one: Told, standing: Standing) -> JudgedClaim:
        assert standing.sure is not None
        support = self._support(one, standing)
        ids = tuple(other.id for other in support)
        if standing.weight < self.weights["read"]:
            reason = "the reader is not sure that these words tell of it"
            return _as_judged(one, "unverifiable", None, reason)
        if not support:
            reason = "only this report says so" if len({*self.witness.values()}) > 1 else "no other report was given"
            return _as_judged(one, "single_source", standing.sure, reason)
        settled = standing.key in self.settled and standing.sure >= self.weights["contradicted"]
        if standing.sure < self.weights["supported"] and not settled:
            return _as_judged(one, "disputed", standing.sure, "the reports leave it open", support=ids)
        count = len({self.witness[other.report] for other in support})
        reason = f"{'another report says' if count == 1 else f'{count} other reports say'} the same"
        alone = self._alone(standing, support)
        if alone:
            reason += f", but {' and '.join(alone)} {'stands' if len(alone) == 1 else 'stand'} here alone"
            return _as_judged(one, "single_source", standing.sure, reason, support=ids)
        return _as_judged(one, "supported", standing.sure, reason, support=ids)

    def _support(self, one: Told, standing: Standing) -> list[Told]:
        """Claims of other witnesses that say the same of the same thing and are not wrong themselves."""
        found, mine = [], self.witness[one.report]
        for key in (standing.key, *standing.also):
            others = (told for of, told in self.of_witness[key].items() if of != mine)
            for other in sorted(chain.from_iterable(others), key=lambda o: (o.report, o.number)):
                theirs = self.standings[other.id]
                if theirs.fault is not None or ("scorer" in standing.aspects and "scorer" not in theirs.aspects):
                    continue
                found.append(other)
        return found

    def _alone(self, standing: Standing, support: Sequence[Told]) -> list[str]:
        """Which parts of a claim that others support stand in this report alone: it is no better than its weakest."""
        told = {aspect for other in support for aspect in self.standings[other.id].aspects}
        alone = standing.aspects - told
        return [part for begins, part in PARTS.items() if any(aspect.startswith(begins) for aspect in alone)]

    # ---- claims that the record denies ----------------------------------------------------------------------------

    def _faulty(self, one: Told, standing: Standing) -> JudgedClaim:
        fault = standing.fault
        assert fault is not None
        assert standing.sure is not None
        against = self._against(one, standing)
        ids = tuple(other.id for other in against)
        sure = standing.sure
        if sure >= self.weights["leaning"]:
            sure = max(sure, self._outvoted(one, standing, against))
        wrong = sure * fault.sure * standing.weight
        probability = 1.0 - wrong if fault.grave else max(1.0 - wrong, 0.5)
        if standing.weight < self.weights["read"] or one.claim.echo:
            reason = "the words do not fit the record, and the reader is not sure that they tell of it"
            return _as_judged(one, "unverifiable", None, reason)
        witnesses = len({self.witness[other.report] for other in against})
        least = self._witnesses_asked(one, standing)
        # Whoever tells any goal speaks against one too many, so there are soon many: that proves no reading right.
        by_many = witnesses >= self.weights["many"] and fault.aspect != "extra"
        bar = self.weights["contradicted_by_many" if by_many else "contradicted"]
        if fault.grave and witnesses >= least and wrong >= bar:
            self.settled.add(standing.key)
            return _as_judged(one, "contradicted", probability, fault.reason, ids, correction=fault.correction)
        return _as_judged(one, "disputed", probability, fault.reason, ids, correction=fault.correction if ids else None)

    def _outvoted(self, one: Told, standing: Standing, against: Sequence[Told]) -> float:
        """How sure it is that those are right who tell another man or minute of this goal, by their number alone: the
        record's own doubt is as much about the rest of the goal. Who says the same as the claim speaks for it."""
        fault = standing.fault
        voted = fault is not None and (fault.aspect in VOTED or standing.key == SCORES[0])
        if not voted:
            return 0.0
        odds = float(self.weights["rightly"])
        votes: dict[int, float] = {}
        for other in against:
            mine = self.witness[other.report]
            votes[mine] = max(votes.get(mine, 0.0), self.standings[other.id].weight)
        nats = sum(math.log(1.0 - vote + vote * odds) for vote in votes.values())
        return chance_of(nats - math.log(odds) * (1 + self._companions(one, standing)))

    def _against(self, one: Told, standing: Standing) -> list[Told]:
        """Claims of other witnesses about the same thing that tell the aspect wrong here, and tell it right."""
        denying, mine = self._denying(standing), self.witness[one.report]
        if denying.by_witness.keys() <= {mine}:
            return []
        return [other for other in denying.told if self.witness[other.report] != mine]

    def _witnesses_asked(self, one: Told, standing: Standing) -> int:
        """How many others must speak against a claim. One report's word against another's decides nothing, unless the
        report takes itself back elsewhere; and those who deny must be twice as many as those who say so."""
        fault = standing.fault
        assert fault is not None
        own = self._denying(standing).by_witness.get(self.witness[one.report], ())
        if fault.alone or any(self._takes_back(other, one, fault) for other in own):
            least = fault.witnesses
        else:
            least = max(2, fault.witnesses)
        return max(least, 2 * self._companions(one, standing) + 1)

    def _takes_back(self, other: Told, one: Told, fault: Fault) -> bool:
        """Whether a claim of the same report denies another in so many words: its list what its prose says, or another
        final score in figures. Silence denies nothing, and neighbouring words may be misread together."""
        if other.report != one.report or fault.aspect == "penalty":
            return False
        if fault.aspect == "score":
            return getattr(other.claim.says, "first", None) is not None and other.claim.weight >= self.weights["figure"]
        return other.claim.block != one.claim.block

    def _companions(self, one: Told, standing: Standing) -> int:
        """Other witnesses of whose claims the same is wrong: where many err alike, it may be the record that errs."""
        fault, mine = standing.fault, self.witness[one.report]
        assert fault is not None
        faults = (
            (theirs for other in told if (theirs := self.standings[other.id].fault) is not None)
            for of, told in self.of_witness[standing.key].items()
            if of != mine
        )
        return sum(any(_err_alike(fault, theirs) for theirs in of_one) for of_one in faults)

    def _denying(self, standing: Standing) -> _Denying:
        """Claims that tell rightly what is wrong with another; looked for once for all that are wrong alike."""
        fault = standing.fault
        assert fault is not None
        alike = standing.key, standing.also, msgspec.structs.replace(fault, reason="", correction=None)
        found = self.denying.get(alike)
        if found is None:
            found = self.denying[alike] = _Denying(self._who_deny(standing, fault), defaultdict(list))
            for other in found.told:
                found.by_witness[self.witness[other.report]].append(other)
        return found

    def _who_deny(self, standing: Standing, fault: Fault) -> list[Told]:
        keys = [standing.key, *standing.also]
        if standing.key == ("goals",) or fault.aspect == "opener":
            keys = [key for key in self.by_key if isinstance(key, tuple) and key[0] == "goal"]
        if fault.aspect == "opener":
            keys = [key for key in keys if key == ("goal", 0)]
        found = [other for key in keys for other in self.by_key.get(key, ()) if self._denies(other, fault)]
        if fault.aspect == "order" and isinstance(standing.key, tuple):
            return self._who_tell_order(found, int(standing.key[1]))
        return self._who_tell_all(found, standing.also) if standing.key in SCORES else found

    def _who_tell_order(self, denying: Sequence[Told], number: int) -> list[Told]:
        """Of the claims on a goal those that tell what it did to the score, and minutes of reports that tell those of
        the goals before it, too."""
        timed = {number: self._who_time(("goal", number)) for number in range(number)}
        return [
            other
            for other in denying
            if not self.standings[other.id].aspects.isdisjoint(("score", *EFFECTS))
            or all(other.report in reports for reports in timed.values())
        ]

    def _who_time(self, key: Hashable) -> set[int]:
        return {other.report for other in self.by_key.get(key, ()) if "minute" in self.standings[other.id].aspects}

    def _who_tell_all(self, denying: Sequence[Told], goals: Sequence[Hashable]) -> list[Told]:
        """Of the claims that deny a score those that tell it, and those on goals of reports that tell all."""
        told: dict[int, set[Hashable]] = defaultdict(set)
        for other in denying:
            told[other.report].add(self.standings[other.id].key)
        return [
            other
            for other in denying
            if self.standings[other.id].key not in goals or told[other.report].issuperset(goals)
        ]

    def _denies(self, other: Told, fault: Fault) -> bool:
        """Whether a claim tells rightly what is wrong here; it may be wrong in something else."""
        theirs = self.standings[other.id]
        if theirs.fault is not None and theirs.fault.aspect == fault.aspect:
            return False
        if fault.aspect == "minute":
            return ("minute" in theirs.aspects and _is_told(other, fault.right)) or _leaves_out(other, fault.told)
        if fault.aspect == "scorer":
            same_way = ("own_goal" in theirs.aspects) == fault.own_goal
            of_it = theirs.fault is None or theirs.fault.aspect not in OTHERWHERE
            return same_way and of_it and {"scorer", "this_goal"} <= theirs.aspects and not _joins(other, fault.man)
        if fault.aspect in ("extra", "count"):
            return "scorer" in theirs.aspects
        if fault.aspect == "no_own_goal":
            return "scorer" in theirs.aspects and "own_goal" not in theirs.aspects
        if fault.aspect == "order":
            return theirs.fault is None and not theirs.aspects.isdisjoint(("minute", "score", *EFFECTS))
        if fault.aspect == "score" and theirs.key in SCORES and "figures" not in theirs.aspects:
            return fault.outcome
        if fault.aspect == "score" and isinstance(theirs.key, tuple) and theirs.key[0] == "goal":
            return not theirs.aspects.isdisjoint(("side", "score", "minute"))
        if fault.aspect in ("assist", "own_goal"):
            return fault.aspect in theirs.aspects
        if fault.aspect == "open_play":
            return "penalty" in theirs.aspects
        return fault.aspect != "penalty" or "penalty" not in theirs.aspects


def _joins(other: Told, man: str | None) -> bool:
    """Whether the words of a claim in prose join a man to another ("goals from Mackie and Cissé, who scored on 66
    minutes"): then the reader may have taken the wrong one."""
    if man is None or other.claim.block:
        return False
    name = re.escape(fold(surname(man)))
    return re.search(rf"\b{name},? and\b|\band (?:[\w'-]+ )?{name}\b", fold(other.claim.quote)) is not None


def _err_alike(one: Fault, other: Fault) -> bool:
    """Whether two claims have the same wrong thing in the same place."""
    if (other.aspect, other.reason, other.grave) != (one.aspect, one.reason, True):
        return False
    if one.told is not None and other.told is not None:
        return abs(minutes_less(one.told, other.told)) <= ALIKE
    return one.instead == other.instead or one.instead is None or other.instead is None


def _is_told(other: Told, position: float | None) -> bool:
    """Whether the words give this minute, but for a difference of clocks, and not one in between."""
    time = getattr(other.claim.says, "time", None)
    if time is None or time.best is None or position is None:
        return False
    return abs(minutes_less(time.best, position)) <= ALIKE


def _leaves_out(other: Told, position: float | None) -> bool:
    """Whether the words give a time, however roughly, and a place on the clock lies outside it."""
    time = getattr(other.claim.says, "time", None)
    return isinstance(time, TimeWindow) and position is not None and not time.allows(position, 1.0)


def _as_judged(
    one: Told,
    verdict: Verdict,
    probability: float | None,
    reason: str,
    against: tuple[str, ...] = (),
    support: tuple[str, ...] = (),
    correction: str | None = None,
) -> JudgedClaim:
    claim = one.claim
    return JudgedClaim(
        id=one.id,
        report=one.report + 1,
        span=claim.span,
        quote=claim.quote,
        kind=claim.kind,
        says=claim.says,
        manner=claim.manner,
        verdict=verdict,
        probability=None if probability is None else round(min(max(probability, 0.0), 1.0), 4),
        reason=reason,
        against=against,
        support=support,
        correction=correction,
    )
