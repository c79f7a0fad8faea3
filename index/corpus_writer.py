"""Documents, passages, sentences and quotations on disk, as they are written there."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from index.document import Document, Passage, Quotation, Span
from index.schema import TABLES


def fingerprint(document: Document) -> str:
    """Return a digest of the text and of everything that is known about it."""
    return sha256(
        repr((document, document.digest, document.turns, document.places, document.body)).encode()
    ).hexdigest()


class CorpusWriter:
    """Writes a corpus file that nobody reads yet, in one transaction that `close` ends."""

    def __init__(self, path: Path, previous: Path | None) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        # The file is either completed and swapped in, or thrown away: no journal is needed.
        self._connection.execute("PRAGMA journal_mode = OFF")
        self._connection.execute("PRAGMA synchronous = OFF")
        if previous:
            with sqlite3.connect(f"{previous.absolute().as_uri()}?mode=ro", uri=True) as old:
                old.backup(self._connection)
            old.close()
        else:
            self._connection.executescript(TABLES)
        self._connection.execute("BEGIN")

    def fingerprints(self) -> dict[str, tuple[str, str]]:
        """Return the fingerprint and the path of every document, by id."""
        found = self._connection.execute("SELECT id, fingerprint, path FROM documents")
        return {of: (digest, path) for of, digest, path in found}

    def roots(self) -> dict[str, str]:
        """Return the root below which each path was found."""
        return dict(self._connection.execute("SELECT path, root FROM sources").fetchall())

    def put_source(self, path: str, root: str, digest: str) -> None:
        """Note a file, the root that it was found below, and the digest of its bytes."""
        self._connection.execute("INSERT OR REPLACE INTO sources VALUES (?, ?, ?)", [path, root, digest])

    def drop_source(self, path: str) -> None:
        """Forget a file."""
        self._connection.execute("DELETE FROM sources WHERE path = ?", [path])

    def put_document(
        self, document: Document, path: str, sentences: Sequence[Span], found: Sequence[Quotation]
    ) -> None:
        """Write a document with its sentences and quotations; it is new."""
        number = self._put_text(document, path)
        self._connection.executemany(
            "INSERT INTO sentences VALUES (?, ?, ?)", [(number, span.start, span.end) for span in sentences]
        )
        for quotation in found:
            self._put_quotation(number, quotation)

    def _put_text(self, document: Document, path: str) -> int:
        body, published = document.body, document.published
        values = [
            *(document.id, document.text, document.digest, document.title, document.source),
            *(published.isoformat() if published else None, document.publisher, json.dumps(document.tags)),
            *(document.speaker, body.start, body.end),
            json.dumps([(turn.speaker, turn.words.start, turn.words.end) for turn in document.turns]),
            json.dumps([(place.name, place.span.start, place.span.end) for place in document.places]),
            *(path, fingerprint(document)),
        ]
        sql = """INSERT INTO documents (id, text, digest, title, source, published, publisher, tags, speaker,
            body_start, body_end, turns, places, path, fingerprint)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
        return self._connection.execute(sql, values).lastrowid or 0

    def _put_quotation(self, number: int, quotation: Quotation) -> None:
        speaker, cue = quotation.speaker, quotation.cue
        values = [
            *(number, quotation.start, quotation.end, quotation.name, quotation.name),
            *(" ".join(speaker.text.split()) if speaker else None, quotation.kind, quotation.role),
            *(quotation.certain, json.dumps([(piece.start, piece.end) for piece in quotation.words])),
            json.dumps((speaker.start, speaker.end)) if speaker else None,
            json.dumps((cue.start, cue.end)) if cue else None,
        ]
        sql = """INSERT INTO quotations (document, start, "end", name, resolved, written, kind, role,
            certain, words, speaker, cue) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
        key = self._connection.execute(sql, values).lastrowid
        self._index("quotation", key or 0)

    def put_aliases(self, root: str, names: Mapping[str, str]) -> None:
        """Note which names stand for which, in place of what was noted for the root before."""
        self._connection.execute("DELETE FROM aliases WHERE root = ?", [root])
        rows = [(root, alias, name) for alias, name in names.items()]
        self._connection.executemany("INSERT INTO aliases VALUES (?, ?, ?)", rows)

    def name_speakers(self) -> None:
        """Let every quotation go by the name that its resolved name stands for."""
        self._connection.execute(
            """UPDATE quotations SET name = coalesce(
                (SELECT aliases.name FROM aliases WHERE alias = resolved ORDER BY aliases.rowid LIMIT 1), resolved)"""
        )

    def put_passages(self, passages: Sequence[Passage]) -> list[int]:
        """Write passages of documents that are in; return their keys."""
        keys = []
        for passage in passages:
            sql = """INSERT INTO passages (document, start, "end")
                VALUES ((SELECT number FROM documents WHERE id = ?), ?, ?)"""
            key = self._connection.execute(sql, [passage.document.id, passage.start, passage.end]).lastrowid or 0
            self._index("passage", key)
            keys.append(key)
        return keys

    def _index(self, what: str, key: int) -> None:
        sql = f"INSERT INTO {what}s_found (rowid, text) SELECT key, text FROM {what}_texts WHERE key = ?"
        self._connection.execute(sql, [key])

    def drop_document(self, document_id: str) -> list[int]:
        """Take a document out with all that belongs to it; return the keys that its passages had."""
        number = self._connection.execute("SELECT number FROM documents WHERE id = ?", [document_id]).fetchone()[0]
        found = self._connection.execute("SELECT key FROM passages WHERE document = ?", [number])
        keys = [row[0] for row in found.fetchall()]
        for what in ("passage", "quotation"):
            # An external-content table forgets a row only when it is told the text that it had.
            self._connection.execute(
                f"""INSERT INTO {what}s_found ({what}s_found, rowid, text) SELECT 'delete', key, text FROM {what}_texts
                WHERE key IN (SELECT key FROM {what}s WHERE document = ?)""",
                [number],
            )
            self._connection.execute(f"DELETE FROM {what}s WHERE document = ?", [number])
        self._connection.execute("DELETE FROM sentences WHERE document = ?", [number])
        self._connection.execute("DELETE FROM documents WHERE number = ?", [number])
        return keys

    def counts(self) -> dict[str, int]:
        """Return how many documents, passages and quotations there are."""
        tables = ("documents", "passages", "quotations")
        return {table: self._connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}

    def close(self, *, keep: bool) -> None:
        """End the transaction and close the file."""
        self._connection.execute("COMMIT" if keep else "ROLLBACK")
        self._connection.close()
