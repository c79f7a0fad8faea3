"""People as a text names them: full names, honorifics, roles, and what its pronouns for them would be."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from index.document import Span

_MALE = {"mr", "mr.", "sir", "lord", "king", "prince", "spokesman", "congressman", "chairman", "businessman", "father"}
_FEMALE = {
    "mrs",
    "mrs.",
    "ms",
    "ms.",
    "miss",
    "lady",
    "queen",
    "princess",
    "spokeswoman",
    "congresswoman",
    "chairwoman",
}
_HONORIFIC = re.compile(
    r"^(?:(?:mr|mrs|ms|miss|dr|sir|dame|lord|lady|prof|professor|gen|general|sen|senator|rep|representative|gov|governor|"
    r"president|vice president|prime minister|secretary|judge|justice|justices?|king|queen|prince|princess|pope|father|"
    r"rev|reverend|adm|admiral|col|colonel|capt|captain|lt|sgt|maj|major|mayor|chancellor|minister|ambassador|"
    r"attorney general|congressman|congresswoman|chairman|chairwoman)\.?\s+)+(?!(?:of|for)\b)(?=\S)",
    re.IGNORECASE,
)
_COURTESY = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame)\.?\s+$")
_POSSESSIVE = re.compile(r"(?:['\u2019]s|['\u2019])$")
_PRONOUNS = frozenset(
    ["he", "she", "they", "it", "i", "we", "you", "him", "her", "them", "who", "which", "that", "one", "those", "these"]
)
_SUFFIX = {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"}


@cache
def first_names() -> dict[str, str]:
    """Return common English first names, lower-cased, each with `m` or `f`."""
    lines = files("index").joinpath("first_names.txt").read_bytes().decode().splitlines()
    return {name: line[0] for line in lines if line[1:2] == ":" for name in line[2:].split()}


def is_pronoun(word: str) -> bool:
    """Say whether a speaker as written is a pronoun."""
    return word.casefold() in _PRONOUNS


def bare_name(name: str) -> str:
    """Return a person's name without honorifics and possessive endings; an office keeps its own words.

    >>> bare_name("Mr. Kirby\u2019s"), bare_name("mayor of Malmo")
    ('Kirby', 'mayor of Malmo')
    """
    return _HONORIFIC.sub("", _POSSESSIVE.sub("", " ".join(name.split()))).strip(' ,.;:\u201c\u201d"')


def surname(name: str) -> str:
    """Return the last word of a name that is no suffix, without case.

    >>> surname("Martin Luther King Jr.")
    'king'
    """
    words = [word for word in name.casefold().split() if word not in _SUFFIX] or [name.casefold()]
    return words[-1].strip(",.")


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named at a place.

    Attributes:
        span: where.
        name: the name there, without honorifics.
        subject: whether the name is the subject of its clause.
    """

    span: Span
    name: str
    subject: bool


def is_courteous(text: str, mention: Mention) -> bool:
    """Say whether "Mr.", "Ms", "Dr" or the like stands before a name: nothing but people has them."""
    start = text.find(mention.name.split()[0], mention.span.start)
    return bool(_COURTESY.search(text, max(0, start - 6), start))


class People:
    """Who is named in a document."""

    def __init__(self, text: str, mentions: Iterable[Mention]) -> None:
        self._text = text
        self.mentions: Sequence[Mention] = _without_epithets(sorted(mentions, key=lambda mention: mention.span))
        self._full: dict[str, list[Mention]] = {}
        for mention in self.mentions:
            if " " in mention.name:
                self._full.setdefault(surname(mention.name), []).append(mention)

    def knows(self, name: str) -> bool:
        """Say whether a name is the surname, or the full name, of somebody who is named in full."""
        return surname(bare_name(name)) in self._full and len(bare_name(name).split()) <= 3  # noqa: PLR2004 - a name

    def full_name(self, name: str, position: int) -> tuple[str, bool]:
        """Return the full name that a name at a position stands for, and whether that is beyond doubt.

        A surname is that of whoever was named in full before; a namesake who comes later makes no doubt of it.
        """
        if " " in name and surname(name) != name.casefold():
            same = [one.name for one in self._full.get(surname(name), []) if _compatible(name, one.name)]
            return max([name, *same[:1]], key=len), True
        found = [one for one in self._full.get(name.casefold(), []) if self._may_be(one.name, position)]
        names = list(dict.fromkeys(one.name for one in found))
        if not names:
            return self._first_name(name)
        before = [one.name for one in found if one.span.start <= position]
        return (before[-1] if before else names[0]), len({frozenset(one.split()) for one in before or names}) == 1

    def _may_be(self, full: str, position: int) -> bool:
        """Say whether a full name fits the title before a surname: "Mr. Obama" is not Michelle Obama."""
        before = self._text[max(0, position - 6) : position].split()
        title = before[-1].casefold() if before else ""
        told = "m" if title in _MALE else "f" if title in _FEMALE else None
        return told in {None, first_names().get(full.casefold().split()[0], told)}

    def _first_name(self, name: str) -> tuple[str, bool]:
        """Take a lone first name for the one person of that first name."""
        found = {
            one.name
            for full in self._full.values()
            for one in full
            if one.name.casefold().split()[0] == name.casefold()
        }
        return (found.pop(), True) if len(found) == 1 else (name, True)

    def gender(self, name: str) -> str | None:
        """Return `m` or `f` where the text's titles for a person or the first name tell, else None."""
        titles = {
            word.casefold()
            for one in self.mentions
            if self._is(one, name)
            for word in self._text[max(0, one.span.start - 24) : one.span.end].split()[:-1]
        }
        told = "m" if titles & _MALE else None
        known = first_names().get(name.casefold().split()[0])
        if titles & _FEMALE:
            return known if told else "f"
        return known or told

    def _is(self, mention: Mention, name: str) -> bool:
        return surname(mention.name) == surname(name) and self.full_name(mention.name, mention.span.start)[0] == name


def _without_epithets(mentions: Sequence[Mention]) -> list[Mention]:
    """Return mentions with a full name for a longer one that ends in it: "Crooked Hillary Clinton"."""
    names = {one.name for one in mentions if " " in one.name}
    return [replace(one, name=_core(one.name, names)) for one in mentions]


def _core(name: str, names: set[str]) -> str:
    words = name.split()
    tails = (" ".join(words[first:]) for first in range(len(words) - 2, 0, -1))
    return next((tail for tail in tails if tail in names), name)


def _compatible(name: str, other: str) -> bool:
    """Say whether two full names of one surname can be one person's: the first names agree, or are initials."""
    first, second = name.casefold().split()[0], other.casefold().split()[0]
    return first[0] == second[0] and (first == second or min(len(first.strip(".")), len(second.strip("."))) == 1)
