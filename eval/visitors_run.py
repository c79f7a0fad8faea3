"""A run as a visitor of the page asks for it, and the files that come of it."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory, mkdtemp
from weakref import finalize

from eval import comparison
from eval.evaluating import DOCUMENTS, evaluated
from eval.journal import Progress
from eval.kinds import kind_of
from eval.results import Results
from eval.set_kind import Options
from eval.showing.html_page import html_page
from eval.showing.json_file import json_pieces, load_results
from eval.what_was_run import set_name

OWN = Path(__file__).parent / "sets"


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be evaluated.

    Attributes:
        path: the set.
        loaded: whether the loaded sources are asked even where the set brings documents of its own.
        cases: how many cases at most, drawn by a seed; None for all.
        baselines: whether rivals are measured too.
        before: an earlier run to compare with, as JSON.
    """

    path: Path
    loaded: bool = False
    cases: int | None = None
    baselines: bool = False
    before: Path | None = None

    def options(self, folder: Path, progress: Progress) -> Options:
        """Return how to evaluate; `folder` is the index of the loaded sources, which no set may write its texts to."""
        asks = getattr(kind_of(self.path), "asks_index", False)
        has_documents = (self.path.parent / DOCUMENTS).is_dir()
        asked = folder if asks and (self.loaded or not has_documents) else None
        return Options(asked, sample=self.cases, baselines=self.baselines, progress=progress)


@dataclass(frozen=True)
class Kept:
    """What came of a run: its page and its JSON, deleted when nobody holds this any more."""

    name: str
    folder: Path = field(default_factory=lambda: Path(mkdtemp(prefix="onrecord-evaluate-")))

    def __post_init__(self) -> None:
        finalize(self, rmtree, self.folder, ignore_errors=True)

    @property
    def page(self) -> Path:
        """The page."""
        return self.folder / "results.html"

    @property
    def run(self) -> Path:
        """The run as JSON, which a later one can be compared with."""
        return self.folder / "run.json"


def own_sets() -> dict[str, Path]:
    """Return the sets that ship with this package, by their names."""
    files = sorted(OWN.rglob("*.jsonl"), key=lambda file: (len(file.parts), file))
    sets = {str(file.relative_to(OWN).with_suffix("")): file for file in files}
    return {name: file for name, file in sets.items() if DOCUMENTS not in file.parts}


def run(wish: Wish, folder: Path, progress: Progress) -> Kept:
    """Evaluate, and write the page and the run.

    Args:
        wish: what.
        folder: the index of the loaded sources.
        progress: told how far it is; what it raises ends the run, and nothing of it is kept.

    Raises:
        OnRecordError: the set or the earlier run cannot be used.
    """
    before = load_results(wish.before) if wish.before else None
    kept = Kept(set_name(wish.path))
    with ExitStack() as stack:
        # What is asked may be for this visitor's eyes only, so that no interrupted run is left behind.
        journal = stack.enter_context(TemporaryDirectory(prefix="onrecord-evaluate-"))
        found = stack.enter_context(
            evaluated(wish.path, wish.options(folder, progress), Path(journal), tell=lambda _: None)
        )
        kept.run.write_text("".join(json_pieces(found)), encoding="utf-8")
        kept.page.write_text(
            "".join(html_page("How far to trust the answers", [*_gains(before, found), found])), "utf-8"
        )
    return kept


def _gains(before: Results | None, after: Results) -> Iterator[Results]:
    if before:
        yield comparison.results(comparison.compare(before, after))
