"""A checked quotation as Markdown. Pure."""

from collections.abc import Iterator

from bot.citation import Citation
from bot.escaping import markdown_text
from bot.quote_check import Difference, DifferenceKind, QuoteCheck, QuoteStatus
from bot.rendering import citation_markdown

_NAMES = {
    DifferenceKind.DROPPED_NEGATION: "negation dropped",
    DifferenceKind.ADDED_NEGATION: "negation added",
    DifferenceKind.CHANGED_NUMBER: "number changed",
    DifferenceKind.CHANGED_NAME: "name changed",
    DifferenceKind.CHANGED_WORD: "word changed",
    DifferenceKind.ADDED_WORDS: "words added",
    DifferenceKind.DROPPED_WORDS: "words dropped",
    DifferenceKind.CUT_CLAUSE: "clause cut without a sign of it",
    DifferenceKind.STITCHED: "stitched on from another quotation",
    DifferenceKind.CHANGED_SPEAKER: "another speaker",
    DifferenceKind.ELLIPSIS: "left out, and marked so",
    DifferenceKind.BRACKETS: "an editor\u2019s brackets",
}
_NOTHING = "nothing"


def check_markdown(check: QuoteCheck) -> str:
    """Return what is to be said of the quotation, the words in their source, the differences and the warnings."""
    parts = [
        f"**{verdict(check)}**",
        _given(check),
        *_match(check),
        _list(_difference(one) for one in check.differences),
        _list(f"Mind: {markdown_text(one)}" for one in check.warnings),
        *([f"Nearest: {citation_markdown(check.nearest)}"] if check.nearest else []),
    ]
    return "\n\n".join(part for part in parts if part)


def verdict(check: QuoteCheck) -> str:
    """Return the status as a sentence."""
    if check.status is QuoteStatus.EXACT:
        return "Exact: the source quotes these words."
    if check.status is QuoteStatus.ALTERED:
        return "Altered: the source quotes other words."
    if check.status is QuoteStatus.WRONG_SPEAKER:
        said = check.match.speaker if check.match and check.match.speaker else "somebody unnamed"
        return f"Wrong speaker: the words are those of {markdown_text(said)}."
    return f"Not found as a quotation. {markdown_text(check.reason or '')}".rstrip()


def _given(check: QuoteCheck) -> str:
    speaker = f" \u2014 {markdown_text(check.speaker)}" if check.speaker else ""
    return f"Given: {markdown_text(check.words)}{speaker}"


def _match(check: QuoteCheck) -> Iterator[str]:
    """Yield the pieces of the quotation, and the sentences around them."""
    if not check.match:
        return
    yield "\n".join(f"{piece.number}. {citation_markdown(piece)}" for piece in check.pieces)
    around = [
        check.before.text if check.before else "",
        *_sentences(check.pieces),
        check.after.text if check.after else "",
    ]
    yield "\n".join(f"> {markdown_text(' '.join(one.split()))}" for one in around if one)


def _sentences(pieces: tuple[Citation, ...]) -> list[str]:
    return list(dict.fromkeys(piece.context for piece in pieces))


def _difference(difference: Difference) -> str:
    given, found = (f"\u201c{one}\u201d" if one else _NOTHING for one in (difference.given, difference.found))
    source = f" ({citation_markdown(difference.source)})" if difference.source else ""
    return f"{_NAMES[difference.kind]}: given {markdown_text(given)}, in the source {markdown_text(found)}{source}"


def _list(lines: Iterator[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)
