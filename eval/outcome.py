"""What came of one case, in plain values: what every kind of set writes down, and every figure and page is made of."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, Self

Count = tuple[str, Sequence[float]]
"""The cluster that a case belongs to, such as its article, and the numbers that are summed within it."""

Rows = Collection[Mapping[str, Any]]
"""Plain rows, in memory or on disk; they can be gone through any number of times."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one case.

    Attributes:
        id: the case's.
        question: what was asked, claimed or quoted.
        right: whether what came is right; None where that cannot be said in one word.
        scores: what each measure says, in [0, 1]; None where it does not apply.
        expected: what a good answer gives, a line each.
        given: what came, a line each.
        quotes: the quotes that came with it, a line each, with speaker and place.
        labels: the gold label and the given one, where the case has labels.
        confidence: how sure the answer is, in [0, 1], or None.
        error: what was raised, or None.
        seconds: how long it took, or None.
        slices: which part of the set the case belongs to ("kind", "document", "length", "speaker").
        counts: what pooled figures are made of, by the figure's name.
        more: whatever else the kind keeps; its keys are none of the above.
    """

    id: str
    question: str = ""
    right: bool | None = None
    scores: Mapping[str, float | None] = field(default_factory=dict)
    expected: Sequence[str] = ()
    given: Sequence[str] = ()
    quotes: Sequence[str] = ()
    labels: tuple[str, str] | None = None
    confidence: float | None = None
    error: str | None = None
    seconds: float | None = None
    slices: Mapping[str, str] = field(default_factory=dict)
    counts: Mapping[str, Count] = field(default_factory=dict)
    more: Mapping[str, Any] = field(default_factory=dict)

    @property
    def failed(self) -> bool:
        """Whether the case is one to look at: it raised, or is not right."""
        return self.error is not None or self.right is False

    def plain(self) -> dict[str, Any]:
        """Return the outcome as a row of JSON."""
        return {name: getattr(self, name) for name in _NAMES if name != "more"} | dict(self.more)

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Self:
        """Return the outcome that a row holds; what the row does not have is as if nothing was said of it."""
        known = {name: row[name] for name in _NAMES if name in row}
        return cls(**known, more={name: value for name, value in row.items() if name not in _NAMES})


_NAMES = tuple(one.name for one in fields(Outcome))


def length_slice(text: str) -> str:
    """Return which class of length a text belongs to, by its words.

    >>> length_slice("What did Kirby say?"), length_slice("word " * 70)
    ('1 to 5 words', '51 to 200 words')
    """
    words = len(text.split())
    least = 1
    for most in (5, 10, 20, 50, 200, 1000):
        if words <= most:
            return f"{least} to {most} words"
        least = most + 1
    return "more than 1000 words"
