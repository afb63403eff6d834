"""The entries of a list of goals or cards: who, when, with which marks, for which club."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import cast

import msgspec

from tabellino.extract.blocks import lexer as lx
from tabellino.extract.blocks.lexer import Token
from tabellino.extract.blocks.words import block_words, plain

#: Where a half restarts its minutes, a figure above this is counted from the kick-off all the same.
RESTART_LATEST = 55
#: A half named by so many characters is named in words, and not by a mark beside one minute ("st").
SPELT_OUT = 8
#: So many capitals may stand for a club.
LETTERS = (2, 3)
#: Nobody scores more in a match (the record of a first-class one is 16); what goes on is no list.
MOST_OF_ONE = 20


#: A line of a summary of American leagues: the club, its man, the goals of his season, in brackets whose pass it was.
_SEASON = re.compile(rf"(?P<name>[{lx.TEAM}{lx.NAME}]{lx.DASH}+{lx.NAME}){lx.MINUTE}\([^{lx.MINUTE}()]+\){lx.MINUTE}$")


class Entry(msgspec.Struct):
    """One goal or card as a list prints it. `name` is None where none is printed; `club` is canonical; `initials`
    are letters in brackets that may stand for a club; `half` is 1 or 2 where the minute is counted from the restart;
    `group` counts the parts of a list apart by bars or semicolons; `nth` is which of his goals it is, where a figure
    tells how many he scored; a minute is `signed` that has more than figures ("12'")."""

    start: int
    end: int
    name: str | None = None
    name_span: tuple[int, int] | None = None
    minute: int | None = None
    added: int | None = None
    half: int | None = None
    marks: set[str] = msgspec.field(default_factory=set)
    club: str | None = None
    initials: str | None = None
    score: tuple[int, int] | None = None
    group: int = 0
    bar: bool = False
    nth: int | None = None
    signed: bool = False


class _Row(msgspec.Struct):
    """A name with what stands beside it, while it is read."""

    name: Token | None = None
    goals: list[Entry] = msgspec.field(default_factory=list)
    marks: set[str] = msgspec.field(default_factory=set)
    score: tuple[int, int] | None = None
    start: int = -1


class EntryReader:
    """Reads one stretch. The order of name and minute is that of its first two."""

    def __init__(self, tokens: Sequence[Token], scope: int | None = None) -> None:
        self.tokens = tokens
        marks = (lx.NAME, lx.MINUTE, lx.MARK)
        self.letters_at = {place for place in range(len(tokens)) if self._are_letters(place)}
        self.letters: str | None = None
        named = [t for place, t in enumerate(tokens) if t.kind in marks and place not in self.letters_at]
        unnamed = [t.value for t in named[:1]] == ["own_goal"] and [t.kind for t in named[1:2]] == [
            lx.MINUTE
        ]  # "OG 24"
        kinds = [t.kind for t in named[2 if unnamed else 0 :] if t.kind != lx.MARK]
        self.minute_first = kinds[:1] == [lx.MINUTE]
        figures = (
            [t.kind for t in named if t.kind != lx.MARK]
            if not any(t.kind == lx.SCORE for t in tokens)
            else [
                t.kind
                for place, t in enumerate(tokens)
                if t.kind in (lx.NAME, lx.SCORE, lx.MINUTE) and place not in self.letters_at
            ]
        )
        self.score_first = figures[:1] == [lx.SCORE] or figures[:2] == [lx.MINUTE, lx.SCORE]
        self.entries: list[Entry] = []
        self.row = _Row()
        self.depth = 0
        self.opened_at_minute = False
        self.apart = False
        self.group = 0
        self.club: str | None = None
        self.scope = scope
        self.halves_told = scope is not None
        self.group_first = 0
        self.bar = False
        self.marks_ahead: set[str] = set()

    def read(self) -> list[Entry]:
        """The entries, in order."""
        for place, token in enumerate(self.tokens):
            if self._announces(place):  # "Sent off: Smith 75. Boos: many."
                break
            handler = getattr(self, _HANDLERS.get(token.kind, "_skip"))
            handler(place, token)
        self._flush()
        return self.entries

    def _announces(self, place: int) -> bool:
        """Whether a word begins something else after a full stop: a label, with its colon or without ("Attendance
        19,874"), or another word with a colon and no minute behind it."""
        named = self._kind(place) == lx.NAME and self._kind(place + 1) == lx.COLON
        ended = self._kind(place - 1) in (lx.DOT, lx.MINUTE)  # "75." is a minute, full stop and all
        if ended and self._kind(place) == lx.NAME and plain(str(self.tokens[place].value)) in block_words().labels:
            return True
        return named and ended and self._kind(place + 2) not in (lx.MINUTE, lx.SCORE, lx.NAME)

    def _skip(self, place: int, token: Token) -> None:
        """Words that mean nothing in a list."""

    def _flush(self) -> None:
        row, self.row = self.row, _Row()
        if row.name is None and not row.goals:
            return
        if row.name is None and not any("own_goal" in g.marks for g in row.goals):
            return
        for goal in row.goals or [Entry(row.start, row.start)]:
            goal.marks |= row.marks if not row.goals or len(row.goals) == 1 else set()
            if row.score and goal.score is None:
                goal.score = row.score
            if row.name is not None:
                goal.name, goal.name_span = str(row.name.value), (row.name.start, row.name.end)
                goal.start, goal.end = min(goal.start, row.name.start), max(goal.end, row.name.end)
            goal.group, goal.bar = self.group, self.bar
            goal.club = goal.club or self.club
            goal.initials = goal.initials or self.letters
            self.entries.append(goal)

    def _are_letters(self, place: int) -> bool:
        """Whether a word is the letters of a club, before its scorers: "CHE: Smith 12", "MUN - Jones 44"; or of a
        column before that of names, "21  G  MUN  Jones"."""
        token = self.tokens[place]
        if token.kind != lx.NAME or not str(token.value).isupper() or len(str(token.value)) > LETTERS[-1]:
            return False
        behind = place + 1
        while self._kind(behind) in (lx.COLON, lx.DASH):
            behind += 1
        apart = behind > place + 1 and len(str(token.value)) in LETTERS
        return self._kind(behind) == lx.NAME or (apart and self._kind(behind) in (lx.MARK, lx.MINUTE))

    def _name(self, place: int, token: Token) -> None:
        if place in self.letters_at:
            if len(str(token.value)) in LETTERS:
                if not self.minute_first:
                    self._flush()
                self.letters, self.group_first = str(token.value), len(self.entries)
            return
        row = self.row
        if self.depth and (row.name is not None or (row.goals and not self.minute_first)):
            short = str(token.value).replace(".", "")
            opens, after = self._kind(place - 1) == lx.OPEN, self._kind(place + 1)
            initials = after == lx.CLOSE and short.isupper() and len(short) <= 3
            if opens and (initials or (after == lx.COMMA and row.goals == [])):  # "(J)", "(Naval, 65)"
                for goal in row.goals or self._bare_goal(token):
                    goal.initials = short
            return
        if self.minute_first:
            if row.name is None:
                row.name, row.start = token, token.start
            return
        if row.name is not None or row.goals:
            if not self.apart and not row.goals and row.name is not None:
                return
            self._flush()
        self.row.name, self.row.start, self.apart = token, token.start, False
        self.row.marks, self.marks_ahead = self.marks_ahead, set()

    def _bare_goal(self, token: Token) -> list[Entry]:
        self.row.goals = [Entry(token.start, token.end)]
        return self.row.goals

    def _minute(self, place: int, token: Token) -> None:
        minute, added = cast("tuple[int, int | None]", token.value)
        row = self.row
        if self.minute_first:
            if (row.name is not None and (self.depth == 0 or not row.goals)) or (
                row.name is None and any("own_goal" in g.marks for g in row.goals)
            ):
                self._flush()
        elif row.name is None:
            if "own_goal" not in self.marks_ahead:
                return
            row.marks, self.marks_ahead = self.marks_ahead, set()  # "OG 24", of whom it does not say
        elif not row.goals and "own_goal" not in self.marks_ahead:
            row.marks, self.marks_ahead = row.marks | self.marks_ahead, set()  # "Smith, second yellow, 84"
        row = self.row
        if len(row.goals) >= MOST_OF_ONE:
            return
        goal = Entry(token.start, token.end, minute=minute, added=added, half=self.scope)
        goal.signed = token.end - token.start > len(str(minute))
        if row.goals and row.goals[0].minute is None:  # "Kalulu (J) 42": the club came before the minute
            goal.club, goal.initials = row.goals[0].club, row.goals[0].initials
            row.goals = []
        whose = row.name is not None or "own_goal" in row.marks
        if row.marks and whose and not self.minute_first and not any(g.marks for g in row.goals):
            goal.marks |= row.marks
            if self.depth:
                row.marks = set()
        if self.row.score and not row.goals:
            goal.score = self.row.score
        row.goals.append(goal)
        self.apart = False

    def _mark(self, place: int, token: Token) -> None:
        kind, row = str(token.value), self.row
        closes = self._kind(place + 1) in (lx.DOT, lx.GROUP, lx.BAR, lx.LINE, "")  # "Smith (4'), own goal. Jones (9')"
        if row.goals and row.goals[-1].minute is not None and (closes or not self.apart or self.depth):
            row.goals[-1].marks.add(kind)
            row.goals[-1].end = max(row.goals[-1].end, token.end)
        elif row.name is None or (self.apart and not self._closes_name(place)):
            if self.minute_first:
                row.marks.add(kind)
            else:
                self.marks_ahead.add(kind)
        else:
            row.marks.add(kind)

    def _closes_name(self, place: int) -> bool:
        """Whether a mark behind a name and a comma is his: no other name follows before a figure ("Smith, og, 4")."""
        return not self.row.goals and self._beside(place, 1) in (lx.COMMA, lx.MINUTE, lx.OPEN)

    def _half(self, place: int, token: Token) -> None:
        half = cast("int", token.value)
        before, after = self._beside(place, -1), self._beside(place, 1)
        if before == lx.MINUTE and self.row.goals and after != lx.COLON:
            self.row.goals[-1].half = half
            in_words = token.end - token.start >= SPELT_OUT
            if half == 1 or self.halves_told or (in_words and self._may_all_be_of_second()):
                self._spread(half)
            self.halves_told = True
        elif (
            after == lx.NAME and before != lx.MINUTE and token.end - token.start >= SPELT_OUT
        ):  # "nel primo tempo Rossi …"
            self._flush()
            self.scope, self.halves_told = half, True
        elif after in (lx.MINUTE, lx.COLON, lx.LINE) or (after == lx.COMMA and self._kind(place + 2) == lx.MINUTE):
            self._flush()
            self.scope, self.halves_told = half, True

    def _may_all_be_of_second(self) -> bool:
        """ "Smith 2, Jones 6 and Hill 48 minutes of the second half": they run on within what a half can have."""
        minutes = [goal.minute or 0 for goal in (*self.entries, *self.row.goals)]
        return len(minutes) > 2 and minutes == sorted(minutes) and minutes[-1] <= RESTART_LATEST

    def _spread(self, half: int) -> None:
        """ "11, 23 and 29 of the first half": the earlier minutes since the last half was named belong to it too."""
        for goal in reversed([*self.entries, *self.row.goals]):
            if goal.half is not None and goal is not self.row.goals[-1]:
                break
            goal.half = half

    def _score(self, place: int, token: Token) -> None:
        value = cast("tuple[int, int]", token.value)
        if self.score_first and not self.depth:
            if self.row.name is not None:
                self._flush()
            self.row.score = value
            for goal in self.row.goals:
                goal.score = value
        elif self.row.goals:
            self.row.goals[-1].score = value
        elif self.row.name is not None:
            self.row.score = value
        self.apart = False

    def _team(self, place: int, token: Token) -> None:
        club = str(token.value)
        if self.depth and self.row.goals:
            self.row.goals[-1].club = club
        elif self.depth and self.row.name is not None:
            self._bare_goal(token)[0].club = club
        elif self._kind(place - 1) == lx.FOR or self._beside(place, -1) == lx.FOR:
            self._flush()
            for entry in self.entries[self.group_first :]:
                entry.club = club
            self.group_first = len(self.entries)
        elif self.row.name is None or self.apart or self._kind(place + 1) in (lx.COLON, lx.DASH, lx.OPEN):
            self._flush()
            self.club = club
            self.group_first = len(self.entries)

    def _open(self, place: int, token: Token) -> None:
        self.depth += 1

    def _close(self, place: int, token: Token) -> None:
        self.depth = max(0, self.depth - 1)

    def _comma(self, place: int, token: Token) -> None:
        if not self.depth:
            self.apart = True

    def _group(self, place: int, token: Token) -> None:
        if self.depth:
            return
        self._flush()
        self.group += 1
        self.bar = self.bar or token.kind == lx.BAR
        self.apart = True

    def _stop(self, place: int, token: Token) -> None:
        if not self.depth:
            self.apart = True

    def _line(self, place: int, token: Token) -> None:
        self.depth = 0
        self._flush()

    def _kind(self, place: int) -> str:
        return self.tokens[place].kind if 0 <= place < len(self.tokens) else ""

    def _beside(self, place: int, step: int) -> str:
        """The kind of the nearest token that means something."""
        place += step
        while 0 <= place < len(self.tokens) and self.tokens[place].kind in (lx.FILL, lx.DOT, lx.OTHER):
            place += step
        return self._kind(place)


_HANDLERS = {
    lx.NAME: "_name",
    lx.MINUTE: "_minute",
    lx.MARK: "_mark",
    lx.HALF: "_half",
    lx.SCORE: "_score",
    lx.TEAM: "_team",
    lx.OPEN: "_open",
    lx.CLOSE: "_close",
    lx.COMMA: "_comma",
    lx.AND: "_comma",
    lx.GROUP: "_group",
    lx.BAR: "_group",
    lx.DOT: "_stop",
    lx.DASH: "_skip",
    lx.LINE: "_line",
}


def read_entries(tokens: Sequence[Token], scope: int | None = None) -> list[Entry]:
    """The entries of a stretch, with minutes on the match clock. `scope` is the half whose minutes they count."""
    entries = EntryReader(_without_tallies(_without_shirts(_unbracketed(tokens))), scope).read()
    _on_the_match_clock(entries)
    return entries


def _without_shirts(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens of a list without the numbers on the shirts, where each name has one before it and its minutes behind:
    "10. Smith 44 | 7. Jones 53, 60"."""
    figures = [n for n, token in enumerate(tokens) if token.kind in (lx.NAME, lx.MINUTE)]
    kinds = "".join(tokens[n].kind for n in figures)
    if (
        figures[:1] != [0]
        or not re.fullmatch(rf"(?:{lx.MINUTE}{lx.NAME}{lx.MINUTE}+)+", kinds)
        or kinds.count(lx.NAME) * 2 > kinds.count(lx.MINUTE)
    ):
        return tokens
    shirts = {figures[n - 1] for n, kind in enumerate(kinds) if kind == lx.NAME}
    bare = all(tokens[n].end - tokens[n].start <= len("99. ") for n in shirts)
    return [token for n, token in enumerate(tokens) if n not in shirts] if bare else tokens


def _without_tallies(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens of a list without the goals of his season behind a man, where who made the goal stands between them
    and the minute, and the letters of his club before him: "SEA -- Smith 4 (Jones) 28"."""
    kinds = "".join(token.kind for token in tokens)
    told = _SEASON.match(kinds)
    return [token for place, token in enumerate(tokens) if place != told.end("name")] if told else tokens


def _unbracketed(tokens: Sequence[Token]) -> Sequence[Token]:
    """What stands in brackets that hold the whole: "(Smith 10, Jones 44; Hill 70)"."""
    inner = [place for place, token in enumerate(tokens) if token.kind in (lx.OPEN, lx.CLOSE)]
    whole = len(inner) == 2 and inner == [0, len(tokens) - 1]
    return tokens[1:-1] if whole else tokens


def _on_the_match_clock(entries: Sequence[Entry]) -> None:
    """Minutes counted from the restart become minutes of the match: 28' of the second half is 73, 47' is 90+2."""
    second = [e.minute for e in entries if e.half == 2 and e.minute is not None]
    absolute = bool(second) and max(second) > RESTART_LATEST
    for entry in entries:
        if entry.minute is None or entry.half is None:
            continue
        if entry.half == 1 and 45 < entry.minute < RESTART_LATEST:
            entry.minute, entry.added = 45, entry.minute - 45
        elif entry.half == 2 and not absolute:
            if entry.minute > 45:
                entry.minute, entry.added = 90, entry.minute - 45
            else:
                entry.minute += 45
