"""An index against itself, and against the sources on disk."""

from dataclasses import dataclass, field
from pathlib import Path

from index.corpus import Corpus
from index.document import text_digest
from index.manifest import Manifest
from index.reading.origin import is_address
from index.weights import file_digest


@dataclass(slots=True)
class VerificationReport:
    """What was found: how many stored texts were checked, and which are damaged, changed on disk or gone from there."""

    checked: int = 0
    damaged: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)


def verify(folder: Path) -> VerificationReport:
    """Check every stored text against its digest, and every source file against the bytes that were read.

    Raises:
        MissingIndexError: there is no index in the folder.
        DamagedIndexError: the index cannot be read at all.
    """
    corpus = Corpus(Manifest.load(folder).corpus(folder))
    report = VerificationReport()
    for document_id, text, digest in corpus.rows("SELECT id, text, digest FROM documents ORDER BY id"):
        report.checked += 1
        if text_digest(text) != digest:
            report.damaged.append(document_id)
    for path, digest in corpus.rows("SELECT path, digest FROM sources ORDER BY path"):
        if is_address(path):
            continue  # what a page says now is not what was read, and nothing is fetched to see it
        if not Path(path).exists():
            report.gone.append(path)
        elif file_digest(Path(path)) != digest:
            report.changed.append(path)
    return report
