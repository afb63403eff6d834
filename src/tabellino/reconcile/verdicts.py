"""What becomes of every claim: how it stands to the record, who else says so, and the verdict with its reason."""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping, Sequence
from typing import Any

from tabellino.domain.chance import chance_of
from tabellino.domain.claim import GoalSays, JudgedClaim, OpinionSays, Verdict
from tabellino.reconcile.standing import MADE_BY, Fault, Standing, Told
from tabellino.reconcile.voices import SCORES, Voices

#: What reports tell of a goal independently of all else: here their number decides.
VOTED = frozenset(("scorer", "minute"))
#: What prose tells plainly of a goal in languages whose reader was not fitted.
PLAIN = frozenset(("scorer", "minute", "side", "extra", "penalty", "open_play", "own_goal", "assist"))
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


class _Bench:
    """Hears the claims of one match."""

    def __init__(
        self,
        told: Sequence[Told],
        standings: Mapping[str, Standing],
        witness: Mapping[int, int],
        weights: Mapping[str, Any],
    ) -> None:
        self.standings, self.witness, self.weights = standings, witness, weights
        self.voices = Voices(told, standings, witness, weights["read"])
        self.settled: set[Hashable] = set()

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
        support = self.voices.support(one, standing)
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
        against = self.voices.against(one, standing)
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
        # Whoever tells any goal speaks against one too many, so there are soon many: that proves no reading right. Nor
        # do many who tell goals prove the record's score, where it doubts that itself.
        by_many = witnesses >= self.weights["many"] and fault.aspect not in ("extra", "score")
        bar = self.weights["contradicted_by_many" if by_many else "contradicted"]
        if fault.grave and witnesses >= least and wrong >= bar and self._reads_plainly(one, fault):
            self.settled.add(standing.key)
            return _as_judged(one, "contradicted", probability, fault.reason, ids, correction=fault.correction)
        return _as_judged(one, "disputed", probability, fault.reason, ids, correction=fault.correction if ids else None)

    def _reads_plainly(self, one: Told, fault: Fault) -> bool:
        """Whether the reader is sure enough of a goal's telling to call it wrong: where it was fitted for the language,
        where a list tells it, and else of the man, where he is hardly anybody else, and of the minute; of what the goal
        did to the score it is not."""
        says = one.claim.says
        if not isinstance(says, GoalSays) or one.claim.block or one.reading.language in self.weights["fitted"]:
            return True
        if fault.aspect not in PLAIN:
            return False
        return max((candidate.weight for candidate in says.scorer), default=0.0) >= float(self.weights["plain"])

    def _outvoted(self, one: Told, standing: Standing, against: Sequence[Told]) -> float:
        """How sure it is that those are right who tell another man or minute of this goal, by their number alone: the
        record's own doubt is as much about the rest of the goal. Who says the same as the claim speaks for it."""
        fault = standing.fault
        figures = standing.key == SCORES[0] and "figures" in standing.aspects
        voted = fault is not None and (fault.aspect in VOTED or figures)
        if not voted:
            return 0.0
        odds = float(self.weights["rightly"])
        votes: dict[int, float] = {}
        for other in against:
            mine = self.witness[other.report]
            votes[mine] = max(votes.get(mine, 0.0), self.standings[other.id].weight)
        nats = sum(math.log(1.0 - vote + vote * odds) for vote in votes.values())
        return chance_of(nats - math.log(odds) * (1 + self.voices.companions(one, standing)))

    def _witnesses_asked(self, one: Told, standing: Standing) -> int:
        """How many others must speak against a claim. One report's word against another's decides nothing, unless the
        report takes itself back elsewhere; and those who deny must be twice as many as those who say so."""
        fault = standing.fault
        assert fault is not None
        own = self.voices.denying(standing).by_witness.get(self.witness[one.report], ())
        if self._is_doubtful(one, standing, fault):
            least = max(int(self.weights["many"]), fault.witnesses)
        elif fault.alone or any(self._takes_back(other, one, fault) for other in own):
            least = fault.witnesses
        else:
            least = max(2, fault.witnesses)
        return max(least, 2 * self.voices.companions(one, standing) + 1)

    def _is_doubtful(self, one: Told, standing: Standing, fault: Fault) -> bool:
        """Whether words in prose are often misread so: whose goal it was, where the reader is not sure that they tell
        of one (that a goal fell in the minute told does not bear out who scored it), and who won, without figures."""
        if one.claim.block:
            return False
        if fault.aspect == "scorer":
            return bool(one.claim.weight < self.weights["did_it"])
        return standing.key == SCORES[0] and "figures" not in standing.aspects

    def _takes_back(self, other: Told, one: Told, fault: Fault) -> bool:
        """Whether a claim of the same report denies another in so many words: its list what its prose says, or another
        final score in figures. Silence denies nothing, and neighbouring words may be misread together."""
        if other.report != one.report or fault.aspect == "penalty":
            return False
        if fault.aspect == "score":
            return getattr(other.claim.says, "first", None) is not None and other.claim.weight >= self.weights["figure"]
        return other.claim.block != one.claim.block


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
