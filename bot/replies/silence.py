"""Saying that the sources do not say: where that was looked for, and what came near."""

from collections.abc import Iterable, Sequence
from datetime import date

from bot.citation import SILENCE, Answer, number_from_one
from bot.finding.retriever import Retriever
from bot.questions.periods import UNDATED
from bot.questions.question import Question
from bot.replies.citing import cited_sentence
from bot.wording import written_day
from index import Passage, PassageIndex
from index.filters import Filters

_NAMED = 3
"""How many names or days are listed; of more, how many there are."""


def silent(
    retriever: Retriever,
    question: Question,
    filters: Filters,
    reason: str = "",
    near: Sequence[Passage] | None = None,
) -> Answer:
    """Return the answer that there is none: why, where more can be said than that, and what came near."""
    sources = retriever.sources
    when = question.period.described if question.period else ""
    if near is None:
        near = [one.sentence for one in retriever.answers.candidates(question.sought or question.text, filters)]
    related = number_from_one([cited_sentence(sources, one) for one in near[: retriever.settings.related]])
    if not reason and not sources.corpus.count_admitted(filters):
        reason, when = "no document matches the filters", ""
    if when and not reason:
        reason = "no answer was found"
    said = f"{SILENCE.rstrip('.')}: {reason}{when}." if reason else SILENCE
    return Answer(question.text, related=related, reason=said, searched=searched(sources, filters))


def unheard(retriever: Retriever, question: Question, filters: Filters) -> str:
    """Return that nobody of a name is quoted, or that the one who is meant is quoted outside the filters only."""
    people, said = retriever.said_by(question.speaker or "", Filters()) if filters else ([], [])
    if not said:
        return f"nobody called {question.speaker or 'so'} is quoted"
    dated = question.period is not None and question.period != UNDATED
    days = sorted({one.document.published for one in said if one.document.published}) if dated else []
    there = f" in sources of {_days(days)}" if days else ""
    # Behind "but not" stands the period, where there is one.
    where = "" if dated else " in what was searched"
    are = "is" if len(people) == 1 else "are"
    return f"{_all_of([one.name for one in people])} {are} quoted{there}, but not{where}"


def searched(sources: PassageIndex, filters: Filters) -> str:
    """Return how many documents the filters admit, of which days, and by what they were chosen."""
    count, days = sources.corpus.count_admitted(filters), sources.days(filters)
    if not count:
        return f"no document, since none matches the filters: {', '.join(_wanted(filters))}"
    dated = f", dated {_span(*days)}" if days else ""
    return f"{count} document{'s' * (count > 1)}{dated}{''.join(f', {one}' for one in _chosen(filters))}"


def _wanted(filters: Filters) -> Iterable[str]:
    yield from _chosen(filters)
    if filters.after == UNDATED.after:
        yield "with a date"
    elif filters.after:
        yield f"published on {written_day(filters.after)} or later"
    if filters.before:
        yield f"published before {written_day(filters.before)}"


def _chosen(filters: Filters) -> Iterable[str]:
    if filters.documents:
        yield f"only {_listed(filters.documents)}"
    if filters.sources:
        yield f"only of {_listed(filters.sources)}"
    if filters.tags:
        yield f"only with the tag {_listed(filters.tags)}"
    if filters.speakers:
        yield f"only where {_listed(filters.speakers)} is quoted"


def _listed(names: Sequence[str]) -> str:
    rest = len(names) - _NAMED
    return " or ".join([*names[:_NAMED], *([f"{rest} more"] if rest > 0 else [])])


def _days(days: Sequence[date]) -> str:
    return _span(days[0], days[-1]) if len(days) > _NAMED else _all_of([*map(written_day, days)])


def _all_of(names: Sequence[str]) -> str:
    *others, last = names
    return " and ".join([*filter(None, [", ".join(others)]), last])


def _span(first: date, last: date) -> str:
    return written_day(first) if first == last else f"{written_day(first)} to {written_day(last)}"
