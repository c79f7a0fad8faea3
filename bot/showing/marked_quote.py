"""A quote with its short answer in bold, as Markdown."""

import re

from bot.showing.escaping import markdown_text
from index import Passage

_LETTER_OR_DIGIT = re.compile(r"[^\W_]")


def markdown_quote(quote: Passage, short: Passage | None) -> str:
    """Return a quote as one line of Markdown, in which nothing is marked but the short answer inside it.

    Without the marks it is the line that the quote is by itself. Where they would change how it is read there are none.
    """
    whole = markdown_text(quote.text)
    if short is None or not quote.span.contains(short.span):
        return whole
    before = markdown_text(quote.text[: short.start - quote.start])
    up_to = markdown_text(quote.text[: short.end - quote.start])
    if not (whole.startswith(up_to) and up_to.startswith(before)):
        return whole
    bold = up_to[len(before) :].strip()
    first, last = up_to[: len(up_to) - len(bold)], whole[len(up_to) :]
    return f"{first}**{bold}**{last}" if bold and _can_be_marked(first, bold, last) else whole


def _can_be_marked(before: str, bold: str, after: str) -> bool:
    """Say whether asterisks open and close here: beside a sign they do only where there is no letter outside."""
    opens = _LETTER_OR_DIGIT.match(bold) or not _LETTER_OR_DIGIT.match(before[-1:])
    closes = _LETTER_OR_DIGIT.match(bold[-1]) or not _LETTER_OR_DIGIT.match(after[:1])
    return bool(opens and closes)
