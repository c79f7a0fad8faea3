"""Whether a sentence says what a claim says: its words in their order, as surely, of the same time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.weighing.comparing import negations, shares
from bot.weighing.dates import mentions
from bot.windows import is_common, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WORD: Final = re.compile(r"\w+")
_NAME: Final = re.compile(r"\b[A-Z][\w'-]*(?:\s[A-Z][\w'-]*)*")
_OPEN: Final = re.compile(
    r"\?|\b(?:if|unless|whether|could|would|(?-i:may)|might|should|will|shall|expect\w*|plan\w*|reject\w*|dismiss\w*|doubt\w*"
    r"|disput\w*|hardly|barely)\b",
    re.IGNORECASE,
)
"""What makes of a sentence another one than that something is so; "May" is a month."""


def says(claim: str, sentence: str, anywhere: Iterable[str] = ()) -> bool:
    """Say whether all words of a claim stand in a sentence in their order, those of `anywhere` anywhere, and as true.

    Of a name a part is enough, where nobody else is named: "the county" is "Almond County".
    """
    there = words(sentence)
    others = _other_names(claim, sentence)
    partly = [] if others else [name for name in _names(claim) if set(name) & set(there)]
    left_out = {word for name in partly for word in name} - set(there)
    wanted = [word for word in words(claim) if word not in left_out]
    in_order = [word for word in wanted if word not in set(anywhere)]
    negated = (negations(claim) - negations(sentence)) % 2
    if negated or not is_as_sure(claim, sentence):
        return False
    return set(wanted) <= set(there) and is_in_order(in_order, there)


def share_lacking(claim: str, sentence: str) -> float:
    """Return the share of a claim's words that a sentence lacks; names count where it names others."""
    there = set(words(sentence))
    named = set() if _other_names(claim, sentence) else {word for name in _names(claim) for word in name}
    wanted = set(words(claim)) - (named - there)
    return len(wanted - there) / len(wanted) if wanted else 1.0


def is_as_sure(claim: str, sentence: str) -> bool:
    """Say whether a sentence says that something is so, or a claim does not either."""
    return bool(_OPEN.search(claim)) or not _OPEN.search(sentence)


def one_time(claim: str, sentence: str) -> bool:
    """Say whether a sentence gives no other date than a claim."""
    return not shares(mentions(claim), mentions(sentence))[1]


def is_in_order(mine: Sequence[str], theirs: Iterable[str]) -> bool:
    """Say whether words stand among others in their order."""
    left = iter(theirs)
    return all(word in left for word in mine)


def words(text: str) -> list[str]:
    """Return the words that mean something by themselves, less their endings."""
    return [stem(word) for word in _WORD.findall(text.lower()) if not is_common(word)]


def count_names(text: str) -> int:
    """Return how many names a text has, those of several words once; a capital makes a name of its first word, too."""
    return sum(bool(words(found.group())) for found in _NAME.finditer(text))


def _names(claim: str) -> list[list[str]]:
    """Return the names in a claim, their words less their endings; a first word is one only before another."""
    runs = [(found, words(found.group())) for found in _NAME.finditer(claim)]
    return [name for found, name in runs if name and (found.start() > 0 or " " in found.group().strip())]


def _other_names(claim: str, sentence: str) -> bool:
    """Say whether a sentence has a word with a capital that a claim has not."""
    return not set(capitalised(sentence)) <= set(words(claim))


def capitalised(text: str) -> list[str]:
    """Return those with a capital."""
    return [word for found in _NAME.finditer(text) for word in words(found.group())]
