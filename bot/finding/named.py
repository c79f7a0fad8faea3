"""The names in a question, and whether they are near a sentence that may answer."""

import re
from collections.abc import Sequence
from unicodedata import combining, normalize

from index import Passage
from index.lexical import FUNCTION_WORDS
from index.parties import aliases
from index.roles import ROLE_HEADS

_LONG_NAME = 4
_NAME = re.compile(r"(?<![.!?]\s)(?<!^)\b(?:[A-Z][\w.'\u2019-]*)(?:\s+[A-Z][\w.'\u2019-]*)*")
_CALENDAR = """
january february march april may june july august september october november december
monday tuesday wednesday thursday friday saturday sunday
"""
_TIMES = frozenset(_CALENDAR.split())
_SHORT_DOCUMENT = 10
_BEFORE, _AFTER = 3, 1
_ONE_NAME = r"[A-Z][\w-]+(?: [A-Z][\w-]+)*"
_OF_NAME = re.compile(rf"\bthe (?P<what>[A-Za-z-]+(?: [A-Za-z-]+)?) of (?:the )?(?P<name>{_ONE_NAME})")
_NAMES_OWN = re.compile(rf"\b(?P<name>{_ONE_NAME})['\u2019]s? (?P<what>[A-Za-z-]+(?: [A-Za-z-]+)?)(?= *\?)")
_WHO = re.compile(r"\W*who\b", re.IGNORECASE)
_NAMED_THING = re.compile(rf"(?<!^)(?<![.!?] )(?P<name>\b{_ONE_NAME}) (?P<thing>[a-z]{{3,}})\b")
_TELLS_NO_SORT = frozenset({"current", "present", "official", "full", "new"})


def names(question: str) -> list[str]:
    """Return the names in a question; months and days of the week are none.

    >>> names("How many tanks did North Korea send to Russia in March?")
    ['North Korea', 'Russia']
    """
    found = _NAME.findall(question)
    return [name for name in found if not _TIMES.issuperset(re.findall(r"\w+", name.lower()))]


def near(sentence: Passage, sentences: Sequence[Passage]) -> str:
    """Return the text in which a sentence's pronouns find their names: of a short document all of it."""
    document = sentence.document
    if len(sentences) <= _SHORT_DOCUMENT:
        return f"{document.title}\n{document.text}"
    at = next((place for place, one in enumerate(sentences) if one.end > sentence.start), 0)
    around = sentences[max(0, at - _BEFORE) : at + 1 + _AFTER]
    return "\n".join([document.title, *(one.text for one in around), sentence.text])


def occurs(name: str, text: str) -> bool:
    """Say whether a name occurs, with or without accents: any word of it, or another name of the same party."""
    plain = re.sub(r"['\u2019]s?$", "", name.strip(".'\u2019"))
    words = [word for word in re.split(r"[\s-]+", plain) if len(word) >= _LONG_NAME] or [plain]
    known = {_unaccented(one) for one in (*words, *aliases(plain))}
    bare = _unaccented(text)
    return any(re.search(rf"\b{re.escape(_root(one))}", bare, re.IGNORECASE) for one in known)


def is_anothers(question: str, sentence: str) -> bool:
    """Say whether a sentence has what a question asks of one name, yet as another's, or another thing of that sort.

    >>> is_anothers("Who is the foreign minister of Oman?", "Peru's foreign minister, Ana Paz, left.")
    True
    >>> is_anothers("Who is the prime minister of Peru?", "Peru's foreign minister, Ana Paz, left.")
    True
    >>> is_anothers("How old is the mayor of Olm?", "The clerk of Olm, Ana Paz, is 54.")
    True
    """
    asked = _OF_NAME.search(question) or _NAMES_OWN.search(question)
    if asked is None:
        return False
    *sort, noun = asked["what"].lower().split()
    return (
        _has_another_owner(noun, asked["name"], sentence)
        or any(_is_another_sort(word, noun, sentence) for word in sort if word not in _TELLS_NO_SORT)
        or (not _WHO.match(question) and _has_another_office(noun, sentence))
    )


def is_of_another_name(question: str, sentence: str) -> bool:
    """Say whether a sentence names another of what a question names one of: "Brek jail" for "Holm jail".

    >>> is_of_another_name("How many men does Brek jail hold?", "Holm jail holds 240 men.")
    True
    >>> is_of_another_name("How many men does Brek jail hold?", "Holm jail is larger than the one in Brek.")
    False
    """
    named = [one for one in _NAMED_THING.finditer(question) if one["thing"] not in FUNCTION_WORDS]
    asked = [one for one in named if not occurs(one["name"], sentence)]
    others = [found[1] for one in asked for found in re.finditer(rf"\b({_ONE_NAME}) {one['thing']}\b", sentence)]
    return any(not FUNCTION_WORDS.issuperset(other.lower().split()) for other in others)


def _has_another_owner(noun: str, name: str, sentence: str) -> bool:
    owned = re.search(rf"\b{_ONE_NAME}['\u2019]s? (?i:(?:[a-z-]+ )?{noun})\b", sentence)
    owned = owned or re.search(rf"\b(?i:{noun}) of (?:the )?[A-Z]", sentence)
    return bool(owned) and not occurs(name, sentence)


def _has_another_office(noun: str, sentence: str) -> bool:
    """Say whether a sentence names who holds another office than the one that is asked for, and not that one."""
    offices = {found[0].lower() for found in ROLE_HEADS.finditer(sentence)}
    return ROLE_HEADS.fullmatch(noun) is not None and bool(offices) and noun not in offices


def _is_another_sort(sort: str, noun: str, sentence: str) -> bool:
    """Say whether a word of some length stands before a noun, and the one that is asked for stands nowhere."""
    sorts = re.search(rf"(?<!['\u2019])\b[a-z-]{{4,}} {noun}\b", sentence, re.IGNORECASE)
    return bool(sorts) and not re.search(rf"\b{sort}", sentence, re.IGNORECASE)


def _unaccented(text: str) -> str:
    return "".join(character for character in normalize("NFD", text) if not combining(character))


def _root(name: str) -> str:
    """Leave the last letter off a long name, so that "Korean" and "Russia's" are found by "Korea" and "Russian"."""
    return name[:-1] if len(name) > _LONG_NAME else name
