"""The labelled reports: facts in TOML beside texts, read into frozen values. The format is told in README.md."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

import msgspec

from gate.told import Happening, MatchTold
from tabellino.domain.report import Report

HERE = Path(__file__).parent
Part = Literal["tune", "held_out"]
Length = Literal["short", "full", "long", "retold"]
Span = tuple[int, int]
PARTS: tuple[Part, ...] = ("tune", "held_out")


class CorpusError(Exception):
    """A facts file breaks the format; the message names the file, what came and what would have been right."""


class Wrong(msgspec.Struct, frozen=True):
    """Words of a report that are wrong: the quote, what is right instead, and which field of the match it is about."""

    quote: str
    right: str
    field: str


class LabelledReport(msgspec.Struct, frozen=True):
    """One text. `told` is what this text says (its own mistakes included); `errors` what is wrong in it, `either` what
    may be called wrong or right (a difference of view), `true` what must not be called wrong."""

    path: Path
    language: str
    length: Length
    told: MatchTold
    hard: tuple[str, ...]
    errors: tuple[Wrong, ...]
    either: tuple[str, ...]
    true: tuple[str, ...]

    @property
    def text(self) -> str:
        return self.path.read_text("utf-8")

    def report(self, number: int) -> Report:
        """As the library gets it: under a neutral name, for a file's name is no part of a report."""
        return Report(text=self.text, source=f"{number:02d}.txt")

    def spans(self, quote: str) -> list[Span]:
        """Every place of a quote in the text; never empty.

        Raises CorpusError when the quote does not stand in the text.
        """
        found = [m.span() for m in re.finditer(re.escape(quote), self.text)]
        if not found:
            raise CorpusError(f"{self.path}: the quote {quote!r} does not stand in the text; copy the very words")
        return found


class LabelledMatch(msgspec.Struct, frozen=True):
    """One match with its reports. `facts` is what is true of it."""

    id: str
    part: Part
    facts: MatchTold
    abandoned: bool
    reports: tuple[LabelledReport, ...]


class NoMatchText(msgspec.Struct, frozen=True):
    """A text out of which no match may be read."""

    path: Path
    kind: str
    part: Part

    def report(self, number: int) -> Report:
        """See `LabelledReport.report`."""
        return Report(text=self.path.read_text("utf-8"), source=f"{number:02d}.txt")


def matches(root: Path = HERE) -> tuple[LabelledMatch, ...]:
    """All labelled matches, in order of their ids.

    Raises CorpusError when a facts file cannot be understood.
    """
    found = [m for path in sorted((root / "facts").glob("*.toml")) if path.stem != "none" for m in _matches_in(path)]
    return tuple(sorted(found, key=lambda m: m.id))


def texts_without_match(root: Path = HERE) -> tuple[NoMatchText, ...]:
    """The texts that report no match."""
    rows = _load(root / "facts" / "none.toml")["texts"]
    return tuple(NoMatchText(root / "reports" / "none" / r["file"], r["kind"], r["part"]) for r in rows)


def _load(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise CorpusError(f"{path} is no TOML: {error}") from error


def _matches_in(path: Path) -> Iterator[LabelledMatch]:
    table = _load(path)
    for row in table.get("match", [table | {"id": path.stem}]):
        try:
            yield _match(row, path.parent.parent / "reports" / row["id"])
        except (KeyError, ValueError, TypeError) as error:
            raise CorpusError(f"{path}, match {row.get('id', path.stem)}: {type(error).__name__} {error}") from error


def _match(row: Mapping[str, Any], folder: Path) -> LabelledMatch:
    if row["part"] not in PARTS:
        raise ValueError(f"part is {row['part']!r}; right would be one of {PARTS}")
    facts = MatchTold(
        home=row["home"],
        away=row["away"],
        score=_score(row.get("score")),
        half_time=_score(row.get("half_time")),
        goals=_happenings(row.get("goals", []), "scorer"),
        reds=_happenings(row.get("red_cards", []), "player"),
        missed_penalties=_happenings(row.get("missed_penalties", []), "player"),
        disallowed=_happenings(row.get("disallowed", []), "player"),
    )
    reports = tuple(_report(r, facts, folder) for r in row["reports"])
    return LabelledMatch(row["id"], row["part"], facts, row.get("abandoned", False), reports)


def _score(pair: list[int] | None) -> tuple[int, int] | None:
    return None if pair is None else (pair[0], pair[1])


def _happenings(rows: list[dict[str, Any]], person: str) -> tuple[Happening, ...]:
    return tuple(
        Happening(
            r[person],
            r["team"],
            r.get("minute"),
            r.get("added_time"),
            r.get("own_goal", False),
            r.get("penalty", False),
            r.get("or_own_goal_by"),
        )
        for r in rows
    )


def _report(row: Mapping[str, Any], facts: MatchTold, folder: Path) -> LabelledReport:
    told = MatchTold(
        home=facts.home,
        away=facts.away,
        score=facts.score if row.get("score_told", True) else None,
        half_time=facts.half_time if row.get("half_time", False) else None,
        goals=_told(row["tells"], facts.goals, row.get("says", {})) + _happenings(row.get("extra", []), "scorer"),
        reds=_told(row.get("reds", []), facts.reds, _persons(row.get("says_red", {}))),
        missed_penalties=_told(row.get("missed", []), facts.missed_penalties, _persons(row.get("says_missed", {}))),
        disallowed=_told(row.get("disallowed", []), facts.disallowed, {}),
        home_told=row.get("home_told", True),
    )
    return LabelledReport(
        path=folder / row["file"],
        language=row["file"].split(".")[-2],
        length=row.get("length", "short"),
        told=told,
        hard=tuple(row.get("hard", [])),
        errors=tuple(Wrong(**e) for e in row.get("errors", [])),
        either=tuple(row.get("either", [])),
        true=tuple(row.get("true", [])),
    )


def _persons(names: Mapping[str, str | dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """ "Biondino" alone names another man of the same side; a table {scorer, team} also moves him to the other."""
    return {number: {"scorer": name} if isinstance(name, str) else name for number, name in names.items()}


def _told(
    rows: list[str], events: tuple[Happening, ...], says: Mapping[str, Mapping[str, Any]]
) -> tuple[Happening, ...]:
    return tuple(_told_one(row, events, says) for row in rows)


def _told_one(row: str, events: tuple[Happening, ...], says: Mapping[str, Mapping[str, Any]]) -> Happening:
    """ "3@90+2": the third event, at the minute that this text gives; "3": without a minute."""
    if not (parsed := re.fullmatch(r"(\d+)(?:@(\d+)(?:\+(\d+))?)?", row)):
        raise ValueError(f"{row!r} is no telling; right would be like '3', '3@17' or '3@90+2'")
    number, minute, added = parsed.groups()
    other = says.get(number, {})
    true = events[int(number) - 1]
    return msgspec.structs.replace(
        true,
        person=other.get("scorer", true.person),
        team=other.get("team", true.team),
        own_goal=other.get("own_goal", true.own_goal),
        penalty=other.get("penalty", true.penalty),
        or_own_goal_by=other.get("or_own_goal_by", true.or_own_goal_by),
        minute=None if minute is None else int(minute),
        added_time=None if added is None else int(added),
    )
