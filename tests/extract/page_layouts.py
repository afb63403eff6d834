"""Matches, and the layouts in which pages print who scored in them: one function for each layout."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

Side = Literal["home", "away"]
SIDES: tuple[Side, Side] = ("home", "away")


@dataclass(frozen=True)
class Goal:
    """A goal: `side` is the one it counts for, `minute` the regular one, `maker` who made it, where pages tell."""

    scorer: str
    minute: int
    side: Side
    own_goal: bool = False
    penalty: bool = False
    added: int = 0
    maker: str | None = None

    @property
    def own_side(self) -> Side:
        """The side of the scorer's own club."""
        if not self.own_goal:
            return self.side
        return "away" if self.side == "home" else "home"


@dataclass(frozen=True)
class Match:
    """A match. Red cards are (name, minute, side of his club)."""

    home: str
    away: str
    codes: tuple[str, str]
    date: str
    competition: str
    ground: str
    referee: str
    crowd: str
    goals: tuple[Goal, ...] = ()
    reds: tuple[tuple[str, int, Side], ...] = ()

    def club(self, side: Side) -> str:
        return self.home if side == "home" else self.away

    def code(self, side: Side) -> str:
        return self.codes[SIDES.index(side)]

    def of(self, side: Side) -> list[Goal]:
        """The goals that count for a side."""
        return [goal for goal in self.goals if goal.side == side]

    def scored(self, side: Side) -> int:
        return len(self.of(side))

    def at_half(self, side: Side) -> int:
        return sum(goal.minute <= 45 for goal in self.of(side))

    def score(self, dash: str = "-") -> str:
        """As in "2-3"."""
        return dash.join(str(self.scored(side)) for side in SIDES)

    def half(self, dash: str = "-") -> str:
        """The score at half-time."""
        return dash.join(str(self.at_half(side)) for side in SIDES)


GOALLESS = Match(
    "Leicester City", "Arsenal", ("LEI", "ARS"), "20 August 2016", "Premier League", "King Power Stadium",
    "Mark Clattenburg", "32,008",
)  # fmt: skip
MATCHES = (
    Match(
        "Chelsea", "Manchester United", ("CHE", "MUN"), "28 October 2012", "Premier League", "Stamford Bridge",
        "Mark Clattenburg", "41,644",
        (
            Goal("David Luiz", 4, "away", own_goal=True),
            Goal("Robin van Persie", 12, "away", maker="Antonio Valencia"),
            Goal("Juan Mata", 44, "home"),
            Goal("Ramires", 53, "home", maker="Oscar"),
            Goal("Javier Hernandez", 75, "away", maker="Rafael"),
        ),
        (("Branislav Ivanovic", 63, "home"), ("Fernando Torres", 68, "home")),
    ),
    Match(
        "Everton", "Tottenham Hotspur", ("EVE", "TOT"), "3 January 2016", "Premier League", "Goodison Park",
        "Michael Oliver", "38,482",
        (
            Goal("Aaron Lennon", 22, "home", maker="Romelu Lukaku"),
            Goal("Dele Alli", 45, "away", added=1, maker="Toby Alderweireld"),
        ),
    ),
    Match(
        "Manchester City", "Queens Park Rangers", ("MCI", "QPR"), "13 May 2012", "Premier League", "Etihad Stadium",
        "Mike Dean", "47,435",
        (
            Goal("Pablo Zabaleta", 39, "home", maker="Yaya Toure"),
            Goal("Djibril Cisse", 48, "away"),
            Goal("Jamie Mackie", 66, "away", maker="Armand Traore"),
            Goal("Edin Dzeko", 90, "home", added=2, maker="David Silva"),
            Goal("Sergio Aguero", 90, "home", added=4, maker="Mario Balotelli"),
        ),
        (("Joey Barton", 55, "away"),),
    ),
    Match(
        "Borussia Dortmund", "Schalke 04", ("BVB", "S04"), "25 November 2017", "Bundesliga", "Signal Iduna Park",
        "Deniz Aytekin", "81,360",
        (
            Goal("Pierre-Emerick Aubameyang", 12, "home", maker="Nuri Sahin"),
            Goal("Benjamin Stambouli", 18, "home", own_goal=True),
            Goal("Mario Gotze", 20, "home", maker="Pierre-Emerick Aubameyang"),
            Goal("Raphael Guerreiro", 25, "home"),
            Goal("Guido Burgstaller", 61, "away"),
            Goal("Amine Harit", 65, "away"),
            Goal("Daniel Caligiuri", 86, "away"),
            Goal("Naldo", 90, "away", added=4),
        ),
        (("Pierre-Emerick Aubameyang", 72, "home"),),
    ),
    Match(
        "Celtic", "Spartak Moscow", ("CEL", "SPA"), "5 December 2012", "Champions League", "Celtic Park",
        "Viktor Kassai", "59,000",
        (
            Goal("Gary Hooper", 21, "home"),
            Goal("Ari", 39, "away"),
            Goal("Kris Commons", 82, "home", penalty=True),
        ),
    ),
    Match(
        "Leeds United", "Sheffield United", ("LEE", "SHU"), "27 October 2017", "Championship", "Elland Road",
        "Andy Madley", "34,504",
        (
            Goal("Billy Sharp", 2, "away"),
            Goal("Kalvin Phillips", 34, "home"),
            Goal("David Brooks", 81, "away"),
        ),
    ),
    # the one match in which a man scores again, so that lists print several minutes behind a name
    Match(
        "Liverpool", "Norwich City", ("LIV", "NOR"), "4 December 2013", "Premier League", "Anfield",
        "Anthony Taylor", "44,541",
        (
            Goal("Luis Suarez", 15, "home"),
            Goal("Luis Suarez", 29, "home"),
            Goal("Luis Suarez", 35, "home"),
            Goal("Luis Suarez", 74, "home"),
            Goal("Bradley Johnson", 83, "away"),
            Goal("Raheem Sterling", 88, "home"),
        ),
    ),
)  # fmt: skip

Layout = Callable[[Match], str]
LAYOUTS: dict[str, Layout] = {}
#: Layouts not tried on the goalless match: they print too little of it, or no score that is read without goals.
NEED_GOALS: set[str] = set()
#: Layouts that print no minutes.
WITHOUT_MINUTES: set[str] = set()


def layout(render: Layout) -> Layout:
    LAYOUTS[render.__name__] = render
    return render


def layout_of_goals(render: Layout) -> Layout:
    NEED_GOALS.add(render.__name__)
    return layout(render)


def layout_without_minutes(render: Layout) -> Layout:
    WITHOUT_MINUTES.add(render.__name__)
    return layout(render)


def matches_for(name: str) -> tuple[Match, ...]:
    """The matches that a layout is tried on."""
    return MATCHES if name in NEED_GOALS else (*MATCHES, GOALLESS)


# Names, minutes and marks


def surname(name: str) -> str:
    """All but the first name; a man of one name goes by it."""
    return name.split(" ", 1)[-1]


def full_name(name: str) -> str:
    return name


def initial_first(name: str) -> str:
    """As in "D. Luiz"."""
    return f"{name[0]}. {surname(name)}" if " " in name else name


def bare_initial_first(name: str) -> str:
    """As in "D Luiz"."""
    return initial_first(name).replace(".", "")


def initial_behind(name: str) -> str:
    """As in "Luiz D."."""
    return f"{surname(name)} {name[0]}." if " " in name else name


def surname_in_capitals(name: str) -> str:
    """As in "Robin van PERSIE"."""
    *given, last = name.split()
    return " ".join([*given, last.upper()])


def clock(goal: Goal) -> str:
    """The minute as in "12" or "45+1"."""
    return f"{goal.minute}+{goal.added}" if goal.added else str(goal.minute)


def ordinal_of_half(goal: Goal) -> int:
    return 1 if goal.minute <= 45 else 2


def clock_of_half(goal: Goal, behind: str = "") -> str:
    """The minute counted from the start of its half, with what stands behind it: "8'", or "45'+2"."""
    minute = goal.minute if ordinal_of_half(goal) == 1 else goal.minute - 45
    return f"{minute}{behind}+{goal.added}" if goal.added else f"{minute}{behind}"


def mark(goal: Goal, own_goal: str = " og", penalty: str = " pen", otherwise: str = "") -> str:
    """How the goal was scored, in the words of the page."""
    if goal.own_goal:
        return own_goal
    return penalty if goal.penalty else otherwise


def timed(behind: str = "", own_goal: str = " og", penalty: str = " pen") -> Callable[[Goal], str]:
    """How a page prints a minute with its mark: "4 og"."""
    return lambda goal: f"{clock(goal)}{behind}{mark(goal, own_goal, penalty)}"


#: The plain form: "4 og".
PLAIN = timed()
#: What most pages print behind a minute; an f-string takes no quotes of its own kind.
TICK = "'"


def made_by(goal: Goal, form: str, name: Callable[[str], str] = surname) -> str:
    """The maker in a form such as " ({})"; nothing where there is none."""
    return form.format(name(goal.maker)) if goal.maker else ""


# Lists and pages


def listed(
    match: Match,
    side: Side,
    form: str = "{} {}",
    *,
    minute: Callable[[Goal], str] = PLAIN,
    between: str = ", ",
    name: Callable[[str], str] = surname,
    once: bool = True,
) -> str:
    """The scorers of one side in a form of name and minutes; a man `once` with all his minutes, or goal by goal."""
    groups: dict[object, list[Goal]] = {}
    for number, goal in enumerate(match.of(side)):
        groups.setdefault((goal.scorer, goal.own_goal) if once else number, []).append(goal)
    return between.join(form.format(name(men[0].scorer), ", ".join(map(minute, men))) for men in groups.values())


def told(match: Match, form: Callable[[Goal], str], between: str = ", ") -> str:
    """The goals of both sides as they fell."""
    return between.join(map(form, match.goals))


def running(match: Match, dash: str = "-") -> list[tuple[str, Goal]]:
    """The goals as they fell, each behind the score that it made."""
    counts = dict.fromkeys(SIDES, 0)
    steps = []
    for goal in match.goals:
        counts[goal.side] += 1
        steps.append((dash.join(map(str, counts.values())), goal))
    return steps


def told_running(match: Match, form: Callable[[str, Goal], str], between: str = ", ", dash: str = "-") -> str:
    """The goals as they fell, each with the score that it made."""
    return between.join(form(score, goal) for score, goal in running(match, dash))


def sent_off(match: Match, form: str, between: str = ", ", side: Side | None = None) -> str:
    """Those sent off, of one side or of both, in a form of surname and minute."""
    return between.join(form.format(surname(name), minute) for name, minute, of in match.reds if side in (None, of))


def result(match: Match, dash: str = "-") -> str:
    """As in "Chelsea 2-3 Manchester United"."""
    return f"{match.home} {match.score(dash)} {match.away}"


def result_apart(match: Match, comma: str = "") -> str:
    """As in "Chelsea 2 Manchester United 3"."""
    return f"{match.home} {match.scored('home')}{comma} {match.away} {match.scored('away')}"


def result_behind(match: Match, dash: str = ":") -> str:
    """As in "Chelsea - Manchester United 2:3"."""
    return f"{match.home} - {match.away} {match.score(dash)}"


def german_result(match: Match) -> str:
    """As in "Chelsea - Manchester United 2:3 (1:2)"."""
    return f"{result_behind(match)} ({match.half(':')})"


def labelled(label: str, what: str, end: str = "") -> str | None:
    """What a label stands before, or no line at all."""
    return f"{label}{what}{end}" if what else None


def bracketed(what: str) -> str:
    return f" ({what})" if what else ""


def page(*lines: str | None) -> str:
    """The lines of a page without those that are not there."""
    return "".join(f"{line}\n" for line in lines if line is not None)


# Newspapers and agencies


@layout
def newspaper_lines(match: Match) -> str:
    """A newspaper's results: for each club one line with its goals and its scorers."""
    return page(*(f"{match.club(side)} {match.scored(side)} {listed(match, side)}" for side in SIDES))


@layout
def newspaper_lines_in_brackets(match: Match) -> str:
    """A newspaper's results: for each club one line, its scorers in brackets."""
    return page(*(f"{match.club(side)} {match.scored(side)}{bracketed(listed(match, side))}" for side in SIDES))


@layout
def newspaper_half_time_goals(match: Match) -> str:
    """A broadsheet's results: the club with its goals at half-time and at the end, its scorers on the next line."""
    lines = []
    for side in SIDES:
        lines += [f"{match.club(side)} ({match.at_half(side)}) {match.scored(side)}", listed(match, side)]
    return page(*lines, f"Att: {match.crowd}")


@layout
def newspaper_scorers_again(match: Match) -> str:
    """A paper's match page: the result, then each club's name again with its scorers."""
    return page(result_apart(match), "", *(f"{match.club(side)} {listed(match, side)}" for side in SIDES))


@layout
def newspaper_columns(match: Match) -> str:
    """A paper's results in two columns of fixed width, the scorers of each club below its name."""

    def head(side: Side) -> str:
        return f"{match.club(side)} ({match.at_half(side)}) {match.scored(side)}"

    def scorers(side: Side) -> list[str]:
        return [f"{surname(goal.scorer)} {clock(goal)}'{mark(goal)}" for goal in match.of(side)]

    rows = [(head("home"), head("away")), *zip_longest(scorers("home"), scorers("away"), fillvalue="")]
    return page(*(f"{left:40}{right}".rstrip() for left, right in rows))


@layout
def scorers_on_both_sides_of_the_dash(match: Match) -> str:
    """A round-up in a paper: one line, the scorers in brackets behind the goals of their club."""

    def part(side: Side) -> str:
        scorers = listed(match, side, minute=timed(TICK), once=False)
        return f"{match.club(side)} {match.scored(side)}{bracketed(scorers)}"

    return page(f"{part('home')} - {part('away')}")


@layout
def scorers_before_the_goals(match: Match) -> str:
    """A round-up in a paper: one line, the scorers in brackets between their club and its goals."""

    def part(side: Side) -> str:
        return f"{match.club(side)}{bracketed(listed(match, side, once=False))} {match.scored(side)}"

    return page(f"{part('home')} {part('away')}")


@layout
def scorers_trailing(match: Match) -> str:
    """The last line of a paper's report: the fixture, both scores, and behind a dash the scorers of both clubs."""
    scorers = told(match, lambda goal: f"{surname(goal.scorer)} {clock(goal)}{mark(goal)}")
    return page(f"{match.home} v {match.away} {match.score()} ({match.half()}) - {scorers}")


@layout
def tabloid_facts(match: Match) -> str:
    """A tabloid's match facts: line-ups with marks, below each the goals, those sent off, the manager's mark."""
    lines: list[str | None] = [result(match), "MATCH FACTS"]
    for side in SIDES:
        lines += [
            f"{match.club(side)} (4-2-3-1): Carson 6; Dawson 6, Hobbs 6, Bywater 5, Pearce 6; Brown 7, Green 6 "
            "(Doyle 70); Whitehead 6, Dyer 6, Barnes 7; Hill 6",
            "Subs not used: Camp, Moore",
            labelled("Goals: ", listed(match, side, once=False)),
            labelled("Sent off: ", sent_off(match, "{}", side=side)),
            "Booked: Dawson",
            "Manager: Roberto Baggio 6",
            "",
        ]
    return page(*lines, f"Referee: {match.referee} 6", f"Attendance: {match.crowd}")


@layout
def agency_scorers(match: Match) -> str:
    """An agency's results: "Scorers:", the two clubs with a dash before their scorers, "none" where there are none."""
    scorers = "; ".join(f"{match.club(side)} - {listed(match, side, name=full_name) or 'none'}" for side in SIDES)
    return page(result_apart(match), f"(Halftime: {match.half()})", f"Scorers: {scorers}")


@layout
def american_agate(match: Match) -> str:
    """An American agency's results: the clubs with their scorers and the half-time score in one paragraph."""
    scorers = [(match.club(side), listed(match, side, "{} ({})", name=full_name, once=False)) for side in SIDES]
    told_of = "".join(f"{club}: {men}. " for club, men in scorers if men)
    return page(result_apart(match, ","), f"{told_of}Halftime: {match.half()}.")


@layout
def american_letters_of_clubs(match: Match) -> str:
    """An American agency's results: the scorers behind the three letters of their club."""
    scorers = [(match.code(side), listed(match, side, once=False)) for side in SIDES]
    return page(
        result_apart(match, ","), labelled("Goals - ", "; ".join(f"{code}: {men}" for code, men in scorers if men))
    )


@layout
def american_scoring_summary(match: Match) -> str:
    """An American league's recap: a line for each goal, opened by the three letters of the club it counts for."""
    # letters that are names of their clubs in running text are not read as labels of lines
    labels = {"BVB": "DOR", "S04": "SCH", "QPR": "QUE"}
    lines = [
        f"{labels.get(match.code(goal.side), match.code(goal.side))} -- "
        f"{goal.scorer}{mark(goal, ' (own goal)', ' (penalty kick)')} {clock(goal)}"
        for goal in match.goals
    ]
    return page(result_apart(match, ","), "Scoring summary:" if lines else None, *lines)


# Clubs, supporters, statisticians, federations


@layout
def goals_of_each_club_labelled(match: Match) -> str:
    """A club's short report: the half-time score behind the result, a line of goals for each club."""
    goals = [labelled(f"{match.club(side)} goals: ", listed(match, side, "{} ({})")) for side in SIDES]
    return page(f"{result(match)} (HT: {match.half()})", *goals)


@layout
def fan_site_in_capitals(match: Match) -> str:
    """A supporters' site: headings in capitals, "scorers:-" on a line of its own before the names."""
    lines = [match.competition.upper(), match.date.upper()]
    lines += [" ".join(f"{match.club(side).upper()} {match.scored(side)} ({match.at_half(side)})" for side in SIDES)]
    for side in SIDES:
        if match.of(side):
            lines += [f"{match.club(side)} scorer{'s' if match.scored(side) > 1 else ''}:-"]
            lines += [listed(match, side, "{}, {}", between="; ")]
    return page(*lines, f"Attendance:- {match.crowd}", f"Referee:- {match.referee}")


@layout
def match_centre_cells(match: Match) -> str:
    """A club's match centre taken out of its table: the home scorers, "Half Time", then the away scorers."""

    def scorers(side: Side) -> list[str]:
        return [f"{surname(goal.scorer)} {clock(goal)}'{mark(goal, ' (og)', '')}" for goal in match.of(side)]

    return page(
        f"Venue: {match.ground}",
        match.competition,
        f"{match.date}; 3:00pm",
        match.home,
        match.score(" "),
        match.away,
        *scorers("home"),
        f"Half Time: {match.half(' - ')}",
        *scorers("away"),
        f"Attendance: {match.crowd}",
        f"Referee: {match.referee}",
    )


@layout
def club_site_in_capitals(match: Match) -> str:
    """A club's report: below each line-up its "GOALS:" and its "SENT OFF:", all labels in capitals."""
    lines: list[str | None] = [result_apart(match)]
    for side in SIDES:
        lines += [
            f"{match.club(side).upper()}: Carson; Dawson, Hobbs (Doyle 60), Bywater, Pearce; Brown, Green, Whitehead, "
            "Dyer; Barnes, Hill.",
            labelled("GOALS: ", listed(match, side, "{} ({})")),
            labelled("SENT OFF: ", sent_off(match, "{} ({})", side=side)),
        ]
    return page(*lines, f"REFEREE: {match.referee}", f"ATTENDANCE: {match.crowd}")


@layout
def line_ups_with_goals_below(match: Match) -> str:
    """A broadcaster's report of the years after 2000: below each line-up the bench, the cards and the goals."""
    others = ["Carson", "Dawson", "Bywater", "Pearce", "Brown", "Green", "Whitehead", "Dyer", "Barnes", "Hill"]
    lines: list[str | None] = [result(match), ""]
    for side in SIDES:
        men = dict.fromkeys(surname(goal.scorer) for goal in match.goals if goal.own_side == side)
        lines += [
            f"{match.club(side)}: {', '.join([*men, *others][:10])}, Doyle (Hobbs 60). Subs not used: Bywater, Pearce.",
            labelled("Sent off: ", sent_off(match, "{} ({})", side=side), "."),
            "Booked: Dawson.",
            labelled("Goals: ", listed(match, side), "."),
            "",
        ]
    return page(*lines, f"Att: {match.crowd}. Ref: {match.referee} (Wirral).")


@layout
def federation_running_scores(match: Match) -> str:
    """A confederation's report: one line of goals, each score before its scorer."""
    goals = told_running(match, lambda score, goal: f"{score} {surname(goal.scorer)} {clock(goal)}{mark(goal)}")
    return page(result(match), labelled("Goals: ", goals))


@layout
def federation_surnames_in_capitals(match: Match) -> str:
    """A world tournament's report: surnames in capitals, the letters of the man's own club, the minute."""
    goals = told(
        match,
        lambda goal: (
            f"{surname_in_capitals(goal.scorer)} ({match.code(goal.own_side)}) "
            f"{clock(goal)}'{mark(goal, ' OG', ' PEN')}"
        ),
    )
    head = f"{match.home} v {match.away} {match.score(':')} ({match.half(':')})"
    return page(head, labelled("Goals scored: ", goals))


@layout
def statisticians_square_brackets(match: Match) -> str:
    """A statisticians' archive: the scorers in square brackets below the result, a semicolon between the clubs."""
    return page(result(match), f" [{listed(match, 'home')}; {listed(match, 'away')}]" if match.goals else None)


@layout
def statistics_archive(match: Match) -> str:
    """A statistics archive: running score, whole name, minute, how it was scored behind a slash, maker in brackets."""
    goals = [
        f"{score} {goal.scorer} {clock(goal)}. / {mark(goal, 'own goal', 'penalty', 'right-footed shot')}"
        f"{made_by(goal, ' ({})', full_name)}"
        for score, goal in running(match, " : ")
    ]
    return page(german_result(match), "", "goals" if goals else None, *goals)


@layout
def encyclopedia_box(match: Match) -> str:
    """An encyclopedia's match box copied out: tabs in the result, the word "Report" between the clubs' scorers."""
    scorers = [
        listed(match, side, "{}  {}", minute=timed(TICK, " (o.g.)", " (pen.)"), between="\n") or None for side in SIDES
    ]
    return page(
        match.date,
        "20:45 CET",
        f"{match.home}\t{match.score('–')}\t{match.away}",
        scorers[0],
        "Report",
        scorers[1],
        match.ground,
        f"Attendance: {match.crowd}",
        f"Referee: {match.referee}",
    )


# Score cards and results services


@layout
def score_card_in_cells(match: Match) -> str:
    """A sports channel's score card: clubs, goals and "FT" on lines of their own, then a line for each man."""
    scorers = [
        listed(match, side, "{} ({})", minute=timed(TICK, " OG", " PEN"), between="\n", name=full_name) or None
        for side in SIDES
    ]
    return page(match.home, str(match.scored("home")), "FT", str(match.scored("away")), match.away, *scorers)


@layout
def scorers_below_each_club(match: Match) -> str:
    """A broadcaster's score page: the club with its goals, below it its scorers, the initial without a point."""
    lines: list[str | None] = []
    for side in SIDES:
        scorers = listed(match, side, "{} ({})", between="\n", name=bare_initial_first)
        lines += [f"{match.club(side)} {match.scored(side)}", scorers or None, ""]
    return page(*lines)


@layout
def search_engine_card(match: Match) -> str:
    """The card of a search engine: competition, "Final", the clubs, then the scorers of the home side first."""
    goals = [f"{goal.scorer} {clock(goal)}'{mark(goal, ' (OG)', ' (P)')}" for side in SIDES for goal in match.of(side)]
    return page(match.competition, "Final", match.home, match.score(" - "), match.away, *goals)


@layout
def results_service_mirrored(match: Match) -> str:
    """A results service: the home goals before the score that they make, the away goals behind it."""
    lines = []
    for score, goal in running(match, " - "):
        man = f"{initial_first(goal.scorer)}{mark(goal, ' (OG)', ' (PG)')}"
        man += made_by(goal, " (assist by {})", initial_first)
        lines += [f"{clock(goal)}' {man} {score}" if goal.side == "home" else f"{score} {man} {clock(goal)}'"]
    return page(result(match, " - "), *lines)


@layout
def results_service_initial_behind(match: Match) -> str:
    """A results service: the minute, the running score, the surname with its initial behind, so the maker's."""
    goals = [
        f"{clock(goal)}' {score} {initial_behind(goal.scorer)}{mark(goal, ' (Own goal)', ' (Penalty)')}"
        f"{made_by(goal, ' ({})', initial_behind)}"
        for score, goal in running(match, " - ")
    ]
    return page(result_behind(match), *goals, *(f"{minute}' {name} red card" for name, minute, _ in match.reds))


@layout
def results_service_in_cells(match: Match) -> str:
    """A results service taken out of its table: minute, running score and scorer on a line each, below the half."""
    lines = [match.home, match.score(), match.away, "Finished", "1ST HALF", match.half(" - ")]
    for score, goal in running(match, " - "):
        man = f"{initial_behind(goal.scorer)}{mark(goal, ' (Own goal)', ' (Penalty)')}"
        lines += [f"{clock(goal)}'", score, man]
    return page(*lines)


@layout
def results_app(match: Match) -> str:
    """A results application: the minute, the running score, the whole name, the mark and the maker in words."""
    goals = [
        f"{clock(goal)}' {score} {goal.scorer}{mark(goal, ' Own goal', ' Penalty')}"
        f"{made_by(goal, ' Assist: {}', full_name)}"
        for score, goal in running(match, " - ")
    ]
    return page(result(match, " - "), *goals)


@layout_of_goals
def dutch_cells(match: Match) -> str:
    """A Dutch results page taken out of its table: no score above, the maker and the minute below each goal."""
    lines: list[str | None] = [f"{match.home} - {match.away}", ""]
    for score, goal in running(match, " - "):
        lines += [f"{score} {initial_first(goal.scorer)}{mark(goal, ' (eigen doelpunt)', ' (penalty)')}"]
        lines += [made_by(goal, "({})", initial_first) or None, f"{clock(goal)}'"]
    return page(*lines)


@layout
def half_time_and_full_time(match: Match) -> str:
    """A results page: "FT" and "HT" beside the scores, a dash for a club without a scorer."""
    return page(
        f"{result(match, ' - ')} FT",
        f"HT {match.half(' - ')}",
        *(f"{match.club(side)}: {listed(match, side, minute=timed(TICK), once=False) or '-'}" for side in SIDES),
    )


@layout
def running_score_minute_in_brackets(match: Match) -> str:
    """A results page: the running score, the minute in brackets, a colon before the scorer."""
    goals = [
        f"{score} ({clock(goal)}'): {surname(goal.scorer)}{mark(goal, ' (og)', ' (pen)')}"
        for score, goal in running(match)
    ]
    return page(result(match), *goals)


@layout
def minutes_and_running_score_behind(match: Match) -> str:
    """A results page: "4 mins" first, the scorer, the running score at the end of the line."""
    goals = [
        f"{clock(goal)} mins {surname(goal.scorer)}{mark(goal, ' (og)', ' (pen)')} {score}"
        for score, goal in running(match)
    ]
    return page(result(match), "", *goals)


# Lists of goals as anybody writes them


@layout
def running_score_behind(match: Match) -> str:
    """A short report: "Scorers:", each with the score that his goal made behind the minute."""
    goals = told_running(
        match, lambda score, goal: f"{surname(goal.scorer)}{mark(goal, ' og', '')} {clock(goal)}' {score}", "; "
    )
    return page(result_behind(match, "-"), labelled("Scorers: ", goals))


@layout
def running_score_with_colons(match: Match) -> str:
    """A short report written in English on the continent: scores with a colon, minutes in brackets."""
    goals = told_running(
        match, lambda score, goal: f"{score} {surname(goal.scorer)} ({clock(goal)}{mark(goal)})", dash=":"
    )
    return page(result_behind(match), labelled("Goals: ", goals))


@layout
def running_score_and_maker(match: Match) -> str:
    """An annual of records: the running score, the scorer, his maker in brackets, the minute last."""
    goals = told_running(
        match,
        lambda score, goal: (
            f"{score} {surname(goal.scorer)}{made_by(goal, ' ({})') or mark(goal, ' (og)', ' (pen)')} {clock(goal)}"
        ),
        "; ",
    )
    return page(result_behind(match, "-"), labelled("Goals: ", goals))


@layout
def scorers_with_makers(match: Match) -> str:
    """A weekly's short report: the scorers of both clubs in one line, the maker of each in brackets."""
    goals = told(
        match,
        lambda goal: f"{surname(goal.scorer)} {clock(goal)}{mark(goal)}{made_by(goal, ' (assist: {})')}",
        between="; ",
    )
    return page(result(match), labelled("Scorers: ", goals))


@layout
def scorers_with_their_clubs(match: Match) -> str:
    """A short report: the scorers of both clubs in one line, the man's own club in brackets behind his name."""
    goals = told(match, lambda goal: f"{goal.scorer} ({match.club(goal.own_side)}) {clock(goal)}{mark(goal)}")
    return page(result(match), labelled("Goals: ", goals))


@layout
def minute_dash_scorer(match: Match) -> str:
    """A forum's match thread: the minute, a dash, the scorer, the club that the goal counts for in brackets."""
    goals = [
        f"{clock(goal)}' - {goal.scorer}{mark(goal, ' (og)', ' (pen)')} ({match.club(goal.side)})"
        for goal in match.goals
    ]
    return page(result(match), "", *goals)


@layout
def bullets_with_minutes_in_brackets(match: Match) -> str:
    """Notes: a bullet for each goal, the minute in brackets behind the whole name."""
    return page(result(match), *(f"- {goal.scorer} ({clock(goal)}'{mark(goal)})" for goal in match.goals))


@layout
def bullets_running_score_first(match: Match) -> str:
    """Notes: a bullet for each goal, the running score before the scorer."""
    goals = [f"- {score} {goal.scorer} {clock(goal)}'{mark(goal, ' (og)', ' (pen)')}" for score, goal in running(match)]
    return page(result(match), "", *goals)


@layout
def bullets_minute_first(match: Match) -> str:
    """Notes: a star for each goal, the minute before the scorer and the running score in brackets behind him."""
    goals = [
        f"* {clock(goal)}' {goal.scorer}{mark(goal, ' (og)', ' (pen)')} ({score})" for score, goal in running(match)
    ]
    return page(result(match), "", *goals)


@layout
def table_of_goals(match: Match) -> str:
    """A blog written in Markdown: a table of minute, score and scorer."""
    rows = [
        f"| {clock(goal)}' | {score} | {goal.scorer}{mark(goal, ' (og)', ' (pen)')} |" for score, goal in running(match)
    ]
    return page(f"# {result(match)}", "", "| Minute | Score | Scorer |", "|---|---|---|", *rows)


@layout
def table_of_events(match: Match) -> str:
    """A blog written in Markdown: a table of goals and red cards, each man with his own club."""
    rows = [
        f"| {clock(goal)}' | {match.club(goal.own_side)} | {goal.scorer} | "
        f"{mark(goal, 'Own goal', 'Penalty', 'Goal')} |"
        for goal in match.goals
    ]
    rows += [f"| {minute}' | {match.club(side)} | {name} | Red card |" for name, minute, side in match.reds]
    return page(f"# {result(match)}", "", "| Time | Team | Player | Event |", "|---|---|---|---|", *rows)


@layout
def goals_under_labels(match: Match) -> str:
    """A list of key events: "Goal:" or "Red card:" before the name, the minute behind it."""
    goals = [f"Goal: {goal.scorer} {clock(goal)}'{mark(goal)}" for goal in match.goals]
    return page(result(match), "", *goals, *(f"Red card: {name} {minute}'" for name, minute, _ in match.reds))


@layout
def goals_exclaimed(match: Match) -> str:
    """A club's updates: "GOAL!" before each name, the minute behind it."""
    return page(
        result(match),
        "",
        *(f"GOAL! {goal.scorer} {clock(goal)}'{mark(goal, ' (OG)', ' (pen)')}" for goal in match.goals),
    )


@layout
def minute_before_the_label(match: Match) -> str:
    """A list of key events: the minute, then "Goal" or "Red card", the name, mark and maker in brackets."""
    goals = [
        f"{clock(goal)}' Goal {goal.scorer}{mark(goal, ' (own goal)', ' (penalty)')}"
        f"{made_by(goal, ' (assist: {})', full_name)}"
        for goal in match.goals
    ]
    return page(result(match), "", *goals, *(f"{minute}' Red card {name}" for name, minute, _ in match.reds))


# Posts


@layout
def post_ball_before_the_minute(match: Match) -> str:
    """A post at full time: a ball, the minute, the scorer; a red square for a red card."""
    goals = [f"⚽ {clock(goal)}' {goal.scorer}{mark(goal, ' (OG)', ' (P)')}" for goal in match.goals]
    return page(f"FT: {result(match)}", *goals, *(f"🟥 {minute}' {name}" for name, minute, _ in match.reds))


@layout
def post_ball_behind_the_minute(match: Match) -> str:
    """A post at full time: the scorer, the minute, and the ball at the end of the line."""
    goals = [f"{goal.scorer} {clock(goal)}'{mark(goal, ' (og)', '')} ⚽" for goal in match.goals]
    return page(f"FT | {result(match)}", "", *goals, *(f"{name} {minute}' 🟥" for name, minute, _ in match.reds))


@layout
def post_line_of_each_club(match: Match) -> str:
    """A post at full time: one line for each club, a ball before its scorers and a red square before those sent off."""
    lines = []
    for side in SIDES:
        scorers = listed(match, side, minute=timed(TICK, " (og)", " (p)"))
        if scorers:
            off = sent_off(match, " 🟥 {} {}'", "", side)
            lines += [f"{match.club(side)}: ⚽ {scorers}{off}"]
    return page(f"FT | {result(match)}", "", *lines)


# Live texts


def live_calls(match: Match) -> list[str]:
    return [
        f"{clock(goal)} min: GOAL! {match.home} {score} {match.away} ({goal.scorer}{mark(goal)})\n"
        for score, goal in running(match)
    ]


@layout
def live_text_newest_first(match: Match) -> str:
    """A paper's minute-by-minute report: the goals called with the score, the last one on top."""
    head = [f"{match.home} v {match.away}: live", "", f"FULL-TIME: {result(match)}", ""]
    return page(*head, *reversed(live_calls(match)))


@layout
def live_text_oldest_first(match: Match) -> str:
    """A paper's minute-by-minute report read from the start."""
    return page(f"{match.home} v {match.away}: live", "", *live_calls(match), f"FULL-TIME: {result(match)}")


def live_cells(match: Match) -> list[str]:
    return [
        f"{clock(goal)}'\nGOAL - {goal.scorer}{mark(goal, ' own goal', '')}\n{match.home} {score} {match.away}"
        for score, goal in running(match)
    ]


@layout
def live_cells_newest_first(match: Match) -> str:
    """A broadcaster's live page: minute, "GOAL -" with the scorer, and the score on lines of their own."""
    return page(result(match), "", *reversed(live_cells(match)))


@layout
def live_cells_oldest_first(match: Match) -> str:
    """A broadcaster's live page turned over: minute, "GOAL -" with the scorer, the score, from the first goal on."""
    return page(result(match), "", *live_cells(match))


def commentary_goals(match: Match) -> list[str]:
    """The goals in the set sentences of a data provider's commentary."""
    lines = []
    for score, goal in running(match, f", {match.away} "):
        club = match.club(goal.own_side)
        right = "right footed shot"
        shot = mark(goal, "", f"converts the penalty with a {right}", f"{right} from the centre of the box")
        lines += [
            f"{clock(goal)}' Own Goal by {goal.scorer}, {club}. {match.home} {score}."
            if goal.own_goal
            else f"{clock(goal)}' Goal! {match.home} {score}. {goal.scorer} ({club}) {shot} to the bottom left corner."
            f"{made_by(goal, ' Assisted by {}.', full_name)}"
        ]
    return lines


#: What a commentary tells beside goals, of a man, his team-mate, their club and an opponent.
OTHER_MOMENTS = (
    "Attempt missed. {man} ({club}) left footed shot from outside the box is high and wide to the left. "
    "Assisted by {mate}.",
    "Foul by {man} ({club}).",
    "{man} ({club}) wins a free kick in the defensive half.",
    "Corner, {club}. Conceded by {opponent}.",
    "Substitution, {club}. {mate} replaces {man}.",
    "{man} ({club}) is shown the yellow card for a bad foul.",
    "Attempt saved. {man} ({club}) header from the centre of the box is saved in the bottom right corner. "
    "Assisted by {mate} with a cross.",
    "Offside, {club}. {mate} tries a through ball, but {man} is caught offside.",
    "Attempt blocked. {man} ({club}) right footed shot from the right side of the box is blocked.",
    "Hand ball by {man} ({club}).",
    "{man} ({club}) hits the left post with a right footed shot from outside the box.",
    "Delay in match {man} ({club}) because of an injury.",
    "Penalty conceded by {man} ({club}) after a foul in the penalty area.",
)


def whole_commentary(match: Match) -> list[str]:
    """The commentary of a whole match: goals, red cards, the ends of the halves and forty other moments."""
    men: dict[Side, list[str]] = {
        "home": ["Scott Carson", "Michael Dawson", "Jack Hobbs"],
        "away": ["Stephen Bywater", "Ian Pearce", "Wes Brown"],
    }
    other: dict[Side, Side] = {"home": "away", "away": "home"}
    for side in SIDES:
        men[side] += dict.fromkeys(goal.scorer for goal in match.goals if goal.own_side == side)
    events = [
        (goal.minute + goal.added / 100, line) for goal, line in zip(match.goals, commentary_goals(match), strict=True)
    ]
    events += [
        (minute, f"{minute}' {name} ({match.club(side)}) is shown the red card.") for name, minute, side in match.reds
    ]
    chance = random.Random(match.home)  # seeded: a run that passed passes again
    for moment in chance.choices(OTHER_MOMENTS, k=40):
        minute, side = chance.randint(1, 90), chance.choice(SIDES)
        man, mate = chance.sample(men[side], 2)
        words = moment.format(man=man, mate=mate, club=match.club(side), opponent=chance.choice(men[other[side]]))
        events += [(minute, f"{minute}' {words}")]
    half = f"{match.home} {match.half(f', {match.away} ')}"
    events += [(45.5, f"45'+2' First Half ends, {half}."), (45.6, f"45' Second Half begins {half}.")]
    events += [(99, f"90'+5' Second Half ends, {result_apart(match, ',')}.")]
    return [line for _, line in sorted(events, key=lambda event: event[0])]


@layout
def commentary_of_goals_newest_first(match: Match) -> str:
    """A data provider's commentary cut down to its goals, the last one on top."""
    return page(result_apart(match, ","), *reversed(commentary_goals(match)))


@layout
def commentary_of_goals_oldest_first(match: Match) -> str:
    """A data provider's commentary cut down to its goals, from the first one on."""
    return page(result_apart(match, ","), *commentary_goals(match))


@layout
def whole_commentary_newest_first(match: Match) -> str:
    """A data provider's commentary as broadcasters show it: every foul and corner, the end of the match on top."""
    end = f"Match ends, {result_apart(match, ',')}."
    start = "Lineups are announced and players are warming up."
    return page(result(match), end, *reversed(whole_commentary(match)), start)


@layout
def whole_commentary_oldest_first(match: Match) -> str:
    """A data provider's commentary in the order of the match, every foul and corner in it."""
    return page(result(match), *whole_commentary(match), f"Match ends, {result_apart(match, ',')}.")


# Italian


def italian_mark(goal: Goal) -> str:
    return mark(goal, ", aut.", ", rig.")


@layout
def italian_box_of_a_sports_daily(match: Match) -> str:
    """An Italian sports daily's box: scorer, initial of his own club, "al 3’ s.t."; those sent off in the notes."""

    def when(goal: Goal) -> str:
        first = ordinal_of_half(goal) == 1
        return f"al {clock(goal)}’ p.t." if first else f"al {clock_of_half(goal, '’')} s.t."

    def scorer(goal: Goal) -> str:
        return f"{surname(goal.scorer)} ({match.club(goal.own_side)[0]}{italian_mark(goal)}) {when(goal)}"

    off = ", ".join(f"{surname(name)} al {minute - 45}’ s.t." for name, minute, _ in match.reds)
    return page(
        f"{match.home.upper()}-{match.away.upper()} {match.score()} (primo tempo {match.half()})",
        labelled("MARCATORI: ", told(match, scorer)),
        f"ARBITRO: {match.referee}",
        f"NOTE - spettatori {match.crowd}.{labelled(' Espulsi ', off) or ''}",
    )


@layout
def italian_half_behind_each_minute(match: Match) -> str:
    """An Italian local paper's box: "RETI:", the minute of the half with "pt" or "st", the mark before the name."""
    goals = told(
        match,
        lambda goal: (
            f"{clock_of_half(goal, TICK)} {'pt' if ordinal_of_half(goal) == 1 else 'st'} "
            f"{mark(goal, 'aut. ', 'rig. ')}{surname(goal.scorer)}"
        ),
    )
    return page(f"{match.home}-{match.away} {match.score()}", labelled("RETI: ", goals), f"ARBITRO: {match.referee}")


@layout
def italian_half_before_its_minutes(match: Match) -> str:
    """An Italian paper's box: "pt" or "st" once before all minutes of a half, the initial of the man's own club."""

    def scorer(goal: Goal) -> str:
        club = match.club(goal.own_side)[0]
        return f"{clock_of_half(goal, TICK)} {surname(goal.scorer)} ({club}{italian_mark(goal)})"

    halves = [
        labelled(label, ", ".join(scorer(goal) for goal in match.goals if ordinal_of_half(goal) == half))
        for half, label in ((1, "pt "), (2, "st "))
    ]
    return page(
        f"{match.home.upper()}-{match.away.upper()} {match.score()}",
        labelled("MARCATORI: ", "; ".join(filter(None, halves))),
    )


@layout
def italian_minute_first(match: Match) -> str:
    """An Italian news site's box: "Reti:", the minute, the mark, the name."""
    goals = told(match, lambda goal: f"{clock(goal)}' {mark(goal, 'aut. ', 'rig. ')}{surname(goal.scorer)}")
    return page(f"{match.home}-{match.away} {match.score()}", labelled("Reti: ", goals))


@layout
def italian_without_a_label(match: Match) -> str:
    """An Italian round-up: below the result the minutes and the names, no label before them."""
    goals = told(match, lambda goal: f"{clock(goal)}' {surname(goal.scorer)}{mark(goal, ' aut.', ' rig.')}")
    return page(f"{match.home}-{match.away} {match.score()}", goals or None)


@layout
def italian_al_minute(match: Match) -> str:
    """An Italian parish league's sheet: "GOL:", the name, "al 4'"."""
    goals = told(match, lambda goal: f"{surname(goal.scorer)} al {clock(goal)}'{mark(goal, ' (aut)', ' (rig)')}")
    return page(f"{match.home}-{match.away} {match.score()} ({match.half()})", labelled("GOL: ", goals))


# Spanish


@layout_of_goals
def spanish_agency(match: Match) -> str:
    """A Spanish agency's sheet: the goals of each club before its line-up, then "Goles: 0-1, m.4: Luiz"."""
    goals = told_running(
        match,
        lambda score, goal: (
            f"{score}, m.{clock(goal)}: {surname(goal.scorer)}{mark(goal, ', en propia puerta', ', de penalti')}."
        ),
        " ",
    )
    off = labelled(" Expulsó a ", sent_off(match, "{} (m.{})", " y a "), ".") or ""
    return page(
        f"{match.scored('home')} - {match.home}: Carson; Dawson, Hobbs (Doyle, min. 60), Bywater.",
        f"{match.scored('away')} - {match.away}: Pearce, Brown.",
        f"Goles: {goals}",
        f"Árbitro: {match.referee}.{off}",
    )


@layout
def spanish_line_of_each_goal(match: Match) -> str:
    """A Spanish sports daily's match page: "Goles" on a line of its own, then a line for each goal."""
    goals = [
        f"{score}, {clock(goal)}': {surname(goal.scorer)}{mark(goal, ' (p.p.)', ' (p.)')}"
        for score, goal in running(match)
    ]
    return page(result(match, " - "), "Goles" if goals else None, *goals)


@layout
def spanish_m_between_points(match: Match) -> str:
    """A Spanish broadsheet's sheet: commas in the result, "0-1. M. 4. Luiz, en propia puerta."."""
    goals = told_running(
        match,
        lambda score, goal: (
            f"{score}. M. {clock(goal)}. {surname(goal.scorer)}{mark(goal, ', en propia puerta', ', de penalti')}."
        ),
        " ",
    )
    head = f"{match.home}, {match.scored('home')} - {match.away}, {match.scored('away')}"
    return page(head, labelled("Goles: ", goals))


@layout
def spanish_minute_in_brackets(match: Match) -> str:
    """A Spanish sports daily's sheet: the clubs on lines of their own, the minute in brackets before the name."""
    goals = told_running(
        match, lambda score, goal: f"{score} ({clock(goal)}') {surname(goal.scorer)}{mark(goal, ' p.p.', ' (pen)')}"
    )
    clubs = [f"{match.club(side)} {match.scored(side)}" for side in SIDES]
    return page(*clubs, labelled("Goles: ", goals))


@layout
def spanish_colon_behind_the_score(match: Match) -> str:
    """A Spanish free paper's sheet: "0-1: Luiz (4') p.p.", a point behind each goal."""
    goals = told_running(
        match,
        lambda score, goal: f"{score}: {surname(goal.scorer)} ({clock(goal)}'){mark(goal, ' p.p.', ' p.')}.",
        " ",
    )
    return page(result(match), labelled("GOLES: ", goals))


@layout
def spanish_min_behind(match: Match) -> str:
    """A Spanish regional paper's sheet: the score, the name, "min 4" at the end of each goal."""
    goals = told_running(
        match,
        lambda score, goal: f"{score}, {surname(goal.scorer)}{mark(goal, ' (p.p.)', ' (p.)')}, min {clock(goal)}",
        ". ",
    )
    return page(result(match), labelled("Goles: ", goals, "."))


@layout
def spanish_min_first(match: Match) -> str:
    """A Spanish regional federation's page: a line for each goal, "0-1 Min. 4 Luiz", no label above."""
    goals = [
        f"{score} Min. {clock(goal)} {surname(goal.scorer)}{mark(goal, ' (p.p.)', ' (p.)')}"
        for score, goal in running(match)
    ]
    return page(result(match), *goals)


@layout
def argentine_halves(match: Match) -> str:
    """An Argentine daily's sheet: "Goles en el primer tiempo:", minutes of the half, each man with his own club."""

    def scorer(goal: Goal) -> str:
        club = match.club(goal.own_side)
        return f"{clock_of_half(goal)}m {surname(goal.scorer)} ({club}{mark(goal, ', en contra', ', de penal')})"

    halves = [
        labelled(
            f"Goles en el {name} tiempo: ",
            "; ".join(scorer(goal) for goal in match.goals if ordinal_of_half(goal) == half),
            ".",
        )
        for half, name in ((1, "primer"), (2, "segundo"))
    ]
    head = f"{match.home} {match.scored('home')} - {match.away} {match.scored('away')}"
    return page(head, *halves)


# French


@layout
def french_sports_daily(match: Match) -> str:
    """A French sports daily's sheet: "Buts : Mata (44e) pour Chelsea", those sent off below."""
    scorers = [
        labelled("", listed(match, side, "{} ({})", minute=timed("e", " csc", " s.p.")), f" pour {match.club(side)}")
        for side in SIDES
    ]
    return page(
        f"{match.home} - {match.away} : {match.score()} (mi-temps : {match.half()})",
        labelled("Buts : ", " ; ".join(filter(None, scorers))),
        labelled("Expulsions : ", sent_off(match, "{} ({}e)")),
    )


@layout
def french_regional_daily(match: Match) -> str:
    """A French regional daily's sheet: "BUTS.", the club before its scorers, a dash for a club without one."""
    scorers = [
        f"{match.club(side)} : {listed(match, side, '{} ({})', minute=timed('e', ' csc', ' sp')) or '-'}."
        for side in SIDES
    ]
    return page(
        f"{match.home.upper()} - {match.away.upper()} : {match.score()} ({match.half()}).",
        f"Arbitre : {match.referee}. {match.crowd} spectateurs.",
        f"BUTS. {' '.join(scorers)}",
    )


@layout
def french_running_scores(match: Match) -> str:
    """A French news site's sheet: the running score before each scorer."""
    goals = told_running(
        match, lambda score, goal: f"{score} {surname(goal.scorer)} ({clock(goal)}e{mark(goal, ' csc', ' s.p.')})"
    )
    return page(f"{match.home} - {match.away} : {match.score()} ({match.half()})", labelled("Buts : ", goals))


@layout
def french_sentence_of_each_club(match: Match) -> str:
    """A French league's sheet: "Buts pour Chelsea :" before the scorers of each club, both in one line."""
    scorers = [
        labelled(
            f"Buts pour {match.club(side)} : ",
            listed(match, side, "{} ({})", minute=timed("e", " csc", " s.p."), once=False),
            ".",
        )
        for side in SIDES
    ]
    return page(f"{match.home} - {match.away} : {match.score()}", " ".join(filter(None, scorers)) or None)


@layout
def french_apostrophes(match: Match) -> str:
    """A French blog's sheet: minutes with an apostrophe, "pour" and the club behind its scorers."""
    scorers = [
        labelled(
            "",
            listed(match, side, "{} ({})", minute=timed(TICK, ", csc", ", sp"), once=False),
            f" pour {match.club(side)}",
        )
        for side in SIDES
    ]
    return page(result(match), labelled("Buts : ", " ; ".join(filter(None, scorers))))


# German


@layout
def german_sports_magazine(match: Match) -> str:
    """A German sports magazine's match page: score, scorer, in brackets the minute, how it was scored, the maker."""
    goals = [
        f"{score} {surname(goal.scorer)} ({clock(goal)}', {mark(goal, 'Eigentor', 'Foulelfmeter', 'Rechtsschuss')}"
        f"{made_by(goal, ', {}')})"
        for score, goal in running(match, ":")
    ]
    return page(german_result(match), *goals)


@layout
def german_newspaper(match: Match) -> str:
    """A German newspaper's sheet: "Tore:", the minute with its point in brackets, crowd and red cards below."""
    goals = told_running(
        match,
        lambda score, goal: (
            f"{score} {surname(goal.scorer)} ({clock(goal)}.{mark(goal, ', Eigentor', ', Foulelfmeter')})"
        ),
        dash=":",
    )
    return page(
        german_result(match),
        labelled("Tore: ", goals),
        f"Zuschauer: {match.crowd.replace(',', '.')}",
        labelled("Rote Karte: ", sent_off(match, "{} ({}.)")),
    )


@layout
def german_minute_before_the_name(match: Match) -> str:
    """A German amateur club's sheet: "0:1 (4.) Luiz (ET)", nothing between the goals."""
    goals = told_running(
        match,
        lambda score, goal: f"{score} ({clock(goal)}.) {surname(goal.scorer)}{mark(goal, ' (ET)', ' (FE)')}",
        between=" ",
        dash=":",
    )
    return page(result_behind(match), labelled("Tore: ", goals))


@layout
def german_line_of_each_goal(match: Match) -> str:
    """A German association's page: a line for each goal, the minute in brackets before the whole name."""
    goals = [
        f"{score} ({clock(goal)}.) {goal.scorer}{mark(goal, ' (Eigentor)', ' (Foulelfmeter)')}"
        for score, goal in running(match, ":")
    ]
    return page(german_result(match), *goals)


@layout
def german_minute_in_words(match: Match) -> str:
    """A German village club's page: "0:1, 4. Minute: David Luiz (Eigentor)"."""
    goals = [
        f"{score}, {clock(goal)}. Minute: {goal.scorer}{mark(goal, ' (Eigentor)', ' (Elfmeter)')}"
        for score, goal in running(match, ":")
    ]
    return page(result_behind(match), *goals)


@layout
def german_min_before_the_name(match: Match) -> str:
    """A German local paper's sheet: "Tore: 0:1 4. Min. Luiz (ET)"."""
    goals = told_running(
        match,
        lambda score, goal: f"{score} {clock(goal)}. Min. {surname(goal.scorer)}{mark(goal, ' (ET)', ' (FE)')}",
        dash=":",
    )
    return page(result_behind(match), labelled("Tore: ", goals))


@layout
def german_minute_last(match: Match) -> str:
    """A German transfer site's match page: score and whole name, how it was scored, "4. Minute" at the end."""
    goals = [
        f"{score} {goal.scorer}, {mark(goal, 'Eigentor', 'Elfmeter', 'Rechtsschuss')}, {clock(goal)}. Minute"
        for score, goal in running(match, ":")
    ]
    return page(result_behind(match), "Tore" if goals else None, *goals)


@layout
def german_scorers_alone(match: Match) -> str:
    """A German short report: "Torschützen:", names and minutes without the scores between."""
    goals = told(match, lambda goal: f"{surname(goal.scorer)} ({clock(goal)}.{mark(goal, ', Eigentor', ', FE')})")
    return page(german_result(match), labelled("Torschützen: ", goals))


# Portuguese


@layout
def portuguese_minutes_in_words(match: Match) -> str:
    """A Portuguese sports daily's sheet: "Marcadores: 0-1, Luiz, 4 minutos (própria baliza)"."""
    goals = told_running(
        match,
        lambda score, goal: (
            f"{score}, {surname(goal.scorer)}, "
            f"{clock(goal)} minutos{mark(goal, ' (própria baliza)', ' (grande penalidade)')}"
        ),
        "; ",
    )
    return page(
        f"{match.home}-{match.away}, {match.score()}",
        f"Ao intervalo: {match.half()}",
        labelled("Marcadores: ", goals, "."),
    )


@layout
def portuguese_scorers_alone(match: Match) -> str:
    """A Portuguese news site's sheet: "Golos:", names with the minute and the mark in brackets."""
    goals = told(match, lambda goal: f"{surname(goal.scorer)} ({clock(goal)}'{mark(goal, ' p.b.', ' g.p.')})")
    return page(result(match), labelled("Golos: ", goals))


@layout
def portuguese_scorers_by_club(match: Match) -> str:
    """A Portuguese regional paper's sheet: commas in the result, each club before its scorers, "(4m, pb)"."""
    scorers = [
        labelled(
            f"{match.club(side)}: ", listed(match, side, "{} ({})", minute=timed("m", ", pb", ", gp"), once=False), "."
        )
        for side in SIDES
    ]
    head = f"{match.home}, {match.scored('home')} - {match.away}, {match.scored('away')}"
    return page(head, labelled("Marcadores: ", " ".join(filter(None, scorers))))


@layout
def brazilian_half_behind_each_minute(match: Match) -> str:
    """A Brazilian sports site's sheet: "Luiz (contra), aos 4' do 1ºT", referee and crowd below."""
    goals = told(
        match,
        lambda goal: (
            f"{surname(goal.scorer)}{mark(goal, ' (contra)', ' (pênalti)')}, "
            f"aos {clock_of_half(goal, TICK)} do {ordinal_of_half(goal)}ºT"
        ),
        "; ",
    )
    return page(result(match, " x "), labelled("Gols: ", goals), f"Árbitro: {match.referee}", f"Público: {match.crowd}")


@layout
def brazilian_half_in_words(match: Match) -> str:
    """A Brazilian newspaper's sheet: "Luiz, contra, aos 4 minutos do primeiro tempo"."""
    goals = told(
        match,
        lambda goal: (
            f"{surname(goal.scorer)}{mark(goal, ', contra,', ', de pênalti,', ',')} "
            f"aos {clock_of_half(goal)} minutos do {('primeiro', 'segundo')[ordinal_of_half(goal) - 1]} tempo"
        ),
        "; ",
    )
    return page(result(match, " x "), labelled("Gols: ", goals))


@layout
def brazilian_half_behind_a_slash(match: Match) -> str:
    """A Brazilian club's sheet: "GOLS: Luiz (contra) 04'/1ºT"."""

    def scorer(goal: Goal) -> str:
        when = clock_of_half(goal, TICK)
        when = f"0{when}" if when.index(TICK) == 1 else when
        return f"{surname(goal.scorer)}{mark(goal, ' (contra)', ' (pênalti)')} {when}/{ordinal_of_half(goal)}ºT"

    return page(result(match, " x "), labelled("GOLS: ", told(match, scorer)))


@layout
def brazilian_scorers_by_club(match: Match) -> str:
    """A Brazilian radio's sheet: each club before its scorers, a dash for a club without one."""
    scorers = [
        f"{match.club(side)}: {listed(match, side, '{} ({})', minute=timed(TICK, ' contra', '')) or '-'}"
        for side in SIDES
    ]
    return page(result(match, " x "), f"GOLS: {'; '.join(scorers)}")


# A page that tells no goals: no layout of the list


def glued_line_ups(match: Match) -> str:
    """A broadcaster's page without its markup: shirt numbers, names, cards and substitutions glued together."""
    glued_result = "".join(f"{match.club(side)}{match.scored(side)}" for side in SIDES)
    sentence = f"A match between {match.home} and {match.away} ended {match.score()}."
    lines = [glued_result, "", result(match), "", sentence, "", "Line-ups", ""]
    for side in SIDES:
        men = dict.fromkeys(surname(goal.scorer) for goal in match.goals if goal.own_side == side)
        shirts = [(1 + 7 * place, man) for place, man in enumerate(men)]
        lines += [match.club(side), "", "25Ospina", "4DawsonBooked at 39mins"]
        lines += [f"{shirt}{man}" for shirt, man in shirts]
        lines += ["21DyerSubstituted forHobbsat 70'minutes", "22BywaterBooked at 80mins"]
        lines += ["", "Substitutes", "", "30Hobbs", "31Pearce", ""]
    return page(*lines, "Referee:", match.referee, "Attendance:", match.crowd)
