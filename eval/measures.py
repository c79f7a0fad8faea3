"""The measures, as named values.

A measure gives a case a value in [0, 1], or None where it does not apply: what does not apply is left out of the
average, and never counted as zero. An answerer that raised has not answered, and has not refused either.
"""

from collections.abc import Callable
from dataclasses import dataclass

from eval import citation_measures as citing
from eval.case import Score
from eval.names import same_speaker
from eval.short_answers import best_f1, exact_match
from eval.significance import F_MEASURE
from eval.trial import Trial

MOST = 0.5
"""The share of the cited characters that must be gold in a correct answer: citing everything answers nothing."""


@dataclass(frozen=True, slots=True)
class Measure:
    """Something that can be said of a case in one number.

    Attributes:
        name: what it is called in reports and in JSON.
        meaning: one line that says what the number means.
        source: where the definition comes from.
        compute: from a trial to a value in [0, 1], or None.
        larger_is_better: false only where the number counts faults.
    """

    name: str
    meaning: str
    source: str
    compute: Callable[[Trial], float | None]
    larger_is_better: bool = True

    def score(self, trial: Trial) -> Score:
        """Return what the measure says of the trial."""
        return Score(self.name, self.compute(trial))


def attribution_accuracy(trial: Trial) -> float | None:
    """Return the share of the citations of somebody's gold words that name that speaker."""
    named = [
        match.citation.speaker is not None and same_speaker(match.citation.speaker, match.gold.speaker)
        for match in trial.matches
        if match.gold.speaker is not None
    ]
    return sum(named) / len(named) if named else None


def misattribution(trial: Trial) -> float | None:
    """Return the share of the citations of gold quotes that name somebody else; naming nobody is no misattribution."""
    wrong = [
        match.citation.speaker is not None
        and (match.gold.speaker is None or not same_speaker(match.citation.speaker, match.gold.speaker))
        for match in trial.matches
    ]
    return sum(wrong) / len(wrong) if wrong else None


def refusal_precision(trial: Trial) -> float | None:
    """Say of a refusal whether it was right."""
    return float(not trial.case.answerable) if trial.refused else None


def refusal_recall(trial: Trial) -> float | None:
    """Say of an unanswerable question whether it was refused."""
    return None if trial.case.answerable else float(trial.refused)


def short_exact_match(trial: Trial) -> float | None:
    """Say whether the short answer is one of the gold short answers."""
    return exact_match(trial.short, trial.case.short_answers) if trial.case.short_answers else None


def short_f1(trial: Trial) -> float | None:
    """Return the F1 of the short answer's words against the nearest gold short answer."""
    return best_f1(trial.short, trial.case.short_answers) if trial.case.short_answers else None


def correct(trial: Trial) -> float | None:
    """Say whether all gold quotes are given in order, verbatim, under no other name, and are most of what is cited."""
    if not trial.case.answerable:
        return float(trial.refused)
    complete = citing.quotes_complete(trial) == 1 and citing.quotes_in_order(trial) != 0
    mostly_gold = (citing.citation_precision(trial) or 0) >= MOST
    return float(complete and mostly_gold and misattribution(trial) == 0 and citing.verbatim_share(trial) == 1)


_SQUAD = "evaluation script of SQuAD 2.0 (Rajpurkar et al., 2018)"
_OWN = "this project"

MEASURES = (
    Measure("correct", "all gold quotes and little else, verbatim, nobody misnamed; or a right refusal", _OWN, correct),
    Measure("citation hit", "a citation gives a quote that answers", "Jaccard 0.5, nested 0.25", citing.citation_hit),
    Measure("quotes complete", "share of the gold quotes that are given", _OWN, citing.quotes_complete),
    Measure("quotes in order", "all quotes of a speaker, in the document's order", _OWN, citing.quotes_in_order),
    Measure("citation precision", "share of cited characters that are gold", "by character", citing.citation_precision),
    Measure("citation recall", "share of gold characters that are cited", "by character", citing.citation_recall),
    Measure("citation F1", "harmonic mean of the two", F_MEASURE, citing.citation_f1),
    Measure("verbatim", "share of citations equal to the stored text", "promise 1", citing.verbatim_share),
    Measure("attribution", "share of gold words under their speaker's name", "last names agree", attribution_accuracy),
    Measure(
        "misattribution",
        "share of gold quotes under another name",
        "last names differ",
        misattribution,
        larger_is_better=False,
    ),
    Measure("refusal precision", "share of refusals that are right", "SQuAD 2.0's no-answer", refusal_precision),
    Measure("refusal recall", "share of unanswerable questions refused", "SQuAD 2.0's no-answer", refusal_recall),
    Measure("exact match", "the short answer is a gold one", _SQUAD, short_exact_match),
    Measure("short F1", "words that the short answer shares with a gold one", _SQUAD, short_f1),
)


def scores(trial: Trial) -> tuple[Score, ...]:
    """Return what every measure says of the trial."""
    return tuple(measure.score(trial) for measure in MEASURES)
