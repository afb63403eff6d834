"""What the others tell, found again in a report: a man beside the minute of a goal is a telling of that goal.

No reader knows every way to tell a goal ("the 57th-minute clearance went straight to Mertens"). Where another report
tells a goal of the same man in the same minute, the words need not be understood: that the two stand together by
chance is hardly possible. And of a run of men with minutes ("Klose (7, 14), Ozil (55) had it done") of which others
tell most as goals, the rest are meant as goals too, right or wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import msgspec

from tabellino import data
from tabellino.domain.claim import Candidate, Claim, GoalSays
from tabellino.domain.clock import Minute, TimeWindow
from tabellino.domain.reading import Reading
from tabellino.domain.report import Span
from tabellino.names.folding import fold, fold_letters
from tabellino.names.surnames import surname
from tabellino.reconcile.matches import Pairing
from tabellino.reconcile.misread import names_club
from tabellino.reconcile.times_told import TimeTold, any_of, tells_other_things, times_told

#: A sentence or a line; a full stop in "57.)" or "o.g." ends none unless a blank follows.
_SENTENCE = re.compile(r"[^\n.!?]+(?:[.!?](?!\s|$)[^\n.!?]*)*[.!?]?")
#: What may stand between a minute and the man it is told of: "57' Mertens", "57: Mertens".
_BEFORE = re.compile(r"[\s'’′.:-]*(?:min\b)?[\s.:-]*")
_FIGURES = re.compile(r"(\d{1,3})(?:\s?\+\s?(\d{1,2}))?")


@lru_cache(maxsize=1)
def _beside() -> re.Pattern[str]:
    """What may stand between a man and a minute of his in a list: other minutes of his, and how he scored."""
    return re.compile(rf"(?:[\s\d,;:.'’′`()\[\]+&-]|\b(?:{any_of((*_words('joins'), *_words('marks')))})\b)*")


@lru_cache(maxsize=1)
def _item() -> re.Pattern[str]:
    """ "Klose (7, 14)", "Thiede (4.)", "Van Bommelen (24 pen)"."""
    minute = r"\d{1,3}(?:\s?\+\s?\d{1,2})?\s?['’′.]?" + rf"(?:,?\s?\(?(?:{any_of(_words('marks'))})\.?\)?)?"
    return re.compile(
        rf"(?P<name>(?:[A-ZÀ-Þ][\w'’.-]*\s){{0,2}}(?:(?:{any_of(_words('particles'))})\s)*[A-ZÀ-Þ][\w'’-]+)\s"
        rf"\((?P<minutes>{minute}(?:(?:,|,?\s(?:{any_of(_words('joins'))})|\s&)\s?{minute})*)\)"
    )


def _words(kind: str) -> tuple[str, ...]:
    return tuple(data.load("weights/verdicts.toml")["echo"][kind])


def with_echoes(readings: Sequence[Reading], pairing: Pairing, weights: Mapping[str, float]) -> list[Reading]:
    """The readings, each report of the match with the goals besides that others tell and its words echo."""
    told = {n: dict(_surely_told(readings[n], weights)) for n in pairing.reports}
    heard = list(readings)
    for number in pairing.reports:
        others = {goal: name for n, goals in told.items() if n != number for goal, name in goals.items()}
        if others:
            heard[number] = _Echo(readings[number], others, weights).reading()
    return heard


def known_by_echo(readings: Sequence[Reading], pairing: Pairing, weights: Mapping[str, float]) -> dict[int, Reading]:
    """By index the reports in which the reader found no match, read as reports of this one: they name one of its clubs
    and no two others, and echo so many of its goals."""
    told = {goal: name for n in pairing.reports for goal, name in _surely_told(readings[n], weights)}
    clubs, found = {pairing.home, pairing.away}, {}
    for number, reading in enumerate(readings):
        if number in pairing.reports or not told or (reading.clubs and set(reading.clubs) != clubs):
            continue
        if reading.clubs and reading.no_match is None:
            continue
        if reading.clubs is None and not any(names_club(reading.report.text, club) for club in clubs):
            continue
        heard = _Echo(reading, told, weights)
        if heard.echoed() >= weights["belongs"]:
            known = reading.clubs or (pairing.home, pairing.away)
            home = reading.home if reading.clubs else 0.5
            # What the reader made of a report in which it saw no match bears witness; it is no ground to call it wrong.
            claims = tuple(msgspec.structs.replace(claim, echo=True) for claim in heard.own.claims)
            found[number] = msgspec.structs.replace(heard.own, clubs=known, home=home, no_match=None, claims=claims)
    return found


class Goal(msgspec.Struct, frozen=True):
    """A goal as a report surely tells it: the surname of the man, folded, and the minute on the clock."""

    man: str
    minute: int


def _surely_told(reading: Reading, weights: Mapping[str, float]) -> Iterator[tuple[Goal, str]]:
    for claim in reading.claims:
        says = claim.says
        if not isinstance(says, GoalSays) or claim.manner == "opinion" or claim.weight < weights["sure"]:
            continue
        top = max(says.scorer, key=lambda candidate: candidate.weight, default=None)
        if top is None or top.weight < weights["named"] or says.time is None or says.time.best is None:
            continue
        yield Goal(fold(surname(top.value)), _minute(says.time.best)), top.value


def _minute(position: float) -> int:
    """The minute on a clock that stops for no half: 45 + 2 and 47 are told apart by their half, 90 + 4 is 94."""
    at = Minute.at(position)
    return at.minute + (at.added_time or 0) if at.minute >= 90 else at.minute


class _Echo:
    """One report, searched for goals that others tell."""

    def __init__(self, reading: Reading, others: Mapping[Goal, str], weights: Mapping[str, float]) -> None:
        self.own, self.others, self.weights = reading, others, weights
        self.text = fold_letters(reading.report.text)
        self.men = tuple(dict.fromkeys(goal.man for goal in others if goal.man in self.text))
        self.goals = [(claim.span, claim.says) for claim in reading.claims if isinstance(claim.says, GoalSays)]

    def reading(self) -> Reading:
        """The reading with what was found."""
        if not self.men:
            return self.own
        found = [*self._beside_minutes(), *self._of_runs()]
        if not found:
            return self.own
        claims = sorted((*self.own.claims, *found), key=lambda claim: claim.span)
        return msgspec.structs.replace(self.own, claims=tuple(claims))

    def echoed(self) -> int:
        """How many goals of others its words echo."""
        own = {goal for goal, _ in _surely_told(self.reading(), self.weights)}
        return sum(any(Goal(goal.man, goal.minute + apart) in own for apart in (-1, 0, 1)) for goal in self.others)

    # ---- a man and a minute in one sentence -----------------------------------------------------------------------

    def _beside_minutes(self) -> Iterator[Claim]:
        names = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(self.men, key=len, reverse=True)))})(?!\w)")
        minutes = {goal.minute for goal in self.others if goal.man in self.men}
        for sentence in _SENTENCE.finditer(self.text):
            men = [(match.group(), match.span()) for match in names.finditer(self.text, *sentence.span())]
            if not men or tells_other_things(self.text, sentence.span()):
                continue
            for time in times_told(self.text, sentence.span()):
                near = minutes & {time.minute - 1, time.minute, time.minute + 1}
                man = self._whose(time, men) if near else None
                if man and any(Goal(man[0], m) in self.others for m in near) and not self._is_read(time):
                    yield self._claim(man[1], time)

    def _whose(self, time: TimeTold, men: Sequence[tuple[str, Span]]) -> tuple[str, Span] | None:
        """Whose a minute is: his after whose name it stands in a list, else the only one's of the sentence."""
        before = [man for man in men if man[1][1] <= time.span[0]]
        if before and _beside().fullmatch(self.text, before[-1][1][1], time.span[0]):
            return before[-1]
        after = [man for man in men if man[1][0] >= time.span[1]]
        if after and _BEFORE.fullmatch(self.text, time.span[1], after[0][1][0]):
            return after[0]
        return men[0] if time.plainly and len({name for name, _ in men}) == 1 else None

    def _is_read(self, time: TimeTold) -> bool:
        """Whether the reader found a goal in these words: his then, or somebody else's with this minute."""
        return any(
            span[0] < time.span[1] and time.span[0] < span[1]
            and says.time is not None and says.time.best is not None
            and abs(_minute(says.time.best) - time.minute) <= 1
            for span, says in self.goals
        )  # fmt: skip

    def _claim(self, man: Span, time: TimeTold) -> Claim:
        span = min(man[0], time.span[0]), max(man[1], time.span[1])
        return self._goal(span, self.own.report.text[slice(*man)], time.position, block=False)

    def _goal(self, span: Span, name: str, position: float, block: bool) -> Claim:
        scorer = (Candidate(name, self.weights["scorer"]),)
        says = GoalSays(scorer=scorer, time=TimeWindow(position, position, position, "exact"))
        quote = self.own.report.text[slice(*span)]
        return Claim(span=span, quote=quote, says=says, weight=self.weights["weight"], block=block, echo=not block)

    # ---- runs of men with minutes ---------------------------------------------------------------------------------

    def _of_runs(self) -> Iterator[Claim]:
        text = self.own.report.text
        for sentence in _SENTENCE.finditer(text):
            if "(" not in sentence.group() or tells_other_things(self.text, sentence.span()):
                continue
            items = [item for match in _item().finditer(text, *sentence.span()) for item in _items(match)]
            known = sum(self._is_known(*item) for item in items)
            if len(items) < 2 or known < self.weights["run"] * len(items):
                continue
            for span, name, position in items:
                if self._is_a_man(name) and not self._is_known(span, name, position) and not self._overlaps(span):
                    yield self._goal(span, name, position, block=True)

    def _is_a_man(self, name: str) -> bool:
        """Whether the reader found somebody of this name: "zur Mailänder Führung (37.)" has nouns before a minute."""
        man = fold(surname(name))
        return any(fold(surname(player.name)) == man for player in self.own.players)

    def _is_known(self, span: Span, name: str, position: float) -> bool:
        """Whether others tell this goal, or the reader found it in these words."""
        man, minute = fold(surname(name)), _minute(position)
        return any(Goal(man, m) in self.others for m in (minute - 1, minute, minute + 1)) or self._overlaps(span)

    def _overlaps(self, span: Span) -> bool:
        return any(start < span[1] and span[0] < end for (start, end), _ in self.goals)


def _items(match: re.Match[str]) -> Iterator[tuple[Span, str, float]]:
    """The goals of one man in a run: what stands from his name to the minute, his name, the place on the clock."""
    for minute in _FIGURES.finditer(match["minutes"]):
        position = int(minute[1]) + int(minute[2] or 0) / 100
        if 1 <= position < 121:
            yield (match.start(), match.start("minutes") + minute.end()), match["name"], position
