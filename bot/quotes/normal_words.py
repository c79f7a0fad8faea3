"""Texts to words that can be compared: each folded to a form, each with its place in the untouched text.

Case, quotation marks, spaces, dashes, ligatures, accents and Unicode forms make no difference between two forms, nor do
the commas of "1,000", nor how an amount is written: "$4.9m" has the words of "4.9 million dollars", in that order.
Punctuation has none.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.quotes.numbers import SCALES, is_number, ordinal, with_ones
from index.document import Span
from index.lexical import FUNCTION_WORDS

_FUNCTION_WORD = 0.4
"""What a function word weighs; any other word weighs 1."""
_UNSEEN = "\u00ad\u200b-\u200d\u2060\ufeff"
"""Characters inside words that nobody sees: soft hyphens, joiners, byte order marks."""
_APOSTROPHES = "'\u2019\u2018\u02bc\u2032`\u00b4\uff07"
_PART = rf"(?:[^\W_]|[\u0300-\u036f{_UNSEEN}])+"
_WORD = re.compile(
    rf"\d+(?i:st|nd|rd|th)\b|(?<!\d)\d{{1,3}}(?:[,\u00a0\u2009\u202f]\d{{3}})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)*|"
    rf"{_PART}(?:[{_APOSTROPHES}\[\]]+{_PART})*|[$\u20ac\u00a3\u00a5%&]"
)
_PLAIN = str.maketrans(
    dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys("[], \u00ad\u200b\u200c\u200d\u2060\ufeff\u2044")
)
_STAGE = r"\((?:laugh\w*|applause|inaudible|crosstalk|cross-talk|pause|ph|sic|cheers|boo\w*)\.?\)"
_EDITORIAL = re.compile(rf"(?<!\w)\[[^\[\]]{{1,200}}\](?!\w)|{_STAGE}", re.IGNORECASE)
_CARDINALS = "zero one two three four five six seven eight nine ten eleven twelve".split()  # noqa: SIM905
_OTHER_WORDS = frozenset(["were", "well", "ill", "wed", "hell", "shell", "shed", "id"])
"""What some words would be without their apostrophe."""
_HYPHENS = frozenset("-\u2010\u2011")
_MONEY = {"$": "dollars", "\u20ac": "euros", "\u00a3": "pounds", "\u00a5": "yen"}
_SAME = {name: str(number) for number, name in enumerate(_CARDINALS)} | {"%": "percent", "&": "and"} | _MONEY
_ONE_COIN = {"dollar": "dollars", "euro": "euros", "pound": "pounds"}
_BEHIND_FIGURES = {"m": "million", "mn": "million", "bn": "billion", "tn": "trillion", "k": "thousand"}


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is compared, and where it stands.

    Attributes:
        form: what is compared; the same for all ways to write the word.
        start: the first offset in the text.
        end: the offset just behind.
        editorial: whether an editor put it in: it stands in square brackets, or is a stage direction.
    """

    form: str
    start: int
    end: int
    editorial: bool = False

    @property
    def weight(self) -> float:
        """How much it counts that the word is found: function words stand everywhere."""
        return _FUNCTION_WORD if self.form in FUNCTION_WORDS else 1.0


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Return the words of a stretch of a text, with their offsets in the whole text.

    >>> [word.form for word in words("\u201c1,000 of\ufb01ces\u201d \u2014 don\u2019t [T]he")]
    ['1000', 'offices', "don't", 'the']
    """
    end = len(text) if end is None else end
    inserted = [found.span() for found in _EDITORIAL.finditer(text, start, end)]
    found = _hyphenated(list(_words(text, start, end, inserted)), text)
    return _money_behind(found, text) if any(sign in text for sign in _MONEY) else found


def span_of(words: Sequence[Word]) -> Span:
    """Return the stretch that words stand in; a sign of money comes behind its amount, and stands before it."""
    return Span(min(word.start for word in words), max(word.end for word in words))


def _words(text: str, start: int, end: int, inserted: Sequence[tuple[int, int]]) -> Iterator[Word]:
    before = None
    for found in _WORD.finditer(text, start, end):
        if form := folded(found[0]):
            at, behind = found.span()
            if before and is_number(before.form):
                form = _behind_number(form, text[before.end : at])
            editorial = bool(inserted) and any(first <= at and behind <= last for first, last in inserted)
            before = Word(form, at, behind, editorial)
            yield before


def _behind_number(form: str, gap: str) -> str:
    """Return the form of a word behind a number: "4.9m", "4.9 bn", "a five-dollar bill"."""
    if form in _BEHIND_FIGURES and (not gap or (len(form) > 1 and gap.isspace())):
        return _BEHIND_FIGURES[form]
    return _ONE_COIN.get(form, form) if not gap.strip(" -") else form


def _hyphenated(found: Sequence[Word], text: str) -> list[Word]:
    """Return words with one for "forty-one", so that no half of it is taken for the number."""
    whole: list[Word] = []
    for word in found:
        before = whole[-1] if whole else None
        if before and text[before.end : word.start] in _HYPHENS and (form := with_ones(before.form, word.form)):
            whole[-1] = Word(form, before.start, word.end, before.editorial)
        else:
            whole.append(word)
    return whole


def _money_behind(found: Sequence[Word], text: str) -> list[Word]:
    """Return words with each sign of money behind its amount, where its name would stand."""
    ordered, at = list(found), 0
    while at < len(ordered):
        sign, last = ordered[at], at
        if text[sign.start : sign.end] in _MONEY:
            while last + 1 < len(ordered) and _is_of_amount(ordered[last + 1], ordered[last], text):
                last += 1
            ordered[at : last + 1] = [*ordered[at + 1 : last + 1], sign]
        at = last + 1
    return ordered


def _is_of_amount(word: Word, before: Word, text: str) -> bool:
    is_scale = word.form in SCALES or text[before.start : before.end] in _MONEY
    return is_scale and is_number(word.form) and not text[before.end : word.start].strip(" -\u00a0")


@lru_cache(100_000)
def folded(word: str) -> str:
    """Return the form in which a word is compared.

    >>> folded("Caf\u00c9"), folded("\uff11\uff12"), folded("two"), folded("1st"), folded("second")
    ('cafe', '12', '2', '1th', '2th')
    """
    decomposed = unicodedata.normalize("NFKD", word).translate(_PLAIN).casefold()
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return _SAME.get(plain) or ordinal(plain) or plain


def joined(forms: Iterable[str]) -> str:
    """Return forms run together, so that spaces, dashes and apostrophes make no difference; two numbers stay two.

    >>> joined(["non", "proliferation"]), joined(["4", "5"]), joined(["don't", "we're"])
    ('nonproliferation', '4 5', "dontwe're")
    """
    whole = ""
    for form in forms:
        bare = form.replace("'", "")
        word = form if bare in _OTHER_WORDS else bare
        whole += " " + word if whole[-1:].isdigit() and word[:1].isdigit() else word
    return whole
