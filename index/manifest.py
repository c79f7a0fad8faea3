"""What an index was built from and with: the one file that says which others belong to it."""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Self

from index.errors import DamagedIndexError, MissingIndexError, StaleIndexError
from index.settings import IndexSettings

FORMAT = 3
_NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an index was built from and with.

    Attributes:
        generation: counts the builds; the files of an index carry it in their names.
        settings: what it was built with.
        embedder: the digest of the embedder.
        attributor: the digest of the attributor.
        counts: how many documents, passages and quotations it holds.
        format: the form of the files.
    """

    generation: int
    settings: IndexSettings
    embedder: str
    attributor: str
    counts: dict[str, int]
    format: int = FORMAT

    def corpus(self, folder: Path) -> Path:
        """Return the path of the corpus in the index's folder."""
        return folder / f"corpus-{self.generation:06}.sqlite"

    def vectors(self, folder: Path) -> Path:
        """Return the path of the vectors in the index's folder."""
        return folder / f"vectors-{self.generation:06}.bin"

    def save(self, folder: Path) -> None:
        """Make this the manifest of the folder, atomically; then delete the files of earlier generations."""
        draft = folder / f"{_NAME}.{os.getpid()}"
        draft.write_bytes(json.dumps(asdict(self), indent=2).encode())
        draft.replace(folder / _NAME)
        sweep(folder, self)

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Read the manifest of a folder.

        Raises:
            MissingIndexError: there is none.
            DamagedIndexError: it cannot be read.
            StaleIndexError: it is of another form.
        """
        try:
            plain = json.loads((folder / _NAME).read_bytes())
        except (FileNotFoundError, NotADirectoryError) as error:
            message = f"there is no index in {folder}; build one: onrecord build PATH… --index {folder}"
            raise MissingIndexError(message) from error
        except (OSError, ValueError) as error:
            message = f"{folder / _NAME} cannot be read: {error}; build again with --replace"
            raise DamagedIndexError(message) from error
        return cls._of(plain, folder)

    @classmethod
    def _of(cls, plain: dict[str, Any], folder: Path) -> Self:
        if not isinstance(plain, dict) or plain.get("format") != FORMAT:
            message = f"the index in {folder} was built by another version; build again with --replace"
            raise StaleIndexError(message)
        try:
            return cls(**{**plain, "settings": IndexSettings.from_dict(plain["settings"])})
        except (TypeError, KeyError, ValueError) as error:
            message = f"the manifest in {folder} is damaged: {error}; build again with --replace"
            raise DamagedIndexError(message) from error


def sweep(folder: Path, kept: Manifest | None) -> None:
    """Delete what earlier generations, and builds that were cut off, left behind; without a manifest everything."""
    files = {kept.corpus(folder), kept.vectors(folder)} if kept else set()
    for path in [*folder.glob("corpus-*.sqlite*"), *folder.glob("vectors-*.bin"), *folder.glob(f"{_NAME}.*")]:
        if path not in files:
            path.unlink(missing_ok=True)


def check(what: str, built: str, present: str, folder: Path) -> None:
    """Compare what an index was built with to what would read it now.

    Raises:
        StaleIndexError: they differ.
    """
    if built != present:
        message = f"the index in {folder} was built with the {what} {built}, not {present}; build again with --replace"
        raise StaleIndexError(message)
