"""Articles with all attributions marked, as the form of PolNeAR (Newell, Margolin and Ruths, 2018) has them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from eval.errors import CaseError
from eval.kinds.quotations.source_names import PRONOUNS, bare, full_name, is_joint, name_in
from eval.reporting_verbs import reports_speech
from eval.rows import SetRow, Taken, rows, told_id
from index import Document, Kind, Span
from index.errors import OnRecordError

Spans = tuple[Span, ...]


class Source(StrEnum):
    """How a text says whose words it gives."""

    NAMED = "named"
    PRONOUN = "pronoun"
    DESCRIBED = "described"  # "the spokesman", "critics"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Attribution:
    """What a text, or a system, attributes.

    Attributes:
        content: the words, in one or more pieces, in order.
        kind: direct, mixed or indirect.
        cue: what marks the words as said, or nothing.
        speaker: the source as written, or None.
        source: how the text gives the source.
        name: whose words they are: of gold, the name in the source, or for a pronoun what machine coreference takes it
            for, where that is a name; of a system, the name that it resolved; or None.
    """

    content: Spans
    kind: Kind
    cue: str
    speaker: Span | None
    source: Source
    name: str | None

    @property
    def of_speech(self) -> bool:
        """Whether it reports speech: its cue holds a reporting verb, or some of the words stand in quotation marks."""
        return self.kind is not Kind.INDIRECT or reports_speech(self.cue)

    @property
    def characters(self) -> frozenset[int]:
        """The offsets of the words' characters."""
        return frozenset(offset for piece in self.content for offset in range(piece.start, piece.end))

    def common(self, span: Span) -> int:
        """Return how many characters of a span are the words'."""
        return sum(max(0, min(span.end, piece.end) - max(span.start, piece.start)) for piece in self.content)


@dataclass(frozen=True, slots=True)
class Article:
    """A document, its marked attributions, and what each source it names is mostly called, by the name as given."""

    document: Document
    attributions: tuple[Attribution, ...]
    names: Mapping[str, str]

    @property
    def speech(self) -> list[Attribution]:
        """The attributions of speech."""
        return [one for one in self.attributions if one.of_speech]

    @property
    def speakers(self) -> list[str]:
        """What those who say something are mostly called, each alone, sorted."""
        found = {self.speaker(one) for one in self.speech}
        return sorted(name for name in found if name and not is_joint(name))

    def speaker(self, attribution: Attribution) -> str | None:
        """Return what who speaks is mostly called; None where that is not known, or two people share the name."""
        return self.names.get(bare(attribution.name)) if attribution.name else None


def read_articles(path: Path) -> Iterator[Article]:
    """Yield the articles of a set.

    Raises:
        CaseError: a line is not an article; the message names file and line.
    """
    taken = Taken()
    for row in rows(path):
        found = _placed(row)
        taken.take(found.document.id, row.place)
        yield found


def _placed(row: SetRow) -> Article:
    try:
        return article(row.values)
    except (OnRecordError, LookupError, TypeError, ValueError) as error:
        message = f"{row.place}: not an article with attributions: {type(error).__name__}: {error}"
        raise CaseError(message) from error


def article(values: Mapping[str, Any]) -> Article:
    """Return the article that a row holds."""
    document = Document(told_id(values, ""), values["text"], values.get("title") or "")
    found = tuple(_attribution(quote, document.text) for quote in values["quotes"] if quote["content_spans"])
    return Article(document, found, _names(found))


def _names(found: Sequence[Attribution]) -> dict[str, str]:
    """Return what speakers are mostly called, by each of their names; whom only coreference names is nobody."""
    given = [bare(one.name) for one in found if one.name]
    named = {bare(one.name) for one in found if one.name and one.source is Source.NAMED}
    called = {name: full_name(name, given) for name in set(given)}
    ours = {called[name] for name in named}
    return {name: full for name, full in called.items() if full and full in ours}


def _attribution(quote: Mapping[str, Any], text: str) -> Attribution:
    content = spans(quote["content_spans"], text)
    _check_words(quote, content, text)
    speaker = spans(quote["speaker_spans"] or [], text)
    cue = " ".join(text[piece.start : piece.end] for piece in spans(quote["cue_spans"] or [], text))
    written = " ".join(text[piece.start : piece.end] for piece in speaker)
    source, name = source_of(written, text, quote.get("speaker_auto"))
    return Attribution(content, Kind(quote["quote_type"]), cue, speaker[0] if speaker else None, source, name)


def _check_words(quote: Mapping[str, Any], content: Spans, text: str) -> None:
    """Compare the words that a row may carry beside its offsets: from the first piece to the last."""
    start, end = content[0].start, content[-1].end
    words = quote.get("content")
    if words is not None and words != text[start:end]:
        message = f"the text has {text[start:end]!r} at {start} to {end}, not {words!r}"
        raise CaseError(message)


def source_of(written: str, text: str, coreferent: str | None) -> tuple[Source, str | None]:
    """Return how a source is given, and its name where that is known."""
    if not written:
        return Source.NONE, None
    if written.casefold() in PRONOUNS:
        return Source.PRONOUN, name_in(coreferent, text) if coreferent else None
    name = name_in(written, text)
    return (Source.NAMED, name) if name else (Source.DESCRIBED, None)


def spans(pairs: Sequence[Sequence[int]], text: str) -> Spans:
    """Return pairs of offsets as spans in order.

    Raises:
        CaseError: a pair reaches outside the text.
    """
    found = tuple(Span(start, end) for start, end in sorted(map(tuple, pairs)))
    if outside := [one for one in found if one.end > len(text)]:
        message = f"{outside[0].start} to {outside[0].end} reaches beyond the {len(text)} characters of the text"
        raise CaseError(message)
    return found
