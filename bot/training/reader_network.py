"""The network that reads, what it is fed, and what it is scolded for."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import torch
from transformers import BertModel

from bot.windows import KINDS, QUESTION, QUESTION_SHARED, TEXT, TEXT_SHARED, Window, WindowMaker

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from bot.training.reader_rows import Example, Place

_MOST_PLACES: Final = 4
_WINDOWS_EACH: Final = 2
_BATCH_TOKENS: Final = 4096
_BATCH_ROWS: Final = 48
_SORTED_TOGETHER: Final = 2000
_NEVER: Final = -1e4
_SEED: Final = 7


@dataclass(frozen=True, slots=True)
class Lesson:
    """One window and the token spans that are right there; (0, 0) where nothing answers."""

    window: Window
    spans: tuple[Place, ...]


class QuickDropout(torch.nn.Module):
    """Dropout that cuts its masks from a pool made once: drawing new ones costs a CPU as much as the network does."""

    def __init__(self, share: float = 0.1) -> None:
        """Fill the pool; about a share of it is 0."""
        super().__init__()
        self._kept = 1.0 - share
        self._chance = random.Random(_SEED)  # noqa: S311 - not for secrets
        self._pool = torch.empty(0)

    def forward(self, hidden: torch.Tensor) -> torch.Tensor:
        """The hidden states, some of them put out while the network is trained."""
        if not self.training:
            return hidden
        size = hidden.numel()
        if len(self._pool) < 2 * size:
            self._pool = torch.empty(3 * size, dtype=hidden.dtype).bernoulli_(self._kept) / self._kept
        start = self._chance.randrange(len(self._pool) - size)
        return hidden * self._pool[start : start + size].view_as(hidden)


class ReaderNetwork(torch.nn.Module):
    """An encoder with two logits for each token: an answer starts here, an answer ends here."""

    def __init__(self, base: Path) -> None:
        """Start from the encoder of the folder, with as many kinds of tokens as a window has."""
        super().__init__()
        encoder = BertModel.from_pretrained(
            base, add_pooling_layer=False, attn_implementation="eager", attention_probs_dropout_prob=0.0
        )
        old = encoder.embeddings.token_type_embeddings.weight.data
        kinds = torch.nn.Embedding(KINDS, old.shape[1])
        for kind, like in ((QUESTION, 0), (TEXT, 1), (TEXT_SHARED, 1), (QUESTION_SHARED, 0)):
            kinds.weight.data[kind] = old[like]
        encoder.embeddings.token_type_embeddings = kinds
        encoder.embeddings.word_embeddings.weight.requires_grad_(False)  # noqa: FBT003
        dropout = QuickDropout()
        for part in list(encoder.modules()):
            if isinstance(getattr(part, "dropout", None), torch.nn.Dropout) and not hasattr(part, "query"):
                part.dropout = dropout
        self.encoder = encoder
        self.spans = torch.nn.Linear(old.shape[1], 2)

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


def batches(learned: list[Lesson], chance: random.Random) -> Iterator[list[Lesson]]:
    """All lessons in random order, those of like length together."""
    order = chance.sample(learned, len(learned))
    for start in range(0, len(order), _SORTED_TOGETHER):
        together = sorted(order[start : start + _SORTED_TOGETHER], key=lambda lesson: len(lesson.window.tokens))
        cut = list(_cut(together))
        yield from chance.sample(cut, len(cut))


def _cut(together: list[Lesson]) -> Iterator[list[Lesson]]:
    batch: list[Lesson] = []
    for lesson in together:
        if len(batch) == _BATCH_ROWS or (len(batch) + 1) * len(lesson.window.tokens) > _BATCH_TOKENS:
            yield batch
            batch = []
        batch.append(lesson)
    yield batch


def pad(rows: list[NDArray[np.int64]]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Rows of different lengths as one array filled up with 0, and the mask of what is real."""
    width = max(len(row) for row in rows)
    filled = np.zeros((len(rows), width), dtype=np.int64)
    mask = np.zeros((len(rows), width), dtype=np.int64)
    for number, row in enumerate(rows):
        filled[number, : len(row)] = row
        mask[number, : len(row)] = 1
    return filled, mask


def inputs_of(batch: list[Lesson]) -> dict[str, torch.Tensor]:
    """What the network is fed for a batch."""
    tokens, mask = pad([lesson.window.tokens for lesson in batch])
    kinds, _ = pad([lesson.window.kinds for lesson in batch])
    return {"tokens": torch.from_numpy(tokens), "mask": torch.from_numpy(mask), "kinds": torch.from_numpy(kinds)}


def loss_of(logits: torch.Tensor, batch: list[Lesson]) -> torch.Tensor:
    """Minus the log-probability that the network gives to all right spans together."""
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
    return -each.logsumexp(dim=1).mean()
