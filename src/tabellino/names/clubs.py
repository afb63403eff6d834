"""Which club is meant: the clubs of data/clubs and every form that texts and files write them in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

import msgspec

from tabellino import data
from tabellino.errors import DataError
from tabellino.names.folding import fold, fold_lines

How = Literal["name", "alias", "nickname", "short", "people", "ground"]

#: From the surest form to the least: in this order `resolve` gives its candidates.
SUREST_FIRST: tuple[How, ...] = ("name", "alias", "nickname", "short", "people")
LINE = 'a line is "Name" = "alias, alias; nick: …"'
#: A plain path: importlib.resources costs 10 ms of import, and a wheel is always unpacked.
CLUBS = Path(data.__file__).parent / "clubs"
#: The marks of a line in data/clubs; what stands before the first mark are aliases.
MARKS: Mapping[str, str] = {"nick": "nicknames", "short": "shorts", "at": "grounds", "in": "cities", "of": "people"}


class Club(msgspec.Struct, frozen=True):
    """A club or national team. Two are equal when all that is known of them is.

    `name` is the canonical short name, as a newspaper's table prints it. `country` is in English, "" for a club that
    no file knows. `aliases` name the club by themselves; `nicknames` do with an article ("the Magpies"); `shorts` are
    shared by several clubs or are ordinary words ("City", "Forest"); `people` are the words for those of its city
    or country ("Merseysiders"). `city` is None when not known, and for nations; `cities` are all those that it plays
    in. A form that a `minor` club shares with others means it only where its full name is told too.
    """

    name: str
    country: str = ""
    aliases: tuple[str, ...] = ()
    nicknames: tuple[str, ...] = ()
    shorts: tuple[str, ...] = ()
    grounds: tuple[str, ...] = ()
    city: str | None = None
    cities: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    nation: bool = False
    minor: bool = False

    def forms(self) -> Iterator[tuple[str, How]]:
        """Every form as written, with how it names the club."""
        yield self.name, "name"
        first, _, last = self.name.rpartition(" ")
        if first and last in _printed():
            yield f"{first} {_printed()[last]}", "alias"
        groups: tuple[tuple[tuple[str, ...], How], ...] = (
            (self.aliases, "alias"),
            (self.nicknames, "nickname"),
            (self.shorts, "short"),
            (self.people, "people"),
            (self.grounds, "ground"),
        )
        for texts, how in groups:
            for text in texts:
                yield text, how


def all_clubs() -> tuple[Club, ...]:
    """Every club and nation of the data files, by country and name."""
    return _book().clubs


@lru_cache(maxsize=1)
def minor_clubs() -> frozenset[str]:
    """The names of the clubs that a form shared with others does not mean by itself."""
    return frozenset(one.name for one in all_clubs() if one.minor)


@lru_cache(maxsize=1)
def nations() -> frozenset[str]:
    """The names of the national teams."""
    return frozenset(one.name for one in all_clubs() if one.nation)


def club(name: str, country: str | None = None) -> Club | None:
    """The one club that goes by this name or alias; None when no file knows it, or when several go by it."""
    found = _named(fold(name), country) or _named(_bare(fold(name)), country)
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=8192)
def canonical(name: str, country: str | None = None) -> str:
    """The name that tables print for the club of this name; a club that no file knows keeps its own name."""
    known = club(name, country)
    return known.name if known else " ".join(name.split())


def resolve(name: str, country: str | None = None) -> tuple[Club, ...]:
    """All clubs that the words can mean, surest first: "City" gives several, "Atlantis Town" none."""
    folded = fold(name).removeprefix("the ")
    entries = forms().get(fold(name)) or forms().get(folded) or forms().get(_bare(folded)) or ()
    fitting = [
        (SUREST_FIRST.index(how), one) for one, how in entries if how != "ground" and country in (None, one.country)
    ]
    if not all(one.minor for _, one in fitting):
        fitting = [(rank, one) for rank, one in fitting if rank < 2 or not one.minor]
    return tuple(dict.fromkeys(one for _, one in sorted(fitting, key=lambda pair: pair[0])))


def forms() -> Mapping[str, tuple[tuple[Club, How], ...]]:
    """From every folded form to the clubs that go by it, and how. Capital letters are lost in folding: a reader
    should ask for them again, since some names are English words ("Reading", "Nice")."""
    return _book().forms


def clubs_at(ground: str) -> tuple[Club, ...]:
    """The clubs that play, or have played, at this ground."""
    return tuple(one for one, how in forms().get(fold(ground), ()) if how == "ground")


class _Book:
    """The data files, read once."""

    def __init__(self) -> None:
        self.clubs = tuple(_read_all())
        table: dict[str, list[tuple[Club, How]]] = {}
        written = [(text, one, how) for one in self.clubs for text, how in one.forms()]
        folded = fold_lines("\n".join([text for text, _, _ in written])).split("\n")
        for form, (_, one, how) in zip(folded, written, strict=True):
            entries = table.setdefault(form, [])
            if not entries or entries[-1][0] is not one:
                entries.append((one, how))
        self.forms = MappingProxyType({form: tuple(entries) for form, entries in table.items()})


@lru_cache(maxsize=1)
def _book() -> _Book:
    return _Book()


def _named(folded: str, country: str | None) -> tuple[Club, ...]:
    """The clubs of exactly this name, else of this alias."""
    entries = [(one, how) for one, how in forms().get(folded, ()) if country in (None, one.country)]
    for wanted in ("name", "alias"):
        found = tuple(one for one, how in entries if how == wanted)
        if found:
            return found
    return ()


def _bare(folded: str) -> str:
    """The name without legal letters and founding years at its ends; as it is when nothing else is left."""
    words = folded.split()
    while len(words) > 1 and (words[-1] in _legal() or words[-1].isdigit()):
        words.pop()
    while len(words) > 1 and (words[0] in _legal() or words[0].isdigit()):
        words.pop(0)
    return " ".join(words)


@lru_cache(maxsize=1)
def _legal() -> frozenset[str]:
    return frozenset(_toml("_forms.toml")["legal"])


@lru_cache(maxsize=1)
def namesakes() -> frozenset[str]:
    """The men whose surname is a club's or a country's name ("marco reus"), folded."""
    return frozenset(fold(name) for name in _toml("_forms.toml")["namesakes"])


@lru_cache(maxsize=1)
def _printed() -> Mapping[str, str]:
    """Last words of clubs' names as results pages print them."""
    printed: dict[str, str] = _toml("_forms.toml")["printed"]
    return printed


def _toml(name: str) -> dict[str, Any]:
    """One file of data/clubs, its tables as dictionaries."""
    try:
        return data.parse((CLUBS / name).read_text("utf-8"))
    except ValueError as broken:
        raise DataError(f"data/clubs/{name}: {broken}; {LINE}") from broken


def _read_all() -> Iterable[Club]:
    for path in sorted(CLUBS.glob("[!_]*.toml")):
        yield from _read(path.name)


def _read(name: str) -> Iterator[Club]:
    """The clubs of one file: a file of one country has `country` and [clubs], a file of many a table a country."""
    content = _toml(name)
    country = content.pop("country", None)
    minor = bool(content.pop("minor", False))
    for heading, lines in content.items():
        if not isinstance(lines, dict):
            raise DataError(f"data/clubs/{name}: {heading!r} is no table of clubs")
        for club_name, line in lines.items():
            yield _club(name, club_name, line, str(country or heading), minor)


def _club(file: str, name: str, line: object, country: str, minor: bool = False) -> Club:
    if not isinstance(line, str):
        raise DataError(f"data/clubs/{file}: {name!r} is {line!r}; {LINE}")
    found: dict[str, tuple[str, ...]] = {}
    for part in line.split(";"):
        mark, colon, rest = part.partition(":")
        field = "aliases" if not colon else MARKS.get(mark.strip())
        if field is None:
            raise DataError(f"data/clubs/{file}: {name!r} has the mark {mark.strip()!r}; known: {', '.join(MARKS)}")
        found[field] = tuple([text for each in (rest if colon else part).split(",") if (text := each.strip())])
    nation = country == "*"
    cities = found.get("cities", ())
    city = cities[0] if cities and not nation else None
    return Club(name, name if nation else country, city=city, nation=nation, minor=minor, **found)
