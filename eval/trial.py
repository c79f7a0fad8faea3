"""A case, and what came of asking its question."""

from dataclasses import dataclass

from bot.citation import Answer, Citation
from eval.case import Case, DocumentLookup, Gold
from eval.overlap import best_gold


@dataclass(frozen=True, slots=True)
class Match:
    """A citation, and the gold quote that it gives best."""

    citation: Citation
    gold: Gold
    position: int


@dataclass(frozen=True, slots=True)
class Trial:
    """What a measure looks at.

    Attributes:
        case: what was asked and expected.
        answer: what was answered; None where the answerer raised, which is neither an answer nor a refusal.
        documents: looks up the stored documents, where there is a store to compare quotes with.
    """

    case: Case
    answer: Answer | None
    documents: DocumentLookup | None = None

    @property
    def refused(self) -> bool:
        """Whether the answer is that the sources do not say."""
        return self.answer is not None and not self.answer.answered

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations of the answer in its order, each once even if several statements rest on it."""
        return tuple(dict.fromkeys(self.answer.citations)) if self.answer else ()

    @property
    def short(self) -> str:
        """The short answer, or nothing."""
        return (self.answer.short or "") if self.answer else ""

    @property
    def matches(self) -> list[Match]:
        """The citations that give a gold quote, in the answer's order."""
        golds = self.case.gold
        found = ((citation, best_gold(citation, golds)) for citation in self.citations)
        return [Match(citation, golds[position], position) for citation, position in found if position is not None]
