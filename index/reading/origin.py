"""Where bytes come from, and what a reader of them is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from index.document import Document


@dataclass(frozen=True, slots=True)
class Origin:
    """Where bytes come from.

    Attributes:
        id: what the document is called: its path below the folder that was given, with `/`.
        place: where a person finds it: the path on this machine, or an address.
    """

    id: str
    place: str

    @property
    def stem(self) -> str:
        """The file's name without folders, the title of last resort."""
        return self.id.rsplit("/", 1)[-1]


class DocumentReader(Protocol):
    """Turns the bytes of one source into its documents."""

    def __call__(self, content: bytes, origin: Origin) -> Iterator[Document]:
        """Yield the documents in the content.

        Raises:
            SourceError: the content is not what this reader reads.
        """
