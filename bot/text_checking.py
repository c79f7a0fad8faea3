"""A whole text: its sentences that are worth checking, each checked."""

from bot.check_worthiness import check_worthy
from bot.checking import Checking
from bot.text_check import CheckedSentence, TextCheck
from index import Document, Passage, Quotation, quotations
from index.filters import Filters
from index.sentences import sentences


def check_text(document: Document, checking: Checking, filters: Filters) -> TextCheck:
    """Return a check of every sentence of a text that is worth checking."""
    worthy = [Passage(document, span) for span in check_worthy(document, sentences(document))]
    said = quotations(document)
    return TextCheck(
        document,
        tuple(CheckedSentence(sentence, checking.check(_claim(sentence, said), filters)) for sentence in worthy),
    )


def _claim(sentence: Passage, said: tuple[Quotation, ...]) -> str:
    """Return a sentence with the names of those who speak in place of what stands for them ("he said")."""
    text, end = "", sentence.start
    for one in said:
        speaker = one.speaker
        if speaker and one.name and end <= speaker.start and speaker.end <= sentence.end:
            text += f"{sentence.document.text[end : speaker.start]}{one.name}"
            end = speaker.end
    return " ".join((text + sentence.document.text[end : sentence.end]).split())
