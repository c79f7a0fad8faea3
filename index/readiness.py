"""The index that commands use when none is named: built from `seeds/` at first use."""

from pathlib import Path

from index.builder import DEFAULT_FOLDER, Progress, update
from index.errors import MissingIndexError

SEEDS = Path("seeds")


def ready_folder(folder: str | Path | None = None, progress: Progress = lambda _done, _total: None) -> Path:
    """Return the folder of an index that is there.

    The default folder is built from `seeds/` of the current folder when it holds no index yet; a folder that was named
    is never built silently.

    Raises:
        MissingIndexError: there is no index, and no seeds to build one from.
    """
    named = None if folder is None or Path(folder) == DEFAULT_FOLDER else Path(folder)
    wanted = named or DEFAULT_FOLDER
    if (wanted / "manifest.json").exists():
        return wanted
    if named:
        message = f"there is no index in {named}; build one: onrecord build PATH… --index {named}"
        raise MissingIndexError(message)
    if not SEEDS.is_dir():
        message = f"there is no index in {wanted} and no folder seeds/ here; build one: onrecord build PATH…"
        raise MissingIndexError(message)
    update([SEEDS], wanted, progress=progress)
    return wanted
