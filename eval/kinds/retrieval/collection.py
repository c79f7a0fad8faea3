"""Collections for retrieval: texts, queries, and which texts answer which query, in the form of BEIR or nearly."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.errors import CaseError
from eval.folders import part
from eval.ranking_measures import Relevant
from eval.rows import SetRow, Taken, rows, trec

_ID = ("_id", "id")
_QUERY = ("query-id", "query_id", "query")
_DOCUMENT = ("corpus-id", "corpus_id", "document", "passage")
_GRADE = ("score", "relevance")


@dataclass(frozen=True, slots=True)
class Query:
    """A query, and the grades of the texts that answer it.

    Attributes:
        id: the query's.
        text: what is asked.
        relevant: the grades of texts, by their ids.
        itself: the id of a text that is the query itself, and is left out of its rankings; or nothing.
    """

    id: str
    text: str
    relevant: Relevant
    itself: str = ""


@dataclass(frozen=True, slots=True)
class Collection:
    """Texts on disk, how many they are, the queries that have judgements, and what is not as it should be."""

    folder: Path
    size: int
    queries: Sequence[Query]
    notes: Sequence[str] = ()

    def texts(self) -> Iterator[Mapping[str, Any]]:
        """Yield the texts that are not empty, each with `id` and `text`."""
        for row in rows(part(self.folder, "corpus")):
            if text := _text(row):
                yield {**row.values, "id": _first(row, _ID), "text": text}


def read_collection(folder: Path) -> Collection:
    """Read a folder with `corpus`, `queries` and `qrels`, as JSON lines or tables with tabs, gzipped or not.

    As in BEIR's own evaluation a text that has the query's id, and does not answer it, is the query itself.

    Raises:
        CaseError: a part is missing or malformed, an id is taken, or no judgement is of a query and a text.
    """
    texts = {of: _is_titled(row) for of, row in _named(part(folder, "corpus")) if _text(row)}
    queries = _queries(part(folder, "queries"))
    judged = read_judgements(part(folder, "qrels"))
    known = {of: {one: grade for one, grade in found.items() if one in texts} for of, found in judged.items()}
    asked = [Query(of, queries[of], found, of) for of, found in known.items() if found and of in queries]
    if not asked:
        message = f"{folder}: no judgement is of a query and a text that are there"
        raise CaseError(message)
    lost = sum(map(len, judged.values())) - sum(len(one.relevant) for one in asked)
    empty = sum(1 for _ in rows(part(folder, "corpus"))) - len(texts)
    return Collection(folder, len(texts), asked, tuple(_notes(empty, sum(texts.values()), lost)))


def _queries(file: Path) -> dict[str, str]:
    found, taken = {}, Taken()
    for of, row in _named(file):
        taken.take(of, row.place)
        if text := _text(row):
            found[of] = text
    return found


def _named(file: Path) -> Iterator[tuple[str, SetRow]]:
    return ((_first(row, _ID), row) for row in rows(file))


def _is_titled(row: SetRow) -> bool:
    """Say whether a row has no text, but a title."""
    return not str(row.values.get("text") or "").strip()


def _text(row: SetRow) -> str:
    """Return a row's text, or where that is empty its title."""
    found = (str(row.values.get(name) or "") for name in ("text", "title"))
    return next((text for text in found if text.strip()), "")


def _notes(empty: int, titles: int, lost: int) -> Iterator[str]:
    if empty:
        yield f"Texts without a word, which are left out: {empty}."
    if titles:
        yield f"Texts that are a title only, which is taken for the text: {titles}."
    if lost:
        yield f"Judgements of a text or a query that is not there, which are left out: {lost}."


def read_judgements(file: Path) -> dict[str, dict[str, int]]:
    """Return the grades of every query's documents, as BEIR, TREC or JSON lines have them.

    Raises:
        CaseError: a row is malformed.
    """
    judged: dict[str, dict[str, int]] = defaultdict(dict)
    for row in rows(file):
        judged[_first(row, _QUERY)][_first(row, _DOCUMENT)] = _grade(row)
    return judged


def read_run(file: Path) -> dict[str, list[str]]:
    """Return the documents of every query in a run of TREC, best first: by score, and by name where scores are equal.

    The column of ranks is passed over, as trec_eval does.

    Raises:
        CaseError: a line is malformed; the message names it.
    """
    scored: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for row in trec(file):
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
