"""One build of an index: from the earlier generation of its folder to the next."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from index import registry
from index.attribution import SpeechAttributor
from index.chunking import passages
from index.corpus_writer import CorpusWriter, fingerprint
from index.document import Document, Passage
from index.errors import DuplicateIdError, IndexFolderError, MissingIndexError, SourceError, UsageError
from index.manifest import Manifest, check, sweep
from index.reading.origin import is_address
from index.reading.sources import Failure, Source, read_source
from index.sentences import sentences
from index.settings import IndexSettings
from index.speaker import FILE, merged_names

if TYPE_CHECKING:
    from index.embedding import Embedder
    from index.store import VectorStore

_EMBEDDED_AT_ONCE = 256

Progress = Callable[[int, int], None]
"""Told how many sources of how many are done, several times in a long one; what it raises ends the build."""


@dataclass(slots=True)
class BuildReport:
    """What a build did: ids of documents, and the sources that could not be read."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    failed: list[Failure] = field(default_factory=list)


class Generation:
    """One build, from the earlier generation of a folder to the next."""

    def __init__(self, folder: Path, settings: IndexSettings | None, *, replace: bool) -> None:
        self._folder = folder
        earlier = _earlier(folder, replace=replace)
        kept = None if replace else earlier
        self._settings = settings or (kept.settings if kept else IndexSettings())
        self._embedder: Embedder = registry.make("embedder", self._settings.embedder)
        self._attributor = SpeechAttributor(self._settings.extractor)
        self._manifest = Manifest(
            generation=earlier.generation + 1 if earlier else 1,
            settings=self._settings,
            embedder=self._embedder.digest,
            attributor=self._attributor.digest,
            counts={},
        )
        if kept:
            _check_same(kept, self._manifest, folder)
        sweep(folder, earlier)
        empty: VectorStore = registry.make("store", self._settings.store)
        self._store = empty.load(kept.vectors(folder)) if kept else empty
        self._corpus = CorpusWriter(self._manifest.corpus(folder), kept.corpus(folder) if kept else None)
        self._waiting: list[Passage] = []
        self._report = BuildReport()
        self._tell: Callable[[], None] = lambda: None

    def run(self, found: Sequence[Source], progress: Progress) -> BuildReport:
        """Read, split, attribute and embed; then swap in what came of it."""
        with self._published():
            self._take_all(found, progress)
        return self._report

    def remove(self, documents: set[str]) -> None:
        """Take documents out; then swap in what is left."""
        with self._published():
            known = self._corpus.fingerprints()
            if unknown := sorted(documents - set(known)):
                message = f"no document is called {', '.join(map(repr, unknown))}"
                raise UsageError(message)
            if documents >= set(known):
                message = "an index cannot be empty: the last documents stay until others are there"
                raise UsageError(message)
            for document_id in sorted(documents):
                self._drop(document_id)
            for path in {path for _, path in known.values()} - {
                path for _, path in self._corpus.fingerprints().values()
            }:
                self._corpus.drop_source(path)

    @contextmanager
    def _published(self) -> Iterator[None]:
        """Swap in what was done inside, or leave everything as it was."""
        done = False
        try:
            yield
            self._publish()
            done = True
        finally:
            if not done:
                self._discard()

    def _publish(self) -> None:
        self._embed()
        self._corpus.name_speakers()
        counts = self._corpus.counts()
        if not counts["documents"]:
            reasons = "; ".join(f"{failure.source}: {failure.reason}" for failure in self._report.failed)
            message = f"no source could be read: {reasons}"
            raise SourceError(message)
        self._corpus.close(keep=True)
        self._store.save(self._manifest.vectors(self._folder))
        self._manifest.counts.update(counts)
        self._manifest.save(self._folder)

    def _discard(self) -> None:
        self._corpus.close(keep=False)
        self._manifest.corpus(self._folder).unlink(missing_ok=True)
        self._manifest.vectors(self._folder).unlink(missing_ok=True)

    def _take_all(self, found: Sequence[Source], progress: Progress) -> None:
        known, roots = self._corpus.fingerprints(), self._corpus.roots()
        seen: dict[str, str] = {}
        for number, source in enumerate(found):
            self._tell = partial(progress, number, len(found))
            self._tell()
            try:
                documents = read_source(source)
            except SourceError as error:
                # What an earlier build read from it stays until it can be read again, or is gone.
                seen |= {of: path for of, (_, path) in known.items() if path == source.place}
                self._report.failed.append(Failure(source.place, str(error)))
                continue
            self._corpus.put_source(source.place, source.root, documents[0].source_digest or "")
            for document in documents:
                self._take(document, source.place, known, seen)
        self._tell = partial(progress, len(found), len(found))
        self._tell()
        given = {source.root for source in found}
        self._drop_gone(given, known, roots, seen)
        for root in given:
            if not is_address(root):
                self._name_speakers(Path(root))

    def _name_speakers(self, root: Path) -> None:
        try:
            self._corpus.put_aliases(str(root), merged_names(root))
        except SourceError as error:
            self._report.failed.append(Failure(str(root / FILE), str(error)))

    def _take(self, document: Document, path: str, known: dict[str, tuple[str, str]], seen: dict[str, str]) -> None:
        self._tell()
        before, where = known.get(document.id, (None, path))
        if document.id in seen or (where != path and (is_address(where) or Path(where).exists())):
            message = (
                f"{seen.get(document.id, where)} and {path} both hold a document called {document.id!r}; rename one"
            )
            raise DuplicateIdError(message)
        seen[document.id] = path
        if before == fingerprint(document):
            return
        if before:
            self._drop(document.id)
        (self._report.changed if before else self._report.added).append(document.id)
        self._put(document, path)

    def _put(self, document: Document, path: str) -> None:
        split = sentences(document)
        self._corpus.put_document(document, path, split, self._attributor.quotations(document, split))
        limit = min(self._settings.passage_tokens, self._embedder.limit)
        overlap = self._settings.overlap_tokens
        self._waiting += passages(document, split, self._embedder.lengths, limit, overlap)
        if len(self._waiting) >= _EMBEDDED_AT_ONCE:
            self._embed()

    def _embed(self) -> None:
        if self._waiting:
            self._tell()
            vectors = self._embedder.embed([passage.text for passage in self._waiting])
            self._store.add(self._corpus.put_passages(self._waiting), vectors)
            self._waiting = []

    def _drop(self, document_id: str) -> None:
        self._store.remove(self._corpus.drop_document(document_id))

    def _drop_gone(
        self, given: set[str], known: dict[str, tuple[str, str]], roots: dict[str, str], seen: dict[str, str]
    ) -> None:
        for document_id, (_, path) in known.items():
            if roots.get(path) in given and document_id not in seen:
                self._drop(document_id)
                self._report.dropped.append(document_id)
                if path not in seen.values():
                    self._corpus.drop_source(path)


def _earlier(folder: Path, *, replace: bool) -> Manifest | None:
    try:
        return Manifest.load(folder)
    except MissingIndexError:
        return None
    except IndexFolderError:
        if replace:
            return None
        raise


def _check_same(built: Manifest, present: Manifest, folder: Path) -> None:
    check("settings", str(built.settings.to_dict()), str(present.settings.to_dict()), folder)
    check("embedder", built.embedder, present.embedder, folder)
    check("attributor", built.attributor, present.attributor, folder)
