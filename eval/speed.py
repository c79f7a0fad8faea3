"""How long answers take, over an index of a given size."""

import resource
import time
from collections.abc import Callable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from eval.own_index import own_index
from eval.results import Line, Results
from eval.set_kind import Options, Progress
from eval.significance import Figure, estimate, percentile
from eval.synthetic import SENTENCES_A_TEXT, questions, texts

if TYPE_CHECKING:
    from index import PassageIndex

WARM_UP = 3
"""Questions that are asked before the clock starts: models are loaded when they are first needed."""

_SENTENCES_A_PASSAGE = 6.0


def measure(passages: int, number: int, options: Options) -> Results:
    """Build an index of made-up texts, or take the one of an earlier run, and time searches and answers.

    Args:
        passages: how many passages the index has at least, nearly.
        number: how many questions are asked.
        options: `folder` keeps the index, so that the next run need not build it; `seed` draws texts and questions.
    """
    from bot import load

    count = int(passages * _SENTENCES_A_PASSAGE / SENTENCES_A_TEXT) + 1
    begun = time.perf_counter()
    with own_index(islice(texts(options.seed), count), options, quoted=False) as folder:
        built = time.perf_counter() - begun
        checker = load(folder)
        asked = questions(options.seed, number + WARM_UP)
        searches = list(_timed(asked, lambda question: _search(checker.sources, question)))
        answers = list(_timed(asked, checker.answer, options.progress))
        size = len(checker.sources)
    return Results(
        title=f"{size} passages, {number} questions after {WARM_UP} to warm up",
        lines=(
            *_lines("answer", answers),
            *_lines("search", searches),
            _plain("building, passages a second", "with embedding, without looking for speakers", size / built),
            _plain("memory, GB", "the most that was in use", _gigabytes()),
        ),
        rows=[
            {"id": question, "scores": {}, "answer": answer, "search": search}
            for question, answer, search in zip(asked[WARM_UP:], answers, searches, strict=True)
        ],
        about={"passages": size},
    )


def _search(sources: "PassageIndex", question: str) -> None:
    sources.search(question)


def _timed(
    asked: list[str], do: Callable[[str], object], progress: Progress = lambda _done, _total: None
) -> Iterator[float]:
    """Yield how many seconds each question took, after those that warm up."""
    for number, question in enumerate(asked):
        progress(number, len(asked))
        begun = time.perf_counter()
        do(question)
        if number >= WARM_UP:
            yield time.perf_counter() - begun


def _lines(what: str, seconds: list[float]) -> Iterator[Line]:
    for part in (50, 95):
        figure = estimate([1000 * one for one in seconds], percentile(part))
        yield Line(f"{what}, p{part}, ms", f"{part} % took no longer", figure, larger_is_better=False)


def _plain(name: str, meaning: str, value: float) -> Line:
    return Line(name, meaning, Figure(value, None, None, 1))


def _gigabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
