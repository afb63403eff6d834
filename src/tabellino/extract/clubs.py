"""The names of clubs as a reader meets them: token by token."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

import msgspec

from tabellino.names import clubs
from tabellino.names.folding import fold

PARTS = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*|[^\s.]")
#: How a club's names and aliases name it.
NAMES = frozenset(("name", "alias"))
#: The possessive mark, which is a token of its own in a text: "St Andrew's".
OWNED = re.compile(r"(?<=\w)'s\b")


class ClubForms(msgspec.Struct, frozen=True):
    """`forms`: tokens joined by blanks to the (canonical club, how) pairs they can mean; `starts`: first tokens, with
    how many the longest form has that begins so."""

    forms: Mapping[str, tuple[tuple[str, str], ...]]
    starts: Mapping[str, int]

    def with_more(self, added: Mapping[str, tuple[tuple[str, str], ...]]) -> ClubForms:
        """The forms with further ones."""
        longest = {first: max(most, self.starts.get(first, 0)) for first, most in _starts_of(added).items()}
        return ClubForms({**self.forms, **added}, {**self.starts, **longest})


@cache
def club_forms(nations: bool) -> ClubForms:
    """Every form of every club. National teams are among them only when asked for: in a report of a club match
    "England" tells where a player comes from."""
    forms: dict[str, tuple[tuple[str, str], ...]] = {}
    for form, meanings in clubs.forms().items():
        words = form if form.replace(" ", "").isalnum() else OWNED.sub(" 's", " ".join(PARTS.findall(form)))
        key = words.removeprefix("the ")
        fitting = tuple((club.name, how) for club, how in meanings if nations or not club.nation)
        if key and fitting and len(key) > 1:
            forms[key] = forms.get(key, ()) + fitting
    return ClubForms(forms, _starts_of(forms))


def _starts_of(forms: Iterable[str]) -> dict[str, int]:
    """The first tokens of some forms, with how many the longest has that begins so."""
    starts: dict[str, int] = {}
    for form in forms:
        first, length = form.partition(" ")[0], form.count(" ") + 1
        if length > starts.get(first, 0):
            starts[first] = length
    return starts


@lru_cache(maxsize=256)
def countries_of(first: str, second: str) -> tuple[str, str] | None:
    """The countries of two clubs by canonical name, in English and folded, where they are two; None where they are one,
    or either is not known, and for national teams."""
    one, two = clubs.club(first), clubs.club(second)
    if one is None or two is None or one.nation or two.nation or one.country == two.country:
        return None
    return fold(one.country), fold(two.country)


@lru_cache(maxsize=256)
def names_of(first: str, second: str) -> Mapping[str, str]:
    """From the folded forms that name one of two clubs, and not the other, to its canonical name."""
    one, other = (frozenset(_forms_by_name().get(name, ())) for name in (first, second))
    return {
        form.replace(".", "").removeprefix("the "): name
        for name, forms in ((first, one - other), (second, other - one))
        for form in forms
    }


@cache
def _forms_by_name() -> Mapping[str, Sequence[str]]:
    """The folded forms of every canonical name, grounds apart."""
    found: dict[str, list[str]] = {}
    for form, meanings in clubs.forms().items():
        for club, how in meanings:
            if how != "ground":
                found.setdefault(club.name, []).append(form)
    return found


@cache
def club_names() -> frozenset[str]:
    """Folded names and aliases of all clubs, without full stops."""
    return frozenset(
        form.replace(".", "")
        for form, meanings in clubs.forms().items()
        if not NAMES.isdisjoint([how for _, how in meanings])
    )
