"""Which documents a question is put to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Self

from index.errors import UsageError


@dataclass(frozen=True, slots=True)
class Filters:
    """What a passage's document must be; an empty field admits everything.

    Attributes:
        documents: ids.
        sources: links, hosts or publishers, in capitals or not.
        tags: at least one of them, in capitals or not.
        speakers: names of whom at least one is quoted in the document.
        after: published on this day or later.
        before: published before this day.
    """

    documents: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    after: date | None = None
    before: date | None = None

    @classmethod
    def of(cls, given: "Self | Mapping[str, Any] | None") -> Self:
        """Make filters from plain values: a string or a list for a name, a date or YYYY-MM-DD for a day.

        None is no filter.

        Raises:
            UsageError: a filter is unknown, or its value is not of these kinds.
        """
        if isinstance(given, cls):
            return given
        plain: dict[str, Any] = dict(given) if isinstance(given, Mapping) else {}
        plain = {name: found for name, found in plain.items() if found is not None}
        known = {one.name for one in fields(cls)}
        if unknown := sorted(set(plain) - known):
            message = f"unknown filters: {', '.join(unknown)}; known are: {', '.join(sorted(known))}"
            raise UsageError(message)
        return cls(**{name: _value(name, found) for name, found in plain.items()})

    def __bool__(self) -> bool:
        return any(getattr(self, one.name) for one in fields(self))


def _texts(name: str, found: Any) -> tuple[str, ...]:  # noqa: ANN401 - whatever a caller gives
    texts = (found,) if isinstance(found, str) or not isinstance(found, Iterable) else tuple(found)
    if not all(isinstance(one, str) for one in texts):
        message = f"{name} is a text or a list of texts, not {found!r}"
        raise UsageError(message)
    return texts


def _value(name: str, found: Any) -> Any:  # noqa: ANN401 - whatever a caller gives
    if name not in {"after", "before"}:
        return _texts(name, found)
    if isinstance(found, date):
        return found
    try:
        return date.fromisoformat(str(found))
    except ValueError as error:
        message = f"{name} is a day, written YYYY-MM-DD, not {found!r}"
        raise UsageError(message) from error
