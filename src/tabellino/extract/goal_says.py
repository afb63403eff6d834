"""What a telling says of a goal beside who scored it and when."""

from __future__ import annotations

from itertools import pairwise

from tabellino.domain.claim import Candidate, GoalSays
from tabellino.extract import patterns
from tabellino.extract.context import Context
from tabellino.extract.mentions import Mention
from tabellino.extract.subjects import OWNS
from tabellino.extract.syntax import governor
from tabellino.extract.times import number

#: So many units before what is counted stands whose it is: "his second", "Smith's own third".
OWNED = 3

#: The chance that a side named beside a telling is that of its goal.
NAMED = 0.9
#: What governs the name of a goalkeeper who is beaten.
BEATEN = frozenset({"past", "verb", "ing"})
#: So likely he did it, and of such log-odds are the sides, that he put the ball past his own goalkeeper.
SURELY, KNOWN_WELL = 0.6, 2.0


def says_of(context: Context, mention: Mention, side: str | None) -> GoalSays:
    """What a telling says; `side` is the club that the words beside it call the goal's, None where they call none."""
    own_goal = bool(mention.first_of("own_goal")) or _past_his_own(context, mention)
    window = mention.window
    return GoalSays(
        scorer=tuple(
            Candidate(context.units.people[n].name, round(p, 3))
            for n, p in mention.scorers.items()
            if n >= 0 and p > 0.03
        ),
        team=team(context, mention, own_goal) or ((Candidate(side, NAMED),) if side and not own_goal else ()),
        time=window,
        own_goal=own_goal or None,
        penalty=_penalty(context, mention),
        score_after=score_after(context, mention),
        score_order="team" if score_after(context, mention) else None,
        effects=tuple(dict.fromkeys(e for hit in mention.hits for e in hit.effects)),
        nth_of_team=nth_of_team(context, mention),
    )


def _past_his_own(context: Context, mention: Mention) -> bool:
    """Whether the man who surely did it plays with the goalkeeper whom the ball went past: "the Dane diverted it past
    Smith", his own. Both sides must be known."""
    top = mention.top
    if top is None or mention.scorers[top] < SURELY:
        return False
    end = min(context.bounds[mention.sentence][1], mention.last + 1)
    for place in context.people_in(mention.first + 1, end):
        keeper = context.who(place)
        his, keepers = context.allegiance[top], context.allegiance[keeper]
        if keeper != top and context.units.people[keeper].keeper and governor(context, place) in BEATEN:
            return his * keepers > 0 and min(abs(his), abs(keepers)) >= KNOWN_WELL
    return False


def _penalty(context: Context, mention: Mention) -> bool | None:
    """True where a penalty is told beside the trigger, and neither that it was saved nor the penalty area; of a man
    with a minute in brackets only where they say so."""
    if mention.time is not None and context.units.codes[mention.time.first] == "(":
        brackets = context.units.codes[mention.time.first : mention.time.last]
        return None if context.members("penalty_mark").isdisjoint(brackets) else True
    if mention.name is not None:
        return names_penalty(context, _beside_name(context, mention, mention.name)) or None
    start, end = context.bounds[mention.sentence]
    before = context.units.codes[max(start, mention.first - 6) : mention.first]
    joints = [place for place, code in enumerate(before) if code in context.members("clause_w")]
    near = before[joints[-1] + 1 if joints else 0 :] + context.units.codes[mention.first : min(end, mention.last + 6)]
    told = names_penalty(context, near) and context.members("penalty_not").isdisjoint(near)
    return True if told else None


def _beside_name(context: Context, mention: Mention, name: int) -> str:
    """The units that tell of one man of a list alone, or of all: those of the words that begin it, and those behind his
    name ("goals by Smith, Jones from the spot and Brown", "penalties by Smith and Jones")."""
    codes, trigger, end = context.units.codes, mention.hits[0], context.bounds[mention.sentence][1]
    words = codes[trigger.first : trigger.last].replace(patterns.PERSON, "").partition(",")[0]
    joined = next((at for at in range(name + 1, end) if codes[at] in context.members("list_and")), end)
    return words + codes[name + 1 : joined]


def names_penalty(context: Context, codes: str) -> bool:
    """Whether a penalty is among some units: "from the spot" is one, "picked his spot" none."""
    spot, before = context.members("spot_w"), context.members("before_spot")
    at_spot = any(one in before and other in spot for one, other in pairwise(codes))
    return at_spot or not context.members("penalty_n").isdisjoint(codes)


def team(context: Context, mention: Mention, own_goal: bool) -> tuple[Candidate, ...]:
    """The club whom the goal counts for, as the words beside the trigger tell; of a side that "fell behind", the
    other."""
    if mention.club is not None:
        return (Candidate(mention.club, 0.95),)
    if any(hit.row.get("conceded") for hit in mention.hits):
        loser = context.subject_club(mention.first)
        return (Candidate(context.sides.other(loser), 0.9),) if loser else ()
    for hit in mention.hits:
        place = hit.captures.get("team")
        if place is not None and (club := context.club_at(place)):
            return (Candidate(club, 0.97),)
    for hit in mention.hits:
        if hit.row.get("team_subject") and (club := context.acting_club(hit.first)):
            return (Candidate(club, 0.9),)
    subject = subject_place(context, mention)
    if subject is not None and (club := context.club_at(subject)):
        return (Candidate(club, 0.9),)
    return ()


def subject_place(context: Context, mention: Mention) -> int | None:
    """The unit right before a telling when it is a club that does what is told ("Juventus opened the scoring"), not
    one to which it is done ("against Juventus scored")."""
    place = mention.first - 1
    if place < 0 or context.club_at(place) is None or context.units.codes[place - 1] in context.members("oblique"):
        return None
    return place


def score_after(context: Context, mention: Mention) -> tuple[int, int] | None:
    for hit in mention.hits:
        place = hit.captures.get("score")
        if place is not None:
            return context.units.score_told(place)
    return None


def nth_of_team(context: Context, mention: Mention) -> int | None:
    """Which goal of its side the words tell it to be ("a third", "made it three"), or of the match, which is told in
    the same words; None where they count somebody's own goals ("his third") or none."""
    for hit in mention.hits:
        place = hit.captures.get("nth")
        if place is not None and not _of_a_man(context, place):
            return number(context.units.value[place], context.vocabulary)
    return None


def _of_a_man(context: Context, place: int) -> bool:
    """Whether what is counted at a unit are the goals of one man: "his third", "Smith's second"."""
    units, his = context.units, context.members("he")
    for at in range(place - 1, place - 1 - OWNED, -1):
        if units.codes[at] in his:
            return True
        if units.codes[at] in OWNS:
            return units.codes[at - 1] in (patterns.PERSON, patterns.DESCRIPTION)
    return False
