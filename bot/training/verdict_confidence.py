"""Fit the confidence of verdicts: `python -m bot.training.verdict_confidence RUN.json…`.

Runs are those of `onrecord eval dev.SET.jsonl.gz --open --out RUN.json`, in which each claim is checked with its
evidence in the sources and without it. For each verdict a logistic regression with one variable (Platt, 1999) learns
how often it is right. What is told already holds what the runs' confidences were made with, so that fitting again
changes little. That a text says the very claim beside one that refutes it is rare: of those cases only what is called
conflicting counts.
"""

import argparse
import json
import logging
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]  # it ships no types

from bot.claims.verdict_confidence import FITTED, log_odds
from bot.verdict import Verdict

_LOG = logging.getLogger("confidence")
Judged = tuple[Verdict, float, bool]
"""A verdict, its confidence, and whether it is right."""
_USUAL = ("present", "removed")
"""The cases that are fitted to: checks with nothing but a claim's own evidence are like none that people ask for."""
_FEWEST = 10
"""Of right ones, and of wrong ones: below, a verdict keeps what it has."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the runs and tell the line of each verdict."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("runs", type=Path, nargs="+", help="what `onrecord eval … --open --out` wrote")
    given = [one for run in parser.parse_args(arguments).runs for one in judged(run)]
    for verdict, (intercept, slope) in fitted(given).items():
        right = [ok for of, _, ok in given if of is verdict]
        figures = (verdict, intercept, slope, sum(right), len(right))
        _LOG.info("%s: intercept %.2f, slope %.2f; %d of %d right", *figures)


def judged(run: Path) -> Iterable[Judged]:
    """Yield the verdicts of a run."""
    for row in json.loads(run.read_bytes())["rows"]:
        verdict = Verdict(row["labels"][1]) if row["error"] is None and row["confidence"] is not None else None
        if verdict and (row["case"] in _USUAL or verdict is Verdict.CONFLICTING):
            yield verdict, row["confidence"], row["right"]


def fitted(given: Sequence[Judged]) -> Mapping[Verdict, tuple[float, float]]:
    """Return for each verdict the intercept and the slope over the log odds of its strength."""
    return {verdict: _on_top(verdict, [one for one in given if one[0] is verdict]) for verdict in Verdict}


def _on_top(verdict: Verdict, given: Sequence[Judged]) -> tuple[float, float]:
    """Fit over the confidences as they are, and put the two lines together."""
    intercept, slope = FITTED[verdict]
    right = np.array([ok for *_, ok in given], dtype=bool)
    if min(right.sum(), (~right).sum()) < _FEWEST:
        return intercept, slope
    odds = np.array([[log_odds(sure)] for _, sure, _ in given])
    model = LogisticRegression().fit(odds, right)
    more, factor = float(model.intercept_[0]), max(0.0, float(model.coef_[0, 0]))
    return more + factor * intercept, factor * slope


if __name__ == "__main__":
    main()
