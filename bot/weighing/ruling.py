"""What can be told by rule alone, whatever the network makes of it: a claim in evidence's own words.

"20 are missing" against "48 are missing", "5 million tonnes" against "4.9m tonnes", "convicted" against "acquitted". A
rule looks at one sentence of evidence at a time, and has nothing to say where it does not say what the claim says.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.verdict import Verdict
from bot.weighing.comparing import Thing, compare, negations, shares
from bot.weighing.dates import mentions
from bot.weighing.focusing import pieces
from bot.weighing.opposites import excluded
from bot.weighing.quantities import quantities, without_numbers
from bot.windows import is_common, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.weighing.quantity import Quantity

_MOSTLY: Final = 0.2  # the greatest share of a claim's words that may be missing where it is said with another number
_LARGELY: Final = 1 / 3  # the same, beside names, where it is said with the same numbers and dates
_WORD: Final = re.compile(r"\w+")
_NAME: Final = re.compile(r"\b[A-Z][\w'-]*(?:\s[A-Z][\w'-]*)*")
_OPEN: Final = re.compile(
    r"\?|\b(?:if|unless|whether|could|would|may|might|should|will|shall|expect\w*|plan\w*|reject\w*|dismiss\w*|doubt\w*"
    r"|disput\w*|hardly|barely)\b",
    re.IGNORECASE,
)
"""What makes of a sentence another one than that something is so."""
_WHEN: Final = re.compile(r"\b(?:yesterday|today|(?:last|this|previous) (?:week|month|year|\w+day))\b", re.IGNORECASE)


def ruling(claim: str, evidence: str) -> Verdict | None:
    """Return what evidence says of a claim by the first rule that applies; None where none does.

    Not enough evidence means that it does not refute the claim.
    """
    return next((verdict for rule, verdict in RULES if rule(claim, evidence)), None)


def contradicts(claim: str, evidence: str) -> bool:
    """Say whether evidence says what a claim says, with another number: "20 are missing" against "48 are missing".

    A claim's names may be left out where evidence names nobody else: what it tells of may be clear from its document.
    """
    agree, differ = shares(quantities(claim), quantities(evidence))
    if agree or not differ:
        return False
    claimed = _WHEN.sub(" ", without_numbers(claim))
    return any(
        shares(quantities(claim), quantities(sentence))[1]
        and _is_as_sure(claim, sentence)
        and not (negations(claimed) and not negations(without_numbers(sentence)))
        and _one_time(claim, sentence)
        and _share_missing(claimed, sentence) <= _MOSTLY
        for sentence in pieces(evidence)
    )


def confirms(claim: str, evidence: str) -> bool:
    """Say whether evidence says what a claim says, with numbers from which the claim's follow: 4.9m from 4.9 million.

    All words of the claim must be there in their order, and no other number of the same thing.
    """
    numbers = quantities(claim)
    counted = {word for one in numbers for word in one.counted}
    return bool(numbers) and any(
        all(_follows(one, quantities(sentence)) for one in numbers)
        and _says(without_numbers(claim), without_numbers(sentence), counted)
        for sentence in pieces(evidence)
    )


def opposes(claim: str, evidence: str) -> bool:
    """Say whether evidence says what a claim says, with a word that excludes one of it: "convicted", "acquitted"."""
    words = [word for word in _WORD.findall(claim.lower()) if excluded(word)]
    claimed = without_numbers(claim)
    return bool(words) and any(
        _one_time(claim, sentence)
        and _says(re.sub(rf"\b{word}\b", other, claimed, flags=re.IGNORECASE), without_numbers(sentence))
        for sentence in pieces(evidence)
        for word in words
        if word not in (there := _WORD.findall(sentence.lower()))
        for other in excluded(word).intersection(there)
    )


def agrees(claim: str, evidence: str) -> bool:
    """Say whether evidence gives all numbers and dates of a claim in one sentence that speaks of the same, as true.

    That may not be enough to support the claim, but it refutes nothing.
    """
    numbers, dates = quantities(claim), mentions(claim)
    return bool(numbers or dates) and any(
        _all_agree(numbers, quantities(sentence))
        and _all_agree(dates, mentions(sentence))
        and negations(sentence) == negations(evidence)
        and not compare(claim, sentence).opposed
        and _speaks_of(without_numbers(claim), without_numbers(sentence))
        for sentence in pieces(evidence)
    )


RULES: Final = (
    (contradicts, Verdict.REFUTED),
    (opposes, Verdict.REFUTED),
    (confirms, Verdict.SUPPORTED),
    (agrees, Verdict.NOT_ENOUGH_EVIDENCE),
)
"""The rules, each with what follows from it."""


def _follows(one: Quantity, told: Sequence[Quantity]) -> bool:
    like = [other for other in told if one.is_like(other)]
    return bool(like) and all(one.follows_from(other) for other in like)


def _all_agree(mine: Sequence[Thing], theirs: Sequence[Thing]) -> bool:
    return not mine or shares(mine, theirs)[0] == 1


def _speaks_of(claim: str, sentence: str) -> bool:
    """Say whether a sentence has all names of a claim in their order and most of its other words, and is as true."""
    names, there = _capitalised(claim), _words(sentence)
    others = set(_words(claim)) - set(names)
    even = negations(claim) % 2 == negations(sentence) % 2
    if not even or not _is_as_sure(claim, sentence) or not _is_in_order(names, there):
        return False
    return bool(others) and len(others - set(there)) <= _LARGELY * len(others)


def _says(claim: str, sentence: str, anywhere: Iterable[str] = ()) -> bool:
    """Say whether all words of a claim stand in a sentence in their order, those of `anywhere` anywhere, and as true.

    Of a name a part is enough, where nobody else is named: "the county" is "Almond County".
    """
    there = _words(sentence)
    others = _other_names(claim, sentence)
    partly = [] if others else [name for name in _names(claim) if set(name) & set(there)]
    left_out = {word for name in partly for word in name} - set(there)
    wanted = [word for word in _words(claim) if word not in left_out]
    in_order = [word for word in wanted if word not in set(anywhere)]
    negated = (negations(claim) - negations(sentence)) % 2
    if negated or not _is_as_sure(claim, sentence):
        return False
    return set(wanted) <= set(there) and _is_in_order(in_order, there)


def _share_missing(claim: str, sentence: str) -> float:
    """Return the share of a claim's words that a sentence lacks; names count where it names others."""
    there = set(_words(sentence))
    named = set() if _other_names(claim, sentence) else {word for name in _names(claim) for word in name}
    wanted = set(_words(claim)) - (named - there)
    return len(wanted - there) / len(wanted) if wanted else 1.0


def _is_as_sure(claim: str, sentence: str) -> bool:
    return bool(_OPEN.search(claim)) or not _OPEN.search(sentence)


def _one_time(claim: str, sentence: str) -> bool:
    """Say whether a sentence gives no other date than a claim."""
    return not shares(mentions(claim), mentions(sentence))[1]


def _is_in_order(mine: Sequence[str], theirs: Iterable[str]) -> bool:
    left = iter(theirs)
    return all(word in left for word in mine)


def _words(text: str) -> list[str]:
    return [stem(word) for word in _WORD.findall(text.lower()) if not is_common(word)]


def _names(claim: str) -> list[list[str]]:
    """Return the names in a claim, their words less their endings; a first word is one only before another."""
    runs = [(found, _words(found.group())) for found in _NAME.finditer(claim)]
    return [words for found, words in runs if words and (found.start() > 0 or " " in found.group().strip())]


def _other_names(claim: str, sentence: str) -> bool:
    """Say whether a sentence has a word with a capital that a claim has not."""
    return not set(_capitalised(sentence)) <= set(_words(claim))


def _capitalised(text: str) -> list[str]:
    return [word for found in _NAME.finditer(text) for word in _words(found.group())]
