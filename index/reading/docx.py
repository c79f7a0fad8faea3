"""Word documents (DOCX): paragraphs and tables in reading order.

The words are taken from the XML itself: python-docx's own `text` leaves out insertions that are tracked and content
controls, and a sentence without them would not be the author's.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from index.document import Document
from index.errors import SourceError
from index.reading.origin import Origin

_SPACE = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_LEFT_OUT = {"del", "moveFrom", "Fallback", "rPr", "pPr", "instrText", "tbl", "p"}
"""What is no part of a paragraph's words: what was deleted, a second form of the same drawing, paragraphs within."""


def read(content: bytes, origin: Origin) -> Iterator[Document]:
    """Yield the one document that a DOCX file is, its paragraphs and the rows of its tables parted by blank lines.

    Raises:
        SourceError: it is damaged or encrypted, or holds no text.
    """
    import docx

    try:
        opened = docx.Document(BytesIO(content))
        text = "\n\n".join(_paragraphs(opened.element.body))
        title = opened.core_properties.title
    except Exception as error:  # a damaged file can break its reader in any way
        message = (
            f"{origin.place} cannot be read as DOCX; where it has a password or is an old .doc, save a copy as .docx "
            f"without one: {error}"
        )
        raise SourceError(message) from error
    if not text:
        message = f"{origin.place} holds no text; where its pages are pictures, let a program read them first (OCR)"
        raise SourceError(message)
    title = " ".join(title.split()) or origin.stem
    yield Document(id=origin.id, text=text, title=title, source=origin.link)


def _paragraphs(body: Any) -> Iterator[str]:  # noqa: ANN401 - python-docx ships no types for the XML
    """Yield the text of paragraphs and of rows, in the order in which they are read."""
    for element in body:
        name = _name(element)
        if name == "p":
            yield from filter(None, [_words(element)])
            yield from (text for box in _boxes(element) for text in _paragraphs(box))
        elif name == "tr":
            yield from _row(element)
        elif name not in _LEFT_OUT or name == "tbl":
            yield from _paragraphs(element)


def _row(row: Any) -> Iterator[str]:  # noqa: ANN401 - see above
    """Yield a row as one line, its cells parted by tabs; where a cell has several paragraphs, each by itself."""
    cells = [list(_paragraphs(cell)) for cell in row if _name(cell) not in _LEFT_OUT]
    filled = [cell for cell in cells if cell]
    if any(len(cell) > 1 for cell in filled):
        yield from (text for cell in filled for text in cell)
    elif filled:
        yield "\t".join(text for cell in filled for text in cell)


def _words(element: Any) -> str:  # noqa: ANN401 - see above
    return "".join(_pieces(element)).strip()


def _pieces(element: Any) -> Iterator[str]:  # noqa: ANN401 - see above
    for child in element:
        name = _name(child)
        if name == "t":
            yield child.text or ""
        elif name in _SPACE:
            yield _SPACE[name]
        elif name not in _LEFT_OUT and not (name == "r" and _vanishes(child)):
            yield from _pieces(child)


def _vanishes(run: Any) -> bool:  # noqa: ANN401 - see above
    """Say whether a run is hidden text."""
    return any(
        _name(mark) in {"vanish", "webHidden"} and _value(mark) not in {"0", "false", "off"}
        for properties in run
        if _name(properties) == "rPr"
        for mark in properties
    )


def _boxes(paragraph: Any) -> Iterator[Any]:  # noqa: ANN401 - see above
    """Yield the contents of the text boxes that hang on a paragraph."""
    for element in paragraph:
        name = _name(element)
        if name == "txbxContent":
            yield element
        elif name not in _LEFT_OUT:
            yield from _boxes(element)


def _name(element: Any) -> str:  # noqa: ANN401 - see above
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _value(mark: Any) -> str | None:  # noqa: ANN401 - see above
    return next((value for key, value in mark.items() if key.endswith("}val")), None)
