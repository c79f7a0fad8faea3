"""Sets of questions, each with the quotes that a good answer gives; see `eval.case`."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from eval.set_kind import ByFields, Options, spread
from index.errors import UsageError

if TYPE_CHECKING:
    from eval.results import Results
    from eval.runner import Answerer


def evaluate(path: Path, options: Options) -> "Results":
    """Ask the bot every question; baselines: silence, and the sentence that shares most words with the question."""
    from eval.formats import load_cases

    load_cases(path)  # a set that cannot be read is refused before an index is built for it
    with index_folder(options) as folder:
        return _evaluate(path, folder, options)


@contextmanager
def index_folder(options: Options) -> Iterator[Path]:
    """Yield the index to ask: one that is there, or one that is made of sources and gone afterwards."""
    if options.folder and options.sources:
        message = "give --index or --sources, not both"
        raise UsageError(message)
    if options.sources is None:
        from bot.assembly import ready_folder

        yield ready_folder(options.folder)
        return
    from index import build

    with TemporaryDirectory(prefix="onrecord-eval-") as temporary:
        build([options.sources], temporary)
        yield Path(temporary)


def _evaluate(path: Path, folder: Path, options: Options) -> "Results":
    from bot import load
    from eval.baselines import NearestSentence, always_silent
    from eval.formats import load_cases
    from eval.report import results
    from eval.runner import run
    from index.manifest import Manifest

    checker = load(folder)
    documents = checker.sources.document
    cases = spread(load_cases(path, documents), options.limit)
    report = run(cases, checker.answer, documents=documents)
    rivals: dict[str, Answerer] = {}
    if options.baselines:
        rivals = {"silent": always_silent, "nearest": NearestSentence.over(checker.sources.documents())}
    baselines = {name: run(cases, rival, documents=documents) for name, rival in rivals.items()}
    return results(report, {"index": {"folder": str(folder), **asdict(Manifest.load(folder))}}, baselines)


KIND = ByFields("answers", ("id", "question", "kind"), evaluate)
