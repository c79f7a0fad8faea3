"""What the networks of this package share: an encoder that is fed windows, and windows in batches."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

import numpy as np
import torch

from bot.windows import KINDS, QUESTION, QUESTION_SHARED, TEXT, TEXT_SHARED, Window

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray
    from transformers import BertModel

_BATCH_TOKENS: Final = 4096
_BATCH_ROWS: Final = 48
_SORTED_TOGETHER: Final = 2000
_SEED: Final = 7


class Windowed(Protocol):
    """Whatever is learned from one window."""

    @property
    def window(self) -> Window:
        """What the network is fed."""


OneLesson = TypeVar("OneLesson", bound=Windowed)


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


def prepared(found: BertModel) -> BertModel:
    """The encoder with as many kinds of tokens as a window has, its word embeddings frozen, its dropout quick."""
    old = found.embeddings.token_type_embeddings.weight.data
    kinds = torch.nn.Embedding(KINDS, old.shape[1])
    for kind, like in ((QUESTION, 0), (TEXT, 1), (TEXT_SHARED, 1), (QUESTION_SHARED, 0)):
        kinds.weight.data[kind] = old[like]
    found.embeddings.token_type_embeddings = kinds
    found.embeddings.word_embeddings.weight.requires_grad_(False)  # noqa: FBT003
    dropout = QuickDropout()
    for part in list(found.modules()):
        if isinstance(getattr(part, "dropout", None), torch.nn.Dropout) and not hasattr(part, "query"):
            part.dropout = dropout
    return found


def precision() -> torch.autocast:
    """Halved precision where the processor can reckon with it; elsewhere it would be many times slower."""
    able = torch.cpu.get_capabilities()
    return torch.autocast("cpu", dtype=torch.bfloat16, enabled=bool(able["amx_bf16"] or able["avx512_bf16"]))


def batches(learned: list[OneLesson], chance: random.Random, tokens: int = _BATCH_TOKENS) -> Iterator[list[OneLesson]]:
    """All lessons in random order, those of like length together, in batches of about so many tokens."""
    order = chance.sample(learned, len(learned))
    for start in range(0, len(order), _SORTED_TOGETHER):
        together = sorted(order[start : start + _SORTED_TOGETHER], key=lambda lesson: len(lesson.window.tokens))
        cut = list(_cut(together, tokens))
        yield from chance.sample(cut, len(cut))


def _cut(together: list[OneLesson], tokens: int) -> Iterator[list[OneLesson]]:
    batch: list[OneLesson] = []
    for lesson in together:
        if len(batch) == _BATCH_ROWS or (len(batch) + 1) * len(lesson.window.tokens) > tokens:
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


def inputs_of(batch: Sequence[Windowed]) -> dict[str, torch.Tensor]:
    """What a network is fed for a batch."""
    tokens, mask = pad([lesson.window.tokens for lesson in batch])
    kinds, _ = pad([lesson.window.kinds for lesson in batch])
    return {"tokens": torch.from_numpy(tokens), "mask": torch.from_numpy(mask), "kinds": torch.from_numpy(kinds)}
