"""Characters of documents, made harmless: whatever a document holds is shown as text, and all of it is shown.

Direction marks and zero-width characters can make a text look like another one, so they are written out as their code
points. Joiners between letters of scripts that need them, and inside emoji, stay as they are.
"""

import re
import unicodedata
from html import escape
from urllib.parse import quote, urlsplit

_UNSEEN = re.compile(
    r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164"
    r"\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f]"
    # A joiner beside a plain letter, or beside nothing, joins nothing.
    r"|(?<![^\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f])"
)
_ACTIVE = re.compile(
    r"[\\`*\[\]<~]"
    r"|(?<![^\W_])_|_(?![^\W_])"  # inside a word it emphasises nothing
    r"|&(?=#?\w+;)"
    r"|(?<=[A-Za-z])(?=://)"
    r"|(?<=www)(?=\.)",
    re.IGNORECASE,
)
_ACTIVE_AT_START = re.compile(r"^(?:(?=[#>+\-=:|])|(\d{1,9})(?=[.)]))")
_SCHEMES = frozenset({"http", "https"})
_KEPT_IN_LINKS = "%/:=&?#+!$,;@*~[]()'"


def code_point(character: str) -> str:
    """Return the character's code point as it is usually written.

    >>> code_point("e")
    'U+0065'
    """
    return f"U+{ord(character):04X}"


def html_text(text: str) -> str:
    """Return the text as HTML that shows every character and is nothing but text.

    >>> html_text("<b>")
    '&lt;b&gt;'
    """
    return _UNSEEN.sub(_labelled, escape(text))


def _labelled(match: re.Match[str]) -> str:
    name = unicodedata.name(match[0], "CONTROL CHARACTER")
    return f'<span class="unseen" title="{name}">{code_point(match[0])}</span>'


def seen(text: str) -> str:
    r"""Return the text with its unseen characters written out, for where there is no markup.

    >>> seen("a\u200bb")
    'a⟨U+200B⟩b'
    """
    return _UNSEEN.sub(lambda match: f"⟨{code_point(match[0])}⟩", text)


def markdown_text(text: str) -> str:
    r"""Return the text as one line of Markdown that renders as nothing but that text.

    Only what could be read as markup is escaped, so that ordinary prose stays as it is.

    >>> markdown_text("2 * 3\n[1]")
    '2 \\* 3 \\[1\\]'
    """
    line = " ".join(seen(text).split())
    return _ACTIVE_AT_START.sub(r"\1\\", _ACTIVE.sub(r"\\\g<0>", line))


def web_link(address: str | None) -> str | None:
    """Return the address, percent-encoded, where it is one that a browser may open from a document; else None.

    >>> web_link("https://example.org/a b")
    'https://example.org/a%20b'
    >>> web_link("javascript:alert(1)") is None
    True
    """
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return None
    if parts.scheme not in _SCHEMES or not parts.netloc:
        return None
    return quote(address or "", safe=_KEPT_IN_LINKS)
