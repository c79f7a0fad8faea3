"""The gold quotations of a set, true and altered, as quotations that are to be checked."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from eval import misquotes
from eval.kinds.quotations.gold import Article, Attribution, Source
from eval.kinds.quotations.source_names import is_joint, same_last_name
from eval.misquotes import SHORTEST
from eval.quoted_words import core, is_name, is_plain, starts
from eval.set_kind import spread
from index import Kind, Span

_MARKED = re.compile('["\u201c]([^"\u201c\u201d]+)["\u201d]')
_ANY_MARK = re.compile("[\"\u201c\u201d\u2018]|''|\\B'|'$")
_MARKS = "\"\u201c\u201d'\u2018\u2019 ,\n"
_REPORTED = 6
"""How many words of reported speech cannot be quoted elsewhere by chance."""

TRUE = {
    "true": f"all of it, at least {SHORTEST} words",
    "true, its speaker": "with the name that the article gives",
    "true, part": "a part of it",
    "true, retyped": "other marks, dashes, spaces and capitals",
    "true, ellipsis": "an ellipsis where words are left out",
    "true, brackets": "an editor's square brackets",
    "true, short": f"fewer than {SHORTEST} words",
}
"""The sorts of true quotations, and what each is."""
ALTERED = {
    "negation dropped": frozenset(["dropped_negation"]),
    "negation added": frozenset(["added_negation"]),
    "number changed": frozenset(["changed_number"]),
    "name changed": frozenset(["changed_name"]),
    "word changed": frozenset(["changed_word"]),
    "clause cut": frozenset(["cut_clause"]),
    "stitched": frozenset(["stitched"]),
}
"""The sorts of altered quotations, and how a difference of each is named."""
MISATTRIBUTED, REPORTED, ELSEWHERE = "wrong speaker", "reported words", "of another article"
_EACH = 300
"""How many quotations of a sort are checked at most."""


@dataclass(frozen=True, slots=True)
class TrueQuote:
    """A gold quotation's very words: those in quotation marks, a span a piece."""

    article: Article
    attribution: Attribution
    pieces: tuple[Span, ...]

    @property
    def words(self) -> list[str]:
        """The words, with the marks inside them."""
        text = self.article.document.text
        return [word for piece in self.pieces for word in text[piece.start : piece.end].strip(_MARKS).split()]


@dataclass(frozen=True, slots=True)
class Asked:
    """A quotation that is to be checked.

    Attributes:
        id: unique within a run.
        sort: what was done to it.
        words: as it is given.
        speaker: whose words they are claimed to be, or None.
        quote: where the words, or the first of them, come from.
        documents: the documents that are asked; empty for all.
    """

    id: str
    sort: str
    words: str
    speaker: str | None
    quote: TrueQuote
    documents: tuple[str, ...] = ()


def true_quotes(articles: Sequence[Article]) -> list[TrueQuote]:
    """Return the direct quotations, and what stands in marks of the mixed ones."""
    found = []
    for article in articles:
        for one in article.attributions:
            if one.kind is Kind.DIRECT:
                found.append(TrueQuote(article, one, one.content))
            elif one.kind is Kind.MIXED:
                found += [TrueQuote(article, one, (part,)) for part in _marked(article.document.text, one.content)]
    return found


def _marked(text: str, content: Sequence[Span]) -> Iterator[Span]:
    for piece in content:
        for found in _MARKED.finditer(text, max(0, piece.start - 1), piece.end + 1):
            if found[1].strip(_MARKS):
                yield Span(*found.span(1))


def asked(articles: Sequence[Article], seed: int) -> list[Asked]:
    """Return true quotations in several forms, altered and misattributed ones, and words that nobody is quoted with."""
    every = true_quotes(articles)
    quotes = [one for one in every if len(one.words) >= SHORTEST]
    short = [_asked("true, short", one, at, one.words) for at, one in enumerate(every) if len(one.words) < SHORTEST]
    altered = [*_altered(quotes, seed), *_misattributed(quotes, seed)]
    found = [*_true(quotes, seed), *short, *altered, *_unquoted(articles), *_elsewhere(quotes, articles)]
    sorts = [[one for one in found if one.sort == sort] for sort in dict.fromkeys(one.sort for one in found)]
    return [one for of_sort in sorts for one in spread(of_sort, _EACH)]


def _asked(sort: str, quote: TrueQuote, at: int, words: Sequence[str], speaker: str | None = None) -> Asked:
    return Asked(f"{quote.article.document.id}#{at}: {sort}", sort, " ".join(words), speaker, quote)


def _true(quotes: Sequence[TrueQuote], seed: int) -> Iterator[Asked]:
    for at, quote in enumerate(quotes):
        draw, words = random.Random(f"{seed} {at}"), quote.words  # noqa: S311 - no secret
        yield _asked("true", quote, at, words)
        if name := _speaker(quote):
            yield _asked("true, its speaker", quote, at, words, name)
        yield _asked("true, retyped", quote, at, misquotes.retyped(words, draw))
        if len(words) >= 2 * SHORTEST:
            yield _asked("true, part", quote, at, words[2 : draw.randint(2 + SHORTEST, len(words))])
        for sort, altered in (("ellipsis", misquotes.with_ellipsis), ("brackets", misquotes.with_brackets)):
            if new := altered(words, draw):
                yield _asked(f"true, {sort}", quote, at, new)


def _altered(quotes: Sequence[TrueQuote], seed: int) -> Iterator[Asked]:
    every = {core(word) for quote in quotes for word in quote.words}
    plain = sorted(filter(is_plain, every))
    inside = {core(word) for quote in quotes for at, word in enumerate(quote.words) if not starts(quote.words, at)}
    names = sorted(name for name in inside if is_name(name) and name.lower() not in every)
    for at, quote in enumerate(quotes):
        draw, words = random.Random(f"{seed} {at}"), quote.words  # noqa: S311 - no secret
        others = [one for one in quotes if one.attribution is not quote.attribution]
        altered = {
            "negation dropped": misquotes.dropped_negation(words, draw),
            "negation added": misquotes.added_negation(words, draw),
            "number changed": misquotes.changed_number(words, draw),
            "name changed": misquotes.changed_name(words, draw, names),
            "word changed": misquotes.changed_word(words, draw, plain),
            "clause cut": misquotes.cut_clause(words, draw),
            "stitched": misquotes.stitched(words, draw.choice(others).words) if others else None,
        }
        for sort, new in altered.items():
            if new:
                yield _asked(sort, quote, at, new)


def _misattributed(quotes: Sequence[TrueQuote], seed: int) -> Iterator[Asked]:
    names = sorted({name for quote in quotes if (name := _speaker(quote))})
    for at, quote in enumerate(quotes):
        draw, right = random.Random(f"{seed} {at}"), _speaker(quote)  # noqa: S311 - no secret
        others = [name for name in names if right and not same_last_name(name, right)]
        if others:
            yield _asked(MISATTRIBUTED, quote, at, quote.words, draw.choice(others))


def _unquoted(articles: Sequence[Article]) -> Iterator[Asked]:
    for article in articles:
        text = article.document.text
        for at, one in enumerate(article.attributions):
            words = " ".join(text[piece.start : piece.end] for piece in one.content).split()
            unmarked = one.kind is Kind.INDIRECT and not any(_ANY_MARK.search(word) for word in words)
            if unmarked and len(one.content) == 1 and len(words) >= _REPORTED:
                yield _asked(REPORTED, TrueQuote(article, one, one.content), at, words)


def _elsewhere(quotes: Sequence[TrueQuote], articles: Sequence[Article]) -> Iterator[Asked]:
    for at, quote in enumerate(quotes):
        others = tuple(one.document.id for one in articles if one is not quote.article)
        plain = _asked(ELSEWHERE, quote, at, quote.words)
        yield Asked(plain.id, plain.sort, plain.words, None, quote, others)


def _speaker(quote: TrueQuote) -> str | None:
    """Return who says the words, where the article names somebody at these very words."""
    name = quote.attribution.name if quote.attribution.source is Source.NAMED else None
    return None if name is None or is_joint(name) else name
