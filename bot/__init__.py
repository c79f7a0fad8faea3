"""Questions in, cited answers out.

from bot import answer
print(answer("what did Kirby say?").text)
"""

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from bot.citation import Answer, Citation, Statement
from bot.verdict import Verdict

if TYPE_CHECKING:
    from pathlib import Path

    from bot.checker import FactChecker
    from bot.claims.check import Check
    from bot.finding.reading import Reading
    from bot.quotes.quote_check import QuoteCheck
    from bot.settings import BotSettings
    from bot.weighing.judging import Weighing
    from index.filters import Filters

__all__ = [
    "Answer",
    "Citation",
    "Statement",
    "Verdict",
    "answer",
    "check",
    "check_quote",
    "load",
    "read",
    "weigh",
    "weigh_all",
]

# Answering never touches the network; who wants another behaviour says so before importing.
os.environ.setdefault("HF_HUB_OFFLINE", "1")


def answer(
    question: str,
    *,
    folder: "str | Path" = "var/index",
    history: Sequence[Answer | str] = (),
    filters: "Filters | Mapping[str, Any] | None" = None,
) -> Answer:
    """Return what the sources in an index say to a question; see `FactChecker.answer`.

    Where the default index is missing it is built from `seeds/` of the current folder, with a progress bar on a
    terminal.
    The index stays open for the next question.
    """
    from bot.opened import opened

    return opened(folder).answer(question, history=history, filters=filters)


def check(
    claim: str, *, folder: "str | Path" = "var/index", filters: "Filters | Mapping[str, Any] | None" = None
) -> "Check":
    """Return what the sources in an index say about a claim; see `FactChecker.check`.

    The index is found, built and kept open as `answer` does it.
    """
    from bot.opened import opened

    return opened(folder).check(claim, filters=filters)


def check_quote(
    words: str,
    speaker: str | None = None,
    *,
    folder: "str | Path" = "var/index",
    filters: "Filters | Mapping[str, Any] | None" = None,
) -> "QuoteCheck":
    """Return whether the sources in an index quote somebody with words; see `FactChecker.check_quote`.

    The index is found, built and kept open as `answer` does it.
    """
    from bot.opened import opened

    return opened(folder).check_quote(words, speaker, filters=filters)


def read(question: str, text: str, *, threshold: float | None = None) -> "Reading | None":
    """Return the shortest span of a text that answers a question, or None.

    Args:
        question: in words.
        text: any text; long ones are read in overlapping windows.
        threshold: the least score, in [0, 1]; None takes the calibrated one, 0 always gives a reading.

    Returns:
        start and end in code points of the text, and a score that is comparable over texts; None where the reader keeps
        silent, and for a text without words.

    Raises:
        QuestionError: the question holds no words, or the threshold is no number from 0 to 1.
    """
    from bot.errors import QuestionError
    from bot.opened import reader

    if not (isinstance(question, str) and isinstance(text, str)):
        message = "give the question and the text as strings"
        raise QuestionError(message)
    if not any(map(str.isalnum, question)):
        message = "ask a question in words, for example: When was it built?"
        raise QuestionError(message)
    if threshold is not None and not (isinstance(threshold, int | float) and 0 <= threshold <= 1):
        message = f"threshold must be a number from 0 to 1, not {threshold!r}"
        raise QuestionError(message)
    return reader().read(question, text, threshold=threshold)


def weigh(claim: str, evidence: str) -> "Weighing":
    """Return what evidence says about a claim.

    Args:
        claim: a statement, in one or more sentences.
        evidence: any text; of a long one the sentences count that speak about the claim.

    Returns:
        the likeliest verdict, and the probabilities of SUPPORTED, REFUTED and NOT_ENOUGH_EVIDENCE, which sum to 1.
        A text without words says nothing: NOT_ENOUGH_EVIDENCE.
    """
    return weigh_all([(claim, evidence)])[0]


def weigh_all(pairs: Sequence[tuple[str, str]]) -> "list[Weighing]":
    """Return a weighing for each pair of claim and evidence, in their order; see `weigh`."""
    from bot.errors import ClaimError
    from bot.opened import verifier

    if not all(isinstance(text, str) for pair in pairs for text in pair):
        message = "give each claim and its evidence as strings"
        raise ClaimError(message)
    return verifier().weigh_all(pairs)


def load(folder: "str | Path" = "var/index", settings: "BotSettings | None" = None) -> "FactChecker":
    """Return a reusable fact-checker over the index in a folder; see `bot.assembly.load`."""
    from bot.assembly import load as assemble

    return assemble(folder, settings)
