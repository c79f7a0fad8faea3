"""In sets of every kind gold against itself is best in every figure, and what is worse is noticed where it is worse.

Questions with gold quotes are in test_eval_worse_systems.py, attributions in test_eval_quotations.py.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from bot.citation import Citation, Stance, Statement, number_from_one
from bot.claims.check import Check
from bot.finding.reading import Reading
from bot.quotes.quote_check import QuoteCheck, QuoteStatus
from bot.verdict import Verdict
from bot.weighing.judging import STANCES, Weighing, weighing
from eval.columns import Columns, columns
from eval.kinds import checks, speakers
from eval.kinds.claims import figures as claim_figures
from eval.kinds.claims import open_checking, sourced
from eval.kinds.claims.evidence_texts import named
from eval.kinds.claims.given_rows import Given
from eval.kinds.claims.open_cases import Claimed, OpenCase, open_cases
from eval.kinds.claims.weighing import Weigh, weigh
from eval.kinds.reading import closed
from eval.kinds.reading.passages import Asked
from eval.kinds.retrieval import figures as ranking_figures
from eval.kinds.retrieval.collection import Query
from eval.outcome import Outcome
from eval.results import Line
from index import Document, Kind, Passage, Quotation, Span
from tests.eval_fakes import BUILT, DOCUMENT, FERRY, HURT, SAFE, TEXT, cite, gold

S, R, C, N = Verdict
TIME = ("seconds", "cases a second")


def figures(outcomes: Iterable[Outcome], lines: Callable[[Columns], Iterable[Line]]) -> dict[str, Line]:
    found = lines(columns([one.plain() for one in outcomes]))
    return {line.name: line for line in found if not line.name.startswith(TIME)}


def are_best(found: Mapping[str, Line], *, besides: Sequence[str] = ()) -> None:
    for name, line in found.items():
        if name not in besides:
            assert line.figure.value == float(line.larger_is_better), name


def is_worse(found: Mapping[str, Line], *names: str) -> None:
    for name in names:
        value, best = found[name].figure.value, float(found[name].larger_is_better)
        assert value is not None, name
        assert value < best if best else value > best, name


# Speakers.

QUOTES: dict[str, str | None] = {SAFE: "Ann Reed", FERRY: "The Harbour Board", BUILT: None}
OTHERS = {"Ann Reed": "The Harbour Board", "The Harbour Board": "Ann Reed", None: "Ann Reed"}


def spoken(names: Mapping[str, str | None], shift: int = 0) -> dict[str, Line]:
    def extract(document: Document) -> list[Quotation]:
        spans = {words: Span(TEXT.index(words) + shift, TEXT.index(words) + shift + len(words)) for words in names}
        found = [(words, span) for words, span in spans.items() if names[words]]
        return [Quotation((Passage(document, span),), None, None, names[words], Kind.DIRECT) for words, span in found]

    said = [
        speakers.Said(words, DOCUMENT, Span(TEXT.index(words), TEXT.index(words) + len(words)), name)
        for words, name in QUOTES.items()
    ]
    return figures((speakers.outcome(one, extract) for one in said), speakers.lines)


def test_the_gold_speakers_are_best_and_swapped_lost_or_shifted_ones_worse() -> None:
    are_best(spoken(QUOTES))
    is_worse(
        spoken({words: OTHERS[name] for words, name in QUOTES.items()}),
        "attribution", "misattribution", "narration kept",
    )  # fmt: skip
    is_worse(spoken({SAFE: "Ann Reed"}), "found", "attribution")
    is_worse(spoken({SAFE: "Ann Reed", FERRY: "The Harbour Board"}, shift=-12), "found", "attribution")


# Quotations as they are passed on.

PASSED_ON = {
    QuoteStatus.EXACT: SAFE,
    QuoteStatus.ALTERED: "the ferry will not stop",
    QuoteStatus.WRONG_SPEAKER: HURT,
    QuoteStatus.NOT_FOUND: "the moon is a cheese",
}
PLACES = {SAFE: SAFE, "the ferry will not stop": FERRY, HURT: HURT}


def checked(statuses: Mapping[QuoteStatus, QuoteStatus], places: Mapping[str, str]) -> dict[str, Line]:
    def checker(words: str, speaker: str | None) -> QuoteCheck:
        status = next(statuses[status] for status, passed in PASSED_ON.items() if passed == words)
        return QuoteCheck(words, speaker, status, (cite(places[words]),) if words in places else ())

    asked = [
        checks.PassedOn(words, words, None, status, gold(PLACES[words]) if words in PLACES else None)
        for status, words in PASSED_ON.items()
    ]
    return figures((checks.outcome(one, checker) for one in asked), checks.lines)


def test_the_gold_statuses_are_best_and_others_and_other_places_worse() -> None:
    gold_statuses = {status: status for status in QuoteStatus}
    are_best(checked(gold_statuses, PLACES))
    credulous = checked({**gold_statuses, QuoteStatus.ALTERED: QuoteStatus.EXACT}, PLACES)
    is_worse(credulous, "status right", "recall, altered")
    assert credulous["recall, exact"].figure.value == 1
    is_worse(checked(gold_statuses, {**PLACES, SAFE: HURT}), "place found")


# Claims with their evidence.

GIVEN = [Given(f"Claim {verdict}.", f"Text {verdict}.", verdict, verdict.value) for verdict in (S, R, N)]


def weighed(weigh_one: Weigh) -> dict[str, Line]:
    return figures((weigh(one, weigh_one, frozenset({S, R, N})) for one in GIVEN), claim_figures.lines)


def sure_of(verdicts: Mapping[str, Verdict]) -> Weigh:
    def weigh_one(claim: str, _evidence: str) -> Weighing:
        return weighing([float(verdicts[claim] is stance) for stance in STANCES])

    return weigh_one


def test_the_gold_verdicts_are_best_and_swapped_or_undecided_ones_worse() -> None:
    verdicts = {one.claim: one.gold for one in GIVEN}
    are_best(weighed(sure_of(verdicts)))
    swapped = weighed(sure_of({claim: {S: R, R: S}.get(verdict, verdict) for claim, verdict in verdicts.items()}))
    is_worse(swapped, "balanced accuracy", "accuracy", "macro-F1", "recall, supported", "supported or not")
    is_worse(swapped, "calibration error", "Brier score", "risk-coverage area")
    undecided = weighed(sure_of(dict.fromkeys(verdicts, N)))
    is_worse(undecided, "balanced accuracy", "recall, refuted")
    assert undecided["recall, not_enough_evidence"].figure.value == 1


# Claims over sources.


def both_ways(*quotes: Citation) -> tuple[Statement, ...]:
    """Cite quotes as evidence for a claim and against it, which is what any verdict can rest on."""
    cited = number_from_one([replace(one, stance=stance) for one in quotes for stance in Stance])
    return tuple(Statement(one.text, (one,)) for one in cited)


CLAIMS = [sourced.Claim(verdict.value, f"Claim {verdict}.", verdict, (gold(SAFE),)) for verdict in Verdict]


def concluded(verdicts: Mapping[str, Verdict], words: str) -> dict[str, Line]:
    def checker(claim: str) -> Check:
        return Check(claim, verdicts[claim], 1.0, both_ways(cite(words)))

    return figures((sourced.outcome(one, checker) for one in CLAIMS), sourced.lines)


def test_the_gold_conclusions_are_best_and_others_and_other_evidence_worse() -> None:
    verdicts = {one.text: one.gold for one in CLAIMS}
    are_best(concluded(verdicts, SAFE))
    one_sided = concluded({claim: S if verdict is C else verdict for claim, verdict in verdicts.items()}, SAFE)
    is_worse(one_sided, "balanced accuracy", "recall, conflicting")
    assert one_sided["recall, supported"].figure.value == 1
    is_worse(concluded(verdicts, HURT), "citation hit")


# Claims over all evidence of a set.

EVIDENCE = {"for": S, "against": R}
CLAIMED = [Claimed("A claim.", {"for": S}), Claimed("Another.", {"against": R}), Claimed("A third.", {})]
OPEN = list(open_cases(CLAIMED))
Verdicts = Callable[[OpenCase], Verdict]


def over_all(verdict: Verdicts, cited: Callable[[OpenCase], Iterable[str]]) -> dict[str, Line]:
    def outcome(case: OpenCase, number: int) -> Outcome:
        check = Check(case.claimed.claim, verdict(case), 1.0, both_ways(*map(_whole, cited(case))))
        return open_checking.outcome(open_checking.check(case, lambda *_: check), number)

    return figures((outcome(case, number) for number, case in enumerate(OPEN)), open_checking.lines)


def test_evidence_that_was_considered_is_cited_and_decides_nothing() -> None:
    def outcome(case: OpenCase, number: int) -> Outcome:
        considered = tuple(Statement("s", (_whole(of),)) for of in gold_evidence(case))
        check = Check(case.claimed.claim, N, 1.0, considered=considered)
        return open_checking.outcome(open_checking.check(case, lambda *_: check), number)

    found = figures((outcome(case, number) for number, case in enumerate(OPEN)), open_checking.lines)

    assert found["gold evidence cited"].figure.value == 1
    assert found["gold evidence decisive"].figure.value == 0


def _whole(of: str) -> Citation:
    document = Document(of, "It is so.")
    return Citation(1, Passage(document, Span(0, len(document.text))), None, Kind.NARRATION)


def gold_evidence(case: OpenCase) -> Iterable[str]:
    return case.claimed.evidence


def test_the_gold_verdicts_over_all_evidence_are_best() -> None:
    assert [case.gold for case in OPEN] == [S, S, N, R, R, N, C, N]
    assert named("Another.") in OPEN[6].claimed.evidence
    are_best(over_all(lambda case: case.gold, gold_evidence))


@pytest.mark.parametrize(
    ("verdict", "cited", "noticed"),
    [
        (
            lambda case: C if case.gold is S else case.gold,
            gold_evidence,
            ("one side", "accuracy, checked", "balanced accuracy, alone"),
        ),
        (lambda case: S if case.gold is N else case.gold, lambda _: ["elsewhere"], ("evidence removed",)),
        (lambda case: S if case.gold is C else case.gold, gold_evidence, ("both sides",)),
        (
            lambda case: case.gold,
            lambda _: ["elsewhere"],
            ("gold evidence cited", "gold evidence decisive", "both sides"),
        ),
    ],
)
def test_what_is_worse_over_all_evidence_is_noticed(
    verdict: Verdicts, cited: Callable[[OpenCase], Iterable[str]], noticed: tuple[str, ...]
) -> None:
    is_worse(over_all(verdict, cited), *noticed)


# Reading.

ASKED = [Asked("1", "When?", TEXT, ("1931",)), Asked("2", "Who?", TEXT, ("Ann Reed",)), Asked("3", "Why?", TEXT, ())]


def read(shift: int = 0, *, silent: bool = True) -> dict[str, Line]:
    def reader(question: str, text: str) -> Reading | None:
        answers = next(one.answers for one in ASKED if one.question == question)
        words, score = (answers[0], 1.0) if answers else (FERRY, 0.0 if silent else 1.0)
        start = text.index(words) + shift
        return Reading(start, start + len(words), score)

    found = (closed.read(one, reader, 0.5) for one in ASKED)
    return figures(found, lambda of: closed.lines(of, 0.5))


def test_the_gold_spans_and_silence_are_best_and_shifted_spans_and_dropped_refusals_worse() -> None:
    are_best(read(), besides=["F1, always silent"])
    is_worse(read(shift=1), "exact match", "F1", "F1, own threshold", "Brier score")
    bold = read(silent=False)
    is_worse(bold, "refused", "F1, own threshold", "F1, best threshold", "risk-coverage area")
    assert bold["exact match"].figure.value == 1


# Rankings.


def rank(ranking: Sequence[str]) -> dict[str, Line]:
    ways: dict[str, Any] = {"search": lambda _: ranking}
    query = Query("q", "Which?", {"d1": 2, "d2": 1})
    return figures([ranking_figures.ranked(query, ways)], lambda of: ranking_figures.lines(of, ["search"], {}))


def test_the_gold_ranking_is_best_and_a_swapped_late_or_short_one_worse() -> None:
    are_best(rank(["d1", "d2", "d3"]))
    is_worse(rank(["d2", "d1"]), "nDCG@10")
    is_worse(rank(["d3", "d1", "d2"]), "nDCG@10", "MRR")
    is_worse(rank(["d1"]), "nDCG@10", "recall@5", "recall@10", "recall@100")
