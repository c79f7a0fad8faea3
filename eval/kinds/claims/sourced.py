"""Claims that are checked against sources, and not weighed against evidence that comes with them.

    {"id": "…", "claim": "…", "label": "conflicting",
     "gold": [{"document": "a.txt", "start": 0, "end": 9, "text": "It rained", "speaker": null}]}

Labels are supported, refuted, conflicting and not_enough_evidence (or nei). `gold`, which may be left out, has the
quotes of which one at least is to be cited; they are compared with the documents of the index.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.claims.check import Check
from bot.verdict import Verdict
from eval.attempt import attempt
from eval.case import DocumentLookup, Gold, check_quote
from eval.claim_measures import counts
from eval.columns import Columns
from eval.errors import CaseError
from eval.figures import confidence_lines, latency_lines, mean_line
from eval.formats import parse_gold
from eval.kinds.claims.figures import verdict_lines
from eval.kinds.claims.given_rows import gold_verdict
from eval.outcome import Outcome, length_slice
from eval.overlap import is_hit
from eval.report import quote_line
from eval.results import Line
from eval.rows import SetRow, Taken, rows, told_id
from index.errors import OnRecordError

Checker = Callable[[str], Check]


def undecided(claim: str) -> Check:
    """Say of any claim that there is not enough evidence."""
    return Check(claim, Verdict.NOT_ENOUGH_EVIDENCE, 1.0)


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim, the gold verdict of the sources on it, and quotes that decide it, or none."""

    id: str
    text: str
    gold: Verdict
    quotes: tuple[Gold, ...]


def read_claims(path: Path, documents: DocumentLookup | None = None) -> Iterator[Claim]:
    """Yield the claims of a set; with `documents`, the gold quotes are compared with them.

    Raises:
        CaseError: a row is malformed, or a document says something else; the message names file and line.
    """
    taken = Taken()
    for number, row in enumerate(rows(path), start=1):
        try:
            claim = _claim(row, number, documents)
        except (OnRecordError, TypeError) as error:
            message = str(error) if str(error).startswith(row.place) else f"{row.place}: {error}"
            raise CaseError(message) from error
        taken.take(claim.id, row.place)
        yield claim


def outcome(claim: Claim, checker: Checker) -> Outcome:
    """Check a claim; a checker that raises has failed it."""
    check, error, seconds = attempt(lambda: checker(claim.text))
    verdict = check.verdict if check else None
    right, cited = verdict is claim.gold, check.decisive if check else ()
    hit = float(any(is_hit(one, gold) for one in cited for gold in claim.quotes)) if claim.quotes else None
    return Outcome(
        id=claim.id,
        question=claim.text,
        right=right,
        scores={"accuracy": float(right), f"recall, {claim.gold}": float(right), "citation hit": hit},
        expected=(claim.gold.value, *(f"{gold.speaker or 'the source'}: {gold.text}" for gold in claim.quotes)),
        given=(check.text,) if check else (),
        quotes=tuple(map(quote_line, cited)),
        labels=(claim.gold.value, verdict.value if verdict else "raised"),
        confidence=check.confidence if check else None,
        error=error,
        seconds=seconds,
        slices={
            "kind": claim.gold.value,
            "document": ", ".join(sorted({gold.document for gold in claim.quotes})),
            "length": length_slice(claim.text),
        },
        counts={"labels": (claim.id, counts([(claim.gold, verdict)]))},
        more={"check": check and check.to_dict()},
    )


def lines(of: Columns) -> Iterator[Line]:
    """Yield the figures."""
    yield from verdict_lines(of)
    yield mean_line(of, "citation hit", "a quote that decides the claim is cited", "Jaccard 0.5, nested 0.25")
    yield from confidence_lines(of)
    yield from latency_lines(of)


def _claim(row: SetRow, number: int, documents: DocumentLookup | None) -> Claim:
    text, golds = row.values.get("claim"), row.values.get("gold", [])
    if not isinstance(text, str) or not text.strip() or not isinstance(golds, list):
        message = "a row needs a claim as text, and may have a list of gold quotes"
        raise CaseError(message)
    quotes = tuple(map(parse_gold, golds))
    if documents:
        for gold in quotes:
            check_quote(gold, documents)
    return Claim(told_id(row.values, number), text, gold_verdict(row), quotes)
