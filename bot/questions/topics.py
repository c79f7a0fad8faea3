"""What words are to be about, and how much of it a text names."""

import re
from dataclasses import dataclass
from functools import cache, cached_property

from index.lexical import FUNCTION_WORDS, content_words, stem
from index.parties import aliases, parties

_WORD = re.compile(r"\w+")
_SHORTEST_ROOT = 4
_LONGEST_ENDING = 3
_SHORT_NAME = 4


@dataclass(frozen=True)
class Topic:
    """A topic in words; a party counts by any of its names ("Pyongyang" names North Korea)."""

    text: str

    def share(self, text: str) -> float:
        """Return the share of what the topic names that a text names too, in [0, 1].

        >>> Topic("Russian ships").share("Pyongyang sent a ship to Russia")
        1.0
        """
        present = {stem(word.lower()) for word in _WORD.findall(text)}
        named = sum(bool(party.search(text)) for party in self._parties)
        named += sum(any(_related(wanted, word) for word in present) for wanted in self._stems)
        return named / max(1, len(self._parties) + len(self._stems))

    @property
    def searched(self) -> str:
        """The topic with all names of the parties in it, to be searched for by words."""
        return " ".join([self.text, *(alias for name in _any_party().findall(self.text) for alias in aliases(name))])

    @cached_property
    def _parties(self) -> list[re.Pattern[str]]:
        named = dict.fromkeys(tuple(aliases(name)) for name in _any_party().findall(self.text))
        return [_names(known) for known in named]

    @cached_property
    def _stems(self) -> set[str]:
        rest = _any_party().sub(" ", self.text)
        words = [word for word in content_words(rest) if word not in FUNCTION_WORDS]
        return {stem(word) for word in words or ([] if self._parties else content_words(rest))}


@cache
def _any_party() -> re.Pattern[str]:
    return _names(tuple(parties()))


def _names(known: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for names; short ones count in capitals only, because "US" is a party and "us" is not."""
    longest_first = sorted(known, key=len, reverse=True)
    return re.compile("|".join(_pattern(name) for name in longest_first))


def _pattern(name: str) -> str:
    word = re.escape(name.upper()) if len(name) <= _SHORT_NAME else f"(?i:{re.escape(name)})"
    return rf"(?<!\w){word}(?!\w)"


def _related(wanted: str, word: str) -> bool:
    """Say whether two stems are of one root: "russia" and "russian"."""
    if wanted == word:
        return True
    short, long = sorted((wanted, word), key=len)
    return len(short) >= _SHORTEST_ROOT and long.startswith(short) and len(long) - len(short) <= _LONGEST_ENDING
