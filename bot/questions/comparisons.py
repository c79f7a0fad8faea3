"""Questions that ask which of two is more of something: "Which costs more, the bridge or a new boat?"."""

import re
from typing import Final, NamedTuple

from bot.parsed_text import lemmatised

_COMPARATIVES: Final = (
    "more|less|fewer|better|worse|older|younger|newer|longer|shorter|higher|lower|bigger|larger|smaller|greater|taller|"
    "wider|deeper|heavier|lighter|stronger|weaker|faster|slower|earlier|later|sooner|cheaper|dearer|richer|"
    "poorer|safer|closer|nearer|farther|further|narrower|thicker|thinner"
)
_OF_EITHER: Final = re.compile(
    rf"(?P<asked>(?:which|who|what|where)\b[^,:]*\b(?:{_COMPARATIVES})\b[^,:]*)[,:]\s+"
    r"(?P<first>[^,?]+?),?\s+or\s+(?P<second>[^,?]+?)\s*\?*\s*",
    re.IGNORECASE,
)
_THAN: Final = (
    re.compile(
        rf"(?P<be>is|are|was|were) (?P<first>\S.*?) (?:any |even |much )?(?P<more>{_COMPARATIVES}) than "
        r"(?P<second>.+?)\s*\?*",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?P<do>do|does|did) (?P<first>\S.*?) (?P<verb>\w+) (?:more|less|fewer)(?: (?P<rest>.+?))? than "
        r"(?P<second>(?!on\b|in\b|for\b|to\b|at\b|from\b)[^?]+?)\s*\?*",
        re.IGNORECASE,
    ),
)
_OF_A_NOUN: Final = re.compile(
    rf"\b(?:the|an?|this|that|his|her|its|their|for|of|by|with|from|behind|about)\s+(?:{_COMPARATIVES})\b",
    re.IGNORECASE,
)
"""What is no comparison: "Who is to blame for higher prices, …"."""
_IS_THING: Final = re.compile(r"(?i:the|an?|its|his|her|their|our|this|that)\s\w|[A-Z]")
_ONE: Final = re.compile(r"\bone$")
_BEING: Final = re.compile(
    rf"(?:which|who|what)\b.*?\b(?P<be>is|are|was|were) (?P<more>{_COMPARATIVES})", re.IGNORECASE
)
_DOING: Final = re.compile(
    r"(?:which|who|what)\b(?:.* )?(?P<verb>\w+) (?:more|less|fewer)(?: (?P<rest>.+))?", re.IGNORECASE
)
_OF_WHO: Final = ("When was {name} born?",)
_AGE: Final = ("How old {be} {name}?", "When was {name} built?", *_OF_WHO)
_MEASURED: Final = {
    **dict.fromkeys(("older", "younger", "newer"), _AGE),
    **dict.fromkeys(("longer", "shorter"), ("How long {be} {name}?",)),
    **dict.fromkeys(("higher", "lower"), ("How high {be} {name}?",)),
    **dict.fromkeys(("bigger", "larger", "smaller", "greater"), ("How big {be} {name}?",)),
    **dict.fromkeys(("wider", "narrower"), ("How wide {be} {name}?",)),
    **dict.fromkeys(("thicker", "thinner"), ("How thick {be} {name}?",)),
    **dict.fromkeys(("heavier", "lighter"), ("How heavy {be} {name}?",)),
    **dict.fromkeys(("faster", "slower"), ("How fast {be} {name}?",)),
    **dict.fromkeys(("cheaper", "dearer"), ("How much does {name} cost?",)),
    **dict.fromkeys(("earlier", "later", "sooner"), ("When {be} {name}?",)),
    **dict.fromkeys(("closer", "nearer", "farther", "further"), ("How far {be} {name}?",)),
    "taller": ("How tall {be} {name}?", "How high {be} {name}?"),
    "deeper": ("How deep {be} {name}?",),
}
"""What is asked of each of two, by the word that compares them."""


class Side(NamedTuple):
    """One of two that are compared: what may be asked of it, the likeliest first, and how the question calls it."""

    questions: tuple[str, ...]
    name: str


def compared(question: str) -> tuple[Side, Side] | None:
    """Return the two that a question compares; None where it compares nothing.

    >>> [side.questions for side in compared("Which costs more, the bridge or a boat?") or ()]
    [('How much does the bridge cost?',), ('How much does a boat cost?',)]
    >>> [side.questions for side in compared("Is the bridge longer than the dam?") or ()]
    [('How long is the bridge?',), ('How long is the dam?',)]
    """
    text = question.strip()
    if either := _OF_EITHER.fullmatch(text):
        forms = _measured(either["asked"]) or (f"{either['asked']}, {{name}}?",)
        return None if _OF_A_NOUN.search(either["asked"]) else _sides(forms, either)
    found = next((one for form in _THAN if (one := form.fullmatch(text))), None)
    if found is None or _OF_A_NOUN.search(text) or not _IS_THING.match(found["second"]):
        return None
    parts = found.groupdict()
    if "do" in parts:
        return _sides((_how_much(found["do"], found["verb"], found["rest"]),), found)
    forms = tuple(one.replace("{be}", found["be"].lower()) for one in _MEASURED.get(found["more"].lower(), ()))
    return _sides(forms, found) if forms else None


def _sides(forms: tuple[str, ...], found: re.Match[str]) -> tuple[Side, Side]:
    names = found["first"], _ONE.sub(found["first"].split()[-1], found["second"])
    first, second = (Side(tuple(form.replace("{name}", name) for form in forms), name) for name in names)
    return first, second


def _measured(asked: str) -> tuple[str, ...]:
    """Return the forms in which what "which" asks can be asked of one by itself; none where it has no measure."""
    if found := _BEING.fullmatch(asked):
        is_who = asked.lower().startswith("who")
        forms = [one for one in _MEASURED.get(found["more"].lower(), ()) if is_who or one not in _OF_WHO]
        return tuple(one.replace("{be}", found["be"].lower()) for one in forms)
    found = _DOING.fullmatch(asked)
    verb = next((one for one in lemmatised(asked) if found and one.idx == found.start("verb")), None)
    if found is None or verb is None or not verb.tag_.startswith("V"):
        return ()
    helper = {"VBD": "did", "VBZ": "does"}.get(verb.tag_, "do")
    return (_how_much(helper, verb.lemma_, found["rest"]),)


def _how_much(helper: str, verb: str, rest: str | None) -> str:
    """Return the form of a question for how much, or many of what stands first in the rest, is done."""
    tokens = list(lemmatised(rest)) if rest else []
    is_of_things = bool(tokens) and tokens[0].tag_ not in {"IN", "TO"}
    things = [one for one in tokens if one.tag_.startswith("NN")][:1] if is_of_things else []
    end = things[0].idx + len(things[0].text) if things else 0
    thing, behind = (rest or "")[:end], (rest or "")[end:].strip()
    many = "many" if things and things[0].tag_ == "NNS" else "much"
    words = [f"How {many}", thing, helper.lower(), "{name}", verb, behind]
    return f"{' '.join(filter(None, words))}?"
