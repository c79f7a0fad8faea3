"""Quotations as they are passed on: is each exact, altered, somebody else's, or not in the sources?

    {"id": "…", "words": "It is not safe", "speaker": "Ann Reed", "status": "altered",
     "gold": {"document": "a.txt", "start": 1, "end": 11, "text": "It is safe"}}

`status` is exact, altered, wrong_speaker or not_found. `speaker` is whose words they are said to be, or null. `gold`,
which may be left out, is where the true words stand; it is compared with the documents of the index.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from eval.attempt import attempt
from eval.errors import CaseError
from eval.set_kind import ByFields, Chosen, Options, chosen
from index.errors import OnRecordError

if TYPE_CHECKING:
    from bot.quotes.quote_check import QuoteCheck, QuoteStatus
    from eval.case import DocumentLookup, Gold
    from eval.columns import Columns
    from eval.outcome import Outcome, Rows
    from eval.results import Line, Results
    from eval.rows import SetRow

Checker = Callable[[str, str | None], "QuoteCheck"]
"""From words, and whose they are said to be, to a check."""


@dataclass(frozen=True, slots=True)
class PassedOn:
    """Words as somebody passes them on, and what is to be said of them."""

    id: str
    words: str
    speaker: str | None
    status: "QuoteStatus"
    gold: "Gold | None"


def read_passed_on(path: Path, documents: "DocumentLookup | None" = None) -> Iterator[PassedOn]:
    """Yield the quotations of a set; with `documents`, the places of the true words are compared with them.

    Raises:
        CaseError: a row is malformed, or a document says something else; the message names file and line.
    """
    from eval.case import check_quote
    from eval.rows import Taken, rows

    taken = Taken()
    for number, row in enumerate(rows(path), start=1):
        try:
            one = _passed_on(row, number)
            if documents and one.gold:
                check_quote(one.gold, documents)
        except (OnRecordError, LookupError, TypeError, ValueError) as error:
            message = f"{row.place}: not a quotation to check: {type(error).__name__}: {error}"
            raise CaseError(message) from error
        taken.take(one.id, row.place)
        yield one


def evaluate(path: Path, options: Options) -> "Results":
    """Check every quotation; baseline: one that finds none."""
    from bot import load
    from eval.columns import columns
    from eval.kinds.answers import index_folder
    from eval.results import Results, beside

    sum(1 for _ in read_passed_on(path))  # a set that cannot be read is refused before an index is built for it
    with index_folder(options) as ready:
        checker = load(ready.folder)
        asked = chosen(lambda: read_passed_on(path, checker.sources.document), options)

        rows = _checked("bot", asked, checker.check_quote, options)
        silent = _checked("silent", asked, always_not_found, options) if options.baselines else None
    of, rivals = columns(rows), {"silent": lines(columns(silent))} if silent is not None else {}
    title = f"{len(rows)} quotations, {of.failed} failed"
    return Results(title, tuple(beside(lines(of), rivals)), rows, failed=of.failed, notes=ready.notes)


def _checked(name: str, asked: "Chosen[PassedOn]", checker: Checker, options: Options) -> "Rows":
    def do(few: list[PassedOn]) -> "list[Outcome]":
        return [outcome(one, checker) for one in few]

    return options.keep(name, asked, do)


def always_not_found(words: str, speaker: str | None) -> "QuoteCheck":
    """Say of any quotation that it is not there."""
    from bot.quotes.quote_check import QuoteCheck, QuoteStatus

    return QuoteCheck(words, speaker, QuoteStatus.NOT_FOUND)


def outcome(asked: PassedOn, checker: Checker) -> "Outcome":
    """Check a quotation; a checker that raises has failed it."""
    from eval.outcome import Outcome, length_slice
    from eval.overlap import is_hit
    from eval.report import quote_line

    check, error, seconds = attempt(lambda: checker(asked.words, asked.speaker))
    right = check is not None and check.status is asked.status
    shown = [one for one in (check.match, check.nearest) if one] if check else []
    gold = asked.gold
    hit = float(any(is_hit(one, gold) for one in shown)) if gold else None
    return Outcome(
        id=asked.id,
        question=f"{asked.speaker}: {asked.words}" if asked.speaker else asked.words,
        right=right,
        scores={"status right": float(right), "place found": hit, f"recall, {asked.status}": float(right)},
        expected=(asked.status.value, *([f"{gold.speaker or 'the source'}: {gold.text}"] if gold else [])),
        given=(check.status.value,) if check else (),
        quotes=tuple(map(quote_line, shown)),
        labels=(asked.status.value, check.status.value if check else "raised"),
        error=error,
        seconds=seconds,
        slices={
            "kind": asked.status.value,
            "length": length_slice(asked.words),
            "speaker": asked.speaker or "",
            "document": gold.document if gold else "",
        },
        more={"check": check and check.to_dict()},
    )


def lines(of: "Columns") -> "Iterator[Line]":
    """Yield the figures."""
    from bot.quotes.quote_check import QuoteStatus
    from eval.figures import latency_lines, mean_line

    yield mean_line(of, "status right", "quotations of which the right thing is said")
    for status in QuoteStatus:
        yield mean_line(of, f"recall, {status}", f"the same, of those that are {status.value.replace('_', ' ')}")
    yield mean_line(of, "place found", "the place of the true words is shown", "Jaccard 0.5, nested 0.25")
    yield from latency_lines(of)


def _passed_on(row: "SetRow", number: int) -> PassedOn:
    from bot.quotes.quote_check import QuoteStatus
    from eval.formats import parse_gold
    from eval.rows import told_id

    values, gold = row.values, row.values.get("gold")
    words, speaker = values["words"], values.get("speaker")
    if not isinstance(words, str) or not words.strip() or not isinstance(speaker, str | None):
        message = "words must be text, and speaker a name or null"
        raise CaseError(message)
    status = QuoteStatus(values["status"])
    return PassedOn(told_id(values, number), words, speaker, status, parse_gold(gold) if gold else None)


KIND = ByFields("checks", ("words", "status"), evaluate, asks_index=True)
