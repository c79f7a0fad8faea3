"""Fit the confidence of factual answers: `python -m bot.training.confidence --data ../shared/data --output FOLDER`.

All paragraphs of two development sets (parts of XQuAD and SQuAD 2.0) go into one index. Each question is asked twice:
of all of them, and with its own paragraph left out, so that silence is right. A logistic regression over the signals of
every candidate sentence learns which of them hold the answer; then it is told how often the best one is right.
"""

import argparse
import gzip
import json
import logging
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.stats import binom  # type: ignore[import-untyped]  # it ships no types
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]  # it ships no types

from bot.assembly import load
from bot.finding.answer_finding import AnswerFinder, Candidate
from index.builder import update
from index.document import text_digest
from index.filters import Filters

_LOG = logging.getLogger("confidence")
_SETS = ("xquad", "squad2")
_FEWEST, _MORE = 100, 20
"""How many answers the first threshold that is tested lets through, and how many more each next one does."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the candidates that were found: the signals of each, and whether it holds the answer.

    A question that cannot be answered is a near miss, or its paragraph was left out.
    """

    answerable: bool
    left_out: bool
    signals: list[tuple[float, ...]]
    right: list[bool]


def main() -> None:
    """Build the index, ask, fit and tell."""
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    _LOG.setLevel(logging.INFO)
    given = _arguments()
    rows = [dict(row) for name in _SETS for row in _rows(given.data / "qa" / f"dev.{name}.jsonl.gz")]
    folder = _index(rows, given.output)
    random.Random(given.seed).shuffle(rows)  # noqa: S311 - a sample, no secret
    finder = load(folder).answering.retriever.answers
    ids = sorted({text_digest(row["context"]) for row in rows})
    asked = [_ask(finder, row, ids, left_out=left_out) for row in rows[: given.questions] for left_out in (False, True)]
    _fit(asked)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds qa/dev.*.jsonl.gz")
    parser.add_argument("--output", type=Path, required=True, help="folder for the index")
    parser.add_argument("--questions", type=int, default=500)
    parser.add_argument("--seed", type=int, default=3)
    return parser.parse_args()


def _rows(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _index(rows: list[dict[str, Any]], output: Path) -> Path:
    texts = {text_digest(row["context"]): row["context"] for row in rows}
    source = output / "paragraphs.jsonl"
    output.mkdir(parents=True, exist_ok=True)
    # A speaker makes the whole paragraph one quotation: nobody's words need to be looked for.
    lines = [json.dumps({"id": of, "text": text, "speaker": "nobody"}) for of, text in texts.items()]
    source.write_bytes("\n".join(lines).encode())
    update([source], output / "index")
    return output / "index"


def _ask(finder: AnswerFinder, row: dict[str, Any], ids: list[str], *, left_out: bool) -> Asked:
    own = text_digest(row["context"])
    admitted = Filters(documents=tuple(one for one in ids if one != own)) if left_out else Filters()
    found = finder.candidates(row["question"], admitted)
    answerable = bool(row["answerable"]) and not left_out
    return Asked(
        answerable,
        left_out,
        [one.signals.values() for one in found],
        [answerable and _holds(one, own, row["answers"]) for one in found],
    )


def _holds(candidate: Candidate, own: str, answers: list[str]) -> bool:
    sentence = candidate.sentence
    return sentence.document.id == own and any(answer in sentence.text for answer in answers)


def _fit(asked: list[Asked]) -> None:
    signals = np.array([values for one in asked for values in one.signals])
    right = np.array([flag for one in asked for flag in one.right])
    model = LogisticRegression(max_iter=1000).fit(signals, right)
    _LOG.info("intercept %.3f, weights %s", model.intercept_[0], model.coef_[0].round(3).tolist())
    best = [_best(model, one) for one in asked if one.signals]
    _tell_thresholds(best)
    for share in (0.7, 0.75, 0.8, 0.85, 0.9, 0.95):
        least = least_confidence([(sure, ok) for sure, ok, _ in best], share)
        if least is None:
            _LOG.info("%.2f right: no threshold reaches it", share)
            continue
        silent = [sure < least for sure, _, one in best if not one.answerable]
        answered = [sure >= least and ok for sure, ok, one in best if one.answerable]
        given = np.mean([ok for sure, ok, _ in best if sure >= least])
        figures = (share, least, given, np.mean(answered), np.mean(silent))
        _LOG.info("%.2f right at %.3f: measured %.3f, answered rightly %.3f, others refused %.3f", *figures)


def _tell_thresholds(best: Sequence[tuple[float, bool, Asked]]) -> None:
    for least in (0.05, 0.1, 0.15, 0.2, 0.3, 0.5):
        told = [sure >= least and ok for sure, ok, one in best if one.answerable]
        left_out = [sure < least for sure, _, one in best if one.left_out]
        near = [sure < least for sure, _, one in best if not one.answerable and not one.left_out]
        figures = (least, np.mean(told), np.mean(left_out), np.mean(near))
        _LOG.info("from %.2f: answered rightly %.3f, left out refused %.3f, near misses refused %.3f", *figures)


def least_confidence(given: Sequence[tuple[float, bool]], share: float, doubt: float = 0.1) -> float | None:
    """Return the least confidence from which so large a share of answers is right, or None where there is none.

    Thresholds are tested one after the other from the highest on, each against the chance that fewer answers are right
    than asked for (exact binomial), until one fails: Learn then Test with fixed sequence testing (Angelopoulos et al.,
    2021). So with a probability of 1 - `doubt` the share holds for new questions of the same kind.

    Args:
        given: the confidence of answers, and whether each is right.
        share: of right answers, in (0, 1).
        doubt: how likely the share may be missed, in (0, 1).
    """
    ranked = sorted(given, reverse=True)
    found = None
    for number in range(_FEWEST, len(ranked) + 1, _MORE):
        wrong = sum(not ok for _, ok in ranked[:number])
        if binom.cdf(wrong, number, 1 - share) > doubt:
            return found
        found = ranked[number - 1][0]
    return found


def _best(model: LogisticRegression, asked: Asked) -> tuple[float, bool, Asked]:
    sure = model.predict_proba(np.array(asked.signals))[:, 1]
    place = int(sure.argmax())
    return float(sure[place]), asked.right[place], asked


if __name__ == "__main__":
    main()
