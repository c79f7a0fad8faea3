"""PDF: the words of its pages, by pdfium; each page's beginning is a place."""

import re
import unicodedata
from collections.abc import Iterator
from ctypes import c_double
from dataclasses import dataclass, field
from statistics import median_low
from threading import Lock
from typing import Any

from index.document import Document
from index.errors import SourceError
from index.reading.layout import HYPHEN, Line, running_text
from index.reading.origin import Origin

_ONE_AT_A_TIME = Lock()
"""Pdfium must not be called by two threads at once."""
_PASSWORD = 4
_HYPHENS = {"\x02", "\ufffe"}
_NO_TITLE = re.compile(r"(?i)untitled|microsoft|\.(?:docx?|pdf|indd|tex|rtf|odt|pages)\b|[\w-]*\d{4,}")
"""What programs write as a title where nobody wrote one."""


def read(content: bytes, origin: Origin) -> Iterator[Document]:
    """Yield the one document that a PDF is: its pages' text run together, paragraphs parted by blank lines.

    Raises:
        SourceError: it is damaged or encrypted, or holds no text.
    """
    with _ONE_AT_A_TIME:
        try:
            title, pages = _pages(content, origin)
        except SourceError:
            raise
        except Exception as error:  # a damaged file can break its reader in any way
            message = f"{origin.place} cannot be read as PDF: {error}; open it in a viewer and save or print it anew"
            raise SourceError(message) from error
    text, places = running_text(pages)
    if not text:
        message = (
            f"{origin.place} holds no text; if its pages are scanned, let a program such as OCRmyPDF read them first"
        )
        raise SourceError(message)
    yield Document(id=origin.id, text=text, title=title or origin.stem, source=origin.link, places=places)


def _pages(content: bytes, origin: Origin) -> tuple[str, list[list[Line]]]:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        opened = PdfDocument(content)
    except PdfiumError as error:
        if error.err_code == _PASSWORD:
            message = f"{origin.place} is encrypted; save a copy without a password"
            raise SourceError(message) from error
        raise
    try:
        title = " ".join(_clean(opened.get_metadata_dict()["Title"]).split())
        return "" if _NO_TITLE.search(title) else title, [_lines(page.get_textpage()) for page in opened]
    finally:
        opened.close()


@dataclass(slots=True)
class _Letters:
    """The letters of a line as they come, with the box around each."""

    text: list[str] = field(default_factory=list)
    lefts: list[float] = field(default_factory=list)
    rights: list[float] = field(default_factory=list)
    bases: list[float] = field(default_factory=list)
    sizes: list[float] = field(default_factory=list)

    def line(self) -> Line | None:
        """Return the line that the letters make; None where nothing is to be seen."""
        text = _clean("".join(self.text))
        if not text.strip(HYPHEN) or not self.lefts:
            return None
        return Line(text, min(self.lefts), max(self.rights), median_low(self.bases), median_low(self.sizes))


def _lines(page: Any) -> list[Line]:  # noqa: ANN401 - pdfium's own
    from pypdfium2 import raw

    lines, letters = list[_Letters](), _Letters()
    box = [c_double() for _ in range(4)]
    for at in range(page.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(page, at))
        if letter not in "\r\n" and letters.text[-1:] != [HYPHEN]:
            letters.text.append(HYPHEN if letter in _HYPHENS else letter)
        else:
            lines.append(letters)
            letters = _Letters([] if letter in "\r\n" else [letter])
        if not letter.isspace() and letter not in _HYPHENS and raw.FPDFText_GetCharBox(page, at, *box):
            left, right, bottom, _ = (edge.value for edge in box)
            letters.lefts.append(left)
            letters.rights.append(right)
            letters.bases.append(bottom)
            letters.sizes.append(raw.FPDFText_GetFontSize(page, at))
    return [line for one in (*lines, letters) if (line := one.line())]


def _clean(text: str) -> str:
    """Return text without halves of characters and control characters, with single spaces."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    shown = "".join(
        one for one in whole if one == HYPHEN or not unicodedata.category(one).startswith("C") or one == "\t"
    )
    return " ".join(shown.split(" ")).strip()
