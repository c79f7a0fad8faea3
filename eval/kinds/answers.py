"""Sets of questions, each with the quotes that a good answer gives; see `eval.case`."""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from eval.effort import Effort
from eval.set_kind import ByFields, Options, chosen
from index.errors import UsageError

if TYPE_CHECKING:
    from bot.checker import FactChecker
    from bot.citation import Answer
    from eval.case import Case
    from eval.outcome import Outcome, Rows
    from eval.results import Results
    from eval.runner import Answerer


def evaluate(path: Path, options: Options) -> "Results":
    """Ask the bot every question; baselines: BM25, the nearest sentence, silence, and chance."""
    from eval.formats import read_cases

    sum(1 for _ in read_cases(path))  # a set that cannot be read is refused before an index is built for it
    with index_folder(options) as ready:
        return replace(_evaluate(path, ready.folder, options), notes=ready.notes)


class Ready(NamedTuple):
    """The folder of an index to ask, and what a reader of figures over it must know."""

    folder: Path
    notes: tuple[str, ...] = ()


@contextmanager
def index_folder(options: Options) -> Iterator[Ready]:
    """Yield the index to ask: one that is there, or one that is made of sources for the run."""
    if options.folder and options.sources:
        message = "give --index or --sources, not both"
        raise UsageError(message)
    if options.sources is None:
        from bot.assembly import ready_folder

        yield Ready(ready_folder(options.folder))
        return
    from index.builder import update

    with options.journal.room() as room:
        built = update([options.sources], room, progress=options.progress)
        yield Ready(room, tuple(f"Not among the sources, for it cannot be read: {one.reason}" for one in built.failed))


def without_documents(checker: "FactChecker") -> "Callable[..., Answer]":
    """Return the answerer that asks the bot, and leaves out documents where it is told to."""
    every = frozenset(checker.sources.corpus.document_ids())

    def answer(question: str, left_out: Collection[str] = ()) -> "Answer":
        if not left_out:
            return checker.answer(question)
        return checker.answer(question, filters={"documents": sorted(every.difference(left_out))})

    return answer


def _evaluate(path: Path, folder: Path, options: Options) -> "Results":
    from bot import load
    from eval.baselines import baselines
    from eval.formats import read_cases
    from eval.report import outcome, results
    from eval.runner import ask
    from index.manifest import Manifest

    checker = load(folder)
    documents = checker.sources.document
    cases = chosen(lambda: read_cases(path, documents), options)

    def rows(name: str, answerer: "Answerer") -> "Rows":
        def asked(few: "list[Case]") -> "list[Outcome]":
            return [outcome(ask(case, answerer, documents)) for case in few]

        return options.keep(name, cases, asked)

    rivals = baselines(checker.sources, options.seed) if options.baselines else {}
    about = {"index": {"folder": str(folder), **asdict(Manifest.load(folder))}}
    return results(
        rows("bot", without_documents(checker)), about, {name: rows(name, rival) for name, rival in rivals.items()}
    )


KIND = ByFields("answers", ("id", "question", "kind"), evaluate, asks_index=True, effort=Effort(0.5))
