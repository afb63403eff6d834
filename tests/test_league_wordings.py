"""How reports speak of the league: every sentence of tests/data/league_wordings.csv, with what it says.

The words were worked out on two rows of three; the third row was looked at when that was done. What is still read
otherwise is listed below, by sentence, and may only become less.
"""

from __future__ import annotations

import pytest

from league_wordings import Row, figures, read, rows, told
from tabellino.extract.league_heads import in_order, needed, next_words
from tabellino.extract.league_words import WordsOf, league_words, plain

#: Sentences that are not read in full, and why.
NOT_READ = {
    "The Londoners find themselves in the unfamiliar surroundings of third place.": "people of a city with many clubs",
    "Brighton are hard to beat at home, losing just twice there in the league.": "the ground is told by 'there'",
    "Everton reached the 40-point mark at the 29th attempt.": "a hyphen before the point",
    "Villa (9-4-5) are in fine fettle.": "a record in brackets may be a formation",
    "Seven wins in eight is title-winning form from Real Madrid.": "the club comes last",
    "Steve Parish's club, ninth last May, are now 14th.": "last season stands in the same clause",
    "ATALANTA: 4th, 52 points, W15 D7 L5.": "a machine's abbreviations",
}
CLAIMS = [row for row in rows() if row.says]
NO_CLAIMS = [row for row in rows() if not row.says]


def test_the_file_is_large_and_mixed():
    assert len(rows()) >= 350
    assert len(NO_CLAIMS) >= 70, "sentences that only look like claims"
    assert len({said["what"] for row in rows() for said in row.says}) >= 19, "kinds of claims"
    assert {row.sentence for row in CLAIMS} >= set(NOT_READ), "every sentence that is not read is of the file"


@pytest.mark.parametrize("row", CLAIMS, ids=lambda row: row.sentence)
def test_a_sentence_says_what_it_says_of_the_club_that_it_speaks_of(row: Row):
    found = told(row)
    assert not found.false, f"{row.remark}: read too much"
    if row.sentence not in NOT_READ:
        assert not found.missed, f"{row.remark}: {read(row)}"


@pytest.mark.parametrize("row", NO_CLAIMS, ids=lambda row: row.sentence)
def test_a_sentence_that_only_looks_like_a_claim_is_none(row: Row):
    assert not told(row).false, row.remark


@pytest.mark.parametrize("held", [False, True], ids=["the part worked on", "the part held back"])
def test_of_all_claims_nearly_all_are_found_with_their_club(held: bool):
    part = figures(held)
    least = 0.96 if held else 0.99
    assert part["found"] >= least * part["asked"], part
    assert part["right_club"] >= (least - 0.01) * part["asked"], part
    assert part["false"] == 0, part


def test_no_form_that_fits_is_left_untried():
    """What is looked up before a form is tried never rules out a form that would fit."""
    words = league_words()
    forms = [form for pattern in words.patterns if "continues" not in pattern.flags for form in pattern.forms]
    for row in rows():
        low = plain(row.sentence)
        following = WordsOf(low, [(0, len(low))])[len(low)]
        for start, end in words.starts_in(low):
            word = low[start:end]
            tried = words.fitting(word, words.forms_at(word, low, end), low, end)
            for form in words.forms_at(word, low, end):
                if form.rest.match(low, end):
                    assert form in tried, (row.sentence, word, form.next_words)
                    assert in_order(form.needed, low, end, len(low)), (row.sentence, form.needed)
                    assert all(not one.isdisjoint(following) for one in form.sure), row.sentence
    assert sum(form.next_words is not None for form in forms) > len(forms) / 2, "looking up the next word saves half"


@pytest.mark.parametrize(
    ("rest", "words"),
    [
        (" points? (?:clear|ahead)", {"point", "points"}),
        ("[- ]points? lead", {"point", "points"}),
        (" (?:a |the )?(?:win|victory)", {"a", "the", "win", "victory"}),
        ("(?: points?)? (?:from|of)", {"point", "points", "from", "of"}),
        (" (?:in)?to the", None),
        ("[^.;]{0,30}? goals", None),
        (" {kind} in", {"win", "defeat"}),
    ],
)
def test_the_words_that_can_come_next_are_read_off_a_form(rest: str, words: set[str] | None):
    heads = next_words(rest, {"kind": frozenset(("win", "defeat"))})
    assert heads == (None if words is None else frozenset(words))


@pytest.mark.parametrize(
    ("rest", "stretches"),
    [
        (" points? (?:clear|ahead)", ((" point",), ("clear", "ahead"))),
        (" (?:just )?{n} times in", ((" times in",),)),
        (" (?:now |only )*(?:sealed)(?! off)", (("sealed",),)),
        (" (?:a|b) {n}", ()),
    ],
)
def test_the_stretches_that_a_form_needs_are_read_off_it(rest: str, stretches: tuple[tuple[str, ...], ...]):
    assert needed(rest) == stretches
