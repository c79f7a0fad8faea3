"""Plain text and Markdown, kept character for character."""

import re
from collections.abc import Iterator

from index.document import Document, Span
from index.errors import SourceError
from index.reading.decoding import decode
from index.reading.origin import Origin, host

# The trailer of the seed format: lines "LINK: …" and "TAGS: …" at the very end.
_TRAILER = re.compile(r"(?:^(?:LINK|TAGS):[^\r\n]*(?:\r\n|\r|\n|\Z)\s*)+\Z", re.MULTILINE)
_FIELD = re.compile(r"^(LINK|TAGS):[ \t]*([^\r\n]*?)[ \t]*$", re.MULTILINE)
_TAG = re.compile(r"[^,;|]+")


def read(content: bytes, origin: Origin) -> Iterator[Document]:
    """Yield the one document that a text file is."""
    text = decode(content, origin.place)
    trailer = _TRAILER.search(text)
    end = trailer.start() if trailer else len(text)
    if not text[:end].strip("\ufeff \t\r\n"):
        message = f"{origin.place} holds nothing but a trailer or spaces"
        raise SourceError(message)
    known = dict(_FIELD.findall(trailer[0].replace("\r", "\n"))) if trailer else {}
    link = known.get("LINK") or None
    yield Document(
        id=origin.id,
        text=text,
        title=host(link) or origin.stem,
        source=link,
        tags=tags(known.get("TAGS", "")),
        body=Span(0, end),
    )


def tags(line: str) -> tuple[str, ...]:
    """Split a line of tags at commas, semicolons and bars; a line of dashes has none.

    >>> tags("war, North Korea"), tags("----")
    (('war', 'North Korea'), ())
    """
    return tuple(tag for part in _TAG.findall(line) if (tag := part.strip(" -\t")))
