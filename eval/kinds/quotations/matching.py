"""Found attributions against gold ones: matched one to one by their characters."""

from collections.abc import Sequence
from dataclasses import dataclass

from eval.kinds.quotations.gold import Article, Attribution, Source
from eval.kinds.quotations.source_names import same_last_name
from index import Kind

LEAST = 0.8
"""The least share of the characters of either that both have (Jaccard)."""

TYPES: tuple[Kind | None, ...] = (None, Kind.DIRECT, Kind.MIXED, Kind.INDIRECT)
"""All types together, and each."""


@dataclass(frozen=True, slots=True)
class Matching:
    """The attributions of speech of one article: found ones, gold ones, and which are the same."""

    article: Article
    found: Sequence[Attribution]
    gold: Sequence[Attribution]
    pairs: Sequence[tuple[Attribution, Attribution]]

    def counts(self, kind: Kind | None) -> tuple[int, int, int, int]:
        """Return how many of a type are right among the found, found, recalled among the gold, and gold."""
        return (
            sum(kind in {None, found.kind} for found, _ in self.pairs),
            sum(kind in {None, one.kind} for one in self.found),
            sum(kind in {None, gold.kind} for _, gold in self.pairs),
            sum(kind in {None, one.kind} for one in self.gold),
        )

    def speakers(self, source: Source) -> tuple[int, int]:
        """Return on how many matched quotations with a source of a kind the speaker is right, and how many there are.

        A named source is right when the found name ends in the gold span's last name; a pronoun, when it ends in
        that of `speaker_auto`, where that is a name; a description, when the found source lies there.
        """
        judged = [is_right(found, gold) for found, gold in self.pairs if gold.source is source]
        return judged.count(True), len(judged) - judged.count(None)


def match(article: Article, found: Sequence[Attribution]) -> Matching:
    """Match what was found in an article with its gold attributions, the closest pairs first, each used once."""
    ours, theirs = [one for one in found if one.of_speech], article.speech
    golds = [one.characters for one in theirs]
    near = sorted(
        (-share, row, column)
        for row, characters in enumerate(one.characters for one in ours)
        for column, gold in enumerate(golds)
        if (share := overlap(characters, gold)) >= LEAST
    )
    pairs: dict[int, int] = {}
    for _, row, column in near:
        if row not in pairs and column not in pairs.values():
            pairs[row] = column
    return Matching(article, ours, theirs, [(ours[row], theirs[column]) for row, column in sorted(pairs.items())])


def overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """Return the share of the characters of either that both have.

    >>> overlap(frozenset({1, 2, 3}), frozenset({2, 3, 4}))
    0.5
    """
    common = len(one & other)
    return common / (len(one) + len(other) - common) if common else 0.0


def is_right(found: Attribution, gold: Attribution) -> bool | None:
    """Say whether the speaker of a matched quotation is right; None where nobody knows who it is."""
    if gold.source is Source.DESCRIBED:
        return bool(found.speaker and gold.speaker and found.speaker.overlaps(gold.speaker))
    return same_last_name(found.name, gold.name) if gold.name else None
