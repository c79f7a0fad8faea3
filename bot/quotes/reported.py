"""Whether somebody gives in words of his own what others say: "Our opponents say that we have failed"."""

import re

_WHO = r"(?P<who>(?:[\w.'\u2019-]+ ){1,3})"
_TELLS = (
    r"(?:says?|said|tells?|told|claims?|claimed|alleges?|alleged|suggests?|suggested|insists?|insisted|warn(?:s|ed)?|"
    r"writes?|wrote|argues?|argued|replied|asked|thinks?|believes?)\b"
)
_TOLD = r"(?:\b(?:am|are|is|was|were|been)|['\u2019](?:m|re)) (?:told|said|alleged|claimed)\b"
_HEARSAY = r"\b(?:according to|allegedly|reportedly|supposedly)\b"
_REPORT = re.compile(rf"{_HEARSAY}|(?:[\w.'\u2019-]+ ){{0,3}}?{_TOLD}|{_WHO}{_TELLS}", re.IGNORECASE)
_REPORT_BEHIND = re.compile(
    rf"\s*[,\u2013\u2014-]+\s*(?:{_HEARSAY}|(?:[\w ]{{1,12}}{_TOLD}|{_WHO}{_TELLS}(?: me| us| you)?)\s*(?:[^\w\s]|\Z))",
    re.IGNORECASE,
)
"""The same where it is put behind what somebody else says: "It is safe, some people tell me"."""
_CLAUSE = (
    r"(?: (?:me|us|you|him|her|them))?(?: that\b|:|,? ?[\"'\u201c\u2018]|"
    r" (?:i|we|you|he|she|it|they|there|the|our|my|their|this|these|those)\b)"
)
_BEGINS = re.compile(rf"\W*(?:(?:but|and|so|now|well|yes|no),? )?{_WHO}{_TELLS}{_CLAUSE}", re.IGNORECASE)
_ENDS = re.compile(rf"[,\u2013\u2014-]+\s*{_WHO}{_TELLS}(?: me| us| you)?\W*\Z", re.IGNORECASE)
_OWN = frozenset(["i", "we", "i've", "i\u2019ve", "we've", "we\u2019ve", "to", "would", "can", "could", "will", "let"])
_PROOFS = frozenset(
    ["data", "evidence", "figures", "it", "law", "numbers", "report", "research", "study", "studies", "that", "this"]
)
"""What is named as saying what the speaker holds to be true."""


def reports_before(words: str) -> bool:
    """Say whether somebody's words before others give these to somebody else."""
    return any(map(_is_of_others, _REPORT.finditer(words)))


def reports_behind(words: str) -> bool:
    """Say whether somebody's words behind others give these to somebody else."""
    found = _REPORT_BEHIND.match(words)
    return found is not None and _is_of_others(found)


def is_reported(sentence: str) -> bool:
    """Say whether a sentence of somebody's gives what others say, and no more; proofs are the speaker's own.

    >>> is_reported("Our opponents say that we have failed."), is_reported("I told them that we have failed.")
    (True, False)
    >>> is_reported("We have failed, our opponents say."), is_reported("The figures say that we have failed.")
    (True, False)
    """
    plain = " ".join(sentence.split())
    found = _BEGINS.match(plain) or _ENDS.search(plain)
    return found is not None and _is_of_others(found) and _PROOFS.isdisjoint(_who(found))


def _is_of_others(report: re.Match[str]) -> bool:
    return _OWN.isdisjoint(_who(report))


def _who(report: re.Match[str]) -> list[str]:
    return (report["who"] or "").casefold().split()
