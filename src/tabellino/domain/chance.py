"""Chances and their log-odds: what evidence adds up in."""

from __future__ import annotations

import math


def chance_of(log_odds: float) -> float:
    """The probability with these log-odds (natural logarithm): the logistic function."""
    return 1 / (1 + math.exp(-log_odds))


def log_odds_of(chance: float, least: float = 1e-9) -> float:
    """The log-odds of a probability, which counts as no nearer to 0 and 1 than `least`."""
    bounded = min(1 - least, max(least, chance))
    return math.log(bounded / (1 - bounded))
