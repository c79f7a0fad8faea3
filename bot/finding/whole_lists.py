"""A short answer to a question for several things, made whole: "apples" of "apples, pears and plums" is all three."""

import re
from typing import TYPE_CHECKING

from bot.parsed_text import parsed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

_VERB = r"(?:is|was|do|does|did|has|happens|causes|makes|means|comes|goes|this|its|his|us)\b"
_SEVERAL = re.compile(
    rf"^(?:list|name|enumerate)\b|\b(?:which|what)\s+(?:(?!{_VERB})\w+\s+){{0,2}}?(?!{_VERB})\w+(?<!s|u|i)s\b"
    r"|\b(?:who|what|which)\s+(?:are|were|all)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"^(?:and |so |but )?(?:who(?!\s+(?:is|was)\b)|whom|what\s+(?:(?:is|was)\s+(?:in|on)|did|does|do|has|had|\w+ed))\b",
    re.IGNORECASE,
)
_NO_ITEM = frozenset({"VB", "VBD", "VBN", "VBP", "VBZ", "MD", "WP", "WDT", "WRB", "PRP"})
_THINGS = frozenset({"NN", "NNS", "NNP", "NNPS", "CD", "VBG"})


def asks_for_several(question: str) -> bool:
    """Say whether a question waits for more than one thing.

    >>> asks_for_several("Which weapons were sent?"), asks_for_several("Which ship was seen?")
    (True, False)
    """
    return bool(_SEVERAL.search(question))


def may_be_several(question: str) -> bool:
    """Say whether a question can wait for one thing as well as for several.

    >>> may_be_several("Who voted in favour?"), may_be_several("Who is the mayor?"), may_be_several("When was it?")
    (True, False, False)
    """
    return bool(_OPEN.search(question))


def list_of_item(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span of a sentence, widened to the list of which it is itself one plain item; else as it is.

    >>> list_of_item("They sell apples, ripe pears and plums in May.", 10, 16)
    (10, 38)
    """
    tokens = list(_within(parsed(text), start, end))
    tops = [one for one in tokens if one.head not in tokens or one.head == one]
    if len(tops) != 1 or tops[0].tag_ == "CD":
        return start, end
    first, last = whole_list(text, tops[0].idx, tops[0].idx + len(tops[0].text))
    widened = list(_within(parsed(text), first, last))
    is_plain = not any(one.tag_ in _NO_ITEM or one.dep_ == "appos" for one in widened)
    return (min(start, first), max(end, last)) if is_plain else (start, end)


def whole_list(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span of a sentence, widened to the whole list that its words are part of.

    >>> whole_list("They sell apples, ripe pears and plums in May.", 10, 16)
    (10, 38)
    """
    tokens = parsed(text)
    listed = [other for one in _within(tokens, start, end) if one.tag_ in _THINGS for other in (one, *one.conjuncts)]
    edges = [(_start(one), _end(one)) for one in listed if one.conjuncts]
    if not edges:
        return start, end
    first, first_end = min(edges)
    # A span that starts in the first item starts where it was read: the parser may take a verb for part of a noun.
    return start if first <= start < first_end else min(start, first), max(end, *(last for _, last in edges))


def _within(tokens: "Doc", start: int, end: int) -> "Iterator[Token]":
    return (one for one in tokens if start <= one.idx < end)


def _start(token: "Token") -> int:
    left = [child for child in token.lefts if child.dep_ in {"compound", "amod", "nummod", "nmod", "poss"}]
    return int(min([token.idx, *(_start(child) for child in left)]))


def _end(token: "Token") -> int:
    of = [child.right_edge for child in token.rights if child.lower_ == "of"]
    last = of[-1] if of else token
    # Of "lead, tin and rare earths" the parser may take "rare" for the last item.
    while last.tag_ == "JJ" and last.i + 1 < len(last.doc) and last.nbor().tag_.startswith(("NN", "JJ")):
        last = last.nbor()
    return int(last.idx + len(last.text))
