"""Web pages: their main text, found by trafilatura, and what they say about themselves."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from index.document import Document
from index.errors import SourceError
from index.reading.decoding import decode
from index.reading.origin import Origin, host
from index.reading.visible import CELL_END, LINE_END, keep_visible, plain

_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_LOOKED_AT = 4096
_FORGED = str.maketrans(dict.fromkeys((LINE_END, CELL_END), "\ufffd"))
_DATES = {"extensive_search": False, "original_date": True}
"""A date that the page states; htmldate would guess others from the prose."""
_BLOCKS = {"p", "head", "item", "quote", "row", "table", "list", "body", "code"}


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
    """Yield the paragraphs of the main text; one that the page does not show in just these words is left out."""
    from trafilatura import bare_extraction

    keep_visible(page)
    shown = _letters("".join(page.itertext()))
    main: Any = bare_extraction(page, include_comments=False, with_metadata=False, deduplicate=False)
    for paragraph in _blocks(main.body) if main is not None else ():
        if _letters(paragraph) in shown:
            yield paragraph


def _blocks(body: Any) -> Iterator[str]:  # noqa: ANN401 - see above
    from lxml import etree

    text = ""
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if element.tag in _BLOCKS:
            if block := plain(text):
                yield block
            text = ""
        if event == "start":
            # The cells of a row stand side by side.
            text += (CELL_END if element.tag == "cell" and text.strip() else "") + (element.text or "")
        elif element is not body:
            text += element.tail or ""
    if block := plain(text):
        yield block


def _letters(text: str) -> str:
    return "".join(plain(text).split())


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
