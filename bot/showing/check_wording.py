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
NEAR = "Near, but no evidence"


def headline(check: Check) -> str:
    """Return the verdict as a sentence that says whose word it rests on."""
    if check.verdict is Verdict.CONFLICTING:
        return f"Conflicting: {_say(check, Stance.SUPPORTS)} so, {_say(check, Stance.REFUTES)} otherwise."
    if check.verdict is Verdict.NOT_ENOUGH_EVIDENCE:
        return f"Not enough evidence: {check.reason}" if check.reason else "Not enough evidence in the sources."
    if check.according_to:
        return f"{VERDICTS[check.verdict]} according to {check.according_to}; nobody else says so."
    independent = len(voices(check, Stance.SUPPORTS if check.verdict is Verdict.SUPPORTED else Stance.REFUTES))
    return f"{VERDICTS[check.verdict]} by {f'{independent} sources' if independent > 1 else 'the sources'}."


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
