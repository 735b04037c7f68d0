"""Scores, 0 to 1, on the scale on which evidence adds up."""

import math

_SMALLEST = 1e-6  # what six digits can tell


def log_odds(score: float) -> float:
    """Return the log-odds of *score*, bounded to what six digits can tell."""
    return math.log(max(score, _SMALLEST) / max(1 - score, _SMALLEST))


def score_at(odds: float) -> float:
    """Return the score whose log-odds are *odds*, to six digits."""
    return round(1 / (1 + math.exp(-odds)), 6)
