"""Questions on texts: how well the short answer is read, and with `--open` how well it is found and cited.

A row is a question, or a file is in SQuAD's own form:

    {"id": "…", "question": "…", "context": "…", "answers": ["…"]}       none where the context does not answer

Sets can be pooled by joining their files: `cat one.jsonl.gz two.jsonl.gz > both.jsonl.gz`.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eval.set_kind import ByFields, Options, spread

if TYPE_CHECKING:
    from bot.citation import Answer
    from eval.kinds.reading.opened import Answerer
    from eval.kinds.reading.passages import Asked
    from eval.results import Results
    from index import PassageIndex


def evaluate(path: Path, options: Options) -> "Results":
    """Read, or with `open_retrieval` ask the bot over all texts of the whole set."""
    from eval.kinds.reading.passages import read_asked

    every = read_asked(path)
    asked = spread(every, options.limit)
    return _open(every, asked, options) if options.open_retrieval else _closed(asked, options)


def _closed(asked: "list[Asked]", options: Options) -> "Results":
    from bot import read
    from bot.opened import reader
    from eval.kinds.reading.closed import lines, read_all, rows
    from eval.results import Results

    found = list(read_all(asked, lambda question, text: read(question, text, threshold=0), options.progress))
    return Results(f"{len(found)} questions", tuple(lines(found, reader().threshold)), tuple(rows(found)))


def _open(every: "list[Asked]", asked: "list[Asked]", options: Options) -> "Results":
    from bot import load
    from eval.kinds.reading.opened import ask_all, lines, rows
    from eval.own_index import own_index
    from eval.results import Results, beside

    texts = {one.document: one.text for one in every}
    with own_index(_documents(texts), options) as folder:
        checker = load(folder)

        def answerer(question: str, left_out: str | None) -> "Answer":
            others = {"documents": [of for of in texts if of != left_out]} if left_out else None
            return checker.answer(question, filters=others)

        told = list(ask_all(asked, answerer, options.progress))
        rivals = {"nearest": nearest(checker.sources)} if options.baselines else {}
        others = {name: lines(list(ask_all(asked, rival, options.progress))) for name, rival in rivals.items()}
    failed = sum(one.error is not None for one in told)
    title = f"{len(asked)} questions on {len(texts)} texts, asked {len(told)} times, {failed} failed"
    return Results(title, tuple(beside(lines(told), others)), tuple(rows(told)), failed=failed)


def nearest(sources: "PassageIndex") -> "Answerer":
    """Return the answerer that gives the sentence with most of the question's words."""
    from eval.baselines import NearestSentence

    every = NearestSentence.over(sources.documents())

    def answerer(question: str, left_out: str | None) -> "Answer":
        kept = (one for one in every.sentences if one.document.id != left_out)
        return NearestSentence(tuple(kept))(question)

    return answerer


def _documents(texts: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    return ({"id": of, "text": text} for of, text in texts.items())


KIND = ByFields("reading", ("question", "context", "answers"), evaluate)
SQUAD = ByFields("reading in SQuAD's form", ("data",), evaluate)
