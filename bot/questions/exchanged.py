"""A question for a fact, asked again with another time, place or name: "and in 2023?", "and Oman?"."""

from itertools import groupby
from typing import TYPE_CHECKING

from bot.parsed_text import is_a_time, parsed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

_TIMES = frozenset({"DATE", "TIME"})
_PREPOSITIONS = frozenset({"IN", "TO"})


def exchanged_for(mention: str, question: str) -> str | None:
    """Return a question with another time or name in place of its own, or behind it; None where that is not clear.

    >>> exchanged_for("in 2023", "How much did Oman sell in 2022?"), exchanged_for("Peru", "How much did Oman sell?")
    ('How much did Oman sell in 2023?', 'How much did Peru sell?')
    >>> exchanged_for("in Olm", "How many ships came?"), exchanged_for("boats", "How many ships came?")
    ('How many ships came in Olm?', None)
    """
    asked = question.strip(" ?!.")
    first, *rest = parsed(mention)
    preposition = first.lower_ if first.tag_ in _PREPOSITIONS and rest else ""
    is_time = is_a_time(mention, 0, len(mention))
    if not is_time and not any(map(_is_name, parsed(mention))):
        return None
    thing = mention[rest[0].idx :] if preposition else mention
    found = list(_like(asked, is_time=is_time))
    near = [place for before, place in found if before == preposition]
    places = near if preposition or near else [place for _, place in found]
    if len(places) == 1:
        (start, end), *_ = places
        return f"{asked[:start]}{thing}{asked[end:]}?"
    return f"{asked} {mention}?" if not places and (preposition or is_time) else None


def _like(asked: str, *, is_time: bool) -> "Iterator[tuple[str, tuple[int, int]]]":
    """Yield the times, or the names, of a question: the preposition before each, if any, and where it stands."""

    def is_like(one: "Token") -> bool:
        return one.ent_type_ in _TIMES if is_time else one.i > 0 and _is_name(one) and one.ent_type_ not in _TIMES

    for like, run in groupby(parsed(asked), key=is_like):
        first, *_, last = [*run] * 2
        if like:
            before = next((one for one in reversed(first.doc[: first.i]) if one.tag_ != "DT"), None)
            preposition = before.lower_ if before is not None and before.tag_ in _PREPOSITIONS else ""
            yield preposition, (first.idx, last.idx + len(last.text))


def _is_name(one: "Token") -> bool:
    return one.text[:1].isupper()
