"""Lists as claims: which club each list belongs to, and what its entries say."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

import msgspec

from tabellino.domain.chance import chance_of, log_odds_of
from tabellino.domain.claim import Candidate, CardSays, Claim, FactSays, GoalSays, MissedPenaltySays, ScoreSays
from tabellino.domain.clock import Minute, TimeWindow
from tabellino.domain.report import Span
from tabellino.extract.blocks.entries import Entry
from tabellino.extract.blocks.parts import CARDS, Blocks, Part
from tabellino.extract.blocks.words import block_words, plain

Teams = tuple[Candidate, ...]
#: A man in a line-up under a club's name is that club's; papers that swap two line-ups are this rare.
LINEUP_NAMED = 0.995
#: From this chance on a list tells whose player a man is.
SURE = 0.95
#: No chance that goes into a log-odds is nearer to 0 or 1 than this.
LEAST = 0.001
#: Sides of a match.
TWO = 2
#: Marks of what a list tells of a man that is no goal of his for his side.
NO_GOAL_OF_HIS = frozenset({"own_goal", "disallowed", "missed"})


class Sided(msgspec.Struct, frozen=True):
    """Which clubs the lists belong to: `first` and `second` by canonical name, `home` the probability that `first` is
    at home, `first_listed` that of the lists that stand first being those of `first`."""

    first: str
    second: str
    home: float
    first_listed: float


def orient(
    blocks: Blocks,
    first: str,
    second: str,
    home: float,
    odds_of: Callable[[Span], float],
    scores: Sequence[ScoreSays],
) -> Sided:
    """Which club's lists stand first, and what that tells about who is at home. `odds_of` gives the log-odds of the
    man named at a span playing for `first`, as the prose tells; `scores` what it says of the full time."""
    weights = block_words().weights
    host_first = weights["first_is_home"]
    home = chance_of(log_odds_of(home, LEAST) + _running_evidence(blocks, odds_of))
    clubs = next((c for kind in ("lineup", "tally", "goals") if len(c := _clubs_listed(blocks, kind)) > 1), None)
    if clubs is not None:
        named = clubs[0]
        evidence = 12.0 if named == first else -12.0
    elif any(p.group is not None for p in blocks.parts) or any(e.group for p in blocks.parts for e in p.entries):
        evidence = _prose_evidence(blocks, odds_of) + _score_evidence(blocks, first, second, scores)
    else:
        return Sided(first, second, home, home * host_first + (1 - home) * (1 - host_first))
    says = chance_of(max(-30.0, min(30.0, evidence)))
    ways = {
        (True, True): home * host_first * says,
        (True, False): home * (1 - host_first) * (1 - says),
        (False, True): (1 - home) * (1 - host_first) * says,
        (False, False): (1 - home) * host_first * (1 - says),
    }
    total = sum(ways.values()) or 1.0
    at_home = (ways[True, True] + ways[True, False]) / total
    return Sided(first, second, at_home, (ways[True, True] + ways[False, True]) / total)


def _running_evidence(blocks: Blocks, odds_of: Callable[[Span], float]) -> float:
    """Log-odds of the first club being at home, by whose players score when the host's figure of a running score goes
    up."""
    total = 0.0
    for part in blocks.parts:
        for entry, for_host in _steps(part.entries) if part.kind == "goals" else ():
            if entry.name_span is not None:
                his_own = for_host != ("own_goal" in entry.marks)
                total += (1 if his_own else -1) * math.tanh(odds_of(entry.name_span) / 2)
    return total * block_words().weights["hint"]


def _steps(entries: Sequence[Entry]) -> list[tuple[Entry, bool]]:
    """The goals of a list with a running score, and whether each is the host's, whose goals stand first; nothing when
    the steps do not add up, the last goal first or the first."""
    found: list[tuple[Entry, bool]] = []
    before = (0, 0)
    newest_first = len(entries) > 1 and sum(entries[0].score or before) > sum(entries[-1].score or before)
    for entry in reversed(entries) if newest_first else entries:
        if entry.score is None:
            return []
        step = entry.score[0] - before[0], entry.score[1] - before[1]
        if step not in ((1, 0), (0, 1)):
            return []
        found.append((entry, step == (1, 0)))
        before = entry.score
    return found


def _clubs_listed(blocks: Blocks, kind: str) -> list[str]:
    """The clubs whose lists of one kind are labelled so, in order."""
    return list(dict.fromkeys(p.club for p in blocks.parts if p.kind == kind and p.club))


def _prose_evidence(blocks: Blocks, odds_of: Callable[[Span], float]) -> float:
    """Log-odds that the lists that stand first are the first club's: their men are called so in the prose."""
    total = 0.0
    for part in blocks.parts:
        if part.group is None or part.kind not in ("lineup", "goals"):
            continue
        spans = part.squad.starters if part.squad else tuple(e.name_span for e in part.entries if e.name_span)
        total += (1 if part.group == 0 else -1) * sum(math.tanh(odds_of(span) / 2) for span in spans)
    return total * block_words().weights["hint"]


def _score_evidence(blocks: Blocks, first: str, second: str, scores: Sequence[ScoreSays]) -> float:
    """Log-odds from lists of goals that add up to the score told when they are given to the clubs one way round."""
    counts = [0, 0]
    for part in blocks.parts:
        if part.kind == "goals" and (part.group is not None or _apart(part.entries)):
            for entry in part.entries:
                group = part.group if part.group is not None else entry.group
                counts[min(group, 1)] += 1
    told = next((s for s in scores if s.club_first in (first, second) and s.first is not None), None)
    if told is None or told.first == told.second:
        return 0.0
    score = [told.first, told.second] if told.club_first == first else [told.second, told.first]
    weight = block_words().weights["score_agrees"]
    return weight if counts == score else -weight if counts[::-1] == score else 0.0


class _Writer:
    def __init__(self, raw: str, sided: Sided, name_of: Callable[[Span, str], str]) -> None:
        self.raw = raw
        self.sided = sided
        self.name_of = name_of
        self.weights = block_words().weights
        self.club_of: dict[str, str] = {}
        self.split: dict[int, bool] = {}

    def know(self, part: Part) -> None:
        """Learn from a line-up or a list of goals whose players its men are."""
        if part.squad and part.club:
            for a, b in (*part.squad.starters, *part.squad.substitutes):
                surname = plain(self.raw[a:b]).split()[-1]
                self.club_of[surname] = part.club if self.club_of.get(surname, part.club) == part.club else ""
        for entry in part.entries if part.kind == "goals" else ():
            team = self.team(part, entry, {}) if entry.name and "own_goal" not in entry.marks else ()
            if team and team[0].weight > SURE:
                self.club_of.setdefault(plain(str(entry.name)).split()[-1], team[0].value)

    def lined_up(self, entry: Entry) -> str | None:
        """The club whose lists of players or scorers have the man's surname; None when neither has, or both do."""
        return (self.club_of.get(plain(entry.name).split()[-1]) or None) if entry.name else None

    def against_own(self, entry: Entry) -> Teams:
        """The club that an own goal counted for, where the lists tell whose player the man is."""
        own = self.lined_up(entry)
        return self.named(self.sided.second if own == self.sided.first else self.sided.first, SURE) if own else ()

    def side(self, group: int) -> Teams:
        """The club of the lists that stand first (0) or second (1)."""
        chance = self.sided.first_listed if group == 0 else 1 - self.sided.first_listed
        return self._teams(chance)

    def _teams(self, chance: float) -> Teams:
        s = self.sided
        likelier = [Candidate(s.first, round(chance, 3)), Candidate(s.second, round(1 - chance, 3))]
        return tuple(sorted(likelier, key=lambda c: -c.weight))

    def named(self, club: str, chance: float) -> Teams:
        """A club named beside the entry, right with a chance."""
        if club not in (self.sided.first, self.sided.second):
            return ()
        return self._teams(chance if club == self.sided.first else 1 - chance)

    def initials(self, letters: str, chance: float) -> Teams:
        """ "(J)" is the one of the two whose name begins so, "(MUN)" that whose name alone has those letters in order;
        nobody when both or neither do."""
        s = self.sided
        clubs = (s.first, s.second)
        fits = [club for club in clubs if _begins(club, letters)] or [club for club in clubs if _has(club, letters)]
        return self.named(fits[0], chance) if len(fits) == 1 else ()

    def _apart(self, part: Part) -> bool:
        """Whether the two parts of a list are two clubs', worked out once a list."""
        if id(part) not in self.split:
            self.split[id(part)] = _apart(part.entries)
        return self.split[id(part)]

    def players(self, entry: Entry) -> tuple[Candidate, ...]:
        if entry.name is None or entry.name_span is None:
            return ()
        return (Candidate(self.name_of(entry.name_span, entry.name)),)

    def claim(self, span: Span, says: GoalSays | CardSays | MissedPenaltySays | FactSays, weight: float) -> Claim:
        return Claim(span, self.raw[span[0] : span[1]], says, weight=weight, block=True)

    def team(self, part: Part, entry: Entry, running: dict[int, Teams]) -> Teams:
        """The club of an entry, by the surest thing that tells it."""
        own = "own_goal" in entry.marks
        if own and (told := self.against_own(entry)):
            return told
        chance = self.weights["own_goal_team" if own else "team_named"]
        if entry.club:
            return self.named(entry.club, chance)
        initials = self.weights["own_goal_initials"] if own else chance
        if entry.initials and (told := self.initials(entry.initials, initials)):
            return told
        if part.kind in CARDS and (lined_up := self.lined_up(entry)):
            return self.named(lined_up, SURE)  # "Booked: Smith, Jones." under both line-ups has men of both
        if part.club:
            return self.named(part.club, chance)
        if id(entry) in running:
            return running[id(entry)]
        group = part.group if part.group is not None else entry.group if self._apart(part) else None
        if group is None:
            known = self.lined_up(entry)
            return self.named(known, SURE) if known else ()
        listed = self.side(group)
        doubt = chance if own else self.weights["team_grouped"]
        return tuple(Candidate(c.value, round(c.weight * doubt + (1 - c.weight) * (1 - doubt), 3)) for c in listed)

    def _is_club(self, entry: Entry) -> bool:
        """Whether an entry names a team and its goals: "Arsenal Ladies 5" is no goal in the fifth minute."""
        words = plain(entry.name or "").split()
        clubs = (plain(club).split() for club in (self.sided.first, self.sided.second))
        return len(words) > 1 and any(words[0] == club[0] for club in clubs)

    def goals(self, part: Part) -> Iterator[Claim]:
        running, counted = self._running(part.entries), self._counted(part.entries)
        weight = self.weights["goal" if part.labelled else "goal_unlabelled"]
        for entry in part.entries:
            if entry.name is None and "own_goal" not in entry.marks:
                continue
            if "disallowed" in entry.marks or not entry.marks.isdisjoint(CARDS) or self._is_club(entry):
                continue
            team, time = self.team(part, entry, running), _time(entry)
            if "missed" in entry.marks:
                yield self.claim((entry.start, entry.end), MissedPenaltySays(self.players(entry), team, time), weight)
                continue
            says = GoalSays(
                scorer=self.players(entry),
                team=team,
                time=time,
                own_goal="own_goal" in entry.marks or None,
                penalty="penalty" in entry.marks or None,
                score_after=entry.score,
                score_order="home" if entry.score else None,
                nth_of_player=entry.nth or counted.get(id(entry)),
            )
            yield self.claim((entry.start, entry.end), says, weight)

    def _counted(self, entries: Sequence[Entry]) -> dict[int, int]:
        """Which of his goals each entry of a man with several minutes is, or with several scores: "Kroos 24, 26" are
        two goals, near as they are."""
        his: dict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            if (entry.minute is not None or entry.score is not None) and not entry.marks & NO_GOAL_OF_HIS:
                for player in self.players(entry):
                    his[player.value].append(entry)
        ordered = (sorted(goals, key=_clock) for goals in his.values() if len({_clock(goal) for goal in goals}) > 1)
        return {id(goal): n for goals in ordered for n, goal in enumerate(goals, 1)}

    def _running(self, entries: Sequence[Entry]) -> dict[int, Teams]:
        """The club of each goal by the running score, the host's goals first; nothing when the steps do not add up."""
        found: dict[int, Teams] = {}
        chance = self.weights["team_running"]
        for entry, for_host in _steps(entries):
            home = self.sided.home if for_host else 1 - self.sided.home
            found[id(entry)] = self._teams(home * chance + (1 - home) * (1 - chance))
        return found

    def cards(self, part: Part) -> Iterator[Claim]:
        weight = self.weights["card" if part.labelled else "card_unlabelled"]
        last = {entry.name_span: entry for entry in part.entries}
        cautioned_twice = {  # "two yellows (29 and 84)": the last of his cards sent him off
            entry.name_span for entry in part.entries if part.kind == "second_yellow" or "second_yellow" in entry.marks
        }
        for entry in part.entries:
            if entry.name is None:
                continue
            twice = entry.name_span in cautioned_twice
            second = twice and entry is last[entry.name_span]
            caution = not second if twice else part.kind == "yellow" and "red" not in entry.marks
            says = CardSays(
                "yellow" if caution else "red",
                self.players(entry),
                self.team(part, entry, {}),
                _time(entry),
                True if second else None,
            )
            yield self.claim((entry.start, entry.end), says, weight)

    def missed(self, part: Part) -> Iterator[Claim]:
        for entry in part.entries:
            if entry.name is not None:
                says = MissedPenaltySays(self.players(entry), self.team(part, entry, {}), _time(entry))
                yield self.claim((entry.start, entry.end), says, self.weights["card"])


def block_claims(
    raw: str, blocks: Blocks, sided: Sided, name_of: Callable[[Span, str], str]
) -> tuple[list[Claim], list[tuple[Span, float]]]:
    """The claims of the lists, and for the names in them the log-odds of playing for `sided.first`. `name_of` gives
    the name under which the report knows the man at a span."""
    writer = _Writer(raw, sided, name_of)
    claims: list[Claim] = []
    odds: list[tuple[Span, float]] = []
    for part in blocks.parts:
        writer.know(part)
    for part in blocks.parts:
        if part.kind == "goals":
            claims += writer.goals(part)
        elif part.kind in CARDS:
            claims += writer.cards(part)
        elif part.kind == "missed":
            claims += writer.missed(part)
        elif part.kind == "fact" and part.fact:
            field, value = part.fact
            claims.append(writer.claim(part.span, FactSays(field, value), writer.weights["goal"]))
        odds += _odds(writer, part)
    return [*claims, *_tallied(raw, blocks.parts, writer.weights["goal"])], odds


def _tallied(raw: str, parts: Sequence[Part], weight: float) -> Iterator[Claim]:
    """The score of two clubs that have their goals on lines of their own, at the end and, where told, at half-time.
    Without scorers, a half-time score or a word such as "FT" the figures may be points of a table, if there are any."""
    told = [part for part in parts if part.tally is not None]
    if len(told) != TWO or told[0].club == told[1].club:
        return
    scored = any(part.kind == "goals" and (part.club or part.entries[0].club) for part in parts)
    goalless = all(part.tally is not None and not part.tally.goals for part in told)
    borne_out = (
        scored or goalless or all(part.sure or (part.tally and part.tally.half_time is not None) for part in told)
    )
    if not borne_out:
        return
    (first, second), span = told, (told[0].span[0], told[1].span[1])
    if first.tally is None or second.tally is None:
        return
    yield Claim(span, raw[span[0] : span[1]], ScoreSays("full_time", first.tally.goals, second.tally.goals, first.club),
                weight=weight, block=True)  # fmt: skip
    if first.tally.half_time is not None and second.tally.half_time is not None:
        half = ScoreSays("half_time", first.tally.half_time, second.tally.half_time, first.club)
        yield Claim(span, raw[span[0] : span[1]], half, weight=weight, block=True)


def _odds(writer: _Writer, part: Part) -> Iterator[tuple[Span, float]]:
    if part.kind in ("lineup", "bench"):
        spans = [*part.squad.starters, *part.squad.substitutes] if part.squad else part.names
        most = writer.weights["lineup_odds"]
        teams: Teams = writer.side(part.group) if part.group is not None else ()
        if part.club:
            teams = writer.named(part.club, LINEUP_NAMED)
        value = _log_odds(writer, teams, most)
        yield from ((span, value) for span in spans)
    elif part.kind == "goals":
        running = writer._running(part.entries)
        for entry in part.entries:
            if entry.name_span and not entry.marks & {"own_goal"}:
                teams = writer.team(part, entry, running)
                yield entry.name_span, _log_odds(writer, teams, writer.weights["scorer_odds"])


def _log_odds(writer: _Writer, teams: Teams, most: float) -> float:
    chance = next((c.weight for c in teams if c.value == writer.sided.first), 0.5) if teams else 0.5
    return max(-most, min(most, log_odds_of(chance, 0.001)))


def _apart(entries: Sequence[Entry]) -> bool:
    """Whether the two parts of a list are two clubs': a bar stands between, or the minutes start again."""
    if {e.group for e in entries} != {0, 1} or any(e.score for e in entries):
        return False
    if any(e.bar for e in entries):
        return True
    times = [[e.minute for e in entries if e.group == g and e.minute is not None] for g in (0, 1)]
    return bool(times[0] and times[1]) and times[1][0] < times[0][-1]


def _begins(club: str, letters: str) -> bool:
    """Whether letters in brackets stand for a club: its first letters, or those of its words ("PSG")."""
    name, short = plain(club), letters.casefold()
    words = name.replace("-", " ").split()
    return name.startswith(short) or "".join(word[0] for word in words).startswith(short)


def _has(club: str, letters: str) -> bool:
    """Whether three letters or more stand in a club's name in their order, the first of them first."""
    name = iter(plain(club).replace(" ", ""))
    short = letters.casefold()
    return len(short) > TWO and plain(club).startswith(short[0]) and all(letter in name for letter in short)


def _clock(entry: Entry) -> tuple[int, int, int]:
    """What tells when among a man's goals one was: its minute, the goals of the match by then."""
    return entry.minute or 0, entry.added or 0, sum(entry.score or ())


def _time(entry: Entry) -> TimeWindow | None:
    if entry.minute is None or entry.minute > 120:
        return None
    at = Minute(entry.minute, entry.added).position()
    return TimeWindow(at, at, at, "exact")
