"""What lists of a match between Inter and Juventus tell, in short words."""

from __future__ import annotations

from tabellino.domain.claim import Claim, GoalSays
from tabellino.extract.blocks import Blocks, Sided, block_claims, read_blocks
from tabellino.extract.clubs import club_names, names_of
from tabellino.extract.text import tokenise

HOME, AWAY = "Inter", "Juventus"
SIDED = Sided(HOME, AWAY, home=0.95, first_listed=0.95)


def blocks_of(text: str, home: str = HOME, away: str = AWAY) -> Blocks:
    return read_blocks(tokenise(text), names_of(home, away), club_names())


def claims_of(text: str, home: str = HOME, away: str = AWAY) -> list[Claim]:
    sided = Sided(home, away, 0.95, 0.95)
    return block_claims(text, blocks_of(text, home, away), sided, lambda span, written: written)[0]


def goal_words(claim: Claim) -> str:
    """A goal as "17 Cambiaso og Inter": minute, scorer, marks, the club it most likely counts for."""
    says = claim.says
    assert isinstance(says, GoalSays)
    words = [minute_words(says.time)]
    words += [c.value for c in says.scorer[:1]] or ["?"]
    words += ["og"] * bool(says.own_goal) + ["pen"] * bool(says.penalty)
    words += [c.value for c in says.team[:1] if c.weight > 0.55]
    return " ".join(words)


def minute_words(time: object) -> str:
    best = getattr(time, "best", None)
    if best is None:
        return "-"
    added = round((best - int(best)) * 100)
    return f"{int(best)}+{added}" if added else str(int(best))


def goals(text: str, home: str = HOME, away: str = AWAY) -> list[str]:
    return [goal_words(c) for c in claims_of(text, home, away) if isinstance(c.says, GoalSays)]
