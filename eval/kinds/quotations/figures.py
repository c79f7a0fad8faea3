"""The figures of quotations and of the questions about them, with intervals over articles or speakers."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from eval.kinds.quotations.answers import Judged
from eval.kinds.quotations.gold import Source
from eval.kinds.quotations.matching import LEAST, TYPES, Matching
from eval.results import Line
from eval.significance import Figure, estimate_pooled, f1, share

ALONE, ABOUT, NOBODY = "What did X say?", "What did X say about Y?", "names that do not occur"

_PROXY = "who a pronoun stands for is machine coreference's guess: a proxy"
_SOURCES = {
    Source.NAMED: "the name found ends in the gold span's last name, on matched quotations",
    Source.PRONOUN: f"the same for pronouns; {_PROXY}",
    Source.DESCRIBED: 'the same for descriptions ("critics"): the source found lies in the gold span',
}


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured of one system.

    Attributes:
        matchings: one for each article.
        alone: "What did X say?" asked of one article.
        about: "What did X say about Y?" asked of all articles.
        nobody: "What did X say?" where X does not occur.
        speed: articles of 700 words a second, one value for each article; none where it was not timed.
    """

    matchings: Sequence[Matching]
    alone: Sequence[Judged] = ()
    about: Sequence[Judged] = ()
    nobody: Sequence[Judged] = ()
    speed: Sequence[tuple[float, float]] = ()


def lines(measured: Measured) -> Iterator[Line]:
    """Yield the figures; questions that were not asked have none."""
    for kind in TYPES:
        counts = [matching.counts(kind) for matching in measured.matchings]
        figure = estimate_pooled(counts, f1, sum(row[3] for row in counts))
        name = kind or "all types"
        meaning = f"F1 of attributions of speech ({name}), matched by content (characters, Jaccard >= {LEAST})"
        yield Line(f"content F1, {name}", meaning, figure)
    for source, meaning in _SOURCES.items():
        yield Line(f"speaker right, {source}", meaning, _share([one.speakers(source) for one in measured.matchings]))
    yield from _asked(measured)
    if measured.speed:
        figure = estimate_pooled(measured.speed, share, len(measured.speed))
        yield Line("articles a second", "extraction of articles of 700 words", figure)


def _asked(measured: Measured) -> Iterator[Line]:
    asked = [*measured.alone, *measured.about]
    if not asked:
        return
    alone = _clustered(measured.alone, _article, lambda one: _scored(one.f1))
    yield Line(ALONE, "F1 of the cited characters, asked of the one article", alone)
    about = _clustered(measured.about, _speaker, lambda one: _scored(one.f1))
    yield Line(ABOUT, "F1 of the cited characters, asked of all articles", about)
    wrong = _clustered(asked, _speaker, lambda one: (one.right.count(False), len(one.right)))
    yield Line("misattributed", f"citations under a wrong name; {_PROXY}", wrong, larger_is_better=False)
    named = _clustered(asked, _speaker, lambda one: (one.right_named.count(False), len(one.right_named)))
    yield Line("misattributed, named", "the same, of words whose source is named", named, larger_is_better=False)
    refused = _clustered(measured.nobody, _article, lambda one: (one.refused, 1))
    yield Line(NOBODY, "questions about them that are refused", refused)
    verbatim = _clustered(asked, _speaker, lambda one: (one.verbatim, len(one.given)))
    yield Line("verbatim", "citations that are the text of their article at their place", verbatim)


def _article(judged: Judged) -> str:
    return judged.question.document or ""


def _speaker(judged: Judged) -> str:
    return judged.question.speaker


def _scored(value: float | None) -> tuple[float, int]:
    return (0.0, 0) if value is None else (value, 1)


def _clustered(
    judged: Sequence[Judged], cluster: Callable[[Judged], str], count: Callable[[Judged], tuple[float, int]]
) -> Figure:
    """Return the share of (right, all) over many questions, drawn by clusters."""
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for one in judged:
        for column, number in enumerate(count(one)):
            sums[cluster(one)][column] += number
    return _share(list(sums.values()))


def _share(counts: Sequence[Sequence[float]]) -> Figure:
    return estimate_pooled(counts, share, int(sum(row[1] for row in counts)))
