"""All that changes while the quotation tagger is trained, and how it is kept."""

import copy
from dataclasses import dataclass
from pathlib import Path

import torch

from index.training.quote_model import Tagger


@dataclass(frozen=True)
class Plan:
    """What decides how training runs."""

    epochs: int = 4
    batch: int = 8
    encoder_rate: float = 1.5e-4
    head_rate: float = 6e-4
    warm_up: float = 0.08
    averaging: float = 0.998
    seed: int = 13


class State:
    """A model in full precision, its copy in half that does the work, its running average, and the optimiser."""

    def __init__(self, folder: Path, plan: Plan, steps: int) -> None:
        """Start from the pretrained weights in a folder."""
        torch.manual_seed(plan.seed)
        self.plan = plan
        self.model = Tagger(folder)
        self.averaged = copy.deepcopy(self.model).requires_grad_(requires_grad=False)
        self.model.encoder.bert.embeddings.word_embeddings.requires_grad_(requires_grad=False)
        self.working = copy.deepcopy(self.model).to(torch.bfloat16)
        self.optimizer = _optimizer(self.model, plan)
        self.schedule = torch.optim.lr_scheduler.LambdaLR(
            self.optimizer, lambda step: rate(step, steps, plan.warm_up * steps)
        )

    def step(self) -> None:
        """Learn from the gradients of the working copy."""
        for ours, theirs in zip(self.model.parameters(), self.working.parameters(), strict=True):
            ours.grad = theirs.grad.float() if theirs.grad is not None else None
            theirs.grad = None
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.schedule.step()
        self._refresh()
        share = min(self.plan.averaging, 1 - 1 / (1 + self.schedule.last_epoch / 4))
        with torch.no_grad():
            for mean, new in zip(self.averaged.parameters(), self.model.parameters(), strict=True):
                mean.lerp_(new, 1 - share)

    def resume(self, checkpoint: Path) -> int:
        """Take up what was saved, and return how many epochs are done."""
        if not checkpoint.exists():
            return 0
        saved = torch.load(checkpoint, weights_only=True)
        for name in ("model", "averaged", "optimizer", "schedule"):
            getattr(self, name).load_state_dict(saved[name])
        self._refresh()
        return int(saved["epoch"])

    def save(self, checkpoint: Path, epoch: int) -> None:
        """Write a checkpoint, all at once or not at all."""
        parts = ("model", "averaged", "optimizer", "schedule")
        unfinished = checkpoint.with_suffix(".new")
        torch.save({"epoch": epoch, **{name: getattr(self, name).state_dict() for name in parts}}, unfinished)
        unfinished.replace(checkpoint)

    def _refresh(self) -> None:
        with torch.no_grad():
            for target, source in zip(self.working.parameters(), self.model.parameters(), strict=True):
                target.copy_(source)


def rate(step: int, steps: int, warm: float) -> float:
    """Return the share of the learning rate: up to the whole in a straight line, then down to nothing."""
    return step / warm if step < warm else max(0.0, (steps - step) / (steps - warm))


def _optimizer(model: Tagger, plan: Plan) -> torch.optim.Optimizer:
    pretrained = {id(parameter) for parameter in model.encoder.bert.parameters()}
    learning = [parameter for parameter in model.parameters() if parameter.requires_grad]
    groups = [
        {"params": [one for one in learning if id(one) in pretrained], "lr": plan.encoder_rate},
        {"params": [one for one in learning if id(one) not in pretrained], "lr": plan.head_rate},
    ]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
