"""A run of a training: what its command line can choose, and its course from the start to the weights that are kept."""

from __future__ import annotations

import argparse
import dataclasses
import hashlib
import logging
import shutil
from dataclasses import dataclass
from functools import partial
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import torch

from bot.training.base import base_encoder, empty_encoder, write_tokenizer
from bot.training.learning import Course, Learning, in_legs
from index.training.restore import restored

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from transformers import BertModel

Network = TypeVar("Network", bound=torch.nn.Module)
Batch = TypeVar("Batch")

log = logging.getLogger("training")


@dataclass(frozen=True, slots=True)
class Run:
    """What the command line can choose.

    Attributes:
        data: the folder with claims/, qa/ and quotes/.
        output: where the weights go.
        legs: how many batches are learned; with each number the learning rate rises and falls to nothing again.
        seed: of the lessons and their order; the same seed gives the same ones.
        rate: the highest learning rate.
        threads: how many threads it takes.
        minutes: after so many the run stops; started again it goes on.
        start: a folder with the weights of an earlier run, which are gone on from and count like one leg.
    """

    data: Path
    output: Path
    legs: tuple[int, ...]
    seed: int
    rate: float
    threads: int
    minutes: float
    start: Path | None = None

    @property
    def work(self) -> Path:
        """Where what is not shipped is kept: checkpoints, and the weights at full precision."""
        return self.output / "work"

    @property
    def tokenizer(self) -> Path:
        """The word pieces that the network knows."""
        return self.work / "tokenizer.json"

    @property
    def chosen(self) -> str:
        """What of this the weights depend on, as it is written on the command line."""
        legs = " ".join(map(str, self.legs))
        start = f" --start {self.start}" if self.start else ""
        return f"--data ../shared/data --output FOLDER --seed {self.seed} --legs {legs}{start}"

    @property
    def origin(self) -> str:
        """A sentence on the weights that it goes on from, for a card; empty where it begins with the base."""
        if self.start is None:
            return ""
        digest = hashlib.sha256((self.start / "model.onnx").read_bytes()).hexdigest()
        return (
            f"It goes on from the weights that were shipped before, in 8 bits (SHA-256 of model.onnx `{digest}`, their "
            "command on their card, in this project's history); they count like one leg in the mean of the weights."
        )


def run_of(arguments: Sequence[str] | None, description: str | None, legs: Sequence[int], seed: int) -> Run:
    """The command line, with the legs and the seed that are taken where it names none."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--data", type=Path, required=True, help="the folder with claims/, qa/ and quotes/")
    parser.add_argument("--output", type=Path, required=True, help="where the weights go")
    told = "how many batches are learned; with each number the learning rate rises, and falls to nothing"
    parser.add_argument("--legs", type=int, nargs="+", default=legs, help=told)
    parser.add_argument("--seed", type=int, default=seed, help="of the lessons and of their order")
    parser.add_argument("--rate", type=float, default=1e-4, help="the highest learning rate")
    parser.add_argument("--threads", type=int, default=2, help="how many threads it takes")
    parser.add_argument("--minutes", type=float, default=1e9, help="stop after so many minutes; start again to go on")
    parser.add_argument("--start", type=Path, help="a folder of weights to go on from, which count like one leg")
    given = parser.parse_args(arguments)
    return dataclasses.replace(Run(**vars(given)), legs=tuple(given.legs))


def learned(
    run: Run,
    network_of: Callable[[BertModel], Network],
    loss_of: Callable[[Network, Batch], torch.Tensor],
    planned: Callable[[Run], list[Batch]],
) -> Network | None:
    """The network at the end of the run, the mean of its weights after each leg; None when the time ran out.

    It begins as the base, or as the weights that the run starts from.
    """
    logging.basicConfig(format="%(asctime)s %(message)s")
    log.setLevel(logging.INFO)
    torch.set_num_threads(run.threads)
    torch.manual_seed(run.seed)
    run.work.mkdir(parents=True, exist_ok=True)
    network = _begun(run, network_of)
    ends = tuple(accumulate(run.legs))
    course = Course(run.rate, in_legs(*run.legs), (0, *ends) if run.start else ends)
    learning = Learning(network, partial(loss_of, network), planned(run), run.work / "checkpoint.pt", course)
    if not learning.run(run.seed, run.minutes):
        return None
    network.load_state_dict(learning.averaged.module.state_dict())
    return network


def _begun(run: Run, network_of: Callable[[BertModel], Network]) -> Network:
    if run.start is None:
        if not run.tokenizer.exists():
            write_tokenizer(run.data, run.tokenizer)
        return network_of(base_encoder(run.tokenizer))
    shutil.copyfile(run.start / "tokenizer.json", run.tokenizer)
    network = network_of(empty_encoder(run.tokenizer))
    weights = restored(run.start / "model.onnx")
    network.load_state_dict({name: torch.from_numpy(array.copy()) for name, array in weights.items()})
    return network
