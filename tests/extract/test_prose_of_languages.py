"""Goals told in the prose of every language that is read but English, sentence by sentence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tabellino.domain.claim import GoalSays
from tabellino.domain.report import Report
from tabellino.extract.language import languages
from tabellino.extract.reader import read_report
from tabellino.extract.vocabulary import vocabulary
from tabellino.names.people import name_words

FOLDER = Path(__file__).parent.parent / "data" / "prose"
#: Told less surely than so, words are as well not read as a goal.
SURE = 0.5
#: Rows that are misread; one that is read now leaves this list.
MISREAD: dict[str, set[str]] = {
    "it": {
        "Tevez ha realizzato una doppietta, a segno al 10' e al 60'.",  # marks of minutes are not listed
        "Sfortunato Chiellini, che al 50' devia il cross di Guarin alle spalle di Buffon.",
        "La doppietta di Palacio arriva al 77'.",
        "Passano tre minuti dal gol di Tevez al 20' e Vidal firma il 2-0.",
        "Autorete di Chiellini, che al 20' infila Buffon.",
    },
    "fr": {
        "Tolisso lui répondait à la 45e.",  # an answer is a shot as often
        "Lacazette déclenchait une frappe que Mandanda ne pouvait que dévier dans ses filets (33e).",
        "Fekir a marqué d'abord sur penalty (12e) puis d'une frappe lointaine (33e).",
        "Payet (12e) et Fekir (33e) se rendaient coup pour coup.",
        "Lacazette soulageait les Lyonnais à la 80e.",
    },
    "pt": {
        "Aos 44 minutos, Samu chutou e Rui Silva ficou parado: 1 a 0.",
        "Suárez bisou, com golos aos 12 e 40 minutos.",
        "Destaque para Samu, autor dos dois golos.",
        "Samu e Pepê, aos 12 e 34 minutos, marcaram os golos do Porto.",  # a minute each
        "Primeiro Samu, aos 12 minutos, e depois Pepê, aos 34, colocaram o Porto a vencer por 2-0.",
        "O remate de Samu bateu na trave e entrou aos 42 minutos.",
        "Samu (duas vezes) e Pepê marcaram para o Porto.",
        "Suárez, de grande penalidade (42) e Trincão (77) marcaram para os leões.",
        "O penálti, cobrado por Suárez, deu o empate aos 50 minutos.",
        "Aos 27 do segundo tempo, Pepê cobrou falta com perfeição, no ângulo.",  # a ball played in, as often
    },
    "es": {
        "Raúl García y Muniain marcaron para el Athletic en el 20 y en el 60.",  # a minute each
        "Con el marcador en contra, Oyarzabal forzó y marcó un penalti en el 74.",  # a referee's words as well
    },
    "de": {
        "Nach 20 Minuten war Huntelaar dran: zunächst per Kopf (20.), danach mit einem Schuss ins lange Eck (38.).",
        "Reus und Götze (60., 70.) trafen.",
        "In der 18. Minute wurde Reus' Schuss von Höwedes unhaltbar abgefälscht, es stand 1:0.",
        "Nur drei Minuten nach dem 1:0 durch Reus (12.) erzielte Huntelaar den Ausgleich.",
        "Lewandowski legte in der 18. Minute den Grundstein für den Sieg.",
        "Weidenfeller griff bei einem Freistoß von Farfán daneben, es stand 1:1 (70.).",
        "Farfán flankte, Huntelaar köpfte, und der Ball lag im Netz (74.).",  # a ball that lay in the net is nobody's
    },
}


def rows() -> list[tuple[str, str, str]]:
    """Language with the opening of its file, a sentence, and the goals told in it."""
    found = []
    for file in sorted(FOLDER.glob("*.txt")):
        lines = [line for line in file.read_text("utf-8").splitlines() if line and not line.startswith("#")]
        opening = lines[0].removeprefix("> ")
        for line in lines[1:]:
            sentence, _, goals = line.partition("|")
            found.append((f"{file.stem}:{opening}", sentence.strip(), goals.strip()))
    return found


def told(opening: str, sentence: str) -> set[str]:
    """The goals that a sentence tells, as "Surname og 12": the likeliest man of each claim with its minute."""
    reading = read_report(Report(f"{opening} {sentence}"))
    goals = set()
    for claim in reading.claims:
        says = claim.says
        if isinstance(says, GoalSays) and claim.weight >= SURE and claim.span[0] > len(opening) and says.scorer:
            best = max(says.scorer, key=lambda candidate: candidate.weight)
            if best.weight >= SURE:
                minute = _minute(says.time.best) if says.time is not None and says.time.best is not None else None
                goals.add(" ".join(w for w in (name_words(best.value)[-1], "og" * bool(says.own_goal), minute) if w))
    return goals


def _minute(position: float) -> str:
    return str(int(position + 1e-9) + round((position % 1) * 100))


def expected(goals: str) -> set[str]:
    return {" ".join((*name_words(goal.split()[0]), *goal.split()[1:])) for goal in re.split(r",\s*", goals) if goal}


@pytest.mark.parametrize(("where", "sentence", "goals"), rows(), ids=lambda value: value[:40])
def test_a_sentence_tells_its_goals_and_no_other(where: str, sentence: str, goals: str) -> None:
    language, _, opening = where.partition(":")
    read = told(opening, sentence) == expected(goals)
    assert read == (sentence not in MISREAD.get(language, set())), told(opening, sentence)


def test_every_language_of_prose_has_its_sentences() -> None:
    prose = {code for code in languages() if vocabulary(code).reads_prose}
    assert prose - {"en"} == {file.stem for file in FOLDER.glob("*.txt")}
