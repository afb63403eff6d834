"""Patterns: read from their text, looked for only where they can match, and never missing a match for it."""

from __future__ import annotations

import copy
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tabellino.errors import DataError
from tabellino.extract.patterns import Alphabet, Pattern
from tabellino.extract.signs import MOST_PARTS, parts
from tabellino.extract.vocabulary import SECTIONS, vocabulary

LANGUAGES = ("en", "de", "es", "fr", "it", "pt")


def alphabet() -> Alphabet:
    return Alphabet({"finish": ["scored", "netted"], "home_n": ["home", "hosts"], "ball": ["ball"]})


def spans(pattern: Pattern | re.Pattern[str], codes: str) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(codes)]


@pytest.mark.parametrize(
    ("pattern", "words", "found"),
    [
        ("{finish}", "P scored", ["scored"]),
        ("{P} ..2 scored", "P , home scored", ["P,home scored"]),
        ("{P} ..1 scored", "P , home scored", []),  # the gap is too long
        ("{P} --3 scored", "P home P scored", ["P scored"]),  # no name within the gap
        ("( the )? ball", "ball", ["ball"]),  # what may be absent is no need
        ("ball ( home | ~{finish} )", "ball ,", ["ball ,"]),  # nor is what a negation asks for
        ("( {P} | the hosts ) ( scored | netted )", "the hosts netted", ["the hosts netted"]),
        ("<a {P}> | <a {T}>", "T", ["T"]),  # a bar on the highest level
        ("{num}{0,2} ball", "ball", ["ball"]),
        ("home ~{num}{0,3} <a {P}>", "home , P , P", ["home , P"]),  # a gap is as short as it can be
        ("home+ ball", "home home ball", ["home home ball"]),
        ("{P} scored", "P \n scored", []),  # no pattern goes over the end of a sentence
    ],
)
def test_a_pattern_finds_what_its_text_says(pattern: str, words: str, found: list[str]):
    signs = alphabet()
    signs.extend("num", "N", ["two"])
    compiled = signs.compile(pattern)
    chars = {word: word if word in "PTN\n" else signs.char(word) for word in words.split(" ") if word}
    codes = "".join(chars[word] for word in words.split(" ") if word)
    told = ["".join(chars[w] for w in re.findall(r"\w+|[^\w ]", text)) for text in found]
    assert [match[0] for match in compiled.finditer(codes)] == told


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("{nothing}", "names the class {nothing}; known classes"),
        ("( scored", "nothing closes '( scored'"),
        ("<who {P}", "nothing closes '<who {P}'"),
        ("scored )", "cannot be read at ')'"),
        ("scored ? ?", "cannot be read at '? ?'"),
    ],
)
def test_a_pattern_that_cannot_be_read_is_refused_with_the_place(pattern: str, why: str):
    with pytest.raises(DataError, match=re.escape(why)):
        alphabet().compile(pattern)


def test_a_phrase_in_square_brackets_is_a_group_and_an_unknown_one_refused():
    phrases = {"in_net": "headed home | {finish} it in", "did": "[in_net] | the <who {P}>", "round": "a [round]"}
    words = Alphabet({"finish": ["scored"]}, (), phrases)
    in_net = "( headed home | {finish} it in )"
    for short, spelled in (
        ("{P} [in_net] ( but )", f"{{P}} {in_net} ( but )"),
        ("( the | [in_net] )? but", f"( the | {in_net} )? but"),
        ("[did] , [did]", f"( {in_net} | the <who {{P}}> ) , ( {in_net} | the <who {{P}}> )"),
    ):
        assert words.compile(short).regex.pattern == words.compile(spelled).regex.pattern, short
    for wrong in ("out", "round"):
        with pytest.raises(DataError, match=re.escape(f"names the phrase [{wrong}], which there is not")):
            words.compile(f"{{P}} [{wrong}]")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pattern_of_every_language_compiles(language: str):
    words = vocabulary(language)
    compiled = [pattern.regex for section in SECTIONS for pattern, _ in words.patterns(section)]
    assert compiled, f"{language} has no patterns"


ENGLISH = vocabulary("en")
PATTERNS = [pattern for section in SECTIONS for pattern, _ in ENGLISH.patterns(section)]
#: Characters for random texts: kinds of units, the commonest signs, words of the grammar, the end of a sentence.
SIGNS = ["P", "T", "G", "O", "D", "N", "R", "S", "M", "w", "z", ",", "-", *sorted(ENGLISH.chars.values()), *"\n" * 40]


def sentences_about(pattern: Pattern) -> st.SearchStrategy[str]:
    """Matches of a pattern and near misses of them among other units."""
    return st.from_regex(pattern.regex, alphabet=st.sampled_from(sorted(set(SIGNS))))


@settings(max_examples=100)
@given(st.lists(st.sampled_from(SIGNS), max_size=300).map("".join), st.data())
def test_looking_only_where_a_pattern_can_match_misses_nothing(codes: str, data: st.DataObject):
    pattern = data.draw(st.sampled_from(PATTERNS))
    codes += data.draw(sentences_about(pattern)) + "\n"
    assert spans(pattern, codes) == spans(pattern.regex, codes), pattern.text


@settings(max_examples=100)
@given(st.lists(st.sampled_from(SIGNS), max_size=300).map("".join), st.data())
def test_a_pattern_not_yet_compiled_misses_nothing(codes: str, data: st.DataObject):
    """What is looked at before a pattern is compiled, all it needs close enough together, never rules out a match."""
    pattern = data.draw(st.sampled_from(PATTERNS))
    fresh = copy.copy(pattern)
    fresh._regex, fresh._looked = None, 0
    codes += data.draw(sentences_about(pattern)) + "\n"
    assert spans(fresh, codes) == spans(pattern.regex, codes), pattern.text


def test_a_pattern_is_compiled_only_where_what_it_needs_stands_close_together():
    words = alphabet()
    pattern = words.compile("{P} ..1 ball ( the )? scored")
    encode = words.chars
    apart = f"P{encode['ball']}www{encode['scored']}"
    for codes, compiled in ((apart, False), (apart.replace("w", ""), True)):
        assert bool(spans(pattern, codes + "\n")) == compiled
        assert (pattern._regex is not None) == compiled, codes


@given(st.integers(0, 5 * MOST_PARTS))
def test_the_parts_of_a_text_are_all_its_sentences_and_never_too_many(number: int):
    codes = "Pw\n" * number
    found = parts(codes)
    assert len(found) <= MOST_PARTS
    assert "\n".join(codes[first:last] for first, last in found) == codes
