"""Questions for yes or no: yes, no, or disputed, with what speaks for it and against it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.citation import Answer, Citation, Stance
from bot.claims.check import Check
from bot.claims.whether import claimed, exchanged, is_of_another, is_of_another_thing
from bot.questions.comparisons import Side, compared
from bot.questions.question import Question
from bot.replies.both_sides import holds_against
from bot.showing.check_wording import SIDES
from bot.verdict import Verdict
from index import Passage
from index.filters import Filters

_Words = tuple[Stance | None, Passage]

_SHORT = {Verdict.SUPPORTED: "Yes", Verdict.REFUTED: "No", Verdict.CONFLICTING: "Disputed"}
_NEEDED = {
    Verdict.SUPPORTED: {Stance.SUPPORTS},
    Verdict.REFUTED: {Stance.REFUTES},
    Verdict.CONFLICTING: set(Stance),
}
_SURE = {Verdict.SUPPORTED: 0.7, Verdict.REFUTED: 0.75, Verdict.CONFLICTING: 0.75}
"""How sure the quotes must be for yes or no, each side where it is disputed; below it only sentences are cited.

The judge is as often right about support from 0.7 to 0.75 as about refutation from 0.75 on.
"""
_APART = 0.15
"""How much surer they must be of the claim than of the same with who did it to whom the other way round."""


@dataclass(frozen=True)
class Whether:
    """Answers out of the check of what yes would claim."""

    check: Callable[[str, Filters], Check]

    def answer(self, question: Question, filters: Filters) -> Answer | None:
        """Return yes, no or disputed with its quotes; None where the evidence is not clear."""
        if question.shown:
            return None
        checks = [(claim, self._checked(claim, filters)) for claim in claimed(question.sought or question.text)]
        claim, found = _most_cautious([(claim, check) for claim, check in checks if check.verdict in _SHORT])
        if found is None or strength(found) < _SURE[found.verdict] or self._the_other_way_round(claim, filters, found):
            return None
        if not _is_told(compared(question.sought or question.text), found):
            return None
        party = f", according to {found.according_to}" if found.according_to else ""
        statements = found.statements
        if found.verdict is Verdict.CONFLICTING:
            sides = [(SIDES[stance], one) for stance in Stance for one in found.of_stance(stance)]
            statements = tuple(replace(one, heading=side) for side, one in sides)
        return Answer(question.text, statements, short=f"{_SHORT[found.verdict]}{party}", confidence=found.confidence)

    def _checked(self, claim: str, filters: Filters) -> Check:
        return _without_others(claim, self.check(claim, filters))

    def _the_other_way_round(self, claim: str, filters: Filters, found: Check) -> bool:
        """Say whether no quote is surer of the claim than of the same with two names exchanged, which a reader is."""
        other = exchanged(claim)
        turned = self.check(other, filters) if other else None
        return turned is not None and strength(_apart(found, _sureness(turned))) < _SURE[found.verdict]


def _most_cautious(checks: Sequence[tuple[str, Check]]) -> tuple[str, Check | None]:
    """Return the first check of what may be claimed, one that is disputed before others; none where they differ."""
    disputed = [one for one in checks if one[1].verdict is Verdict.CONFLICTING]
    agree = len({check.verdict for _, check in checks}) == 1
    return disputed[0] if disputed else checks[0] if agree else ("", None)


def _is_told(sides: Iterable[Side] | None, check: Check) -> bool:
    """Say whether a quote itself holds those against each other that are compared; the judge cannot reckon."""
    return sides is None or any(holds_against([side.name for side in sides], one.text) for one in check.decisive)


def _apart(check: Check, turned: Mapping[_Words, float]) -> Check:
    """Leave the quotes out that speak the same way, and about as surely, with the names exchanged."""
    return _keeping(check, lambda one: _sure(one) - turned.get(_words(one), 0.0) >= _APART)


def _without_others(claim: str, check: Check) -> Check:
    """Leave the quotes out that tell of another than a claim does: "Falk was born there" says nothing of Holt."""

    def is_of_it(one: Citation) -> bool:
        refutes_another = one.stance is Stance.REFUTES and is_of_another_thing(claim, one.text)
        return not (refutes_another or is_of_another(claim, one.text, one.speaker or ""))

    return _keeping(check, is_of_it)


def _keeping(check: Check, keeps: Callable[[Citation], bool]) -> Check:
    kept = [
        replace(one, quotes=quotes)
        for one in check.statements
        if (quotes := tuple(each for each in one.quotes if keeps(each)))
    ]
    return replace(check, statements=tuple(kept), parts=tuple(_keeping(part, keeps) for part in check.parts))


def _sureness(check: Check) -> dict[_Words, float]:
    return {_words(one): _sure(one) for one in check.decisive}


def _words(citation: Citation) -> _Words:
    return citation.stance, citation.quote


def _sure(citation: Citation) -> float:
    return citation.confidence or 0.0


def strength(check: Check) -> float:
    """Return how surely the quotes speak the way of a verdict, the weaker side's where there are two.

    All parts of a compound claim have to be supported; one that is refuted or disputed is enough.
    """
    if parts := [strength(part) for part in check.parts if part.verdict is check.verdict]:
        return min(parts) if check.verdict is Verdict.SUPPORTED else max(parts)
    sides = {stance: [_sure(quote) for one in check.of_stance(stance) for quote in one.quotes] for stance in Stance}
    return min(
        max(sides[stance], default=0.0) for stance in Stance if sides[stance] or stance in _NEEDED[check.verdict]
    )
