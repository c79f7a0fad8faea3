"""What a reader must beat: the sentence with most of the question's words, saying nothing, and any few words."""

import random
import re
from collections.abc import Mapping

from bot.finding.reading import Reading
from eval.baselines import NearestSentence
from eval.kinds.reading.closed import Reader
from index import Document

_WORD = re.compile(r"\w+")
_LONGEST = 5
"""Words of a random span at most."""


def baselines(seed: int) -> Mapping[str, Reader]:
    """Return the baselines by name; what they say they say with full confidence."""

    def anything(question: str, text: str) -> Reading | None:
        words = list(_WORD.finditer(text))
        if not words:
            return None
        drawn = random.Random(f"{seed} {question} {text}")  # noqa: S311 - no secret
        first = drawn.randrange(len(words))
        last = min(first + drawn.randrange(_LONGEST), len(words) - 1)
        return Reading(words[first].start(), words[last].end(), 1.0)

    return {"nearest": nearest_sentence, "silent": lambda *_: None, "random": anything}


def nearest_sentence(question: str, text: str) -> Reading | None:
    """Return the first sentence with most of the question's words; None where none has any."""
    answer = NearestSentence.over([Document("text", text)])(question)
    quote = next((citation.quote for citation in answer.citations), None)
    return Reading(quote.start, quote.end, 1.0) if quote else None
