"""What can be told by rule alone, whatever the network makes of it: a claim in evidence's own words.

"20 are missing" against "48 are missing", "5 million tonnes" against "4.9m tonnes", "convicted" against "acquitted". A
rule looks at one sentence of evidence at a time, and has nothing to say where it does not say what the claim says.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.verdict import Verdict
from bot.weighing.comparing import Thing, compare, negations, shares
from bot.weighing.contrasts import denies_contrast, says_contrast, says_otherwise
from bot.weighing.dated_numbers import at_their_time, is_of_another_time, is_of_other_times
from bot.weighing.dates import mentions, without_dates
from bot.weighing.exchanged_deeds import exchanges, tells_deed
from bot.weighing.focusing import pieces
from bot.weighing.negated_deeds import denies_another, denies_deed, negates_too, tells_what_is_negated
from bot.weighing.opposing import denies_opposite, opposes, restates, turns
from bot.weighing.others_deeds import tells_of_others
from bot.weighing.quantities import quantities, without_numbers
from bot.weighing.saying import capitalised, is_as_sure, is_in_order, one_time, says, share_lacking, words
from bot.weighing.undone_deeds import falls_short, has_only_wanted, only_seeks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.weighing.quantity import Quantity

_MOSTLY: Final = 0.2  # the greatest share of a claim's words that may be missing where it is said with another number
_PARTLY: Final = 0.6  # the same, where it is said with other numbers, if they are only not to support it
_LARGELY: Final = 1 / 3  # the same, beside names, where it is said with the same numbers and dates
_WILL: Final = re.compile(r"\bwill\b")
_WHEN: Final = re.compile(r"\b(?:yesterday|today|(?:last|this|previous) (?:week|month|year|\w+day))\b", re.IGNORECASE)


def ruling(claim: str, evidence: str) -> Verdict | None:
    """Return what evidence says of a claim by the first rule that applies; None where none does.

    Not enough evidence means that it does not refute the claim.
    """
    return next((verdict for rule, verdict in RULES if rule(claim, evidence)), None)


def cannot_support(claim: str, evidence: str) -> bool:
    """Say whether evidence does not support a claim, whether or not it refutes it."""
    return any(rule(claim, evidence) for rule in UNSUPPORTING)


def counts_otherwise(claim: str, evidence: str) -> bool:
    """Say whether evidence that speaks of some of what a claim says has other numbers for all of the claim's."""
    numbers = quantities(claim)
    return shares(numbers, quantities(evidence))[1] == 1 and any(
        share_lacking(without_numbers(claim), sentence) <= _PARTLY for sentence in _with_other_numbers(claim, evidence)
    )


def contradicts(claim: str, evidence: str) -> bool:
    """Say whether evidence says what a claim says, with another number: "20 are missing" against "48 are missing".

    A claim's names may be left out where evidence names nobody else: what it tells of may be clear from its document.
    """
    claimed = _WHEN.sub(" ", without_numbers(claim))
    return any(
        is_as_sure(claim, sentence)
        and not (negations(claimed) and not negations(without_numbers(sentence)))
        and one_time(claim, sentence)
        and share_lacking(claimed, sentence) <= _MOSTLY
        for sentence in _with_other_numbers(claim, evidence)
    )


def gives_another_time(claim: str, evidence: str) -> bool:
    """Say whether evidence says what a claim says, with its number at another date and another one at its date."""
    return any(
        is_of_another_time(claim, sentence) and share_lacking(without_numbers(claim), sentence) <= _LARGELY
        for sentence in pieces(evidence)
    )


def counts_at_other_times(claim: str, evidence: str) -> bool:
    """Say whether evidence says what a claim says with another number, wherever it does of another time.

    What was counted in 2023 does not refute what is claimed of 2022.
    """
    claimed = without_dates(without_numbers(claim))
    near = [one for one in _with_other_numbers(claim, evidence) if share_lacking(claimed, one) <= _LARGELY]
    return bool(near) and all(is_of_other_times(claim, one) for one in near)


def confirms(claim: str, evidence: str) -> bool:
    """Say whether evidence says what a claim says, with numbers from which the claim's follow: 4.9m from 4.9 million.

    All words of the claim must be there in their order, and no other number of the same thing.
    """
    numbers = quantities(claim)
    counted = {word for one in numbers for word in one.counted}
    return bool(numbers) and any(
        all(_follows(one, at_their_time(claim, sentence)) for one in numbers)
        and says(without_numbers(claim), without_numbers(sentence), counted)
        for sentence in pieces(evidence)
    )


def agrees(claim: str, evidence: str) -> bool:
    """Say whether evidence gives all numbers and dates of a claim in one sentence that speaks of the same.

    That may not be enough to support the claim, as "will cost" for "costs", but it refutes nothing.
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
    (gives_another_time, Verdict.REFUTED),
    (opposes, Verdict.REFUTED),
    (denies_deed, Verdict.REFUTED),
    (denies_contrast, Verdict.REFUTED),
    (confirms, Verdict.SUPPORTED),
    (restates, Verdict.SUPPORTED),
    (negates_too, Verdict.SUPPORTED),
    (tells_deed, Verdict.SUPPORTED),
    (says_contrast, Verdict.SUPPORTED),
    (counts_at_other_times, Verdict.NOT_ENOUGH_EVIDENCE),
    (denies_another, Verdict.NOT_ENOUGH_EVIDENCE),
    (agrees, Verdict.NOT_ENOUGH_EVIDENCE),
    (denies_opposite, Verdict.NOT_ENOUGH_EVIDENCE),
)
"""The rules, each with what follows from it."""
UNSUPPORTING: Final = (
    counts_otherwise,
    turns,
    tells_what_is_negated,
    exchanges,
    tells_of_others,
    falls_short,
    has_only_wanted,
    only_seeks,
    says_otherwise,
)
"""Rules by which evidence does not support a claim."""


def _with_other_numbers(claim: str, evidence: str) -> list[str]:
    """Return the sentences that have another number for one of a claim's that evidence does not have at all."""
    told = quantities(evidence)
    lacking = [one for one in quantities(claim) if shares([one], told)[1]]
    return [sentence for sentence in pieces(evidence) if shares(lacking, quantities(sentence))[1]]


def _follows(one: Quantity, told: Sequence[Quantity]) -> bool:
    like = [other for other in told if one.is_like(other)]
    return bool(like) and all(one.follows_from(other) for other in like)


def _all_agree(mine: Sequence[Thing], theirs: Sequence[Thing]) -> bool:
    return not mine or shares(mine, theirs)[0] == 1


def _speaks_of(claim: str, sentence: str) -> bool:
    """Say whether a sentence has all names of a claim in their order and most of its other words, true or to come."""
    names, there = capitalised(claim), words(sentence)
    others = set(words(claim)) - set(names)
    even = negations(claim) % 2 == negations(sentence) % 2
    if not even or not is_as_sure(claim, _WILL.sub(" ", sentence)) or not is_in_order(names, there):
        return False
    return bool(others or names) and len(others - set(there)) <= _LARGELY * len(others)
