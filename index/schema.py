"""The tables of a corpus."""

TABLES = """
CREATE TABLE sources (path TEXT PRIMARY KEY, root TEXT NOT NULL, digest TEXT NOT NULL);
CREATE TABLE aliases (root TEXT NOT NULL, alias TEXT NOT NULL COLLATE NOCASE, name TEXT NOT NULL);
CREATE TABLE documents (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, text TEXT NOT NULL, digest TEXT NOT NULL,
    title TEXT NOT NULL, source TEXT, published TEXT, publisher TEXT, tags TEXT NOT NULL, speaker TEXT,
    body_start INTEGER NOT NULL, body_end INTEGER NOT NULL, turns TEXT NOT NULL, places TEXT NOT NULL,
    path TEXT NOT NULL, fingerprint TEXT NOT NULL
);
CREATE INDEX documents_path ON documents (path);
CREATE TABLE passages (
    key INTEGER PRIMARY KEY AUTOINCREMENT, document INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL
);
CREATE INDEX passages_document ON passages (document);
CREATE TABLE sentences (document INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL);
CREATE INDEX sentences_document ON sentences (document, start);
CREATE TABLE quotations (
    key INTEGER PRIMARY KEY AUTOINCREMENT, document INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    name TEXT, resolved TEXT, written TEXT, kind TEXT NOT NULL, role TEXT, certain INTEGER NOT NULL,
    words TEXT NOT NULL, speaker TEXT, cue TEXT
);
CREATE INDEX quotations_document ON quotations (document, start);
CREATE INDEX quotations_name ON quotations (name);
-- The searched texts are views of the documents' own text: nothing is stored twice.
CREATE VIEW passage_texts AS
    SELECT key, substr(documents.text, start + 1, "end" - start) AS text
    FROM passages JOIN documents ON documents.number = passages.document;
CREATE VIEW quotation_texts AS
    SELECT key, substr(documents.text, start + 1, "end" - start) AS text
    FROM quotations JOIN documents ON documents.number = quotations.document;
CREATE VIRTUAL TABLE passages_found USING fts5 (
    text, content='passage_texts', content_rowid='key', tokenize='porter unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE quotations_found USING fts5 (
    text, content='quotation_texts', content_rowid='key', tokenize='porter unicode61 remove_diacritics 2'
);
"""
