"""An alignment to differences, each named by what was done to the words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from bot.quotes import brackets, naming
from bot.quotes.alignment import Alignment, Step, runs
from bot.quotes.cut_negations import denies_kept
from bot.quotes.given_words import Inserted
from bot.quotes.normal_words import Word, joined, span_of
from bot.quotes.numbers import is_number, spell_one
from bot.quotes.quote_check import Difference, DifferenceKind
from index import Span


def differences(alignment: Alignment, text: str) -> tuple[Difference, ...]:
    """Return what was done to the words of a source, in order; spaces, dashes and the like are no differences.

    Args:
        alignment: the given words laid beside the source's.
        text: the source's text.
    """
    comparing = _Comparing(alignment, text)
    found = [*comparing.changes(), *comparing.insertions()]
    return tuple(difference for _, difference in sorted(found, key=lambda pair: pair[0]))


@dataclass(frozen=True, slots=True)
class _Comparing:
    alignment: Alignment
    text: str

    def changes(self) -> Iterator[tuple[int, Difference]]:
        """Yield what differs between the two, each with its position among the given words."""
        for run in runs(self.alignment.steps):
            for part in [run] if run[0].same else self._parts(run):
                for difference in self._partial(part) if part[0].same else self._named(part):
                    yield part[0].given.start, difference

    def insertions(self) -> Iterator[tuple[int, Difference]]:
        """Yield what editors put in where they left nothing out: at an end, it stands for the words beside that."""
        given = self.alignment.given
        gaps = {step.given.start for step in self.alignment.steps if not step.given}
        for at, inserted in given.inserted.items():
            if inserted.forms and at not in gaps and not self._is_there(at, inserted):
                yield at, self._inserted(inserted, self._replaced(at, inserted))

    def _is_there(self, at: int, inserted: Inserted) -> bool:
        """Say whether the source has the words of brackets before the first given word, or behind the last."""
        start, end, count = self.alignment.start, self.alignment.end, len(inserted.forms)
        beside = self.alignment.found[max(0, start - count) : start] if at == 0 else self.alignment.found[end:][:count]
        return tuple(word.form for word in beside) == inserted.forms

    def _replaced(self, at: int, inserted: Inserted) -> Sequence[Word]:
        given, found = self.alignment.given, self.alignment.found
        if at == 0:
            return brackets.replaced_before(brackets.clause_before(found, self.alignment.start, self.text), inserted)
        if at == len(given.words):
            clause = brackets.clause_behind(found, self.alignment.end, self.text)
            return brackets.replaced_behind(clause, inserted, given.words[-1])
        return []

    def _parts(self, run: Sequence[Step]) -> Iterator[list[Step]]:
        """Yield what editors mark, and what is long enough to be a clause, apart from the rest of a run."""
        rest: list[Step] = []
        for side in _by_side(run):
            if self._stands_alone(side):
                yield from [rest] if rest else []
                yield side
                rest = []
            else:
                rest += side
        yield from [rest] if rest else []

    def _stands_alone(self, side: Sequence[Step]) -> bool:
        one = side[0]
        marked = not one.given and one.given.start in self.alignment.given.inserted
        length = sum(max(len(step.given), len(step.found)) for step in side)
        return marked or (length >= naming.CLAUSE and not (one.given and one.found))

    def _named(self, part: Sequence[Step]) -> Iterator[Difference]:
        first, last = part[0].given.start, part[-1].given.stop
        given = list(self.alignment.given.words[first:last])
        found = [self.alignment.found[at] for step in part for at in step.found]
        marked = None if given else self.alignment.given.inserted.get(first)
        if marked:
            yield from self._left_out(marked, found)
        elif not given and all(word.editorial for word in found):
            yield self._difference(DifferenceKind.BRACKETS, [], found)
        elif not _same(given, found) and not _same(given, [*self._number_before(first), *found]):
            yield from self._changed(given, found)

    def _number_before(self, first: int) -> Sequence[Word]:
        """Return the words of a number that stand before the first given word: "twenty" before "five" for "25"."""
        start = end = self.alignment.start if first == 0 else 0
        while start > 0 and is_number(self.alignment.found[start - 1].form):
            start -= 1
        return self.alignment.found[start:end]

    def _left_out(self, marked: Inserted, found: Sequence[Word]) -> Iterator[Difference]:
        if not marked.forms:
            yield replace(self._difference(self._of_ellipsis(found), [], found), given=marked.text)
        elif joined(marked.forms) == joined(word.form for word in found):
            return
        elif (at := _position(marked.forms, found)) is None:
            yield self._inserted(marked, found)
        else:  # the brackets are the source's own: whatever else is missing there was left out silently
            for rest in (found[:at], found[at + len(marked.forms) :]):
                yield from self._changed([], rest) if rest else ()

    def _of_ellipsis(self, found: Sequence[Word]) -> DifferenceKind:
        """Return what it is to leave out words of the source where an ellipsis says so."""
        quoted = _stretch(self.alignment.found[self.alignment.start : self.alignment.end])
        cut = _stretch(found)
        denies = (
            quoted and cut and naming.negations([word.form for word in found]) and denies_kept(self.text, quoted, cut)
        )
        return DifferenceKind.DROPPED_NEGATION if denies else DifferenceKind.ELLIPSIS

    def _inserted(self, inserted: Inserted, found: Sequence[Word]) -> Difference:
        kind = brackets.of_brackets(found, self.text, inserted)
        return replace(self._difference(kind, [], found), given=inserted.text)

    def _changed(self, given: Sequence[Word], found: Sequence[Word]) -> Iterator[Difference]:
        """Yield one difference a word where each has its counterpart, else one for all: "won't" is "will not"."""
        if len(given) == len(found) > 1 and not _moves_negation(given, found):
            for one, other in zip(given, found, strict=True):
                if one.form != other.form:
                    yield from self._changed([one], [other])
            return
        if not given:
            kind = naming.of_missing(found, self.text)
        elif not found:
            kind = naming.of_added(given)
        else:
            kind = naming.of_changed(found, given, self.text, self.alignment.given.text)
        yield self._difference(kind, given, found)

    def _partial(self, part: Sequence[Step]) -> Iterator[Difference]:
        """Yield the words of which an editor changed a part."""
        for step in part:
            given, found = self.alignment.given.words[step.given.start], self.alignment.found[step.found.start]
            if step.given.start in self.alignment.given.partial and given.form != found.form:
                difference = self._difference(DifferenceKind.BRACKETS, [given], [found])
                yield replace(difference, given=self._cut_given([given], around=1))

    def _difference(self, kind: DifferenceKind, given: Sequence[Word], found: Sequence[Word]) -> Difference:
        stretch = _stretch(found)
        cut = " ".join(self.text[stretch.start : stretch.end].split()) if stretch else ""
        return Difference(kind, self._cut_given(given), cut, given_at=_stretch(given), found_at=stretch)

    def _cut_given(self, given: Sequence[Word], around: int = 0) -> str:
        """Return given words as they were given; of a word of which a part is in brackets, with the brackets."""
        text = self.alignment.given.text
        if not given:
            return ""
        start, end = (stretch := span_of(given)).start, stretch.end
        before, behind = text[max(0, start - around) : start], text[end : end + around]
        return " ".join((("[" if before == "[" else "") + text[start:end] + ("]" if behind == "]" else "")).split())


def _stretch(words: Sequence[Word]) -> Span | None:
    return span_of(words) if words else None


def _same(given: Sequence[Word], found: Sequence[Word]) -> bool:
    """Say whether words differ in spaces and dashes only, or spell one number."""
    one, other = ([word.form for word in words] for words in (given, found))
    return joined(one) == joined(other) or spell_one(one, other)


def _moves_negation(given: Sequence[Word], found: Sequence[Word]) -> bool:
    """Say whether words negate as often as those that they stand for, but not word by word."""
    mine, theirs = ([bool(naming.negations([word.form])) for word in words] for words in (given, found))
    return mine != theirs and sum(mine) == sum(theirs)


def _position(forms: Sequence[str], words: Sequence[Word]) -> int | None:
    """Return where forms stand in a row among words, or None."""
    starts = range(len(words) - len(forms) + 1)
    return next((at for at in starts if [word.form for word in words[at : at + len(forms)]] == list(forms)), None)


def _by_side(run: Sequence[Step]) -> Iterator[list[Step]]:
    """Yield the steps in runs of pairs, of given words alone and of the source's words alone."""
    for _, steps in groupby(run, key=lambda step: (bool(step.given), bool(step.found))):
        yield list(steps)
