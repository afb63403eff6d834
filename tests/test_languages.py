"""Languages are told apart, and what is not read in one is said."""

from __future__ import annotations

import pytest

import tabellino
from tabellino.domain.claim import CardSays, GoalSays, ScoreSays
from tabellino.domain.reading import Reading
from tabellino.domain.report import Report
from tabellino.extract.language import detect_language, languages
from tabellino.extract.reader import read_report
from tabellino.extract.text import tokenise
from tabellino.extract.vocabulary import vocabulary

SENTENCES = [
    ("The visitors came back after the break and had the better of it, but the goal would not come.", "en"),
    ("La squadra di casa parte meglio, ma dopo il vantaggio si ferma e gli ospiti trovano il pari.", "it"),
    ("El equipo local empezó mejor, pero tras el descanso los visitantes dieron la vuelta al marcador.", "es"),
    ("Les visiteurs sont revenus après la pause, mais le gardien a tout arrêté dans la fin du match.", "fr"),
    ("Die Gäste kamen nach der Pause besser ins Spiel, doch der Torwart hielt den Sieg fest.", "de"),
    ("A equipa da casa entrou melhor, mas os visitantes deram a volta ao resultado na segunda parte.", "pt"),
    ("Gospodarze zaczęli lepiej, ale po przerwie goście wyrównali i w końcówce mieli jeszcze dwie okazje.", None),
    ("De thuisploeg begon goed, maar na rust kwamen de bezoekers terug en werd het nog een spannend duel.", None),
    ("Хозяева начали лучше, но после перерыва гости сравняли счёт и могли забить ещё раз.", None),
    ("Голы: Мюллер, 11. Клозе, 23.", None),
    ("Goals: Smith 12, Jones 60", "en"),
]


@pytest.mark.parametrize(("text", "language"), SENTENCES)
def test_the_language_is_told_by_its_common_words(text: str, language: str | None) -> None:
    assert detect_language(tokenise(text)) == language


def test_every_language_has_a_vocabulary_that_compiles() -> None:
    assert set(languages()) >= {"en", "it", "es", "fr", "de", "pt"}
    assert {code for code in languages() if vocabulary(code).reads_prose} >= {"en", "it", "pt"}


def read(text: str) -> Reading:
    return read_report(Report(text))


SCORES = [
    ("Inter-Juventus 3-2\nLa gara di San Siro si decide nel finale.", (3, 2), "two clubs joined by a hyphen"),
    ("PSG-OM (5-0) : le choc est à sens unique\nLes Parisiens ont dominé.", (5, 0), "in brackets after the clubs"),
    ("Inter - Juventus: 3-2\nLa sfida di sabato.", (3, 2), "after a colon"),
    (
        "Die Partie Hamburger SV gegen Werder Bremen: 3:2 (1:1)\nDer Gast war nach der Pause besser.",
        (3, 2),
        "with half-time",
    ),
    ("Alemanha 7x1 Brasil\nA goleada foi a maior da história da seleção.", (7, 1), "Brazilian sign"),
]


@pytest.mark.parametrize(("text", "score", "remark"), SCORES, ids=[row[2] for row in SCORES])
def test_score_lines_are_read_where_prose_is_not(text: str, score: tuple[int, int], remark: str) -> None:
    reading = read(text)
    told = [c.says for c in reading.claims if isinstance(c.says, ScoreSays) and c.says.moment == "full_time"]
    assert [(s.first, s.second) for s in told] == [score], remark
    assert reading.no_match is None
    unread = not vocabulary(reading.language or "").reads_prose
    assert any("prose is not read yet" in warning for warning in reading.warnings) == unread


def test_the_half_time_score_stands_in_brackets() -> None:
    reading = read("Die Partie Hamburger SV gegen Werder Bremen: 3:2 (1:1)\nDer Gast war nach der Pause besser.")
    (half,) = [c.says for c in reading.claims if isinstance(c.says, ScoreSays) and c.says.moment == "half_time"]
    assert (half.first, half.second, half.club_first) == (1, 1, reading.clubs and reading.clubs[0])


def test_the_half_time_score_has_its_figures_in_the_order_of_the_final_score_before_it() -> None:
    reading = read("Schalke unterlag am Samstag bei Borussia Dortmund mit 1:3 (0:2) und fiel in der Tabelle zurück.")
    half = [claim.says for claim in reading.claims if isinstance(claim.says, ScoreSays)]
    half = [says for says in half if says.moment == "half_time"]
    assert [(says.first, says.second, says.club_first) for says in half] == [(2, 0, "Borussia Dortmund")]


def test_a_man_named_in_full_elsewhere_is_no_noun_behind_an_article() -> None:
    reading = read(
        "Dortmund spielte gegen Schalke, und es begann gut für Guido Kolbinger. "
        "In der 12. Minute traf eben dieser Kolbinger zum 1:0."
    )
    goals = [claim.says for claim in reading.claims if isinstance(claim.says, GoalSays)]
    assert [says.scorer[0].value for says in goals if says.scorer] == ["Guido Kolbinger"]


def test_prose_in_another_language_that_tells_of_no_goal_says_so() -> None:
    reading = read("La sfida fra Inter e Juventus è stata bella, ma il portiere non ha dovuto fare nulla di difficile.")
    assert reading.no_match == "it tells of no goal and no result"


def test_an_unknown_language_is_named_as_the_reason() -> None:
    reading = read(
        "Inter i Juventus zagrali dobry mecz, ale po przerwie goście byli lepsi i wyrównali w końcówce meczu."
    )
    assert reading.language is None
    assert reading.no_match is not None
    assert reading.no_match.startswith("its language is not known; ")


PORTUGUESE_SCORES = [
    ("O Porto recebeu o Sporting. O jogo teve golos: 2-1 ao intervalo.", "half_time", (2, 1), "at half-time"),
    ("Porto e Sporting jogaram no Dragão. Samu fez o 2-1, placar do intervalo.", "half_time", (2, 1), "its score"),
    ("Porto e Sporting jogaram no Dragão. A primeira parte, fraca, acabou sem golos.", "half_time", (0, 0), "no goals"),
    ("Porto-Sporting, 2-3 (1-1 ao intervalo). Os leões venceram.", "half_time", (1, 1), "in brackets with its words"),
    ("Porto 3, Sporting 3, que jogo! Houve de tudo.", "full_time", (3, 3), "each figure behind its club"),
    ("O Porto bateu o Sporting no Dragão. Três a um e fim de papo.", "full_time", (3, 1), "in words, at the end"),
    ("O Porto suou no Dragão. O 3-0 ao Braga não conta tudo.", "full_time", (3, 0), "given to the loser"),
    ("Após o 1 a 1 com bola rolando, o Porto passou pelo Sporting.", "full_time", (1, 1), "before penalties"),
]


@pytest.mark.parametrize(
    ("text", "moment", "score", "remark"), PORTUGUESE_SCORES, ids=[r[3] for r in PORTUGUESE_SCORES]
)
def test_scores_told_in_portuguese(text: str, moment: str, score: tuple[int, int], remark: str) -> None:
    told = [claim.says for claim in read(text).claims if isinstance(claim.says, ScoreSays)]
    assert score in [(says.first, says.second) for says in told if says.moment == moment], remark
    assert all(says.moment != "half_time" for says in told) or moment == "half_time"


def test_a_club_named_for_its_place_in_the_table_does_not_play() -> None:
    reading = read(
        "Sem brilho, o FC Porto somou três pontos e mantém o Benfica a oito. Samu marcou aos 44 minutos. "
        "Faltou pontaria ao Rio Ave na segunda parte, e o Rio Ave caiu."
    )
    assert reading.clubs == ("Porto", "Rio Ave")


def test_minutes_of_the_second_half_end_where_the_report_goes_back_to_the_first() -> None:
    reading = read(
        "Porto e Sporting empataram no Dragão. Samu igualou aos 35 minutos da etapa final. "
        "Logo aos 3 minutos, Pote abriu o marcador. Samu falhou depois."
    )
    goals = [claim.says for claim in reading.claims if isinstance(claim.says, GoalSays)]
    assert [says.time.best for says in goals if says.time is not None] == [80, 3]


def test_a_nickname_in_small_letters_stands_behind_a_mans_position() -> None:
    reading = read("O Porto recebeu o Benfica no Dragão. Aos 23 minutos, o zagueiro benfiquista Carvalhal foi expulso.")
    cards = [claim.says for claim in reading.claims if isinstance(claim.says, CardSays)]
    assert [max(says.team, key=lambda one: one.weight).value for says in cards] == ["Benfica"]


LISTS = [
    ("Bramki: Cambiaso 17 (sam.), Esposito 76, Zieliński 90 - Cambiaso 26, Locatelli 83", "Polish"),
    ("Doelpunten: Cambiaso 17 (e.d.), Esposito 76, Zielinski 90 - Cambiaso 26, Locatelli 83", "Dutch"),
    ("Goller: Cambiaso 17 (k.k.), Esposito 76, Zielinski 90 - Cambiaso 26, Locatelli 83", "Turkish"),
    ("Mål: Cambiaso 17 (självmål), Esposito 76, Zielinski 90 - Cambiaso 26, Locatelli 83", "Swedish"),
]
STORIES = {
    "Polish": "Gospodarze zaczęli lepiej, ale po przerwie goście wyrównali i w końcówce mieli jeszcze dwie okazje.",
    "Dutch": "De thuisploeg begon goed, maar na rust kwamen de bezoekers terug en werd het nog een spannend duel.",
    "Turkish": "Ev sahibi takım maça iyi başladı ama ikinci yarıda konuk ekip oyuna denge getirdi ve öne geçti.",
    "Swedish": "Hemmalaget började bra, men efter pausen kom gästerna tillbaka och det blev en spännande match.",
}


@pytest.mark.parametrize(("goals", "language"), LISTS, ids=[row[1] for row in LISTS])
def test_lists_and_score_lines_are_read_in_a_language_that_is_not_known(goals: str, language: str) -> None:
    record = tabellino.read([f"{STORIES[language]}\n\nInter - Juventus 3:2 (1:1)\n{goals}"])
    told = [(g.minute, (g.scorer or "").split()[-1], g.team, g.own_goal) for g in record.goals]
    assert told[0] == (17, "Cambiaso", "home", True)
    assert [team for _, _, team, _ in told] == ["home", "away", "home", "away", "home"]
    assert record.score.half_time == (1, 1)
    assert record.warnings[0].endswith("its language is not known: only its lists and score lines were read")


def test_names_in_another_script_are_those_of_the_same_men() -> None:
    russian = (
        "Сборная Бразилии в полуфинале крупно уступила Германии, которая забила семь мячей за один вечер.\n\n"
        "Бразилия – Германия – 1:7 (0:5)\n"
        "Голы: Мюллер, 11 (0:1). Клозе, 23 (0:2). Кроос, 24 (0:3). Кроос, 26 (0:4). Хедира, 29 (0:5). "
        "Шюррле, 69 (0:6). Шюррле, 79 (0:7). Оскар, 90 (1:7).\n"
    )
    english = "Brazil 1-7 Germany\n\nGoals: Muller 11, Klose 23, Kroos 24, 26, Khedira 29, Schurrle 69, 79; Oscar 90"
    record = tabellino.read([russian, english])
    assert [g.scorer for g in record.goals] == [
        *("Muller", "Klose", "Kroos", "Kroos", "Khedira", "Schurrle", "Schurrle", "Oscar")
    ]


def test_an_english_report_is_read_as_lists_and_prose() -> None:
    """The list gives side and minute; the line of the list is not read again as prose."""
    reading = read(
        "Arsenal 2-1 Everton\n\nArsenal won a tight game as Smith and Jones scored in the second half.\n\n"
        "Goals: Smith 52, Jones 60 | Brown 88"
    )
    listed = [c for c in reading.claims if c.block and isinstance(c.says, GoalSays)]
    assert [c.says.team[0].value for c in listed if isinstance(c.says, GoalSays)] == ["Arsenal", "Arsenal", "Everton"]
    start = reading.report.text.index("Goals:")
    assert all(c.block for c in reading.claims if c.span[0] >= start)
    odds = {player.name: player.odds for player in reading.players}
    assert odds["Smith"] > 2
    assert odds["Brown"] < -2


def test_the_record_says_what_was_not_read() -> None:
    record = tabellino.read([Report("Inter-Juventus 3-2\nLa gara di San Siro si decide nel finale.", source="a.txt")])
    unread = "a.txt: Italian prose is not read yet: only its lists and score lines were" in record.warnings
    assert unread == (not vocabulary("it").reads_prose)


def test_a_running_score_tells_who_was_at_home_where_a_squad_knows_the_scorers() -> None:
    reading = read(
        "Irres Spiel: Dortmund und St. Pauli trennten sich 2:1, und das nach einer Führung der anderen zur Pause.\n\n"
        "Tore:\n0:1 Guirassy (35.)\n1:1 Hountondji (50.)\n2:1 Smith (89.)"
    )
    assert reading.clubs == ("St. Pauli", "Borussia Dortmund")
    assert [c.says.team[0].value for c in reading.claims if c.block and isinstance(c.says, GoalSays)] == [
        *("Borussia Dortmund", "St. Pauli", "St. Pauli")
    ]


LIVE = [
    (
        "Bélgica 3-2 Japón: así se vivió el partido en Rostov\n\n"
        "Min. 48. ¡GOL DE JAPÓN! Haraguchi cruza ante Courtois. 0-1.\n"
        "Min. 52. ¡GOL DE JAPÓN! Inui la coloca pegada al poste. 0-2.\n"
        "Min. 69. ¡GOL DE BÉLGICA! Vertonghen, de cabeza, casi sin ángulo. 1-2.\n"
        "Min. 74. ¡GOL DE BÉLGICA! Testarazo de Fellaini. 2-2.\n"
        "Min. 90+4. ¡GOL DE BÉLGICA! Lukaku la deja pasar y Chadli remacha. 3-2.\n",
        [(48, "Haraguchi"), (52, "Inui"), (69, "Vertonghen"), (74, "Fellaini"), (90, "Chadli")],
        "Min. and a full stop",
    ),
    (
        "Lyon - Marseille : le film du match\n\n4e : Depay enroule du droit. 1-0.\n21e : Payet trompe Lopes. 1-1.\n"
        "59e : Lacazette allume Mandanda. 2-1.\nTerminé. L'OL s'impose 2-1 dans le choc de la journée.\n",
        [(4, "Depay"), (21, "Payet"), (59, "Lacazette")],
        "an ordinal and a colon",
    ),
]


@pytest.mark.parametrize(("text", "goals", "remark"), LIVE, ids=[row[2] for row in LIVE])
def test_live_texts_have_the_minute_of_their_language_at_the_head_of_a_line(text, goals, remark) -> None:
    record = tabellino.read([text])
    assert [(g.minute, g.scorer) for g in record.goals] == goals, remark


PREVIEWS = [
    (
        "Schalke will die Aufholjagd wiederholen\n\n"
        "Wenn am Sonntag (15.30 Uhr) der Ball rollt, reden alle noch vom Hinspiel. 4:4 hieß es damals in Dortmund. "
        "Aubameyang (12.), Götze (20.) und Guerreiro (25.) trafen damals, ehe "
        "Burgstaller und Caligiuri verkürzten. Bei Schalke ist alles fit, beim BVB fehlt Aubameyang. "
        "Die Arena ist ausverkauft.",
        "German",
    ),
    (
        "Lyon-Marseille : l'OL sans Lacazette\n\n"
        "Lyon reçoit Marseille dimanche soir (20h45) au Groupama Stadium. Lacazette, "
        "touché à la cuisse, est forfait. À l'aller, l'OM s'était imposé 1-0 grâce à un but de Gigot à la 44e minute.",
        "French",
    ),
]


@pytest.mark.parametrize(("text", "language"), PREVIEWS, ids=[row[1] for row in PREVIEWS])
def test_a_preview_that_tells_of_the_last_meeting_is_no_match(text: str, language: str) -> None:
    assert read(text).no_match is not None, language


def test_a_name_is_known_with_an_article_that_melts_into_it() -> None:
    text = "La Côte d'Ivoire a battu l'Algérie 2-1 à Cabinda, avec un but de Kalou à la 4e minute pour les Ivoiriens."
    assert set(read(text).clubs) == {"Ivory Coast", "Algeria"}


@pytest.mark.parametrize("capital", ["À", "A"])
def test_a_capital_without_its_accent_is_read_as_with_it(capital: str) -> None:
    text = "Lyon et Marseille se sont affrontés dimanche. Lyon s'est imposé 1-0 dans le derby."
    reading = read(f"{text} {capital} cinq minutes du terme, Lacazette ouvrait le score.")
    (goal,) = [claim.says for claim in reading.claims if isinstance(claim.says, GoalSays)]
    assert goal.time is not None
    assert goal.time.best == 85
