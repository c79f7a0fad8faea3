"""What a web page shows: without what is hidden in it, and with its words free of inline markup.

A library that picks the main text out of a page drops elements as it sees fit. Inside a sentence that would forge a
quote ("closed at <time>two</time>"), so nothing is left inside a paragraph that could be dropped.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

LINE_END = "\ue000"
CELL_END = "\ue001"
"""Stand for `<br>`, which would be dropped too, and the edge of a cell; private characters, never left in a page."""

_NEVER_SHOWN = re.findall(
    r"\w+",
    """script style template noscript svg math canvas iframe object embed audio video button input select textarea
    datalist dialog map del s strike""",
)
_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        """html head title meta link base body main article section div p h1 h2 h3 h4 h5 h6 hgroup header footer nav
        aside figure figcaption ul ol li dl dt dd table thead tbody tfoot tr td th caption blockquote pre hr a form
        fieldset address details summary center""",
    )
)
_PARTING = (_BLOCKS - {"a", "td", "th"}) | {"head", "item", "quote", "row", "list", "code"}
"""What begins a paragraph, in pages and in trafilatura's trees (whose "head" is a heading)."""
_CELLS = {"td", "th", "cell"}
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?![.\d])", re.IGNORECASE
)
_HIDDEN_CLASSES = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|d-none|hidden|is-hidden)(?:\s|$)", re.IGNORECASE
)
# Soft hyphens, zero-width spaces and joiners of words say where lines may end; they are no text.
_LAYOUT = str.maketrans(dict.fromkeys("\u00ad\u200b\u2060\ufeff", ""))


def keep_visible(page: Any) -> None:  # noqa: ANN401 - lxml ships no types
    """Take out of a parsed page what it does not show, and unwrap what stands inside paragraphs; in place."""
    from lxml import etree

    etree.strip_elements(page, etree.Comment, etree.ProcessingInstruction, *_NEVER_SHOWN, with_tail=False)
    for element in [one for one in page.iter(etree.Element) if _hidden(one)]:
        element.drop_tree()
    for pre in page.iter("pre"):
        _mark_lines(pre)
    for element in list(page.iter(etree.Element)):
        if element.tag == "br":
            element.text = LINE_END
        elif element.tag == "q":
            # The marks are the browser's, and shown.
            element.text, element.tail = f"\u201c{element.text or ''}", f"\u201d{element.tail or ''}"
        if element.tag not in _BLOCKS and element.getparent() is not None:
            element.drop_tag()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading, an entry of a list or a row of a table.

    Attributes:
        text: as the page shows it; the cells of a row are parted by tabs.
        beside: the element around it and the kind of its own, the same for those that stand beside each other.
        linked: whether all of it is a link.
    """

    text: str
    beside: tuple[Any, str]
    linked: bool


def blocks(tree: Any) -> Iterator[Block]:  # noqa: ANN401 - see above
    """Yield the blocks of a parsed page, in order."""
    from lxml import etree

    text, linked, holder, links = "", "", tree, 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if element.tag in _PARTING:
            if block := _block(text, linked, holder):
                yield block
            text = linked = ""
            holder = element if event == "start" or element is tree else element.getparent()
        links += (element.tag == "a") * (1 if event == "start" else -1)
        if event == "start":
            piece = (CELL_END if element.tag in _CELLS and text.strip() else "") + (element.text or "")
        else:
            piece = "" if element is tree else element.tail or ""
        text += piece
        linked += piece if links else ""
    if block := _block(text, linked, holder):
        yield block


def _block(text: str, linked: str, holder: Any) -> Block | None:  # noqa: ANN401 - see above
    shown = plain(text)
    return Block(shown, (holder.getparent(), holder.tag), plain(linked) == shown) if shown else None


def plain(text: str) -> str:
    """Return text as a page shows it: runs of space as one, lines where the page breaks them."""
    lines = (re.sub(r"[ \t\r\n\f]+", " ", line).strip(" ") for line in text.translate(_LAYOUT).split(LINE_END))
    joined = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip(f" \n{CELL_END}")
    return re.sub(rf" ?{CELL_END} ?", "\t", joined)


def _hidden(element: Any) -> bool:  # noqa: ANN401 - see above
    if element.getparent() is None or element.tag == "body":
        return False
    footnote = element.tag == "sup" and any((link.get("href") or "").startswith("#") for link in element.iter("a"))
    return bool(
        footnote
        or element.get("hidden") is not None
        or (element.get("aria-hidden") == "true" and element.tag in _PARTING)
        or _HIDING.search(element.get("style") or "")
        or _HIDDEN_CLASSES.search(element.get("class") or "")
    )


def _mark_lines(pre: Any) -> None:  # noqa: ANN401 - see above
    for element in pre.iter():
        element.text = re.sub(r"\r\n|\r|\n", LINE_END, element.text or "")
        if element is not pre:
            element.tail = re.sub(r"\r\n|\r|\n", LINE_END, element.tail or "")
