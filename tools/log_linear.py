"""Log-linear models: decisions among things with named features, and weights that make the right ones likely."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

FOLDS = 5
Features = Mapping[str, float]


class Example(NamedTuple):
    """One decision: the features of each thing that may be chosen, which of them are right, and its report. A yes or
    no is a choice between nothing (no features) and something."""

    options: list[Features]
    right: list[bool]
    report: int


def yes_or_no(features: Features, yes: bool, report: int) -> Example:
    """The decision whether something is so."""
    return Example([{}, features], [not yes, yes], report)


class Matrix:
    """Examples as one matrix, a row for each option."""

    def __init__(self, examples: Sequence[Example], names: Sequence[str]) -> None:
        place = {name: n for n, name in enumerate(names)}
        sizes = [len(e.options) for e in examples]
        self.starts = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(int)
        self.of = np.repeat(np.arange(len(examples)), sizes)
        self.rows = np.zeros((sum(sizes), len(names)))
        for row, features in zip(self.rows, (o for e in examples for o in e.options), strict=True):
            for name, value in features.items():
                if name in place:
                    row[place[name]] = value
        self.right = np.array([float(r) for e in examples for r in e.right])

    def chances(self, weights: np.ndarray) -> np.ndarray:
        scores = self.rows @ weights
        scores = np.exp(scores - np.maximum.reduceat(scores, self.starts)[self.of])
        total: np.ndarray = scores / np.add.reduceat(scores, self.starts)[self.of]
        return total

    def loss(self, weights: np.ndarray) -> tuple[float, float]:
        """Mean log loss, and the share of examples whose likeliest option is right."""
        chances = self.chances(weights)
        told = np.add.reduceat(chances * self.right, self.starts)
        best = np.maximum.reduceat(chances, self.starts)[self.of]
        hit = np.maximum.reduceat((chances >= best) * self.right, self.starts)
        return float(-np.log(np.maximum(told, 1e-12)).mean()), float(hit.mean())

    def fit(self, pull: float, rounds: int = 60) -> np.ndarray:
        """Weights that make the right options likely, with a ridge: Newton's method; where several options are right
        (somebody named twice) their shares are set anew in each round."""
        weights = np.zeros(self.rows.shape[1])
        ridge = pull * np.eye(len(weights))
        for _ in range(rounds):
            chances = self.chances(weights)
            told = np.add.reduceat(chances * self.right, self.starts)[self.of]
            shares = chances * self.right / np.maximum(told, 1e-12)
            mean = np.add.reduceat(self.rows * chances[:, None], self.starts)
            hessian = (self.rows * chances[:, None]).T @ self.rows - mean.T @ mean + ridge
            step = np.linalg.solve(hessian, self.rows.T @ (chances - shares) + pull * weights)
            weights -= step * min(1.0, 2.0 / max(1e-9, float(np.abs(step).max())))
            if np.abs(step).max() < 1e-4:
                break
        return weights


def fit(examples: Sequence[Example], present: Mapping[str, float], pull: float, least: int) -> dict[str, float]:
    """The fitted weights by name, of features seen at least so often, pulled towards nought; prints how well the
    present ones and, cross-validated by report, the fitted ones do."""
    seen = Counter(name for e in examples for name in {name for o in e.options for name in o})
    names = sorted(name for name, times in seen.items() if times >= least)
    now = Matrix(examples, sorted(seen)).loss(np.array([present.get(n, 0.0) for n in sorted(seen)]))
    print(f"  {len(examples)} examples, {len(names)} features")
    print(f"  present weights, on what they were fitted on: loss {now[0]:.3f}, {now[1]:.1%} right")
    parts = []
    for fold in range(FOLDS):
        train = Matrix([e for e in examples if e.report % FOLDS != fold], names)
        test = Matrix([e for e in examples if e.report % FOLDS == fold], names)
        parts.append(test.loss(train.fit(pull)))
    loss, right = (float(np.mean([part[n] for part in parts])) for n in (0, 1))
    print(f"  fitted, on reports not fitted on: loss {loss:.3f}, {right:.1%} right")
    weights = Matrix(examples, names).fit(pull)
    return {name: round(float(w), 3) for name, w in zip(names, weights, strict=True)}
