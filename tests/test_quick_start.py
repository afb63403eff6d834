"""Short cuts that spare a command the import of a library, or a regex its compilation, change no answer."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from anyascii import anyascii
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from tabellino import data
from tabellino.extract.league_heads import in_order
from tabellino.extract.league_words import Form, league_words
from tabellino.names import folding
from tabellino.names.folding import fold
from tabellino.names.spelling import is_garbled

DATA = sorted(Path(data.__file__).parent.rglob("*.toml"))
FORMS = [form for pattern in league_words("en").patterns for form in pattern.forms]


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.stem)
def test_a_data_file_reads_as_the_standard_library_reads_it(path: Path):
    text = path.read_text("utf-8")
    assert data.parse(text) == tomllib.loads(text)


def test_folding_has_the_letters_of_anyascii():
    other = [char for char in map(chr, folding._LATIN) if char.translate(folding._LATIN) != anyascii(char)]
    assert not other, "these letters are folded in another way"


def test_clubs_are_known_without_the_letters_of_all_scripts():
    """The table of those takes as long to import as the clubs to read."""
    clubs = "".join(data.text(f"clubs/{path.name}") for path in DATA if path.parent.name == "clubs")
    assert clubs
    assert clubs.translate(folding._LATIN).isascii()


@given(st.text(st.characters(max_codepoint=0x2030)))
def test_any_text_folds_as_anyascii_does(text: str):
    assert fold(text) == " ".join((text if text.isascii() else anyascii(text)).casefold().split())


@given(st.text("abcde", min_size=1), st.text("abcde", min_size=1), st.integers(1, 2))
def test_spellings_are_garbled_ones_of_each_other_by_their_distance(one: str, other: str, allowed: int):
    assert is_garbled(one, other, allowed) == (OSA.distance(one, other) <= allowed)


@settings(max_examples=300)
@given(st.sampled_from(FORMS), st.data())
def test_what_a_form_needs_stands_wherever_the_form_fits(form: Form, drawn: st.DataObject):
    text = drawn.draw(st.from_regex(form.rest.pattern, alphabet=st.characters(codec="ascii")))
    found = form.rest.search(text)
    if found is not None:  # a lookahead may refuse what was drawn
        assert in_order(form.needed, text, found.start(), len(text)), form.rest.pattern
