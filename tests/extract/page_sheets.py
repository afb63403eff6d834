"""Layouts of sheets and event lists: beside the goals stand the men booked, sent off and changed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from page_layouts import (
    SIDES,
    TICK,
    Goal,
    Match,
    Side,
    bare_initial_first,
    bracketed,
    clock,
    full_name,
    initial_behind,
    initial_first,
    labelled,
    layout,
    layout_of_goals,
    layout_without_minutes,
    listed,
    made_by,
    mark,
    page,
    result,
    result_apart,
    running,
    sent_off,
    surname,
    surname_in_capitals,
    timed,
)

Squads = dict[Side, list[str]]


def squads(home: str, away: str) -> Squads:
    """The invented men of both clubs: eleven who begin, as far as scorers leave room, and two of the bench."""
    return {"home": home.split(", "), "away": away.split(", ")}


ENGLISH = squads(
    "Tom Fletcher, Peter Marsh, Craig Whitfield, Dean Osborne, Gary Turner, Ian Lowe, Lee Mellor, Scott Barlow, "
    "Neil Harding, Alan Pope, Ray Cullen, Chris Mills, Joe Benson",
    "Adam Walters, Steve Norris, Paul Gough, Danny Hale, Greg Preston, Kevin Stubbs, Robbie Thorne, Shaun Lister, "
    "Nick Garner, Colin Rudd, Phil Sims, Matt Dunne, Luke Avery",
)

Kind = Literal["goal", "booking", "red", "change"]


@dataclass(frozen=True)
class Event:
    """What happened: `side` is the one that it counts for, `club` and `code` are the man's own."""

    kind: Kind
    minute: int
    side: Side
    man: str
    club: str
    code: str
    #: who went off for the man
    off: str = ""
    goal: Goal | None = None
    #: the score that a goal made
    score: str = ""

    @property
    def added(self) -> int:
        return self.goal.added if self.goal else 0

    @property
    def clock(self) -> str:
        return clock(self.goal) if self.goal else str(self.minute)

    @property
    def half(self) -> int:
        return 1 if self.minute <= 45 else 2

    def card(self, yellow: str, red: str) -> str:
        """The word of the page for a booking, or that for a red card."""
        return yellow if self.kind == "booking" else red


def event(match: Match, kind: Kind, minute: int, side: Side, man: str, off: str = "") -> Event:
    return Event(kind, minute, side, man, match.club(side), match.code(side), off)


def bookings(match: Match, men: Squads, side: Side | None = None) -> list[Event]:
    """Four bookings, or those of one side; the minutes differ from match to match."""
    shift = len(match.home) % 4
    booked: list[tuple[int, Side, int]] = [
        (29 + shift, "home", 1), (41 - shift, "away", 2), (57 + shift, "away", 0), (77 + shift, "home", 3)
    ]  # fmt: skip
    return [event(match, "booking", minute, of, men[of][place]) for minute, of, place in booked if side in (None, of)]


def changes(match: Match, men: Squads, side: Side | None = None) -> list[Event]:
    """Four changes after half-time, or those of one side."""
    shift = len(match.away) % 4
    changed: list[tuple[int, Side, int, int]] = [
        (46, "away", 11, 4), (62 + shift, "home", 11, 4), (69 + shift, "away", 12, 3), (79 + shift, "home", 12, 2)
    ]  # fmt: skip
    return [
        event(match, "change", minute, of, men[of][on], men[of][off])
        for minute, of, on, off in changed
        if side in (None, of)
    ]


def reds(match: Match, side: Side | None = None) -> list[Event]:
    return [event(match, "red", minute, of, man) for man, minute, of in match.reds if side in (None, of)]


def cards(match: Match, men: Squads, side: Side | None = None) -> list[Event]:
    """Bookings and red cards in the order of the match."""
    return sorted(bookings(match, men, side) + reds(match, side), key=lambda one: one.minute)


def events(match: Match, men: Squads, dash: str = "-") -> list[Event]:
    """All that happened in the order of the match; a goal with the score that it made."""
    goals = [
        Event(
            "goal",
            goal.minute,
            goal.side,
            goal.scorer,
            match.club(goal.own_side),
            match.code(goal.own_side),
            goal=goal,
            score=score,
        )
        for score, goal in running(match, dash)
    ]
    others = bookings(match, men) + changes(match, men) + reds(match)
    return sorted(goals + others, key=lambda one: (one.minute, one.added))


def halves(every: Iterable[Event]) -> tuple[list[Event], list[Event]]:
    """The events of the first half, and those of the second."""
    parts: tuple[list[Event], list[Event]] = ([], [])
    for one in every:
        parts[one.half - 1].append(one)
    return parts


def noted(
    every: Iterable[Event], form: str = "{man}", between: str = ", ", name: Callable[[str], str] = surname
) -> str:
    """Events in a form of {man}, {off}, {minute}, {late} (counted from half-time), {club} and {code}."""
    return between.join(
        form.format(
            man=name(one.man),
            off=one.off and name(one.off),
            minute=one.minute,
            late=one.minute - 45,
            club=one.club,
            code=one.code,
        )
        for one in every
    )


def eleven(match: Match, side: Side, men: Squads) -> list[str]:
    """Those who begin: the scorers and those sent off behind five of the invented men."""
    named = [goal.scorer for goal in match.goals if goal.own_side == side] + [one.man for one in reds(match, side)]
    once = list(dict.fromkeys(named))
    others = men[side][: 11 - len(once)]
    return [*others[:5], *once, *others[5:]]


def of_man(man: str, every: Iterable[Event], form: str, name: Callable[[str], str] = surname) -> str:
    """The events of one man in a form; a change is of him who went off."""
    return noted((one for one in every if man == (one.off or one.man)), form, "", name)


def line_up(
    match: Match,
    side: Side,
    men: Squads,
    form: str = "",
    between: str = ", ",
    name: Callable[[str], str] = surname,
) -> str:
    """Those who begin, behind the man taken off his substitute in a form."""
    changed = changes(match, men, side)
    return between.join(name(man) + of_man(man, changed, form, name) for man in eleven(match, side, men))


def numbered(men: Iterable[str], first: int = 1, form: str = "{} ") -> list[str]:
    """Men behind the numbers of their shirts."""
    return [f"{form.format(number)}{man}" for number, man in enumerate(men, first)]


def in_column(one: Event, words: str) -> tuple[str, str]:
    """Words in the column of the side that the event counts for, and nothing in the other."""
    return (words, "") if one.side == "home" else ("", words)


def day(match: Match, form: str) -> str:
    """The date in figures, the form as for strftime."""
    return time.strftime(form, time.strptime(match.date, "%d %B %Y"))


def clock_parted(goal: Goal, behind: str) -> str:
    """The minute with a sign before what was added: "90'+4"."""
    return f"{goal.minute}{behind}+{goal.added}" if goal.added else f"{goal.minute}{behind}"


def parted(behind: str, own_goal: str = " og", penalty: str = " pen") -> Callable[[Goal], str]:
    """How a page prints such a minute with its mark: "90'+4 pen"."""
    return lambda goal: clock_parted(goal, behind) + mark(goal, own_goal, penalty)


def clock_spaced(goal: Goal) -> str:
    """As in "90 +4'"."""
    return f"{goal.minute} +{goal.added}'" if goal.added else f"{goal.minute}'"


def stacked(*lines: str) -> str:
    """Lines below one another without the empty ones."""
    return "\n".join(filter(None, lines))


def running_clock(goal: Goal) -> str:
    """The minute with what was added counted in: "94'"."""
    return f"{goal.minute + goal.added}'"


# Results services


@layout_of_goals
def cells_of_each_half(match: Match) -> str:
    """A results service copied whole: the score of each half, then minute, score and man on lines of their own."""

    def cells(one: Event) -> str:
        if one.goal:
            what = made_by(one.goal, "({})", initial_behind) or mark(one.goal, "(Own goal)", "(Penalty)")
        else:
            what = "(Substitution)" if one.off else one.card("(Foul)", "(Red card)")
        return stacked(f"{one.clock}'", one.score, initial_behind(one.man), one.off and initial_behind(one.off), what)

    first, second = halves(events(match, ENGLISH, " - "))
    later = " - ".join(str(match.scored(side) - match.at_half(side)) for side in SIDES)
    return page(
        f"Football England: {match.competition} - Round 9",
        f"{day(match, '%d.%m.%Y')} 16:00",
        match.home,
        match.score("\n-\n"),
        match.away,
        *("Finished", "MATCH", "ODDS", "H2H"),
        *("1ST HALF", match.half(" - "), *map(cells, first)),
        *("2ND HALF", later, *map(cells, second)),
        "MATCH INFORMATION",
        f"Referee: {initial_first(match.referee)}",
        f"Venue: {match.ground}",
        f"Attendance: {match.crowd.replace(',', ' ')}",
    )


@layout
def match_facts_of_an_application(match: Match) -> str:
    """A scores application: the scorers below the result, the figures of the match, then every event in cells."""

    def cells(one: Event) -> str:
        if one.goal:
            made = made_by(one.goal, "assist by {}", full_name) or mark(one.goal, "Own goal", "Penalty")
            return stacked(f"{one.clock}’", f"{one.man} ({one.score})", made)
        what = f"Out: {one.off}" if one.off else one.card("Yellow card", "Red card")
        return stacked(f"{one.clock}’", one.man, what)

    scorers = [listed(match, side, minute=timed("’", " (OG)", " (Pen)"), between="\n") or None for side in SIDES]
    figures = ["48%", "Ball possession", "52%", "11", "Total shots", "13", "4", "Shots on target", "6"]
    head = [match.home, match.score(" - "), "Full time", match.away]
    return page(*head, *scorers, "Top stats", *figures, "Events", *map(cells, events(match, ENGLISH, " - ")))


@layout_of_goals
def incidents_newest_first(match: Match) -> str:
    """A scores service: all incidents in cells, the last one on top, "FT" and "HT" with their scores between them."""

    def cells(one: Event) -> str:
        minute, man = f"{one.clock}'", initial_first(one.man)
        if one.goal:
            made = made_by(one.goal, "Assist: {}", initial_first) or mark(one.goal, "Own goal", "Penalty")
            return stacked(minute, one.score, man, made)
        if one.off:
            return stacked(minute, f"In: {man}", f"Out: {initial_first(one.off)}")
        return stacked(minute, man, one.card("Foul", "Red card"))

    first, second = halves(events(match, ENGLISH, " - "))
    return page(
        f"{match.home} vs {match.away}",
        day(match, "%d/%m/%Y"),
        match.score(" - "),
        "Finished",
        "",
        f"FT {match.score(' - ')}",
        *map(cells, reversed(second)),
        f"HT {match.half(' - ')}",
        *map(cells, reversed(first)),
    )


@layout
def tabs_around_the_score(match: Match) -> str:
    """A results page in tabbed columns: the home side's men left of the score, the away side's right of it."""
    lines = []
    for one in events(match, ENGLISH, " - "):
        if not one.off:
            what = mark(one.goal, " (o.g.)", " (pen.)") if one.goal else one.card(" [yellow]", " [red]")
            home, away = in_column(one, f"{one.man}{what}")
            lines += [f"{one.clock}'\t{home}\t{one.score}\t{away}"]
    head = f"FT\t{match.home}\t{match.score(' - ')}\t{match.away}"
    return page(head, *lines, f"\t\t(HT {match.half(' - ')})")


@layout
def event_cards(match: Match) -> str:
    """A football application: for each event its word, the minute, the man and his club on lines of their own."""

    def cells(one: Event) -> str:
        if one.goal:
            what = mark(one.goal, "Own goal", "Penalty goal", "Goal")
        else:
            what = "Substitution" if one.off else one.card("Yellow card", "Red card")
        return stacked(what, f"{one.clock}'", one.man, one.off and f"for {one.off}", one.club, one.score) + "\n"

    head = [match.competition, match.home, match.score(":"), match.away, "Full time", ""]
    return page(*head, *map(cells, events(match, ENGLISH, " : ")))


@layout_of_goals
def minutes_in_the_middle(match: Match) -> str:
    """A statistics site's key events: the home side's men left of the minute, the away side's right of it."""

    def line(one: Event) -> str:
        if one.goal:
            what = f"{mark(one.goal, ' (OG)', ' (Pen)')} ({one.score})"
        else:
            what = f" on, {one.off} off" if one.off else one.card(" (yellow card)", " (red card)")
        home, away = in_column(one, f"{one.man}{what}")
        return f"{home}\t{one.clock}'\t{away}"

    return page(
        f"{match.home}\t{match.score(' : ')}\t{match.away}",
        "Key events",
        *map(line, events(match, ENGLISH)),
        f"HT: {match.half(' - ')}",
    )


@layout
def goals_and_cards_labelled(match: Match) -> str:
    """A database of games: below each club "Goal", "Yellow" or "Red" before the man, the initial without a point."""
    lines = []
    for side in SIDES:
        lines += [
            match.club(side),
            *(
                f"Goal  {bare_initial_first(goal.scorer)} {clock(goal)}{mark(goal, ' (o.g.)', ' (pen)')}"
                for goal in match.of(side)
            ),
            *(
                f"{one.card('Yellow', 'Red')}  {bare_initial_first(one.man)} {one.minute}"
                for one in cards(match, ENGLISH, side)
            ),
            "",
        ]
    home, away = (match.at_half(side) for side in SIDES)
    return page(
        match.competition,
        match.date,
        f"{match.home} ({home}) {match.score(' - ')} ({away}) {match.away}",
        "",
        *lines,
        f"Attendance {match.crowd}",
        f"Referee {bare_initial_first(match.referee)}",
    )


@layout
def goals_and_cards_under_headings(match: Match) -> str:
    """An archive of fixtures: below each club the headings "Goals" and "Cards", the numbered squads at the end."""
    lines: list[str | None] = []
    for side in SIDES:
        goals = listed(
            match,
            side,
            minute=lambda goal: f"{mark(goal, '(og) ', '(pen) ')}{clock(goal)}",
            between="\n",
            name=full_name,
            once=False,
        )
        carded = [f"{one.man} {one.minute}{one.card('', ' (red)')}" for one in cards(match, ENGLISH, side)]
        lines += [match.club(side), labelled("Goals\n", goals), "Cards", *carded]
    for side in SIDES:
        changed = noted(changes(match, ENGLISH, side), "{man} for {off}, {minute}", "\n", full_name)
        lines += ["", f"{match.club(side)} squad", *numbered(eleven(match, side, ENGLISH)), "Substitutes", changed]
    return page(
        f"{match.home} v {match.away}, {match.date}",
        match.competition,
        f"Full time score {result(match)}",
        f"Venue {match.ground}",
        f"Attendance {match.crowd}",
        "",
        *lines,
    )


@layout_without_minutes
def minutes_lost_with_their_pictures(match: Match) -> str:
    """A transfer site's match page as text: the minutes were pictures and are lost, goals, changes and cards remain."""
    lines = []
    for score, goal in running(match, ":"):
        how = mark(goal, "Own-goal", "Penalty", "Right-footed shot")
        lines += [score, f"{goal.scorer}, {how}{made_by(goal, ' Assist: {}, Pass', full_name)}"]
    return page(
        match.home,
        match.score(":"),
        f"({match.half(':')})",
        match.away,
        f"{match.ground} | Attendance: {match.crowd.replace(',', '.')}",
        f"Referee: {match.referee}",
        "\nGoals" if lines else None,
        *lines,
        "\nSubstitutions",
        *(f"{one.man}\n{one.off}, Tactical" for one in changes(match, ENGLISH)),
        "\nCards",
        *(f"{one.man}, Yellow card, Foul" for one in bookings(match, ENGLISH)),
        *(f"{one.man}, Red card" for one in reds(match)),
    )


@layout_of_goals
def running_score_in_square_brackets(match: Match) -> str:
    """A statistics site's list of events: two figures of the minute, the running score in square brackets."""

    def line(one: Event) -> str:
        added = f" +{one.added}" if one.added else ""
        minute, man = f"{one.minute:02}'{added}", initial_first(one.man)
        if one.goal:
            return f"{minute} [{one.score}] {man}{mark(one.goal, ' (o.g.)', ' (p.)')}"
        if one.off:
            return f"{minute} Sub in: {man}, Sub out: {initial_first(one.off)}"
        return f"{minute} {one.card('Yellow Card', 'Red Card')}: {man}"

    head = f"Full Time {match.score(' - ')} (Half Time {match.half(' - ')})"
    return page(f"{match.home} vs {match.away}", head, *map(line, events(match, ENGLISH)))


# Archives


@layout
def round_in_aligned_columns(match: Match) -> str:
    """A statisticians' season file: one line in aligned columns, the scorers in square brackets behind the result."""
    home, away = (listed(match, side, minute=timed("", "og", "pen")) for side in SIDES)
    number, month, _ = match.date.split()
    scorers = f"{home}; {away}".strip()
    line = f"{match.home:<20}{match.score()}  {match.away:<20}"
    return page("Round 9", f"[{month[:3]} {number}]", f"{line}  [{scorers}]" if match.goals else line)


@layout
def pictures_turned_into_words(match: Match) -> str:
    """An encyclopedia's match box of the years about 2010: pictures of ball and card come out as words."""

    def men(side: Side) -> list[str | None]:
        return [
            listed(match, side, "{} Goal {}", minute=timed(TICK, " (o.g.)", " (pen.)"), between="\n") or None,
            sent_off(match, "{} Red card {}'", "\n", side) or None,
            noted(bookings(match, ENGLISH, side), "{man} Booked {minute}'", "\n"),
        ]

    return page(
        match.date,
        "15:00 BST",
        f"{match.home}\t{match.score(' – ')}\t{match.away}",
        *men("home"),
        "[Report]",
        *men("away"),
        match.ground,
        f"Attendance: {match.crowd}",
        f"Referee: {match.referee}",
    )


# Broadcasters and papers


@layout
def results_ticker_with_times_of_day(match: Match) -> str:
    """A broadcaster's results ticker: goals and red cards behind the time of day, the last one on top."""

    def line(one: Event) -> str | None:
        minutes = one.minute + one.added + 15 * (one.half - 1)
        at = f"{15 + minutes // 60}:{minutes % 60:02}"
        if one.goal:
            words = f"{surname(one.man)} {one.clock}{mark(one.goal)}"
            return f"{at} GOAL {match.home} {one.score} {match.away} ({words})"
        return f"{at} RED CARD {surname(one.man)} ({one.club}) {one.minute}" if one.kind == "red" else None

    first, second = halves(events(match, ENGLISH))
    return page(
        f"{match.competition} - latest",
        "",
        f"16:52 FULL-TIME {result(match)}",
        *map(line, reversed(second)),
        f"15:47 HALF-TIME {match.home} {match.half()} {match.away}",
        *map(line, reversed(first)),
        f"15:00 KICK-OFF {match.home} v {match.away}",
    )


@layout
def scorers_glued_together(match: Match) -> str:
    """A broadcaster's match page copied as text: scorers glued together, then numbered line-ups with their cards."""
    lines: list[str | None] = [match.competition]
    for side in SIDES:
        scorers = listed(match, side, "{} ({})", minute=parted(TICK), between="")
        lines += [f"{match.club(side)} {match.scored(side)}", scorers or None]
    lines += [f"Last updated on {match.date}", "", "Line-ups"]
    for side in SIDES:
        men = [
            surname(man)
            + of_man(man, bookings(match, ENGLISH, side), " Booked at {minute}mins")
            + of_man(man, reds(match, side), " Dismissed at {minute}mins")
            + of_man(man, changes(match, ENGLISH, side), " Substituted for {man} at {minute}'minutes")
            for man in eleven(match, side, ENGLISH)
        ]
        bench = map(surname, ENGLISH[side][11:])
        lines += [match.club(side), "Formation 4-2-3-1", *numbered(men, form="{}")]
        lines += ["Substitutes", *numbered(bench, 14, "{}")]
    return page(*lines, f"Referee: {match.referee}", f"Attendance: {match.crowd}")


@layout
def minute_by_minute_blog(match: Match) -> str:
    """A paper's minute-by-minute report: "GOAL!" with score, scorer and minute among changes and bookings."""

    def entry(one: Event) -> str:
        man = surname(one.man)
        if one.goal:
            words = "Right in the corner, and the noise is something."
            if one.goal.own_goal:
                words = "A horrible mix-up, and it trickles over the line."
            head = f"GOAL! {match.home} {one.score} {match.away} ({man} {one.clock}{mark(one.goal)})"
            return f"{head}\n\n{words}\n"
        if one.off:
            return (
                f"{one.minute} min: A change for {one.club}. {man} comes on for {surname(one.off)}, "
                "who never got going.\n"
            )
        return one.card(
            f"{one.minute} min: {man} goes into the book for a late one. The free-kick comes to nothing.\n",
            f"RED CARD! {man} ({one.club}) is off, {one.minute} min\n",
        )

    first, second = halves(events(match, ENGLISH))
    return page(
        f"{match.home} v {match.away}: {match.competition} – as it happened\n",
        f"Full time: {result(match)}\n",
        "That's your lot. Thanks for all the emails.\n",
        *map(entry, reversed(second)),
        f"Half time: {match.home} {match.half()} {match.away}\n",
        *map(entry, reversed(first)),
        "1 min: We're off.",
    )


@layout
def tabloid_panel_in_capitals(match: Match) -> str:
    """A tabloid's panel below the report: all labels in capitals, the substitutes' marks inside the line-ups."""
    lines: list[str | None] = [f"{match.club(side).upper()} {match.scored(side)}" for side in SIDES]
    lines += [""]
    for side in SIDES:
        lines += [
            f"{match.club(side).upper()}: {line_up(match, side, ENGLISH, ' ({man} {minute}, 6)')}",
            labelled("SCORERS: ", listed(match, side, "{} ({})")),
            f"YELLOW CARDS: {noted(bookings(match, ENGLISH, side), '{man} ({minute})')}",
            labelled("RED CARDS: ", sent_off(match, "{} ({})", side=side)),
            "",
        ]
    best = surname(ENGLISH["home"][0])
    return page(*lines, f"REFEREE: {match.referee}", f"ATT: {match.crowd}", f"MAN OF THE MATCH: {best}")


@layout
def broadsheet_foot(match: Match) -> str:
    """The foot of a broadsheet's report: the goals of both clubs behind "Goals:", line-ups, bookings, the best man."""
    scorers = [labelled(f"{match.club(side)} ", listed(match, side, "{} ({})"), ".") for side in SIDES]
    line_ups = [
        f"{match.club(side)} (4-2-3-1): {line_up(match, side, ENGLISH, ' ({man}, {minute})')}. "
        "Substitutes not used: Pryce (gk), Ellwood."
        for side in SIDES
    ]
    booked = "; ".join(f"{match.club(side)} {noted(bookings(match, ENGLISH, side))}" for side in SIDES)
    return page(
        result(match),
        "",
        labelled("Goals: ", " ".join(filter(None, scorers))),
        *line_ups,
        f"Booked: {booked}.",
        labelled("Sent off: ", sent_off(match, "{}"), "."),
        f"Man of the match {surname(ENGLISH['away'][1])}. Match rating 7/10.",
        f"Referee {bare_initial_first(match.referee)}. Attendance {match.crowd}.",
    )


# Agencies, leagues and federations


@layout
def agency_summary_without_spaces(match: Match) -> str:
    """An agency's summaries of a round: a line for each club, nothing behind commas, marks glued to the minutes."""
    lines: list[str | None] = []
    for side in SIDES:
        scorers = listed(match, side, "{} {}", minute=timed("", "og", "pen"), between=",", name=full_name)
        changed = noted(changes(match, ENGLISH, side), "{man} for {off} {minute}", ",", full_name)
        lines += [
            f"{match.club(side)} {match.scored(side)} {scorers.replace(', ', ',')}".rstrip(),
            labelled("Red Card: ", noted(reds(match, side), "{man} {minute}", ",", full_name)),
            f"Substitutes: {changed}",
        ]
    return page(
        f"{match.date} (Reuters) - Summaries from the {match.competition} matches",
        *lines,
        f"Halftime: {match.half()};Attendance: {match.crowd};Referee: {match.referee}",
    )


@layout
def agency_results_at_a_place(match: Match) -> str:
    """An agency's results in English: the place above, the scorers in brackets, a hyphen before the mark."""

    def part(side: Side) -> str:
        return (
            f"{match.club(side)} {match.scored(side)}{bracketed(listed(match, side, minute=timed('', '-og', '-pen')))}"
        )

    head = f"{match.competition} result on {match.date}:"
    return page(head, "", f"At {match.ground}", "", f"{part('home')} {part('away')}")


@layout_of_goals
def american_scoring_and_misconduct(match: Match) -> str:
    """An American league's match notes: scoring summary and misconduct summary in the same shape, then line-ups."""
    goals = [
        f"{match.code(goal.side)}: {goal.scorer}{mark(goal, ' (own goal)', ' (penalty kick)')}"
        f"{made_by(goal, ' ({})', full_name)} – {clock(goal)}"
        for goal in match.goals
    ]
    lines = ["", "Misconduct Summary:"]
    lines += [
        f"{one.code}: {one.man} ({one.card('caution', 'ejection')}) – {one.minute}" for one in cards(match, ENGLISH)
    ]
    for side in SIDES:
        men = line_up(match, side, ENGLISH, " ({man} {minute})", name=full_name)
        lines += ["", f"{match.club(side)}: {men}", "Unused substitutes: Evan Pryce, Todd Ellwood"]
    return page(
        result_apart(match, " vs."),
        f"{match.date} – {match.ground}",
        "",
        "Scoring Summary:",
        *(goals or ["None"]),
        *lines,
        "",
        f"Referee: {match.referee}",
        f"Attendance: {match.crowd}",
    )


@layout
def federation_sheet_with_shirt_numbers(match: Match) -> str:
    """A world federation's sheet: goals, cautions and substitutions with shirt numbers, surnames in capitals."""
    lines: list[str | None] = ["Goals scored"] if match.goals else []
    lines += [
        f"{clock(goal) + TICK:<8}{surname_in_capitals(goal.scorer)} ({match.code(goal.side)})"
        f"{mark(goal, ' own goal', ' PEN')}"
        for goal in match.goals
    ]
    for side in SIDES:
        changed = changes(match, ENGLISH, side)
        men = [surname_in_capitals(man) + of_man(man, changed, " (-{minute}')") for man in eleven(match, side, ENGLISH)]
        bench = [noted([one], "{man} (+{minute}')", name=surname_in_capitals) for one in changed]
        lines += ["", f"{match.club(side)} ({match.code(side)})", *numbered(men, form="[{}] ")]
        lines += [f"Substitutes: {', '.join(numbered(bench, 14, '[{}] '))}"]
    form = "{man} ({code}) {minute}'"
    return page(
        "Match report",
        match.competition,
        f"{match.home} : {match.away}   {match.score(':')} ({match.half(':')})",
        f"Date {match.date}  Venue {match.ground}  Attendance {match.crowd.replace(',', ' ')}",
        "",
        *lines,
        "",
        f"Cautions: {noted(bookings(match, ENGLISH), form, name=surname_in_capitals)}",
        labelled("Expulsions: ", noted(reds(match), form, name=surname_in_capitals)),
        f"Referee: {surname_in_capitals(match.referee)}",
    )


@layout
def australian_foot_of_a_report(match: Match) -> str:
    """An Australian league's report: scorers in brackets behind each club, below the cards and changes of both."""

    def of_both(every: list[Event], form: str) -> str:
        told_of = [
            labelled(
                f"{match.club(side)}: ",
                noted((one for one in every if one.side == side), form, name=bare_initial_first),
            )
            for side in SIDES
        ]
        return " / ".join(filter(None, told_of))

    scorers = [
        f"{match.club(side).upper()} {match.scored(side)}"
        f"{bracketed(listed(match, side, minute=timed(TICK), name=bare_initial_first))}"
        for side in SIDES
    ]
    carded, changed = "{man} {minute}'", "{man} for {off} {minute}'"
    return page(
        *scorers,
        f"At {match.ground}",
        f"Crowd: {match.crowd}",
        f"Yellow cards: {of_both(bookings(match, ENGLISH), carded)}",
        labelled("Red cards: ", of_both(reds(match), carded)),
        f"Substitutions: {of_both(changes(match, ENGLISH), changed)}",
    )


# Clubs and readers


@layout
def club_centre_under_headings(match: Match) -> str:
    """A club's match centre: headings for goals, cards and changes, below each the two clubs with their men."""

    def section(heading: str, men_of: Callable[[Side], str]) -> list[str]:
        parts = [f"{match.club(side)}\n{men_of(side)}" for side in SIDES if men_of(side)]
        return ["", heading, *parts] if parts else []

    def goals_of(side: Side) -> str:
        return "\n".join(
            f"{clock(goal)}' {goal.scorer}{mark(goal, ' (own goal)', ' (penalty)')}" for goal in match.of(side)
        )

    def listing(form: str, of: Callable[[Side], list[Event]]) -> Callable[[Side], str]:
        return lambda side: noted(of(side), form, "\n", full_name)

    return page(
        match.home,
        match.score("\nFull Time\n"),
        match.away,
        f"{match.ground}, {match.date}",
        *section("GOALS", goals_of),
        *section("YELLOW CARDS", listing("{minute}' {man}", lambda side: bookings(match, ENGLISH, side))),
        *section("RED CARDS", listing("{minute}' {man}", lambda side: reds(match, side))),
        *section(
            "SUBSTITUTIONS", listing("{minute}' {man} (on) {off} (off)", lambda side: changes(match, ENGLISH, side))
        ),
    )


@layout
def league_site_with_makers_listed(match: Match) -> str:
    """A league's match page: below the result scorers and men sent off, then "Assists" with their minutes."""
    lines: list[str | None] = []
    makers = []
    for side in SIDES:
        scorers = listed(
            match,
            side,
            minute=lambda goal: clock_spaced(goal) + mark(goal, " (og)", " (pen)"),
            between="\n",
            name=full_name,
        )
        lines += [scorers or None, *(f"{one.man} {one.minute}' (Red Card)" for one in reds(match, side))]
        made = ", ".join(f"{goal.maker} {clock_spaced(goal)}" for goal in match.of(side) if goal.maker)
        makers += [f"{match.club(side)}: {made}"] if made else []
    return page(
        match.date,
        f"Att: {match.crowd}",
        match.ground,
        match.home,
        match.score(),
        match.away,
        f"HT: {match.half()}",
        *lines,
        "Assists" if makers else None,
        *makers,
        "Match Officials",
        f"Referee: {match.referee}",
    )


@layout
def posts_of_an_afternoon(match: Match) -> str:
    """A club's posts of one afternoon: the minute, a bar, what happened, the score in square brackets, the tag."""
    tag = f"#{''.join(match.codes)}"

    def post(one: Event) -> str:
        if one.goal:
            word = mark(one.goal, "OWN GOAL", "PENALTY GOAL", "GOAL")
            what = " turns it into his own net" if one.goal.own_goal else f" scores for {one.club}"
            words = f"{word}! {one.man}{what}. [{one.score}]"
        elif one.off:
            words = f"SUB: {surname(one.man)} on for {surname(one.off)}."
        else:
            words = f"{one.card('Yellow card', 'RED CARD')} for {surname(one.man)}."
        return f"{one.clock}' | {words} {tag}\n"

    first, second = halves(events(match, ENGLISH))
    return page(
        f"KICK-OFF! We're under way at {match.ground}. {tag}\n",
        *map(post, first),
        f"HT | {match.home} {match.half()} {match.away} {tag}\n",
        *map(post, second),
        f"FULL-TIME | {result(match)} {tag}",
    )


@layout
def newsletter_tables(match: Match) -> str:
    """A newsletter in plain text: aligned tables of goals, bookings and red cards below rules of hyphens."""
    rule = "-" * 52

    def carded(heading: str, every: list[Event]) -> list[str]:
        head = f"\n{'Min':>5}  {heading:<30}{'Club':<6}"
        return [head, rule, *(f"{one.minute:>5}  {one.man:<30}{one.code:<6}" for one in every)] if every else []

    goals = [f"{'Min':>5}  {'Scorer':<30}{'For':<6}{'Score':>6}", rule] if match.goals else []
    goals += [
        f"{clock(goal):>5}  {goal.scorer + mark(goal, ' (og)', ' (pen)'):<30}{match.code(goal.side):<6}{score:>6}"
        for score, goal in running(match)
    ]
    return page(
        f"Subject: Match report: {result(match)}",
        "",
        f"{match.competition}, {match.date}",
        "=" * 52,
        *goals,
        *carded("Booked", bookings(match, ENGLISH)),
        *carded("Sent off", reds(match)),
        "",
        f"Attendance: {match.crowd}   Referee: {match.referee}",
        "",
        "To unsubscribe, reply STOP.",
    )


@layout
def forum_thread_in_markdown(match: Match) -> str:
    """A forum's match thread in Markdown: the result bold, the scorers in italics, links for the pictures of events."""

    def line(one: Event) -> str:
        if one.goal:
            what = f"{mark(one.goal, 'Own goal by', 'Goal!', 'Goal!')} {one.man}{mark(one.goal, '', ' (penalty)')}."
            return f"**{one.clock}'** [](#icon-ball) **{what} {match.home} {one.score} {match.away}**\n"
        if one.off:
            return f"**{one.clock}'** [](#icon-sub) {one.man} replaces {one.off} ({one.club})\n"
        what = one.card("gets a yellow card", "is sent off")
        return f"**{one.clock}'** [](#icon-{one.card('yellow', 'red')}) {one.man} ({one.club}) {what}\n"

    scorers = [
        labelled(
            f"*{match.club(side)} scorers: ",
            listed(match, side, "{} ({})", minute=timed(TICK, " OG", " PEN"), name=full_name),
            "*\n",
        )
        for side in SIDES
    ]
    return page(
        f"# **FT: {match.home} [{match.score()}](#bar-3-white) {match.away}**\n",
        *scorers,
        "--------\n",
        f"**Venue:** {match.ground}\n",
        f"**Referee:** {match.referee}\n",
        "--------\n",
        "**MATCH EVENTS**\n",
        *map(line, events(match, ENGLISH)),
    )
