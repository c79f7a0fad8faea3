"""The quotation tagger from text to offsets: with a network that marks what the test says, and with the real one."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import BertPreTokenizer

import index
from index.tagging.content import Attribution
from index.tagging.decoding import BEGIN_CONTENT, BEGIN_SOURCE, INSIDE_CONTENT, LEFT, RIGHT
from index.tagging.tagger import Network, QuoteTagger, attributions
from index.tagging.windows import Window, pad, tokenize, windows

FOLDER = Path(index.__file__).parent / "models" / "quote_tagger"
WORDS = ["[UNK]", '"', "we", "won", ",", "said", "lee", "."]


def tokenizer() -> Tokenizer:
    words = Tokenizer(WordLevel({word: number for number, word in enumerate(WORDS)}, unk_token="[UNK]"))  # noqa: S106
    words.pre_tokenizer = BertPreTokenizer()
    return words


def encode(numbers: Any, _features: Any, _mask: Any) -> tuple[Any, Any]:
    is_cue = numbers == WORDS.index("said")
    cues = np.stack([~is_cue, is_cue, np.zeros_like(is_cue)], axis=2).astype(np.float32)
    return cues, np.zeros((*numbers.shape, 4), dtype=np.float32)


def mark(states: Any, _mask: Any, _is_cue: Any) -> Any:
    scores = np.full((len(states), LEFT + RIGHT, 5), -9.0, dtype=np.float32)
    scores[:, :, 0] = -1.0
    scores[:, LEFT - 4, BEGIN_CONTENT] = 0.0
    scores[:, LEFT - 3, INSIDE_CONTENT] = 0.0
    scores[:, LEFT - 1, BEGIN_SOURCE] = 0.0
    return scores


def test_offsets_point_into_the_text_as_it_was_read() -> None:
    text = "🙂\r\n“we won,” lee said.\r\n\r\nwe won, lee said"
    found = attributions(text, tokenize(text, tokenizer()), Network(encode, mark))
    assert [text[slice(*one.cue)] for one in found] == ["said", "said"]
    assert [text[slice(*one.source)] for one in found if one.source] == ["lee", "lee"]
    assert text[slice(*found[0].content[0])] == "“we won,”"


def test_nothing_is_said_in_an_empty_text() -> None:
    for text in ("", "\n", " "):
        assert attributions(text, tokenize(text, tokenizer()), Network(encode, mark)) == []


def test_windows_answer_for_each_token_once() -> None:
    tokens = tokenize("we won, lee said. " * 200, tokenizer())
    cut = windows(tokens)
    assert len(cut) > 1
    assert [token for window in cut for token in range(window.first, window.last)] == list(range(len(tokens)))
    assert all(window.start <= window.first < window.last <= window.end for window in cut)


def test_padding_is_masked() -> None:
    tokens = tokenize("we won, lee said.", tokenizer())
    numbers, features, mask = pad(tokens, [Window(0, 6, 0, 6), Window(0, 2, 0, 2)])
    assert numbers.shape == (2, 8)
    assert features.shape == (2, 8, 3)
    assert mask.sum(axis=1).tolist() == [8, 4]


@pytest.fixture(scope="module")
def tagger() -> QuoteTagger:
    if not (FOLDER / "model.onnx").exists():
        pytest.skip("no weights here")
    return QuoteTagger(FOLDER)


def read(tagger: QuoteTagger, text: str) -> list[tuple[str, str]]:
    def words(one: Attribution) -> tuple[str, str]:
        said = " | ".join(text[start:end] for start, end in one.content)
        return said, text[slice(*one.source)] if one.source else ""

    return [words(one) for one in tagger.attributions(text)]


@pytest.mark.parametrize("marks", ["“”", '""', "„“", "«»"])
def test_a_direct_quotation_with_any_marks(tagger: QuoteTagger, marks: str) -> None:
    said = f"{marks[0]}We will not accept this deal,{marks[1]}"
    assert read(tagger, f"The talks failed. {said} Maria Lopez said on Monday.") == [(said, "Maria Lopez")]


def test_emoji_and_accents_move_no_offset(tagger: QuoteTagger) -> None:
    text = "🙂🇫🇷 Cafe\u0301 news.\r\n\r\n“We will not accept this deal,” José Núñez said on Monday."
    assert read(tagger, text) == [("“We will not accept this deal,”", "José Núñez")]


def test_an_indirect_quotation(tagger: QuoteTagger) -> None:
    found = read(tagger, "The bridge will be closed until May, according to the mayor.")
    assert found == [("The bridge will be closed until May", "the mayor")]
