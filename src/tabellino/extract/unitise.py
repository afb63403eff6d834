"""A text made into units: where each name of a person or club, figure and word begins and ends."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import compress, pairwise, repeat
from operator import is_, not_

from tabellino.extract import patterns
from tabellino.extract.capitals import Capitals
from tabellino.extract.clubs import ClubForms
from tabellino.extract.linked_people import link_people
from tabellino.extract.spoken_scores import scores_in_words
from tabellino.extract.text import Text
from tabellino.extract.units import MOST_GOALS, Units
from tabellino.extract.vocabulary import Vocabulary
from tabellino.names.clubs import namesakes
from tabellino.names.folding import fold
from tabellino.names.people import initials_first

#: Kinds of tokens other than words.
_NO_WORD = re.compile("[^w]")

#: So many blanks part the columns of a table.
COLUMN = 3
#: A club in a fixture ("Manchester City-Tottenham Hotspur") has no more words than this.
FIXTURE = 3
#: No given name before a surname that is a club's as well has fewer letters ("RC Lens").
GIVEN = 4


class _Builder:
    def __init__(self, text: Text, vocabulary: Vocabulary, forms: ClubForms) -> None:
        self.text = text
        self.vocabulary = vocabulary
        self.forms = forms.forms
        self.form_starts = forms.starts
        self.codes: list[str] = []
        self.value: list[object] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.sentence: list[int] = []
        self.headline: list[bool] = []
        self.no_words = [match.start() for match in _NO_WORD.finditer("".join(text.kinds))]
        self.written = Capitals(text, vocabulary, self.no_words)
        self.capital, self.capitals = self.written.has, self.written.places
        self.in_full: dict[tuple[tuple[str, str], ...], bool] = {}
        self.spoken = dict(scores_in_words(text.keys, vocabulary))
        self.plain = self._plain()
        for place in self.spoken:
            self.plain[place] = None
        for word, after in vocabulary.plain_before.items():
            for place, (key, following) in enumerate(pairwise(text.keys)):
                if key == word and following in after:
                    self.plain[place] = patterns.WORD
        self.joined = {
            place: vocabulary.one_word[pair]
            for place, pair in enumerate(pairwise(text.keys))
            if pair in vocabulary.one_word
        }
        for place in self.joined:
            self.plain[place] = None
        first_of_sentence = {a for a, _ in text.sentences}
        quotes = {i + 1 for i in self.no_words if text.keys[i] in "\"'*:"}
        # words that stand in lower case somewhere are common; words with a capital inside a sentence are names
        self.lower = set(compress(text.keys, map(not_, self.capital)))
        #: Surnames of men named in full that are clubs' names as well: "Reus" where "Marco Reus" is named.
        self.namesakes = self._namesakes()
        #: Those, and the words of the language that are surnames right behind any given name.
        self.club_surnames = vocabulary.club_surnames | self.namesakes
        self.surnames = self.namesakes | self._surnames(first_of_sentence)
        #: Words with a capital right behind another.
        self.second = {text.keys[after] for i, after in pairwise(self.capitals) if after == i + 1}
        self.given = self._given_names() if vocabulary.before_nouns else {}
        inside = [i for i in self.capitals if i not in first_of_sentence and i not in quotes]
        self.inside = {text.keys[i] for i in inside}
        self.headlines = [self._is_headline(first, last) for first, last in text.sentences]
        # in headlines every word has a capital: what is a name there the rest of the text tells
        spans = [text.sentences[n] for n in compress(range(len(self.headlines)), self.headlines)]
        titled = {i for first, last in spans for i in range(first, last)}
        self.named = {text.keys[i] for i in inside if i not in titled} if titled else self.inside

    def _plain(self) -> list[str | None]:
        """The codes of tokens that are units by themselves whatever stands beside them: signs, and words in small
        letters with which no club's name begins. None for the others, which have to be looked at."""
        keys, kinds = self.text.keys, self.text.kinds
        found = list(map(self.vocabulary.plain_codes.__getitem__, keys))
        for i in (*compress(range(len(keys)), map(self.form_starts.__contains__, keys)), *self.capitals):
            found[i] = None
        for i in self.no_words:
            known = self.vocabulary.chars.get(keys[i], patterns.WORD)
            found[i] = known if kinds[i] == "p" else patterns.POSSESSIVE if kinds[i] == "z" else None
        return found

    def _namesakes(self) -> frozenset[str]:
        keys, men = self.text.keys, namesakes()
        pairs = ((i, after) for i, after in pairwise(self.capitals) if after == i + 1)
        return frozenset(keys[after] for i, after in pairs if f"{keys[i]} {keys[after]}" in men)

    def _surnames(self, first_of_sentence: set[int]) -> set[str]:
        """Words that follow a given name somewhere: "Torres" is a man where "Fernando Torres" is named, and no club."""
        keys, vocabulary = self.text.keys, self.vocabulary
        found = set()
        for i, after in pairwise(self.capitals):
            given = keys[i]
            if after != i + 1 or given in vocabulary.proper or after in first_of_sentence:
                continue
            if given in self.form_starts and (keys[after] not in vocabulary.club_surnames or len(given) < GIVEN):
                continue
            if given in vocabulary.common or given in vocabulary.positions or given in vocabulary.staff:
                continue
            if given in vocabulary.elisions or (given in vocabulary.particles and self.written.throughout(i)):
                continue
            if given in found and keys[after] in self.forms:
                continue  # "Ben Watson tucked away Wigan's and David Dunn Blackburn's"
            if vocabulary.before_nouns and keys[after] in self.forms and keys[after] not in vocabulary.club_surnames:
                continue  # "brachte Müller Köln in Führung"
            if i in first_of_sentence and self._told_in_full(keys[after]):
                continue  # "Slowly Sligo came into the game": nobody's given name where the text has Sligo Rovers
            if f"{given} {keys[i + 1]}" not in self.forms and not (i in first_of_sentence and given in self.lower):
                found.add(keys[i + 1])
        return found

    def _told_in_full(self, key: str) -> bool:
        """Whether a word is short for a club that the text names by more words elsewhere."""
        names = (name for name, how in self.forms.get(key, ()) if how == "alias" and " " in name)
        return any(name in self.text.folded for name in names)

    def _given_names(self) -> dict[str, set[str]]:
        """What stands right before each word with a capital that may be a given name."""
        keys, vocabulary = self.text.keys, self.vocabulary
        found: dict[str, set[str]] = {}
        for i, after in pairwise(self.capitals):
            plain = keys[i] in vocabulary.common or keys[i] in vocabulary.proper or keys[i] in vocabulary.positions
            if after == i + 1 and not plain and keys[i] not in vocabulary.staff:
                found.setdefault(keys[after], set()).add(keys[i])
        return found

    def _is_another(self, j: int) -> bool:
        """Whether a name begins anew behind one: where the verb stands first or last, subject and object stand side by
        side ("überwand Huntelaar Weidenfeller"). The text has both in full elsewhere."""
        before, key = self.text.keys[j - 1], self.text.keys[j]
        return bool(self.given.get(before)) and bool(self.given.get(key, set()) - {before})

    def add(self, code: str, value: object, first: int, last: int, sentence: int) -> None:
        self.codes.append(code)
        self.value.append(value)
        self.starts.append(self.text.starts[first])
        self.ends.append(self.text.ends[last - 1])
        self.sentence.append(sentence)

    def build(self) -> Units:
        special = list(compress(range(len(self.plain)), map(is_, self.plain, repeat(None))))
        reached = 0
        for number, (first, last) in enumerate(self.text.sentences):
            self.headline.append(self.headlines[number])
            ends = bisect_left(special, last, reached)
            self._sentence(number, first, last, special[reached:ends])
            reached = ends
            self.codes.append(patterns.NEWLINE)
            self.value.append(None)
            self.starts.append(self.text.ends[last - 1])
            self.ends.append(self.text.ends[last - 1])
            self.sentence.append(-1)
        units = Units(
            self.text, "".join(self.codes), self.value, self.starts, self.ends, self.sentence, [], self.headline
        )
        link_people(units, self.vocabulary)
        return units

    def _is_headline(self, first: int, last: int) -> bool:
        """A line in Title Case: most of its longer words have capitals and no full stop ends it."""
        if last - first < 4 or self.text.keys[last - 1] in ".!?":
            return False
        long = [i for i in range(first, last) if self.text.kinds[i] == "w" and len(self.text.keys[i]) > 3]
        return len(long) >= 3 and sum(self.capital[i] for i in long) > 0.7 * len(long)

    def _sentence(self, number: int, first: int, last: int, special: Sequence[int]) -> None:
        i = first
        for place in special:
            if place < i:
                continue  # within a name
            self._run(number, i, place)
            if place in self.spoken and place + self.spoken[place][1] <= last:
                score, length = self.spoken[place]
                i = place + length
                self.add(patterns.SCORE, score, place, i, number)
            elif place in self.joined and place + 2 <= last:
                one, i = self.joined[place], place + 2
                self.add(self.vocabulary.chars.get(one, patterns.WORD), one, place, i, number)
            elif self.text.kinds[place] == "w":
                i = self._word(number, place, first, last)
            else:
                self._figures(number, place)
                i = place + 1
        self._run(number, i, last)

    def _run(self, number: int, first: int, last: int) -> None:
        """Add the plain tokens of a range."""
        if first < last:
            self.codes += self.plain[first:last]  # type: ignore[arg-type]
            self.value += self.text.keys[first:last]
            self.starts += self.text.starts[first:last]
            self.ends += self.text.ends[first:last]
            self.sentence += [number] * (last - first)

    def _figures(self, number: int, i: int) -> None:
        """Add a score, a minute, an ordinal or another number."""
        kind, key = self.text.kinds[i], self.text.keys[i]
        if kind == "s":
            separator = "-" if "-" in key else "x" if "x" in key else ":"
            left, right = key.split(separator)
            day = len(left) == 2 or right[0] == "0" or int(right) > MOST_GOALS
            if separator == ":" and len(right) == 2 and day:
                self.add(patterns.WORD, key, i, i + 1, number)  # 19:45 and 9:26 are times of day
            else:
                self.add(patterns.SCORE, (int(left), int(right)), i, i + 1, number)
        elif kind == "m":
            minute, _, added = key.rstrip("' ").partition("+")
            self.add(
                patterns.MINUTE, (int(minute.rstrip(".' ")), int(added) if added.strip() else None), i, i + 1, number
            )
        elif kind == "o":
            self.add(patterns.ORDINAL, int("".join(filter(str.isdecimal, key))), i, i + 1, number)
        else:
            figure = key.replace(",", "").replace(".", "")
            self.add(patterns.NUMBER, int(figure) if len(figure) < 9 else None, i, i + 1, number)

    def _word(self, number: int, i: int, first: int, last: int) -> int:
        """Add the unit that begins at word `i`; return where the next begins."""
        keys = self.text.keys
        before_club = i + 1 < last and self._begins_club(i + 1, last)
        if keys[i] in self.vocabulary.elisions and before_club:
            return self._word(number, i + 1, first, last)  # "l'Inter": the article is part of the name
        if self.capital[i] and keys[i] in self.vocabulary.particles and before_club and not self._begins_club(i, last):
            self.add(self.vocabulary.chars.get(keys[i], patterns.WORD), keys[i], i, i + 1, number)
            return i + 1  # "GOL DE JAPÓN" names nobody
        if self.capital[i] and (after := self._fixture(number, i, last)):
            return after
        if self._begins_form(i):
            length, meaning = self._club(i, last)
            if length:
                ground = all(how == "ground" for _, how in meaning)
                self.add(patterns.GROUND if ground else patterns.CLUB, meaning, i, i + length, number)
                return i + length
        if self.capital[i]:
            end = self._name_end(number, i, first, last)
            if end > i and self._stand(i, end, first, last):
                self.add(patterns.PROPER, keys[end], i, end + 1, number)
                return end + 1
            if end > i:
                self.add(patterns.PERSON, initials_first(tuple(fold(keys[j]) for j in range(i, end))), i, end, number)
                return end
        key = keys[i]
        if self.capital[i] and self.vocabulary.before_nouns and (head := self._man_before_noun(key)):
            noun, middle = key[len(head) + 1 :], self.text.starts[i] + len(head)
            self.add(patterns.PERSON, (fold(head),), i, i + 1, number)
            self.add(self.vocabulary.chars[noun], noun, i, i + 1, number)
            self.ends[-2], self.starts[-1] = middle, middle + 1
            return i + 1
        code = self.vocabulary.chars.get(key)
        if code is None:
            code = patterns.PROPER if self.capital[i] and i > first else patterns.WORD
        self.add(code, key, i, i + 1, number)
        return i + 1

    def _man_before_noun(self, key: str) -> str:
        """The surname that a hyphen joins to a noun of the game ("Müller-Tor"); "" where it is no man's of the text."""
        head, _, noun = key.partition("-")
        if noun not in self.vocabulary.tails or noun not in self.vocabulary.chars or head in self.form_starts:
            return ""
        named = head in self.surnames or (head in self.inside and head not in self.vocabulary.proper)
        return head if named and head not in self.vocabulary.common and head not in self.vocabulary.chars else ""

    def _begins_form(self, i: int) -> bool:
        """Whether some club's form begins with a token."""
        key = self.text.keys[i]
        return key in self.form_starts or (not key.isascii() and fold(key) in self.form_starts)

    def _begins_club(self, i: int, last: int) -> bool:
        return self._begins_form(i) and self._club(i, last)[0] > 0

    def _club(self, i: int, last: int) -> tuple[int, tuple[tuple[str, str], ...]]:
        """The longest club form that begins at token `i`, with a capital somewhere in it if it is no nickname behind
        an article of several ("os leões")."""
        keys, form = self.text.keys, ""
        best: tuple[int, tuple[tuple[str, str], ...]] = (0, ())
        words, most = 0, self.form_starts.get(keys[i] if keys[i].isascii() else fold(keys[i]), 0)
        for j in range(i, min(i + 5, last)):
            melted = form.endswith("'")  # "Côte d'Ivoire": its article is a token of its own
            if words == most and not melted:
                break
            key = keys[j] if keys[j].isascii() else fold(keys[j])
            if self.text.kinds[j] == "p" and key == ".":
                continue
            form, words = f"{form}{key}" if melted or not form else f"{form} {key}", words + (not melted)
            meaning = self.forms.get(form)
            called = self.capital[i] or (self.capital[j] and j > i) or (meaning and self._nicknamed(meaning, i, j))
            if meaning and called and self._is_club(meaning, i, j):
                best = (j + 1 - i, meaning)
        after = i + best[0]
        if best[0] and after < last and self.capital[after] and keys[after] in self.vocabulary.team_words:
            best = (best[0] + 1, best[1])  # "Liverpool Ladies"
        return best

    def _fixture(self, number: int, i: int, last: int) -> int:
        """Add two clubs that a hyphen joins ("Inter-Juve", "Manchester City-Tottenham Hotspur"); return where the next
        unit begins, 0 when the words are no such pair."""
        keys = self.text.keys
        joint = next((n for n in range(i, min(i + FIXTURE, last)) if "-" in keys[n]), last)
        if joint == last or not self.capital[joint]:
            return 0
        start = self.text.starts[joint]
        for hyphen in (n for n, c in enumerate(keys[joint]) if c == "-"):
            home = self.forms.get(fold(" ".join([*keys[i:joint], keys[joint][:hyphen]])))
            away = fold(keys[joint][hyphen + 1 :])
            ways = (
                (j, self.forms.get(" ".join([away, *keys[joint + 1 : j]])))
                for j in range(min(joint + FIXTURE, last), joint, -1)
            )
            found = next(((j, meaning) for j, meaning in ways if meaning), None)
            if home and found:
                for code, value in ((patterns.CLUB, home), (self.vocabulary.chars.get("-", patterns.WORD), "-")):
                    self.add(code, value, i, joint + 1, number)
                self.ends[-2] = self.starts[-1] = start + hyphen
                self.ends[-1] = start + hyphen + 1
                self.add(patterns.CLUB, found[1], joint, found[0], number)
                self.starts[-1] = start + hyphen + 1
                return found[0]
        return 0

    def _is_club(self, meaning: tuple[tuple[str, str], ...], i: int, j: int) -> bool:
        """Not the surname of somebody ("Ashley Young", "David Villa"): a short form after a given name is a person."""
        key = self.text.keys[i]
        surname = i == j and key in self.surnames
        if surname and (key in self.club_surnames or all(how != "name" for _, how in meaning)):
            return False
        if " ".join(self.text.keys[i : j + 1]) in self.vocabulary.no_clubs or (i == j and self._small(i)):
            return False
        if i == j and i > 0 and self.text.keys[i - 1] in self.vocabulary.titles:
            return False  # "Sir Alex" is not Crewe
        if i == j and all(how == "ground" for _, how in meaning) and self._given(i):
            return False  # "Shay Given" does not stand at the Shay
        if i == j and self.text.keys[i] in self.vocabulary.words_first and not self._in_full(meaning):
            return self._called(i)
        if i == j and all(how == "short" for _, how in meaning) and i > 0 and self.capital[i - 1]:
            before = self.text.keys[i - 1]
            return before not in self.inside or before in self.vocabulary.common or before in self.vocabulary.proper
        return True

    def _nicknamed(self, meaning: tuple[tuple[str, str], ...], i: int, j: int) -> bool:
        """Whether a nickname in small letters stands behind a word that the language lists for it."""
        before = self.vocabulary.chars.get(self.text.keys[i - 1]) if i == j and i > 0 else None
        listed = before in self.vocabulary.members("before_nickname")
        return listed and any(how == "nickname" for _, how in meaning)

    def _given(self, i: int) -> bool:
        """Whether a surname follows a word right away, and no article stands before it."""
        after = i + 1
        named = after < len(self.capital) and self.capital[after] and self.text.kinds[after] == "w"
        if not named or self.text.keys[after] in self.form_starts or self._after_the(i):
            return False
        at = self.vocabulary.members("at_ground")
        return bool(at) and (self.vocabulary.chars.get(self.text.keys[i - 1]) if i else None) not in at

    def _called(self, i: int) -> bool:
        """Whether a word that is a club's short form has a capital inside a sentence and an article: "for the Fire"; or
        stands beside a figure: "Fire 2-1 Crew"."""
        followed = i + 1 < len(self.capital) and self.capital[i + 1]  # "the Fire Brigade"
        if self.capital[i] and {"n", "s"} & set(self.text.kinds[max(0, i - 1) : i + 2]):
            return True
        return self.capital[i] and self._after_the(i) and not followed

    def _after_the(self, i: int) -> bool:
        """Whether the definite article stands before a token."""
        return i > 0 and self.vocabulary.chars.get(self.text.keys[i - 1]) in self.vocabulary.members("the_alone")

    def _in_full(self, meaning: tuple[tuple[str, str], ...]) -> bool:
        """Whether the text has the name of a club that a short form can mean: "Victory" is one beside "Melbourne
        Victory" alone."""
        if meaning not in self.in_full:
            words = " ".join(self.text.keys)
            self.in_full[meaning] = any(how != "short" or fold(club) in words for club, how in meaning)
        return self.in_full[meaning]

    def _small(self, i: int) -> bool:
        """A name of two letters is one only in capitals: "OM", "AZ"."""
        return len(self.text.keys[i]) == 2 and not self.text.raw[self.text.starts[i] : self.text.ends[i]].isupper()

    def _name_end(self, number: int, i: int, first: int, last: int) -> int:
        """Where the person's name that begins at `i` ends; `i` when none begins there."""
        keys, kinds, vocabulary = self.text.keys, self.text.kinds, self.vocabulary
        at_start = i == first or keys[i - 1] in "\"'*:-"
        if self._is_label(i, last, at_start):
            return i
        led = not at_start and self._capital_particle(i, last)
        if not led and not self._name_word(i, at_start or self.headline[number]):
            return i
        j = i + 1
        while j < last:
            if kinds[j] == "w" and self.capital[j]:
                if self._parted(number, j) or (self.given and self._is_another(j)):
                    break
                named = self._name_word(j, self.headline[number]) or self._surname(i, j, last)
                # where the verb comes first a club may follow a man: "brachte Müller Köln in Führung"
                whole = j > i + 1 or keys[i] in self.surnames  # "and Ruiz Fulham's"
                length, meaning = self._club(j, last)
                whole |= at_start and self._names_club(meaning, keys[j])
                if not named or length > (not vocabulary.before_nouns and not whole):
                    break
                j += 1
            elif kinds[j] == "w" and keys[j] in vocabulary.particles and self._particle(j, last):
                j += 2
            elif keys[j] == "." and j == i + 1 and len(keys[i]) <= 2 and j + 1 < last and self.capital[j + 1]:
                j += 2  # an initial: "J. Riise"
            else:
                break
        single = j == i + 1
        if single and i > first and keys[i - 1] in vocabulary.before_nouns and keys[i] not in self.surnames:
            return i  # a noun, and not whom the text has in full elsewhere
        if single and (len(keys[i]) < 2 or keys[i] in vocabulary.titles or self.written.shouted(i, first, last)):
            return i
        if single and self._is_acronym(i, last):
            return i
        if single and at_start and not self._confirmed(i, last):
            return i
        return j

    def _names_club(self, meaning: tuple[tuple[str, str], ...], key: str) -> bool:
        """Whether a word is a club's own name and nobody's surname: "Trust Everton to concede"."""
        return key not in self.club_surnames and any(how == "name" for _, how in meaning)

    def _stand(self, i: int, end: int, first: int, last: int) -> bool:
        """Whether a part of a ground is called after the man whose name ends at `end`: "the Johnny Haynes Stand"."""
        keys = self.text.keys
        named = end < last and self.capital[end] and keys[end] in self.vocabulary.stands
        return named and i > first and self._after_the(i)

    def _is_acronym(self, i: int, last: int) -> bool:
        """Whether a word is capitals in brackets: an agency or a body ("(AFP)"), and nobody."""
        keys = self.text.keys
        bracketed = i > 0 and keys[i - 1] == "(" and i + 1 < last and keys[i + 1] == ")"
        return bracketed and self.text.raw[self.text.starts[i] : self.text.ends[i]].isupper()

    def _parted(self, number: int, j: int) -> bool:
        """Whether a word with a capital begins something new: the next column of a table, or what a headline tells of
        a man whose name the text has elsewhere ("TOIVONEN TAKES US THROUGH")."""
        if self.text.starts[j] - self.text.ends[j - 1] >= COLUMN:
            return True
        keys = self.text.keys
        return self.headline[number] and keys[j - 1] in self.named and keys[j] not in self.named

    def _is_label(self, i: int, last: int, at_start: bool) -> bool:
        """Whether a word with a capital is the label of a line ("Smasher: Ebanks-Blake levels") or of an age
        ("Under-21"), and no name."""
        keys, kinds = self.text.keys, self.text.kinds
        if i + 2 >= last:
            return False
        if keys[i + 1] == "-" and kinds[i + 2] == "n":
            return self.text.ends[i] == self.text.starts[i + 1]
        return at_start and keys[i + 1] == ":" and keys[i] not in self.inside

    def _surname(self, i: int, j: int, last: int) -> bool:
        """Whether a word that elsewhere names no man is one's surname after the given name at `i`: "Stevie May", unlike
        "May 5"."""
        after = self.text.kinds[j + 1] if j + 1 < last else ""
        return j == i + 1 and self.text.keys[j] in self.vocabulary.surnames and after not in ("n", "o")

    def _capital_particle(self, i: int, last: int) -> bool:
        """Whether an article that surnames have in front stands there with a capital, inside a sentence, before a name:
        "and De Vrij"."""
        key, vocabulary = self.text.keys[i], self.vocabulary
        if not self.capital[i] or key not in vocabulary.surnames or key not in vocabulary.articles:
            return False
        return self._particle(i, last) and self._name_word(i + 1, suspicious=False)

    def _particle(self, j: int, last: int) -> bool:
        return j + 1 < last and self.capital[j + 1] and self.text.kinds[j + 1] == "w"

    def _name_word(self, i: int, suspicious: bool) -> bool:
        """Whether a capitalised word can be part of a name; `suspicious` where its capital proves nothing."""
        key = self.text.keys[i]
        if (key in self.vocabulary.proper and not self._is_his(i)) or key.endswith(self.vocabulary.noun_endings):
            return False
        head, hyphen, _ = key.partition("-")
        if hyphen and key.rpartition("-")[2] in self.vocabulary.tails:
            return False  # "Birmingham-born"
        if key in self.vocabulary.articles or key.endswith(("'ve", "'re", "'ll", "'m")):
            return False
        if key in self.vocabulary.elisions:
            return False
        if hyphen and suspicious and (head in self.vocabulary.common or head in self.vocabulary.chars):
            return False  # "Sixteen-year-old", "Second-half"
        if not suspicious:
            return key not in self.vocabulary.staff and key not in self.vocabulary.positions
        if (key in self.inside and key not in self.vocabulary.common) or key in self.vocabulary.like_verbs:
            return True
        return key not in self.vocabulary.common and key not in self.lower and key not in self.vocabulary.chars

    def _is_his(self, i: int) -> bool:
        """Whether a word that elsewhere names no man is the surname of one whom the text names in full: "Costa" where
        Diego Costa is, and no Costa Rican."""
        key, after = self.text.keys[i], self.text.keys[i + 1] if i + 1 < len(self.text.keys) else ""
        known = (key in self.vocabulary.surnames and key in self.second) or key in self.namesakes
        return known and after not in self.vocabulary.proper

    def _confirmed(self, i: int, last: int) -> bool:
        """A single capitalised word at the start of a sentence: a name when it is one elsewhere, or looks like one; as
        a sentence of its own ("Unbelievable.", "Hello! …") it has to stand elsewhere as well."""
        keys = self.text.keys
        if keys[i] in self.inside:
            return True
        if i + 1 < last and keys[i + 1] in "!." and not self.written.again(i):
            return False
        return keys[i] in self.vocabulary.like_verbs or not keys[i].endswith(("ly", "ing", "ed"))


def unitise(text: Text, vocabulary: Vocabulary, forms: ClubForms) -> Units:
    """The units of a text, in linear time. `forms` says which words are clubs."""
    return _Builder(text, vocabulary, forms).build()
