"""Scores in words: "two-one", "four goals to one", "the odd goal in five"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress

from tabellino.extract.vocabulary import Vocabulary


def scores_in_words(keys: Sequence[str], vocabulary: Vocabulary) -> Iterator[tuple[int, tuple[tuple[int, int], int]]]:
    """The tokens at which a score in words begins, with the figures as they stand and how many tokens it takes. Which
    words make one stands in the vocabulary ([spoken_scores]); a language without it has none."""
    words = vocabulary.spoken_scores
    if not words:
        return
    for i in compress(range(len(keys)), map(words.heads.__contains__, keys)):
        key = keys[i]
        if key in words.pairs:
            yield i, (words.pairs[key], 1)
            continue
        for between in words.between:
            if tuple(keys[i : i + len(between)]) == between:
                one, other = _number(keys, i - 1, vocabulary), _number(keys, i + len(between), vocabulary)
                if one is not None and other is not None:
                    yield i - 1, ((one, other), len(between) + 2)
        if words.odd and tuple(keys[i : i + len(words.odd)]) == words.odd:
            total = _number(keys, i + len(words.odd), vocabulary)
            if total is not None and total % 2:
                yield i, ((total // 2 + 1, total // 2), len(words.odd) + 1)


def _number(keys: Sequence[str], place: int, vocabulary: Vocabulary) -> int | None:
    """The number of a token; None when it is none or too high for goals."""
    if not 0 <= place < len(keys):
        return None
    key = keys[place]
    number = vocabulary.numbers.get(key) if not key.isdecimal() else int(key) if len(key) < 3 else None
    return number if number is not None and key not in vocabulary.spoken_scores.no_numbers else None
