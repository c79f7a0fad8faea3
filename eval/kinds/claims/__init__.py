"""Claims with evidence: how well they are weighed, and with `--open` how well they are checked.

    {"claim": "…", "evidence": "…", "label": "supported"}       or "refuted", or "nei" (also "not_enough_evidence")

What a set does not have cannot be right: where it knows no "nei", the likelier of the other two is taken; where it
knows no "refuted", whatever is not supported counts as "nei". Sets can be pooled by joining their files.

With `--open` each claim is checked against the evidence of all claims together; see `eval.kinds.claims.open_cases`.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from eval.set_kind import ByFields, Options, spread

if TYPE_CHECKING:
    from eval.results import Results


def evaluate(path: Path, options: Options) -> "Results":
    """Weigh every claim, or check it with `open_retrieval`; the baseline compares words, numbers and negation only."""
    return _open(path, options) if options.open_retrieval else _closed(path, options)


def _closed(path: Path, options: Options) -> "Results":
    from bot import weigh_all
    from eval.kinds.claims.figures import lines, rows
    from eval.kinds.claims.weighing import by_overlap, read_given, weigh
    from eval.results import Results, beside

    given = spread(read_given(path), options.limit)
    weigh_all([("A first claim.", "It opens the model.")])  # figures are of a warm start
    weighed, seconds = weigh(given, weigh_all, options.progress)
    rivals = {"overlap": weigh(given, by_overlap, options.progress)} if options.baselines else {}
    others = {name: lines(*found) for name, found in rivals.items()}
    return Results(f"{len(weighed)} claims", tuple(beside(lines(weighed, seconds), others)), tuple(rows(weighed)))


def _open(path: Path, options: Options) -> "Results":
    from bot import load
    from eval.kinds.claims.open_cases import claimed, named, open_cases
    from eval.kinds.claims.open_checking import check_all, lines, rows
    from eval.kinds.claims.weighing import read_given
    from eval.own_index import own_index
    from eval.results import Results

    given = [one for one in read_given(path) if one.evidence.strip()]
    evidence = {named(one.evidence): one.evidence for one in given}
    told = {named(one.claim): one.claim for one in given}
    cases = list(open_cases(spread(claimed(given), options.limit), frozenset(evidence)))
    texts = {**evidence, **{of: told[of] for case in cases for of in case.sources - evidence.keys()}}
    with own_index(({"id": of, "text": text} for of, text in texts.items()), options) as folder:
        checker = load(folder)
        checked = check_all(
            cases,
            lambda claim, sources: checker.check(claim, filters={"documents": sorted(sources)}),
            options.progress,
        )
    failed = sum(one.check is None for one in checked)
    title = f"{len(cases)} checks over {len(evidence)} texts, {failed} failed"
    return Results(title, tuple(lines(checked)), tuple(rows(checked)), failed=failed)


KIND = ByFields("claims", ("claim", "evidence", "label"), evaluate)
