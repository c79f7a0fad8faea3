"""The network that weighs, and what it is scolded for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import torch

from bot.training.encoder import QuickDropout, inputs_of, precision
from bot.weighing.focusing import focused
from bot.weighing.judging import STANCES
from bot.weighing.verifier import CLAIM_TOKENS
from bot.windows import QUESTION, QUESTION_SHARED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from transformers import BertModel

    from bot.training.verifier_rows import Example, Right
    from bot.windows import Window, WindowMaker

_NEVER: Final = -1e4
_WINDOW_TOKENS, _EVIDENCE_WORDS = 192, 80
"""Less than is read when it weighs: what is learned from short windows holds for longer ones, and costs less."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """One window and the numbers of the verdicts that are right there."""

    window: Window
    right: Right


class VerifierNetwork(torch.nn.Module):
    """An encoder with three logits for a pair, read from its first token and the means over claim and evidence."""

    def __init__(self, encoder: BertModel) -> None:
        """Put the new parts on an encoder."""
        super().__init__()
        self.encoder = encoder
        width = self.encoder.config.hidden_size
        self.joint = torch.nn.Linear(3 * width, width)
        self.dropout = QuickDropout()
        self.verdict = torch.nn.Linear(width, len(STANCES))

    def forward(self, tokens: torch.Tensor, mask: torch.Tensor, kinds: torch.Tensor) -> torch.Tensor:
        """Logits of the verdicts: rows by 3."""
        hidden = self.encoder(input_ids=tokens, attention_mask=mask, token_type_ids=kinds).last_hidden_state
        of_claim = ((kinds == QUESTION) | (kinds == QUESTION_SHARED)) & (mask > 0)
        of_evidence = ~of_claim & (mask > 0)
        parts = [hidden[:, 0], _mean(hidden, of_claim), _mean(hidden, of_evidence)]
        joint = torch.nn.functional.gelu(self.joint(torch.cat(parts, dim=-1)))
        logits: torch.Tensor = self.verdict(self.dropout(joint))
        return logits


def _mean(hidden: torch.Tensor, chosen: torch.Tensor) -> torch.Tensor:
    weights = chosen.to(hidden.dtype)[..., None]
    return (hidden * weights).sum(dim=1) / weights.sum(dim=1).clamp(min=1.0)


def lessons(examples: Iterable[Example], maker: WindowMaker) -> Iterator[Lesson]:
    """One window for each example, the evidence focused on the claim."""
    for example in examples:
        evidence = focused(example.claim, example.evidence, _EVIDENCE_WORDS)
        for window in maker.windows(example.claim, evidence, _WINDOW_TOKENS, CLAIM_TOKENS):
            yield Lesson(window, example.right)
            break


def loss_of(network: VerifierNetwork, batch: list[Lesson]) -> torch.Tensor:
    """Minus the log-probability that the network gives to all right verdicts together."""
    with precision():
        logits: torch.Tensor = network(**inputs_of(batch)).float()
    wrong = torch.ones_like(logits, dtype=torch.bool)
    for row, lesson in enumerate(batch):
        wrong[row, list(lesson.right)] = False
    loss: torch.Tensor = -logits.log_softmax(dim=-1).masked_fill(wrong, _NEVER).logsumexp(dim=-1).mean()
    return loss
