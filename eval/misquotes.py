"""Real quotations, and what careless or dishonest people make of them: seeded and pure.

Every alteration takes the words of a true quotation and gives them back changed in one way, or None where that cannot
be done to them. An alteration stays inside: cut at its ends, a quotation is still a true one.
"""

import random
import re
from collections.abc import Sequence

from eval.quoted_words import AUXILIARIES, DENYING, NUMERALS, Words, core, is_plain, starts, swapped

SHORTEST = 4
"""How many words a quotation has that can be told apart from others."""
_CLAUSE = (4, 8)
"""How many words are cut at least and at most."""
_KEPT = 3
"""How many words stay on either side of a cut."""
_NOT = {
    "don't": "do", "doesn't": "does", "didn't": "did", "isn't": "is", "aren't": "are", "wasn't": "was",
    "weren't": "were", "can't": "can", "cannot": "can", "couldn't": "could", "won't": "will", "wouldn't": "would",
    "shouldn't": "should", "haven't": "have", "hasn't": "has", "hadn't": "had",
}  # fmt: skip
_NEGATING = DENYING | frozenset(["neither", "nobody", "none", "nor", "nothing", "nowhere"])
_ELLIPSIS = re.compile(r"\u2026|\.\.")
_PRONOUNS = {"he": "the senator", "she": "the senator", "it": "the plan", "they": "the voters", "them": "the voters"}


def dropped_negation(words: Words, draw: random.Random) -> list[str] | None:
    """Take one "not", "never" or "no" out, or turn "don't" into "do".

    >>> dropped_negation("We will not send arms".split(), random.Random(1))
    ['We', 'will', 'send', 'arms']
    """
    at = _one_of([at for at, word in _inside(words) if core(word).lower() in DENYING | _NOT.keys()], draw)
    if at is None:
        return None
    bare = core(words[at]).lower()
    instead = [swapped(words[at], _NOT[bare])] if bare in _NOT else []
    return [*words[:at], *instead, *words[at + 1 :]]


def added_negation(words: Words, draw: random.Random) -> list[str] | None:
    """Put "not" behind a verb such as "is" or "will".

    >>> added_negation("We will send arms".split(), random.Random(1))
    ['We', 'will', 'not', 'send', 'arms']
    """
    places = [
        at
        for at, word in _inside(words)
        if word.lower() in AUXILIARIES and core(words[at + 1]).lower() not in DENYING | _NOT.keys()
    ]
    at = _one_of(places, draw)
    return None if at is None else [*words[: at + 1], "not", *words[at + 1 :]]


def changed_number(words: Words, draw: random.Random) -> list[str] | None:
    """Change one number, in figures or in letters.

    >>> changed_number("we sent 1,000 of them".split(), random.Random(1))
    ['we', 'sent', '2,001', 'of', 'them']
    """
    figures = [at for at, word in enumerate(words) if re.fullmatch(r"\$?\d[\d,]*%?", core(word) or " ")]
    letters = [at for at, word in enumerate(words) if core(word).lower() in NUMERALS]
    at = _one_of(figures + letters, draw)
    if at is None:
        return None
    bare = core(words[at])
    if at in figures:
        number = int(re.sub(r"\D", "", bare)) * 2 + 1
        new = f"{number:,}" if "," in bare else str(number)
        new = f"{'$' if bare[0] == '$' else ''}{new}{'%' if bare[-1] == '%' else ''}"
    else:
        new = draw.choice([numeral for numeral in NUMERALS if numeral != bare.lower()])
    return _with(words, at, new)


def changed_name(words: Words, draw: random.Random, names: Sequence[str]) -> list[str] | None:
    """Put one of the names for another one of them; not for one that starts a sentence and may be any word.

    >>> changed_name("we met Kim there".split(), random.Random(1), ["Kim", "Putin"])
    ['we', 'met', 'Putin', 'there']
    """
    at = _one_of([at for at, word in enumerate(words) if core(word) in names and not starts(words, at)], draw)
    return _replaced(words, at, names, draw)


def changed_word(words: Words, draw: random.Random, others: Sequence[str]) -> list[str] | None:
    """Put another word for one that carries meaning."""
    at = _one_of([at for at, word in enumerate(words) if is_plain(core(word))], draw)
    return _replaced(words, at, others, draw)


def cut_clause(words: Words, draw: random.Random) -> list[str] | None:
    """Take some words out of the middle, without a sign of it."""
    cut = _cut(words, draw)
    return None if cut is None else [*words[: cut[0]], *words[cut[1] :]]


def stitched(words: Words, other: Words) -> list[str] | None:
    """Put the second half of another quotation behind the first half of this one.

    >>> stitched("we will send arms to all of them".split(), "they are not going to be safe there".split())
    ['we', 'will', 'send', 'arms', 'to', 'be', 'safe', 'there']
    """
    if min(len(words), len(other)) < 2 * SHORTEST:
        return None
    return [*words[: len(words) // 2], *other[len(other) // 2 :]]


def with_ellipsis(words: Words, draw: random.Random) -> list[str] | None:
    """Put an ellipsis where words are left out, as an honest editor does: no word that negates is among them."""
    cut = _cut(words, draw)
    if cut is None or any(_negates(word) for word in words[slice(*cut)]):
        return None
    return [*words[: cut[0]], draw.choice(["...", "\u2026", "[...]"]), *words[cut[1] :]]


def _negates(word: str) -> bool:
    bare = core(word).lower()
    return bare in _NEGATING or bare.replace("\u2019", "'") in _NOT


def with_brackets(words: Words, draw: random.Random) -> list[str] | None:
    """Put somebody in square brackets for a pronoun, or start inside a sentence with "[T]he", as an honest editor does.

    >>> with_brackets("But we know that they agree".split(), random.Random(1))
    ['But', 'we', 'know', 'that', '[the voters]', 'agree']
    """
    pronouns = [at for at, word in _inside(words) if word.lower() in _PRONOUNS]
    if (at := _one_of(pronouns, draw)) is not None:
        return _with(words, at, f"[{_PRONOUNS[words[at].lower()]}]")
    starts = [at for at, word in _inside(words) if word.islower() and word.isalpha() and len(words) - at >= SHORTEST]
    at = _one_of(starts, draw)
    return None if at is None else [f"[{words[at][0].upper()}]{words[at][1:]}", *words[at + 1 :]]


def retyped(words: Words, draw: random.Random) -> list[str]:
    """Write the same words with other marks, dashes, spaces and capitals.

    >>> retyped(["don\u2019t", "\u2014", "Ever"], random.Random(1))
    ["don't  -  Ever"]
    """
    text = "  ".join(words).translate(str.maketrans("\u2018\u2019\u201c\u201d\u2013\u2014", "''\"\"--"))
    return [draw.choice([text, text.lower(), text.upper()])]


def _inside(words: Words) -> list[tuple[int, str]]:
    return list(enumerate(words))[1:-1]


def _one_of(places: Sequence[int], draw: random.Random) -> int | None:
    return draw.choice(places) if places else None


def _with(words: Words, at: int, new: str) -> list[str]:
    return [*words[:at], swapped(words[at], new), *words[at + 1 :]]


def _replaced(words: Words, at: int | None, others: Sequence[str], draw: random.Random) -> list[str] | None:
    """Put another word at a place; None where there is no place, or no other word."""
    instead = [other for other in others if at is not None and other != core(words[at])]
    return None if at is None or not instead else _with(words, at, draw.choice(instead))


def _cut(words: Words, draw: random.Random) -> tuple[int, int] | None:
    most = len(words) - 2 * _KEPT
    if most < _CLAUSE[0]:
        return None
    length = draw.randint(_CLAUSE[0], min(_CLAUSE[1], most))
    start = draw.randint(_KEPT, len(words) - _KEPT - length)
    marked = any(_ELLIPSIS.search(word) for word in words[start - 1 : start + length + 1])
    return None if marked else (start, start + length)
