"""How the ball went in: what is done to it, where it goes, past and off whom; and the near misses of each."""

from __future__ import annotations

import pytest

from tests.extract.sentences import rows
from tests.extract.test_who_scored import scorers

ROWS = rows("how_it_went_in")
#: Read otherwise so far; a sentence that is read rightly leaves this list.
MISREAD = {
    "Duff's cross was met by the head of Ruiz and the ball looped over Howard.",
    "Mirallas's corner was flicked on for Distin to nod in.",
    "Riether saw his cross deflected into the net by Distin.",
    "A free-kick by Ruiz was diverted in by Hangeland.",
    "The man who turned it in was Distin.",
    "Barkley's shot proved too hot for Stekelenburg to handle and dropped over the line.",
    "Lukaku got the final touch to Mirallas's free-kick.",
    "Lukaku powered past Riether.",
    "Osman slammed in a volley in training on Friday.",
    "Coleman found Osman at the far post, where he was waiting to slot in his second.",
    "Barkley left Stekelenburg helpless with a fierce drive.",
    "Barkley was first to react when Stekelenburg spilled the ball and tapped it in.",
    "There was nothing Hughes could do as the ball struck him and went in.",
    "Duff's shot was only parried and Ruiz was there to sweep up.",
    "Howard, who had saved an earlier penalty, was beaten by Ruiz this time.",
    "The flag denied Ruiz after he had slid the ball past Howard.",
    "The linesman's flag cut short Ruiz's celebrations after he had tapped in.",
}


@pytest.mark.parametrize(("sentence", "names"), ROWS, ids=[sentence for sentence, _ in ROWS])
def test_how_it_went_in(sentence: str, names: str) -> None:
    right = {name for name in names.split(",") if name}
    assert (scorers(sentence) == right) == (sentence not in MISREAD), f"read as {scorers(sentence)}"
