"""What the outcomes that are counted are called: one of a kind, and several."""

from __future__ import annotations

from tabellino.domain.claim import Outcome

NOUNS: dict[Outcome, tuple[str, str]] = {
    "win": ("win", "wins"),
    "draw": ("draw", "draws"),
    "defeat": ("defeat", "defeats"),
    "unbeaten": ("match without defeat", "matches without defeat"),
    "winless": ("match without a win", "matches without a win"),
    "clean_sheet": ("clean sheet", "clean sheets"),
    "scored": ("match with a goal", "matches with a goal"),
    "scoreless": ("match without a goal", "matches without a goal"),
    "conceded": ("match with a goal let in", "matches with a goal let in"),
}
