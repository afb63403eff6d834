"""How far what was found agrees with what is true: counts that add up, and the figures made of them."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence

from gate.same import same_club, same_person
from gate.told import Happening, MatchTold, turned

#: A minute is right within one: papers print elapsed (16) or running (17) minutes.
MINUTES_APART = 1
#: Stands for "far" when one of two minutes is not told, so that pairs with near minutes are made first.
UNKNOWN_DISTANCE = 50


@dataclasses.dataclass(frozen=True)
class Counts:
    """Tallies of one or many matches; `a + b` adds them field by field. `*_asked` are the labels to be met,
    `*_found` what the record holds, `*_right` the pairs of both."""

    matches: int = 0
    answered: int = 0
    crashes: int = 0
    teams_right: int = 0
    home_asked: int = 0
    home_right: int = 0
    score_asked: int = 0
    score_right: int = 0
    half_asked: int = 0
    half_right: int = 0
    goals_asked: int = 0
    goals_found: int = 0
    goals_right: int = 0
    minutes_asked: int = 0
    minutes_right: int = 0
    reds_asked: int = 0
    reds_found: int = 0
    reds_right: int = 0
    missed_asked: int = 0
    missed_found: int = 0
    missed_right: int = 0
    disallowed_asked: int = 0
    disallowed_found: int = 0
    disallowed_right: int = 0
    exact: int = 0
    texts_without_match: int = 0
    false_matches: int = 0
    contradicted_found: int = 0
    contradicted_right: int = 0
    errors_asked: int = 0
    errors_found: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(*(getattr(self, f.name) + getattr(other, f.name) for f in dataclasses.fields(self)))


@dataclasses.dataclass(frozen=True)
class Judgement:
    """Counts of one match with what went wrong, in words, and (probability, was right) of each goal and red card."""

    counts: Counts
    remarks: tuple[str, ...] = ()
    believed: tuple[tuple[float, bool], ...] = ()


def same_goal(found: Happening, asked: Happening) -> bool:
    """Scorer, side and own goal agree; where the words allow an own goal too, that is right as well."""
    if found.team != asked.team:
        return False
    if found.own_goal and asked.or_own_goal_by and same_person(found.person, asked.or_own_goal_by):
        return True
    return same_person(found.person, asked.person) and found.own_goal == asked.own_goal


def same_event(found: Happening, asked: Happening) -> bool:
    """The player agrees, and the side where the label tells it: a card for nobody's player is not right."""
    return same_person(found.person, asked.person) and asked.team in (None, found.team)


def minute_right(found: Happening, asked: Happening) -> bool:
    """Within one minute, whether added time is told as 90+4 or as the 94th minute."""
    found_clock, asked_clock = found.clock(), asked.clock()
    if found.minute is None or asked.minute is None or found_clock is None or asked_clock is None:
        return False
    return min(abs(found.minute - asked.minute), abs(found_clock - asked_clock)) <= MINUTES_APART


def distance(found: Happening, asked: Happening) -> int:
    found_clock, asked_clock = found.clock(), asked.clock()
    return UNKNOWN_DISTANCE if found_clock is None or asked_clock is None else abs(found_clock - asked_clock)


def pairs(
    found: Sequence[Happening], asked: Sequence[Happening], same: Callable[[Happening, Happening], bool]
) -> list[tuple[int, int]]:
    """One-to-one pairs (index in found, index in asked), nearest minutes first."""
    options = sorted((distance(f, a), i, j) for i, f in enumerate(found) for j, a in enumerate(asked) if same(f, a))
    taken_found: set[int] = set()
    taken_asked: set[int] = set()
    made: list[tuple[int, int]] = []
    for _, i, j in options:
        if i not in taken_found and j not in taken_asked:
            taken_found.add(i)
            taken_asked.add(j)
            made.append((i, j))
    return made


def judge(found: MatchTold | None, asked: MatchTold) -> Judgement:
    """Hold a record (None: no record came) against labels. A record with the sides exchanged is turned first, so that
    a wrong home side costs that alone."""
    if found is None:
        return Judgement(_asked(asked), (f"no record of {asked.home} v {asked.away}",))
    is_turned = same_club(found.home, asked.away) and not same_club(found.home, asked.home)
    if is_turned:
        found = turned(found)
    teams = same_club(found.home, asked.home) and same_club(found.away, asked.away)
    goals = [g for g in found.goals if g.person]
    goal_pairs = pairs(goals, asked.goals, same_goal)
    timed = [(goals[i], asked.goals[j]) for i, j in goal_pairs if asked.goals[j].minute is not None]
    on_time = [p for p in timed if minute_right(*p)]
    red_pairs = pairs(found.reds, asked.reds, same_event)
    score_right = asked.score is not None and found.score == asked.score
    counts = dataclasses.replace(
        _asked(asked),
        answered=1,
        teams_right=int(teams),
        home_right=int(teams and not is_turned and asked.home_told),
        score_right=int(score_right),
        half_right=int(asked.half_time is not None and found.half_time == asked.half_time),
        goals_found=len(goals),
        goals_right=len(goal_pairs),
        minutes_asked=len(timed),
        minutes_right=len(on_time),
        reds_found=len(found.reds),
        reds_right=len(red_pairs),
        missed_found=len(found.missed_penalties),
        missed_right=len(pairs(found.missed_penalties, asked.missed_penalties, same_event)),
        disallowed_found=len(found.disallowed),
        disallowed_right=len(pairs(found.disallowed, asked.disallowed, same_event)),
        exact=int(
            teams
            and (score_right or asked.score is None)
            and len(goal_pairs) == len(goals) == len(asked.goals)
            and len(on_time) == len(timed)
            and len(red_pairs) == len(found.reds) == len(asked.reds)
        ),
    )
    believed = [(g.probability, any(i == k for i, _ in goal_pairs)) for k, g in enumerate(goals)]
    believed += [(c.probability, any(i == k for i, _ in red_pairs)) for k, c in enumerate(found.reds)]
    return Judgement(
        counts,
        tuple(_remarks(found, asked, goals, teams, is_turned, goal_pairs, red_pairs)),
        tuple((p, right) for p, right in believed if p is not None),
    )


def _asked(asked: MatchTold) -> Counts:
    return Counts(
        matches=1,
        home_asked=int(asked.home_told),
        score_asked=int(asked.score is not None),
        half_asked=int(asked.half_time is not None),
        goals_asked=len(asked.goals),
        reds_asked=len(asked.reds),
        missed_asked=len(asked.missed_penalties),
        disallowed_asked=len(asked.disallowed),
    )


def _remarks(
    found: MatchTold,
    asked: MatchTold,
    goals: Sequence[Happening],
    teams: bool,
    is_turned: bool,
    goal_pairs: Sequence[tuple[int, int]],
    red_pairs: Sequence[tuple[int, int]],
) -> list[str]:
    remarks: list[str] = []
    if not teams:
        remarks.append(f"clubs {found.home} v {found.away} (true {asked.home} v {asked.away})")
    if is_turned and asked.home_told:
        remarks.append("home side wrong")
    if asked.score is not None and found.score != asked.score:
        remarks.append(f"score {found.score} (true {asked.score})")
    if asked.half_time is not None and found.half_time != asked.half_time:
        remarks.append(f"half-time {found.half_time} (true {asked.half_time})")
    paired_goals, paired_labels = {i for i, _ in goal_pairs}, {j for _, j in goal_pairs}
    remarks += [f"missed {g}" for j, g in enumerate(asked.goals) if j not in paired_labels]
    remarks += [f"invented {g}" for i, g in enumerate(goals) if i not in paired_goals]
    for i, j in goal_pairs:
        if asked.goals[j].minute is not None and not minute_right(goals[i], asked.goals[j]):
            remarks.append(f"minute {goals[i]} (true {asked.goals[j]})")
    paired_reds, paired_red_labels = {i for i, _ in red_pairs}, {j for _, j in red_pairs}
    remarks += [f"missed red card {c}" for j, c in enumerate(asked.reds) if j not in paired_red_labels]
    remarks += [f"invented red card {c}" for i, c in enumerate(found.reds) if i not in paired_reds]
    return remarks


def share(part: int, whole: int) -> float | None:
    """part / whole to four places; None when nothing was asked."""
    return round(part / whole, 4) if whole else None


def f1(right: int, found: int, asked: int) -> float | None:
    """Harmonic mean of precision and recall; None when nothing was asked and nothing found."""
    return round(2 * right / (found + asked), 4) if found + asked else None


def figures(counts: Counts) -> dict[str, float | None]:
    """Name -> figure between 0 and 1, None where nothing was asked. `false_matches` and `crashes` are plain counts."""
    c = counts
    return {
        "teams": share(c.teams_right, c.matches),
        "home_side": share(c.home_right, c.home_asked),
        "score": share(c.score_right, c.score_asked),
        "half_time": share(c.half_right, c.half_asked),
        "goal_precision": share(c.goals_right, c.goals_found),
        "goal_recall": share(c.goals_right, c.goals_asked),
        "minutes": share(c.minutes_right, c.minutes_asked),
        "red_f1": f1(c.reds_right, c.reds_found, c.reds_asked),
        "missed_penalty_f1": f1(c.missed_right, c.missed_found, c.missed_asked),
        "disallowed_f1": f1(c.disallowed_right, c.disallowed_found, c.disallowed_asked),
        "exact": share(c.exact, c.matches),
        "false_matches": c.false_matches if c.texts_without_match else None,
        "contradicted_precision": share(c.contradicted_right, c.contradicted_found),
        "contradicted_recall": share(c.errors_found, c.errors_asked),
        "crashes": c.crashes,
    }
