"""Why words that stand in a source are no quotation there."""

from bot.citation import Citation
from bot.quotes.placement import Placement
from bot.quotes.utterances import is_denied, said
from index import Kind, Passage, Span


def why_unquoted(placement: Placement, place: Citation) -> str:
    """Return what a source does with words instead of quoting them: it reports, tells, or quotes a part of them.

    Args:
        placement: the words in the text.
        place: the same, as it is cited.
    """
    words = Span(placement.start, placement.end)
    marked = [span for span in said(placement.document) if span.overlaps(words)]
    if marked and is_denied(Passage(placement.document, marked[0])):
        return "The source says that this was not said."
    if marked and marked[0].contains(words):
        return "These few words stand in quotation marks, but nobody is said to have said them."
    if marked:
        parts = " and ".join(f"\u201c{_within(placement.document.text, span, words)}\u201d" for span in marked)
        return f"Only {parts} stands in quotation marks; the rest is the source\u2019s own wording."
    if place.kind is Kind.NARRATION:
        return "These are the source\u2019s own words; nobody is quoted with them."
    return (
        f"The source reports this in its own wording, it does not quote {place.speaker or 'anybody'} with these words."
    )


def runs_over_marks(placement: Placement) -> bool:
    """Say whether words in a text stand partly inside quotation marks and partly outside."""
    words = Span(placement.start, placement.end)
    return any(span.overlaps(words) and not span.contains(words) for span in said(placement.document))


def _within(text: str, span: Span, words: Span) -> str:
    return " ".join(text[max(span.start, words.start) : min(span.end, words.end)].split())
