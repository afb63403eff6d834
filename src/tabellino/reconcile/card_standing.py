"""How a claim of a card stands to the record, and the cautions that stand in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from typing import Any

import msgspec

from tabellino.domain.claim import CardSays
from tabellino.domain.clock import Minute
from tabellino.domain.record import Booking
from tabellino.names.folding import fold
from tabellino.names.surnames import surname
from tabellino.reconcile.cards import Dismissal
from tabellino.reconcile.clocks import minutes_off, one_added_time
from tabellino.reconcile.corrections import corrected_minute, corrected_scorer
from tabellino.reconcile.people import People
from tabellino.reconcile.quotes import is_named_in, is_named_in_sentence, is_named_near, tells_minute
from tabellino.reconcile.reasons import Words, the_minute
from tabellino.reconcile.standing import Fault, Standing, Told, unheld

#: Other reports that must tell the dismissal before somebody whom none of them names is surely a man of the match.
TELLERS = 2
NOBODY_SENT_OFF = "nothing else tells of a dismissal, and the words are too few to rest one on"


class CardJudge(msgspec.Struct):
    """Holds claims of cards against the dismissals of the record; `cautions` are the chances of those told, `listed`
    the (report, claim) numbers of what lists tell."""

    dismissals: Sequence[Dismissal]
    cautions: dict[int, float]
    people: People
    words: Words
    weights: dict[str, Any]
    offsets: dict[int, int]
    listed: Container[tuple[int, int]] = ()

    def standing(self, told: Told, says: CardSays) -> Standing:
        """How the claim stands."""
        player = max(says.player, key=lambda candidate: candidate.weight, default=None)
        if player is None or player.weight < self.weights["claim"]["meant"]:
            return self._somebody(told, says) if says.card == "red" and not says.player else unheld(NOBODY_SENT_OFF)
        person = self.people.find(told.report, player.value)
        dismissal = next((d for d in self.dismissals if d.person == person), None)
        if dismissal is not None:
            fault = next(self._faults(told, says, dismissal), None) if says.card == "red" else None
            timed = says.card == "red" and says.time is not None and says.time.best is not None
            aspects = frozenset(("player", *(("minute",) if timed else ())))
            return Standing(("card", person), dismissal.probability, told.claim.weight, fault, aspects=aspects)
        if says.card == "yellow":
            if person in self.cautions:
                return Standing(("caution", person), self.cautions[person], told.claim.weight)
            return unheld("no other report tells of cautions")
        return self._another(told, says, player.value, player.weight)

    def _somebody(self, told: Told, says: CardSays) -> Standing:
        """ "Ten-man Juventus": right when one of them was sent off."""
        if not self.dismissals:
            return unheld(NOBODY_SENT_OFF)
        side = self._side(says)
        fitting = [d for d in self.dismissals if side is None or d.side in (side, None)]
        if fitting:
            d = fitting[0]
            return Standing(("card", d.person), d.probability, told.claim.weight, aspects=frozenset(("side",)))
        d = self.dismissals[0]
        fault = Fault("side", f"{self._who(d)} was the one sent off")
        return Standing(("card", d.person), d.probability, told.claim.weight, fault, aspects=frozenset(("side",)))

    def _side(self, says: CardSays) -> str | None:
        top = max(says.team, key=lambda candidate: candidate.weight, default=None)
        if top is None or top.weight < 0.75:  # half of what the words beside a card suggest is a guess
            return None
        return {self.words.home: "home", self.words.away: "away"}.get(top.value)

    def _who(self, d: Dismissal) -> str:
        of = f" of {self.words.clubs[d.side]}" if d.side else ""
        return f"{surname(self.people.known[d.person].name)}{of}"

    def _faults(self, told: Told, says: CardSays, d: Dismissal) -> Iterator[Fault]:
        name = surname(self.people.known[d.person].name)
        window, weights = says.time, self.weights["minute"]
        if window is not None and d.time is not None:
            off = minutes_off(window, d.time, self.offsets.get(told.report, 0))
            if off > (weights["agrees"] if window.best is not None else 2 * weights["apart"]):
                right = f"in {the_minute(d.time)}"
                best, witnesses = window.best, int(weights["witnesses"])
                correction = right if best is None else corrected_minute(told.claim.quote, best, d.time)
                grave = window.source == "exact" if best is not None else off >= weights["far"]
                grave = grave and not self._tells_several(told) and not one_added_time(best, d.time)
                grave = grave and (best is None or told.claim.block or tells_minute(told, best))
                reason = f"{name} was sent off {right}"
                yield Fault("minute", reason, correction, grave=grave, witnesses=witnesses, told=best, right=d.time)
        if says.second_yellow is not None and d.second_yellow is not None and says.second_yellow != d.second_yellow:
            how = "for a second yellow card" if d.second_yellow else "with a straight red card"
            yield Fault("second_yellow", f"{name} was sent off {how}", grave=told.claim.block)

    def _tells_several(self, told: Told) -> bool:
        """Whether the words tell of more men than one ("had two men sent off"): the minute may be the other's."""
        return not set(self.weights["card"]["several"]).isdisjoint(fold(told.claim.quote).split())

    def _another(self, told: Told, says: CardSays, name: str, chance: float) -> Standing:
        """A dismissal of a man whom the record does not have sent off."""
        d = self._instead(told, says, name)
        if d is None or self._may_mean(told, name, self.people.known[d.person].name):
            return unheld("no other report tells that he was sent off, and the reader is not sure that this one does")
        right = self.people.known[d.person].name
        timed = says.time is not None and says.time.best is not None and d.time is not None
        reason = f"it was {self._who(d)} who was sent off"
        reason += f" in {the_minute(d.time)}" if timed and d.time is not None else ", and nobody else"
        # "The goalkeeper was sent off": whom a description means is not sure enough to call it wrong.
        grave = chance >= self.weights["claim"]["named"] and is_named_in_sentence(told, name)
        correction = corrected_scorer(told.claim.quote, name, right)
        fault = Fault("player", reason, correction, grave=grave, sure=chance, witnesses=1 if timed else 2)
        return Standing(("card", d.person), d.probability, told.claim.weight, fault, aspects=frozenset(("player",)))

    def _may_mean(self, told: Told, name: str, right: str) -> bool:
        """Whether the reader may have taken the wrong name: the right one stands in the same sentence, or near words
        that name nobody."""
        if is_named_in(told, name) and not told.claim.block:
            return is_named_in_sentence(told, right)
        return is_named_near(told, right, self._reach())

    def _instead(self, told: Told, says: CardSays, name: str) -> Dismissal | None:
        """The dismissal that a claim tells with another man: the one of that minute; where no minute is told, the only
        one of the match, unless this report tells it too. Whom no other report names may be no man ("Boos: many"),
        but where prose names him and many others tell the dismissal."""
        if says.time is not None and says.time.best is not None and not self._only_one_untimed(says.time.best):
            offset, slack = self.offsets.get(told.report, 0), self.weights["minute"]["agrees"]
            near = [
                d for d in self.dismissals if d.time is not None and minutes_off(says.time, d.time, offset) <= slack
            ]
            return near[0] if len(near) == 1 else None
        if len(self.dismissals) != 1:
            return None
        d = self.dismissals[0]
        if (
            says.time is not None
            and d.time is not None
            and not says.time.allows(d.time, self.weights["minute"]["apart"])
        ):
            return None
        # A report's list of cards may well tell the right man where its prose has the wrong one.
        tellers = {report for report, number in d.claims if told.claim.block or (report, number) not in self.listed}
        reports = self.people.known[self.people.find(told.report, name)].names.total()
        surely = not told.claim.block and is_named_in(told, name) and len(tellers) >= TELLERS
        return None if told.report in tellers or (reports < 2 and not surely) else d

    def _only_one_untimed(self, position: float) -> bool:
        """Whether nobody else tells the minute of the only dismissal, and it can be this one."""
        if len(self.dismissals) != 1 or self.dismissals[0].time is not None:
            return False
        window = self.dismissals[0].window
        return window is None or window.allows(position, self.weights["minute"]["apart"])

    def _reach(self) -> int:
        return int(self.weights["claim"]["neighbourhood"])


def cautions(
    told: Sequence[Told],
    sent_off: Sequence[Dismissal],
    people: People,
    weights: dict[str, Any],
    witness: dict[int, int],
) -> tuple[Booking, ...]:
    """Everybody told to have been cautioned and not sent off; a witness counts once."""
    chances: dict[int, dict[int, float]] = defaultdict(dict)
    tellings: dict[int, list[Told]] = defaultdict(list)
    dismissed = {d.person for d in sent_off}
    for one in told:
        says = one.claim.says
        if not isinstance(says, CardSays) or says.card != "yellow" or one.claim.manner == "opinion" or not says.player:
            continue
        top = max(says.player, key=lambda candidate: candidate.weight)
        person = people.find(one.report, top.value)
        if person in dismissed or people.known[person].staff or top.weight < 0.4:
            continue
        by = witness.get(one.report, one.report)
        chance = weights["told"] * one.claim.weight * top.weight
        chances[person][by] = max(chances[person].get(by, 0.0), chance)
        tellings[person].append(one)
    found = []
    for person, by_witness in chances.items():
        doubt = 1.0
        for chance in by_witness.values():
            doubt *= 1.0 - chance
        if 1.0 - doubt >= weights["caution"]:
            found.append(_caution(person, 1.0 - doubt, tellings[person], people))
    return tuple(sorted(found, key=lambda b: (b.minute or 999, b.added_time or 0, b.player)))


def _caution(person: int, probability: float, told: Sequence[Told], people: People) -> Booking:
    windows = [one.claim.says.time for one in told if isinstance(one.claim.says, CardSays)]
    times = [window.best for window in windows if window is not None and window.best is not None]
    minute = Minute.at(max(sorted(set(times)), key=times.count)) if times else None
    odds = people.known[person].odds
    return Booking(
        minute=minute.minute if minute else None,
        added_time=minute.added_time if minute else None,
        player=people.known[person].name,
        team="home" if odds > 0.05 else "away" if odds < -0.05 else None,
        card="yellow",
        second_yellow=None,
        probability=round(probability, 4),
        claims=tuple(t.id for t in told),
    )
