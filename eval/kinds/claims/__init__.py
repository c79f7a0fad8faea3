"""Claims with evidence given: how well they are weighed.

    {"claim": "…", "evidence": "…", "label": "supported"}       or "refuted", or "nei" (also "not_enough_evidence")

What a set does not have cannot be right: where it knows no "nei", the likelier of the other two is taken; where it
knows no "refuted", whatever is not supported counts as "nei". Sets can be pooled by joining their files.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from eval.set_kind import ByFields, Options, spread

if TYPE_CHECKING:
    from eval.results import Results


def evaluate(path: Path, options: Options) -> "Results":
    """Weigh every claim; the baseline compares words, numbers and negation only."""
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


KIND = ByFields("claims", ("claim", "evidence", "label"), evaluate)
