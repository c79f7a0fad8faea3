"""Questions about what a clause describes: "How old was the ship that sank off Sarn?"."""

import re
from typing import Final, NamedTuple

from bot.parsed_text import parsed
from index.parsing import verbs

_BE: Final = r"(?:is|was|are|were)"
_DESCRIBED: Final = r"the (?P<kind>(?:[\w-]+ )?[\w-]+),? (?P<who>who|that|which) (?P<told>.+)"
_OF_NO_DEED: Final = re.compile(
    rf"(?P<lead>(?:how [\w-]+ {_BE}|(?:who|what) {_BE} the (?!name\b)[\w-]+ of)) {_DESCRIBED}", re.IGNORECASE
)
_DONE_TO: Final = re.compile(rf"(?P<lead>(?:when|where|why|how|by whom) {_BE}) {_DESCRIBED}", re.IGNORECASE)
_DONE_BY: Final = re.compile(
    r"(?P<lead>(?:when|where|why|how|what|whom?|(?:which|what|how many|how much) [\w-]+) (?:did|does|do)) "
    rf"{_DESCRIBED}",
    re.IGNORECASE,
)

_WHOSE: Final = re.compile(r"\bthe (?:[\w-]+ )?[\w-]+,? whose\b", re.IGNORECASE)


class Steps(NamedTuple):
    """Two questions for one: who or what is described, and what is asked of that, with {} in its place."""

    first: str
    then: str


def in_two_steps(question: str) -> Steps | None:
    """Return the two questions that a question about something described is made of; None where it is not.

    >>> in_two_steps("How old was the ship that sank off Sarn?")
    Steps(first='Which ship sank off Sarn?', then='How old was {}?')
    >>> in_two_steps("Where was the minister who left in May born?")
    Steps(first='Who left in May?', then='Where was {} born?')
    """
    text = question.strip(" ?!.")
    if found := _OF_NO_DEED.fullmatch(text):
        return _steps(found, found["told"], "")
    if found := _DONE_TO.fullmatch(text):
        told, _, done = found["told"].rpartition(" ")
        return _steps(found, told, done) if parsed(f"It was {done}.")[2].tag_ == "VBN" else None
    found = _DONE_BY.fullmatch(text)
    words = found["told"].split() if found else []
    at = next((at for at in range(len(words) - 1, 1, -1) if _is_deed(words[at:])), None)
    return _steps(found, " ".join(words[:at]), " ".join(words[at:])) if found and at else None


def is_of_an_owner(question: str) -> bool:
    """Say whether somebody is described by what is theirs, which is not looked for in two steps.

    >>> is_of_an_owner("How old is the skipper whose trawler sank?"), is_of_an_owner("Whose trawler sank?")
    (True, False)
    """
    return _WHOSE.search(question) is not None


def _steps(found: re.Match[str], told: str, rest: str) -> Steps | None:
    """Return the questions; None where what describes tells no deed of its own."""
    if not any(one.tag_ in {"VBD", "VBZ", "VBP"} and one.dep_ != "aux" for one in parsed(f"They {told}.")):
        return None
    who = "Who" if found["who"].lower() == "who" else f"Which {found['kind']}"
    return Steps(f"{who} {told}?", " ".join(filter(None, [found["lead"], "{}", rest])) + "?")


def _is_deed(words: list[str]) -> bool:
    """Say whether words begin with a verb without an ending and go on as what is done by it."""
    if words[0] not in verbs():
        return False
    told = parsed(f"They will {' '.join(words)}.")
    return told[2].tag_ == "VB" and told[2].dep_ == "ROOT"
