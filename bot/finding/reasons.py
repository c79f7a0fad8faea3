"""Short answers that give no reason, where a question asks why."""

import re
from typing import Final

from bot.weighing.focusing import content

_WHY: Final = re.compile(r"^(?:and |so |but )?(?:why|for what reason)\b", re.IGNORECASE)
_NAME: Final = re.compile(
    r"(?:(?:the|an?)\s+)?(?:[A-Z][\w.'\u2019-]*|\d[\d.,]*)(?:,?\s+(?:(?:of|the|and|de|van|von|for)\s+)*(?:[A-Z][\w.'\u2019-]*|\d[\d.,]*))*"
)
_FOR_A_REASON: Final = re.compile(
    r"\b(?:because of|due to|owing to|thanks to|account of|over|after|for|from|through|by|against)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def says_it_again(question: str, sentence: str, start: int, end: int) -> bool:
    """Say whether a short answer to a question that asks why has no more than the question and names.

    >>> says_it_again("Why did the minister resign?", "Ann Lee, the minister, resigned in June.", 0, 39)
    True
    >>> says_it_again("Why did the minister resign?", "The minister resigned for his health.", 0, 36)
    False
    """
    if not _WHY.search(question):
        return False
    told = content(" ".join(word for word in sentence[start:end].split() if not word[:1].isupper()))
    return bool(told) and told <= content(question)


def gives_no_reason(question: str, sentence: str, start: int, end: int) -> bool:
    """Say whether a short answer is nothing but a name or a number, where a question asks why.

    >>> gives_no_reason("Why did she resign?", "She blamed Karl Foss.", 11, 20)
    True
    >>> gives_no_reason("Why did she resign?", "She resigned over Karl Foss.", 18, 27)
    False
    """
    is_name = _NAME.fullmatch(sentence[start:end].strip(" .,;")) is not None
    return is_name and bool(_WHY.search(question)) and not _FOR_A_REASON.search(sentence[:start])
