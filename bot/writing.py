"""Quotes to sentences that a person would write, out of nothing but the source's words and who said them."""

import re
from collections.abc import Sequence
from typing import Protocol

from bot.citation import Citation, Statement
from index import Kind, Passage, Quotation

_LOWERED = re.compile(
    r"^(?:The|A|An|This|That|These|Those|It|They|He|She|We|There|Our|Their|His|Her|Its|In|On|If|As|But)\b"
    # "Nine sailors", but "Seven Sisters".
    r"|^(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|No|Some|Many|Most|Several|Few|All|Both|Each|"
    r"Every|About|Only|More|At)(?= [a-z\d])"
)
_PRONOUN = re.compile(r"^(?:he|she|they|it|who|him|her|i|we)$", re.IGNORECASE)
_ACCORDING = re.compile(r"according to", re.IGNORECASE)


class Writer(Protocol):
    """Writes a statement about quotes that are given."""

    def statement(self, quotation: Quotation, citations: Sequence[Citation], *, introduce: bool) -> Statement:
        """Write what somebody said; `introduce` gives the speaker's role too."""


class ExtractiveWriter:
    """Writes with the source's own words only.

    What stands in quotation marks in the source stands in quotation marks behind the speaker; reported speech is given
    without marks, with its own verb.
    """

    def statement(self, quotation: Quotation, citations: Sequence[Citation], *, introduce: bool) -> Statement:
        """Write what somebody said; `introduce` gives the speaker's role too."""
        name = _name(quotation, introduce=introduce)
        if quotation.kind is Kind.DIRECT:
            said = " ".join(f"\u201c{_one_line(piece.text)}\u201d" for piece in quotation.words)
            return Statement(f"{name}{_verb(quotation)}: {said}", tuple(citations))
        return Statement(_ended(_reported(quotation, name)), tuple(citations))


def narration(citation: Citation) -> Statement:
    """Write a sentence of a source as it is."""
    return Statement(_one_line(citation.text), (citation,))


def _name(quotation: Quotation, *, introduce: bool) -> str:
    if not quotation.name:
        return "Somebody whom the source does not name"
    if not quotation.certain:
        return f"{quotation.name} (probably)"
    if quotation.name.islower() and quotation.speaker and not _PRONOUN.match(quotation.speaker.text):
        written = _one_line(quotation.speaker.text)
        return written[0].upper() + written[1:]
    return f"{quotation.name}, {quotation.role}," if introduce and quotation.role else quotation.name


def _verb(quotation: Quotation) -> str:
    cue = _one_line(quotation.cue.text) if quotation.cue else ""
    return f" {cue}" if re.fullmatch(r"(?:\w+ )?(?:said|says|told \w+|wrote|tweeted|added|asked)", cue) else " said"


def _reported(quotation: Quotation, name: str) -> str:
    """Write reported speech: as the source has it where the speaker comes first, else turned so that it does."""
    speaker, cue, words = quotation.speaker, quotation.cue, quotation.words
    said = _one_line(" ".join(piece.text for piece in words))
    if not (speaker and cue):
        return f"{name} said {_lowered(said)}"
    if _ACCORDING.search(cue.text):
        return f"According to {_lowered(name.rstrip(','))}, {_lowered(said)}"
    if len(words) == 1 and speaker.end <= cue.start and cue.end <= words[0].start:
        if _PRONOUN.match(speaker.text):
            # From behind the pronoun, not from the cue: what stands between may be "did not".
            return f"{name} {_one_line(_between(quotation, speaker.end, words[0].end))}"
        return _one_line(_between(quotation, speaker.start, words[0].end))
    return f"{name} {_one_line(cue.text)} {_lowered(said)}"


def _between(quotation: Quotation, start: int, end: int) -> str:
    whole = Passage(quotation.document, quotation.document.body)
    return whole.narrow(start - whole.start, end - whole.start).text


def _lowered(said: str) -> str:
    return said[0].lower() + said[1:] if _LOWERED.match(said) else said


def _ended(sentence: str) -> str:
    return sentence if re.search(r"[.!?\u2026][\"'\u201d\u2019)]*$", sentence) else f"{sentence}."


def _one_line(text: str) -> str:
    return " ".join(text.split())
