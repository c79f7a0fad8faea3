"""Words in any of their forms: "took" and "taken", "leak" and "leaked"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.parsed_text import lemmatised
from bot.windows import is_common, stem

if TYPE_CHECKING:
    from spacy.tokens import Token


_EMPHASIS = frozenset({"ever", "even", "indeed"})


def roots(token: Token) -> frozenset[str]:
    """Return what tells a word's forms from other words: its lemma, and the word less its ending."""
    return frozenset((token.lemma_.lower(), stem(token.lower_)))


def is_content(token: Token) -> bool:
    """Say whether a word is neither a common one, a pronoun, an emphasis nor a mark."""
    is_word = token.text[-1].isalnum() and token.pos_ not in {"PRON", "AUX"}
    return is_word and token.lower_ not in _EMPHASIS and not is_common(token.lower_)


def content_roots(text: str) -> list[frozenset[str]]:
    """Return the roots of each word of a text that means something by itself.

    >>> [sorted(one) for one in content_roots("She had taken bribes.")]
    [['take', 'taken'], ['brib', 'bribe']]
    """
    return [roots(token) for token in lemmatised(text) if is_content(token)]


def share_missing(wanted: str, text: str) -> float:
    """Return the share of some words that a text has in no form; all where none means anything by itself.

    >>> share_missing("Lee took bribes", "Lee had taken a bribe"), share_missing("it", "it")
    (0.0, 1.0)
    """
    there = frozenset[str]().union(*content_roots(text))
    each = content_roots(wanted)
    return sum(there.isdisjoint(one) for one in each) / len(each) if each else 1.0
