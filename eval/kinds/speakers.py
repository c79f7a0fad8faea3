"""Whose words a quote is: each row a text, a place in it, and the name of whoever says what stands there.

    {"id": "…", "text": "“It is safe,” Ann Reed said. She added that …", "start": 1, "end": 12, "quote": "It is safe,",
     "speaker": "Ann Reed"}

`speaker` is the resolved name, never a pronoun; null where the words are nobody's but the text's own. `text`, `start`
and `end` must agree with `quote`. Who said what is found by the index's own extraction; a transcript is recognised as
one, as it is when an index is built.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from eval.attempt import attempt
from eval.errors import CaseError
from eval.set_kind import ByFields, Options, chosen
from index import Document, Quotation, Span
from index.errors import OnRecordError

if TYPE_CHECKING:
    from eval.columns import Columns
    from eval.outcome import Outcome
    from eval.results import Line, Results

Extract = Callable[[Document], Sequence[Quotation]]
"""From a document to who said what in it."""

_OWN = "this project"


@dataclass(frozen=True, slots=True)
class Said:
    """A quote in a document, and whose words it is; None where it is nobody's."""

    id: str
    document: Document
    span: Span
    speaker: str | None


def read_said(path: Path) -> Iterator[Said]:
    """Yield the quotes of a set.

    Raises:
        CaseError: a row is malformed, or offsets and quote do not agree; the message names file and line.
    """
    from eval.rows import Taken, rows, told_id
    from index.reading.transcript import with_turns

    taken = Taken()
    for number, row in enumerate(rows(path), start=1):
        try:
            values = row.values
            span, text, speaker = Span(values["start"], values["end"]), values["text"], values["speaker"]
            if text[span.start : span.end] != values["quote"]:
                message = f"the text has {text[span.start : span.end]!r} there, not {values['quote']!r}"
                raise CaseError(message)
            if not isinstance(speaker, str | None) or speaker == "":
                message = f"the speaker is a name, or null, not {speaker!r}"
                raise CaseError(message)
            said = Said(told_id(values, number), with_turns(Document("text", text)), span, speaker)
        except (OnRecordError, LookupError, TypeError) as error:
            message = f"{row.place}: not a quote with its speaker: {type(error).__name__}: {error}"
            raise CaseError(message) from error
        taken.take(said.id, row.place)
        yield said


def evaluate(path: Path, options: Options) -> "Results":
    """Find who says each quote; there are no baselines."""
    from eval.columns import columns
    from eval.results import Results
    from index import quotations

    said = chosen(lambda: read_said(path), options)
    extract = lru_cache(maxsize=1)(quotations)  # the rows of a text stand together

    def do(few: list[Said]) -> "list[Outcome]":
        return [outcome(one, extract) for one in few]

    rows = options.keep("bot", said, do)
    of = columns(rows)
    return Results(f"{len(rows)} quotes, {of.failed} failed", tuple(lines(of)), rows, failed=of.failed)


def outcome(said: Said, extract: Extract) -> "Outcome":
    """Find whose words a quote is; an extractor that raises has failed it."""
    from eval.outcome import Outcome, length_slice

    found, error, seconds = attempt(lambda: covering(extract(said.document), said.span))
    name = found.name if found else None
    return Outcome(
        id=said.id,
        question=said.document.text[said.span.start : said.span.end],
        right=error is None and _is_right(said, name),
        scores=_scores(said, found, raised=error is not None),
        expected=(said.speaker or "nobody",),
        given=() if error else (name or "nobody",),
        quotes=tuple(piece.text for piece in found.words) if found else (),
        error=error,
        seconds=seconds,
        slices={
            "kind": found.kind.value if found else "not found",
            "speaker": said.speaker or "",
            "length": length_slice(said.document.text),
        },
    )


def lines(of: "Columns") -> "Iterator[Line]":
    """Yield the figures."""
    from eval.figures import latency_lines, mean_line

    yield mean_line(of, "found", "quotes with a speaker that are found as somebody's words", "Jaccard 0.5, nested 0.25")
    yield mean_line(of, "attribution", "quotes with a speaker that bear the right name", _OWN)
    worse = "quotes that bear another's name"
    yield mean_line(of, "misattribution", worse, _OWN, larger_is_better=False)
    yield mean_line(of, "narration kept", "words of nobody that are given to nobody", _OWN)
    yield from latency_lines(of)


def covering(quotations: Sequence[Quotation], span: Span) -> Quotation | None:
    """Return the quotation one of whose pieces is closest to a span; None where none is close, or nested with it."""
    from eval.overlap import CLOSE, NESTED, jaccard

    near = [
        (jaccard(piece.span, span), number)
        for number, one in enumerate(quotations)
        for piece in one.words
        if jaccard(piece.span, span) >= (NESTED if piece.span.contains(span) or span.contains(piece.span) else CLOSE)
    ]
    return quotations[max(near)[1]] if near else None


def _is_right(said: Said, name: str | None) -> bool:
    from eval.names import same_speaker

    if said.speaker is None or name is None:
        return said.speaker is name
    return same_speaker(name, said.speaker)


def _scores(said: Said, found: Quotation | None, *, raised: bool) -> dict[str, float | None]:
    name = found.name if found else None
    somebody, right = said.speaker is not None, _is_right(said, name)
    return {
        "found": float(found is not None) if somebody else None,
        "attribution": float(right) if somebody else None,
        "misattribution": None if raised else float(name is not None and not right),
        "narration kept": None if somebody else float(name is None and not raised),
    }


KIND = ByFields("speakers", ("text", "start", "end", "quote", "speaker"), evaluate)
