"""What a speaker does with words: asserts them, denies them, or neither. Small tables, by the cue's verb.

"North Korea dismissed the claims" is a statement against the claims; "she asked whether it was true" is none at all.
"""

import re
from enum import StrEnum

from bot.claims.disclaimers import disclaimed
from bot.finding.unreal_words import WANTED
from bot.finding.verbs import base
from bot.parsed_text import parsed
from bot.quotes.reported import is_reported
from index.speech_verbs import lemmas

DENYING = frozenset(
    ["contradict", "debunk", "deny", "disavow", "discredit", "dismiss", "dispute", "rebut", "refute", "reject"]
)
_NOT_ASSERTING = frozenset(["ask", "demand", "invite", "request", "speculate", "urge", "wonder"])
_NOT = re.compile(r"\b(?:not|never|cannot|nor|neither|declined|refused)\b|n['\u2019]t\b", re.IGNORECASE)
_WHETHER = re.compile(r"\s*(?:whether|if)\b", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+")

_CLAIM = (
    r"(?i:claims?|allegations?|accusations?|assertions?|charges?|reports?|rumou?rs?|suggestions?|insinuations?|"
    r"stor(?:y|ies)|statements?|findings?)"
)
_FALSE = (
    r"(?i:false(?:hoods?)?|untrue|not true|baseless|unfounded|groundless|fabricat\w+|fake\w*|fictions?|(?:a )?lies?|"
    r"nonsens\w*|propaganda|incorrect|inaccurate|wrong|hoax(?:es)?|myths?|bogus|made[- ]up|ridiculous|absurd|"
    r"without (?:any )?(?:foundation|basis|merit))"
)
_WHEN = r"(?i:on|in|at|to|through|again|repeatedly|strongly|yesterday|today)"
_OF_ONESELF = r"^(?i:(?:any|all)\s+)?(?i:wrongdoing|misconduct|guilt|involvement|responsibility)(?=\s*$|[,;.:])"
_FIRST = r"^(?:(?i:all|any|both|the|a|an|these|those|this|that|such|its|their|his|her|latest|recent|new)\s+)*"
_MEANT = re.compile(
    rf"{_FIRST}(?:(?P<owner>[\w.\u2019'-]+(?:\s[A-Z][\w.\u2019'-]*){{0,3}})\s+)??{_CLAIM}"
    r"(?:\s+(?:by|from|of)\s+(?P<author>(?:the\s+)?[A-Z][\w.-]*(?:\s[A-Z][\w.-]*)*))?"
    rf"(?=\s*$|[,;.:]|\s+(?:as|is|are|was|were|against|made|to be|on|{_FALSE})\b)"
    rf"|^(?i:it|this|that|these|them|those|such)(?=\s*$|[,;.:]|\s+(?:as|is|are|was|were|{_FALSE})\b)"
    rf"|^(?i:it|this|them)\s+{_WHEN}\b"
    rf"|^(?:(?i:was|is|were|are)\s+)?{_FALSE}\W*$|{_OF_ONESELF}"
)
_LABELLED = re.compile(rf"\b(?:{_FALSE})\b")
_SAYS_WHAT = re.compile(rf"{_FIRST}(?:\w+\s+)?{_CLAIM}\s+(?i:that|of|about)\s+")


class Attitude(StrEnum):
    """What a speaker does with words."""

    ASSERTS = "asserts"
    DENIES = "denies"
    NEITHER = "neither"


def attitude(cue: str, words: str) -> Attitude:
    """Return what somebody who is quoted with words by a cue does with them.

    >>> attitude("have dismissed", "US claims as propaganda"), attitude("said", "The reports are false.")
    (<Attitude.DENIES: 'denies'>, <Attitude.DENIES: 'denies'>)
    >>> attitude("asked", "whether it was true"), attitude("said", "it was true")
    (<Attitude.NEITHER: 'neither'>, <Attitude.ASSERTS: 'asserts'>)
    >>> attitude("said", "Our opponents say that we failed."), attitude("said", "I told them that we failed.")
    (<Attitude.NEITHER: 'neither'>, <Attitude.ASSERTS: 'asserts'>)
    >>> attitude("said", "It is a lie that we sent arms."), attitude("denied", "it was untrue that they sent arms")
    (<Attitude.DENIES: 'denies'>, <Attitude.ASSERTS: 'asserts'>)
    """
    if _NOT.search(cue) or _WHETHER.match(words) or verbs(cue) & _NOT_ASSERTING:
        return Attitude.NEITHER
    if disclaimed(words):
        return Attitude.ASSERTS if verbs(cue) & DENYING else Attitude.DENIES
    if is_reported(words):
        return Attitude.NEITHER
    if verbs(cue) & DENYING or (claims_of(words) is not None and _LABELLED.search(words)):
        return Attitude.DENIES
    return Attitude.ASSERTS


def verbs(cue: str) -> set[str]:
    """Return what the words of a cue can be forms of."""
    return {lemma for word in _WORD.findall(cue.casefold()) for lemma in lemmas(word)}


def claims_of(words: str) -> str | None:
    """Return whose claims words mean without saying what they are: as written, or "" where nobody is named.

    None where the words say themselves what is asserted or denied.

    >>> claims_of("US claims as part of a campaign"), claims_of("the allegations"), claims_of("that it sent arms")
    ('US', '', None)
    >>> claims_of("it on Monday"), claims_of("any wrongdoing"), claims_of("was not true")
    ('', '', '')
    """
    found = _MEANT.match(words)
    if found is None or disclaimed(words):
        return None
    owner = found["author"] or found["owner"] or ""
    return re.sub(r"['\u2019]s?$", "", owner)


def is_of_oneself(words: str) -> bool:
    """Say whether a denial is of what one is said to have done, whatever that is: "any wrongdoing"."""
    return re.match(_OF_ONESELF, words) is not None


def sentence_of(speaker: str | None, cue: str, words: str) -> str:
    """Return what somebody asserts or denies with words as a sentence of its own.

    >>> sentence_of("US", "accused", "Iran of sending arms"), sentence_of("Iran", "denied", "having sent arms")
    ('Iran has been sending arms', 'Iran has sent arms')
    >>> sentence_of("Iran", "denied", "any claim that it sent arms"), sentence_of("Lee", "said", "It's a lie that I am")
    ('it sent arms', 'I am')
    """
    said = _SAYS_WHAT.sub("", disclaimed(words) or " ".join(words.split()))
    if "accuse" in verbs(cue) and (charge := re.match(r"(?P<whom>.+?) of (?P<what>\w+ing\b.*)", said)):
        return _finite(charge["whom"], charge["what"])
    if re.match(r"\w+ing\b", said) and verbs(cue) & DENYING:
        return _finite(speaker or "", said).strip()
    return said


def plainly(speaker: str | None, cue: str, words: str) -> str:
    """Return what somebody asserts or denies, for weighing; who speaks is named where the words say "we" or "it".

    >>> plainly("White House", "said", "it had images")
    'White House said: it had images'
    >>> plainly("Lee", "threatened", "to leave"), plainly("Lee", "called for", "the mine to be closed")
    ('Lee threatened to leave', 'Lee called for the mine to be closed')
    """
    said = sentence_of(speaker, cue, words)
    if not verbs(cue) & DENYING and _is_of_no_fact(cue, said):
        return f"{speaker or 'Somebody'} {cue} {said}"
    return f"{speaker} said: {said}" if speaker and _OWN.search(said) else said


_TO = re.compile(r"(?:not )?to [a-z]")
_LATER_TO = re.compile(r" to [a-z]")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OWN = re.compile(r"^(?i:it|he|she|they|its|his|her|their)\b|\b(?i:we|our|ours|my|me)\b|\bI\b|\bus\b")


def _is_of_no_fact(cue: str, words: str) -> bool:
    """Say whether words are not asserted to be so: "to leave", or "the mine to be closed" that somebody calls for."""
    if _TO.match(words):
        return True
    if not _LATER_TO.search(words) or {base(word) for word in _WORD.findall(cue.casefold())}.isdisjoint(WANTED):
        return False
    return not any(token.tag_ in _FINITE for token in parsed(words))


def _finite(subject: str, gerund: str) -> str:
    """Make a sentence of a gerund: "having sent arms" and "sending arms" of somebody."""
    having = re.match(r"having\s+(.*)", gerund, re.IGNORECASE)
    return f"{subject} has {having[1]}" if having else f"{subject} has been {gerund}"
