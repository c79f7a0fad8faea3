"""When two names mean the same speaker."""

import re

_WORD = re.compile(r"\w+")
_POSSESSIVE = re.compile(r"['\u2019]s\b")
_SILENT = frozenset({"the", "a", "an", "mr", "mrs", "ms", "dr", "sir"})
_UNITED_STATES = re.compile(r"\b(?:u\.\s?s\.(?:\s?a\.)?|united states(?: of america)?|usa)(?!\w)")
_JOINT = re.compile(r",|;|&|\band\b")


def same_speaker(one: str, other: str) -> bool:
    """Say whether two names mean the same speaker.

    The last names must be the same, and the shorter name must leave out words only; speakers who say something together
    must all be named.

    >>> same_speaker("Kirby", "John F. Kirby"), same_speaker("the US", "The United States")
    (True, True)
    >>> same_speaker("South Korea", "North Korea"), same_speaker("Russia", "North Korea and Russia")
    (False, False)
    """
    ones, others = _people(one), _people(other)
    if not ones or len(ones) != len(others):
        return False
    return all(any(_same_name(name, candidate) for candidate in others) for name in ones) and all(
        any(_same_name(name, candidate) for candidate in ones) for name in others
    )


def _people(names: str) -> list[list[str]]:
    plain = _UNITED_STATES.sub("us", _POSSESSIVE.sub("", names.casefold()))
    people = [[word for word in _WORD.findall(name) if word not in _SILENT] for name in _JOINT.split(plain)]
    return [words for words in people if words]


def _same_name(one: list[str], other: list[str]) -> bool:
    shorter, longer = sorted((one, other), key=len)
    remaining = iter(longer)
    return one[-1] == other[-1] and all(word in remaining for word in shorter)
