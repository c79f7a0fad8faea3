"""An index, ready to be searched."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from index import registry
from index.corpus import Corpus
from index.document import Document, Passage, Quotation, text_digest
from index.embedding import Embedder
from index.errors import DamagedIndexError, ProofError, UsageError
from index.filters import Filters
from index.fusion import reciprocal_rank_fusion, with_votes
from index.hit import Hit
from index.manifest import Manifest, check
from index.reranking import CrossEncoder, Reranker
from index.speaker import Speaker
from index.store import Scored, VectorStore

_DEPTH = 50
"""How many passages each ranking contributes at least."""
_RERANKED = 10
"""How many passages the reranker reads."""


@dataclass(frozen=True)
class PassageIndex:
    """Documents, passages and quotations, found by meaning and by words; safe to share between threads."""

    folder: Path
    manifest: Manifest
    corpus: Corpus
    store: VectorStore
    embedder: Embedder
    reranker: Reranker

    @classmethod
    def open(cls, folder: Path, embedder: Embedder | None = None, reranker: Reranker | None = None) -> "PassageIndex":
        """Open the index in a folder.

        Raises:
            MissingIndexError: there is none.
            StaleIndexError: it was built with something else.
            DamagedIndexError: its files do not fit together.
        """
        manifest = Manifest.load(folder)
        embedder = embedder or registry.make("embedder", manifest.settings.embedder)
        check("embedder", manifest.embedder, embedder.digest, folder)
        corpus = Corpus(manifest.corpus(folder))
        store = registry.make("store", manifest.settings.store).load(manifest.vectors(folder))
        if len(store) != corpus.count("passages"):
            message = f"{folder} has {len(store)} vectors for {corpus.count('passages')} passages; build with --replace"
            raise DamagedIndexError(message)
        return cls(folder, manifest, corpus, store, embedder, reranker or CrossEncoder())

    def __len__(self) -> int:
        return len(self.store)

    def search(self, text: str, limit: int = 10, filters: Filters | Mapping[str, Any] | None = None) -> list[Hit]:
        """Return the passages nearest to a text, best first: by meaning and by words, and as sure as the reranker is.

        Raises:
            UsageError: the text is empty, or the limit is below 1.
        """
        found = self._fused(text, limit, filters)
        near = self.corpus.passages([key for key, _ in found[:_RERANKED]])
        voted = with_votes(found, self.reranker.scores(text, [passage.text for passage in near]))
        return self.hits(voted[:limit])

    def fused(self, text: str, limit: int = 10, filters: Filters | None = None) -> list[Hit]:
        """Return the passages nearest to a text, best first, by meaning and by words: for what reads them anyway.

        Raises:
            UsageError: the text is empty, or the limit is below 1.
        """
        return self.hits(self._fused(text, limit, filters)[:limit])

    def _fused(self, text: str, limit: int, filters: Filters | Mapping[str, Any] | None) -> Scored:
        if not text.strip() or limit < 1:
            message = "a search needs words to look for, and a limit of at least 1"
            raise UsageError(message)
        admitted, depth = Filters.of(filters), max(limit, _DEPTH)
        return reciprocal_rank_fusion([self.dense(text, depth, admitted), self.lexical(text, depth, admitted)])

    def dense(self, text: str, limit: int, filters: Filters | None = None) -> Scored:
        """Return the keys of the passages nearest in meaning, with their cosines."""
        (vector,) = self.embedder.embed([text])
        return self.store.search(vector, limit, self.corpus.keys_among(filters or Filters()))

    def lexical(self, text: str, limit: int, filters: Filters | None = None) -> Scored:
        """Return the keys of the passages that share words, with their BM25 scores."""
        return self.corpus.search_passages(text, limit, filters or Filters())

    def hits(self, scored: Scored) -> list[Hit]:
        """Return the passages behind keys."""
        passages = self.corpus.passages([key for key, _ in scored])
        return [Hit(passage, score) for passage, (_, score) in zip(passages, scored, strict=True)]

    def document(self, document_id: str) -> Document:
        """Return a document by its id.

        Raises:
            UsageError: there is none of that id.
        """
        return self.corpus.document(document_id)

    def documents(self) -> list[Document]:
        """Return all documents, newest first."""
        return [self.document(document_id) for document_id in self.corpus.document_ids()]

    def document_ids(self) -> list[str]:
        """Return the ids of all documents, newest first."""
        return self.corpus.document_ids()

    def sentences(self, document_id: str) -> tuple[Passage, ...]:
        """Return the sentences of a document, in order."""
        return self.corpus.sentences(document_id)

    def before(self, sentence: Passage) -> Passage | None:
        """Return the sentence before one, or None where a document begins with it."""
        earlier = [one for one in self.sentences(sentence.document.id) if one.end <= sentence.start]
        return earlier[-1] if earlier else None

    def quotations(
        self, names: Sequence[str] | None = None, filters: Filters | Mapping[str, Any] | None = None
    ) -> list[Quotation]:
        """Return all quotations, or those of the resolved names, newest document first, in order within each."""
        return self.corpus.quotations(names, Filters.of(filters))

    def days(self, filters: Filters | Mapping[str, Any] | None = None) -> tuple[date, date] | None:
        """Return the first and the last day on which a document was published; None where no day is known."""
        return self.corpus.days(Filters.of(filters))

    def speakers(self, filters: Filters | Mapping[str, Any] | None = None) -> list[Speaker]:
        """Return who is quoted, the most quoted first."""
        return self.corpus.speakers(Filters.of(filters))

    def spoken(self) -> list[tuple[str, date | None, int]]:
        """Return how many quotations each speaker has on each day of publication, by name and day."""
        return self.corpus.spoken()

    def prove(self, quote: Passage) -> None:
        """Re-read a quote from the stored text, and check that against the digest recorded when it was built.

        Raises:
            ProofError: the stored text is gone or another, or the quote is not in it at its place.
        """
        stored = self.corpus.stored_text(quote.document.id)
        if stored is None or text_digest(stored) != quote.document.digest:
            message = f"the stored text of {quote.document.id} is not the one that was read; build again with --replace"
            raise ProofError(message)
        if stored[quote.start : quote.end] != quote.text:
            message = f"{quote.document.id} does not say {quote.text!r} at {quote.start}"
            raise ProofError(message)
