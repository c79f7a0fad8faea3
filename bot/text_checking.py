"""A whole text: its sentences that are worth checking and its quotations, each checked."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.checking import Checking
from bot.claims.check_worthiness import check_worthy
from bot.claims.named_subjects import with_subject
from bot.claims.text_check import CheckedQuotation, CheckedSentence, TextCheck
from bot.quote_checking import QuoteChecking
from index import Document, Passage, Quotation, quotations
from index.filters import Filters
from index.quotation_marks import quoted
from index.sentences import sentences

_ADDRESS = re.compile(
    r"(?:(?:my|our|dear|fellow|good) )*(?:friends|colleagues|comrades|citizens|countrymen|folks|delegates|members|"
    r"guests|every(?:one|body)|ladies and gentlemen|brothers and sisters|"
    r"(?:mr\.?|mister|madam) (?:speaker|president|chair\w*|secretary)|your (?:honou?r|excellenc(?:y|ies))), (?=\w)",
    re.IGNORECASE,
)
"""Who is addressed where a sentence begins, which is no part of what it says."""
_FEWEST_WORDS = 2
"""The fewest words in quotation marks that are checked as somebody's; a single word is often a word for a thing."""


@dataclass(frozen=True)
class TextChecking:
    """What checking a text needs: something that checks claims, and something that checks quotations."""

    claims: Checking
    quotes: QuoteChecking

    def check(self, document: Document, filters: Filters) -> TextCheck:
        """Return a check of every sentence of a text that is worth checking, and of every quotation in it."""
        said = quotations(document)
        quoted_words = list(_very_words(document, said))
        return TextCheck(
            document,
            tuple(
                CheckedSentence(sentence, self.claims.check(claim, filters))
                for sentence, claim in _claims(document, said)
                if not _mostly_quoted(sentence, [words for words, _ in quoted_words])
            ),
            tuple(
                CheckedQuotation(words, self.quotes.check(words.text, name, filters)) for words, name in quoted_words
            ),
        )


def _claims(document: Document, said: Sequence[Quotation]) -> Iterator[tuple[Passage, str]]:
    """Yield the sentences that are worth checking, each with its claim: names stand there in place of "he" and "it"."""
    passages = [Passage(document, span) for span in sentences(document)]
    claims: list[str] = []
    for one in passages:
        claims.append(with_subject(_claim(one, said), claims[-1] if claims else ""))
    for passage, claim, worthy in zip(passages, claims, check_worthy(claims), strict=True):
        if worthy:
            yield passage, claim


def _very_words(document: Document, said: Sequence[Quotation]) -> Iterator[tuple[Passage, str | None]]:
    """Yield what stands in quotation marks as somebody's words, with the name."""
    whole = Passage(document, document.body)
    for mark in quoted(document.text[: document.body.end]):
        words = whole.narrow(mark.start - whole.start, mark.end - whole.start)
        saying = next((one for one in said if any(piece.span.overlaps(mark) for piece in one.words)), None)
        if saying and len(words.text.split()) >= _FEWEST_WORDS:
            yield words, saying.name


def _mostly_quoted(sentence: Passage, quoted_words: Sequence[Passage]) -> bool:
    inside = [max(0, min(one.end, sentence.end) - max(one.start, sentence.start)) for one in quoted_words]
    return 2 * sum(inside) > len(sentence.span)


def _claim(sentence: Passage, said: Sequence[Quotation]) -> str:
    """Return a sentence without whom it addresses, with the names of those who surely speak in place of "he"."""
    text, end = "", sentence.start
    for one in said:
        speaker = one.speaker
        if speaker and one.name and one.certain and end <= speaker.start and speaker.end <= sentence.end:
            text += f"{sentence.document.text[end : speaker.start]}{one.name}"
            end = speaker.end
    claim = " ".join((text + sentence.document.text[end : sentence.end]).split())
    address = _ADDRESS.match(claim)
    return claim[address.end() :] if address else claim
