"""How long answers take, over an index of a given size."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from eval.journal import Progress
from eval.memory import most_memory
from eval.own_index import own_index
from eval.results import Line, Results
from eval.set_kind import Options
from eval.significance import Figure, estimate, percentile
from eval.synthetic import SENTENCES_A_TEXT, questions, texts

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
        searches = list(_timed(asked, checker.sources.search))
        answers = list(_timed(asked, checker.answer, options.progress))
        size = len(checker.sources)
    return Results(
        title=f"{size} passages, {number} questions after {WARM_UP} to warm up",
        lines=(
            *_lines("answer", answers),
            *_lines("search", searches),
            _plain("building, passages a second", "with embedding, without looking for speakers", size / built),
            _plain("memory, GB", "the most that was in use", most_memory()),
        ),
        rows=[
            {"id": question, "scores": {"answer, ms": answer.wall, "search, ms": search.wall}}
            for question, answer, search in zip(asked[WARM_UP:], answers, searches, strict=True)
        ],
        about={"passages": size},
    )


@dataclass(frozen=True, slots=True)
class _Taken:
    """Milliseconds: on the wall, and of all processors together."""

    wall: float
    processor: float


def _timed(
    asked: list[str], do: Callable[[str], object], progress: Progress = lambda _done, _total: None
) -> Iterator[_Taken]:
    """Yield how long each question took, after those that warm up."""
    for number, question in enumerate(asked):
        progress(number, len(asked))
        begun, worked = time.perf_counter(), time.process_time()
        do(question)
        if number >= WARM_UP:
            yield _Taken(1000 * (time.perf_counter() - begun), 1000 * (time.process_time() - worked))


def _lines(what: str, taken: list[_Taken]) -> Iterator[Line]:
    for part in (50, 95):
        figure = estimate([one.wall for one in taken], percentile(part))
        yield Line(f"{what}, p{part}, ms", f"{part} % took no longer", figure, larger_is_better=False, is_share=False)
    figure = estimate([one.processor for one in taken], percentile(50))
    meaning = "the same of all processors' time, which other programs on the machine do not lengthen as much"
    yield Line(f"{what}, p50, processor ms", meaning, figure, larger_is_better=False, is_share=False)


def _plain(name: str, meaning: str, value: float) -> Line:
    return Line(name, meaning, Figure(value, None, None, 1), is_share=False)
