"""What every rendering of a check says in the same words."""

from bot.check import Check
from bot.citation import Stance
from bot.verdict import Verdict

VERDICTS = {
    Verdict.SUPPORTED: "Supported",
    Verdict.REFUTED: "Refuted",
    Verdict.CONFLICTING: "Conflicting",
    Verdict.NOT_ENOUGH_EVIDENCE: "Not enough evidence",
}
SIDES = {Stance.SUPPORTS: "For", Stance.REFUTES: "Against"}
NEAR = "Near, but no evidence"
_PUBLICATION = "the source itself"


def headline(check: Check) -> str:
    """Return the verdict as a sentence that says whose word it rests on."""
    if check.verdict is Verdict.CONFLICTING:
        return f"Conflicting: {_say(check, Stance.SUPPORTS)} so, {_say(check, Stance.REFUTES)} otherwise."
    if check.verdict is Verdict.NOT_ENOUGH_EVIDENCE:
        return f"Not enough evidence: {check.reason}" if check.reason else "Not enough evidence in the sources."
    if check.according_to:
        return f"{VERDICTS[check.verdict]} according to {check.according_to}; nobody else says so."
    return f"{VERDICTS[check.verdict]} by the sources."


def _say(check: Check, stance: Stance) -> str:
    names = [quote.speaker or _PUBLICATION for one in check.of_stance(stance) for quote in one.quotes]
    *others, last = list(dict.fromkeys(names)) or [_PUBLICATION]
    before = f"{', '.join(others)} and " if others else ""
    several = others or " and " in last
    return f"{before}{last} {'say' if several else 'says'}"
