"""Patterns made ready beforehand are those of the vocabulary, and a changed vocabulary does not use them."""

import msgspec
import pytest

from tabellino import data
from tabellino.extract import ready_patterns, vocabulary
from tabellino.extract.vocabulary import SECTIONS, Vocabulary, fingerprint_of, made_anew


def test_a_vocabulary_with_ready_patterns_is_the_one_without():
    tables = vocabulary._tables("en")
    ready = ready_patterns.ready("en", fingerprint_of("en"))
    assert ready is not None, "run make docs"
    quick, plain = Vocabulary(tables, ready), Vocabulary(tables)
    assert quick.chars == plain.chars
    for section in SECTIONS:
        for (one, _), (other, _) in zip(quick.patterns(section), plain.patterns(section), strict=True):
            assert one.parts == other.parts, one.text
            signs = quick.alphabet.signs.of(one.number), plain.alphabet.signs.of(other.number)
            assert tuple(signs[0]) == tuple(signs[1]), one.text


def test_patterns_of_other_files_are_not_used():
    assert ready_patterns.ready("en", "made of something else") is None


def test_a_language_without_ready_patterns_is_compiled():
    assert ready_patterns.ready("it", fingerprint_of("it")) is None
    assert vocabulary.vocabulary("it").patterns("score") is not None


@pytest.mark.parametrize("broken", ["", "{}", '{"of": 1}'])
def test_a_broken_file_is_no_reason_to_read_nothing(broken, monkeypatch):
    whole = data.text

    def text(name: str) -> str:
        return broken if name == "ready/en.json" else whole(name)

    monkeypatch.setattr(data, "text", text)
    assert ready_patterns.ready("en", fingerprint_of("en")) is None


def test_ready_patterns_survive_being_written_and_read():
    made = made_anew("en")
    assert msgspec.json.decode(msgspec.json.encode(made), type=ready_patterns.Ready) == made
