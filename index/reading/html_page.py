"""Web pages: their main text, found by trafilatura, and what they say about themselves."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from index.document import Document
from index.errors import SourceError
from index.reading.decoding import decode
from index.reading.origin import Origin, host
from index.reading.visible import CELL_END, LINE_END, blocks, keep_visible

_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_LOOKED_AT = 4096
_FORGED = str.maketrans(dict.fromkeys((LINE_END, CELL_END), "\ufffd"))
_DATES = {"extensive_search": False, "original_date": True}
"""A date that the page states; htmldate would guess others from the prose."""
_TELLING = 40
"""How many letters of a paragraph are looked for within a longer one."""


def read(content: bytes, origin: Origin) -> Iterator[Document]:
    """Yield the one document that a web page is: the paragraphs of its main text, parted by blank lines.

    Raises:
        SourceError: the page cannot be read, or shows no text.
    """
    from trafilatura.metadata import extract_metadata

    try:
        page = _parsed(_decoded(content, origin).translate(_FORGED))
        known = extract_metadata(page, date_config=_DATES).as_dict()
        text = "\n\n".join(_paragraphs(page))
    except SourceError:
        raise
    except Exception as error:  # a page can break its readers in any way
        message = f"{origin.place} cannot be read as a web page: {error}"
        raise SourceError(message) from error
    if not text:
        message = f"{origin.place} shows no text; if a program in the page writes it, save the text as a file instead"
        raise SourceError(message)
    yield _document(text, known, origin)


def _decoded(content: bytes, origin: Origin) -> str:
    """Decode as browsers do: by the mark, what the server says, what the page says, or what the bytes look like."""
    meta = _CHARSET.search(content[:_LOOKED_AT])
    named = origin.charset or (meta[1].decode("ascii") if meta else None)
    if named and not content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return content.decode({"iso-8859-1": "cp1252", "latin1": "cp1252"}.get(named.lower(), named))
        except (UnicodeDecodeError, LookupError):
            pass  # it is not what it says
    return decode(content, origin.place)


def _parsed(text: str) -> Any:  # noqa: ANN401 - lxml ships no types
    from lxml import html

    # As bytes: a text that names an encoding of its own is refused.
    return html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))


def _paragraphs(page: Any) -> Iterator[str]:  # noqa: ANN401 - see above
    """Yield the paragraphs of the main text, in the page's own words.

    What trafilatura finds is a choice of paragraphs and no more. It leaves out short ones here and there; within a
    transcript that would give words to another speaker, so those that stand beside chosen ones are taken too.
    """
    from trafilatura import bare_extraction

    keep_visible(page)
    main: Any = bare_extraction(page, include_comments=False, with_metadata=False)
    found = [_letters(block.text) for block in blocks(main.body)] if main is not None else []
    shown = list(blocks(page))
    chosen = [position for position, block in enumerate(shown) if _among(_letters(block.text), found)]
    beside = {shown[position].beside for position in chosen}
    for position in range(chosen[0], chosen[-1] + 1) if chosen else ():
        block = shown[position]
        if position in chosen or (block.beside in beside and not block.linked):
            yield block.text


def _among(letters: str, found: Sequence[str]) -> bool:
    return letters in found or (len(letters) >= _TELLING and any(letters in longer for longer in found))


def _letters(text: str) -> str:
    return "".join(text.split())


def _document(text: str, known: dict[str, Any], origin: Origin) -> Document:
    published, site = known.get("date"), (known.get("sitename") or "").lstrip("@").strip()
    canonical = known.get("url") or ""
    link = origin.link or (canonical if host(canonical) else None)
    return Document(
        id=origin.id,
        text=text,
        title=" ".join((known.get("title") or "").split()) or site or host(link) or origin.stem,
        source=link,
        published=date.fromisoformat(published) if published else None,
        publisher=site or None,
    )
