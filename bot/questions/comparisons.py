"""Questions that ask which of two is more of something: "Which costs more, the bridge or a new boat?"."""

import re
from typing import NamedTuple

_COMPARATIVES = (
    "more|less|fewer|better|worse|older|younger|newer|longer|shorter|higher|lower|bigger|larger|smaller|greater|taller|"
    "wider|deeper|heavier|lighter|stronger|weaker|faster|slower|earlier|later|sooner|cheaper|dearer|richer|"
    "poorer|safer|closer|nearer|farther|further"
)
_COMPARED = re.compile(
    rf"(?P<asked>(?:which|who|what|where)\b[^,:]*\b(?:{_COMPARATIVES})\b[^,:]*)[,:]\s+"
    r"(?P<first>[^,?]+?),?\s+or\s+(?P<second>[^,?]+?)\s*\?*\s*",
    re.IGNORECASE,
)


_OF_A_NOUN = re.compile(
    rf"\b(?:the|an?|this|that|his|her|its|their|for|of|by|with|from|behind|about)\s+(?:{_COMPARATIVES})\b",
    re.IGNORECASE,
)
"""What is no comparison: "Who is to blame for higher prices, …"."""


class Side(NamedTuple):
    """One of two that are compared: what is asked of it, and how the question calls it."""

    question: str
    name: str


def compared(question: str) -> tuple[Side, Side] | None:
    """Return the two that a question compares; None where it compares nothing.

    >>> [side.question for side in compared("Which costs more, the bridge or a new boat?") or ()]
    ['Which costs more, the bridge?', 'Which costs more, a new boat?']
    """
    found = _COMPARED.fullmatch(question.strip())
    if found is None or _OF_A_NOUN.search(found["asked"]):
        return None
    first, second = (Side(f"{found['asked']}, {found[name]}?", found[name]) for name in ("first", "second"))
    return first, second
