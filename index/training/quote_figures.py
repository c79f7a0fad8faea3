"""Measure a tagger on articles: a trained model, or what was exported of it."""

import logging

import numpy as np
import torch
from numpy.typing import NDArray

from index.tagging.tagger import Network, attributions
from index.training.quote_examples import Article
from index.training.quote_model import Tagger
from index.training.quote_scores import compare, source_accuracy

_LOG = logging.getLogger("quote_tagger")


def network(model: Tagger) -> Network:
    """Return the trained model as the two functions that find attributions."""
    model.eval()

    @torch.no_grad()
    def encode(*arrays: NDArray[np.int64]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        cues, states = model.encoder(*[torch.from_numpy(array) for array in arrays])
        return cues.numpy(), states.numpy()

    @torch.no_grad()
    def mark(*arrays: NDArray[np.float32]) -> NDArray[np.float32]:
        labels: NDArray[np.float32] = model.head(*[torch.from_numpy(array) for array in arrays]).numpy()
        return labels

    return Network(encode, mark)


def log_figures(name: str, parts: Network, articles: list[Article]) -> None:
    """Measure on articles, and say so."""
    found = [attributions(article.text, article.tokens, parts) for article in articles]
    texts, expected = [article.text for article in articles], [article.expected for article in articles]
    for kind, figures in compare(texts, found, expected).items():
        _LOG.info("%s, %s: F1 %.3f precision %.3f recall %.3f (%d found, %d marked)", name, kind, figures.f1,
                  figures.precision, figures.recall, figures.found, figures.expected)  # fmt: skip
    for measure, share in source_accuracy(texts, found, expected).items():
        _LOG.info("%s, source, %s: %.3f", name, measure, share)
