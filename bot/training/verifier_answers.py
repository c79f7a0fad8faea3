"""Answers to be weighed as claims: what the reader reads, rightly and wrongly, put behind its question.

A reader that must answer guesses where the text does not tell; a verifier that has seen such guesses can tell them from
answers (cf. Hu et al., 2019, Read + Verify).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeAlias

from bot.training.reader_figures import overlap
from bot.training.reader_mixture import Mixture
from bot.training.verifier_rows import NOT_SUPPORTED, SUPPORTED, Example
from bot.weighing.verifier import answered

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator
    from pathlib import Path

    from bot.finding.reading import Reading

Read: TypeAlias = Callable[[str, str], "Reading | None"]
"""From a question and a text to the best span in it, however unlikely."""

_SENTENCE_END: Final = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]*[A-Z0-9])")  # noqa: RUF001 - marks of real texts
_GATHERED: Final = 0.5
_RIGHT: Final = 0.5  # the share of words from which on a reading counts as the answer
_WHOLE: Final = 0.3  # how many are weighed against the whole text, the others against the sentence that they stand in


def answers(data: Path, read: Read, chance: random.Random) -> Iterator[Example]:
    """Pairs of question and reading, and the sentence that it stands in, or the text around it."""
    mixture = Mixture(data, [], chance)
    asked = [*mixture.paragraphs(), *mixture.gathered(_GATHERED)]
    for one in asked:
        reading = read(one.question, one.text)
        if reading is None or reading.start == reading.end:
            continue
        golds = [one.text[start:end] for start, end in one.places]
        given = one.text[reading.start : reading.end]
        right = any(overlap(given, gold) > _RIGHT for gold in golds)
        text = one.text if chance.random() < _WHOLE else _around(one.text, reading.start, reading.end)
        yield Example(answered(one.question, given), text, SUPPORTED if right else NOT_SUPPORTED, "answered")
        if golds and not right:
            start, end = one.places[0]
            yield Example(answered(one.question, golds[0]), _around(one.text, start, end), SUPPORTED, "answered")


def _around(text: str, start: int, end: int) -> str:
    """The sentence, or the sentences, that a span stands in."""
    ends = [found.end() for found in _SENTENCE_END.finditer(text)]
    first = max((cut for cut in ends if cut <= start), default=0)
    last = min((cut for cut in ends if cut >= end), default=len(text))
    return text[first:last].strip()
