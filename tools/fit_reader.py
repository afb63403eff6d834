"""Fits the weights of a language's reader on the labels of gate/labels: `python -m tools.fit_reader [MODEL ...]`.

The labels mark places in reports that are not ours to ship (see gate/labels/README.md), so the fit needs the folder of
those reports (`--reports`, by default the one beside the repository). For each model it prints how well the present
weights and, in five-fold cross-validation by report, the fitted ones do; `--write` puts the fitted ones into
data/weights. Features are named by the code that judges with them; the fit knows none of them.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from gate import corpus
from gate.same import same_club, same_person
from gate.shared_reports import BESIDE, facts_by_file, groups, told_in
from gate.told import MatchTold
from tabellino import data
from tabellino.domain.report import Report
from tabellino.extract import allegiance, goals, match_or_not, roles, scorers, triggers
from tabellino.extract.context import Context
from tabellino.extract.language import detect_language
from tabellino.extract.mentions import Mention
from tabellino.extract.reader import prose_context, read_report
from tabellino.extract.text import tokenise
from tabellino.extract.vocabulary import vocabulary
from tools.log_linear import Example, Features, fit, yes_or_no

GATE = Path(__file__).parent.parent / "gate"
LABELS, TRAINING = GATE / "labels" / "tellings.jsonl", GATE / "training"
#: Tellings quoted in reports of the gate's own corpus, of the part that may be looked at.
GATE_LABELS = GATE / "labels" / "full.jsonl"
WEIGHTS = Path(data.__file__).parent / "weights"
#: A text without a match counts as so many with one.
NONE_COUNTS = 4
#: And one of a match that is so much direct speech, of which we have few, for so many.
SPOKEN, SPOKEN_COUNTS = 0.3, 4


class Telling(NamedTuple):
    """A labelled place that tells of a goal: offsets, and the goal by its number in the facts."""

    start: int
    end: int
    goal: int


class Labelled(NamedTuple):
    """A report as the reader sees it, with what the labels say of it."""

    context: Context
    mentions: list[Mention]
    tellings: list[Telling]
    aside: list[tuple[int, int]]
    told: MatchTold
    sides: dict[int, float]
    keepers: set[int]


class Model(NamedTuple):
    """How a section of the weights gets its examples from a labelled report (None: from whole texts), how strongly its
    weights are pulled towards nought, and how often a feature must be seen to have a weight."""

    examples: Callable[[int, Labelled], Iterator[Example]] | None
    pull: float
    seen: int
    remark: str


def labelled(folder: Path, language: str) -> list[Labelled]:
    """The labelled reports, read up to their goal mentions: our own, and other people's where their folder is there."""
    found = [_own(path, language) for path in sorted(TRAINING.glob("*.json"))]
    found += [_of_gate(row, language) for row in _rows(GATE_LABELS)]
    if folder.is_dir():
        facts = facts_by_file(folder)
        found += [_read(facts[row["file"]][0].text, facts[row["file"]][1], row, language) for row in _rows(LABELS)]
    return [doc for doc in found if doc is not None]


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _own(path: Path, language: str) -> Labelled | None:
    """A report of gate/training: its tellings are quoted there, for the text is ours."""
    row, text = json.loads(path.read_text("utf-8")), path.with_suffix(".txt").read_text("utf-8")
    return _read(text, told_in(row), _placed(row, text), language)


def _of_gate(row: dict[str, Any], language: str) -> Labelled | None:
    """A report of the gate's corpus, which has its facts there. Raises ValueError for one of the part held out."""
    match = next(m for m in corpus.matches() if m.id == row["match"])
    if match.part != "tune":
        raise ValueError(f"{GATE_LABELS.name}: {match.id} is held out; weights are fitted on the part tune alone")
    text = next(r.text for r in match.reports if r.path.name == row["file"])
    return _read(text, match.facts, _placed(row, text), language)


def _placed(row: Mapping[str, Any], text: str) -> dict[str, Any]:
    """The labels with offsets for the quotes of their tellings."""
    starts = [(text.index(t["quote"]), t) for t in row["tellings"]]
    told = [{"span": (start, start + len(t["quote"])), "goal": t["goal"]} for start, t in starts]
    return {**row, "tellings": told}


def _read(text: str, told: MatchTold, row: Mapping[str, Any], language: str) -> Labelled | None:
    context = prose_context(tokenise(text), language)
    if context is None or told.home is None:
        return None
    first_is_home = same_club(context.sides.first, told.home)
    if first_is_home == same_club(context.sides.first, told.away):
        return None  # the reader took the match for another: nothing to learn of sides
    people = context.units.people
    sides = {}
    for n, person in enumerate(people):
        side = next((side for name, side in row["sides"].items() if same_person(person.name, name)), None)
        if side is not None:
            sides[n] = 1.0 if (side == "home") == first_is_home else -1.0
    keepers = {n for n, p in enumerate(people) if any(same_person(p.name, k) for k in row["keepers"])}
    tellings = [Telling(t["span"][0], t["span"][1], t["goal"]) for t in row["tellings"]]
    aside = [(a, b) for a, b in row.get("not_in_gold", [])]
    return Labelled(context, goals.find_mentions(context), tellings, aside, told, sides, keepers)


def keeper_examples(number: int, doc: Labelled) -> Iterator[Example]:
    """Does he keep goal? By what squads and words tell together, and by the words alone."""
    for person in doc.sides:
        told = roles.keeper_features(doc.context, person)
        for features in (told, _without_squads(told)):
            yield yes_or_no(features, person in doc.keepers, number)


def scorer_examples(number: int, doc: Labelled) -> Iterator[Example]:
    """Who of the sentence did what a trigger tells?"""
    context, units = doc.context, doc.context.units
    for hit in triggers.find_hits(context):
        if "scorer" in hit.captures:
            continue
        over = _over(doc, units.starts[hit.first], units.ends[hit.last - 1])
        names = [doc.told.goals[t.goal].person for t in over]
        if not over:
            continue
        options: list[Features] = [dict.fromkeys(scorers.nobody(hit.row["id"], noun=bool(hit.row.get("noun"))), 1.0)]
        right = []
        for person, _, features in scorers.candidates(context, hit):
            options.append(dict(features))
            right.append(any(same_person(units.people[person].name, name) for name in names))
        yield Example(options, [not any(right), *right], number)


def goal_examples(number: int, doc: Labelled) -> Iterator[Example]:
    """Does a trigger tell of a goal of this match?"""
    units = doc.context.units
    for mention in doc.mentions:
        start, end = units.starts[mention.first], units.ends[mention.last - 1]
        over = _over(doc, start, end)
        if over or not any(a < end and start < b for a, b in doc.aside):
            yield yes_or_no(mention.features, bool(over), number)


def allegiance_examples(number: int, doc: Labelled) -> Iterator[Example]:
    """Whose player is he? By what squads and words tell together, and by the words alone: where the squads know
    everybody, nothing would be learnt of the words for a report whose people they do not know. Both ways round, as no
    club is the first by nature."""
    hints = allegiance.find_hints(doc.context)
    for person, side in doc.sides.items():
        for told in (hints[person], _without_squads(hints[person])):
            yield yes_or_no(told, side > 0, number)
            yield yes_or_no({name: -value for name, value in told.items()}, side < 0, number)


def _without_squads(features: Features) -> Features:
    return {name: value for name, value in features.items() if " squad" not in name}


def pair_examples(number: int, doc: Labelled) -> Iterator[Example]:
    """Do two people named side by side play for one club?"""
    for one, other, features in allegiance.pairs(doc.context):
        if one in doc.sides and other in doc.sides:
            yield yes_or_no(features, doc.sides[one] == doc.sides[other], number)


def _over(doc: Labelled, start: int, end: int) -> list[Telling]:
    return [t for t in doc.tellings if t.start < end and start < t.end]


def match_examples(folder: Path, language: str) -> Iterator[Example]:
    """Does a text report a match? Reports of the part for tuning and the texts without one, in every language that
    takes these weights; the latter count more, for a match read out of nothing costs more than one missed."""
    texts = [(path.read_text("utf-8"), True) for path in sorted(TRAINING.glob("*.txt"))]
    texts += [(path.read_text("utf-8"), True) for path in sorted((TRAINING / "reactions").glob("*.txt"))]
    texts += [(path.read_text("utf-8"), False) for path in sorted((TRAINING / "none").glob("*.txt"))]
    reports = [r for m in corpus.matches() if m.part == "tune" for r in m.reports]
    texts += [(report.text, True) for report in reports]
    texts += [(none.report(1).text, False) for none in map(_none, corpus.texts_without_match()) if none]
    if folder.is_dir():
        facts = facts_by_file(folder)
        rows = [json.loads(line) for line in LABELS.read_text("utf-8").splitlines()]
        texts += [(facts[row["file"]][0].text, True) for row in rows]
        texts += [(c.reports[0].text, False) for c in groups(folder)["shared no match"] if for_tuning(c.id)]
    for number, (text, yes) in enumerate(texts):
        told = detect_language(tokenise(text))
        if told is None or vocabulary(told).weights != language:
            continue
        context = prose_context(tokenise(text), told)
        if context is not None:
            claims = read_report(Report(text)).claims
            features = match_or_not.match_features(context, claims)
            spoken = SPOKEN_COUNTS if features["quoted"] > SPOKEN else 1
            yield from [yes_or_no(features, yes, number)] * (spoken if yes else NONE_COUNTS)


def _none(text: corpus.NoMatchText) -> corpus.NoMatchText | None:
    return text if text.part == "tune" else None


def for_tuning(name: str) -> bool:
    """Whether a file of other people's reports is in the part that weights are chosen on: three in five, by its
    name."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 5 >= 2


MODELS = {
    "keeper": Model(keeper_examples, 2.0, 8, "does he keep goal? by the words beside all his mentions"),
    "goal": Model(goal_examples, 1.0, 1, "does a trigger tell of a goal of this match?"),
    "scorer": Model(scorer_examples, 1.0, 4, "who scored it? relative weights of the people of the sentence"),
    "allegiance": Model(allegiance_examples, 1.0, 1, "whose player is it?"),
    "match": Model(None, 0.3, 1, "does a text report a match?"),
    "pair": Model(pair_examples, 6.0, 6, "do two men named next to each other play for one side?"),
}


def write(path: Path, section: str, fitted: Mapping[str, float], remark: str) -> None:
    """Replace the fitted weights of a section; a line with a remark of its own is set by hand and stays."""
    text = path.read_text("utf-8")
    start = text.index(f"[{section}]")
    after = re.search(r"\n\[", text[start + 1 :])
    end = start + 1 + after.start() if after else len(text)
    by_hand = [line for line in text[start:end].splitlines()[1:] if "#" in line]
    set_already = {line.partition("=")[0].strip() for line in by_hand}
    keep: dict[str, Any] = {name: value for name, value in fitted.items() if abs(value) >= 0.1}
    lines = [f"{_key(name)} = {value:.2f}" for name, value in sorted(keep.items()) if _key(name) not in set_already]
    lines += by_hand
    path.write_text(
        text[:start] + f"[{section}]  # {remark} fitted: docs/reader.md\n" + "\n".join(lines) + "\n" + text[end:]
    )


def _key(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else json.dumps(name, ensure_ascii=False)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("models", nargs="*", metavar="MODEL", help=f"of {', '.join(MODELS)} (default: all)")
    parser.add_argument("--reports", type=Path, default=BESIDE, help="the folder of the labelled reports")
    parser.add_argument("--language", default="en")
    parser.add_argument("--write", action="store_true", help="put the fitted weights into the data file")
    asked = parser.parse_args()
    if unknown := set(asked.models) - set(MODELS):
        parser.error(f"no model {', '.join(sorted(unknown))}; there are {', '.join(MODELS)}")
    path = WEIGHTS / f"{asked.language}.toml"
    for name in asked.models or MODELS:
        print(name)
        model = MODELS[name]
        present = data.load(f"weights/{asked.language}.toml").get(name, {})
        fitted = fit(list(_examples(model, asked.reports, asked.language)), present, model.pull, model.seen)
        if asked.write:
            write(path, name, fitted, model.remark)
            data.load.cache_clear()


def _examples(model: Model, folder: Path, language: str) -> Iterator[Example]:
    if model.examples is None:
        yield from match_examples(folder, language)
        return
    for number, doc in enumerate(labelled(folder, language)):
        yield from model.examples(number, doc)


if __name__ == "__main__":
    main()
