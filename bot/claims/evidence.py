"""What voices say, weighed against a claim."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from bot.citation import Stance
from bot.claims.assertions import Assertion
from bot.claims.attitude import Attitude, is_of_oneself
from bot.claims.sides import names_any, sides
from bot.finding.copies import same_words
from bot.weighing.comparing import compare
from bot.weighing.dates import mentions

NEAR = 0.0
"""The least score of the reranker for a sentence that speaks of a claim."""
FAR = -8.0
"""The least score for one that may: it decides nothing, and what is less near is not weighed."""
_SHORTLY = 800
"""How many characters before a denial the claims stand that it means, where it names nobody whose claims they are."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one voice says, weighed against a claim.

    Attributes:
        assertion: what is said, and by whom.
        supports: how likely it supports the claim, in [0, 1].
        refutes: how likely it refutes it; the rest is that it does neither.
        relevance: the reranker's score of the sentence for the claim.
        also: the ids of other documents with the same words, but for datelines, articles and marks.
    """

    assertion: Assertion
    supports: float
    refutes: float
    relevance: float
    also: tuple[str, ...] = ()

    def of(self, stance: Stance | None) -> float | None:
        """How likely it speaks the way of a stance; None without one."""
        if stance is None:
            return None
        return self.supports if stance is Stance.SUPPORTS else self.refutes

    @property
    def strength(self) -> float:
        """How likely it speaks the way that is likelier."""
        return max(self.supports, self.refutes)

    @property
    def is_near(self) -> bool:
        """Whether the sentence speaks of the claim, rather than of something like it."""
        return self.relevance >= NEAR

    @property
    def turned(self) -> "Evidence":
        """The same for the opposite of the claim."""
        return replace(self, supports=self.refutes, refutes=self.supports)


def dismissal(denial: Assertion, claim: str, weighed: Iterable[Evidence], said: Iterable[Assertion]) -> Evidence | None:
    """Return a denial of somebody's claims as evidence, as strong as what it dismisses; None where that is not there.

    "Iran dismissed US claims" speaks against what the United States claim in that document, and a denial that does not
    say whose claims it means against what the last of others to speak claims shortly before it. One denies what is said
    of oneself: where some of it is, the denial speaks against no claim that does not name who denies. Where nobody else
    speaks, such a claim is denied as the publication tells it in the sentence before.

    What dismisses words that refute a claim supports it only where the claim is their negation: that it was not ten
    ships does not say that it was nine.

    Args:
        denial: what is said.
        claim: what is checked.
        weighed: what was found on it.
        said: what anybody says in the document of the denial.
    """
    if denial.whose is None:
        return None
    dismissed, of_denier = _dismissed(denial, said), names_any(denial.sides, claim)
    of_itself = is_of_oneself(denial.plain) or any(names_any(denial.sides, one.plain) for one in dismissed)
    if of_itself and not of_denier:
        return None
    theirs = frozenset().union(*(one.sides for one in dismissed))
    if dismissed or denial.whose:
        meant = [one for one in weighed if _means(denial, one.assertion) and one.assertion.sides & theirs]
    else:
        meant = [one for one in weighed if of_denier and _is_told_right_before(denial, one.assertion)]
    meant = [one for one in meant if _is_dismissed_with(claim, one)]
    best = max(meant, key=lambda one: one.strength, default=None)
    return Evidence(denial, best.supports, best.refutes, best.relevance).turned if best else None


def _dismissed(denial: Assertion, said: Iterable[Assertion]) -> list[Assertion]:
    """Return what a denial means; where it names nobody, of that what the last to speak before it says."""
    meant = [one for one in said if _means(denial, one)]
    if denial.whose or not meant:
        return meant
    last = max(meant, key=lambda one: one.sentence.start)
    return [one for one in meant if one.sides & last.sides]


def _is_dismissed_with(claim: str, weighed: Evidence) -> bool:
    """Say whether who dismisses the words takes a side on the claim."""
    if weighed.supports > weighed.refutes:
        return True
    return weighed.refutes > weighed.supports and bool(compare(claim, weighed.assertion.plain).negated)


def _means(denial: Assertion, said: Assertion) -> bool:
    same_document = denial.sentence.document.id == said.sentence.document.id
    if not same_document or not said.sides or said.sides & denial.sides or said.attitude is Attitude.DENIES:
        return False
    if denial.whose:
        return bool(sides(denial.whose) & said.sides) or _is_called(said.speaker or "", denial.whose)
    return 0 <= denial.sentence.start - said.sentence.start <= _SHORTLY


def _is_told_right_before(denial: Assertion, told: Assertion) -> bool:
    """Say whether a publication tells something itself in the sentence before a denial."""
    own = told.quotation is None and told.document.id == denial.document.id
    between = denial.document.text[told.sentence.end : max(told.sentence.end, denial.sentence.start)]
    return own and told.sentence.end <= denial.sentence.start and not between.strip()


def _is_called(name: str, mention: str) -> bool:
    """Say whether all words of a mention are in a name: "Lee" is Ann Lee."""
    return set(mention.casefold().split()) <= set(name.casefold().split())


def without_reprints(evidence: Iterable[Evidence]) -> Iterator[Evidence]:
    """Yield the strongest of what one voice says in the same words, with the other documents that give them.

    "Yesterday" means in all of them what it means in the first published.
    """
    same = same_words(evidence, _words, lambda one: one.assertion.speaker)
    for each in same:
        ranked = sorted(each, key=lambda one: (_published(one), -one.strength))
        best = max(
            (one for one in ranked if _means_the_same(one, ranked[0])), key=lambda one: (one.is_near, one.strength)
        )
        also = {one.assertion.document.id for one in each} - {best.assertion.document.id}
        yield replace(best, also=tuple(sorted(also)))


def _words(evidence: Evidence) -> str:
    return " ".join(piece.text for piece in evidence.assertion.words)


def _published(evidence: Evidence) -> date:
    """Return what sorts by day of publication; what has none comes last."""
    return evidence.assertion.document.published or date.max


def _means_the_same(one: Evidence, other: Evidence) -> bool:
    """Say whether the same words name the same dates, also by "yesterday" and "last week"."""
    return mentions(one.assertion.plain) == mentions(other.assertion.plain)
