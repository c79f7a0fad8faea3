"""What a question waits for, and whether a sentence can give it.

These are the near misses that similarity takes for answers: a number of something else, a time where there is none,
somebody who is not there at all.
"""

import re
from collections.abc import Sequence

from bot.asking import is_question
from bot.finding.amounts import is_of_another_dimension, is_of_another_stuff
from bot.finding.counted import counts, counts_another
from bot.finding.named import is_anothers, is_of_another_name, names, near, occurs
from bot.finding.other_events import is_of_another_time, is_opposite, lacks_a_time
from bot.finding.parts_in_making import is_another_part
from bot.finding.reasons import says_it_again
from bot.finding.times import tells_no_time
from bot.finding.unreal_events import is_unreal
from index import Passage
from index.lexical import stem

_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|"
    r"billions?|several|many|few|half|twice|no|none|all|both|series)\b",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b(?:1\d{3}|20\d{2}|january|february|march|april|june|july|august|september|october|november|december|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|tomorrow|tonight|ago|century|decade|"
    r"(?:last|next|this) \w+|morning|evening|noon|midnight|\d{1,2}(?::\d{2})? ?[ap]\.?m)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\bhow (?:many|much) (?:(?:more|other|of the|different)\s+)?([a-z][\w-]+)", re.IGNORECASE)
_NO_NOUN = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "do",
        "does",
        "did",
        "has",
        "have",
        "had",
        "will",
        "would",
        "can",
        "could",
        "of",
        "to",
        "more",
        "money",
        "time",
    ]
)
_WAITS_FOR = (
    (re.compile(r"\bhow (?:many|much)\b|\bwhat (?:number|percentage|share)\b", re.IGNORECASE), _NUMBER),
    (re.compile(r"\b(?:what|which) (?:date|day|year|month)\b|^(?:and |so |but )?when\b", re.IGNORECASE), _TIME),
)


_OF_THE_SHORT = (
    counts_another,
    is_of_another_stuff,
    is_of_another_dimension,
    tells_no_time,
    is_another_part,
    says_it_again,
)
"""Rules that look at the place of the short answer in its sentence."""


def could_answer(question: str, sentence: Passage, sentences: Sequence[Passage], short: Passage | None = None) -> bool:
    """Say whether a sentence of a document can answer: it holds the kind of words that the question waits for.

    What is counted must occur in the document, and every name in the question near the sentence: a name by itself or by
    another name of its party. A number may not stand before another noun.

    Args:
        question: what is asked.
        sentence: what may answer.
        sentences: all sentences of its document, in order.
        short: the short answer inside the sentence, or None.
    """
    return (
        all(waited.search(sentence.text) for asks, waited in _WAITS_FOR if asks.search(question))
        and _has_counted(question, sentence.document.text)
        and all(occurs(name, near(sentence, sentences)) for name in names(question))
        and (short is None or counts(question, sentence.text, *_place(short, sentence)))
    )


def contradicts(question: str, sentence: Passage, short: Passage | None = None) -> bool:
    """Say whether a sentence tells of something else than a question asks, so that nothing makes it an answer.

    That is another year or month, the opposite event, one that was only refused or planned, what is another's, or a
    number that counts something else where the sentence names what is to be counted, an amount of another stuff, how
    long for when, another part in a work, or no more for why than is asked. What only asks tells nothing, and what has
    no time not when.
    """
    text = sentence.text
    place = _place(short, sentence) if short else None
    return (
        is_question(text)
        or lacks_a_time(question, text)
        or is_of_another_time(question, text)
        or is_opposite(question, text, short.start - sentence.start if short else None)
        or is_unreal(question, text, place)
        or is_anothers(question, text)
        or is_of_another_name(question, text)
        or (place is not None and any(rule(question, text, *place) for rule in _OF_THE_SHORT))
    )


def _place(short: Passage, sentence: Passage) -> tuple[int, int]:
    return short.start - sentence.start, short.end - sentence.start


def _has_counted(question: str, document: str) -> bool:
    counted = _COUNTED.search(question)
    return counted is None or counted[1].lower() in _NO_NOUN or stem(counted[1].lower()) in _stems(document)


def _stems(text: str) -> set[str]:
    return {stem(word) for pattern in (r"[\w-]+", r"\w+") for word in re.findall(pattern, text.lower())}
