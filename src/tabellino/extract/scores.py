"""Scores in figures, and results in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from tabellino.domain.chance import chance_of
from tabellino.domain.claim import Claim, ScoreSays
from tabellino.extract import patterns
from tabellino.extract.context import Context
from tabellino.extract.patterns import Alphabet
from tabellino.extract.tickers import clock_lines
from tabellino.extract.times import number
from tabellino.extract.units import MOST_GOALS

#: How far before the words of a result, in units, words can make them none ("failed to beat").
BEFORE = 4
#: "On penalties" stands within so many units behind the words of a win.
SHOOTOUT = 8
#: The opponent stands within so many units behind a score: "a 3-1 win away to Villarreal".
OPPONENT = 7
#: A half-time score in brackets stands so many units behind the final score.
FULL_BEFORE = 2
#: "They" begins a sentence within so many units.
OPENS = 2
#: The year of another match stands within so many units behind its score, and so many behind "in".
DATED, BEFORE_YEAR = 18, 2
#: The score at which a club was behind or ahead, as its own goals and the others': who came from behind was a goal down
#: first, all but now and then.
FIRST_GOAL = {"behind": (0, 1), "ahead": (1, 0)}


def score_claims(context: Context) -> Iterator[Claim]:
    """What the text says about scores: each figure once, read by the pattern that fits best; one that a `skip` row
    fits best is none of this match ("4-3 on penalties")."""
    best: dict[int, tuple[float, re.Match[str], dict[str, Any]]] = {}
    for pattern, row in context.vocabulary.possible("score", context.units.codes):
        unless = context.members(row["unless_next"]) if "unless_next" in row else frozenset()
        for match in pattern.finditer(context.units.codes):
            if context.units.codes[match.end()] in unless:
                continue
            place = Alphabet.captured(match)["score"]
            strength = _strength(context, match, place, row)
            if place not in best or strength > best[place][0]:
                best[place] = strength, match, row
    running = clock_lines(context) if best else {}
    told: dict[int, tuple[tuple[int, int], ScoreSays]] = {}
    for place, (strength, match, row) in sorted(best.items()):
        goals = None if row.get("skip") else _goals(context, match, place)
        if goals is None or max(goals) > MOST_GOALS:
            continue
        weight = chance_of(strength)
        if weight < context.weights["limits"]["score"]:
            continue
        span, quote = context.quote(match.start(), match.end())
        says = _says(context, match, place, row, goals)
        if says.moment == "full_time" and (minute := running.get(context.units.sentence[match.start()])):
            says = msgspec.structs.replace(says, moment="during", time=minute)
        told[place] = goals, says
        if row["id"] == "half_after_full" and place - FULL_BEFORE in told:
            says = _as_full(says, *told[place - FULL_BEFORE])
        yield Claim(span, quote, says, weight=round(weight, 4))
    yield from _results(context)


def _as_full(half: ScoreSays, printed: tuple[int, int], full: ScoreSays) -> ScoreSays:
    """A half-time score in brackets has its figures in the order of the final score before it: "won 2-1 (1-0)"."""
    if full.club_first is None or half.first is None or full.first == full.second:
        return half
    if printed == (full.first, full.second):
        return ScoreSays(half.moment, half.first, half.second, club_first=full.club_first)
    return ScoreSays(half.moment, half.second, half.first, club_first=full.club_first)


def _goals(context: Context, match: re.Match[str], place: int) -> tuple[int, int] | None:
    """The two figures, as they stand; where each stands after its club ("Derby County 2 Leeds United 1") only those of
    the two sides, else None."""
    captured = Alphabet.captured(match)
    if "second" not in captured:
        return context.units.score_told(place)
    units, vocabulary = context.units, context.vocabulary
    figures = [number(units.value[one], vocabulary) for one in (place, captured["second"])]
    clubs = {context.club_at(captured[side]) for side in ("home", "away")}
    if None in figures or None in clubs or len(clubs) < 2:
        return None
    first, second = (figure for figure in figures if figure is not None)
    return first, second


def _strength(context: Context, match: re.Match[str], place: int, row: dict[str, Any]) -> float:
    weights = context.weights["score"]
    sentence = context.units.sentence[place]
    start, end = context.bounds[sentence]
    strength: float = row["strength"] + weights["bias"]
    if sentence < 3:
        strength += weights["early"]
    elif row.get("moment") == "full_time":
        strength += weights["later"]
    played = _played(context, match, place, end)
    if played is None:
        strength += weights["third_club"] if context.third_club(start, end) else 0.0
    else:
        strength += 0.0 if played in context.sides else weights["against_third"]
    near = context.units.codes[max(start, place - 8) : min(end, place + 9)]
    if not context.members("other_match").isdisjoint(near):
        strength += weights["other_match"]
    if _in_a_year(context, place, end):
        strength += weights["of_a_year"]
    if context.quoted[sentence]:
        strength += weights["quoted"]
    return strength


def _in_a_year(context: Context, place: int, end: int) -> bool:
    """Whether the words behind a score date it: "an echo of the 5-1 defeat suffered by Ferguson's side in 1989"."""
    units, begins = context.units, context.members("in_year")
    return any(
        units.is_year(at) and not begins.isdisjoint(units.codes[at - BEFORE_YEAR : at])
        for at in range(place + 1, min(end, place + DATED))
    )


def _played(context: Context, match: re.Match[str], place: int, end: int) -> str | None:
    """The club against which a score is told to have been: the `opponent` of its row ("thumped Stuttgart 4-1"), or one
    behind the score ("beaten 1-0 away to Bilbao", "a 3-1 win at Villarreal"). Empty for one that is none of the two,
    None where the words name none."""
    codes, members = context.units.codes, context.members
    opponent = _opponent(match)
    if opponent is not None:
        return context.club_at(opponent) or ""
    for at in range(place + 1, min(end, place + OPPONENT)):
        if codes[at] == patterns.CLUB:
            before = codes[at - 1] if codes[at - 1] not in members("det") else codes[at - 2]
            if before in members("won_over") or before in members("won_by"):
                return context.club_at(at) or ("" if context.third_club(at, at + 1) else None)
            return None
        if codes[at] in members("clause") or codes[at] in (",", patterns.PERSON):
            return None
    return None


def _opponent(match: re.Match[str]) -> int | None:
    """The unit of the club that a row names as the one who was met: "thumped Stuttgart 4-1"."""
    return Alphabet.captured(match).get("opponent")


def _says(context: Context, match: re.Match[str], place: int, row: dict[str, Any], goals: tuple[int, int]) -> ScoreSays:
    high, low = max(goals), min(goals)
    order, moment = row["order"], row["moment"]
    captured = Alphabet.captured(match)
    if order == "captured" or (order == "home" and "home" in captured):
        return ScoreSays(moment, *goals, club_first=context.club_at(captured["home"]))
    if order == "winner" and high != low:
        return ScoreSays(moment, high, low, club_first=_winner(context, match, place, row))
    if order == "team" and high != low:
        return _of_subject(context, moment, place, goals)
    return ScoreSays(moment, *goals)


def _of_subject(context: Context, moment: Any, place: int, goals: tuple[int, int]) -> ScoreSays:
    """A score told for a club: "2-0 down" and "2-0 up" give the higher figure to whoever leads."""
    subject = context.subject_club(place)
    near = context.units.codes[max(context.bounds[context.units.sentence[place]][0], place - 2) : place + 3]
    behind = not context.members("behind_w").isdisjoint(near)
    if subject is None or behind == (not context.members("ahead_w").isdisjoint(near)):
        return ScoreSays(moment, *goals, club_first=subject)
    leader = context.sides.other(subject) if behind else subject
    return ScoreSays(moment, max(goals), min(goals), club_first=leader)


def _winner(context: Context, match: re.Match[str], place: int, row: dict[str, Any]) -> str | None:
    """The club that won with this score: the subject of "won 3-1" or the other one of "lost 3-1"; told by the words
    before the club after it where there is one ("a 3-1 win over X", "a 3-1 win for X", "beaten 3-1 by X")."""
    codes = context.units.codes
    verb = min(place, match.start())
    given = _given(context, place)
    if given is not None:
        return context.sides.other(given) if row.get("lost") or row.get("given_lost") else given
    lost = bool(row.get("lost")) or (
        not row.get("plain")
        and any(c in context.members("be") or c in context.members("them") for c in codes[max(0, verb - 2) : verb])
    )
    opponent = _opponent(match)
    club = context.club_at(opponent) if opponent is not None else None
    if club is not None:
        return club if lost else context.sides.other(club)
    for after in range(place + 1, context.bounds[context.units.sentence[place]][1]):
        club = context.club_at(after)
        if club is None:
            continue
        before = codes[after - 1] if codes[after - 1] not in context.members("det") else codes[after - 2]
        if before in context.members("won_by"):
            return club
        if before in context.members("won_for"):
            return context.sides.other(club) if lost else club
        if before in context.members("won_over"):
            return club if lost else context.sides.other(club)
        break
    for inside in range(verb, place):  # "won against Everton by 2-1"
        club = context.club_at(inside)
        before = codes[inside - 1] if codes[inside - 1] not in context.members("det") else codes[inside - 2]
        if club is not None and before in context.members("won_over"):
            return club if lost else context.sides.other(club)
    subject = context.subject_club(verb) or _taken_up(context, verb)
    if subject is None:
        return None
    return context.sides.other(subject) if lost else subject


def _taken_up(context: Context, verb: int) -> str | None:
    """The club that "they" means at the beginning of a verb's sentence: the first that is the subject of the sentence
    before ("Celtic were two goals up. They lost 3-2."). None where nothing says which."""
    units, sentence = context.units, context.units.sentence[verb]
    start, _ = context.bounds[sentence]
    they = context.members("they_subject")
    if sentence == 0 or they.isdisjoint(units.codes[start : start + OPENS]):
        return None
    first, last = context.bounds[sentence - 1]
    named = next((place for place in range(first, last) if context.club_at(place) is not None), None)
    return None if named is None else context.subject_club(named + 1)


def _given(context: Context, place: int) -> str | None:
    """The club that is given a score, or led to one: "gave Everton a 2-1 win", "fired the hosts to a 3-0 victory"."""
    codes, det = context.units.codes, context.members("det")
    at = place - 1
    while codes[at] in det or codes[at] == patterns.WORD:
        at -= 1
    verbs = context.members("give_v")
    if codes[at] in context.members("led_to"):
        at, verbs = at - 1, context.members("send_v")
    club = context.club_at(at)
    before = at - 1
    while codes[before] in det or codes[before] in context.members("of_club"):
        before -= 1
    return club if codes[before] in verbs else None


def _results(context: Context) -> Iterator[Claim]:
    """Wins, draws and goalless draws told in words, each once a sentence; none is a "goalless first half", nor what
    only seemed so ("looked to have earned a draw": rows that say `none`, before all others)."""
    at_half: set[int] = set()
    best: dict[tuple[int, ScoreSays], Claim] = {}
    none: set[int] = set()
    for pattern, row in context.vocabulary.possible("result", context.units.codes):
        for match in pattern.finditer(context.units.codes):
            first = match.start()
            if row.get("none"):
                none.update(range(first, match.end()))
                continue
            if first in none:
                continue
            if row.get("moment") == "half_time":
                at_half.add(first)
            elif first in at_half:
                continue
            sentence = context.units.sentence[first]
            if sentence > context.weights["limits"]["result_sentences"] or _is_none(context, match, row):
                continue
            says = _result_says(context, Alphabet.captured(match), row)
            if says is None:
                continue
            if says.moment == "full_time" and says.winner and _on_penalties(context, match.start(), match.end()):
                says = ScoreSays("full_time", winner="")
            weight = round(chance_of(_result_strength(context, row["strength"], sentence)), 4)
            if (sentence, says) not in best or weight > best[sentence, says].weight:
                span, quote = context.quote(match.start(), match.end())
                best[sentence, says] = Claim(span, quote, says, weight=weight)
    yield from best.values()


def _result_strength(context: Context, strength: float, sentence: int) -> float:
    weights = context.weights["score"]
    start, end = context.bounds[sentence]
    strength += weights["bias"]
    if sentence < 2:
        strength += weights["early"]
    if context.third_club(start, end) or not context.members("other_match").isdisjoint(context.units.codes[start:end]):
        strength += weights["other_match"]
    if context.quoted[sentence]:
        strength += weights["quoted"]
    return strength


def _on_penalties(context: Context, first: int, after: int) -> bool:
    """Whether a win is told to have come by kicks after the match: "by beating Ghana on penalties"."""
    codes = context.units.codes[first : min(after + SHOOTOUT, context.bounds[context.units.sentence[first]][1])]
    kicks, by = context.members("shootout_n"), context.members("shootout_by")
    return any(code in kicks and codes[n - 1] in by for n, code in enumerate(codes) if n)


def _is_none(context: Context, match: re.Match[str], row: dict[str, Any]) -> bool:
    """Whether words before a result, in it or right behind it make it none ("hoping for a draw", "failed to beat", "a
    point behind")."""
    codes, first = context.units.codes, match.start()
    start = max(context.bounds[context.units.sentence[first]][0], first - BEFORE)
    if "unless_before" in row and not context.members(row["unless_before"]).isdisjoint(codes[start:first]):
        return True
    inside = "unreached" if row.get("met") else row.get("unless_inside")
    if inside and not context.members(inside).isdisjoint(match[0]):
        return True
    if row.get("draw") and context.third_club(match.end(), match.end() + BEFORE):
        return True
    return "unless_next" in row and codes[match.end()] in context.members(row["unless_next"])


def _each(context: Context, captured: dict[str, int], row: dict[str, Any]) -> int | None:
    """How many goals either side has of a draw told by its goals: "two goals apiece", "a four-goal draw", "shared four
    goals"; None where the words tell no such number."""
    if "each" in row:
        return int(row["each"])
    place = captured.get("each", captured.get("both"))
    told = None if place is None else number(context.units.value[place], context.vocabulary)
    if told is None or "each" in captured:
        return told
    return None if told % 2 else told // 2


def _result_says(context: Context, captured: dict[str, int], row: dict[str, Any]) -> ScoreSays | None:
    moment = row.get("moment", "full_time")
    if row.get("goalless"):
        return ScoreSays(moment, 0, 0)
    if (each := _each(context, captured, row)) is not None:
        return ScoreSays(moment, each, each)
    if row.get("draw"):
        return ScoreSays(moment, winner="")
    if row.get("only"):
        return ScoreSays("full_time", 1, 0)
    for where, goals in FIRST_GOAL.items():
        if where in captured:
            club = context.club_at(captured[where])
            if club is None:
                return None
            led = context.sides.other(club) if where == "behind" else club
            return ScoreSays("during", *goals, club_first=club, winner=led if row.get("any_lead") else None)
    winner = context.club_at(captured["winner"]) if "winner" in captured else None
    loser = context.club_at(captured["loser"]) if "loser" in captured else None
    if winner is None and loser is not None:
        winner = context.sides.other(loser)
    if winner is not None and "winner" in captured and "loser" in captured:
        between = context.units.codes[captured["winner"] + 1 : captured["loser"]]
        if not context.members("be").isdisjoint(between) or not context.members("won_by").isdisjoint(between[-2:]):
            winner = context.sides.other(winner)  # "Wigan were beaten by Liverpool"
    if winner is None or winner == loser:
        return None
    return ScoreSays("full_time", winner=winner)
