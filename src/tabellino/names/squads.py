"""Who was at which club, and when: the files of data/squads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any, Literal, NamedTuple

from tabellino import data
from tabellino.errors import DataError
from tabellino.names.clubs import club
from tabellino.names.folding import fold_lines
from tabellino.names.people import name_words
from tabellino.names.spelling import GARBLED, likeness, may_differ, one_letter, sound

Role = Literal["player", "goalkeeper", "manager", "uncapped"]
ROLES: Mapping[str, Role] = {
    "player": "player",
    "goalkeeper": "goalkeeper",
    "manager": "manager",
    "uncapped": "uncapped",  # a nation's man by birth or passport who never played for it: a countryman, no team-mate
}

FORM = "a line is 'Name; 2004-2012' or 'Name / Other name; 2004-2006 2009-; goalkeeper' (or manager, or uncapped)"
#: Calendar years that are asked for; squads are known from about 2003 on.
YEARS = range(1998, 2041)
#: The last year of a spell that is not over.
OPEN = 9999
#: Letters that make a short form and a long one the same given name: "Rafa" and "Rafael", "Matt" and "Matthew".
SAME_GIVEN = 3


class Member(NamedTuple):
    """Somebody of a squad. `names` are the words of every name that he goes by, as `plain` has them; `spells` the
    years in which he came and left (`OPEN`: not yet); `written` is his name as papers print it."""

    names: tuple[tuple[str, ...], ...]
    spells: tuple[tuple[int, int], ...]
    role: Role
    written: str = ""

    @property
    def years(self) -> tuple[float, ...]:
        """How surely he was there in each of `YEARS`: 1 within a spell, a half in the years beside it, 0 otherwise."""
        return _years(self.spells)

    def goes_by(self, words: tuple[str, ...]) -> bool:
        """Whether a text's words for somebody, as `plain` has them, can mean him: the end of a name of his, or the same
        surname with given names that begin alike."""
        return any(_called(words, name) for name in self.names)


def plain(words: tuple[str, ...]) -> tuple[str, ...]:
    """Folded words of a name with "ae", "oe" and "ue" as one letter each: "Mueller" is "Müller"."""
    return tuple([one_letter(word) for word in words])


class BySurname(Mapping[str, tuple[Member, ...]]):
    """The lines of a squad by the last word of each name in them, without the members of one role. A line is read when
    it is asked for: of the hundreds of a squad a report names two dozen."""

    def __init__(self, file: str, lines: Sequence[tuple[int, str]], without: Role) -> None:
        self._file, self._lines, self._without = file, lines, without
        self._at = _last_words([line.partition(";")[0] for _, line in lines])
        self._read: dict[str, tuple[Member, ...]] = {}

    def __getitem__(self, surname: str) -> tuple[Member, ...]:
        """Raises DataError as `squad` does; KeyError for a surname that nobody there has."""
        if surname not in self._read:
            lines = [self._lines[at] for at in self._at[surname]]
            members = [_member(f"{self._file}:{number}", line) for number, line in lines]
            self._read[surname] = tuple([one for one in members if one.role != self._without])
        return self._read[surname]

    def get(self, surname: str, default: Any = None) -> Any:  # most words are nobody's surname: no exception for each
        return self[surname] if surname in self._at else default

    @cached_property
    def by_initial(self) -> Mapping[str, Sequence[str]]:
        """The surnames by their first letter, as letters that sound alike are one."""
        found: dict[str, list[str]] = {}
        for surname in self._at:
            found.setdefault(sound(surname[0]), []).append(surname)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._at)

    def __len__(self) -> int:
        return len(self._at)


def _last_words(names: Sequence[str]) -> Mapping[str, Sequence[int]]:
    """Which of some lines, "Name / Other name" each, have a name that ends in a word, as `plain` has it."""
    found: dict[str, list[int]] = {}
    folded = fold_lines("\n".join(names)).replace("-", " ")
    for at, line in enumerate(one_letter(folded).split("\n")):
        for name in line.split(" / "):
            words = name.split()
            if not words:
                continue
            last = words[-1] if len(words[-1].rstrip(".")) > 1 else plain(name_words(name))[-1]
            numbers = found.setdefault(last, [])
            if not numbers or numbers[-1] != at:
                numbers.append(at)
    return found


@lru_cache(maxsize=160)
def surnames(name: str) -> BySurname:
    """Those who played for or managed a club or nation (see `squad`), by the last word of each name of theirs, as
    `plain` has it."""
    return BySurname(*_lines(name), without="uncapped")


def spelt_alike(words: tuple[str, ...], squad: BySurname) -> list[Member]:
    """The members of a squad (as `surnames` gives it) of whose names a text's words for somebody, as `plain` has them,
    can be garbled spellings: "Kross" of Kroos. Short names that differ in a letter are two names."""
    if not may_differ(len(words[-1])):
        return []
    alike = [name for name in squad.by_initial.get(sound(words[-1][0]), ()) if likeness(words[-1], name) == GARBLED]
    return [
        member
        for name in alike
        for member in squad[name]
        if member.role != "manager" and member.goes_by((*words[:-1], name))
    ]


@lru_cache(maxsize=160)
def men_of(name: str) -> Mapping[str, tuple[Member, ...]]:
    """The players of a club, or the footballers of a nation whether capped or not, by surname as in `surnames`."""
    return BySurname(*_lines(name), without="manager")


def is_spelt_so(name: str, clubs: Iterable[str]) -> bool:
    """Whether somebody of one of these clubs or nations, at whatever time, goes by a name spelt like this."""
    words = plain(name_words(name))
    return bool(words) and any(
        member.goes_by(words) for club_name in clubs for member in surnames(club_name).get(words[-1], ())
    )


def squad(name: str) -> tuple[Member, ...]:
    """All that are known to have been at a club, given its canonical name; empty when no file knows its squad.

    Raises DataError, with file and line, for a line that is not of the form.
    """
    file, lines = _lines(name)
    return tuple([_member(f"{file}:{number}", line) for number, line in lines])


def _lines(name: str) -> tuple[str, Sequence[tuple[int, str]]]:
    """The file of a club and the lines of its squad with their numbers."""
    file = _file(name)
    if file not in data.listing("squads"):
        return file, ()
    text = data.text(file)
    start = text.find(f"\n# {name}\n")
    if start < 0:
        return file, ()
    first = text.index("\n", start + 1) + 1
    end = text.find("\n#", first)
    body = text[first : end if end >= 0 else None]
    number = text.count("\n", 0, first) + 1
    return file, [(at, line) for at, line in enumerate(body.splitlines(), number) if line.strip()]


def _file(name: str) -> str:
    """The file of a club's country; national teams have one together."""
    known = club(name)
    country = "" if known is None else "nations" if known.nation else known.country.lower().replace(" ", "-")
    return f"squads/{country}.txt"


def _member(place: str, line: str) -> Member:
    names, spells, *rest = [part.strip() for part in line.split(";")] if ";" in line else [line, ""]
    role = rest[0] if rest else "player"
    try:
        years = tuple(_spell(spell) for spell in spells.split())
    except ValueError:
        years = ()
    if not names or not years or role not in ROLES or len(rest) > 1:
        raise DataError(f"{place}: {line!r} is no member of a squad; {FORM}")
    every = names.split(" / ")
    return Member(tuple(plain(name_words(name)) for name in every), years, ROLES[role], every[0])


@lru_cache(maxsize=4096)
def _years(spells: tuple[tuple[int, int], ...]) -> tuple[float, ...]:
    there = [any(came <= year <= left for came, left in spells) for year in YEARS]
    beside = [any(came - 1 <= year <= left + 1 for came, left in spells) for year in YEARS]
    return tuple(1.0 if at else 0.5 if near else 0.0 for at, near in zip(there, beside, strict=True))


def _spell(text: str) -> tuple[int, int]:
    came, dash, left = text.partition("-")
    return int(came), int(left) if left else OPEN if dash else int(came)


def _called(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    if name[-len(words) :] == words or words[-len(name) :] == name:
        return True
    given = words[0][:SAME_GIVEN] == name[0][:SAME_GIVEN]
    return len(words) > 1 and len(name) > 1 and words[-1] == name[-1] and given
