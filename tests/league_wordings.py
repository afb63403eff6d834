"""The sentences of tests/data/league_wordings.csv: what each says of the league, and what the reader makes of it.

`python tests/league_wordings.py` prints the figures and every sentence of the part to develop on that is not read
right; `--held` does so for the held part, which is to be looked at only when the work is done.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from league_helpers import sentences
from tabellino.domain.claim import LeagueSays
from tabellino.extract.league_claims import league_claims
from tabellino.names.clubs import canonical, forms
from tabellino.names.folding import fold

FILE = Path(__file__).parent / "data" / "league_wordings.csv"
#: Every so manieth sentence is held back from the work on the words.
HELD_EVERY = 3
#: What makes a claim of each kind another one; the rest (whether a place counts as of the league, ...) follows from it.
COUNTS = {
    "points": ("value", "where", "bound"),
    "place": ("value", "detail", "before"),
    "gap": ("value", "rival", "behind", "detail", "bound"),
    "level": ("rival",),
    "played": ("value",),
    "left": ("value",),
    "games_in_hand": ("value", "rival"),
    "zone": ("detail",),
    "best": ("detail", "where", "value"),
    "decided": ("detail",),
    "fixture": ("rival", "where"),
    "goal_difference": ("value",),
}
#: Of counts of form: everything.
FORM = ("value", "of", "outcome", "where", "rival", "since", "league", "before", "bound", "detail")
#: Fields whose words in the file stand for another value.
WRITTEN: dict[str, Any] = {"league": True, "league=no": False, "behind": True, "before": True}
DEFAULTS: dict[str, Any] = {"behind": False, "before": False, "bound": "exact"}


class Row(NamedTuple):
    """A sentence of a report of a match, with what it says; nothing where it must not be read as a count."""

    match: str
    sentence: str
    says: tuple[dict[str, Any], ...]
    remark: str
    held: bool


class Told(NamedTuple):
    """What the reader made of a sentence: claims found, of these with the right club, and claims it should not make."""

    asked: int
    found: int
    right_club: int
    false: tuple[str, ...]
    missed: tuple[str, ...]


@cache
def rows() -> tuple[Row, ...]:
    lines = csv.DictReader(FILE.read_text("utf-8").splitlines())
    return tuple(
        Row(line["match"], line["sentence"], tuple(map(_says, filter(None, line["says"].split(" & ")))),
            line["remark"], number % HELD_EVERY == 0)
        for number, line in enumerate(lines, 1)
    )  # fmt: skip


def _says(words: str) -> dict[str, Any]:
    kind, *fields = words.split(" ")
    said: dict[str, Any] = {"what": kind}
    for field in fields:
        name, _, value = field.partition("=")
        if field in WRITTEN:
            said[name] = WRITTEN[field]
        else:
            said[name] = _value(name, value)
    return said


def _value(name: str, value: str) -> Any:
    if name in ("club", "rival"):
        return value.replace("_", " ")
    return int(value) if name in ("value", "of") else value


def mentions(text: str, match: str) -> list[tuple[int, int, str]]:
    """Clubs by any form, the longest first; a form of several clubs is one of the match, or else no club."""
    ours = [canonical(club) for club in match.split(" v ")]
    words = list(re.finditer(r"[^\s,.;:()]*\w", text))
    found, at = [], 0
    while at < len(words):
        for size in (4, 3, 2, 1):
            part = words[at : at + size]
            start, end = part[0].start(), part[-1].end()
            written = re.sub(r"['’]s?$", "", text[start:end])
            meant = [(one.name, how) for one, how in forms().get(fold(written), ()) if how != "ground"]
            clubs = [name for name, _ in meant if name in ours] or [
                name for name, how in meant if how in ("name", "alias", "nickname")
            ]
            if clubs and written[0].isupper():
                found.append((start, start + len(written), clubs[0]))
                at += len(part)
                break
        else:
            at += 1
    return found


def read(row: Row) -> tuple[LeagueSays, ...]:
    """The claims of a sentence that results can judge and that name a club."""
    subjects = tuple(canonical(club) for club in row.match.split(" v "))
    names = mentions(row.sentence, row.match)
    claims = league_claims(row.sentence, sentences(row.sentence), names, subjects)
    return tuple(c.says for c in claims if isinstance(c.says, LeagueSays) and c.says.what != "beyond_results")


def told(row: Row) -> Told:
    """How the claims of a sentence stand to those that it makes."""
    left = list(read(row))
    found = right = 0
    missed = []
    for said in row.says:
        same = [one for one in left if _same(said, one)]
        ours = [one for one in same if one.club == said.get("club")]
        hit = (ours or same or [None])[0]
        if hit is None:
            missed.append(str(said))
            continue
        found += 1
        right += bool(ours)
        if ours or hit.club is None:
            left.remove(hit)
        if not ours:
            missed.append(f"club of {said}")
    return Told(len(row.says), found, right, tuple(map(_short, filter(_can_be_judged, left))), tuple(missed))


def _same(said: dict[str, Any], one: LeagueSays) -> bool:
    """Whether a claim counts what is said, of whichever club."""
    if said["what"] != one.what:
        return False
    fields = COUNTS.get(one.what, FORM)
    return all(_plain(name, getattr(one, name)) == said.get(name, DEFAULTS.get(name)) for name in fields)


def _plain(name: str, value: Any) -> Any:
    """A place that may be that of before or after the match is the same place."""
    if name == "detail" and isinstance(value, str) and value.endswith("either"):
        return value.removesuffix("either").removesuffix("_") or None
    return value


def _can_be_judged(one: LeagueSays) -> bool:
    """Whether the results are asked at all: of no club in particular, or of cups, they are not."""
    return one.club is not None and one.league is not False


def _short(one: LeagueSays) -> str:
    fields = {n: v for n in one.__struct_fields__ if (v := getattr(one, n)) not in (None, False, "exact")}
    return " ".join(f"{name}={value}" for name, value in fields.items())


def figures(held: bool) -> Counter[str]:
    """asked, found, right_club and false of one part, and how many sentences that make no claim are read as one."""
    sums: Counter[str] = Counter()
    for row in rows():
        if row.held == held:
            one = told(row)
            sums.update(asked=one.asked, found=one.found, right_club=one.right_club, false=len(one.false))
            sums.update(sentences=1, no_claim=not row.says, read_though_none=not row.says and bool(one.false))
    return sums


if __name__ == "__main__":
    part = "--held" in sys.argv
    for row in rows():
        if row.held == part and ((one := told(row)).missed or one.false):
            print(f"{row.sentence}\n   missed: {'; '.join(one.missed)}\n   false: {'; '.join(one.false)}")
    print(dict(figures(part)))
