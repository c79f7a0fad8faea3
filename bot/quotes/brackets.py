"""What an editor's square brackets stand for, and whether that is honest."""

import re
from collections.abc import Sequence
from itertools import takewhile

from bot.quotes.given_words import Inserted
from bot.quotes.naming import is_name, negations, turned
from bot.quotes.normal_words import Word, span_of, words
from bot.quotes.numbers import is_number, number
from bot.quotes.quote_check import DifferenceKind
from bot.weighing.opposites import OPPOSITES
from index.lexical import FUNCTION_WORDS
from index.parties import are_of_one_land, party_name
from index.roles import is_role

_PRONOUNS = frozenset("i we you he she it they me us him her them this these those".split())  # noqa: SIM905
_IN_NAMES = frozenset("a an the of their its your s for in and from at on".split())  # noqa: SIM905
_TITLES = frozenset(["a", "an", "the", "mr", "mrs", "ms", "dr"])
_LONGEST_NAME = 4
_CLAUSE_STARTS = frozenset("and but because although though while since when if unless until whereas".split())  # noqa: SIM905
_PAUSE = re.compile(r"[,;:\u2013\u2014]|\s-|[?!\u2026]|(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\bMrs)\.\W*\s")
"""Where a clause ends; the full stop of "Mr." or of an initial ends none."""


def of_brackets(found: Sequence[Word], text: str, inserted: Inserted) -> DifferenceKind:
    """Return what it is to put words in brackets, instead of a text's or beside them.

    That is honest unless it turns around what is said, or says another number, another name or the opposite of a word.
    """
    forms = [word.form for word in found]
    if kind := turned(forms, inserted.forms):
        return kind
    before, after = ({number([one]) for one in of if is_number(one)} for of in (forms, inserted.forms))
    if before and after and before != after:
        return DifferenceKind.CHANGED_NUMBER
    if any(OPPOSITES.get(form) in forms for form in inserted.forms):
        return DifferenceKind.CHANGED_WORD
    return DifferenceKind.CHANGED_NAME if _is_other_name(found, text, inserted) else DifferenceKind.BRACKETS


def clause_before(found: Sequence[Word], at: int, text: str) -> Sequence[Word]:
    """Return the words of a clause that stand before one of its words; "that" goes on with the clause before it."""
    first = at
    while first > 0 and found[first - 1].form not in _CLAUSE_STARTS:
        pause = _PAUSE.search(text, found[first - 1].end, found[first].start)
        if pause and (pause[0] != "," or found[first].form != "that"):
            break
        first -= 1
    return found[first:at]


def clause_behind(found: Sequence[Word], at: int, text: str) -> Sequence[Word]:
    """Return the words of a clause that stand from a position on."""
    last = at
    while 0 < last < len(found) and found[last].form not in _CLAUSE_STARTS:
        if _PAUSE.search(text, found[last - 1].end, found[last].start):
            break
        last += 1
    return found[at:last]


def replaced_before(clause: Sequence[Word], inserted: Inserted) -> Sequence[Word]:
    """Return for which of the words before a quotation the brackets stand that it begins with.

    A name stands for a pronoun; anything else for as many words as it has. Where the clause denies what follows, and
    the brackets do not, they stand for the denial too.
    """
    edge = clause[-1].form if clause else ""
    name = _is_like_a_name(inserted)
    if name and _is_pronoun(edge):
        return clause[-1:]
    if turned([word.form for word in clause], inserted.forms) and not (name and edge in inserted.forms):
        return clause
    return clause[-len(inserted.forms) :]


def replaced_behind(clause: Sequence[Word], inserted: Inserted, last: Word) -> Sequence[Word]:
    """Return for which of the words behind a quotation the brackets stand that it ends with.

    Behind a pronoun they only say who is meant.
    """
    if _is_pronoun(last.form):
        return []
    name, titles = _is_like_a_name(inserted), sum(1 for _ in takewhile(_is_title, clause))
    found = clause[: titles + len(inserted.forms)]
    if not name:
        return found
    if found and _is_pronoun(found[0].form):
        return found[:1]
    return [*found[:1], *takewhile(lambda word: not negations([word.form]), found[1:])]


def _is_title(word: Word) -> bool:
    return word.form in _TITLES or is_role(word.form)


def _is_pronoun(form: str) -> bool:
    return form.split("'", maxsplit=1)[0] in _PRONOUNS


def _is_like_a_name(inserted: Inserted) -> bool:
    """Say whether brackets hold a name or a description, and no clause."""
    others = FUNCTION_WORDS - _IN_NAMES | _PRONOUNS - {"her", "us"}
    return len(inserted.forms) <= _LONGEST_NAME and others.isdisjoint(inserted.forms) and not negations(inserted.forms)


def _is_other_name(found: Sequence[Word], text: str, inserted: Inserted) -> bool:
    """Say whether brackets put a name in the place of another one's; a pronoun or a title may be anybody's."""
    written = inserted.text.strip("[]")
    names = [word for word in found if is_name(word, text, text) and not _is_title(word)]
    others = [one for one in words(written) if written[one.start].isupper() and one.form not in FUNCTION_WORDS]
    if not names or not others or any(_is_pronoun(word.form) for word in found):
        return False
    if found[-1] is not names[-1] and written.split()[-1][0].isupper():  # "[Kim]" for "the North Korean leader"
        return False
    stretch = span_of(found)
    if party_name(text[stretch.start : stretch.end]) == party_name(written) or _is_abbreviated(names, others):
        return False
    return not any(are_of_one_land(one.form, other.form) for one in names for other in others)


def _is_abbreviated(names: Sequence[Word], others: Sequence[Word]) -> bool:
    initials = ("".join(word.form[0] for word in names), "".join(word.form[0] for word in others))
    return others[0].form == initials[0] or names[0].form == initials[1]
