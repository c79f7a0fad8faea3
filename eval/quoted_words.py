"""The words of quotations: their cores without marks, and which are names, plain words, or more than a word."""

import re
from collections.abc import Sequence

Words = Sequence[str]

DENYING = frozenset(["not", "never", "no"])
AUXILIARIES = frozenset(  # one string keeps the list readable
    "is are was were will would can could should must might may have has had do does did".split()  # noqa: SIM905
)
_TURNING = frozenset(  # one string keeps the list readable
    """cannot never nothing nobody without nowhere none hundreds thousands millions billions half twice
    dozen""".split()  # noqa: SIM905
)
"""Words that are more than a word when they are put in or taken out: a denial, or a number."""
NUMERALS = "two three four five six seven eight nine ten hundred thousand million billion".split()  # noqa: SIM905
_SMALL = frozenset(  # one string keeps the list readable
    """about after again also because been before being both could does doing down each even every from have having
    here just like more most much only other over same should some such than that their them then there these they
    this those through under until very want were what when where which while will with would your""".split()  # noqa: SIM905
)
_PLAIN = re.compile(r"[a-z]{4,}")
_NAME = re.compile(r"[A-Z][a-z]{2,}")


def core(word: str) -> str:
    """Return a word without the marks around it, with a straight apostrophe.

    >>> core("(don\u2019t,\u201d"), core("1,000.")
    ("don't", '1,000')
    """
    return re.sub(r"^\W+|\W+$", "", word.replace("\u2019", "'"))


def swapped(word: str, new: str) -> str:
    """Return a word with another core, its marks kept.

    >>> swapped("\u201cyes,", "no")
    '\u201cno,'
    """
    found = re.fullmatch(r"(\W*)(.*?)(\W*)", word, re.DOTALL)
    return f"{found[1]}{new}{found[3]}" if found else new


def is_plain(word: str) -> bool:
    """Say whether a word is in small letters and carries meaning."""
    return bool(_PLAIN.fullmatch(word)) and word not in _SMALL | AUXILIARIES | _TURNING | set(NUMERALS)


def is_name(word: str) -> bool:
    """Say whether a word looks like a name: a capital and small letters."""
    return bool(_NAME.fullmatch(word)) and word.lower() not in NUMERALS


def starts(words: Words, at: int) -> bool:
    """Say whether the word at a position may be the first of a sentence.

    >>> starts(["Yes.", "No", "one"], 1), starts(["Yes.", "No", "one"], 2)
    (True, False)
    """
    return at == 0 or bool(re.search(r"[^\w,;)'\u2019]\W*$", words[at - 1])) or not words[at][0].isalnum()
