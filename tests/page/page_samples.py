"""Records made by hand, with reports of our own writing, for the tests of the page, its benchmark and its picture."""

from __future__ import annotations

import random

from page_draft import Draft, at, goal, who

from tabellino.domain.claim import (
    CardSays,
    FactSays,
    GoalSays,
    IncidentSays,
    LeagueSays,
    OpinionSays,
    ScoreSays,
    Verdict,
)
from tabellino.domain.clock import TimeWindow
from tabellino.domain.record import (
    Booking,
    Incident,
    MatchInfo,
    MatchRecord,
    NextBest,
    ScoreLine,
    Side,
)
from tabellino.domain.report import Report
from tabellino.render.page import (
    Chances,
    Counterfactual,
    CurvePoint,
    Importance,
    Made,
    OddsLine,
    OddsTable,
    StakesView,
    StandingsLine,
    StandingsView,
    Swing,
)

TELEGRAPH = """Late Zielinski strike sinks ten-man Juventus

Inter beat Juventus 3-2 at San Siro on Saturday and opened up an eight-point gap at the top of Serie A.

A Cambiaso own goal gave the hosts the lead after 17 minutes, Luis Henrique's low cross striking the full-back and \
wrong-footing Di Gregorio. Nine minutes later he put it right, meeting McKennie's pass at the far post for 1-1.

Lautaro Martinez had already hit the post and Bremer cleared a shot by Zielinski off the line before Pierre Kalulu was \
shown a second yellow card just before the interval. Many in the away end thought it harsh.

Esposito headed Inter back in front in the 76th minute. Locatelli levelled with seven minutes left, but in the 90th \
Zielinski drove in from outside the area.

It was Inter's 20th league win of the season and took them to 61 points. Juventus stay fourth on 46."""

WIRE = """Juventus opened the scoring through Andrea Cambiaso, and the score was level by the 32nd minute.

Kalulu saw a second yellow late in the first half and the visitors played on with ten.

With a man more Inter went 2-1 up through Francesco Pio Esposito, and Manuel Locatelli found a leveller with seven \
minutes remaining.

At the death Piotr Zielinski won it, 3-2 to Inter. The leaders now have 19 victories in the league and are eight \
points clear."""

SUNDAY = """INTER 3 JUVENTUS 2 (half-time 1-1)

Scorers: 17' Cambiaso (og), 26' Cambiaso, 76' F. P. Esposito, 82' Locatelli, 90' Zielinski.
Sent off: Kalulu 42'.

A game with everything. The first goal fell to Inter by way of Cambiaso's shin; the same man struck back before the \
half-hour. Ten Juventus players held out until Esposito rose at the far post.

Locatelli's shot from the edge, on 82 minutes, looked to have saved a point. Zielinski had the last word."""

TERRACE = """What a night at San Siro. Inter 3, Juve 2, and I have no voice left.

First blood to us when Luis Henrique scored with the help of a deflection, 17 on the clock. Cambiaso equalised for \
them on 26. Then Kalulu goes, a scandal if you ask a Juventus fan, the least he deserved if you ask me.

Pio's header on 76 and the place erupted. Locatelli 2-2. And then Zielu, ninetieth minute, from twenty metres."""


def derby() -> tuple[MatchRecord, list[Report]]:
    """Inter 3-2 Juventus of 14 February 2026, from four reports: one has the first goal on the wrong side."""
    d = Draft()
    a = d.report("Milan Evening Telegraph", TELEGRAPH, source="https://example.org/inter-juventus")
    b = d.report("Goal Wire", WIRE, source="wire/goal-wire.txt")
    c = d.report("The Sunday Final", SUNDAY, source="sunday-final.txt")
    e = d.report("Curva View", TERRACE, source="curva-view.html", title="No voice left")
    _derby_goals(d, a, b, c, e)
    _derby_rest(d, a, b, c, e)
    ids = d.ids()

    def named(*keys: str) -> tuple[str, ...]:
        return tuple(ids[key] for key in keys)

    goals = (
        goal(17, "home", "Andrea Cambiaso", (1, 0), named("a-og", "c-og", "c-first", "b-open", "e-first"),
             own_goal=True, how=("deflected cross",), probability=0.96),
        goal(26, "away", "Andrea Cambiaso", (1, 1), named("a-eq", "b-level", "c-eq", "c-back", "e-eq"),
             assist="Weston McKennie", probability=0.99),
        goal(76, "home", "Francesco Pio Esposito", (2, 1), named("a-76", "b-21", "c-76", "e-76"),
             how=("header",), probability=0.99),
        goal(83, "away", "Manuel Locatelli", (2, 2), named("a-83", "b-83", "c-82", "c-82p", "e-22"), probability=0.98),
        goal(90, "home", "Piotr Zieliński", (3, 2), named("a-90", "b-90", "c-90", "e-90"),
             how=("from outside the area",), probability=0.995),
    )  # fmt: skip
    red = Booking(
        None, None, "Pierre Kalulu", "away", "red", True, 0.98, named("a-red", "b-red", "c-red"), (42, 45)
    )  # fmt: skip
    incidents = (
        Incident("woodwork", None, None, "Lautaro Martínez", "home", 0.8, named("a-post")),
        Incident("cleared off the line", 35, None, "Piotr Zieliński", "home", 0.8, named("a-line")),
    )
    record = d.record(
        MatchInfo("Inter", "Juventus", "Serie A", "2025-26", "2026-02-14", "San Siro"),
        ScoreLine((3, 2), (1, 1)),
        goals=goals,
        cards=(red,),
        incidents=incidents,
        next_best=NextBest(3.1, ("Locatelli’s goal in the 82nd minute, not the 83rd",)),
        probabilities={"score": 0.999},
    )
    return record, d.reports


def _derby_goals(d: Draft, a: int, b: int, c: int, e: int) -> None:
    og = GoalSays(who("Andrea Cambiaso"), who("Inter"), at(17), own_goal=True, effects=("opener",))
    d.claim("a-og", a, "A Cambiaso own goal gave the hosts the lead after 17 minutes", og, support=("c-og",))
    d.claim(
        "b-open", b, "Juventus opened the scoring through Andrea Cambiaso",
        GoalSays(who("Andrea Cambiaso"), who("Juventus"), effects=("opener",)), "contradicted", 0.02,
        "The first goal, in the 17th minute, was Cambiaso’s own and put Inter 1–0 ahead, say the Milan Evening "
        "Telegraph and The Sunday Final. Were this report right, the match would have ended 2–3.",
        against=("a-og", "c-og", "c-first"), correction="Inter went ahead through an own goal by Andrea Cambiaso",
    )  # fmt: skip
    d.claim("b-level", b, "the score was level by the 32nd minute",
            ScoreSays("during", winner="", time=TimeWindow(1, 32, None, "bound")), support=("a-eq",),
            reason="It was 1–1 from the 26th minute.")  # fmt: skip
    d.claim("c-og", c, "17' Cambiaso (og)", og, support=("a-og",))
    d.claim("c-first", c, "The first goal fell to Inter by way of Cambiaso's shin", og, support=("a-og",))
    d.claim(
        "e-first", e, "Luis Henrique scored with the help of a deflection, 17 on the clock",
        GoalSays(who("Luis Henrique"), who("Inter"), at(17), own_goal=False, effects=("opener",)), "disputed", 0.3,
        "Two reports give the goal to Cambiaso as an own goal, this one to the man who crossed. The score is the same.",
        against=("a-og", "c-og"),
    )  # fmt: skip
    eq = GoalSays(who("Andrea Cambiaso"), who("Juventus"), at(26), effects=("equaliser",), score_after=(1, 1))
    d.claim("a-eq", a, "Nine minutes later he put it right, meeting McKennie's pass at the far post for 1-1", eq,
            reason="Nine minutes after the 17th is the 26th.", support=("c-eq", "e-eq"))  # fmt: skip
    d.claim("c-eq", c, "26' Cambiaso", eq, support=("a-eq", "e-eq"))
    d.claim("c-back", c, "the same man struck back before the half-hour", eq, support=("a-eq", "e-eq"))
    d.claim("e-eq", e, "Cambiaso equalised for them on 26", eq, support=("a-eq", "c-eq"))
    lead = GoalSays(who("Francesco Pio Esposito"), who("Inter"), at(76), effects=("lead",), score_after=(2, 1))
    d.claim("a-76", a, "Esposito headed Inter back in front in the 76th minute", lead, support=("b-21", "c-76", "e-76"))
    d.claim("b-21", b, "Inter went 2-1 up through Francesco Pio Esposito", lead, support=("a-76", "c-76"))
    d.claim("c-76", c, "76' F. P. Esposito", lead, support=("a-76", "e-76"))
    d.claim("e-76", e, "Pio's header on 76", lead, support=("a-76", "c-76"))
    late = GoalSays(who("Manuel Locatelli"), who("Juventus"), at(83), effects=("equaliser",))
    d.claim("a-83", a, "Locatelli levelled with seven minutes left", late, support=("b-83",),
            reason="Seven minutes left is the 83rd minute.")  # fmt: skip
    d.claim("b-83", b, "Manuel Locatelli found a leveller with seven minutes remaining", late, support=("a-83",))
    off = GoalSays(who("Manuel Locatelli"), who("Juventus"), at(82))
    for key, quote in (("c-82", "82' Locatelli"), ("c-82p", "Locatelli's shot from the edge, on 82 minutes")):
        d.claim(key, c, quote, off, "disputed", 0.35, "The others say seven minutes from the end, which is the 83rd.",
                against=("a-83", "b-83"))  # fmt: skip
    d.claim("e-22", e, "Locatelli 2-2", GoalSays(who("Manuel Locatelli"), score_after=(2, 2)), support=("a-83",))
    last = GoalSays(who("Piotr Zieliński"), who("Inter"), at(90), effects=("winner",))
    d.claim("a-90", a, "in the 90th Zielinski drove in from outside the area", last, support=("c-90", "e-90"))
    d.claim("b-90", b, "At the death Piotr Zielinski won it", last, support=("a-90",))
    d.claim("c-90", c, "90' Zielinski", last, support=("a-90", "e-90"))
    d.claim("e-90", e, "Zielu, ninetieth minute, from twenty metres", last, support=("a-90", "c-90"))


def _derby_rest(d: Draft, a: int, b: int, c: int, e: int) -> None:
    full = ScoreSays("full_time", 3, 2, "Inter", "Inter")
    d.claim("a-32", a, "Inter beat Juventus 3-2", full, support=("b-32", "c-32", "e-32"))
    d.claim("b-32", b, "3-2 to Inter", full, support=("a-32", "c-32"))
    d.claim("c-32", c, "INTER 3 JUVENTUS 2", full, support=("a-32", "b-32"))
    d.claim("e-32", e, "Inter 3, Juve 2", full, support=("a-32", "b-32"))
    d.claim("c-ht", c, "half-time 1-1", ScoreSays("half_time", 1, 1), support=("b-level",))
    second = CardSays("red", who("Pierre Kalulu"), who("Juventus"), TimeWindow(43, 45.09, None, "phase"), True)
    d.claim("a-red", a, "Pierre Kalulu was shown a second yellow card just before the interval", second,
            support=("b-red",))  # fmt: skip
    d.claim("b-red", b, "Kalulu saw a second yellow late in the first half", second, support=("a-red",))
    d.claim("c-red", c, "Kalulu 42'", CardSays("red", who("Pierre Kalulu"), (), at(42)), "single_source", 0.55,
            "No other report gives a minute for the dismissal.")  # fmt: skip
    d.claim("a-venue", a, "at San Siro", FactSays("venue", "San Siro"), support=("e-venue",))
    d.claim("e-venue", e, "at San Siro", FactSays("venue", "San Siro"), support=("a-venue",))
    post = IncidentSays("woodwork", who("Lautaro Martínez"), who("Inter"))
    d.claim("a-post", a, "Lautaro Martinez had already hit the post", post, "single_source", 0.8)
    d.claim("a-line", a, "Bremer cleared a shot by Zielinski off the line",
            IncidentSays("cleared_off_line", who("Piotr Zieliński"), who("Inter")), "single_source", 0.8)  # fmt: skip
    d.claim("a-harsh", a, "Many in the away end thought it harsh", OpinionSays("the away end", "the dismissal"),
            "opinion", None, "An opinion: nothing to check.", manner="opinion")  # fmt: skip
    d.claim("e-scandal", e, "a scandal if you ask a Juventus fan", OpinionSays("a Juventus fan"), "opinion", None,
            "An opinion: nothing to check.", manner="opinion")  # fmt: skip
    d.claim("a-gap", a, "an eight-point gap at the top of Serie A", LeagueSays("gap", "Inter", 8, "AC Milan"),
            reason="Inter 61, AC Milan 53: eight points.")  # fmt: skip
    d.claim("a-20", a, "Inter's 20th league win of the season", LeagueSays("record", "Inter", 20, outcome="win"),
            reason="Counted from the results: 25 matches, 20 won, 1 drawn, 4 lost.", support=())  # fmt: skip
    d.claim("a-61", a, "took them to 61 points", LeagueSays("points", "Inter", 61),
            reason="20 wins and 1 draw are 61 points.")  # fmt: skip
    d.claim("a-46", a, "Juventus stay fourth on 46", LeagueSays("place", "Juventus", 4, detail="on 46 points"),
            reason="Level on 46 with Roma, who have played one match fewer.")  # fmt: skip
    won_19 = LeagueSays("record", "Inter", 19, outcome="win")
    d.claim("b-19", b, "19 victories in the league", won_19, "contradicted", 0.0,
            "Counted from the results: Inter had won 20 of 25, this match included.", against=("a-20",),
            correction="20 victories in the league")  # fmt: skip
    d.claim("b-8", b, "eight points clear", LeagueSays("gap", "Inter", 8, "AC Milan"),
            reason="Inter 61, AC Milan 53: eight points.", support=("a-gap",))  # fmt: skip


def chances(home: float, draw: float) -> Chances:
    return Chances(home, draw, round(1 - home - draw, 6))


def stakes() -> StakesView:
    """Figures with the right shape for the derby; they rest on no model."""
    steps = [
        (0, 0.52, 0.26), (17, 0.71, 0.19), (26, 0.50, 0.28), (45, 0.62, 0.27), (76, 0.93, 0.06), (83, 0.35, 0.62),
        (90, 0.99, 0.01),
    ]  # fmt: skip
    points = []
    for minute in range(91):
        _, home, draw = next(step for step in reversed(steps) if step[0] <= minute)
        drift = 0.0015 * (minute - max(step[0] for step in steps if step[0] <= minute))
        home = min(home + drift, 0.995 - draw)
        points.append(CurvePoint(minute, None, chances(home, draw)))
    swings = (
        Swing(17, None, "Cambiaso, own goal: 1–0", "home", chances(0.52, 0.26), chances(0.71, 0.19)),
        Swing(26, None, "Cambiaso: 1–1", "away", chances(0.72, 0.18), chances(0.50, 0.28)),
        Swing(45, None, "Kalulu sent off", "home", chances(0.51, 0.30), chances(0.62, 0.27)),
        Swing(76, None, "Esposito: 2–1", "home", chances(0.60, 0.33), chances(0.93, 0.06)),
        Swing(83, None, "Locatelli: 2–2", "away", chances(0.95, 0.04), chances(0.35, 0.62)),
        Swing(90, None, "Zieliński: 3–2", "home", chances(0.20, 0.79), chances(0.99, 0.01)),
    )
    title = OddsTable(
        "the title",
        (
            OddsLine("Inter", 0.918, 0.949, 0.002, 0.002, 0.001),
            OddsLine("AC Milan", 0.062, 0.041, 0.002, 0.002, 0.001),
            OddsLine("Napoli", 0.015, 0.009, 0.001, 0.001, 0.001),
            OddsLine("Juventus", 0.003, 0.0002, 0.0005, 0.0002, 0.0004),
        ),
    )
    europe = OddsTable("the Champions League", (OddsLine("Juventus", 0.55, 0.47, 0.004, 0.004, 0.003),
                                               OddsLine("Roma", 0.60, 0.64, 0.004, 0.004, 0.003)))  # fmt: skip
    return StakesView(
        "Strengths from Serie A results up to 13 February 2026; 100,000 seasons simulated, seed 7.",
        tuple(points),
        swings,
        (Counterfactual("Had Kalulu stayed on", chances(0.62, 0.27), chances(0.51, 0.30), "Inter", (0.08, 0.14)),),
        (title, europe),
        (Importance("Inter", "the title", 0.07, 0.002), Importance("Juventus", "the Champions League", 0.17, 0.004)),
    )


#: Club, played, won, drawn, lost, goals for and against: the right shape of that day's table, its lower half made up.
_TABLE = (
    ("Inter", 25, 20, 1, 4, 60, 21), ("AC Milan", 24, 15, 8, 1, 41, 18), ("Napoli", 25, 15, 5, 5, 38, 25),
    ("Juventus", 25, 13, 7, 5, 43, 23), ("Roma", 24, 15, 1, 8, 31, 14), ("Atalanta", 25, 11, 9, 5, 36, 23),
    ("Como", 24, 11, 8, 5, 37, 18), ("Bologna", 25, 9, 6, 10, 34, 32), ("Lazio", 25, 8, 9, 8, 26, 25),
    ("Sassuolo", 25, 9, 5, 11, 29, 32), ("Udinese", 25, 9, 5, 11, 27, 38), ("Parma", 25, 7, 8, 10, 18, 31),
    ("Cagliari", 25, 7, 7, 11, 27, 34), ("Torino", 25, 7, 6, 12, 24, 41), ("Cremonese", 25, 5, 9, 11, 20, 34),
    ("Genoa", 25, 5, 8, 12, 29, 37), ("Lecce", 25, 5, 6, 14, 16, 34), ("Fiorentina", 25, 4, 9, 12, 28, 39),
    ("Pisa", 25, 1, 12, 12, 20, 40), ("Hellas Verona", 25, 2, 9, 14, 19, 43),
)  # fmt: skip


def standings() -> StandingsView:
    zone = {**dict.fromkeys(range(1, 5), "cl"), 5: "el", 6: "ecl", **dict.fromkeys((18, 19, 20), "down")}
    lines = tuple(
        StandingsLine(place, club, p, w, d, lost, gf, ga, 3 * w + d, "", zone.get(place))
        for place, (club, p, w, d, lost, gf, ga) in enumerate(_TABLE, 1)
    )
    return StandingsView(
        "Serie A 2025-26",
        "after this match, on 14 February 2026",
        lines,
        {"cl": "Champions League", "el": "Europa League", "ecl": "Conference League", "down": "relegation"},
        ("Juventus and Roma are level on 46 points; while the season runs, goal difference parts them.",),
    )


FOOTBALL_TXT = """= Italian Serie A 2025/26

▪ Matchday 25
Sat Feb 14 2026
  Inter  3-2 (1-1)  Juventus
    (Cambiaso 17' (og) Francesco Pio Esposito 76' Zieliński 90'; Cambiaso 26' Locatelli 83')
"""

MADE = Made("0.1.0", "2026-02-15 08:30 UTC", (("Seed", "7"), ("Results known up to", "14 February 2026")))


def goalless() -> tuple[MatchRecord, list[Report]]:
    """0-0, of which the one report tells nothing but the score."""
    d = Draft()
    number = d.report(None, "Lecce and Pisa drew 0-0 on Friday. It will not be remembered.", source="-")
    d.claim("score", number, "Lecce and Pisa drew 0-0", ScoreSays("full_time", 0, 0), "single_source", 0.9)
    return d.record(MatchInfo("Lecce", "Pisa"), ScoreLine((0, 0))), d.reports


_BELO = (
    (11, "away", "Thomas Müller", (0, 1)), (23, "away", "Miroslav Klose", (0, 2)), (24, "away", "Toni Kroos", (0, 3)),
    (26, "away", "Toni Kroos", (0, 4)), (29, "away", "Sami Khedira", (0, 5)), (69, "away", "André Schürrle", (0, 6)),
    (79, "away", "André Schürrle", (0, 7)), (90, "home", "Oscar", (1, 7)),
)  # fmt: skip


def seven_one() -> tuple[MatchRecord, list[Report]]:
    """Brazil 1-7 Germany: five goals within eighteen minutes."""
    d = Draft()
    lines = "\n".join(f"{minute}' {name} ({a}-{b})" for minute, _, name, (a, b) in _BELO)
    texts = [f"Brazil 1-7 Germany\n\n{lines}", f"Germany put seven past Brazil.\n\n{lines}"]
    goals = []
    for text in texts:
        number = d.report(f"Paper {len(d.reports) + 1}", text)
        for i, (minute, team, name, after) in enumerate(_BELO):
            says = GoalSays(who(name), who("Brazil" if team == "home" else "Germany"), at(minute), score_after=after)
            d.claim(f"{number}-{i}", number, f"{minute}' {name}", says)
    ids = d.ids()
    for i, (minute, team, name, after) in enumerate(_BELO):
        goals.append(goal(minute, team, name, after, (ids[f"1-{i}"], ids[f"2-{i}"])))  # type: ignore[arg-type]
    info = MatchInfo("Brazil", "Germany", "World Cup", "2014", "2014-07-08", "Estádio Mineirão")
    return d.record(info, ScoreLine((1, 7), (0, 5)), goals=tuple(goals)), d.reports


def long_names() -> tuple[MatchRecord, list[Report]]:
    """Names of forty letters, with and without a place to break."""
    home, away = "Llanfairpwllgwyngyllgogerychwyrndrobwllll", "Associação Desportiva e Recreativa do Sul"
    player = "Wolfeschlegelsteinhausenbergerdorffsmith"
    d = Draft()
    number = d.report("The Very Long-Named and Distinguished Intelligencer of the County", f"{player} scored. 1-0.")
    d.claim("goal", number, f"{player} scored", GoalSays(who(player), who(home)), "single_source", 0.9)
    red = Booking(45, 12, "Juan Pablo Montenegro de la Santísima Trinidad", "away", "red", None, 0.5, ())
    goals = (goal(45, "home", player, (1, 0), (d.ids()["goal"],), added_time=11),
             goal(None, "home", None, (2, 0), (), between=(46, 90), probability=0.5))  # fmt: skip
    return d.record(MatchInfo(home, away), ScoreLine((2, 0)), goals=goals, cards=(red,)), d.reports


def ten() -> tuple[MatchRecord, list[Report]]:
    """Ten reports of the derby, some 450 words and thirty claims each, which support one another."""
    d = Draft()
    filler = [
        "The pitch was heavy after two days of rain and the passing took a while to find its pace.",
        "Both coaches kept to the sides that had served them well in the week.",
        "There were scarves on every seat and smoke over the south stand before the kick-off.",
        "The midfield was a tangle of bodies and neither goalkeeper had much to do for long spells.",
        "Those who had come from Turin went home late and in silence.",
    ]
    told = [(17, "Cambiaso", (1, 0)), (26, "Cambiaso", (1, 1)), (76, "Esposito", (2, 1)), (83, "Locatelli", (2, 2)),
            (90, "Zielinski", (3, 2))]  # fmt: skip
    dice = random.Random(14)
    for n in range(1, 11):
        paragraphs, quotes = [f"Inter 3-2 Juventus, match {n}"], []
        for k in range(6):
            for g, (minute, name, after) in enumerate(told):
                quote = f"{name} in the {minute}th minute, telling {k} of paper {n}, for {after[0]}-{after[1]}"
                quotes.append((f"{n}-{k}-{g}", quote, minute, name, after))
                paragraphs.append(f"{dice.choice(filler)} {quote}.")
        d.report(f"Paper {n}", "\n\n".join(paragraphs), source=f"https://example.org/{n}")
        for key, quote, minute, name, after in quotes:
            others = tuple(f"{m}-{key.split('-')[1]}-{key.split('-')[2]}" for m in range(1, 11) if m != n)
            says = GoalSays(who(name), who("Inter", "Juventus"), at(minute), score_after=after)
            wrong = n == 4 and key.endswith("0-3")
            verdict: Verdict = "contradicted" if wrong else "supported"
            reason = "Nine other reports say so, in nearly the same words."
            d.claim(key, n, quote, says, verdict, 0.03 if wrong else 0.98, reason,
                    support=() if wrong else others, against=others if wrong else ())  # fmt: skip
    base, _ = derby()
    ids = d.ids()
    goals = []
    for g, (minute, name, after) in enumerate(told):
        side: Side = "away" if after in ((1, 1), (2, 2)) else "home"
        claims = tuple(ids[f"{n}-{k}-{g}"] for n in range(1, 11) for k in range(6))
        goals.append(goal(minute, side, name, after, claims, own_goal=minute == 17))
    return d.record(base.match, base.score, goals=tuple(goals), cards=base.cards), d.reports


def thirty_thousand_words() -> tuple[MatchRecord, list[Report]]:
    """One report of 30,000 words of which two tell of the match."""
    d = Draft()
    essay = "\n\n".join("So the century turned and the game turned with it, slowly. " * 9 for _ in range(300))
    middle = len(essay) // 2
    middle = essay.index("\n\n", middle)
    text = f"{essay[:middle]}\n\nThat evening Inter won 3-2 against Juventus.{essay[middle:]}"
    number = d.report("The Long Read", text)
    d.claim("score", number, "Inter won 3-2 against Juventus", ScoreSays("full_time", 3, 2, "Inter"), "single_source")
    return d.record(MatchInfo("Inter", "Juventus"), ScoreLine((3, 2))), d.reports


HOSTILE = (
    "</script><script>window.hit = 1</script>",
    "<img src=x onerror='window.hit = 2'>",
    "<style>body{display:none}</style>",
    "{{ 7 * 7 }} {% for x in range(9) %}x{% endfor %} {# note #}",
    "\u202eevil drawrof\u202c \u2066isolated",
    "nul \x00 bell \x07 escape \x1b[31m delete \x7f next line \x85",
    "]]> <!-- --> &amp; &lt;b&gt; ' \" `",
    "javascript:window.hit=3",
    "half a pair \ud83d and a whole one 🙂",
    "separators \u2028 and \u2029 end",
    "W" * 5000,
)


def hostile() -> tuple[MatchRecord, list[Report]]:
    """Every text that anybody can choose holds something that must not work."""
    d = Draft()
    for n, evil in enumerate(HOSTILE):
        number = d.report(evil, f"Before. {evil} after 3-2.\n\n{evil}", source=f"javascript:alert({n})", title=evil)
        d.claim(f"{n}", number, evil, FactSays("referee", evil, evil), "contradicted", 0.1, evil, correction=evil,
                against=(f"{(n + 1) % len(HOSTILE)}",))  # fmt: skip
    ids = tuple(d.ids().values())
    goals = tuple(
        goal(n + 1, "home", evil, (n + 1, 0), ids, assist=evil, how=(evil,)) for n, evil in enumerate(HOSTILE)
    )
    cards = (Booking(5, None, HOSTILE[0], "away", "red", True, 0.9, ids),)
    match = MatchInfo(HOSTILE[0], HOSTILE[1], HOSTILE[2], HOSTILE[3], HOSTILE[4], HOSTILE[7])
    record = d.record(
        match, ScoreLine((len(HOSTILE), 0)), goals=goals, cards=cards,
        incidents=(Incident(HOSTILE[0], 3, None, HOSTILE[4], None, 0.5, ids),),
        next_best=NextBest(1.0, HOSTILE), warnings=HOSTILE,
    )  # fmt: skip
    return record, d.reports
