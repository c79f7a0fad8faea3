"""A sentence to what each voice in it asserts: the publication's own, and everybody's who is quoted there.

A source's statement is not a fact: in "Lee said the bridge is safe" Lee asserts that it is, and the publication no more
than that she said so. What is weighed is a plain view of the words; what is cited are the words themselves.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.asking import is_question
from bot.claims.antecedents import filled_in
from bot.claims.attitude import Attitude, attitude, claims_of, plainly
from bot.claims.sides import sides
from bot.weighing.dates import in_dates
from index import Document, Kind, Passage, Quotation
from index.lexical import content_words
from index.sentences import sentences
from index.spoken import is_reporter

_FEWEST_WORDS = 3
"""The fewest words that carry meaning of a sentence's own, beside what it quotes."""
_ENDS = ".?!\u2026"
_ASKED = re.compile(
    r"\b(?:(?:when|after being) )?asked (?:again )?(?:if|whether|about|why|how|when|where|what|who)\b[^,;.?!]*,?",
    re.IGNORECASE,
)
"""What somebody was asked, which nobody asserts."""
_RELATIVE = re.compile(r"(?P<who>[^,]+), (?:who|which) (?!(?:the|an?|he|she|it|they|we)\b)(?P<what>[^,].*?),?")


@dataclass(frozen=True, slots=True)
class Assertion:
    """What one voice says in a sentence.

    Attributes:
        sentence: the whole sentence; several where a quotation that holds them is not cut inside its marks.
        words: what of it would be cited: a sentence of the said words, or the sentence.
        plain: the words as a sentence of their own, for weighing only.
        quotation: whose words they are and how they are given; None for the publication's own.
        attitude: whether the words are asserted or denied.
        whose: of a denial that does not say what is denied ("dismissed US claims"), whose claims are meant, as written
            or "" where nobody is named; else None.
    """

    sentence: Passage
    words: tuple[Passage, ...]
    plain: str
    quotation: Quotation | None = None
    attitude: Attitude = Attitude.ASSERTS
    whose: str | None = None

    @property
    def told(self) -> str:
        """The words as told by the publication, with who says them, for weighing claims about who said what."""
        if self.quotation is None or self.quotation.cue is None:
            return self.plain if self.speaker is None else f"{self.speaker} said: {self._without_speaker}"
        said = " ".join(piece.text for piece in self.words)
        return " ".join(f"{self.speaker or 'Somebody'} {self.quotation.cue.text} {said}".split())

    @property
    def reported(self) -> str:
        """The plain words as a publication would give them, for telling how near they are to a claim."""
        if self.quotation is None:
            return self.plain
        who, said = self.speaker or "somebody", self._without_speaker
        return f'"{said}" {who} said.' if self.quotation.kind is Kind.DIRECT else f"{who} said {said}"

    @property
    def _without_speaker(self) -> str:
        return self.plain.removeprefix(f"{self.speaker} said: ")

    @property
    def document(self) -> Document:
        """The document that it stands in."""
        return self.sentence.document

    @property
    def speaker(self) -> str | None:
        """The resolved name of who says it; None for the publication, and for somebody who is not known."""
        return self.quotation.name if self.quotation else None

    @property
    def sides(self) -> frozenset[str]:
        """The parties that say it; empty for the publication."""
        if self.quotation is None:
            return frozenset()
        return sides(self.quotation.name or "somebody who is not named", self.quotation.role)


def assertions(sentence: Passage, quotations: Sequence[Quotation], before: str = "") -> list[Assertion]:
    """Return what is asserted and denied in a sentence, by everybody who is quoted in it and by the publication.

    Questions assert nothing, and neither does anything else that a reporter says while asking.

    Args:
        sentence: a sentence, or several that belong together.
        quotations: those that overlap it; of a longer one only what stands in the sentence counts.
        before: the sentence before, which "this equipment" points back to.
    """
    said = [one for quotation in quotations for one in _said(sentence, quotation, before)]
    return [one for one in (*_own(sentence, said, before), *said) if _takes_a_side(one)]


def _takes_a_side(said: Assertion) -> bool:
    by = said.quotation.speaker if said.quotation else None
    asks = is_question(said.plain) or bool(said.document.turns and by and is_reporter(by.text))
    return said.attitude is not Attitude.NEITHER and not asks


def view(text: str, sentence: Passage, before: str) -> str:
    """Return a text with what it points back to and the dates that it means, for weighing only."""
    return in_dates(filled_in(" ".join(text.split()), before), sentence.document.published)


def _said(sentence: Passage, quotation: Quotation, before: str) -> Iterator[Assertion]:
    """Yield what a quotation says in a sentence, one sentence of the said words after the other."""
    cue = quotation.cue.text if quotation.cue else ""
    for words in _sentences(list(_clipped(sentence, quotation.words)), quotation.kind):
        text = " ".join(piece.text for piece in words)
        does = attitude(cue, text)
        whose = claims_of(text) if does is Attitude.DENIES else None
        plain = plainly(quotation.name, cue, view(text, sentence, before))
        yield Assertion(sentence, words, plain, quotation, does, whose)
        before = text


def _clipped(sentence: Passage, pieces: Sequence[Passage]) -> Iterator[Passage]:
    for piece in pieces:
        start, end = max(piece.start, sentence.start), min(piece.end, sentence.end)
        if start < end:
            yield sentence.narrow(start - sentence.start, end - sentence.start)


def _sentences(pieces: Sequence[Passage], kind: Kind) -> Iterator[tuple[Passage, ...]]:
    """Yield the sentences of said words; one that a cue interrupts has several pieces, and so has reported speech."""
    if kind is not Kind.DIRECT:
        yield from [tuple(pieces)] if pieces else []
        return
    open_one: tuple[Passage, ...] = ()
    for piece in pieces:
        for span in sentences(Document("piece", piece.text)):
            open_one = (*open_one, piece.narrow(span.start, span.end))
            if open_one[-1].text[-1] in _ENDS:
                yield open_one
                open_one = ()
    if open_one:
        yield open_one


def _own(sentence: Passage, said: Sequence[Assertion], before: str) -> Iterator[Assertion]:
    """Yield what the publication says itself, where that is more than who said something."""
    yield from _told_of_speakers(sentence, said, before)
    text = sentence.document.text
    kept, at = [], sentence.start
    for piece in sorted((piece for one in said for piece in one.words), key=lambda one: one.start):
        kept.append(text[at : max(at, piece.start)])
        at = max(at, piece.end)
    plain = " ".join([*kept, text[at : sentence.end]])
    if not said or len(set(content_words(plain)) - _introducing(said)) >= _FEWEST_WORDS:
        unmarked = re.sub(r"[\"\u201c\u201d]", " ", plain) if said else plain
        yield Assertion(sentence, (sentence,), view(_ASKED.sub("", unmarked), sentence, before))


def _told_of_speakers(sentence: Passage, said: Sequence[Assertion], before: str) -> Iterator[Assertion]:
    """Yield what the publication tells of a speaker beside: "Mayor Lee, who opposed it," as "Mayor Lee opposed it"."""
    speakers = dict.fromkeys(one.quotation.speaker for one in said if one.quotation and one.quotation.speaker)
    for speaker in speakers:
        if told := _RELATIVE.fullmatch(" ".join(speaker.text.split())):
            yield Assertion(sentence, (sentence,), view(f"{told['who']} {told['what']}.", sentence, before))


def _introducing(said: Sequence[Assertion]) -> set[str]:
    """Return the words that tell who says something and how: "North Korea and Russia have dismissed"."""
    quotations = [one.quotation for one in said if one.quotation]
    parts = [passage.text for one in quotations for passage in (one.speaker, one.cue) if passage]
    roles = [one.role for one in quotations if one.role]
    return {word for part in (*parts, *roles) for word in content_words(part)}
