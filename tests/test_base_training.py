"""What the networks start as: the cross-encoder's lower layers and the word pieces that texts use."""

import gzip
import json
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer

from bot.training.base import LAYERS, PIECES, base_encoder, base_folder, write_tokenizer
from index.training.restore import restored


@pytest.fixture(scope="module")
def tokenizer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    rows = {
        "claims/train.jsonl.gz": {"claim": "The ferry sank.", "evidence": "Nobody saw the ferry sink."},
        "qa/train.jsonl.gz": {"question": "What sank?", "context": "The zirconium ferry sank."},
        "quotes/polnear.train.jsonl.gz": {"text": "Lee said that the ferry sank."},
    }
    for name, row in rows.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(gzip.compress(json.dumps(row).encode()))
    write_tokenizer(folder, folder / "tokenizer.json")
    return folder / "tokenizer.json"


@pytest.mark.model
def test_the_word_pieces_that_texts_use_are_kept_and_those_that_bert_reserves_stay_where_they_are(
    tokenizer: Path,
) -> None:
    kept, everything = (
        Tokenizer.from_file(str(file)).get_vocab() for file in (tokenizer, base_folder() / "tokenizer.json")
    )

    assert sorted(kept.values()) == list(range(PIECES))
    assert all(kept[piece] == everything[piece] for piece in ("[PAD]", "[UNK]", "[CLS]", "[SEP]"))
    assert {"ferry", "##rc", "##z", "7", "?"} <= kept.keys()


@pytest.mark.model
def test_each_word_piece_keeps_its_vector_and_each_layer_its_weights(tokenizer: Path) -> None:
    weights = restored(base_folder() / "model.onnx", "bert")
    kept, everything = (
        Tokenizer.from_file(str(file)).get_vocab() for file in (tokenizer, base_folder() / "tokenizer.json")
    )

    state = {name: tensor.numpy() for name, tensor in base_encoder(tokenizer).state_dict().items()}

    words = "embeddings.word_embeddings.weight"
    assert np.array_equal(state[words][kept["ferry"]], weights[words][everything["ferry"]])
    last = f"encoder.layer.{LAYERS - 1}.output.dense.weight"
    assert np.array_equal(state[last], weights[last])
