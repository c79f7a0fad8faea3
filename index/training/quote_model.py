"""The quotation tagger as a trainable model: an encoder that finds cues, and a head for one cue at a time."""

from pathlib import Path
from typing import cast

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertModel

from index.tagging.decoding import LABELS, LEFT, RIGHT
from index.tagging.windows import FEATURES

STATE = 256
_HEADS = 4
_CUE_LABELS = 3


class Encoder(nn.Module):
    """BERT with small embeddings for case, paragraphs and quotation marks; gives cue probabilities and states."""

    def __init__(self, folder: Path) -> None:
        """Start from pretrained weights."""
        super().__init__()
        self.bert = BertModel.from_pretrained(
            str(folder),
            add_pooling_layer=False,
            attn_implementation="eager",
            attention_probs_dropout_prob=0.0,
        )
        width = self.bert.config.hidden_size
        self.features = nn.ModuleList(nn.Embedding(size, width) for size in FEATURES)
        for embedding in self.features:
            nn.init.normal_(cast("nn.Embedding", embedding).weight, std=0.01)
        self.dropout = nn.Dropout(0.1)
        self.cues = nn.Linear(width, _CUE_LABELS)
        self.states = nn.Linear(width, STATE)

    def forward(self, input_ids: Tensor, features: Tensor, attention_mask: Tensor) -> tuple[Tensor, Tensor]:
        """Return (windows, tokens, 3) probabilities of outside, begin and inside of a cue, and the states."""
        logits, states = self.logits(input_ids, features, attention_mask)
        return logits.softmax(-1), states

    def logits(self, input_ids: Tensor, features: Tensor, attention_mask: Tensor) -> tuple[Tensor, Tensor]:
        """Return cue logits and states."""
        embedded = self.bert.embeddings.word_embeddings(input_ids)
        for position, embedding in enumerate(self.features):
            embedded = embedded + embedding(features[:, :, position])
        hidden = self.dropout(self.bert(inputs_embeds=embedded, attention_mask=attention_mask).last_hidden_state)
        return self.cues(hidden), self.states(hidden)


class Block(nn.Module):
    """One transformer layer, normalised before each half."""

    def __init__(self, dropout: float = 0.1) -> None:
        """Make a layer of the head's width."""
        super().__init__()
        self.before, self.between = nn.LayerNorm(STATE), nn.LayerNorm(STATE)
        self.mixed, self.joined = nn.Linear(STATE, 3 * STATE), nn.Linear(STATE, STATE)
        self.wide, self.narrow = nn.Linear(STATE, 2 * STATE), nn.Linear(2 * STATE, STATE)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        """Let each token look at the others."""
        count, length, _ = states.shape
        mixed = self.mixed(self.before(states)).view(count, length, 3, _HEADS, STATE // _HEADS)
        query, key, value = mixed.permute(2, 0, 3, 1, 4).unbind(0)
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=bias.to(query.dtype))
        states = states + self.dropout(self.joined(seen.transpose(1, 2).reshape(count, length, STATE)))
        return torch.add(states, self.dropout(self.narrow(functional.gelu(self.wide(self.between(states))))))


class Head(nn.Module):
    """Tells for one cue which of the tokens around it are content, and which source."""

    def __init__(self, layers: int = 1) -> None:
        """Make the layers; positions are counted from the cue."""
        super().__init__()
        self.cue = nn.Linear(STATE, STATE)
        self.position = nn.Parameter(torch.randn(LEFT + RIGHT, STATE) * 0.02)
        self.is_cue = nn.Parameter(torch.randn(STATE) * 0.02)
        self.blocks = nn.ModuleList(Block() for _ in range(layers))
        self.after = nn.LayerNorm(STATE)
        self.labels = nn.Linear(STATE, len(LABELS))

    def forward(self, states: Tensor, mask: Tensor, is_cue: Tensor) -> Tensor:
        """Return (cues, tokens, labels) log probabilities."""
        cue = (states * is_cue[:, :, None]).sum(1) / is_cue.sum(1, keepdim=True)
        hidden = states + self.cue(cue)[:, None] + self.position + is_cue[:, :, None] * self.is_cue
        hidden = functional.gelu(hidden)
        bias = ((mask - 1) * 1e4)[:, None, None, :]
        for block in self.blocks:
            hidden = block(hidden, bias)
        scores: Tensor = self.labels(self.after(hidden))
        return scores.float().log_softmax(-1)


class Tagger(nn.Module):
    """Both halves, trained together."""

    def __init__(self, folder: Path) -> None:
        """Start from a pretrained encoder."""
        super().__init__()
        self.encoder = Encoder(folder)
        self.head = Head()
