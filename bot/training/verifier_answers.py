"""Answers put behind their questions and weighed as claims are: whether a text gives this answer to this question."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from bot.training.verifier_rows import NOT_SUPPORTED, SUPPORTED, Example
from bot.weighing.verifier import answered

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Iterator

    from bot.training.reader_rows import Example as Asked


def with_answers(asked: Iterable[Asked], chance: random.Random) -> Iterator[Example]:
    """Each question with its own answer, which its text supports, or with another one's about the same text.

    The other answer is of the like where there is any: a number for a number, a name for a name.
    """
    of_text: dict[str, list[Asked]] = defaultdict(list)
    for one in asked:
        of_text[one.text].append(one)
    for text, together in of_text.items():
        answers = sorted({text[slice(*place)] for one in together for place in one.places})
        for one in together:
            own = [text[slice(*place)] for place in one.places]
            others = [answer for answer in answers if not any(_alike(answer, mine) for mine in own)]
            if own and (not others or chance.random() < 0.5):
                yield Example(answered(one.question, chance.choice(own)), text, SUPPORTED, "answered")
            elif others:
                like = [answer for answer in others if own and _kind(answer) == _kind(own[0])] or others
                yield Example(answered(one.question, chance.choice(like)), text, NOT_SUPPORTED, "answered")


def _alike(one: str, other: str) -> bool:
    return one.lower() in other.lower() or other.lower() in one.lower()


def _kind(answer: str) -> tuple[bool, bool]:
    return any(sign.isdigit() for sign in answer), answer[:1].isupper()
