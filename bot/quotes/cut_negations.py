"""Whether what an ellipsis leaves out denies what is kept: "We will … raise taxes" of "We will not raise taxes"."""

from typing import TYPE_CHECKING

from bot.parsed_text import parsed
from index import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_DENYING = frozenset(["never", "no", "nobody", "none", "nothing", "nowhere"])


def denies_kept(text: str, quoted: Span, cut: Span) -> bool:
    """Say whether a negation in a cut belongs to a word that is kept, and none that is kept denies that too.

    >>> denies_kept("We will not raise taxes", Span(0, 23), Span(8, 11))
    True
    >>> denies_kept("It is old, it was not ours, but it is safe", Span(0, 42), Span(11, 26))
    False

    Args:
        text: the source's text.
        quoted: from the first word of the quotation to the last.
        cut: what is left out of it.
    """
    words = parsed(text[quoted.start : quoted.end])
    first, last = cut.start - quoted.start, cut.end - quoted.start
    inside = {token for token in words if first <= token.idx < last}
    kept = {token.head for token in _denials(words) if token not in inside}
    return any(token in inside and token.head not in inside and token.head not in kept for token in _denials(words))


def _denials(words: "Doc") -> "list[Token]":
    """Return the words that deny; "not only" denies nothing."""
    denying = [token for token in words if token.dep_ == "neg" or token.lower_ in _DENYING]
    return [one for one in denying if words[one.i + 1 : one.i + 2].text.lower() != "only"]
