"""An alignment to differences, each named by what was done to the words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.quotes.alignment import Alignment, Step, runs
from bot.quotes.given_words import Inserted
from bot.quotes.normal_words import Word, joined
from bot.quotes.quote_check import Difference, DifferenceKind
from index.lexical import FUNCTION_WORDS
from index.parties import parties
from index.people import first_names

_CLAUSE = 4
"""How many words of the source are a clause when they are left out; between commas, fewer are."""
_NEGATIONS = frozenset("not no never none nobody nothing nowhere neither nor cannot without".split())  # noqa: SIM905
_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non")
_NUMERALS = frozenset(  # one string keeps the list readable
    """thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty
    ninety hundred hundreds thousand thousands million millions billion billions trillion dozen half twice""".split()  # noqa: SIM905
)
_STARTS_SENTENCE = re.compile(r"(?:\A|[.?!:\u2026\n\"\u201c])[\s\"'\u201c\u201d\u2018\u2019(\[]*\Z")
_NEAR = 12
_PAUSE = re.compile(r"\s*[,;:\u2013\u2014-]")


def negations(forms: Sequence[str]) -> int:
    """Return how many of the words deny.

    >>> negations(["we", "don't", "and", "never"])
    2
    """
    return sum(form in _NEGATIONS or form.endswith("n't") for form in forms)


def differences(alignment: Alignment, text: str) -> tuple[Difference, ...]:
    """Return what was done to the words of a source, in order; spaces, dashes and the like are no differences.

    Args:
        alignment: the given words laid beside the source's.
        text: the source's text.
    """
    naming = _Naming(alignment, text)
    found = [*naming.changes(), *naming.insertions()]
    return tuple(difference for _, difference in sorted(found, key=lambda pair: pair[0]))


@dataclass(frozen=True, slots=True)
class _Naming:
    alignment: Alignment
    text: str

    def changes(self) -> Iterator[tuple[int, Difference]]:
        """Yield what differs between the two, each with its position among the given words."""
        for run in runs(self.alignment.steps):
            for part in [run] if run[0].same else self._parts(run):
                for difference in self._partial(part) if part[0].same else self._named(part):
                    yield part[0].given.start, difference

    def insertions(self) -> Iterator[tuple[int, Difference]]:
        """Yield what editors put in where they left nothing out."""
        given = self.alignment.given
        gaps = {step.given.start for step in self.alignment.steps if not step.given}
        for at, inserted in given.inserted.items():
            if inserted.forms and at not in gaps and inserted.forms != self._beside(at, len(inserted.forms)):
                yield at, self._inserted(inserted, [])

    def _beside(self, at: int, count: int) -> tuple[str, ...]:
        """Return the forms of the source's words before the first given word, or behind the last."""
        start, end = self.alignment.start, self.alignment.end
        words = (
            self.alignment.found[max(0, start - count) : start] if at == 0 else self.alignment.found[end : end + count]
        )
        return tuple(word.form for word in words)

    def _parts(self, run: Sequence[Step]) -> Iterator[list[Step]]:
        """Yield what editors mark and what is long enough to be a clause apart from the rest of a run."""
        rest: list[Step] = []
        for step in run:
            if not step.given and (step.given.start in self.alignment.given.inserted or len(step.found) >= _CLAUSE):
                yield from [rest] if rest else []
                yield [step]
                rest = []
            else:
                rest.append(step)
        yield from [rest] if rest else []

    def _named(self, part: Sequence[Step]) -> Iterator[Difference]:
        first, last = part[0].given.start, part[-1].given.stop
        given = list(self.alignment.given.words[first:last])
        found = [self.alignment.found[at] for step in part for at in step.found]
        marked = None if given else self.alignment.given.inserted.get(first)
        if marked:
            yield from self._left_out(marked, found)
        elif not given and all(word.editorial for word in found):
            yield Difference(DifferenceKind.BRACKETS, "", self._cut(found))
        elif joined(word.form for word in given) != joined(word.form for word in found):
            yield from self._changed(given, found)

    def _left_out(self, marked: Inserted, found: Sequence[Word]) -> Iterator[Difference]:
        if not marked.forms:
            yield Difference(DifferenceKind.ELLIPSIS, marked.text, self._cut(found))
        elif joined(marked.forms) != joined(word.form for word in found):
            yield self._inserted(marked, found)

    def _inserted(self, inserted: Inserted, found: Sequence[Word]) -> Difference:
        """Name what an editor put in: brackets are honest unless they turn what is said around."""
        forms = [word.form for word in found]
        denied = negations(forms) - negations(inserted.forms) if found else -negations(inserted.forms)
        if denied:
            kind = DifferenceKind.DROPPED_NEGATION if denied > 0 else DifferenceKind.ADDED_NEGATION
        elif _is_number(forms) and _is_number(inserted.forms):
            kind = DifferenceKind.CHANGED_NUMBER
        else:
            kind = DifferenceKind.BRACKETS
        return Difference(kind, inserted.text, self._cut(found))

    def _changed(self, given: Sequence[Word], found: Sequence[Word]) -> Iterator[Difference]:
        pairs = list(zip(given, found, strict=True)) if len(given) == len(found) else []
        if len(pairs) > 1:
            for one, other in pairs:
                if one.form != other.form:
                    yield self._difference([one], [other])
        else:
            yield self._difference(given, found)

    def _difference(self, given: Sequence[Word], found: Sequence[Word]) -> Difference:
        return Difference(self._kind(given, found), self._cut_given(given), self._cut(found))

    def _kind(self, given: Sequence[Word], found: Sequence[Word]) -> DifferenceKind:
        before, after = [word.form for word in found], [word.form for word in given]
        if not given and self._is_clause(found):
            return DifferenceKind.CUT_CLAUSE
        denied = negations(before) - negations(after) + _opposite(before, after)
        if denied:
            return DifferenceKind.DROPPED_NEGATION if denied > 0 else DifferenceKind.ADDED_NEGATION
        if not given:
            return DifferenceKind.DROPPED_WORDS
        if not found:
            return DifferenceKind.ADDED_WORDS
        if _is_number(before) or _is_number(after):
            return DifferenceKind.CHANGED_NUMBER
        named = any(self._is_name(self.text, word) for word in found)
        named |= any(self._is_name(self.alignment.given.text, word) for word in given)
        return DifferenceKind.CHANGED_NAME if named else DifferenceKind.CHANGED_WORD

    def _is_clause(self, found: Sequence[Word]) -> bool:
        before, behind = self.text[: found[0].start].rstrip(), self.text[found[-1].end :]
        between = before[-1:] in set(",;:\u2013\u2014-") and _PAUSE.match(behind)
        return len(found) >= _CLAUSE or (len(found) > 1 and bool(between))

    def _is_name(self, text: str, word: Word) -> bool:
        """Say whether a word is capitalised for another reason than that it starts a sentence."""
        written = text[word.start : word.end]
        if not written[0].isupper() or word.form in FUNCTION_WORDS or word.form.split("'")[0] == "i":
            return False
        if not _STARTS_SENTENCE.search(text[max(0, word.start - _NEAR) : word.start]):
            return True
        known = word.form in first_names() or word.form in parties()
        return known or re.search(rf"[a-z,;] {re.escape(written)}\b", self.text) is not None

    def _partial(self, part: Sequence[Step]) -> Iterator[Difference]:
        """Yield the words of which an editor changed a part."""
        for step in part:
            given, found = self.alignment.given.words[step.given.start], self.alignment.found[step.found.start]
            if step.given.start in self.alignment.given.partial and given.form != found.form:
                written = self.alignment.given.cut(step.given.start, step.given.stop)
                yield Difference(DifferenceKind.BRACKETS, written, self._cut([found]))

    def _cut(self, found: Sequence[Word]) -> str:
        return " ".join(self.text[found[0].start : found[-1].end].split()) if found else ""

    def _cut_given(self, given: Sequence[Word]) -> str:
        return " ".join(self.alignment.given.text[given[0].start : given[-1].end].split()) if given else ""


def _opposite(before: Sequence[str], after: Sequence[str]) -> int:
    """Return 1 where a prefix that denies was dropped, -1 where one was added."""
    if len(before) != 1 or len(after) != 1:
        return 0
    return (before[0] in {prefix + after[0] for prefix in _PREFIXES}) - (
        after[0] in {prefix + before[0] for prefix in _PREFIXES}
    )


def _is_number(forms: Sequence[str]) -> bool:
    return any((form[:1].isdigit() and form != "1") or form in _NUMERALS for form in forms)
