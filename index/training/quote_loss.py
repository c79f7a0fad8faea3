"""What the quotation tagger gets wrong on a batch of windows, as one number to bring down."""

import random
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch.nn import functional

from index.tagging.decoding import LEFT, RIGHT, Cue, find_cues
from index.training.quote_examples import Batch, Marked, labels_around

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from torch import Tensor

    from index.training.quote_model import Tagger

Choice = tuple[int, Cue, Marked | None]

_EAGER = 0.2
_AS_SEEN = 0.5
_FALSE_CUES = 6
_IGNORED = -100
_CONTENT_SHARE = 0.25


def losses(model: "Tagger", batch: Batch, dice: random.Random, *, eager: bool) -> tuple["Tensor", "Tensor"]:
    """Return the losses of the cues and of what they announce; eager: learn from false cues too."""
    tensors = [torch.from_numpy(array) for array in (batch.numbers, batch.features, batch.mask)]
    logits, states = model.encoder.logits(*tensors)
    flat, wanted = logits.float().flatten(0, 1), torch.from_numpy(batch.cue_labels).flatten()
    summed = functional.cross_entropy(flat, wanted, ignore_index=_IGNORED, reduction="sum")
    cue_loss = summed / max(1, int((wanted > 0).sum()))
    chosen = _chosen(batch, logits.detach().float().softmax(-1).numpy(), dice, eager=eager)
    if not chosen:
        return cue_loss, torch.zeros(())
    return cue_loss, _CONTENT_SHARE * _content_loss(model, states, batch, chosen)


def _content_loss(model: "Tagger", states: "Tensor", batch: Batch, chosen: list[Choice]) -> "Tensor":
    cut, mask, is_cue = gather(states, [(row, cue) for row, cue, _ in chosen], batch.mask)
    scores = model.head(cut, mask, is_cue).flatten(0, 1)
    labels = torch.from_numpy(np.stack([labels_around(one, cue) for _, cue, one in chosen]))
    wanted = labels.masked_fill(mask == 0, _IGNORED).flatten()
    return functional.nll_loss(scores, wanted, ignore_index=_IGNORED, reduction="sum") / len(chosen)


def _chosen(batch: Batch, probabilities: "NDArray[np.float32]", dice: random.Random, *, eager: bool) -> list[Choice]:
    """Take the marked cues, half of them as the model sees them, and cues that only the model sees."""
    chosen: list[Choice] = []
    for row, marked in enumerate(batch.marked):
        length = int(batch.mask[row].sum()) - 2
        seen = find_cues(probabilities[row, 1 : length + 1], _EAGER) if eager else []
        for one in marked:
            near = [cue for cue in seen if _touch(cue, one.cue)]
            as_seen = len(near) == 1 and dice.random() < _AS_SEEN
            chosen.append((row, near[0] if as_seen else one.cue, one))
        false = [cue for cue in seen if not any(_touch(cue, one.cue) for one in marked)]
        chosen += [(row, cue, None) for cue in false[:_FALSE_CUES]]
    return chosen


def _touch(one: Cue, other: Cue) -> bool:
    return one.first < other.last and other.first < one.last


def gather(
    states: "Tensor", cues: list[tuple[int, Cue]], mask: "NDArray[np.int64]"
) -> tuple["Tensor", "Tensor", "Tensor"]:
    """Cut the states around each cue out of a batch of windows: states, which exist, which are the cue's."""
    rows = torch.tensor([row for row, _ in cues])
    firsts = torch.tensor([cue.first for _, cue in cues])
    sizes = torch.tensor([cue.last - cue.first for _, cue in cues])
    lengths = torch.from_numpy(mask).sum(1)[rows] - 2
    away = torch.arange(LEFT + RIGHT) - LEFT
    places = firsts[:, None] + away
    exists = ((places >= 0) & (places < lengths[:, None])).to(states.dtype)
    # Plain indexing would do, but its gradient is slow on a processor.
    flat = rows[:, None] * states.shape[1] + (places + 1).clamp(0, states.shape[1] - 1)
    cut = states.flatten(0, 1).index_select(0, flat.flatten()).view(len(cues), LEFT + RIGHT, -1)
    is_cue = ((away >= 0) & (away < sizes[:, None])).to(states.dtype)
    return cut * exists[:, :, None], exists, is_cue
