"""Fact-checkers that stay open between calls of the top-level functions."""

from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from bot.assembly import load
from bot.finding.reading import TrainedReader
from bot.settings import BotSettings
from bot.weighing.verifier import TrainedVerifier
from index.progress import terminal_progress
from index.readiness import ready_folder

if TYPE_CHECKING:
    from bot.checker import FactChecker
    from bot.finding.reading import Reader
    from bot.weighing.verifier import Verifier


def opened(folder: str | Path, settings: BotSettings | None = None) -> "FactChecker":
    """Return the fact-checker over a folder's index, for the same settings the same one until it is built again."""
    with terminal_progress("Building the index from seeds/") as progress:
        ready = ready_folder(folder, progress)
    return _opened(ready.absolute(), (ready / "manifest.json").stat().st_mtime_ns, settings or BotSettings())


@cache
def reader() -> "Reader":
    """Return the reader that ships with this package, the same one every time."""
    return TrainedReader().reader


@cache
def verifier() -> "Verifier":
    """Return the verifier that ships with this package, the same one every time."""
    return TrainedVerifier().verifier


@lru_cache(maxsize=16)
def _opened(folder: Path, built: int, settings: BotSettings) -> "FactChecker":
    del built  # part of the key only
    return load(folder, settings)
