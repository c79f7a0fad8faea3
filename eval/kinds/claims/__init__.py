"""Claims: weighed against their own evidence, checked against that of the whole set, or against sources.

    {"claim": "…", "evidence": "…", "label": "supported"}   or "refuted", or "nei" (also "not_enough_evidence")
    {"claim": "…", "label": "conflicting"}          checked against an index; see `eval.kinds.claims.sourced`

FEVER's and AVeriTeC's own files are read too; see `eval.kinds.claims.given_rows`. What a set does not have cannot be
right: where it knows no "nei", the likelier of the other two is taken; where it knows no "refuted", whatever is not
supported counts as "nei". Sets can be pooled by joining their files.

With `--open` each claim is checked against the evidence of all claims together; see `eval.kinds.claims.open_cases`.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from eval.effort import Effort
from eval.set_kind import ByFields, Chosen, Options, chosen

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.claims.check import Check
    from bot.verdict import Verdict
    from eval.kinds.claims.given_rows import Given
    from eval.kinds.claims.open_cases import OpenCase
    from eval.kinds.claims.open_checking import Checker
    from eval.kinds.claims.sourced import Claim
    from eval.kinds.claims.weighing import Weigh
    from eval.outcome import Outcome, Rows
    from eval.results import Results

_UNWEIGHED = "Claims without evidence of their own are not weighed: --open checks them."
_ONE_TEXT = "One text is weighed, which is never called conflicting: such claims count as wrong."


def evaluate(path: Path, options: Options) -> "Results":
    """Weigh every claim, or check it with `open_retrieval`.

    Baselines: never deciding; of weighing also words and numbers only, and chance.
    """
    return _open(path, options) if options.open_retrieval else _closed(path, options)


def _closed(path: Path, options: Options) -> "Results":
    from bot import weigh
    from bot.verdict import Verdict
    from eval.columns import columns
    from eval.kinds.claims.figures import lines
    from eval.kinds.claims.given_rows import given_reader
    from eval.kinds.claims.weighing import baselines
    from eval.results import Results, beside

    read = given_reader(path)
    given = chosen(lambda: (one for one in read() if one.evidence.strip()), options)
    golds = frozenset(one.gold for one in given)
    weigh("A first claim.", "It opens the model.")  # figures are of a warm start
    rows = _weighed("bot", given, weigh, golds, options)
    others = baselines(options.seed) if options.baselines else {}
    rivals = {name: lines(columns(_weighed(name, given, one, golds, options))) for name, one in others.items()}
    of, every = columns(rows), sum(1 for _ in read())
    notes = [note for note, true in ((_UNWEIGHED, every > sum(1 for _ in given.read())),
                                     (_ONE_TEXT, Verdict.CONFLICTING in golds)) if true]  # fmt: skip
    return Results(f"{len(rows)} claims", tuple(beside(lines(of), rivals)), rows, failed=of.failed, notes=notes)


def _weighed(
    name: str, given: "Chosen[Given]", weigh_one: "Weigh", golds: "frozenset[Verdict]", options: Options
) -> "Rows":
    from eval.kinds.claims.weighing import weigh

    def do(few: "list[Given]") -> "list[Outcome]":
        return [weigh(one, weigh_one, golds) for one in few]

    return options.keep(name, given, do)


def _open(path: Path, options: Options) -> "Results":
    from bot import load
    from eval.columns import columns
    from eval.kinds.claims.evidence_texts import named
    from eval.kinds.claims.given_rows import given_reader
    from eval.kinds.claims.open_cases import claimed, open_cases, texts
    from eval.kinds.claims.open_checking import lines, undecided
    from eval.own_index import own_index
    from eval.results import Results, beside

    read = given_reader(path)
    evidence = frozenset(named(one.evidence) for one in read() if one.evidence.strip())
    cases = list(open_cases(chosen(lambda: claimed(read()), options)))
    with own_index(texts(read(), {of for case in cases for of in case.added}), options) as folder:
        checker = load(folder)

        def checked(case: "OpenCase") -> "Check":
            return checker.check(case.claimed.claim, filters={"documents": sorted(case.sources(evidence))})

        rows = _checked("bot", cases, checked, options)
    silent = _checked("silent", cases, undecided, options) if options.baselines else None
    of, rivals = columns(rows), {"silent": lines(columns(silent))} if silent is not None else {}
    title = f"{len(cases)} checks over {len(evidence)} texts, {of.failed} failed"
    return Results(title, tuple(beside(lines(of), rivals)), rows, failed=of.failed)


def _checked(name: str, cases: "list[OpenCase]", checker: "Checker", options: Options) -> "Rows":
    from eval.kinds.claims.open_checking import check, outcome

    def do(few: "list[tuple[int, OpenCase]]") -> "list[Outcome]":
        return [outcome(check(case, checker), number) for number, case in few]

    return options.keep(name, list(enumerate(cases, start=1)), do)


def over_sources(path: Path, options: Options) -> "Results":
    """Check every claim against an index, or against sources; baseline: never deciding."""
    from bot import load
    from eval.columns import columns
    from eval.kinds.answers import index_folder
    from eval.kinds.claims.sourced import lines, read_claims, undecided
    from eval.results import Results, beside

    sum(1 for _ in read_claims(path))  # a set that cannot be read is refused before an index is built for it
    with index_folder(options) as ready:
        checker = load(ready.folder)
        claims = chosen(lambda: read_claims(path, checker.sources.document), options)

        rows = _concluded("bot", claims, checker.check, options)
        silent = _concluded("silent", claims, undecided, options) if options.baselines else None
    of, rivals = columns(rows), {"silent": lines(columns(silent))} if silent is not None else {}
    title = f"{len(rows)} claims, {of.failed} failed"
    return Results(title, tuple(beside(lines(of), rivals)), rows, failed=of.failed, notes=ready.notes)


def _concluded(name: str, claims: "Chosen[Claim]", checker: "Callable[[str], Check]", options: Options) -> "Rows":
    from eval.kinds.claims.sourced import outcome

    def do(few: "list[Claim]") -> "list[Outcome]":
        return [outcome(one, checker) for one in few]

    return options.keep(name, claims, do)


_EFFORT = Effort(0.03, opened=1.5)
"""With `--open` a claim is checked twice to four times, in about 0.6 s each."""

KIND = ByFields("claims", ("claim", "evidence", "label"), evaluate, effort=_EFFORT)
AVERITEC = ByFields(
    "claims in AVeriTeC's form", ("claim", "label", "questions"), evaluate, without=("evidence",), effort=_EFFORT
)
SOURCED = ByFields(
    "claims over sources",
    ("claim", "label"),
    over_sources,
    without=("evidence", "questions"),
    asks_index=True,
    effort=Effort(0.8),
)
