"""The figures of quotations and of the questions about them, with intervals over articles or speakers."""

from collections.abc import Iterator

from eval.columns import Columns
from eval.figures import latency_lines, pooled_line
from eval.kinds.quotations.gold import Source
from eval.kinds.quotations.matching import LEAST, TYPES
from eval.kinds.quotations.outcomes import ABOUT, ALONE, CONTENT, NOBODY, SPEAKER
from eval.results import Line
from eval.significance import F_MEASURE, f1, share

_PROXY = "who a pronoun stands for is machine coreference's guess: a proxy"
_SOURCES = {
    Source.NAMED: "the name found ends in the gold span's last name, on matched quotations",
    Source.PRONOUN: f"the same for pronouns; {_PROXY}",
    Source.DESCRIBED: 'the same for descriptions ("critics"): the source found lies in the gold span',
}
_ASKED = (
    (ALONE, "F1 of the cited characters, asked of the one article", True),
    (ABOUT, "F1 of the cited characters, asked of all articles", True),
    ("misattributed", f"citations under a wrong name; {_PROXY}", False),
    ("misattributed, named", "the same, of words whose source is named", False),
    (NOBODY, "questions about them that are refused", True),
    ("verbatim", "citations that are the text of their article at their place", True),
)


def lines(of: Columns) -> Iterator[Line]:
    """Yield the figures; questions that were not asked have none."""
    for kind in TYPES:
        name = kind or "all types"
        meaning = f"F1 of attributions of speech ({name}), matched by content (characters, Jaccard >= {LEAST})"
        yield pooled_line(of, f"{CONTENT}, {name}", meaning, f1, F_MEASURE)
    for source, meaning in _SOURCES.items():
        yield pooled_line(of, f"{SPEAKER}, {source}", meaning, share)
    for name, meaning, larger in _ASKED:
        if name in of.sums:
            origin = F_MEASURE if meaning.startswith("F1") else "this project"
            yield pooled_line(of, name, meaning, share, origin, larger_is_better=larger)
    if "articles a second" in of.sums:
        meaning = "extraction of articles of 700 words"
        yield pooled_line(of, "articles a second", meaning, lambda sums: share(sums[:2]))
    yield from latency_lines(of)
