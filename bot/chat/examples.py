"""Questions to begin with, made from the sources that are loaded."""

import re
from collections import Counter
from collections.abc import Iterable

from bot.chat.needs import Checker
from index import OnRecordError

_SPEAKERS = 3
_TOPICS = 2
# A capitalised name inside a sentence: what follows a small letter or a comma begins no sentence.
_TOPIC = re.compile(r"(?<=[a-z,] )(?:[A-Z][\w'\u2019-]+)(?: [A-Z][\w'\u2019-]+)*")


def examples(checker: Checker) -> list[str]:
    """Return questions that the sources can answer: about the most quoted speakers, and about what they speak of."""
    names = _most_quoted(checker)
    if not names:
        return []
    first = f"What did {names[0]} say?"
    about = [f"What did {names[0]} say about {topic}?" for topic in _topics(checker, first, names)]
    return [first, *about, *(f"What did {name} say?" for name in names[1:])]


def _most_quoted(checker: Checker) -> list[str]:
    speakers = sorted(checker.sources.speakers(), key=lambda speaker: (-speaker.count, speaker.name))
    return [speaker.name for speaker in speakers if speaker.name][:_SPEAKERS]


def _topics(checker: Checker, question: str, names: Iterable[str]) -> list[str]:
    try:
        answer = checker.answer(question)
    except OnRecordError:
        return []  # the page still opens; whoever asks will read what is wrong
    counted = Counter(topic for citation in answer.citations for topic in _TOPIC.findall(citation.text))
    return [topic for topic, _ in counted.most_common() if not any(topic in name for name in names)][:_TOPICS]
