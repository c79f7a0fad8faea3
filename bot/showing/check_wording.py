"""What every rendering of a check says in the same words."""

from bot.citation import Citation, Stance
from bot.claims.check import Check
from bot.claims.sides import sides
from bot.verdict import Verdict
from index import Kind

VERDICTS = {
    Verdict.SUPPORTED: "Supported",
    Verdict.REFUTED: "Refuted",
    Verdict.CONFLICTING: "Conflicting",
    Verdict.NOT_ENOUGH_EVIDENCE: "Not enough evidence",
}
SIDES = {Stance.SUPPORTS: "For", Stance.REFUTES: "Against"}
LEANS = {Stance.SUPPORTS: "Leans for it", Stance.REFUTES: "Leans against it", None: "Near, but no evidence"}
"""What was considered and decides nothing, by the side that it leans to."""


def headline(check: Check) -> str:
    """Return the verdict as a sentence that says whose word it rests on, and on which part of a compound claim."""
    part = deciding(check)
    told, of = VERDICTS[check.verdict], part or check
    if part:
        told += f" on \u201c{part.claim.rstrip(' .')}\u201d"
    if check.verdict is Verdict.CONFLICTING:
        return f"{told}: {_say(of, Stance.SUPPORTS)} so, {_say(of, Stance.REFUTES)} otherwise."
    if check.verdict is Verdict.NOT_ENOUGH_EVIDENCE:
        return f"{told}: {of.reason}" if of.reason else f"{told} in the sources."
    if of.according_to:
        return f"{told} according to {of.according_to}; nobody else says so."
    return f"{told} by {_sources(of)}."


def deciding(check: Check) -> Check | None:
    """Return the part that makes the verdict on a compound claim, the surest one; None where it takes all parts."""
    if check.verdict is Verdict.SUPPORTED:
        return None
    parts = [one for one in check.parts if one.verdict is check.verdict]
    return max(parts, key=lambda one: one.confidence, default=None)


def _sources(check: Check) -> str:
    """Return how many say so; of a compound claim that is supported, how many at least say each part."""
    stance = Stance.SUPPORTS if check.verdict is Verdict.SUPPORTED else Stance.REFUTES
    independent = min(len(voices(one, stance)) for one in check.parts or [check])
    return f"{independent} sources" if independent > 1 else "the sources"


def voices(check: Check, stance: Stance) -> set[str]:
    """Return who says so: parties, for whom several may speak, and publications; reprints are none of their own."""
    quotes = [quote for one in check.of_stance(stance) for quote in one.quotes]
    told = {publication(quote) for quote in quotes if quote.speaker is None}
    return told.union(*(sides(quote.speaker, quote.role) for quote in quotes if quote.speaker))


def publication(quote: Citation) -> str:
    """Return what to call the voice of a quote that nobody is said to say: the publication, or somebody not named."""
    if quote.kind is not Kind.NARRATION:
        return "somebody who is not named"
    return quote.document.publisher or quote.document.title


def _say(check: Check, stance: Stance) -> str:
    names = [quote.speaker or publication(quote) for one in check.of_stance(stance) for quote in one.quotes]
    *others, last = list(dict.fromkeys(names))
    before = f"{', '.join(others)} and " if others else ""
    several = others or " and " in last
    return f"{before}{last} {'say' if several else 'says'}"
