"""Tables of sentences with what they tell, and the match in which they stand."""

from __future__ import annotations

from pathlib import Path

MEN = (
    "Tim Howard kept goal for Everton, Maarten Stekelenburg for "
    "Fulham. Romelu Lukaku, Kevin Mirallas, Ross Barkley, Leon Osman, Steven Naismith, Seamus Coleman, Phil Jagielka, "
    "Leighton Baines, Sylvain Distin and Steven Pienaar played for Everton, Darren Bent, Dimitar Berbatov, Bryan Ruiz, "
    "Aaron Hughes, Brede Hangeland, Steve Sidwell, Damien Duff, Philippe Senderos and Sascha Riether for Fulham. "
)
MATCH = f"Everton beat Fulham at Goodison Park on Saturday. {MEN}"


def rows(name: str, columns: int = 2) -> list[tuple[str, ...]]:
    """The lines of `tests/data/NAME.txt`: "sentence | what it tells", after "kind | " where there are three columns."""
    text = (Path(__file__).parent.parent / "data" / f"{name}.txt").read_text("utf-8")
    return [
        tuple(part.strip() for part in line.rsplit("|", columns - 1))
        for line in text.splitlines()
        if not line.startswith("#")
    ]
