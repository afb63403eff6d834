"""Layouts of sheets and event lists in Italian, Spanish, French, German and Portuguese."""

from __future__ import annotations

from collections.abc import Callable

from page_layouts import (
    SIDES,
    TICK,
    Goal,
    Match,
    Side,
    clock_of_half,
    full_name,
    german_result,
    initial_first,
    labelled,
    layout,
    layout_of_goals,
    layout_without_minutes,
    listed,
    made_by,
    mark,
    ordinal_of_half,
    page,
    result,
    running,
    sent_off,
    surname,
    timed,
    told,
    told_running,
)
from page_sheets import (
    Event,
    bookings,
    changes,
    clock_parted,
    day,
    eleven,
    events,
    halves,
    line_up,
    noted,
    numbered,
    of_man,
    parted,
    reds,
    running_clock,
    squads,
    stacked,
)

ITALIAN = squads(
    "Marco Ferri, Luca Bianchi, Paolo Neri, Andrea Galli, Davide Serra, Simone Villa, Fabio Longo, Enrico Pini, "
    "Nicola Sala, Carlo Riva, Mattia Leone, Dario Conti, Ivan Basso",
    "Stefano Marini, Gianni Costa, Alessio Greco, Matteo Bruno, Roberto Fontana, Giulio Moretti, Pietro Rizzo, "
    "Tommaso Barbieri, Filippo Testa, Elia Grassi, Diego Monti, Aldo Parisi, Sergio Caruso",
)
SPANISH = squads(
    "Pablo Molina, Javi Vega, Raul Cano, Dani Prieto, Alberto Nieto, Ivan Crespo, Oriol Pons, Fran Herrero, "
    "Adrian Lozano, Nacho Marin, Hugo Bravo, Toni Salas, Jorge Rubio",
    "Carlos Ortega, Miguel Fuentes, Ruben Campos, Victor Soler, Alex Pastor, Sergi Mora, Manu Gallego, Borja Santana, "
    "Edu Ibarra, Jon Aguirre, Asier Rojas, Kike Lara, Pedro Duran",
)
FRENCH = squads(
    "Lucas Dupont, Hugo Moreau, Theo Girard, Julien Lambert, Maxime Rousseau, Antoine Faure, Nicolas Blanc, "
    "Romain Garnier, Kevin Chevalier, Bastien Perrin, Remi Masson, Florian Renard, Loic Barbier",
    "Mathieu Leroy, Damien Roux, Alexis Fontaine, Quentin Mercier, Vincent Gauthier, Benoit Texier, Cedric Morin, "
    "Arnaud Lemaire, Olivier Colin, Yann Picard, Gael Brunet, Simon Marchand, Eric Dumas",
)
GERMAN = squads(
    "Jan Krause, Lars Weber, Tim Vogt, Felix Lang, Nils Brandt, Sven Pohl, Kai Winter, Jonas Albrecht, Moritz Busch, "
    "Dirk Engel, Ralf Seidel, Timo Horn, Ole Franke",
    "Max Lorenz, Florian Otto, Bernd Kuhn, Philipp Sommer, Marcel Haas, Uwe Graf, Stefan Dietrich, Heiko Ziegler, "
    "Oliver Jahn, Daniel Pfeiffer, Martin Arnold, Niklas Bergmann, Rico Kraft",
)
PORTUGUESE = squads(
    "Tiago Moreira, Nuno Tavares, Hugo Pinto, Bruno Nogueira, Ricardo Matos, Sergio Leal, Vasco Teixeira, Joao Barros, "
    "Filipe Rocha, Andre Cunha, Rui Faria, Pedro Antunes, Luis Macedo",
    "Diogo Freitas, Miguel Correia, Paulo Brito, Fabio Neves, Marcio Lopes, Edson Farias, Gustavo Prado, "
    "Rafinha Borges, Caio Peixoto, Renan Duarte, Igor Bastos, Leandro Maia, Wesley Ramos",
)

# forms of men and minutes, apart because an f-string takes no quotes of its own kind
SUBSTITUTE = " ({man}, {minute}')"
BOOKED = "{man} ({minute}')"


def crowd_with_point(match: Match) -> str:
    return match.crowd.replace(",", ".")


def capitals(name: str) -> str:
    """As in "VAN PERSIE"."""
    return surname(name).upper()


# Italian


@layout
def italian_league_sheet(match: Match) -> str:
    """An Italian league's sheet: line-ups with the minute of each change, scorers by half, the cards in the notes."""
    substitute = " (dal {late}' st {man})"
    line_ups = [
        f"{match.club(side)} (4-3-3): {line_up(match, side, ITALIAN, substitute)}. "
        "A disp.: Sordi, Valli. All.: Mancuso."
        for side in SIDES
    ]
    scorers = told(
        match,
        lambda goal: (
            f"{clock_of_half(goal, TICK)} {'pt' if ordinal_of_half(goal) == 1 else 'st'} "
            f"{surname(goal.scorer)}{mark(goal, ' (aut.)', ' (rig.)')} ({match.code(goal.own_side)})"
        ),
    )
    off = labelled(" Espulsi: ", noted(reds(match), "{late}' st {man} ({code})"), ".") or ""
    return page(
        f"{match.home.upper()}-{match.away.upper()} {match.score()}",
        *line_ups,
        f"Arbitro: {match.referee}.",
        labelled("Marcatori: ", scorers, "."),
        f"Note: spettatori {crowd_with_point(match)}. Ammoniti: {noted(bookings(match, ITALIAN))}.{off} "
        "Recupero: 2' pt, 5' st.",
    )


@layout
def italian_agency_by_halves(match: Match) -> str:
    """An Italian agency's result: "nel pt" and "nel st" before the goals of each half, minutes counted on past 45."""

    def scorer(goal: Goal) -> str:
        minute = goal.minute - 45 * (ordinal_of_half(goal) - 1) + goal.added
        return f"{minute}' {mark(goal, 'autogol di ', '')}{surname(goal.scorer)}{mark(goal, '', ' su rigore')}"

    goals = [
        labelled(label, ", ".join(scorer(goal) for goal in match.goals if ordinal_of_half(goal) == half))
        for half, label in ((1, "nel pt "), (2, "nel st "))
    ]
    return page(
        f"{match.home}-{match.away} {match.score()} ({match.half()})",
        labelled("Gol: ", "; ".join(filter(None, goals)), "."),
        f"Ammoniti: {noted(bookings(match, ITALIAN))} per gioco scorretto.",
        labelled("Espulsi: ", noted(reds(match), "{man} al {late}' st"), "."),
        f"Spettatori: {crowd_with_point(match)}. Angoli: 6-4.",
    )


@layout
def italian_post_with_pictures(match: Match) -> str:
    """An Italian club's post at full time: a picture before each goal, card and change, running score behind goals."""

    def line(one: Event) -> str:
        man = surname(one.man)
        if one.goal:
            return f"⚽ {one.clock}' {man}{mark(one.goal, ' (autogol)', ' (rigore)')} {one.score}"
        if one.off:
            return f"🔁 {one.clock}' {man} ⬆ {surname(one.off)} ⬇"
        return f"{one.card('🟨', '🟥')} {one.clock}' {man}"

    return page(
        f"FINALE ⏱ {match.home} - {match.away} {match.score()}",
        "",
        *map(line, events(match, ITALIAN)),
        "",
        "#forza #matchday",
    )


@layout
def italian_minor_league(match: Match) -> str:
    """An Italian minor league's results page: "Reti" and "Cambi" of each club, names in capitals, minutes by half."""
    lines: list[str | None] = [f"{match.club(side).upper()} {match.scored(side)}" for side in SIDES]
    for side in SIDES:
        scorers = ", ".join(
            f"{capitals(goal.scorer)}{mark(goal, ' (aut.)', ' (rig.)')} {clock_of_half(goal, TICK)} "
            f"{'p.t.' if ordinal_of_half(goal) == 1 else 's.t.'}"
            for goal in match.of(side)
        )
        changed = noted(changes(match, ITALIAN, side), "{man} per {off} {late}' s.t.", name=capitals)
        lines += [labelled(f"Reti {match.club(side)}: ", scorers), f"Cambi {match.club(side)}: {changed}"]
    return page(
        f"{match.competition} - {day(match, '%d/%m/%Y')}",
        *lines,
        labelled("Espulsi: ", noted(reds(match), "{man} {late}' s.t.", name=capitals)),
        f"Arbitro: {match.referee}",
    )


# Spanish


@layout_of_goals
def spanish_technical_sheet(match: Match) -> str:
    """A Spanish sports daily's sheet: goals of the clubs before the line-ups, changes inside, cards at the referee."""
    line_ups = [
        f"{match.scored(side)} {match.club(side)}: {line_up(match, side, SPANISH, SUBSTITUTE)}" for side in SIDES
    ]
    goals = told_running(
        match,
        lambda score, goal: (
            f"{score}, {surname(goal.scorer)} ({running_clock(goal)}){mark(goal, ', en propia meta', ', de penalti')}."
        ),
        " ",
    )
    off = labelled(" Rojas: ", sent_off(match, "{} ({}')"), ".") or ""
    return page(
        "FICHA TÉCNICA",
        *line_ups,
        labelled("Goles: ", goals),
        f"Árbitro: {match.referee}. Amarillas: {noted(bookings(match, SPANISH), BOOKED)}.{off}",
        f"Incidencias: {crowd_with_point(match)} espectadores en {match.ground}.",
    )


@layout
def argentine_synthesis(match: Match) -> str:
    """An Argentine daily's summary: "PT" and "ST" before the goals of each half, so the changes and those sent off."""

    def scorer(goal: Goal) -> str:
        return (
            f"{clock_of_half(goal)}m {surname(goal.scorer)}{mark(goal, ' e/c', ' (p)')} ({match.code(goal.own_side)})"
        )

    def men(side: Side) -> str:
        keeper, *others = map(surname, eleven(match, side, SPANISH))
        return "; ".join([keeper, ", ".join(others[:4]), ", ".join(others[4:])])

    goals = [
        labelled(label, ", ".join(scorer(goal) for goal in match.goals if ordinal_of_half(goal) == half))
        for half, label in ((1, "PT, "), (2, "ST, "))
    ]
    return page(
        *(f"{match.club(side).upper()} {match.scored(side)}" for side in SIDES),
        *(f"{match.club(side)}: {men(side)}. DT: Benítez Rey." for side in SIDES),
        labelled("Goles: ", "; ".join(filter(None, goals)), "."),
        f"Cambios: ST, {noted(changes(match, SPANISH), '{late}m {man} por {off} ({code})')}.",
        labelled("Expulsados: ST, ", noted(reds(match), "{late}m {man} ({code})"), "."),
        f"Cancha: {match.ground}. Árbitro: {match.referee}.",
    )


@layout
def mexican_al_minute(match: Match) -> str:
    """A Mexican news site's sheet: "Al 44'," before each man, his club in brackets, cards in the same form."""
    goals = [
        f"Al {running_clock(goal)}, {goal.scorer} ({match.club(goal.own_side)}){mark(goal, ', autogol', ', penal')}"
        for goal in match.goals
    ]
    form = "Al {minute}', {man} ({club})"
    return page(
        f"Final: {result(match)}",
        "",
        "Goles:" if goals else None,
        *goals,
        "Tarjetas amarillas:",
        noted(bookings(match, SPANISH), form, "\n", full_name),
        labelled("Tarjetas rojas:\n", noted(reds(match), form, "\n", full_name)),
        f"Asistencia: {match.crowd} aficionados",
    )


@layout
def spanish_cells_minute_by_minute(match: Match) -> str:
    """A results service in Spanish: minute, the word of the event and the man on lines of their own."""

    def cells(one: Event) -> str:
        minute = f"{one.minute}' (+{one.added})" if one.added else f"{one.minute}'"
        if one.goal:
            return stacked(minute, mark(one.goal, "Gol en propia puerta", "Gol de penalti", "Gol"), one.man, one.score)
        if one.off:
            return stacked(minute, "Cambio", f"Entra {one.man}", f"Sale {one.off}")
        return stacked(minute, one.card("Tarjeta amarilla", "Tarjeta roja"), one.man)

    head = [match.home, match.score(" - "), match.away, "Finalizado", "Minuto a minuto"]
    return page(*head, *map(cells, events(match, SPANISH, " - ")))


# French


@layout
def french_capitals_by_club(match: Match) -> str:
    """A French football site's match page: below each club its scorers in capitals, its yellow and red cards."""
    lines: list[str | None] = []
    for side in SIDES:
        scorers = listed(
            match,
            side,
            "{} ({})",
            minute=parted("e", " csc", " sp"),
            between="\n",
            name=lambda name: initial_first(name).upper(),
        )
        lines += [
            match.club(side),
            scorers or None,
            f"Cartons jaunes : {noted(bookings(match, FRENCH, side), '{man} ({minute}e)', name=capitals)}",
            labelled("Cartons rouges : ", noted(reds(match, side), "{man} ({minute}e)", name=capitals)),
            "",
        ]
    return page(result(match, " - "), f"(mi-temps : {match.half()})", "", *lines, f"Arbitre : {match.referee}")


@layout
def french_league_sheet(match: Match) -> str:
    """A French league's sheet: "But(s)", "Avertissement(s)" and the like for each club, the minute first."""
    lines: list[str | None] = []
    for side in SIDES:
        scorers = [
            f"{clock_parted(goal, TICK)} {initial_first(goal.scorer)}{mark(goal, ' (c.s.c.)', ' (pén.)')}"
            for goal in match.of(side)
        ]
        booked = noted(bookings(match, FRENCH, side), "{minute}' {man}", name=initial_first)
        changed = noted(changes(match, FRENCH, side), "{minute}' {off} par {man}", name=initial_first)
        lines += [
            match.club(side).upper(),
            f"Titulaires : {', '.join(map(initial_first, eleven(match, side, FRENCH)))}",
            labelled("But(s) : ", ", ".join(scorers)),
            f"Avertissement(s) : {booked}",
            labelled("Expulsion(s) : ", noted(reds(match, side), "{minute}' {man}", name=initial_first)),
            f"Remplacement(s) : {changed}",
            "",
        ]
    return page(
        "FEUILLE DE MATCH",
        f"{match.competition} - {day(match, '%d/%m/%Y')}",
        result(match, " - "),
        f"Stade : {match.ground} - Affluence : {match.crowd.replace(',', ' ')}",
        "",
        *lines,
    )


@layout
def french_agency_sheet(match: Match) -> str:
    """A French agency's sheet: the winner first in a sentence, then goals and cards of each club below labels."""

    def won() -> str:
        scored = {side: match.scored(side) for side in SIDES}
        if scored["home"] == scored["away"]:
            return f"{match.home} et {match.away} {match.score(' à ')}"
        first, second = sorted(SIDES, key=lambda side: -scored[side])
        half = f"{match.at_half(first)}-{match.at_half(second)}"
        clubs = f"{match.club(first)} bat {match.club(second)}"
        return f"{clubs} {scored[first]} à {scored[second]} (mi-temps: {half})"

    def by_club(label: str, men_of: Callable[[Side], str]) -> list[str]:
        lines = [f"{match.club(side)}: {men_of(side)}" for side in SIDES if men_of(side)]
        return [label, *lines] if lines else []

    def goals(side: Side) -> str:
        return listed(match, side, "{} ({})", minute=timed("", " c.s.c.", " s.p."), once=False)

    return page(
        f"Fiche technique du match {match.home} - {match.away} ({match.competition})",
        won(),
        f"Stade: {match.ground}",
        f"Spectateurs: {crowd_with_point(match)}",
        f"Arbitre: {match.referee}",
        *by_club("Buts:", goals),
        *by_club("Avertissements:", lambda side: noted(bookings(match, FRENCH, side), "{man} ({minute})")),
        *by_club("Expulsions:", lambda side: noted(reds(match, side), "{man} ({minute})")),
    )


@layout_of_goals
def french_amateur_club(match: Match) -> str:
    """A French amateur club's page: the score, the whole name, "à la 44ème minute"; line-ups and bookings below."""
    goals = [
        f"{score} : {goal.scorer}{mark(goal, ' contre son camp', ' sur penalty')} "
        f"à la {clock_parted(goal, 'ème')} minute"
        for score, goal in running(match)
    ]
    line_ups = [
        f"{match.club(side)} : {line_up(match, side, FRENCH)}. "
        f"Entrés en jeu : {noted(changes(match, FRENCH, side), '{man} ({minute}ème)')}."
        for side in SIDES
    ]
    return page(
        match.date,
        f"{match.home} / {match.away} : {match.score(' à ')}",
        "",
        *goals,
        "",
        *line_ups,
        f"Avertissements : {noted(bookings(match, FRENCH), '{man} ({minute}ème)')}.",
    )


# German


@layout
def german_sheet_with_marks(match: Match) -> str:
    """A German sports magazine's printed sheet: marks behind all names, "Vorarbeit" behind the goals."""
    line_ups = []
    for side in SIDES:
        marks = [
            f"{surname(man)} ({place * 7 % 5 + 1},{5 * (place % 2)})"
            for place, man in enumerate(eleven(match, side, GERMAN))
        ]
        changed = noted(changes(match, GERMAN, side), "{minute}. {man} (3,5) für {off}")
        line_ups += [f"{match.club(side)}: {', '.join(marks)} - Einwechslungen: {changed}"]
    goals = told_running(
        match,
        lambda score, goal: (
            f"{score} {mark(goal, 'Eigentor ', '')}{surname(goal.scorer)} "
            f"({clock_parted(goal, '.')}, {mark(goal, 'Rückgabe', 'Foulelfmeter', 'Linksschuss')}"
            f"{made_by(goal, ', Vorarbeit {}')})"
        ),
        dash=":",
    )
    booked = " - ".join(noted(bookings(match, GERMAN, side)) for side in SIDES)
    return page(
        german_result(match),
        *line_ups,
        labelled("Tore: ", goals),
        f"Gelbe Karten: {booked}",
        labelled("Rote Karten: ", sent_off(match, "{} ({}., grobes Foulspiel)")),
        f"SR: {match.referee} (Note 3) - Zuschauer: {crowd_with_point(match)}",
    )


@layout
def german_agency_statistics(match: Match) -> str:
    """A German agency's statistics: "(4./Eigentor)" behind the scorer, line-ups with dashes between the men."""

    def booked(side: Side) -> str:
        every = enumerate(bookings(match, GERMAN, side), 2)
        return ", ".join(f"{surname(one.man)} ({number})" for number, one in every)

    goals = told_running(
        match,
        lambda score, goal: (
            f"{score} {surname(goal.scorer)} ({clock_parted(goal, '.')}{mark(goal, '/Eigentor', '/Foulelfmeter')})"
        ),
        dash=":",
    )
    return page(
        german_result(match),
        *(f"{match.club(side)}: {line_up(match, side, GERMAN, ' ({minute}. {man})', ' - ')}" for side in SIDES),
        f"Schiedsrichter: {match.referee}",
        f"Zuschauer: {crowd_with_point(match)}",
        labelled("Tore: ", goals),
        f"Gelbe Karten: {' / '.join(map(booked, SIDES))}",
        labelled("Platzverweise: ", sent_off(match, "{} ({}./Tätlichkeit)", " / ")),
    )


@layout_without_minutes
def german_order_of_goals(match: Match) -> str:
    """A German local paper's short report: "Torfolge:", the scorers behind the scores without their minutes."""
    goals = told_running(
        match, lambda score, goal: f"{score} {surname(goal.scorer)}{mark(goal, ' (ET)', ' (FE)')}", dash=":"
    )
    return page(
        f"{match.home} – {match.away} {match.score(':')} ({match.half(':')})",
        *(f"{match.club(side)}: {line_up(match, side, GERMAN, ' ({minute}. {man})')}." for side in SIDES),
        labelled("Torfolge: ", goals, "."),
        f"SR: {match.referee}. Z.: {crowd_with_point(match)}.",
    )


@layout
def german_cells_of_events(match: Match) -> str:
    """A German broadcaster's match page: minute, word of the event, man and club on lines of their own."""

    def cells(one: Event) -> str:
        minute = f"{one.clock}'"
        if one.goal:
            what = f"{mark(one.goal, 'Eigentor', 'Elfmetertor', 'Tor')} {one.score}"
            return stacked(minute, what, one.man, made_by(one.goal, "Vorlage: {}", full_name))
        if one.off:
            return stacked(minute, "Auswechslung", f"{one.man} für {one.off}", one.club)
        return stacked(minute, one.card("Gelbe Karte", "Rote Karte"), one.man, one.club)

    return page(
        match.competition,
        match.home,
        match.score(" : "),
        f"({match.half(' : ')})",
        match.away,
        "Beendet",
        "",
        "Spielereignisse",
        *map(cells, events(match, GERMAN, ":")),
    )


@layout
def german_data_of_a_club(match: Match) -> str:
    """A German club's page: scorers, changes and cards of both clubs in a line each, a slash between the clubs."""

    def of_both(men_of: Callable[[Side], str]) -> str:
        return " / ".join(men_of(side) or "-" for side in SIDES)

    def scorers(side: Side) -> str:
        return ", ".join(
            f"{running_clock(goal)} {surname(goal.scorer)}{mark(goal, ' (Eigentor)', ' (Elfmeter)')}"
            for goal in match.of(side)
        )

    form = "{minute}' {man}"
    return page(
        "Spieldaten",
        f"Begegnung: {match.home} - {match.away}",
        f"Ergebnis: {match.score(':')} ({match.half(':')})",
        f"Torschützen: {of_both(scorers)}" if match.goals else None,
        f"Wechsel: {of_both(lambda side: noted(changes(match, GERMAN, side), form + ' für {off}'))}",
        f"Gelb: {of_both(lambda side: noted(bookings(match, GERMAN, side), form))}",
        f"Rot: {of_both(lambda side: noted(reds(match, side), form))}" if match.reds else None,
        f"Schiedsrichter: {match.referee}",
    )


# Portuguese


@layout
def portuguese_sheet_of_a_daily(match: Match) -> str:
    """A Portuguese daily's sheet: the score in square brackets before each scorer, "(4', p.b.)", the cards below."""
    goals = told_running(
        match,
        lambda score, goal: (
            f"[{score}] {surname(goal.scorer)} ({clock_parted(goal, TICK)}{mark(goal, ', p.b.', ', g.p.')})"
        ),
        "; ",
    )
    off = labelled(" Cartão vermelho a ", sent_off(match, "{} ({}')"), ".") or ""
    return page(
        "FICHA DE JOGO",
        f"{match.home}-{match.away}, {match.score()}",
        f"Ao intervalo: {match.half()}",
        f"Estádio: {match.ground}",
        f"Árbitro: {match.referee}",
        *(f"{match.club(side)}: {line_up(match, side, PORTUGUESE, SUBSTITUTE)}" for side in SIDES),
        labelled("Golos: ", goals),
        f"Disciplina: cartão amarelo a {noted(bookings(match, PORTUGUESE), BOOKED)}.{off}",
    )


@layout
def portuguese_events_inside_line_ups(match: Match) -> str:
    """A Portuguese results service: below each club "Golos", then numbered men with cards and changes behind them."""
    lines: list[str | None] = []
    for side in SIDES:
        goals = listed(
            match,
            side,
            minute=timed(TICK, " (p.b.)", " (g.p.)"),
            between="\n",
            name=full_name,
            once=False,
        )
        changed = changes(match, PORTUGUESE, side)
        men = [
            man
            + of_man(man, changed, " saiu {minute}'")
            + of_man(man, bookings(match, PORTUGUESE, side), " amarelo {minute}'")
            + of_man(man, reds(match, side), " vermelho {minute}'")
            for man in eleven(match, side, PORTUGUESE)
        ]
        bench = [f"{one.man} entrou {one.minute}'" for one in changed]
        lines += [match.club(side).upper(), labelled("Golos\n", goals), "Onze inicial", *numbered(men)]
        lines += ["Suplentes", *numbered(bench, 14), ""]
    date = day(match, "%Y-%m-%d")
    return page(match.home, match.score(), match.away, f"{date} | {match.competition}", "", *lines)


@layout
def brazilian_technical_sheet(match: Match) -> str:
    """A Brazilian sports site's sheet: ground and cards first, then "GOLS:" with half and running score, line-ups."""

    def when(goal: Goal) -> str:
        minute = goal.minute - 45 * (ordinal_of_half(goal) - 1)
        added = f"+{goal.added}" if goal.added else ""
        return f"{minute:02}'{added}/{ordinal_of_half(goal)}ºT"

    goals = told_running(
        match,
        lambda score, goal: f"{surname(goal.scorer)}{mark(goal, ' (contra)', ' (pênalti)')}, {when(goal)} ({score})",
    )
    substitute = " ({man}, {late:02}'/2ºT)"
    line_ups = [
        f"{match.club(side).upper()}: {line_up(match, side, PORTUGUESE, substitute)}. Técnico: Osvaldo Pimenta."
        for side in SIDES
    ]
    return page(
        "FICHA TÉCNICA",
        f"{match.home.upper()} {match.score(' X ')} {match.away.upper()}",
        "",
        f"Local: {match.ground}",
        f"Data: {day(match, '%d/%m/%Y')}",
        f"Árbitro: {match.referee}",
        f"Público: {crowd_with_point(match)} pagantes",
        f"Cartões amarelos: {noted(bookings(match, PORTUGUESE), '{man} ({code})')}",
        labelled("Cartões vermelhos: ", noted(reds(match), "{man} ({code}), {late}'/2ºT")),
        labelled("GOLS: ", goals),
        "",
        *line_ups,
    )


@layout
def portuguese_minute_by_minute(match: Match) -> str:
    """A Portuguese daily's minute by minute: "GOLO:" or a card before the whole name, the score in brackets behind."""

    def line(one: Event) -> str:
        if one.goal:
            return f"{one.clock}' {mark(one.goal, 'AUTOGOLO', 'GOLO (g.p.)', 'GOLO')}: {one.man} ({one.score})"
        if one.off:
            return f"{one.clock}' Substituição no {one.club}: sai {surname(one.off)}, entra {surname(one.man)}"
        return f"{one.clock}' Cartão {one.card('amarelo', 'vermelho')}: {one.man}"

    first, second = halves(events(match, PORTUGUESE))
    return page(
        f"{match.home}-{match.away}: ao minuto",
        "",
        *map(line, first),
        f"Intervalo: {match.home} {match.half()} {match.away}",
        *map(line, second),
        f"Final: {result(match)}",
    )
