"""Who is named where a text says whose words they are: "Hillary Clinton, the nominee," names Hillary Clinton."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from eval.names import same_speaker
from index.parties import party_name

PRONOUNS = frozenset(
    """he she they it we i you who which that this these those whom him her them us me his their its our my your whose
    one others some many most all both himself herself themselves""".split()  # noqa: SIM905
)
_NICKNAME = re.compile(r"\s[\"\u201c][^\"\u201c\u201d]{1,20}[\"\u201d](?=\s[A-Z])")
_PARTS = re.compile(r"[,;:()\[\]\u2013\u2014\"\u201c\u201d]|\b(?:who|which|whose|whom|where|when)\b|\s-+\s")
_CUT = re.compile(r"\s(?:of|for|from|in|at|on|with|to|by|as|and|or|about|against)\s")
_PROPER = re.compile(r"(?:[Tt]he\s.*\b[A-Z]\w*\s(?:of|for)|.*\b[A-Z]\w*\sand)\s(?:the\s)?[A-Z]")
_OFFICE = re.compile(r"^.*\b(?:Secretary|Minister|Director|Speaker|Leader) of (?:the )?[A-Z]\w+ (?=[A-Z])")
_OWNER = re.compile(r"^.*['\u2019]s?\s+(?=\S)")
_POSSESSIVE = re.compile(r"(?:['\u2019]s|['\u2019])$")
_TITLES = (
    r"\b(?:mr|mrs|ms|dr|del|sens?|reps?|gov|lt|gen|adm|sgt|col|prof|rev|senator|representative|governor|president|secretary|"
    r"general|admiral|colonel|sheriff|mayor|chief|judge|justice|attorney|chairman|chairwoman|speaker|leader|director|"
    r"minister|chancellor|ambassador|professor|pastor|pope|activist|analyst|spokesman|spokeswoman|nominee|commissioner)\b\.?"
)
_TITLE = re.compile(rf"^.*{_TITLES}\s+(?!{_TITLES})(?=\S)", re.IGNORECASE)
_PARTICLES = frozenset("de la del der van von al el bin ibn du da di and & of the for".split())  # noqa: SIM905
_LOOSE = frozenset(
    """a an the some many most other several few all both any these those another fellow former rival senior longtime
    republican democratic democrat""".split()  # noqa: SIM905
)
_WORD = re.compile(r"[\w&.'\u2019-]+")


def name_in(source: str, text: str = "") -> str | None:
    """Return the name in what a text gives as the source of words; None where it is a pronoun or only a description.

    Of an institution ("the Department of Justice") the whole name, of a person the name with its titles, but without
    what is said about the person. A lone word that the text has in lower case too ("Police") is no name.

    >>> name_in("White House spokesman Josh Earnest"), name_in("one of the attorneys, Justin Bamberg,")
    ('Josh Earnest', 'Justin Bamberg')
    >>> name_in("the Clinton campaign"), name_in("He"), name_in("the Department of Justice")
    (None, None, 'Department of Justice')
    >>> name_in("Robert C. \u201cBobby\u201d Scott")
    'Robert C. Scott'
    >>> name_in("Secretary of State John Kerry"), name_in("CNN's Jake Tapper"), name_in("Trump and Clinton")
    ('John Kerry', 'Jake Tapper', 'Trump and Clinton')
    """
    for part in _PARTS.split(_NICKNAME.sub("", " ".join(source.split()))):
        name = _named(part.strip())
        if name and not _is_common(name, text):
            return name
    return None


def last_name(name: str) -> str:
    """Return the last word of a name, without case, possessive ending and suffixes such as Jr.

    >>> last_name("Robert Downey Jr."), last_name("Donald Trump's")
    ('downey', 'trump')
    """
    words = [_POSSESSIVE.sub("", word).strip(".,").casefold() for word in name.split()]
    words = [word for word in words if word and word not in {"jr", "sr", "ii", "iii", "iv"}]
    return words[-1] if words else ""


def bare(name: str) -> str:
    """Return a name without the titles before it.

    >>> bare("New Jersey Gov. Chris Christie"), bare("Mr. Obama"), bare("The Attorney General")
    ('Chris Christie', 'Obama', 'The Attorney General')
    """
    return _TITLE.sub("", name)


def same_last_name(found: str | None, gold: str) -> bool:
    """Say whether a found name is right: it ends in the gold name's last word, or both are names of one party."""
    if not found:
        return False
    return last_name(found) == last_name(gold) or party_name(found) == party_name(gold)


def is_joint(name: str) -> bool:
    """Say whether a name is of several who speak together."""
    return " and " in name


def full_name(name: str, names: Iterable[str]) -> str | None:
    """Return what a speaker is mostly called, in more than one word where there are any; None where two may be meant.

    >>> full_name("Reed", ["Reed", "Reed", "Ann Reed", "Ann Reed", "Madame Ann Reed", "Tom Hale"])
    'Ann Reed'
    """
    same = Counter(other for other in names if same_speaker(name, other))
    if not same:
        return None
    called = max(same, key=lambda other: (" " in other, same[other], -len(other), other))
    return called if all(same_speaker(called, other) for other in same) else None


def _named(part: str) -> str | None:
    part = _OFFICE.sub("", _OWNER.sub("", part))
    if not _PROPER.match(part):
        part = _CUT.split(part, maxsplit=1)[0]
    return _run([_POSSESSIVE.sub("", word) for word in _WORD.findall(part)])


def _run(words: Sequence[str]) -> str | None:
    """Return the capitalised words at the end, with small words such as "van" between them."""
    first = len(words)
    while first and (_capital(words[first - 1]) or words[first - 1].casefold() in _PARTICLES):
        first -= 1
    while first < len(words) and (not _capital(words[first]) or words[first].casefold() in _LOOSE):
        first += 1
    run = list(words[first:])
    if not run or not _capital(run[-1]) or (len(run) == 1 and run[0].casefold() in PRONOUNS):
        return None
    return " ".join(run)


def _capital(word: str) -> bool:
    return word[:1].isupper()


def _is_common(name: str, text: str) -> bool:
    return " " not in name and re.search(rf"\b{re.escape(name.casefold())}\b", text) is not None
