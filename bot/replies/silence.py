"""Saying that the sources do not say, with the nearest passages beside it."""

from collections.abc import Sequence

from bot.citation import SILENCE, Answer, Citation, number_from_one
from bot.finding.retriever import Retriever
from bot.questions.question import Question
from index import Kind, Passage
from index.filters import Filters


def silent(
    retriever: Retriever,
    question: Question,
    filters: Filters,
    reason: str = "",
    near: Sequence[Passage] | None = None,
) -> Answer:
    """Return the answer that there is none: why, where more can be said than that, and what came near."""
    when = question.period.described if question.period else ""
    if near is None:
        near = [one.sentence for one in retriever.answers.candidates(question.sought or question.text, filters)]
    shown = near[: retriever.settings.related]
    related = [Citation(0, passage, None, Kind.NARRATION, sentence=passage) for passage in shown]
    said = f"The sources do not say: {reason}{when}." if reason else SILENCE
    return Answer(question.text, related=number_from_one(related), reason=said)
