"""Of which club a league claim speaks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from tabellino.domain.report import Span
from tabellino.extract.league_words import LeagueWords, WordsOf
from tabellino.names.clubs import Club, all_clubs, club, clubs_at

#: A mention of a club: start, end, canonical name.
Mention = tuple[int, int, str]
#: How many sentences back a "they" can reach.
REACH = 3
#: Between a verb and the club that it is done to stand at most these many characters of articles and adjectives.
CUE = 32

#: Where a clause of its own begins, whose club is not that of the clause before.
NEXT_CLAUSE = re.compile(r"[,:;] (?:and|but|while|as|which|who)\b|;| (?:while|but|because|when) ")
#: A name that is the subject of the verb right after it.
PERSON_HAS = re.compile(r"\b([A-Z][\w'’-]+)(?:,? who)? (?:has|had|also|has now|had now|has also) $")
NAME = r"(?P<name>[A-Z][\w’-]+(?: [A-Z][\w’-]+){0,2})"
#: A coach told with his club: "Norwich boss Chris Hughton", "Moyes's Everton", "Martin Jol, whose Fulham side".
COACH_AFTER = re.compile(rf"(?:['’]s?)? (?P<role>[a-z-]+(?: [a-z-]+)?) {NAME}(?!['’]s?\b)")
COACH_BEFORE = re.compile(rf"{NAME}(?:['’]s? |,? whose |, the |, (?P<role>[a-z]+) of )(?:[a-z-]+ )?$")
#: Cues of what is not now, or not so.
OTHER_TIMES = ("another_time", "in_a_year", "future", "conditional")
#: What follows a club that does nothing.
AFTER_OBJECT = re.compile(r" (?:on|in|at|by|with|to|for)\b|[,.;]|$")
#: Capitalised words that name the league or nobody.
KNOWN = frozenset(
    ("Serie", "Premier", "League", "Barclays", "La", "Liga", "Bundesliga", "Ligue", "The", "A", "Primera")
)


class Subjects:
    """Finds the club of a claim among the mentions around it."""

    def __init__(
        self,
        text: str,
        low: str,
        sentences: Sequence[Span],
        mentions: Sequence[Mention],
        subjects: Sequence[str],
        words: LeagueWords,
        words_of: WordsOf,
    ) -> None:
        self.text, self.low, self.sentences, self.words = text, low, sentences, words
        self.mentions = mentions
        self.starts = [start for start, _, _ in mentions]
        self.starts_of_sentences = [start for start, _ in sentences]
        self._has: dict[tuple[str, int], bool] = {}
        self._words_of = words_of
        self._objects: dict[int, bool] = {}
        self.subjects = tuple(subjects)

    def has(self, cue: str, sentence: Span) -> bool:
        """Whether a cue stands anywhere in a sentence; looked for once."""
        key = (cue, sentence[0])
        if key not in self._has:
            self._has[key] = self._stands_in(cue, sentence)
        return self._has[key]

    def _stands_in(self, cue: str, sentence: Span) -> bool:
        heads = self.words.cue_heads(cue)
        if heads is not None and heads.isdisjoint(self._words_of[sentence[1]]):
            return False
        told, listed = self.low[slice(*sentence)], self.words.lists.get(cue)
        if listed is not None and not any(words in told for words in listed):
            return False  # ten times faster than a search for a dozen words
        return self.words.cue(cue).search(told) is not None

    def is_plain(self, sentence: Span) -> bool:
        """Whether a sentence has no word of another time, a wish or a condition."""
        key = ("", sentence[0])
        if key not in self._has:
            self._has[key] = not any(self.has(cue, sentence) for cue in OTHER_TIMES)
        return self._has[key]

    def near(self, cue: str, sentence: Span, start: int, end: int) -> re.Match[str] | None:
        """A cue in a part of a sentence."""
        return self.words.cue(cue).search(self.low, start, end) if self.has(cue, sentence) else None

    def mentions_in(self, start: int, end: int) -> Sequence[Mention]:
        """The mentions that begin in a stretch of text."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def club(self, at: int, sentence: Span) -> str | None:
        """The club that does what is told at a place, None when the words leave it open.

        It is the nearest before it that nothing is done to; in a sentence without one, whom the sentences before
        spoke of, when a pronoun points back.
        """
        before = self.mentions_in(sentence[0], at)
        doing = [mention for mention in before if not self._is_object(mention)]
        other = self._other_team(doing[-1][1] if doing else sentence[0], at, sentence)
        if other is not None:
            return other or None
        if doing:
            return doing[-1][2]
        role = self._role(sentence[0], at)
        if role is not None:
            return role
        if self.near("subject_pronouns", sentence, sentence[0], at):
            topic = self._topic(sentence[0])
            if topic is not None:
                return topic
        following = [mention for mention in self.mentions_in(at, sentence[1]) if not self._is_object(mention)]
        if following and not before and not NEXT_CLAUSE.search(self.low, at, following[0][0]):
            return following[0][2]
        return None

    def _other_team(self, start: int, at: int, sentence: Span) -> str | None:
        """The team nearest before a place that is told without its name: "a side that is 18th", "Moyes, whose team are
        fifth", "Glasner's men". Its club, "" where the report does not tell it; None when there is no such team."""
        if self.near("some_club", sentence, start, at):
            return ""
        if not self.has("somebodys_team", sentence):
            return None
        found = None
        for team in self.words.cue("somebodys_team").finditer(self.low, start, at):
            if any(end in (team.start(), team.start() - 2) for _, end, _ in self.mentions_in(start - 60, at)):
                continue  # "Everton's side", "Everton, whose team"
            if self.mentions_in(*team.span()):
                continue  # "whose West Ham side"
            possessor = re.search(r"([\w-]+),?\s*$", self.text[start : team.start()])
            if possessor and possessor[1][0].isupper():
                found = self.coaches.get(possessor[1].lower()) or ""
            elif "whose" in team[0]:
                found = ""
        return found

    @cached_property
    def coaches(self) -> dict[str, str | None]:
        """The clubs of coaches by last name, where the report tells them: "Norwich boss Chris Hughton", "Moyes's
        Everton", "Martin Jol, whose Fulham side"; None for a name told of two clubs."""
        found: dict[str, str | None] = {}
        for start, end, name in self.mentions:
            after = COACH_AFTER.match(self.text, end)
            before = COACH_BEFORE.search(self.text, max(0, start - 60), start)
            for told, role in ((after, after and after["role"]), (before, before and before["role"])):
                if told is None or (role and not self.words.cue("coach").search(role.lower())):
                    continue
                coach = told["name"].split(" ")[-1].lower()
                found[coach] = name if found.get(coach, name) == name else None
        return found

    def club_after(self, at: int, sentence: Span, near: bool = False) -> str | None:
        """The club named after a place ("second-placed AC Milan"); right after it when it must be `near`."""
        following = self.mentions_in(at, min(at + 25, sentence[1]))
        if not following or (near and following[0][0] > at + 1):
            return None
        return following[0][2]

    def club_for(self, at: int, sentence: Span) -> str | None:
        """The club for whom something was counted right before ("a fourth win in a row for Everton")."""
        for start, _, name in self.mentions_in(at, min(at + CUE, sentence[1])):
            if re.search(r"\bfor (?:the )?$", self.low[at:start]):
                return name
        return self._role(at, min(at + CUE, sentence[1])) if re.match(r" for the ", self.low[at : at + 9]) else None

    def joined(self, at: int, sentence: Span, subject: str | None) -> str | None:
        """The club that shares a subject with another before a place ("Tottenham and Newcastle have ...")."""
        before = self.mentions_in(sentence[0], at)
        if len(before) < 2 or before[-1][2] != subject:
            return None
        return before[-2][2] if re.fullmatch(r" and (?:the )?", self.low[before[-2][1] : before[-1][0]]) else None

    def met(self, at: int, sentence: Span, subject: str | None) -> tuple[str, str] | None:
        """The club against which something right before was counted, with the preposition: "... against Milan"."""
        found = self.words.against.match(self.low, at, min(at + 45, sentence[1]))
        if not found:
            return None
        for start, _, name in self.mentions_in(at, at + len(found[0]) + 4):
            if name != subject and start <= at + len(found[0]):
                return found[1], name
        hosts = self.ground(at, sentence)
        if hosts and found[1] in ("at", "to") and subject not in hosts:
            return found[1], next((name for name in hosts if name in self.subjects), hosts[0])
        return None

    def stands_with_another(self, at: int, sentence: Span) -> bool:
        """Whether the club right before a place is one to whom something is done: a place after it may be of either."""
        before = self.mentions_in(sentence[0], at)
        if not before or not self._is_object(before[-1]):
            return False
        return re.fullmatch(r",? in(?: the)? ", self.low[before[-1][1] : at]) is not None

    def person_does(self, at: int, sentence: Span) -> bool:
        """Whether a person is the subject of the verb at a place ("Hurzeler has lost only once at home")."""
        if not self.text.endswith(("has ", "had ", "also ", "now "), sentence[0], at):
            return False
        first = max(sentence[0], at - CUE)
        found = PERSON_HAS.search(self.text, first, at)
        if not found:
            return False
        start = found.start(1)
        return not any(a <= start < b for a, b, _ in self.mentions_in(sentence[0], at)) and found[1] not in KNOWN

    def owner(self, at: int, sentence: Span) -> str | None:
        """The club named last before a place with a possessive ("ended Chelsea's unbeaten run")."""
        for _, end, name in reversed(self.mentions_in(sentence[0], at)):
            if self.low[end : end + 2] in ("'s", "s'", "' "):
                return name
        return None

    def owner_in(self, start: int, end: int) -> str | None:
        """The club named with a possessive in a stretch of text ("four of Getafe's last five")."""
        named = self.mentions_in(start, end)
        return next((name for _, at, name in named if self.low[at : at + 2] in ("'s", "s'", "' ")), None)

    def ground(self, at: int, sentence: Span) -> tuple[str, ...]:
        """The clubs at whose ground the words right after a place play ("... at Stamford Bridge")."""
        found = re.match(
            r" (?:at|to) (?:the )?((?:[A-Z][\w'’.-]*|de|of|le)(?: (?:[A-Z][\w'’.-]*|de|of|le))*)",
            self.text[at : sentence[1]],
        )
        if not found:
            return ()
        parts = found[1].split(" ")
        for size in range(len(parts), 0, -1):
            clubs = clubs_at(" ".join(parts[:size]))
            if clubs:
                return tuple(one.name for one in clubs)
        return ()

    def rival(self, start: int, end: int, subject: str | None) -> str | None:
        """The first other club in a stretch of text."""
        mine = club(subject) if subject else None
        for _, _, name in self.mentions_in(start, end):
            other = club(name)
            # "a date in Norway" names a place: clubs play clubs, and nations nations
            if name != subject and (mine is None or other is None or mine.nation == other.nation):
                return name
        return None

    def first_club(self, sentence: Span, other_than: str | None) -> str | None:
        """The first club of a sentence that is another one."""
        return self.rival(*sentence, other_than)

    def other_subject(self, subject: str | None) -> str | None:
        """The other club of the match."""
        others = [name for name in self.subjects if name != subject]
        return others[0] if len(others) == 1 else None

    def same_city(self, subject: str | None) -> str | None:
        """The one rival from the same city; where a city has several, the one that the report names."""
        own = club(subject) if subject else None
        if own is None or own.city is None:
            return None
        here = {one.name for one in all_clubs() if _neighbours(one, own)}
        near = sorted(name for name in here if not any(_is_side_of(name, first) for first in (*here, own.name)))
        named = [name for name in near if any(name == mention[2] for mention in self.mentions)]
        found = named if len(named) == 1 else near
        return found[0] if len(found) == 1 else None

    def speaks_of_a_person(self, at: int, sentence: Span, subject: str | None) -> bool:
        """Whether a person stands between the club and the count ("Vlahovic has scored 8 goals in 12 matches")."""
        near = self.low[max(sentence[0], at - 25) : at]
        if re.search(r"\b(?:his|her|striker|forward|midfielder|winger|defender)\b", near):
            return True
        if re.match(r".{0,60}\b(?:in charge|his|tenure|as (?:a )?(?:manager|coach))\b", self.low[at : sentence[1]]):
            return True
        begin = sentence[0]
        for _, end, name in self.mentions_in(sentence[0], at):
            if name == subject:
                begin = end
        between = self.text[begin:at]
        clubs = [(start - begin, end - begin) for start, end, _ in self.mentions_in(begin, at)]
        found = re.finditer(r"(?<![.!?:\"“] )(?<!^)\b[A-Z][\w'’-]+", between)
        names = [one[0] for one in found if not any(start <= one.start() < end for start, end in clubs)]
        return any(name not in KNOWN for name in names)

    def _is_object(self, mention: Mention) -> bool:
        """Whether something is done to a club where it is named; looked for once."""
        if mention[0] not in self._objects:
            self._objects[mention[0]] = self._something_is_done_to(mention)
        return self._objects[mention[0]]

    def _something_is_done_to(self, mention: Mention) -> bool:
        start, end, _ = mention
        sentence = self.starts_of_sentences[bisect_right(self.starts_of_sentences, start) - 1] if self.sentences else 0
        if re.fullmatch(r"for (?:the )?", self.low[sentence:start]):  # "For Palace, it was a fourth defeat"
            return False
        if re.match(
            r"(?: side| team)?,? (?:who|which)\b|'s? (?:lead|advantage|unbeaten|winless|run|tally|record)",
            self.low[end : end + 16],
        ):
            return False
        if self.words.object_cue.search(self.low, max(0, start - CUE), start) is not None:
            return True
        # "who beat United on Monday and Rubin on Thursday": the second of two to whom something is done
        if not self.low[:start].endswith((" and ", " and the ")) or not AFTER_OBJECT.match(self.low, end):
            return False
        before = self.mentions_in(sentence, start)
        return bool(before) and self._is_object(before[-1])

    def _role(self, start: int, at: int) -> str | None:
        """The club meant by "the hosts" or "the visitors" nearest before the place."""
        if len(self.subjects) != 2:
            return None
        nearest: tuple[int, str] | None = None
        for name, role in zip(self.subjects, ("hosts", "visitors"), strict=True):
            for found in self.words.cue(role).finditer(self.low, start, at):
                if nearest is None or found.start() > nearest[0]:
                    nearest = (found.start(), name)
        return nearest[1] if nearest else None

    def _topic(self, before: int) -> str | None:
        """The club that the sentence before speaks of: its first that nothing is done to."""
        index = bisect_right(self.starts_of_sentences, before - 1)
        for start, end in reversed(self.sentences[max(0, index - REACH) : index]):
            doing = [mention for mention in self.mentions_in(start, end) if not self._is_object(mention)]
            if doing:
                return doing[0][2]
        return None


def _is_side_of(name: str, club: str) -> bool:
    """Whether a name is that of another side of a club: "Milan Futuro" of Milan."""
    return name.startswith(f"{club} ") and name != club


def _neighbours(one: Club, other: Club) -> bool:
    return one.city == other.city and one.name != other.name and not one.nation and one.country == other.country
