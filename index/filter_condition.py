"""Filters as a condition on the tables of a corpus."""

from collections.abc import Iterable

from index.filters import Filters

_OF_SOURCE = "instr(casefold(documents.source), ?) OR casefold(documents.publisher) = ?"

_OF_SPEAKER = r"' ' || name LIKE ? ESCAPE '\'"
"""A whole name, or how it ends: a surname."""


def condition_of(filters: Filters) -> tuple[str, list[object]]:
    """Return an SQL condition on `documents`, and its values; it calls `casefold`, which a corpus brings along."""
    parts: list[str] = ["TRUE"]
    values: list[object] = []

    def add(part: str, *found: object) -> None:
        parts.append(part)
        values.extend(found)

    if filters.documents:
        add(f"documents.id IN ({marks(filters.documents)})", *filters.documents)
    if filters.sources:
        add(
            "(" + " OR ".join([_OF_SOURCE] * len(filters.sources)) + ")",
            *(value.casefold() for source in filters.sources for value in (source, source)),
        )
    if filters.tags:
        tags = [tag.casefold() for tag in filters.tags]
        add(f"EXISTS (SELECT 1 FROM json_each(documents.tags) WHERE casefold(value) IN ({marks(tags)}))", *tags)
    if filters.speakers:
        named = " OR ".join([_OF_SPEAKER] * len(filters.speakers))
        add(f"number IN (SELECT document FROM quotations WHERE {named})", *map(_last_words, filters.speakers))
    if filters.after:
        add("documents.published >= ?", filters.after.isoformat())
    if filters.before:
        add("documents.published < ?", filters.before.isoformat())
    return " AND ".join(parts), values


def _last_words(name: str) -> str:
    """Return a pattern of names that end in these words."""
    plain = name.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
    return f"% {plain}"


def marks(values: Iterable[object]) -> str:
    """Return a question mark for each value, as SQL takes them."""
    return ", ".join("?" for _ in values)
