"""Collections for retrieval: texts, queries, and which texts answer which query, in the form of BEIR or nearly."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.errors import CaseError
from eval.ranking_measures import Relevant
from eval.rows import SetRow, part, rows

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
    """Texts, each with `id` and `text`, and the queries that have judgements."""

    texts: Sequence[Mapping[str, Any]]
    queries: Sequence[Query]


def read_collection(folder: Path) -> Collection:
    """Read a folder with `corpus`, `queries` and `qrels`, as JSON lines or tables with tabs, gzipped or not.

    Raises:
        CaseError: a part is missing or malformed, or a judgement is of a text or a query that is not there.
    """
    texts = [{**row.values, "id": _first(row, _ID)} for row in rows(part(folder, "corpus"))]
    queries = {_first(row, _ID): _first(row, ("text",)) for row in rows(part(folder, "queries"))}
    known = {text["id"] for text in texts}
    judged: dict[str, dict[str, int]] = defaultdict(dict)
    for row in rows(part(folder, "qrels")):
        query, document = _first(row, _QUERY), _first(row, _DOCUMENT)
        if query not in queries or document not in known:
            message = f"{row.place}: there is no {'text ' + document if query in queries else 'query ' + query}"
            raise CaseError(message)
        judged[query][document] = int(_first(row, _GRADE))
    return Collection(texts, [Query(of, queries[of], relevant) for of, relevant in judged.items()])


def _first(row: SetRow, names: Sequence[str]) -> str:
    found = next((row.values[name] for name in names if row.values.get(name) not in {None, ""}), None)
    if found is None:
        message = f"{row.place}: a row needs {' or '.join(names)}"
        raise CaseError(message)
    return str(found)
