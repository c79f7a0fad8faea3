"""Sentences that ask."""

import re

_QUESTION = re.compile(
    r".*\?[?!.\u2026]*\s*|\s*[\"'(\u2018\u201c][^\"\u201d]*\?[?!.\u2026]*[\"')\u2019\u201d]+\s*", re.DOTALL
)


def is_question(sentence: str) -> bool:
    """Say whether a sentence asks, also where all of it stands in quotation marks; telling of a question is no asking.

    >>> is_question('Is it "safe"?'), is_question('"Is it safe?"'), is_question('Lee asked: "Is it safe?"')
    (True, True, False)
    """
    return bool(_QUESTION.fullmatch(sentence))
