"""Checked quotations as Markdown. Pure."""

from bot.citation import Citation
from bot.quotes.quote_check import Difference, DifferenceKind, QuoteCheck, QuoteStatus
from bot.showing.escaping import markdown_text
from bot.showing.rendering import citation_markdown

HEADLINES = {
    QuoteStatus.EXACT: "Exact: the source has these very words.",
    QuoteStatus.ALTERED: "Altered: the source has other words.",
    QuoteStatus.WRONG_SPEAKER: "Wrong speaker: the source does not give these words to that speaker.",
    QuoteStatus.NOT_FOUND: "Not found: the sources do not have this quotation.",
}
KINDS = {
    DifferenceKind.DROPPED_NEGATION: "negation dropped",
    DifferenceKind.ADDED_NEGATION: "negation added",
    DifferenceKind.CHANGED_NUMBER: "number changed",
    DifferenceKind.CHANGED_NAME: "name changed",
    DifferenceKind.CHANGED_WORD: "word changed",
    DifferenceKind.ADDED_WORDS: "words added",
    DifferenceKind.DROPPED_WORDS: "words dropped",
    DifferenceKind.CUT_CLAUSE: "clause cut without a mark",
    DifferenceKind.STITCHED: "stitched together from another quotation",
    DifferenceKind.CHANGED_ORDER: "put into another order",
    DifferenceKind.CHANGED_SPEAKER: "another speaker",
    DifferenceKind.ELLIPSIS: "left out by an ellipsis",
    DifferenceKind.BRACKETS: "in an editor's brackets",
}


def quote_check_markdown(check: QuoteCheck) -> str:
    """Return the quotation, what is to be said of it, every difference, and the place in the source."""
    claimed = f" — {markdown_text(check.speaker)}" if check.speaker else ""
    reason = f"**{HEADLINES[check.status]}**" + (f" {markdown_text(check.reason)}" if check.reason else "")
    parts = [f"> {markdown_text(check.words)}{claimed}", reason]
    parts.append("\n".join(f"- {_difference(one)}" for one in check.differences))
    parts.append("\n".join(f"- Mind: {markdown_text(warning)}" for warning in check.warnings))
    parts.append("\n".join(f"{number}. {citation_markdown(one)}" for number, one in enumerate(check.pieces, start=1)))
    parts.append(_around(check))
    if check.nearest:
        parts.append(f"Nearest: {citation_markdown(check.nearest)}")
    return "\n\n".join(part for part in parts if part)


def _difference(one: Difference) -> str:
    given = f"given “{markdown_text(one.given)}”" if one.given else ""
    found = f"the source has “{markdown_text(one.found)}”" if one.found else ""
    where = f" ({citation_markdown(one.source)})" if isinstance(one.source, Citation) else ""
    return f"{KINDS[one.kind]}: {', '.join(part for part in (given, found) if part)}{where}"


def _around(check: QuoteCheck) -> str:
    before = f"Before: {markdown_text(check.before.text)}" if check.before else ""
    after = f"After: {markdown_text(check.after.text)}" if check.after else ""
    return "\n\n".join(part for part in (before, after) if part)
