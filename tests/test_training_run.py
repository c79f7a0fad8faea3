"""A run of a training: what its command line chooses, and what it starts from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from bot.finding.reading import FOLDER
from bot.training.encoder import inputs_of
from bot.training.reader_network import Lesson, ReaderNetwork, loss_of
from bot.training.run import learned, run_of
from bot.windows import WindowMaker
from index.weights import open_onnx

if TYPE_CHECKING:
    import torch

    from bot.training.run import Run

PAIR = "When was the bridge built?", "The bridge was built in 1912 by Ann Lee."


def test_the_command_that_made_weights_is_told_whole() -> None:
    plain = run_of(["--data", "d", "--output", "o"], None, (1100,), 20)
    later = run_of(["--data", "d", "--output", "o", "--start", "a/b", "--legs", "3", "4", "--seed", "9"], None, (5,), 1)

    assert plain.chosen == "--data ../shared/data --output FOLDER --seed 20 --legs 1100"
    assert later.chosen == "--data ../shared/data --output FOLDER --seed 9 --legs 3 4 --start a/b"
    assert later.start == Path("a/b")


def planned(run: Run) -> list[list[Lesson]]:
    (window,) = WindowMaker(run.tokenizer).windows(*PAIR)
    return [[Lesson(window, ((window.first, window.first),))]]


@pytest.mark.model
def test_a_run_starts_from_weights_that_are_shipped_and_keeps_the_mean_with_them(tmp_path: Path) -> None:
    run = run_of(["--data", "d", "--output", str(tmp_path), "--start", str(FOLDER), "--legs", "1"], None, (1,), 1)
    seen: list[np.ndarray[tuple[int, ...], np.dtype[np.float32]]] = []

    def loss(network: ReaderNetwork, batch: list[Lesson]) -> torch.Tensor:
        network.eval()
        seen.append(network(**inputs_of(batch)).detach().numpy())
        return loss_of(network, batch)

    network = learned(run, ReaderNetwork, loss, planned)

    (batch,) = planned(run)
    feed = {name: tensor.numpy() for name, tensor in inputs_of(batch).items()}
    shipped = open_onnx(FOLDER / "model.onnx", 2).run(["logits"], feed)[0]
    assert np.abs(seen[0] - shipped).max() < 0.5  # what the products of 8-bit integers round off
    assert isinstance(network, ReaderNetwork)
    assert np.abs(network(**inputs_of(batch)).detach().numpy() - seen[0]).max() > 0
