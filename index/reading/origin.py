"""Where bytes come from, and what a reader of them is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlsplit

from index.document import Document


@dataclass(frozen=True, slots=True)
class Origin:
    """Where bytes come from.

    Attributes:
        id: what the document is called: its path below the folder that was given, with `/`, or its address.
        place: where a person finds it: the path on this machine, or an address.
        link: the address that the bytes came from, where they did not come from this machine.
        charset: the encoding that was named along with the bytes.
    """

    id: str
    place: str
    link: str | None = None
    charset: str | None = None

    @property
    def stem(self) -> str:
        """The file's name without folders, or the host of an address: the title of last resort."""
        return host(self.link) or self.id.rsplit("/", 1)[-1]


def is_address(place: str) -> bool:
    """Say whether a place is an address on the web rather than a path."""
    return place.lower().startswith(("http://", "https://"))


def host(link: str | None) -> str:
    """Return the host of an address without its `www.`; empty where there is none.

    >>> host("https://www.example.org/a")
    'example.org'
    """
    try:
        return (urlsplit(link or "").hostname or "").removeprefix("www.")
    except ValueError:  # no address at all: "http://[x"
        return ""


class DocumentReader(Protocol):
    """Turns the bytes of one source into its documents."""

    def __call__(self, content: bytes, origin: Origin) -> Iterator[Document]:
        """Yield the documents in the content.

        Raises:
            SourceError: the content is not what this reader reads.
        """
