"""Clubs that no file knows, from the line that names the two: "Sportfreunde Siegen - TuS Ennepetal 3:1"."""

from __future__ import annotations

import re

from tabellino.extract.clubs import PARTS, ClubForms
from tabellino.extract.text import Text
from tabellino.names.folding import fold

#: The line of the match stands among the first so many of a text.
FIRST_LINES = 6
_NAME = r"[^\W\d_][\w'.&/]*(?:[ -][\w'.&/]+){0,3}?"
_SCORE = r"\d{1,2} ?[-:] ?\d{1,2}"
_LINES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^(?P<one>{_NAME}) {_SCORE} (?P<two>{_NAME})(?: *[(,;]| *$)",
        rf"^(?P<one>{_NAME}) ?(?: - |-| vs?\.? )(?P<two>{_NAME}),? {_SCORE}(?: *[(,;]| *$)",
        rf"^(?P<one>{_NAME}) \d{{1,2}},? (?P<two>{_NAME}) \d{{1,2}} *$",
    )
)


def with_unknown_clubs(text: Text, forms: ClubForms) -> ClubForms | None:
    """The forms with the two clubs of the match line added under their own names; None when the text has no such
    line, or its clubs are known."""
    for line in text.folded.split("\n", FIRST_LINES)[:FIRST_LINES]:
        for pattern in _LINES:
            match = pattern.match(line.strip()) if len(line) < 100 else None
            if match is None:
                continue
            added = {
                key: ((name, "name"),)
                for name in (match["one"].strip(), match["two"].strip())
                if name[:1].isupper() and (key := " ".join(PARTS.findall(fold(name)))) and not _known(key, forms)
            }
            if added:
                everything = {**forms.forms, **added}
                return ClubForms(everything, forms.starts | {key.split()[0] for key in added})
    return None


def _known(key: str, forms: ClubForms) -> bool:
    """Whether the words name a club already, whole or without legal letters at an end."""
    words = key.split()
    return any(
        any(how in ("name", "alias") for _, how in forms.forms.get(" ".join(part), ()))
        for part in (words, words[1:], words[:-1])
        if part
    )
