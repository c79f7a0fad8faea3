"""The network that reads, and what it is scolded for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import torch

from bot.training.encoder import inputs_of, precision

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from transformers import BertModel

    from bot.training.reader_rows import Example, Place
    from bot.windows import Window, WindowMaker

_MOST_PLACES: Final = 4
_WINDOWS_EACH: Final = 2
_NEVER: Final = -1e4


@dataclass(frozen=True, slots=True)
class Lesson:
    """One window and the token spans that are right there; (0, 0) where nothing answers."""

    window: Window
    spans: tuple[Place, ...]


class ReaderNetwork(torch.nn.Module):
    """An encoder with two logits for each token: an answer starts here, an answer ends here."""

    def __init__(self, encoder: BertModel) -> None:
        """Put the new part on an encoder."""
        super().__init__()
        self.encoder = encoder
        self.spans = torch.nn.Linear(self.encoder.config.hidden_size, 2)

    def forward(self, tokens: torch.Tensor, mask: torch.Tensor, kinds: torch.Tensor) -> torch.Tensor:
        """Logits of start and end for each token: rows by tokens by 2."""
        hidden = self.encoder(input_ids=tokens, attention_mask=mask, token_type_ids=kinds).last_hidden_state
        logits: torch.Tensor = self.spans(hidden)
        return logits


def lessons(examples: Iterable[Example], maker: WindowMaker) -> Iterator[Lesson]:
    """The windows of each example; of a long text those with an answer, or the first ones."""
    for example in examples:
        found = [
            Lesson(window, _spans(window, example.places)) for window in maker.windows(example.question, example.text)
        ]
        found.sort(key=lambda lesson: lesson.spans == ((0, 0),))
        yield from found[:_WINDOWS_EACH]


def _spans(window: Window, places: tuple[Place, ...]) -> tuple[Place, ...]:
    spans = []
    for start, end in places:
        inside = [at for at, (left, right) in enumerate(window.offsets) if left < end and right > start]
        if inside and window.offsets[inside[0]][0] <= start and window.offsets[inside[-1]][1] >= end:
            spans.append((window.first + inside[0], window.first + inside[-1]))
    return tuple(dict.fromkeys(spans))[:_MOST_PLACES] or ((0, 0),)


def loss_of(network: ReaderNetwork, batch: list[Lesson]) -> torch.Tensor:
    """Minus the log-probability that the network gives to all right spans together."""
    with precision():
        logits: torch.Tensor = network(**inputs_of(batch)).float()
    allowed = np.zeros(logits.shape[:2], dtype=bool)
    spans = torch.zeros(len(batch), _MOST_PLACES, 2, dtype=torch.long)
    missing = torch.ones(len(batch), _MOST_PLACES, dtype=torch.bool)
    for row, lesson in enumerate(batch):
        allowed[row, 0] = True
        allowed[row, lesson.window.first : lesson.window.stop] = True
        spans[row, : len(lesson.spans)] = torch.tensor(lesson.spans)
        missing[row, : len(lesson.spans)] = False
    likely = logits.masked_fill(~torch.from_numpy(allowed)[..., None], _NEVER).log_softmax(dim=1)
    each = likely.gather(1, spans).sum(dim=-1).masked_fill(missing, _NEVER)
    loss: torch.Tensor = -each.logsumexp(dim=1).mean()
    return loss
