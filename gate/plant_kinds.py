"""The kinds of error that are planted, and where a text has a place for each. The words are in plantings.toml."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any, TypeVar

import msgspec

from gate.corpus import HERE, Span
from gate.plant_places import Named, Place, clubs_forms, entries, goal_effects, named, number_words, ordinal, tellings
from gate.planting import Edit, Scene
from gate.told import Happening

_T = TypeVar("_T")


@lru_cache(maxsize=1)
def words() -> dict[str, Any]:
    """The words of plantings.toml."""
    return tomllib.loads((HERE / "plantings.toml").read_text("utf-8"))


def edits(scene: Scene) -> Iterator[tuple[int, Edit]]:
    """Every error that the reports of a match have a place for, with the report (index)."""
    for report in scene.plantable:
        for kind in KINDS:
            for edit in kind(scene, report):
                yield report, edit


def _pick(choices: Sequence[_T], *seed: object) -> _T:
    """One of several, always the same for the same seed."""
    return choices[int(hashlib.sha256("|".join(map(str, seed)).encode()).hexdigest(), 16) % len(choices)]


# ---- minutes --------------------------------------------------------------------------------------------------------


def minutes(scene: Scene, report: int) -> Iterator[Edit]:
    """The minute of a goal, in figures or ordinals, in prose or in a list, and one counted down from the end."""
    for goal, place in _goals(scene, report):
        yield from _another_minute(scene, report, goal, place, scene.facts.goals, place.sort)


def red_minutes(scene: Scene, report: int) -> Iterator[Edit]:
    """The minute of a dismissal."""
    for red, place in _reds(scene, report):
        yield from _another_minute(scene, report, red, place, scene.facts.reds, "red")


def _another_minute(
    scene: Scene, report: int, event: Happening, place: Place, others: Sequence[Happening], sort: str
) -> Iterator[Edit]:
    if place.minute is None or event.minute is None or event.added_time or event.minute >= words()["stoppage"]:
        return
    start, end = place.minute
    figures = scene.reports[report].text[start:end]
    told = number_words(figures)
    if told is None:
        return
    shifts = [s for shift in words()["shifts"] for s in (shift, -shift)]
    own = [o.minute for o in others if o.minute is not None and o.person == event.person]
    free = [s for s in shifts if 1 <= event.minute + s < words()["stoppage"] and _far(event.minute + s, own)]
    if place.counted_down:
        free = [s for s in free if told - s > 1]
    if free:
        shift = _pick(free, scene.id, report, start)
        new = ordinal(told + (-shift if place.counted_down else shift), figures)
        yield Edit(f"minute, {sort}", place.minute, new, (named(event).pattern, place.told))


def _far(minute: int, others: Sequence[int]) -> bool:
    return all(abs(minute - other) >= words()["shifts"][0] for other in others)


# ---- names ----------------------------------------------------------------------------------------------------------


def scorers(scene: Scene, report: int) -> Iterator[Edit]:
    """The scorer replaced by a team-mate, an opponent, a stranger."""
    for goal, place in _goals(scene, report):
        if place.minute is None:
            continue
        for kind, names in _instead(scene, goal, own_goal=goal.own_goal).items():
            yield from _renamed(scene, report, place, f"scorer, {kind}", names, (named(goal).pattern, place.told))


def sent_off(scene: Scene, report: int) -> Iterator[Edit]:
    """The man sent off replaced."""
    for red, place in _reds(scene, report):
        for kind, names in _instead(scene, red).items():
            told = (named(red).pattern, words()["context"]["sent_off"])
            yield from _renamed(scene, report, place, f"sent off, {kind}", names, told)


def takers(scene: Scene, report: int) -> Iterator[Edit]:
    """Who missed a penalty replaced."""
    context = words()["context"]
    for missed in scene.facts.missed_penalties:
        for place in tellings(scene, report, missed, (context["penalty"], context["missed"])):
            for kind, names in _instead(scene, missed).items():
                told = (named(missed).pattern, context["penalty"])
                yield from _renamed(scene, report, place, f"missed penalty, {kind}", names, told)


def _instead(scene: Scene, event: Happening, own_goal: bool = False) -> dict[str, list[str]]:
    """Whom to name instead of a man: a team-mate, an opponent (both of the facts), somebody of another match."""
    facts = scene.facts
    sides: dict[str, set[str]] = {"home": set(), "away": set()}
    for one in (*facts.goals, *facts.reds, *facts.missed_penalties, *facts.disallowed):
        if one.person and one.team:
            side = {"home": "away", "away": "home"}[one.team] if one.own_goal else one.team
            sides[side].add(one.person)
    mine = event.team if not own_goal else {"home": "away", "away": "home"}.get(event.team or "")
    mates = sides.get(mine or "", set())
    opponents = sides["home"] | sides["away"]
    return {
        "team-mate": sorted(mates - {event.person}),
        "opponent": sorted(opponents - mates),
        "stranger": words()["names"]["strangers"],
    }


def _renamed(
    scene: Scene, report: int, place: Place, kind: str, names: Sequence[str], told: tuple[str, ...]
) -> Iterator[Edit]:
    """Another name in the place of the one that stands there: in full where it stood in full."""
    text = scene.reports[report].text
    sentence = text[place.sentence[0] : place.sentence[1]]
    free = [name for name in names if not Named(name).search(sentence)]
    if free:
        new = _pick(free, scene.id, report, place.name.span)
        yield Edit(kind, place.name.span, new if place.name.in_full else Named(new).surname, told)


def referees(scene: Scene, report: int) -> Iterator[Edit]:
    """The referee replaced."""
    text = scene.reports[report].text
    for match in re.finditer(r"\b[Rr]eferee:?\s+((?:[A-Z][\w.'’-]*\s+)?[A-Z][\w'’-]{2,})", text):
        surname = re.escape(match[1].split()[-1])
        yield Edit("referee", match.span(1), _pick(words()["names"]["referees"], scene.id, report), (surname,))


# ---- scores ---------------------------------------------------------------------------------------------------------

_PAIR = re.compile(r"(?<![\d.,:/-])(\d{1,2})(\s?[-–:]\s?)(\d{1,2})(?![\d,:/]|-\d|\.\d|\s?(?:pm|am))")


def scores(scene: Scene, report: int) -> Iterator[Edit]:
    """The digits of the final, half-time and running score, and the final score turned round."""
    text, facts = scene.reports[report].text, scene.facts
    context = words()["context"]
    for number, (start, end) in enumerate(scene.sentences[report]):
        sentence = text[start:end]
        for match in _PAIR.finditer(text, start, end):
            pair = int(match[1]), int(match[3])
            told = (_either_way(pair),)
            is_half = re.search(context["half"], sentence) is not None
            if facts.half_time and pair in _ways(facts.half_time) and is_half and pair not in _ways(facts.score):
                yield _other_figures(scene, report, "half-time score", match, told)
            elif pair in _ways(facts.score) and not is_half and (number < 2 or re.search(context["final"], sentence)):
                yield _other_figures(scene, report, "final score", match, told)
                if pair[0] != pair[1] and _between_clubs(scene, sentence, match, start):
                    turned = f"{match[3]}{match[2]}{match[1]}"
                    yield Edit("final score, turned", match.span(), turned, told)


def running_scores(scene: Scene, report: int) -> Iterator[Edit]:
    """The digits of the score told beside the goal that made it."""
    text = scene.reports[report].text
    for goal, place in _goals(scene, report):
        after = goal_effects(scene.facts.goals).get(goal, ("", (0, 0)))[1]
        for match in _PAIR.finditer(text, *place.sentence):
            if (int(match[1]), int(match[3])) in _ways(after) and place.alone and place.sort == "prose":
                told = (_either_way(after), named(goal).pattern)
                yield _other_figures(scene, report, "running score", match, told)


def _ways(score: tuple[int, int] | None) -> set[tuple[int, int]]:
    return {score, score[::-1]} if score else set()


def _either_way(pair: tuple[int, int]) -> str:
    one, two = (rf"(?<!\d){a}\s?[-–:]\s?{b}(?!\d)" for a, b in (pair, pair[::-1]))
    return f"{one}|{two}"


def _between_clubs(scene: Scene, sentence: str, match: re.Match[str], start: int) -> bool:
    """Whether clubs stand right on both sides of a score."""
    before, after = sentence[: match.start() - start].rstrip(), sentence[match.end() - start :].lstrip()
    home, away = clubs_forms(scene.facts)
    either = f"(?:{home}|{away})"
    return bool(re.search(rf"{either}$", before) and re.match(either, after))


def _other_figures(scene: Scene, report: int, kind: str, match: re.Match[str], told: tuple[str, ...]) -> Edit:
    """The same score with one goal more for one side, that is none the match went through at its end or half-time."""
    pair = int(match[1]), int(match[3])
    barred = _ways(scene.facts.score) | _ways(scene.facts.half_time)
    other = [p for p in ((pair[0] + 1, pair[1]), (pair[0], pair[1] + 1), (pair[0] + 2, pair[1])) if p not in barred]
    first, second = _pick(other, scene.id, report, match.start())
    return Edit(kind, match.span(), f"{first}{match[2]}{second}", told)


# ---- what a goal was, and for whom ----------------------------------------------------------------------------------


def sides(scene: Scene, report: int) -> Iterator[Edit]:
    """The club of a goal swapped, by name or as "the hosts"."""
    table, text = words()["sides"], scene.reports[report].text
    home, away = clubs_forms(scene.facts)
    either = f"(?P<club>{home}|{away}|{'|'.join((*table['home'], *table['away']))})"
    for goal, place in _goals(scene, report):
        if not place.alone or place.sort != "prose":
            continue
        for frame in table["frames"]:
            found = list(re.finditer(frame.replace("{club}", either), text[slice(*place.sentence)]))
            if len(found) == 1:
                yield _other_club(scene, goal, place, found[0], home)


def _other_club(scene: Scene, goal: Happening, place: Place, found: re.Match[str], home: str) -> Edit:
    table, club = words()["sides"], found["club"]
    span = place.sentence[0] + found.start("club"), place.sentence[0] + found.end("club")
    told = (named(goal).pattern,)
    if club in table["home"]:
        return Edit("side", span, table["away"][0], told)
    if club in table["away"]:
        return Edit("side", span, table["home"][0], told)
    return Edit("side", span, scene.facts.away if re.fullmatch(home, club) else scene.facts.home, told)


def effects(scene: Scene, report: int) -> Iterator[Edit]:
    """What a goal did to the score: "opened the scoring" for "doubled the lead"."""
    known = goal_effects(scene.facts.goals)
    text = scene.reports[report].text
    for row in words()["effects"]:
        for goal in scene.facts.goals:
            others = [known[g][0] for g in scene.facts.goals if g.person == goal.person and g is not goal]
            if known[goal][0] != row["is"] or others:
                continue
            for place in tellings(scene, report, goal, (row["find"],)):
                for match in re.finditer(row["find"], text[slice(*place.sentence)]):
                    span = place.sentence[0] + match.start(), place.sentence[0] + match.end()
                    new = _pick(row["puts"], scene.id, report, span)
                    if place.alone:
                        yield Edit(f"order, {row['is']}", span, new, (named(goal).pattern,))


def manners(scene: Scene, report: int) -> Iterator[Edit]:
    """How a goal was scored: a penalty or none, an own goal or none."""
    text = scene.reports[report].text
    for goal, place in _goals(scene, report):
        sort = "own" if goal.own_goal else "penalty" if goal.penalty else "plain"
        reach = place.sentence if place.sort == "prose" else place.entry
        for row in words()["manner"]:
            if row["of"] != sort or not (place.alone or place.sort != "prose"):
                continue
            found = list(re.finditer(row["find"], text[slice(*reach)]))
            if len(found) == 1:
                span = reach[0] + found[0].start(), reach[0] + found[0].end()
                told = (named(goal).pattern, words()["context"]["penalty"] if sort == "penalty" else place.told)
                yield Edit(row["kind"].replace("_", " "), span, row["puts"][0], told)


def marks(scene: Scene, report: int) -> Iterator[Edit]:
    """A goal of a list marked as a penalty or an own goal that was none."""
    for goal, place in _goals(scene, report):
        if place.sort == "list" and place.minute and not goal.own_goal and not goal.penalty:
            text, end = scene.reports[report].text, place.minute[1]
            told = (named(goal).pattern, place.told)
            if not text[end:].startswith(("+", "-", "–")):
                end += text[end : end + 1] in (".", "'", "’")
                yield Edit("list mark, penalty", (end, end), " (pen)", told)
                yield Edit("list mark, own goal", (end, end), " (og)", told)


def counts(scene: Scene, report: int) -> Iterator[Edit]:
    """ "Hat-trick" for "brace"."""
    text = scene.reports[report].text
    tally: dict[str, list[Happening]] = {}
    for goal in scene.facts.goals:
        if goal.person and not goal.own_goal:
            tally.setdefault(goal.person, []).append(goal)
    for own in tally.values():
        for row in words()["counts"]:
            if row["goals"] != len(own):
                continue
            for place in tellings(scene, report, own[0], (row["find"],)):
                for match in re.finditer(row["find"], text[slice(*place.sentence)]):
                    span = place.sentence[0] + match.start(), place.sentence[0] + match.end()
                    new = _pick(row["puts"], scene.id, report, span)
                    if place.alone:
                        yield Edit("count", span, new, (named(own[0]).pattern,))


def extra_goals(scene: Scene, report: int) -> Iterator[Edit]:
    """A goal more in a list, by nobody of the match."""
    minutes_ = [g.minute for g in scene.facts.goals if g.minute is not None]
    for _, place in _goals(scene, report):
        if place.sort == "list" and place.minute and place.minute[1] == place.entry[1]:
            free = [m for m in range(3, 88) if _far(m, minutes_)]
            name = Named(_pick(words()["names"]["strangers"], scene.id, report, place.minute)).surname
            new = f", {name} {_pick(free, scene.id, report, place.minute)}"
            yield Edit("extra goal", (place.entry[1], place.entry[1]), new, (rf"{place.told}",))


# ---- the match ------------------------------------------------------------------------------------------------------


def crowds(scene: Scene, report: int) -> Iterator[Edit]:
    """The attendance, thousands apart."""
    text = scene.reports[report].text
    for start, end in scene.sentences[report]:
        for match in re.finditer(r"(?<![\d£$€])(\d{1,2})([.,])(\d{3})(?!\d)", text[start:end]):
            if re.search(words()["context"]["crowd"], text[start:end]):
                crowd = int(match[1]) + _pick((3, 5, 7, 11), scene.id, report, match.start())
                figures = re.escape(match[0]).replace(r"\.", "[.,]").replace(",", "[.,]")
                span = start + match.start(), start + match.end()
                yield Edit("attendance", span, f"{crowd}{match[2]}{match[3]}", (figures,))


def grounds(scene: Scene, report: int) -> Iterator[Edit]:
    """The home side's ground replaced by that of the visitors."""
    from tabellino.names.clubs import club

    home, away = club(scene.facts.home), club(scene.facts.away)
    if home is None or away is None or not away.grounds:
        return
    for ground in home.grounds:
        for match in re.finditer(rf"\b{re.escape(ground)}\b", scene.reports[report].text):
            yield Edit("ground", match.span(), away.grounds[0], (rf"\b{re.escape(ground)}\b",))


# ---- places ---------------------------------------------------------------------------------------------------------


def _goals(scene: Scene, report: int) -> Iterator[tuple[Happening, Place]]:
    """Each goal with each place that tells it: an entry of a list, or a sentence with its scorer and its minute."""
    context = words()["context"]
    for goal in scene.facts.goals:
        yield from ((goal, place) for place in entries(scene, report, goal, scene.facts.goals))
        for place in tellings(scene, report, goal, ()):
            if timed := place.with_minute(scene, report, goal, context["minute_before"], context["minute_after"]):
                yield goal, timed


def _reds(scene: Scene, report: int) -> Iterator[tuple[Happening, Place]]:
    context = words()["context"]
    for red in scene.facts.reds:
        for place in tellings(scene, report, red, (context["sent_off"],)):
            timed = place.with_minute(scene, report, red, context["minute_before"], context["minute_after"], loose=True)
            yield red, timed or msgspec.structs.replace(place, sort="red")


KINDS: tuple[Callable[[Scene, int], Iterator[Edit]], ...] = (
    minutes, red_minutes, scorers, sent_off, takers, referees, scores, running_scores, sides, effects, manners, marks,
    counts, extra_goals, crowds, grounds,
)  # fmt: skip
__all__ = ["KINDS", "Span", "edits", "words"]
