"""The course of a training run: one pass over a plan of batches, with checkpoints to go on from."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Generic, TypeAlias, TypeVar

import torch
from torch.optim.swa_utils import AveragedModel

if TYPE_CHECKING:
    from pathlib import Path

log = logging.getLogger("training")

Batch = TypeVar("Batch")
Slope: TypeAlias = Callable[[int, int], float]
Part: TypeAlias = torch.nn.Module | torch.optim.Optimizer | torch.optim.lr_scheduler.LRScheduler

_RISING_STEPS: Final = 60
_FALLING: Final = 0.35
_CHECKPOINT_STEPS: Final = 100
_REPORT_STEPS: Final = 25


@dataclass(frozen=True, slots=True)
class Course:
    """How fast is learned: the highest learning rate, the share of it at each step, and where legs end."""

    rate: float
    slope: Slope
    ends: Sequence[int] = ()


class Learning(Generic[Batch]):
    """A network on its way through a plan; `loss_of` reads a batch with it and says how wrong it is.

    `averaged` is the mean of the weights as they were at the end of each leg (Izmailov et al., 2018).
    """

    def __init__(
        self,
        network: torch.nn.Module,
        loss_of: Callable[[Batch], torch.Tensor],
        plan: Sequence[Batch],
        checkpoint: Path,
        course: Course,
    ) -> None:
        """Start at the beginning, or where the checkpoint left off."""
        self._plan = plan
        self._network = network
        self._ends = course.ends
        self.averaged = AveragedModel(network)
        self._loss_of = loss_of
        self._checkpoint = checkpoint
        self._weights = [weights for weights in network.parameters() if weights.requires_grad]
        self._optimizer = torch.optim.AdamW(self._weights, lr=course.rate, weight_decay=0.01, fused=True)
        self._slope = torch.optim.lr_scheduler.LambdaLR(self._optimizer, lambda step: course.slope(step, len(plan)))
        self._step = self._resumed()

    def run(self, seed: int, minutes: float) -> bool:
        """Learn the rest of the plan; False when the time ran out before its end."""
        torch.manual_seed(seed + self._step)
        self._network.train()
        began, losses = time.monotonic(), 0.0
        if self._step == 0 and 0 in self._ends:
            self.averaged.update_parameters(self._network)
        while self._step < len(self._plan):
            losses += self._learn(self._plan[self._step])
            self._step += 1
            if self._step in self._ends:
                self.averaged.update_parameters(self._network)
            if self._step % _REPORT_STEPS == 0:
                log.info("step %d of %d, loss %.3f", self._step, len(self._plan), losses / _REPORT_STEPS)
                losses = 0.0
            late = time.monotonic() - began > 60 * minutes
            if late or self._step % _CHECKPOINT_STEPS == 0 or self._step == len(self._plan):
                self._keep()
            if late:
                break
        return self._step == len(self._plan)

    def _learn(self, batch: Batch) -> float:
        loss = self._loss_of(batch)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self._weights, 1.0)
        self._optimizer.step()
        self._optimizer.zero_grad()
        self._slope.step()
        return loss.item()

    @property
    def _parts(self) -> tuple[Part, ...]:
        return self._network, self.averaged, self._optimizer, self._slope

    def _keep(self) -> None:
        unfinished = self._checkpoint.with_suffix(".part")
        torch.save({"step": self._step, "parts": [part.state_dict() for part in self._parts]}, unfinished)
        unfinished.replace(self._checkpoint)

    def _resumed(self) -> int:
        if not self._checkpoint.exists():
            return 0
        kept = torch.load(self._checkpoint, weights_only=True)
        for part, state in zip(self._parts, kept["parts"], strict=True):
            part.load_state_dict(state)
        log.info("going on from step %d", kept["step"])
        return int(kept["step"])


def level_then_fall(step: int, steps: int) -> float:
    """The share of the highest learning rate: soon up, level for most of the way, then down to nothing.

    What is learned in the level part does not depend on the number of steps: a run can be made shorter while it runs.
    """
    return min((step + 1) / _RISING_STEPS, 1.0, max(0.0, (steps - step) / (_FALLING * steps)))


def in_legs(*legs: int) -> Slope:
    """A slope that begins anew with every leg (so many steps), as warm restarts do (Loshchilov and Hutter, 2017)."""
    starts = [sum(legs[:number]) for number in range(len(legs))]

    def slope(step: int, steps: int) -> float:
        del steps  # the legs tell
        number = max(number for number, start in enumerate(starts) if start <= step)
        return level_then_fall(step - starts[number], legs[number])

    return slope
