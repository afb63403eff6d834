"""Who says the same as a claim, and who denies it: the claims of one match by what of the record they speak of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple, get_args

import msgspec

from tabellino.domain.claim import Effect
from tabellino.domain.clock import TimeWindow
from tabellino.names.folding import fold
from tabellino.names.surnames import surname
from tabellino.reconcile.clocks import minutes_less
from tabellino.reconcile.standing import Fault, Standing, Told

#: What a goal did to the score, as it tells when in the match it was.
EFFECTS = get_args(Effect)
#: Minutes between two tellings of one wrong minute, by different clocks.
ALIKE = 1.5
#: Who is wrong in one of these may tell of another goal.
OTHERWHERE = frozenset(("score", "order", "opener", "side", "count"))
SCORES = (("score", "full_time"), ("score", "half_time"))


class Denying(NamedTuple):
    """Claims that deny another, those on the very thing first; and by witness."""

    told: list[Told]
    by_witness: dict[int, list[Told]]


class Voices:
    """The claims that the reader is sure of. `standings` are by claim id, `witness` tells which report speaks for which
    (a copy for its original), `read` is the least weight of a claim that is heard."""

    def __init__(
        self, told: Sequence[Told], standings: Mapping[str, Standing], witness: Mapping[int, int], read: float
    ) -> None:
        self.standings, self.witness = standings, witness
        self._by_key: dict[Hashable, list[Told]] = defaultdict(list)
        self._of_witness: dict[Hashable, dict[int, list[Told]]] = defaultdict(lambda: defaultdict(list))
        self._denying: dict[Hashable, Denying] = {}
        for one in told:
            standing = standings[one.id]
            if standing.key is not None and one.claim.manner != "opinion" and standing.weight >= read:
                self._by_key[standing.key].append(one)
                self._of_witness[standing.key][witness[one.report]].append(one)

    def others(self, one: Told, key: Hashable) -> Iterator[Sequence[Told]]:
        """The claims about a thing of each other witness than a claim's own."""
        mine = self.witness[one.report]
        return (told for of, told in self._of_witness[key].items() if of != mine)

    def support(self, one: Told, standing: Standing) -> list[Told]:
        """Claims of other witnesses that say the same of the same thing and are not wrong themselves."""
        found = []
        for key in (standing.key, *standing.also):
            others = chain.from_iterable(self.others(one, key))
            for other in sorted(others, key=lambda told: (told.report, told.number)):
                theirs = self.standings[other.id]
                if theirs.fault is not None or ("scorer" in standing.aspects and "scorer" not in theirs.aspects):
                    continue
                found.append(other)
        return found

    def against(self, one: Told, standing: Standing) -> list[Told]:
        """Claims of other witnesses about the same thing that tell the aspect wrong here, and tell it right."""
        denying, mine = self.denying(standing), self.witness[one.report]
        if denying.by_witness.keys() <= {mine}:
            return []
        others = [other for other in denying.told if self.witness[other.report] != mine]
        if isinstance(standing.key, tuple) and standing.key[0] == "goal":  # who names the man is quoted first
            others.sort(key=lambda other: "scorer" not in self.standings[other.id].aspects)
        return others

    def companions(self, one: Told, standing: Standing) -> int:
        """Other witnesses of whose claims the same is wrong: where many err alike, it may be the record that errs."""
        fault = standing.fault
        assert fault is not None
        faults = (
            (theirs for other in told if (theirs := self.standings[other.id].fault) is not None)
            for told in self.others(one, standing.key)
        )
        return sum(any(_err_alike(fault, theirs) for theirs in of_one) for of_one in faults)

    def denying(self, standing: Standing) -> Denying:
        """Claims that tell rightly what is wrong with another; looked for once for all that are wrong alike."""
        fault = standing.fault
        assert fault is not None
        alike = standing.key, standing.also, msgspec.structs.replace(fault, reason="", correction=None)
        found = self._denying.get(alike)
        if found is None:
            found = self._denying[alike] = Denying(self._who_deny(standing, fault), defaultdict(list))
            for other in found.told:
                found.by_witness[self.witness[other.report]].append(other)
        return found

    def _who_deny(self, standing: Standing, fault: Fault) -> list[Told]:
        keys = [standing.key, *standing.also]
        if standing.key == ("goals",) or fault.aspect == "opener":
            keys = [key for key in self._by_key if isinstance(key, tuple) and key[0] == "goal"]
        if fault.aspect == "opener":
            keys = [key for key in keys if key == ("goal", 0)]
        found = [other for key in keys for other in self._by_key.get(key, ()) if self._denies(other, fault)]
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
        return {other.report for other in self._by_key.get(key, ()) if "minute" in self.standings[other.id].aspects}

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
