"""Whom a question means by what they did: "the spokesman who condemned the strike"."""

import re
from dataclasses import dataclass

from index import Quotation
from index.lexical import stem
from index.parties import aliases

_DESCRIBED = re.compile(r"(?:the |a |an )?(?P<kind>[\w -]+?),? (?:who|that|which) (?P<did>.+)", re.IGNORECASE)
_JOINED = re.compile(r",\s*(?:and\s+)?|\s+and\s+")
_NOT = re.compile(r"\b(?:not|never|no)\b|n['\u2019]t\b", re.IGNORECASE)
_OWN_WORDS = re.compile(r"\b(?:I|[Ww]e)(?:\s+\w+){1,3}")
_ANYBODY = frozenset(["person", "man", "woman", "one", "somebody", "someone", "speaker", "people", "source"])
_PARTIES = frozenset(["country", "countries", "government", "nation", "side", "party", "state"])


@dataclass(frozen=True, slots=True)
class Description:
    """What kind of speaker is meant, and what that speaker did."""

    kind: str
    did: str

    def fits(self, quotation: Quotation) -> bool:
        """Say whether whoever is quoted is of that kind, as far as the sources name a role."""
        last = self.kind.casefold().split()[-1]
        if last in _PARTIES:
            return any(map(aliases, _JOINED.split(quotation.name or "")))
        return last in _ANYBODY or last in f"{quotation.role or ''} {quotation.name or ''}".casefold().split()

    def is_done(self, quotation: Quotation) -> bool:
        """Say whether the cue, or the speaker of himself, names what was done: it may not be what others did."""
        cue = quotation.cue.text.split() if quotation.cue else []
        own = [word for piece in quotation.words for word in _own_verbs(piece.text)]
        return stem(self.did.split()[0].casefold()) in {stem(word.casefold()) for word in (*cue, *own)}


def description(mention: str) -> Description | None:
    """Return what a mention describes; None where it is a name or a role, or tells what was not done.

    >>> description("the spokesman who condemned the strike")
    Description(kind='spokesman', did='condemned the strike')
    """
    found = _DESCRIBED.fullmatch(mention.strip())
    return Description(found["kind"], found["did"]) if found and not _NOT.search(found["did"]) else None


def _own_verbs(words: str) -> set[str]:
    """Return the words up to three behind "I" or "we"."""
    return {word for found in _OWN_WORDS.finditer(words) for word in found[0].split()[1:]}
