"""Names word by word, without articles, titles and endings, and whether one leaves out words of another only."""

from bot.quotes.normal_words import words
from index.parties import without_article
from index.people import bare_name

_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
_WRITINGS = frozenset(["report", "statement", "letter", "memo", "release", "tweet"])
"""What speaks for whoever wrote it."""


def name_parts(name: str) -> list[str]:
    """Return the words of a name as they are compared.

    >>> name_parts("the IMF report"), name_parts("Mr. Lee's")
    (['imf'], ['lee'])
    """
    forms = [word.form.removesuffix("'s") for word in words(bare_name(without_article(name)))] or [name.casefold()]
    return forms[:-1] if len(forms) > 1 and forms[-1] in _WRITINGS else forms


def agree(one: str, other: str) -> bool:
    """Say whether one name leaves out words of the other only, and no "Jr." of a full name.

    >>> agree("Trump", "Donald Trump"), agree("Hillary Rodham Clinton", "Hillary Clinton"), agree("he", "Ann Lee")
    (True, True, False)
    >>> agree("Donald Trump", "Donald Trump Jr."), agree("the IMF", "IMF report")
    (False, True)
    """
    shorter, longer = sorted((name_parts(one), name_parts(other)), key=len)
    last = [[part for part in name if part not in _SUFFIXES][-1:] for name in (shorter, longer)]
    if not set(shorter) <= set(longer) or last[0] != last[1]:
        return False
    return len(shorter) == 1 or _SUFFIXES.isdisjoint(set(longer) - set(shorter))
