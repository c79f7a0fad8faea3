"""Files of other programs, as small as they can be."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

Row = tuple[float, float, str]
"""A line on a page: how far from the left and from below, in points, and its text."""


def pdf(pages: Sequence[Sequence[Row]], *, title: str = "", extra: bytes = b"") -> bytes:
    """A PDF of lines in 12-point Helvetica, written by the book (ISO 32000-1, 7.5)."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Title (" + _escaped(title) + b") >>",
    ]
    leaves = []
    for page in pages:
        drawn = b"".join(b"BT /F1 12 Tf %d %d Td (%s) Tj ET\n" % (x, y, _escaped(text)) for x, y, text in page)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
        fonts = b"/Resources << /Font << /F1 3 0 R >> >>"
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R %s >>" % (len(objects), fonts)
        )
        leaves.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(leaves), b" ".join(leaves))
    return _assembled(objects, extra)


def _escaped(text: str) -> bytes:
    return text.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")


def _assembled(objects: Sequence[bytes], extra: bytes) -> bytes:
    content, offsets = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        offsets.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    trailer = b"trailer << /Size %d /Root 1 0 R /Info 4 0 R %s >>" % (size, extra)
    start = len(content)
    return content + b"xref\n0 %d\n0000000000 65535 f \n%s%s\nstartxref\n%d\n%%%%EOF\n" % (size, table, trailer, start)


def lines(*texts: str, top: float = 750, left: float = 72) -> list[Row]:
    """Lines below each other, 14 points apart; an empty one leaves a gap."""
    return [(left, top - 14 * number, text) for number, text in enumerate(texts) if text]


def docx(*paragraphs: str, title: str = "") -> bytes:
    """A DOCX of paragraphs."""
    import docx as library

    made = library.Document()
    made.core_properties.title = title
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    return saved(made)


def saved(made: Any) -> bytes:
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()
