"""Whether a sentence tells of one of two that are compared, or of both."""

import re
from collections.abc import Iterable, Sequence

from bot.parsed_text import parsed
from bot.questions.topics import Topic
from bot.weighing.quantities import quantities
from index.lexical import stem

_NUMBER = re.compile(r"\d[\d.,:]*")
_THAN = re.compile(r"\bthan\b", re.IGNORECASE)
_PRONOUN_FIRST = re.compile(r"[\"'\u201c\u2018]?(?:It|He|She|They|This|These)\b")


def tells_of(name: str, compared: Sequence[str], text: str, before: str) -> bool:
    """Say whether a sentence gives a number, or a year, for one of those that are compared.

    It must have one for everything of that which it names, or have the one for its subject. What begins with a pronoun
    may be of what the sentence before names.
    """
    topics = {one: Topic(one) for one in compared}
    named = [one for one in compared if topics[one].share(text) == 1]
    numbers = max(len(quantities(text)), len(_NUMBER.findall(text)))
    if not named and _PRONOUN_FIRST.match(text):
        return numbers > 0 and [one for one in compared if topics[one].share(before) == 1] == [name]
    if name not in named or not numbers:
        return False
    return numbers >= len(named) or [one for one in named if _is_subject(one, text)] == [name]


def holds_against(compared: Iterable[str], text: str) -> bool:
    """Say whether a text itself holds those that are compared against each other."""
    return bool(_THAN.search(text)) and all(Topic(one).share(text) == 1 for one in compared)


def are_alike(first: str, second: str) -> bool:
    """Say whether two texts have numbers of one kind, or such as tell of no kind.

    >>> are_alike("41 metres", "27 metres"), are_alike("41 metres", "27 panes"), are_alike("in 1988", "1994")
    (True, False, True)
    """
    mine, theirs = quantities(first), quantities(second)
    return not (mine and theirs) or any(one.is_like(other) for one in mine for other in theirs)


def _is_subject(name: str, text: str) -> bool:
    """Say whether the subject of a sentence is called by the last word of a name."""
    last = stem(name.rsplit(maxsplit=1)[-1].lower())
    subjects = [one for one in parsed(text) if one.dep_ == "nsubj" and one.head.dep_ == "ROOT"]
    # Of "The line that the tram replaces carries many" the parser may take the first noun for the root.
    subjects += [one for one in parsed(text) if one.dep_ == "ROOT" and one.tag_.startswith("NN")]
    return any(stem(one.lower_) == last for one in subjects)
