"""Train the verifier: ``python -m bot.training.verifier --data ../shared/data --output FOLDER``.

Checkpoints and the weights at full precision stay in the folder ``work`` of the output, so that a run which was stopped
goes on where it was. The same seed gives the same lessons in the same order. What is shipped is the mean of the weights
after each leg.
"""

from __future__ import annotations

import argparse
import json
import logging
import random
import shutil
from dataclasses import dataclass
from functools import partial
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Final

import torch

from bot.training.base import base_encoder, write_tokenizer
from bot.training.encoder import batches
from bot.training.learning import Course, Learning, in_legs
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

    from bot.training.verifier_figures import Measured

log = logging.getLogger("training")

SEED: Final = 21
BATCH_TOKENS: Final = 2048


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line can choose."""

    data: Path
    output: Path
    rate: float
    legs: Sequence[int]
    minutes: float

    @property
    def work(self) -> Path:
        """Where what is not shipped is kept."""
        return self.output / "work"

    @property
    def tokenizer(self) -> Path:
        """The word pieces that the network knows."""
        return self.work / "tokenizer.json"


def planned(options: Options) -> list[list[Lesson]]:
    """All batches of the run, in their order: as many rounds of the mixture as its legs need."""
    maker, wanted = WindowMaker(options.tokenizer), sum(options.legs)
    plan: list[list[Lesson]] = []
    for number, examples in enumerate(Mixture(options.data, random.Random(SEED)).rounds()):  # noqa: S311 - not for secrets
        learned = list(lessons(examples, maker))
        log.info("round %d: %d lessons: %s", number, len(learned), kinds(examples))
        chance = random.Random(SEED + 1 + number)  # noqa: S311 - not for secrets
        plan += batches(learned, chance, BATCH_TOKENS)
        if len(plan) >= wanted:
            break
    return plan[:wanted]


def options_of(arguments: Sequence[str] | None) -> Options:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with claims/ and qa/")
    parser.add_argument("--output", type=Path, required=True, help="where the weights go")
    parser.add_argument("--rate", type=float, default=1e-4, help="the highest learning rate")
    legs = "how many batches of about 2,000 tokens are learned; with each number the learning rate falls to nothing"
    parser.add_argument("--legs", type=int, nargs="+", default=[2700, 3300], help=legs)
    parser.add_argument("--minutes", type=float, default=1e9, help="stop after so many minutes; start again to go on")
    return Options(**vars(parser.parse_args(arguments)))


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, export and measure."""
    logging.basicConfig(format="%(asctime)s %(message)s")
    log.setLevel(logging.INFO)
    torch.set_num_threads(2)
    options = options_of(arguments)
    options.work.mkdir(parents=True, exist_ok=True)
    if not options.tokenizer.exists():
        write_tokenizer(options.data, options.tokenizer)
    torch.manual_seed(SEED)
    network = VerifierNetwork(base_encoder(options.tokenizer))
    plan = planned(options)
    checkpoint = options.work / "checkpoint.pt"
    course = Course(options.rate, in_legs(*options.legs), tuple(accumulate(options.legs)))
    learning = Learning(network, partial(loss_of, network), plan, checkpoint, course)
    if learning.run(SEED, options.minutes):
        ship(learning.averaged.module, options)
        write_card(
            options, {"fp32": evaluate(options.work, options.data), "int8": evaluate(options.output, options.data)}
        )


def ship(network: torch.nn.Module, options: Options) -> None:
    """Write the weights and the tokenizer to the output and its folder ``work``."""
    export(network, options.work, options.output, heads=["verdict"])
    shutil.copyfile(options.tokenizer, options.output / "tokenizer.json")


def evaluate(folder: Path, data: Path) -> Measured:
    """Fit the coefficients of a folder of weights, write them there, and measure every development set."""
    verifier = Verifier(folder)
    everything = [row for dev_set in DEV_SETS for row in weighed(verifier, data, dev_set)]
    (folder / "calibration.json").write_text(json.dumps(fitted(everything), indent=2) + "\n", encoding="utf-8")
    figures = measured(everything)
    log.info("%s: %s", folder, figures)
    return figures


def write_card(options: Options, figures: dict[str, Measured]) -> None:
    """Write what was measured, and the digests of what is shipped."""
    (options.work / "figures.json").write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    legs = " ".join(map(str, options.legs))
    command = f"python -m bot.training.verifier --data ../shared/data --output FOLDER --legs {legs}"
    file = options.output / "card.md"
    file.unlink(missing_ok=True)
    digests = "\n".join(f"- {name}: `{digest}`" for name, digest in write_digest(options.output).items())
    file.write_text(card(command, SEED, options.rate, figures, digests), encoding="utf-8")


if __name__ == "__main__":
    main()
