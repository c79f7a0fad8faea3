"""An evidence pack against an index: which of its quotes still stand in the stored texts."""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from index.corpus import Corpus
from index.document import text_digest
from index.errors import SourceError
from index.manifest import Manifest

_FORMAT = 1
_ID = "evidence-pack"


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
    """What a pack claims, its verdict, and what became of each of its quotes."""

    claim: str
    verdict: str
    quotes: tuple[PackedQuote, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return plain values for JSON."""
        return asdict(self)


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
        page.feed(pack.read_bytes().decode())
        plain = json.loads(page.json)
        if plain["evidence_pack"] != _FORMAT:
            message = f"{pack} is an evidence pack of another version; check its claim again with --pack"
            raise SourceError(message)
        check = plain["check"]
        quotes = tuple(
            PackedQuote(quote["number"], quote["document"], quote["text"], _state(quote, plain, page, corpus))
            for quote in (*check["citations"], *check.get("related", []))
        )
        return PackReport(check["claim"], check["verdict"], quotes)
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
