"""Bytes to text, character for character.

Not `Path.read_text`, which turns CRLF into LF and so moves every later offset; and no codec that swallows the byte
order mark, which is the text's first character.
"""

import codecs

from charset_normalizer import from_bytes

from index.errors import SourceError

# UTF-32 first: its little-endian mark starts with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF8, "utf-8"),
)


def decode(content: bytes, place: str) -> str:
    """Return the text that the bytes encode: by their mark, as UTF-8, or else by what they look like.

    Raises:
        SourceError: the bytes are empty, or no text.
    """
    if not content.strip():
        message = f"{place} is empty"
        raise SourceError(message)
    marked = next((codec for mark, codec in _MARKS if content.startswith(mark)), "utf-8")
    try:
        text = content.decode(marked)
    except UnicodeDecodeError as error:
        text = _guess(content, place, error)
    if "\x00" in text:
        message = f"{place} holds NUL characters: it is not a text"
        raise SourceError(message)
    return text


def _guess(content: bytes, place: str, error: UnicodeDecodeError) -> str:
    best = from_bytes(content).best()
    if best is None or b"\x00" in content:
        message = f"{place} is in no encoding that could be recognised; save it as UTF-8"
        raise SourceError(message) from error
    try:
        return content.decode(best.encoding)
    except UnicodeDecodeError as failed:
        message = f"{place} looks like {best.encoding} but is not; save it as UTF-8"
        raise SourceError(message) from failed
