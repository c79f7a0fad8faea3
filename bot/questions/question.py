"""The noun Question: what is asked, about whom, about what, and which kind of answer would do."""

from dataclasses import dataclass
from enum import StrEnum

from bot.citation import Citation
from bot.questions.periods import Period
from index import Passage, Quotation


class Asked(StrEnum):
    """The kinds of questions."""

    STATEMENTS = "statements"  # what did X say (about Y)?
    RESPONSE = "response"  # how did X respond (to Y)?
    MENTION = "mention"  # did X mention Y?
    WHEN = "when"  # when did X say Y?
    WHO_SAID = "who said"  # who said "…"?
    PARTIES = "parties"  # what do the parties say about Y?
    REPLIES = "replies"  # who replied (to X)?
    WHETHER = "whether"  # did it happen?
    UNCLEAR = "unclear"  # why? who is he? where nothing tells what that is about
    FACT = "fact"  # anything else


@dataclass(frozen=True, slots=True)
class Question:
    """A question, understood.

    Attributes:
        text: as it was asked, spaces tidied.
        asked: the kind.
        speaker: whose words are asked for, as the question names them, or None.
        topic: what the words are to be about, or None.
        words: the words whose speaker is asked for, or None.
        period: when the sources that are asked were published, or None for all.
        leans: whether it cannot be understood without the question before it ("what else?").
        shown: quotes that were shown before and are not to come again.
        said: the quotes that "that" stands for in "who said that?".
        sought: the text to search by, where pronouns were replaced by whom they stand for, or a time was cut.
        also: whether more is asked for than what the speaker is described by ("the man who … also said what?").
        bare: whether only a question word, a time or a name was asked ("why?"), and the rest is what was asked before.
    """

    text: str
    asked: Asked = Asked.FACT
    speaker: str | None = None
    topic: str | None = None
    words: str | None = None
    period: Period | None = None
    leans: bool = False
    shown: tuple[Citation, ...] = ()
    said: tuple[Citation, ...] = ()
    sought: str = ""
    also: bool = False
    bare: bool = False

    def has_shown(self, quote: Passage) -> bool:
        """Say whether a quote was shown before."""
        return any(one.document.id == quote.document.id and one.start == quote.start for one in self.shown)

    def has_said(self, quotation: Quotation) -> bool:
        """Say whether all words of a quotation were shown as the same speaker's before, there or in a reprint."""
        shown = {(one.speaker, _plain(one.text)) for one in self.shown}
        return all(self.has_shown(one) or (quotation.name, _plain(one.text)) in shown for one in quotation.words)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
