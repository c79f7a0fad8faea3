"""Short answers compared as the SQuAD 2.0 evaluation script compares them."""

import re
import string
from collections import Counter
from collections.abc import Iterable

_ARTICLES = re.compile(r"\b(a|an|the)\b")
_PUNCTUATION = str.maketrans("", "", string.punctuation)


def normalised(answer: str) -> str:
    """Return the answer in lower case, without punctuation and articles, with single spaces.

    >>> normalised("The  United Nations!")
    'united nations'
    """
    return " ".join(_ARTICLES.sub(" ", answer.lower().translate(_PUNCTUATION)).split())


def exact_match(given: str, golds: Iterable[str]) -> float:
    """Return 1 if the given answer is one of the gold answers, else 0."""
    return float(normalised(given) in {normalised(gold) for gold in golds})


def best_f1(given: str, golds: Iterable[str]) -> float:
    """Return the largest F1 of the given answer's words against a gold answer's."""
    return max((_f1(normalised(given).split(), normalised(gold).split()) for gold in golds), default=0.0)


def _f1(given: list[str], gold: list[str]) -> float:
    if not given or not gold:
        return float(given == gold)
    common = (Counter(given) & Counter(gold)).total()
    return 2 * common / (len(given) + len(gold))
