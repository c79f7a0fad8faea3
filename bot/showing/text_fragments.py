"""Links that open a page at a quote: text fragments (WICG, URL Fragment Text Directives)."""

from urllib.parse import quote

from bot.citation import Citation
from bot.showing.escaping import web_link

_LONGEST = 200
"""Characters; longer quotes, and those over several lines, are named by their first and last words."""
_WORDS = 6
_AROUND = 3
"""How many words before and behind name the one that is meant where the same words stand more than once."""


def fragment_link(citation: Citation) -> str | None:
    """Return the web address of a quote's document with a text directive for the quote; None where it has no address.

    In a directive the characters `&`, `-` and `,` of a text are percent-encoded, since they part its terms.
    """
    link = web_link(citation.document.source)
    if link is None:
        return None
    page, _, fragment = link.partition("#")
    return f"{page}#{fragment}:~:text={_directive(citation)}"


def _directive(citation: Citation) -> str:
    words = citation.text.split()
    if (len(citation.text) <= _LONGEST and "\n" not in citation.text) or len(words) <= 2 * _WORDS:
        terms = [_encoded(words)]
    else:
        terms = [_encoded(words[:_WORDS]), _encoded(words[-_WORDS:])]
    text = citation.document.text
    if text.count(citation.text) > 1:
        before, after = text[: citation.start].split()[-_AROUND:], text[citation.end :].split()[:_AROUND]
        terms = [*([f"{_encoded(before)}-"] if before else []), *terms, *([f"-{_encoded(after)}"] if after else [])]
    return ",".join(terms)


def _encoded(words: list[str]) -> str:
    return quote(" ".join(words), safe="").replace("-", "%2D")
