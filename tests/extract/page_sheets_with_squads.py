"""Layouts that need the squads of the day, with shirt numbers, benches and near misses, or other matches below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from page_layouts import (
    SIDES,
    TICK,
    Goal,
    Match,
    Side,
    bracketed,
    clock,
    clock_of_half,
    full_name,
    german_result,
    labelled,
    layout,
    layout_of_goals,
    listed,
    mark,
    ordinal_of_half,
    page,
    result,
    result_apart,
    surname,
    timed,
    told_running,
)
from page_sheets import ENGLISH, Event, clock_parted, day, event, events, noted, reds
from page_sheets_of_languages import crowd_with_point


@dataclass(frozen=True)
class Chance:
    """A near miss: the ball against the post or the bar, saved, wide, or in the net when it does not count."""

    minute: int
    side: Side
    man: str
    how: str
    added: int = 0


@dataclass(frozen=True)
class Team:
    """Who played for a club: men with the numbers of their shirts; changes are (on, off, minute)."""

    manager: str
    shape: str
    eleven: dict[str, int]
    bench: dict[str, int]
    changes: list[tuple[str, str, int]]
    booked: list[tuple[str, int]]
    chances: list[tuple[str, int, str]]


def team(told: str) -> tuple[tuple[str, str], Team]:
    """A team behind its club and side, from an entry of the table."""

    def shirts(men: str) -> dict[str, int]:
        return {man: int(shirt) for shirt, man in (one.split(" ", 1) for one in men.split(", "))}

    def words(every: str) -> list[list[str]]:
        return [one.split() for one in every.split(", ") if one]

    home, side, manager, shape, first, bench, changes, booked, chances = told.split(" / ")
    man = {str(shirt): name for name, shirt in (shirts(first) | shirts(bench)).items()}
    return (home, side), Team(
        manager,
        shape,
        shirts(first),
        shirts(bench),
        [(man[on], man[off], int(minute)) for on, off, minute in words(changes)],
        [(man[shirt], int(minute)) for shirt, minute in words(booked)],
        [(man[shirt], int(minute), how) for shirt, minute, how in words(chances)],
    )


def other(home: str, away: str, crowd: str, home_goals: str, away_goals: str) -> Match:
    """Another match of the day, of which a page tells no more than result, scorers and crowd."""

    def goal(told: str, side: Side) -> Goal:
        man, minute, how = f"{told} ".split(" ", 2)
        regular, _, added = minute.partition("+")
        return Goal(man, int(regular), side, "og" in how, "pen" in how, int(added or 0))

    goals = [goal(one, "home") for one in home_goals.split(", ") if one]
    goals += [goal(one, "away") for one in away_goals.split(", ") if one]
    by_minute = tuple(sorted(goals, key=lambda one: one.minute))
    return Match(home, away, ("", ""), "", "", "", "", crowd, by_minute)


SHORT = {
    "Manchester United": "Man Utd", "Tottenham Hotspur": "Tottenham", "Manchester City": "Man City",
    "Queens Park Rangers": "QPR", "Leeds United": "Leeds", "Sheffield United": "Sheff Utd", "Norwich City": "Norwich",
    "Leicester City": "Leicester", "Borussia Dortmund": "Dortmund", "Schalke 04": "Schalke",
}  # fmt: skip

#: Club and side parted by slashes from what makes a team, in which the men are told by their shirts.
TABLE = """\
Chelsea / home / Roberto Di Matteo / 4-2-3-1 / 1 Petr Cech, 2 Branislav Ivanovic, 24 Gary Cahill, 4 David Luiz,
3 Ashley Cole, 12 John Obi Mikel, 7 Ramires, 10 Juan Mata, 11 Oscar, 17 Eden Hazard, 9 Fernando Torres /
28 Cesar Azpilicueta, 34 Ryan Bertrand, 23 Daniel Sturridge / 28 11 66, 34 10 71, 23 17 82 / 12 87 / 9 31 save,
24 38 save;
Chelsea / away / Sir Alex Ferguson / 4-4-1-1 / 1 David de Gea, 2 Rafael, 5 Rio Ferdinand, 6 Jonny Evans,
3 Patrice Evra, 25 Antonio Valencia, 16 Michael Carrick, 23 Tom Cleverley, 18 Ashley Young, 10 Wayne Rooney,
20 Robin van Persie / 11 Ryan Giggs, 14 Javier Hernandez / 14 23 65, 11 10 73 / 10 42, 25 90 / 10 23 wide, 18 61 save;
Everton / home / Roberto Martinez / 4-2-3-1 / 24 Tim Howard, 23 Seamus Coleman, 5 John Stones, 25 Ramiro Funes Mori,
3 Leighton Baines, 18 Gareth Barry, 17 Muhamed Besic, 12 Aaron Lennon, 20 Ross Barkley, 15 Tom Cleverley,
10 Romelu Lukaku / 21 Leon Osman, 11 Kevin Mirallas, 19 Gerard Deulofeu / 21 17 54, 19 12 71, 11 15 83 / 18 52, 20 88
/ 10 33 save, 20 64 wide;
Everton / away / Mauricio Pochettino / 4-2-3-1 / 1 Hugo Lloris, 16 Kieran Trippier, 4 Toby Alderweireld,
5 Jan Vertonghen, 33 Ben Davies, 15 Eric Dier, 28 Tom Carroll, 11 Erik Lamela, 20 Dele Alli, 23 Christian Eriksen,
10 Harry Kane / 42 Nabil Bentaleb, 7 Heung-Min Son / 7 11 66, 42 28 78 / 15 58, 11 63 / 10 10 post, 33 18 bar;
Manchester City / home / Roberto Mancini / 4-2-3-1 / 25 Joe Hart, 5 Pablo Zabaleta, 4 Vincent Kompany,
6 Joleon Lescott, 22 Gael Clichy, 42 Yaya Toure, 18 Gareth Barry, 19 Samir Nasri, 21 David Silva, 32 Carlos Tevez,
16 Sergio Aguero / 34 Nigel de Jong, 45 Mario Balotelli, 10 Edin Dzeko / 34 42 44, 10 18 69, 45 32 76 /  / 32 58 save,
10 81 save;
Manchester City / away / Mark Hughes / 4-4-2 / 1 Paddy Kenny, 42 Nedum Onuoha, 35 Anton Ferdinand, 6 Clint Hill,
31 Taye Taiwo, 12 Jamie Mackie, 4 Shaun Derry, 17 Joey Barton, 32 Shaun Wright-Phillips, 25 Bobby Zamora,
23 Djibril Cisse / 13 Armand Traore, 9 Jay Bothroyd / 13 23 59, 9 25 76 / 1 85 / 25 27 wide, 32 73 wide;
Borussia Dortmund / home / Peter Bosz / 4-3-3 / 1 Roman Weidenfeller, 5 Marc Bartra, 25 Sokratis, 36 Omer Toprak,
29 Marcel Schmelzer, 33 Julian Weigl, 8 Nuri Sahin, 10 Mario Gotze, 9 Andriy Yarmolenko, 13 Raphael Guerreiro,
17 Pierre-Emerick Aubameyang / 16 Dan-Axel Zagadou, 27 Gonzalo Castro, 22 Christian Pulisic / 27 10 67, 22 9 76,
16 13 88 / 36 53, 25 90 / 9 8 save, 22 84 wide;
Borussia Dortmund / away / Domenico Tedesco / 3-5-2 / 1 Ralf Fahrmann, 17 Benjamin Stambouli, 29 Naldo,
20 Thilo Kehrer, 18 Daniel Caligiuri, 7 Max Meyer, 2 Weston McKennie, 24 Bastian Oczipka, 11 Yevhen Konoplyanka,
9 Franco Di Santo, 19 Guido Burgstaller / 8 Leon Goretzka, 25 Amine Harit, 36 Breel Embolo / 25 2 33, 8 9 33, 36 11 62
/ 20 31, 18 79 / 9 22 off, 11 57 save;
Celtic / home / Neil Lennon / 4-4-2 / 1 Fraser Forster, 2 Adam Matthews, 4 Efe Ambrose, 6 Kelvin Wilson,
3 Emilio Izaguirre, 15 Kris Commons, 67 Victor Wanyama, 16 Joe Ledley, 21 Charlie Mulgrew, 9 Georgios Samaras,
88 Gary Hooper / 33 Beram Kayal, 49 James Forrest, 28 Lassad Nouioui / 49 21 62, 33 16 73, 28 88 86 / 67 34 /
9 30 save, 67 57 bar;
Celtic / away / Valery Karpin / 4-3-3 / 30 Sergei Pesyakov, 13 Kirill Kombarov, 17 Marek Suchy, 3 Juan Insaurralde,
23 Dmitri Kombarov, 15 Romulo, 25 Rafael Carioca, 21 Kim Kallstrom, 8 Aiden McGeady, 11 Emmanuel Emenike, 9 Ari /
19 Jose Manuel Jurado, 22 Artem Dzyuba / 22 11 68, 19 8 77 / 17 26, 15 81 / 11 44 wide, 9 52 save;
Leeds United / home / Thomas Christiansen / 4-2-3-1 / 1 Felix Wiedwald, 2 Luke Ayling, 18 Pontus Jansson,
6 Liam Cooper, 4 Vurnon Anita, 23 Kalvin Phillips, 25 Ronaldo Vieira, 19 Pablo Hernandez, 21 Samuel Saiz,
10 Ezgjan Alioski, 9 Pierre-Michel Lasogga / 28 Gaetano Berardi, 7 Kemar Roofe, 11 Jay-Roy Grot / 7 9 61, 28 4 70,
11 10 84 / 2 49, 18 66 / 9 16 save, 21 68 wide;
Leeds United / away / Chris Wilder / 3-5-2 / 27 Jamal Blackman, 6 Chris Basham, 15 Cameron Carter-Vickers,
5 Jack O'Connell, 18 Kieron Freeman, 14 Paul Coutts, 4 John Fleck, 21 Mark Duffy, 3 Enda Stevens, 10 Billy Sharp,
9 Leon Clarke / 7 John Lundstram, 36 David Brooks / 36 21 71, 7 14 86 / 4 40, 10 59 / 9 24 wide, 10 47 save;
Liverpool / home / Brendan Rodgers / 4-3-3 / 22 Simon Mignolet, 2 Glen Johnson, 37 Martin Skrtel, 5 Daniel Agger,
38 Jon Flanagan, 8 Steven Gerrard, 14 Jordan Henderson, 24 Joe Allen, 31 Raheem Sterling, 10 Philippe Coutinho,
7 Luis Suarez / 21 Lucas, 6 Luis Alberto, 12 Victor Moses / 12 10 74, 21 24 78, 6 8 80 / 37 58 / 8 7 save, 10 50 bar;
Liverpool / away / Chris Hughton / 4-4-1-1 / 1 John Ruddy, 2 Russell Martin, 24 Ryan Bennett, 5 Sebastien Bassong,
23 Martin Olsson, 22 Nathan Redmond, 8 Jonathan Howson, 4 Bradley Johnson, 10 Leroy Fer, 14 Wes Hoolahan,
11 Gary Hooper / 16 Josh Murphy, 20 Johan Elmander, 19 Luciano Becchio / 20 14 60, 16 22 71, 19 11 79 / 10 26, 24 64 /
11 11 wide, 10 67 save;
Leicester City / home / Claudio Ranieri / 4-4-2 / 1 Kasper Schmeichel, 17 Danny Simpson, 5 Wes Morgan, 6 Robert Huth,
28 Christian Fuchs, 26 Riyad Mahrez, 24 Nampalys Mendy, 4 Danny Drinkwater, 11 Marc Albrighton, 20 Shinji Okazaki,
9 Jamie Vardy / 10 Andy King, 22 Demarai Gray, 7 Ahmed Musa / 10 24 53, 7 20 74, 22 11 82 / 4 42, 6 78 / 9 35 wide,
26 56 save;
Leicester City / away / Arsene Wenger / 4-2-3-1 / 33 Petr Cech, 24 Hector Bellerin, 16 Rob Holding,
6 Laurent Koscielny, 18 Nacho Monreal, 34 Francis Coquelin, 29 Granit Xhaka, 14 Theo Walcott, 19 Santi Cazorla,
15 Alex Oxlade-Chamberlain, 7 Alexis Sanchez / 10 Jack Wilshere, 11 Mesut Ozil, 12 Olivier Giroud / 10 19 72,
11 34 78, 12 15 80 / 34 29, 7 67 / 14 20 save, 19 48 save"""
SQUADS = dict(map(team, TABLE.replace("\n", " ").split("; ")))
REPORTS = {
    "Chelsea":
        "They were slow to start and paid for it, but Torres and Gary Cahill both drew fine saves from David de Gea "
        "before Mata got one back.",
    "Everton":
        "Tim Howard was beaten twice by shots that came back off the woodwork before Lennon put the home side in "
        "front against the run of play.",
    "Manchester City":
        "Joleon Lescott's poor header had let in Cisse, and a rare break up the left by Armand Traore ended with "
        "Mackie's diving header.",
    "Borussia Dortmund":
        "Nobody at Signal Iduna Park had seen the like of it. Schalke had a goal by Franco Di Santo ruled out after a "
        "look at the video and took off two men before the break.",
    "Celtic":
        "Celtic Park has known many nights like it but not many as tense. Sergei Pesyakov saved from Samaras and "
        "Fraser Forster from Ari, who had already scored one good goal.",
    "Leeds United":
        "Jamal Blackman saved from Pierre-Michel Lasogga, and Felix Wiedwald did the same for Leeds when Sharp was "
        "through again just after half-time.",
    "Liverpool":
        "Norwich must be tired of the sight of Suarez, who has now hit three hat-tricks against them. Steven Gerrard "
        "had already tested Ruddy and Philippe Coutinho struck the bar.",
    "Leicester City":
        "The Foxes had to do without Nampalys Mendy from early in the second half, Andy King taking over. Rob Holding "
        "did well against Vardy in only his second match for the visitors.",
}  # fmt: skip

#: Results of other matches that share the page.
OTHERS = {
    "Chelsea": (
        other("Everton", "Liverpool", "39,613", "Osman 22, Naismith 35", "Baines 14 og, Suarez 20"),
        other("Newcastle United", "West Bromwich Albion", "50,320", "Ba 35, Cisse 90", "Lukaku 55"),
        other("Southampton", "Tottenham Hotspur", "31,900", "Rodriguez 66", "Bale 15, Dempsey 39"),
    ),
    "Everton": (
        other("Crystal Palace", "Chelsea", "24,854", "", "Oscar 29, Willian 60, Costa 66"),
        other("Arsenal", "Newcastle United", "59,257", "Koscielny 72", ""),
        other("Manchester United", "Swansea City", "75,415", "Martial 47, Rooney 77", "Sigurdsson 70"),
    ),
    "Manchester City": (
        other("Sunderland", "Manchester United", "46,452", "", "Rooney 20"),
        other("Stoke City", "Bolton Wanderers", "27,789", "Walters 13, Walters 77 pen", "Davies 39, Davies 45"),
        other("Swansea City", "Liverpool", "20,605", "Graham 86", ""),
    ),
    "Borussia Dortmund": (
        other("RB Leipzig", "Werder Bremen", "39,207", "Keita 34, Bernardo 87", ""),
        other("Borussia Monchengladbach", "Bayern Munich", "54,018", "Hazard 39 pen, Ginter 44", "Vidal 74"),
        other("Eintracht Frankfurt", "Bayer Leverkusen", "49,000", "", "Volland 78"),
    ),
    "Celtic": (
        other("Bayern Munich", "BATE Borisov", "63,000", "Gomez 22, Muller 54, Shaqiri 65, Alaba 83", "Filipenko 89"),
        other("Braga", "Galatasaray", "13,098", "Mossoro 32", "Yilmaz 58, Yilmaz 78"),
        other("Barcelona", "Benfica", "48,000", "", ""),
    ),
    "Leeds United": (
        other("Wolverhampton Wanderers", "Preston North End", "27,352",
              "Cavaleiro 11, Bonatini 58, Davies 79 og", "Hugill 64, Harrop 72"),
        other("Millwall", "Cardiff City", "12,025", "Morison 38", "Ralls 70 pen"),
        other("Reading", "Nottingham Forest", "18,201", "Kelly 29, Barrow 51, Bacuna 88", "Murphy 41"),
    ),
    "Liverpool": (
        other("Arsenal", "Hull City", "60,013", "Bendtner 2, Ozil 47", ""),
        other("Southampton", "Aston Villa", "26,690", "Rodriguez 48, Osvaldo 69", "Agbonlahor 15, Kozak 64, Delph 80"),
        other("Stoke City", "Cardiff City", "25,319", "", ""),
    ),
    "Leicester City": (
        other("Stoke City", "Manchester City", "27,455",
              "Bojan 49 pen", "Aguero 27 pen, Aguero 36, Nolito 86, Nolito 90+5"),
        other("Tottenham Hotspur", "Crystal Palace", "31,447", "Wanyama 83", ""),
        other("Burnley", "Liverpool", "21,313", "Vokes 2, Gray 37", ""),
    ),
}  # fmt: skip


def squad(match: Match, side: Side) -> Team:
    return SQUADS[match.home, side]


def short(match: Match, side: Side) -> str:
    """The club as headlines name it."""
    return SHORT.get(match.club(side), match.club(side))


def score_of_shorts(match: Match, score: str) -> str:
    """As in "Chelsea 2-3 Man Utd"."""
    return f"{short(match, 'home')} {score} {short(match, 'away')}"


def booked(match: Match, side: Side | None = None) -> list[Event]:
    return [
        event(match, "booking", when, of, man)
        for of in SIDES
        if side in (None, of)
        for man, when in squad(match, of).booked
    ]


def changed(match: Match, side: Side | None = None) -> list[Event]:
    return [
        event(match, "change", when, of, on, off)
        for of in SIDES
        if side in (None, of)
        for on, off, when in squad(match, of).changes
    ]


def lined_up(
    match: Match, side: Side, form: str = "", name: Callable[[str], str] = surname, in_rows: bool = False
) -> str:
    """Those who begin, substitutes in a form behind the men taken off; `in_rows` a semicolon parts the rows."""
    of_club = squad(match, side)
    on = {one.off: one for one in changed(match, side)}
    men = [name(man) + (noted([on[man]], form, name=name) if form and man in on else "") for man in of_club.eleven]
    if not in_rows:
        return ", ".join(men)
    rows = []
    for length in (1, *map(int, of_club.shape.split("-"))):
        rows.append(", ".join(men[:length]))
        men = men[length:]
    return "; ".join(rows)


def course(match: Match) -> list[Event | Chance]:
    """All that happened, with the bookings, changes and chances of the day, in the order of the match."""
    every: list[Event | Chance] = [one for one in events(match, ENGLISH) if one.kind in ("goal", "red")]
    every += [*changed(match), *booked(match)]
    every += [Chance(when, side, man, how) for side in SIDES for man, when, how in squad(match, side).chances]
    return sorted(every, key=lambda one: (one.minute, one.added))


CHANCES = {
    "post": "{} hits the post", "bar": "{} strikes the bar", "save": "{} brings a save from {}",
    "wide": "{} shoots wide", "off": "{} has it in the net but the goal does not stand",
}  # fmt: skip
#: Sentences of a short report; the third is there where goals were scored.
SENTENCES = {
    "Italian": (
        "{home} e {away} a viso aperto.", "La prima occasione è degli ospiti: {shot} calcia a lato.",
        "A sbloccare il risultato è una sfortunata deviazione di {first} nella propria porta.",
        "A sbloccare il risultato è {first}.", "Poi entra {on} per {off}.", "Ammonito {booked} tra gli ospiti.",
    ),
    "Portuguese": (
        "{home} e {away} num jogo repartido.", "O primeiro aviso foi dos visitantes: {shot} remata ao lado.",
        "O marcador abriu com uma infelicidade de {first}, que desviou para a própria baliza.",
        "{first} inaugurou o marcador.", "O treinador trocou {off} por {on}.", "{booked} viu o cartão amarelo.",
    ),
}  # fmt: skip


def chance(match: Match, one: Chance) -> str:
    keeper = next(iter(squad(match, "away" if one.side == "home" else "home").eleven))
    return CHANCES[one.how].format(surname(one.man), surname(keeper))


def report(match: Match, language: str) -> str:
    """A few sentences put together from what happened."""
    clubs, missed, own_goal, opened, change, caution = SENTENCES[language]
    away, (on, off, minute) = squad(match, "away"), squad(match, "home").changes[0]
    goal = next(iter(match.goals), None)
    first = (own_goal if goal.own_goal else opened).format(first=surname(goal.scorer)) if goal else ""
    return " ".join([
        clubs.format(home=match.home, away=match.away),
        missed.format(shot=surname(away.chances[0][0])),
        first,
        change.format(on=surname(on), off=surname(off), minute=minute),
        caution.format(booked=surname(away.booked[0][0])),
    ])  # fmt: skip


# Other matches below


@layout_of_goals
def round_up_scorers_in_one_bracket(match: Match) -> str:
    """An agency's round-up: a line for each match, a semicolon in the bracket parts the scorers of both clubs."""
    lines = []
    for one in (match, *OTHERS[match.home]):
        scorers = "; ".join(listed(one, side) or "none" for side in SIDES)
        lines.append(f"{result_apart(one)}{bracketed(scorers if one.goals else '')}. Att: {one.crowd}.")
    return page(f"{match.home}-{match.away} and other {match.competition} results", "", *lines)


@layout
def round_up_with_reports(match: Match) -> str:
    """A round-up page: below the result of each match its scorers with "mins", then a report or a sentence."""
    lines: list[str | None] = [f"{result(match)}: {match.competition} round-up", ""]
    for one in (match, *OTHERS[match.home]):
        scorers = [
            labelled(f"{short(one, side)}: ", listed(one, side, minute=timed(" mins"), once=False), ".")
            for side in SIDES
        ]
        lines += [result_apart(one).upper(), " ".join(filter(None, scorers)) or None]
        lines += [
            REPORTS[match.home] if one is match else f"A crowd of {one.crowd} saw {one.home} against {one.away}.",
            "",
        ]
    return page(*lines)


@layout_of_goals
def german_matchday(match: Match) -> str:
    """A German page of a whole matchday: results with half-time, "Tore:" with bare minutes, "90.+4", below each."""
    lines = []
    for one in (match, *OTHERS[match.home]):
        goals = told_running(
            one,
            lambda score, goal: f"{score} {surname(goal.scorer)} {clock_parted(goal, '.')}{mark(goal, ' ET', ' FE')}",
            between=" ",
            dash=":",
        )
        lines += [german_result(one), f"Tore: {goals or 'Fehlanzeige'}", f"Zuschauer: {crowd_with_point(one)}", ""]
    return page(f"{match.home} gegen {match.away}: Der Spieltag im Überblick", "", *lines)


# Reports with lists and line-ups


@layout
def report_of_a_club(match: Match) -> str:
    """A club's site: the report, then for each team rows with substitutes in brackets, scorers, bookings."""
    lines: list[str | None] = []
    for side in SIDES:
        scorers = listed(match, side, "{} ({})", name=full_name, once=False)
        lines += [
            f"{match.club(side)}: {lined_up(match, side, ' ({man} {minute})', in_rows=True)}",
            labelled("Goalscorers: ", scorers),
            labelled("Booked: ", noted(booked(match, side), "{man} {minute}")),
            labelled("Sent off: ", noted(reds(match, side), "{man} {minute}")),
            "",
        ]
    head = [f"REPORT: {result_apart(match)}", f"{match.date} | {match.competition}", "", REPORTS[match.home], ""]
    return page(*head, *lines, f"Referee: {match.referee}", f"Attendance: {match.crowd}")


@layout
def for_the_record(match: Match) -> str:
    """A regional paper: below the report "(12 mins)" behind scorers, men booked and changes alike."""
    lines: list[str | None] = []
    form = "{man} ({minute} mins)"
    for side in SIDES:
        club = short(match, side)
        scorers = listed(match, side, "{} ({})", minute=timed(" mins", ", og", ", pen"), once=False)
        lines += [
            labelled(f"{club} scorers: ", scorers),
            labelled(f"{club} booked: ", noted(booked(match, side), form)),
            labelled(f"{club} sent off: ", noted(reds(match, side), form)),
            f"{club} subs: {noted(changed(match, side), '{man} for {off} ({minute} mins)')}",
        ]
    head = [result_apart(match, ","), f"By our man at {match.ground}", "", REPORTS[match.home], "", "FOR THE RECORD"]
    return page(*head, *lines, f"Crowd: {match.crowd}")


@layout
def italian_marks(match: Match) -> str:
    """An Italian page of the players' marks: scorers half by half, "6,5" and the substitute behind each man."""

    def scorer(goal: Goal) -> str:
        how = mark(goal, ", autogol", ", su rigore")
        return f"{surname(goal.scorer)} ({match.club(goal.own_side)[0]}{how}) al {clock_of_half(goal)}"

    def marked(side: Side) -> str:
        on = {one.off: one for one in changed(match, side)}
        men = []
        for place, man in enumerate(squad(match, side).eleven):
            dot = ("6", "5,5", "6,5", "7", "6")[(place + len(man)) % 5]
            form = " (dal {minute}' pt {man} sv)" if man in on and on[man].half == 1 else " (dal {late}' st {man} sv)"
            men.append(f"{surname(man)} {dot}{noted([on[man]], form) if man in on else ''}")
        return ", ".join(men)

    halves = [
        labelled(f"nel {name} tempo ", ", ".join(scorer(goal) for goal in match.goals if ordinal_of_half(goal) == half))
        for half, name in ((1, "primo"), (2, "secondo"))
    ]
    return page(
        f"{match.home}-{match.away} {match.score()}: le pagelle",
        "",
        report(match, "Italian"),
        "",
        labelled("MARCATORI: ", "; ".join(filter(None, halves)), "."),
        *(
            f"{match.club(side).upper()} ({squad(match, side).shape}): {marked(side)}. "
            f"All. {surname(squad(match, side).manager)} 6."
            for side in SIDES
        ),
        f"ARBITRO: {surname(match.referee)} 6.",
    )


@layout
def portuguese_course_of_the_score(match: Match) -> str:
    """A Portuguese site: below the report "Marcha do marcador:", "aos 12'" behind each man, then both line-ups."""
    goals = told_running(
        match,
        lambda score, goal: (
            f"{score}, {surname(goal.scorer)}{mark(goal, ' na própria baliza', ' de grande penalidade')}, "
            f"aos {clock_parted(goal, TICK)}"
        ),
        "; ",
    )
    form = "{man} ({minute}')"
    return page(
        result(match),
        "",
        report(match, "Portuguese"),
        "",
        labelled("Marcha do marcador: ", goals, "."),
        *(
            f"{match.club(side)}: {lined_up(match, side)}. Jogaram ainda: {noted(changed(match, side), form)}. "
            f"Treinador: {squad(match, side).manager}."
            for side in SIDES
        ),
        f"Amarelos: {noted(booked(match), form)}.",
        labelled("Vermelhos: ", noted(reds(match), form), "."),
    )


# Sheets with shirt numbers


@layout
def shirt_numbers_in_lists(match: Match) -> str:
    """A club's data page: "10. MATA" in comma lists of the squads, and so again with minutes behind "Goals"."""

    def shirt(man: str, side: Side) -> str:
        of_club = squad(match, side)
        return f"{(of_club.eleven | of_club.bench)[man]}. {surname(man).upper()}"

    lines: list[str | None] = [result(match).replace(match.score(), "v"), f"Final score: {match.score()}"]
    lines += [f"Half-time: {match.half()}", ""]
    for side in SIDES:
        eleven, bench = squad(match, side).eleven, squad(match, side).bench
        lines += [match.club(side), f"Starting XI: {', '.join(shirt(man, side) for man in eleven)}"]
        lines += [f"On the bench: {', '.join(shirt(man, side) for man in bench)}", ""]

    def at(one: Event) -> str:
        return f"{shirt(one.man, one.side)} {one.minute}"

    def scorer(goal: Goal) -> str:
        return f"{shirt(goal.scorer, goal.own_side)} {clock(goal)}{mark(goal, ' (o.g.)', ' (p)')}"

    lines += [labelled(f"Goals {match.club(side)}: ", " | ".join(map(scorer, match.of(side)))) for side in SIDES]
    lines += [labelled(f"Cautions {match.club(side)}: ", " | ".join(map(at, booked(match, side)))) for side in SIDES]
    lines += [labelled(f"Dismissed {match.club(side)}: ", " | ".join(map(at, reds(match, side)))) for side in SIDES]
    return page(*lines, f"Head coaches: {', '.join(squad(match, side).manager for side in SIDES)}")


# Course of the match


@layout
def goal_alerts(match: Match) -> str:
    """Alerts by text message, oldest first: the score, the man and the minute behind "GOAL:", "HT:" and "FT:"."""
    lines = {1: [f"KO: {score_of_shorts(match, 'v')} has begun"], 2: [f"HT: {score_of_shorts(match, match.half())}"]}
    for one in course(match):
        if isinstance(one, Event) and one.goal:
            how = mark(one.goal, " OG", " PEN")
            lines[one.half].append(f"GOAL: {score_of_shorts(match, one.score)}. {surname(one.man)}{how} {one.clock}'")
        elif isinstance(one, Event) and one.kind == "red":
            lines[one.half].append(f"RED: {surname(one.man)} ({short(match, one.side)}) {one.minute}'")
    end = f"FT: {score_of_shorts(match, match.score())}. Text STOP to end"
    return page(f"{match.home} v {match.away} - your alerts", "", *lines[1], *lines[2], end)


@layout
def live_text_with_times_of_day(match: Match) -> str:
    """A news site's live text, newest first: the time of day above each entry, the minute in its headline."""

    def entry(one: Event | Chance) -> str:
        past = one.minute + one.added + (17 if one.minute > 45 else 2)
        minutes = f"({one.clock if isinstance(one, Event) else one.minute} mins)"
        if isinstance(one, Chance):
            words = chance(match, one)
            lines = [f"Chance {minutes}", f"{words[0].upper()}{words[1:]}."]
        elif one.goal:
            who = f"{surname(one.man)}{mark(one.goal, ', own goal', ', penalty')}, {minutes[1:]}"
            lines = [f"GOAL: {score_of_shorts(match, one.score)} ({who}"]
            lines += ["The ground erupts." if one.side == "home" else "Joy in the away end."]
        elif one.off:
            swap = f"{surname(one.man)} replaces {surname(one.off)} for {short(match, one.side)}."
            lines = [f"Substitution {minutes}", swap]
        elif one.kind == "booking":
            lines = [f"Booking {minutes}", f"{surname(one.man)} is shown yellow."]
        else:
            lines = [f"Red card {minutes}", f"{surname(one.man)} walks, and {short(match, one.side)} are a man down."]
        return "\n".join([f"{3 + past // 60}.{past % 60:02}pm", *lines, ""])

    late = [entry(one) for one in reversed(course(match)) if one.minute > 45]
    early = [entry(one) for one in reversed(course(match)) if one.minute <= 45]
    full_time = ["5.02pm", "Full time", f"{result(match)}. That is it from us.", ""]
    half_time = ["3.51pm", "Half time", f"It is {match.half()} at the break.", ""]
    return page(f"{match.home} v {match.away} live updates", "", *full_time, *late, *half_time, *early)


@layout
def key_moments(match: Match) -> str:
    """A box below a report: "12 min. goal (Mata) 1-0" among shots saved, wide or against the post."""
    shots = {
        "post": "shot against the post", "bar": "shot against the bar", "save": "shot saved", "wide": "shot wide",
        "off": "goal ruled out",
    }  # fmt: skip
    lines = []
    for one in course(match):
        if isinstance(one, Chance):
            lines.append(f"{one.minute} min. {shots[one.how]} ({surname(one.man)})")
        elif one.goal:
            how = mark(one.goal, "own goal", "penalty", "goal")
            lines.append(f"{one.clock} min. {how} ({surname(one.man)}) {one.score}")
        elif one.kind == "red":
            lines.append(f"{one.minute} min. red card ({surname(one.man)})")
    foot = f"Ground: {match.ground}. Attendance: {match.crowd}."
    return page(result(match), "", REPORTS[match.home], "", "KEY MOMENTS", *lines, "", foot)


@layout_of_goals
def german_rows_of_the_course(match: Match) -> str:
    """A German federation's page: tabbed rows of minute, score, man, what happened and club; changes as rows too."""
    rows = []
    for one in course(match):
        if isinstance(one, Chance):
            continue
        if one.goal:
            what = mark(one.goal, "Eigentor", "Strafstoßtor", "Tor")
            rows.append(f"{clock_parted(one.goal, '.')}\t{one.score.replace('-', ':')}\t{one.man}\t{what}\t{one.club}")
        elif one.off:
            rows.append(f"{one.minute}.\t\t{one.man} für {one.off}\tWechsel\t{one.club}")
        else:
            rows.append(f"{one.minute}.\t\t{one.man}\t{one.card('Gelbe Karte', 'Rote Karte')}\t{one.club}")
    return page(
        f"{match.home} : {match.away}",
        match.score(" : "),
        f"Halbzeit {match.half(' : ')}",
        f"Anstoß {day(match, '%d.%m.%Y')} 15:30 Uhr",
        "",
        "SPIELVERLAUF",
        *rows,
        "",
        f"Schiedsrichter: {match.referee}",
    )
