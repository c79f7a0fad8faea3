"""An evidence pack against an index: whether it is as it was made, and which of its quotes still stand in the texts.

A pack bears a digest of all of itself, which tells whether anything was changed since it was made: what it shows, what
it carries for programs, how it looks. It is no signature: whoever forges all of a pack can seal it anew. The quotes
are read again in the stored texts all the same; that the verdict and the names beside them are what was found, only
checking the claim again can tell.
"""

import json
import re
from dataclasses import asdict, dataclass
from enum import StrEnum
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from index.corpus import Corpus
from index.document import text_digest
from index.errors import SourceError
from index.manifest import Manifest

FORMAT = 2
_ID = "evidence-pack"
NO_SEAL = '<meta name="onrecord-seal" content=""/>'
"""Where in a pack its digest stands, before it is there."""
_SEAL = re.compile(r'(?<=<meta name="onrecord-seal" content=")[0-9a-f]{64}(?="/>)')


class State(StrEnum):
    """What became of a quote of a pack."""

    HOLDS = "holds"  # it stands in its place, in the very text that the pack was made from
    STANDS = "stands"  # its document is another text by now, with the quote in its place all the same
    CHANGED = "changed"  # its document is another text by now, and has something else there
    GONE = "gone"  # its document is not in the index
    FALSE = "false"  # the pack shows other words than it was made from, or than it tells itself


@dataclass(frozen=True, slots=True)
class PackedQuote:
    """A quote of a pack: its number, its document's id, its text, and what became of it."""

    number: int
    document: str
    text: str
    state: State


@dataclass(frozen=True, slots=True)
class PackReport:
    """What a pack claims, its verdict, whether all of the file is as it was made, and what became of its quotes."""

    claim: str
    verdict: str
    unchanged: bool
    quotes: tuple[PackedQuote, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return plain values for JSON."""
        return asdict(self)


def sealed(pack: str) -> str:
    """Return a pack with the digest of all of it in the place of `NO_SEAL`."""
    return pack.replace(NO_SEAL, NO_SEAL.replace('""', f'"{text_digest(pack)}"'), 1)


def _is_as_made(pack: str) -> bool:
    """Say whether a pack is what was sealed, character for character."""
    seal = _SEAL.search(pack)
    return bool(seal) and sealed(_SEAL.sub("", pack, count=1)) == pack


def verify_pack(pack: Path, folder: Path) -> PackReport:
    """Read every quote of a pack again in the stored texts of an index.

    Raises:
        SourceError: the file is no evidence pack, or one of another form.
        MissingIndexError: there is no index in the folder.
        DamagedIndexError: the index cannot be read at all.
    """
    page = _Page()
    corpus = Corpus(Manifest.load(folder).corpus(folder))
    try:
        html = pack.read_bytes().decode()
        page.feed(html)
        plain = json.loads(page.json)
        if plain["evidence_pack"] != FORMAT:
            message = f"{pack} is an evidence pack of another version; check its claim again with --pack"
            raise SourceError(message)
        quotes = tuple(
            PackedQuote(quote["number"], quote["document"], quote["text"], _state(quote, plain, page, corpus))
            for quote in plain["quotes"]
        )
        return PackReport(plain["claim"], plain["verdict"], _is_as_made(html), quotes)
    except (OSError, ValueError, TypeError, KeyError) as error:
        message = f"{pack} is no evidence pack: make one with onrecord check CLAIM --pack FILE.html ({error})"
        raise SourceError(message) from error


def _state(quote: dict[str, Any], plain: dict[str, Any], page: "_Page", corpus: Corpus) -> State:
    stored = corpus.stored_text(quote["document"])
    if page.marked.get(str(quote["number"])) != quote["text"]:
        return State.FALSE
    if stored is None:
        return State.GONE
    same = text_digest(stored) == plain["documents"][quote["document"]]["digest"]
    stands = stored[quote["start"] : quote["end"]] == quote["text"]
    if same:
        return State.HOLDS if stands else State.FALSE
    return State.STANDS if stands else State.CHANGED


class _Page(HTMLParser):
    """Reads a pack: its JSON, and the words that it marks, by number."""

    def __init__(self) -> None:
        super().__init__()
        self.json = ""
        self.marked: dict[str, str] = {}
        self._within: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"script", "mark", "span"}:
            self._within.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if self._within and self._within[-1][0] == tag:
            self._within.pop()

    def handle_data(self, data: str) -> None:
        tag, attributes = self._within[-1] if self._within else ("", {})
        if tag == "script" and attributes.get("id") == _ID:
            self.json += data
        number = next((found.get("data-number") for name, found in self._within if name == "mark"), None)
        if number:
            # A character that cannot be seen is shown as its code point.
            unseen = tag == "span" and attributes.get("class") == "unseen"
            words = chr(int(data.removeprefix("U+"), base=16)) if unseen else data
            self.marked[number] = self.marked.get(number, "") + words
