"""Questions on texts: how well the short answer is read, and with `--open` how well it is found and cited.

A row is a question, or a file is in SQuAD's own form:

    {"id": "…", "question": "…", "context": "…", "answers": ["…"]}       none where the context does not answer

Sets can be pooled by joining their files: `cat one.jsonl.gz two.jsonl.gz > both.jsonl.gz`.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eval.effort import Effort
from eval.set_kind import ByFields, Chosen, Options, chosen

if TYPE_CHECKING:
    from bot.finding.reading import Reading
    from eval.kinds.reading.closed import Reader
    from eval.kinds.reading.opened import Answerer
    from eval.kinds.reading.passages import Asked
    from eval.outcome import Outcome, Rows
    from eval.results import Results


def evaluate(path: Path, options: Options) -> "Results":
    """Read, or with `open_retrieval` ask the bot over all texts of the whole set."""
    from eval.kinds.reading.passages import read_asked

    asked = chosen(lambda: read_asked(path), options)
    return _open(asked, options) if options.open_retrieval else _closed(asked, options)


def _closed(asked: "Chosen[Asked]", options: Options) -> "Results":
    from bot import read as read_text
    from bot.opened import reader
    from eval.columns import columns
    from eval.kinds.reading.baselines import baselines
    from eval.kinds.reading.closed import lines
    from eval.results import Results, beside

    threshold = reader().threshold

    def whatever_is_there(question: str, text: str) -> "Reading | None":
        return read_text(question, text, threshold=0)

    rows = _read_all("bot", asked, whatever_is_there, threshold, options)
    rivals = baselines(options.seed) if options.baselines else {}
    others = {name: columns(_read_all(name, asked, one, threshold, options)) for name, one in rivals.items()}
    of = columns(rows)
    figures = beside(lines(of, threshold), {name: lines(theirs, threshold) for name, theirs in others.items()})
    return Results(f"{len(rows)} questions", tuple(figures), rows, failed=of.failed, main="F1")


def _read_all(name: str, asked: "Chosen[Asked]", reader: "Reader", threshold: float, options: Options) -> "Rows":
    from eval.kinds.reading.closed import read

    def do(few: "list[Asked]") -> "list[Outcome]":
        return [read(one, reader, threshold) for one in few]

    return options.keep(name, asked, do)


def _open(asked: "Chosen[Asked]", options: Options) -> "Results":
    from bot import load
    from eval.baselines import baselines
    from eval.columns import columns
    from eval.kinds.answers import without_documents
    from eval.kinds.reading.opened import lines
    from eval.own_index import own_index
    from eval.results import Results, beside

    with own_index(_documents(asked), options) as folder:
        checker = load(folder)
        texts, answerer = checker.sources.corpus.document_ids(), without_documents(checker)
        rows = _ask_all("bot", asked, answerer, options)
        rivals = baselines(checker.sources, options.seed) if options.baselines else {}
        others = {name: columns(_ask_all(name, asked, rival, options)) for name, rival in rivals.items()}
    of = columns(rows)
    title = f"{len(asked)} questions on {len(texts)} texts, asked {len(rows)} times, {of.failed} failed"
    figures = beside(lines(of), {name: lines(theirs) for name, theirs in others.items()})
    return Results(title, tuple(figures), rows, failed=of.failed)


def _ask_all(name: str, asked: "Chosen[Asked]", answerer: "Answerer", options: Options) -> "Rows":
    from eval.kinds.reading.opened import ask, outcome

    def do(few: "list[Asked]") -> "list[Outcome]":
        return [outcome(told) for one in few for told in ask(one, answerer)]

    return options.keep(name, asked, do)


def _documents(asked: "Chosen[Asked]") -> Iterator[Mapping[str, Any]]:
    """Yield all texts of the set, each once, those included whose questions are not asked."""
    seen: set[str] = set()
    for one in asked.read():
        if one.document not in seen:
            seen.add(one.document)
            yield {"id": one.document, "text": one.text}


def _questions(path: Path) -> int:
    from eval.kinds.reading.passages import read_asked

    return sum(1 for _ in read_asked(path))


KIND = ByFields("reading", ("question", "context", "answers"), evaluate)
SQUAD = ByFields("reading in SQuAD's form", ("data",), evaluate, effort=Effort(cases=_questions))
