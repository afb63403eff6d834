"""The lists of a text: what each of them is, and which of the two sides it belongs to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Literal, cast

from tabellino.domain.claim import FactField
from tabellino.domain.report import Span
from tabellino.extract.blocks import lexer as lx
from tabellino.extract.blocks.cells import read_cells
from tabellino.extract.blocks.columns import Column, cells_under, column_heads
from tabellino.extract.blocks.cut_off import complete_last
from tabellino.extract.blocks.entries import Entry, read_entries
from tabellino.extract.blocks.facts import LARGEST_CROWD, LEAST_CROWD, fact_field, fact_value
from tabellino.extract.blocks.feeds import read_feed
from tabellino.extract.blocks.heads import Head, find_heads
from tabellino.extract.blocks.lexer import Token, lex
from tabellino.extract.blocks.lines import TALLY, Stretch, stretches, tally_of
from tabellino.extract.blocks.lineups import Squad, read_lineup, read_names
from tabellino.extract.blocks.parts import CARDS, Blocks, Kind, Part, Tally, list_kind
from tabellino.extract.blocks.results import behind, beside_club, counted, latest, of_both, of_clubs, trailing
from tabellino.extract.blocks.rosters import read_rosters
from tabellino.extract.blocks.rows import BAR, Table, is_row
from tabellino.extract.blocks.shapes import (
    are_marks,
    are_of_clubs,
    before_prose,
    complete,
    goals_told,
    is_prose,
    listed_alone,
    match_of_line,
    names_no_man,
    without_club,
    without_clubs_beside,
    without_notes,
    without_title,
)
from tabellino.extract.blocks.shares import Shared
from tabellino.extract.blocks.signed import read_signed
from tabellino.extract.blocks.timeline import read_event
from tabellino.extract.blocks.words import block_words, plain
from tabellino.extract.text import Text

#: Lists whose lines may be parted by clubs: of cards, and of what tells of neither goal nor card.
LED: tuple[Kind, ...] = (*CARDS, "other")
#: A line with the result of a match has no more characters than this.
LONGEST_RESULT = 160
#: A line of a list has no more small words than this.
FEW_WORDS = 4
#: A line of fewer tokens tells nothing of anybody.
TWO = 2
#: A list under a heading has no more lines than this.
LONGEST_LIST = 40


_WORDS = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
#: What stands between full stops and semicolons; full stops inside abbreviations have no blank after them.
_CLAUSE = re.compile(r"(?:[^.;\n]|\.(?=\S))+")


def read_blocks(text: Text, clubs: Mapping[str, str], others: frozenset[str] = frozenset()) -> Blocks:
    """The lists of a text. `clubs` gives the canonical club for the plain words that name one of the two; `others`
    are plain names of further clubs: a line that lists those is a table or a list of fixtures."""
    heads = find_heads(text.folded, clubs)
    fed = [*(read_feed(text.folded, clubs) or read_cells(text.folded, clubs, heads)), *read_rosters(text.folded, clubs)]
    found = stretches(text.folded, clubs)
    if fed:
        taken = sorted(part.span for part in fed)
        starts, before = [start for start, _ in taken], [0, *accumulate((end for _, end in taken), max)]
        found = [one for one in found if one.start >= before[bisect_right(starts, one.start)]]
    blocks = _Assembler(text.folded, clubs, others).read(found, heads) if found else Blocks()
    if fed:
        blocks.parts = sorted([*blocks.parts, *fed], key=lambda part: part.span)
    return blocks


class _Assembler:
    def __init__(self, folded: str, clubs: Mapping[str, str], others: frozenset[str]) -> None:
        self.folded = folded
        self.clubs = clubs
        self.others = others
        self.blocks = Blocks()
        self.group: int | None = None
        self.club: str | None = None
        self.lineups = 0
        self.roster: list[set[str]] = []
        self.heading: Kind | Literal["club"] | None = None
        self.heading_lines = 0
        self.heading_club: str | None = None
        self.scope: int | None = None
        self.bullets = 0
        self.after_score = False
        self.above: tuple[tuple[str, int], ...] = ()
        self.counted: tuple[Part, list[Entry]] | None = None  # of which the figure may be a minute all the same
        self.told: Mapping[str, int] = {}
        self.columns: tuple[Column, ...] = ()
        self.shared = Shared({})
        self.last_club: str | None = None
        self.under: list[tuple[Part, str]] = []
        self.table = Table()
        self.last_goals: Part | None = None
        self.of_another = False  # results of other matches stand on the page, too
        self.clock: Entry | None = None  # of a minute that has its line to itself

    def read(self, found: Iterable[Stretch], scores: Iterable[Head]) -> Blocks:
        heads = {head.spans[0][0]: head for head in scores}
        done = 0
        for stretch in found:
            if stretch.start < done:
                continue
            if head := heads.get(stretch.start):
                self._head(head)
                done = head.spans[1][1]
            elif self._is_of_another(stretch):
                continue
            elif stretch.label is None:
                self._unlabelled(stretch)
            else:
                self._labelled(stretch)
            if not stretch.heading:
                self.clock = None if stretch.label else _minute_alone(self.folded, stretch)
        self.shared.share_out()
        self._under_clubs()
        complete_last(self.folded, self.blocks.parts)
        return self.blocks

    def _is_of_another(self, stretch: Stretch) -> bool:
        """Whether a line is the result of another match, or stands under one: until a line has both clubs again."""
        if stretch.line_start and stretch.end - stretch.start <= LONGEST_RESULT:
            whose = match_of_line(self.folded, stretch.start, stretch.end, self.clubs, self.others)
            self.of_another = whose == "another" if whose is not None else self.of_another
        return self.of_another

    def _head(self, head: Head) -> None:
        """The clubs and their goals on lines of their own."""
        for club, tally, span in zip(head.clubs, head.tallies, head.spans, strict=True):
            part = self._add("tally", *span)
            part.beside, part.club, part.tally, part.sure = True, club, tally, not head.bare
        self.heading, self.above = None, ()
        self._told({club: tally.goals for club, tally in zip(head.clubs, head.tallies, strict=True)})

    def _told(self, goals: Mapping[str, int]) -> None:
        """The goals of both clubs; the scorers of the lines that follow are shared out between them."""
        if goals:
            self.shared.share_out()
            self.told, self.shared, self.after_score, self.heading = goals, Shared(goals), True, None

    def _under_clubs(self) -> None:
        """Lists of goals that follow a line of their club each ("Fulham: Smith, Jones. … Goals: Jones 20."): they are
        its own where they have as many goals as the score tells for it, and together all."""
        counts: dict[str, int] = {}
        for part, club in self.under:
            counts[club] = counts.get(club, 0) + len(part.entries)
        if counts and counts == {club: goals for club, goals in self.told.items() if goals}:
            for part, club in self.under:
                part.club = club

    def _entries(self, tokens: Sequence[Token]) -> list[Entry]:
        """The entries of a list; what has no minute has that which stood alone on the line above."""
        entries = read_entries(tokens, self.scope)
        for entry in entries if self.clock is not None else ():
            if entry.minute is None and self.clock is not None:
                entry.minute, entry.added = self.clock.minute, self.clock.added
        return entries

    def _lex(self, start: int, end: int) -> list[Token]:
        return before_prose(lex(self.folded, start, end, self.clubs))

    def _add(self, kind: Kind, start: int, end: int, labelled: bool = True) -> Part:
        while end > start and self.folded[end - 1].isspace():
            end -= 1
        part = Part(kind, (start, end), labelled)
        self.blocks.parts.append(part)
        self.last_goals = part if kind == "goals" else self.last_goals
        return part

    # -- lists that announce themselves

    def _labelled(self, stretch: Stretch) -> None:
        label = stretch.label
        self.table = Table()
        if label == "half":
            self.scope = 2 if _half_of(self.folded[stretch.start : stretch.content]) == 2 else 1
            return
        if label == "club":
            self._of_club(stretch)
            return
        if label == "tally":
            self._tally(stretch)
            return
        led = self.heading
        self.heading, self.scope = None, None
        if kind := list_kind(label):
            self.scope = _half_named(self.folded[stretch.start : stretch.content])
            if stretch.heading:
                under = self.club if led == "club" else self.heading_club if led in LED else None
                self.heading, self.heading_lines, self.bullets = kind, 0, 0
                self.heading_club = stretch.club or under
                self._add("other", stretch.start, stretch.end)
            else:
                self._list(stretch, kind)
        elif fact := fact_field(label):
            self._fact(stretch, fact)
        elif label == "bench":
            tokens = self._lex(stretch.content, stretch.end)
            part = self._add("bench", stretch.start, tokens[-1].end if tokens else stretch.content)
            part.names = [(t.start, t.end) for t in tokens if t.kind == lx.NAME]
            self._on_side(part)
        elif label == "neutral":
            self._notes(stretch)
        elif label == "other" and stretch.heading:
            self.heading, self.heading_lines = "other", 0
        elif label in ("other", "staff"):
            tokens = self._lex(stretch.content, stretch.end)
            if tokens and not is_prose(tokens):
                self._add("other", stretch.start, tokens[-1].end)

    def _notes(self, stretch: Stretch) -> None:
        """Dismissals among the notes, told without a colon: "NOTE: espulso Kalulu al 42' per doppia ammonizione."."""
        for clause in _CLAUSE.finditer(self.folded, stretch.content, stretch.end):
            words = list(_WORDS.finditer(clause[0]))[:3]
            for length in range(len(words), 0, -1):
                label = block_words().labels.get(plain(clause[0][words[0].start() : words[length - 1].end()]))
                kind = list_kind(label)
                if kind not in CARDS:
                    continue
                tokens = self._lex(clause.start() + words[length - 1].end(), clause.end())
                if entries := read_entries(tokens):
                    start = clause.start() + words[0].start()
                    self._add(kind, start, tokens[-1].end).entries = entries
                break

    def _list(self, stretch: Stretch, kind: Kind) -> None:
        tokens = self._lex(stretch.content, stretch.end)
        if kind == "goals" and (entry := latest(tokens)) is not None:
            if not self._goes_on(stretch, [entry]):
                self._add(kind, stretch.start, stretch.end).entries = [entry]
            return
        entries = self._entries(tokens)
        if kind == "goals":
            entries = [e for e in entries if e.minute is not None or e.name is not None]
            timed = sum(e.minute is not None or e.score is not None for e in entries)
            if timed * 2 < len(entries) and not are_of_clubs(tokens, entries):
                entries = of_both(tokens, self._told_of(stretch.club))
        if not entries or (kind == "goals" and self._is_told_in_prose(stretch, tokens, entries)):
            return
        part = self._add(kind, stretch.start, tokens[-1].end)
        part.entries, part.club = entries, stretch.club
        if kind == "goals" and self.folded[part.span[1] - 1] in ",;":
            self.heading, self.heading_lines = kind, 0
        elif kind == "goals" and entries[0].score is not None:
            self.heading, self.heading_lines = "goals", LONGEST_LIST - 12
        if stretch.line_start and stretch.club is None and not (self._both_sides(entries)):
            part.group, part.club = (self.group, self.club) if self.lineups and kind != "goals" else (None, None)
            if kind == "goals" and self.last_club is not None:
                self.under.append((part, self.last_club))

    def _is_told_in_prose(self, stretch: Stretch, tokens: Sequence[Token], entries: Sequence[Entry]) -> bool:
        """Whether a label begins prose, as in live texts: "GOAL - 2-2: Unbelievable. Nobody is near him …"."""
        if "!" in self.folded[tokens[0].start : tokens[-1].end]:
            return True
        if any(e.minute is not None for e in entries) or not is_prose(
            lex(self.folded, stretch.content, stretch.end, self.clubs)
        ):
            return False
        return not any(
            self.folded.count(e.name.split()[-1]) > 1 or not e.name.isalpha() for e in entries if e.name is not None
        )

    def _told_of(self, club: str | None) -> Mapping[str, int]:
        """The goals of a club, or of both, as the last line of score told them."""
        return self.told if club is None else {club: self.told.get(club, 0)}

    @staticmethod
    def _both_sides(entries: Sequence[Entry]) -> bool:
        return len({e.group for e in entries}) > 1 or any(e.club or e.score for e in entries)

    def _tally(self, stretch: Stretch) -> None:
        """ "BOLTON (1) 2", with its scorers on the next line."""
        told = TALLY.fullmatch(self.folded, stretch.start, stretch.end)
        if told is not None:
            part = self._add("tally", stretch.start, stretch.end)
            part.beside = True  # without scorers under it, it is a score line like those of prose
            part.club, part.tally = stretch.club, tally_of(told)
            self.club, self.group, self.heading, self.heading_lines = stretch.club, None, "club", 0

    def _of_club(self, stretch: Stretch) -> None:
        led = self.heading if self.heading in LED and self.heading_lines <= LONGEST_LIST else None
        listed = self.heading == "goals" and not stretch.heading
        self.heading, self.last_club = None, stretch.club
        if led is not None:  # "Booked: Fulham: Smith 12 / Everton: Jones 30"
            self.heading, self.heading_club, self.heading_lines = led, stretch.club, self.heading_lines + 1
            if not stretch.heading:
                self._led(stretch, led)
            return
        if stretch.heading:
            self.club, self.group, self.heading, self.heading_lines = stretch.club, None, "club", 0
            return
        if self._signed(stretch):
            return
        self._figure_before(stretch)
        tokens = self._lex(stretch.content, stretch.end)
        while tokens and tokens[-1].kind == lx.FOR:  # "Pour Lyon : Gomis (12e). Pour Lille : …"
            tokens.pop()
        if squad := read_lineup(tokens, labelled=True):
            self._lineup(stretch.start, squad, stretch.club)
            return
        entries = counted(tokens, self.told.get(str(stretch.club), 0))
        if not entries and complete(tokens, found := read_entries(tokens)):
            entries = found
        if entries:
            part = self._add("goals", stretch.start, tokens[-1].end)
            part.entries, part.club = entries, stretch.club
            self.heading = "goals" if listed else None

    def _figure_before(self, stretch: Stretch) -> None:
        """A club's goals before its name at the head of its line-up: "2 - Real Sociedad: Bravo, …"."""
        start = self.folded.rfind("\n", 0, stretch.start) + 1
        figure = self.folded[start : stretch.start].strip(" -.*|")
        if figure.isdigit() and len(figure) <= TWO:
            part = self._add("tally", start, stretch.content)
            part.beside, part.club, part.tally, part.sure = True, stretch.club, Tally(int(figure), None), True

    def _led(self, stretch: Stretch, kind: Kind) -> None:
        """A club's part of a list of cards, or of what tells of no goal and no card."""
        tokens = self._lex(stretch.content, stretch.end)
        entries = self._entries(tokens) if kind in CARDS else []
        if tokens and (entries or kind == "other"):
            part = self._add(kind, stretch.start, tokens[-1].end)
            part.entries, part.club = entries, stretch.club

    def _lineup(self, start: int, squad: Squad, club: str | None) -> None:
        part = self._add("lineup", start, squad.end, labelled=club is not None)
        part.squad, part.club = squad, club
        part.group = None if club else min(self.lineups, 1)
        self.lineups += 1
        self.group, self.club, self.heading = part.group, club, None
        self.roster.append({self._surname(span) for span in (*squad.starters, *squad.substitutes)})

    def _surname(self, span: Span) -> str:
        return plain(self.folded[span[0] : span[1]]).split()[-1]

    def _fact(self, stretch: Stretch, fact: FactField) -> None:
        value = fact_value(fact, self.folded[stretch.content : stretch.end])
        if value is None:
            return
        words, length = value
        part = self._add("fact", stretch.start, stretch.content + length)
        part.fact = (fact, words)

    def _on_side(self, part: Part) -> None:
        part.group, part.club = self.group, self.club

    # -- lists known by their look and place

    def _unlabelled(self, stretch: Stretch) -> None:
        line = self.folded[stretch.start : stretch.end]
        if is_row(line) and self._row(stretch):
            return
        self.table = Table()
        if self.heading and self._under_heading(stretch, line):
            return
        if self.heading != "club":
            self.heading = None
        if self._in_columns(stretch):
            return
        if self._signed(stretch):
            return
        tokens = without_title(lex(self.folded, stretch.start, stretch.end, self.clubs))
        if not tokens:
            return
        if names_no_man(tokens):
            self._add("other", stretch.start, stretch.end, labelled=False)
            return
        if squad := read_lineup(without_club(tokens), labelled=False):
            self._lineup(stretch.start, squad, self.club if self.heading == "club" else None)
            return
        if event := read_event(self.folded, tokens, stretch.end, self.clubs):
            self._add_under(event.kind, stretch, event.entries)
            return
        bullet = line.lstrip()[:1] == "*"
        if not bullet:
            self.bullets = 0
        told = any(t.kind == lx.SCORE for t in tokens) and sum(t.kind == lx.TEAM for t in tokens) >= 2
        if self._beside_club(stretch) or self._scorers(stretch, tokens, bullet) or self._results(stretch, tokens):
            return
        if self.lineups and not told:
            self._after_lineup(stretch, tokens)
        self.after_score = told
        self.above = goals_told(tokens)
        self._told(dict(self.above))
        self.shared.breaks.add(len(self.shared.parts))

    def _under_heading(self, stretch: Stretch, line: str) -> bool:
        """A line of a list whose heading stands above it."""
        self.heading_lines += 1
        heading = self.heading
        if heading is None or heading == "club" or self.heading_lines > LONGEST_LIST:
            return False
        tokens = lex(self.folded, stretch.start, stretch.end, self.clubs)
        entries = self._entries(tokens)
        first = next((t.kind for t in tokens if t.kind not in (lx.FILL, lx.DASH, lx.DOT)), "")
        others = sum(t.kind == lx.OTHER for t in tokens)
        if names_no_man(tokens):
            self._add("other", stretch.start, stretch.end)
            return True
        if heading == "other":
            named = first == lx.NAME and others <= FEW_WORDS
            if named:
                self._add("other", stretch.start, stretch.end)
            return named
        listed = first in (lx.MINUTE, lx.SCORE) or (first in (lx.NAME, lx.MARK, lx.TEAM) and others <= 1)
        if heading in CARDS:
            listed = listed and others <= FEW_WORDS
        elif not any(e.minute is not None or e.score is not None for e in entries):
            listed = False
        if not entries or not listed:
            return False
        if first == lx.MINUTE and heading == "goals":
            entries = entries[:1] if others else entries
        last = self.blocks.parts[-1] if self.blocks.parts else None
        if last is not None and last.kind == heading:
            last.span = (last.span[0], stretch.end)
            for entry in entries:
                entry.group += last.entries[-1].group
            last.entries += entries
            return True
        part = self._add(heading, stretch.start, stretch.end)
        part.entries, part.club = entries, self.heading_club
        return True

    def _signed(self, stretch: Stretch) -> bool:
        """A line with pictures for words; goals alone are read as other lines of scorers are."""
        found = read_signed(self.folded, stretch.start, stretch.end, self.clubs)
        if all(one.kind == "goals" and one.club is None for one in found) and len(found) < 2:
            return False
        for one in found:
            part = self._add(one.kind, *one.span)
            part.entries, part.club = one.entries, one.club
        return True

    def _row(self, stretch: Stretch) -> bool:
        """A row of a table; those of one kind are one list."""
        heading = self.heading if self.heading != "club" else None
        kind, entry = self.table.read(self.folded, (stretch.start, stretch.end), self.clubs, heading)
        if kind is not None and entry is not None:
            part = self.table.parts.get(kind)
            if part is None:
                part = self.table.parts[kind] = self._add(kind, stretch.start, stretch.end)
            part.span = (part.span[0], stretch.end)
            part.entries.append(entry)
            return True
        return self.table.begun or self.folded[stretch.start : stretch.end].lstrip().startswith(BAR)

    def _in_columns(self, stretch: Stretch) -> bool:
        """The head of two columns, or a line of scorers under it."""
        if heads := column_heads(self.folded, stretch.start, stretch.end, self.clubs):
            for head in heads:
                part = self._add("tally", *head.span)
                part.beside, part.club, part.tally = True, head.club, head.tally
            self.columns = heads
            return True
        if not self.columns:
            return False
        read = []
        for head, (start, end) in cells_under(self.folded, stretch.start, stretch.end, self.columns):
            tokens = lex(self.folded, start, end, self.clubs)
            entries = read_entries(tokens)
            if not entries or not listed_alone(tokens) or len(entries) > head.tally.goals:
                self.columns = ()
                return False
            read.append((head, start, end, entries))
        for head, start, end, entries in read:
            part = self._add("goals", start, end, labelled=False)
            part.entries, part.club = entries, head.club
        return bool(read)

    def _scorers(self, stretch: Stretch, tokens: list[Token], bullet: bool) -> bool:
        """A line of names with minutes alone, where scorers stand: under a line-up, a club's name or a score, as
        bullets, or with the running score."""
        entries = read_entries(tokens)
        if entries and not self._clubs_alone(tokens) and self._of_the_score(tokens):
            return True
        shown = [entry for entry in entries if not entry.marks.isdisjoint(CARDS)]
        if shown and complete(tokens, entries) and not self._names_clubs(tokens):
            self._shown(stretch, shown)
            return True
        told = without_clubs_beside(without_notes(tokens))
        if not entries or not complete(tokens, entries) or self._names_clubs(told):
            return False
        if are_marks(entries):
            self._add("other", stretch.start, stretch.end, labelled=False)
            return True
        running = all(e.score is not None for e in entries)
        shared = 0 < len(entries) <= self.shared.lacking
        placed = (
            any("goal" in entry.marks for entry in entries)
            or bool(self.lineups)
            or self.heading == "club"
            or self.after_score
            or bullet
            or running
            or shared
        )
        if not placed and len(entries) < 2:
            return False
        if running and self._goes_on(stretch, entries):
            return True
        if self.heading == "club" and self.counted is not None:  # a further scorer: what seemed to count was a minute
            self.counted[0].entries, self.counted = self.counted[1], None
        part = self._add("goals", stretch.start, stretch.end, labelled=False)
        part.entries = entries
        if bullet:
            part.group, self.bullets = min(self.bullets, 1), self.bullets + 1
        elif self.heading == "club" or (self.lineups and not self._both_sides(entries)):
            self._on_side(part)
        elif shared and not running:
            self.shared.parts.append(part)
        return True

    def _shown(self, stretch: Stretch, entries: list[Entry]) -> None:
        """Men with cards beside their minutes: "Smith 63' (Red card)"."""
        for kind in CARDS:
            of_kind = [entry for entry in entries if kind in entry.marks]
            if of_kind:
                self._add_under(kind, stretch, of_kind)

    def _add_under(self, kind: Kind, stretch: Stretch, entries: list[Entry]) -> None:
        """A list of a line, of the club under whose name it stands."""
        part = self._add(kind, stretch.start, stretch.end)
        part.entries = entries
        if self.heading == "club":
            self._on_side(part)

    def _goes_on(self, stretch: Stretch, entries: list[Entry]) -> bool:
        """Whether a line goes on with the running score of the one before it, up or down, whose list it then joins."""
        last = self.last_goals
        if last is None or last.club is not None or not last.entries:
            return False
        before, after = last.entries[-1].score, entries[0].score
        if before is None or after is None or abs(after[0] - before[0]) + abs(after[1] - before[1]) != 1:
            return False
        if last is self.blocks.parts[-1]:
            last.span = (last.span[0], stretch.end)
        else:
            self._add("other", stretch.start, stretch.end)
        last.entries += entries
        return True

    def _of_the_score(self, tokens: list[Token]) -> bool:
        """A line of as many scorers as the line above it gives goals, with minutes or without: of the club that has it
        to itself ("Stoke 2", "Ricketts, Cresswell"), or of both ("Fulham 1 Stoke 3", "Hill 14 / Fuller 18, 45, 90")."""
        told = dict(self.above) if self.heading != "club" else self._told_above()
        found = of_both(tokens, told)
        for club in dict.fromkeys(str(entry.club) for entry in found):
            entries = [entry for entry in found if entry.club == club]
            part = self._add("goals", entries[0].start, entries[-1].end, labelled=False)
            part.entries, part.club = entries, club
            alone = read_entries(tokens) if self.heading == "club" else entries
            self.counted = (part, alone) if len(alone) < len(entries) else None
        self.above = () if found else self.above
        return bool(found)

    def _told_above(self) -> dict[str, int]:
        """The goals of the club whose line of results stands right above."""
        last = self.blocks.parts[-1] if self.blocks.parts else None
        return {last.club: last.tally.goals} if last and last.club and last.tally else {}

    def _results(self, stretch: Stretch, tokens: list[Token]) -> bool:
        """A line of goals with who scored them beside or behind."""
        if self._clubs_alone(tokens) and not any(token.kind == lx.OPEN for token in tokens):
            return False
        if (entry := latest(tokens)) is not None:
            if not self._goes_on(stretch, [entry]):
                self._add("goals", stretch.start, stretch.end, labelled=False).entries = [entry]
                self.blocks.parts[-1].beside = True
            return True
        parts = behind(tokens) or of_clubs(tokens) or trailing(tokens)
        self.blocks.parts += parts
        return bool(parts)

    def _beside_club(self, stretch: Stretch) -> bool:
        """A club's name and its scorers with nothing between: "Stoke City Fuller 18"."""
        found = beside_club(self.folded, (stretch.start, stretch.end), self.clubs, self.told)
        if found is not None:
            part = self._add("goals", stretch.start, stretch.end, labelled=False)
            part.club, part.entries = found
        return found is not None

    def _names_clubs(self, tokens: Sequence[Token]) -> bool:
        return any(t.kind == lx.TEAM or (t.kind == lx.NAME and plain(str(t.value)) in self.others) for t in tokens)

    def _clubs_alone(self, tokens: Sequence[Token]) -> bool:
        """Whether all names are those of further clubs; among others one may be a man's (Valencia)."""
        names = [plain(str(t.value)) for t in tokens if t.kind == lx.NAME]
        return bool(names) and self.others.issuperset(names)

    def _after_lineup(self, stretch: Stretch, tokens: list[Token]) -> None:
        """What papers print under a line-up without a label: men cautioned, the bench, the crowd, the referee."""
        kinds = "".join(t.kind for t in tokens if t.kind not in (lx.DOT, lx.COLON))
        if kinds == lx.NUMBER and LEAST_CROWD <= int(str(tokens[0].value)) <= LARGEST_CROWD:
            self._add("fact", stretch.start, stretch.end, False).fact = ("attendance", str(tokens[0].value))
            return
        names = read_names(tokens)
        if names and len(names) <= 12:
            known = sum(self._surname(span) in self.roster[-1] for span in names)
            if known == len(names):
                part = self._add("yellow", stretch.start, stretch.end, False)
                part.entries = [Entry(a, b, name=self.folded[a:b], name_span=(a, b)) for a, b in names]
                self._on_side(part)
                return
            if len(names) > 1:
                part = self._add("bench", stretch.start, stretch.end, False)
                part.names = names
                self._on_side(part)
                return
        if self.lineups >= 2 and kinds in (lx.NAME, "N(N)", "N(T)", "N(NN)"):
            self._add("fact", stretch.start, stretch.end, False).fact = ("referee", str(tokens[0].value))


def _minute_alone(folded: str, stretch: Stretch) -> Entry | None:
    """The minute that is all that a line holds; None for other lines."""
    tokens = lex(folded, stretch.start, stretch.end, {})
    if len(tokens) != 1 or tokens[0].kind != lx.MINUTE or folded[stretch.start : stretch.end].strip().isdigit():
        return None
    minute, added = cast("tuple[int, int | None]", tokens[0].value)
    return Entry(stretch.start, stretch.end, minute=minute, added=added)


def _half_of(words: str) -> int:
    key = plain(words.strip(" :*-"))
    halves = block_words().halves
    return next((halves[key[n:]] for n in range(len(key)) if key[n:] in halves), 1)


def _half_named(label: str) -> int | None:
    """The half that the last words of a label name; None when they name none."""
    parts = plain(label.strip(" :*-")).split()
    halves = block_words().halves
    return next((halves[half] for n in range(len(parts)) if (half := " ".join(parts[n:])) in halves), None)
