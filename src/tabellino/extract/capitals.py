"""Which words of a text have a capital that may be a name's: not those of a dateline, nor of a line all in capitals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import compress

from tabellino.extract.text import Text
from tabellino.extract.vocabulary import Vocabulary

#: A line of place and agency stands in one of so many first sentences, and has no more tokens up to its dash and no
#: fewer after it.
DATELINES, DATELINE, REPORT = 5, 16, 5
#: Signs within it.
DATELINE_SIGNS = frozenset(",.()/")
#: A line is shouted when more words than this are in it and nearly all of them in capitals throughout.
SHOUTED, NEARLY_ALL = 3, 0.8


class Capitals:
    """`has` tells for each token whether it has a capital, datelines and signs aside; `places` are those that have."""

    def __init__(self, text: Text, vocabulary: Vocabulary, no_words: Sequence[int]) -> None:
        self.text = text
        self.vocabulary = vocabulary
        # what is asked of every token is asked in C: a loop of Python's would take much of the time of reading
        self.has = list(map(str.isupper, map(text.raw.__getitem__, text.starts)))
        for place in no_words:
            self.has[place] = False
        for first, last in text.sentences[:DATELINES]:
            end = self._dateline(first, last)
            self.has[first:end] = [False] * (end - first)
        self.places = list(compress(range(len(text.keys)), self.has))
        self._shouted: dict[int, bool] = {}

    def throughout(self, i: int) -> bool:
        """Whether a token is in capitals throughout."""
        return self.text.raw[self.text.starts[i] : self.text.ends[i]].isupper()

    def again(self, i: int) -> bool:
        """Whether the word with a capital at `i` has one somewhere else too."""
        return self._times[self.text.keys[i]] > 1

    def shouted(self, i: int, first: int, last: int) -> bool:
        """Whether a word all in capitals is one of a line of such words ("NINE HEROES HANG ON"), and no name of the
        text's. `first` and `last` bound its sentence."""
        if not self.throughout(i) or self.text.keys[i] in self._small_too:
            return False
        if first not in self._shouted:
            words = [self.throughout(place) for place in range(first, last) if self.text.kinds[place] == "w"]
            self._shouted[first] = len(words) > SHOUTED and sum(words) - 1 > NEARLY_ALL * (len(words) - 1)
        return self._shouted[first]

    @cached_property
    def _times(self) -> Counter[str]:
        return Counter(map(self.text.keys.__getitem__, self.places))

    @cached_property
    def _small_too(self) -> frozenset[str]:
        """The words with a capital that are somewhere not in capitals throughout."""
        return frozenset(self.text.keys[place] for place in self.places if not self.throughout(place))

    def _dateline(self, first: int, last: int) -> int:
        """Where the line of place, day and agency ends that a sentence begins with ("SANDY, Utah --", "MADRID, Jan 6
        (AP) -"): its words name no men. `first` when there is none."""
        text, keys, agencies = self.text, self.text.keys, self.vocabulary.agencies
        i = first
        while i < last and text.kinds[i] == "w" and text.ends[i] - text.starts[i] > 1 and self.throughout(i):
            i += 1
        if i == first or last - i < REPORT or keys[i] not in ("(", ",", "-"):
            return first
        for end in range(i, min(first + DATELINE, last - REPORT)):
            kind, agency = text.kinds[end], keys[end - 1] == "("
            if keys[end] == "-":
                return end
            if kind == "w" and not (self.has[end] and (not agency or self.throughout(end) or keys[end] in agencies)):
                return first
            if kind != "w" and kind != "n" and keys[end] not in DATELINE_SIGNS:
                return first
        return first
