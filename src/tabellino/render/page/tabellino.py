"""The top of the page: the score, who scored and who went, how sure we are, and who says otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tabellino.domain.claim import JudgedClaim, Says, ScoreSays
from tabellino.domain.record import Booking, Goal, Incident, MatchInfo, MatchRecord, Score, Side
from tabellino.render.box import untold_goals
from tabellino.render.page import marks, words
from tabellino.render.page.clean import visible
from tabellino.render.page.witnesses import Sureness, Witnesses

#: So many sentences are shown under one goal before the rest folds away; a phone shows six without scrolling twice.
SHOWN = 6

#: Letters of a name or a note that are shown.
NAME = 120
#: So many reports are quoted against a statement that is wrong or open.
RIVALS = 2
#: A club's name of more letters than this is set smaller: "Borussia Mönchengladbach" has 24, "Manchester United" 17.
LONG_NAME = 17
_WRONG = ("contradicted", "disputed")


class Quote(NamedTuple):
    """One sentence that tells of something: the words before the claim, the claim's own and the words after."""

    outlet: str
    before: str
    words: str
    after: str
    verdict: str
    anchor: str


class Line(NamedTuple):
    """One line of the tabellino. `score` is the running score, None for what is no goal; `scored` the side to
    set in bold there."""

    anchor: str
    kind: str
    team: Side | None
    minute: str
    who: str
    notes: tuple[str, ...]
    score: tuple[int, int] | None
    sure: Sureness
    quotes: tuple[Quote, ...]


class Rival(NamedTuple):
    """A claim that stands against another: whose, its words, its fragment."""

    outlet: str
    quote: str
    anchor: str


class Disagreement(NamedTuple):
    """A claim found wrong or open: whose words, why, and who says otherwise (one claim of each report). `more` tells of
    the reports beyond those shown, empty for none."""

    outlet: str
    quote: str
    verdict: str
    reason: str
    anchor: str
    rivals: tuple[Rival, ...]
    more: str


class Headline(NamedTuple):
    """Everything above the fold. `long` tells that a club's name needs smaller type, `numbers` that there are any."""

    home: str
    away: str
    score: str
    spoken: str
    scores: tuple[str, ...]
    where: tuple[str, ...]
    lines: tuple[Line, ...]
    others: tuple[str, ...]
    verdict: str
    score_sure: Sureness | None
    disagreements: tuple[Disagreement, ...]
    doubt: str | None
    long: bool
    numbers: bool
    goalless: bool


def headline(record: MatchRecord, witnesses: Witnesses, texts: dict[int, str]) -> Headline:
    """The view of the record's top part; `texts` holds the reports by number."""
    home, away = _name(record.match.home), _name(record.match.away)
    full = record.score.full_time
    sure = None
    if full and witnesses.independent > 1:
        told = _of_final_score(record, full)
        sure = witnesses.sureness(told, record.probabilities.get("score"), "added up from the goals")
    disagreements = tuple(_disagreement(c, witnesses) for c in record.claims if c.verdict in _WRONG)
    return Headline(
        home,
        away,
        words.score(full),
        f"{home} {full[0]}, {away} {full[1]}" if full else f"{home} against {away}, score not known",
        tuple(_scores(record)),
        tuple(_where(record.match)),
        tuple(_lines(record, witnesses, texts)),
        tuple(_others(record)),
        _verdict(record, witnesses, disagreements),
        sure,
        tuple(sorted(disagreements, key=lambda d: d.verdict != "contradicted")),
        _doubt(record),
        max(len(home), len(away)) > LONG_NAME,
        bool(record.goals or record.cards or (sure and sure.number)),
        full == (0, 0),
    )


def _of_final_score(record: MatchRecord, full: Score) -> list[str]:
    """The claims that tell of the final score, or deny it: in a report that tells it right, what is found wrong or
    stands elsewhere is a running score."""
    said = [c for c in record.claims if isinstance(c.says, ScoreSays) and c.says.moment == "full_time"]
    right = [c for c in said if c.verdict not in _WRONG and _tells(c.says, full)]
    reports = {c.report for c in right}
    return [c.id for c in right] + [c.id for c in said if c.verdict in _WRONG and c.report not in reports]


def _tells(says: Says, full: Score) -> bool:
    """Whether the words give these figures, in either order, or none at all ("Inter beat Juventus")."""
    assert isinstance(says, ScoreSays)
    return says.first is None or says.second is None or {says.first, says.second} == set(full)


def _name(name: str) -> str:
    """A name fit to be shown: no club's or player's has NAME letters, but a broken text may give one of thousands."""
    return words.shortened(visible(name), NAME)


def _scores(record: MatchRecord) -> Iterator[str]:
    score = record.score
    if score.full_time is None:
        yield "the reports do not give the score"
    if score.half_time is not None:
        yield f"half-time {words.score(score.half_time)}"
    if score.extra_time is not None:
        yield "after extra time"
    if score.shootout is not None:
        yield f"{words.score(score.shootout)} on penalties"


def _where(match: MatchInfo) -> Iterator[str]:
    competition = " ".join(part for part in (match.competition, match.season) if part)
    for part in (competition, words.date(match.date), match.venue):
        if part:
            yield visible(part)


def _lines(record: MatchRecord, witnesses: Witnesses, texts: dict[int, str]) -> list[Line]:
    """Goals in order of the score, red cards among them by the clock; a card without a time comes last."""
    reds = [card for card in record.cards if card.card == "red"]
    found: list[tuple[float, Line]] = []
    place = 0.0
    for number, goal in enumerate(record.goals, 1):
        place = max(place, _place(goal, unknown=0.0))
        found.append((place, _goal(goal, f"goal-{number}", record, witnesses, texts)))
    for number, card in enumerate(reds, 1):
        found.append((_place(card, unknown=999.0), _dismissal(card, f"red-{number}", witnesses, texts)))
    return [line for _, line in sorted(found, key=lambda pair: pair[0])]


def _place(event: Goal | Booking, unknown: float) -> float:
    """Where an event sorts on the clock. Goals keep the order of the score, whatever their minutes."""
    if event.minute is not None:
        return event.minute + (event.added_time or 0) / 100
    return float(event.between[0]) if event.between else unknown


def _goal(goal: Goal, anchor: str, record: MatchRecord, witnesses: Witnesses, texts: dict[int, str]) -> Line:
    club = record.match.home if goal.team == "home" else record.match.away
    notes = [f"own goal for {club}" if goal.own_goal else "", "penalty" if goal.penalty else ""]
    notes += [f"made by {goal.assist}" if goal.assist else "", ", ".join(goal.how)]
    sure = witnesses.sureness(goal.claims, goal.probability)
    return Line(
        anchor,
        "own-goal" if goal.own_goal else "goal",
        goal.team,
        words.minute(goal.minute, goal.added_time, goal.between),
        _name(goal.scorer) if goal.scorer else f"{_name(club)}, {_name(goal.scorer_told)}",
        tuple(_name(note) for note in notes if note),
        goal.score_after,
        sure,
        _quotes((*witnesses.named(goal.claims), *sure.denied), witnesses, texts),
    )


def _dismissal(card: Booking, anchor: str, witnesses: Witnesses, texts: dict[int, str]) -> Line:
    note = {True: "second yellow card", False: "straight red card", None: "red card"}[card.second_yellow]
    sure = witnesses.sureness(card.claims, card.probability)
    return Line(
        anchor,
        "red",
        card.team,
        words.minute(card.minute, card.added_time, card.between),
        _name(card.player),
        (f"sent off, {note}",),
        None,
        sure,
        _quotes((*witnesses.named(card.claims), *sure.denied), witnesses, texts),
    )


def _quotes(claims: Sequence[JudgedClaim], witnesses: Witnesses, texts: dict[int, str]) -> tuple[Quote, ...]:
    """The sentences of the claims, each sentence once."""
    quotes: dict[tuple[int, int], Quote] = {}
    for claim in claims:
        text = texts.get(claim.report)
        start, end = marks.sentence(text, claim.span) if text else (0, 0)
        key = (claim.report, start if text else claim.span[0])
        if key not in quotes:
            quotes[key] = _quote(claim, witnesses, text or "", start, end)
    return tuple(quotes.values())


def _quote(claim: JudgedClaim, witnesses: Witnesses, text: str, start: int, end: int) -> Quote:
    outlet, anchor = witnesses.name(claim.report), witnesses.anchors[claim.id]
    if not text:
        return Quote(outlet, "", visible(claim.quote), "", claim.verdict, anchor)
    a, b = claim.span
    before, within, after = visible(text[start:a]), visible(text[a:b]), visible(text[b:end])
    return Quote(outlet, before, within, after, claim.verdict, anchor)


def _others(record: MatchRecord) -> Iterator[str]:
    """Lines below the goals: those that nobody tells of, missed penalties, disallowed goals, cautions."""
    for missing, side in untold_goals(record) if record.goals else ():
        name = _name(record.match.home if side == "home" else record.match.away)
        yield f"{missing} more {'goal' if missing == 1 else 'goals'} for {name}, not told"
    for what, found in (("Penalty missed", record.missed_penalties), ("Goal disallowed", record.disallowed_goals)):
        if found:
            yield f"{what}: {words.listed([_who(record, i, i.player) for i in found])}"
    cautions = [_who(record, card, card.player) for card in record.cards if card.card == "yellow"]
    if cautions:
        yield f"Booked: {words.listed(cautions)}"


def _who(record: MatchRecord, event: Incident | Booking, player: str | None) -> str:
    club = {"home": record.match.home, "away": record.match.away}.get(event.team or "", "")
    time = words.minute(event.minute, event.added_time, getattr(event, "between", None))
    return " ".join(visible(part) for part in (player or "", f"({club})" if club else "", time) if part)


def _verdict(record: MatchRecord, witnesses: Witnesses, found: Sequence[Disagreement]) -> str:
    """How sure we are on the whole, in one or two sentences."""
    given = len(record.reports)
    source = words.capital(words.count(given, "report"))
    if witnesses.independent < given:
        source += f", {words.number(witnesses.independent)} of them independent"
    if not found:
        return f"{source}, and nothing to compare it with." if given == 1 else f"{source}. None contradicts another."
    outlets = sorted({d.outlet for d in found if d.verdict == "contradicted"})
    open_points = sum(d.verdict == "disputed" for d in found)
    parts = []
    if outlets:
        wrong = sum(d.verdict == "contradicted" for d in found)
        parts.append(f"{words.count(wrong, 'statement')} found wrong, in {words.listed(_few(outlets))}")
    if open_points:
        parts.append(f"{words.count(open_points, 'statement')} open")
    return f"{source}. {words.capital('; '.join(parts))}."


def _few(names: Sequence[str], most: int = 3) -> list[str]:
    """The first names and how many more there are."""
    if len(names) <= most + 1:
        return list(names)
    return [*names[:most], f"{words.number(len(names) - most)} more"]


def _disagreement(claim: JudgedClaim, witnesses: Witnesses) -> Disagreement:
    quote = words.quoted(claim.quote, 160)
    reason = words.sentence(words.shortened(visible(claim.reason), 400))
    others: dict[int, JudgedClaim] = {}  # of each report what speaks most plainly: the best stand first
    for other in witnesses.named(claim.against):
        others.setdefault(other.report, other)
    rivals = [other for report, other in others.items() if report != claim.report]
    return Disagreement(
        witnesses.name(claim.report),
        quote,
        claim.verdict,
        reason,
        witnesses.anchors[claim.id],
        tuple(_rival(other, witnesses) for other in rivals[:RIVALS]),
        _more(len(rivals) - RIVALS),
    )


def _more(reports: int) -> str:
    return f"and {words.number(reports)} more agree{'s' if reports == 1 else ''}" if reports > 0 else ""


def _rival(claim: JudgedClaim, witnesses: Witnesses) -> Rival:
    return Rival(witnesses.name(claim.report), words.quoted(claim.quote, 110), witnesses.anchors[claim.id])


def _doubt(record: MatchRecord) -> str | None:
    """The next-best record in words, where it differs at all; the sides by the names of their clubs."""
    if record.next_best is None or not record.next_best.differs:
        return None
    told = "; ".join(record.next_best.differs)
    for side, club in (("home", record.match.home), ("away", record.match.away)):
        told = told.replace(f"the {side} side", club)
    return visible(told)
