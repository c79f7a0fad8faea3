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
    >>> denies_kept("There is no proof, not a print, that it is ours", Span(0, 47), Span(19, 30))
    False
    >>> denies_kept("It is old. I do not think that it is safe", Span(0, 41), Span(6, 30))
    True

    Args:
        text: the source's text.
        quoted: from the first word of the quotation to the last.
        cut: what is left out of it.
    """
    is_aside = text[: cut.start].rstrip().endswith(",") and text[cut.end :].lstrip().startswith(",")
    words = parsed(text[quoted.start : quoted.end])
    first, last = cut.start - quoted.start, cut.end - quoted.start
    inside = {token for token in words if first <= token.idx < last}
    denials = [one for one in _denials(words) if not (is_aside and _denies_phrase(one, inside))]
    kept = {one for token in denials if token not in inside for one in _denied_by(token)}
    return any(
        not inside.issuperset(_denied_by(token)) and kept.isdisjoint(_denied_by(token))
        for token in denials
        if token in inside
    )


def _denies_phrase(denial: "Token", inside: "set[Token]") -> bool:
    """Say whether "not" stands before a noun with its article, all in what is left out: "…, not a footprint, …"."""
    following = denial.doc[denial.i + 1 : denial.i + 2]
    return denial in inside and any(one.tag_ == "DT" and one in inside and one.head in inside for one in following)


def _denied_by(denial: "Token") -> "list[Token]":
    """Return the words that a denial belongs to, and those of a clause that depends on them: "do not think that …"."""
    head = denial.head
    said = [child for one in (head, *head.children) for child in one.rights if child.dep_ == "ccomp"]
    return [head, *said]


def _denials(words: "Doc") -> "list[Token]":
    """Return the words that deny; "not only" denies nothing."""
    denying = [token for token in words if token.dep_ == "neg" or token.lower_ in _DENYING]
    return [one for one in denying if words[one.i + 1 : one.i + 2].text.lower() != "only"]
