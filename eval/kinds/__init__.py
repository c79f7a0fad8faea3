"""The kinds of sets that `onrecord eval SET` knows, one small file each; a set's kind is told from its first row.

To add a kind, write a file `eval/kinds/NAME.py` that ends in a value of the shape `eval.set_kind.SetKind`:

    KIND = ByFields("claims", ("claim", "evidence", "label"), evaluate)

and name it in `KINDS` below. A stranger's package does the same through an entry point of the group
`onrecord.set_kind`. `evaluate(path, options)` reads the set with `eval.rows.rows(path)` (JSON lines, gzipped or not;
`eval.folders.part(folder, "corpus")` finds a part of a folder), takes `chosen(read, options)` of the cases, has what
came of each kept by `options.keep("bot", cases, do)`, which tells how far it is, and returns `eval.results.Results`:
figures with their intervals, and the rows. Showing them as a table and as JSON is done for all kinds alike.

All files here are imported to tell a set's kind, so each imports what is heavy inside `evaluate`.
"""

from collections.abc import Mapping
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

from eval.errors import CaseError
from eval.folders import first_row
from eval.set_kind import SetKind

KINDS: Mapping[str, str] = {
    "answers": "eval.kinds.answers:KIND",
    "briefings": "eval.kinds.briefings:KIND",
    "checks": "eval.kinds.checks:KIND",
    "claims": "eval.kinds.claims:KIND",
    "claims (AVeriTeC)": "eval.kinds.claims:AVERITEC",
    "claims over sources": "eval.kinds.claims:SOURCED",
    "quotations": "eval.kinds.quotations:KIND",
    "reading": "eval.kinds.reading:KIND",
    "reading (SQuAD)": "eval.kinds.reading:SQUAD",
    "rankings": "eval.kinds.retrieval:RUNS",
    "retrieval": "eval.kinds.retrieval:KIND",
    "speakers": "eval.kinds.speakers:KIND",
}


def known_kinds() -> list[SetKind]:
    """Return all kinds, this project's own first."""
    own = [_imported(place) for place in KINDS.values()]
    return own + [point.load() for point in entry_points(group="onrecord.set_kind") if point.name not in KINDS]


def kind_of(path: Path) -> SetKind:
    """Return the kind of a set.

    Raises:
        CaseError: the set cannot be read, or no kind has such rows; the message names the kinds and their fields.
    """
    first, kinds = first_row(path), known_kinds()
    for kind in kinds:
        if kind.recognises(first):
            return kind
    has = ", ".join(first) or "nothing at all"
    known = "; ".join(f"{kind.name} ({', '.join(kind.fields)})" for kind in kinds)
    message = f"{path} is no set of a known kind: it has {has}; known kinds, by what their sets have, are {known}"
    raise CaseError(message)


def _imported(place: str) -> Any:  # noqa: ANN401 - checked by its shape
    module, _, attribute = place.partition(":")
    return getattr(import_module(module), attribute)
