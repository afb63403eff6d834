"""Which words can follow the first word of a form: those of other forms need not be tried.

A form is tried wherever its first word stands, and "one" and "eight" begin some forty of them; looking up the next word
in a set leaves three or four.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

Heads = frozenset[str] | None
#: A literal word at the head of a regex, with what may be left out at its end ("points?").
WORD = re.compile(r"([a-z']+)(\??)")
OPTIONAL = re.compile(r"[?*]\??|\{0,\d\}\??")


def next_words(rest: str, words: Mapping[str, frozenset[str]]) -> Heads:
    """The words one of which must follow, by what stands after the first word of a form; None when that is not known.

    `words` are the first words of each placeholder. Only what begins with a space or a hyphen is looked into.
    """
    if rest.startswith(("[ -]", "[- ]")):
        return _heads(rest[4:], words)
    return _heads(rest[1:], words) if rest.startswith(" ") else _optional_group(rest, words)


def _optional_group(rest: str, words: Mapping[str, frozenset[str]]) -> Heads:
    """Of "(?: points?)? (?:from|of) ...": the words of the group and of what follows it."""
    group = _group(rest)
    if group is None or not group[0].startswith(" "):
        return None
    body, after = group
    skipped = OPTIONAL.match(after)
    inside = _alternatives(body[1:], words) if "|" not in body else None
    if inside is None:
        return None
    if skipped is None:
        return inside
    behind = next_words(after[skipped.end() :], words)
    return None if behind is None else inside | behind


def _heads(rest: str, words: Mapping[str, frozenset[str]]) -> Heads:
    """The words that a regex can begin with."""
    placeholder = re.match(r"\{([a-z]+)\d?\}", rest)
    if placeholder:
        return words.get(placeholder[1])
    group = _group(rest)
    if group is not None:
        body, after = group
        inside = _alternatives(body, words)
        skipped = OPTIONAL.match(after)
        behind_it = after[skipped.end() :] if skipped else after
        if re.match(r"[a-z(\[{]", behind_it) and not body.endswith(" "):
            return None  # the group is only the beginning of a word: "(?:in)?to"
        if inside is None or skipped is None:
            return inside
        behind = _heads(after[skipped.end() :], words)
        return None if behind is None else inside | behind
    literal = WORD.match(rest)
    if literal is None or (
        rest[literal.end() : literal.end() + 1] in ("\\", "[", "(", "*", "+", "{")
        and not rest[literal.end() :].startswith("\\b")
    ):
        return None
    word = literal[1]
    return frozenset((word, word[:-1])) if literal[2] else frozenset((word,))


def _alternatives(body: str, words: Mapping[str, frozenset[str]]) -> Heads:
    """The words that any of the alternatives of a group begins with."""
    found: frozenset[str] = frozenset()
    for one in _split(body):
        heads = _heads(one, words)
        if heads is None:
            return None
        found |= heads
    return found


def _group(rest: str) -> tuple[str, str] | None:
    """The body of the group that a regex begins with, and what follows it; None when it begins with none."""
    opening = re.match(r"\((?:\?:|\?P<\w+>)", rest)
    if opening is None:
        return None
    body, end = _closed(rest, 0)
    return body, rest[end:]


def _split(body: str) -> list[str]:
    """The alternatives of a group's body."""
    parts, depth, start = [], 0, 0
    for at, char in enumerate(body):
        depth += (char in "([") - (char in ")]")
        if char == "|" and depth == 0:
            parts.append(body[start:at])
            start = at + 1
    return [*parts, body[start:]]


#: A literal stretch shorter than this is in every sentence.
SHORTEST = 3
ITEM = re.compile(
    r"(?P<look>\(\?(?:=|!|<=|<!))|(?P<group>\((?:\?:|\?P<\w+>))|(?P<placeholder>\{[a-z]+\d?\})|(?P<set>\[[^\]]*\][*+?]?)"
    r"|(?P<count>\{\d.*?\}\??)|(?P<escape>\\.)|(?P<literal>[a-z',]|[ -])(?P<left_out>[?*])?|(?P<other>.)"
)


def needed(rest: str) -> tuple[tuple[str, ...], ...]:
    """Stretches of text that stand in whatever a regex fits, in order: of each tuple one must."""
    found: list[tuple[str, ...]] = []
    literal, at = "", 0
    while at < len(rest):
        item = ITEM.match(rest, at)
        assert item is not None, f"{rest!r} at {at}"
        at = item.end()
        if item["literal"] and not item["left_out"]:
            literal += item["literal"]
            continue
        found.append((literal,))
        literal = ""
        if item["look"] or item["group"]:
            body, at = _closed(rest, item.start())
            skipped = OPTIONAL.match(rest, at)
            plain = [one for one in _split(body) if re.fullmatch(r"[a-z' -]+", one)]
            if item["group"] and not skipped and len(plain) == len(_split(body)):
                found.append(tuple(plain))
            at = skipped.end() if skipped else at
    found.append((literal,))
    return tuple(words for words in found if min(map(len, words)) >= SHORTEST)


def sure_placeholders(rest: str) -> frozenset[str]:
    """The placeholders of which a word stands in whatever a regex fits."""
    found, at = set(), 0
    while at < len(rest):
        item = ITEM.match(rest, at)
        assert item is not None, f"{rest!r} at {at}"
        at = item.end()
        if item["placeholder"] and not OPTIONAL.match(rest, at):
            found.add(item["placeholder"].strip("{}0123456789"))
        if item["look"] or item["group"]:
            at = _closed(rest, item.start())[1]
    return frozenset(found)


def in_order(needs: tuple[tuple[str, ...], ...], text: str, start: int, end: int) -> bool:
    """Whether the stretches stand in a part of a text, one after the other."""
    for words in needs:
        nearest = end + 1
        for word in words:
            at = text.find(word, start, end)
            if at >= 0:
                nearest = min(nearest, at + len(word))
        if nearest > end:
            return False
        start = nearest
    return True


def _closed(rest: str, start: int) -> tuple[str, int]:
    """The body of the group that opens at a place, and where it ends."""
    depth = 0
    for at in range(start, len(rest)):
        escaped = rest[at - 1] == "\\" if at else False
        depth += (rest[at] == "(" and not escaped) - (rest[at] == ")" and not escaped)
        if depth == 0:
            opening = re.match(r"\(\?(?:[:=!]|<=|<!|P<\w+>)", rest[start:])
            return rest[start + (opening.end() if opening else 1) : at], at + 1
    raise ValueError(f"a group of {rest!r} is not closed")
