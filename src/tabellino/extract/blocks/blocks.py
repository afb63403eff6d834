"""The lists of a text: what each of them is, and which of the two sides it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, cast

from tabellino.domain.claim import FactField
from tabellino.domain.report import Span
from tabellino.extract.blocks import lexer as lx
from tabellino.extract.blocks.columns import Column, cells_under, column_heads
from tabellino.extract.blocks.entries import Entry, read_entries
from tabellino.extract.blocks.facts import LARGEST_CROWD, LEAST_CROWD, fact_field, fact_value
from tabellino.extract.blocks.lexer import Token, lex
from tabellino.extract.blocks.lines import LABEL_REACH, TALLY, Stretch, stretches, tally_of
from tabellino.extract.blocks.lineups import Squad, read_lineup, read_names
from tabellino.extract.blocks.parts import CARDS, Blocks, Kind, Part, list_kind
from tabellino.extract.blocks.results import behind, counted, of_both, of_clubs
from tabellino.extract.blocks.shapes import (
    are_marks,
    are_of_clubs,
    before_prose,
    complete,
    goals_told,
    is_prose,
    listed_alone,
    without_club,
    without_title,
)
from tabellino.extract.blocks.words import block_words, plain
from tabellino.extract.text import Text

#: A list under a heading has no more lines than this.
LONGEST_LIST = 40


#: A name of fewer letters at the very end of a text is a name cut off.
SCRAP = 3


_WORDS = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
#: What stands between full stops and semicolons; full stops inside abbreviations have no blank after them.
_CLAUSE = re.compile(r"(?:[^.;\n]|\.(?=\S))+")


def read_blocks(text: Text, clubs: Mapping[str, str], others: frozenset[str] = frozenset()) -> Blocks:
    """The lists of a text. `clubs` gives the canonical club for the plain words that name one of the two; `others`
    are plain names of further clubs: a line that lists those is a table or a list of fixtures."""
    found = stretches(text.folded, clubs)
    if not found:
        return Blocks()
    return _Assembler(text.folded, clubs, others).read(found)


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
        self.scope: int | None = None
        self.bullets = 0
        self.after_score = False
        self.above: tuple[tuple[str, int], ...] = ()
        self.told: Mapping[str, int] = {}
        self.columns: tuple[Column, ...] = ()

    def read(self, found: Iterable[Stretch]) -> Blocks:
        for stretch in found:
            if stretch.label is None:
                self._unlabelled(stretch)
            else:
                self._labelled(stretch)
        self._complete_last()
        return self.blocks

    def _complete_last(self) -> None:
        """A name that the end of the text cuts off ("83' Lo") becomes the one name that begins so; a scrap that could
        be several is dropped. In a list that has an Elmander, "Elm" may be another man: letters enough for a name are
        completed only by names that stand elsewhere."""
        end = len(self.folded.rstrip())
        part = next((p for p in reversed(self.blocks.parts) if p.entries and p.span[1] == end), None)
        if part is None or part.entries[-1].name_span is None or part.entries[-1].name_span[1] != end:
            return
        scrap = part.entries[-1].name_span
        written = self.folded[scrap[0] : end]
        if re.search(rf"(?<!\w){re.escape(written)}(?!\w)", self.folded[: scrap[0]]):
            return
        longer = re.compile(rf"(?<!\w){re.escape(written)}[\w'-]+")
        reach = end if len(written) < SCRAP else part.span[0]
        full = {found[0]: found.span() for found in longer.finditer(self.folded, 0, reach)}
        if len(full) == 1:
            [(part.entries[-1].name, part.entries[-1].name_span)] = full.items()
        elif full or len(written) < SCRAP:
            part.entries.pop()

    def _lex(self, start: int, end: int) -> list[Token]:
        return before_prose(lex(self.folded, start, end, self.clubs))

    def _add(self, kind: Kind, start: int, end: int, labelled: bool = True) -> Part:
        while end > start and self.folded[end - 1].isspace():
            end -= 1
        part = Part(kind, (start, end), labelled)
        self.blocks.parts.append(part)
        return part

    # -- lists that announce themselves

    def _labelled(self, stretch: Stretch) -> None:
        label = stretch.label
        if label == "half":
            self.scope = 2 if _half_of(self.folded[stretch.start : stretch.content]) == 2 else 1
            return
        if label == "club":
            self._of_club(stretch)
            return
        if label == "tally":
            self._tally(stretch)
            return
        self.heading, self.scope = None, None
        if kind := list_kind(label):
            if stretch.heading:
                self.heading, self.heading_lines, self.bullets = kind, 0, 0
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
        entries = read_entries(tokens, self.scope)
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
        self.heading = None
        if stretch.heading:
            self.club, self.group, self.heading, self.heading_lines = stretch.club, None, "club", 0
            return
        tokens = self._lex(stretch.content, stretch.end)
        if squad := read_lineup(tokens, labelled=True):
            self._lineup(stretch.start, squad, stretch.club)
            return
        entries = counted(tokens, self.told.get(str(stretch.club), 0))
        if not entries and complete(tokens, found := read_entries(tokens)):
            entries = found
        if entries:
            part = self._add("goals", stretch.start, tokens[-1].end)
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
        if self.heading and self._under_heading(stretch, line):
            return
        if self.heading != "club":
            self.heading = None
        if self._in_columns(stretch):
            return
        tokens = without_title(lex(self.folded, stretch.start, stretch.end, self.clubs))
        if not tokens:
            return
        if tokens[0].kind == lx.NAME and plain(str(tokens[0].value)) in block_words().statistics:
            self._add("other", stretch.start, stretch.end, labelled=False)
            return
        if squad := read_lineup(without_club(tokens), labelled=False):
            self._lineup(stretch.start, squad, self.club if self.heading == "club" else None)
            return
        if self._event(stretch, tokens):
            return
        bullet = line.lstrip()[:1] == "*"
        if not bullet:
            self.bullets = 0
        told = any(t.kind == lx.SCORE for t in tokens) and sum(t.kind == lx.TEAM for t in tokens) >= 2
        if self._scorers(stretch, tokens, bullet) or self._results(tokens):
            return
        if self.lineups and not told:
            self._after_lineup(stretch, tokens)
        self.after_score = told
        self.above = goals_told(tokens)
        self.told = dict(self.above) or self.told

    def _under_heading(self, stretch: Stretch, line: str) -> bool:
        """A line of a list whose heading stands above it."""
        self.heading_lines += 1
        heading = self.heading
        if heading is None or heading == "club" or self.heading_lines > LONGEST_LIST:
            return False
        tokens = lex(self.folded, stretch.start, stretch.end, self.clubs)
        entries = read_entries(tokens, self.scope)
        first = next((t.kind for t in tokens if t.kind not in (lx.FILL, lx.DASH, lx.DOT)), "")
        others = sum(t.kind == lx.OTHER for t in tokens)
        listed = first in (lx.MINUTE, lx.SCORE) or (first in (lx.NAME, lx.MARK) and others <= 1)
        if heading in CARDS:
            listed = listed and others <= 4
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
        part.entries = entries
        return True

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
        if not entries or not complete(tokens, entries) or self._names_clubs(tokens):
            return False
        if are_marks(entries):
            self._add("other", stretch.start, stretch.end, labelled=False)
            return True
        running = all(e.score is not None for e in entries)
        placed = bool(self.lineups) or self.heading == "club" or self.after_score or bullet or running
        if not placed and len(entries) < 2:
            return False
        part = self._add("goals", stretch.start, stretch.end, labelled=False)
        part.entries = entries
        if bullet:
            part.group, self.bullets = min(self.bullets, 1), self.bullets + 1
        elif self.heading == "club" or (self.lineups and not self._both_sides(entries)):
            self._on_side(part)
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
        self.above = () if found else self.above
        return bool(found)

    def _told_above(self) -> dict[str, int]:
        """The goals of the club whose line of results stands right above."""
        last = self.blocks.parts[-1] if self.blocks.parts else None
        return {last.club: last.tally.goals} if last and last.club and last.tally else {}

    def _results(self, tokens: list[Token]) -> bool:
        """A line of goals with who scored them beside or behind."""
        if self._clubs_alone(tokens):
            return False
        parts = behind(tokens) or of_clubs(tokens)
        self.blocks.parts += parts
        return bool(parts)

    def _event(self, stretch: Stretch, tokens: list[Token]) -> bool:
        """A line of a timeline: minute, kind of event, name ("45+3' - Red card for Gordon")."""
        body = [t for t in tokens if t.kind not in (lx.DASH, lx.COLON, lx.FILL, lx.FOR)]
        name = next((n for n, t in enumerate(body) if t.kind == lx.NAME), len(body))
        if not 0 < name < len(body) + 1 or body[0].kind != lx.MINUTE:
            return False
        kind, who = self._event_kind(body, name)
        if kind is None or who is None:
            return False
        minute, added = cast("tuple[int, int | None]", body[0].value)
        entry = Entry(body[0].start, who[1], self.folded[who[0] : who[1]], who, minute, added)
        self._add(kind, stretch.start, stretch.end).entries = [entry]
        return True

    def _event_kind(self, body: list[Token], name: int) -> tuple[Kind | None, Span | None]:
        """What a line of a timeline tells of whom: its label stands before the name, or its first words are both."""
        labels = block_words().labels
        if name == len(body):
            return None, None
        start = body[1].start
        words = list(_WORDS.finditer(self.folded[start : start + LABEL_REACH]))
        for length in range(min(3, len(words)), 0, -1):
            kind = list_kind(labels.get(plain(self.folded[start : start + words[length - 1].end()])))
            if kind is None:
                continue
            rest = start + words[length - 1].end()
            following = lex(self.folded, rest, body[-1].end, self.clubs)
            at = next((t for t in following if t.kind not in (lx.DASH, lx.COLON, lx.FILL, lx.FOR, lx.OPEN)), None)
            if at is not None and at.kind == lx.NAME:
                return kind, (at.start, at.end)
        return None, None

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


def _half_of(words: str) -> int:
    key = plain(words.strip(" :*-"))
    halves = block_words().halves
    return next((halves[key[n:]] for n in range(len(key)) if key[n:] in halves), 1)
