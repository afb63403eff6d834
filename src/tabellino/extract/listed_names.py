"""Names that are joined to one: "A, B and substitute C"."""

from __future__ import annotations

from tabellino.extract import patterns
from tabellino.extract.context import Context
from tabellino.extract.syntax import governor

#: A time in brackets after a name has at most so many units.
BRACKETED = 8
#: More names with figures in brackets than so are no scorers, but players with their marks: "Smith (7), Jones (6)".
MOST_BRACKETED = 5
#: What governs a name that is no subject.
GOVERNED = frozenset({"preposition", "verb", "from", "past", "to", "by", "for"})
#: So many words may say what a man is between "and" and his name.
DESCRIBED = 4


def listed_after(context: Context, place: int, *, counted: bool = False, timed: bool = False) -> list[int]:
    """Names joined to the one at `place`: "A, B and C"; of goals that are `counted` not whose number is told: "two
    goals from A and one from B"; of `timed` ones each with its time behind: "from A in 27 minutes and from B on 36"."""
    codes, ands = context.units.codes, context.members("list_and")
    numbers = context.members("num") if counted else frozenset[str]()
    found: list[int] = []
    i = _after_brackets(codes, place + 1)
    if timed:
        joined = (
            n
            for n in range(i, i + BRACKETED)
            if codes[n : n + 1] in ands and codes[n + 1] in context.members("by_from")
        )
        i = next((n for n in joined if patterns.PERSON not in codes[i:n]), i)
    while i < len(codes) and codes[i] in ands:
        step = i + 1
        while step < len(codes) and codes[step] in ands:
            step += 1
        step += timed and codes[step] in context.members("by_from")
        for skip in range(3):  # "and substitute Eric Smith", "and the Dane Smith"
            if step + skip < len(codes) and codes[step + skip] == patterns.PERSON:
                if not numbers.isdisjoint(codes[step : step + skip]):
                    return found
                found.append(step + skip)
                i = _after_brackets(codes, step + skip + 1)
                break
        else:
            break
    bracketed = sum(codes[name + 1] == "(" for name in found)
    return found if bracketed <= MOST_BRACKETED else []


def listed_before(context: Context, place: int) -> list[int]:
    """Names joined to the one at `place`, which stands last: "A, B and substitute C"."""
    codes, ands = context.units.codes, context.members("list_and")
    found: list[int] = []
    i = place - 1
    while i > place - DESCRIBED and codes[i] in context.members("describing"):
        i -= 1
    while i > 0 and codes[i] in ands and codes[i] != ",":
        j = i - 1
        governed = governor(context, j) in GOVERNED or codes[j - 1] in context.members("particle")
        if codes[j] != patterns.PERSON or governed:
            break  # "was booked for a foul on Smith and Jones scored"
        found.append(j)
        i = j - 1
        while i > 0 and codes[i] == "," and codes[i - 1] == patterns.PERSON:
            found.append(i - 1)
            i -= 2
    return found


def _after_brackets(codes: str, place: int) -> int:
    """The unit after brackets with a minute that open at one: "Smith (30th) and Jones"."""
    close = codes.find(")", place, place + BRACKETED) if codes[place] == "(" else -1
    return close + 1 if close >= 0 and _is_minute(codes[place + 1 : close]) else place


def _is_minute(codes: str) -> bool:
    """Whether figures stand there and nobody's name: "Smith (Jones 60)" is a substitution."""
    figures = {patterns.NUMBER, patterns.ORDINAL, patterns.MINUTE}
    return patterns.PERSON not in codes and not figures.isdisjoint(codes)
