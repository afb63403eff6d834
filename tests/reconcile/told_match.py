"""Readings built by hand, so that verdicts are tested on what reports say, whatever a reader finds."""

from __future__ import annotations

from tabellino.domain.claim import Candidate, CardSays, Claim, GoalSays, MissedPenaltySays, ScoreSays
from tabellino.domain.clock import Minute, TimeWindow
from tabellino.domain.reading import Player, Reading
from tabellino.domain.report import Report
from tabellino.reconcile.matches import pairings
from tabellino.reconcile.record import make_record

#: The match of these tests: Torino 2-1 Lazio. Who plays for whom.
TORINO = ("Belotti", "Ljajic", "Baselli", "Moretti")
LAZIO = ("Immobile", "Parolo", "Radu")
WORDS = "goal-word-{} "


def at(minute: int, added: int | None = None) -> TimeWindow:
    """An exact minute."""
    position = Minute(minute, added).position()
    return TimeWindow(position, position, position, "exact")


def goal(scorer: str, minute: int | None = None, *, team: str | None = None, surely: float = 0.97, **says) -> GoalSays:
    """A goal by a man named in so many words."""
    teams = (Candidate(team, 0.95),) if team else ()
    return GoalSays((Candidate(scorer, surely),), teams, at(minute) if minute else None, **says)


def final(first: int, second: int, club: str | None = "Torino") -> ScoreSays:
    """The final score, with the goals of `club` first."""
    return ScoreSays("full_time", first, second, club_first=club)


def sent_off(player: str, minute: int | None = None, **says) -> CardSays:
    """A dismissal."""
    return CardSays("red", (Candidate(player, 0.95),), (), at(minute) if minute else None, **says)


def reading(name: str, *told, weight: float = 0.97, block: bool = False) -> Reading:
    """A report that says these things, each in words of its own that name nobody else; a penalty is called one."""
    words = [told_ if isinstance(told_, tuple) else (told_, weight) for told_ in told]
    quotes = [f"{name} {_in_words(w[0])}{WORDS.format(n)}" for n, w in enumerate(words)]
    text, claims, start = "".join(quotes), [], 0
    for quote, (says, chance) in zip(map(str.rstrip, quotes), words, strict=True):
        manner = "opinion" if says is None else "asserted"
        claims.append(Claim((start, start + len(quote)), quote, says, manner, chance, block))
        start += len(quote) + 1
    players = (*(Player(p, 3.0) for p in TORINO), *(Player(p, -3.0) for p in LAZIO))
    return Reading(Report(text, f"{name}.txt"), ("Torino", "Lazio"), 0.98, tuple(claims), players, "en")


#: What happened: Belotti 12', Immobile 40', Ljajic 71'; Radu sent off in the 80th minute.
TRUE = (goal("Belotti", 12), goal("Immobile", 40), goal("Ljajic", 71), final(2, 1), sent_off("Radu", 80))


def _in_words(says) -> str:
    """What a verdict looks for in the words: a penalty, the minute told, who missed one or was shown a card."""
    time = getattr(says, "time", None)
    minute = f"{Minute.at(time.best).minute} " if time is not None and time.best is not None else ""
    man = f"{says.player[0].value} " if isinstance(says, MissedPenaltySays | CardSays) and says.player else ""
    return f"{man}{minute}{'penalty-' if getattr(says, 'penalty', None) else ''}"


def record_of(*readings: Reading):
    """The record of these readings."""
    return make_record(readings, pairings(readings)[0])


def verdict_on(says, *, others: int = 2, weight: float = 0.97, block: bool = False):
    """The judged claim of a draft that says this, held against so many true reports in words of their own."""
    draft = reading("draft", says, final(2, 1), weight=weight, block=block)
    record = record_of(draft, *(reading(f"other{n}x{n * 7}", *TRUE) for n in range(others)))
    return record.claims[0]
