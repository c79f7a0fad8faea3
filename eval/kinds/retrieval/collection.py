"""Collections for retrieval: texts, queries, and which texts answer which query, in the form of BEIR or nearly."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.errors import CaseError
from eval.folders import part
from eval.ranking_measures import Relevant
from eval.rows import SetRow, rows

_ID = ("_id", "id")
_QUERY = ("query-id", "query_id", "query")
_DOCUMENT = ("corpus-id", "corpus_id", "document", "passage")
_GRADE = ("score", "relevance")


@dataclass(frozen=True, slots=True)
class Query:
    """A query, and the grades of the texts that answer it."""

    id: str
    text: str
    relevant: Relevant


@dataclass(frozen=True, slots=True)
class Collection:
    """Texts on disk, how many they are, and the queries that have judgements."""

    folder: Path
    size: int
    queries: Sequence[Query]

    def texts(self) -> Iterator[Mapping[str, Any]]:
        """Yield the texts, each with `id` and `text`."""
        return ({**row.values, "id": _first(row, _ID)} for row in rows(part(self.folder, "corpus")))


def read_collection(folder: Path) -> Collection:
    """Read a folder with `corpus`, `queries` and `qrels`, as JSON lines or tables with tabs, gzipped or not.

    Raises:
        CaseError: a part is missing or malformed, or a judgement is of a text or a query that is not there.
    """
    known = {_first(row, _ID) for row in rows(part(folder, "corpus")) if _first(row, ("text",))}
    queries = {_first(row, _ID): _first(row, ("text",)) for row in rows(part(folder, "queries"))}
    judged = read_judgements(part(folder, "qrels"), queries, known)
    return Collection(folder, len(known), [Query(of, queries[of], relevant) for of, relevant in judged.items()])


def read_judgements(
    file: Path, queries: Mapping[str, str] | None = None, documents: set[str] | None = None
) -> dict[str, dict[str, int]]:
    """Return the grades of every query's documents, as BEIR, TREC or JSON lines have them.

    Raises:
        CaseError: a row is malformed, or of a query or a document that is not among the given ones.
    """
    judged: dict[str, dict[str, int]] = defaultdict(dict)
    for row in rows(file):
        query, document = _first(row, _QUERY), _first(row, _DOCUMENT)
        unknown = queries is not None and query not in queries
        if unknown or (documents is not None and document not in documents):
            message = f"{row.place}: there is no {'query ' + query if unknown else 'text ' + document}"
            raise CaseError(message)
        judged[query][document] = _grade(row)
    return judged


def read_run(file: Path) -> dict[str, list[str]]:
    """Return the documents of every query in a run of TREC, best first: by score, and by name where scores are equal.

    The column of ranks is passed over, as trec_eval does.

    Raises:
        CaseError: a line is malformed; the message names it.
    """
    scored: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for row in rows(file):
        try:
            scored[row.values["query-id"]].append((float(row.values["score"]), row.values["corpus-id"]))
        except (LookupError, ValueError) as error:
            message = f"{row.place}: a run has a query, Q0, a document, a rank, a score and a name"
            raise CaseError(message) from error
    return {query: [document for _, document in sorted(pairs, reverse=True)] for query, pairs in scored.items()}


def _grade(row: SetRow) -> int:
    grade = _first(row, _GRADE)
    try:
        return int(grade)
    except ValueError:
        message = f"{row.place}: a grade is a whole number, not {grade!r}"
        raise CaseError(message) from None


def _first(row: SetRow, names: Sequence[str]) -> str:
    found = next((row.values[name] for name in names if row.values.get(name) not in {None, ""}), None)
    if found is None:
        message = f"{row.place}: a row needs {' or '.join(names)}"
        raise CaseError(message)
    return str(found)
