"""Documents, passages, sentences and quotations on disk, as they are read from there."""

import json
import sqlite3
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

from index.document import Document, Kind, Passage, Place, Quotation, Span, Turn
from index.errors import DamagedIndexError, UsageError
from index.filter_condition import condition_of, marks
from index.filters import Filters
from index.lexical import match_expression, phrase_expression
from index.people import is_pronoun
from index.speaker import Speaker
from index.store import Scored

_DOCUMENT = """id, text, documents.digest, title, source, published, publisher, tags, speaker, body_start, body_end,
    turns, places, sources.digest"""
_KEPT_IN_MEMORY = 256


class Corpus:
    """Reads a corpus file; safe to share between threads."""

    def __init__(self, path: Path) -> None:
        self._lock = Lock()
        try:
            self._connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False)
            self._connection.create_function("casefold", 1, _casefold, deterministic=True)
            self.rows("SELECT count(*) FROM documents")
        except sqlite3.Error as error:
            message = f"{path} is not a corpus: {error}; build again with --replace"
            raise DamagedIndexError(message) from error
        self._document = lru_cache(_KEPT_IN_MEMORY)(self._read_document)
        self.sentences = lru_cache(_KEPT_IN_MEMORY)(self._read_sentences)
        self._speakers = lru_cache(_KEPT_IN_MEMORY)(self._read_speakers)

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Any]:
        """Return the rows that a query finds."""
        with self._lock:
            return self._connection.execute(sql, values).fetchall()

    def close(self) -> None:
        """Close the file; nothing can be read afterwards."""
        self._connection.close()

    def document_ids(self) -> list[str]:
        """Return the ids of all documents, newest first, then by id."""
        return [row[0] for row in self.rows("SELECT id FROM documents ORDER BY published IS NULL, published DESC, id")]

    def document(self, document_id: str) -> Document:
        """Return a document, its digest as it was recorded when the document was read.

        Raises:
            UsageError: there is none of that id.
        """
        return self._document(document_id)

    def stored_text(self, document_id: str) -> str | None:
        """Return the text that lies on disk now, past everything kept in memory; None if there is none."""
        found = self.rows("SELECT text FROM documents WHERE id = ?", [document_id])
        return found[0][0] if found else None

    def _read_document(self, document_id: str) -> Document:
        found = self.rows(
            f"SELECT {_DOCUMENT} FROM documents LEFT JOIN sources USING (path) WHERE id = ?", [document_id]
        )
        if not found:
            message = f"no document is called {document_id!r}"
            raise UsageError(message)
        *_, published, publisher, tags, speaker, start, end, turns, places, source_digest = found[0]
        document_id, text, digest, title, source = found[0][:5]
        return Document(
            id=document_id,
            text=text,
            title=title,
            source=source,
            published=date.fromisoformat(published) if published else None,
            publisher=publisher,
            tags=tuple(json.loads(tags)),
            speaker=speaker,
            turns=tuple(Turn(name, Span(first, last)) for name, first, last in json.loads(turns)),
            places=tuple(Place(name, Span(first, last)) for name, first, last in json.loads(places)),
            body=Span(start, end),
            digest=digest,
            source_digest=source_digest,
        )

    def passages(self, keys: Sequence[int]) -> list[Passage]:
        """Return the passages of the keys, in the order of the keys."""
        sql = f"""SELECT key, id, start, "end" FROM passages JOIN documents ON number = document
            WHERE key IN ({marks(keys)})"""
        found = {key: Passage(self.document(of), Span(start, end)) for key, of, start, end in self.rows(sql, keys)}
        return [found[key] for key in keys]

    def passages_between(self, passage: Passage) -> list[Passage]:
        """Return the passages that overlap another one, in order."""
        sql = """SELECT start, "end" FROM passages JOIN documents ON number = document
            WHERE id = ? AND start < ? AND "end" > ? ORDER BY start"""
        rows = self.rows(sql, [passage.document.id, passage.end, passage.start])
        return [Passage(passage.document, Span(*row)) for row in rows]

    def _read_sentences(self, document_id: str) -> tuple[Passage, ...]:
        """Return the sentences of a document, in order."""
        document = self.document(document_id)
        sql = """SELECT start, "end" FROM sentences JOIN documents ON number = document WHERE id = ? ORDER BY start"""
        return tuple(Passage(document, Span(*row)) for row in self.rows(sql, [document_id]))

    def count(self, table: str) -> int:
        """Return how many documents, passages, sentences or quotations there are."""
        if table not in {"documents", "passages", "sentences", "quotations"}:
            message = f"there are no {table} to count"
            raise UsageError(message)
        return int(self.rows(f"SELECT count(*) FROM {table}")[0][0])

    def search_passages(self, text: str, limit: int, filters: Filters) -> Scored:
        """Return the keys of the passages that BM25 finds best, best first."""
        return self._search("passages", match_expression(text), limit, condition_of(filters))

    def passages_with_phrases(self, text: str, limit: int, filters: Filters) -> list[Passage]:
        """Return the passages that hold most of a text's runs of words, best first."""
        found = self._search("passages", phrase_expression(text), limit, condition_of(filters))
        return self.passages([key for key, _ in found])

    def search_quotations(
        self, text: str, limit: int, filters: Filters, names: Sequence[str] | None = None
    ) -> list[Quotation]:
        """Return the quotations that BM25 finds best, best first; with `names` only theirs."""
        return self._found(self._search("quotations", match_expression(text), limit, _of_names(filters, names)))

    def quotations_with_phrases(self, text: str, limit: int, filters: Filters, names: Sequence[str]) -> list[Quotation]:
        """Return those of the names' quotations that hold most of a text's runs of words, best first."""
        return self._found(self._search("quotations", phrase_expression(text), limit, _of_names(filters, names)))

    def _found(self, scored: Scored) -> list[Quotation]:
        keys = [key for key, _ in scored]
        found = dict(self._quotations(f"quotations.key IN ({marks(keys)})", keys))
        return [found[key] for key in keys]

    def _search(self, table: str, expression: str, limit: int, admitted: tuple[str, list[object]]) -> Scored:
        if not expression:
            return []
        condition, values = admitted
        # FTS5's bm25() is smaller for better matches.
        sql = f"""SELECT {table}_found.rowid, -bm25({table}_found) AS score FROM {table}_found
            JOIN {table} ON {table}.key = {table}_found.rowid JOIN documents ON number = document
            WHERE {table}_found MATCH ? AND {condition} ORDER BY score DESC, {table}_found.rowid LIMIT ?"""
        return self.rows(sql, [expression, *values, limit])

    def keys_among(self, filters: Filters) -> list[int] | None:
        """Return the keys of the passages that the filters admit; None where they admit all."""
        if not filters:
            return None
        condition, values = condition_of(filters)
        sql = f"SELECT key FROM passages JOIN documents ON number = document WHERE {condition}"
        return [row[0] for row in self.rows(sql, values)]

    def quotations(self, names: Sequence[str] | None = None, filters: Filters | None = None) -> list[Quotation]:
        """Return all quotations, or those of the names, newest document first and in order within a document."""
        return [quotation for _, quotation in self._quotations(*_of_names(filters or Filters(), names))]

    def quotations_between(self, passage: Passage) -> list[Quotation]:
        """Return the quotations that overlap a passage, in order."""
        values = [passage.document.id, passage.end, passage.start]
        return [found for _, found in self._quotations('id = ? AND start < ? AND quotations."end" > ?', values)]

    def _quotations(self, condition: str, values: Sequence[object]) -> list[tuple[int, Quotation]]:
        sql = f"""SELECT key, id, words, quotations.speaker, cue, name, kind, role, certain
            FROM quotations JOIN documents ON number = document WHERE {condition}
            ORDER BY published IS NULL, published DESC, id, start, key"""
        return [(key, _quotation(self.document(of), *rest)) for key, of, *rest in self.rows(sql, values)]

    def count_admitted(self, filters: Filters) -> int:
        """Return how many documents the filters admit."""
        condition, values = condition_of(filters)
        return int(self.rows(f"SELECT count(*) FROM documents WHERE {condition}", values)[0][0])

    def days(self, filters: Filters) -> tuple[date, date] | None:
        """Return the first and the last day of publication; None where no document has one."""
        condition, values = condition_of(filters)
        ((first, last),) = self.rows(f"SELECT min(published), max(published) FROM documents WHERE {condition}", values)
        return (date.fromisoformat(first), date.fromisoformat(last)) if first else None

    def speakers(self, filters: Filters | None = None) -> list[Speaker]:
        """Return who is quoted, the most quoted first."""
        return list(self._speakers(filters or Filters()))

    def spoken(self) -> list[tuple[str, date | None, int]]:
        """Return how many quotations each speaker has on each day of publication, by name and day."""
        sql = """SELECT name, published, count(*) FROM quotations JOIN documents ON number = document
            WHERE name IS NOT NULL GROUP BY name, published ORDER BY name, published"""
        return [(name, date.fromisoformat(day) if day else None, count) for name, day, count in self.rows(sql)]

    def _read_speakers(self, filters: Filters) -> list[Speaker]:
        condition, values = condition_of(filters)
        sql = f"""SELECT name, count(*), json_group_array(DISTINCT id), json_group_array(DISTINCT role),
            json_group_array(DISTINCT written), json_group_array(DISTINCT resolved)
            FROM quotations JOIN documents ON number = document WHERE name IS NOT NULL AND {condition}
            GROUP BY name ORDER BY count(*) DESC, name"""
        return [_speaker(name, count, *map(json.loads, lists)) for name, count, *lists in self.rows(sql, values)]


def _casefold(text: str | None) -> str | None:
    return text.casefold() if text else text


def _of_names(filters: Filters, names: Sequence[str] | None) -> tuple[str, list[object]]:
    condition, values = condition_of(filters)
    if names is None:
        return condition, values
    return f"{condition} AND name IN ({marks(names)})", [*values, *names]


def _speaker(name: str, count: int, documents: list[str], *lists: list[str | None]) -> Speaker:
    roles, written, resolved = (sorted(filter(None, found)) for found in lists)
    aliases = {alias for alias in (*written, *resolved) if alias not in {name, *roles} and not is_pronoun(alias)}
    return Speaker(name, count, tuple(sorted(documents)), tuple(roles), tuple(sorted(aliases)))


def _quotation(document: Document, *row: Any) -> Quotation:  # noqa: ANN401 - columns
    words, speaker, cue, name, kind, role, certain = row
    return Quotation(
        words=tuple(Passage(document, Span(*piece)) for piece in json.loads(words)),
        speaker=Passage(document, Span(*json.loads(speaker))) if speaker else None,
        cue=Passage(document, Span(*json.loads(cue))) if cue else None,
        name=name,
        kind=Kind(kind),
        role=role,
        certain=bool(certain),
    )
