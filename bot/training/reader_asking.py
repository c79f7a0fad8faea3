"""The words that ask for a part of a sentence, by what kind of thing it names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import random

    from spacy.tokens import Span  # noqa: TID251 - types of what the caller hands in

KIND_WORDS: Final = {
    "PERSON": ("who",),
    "ORG": ("what organization", "which group", "what company", "who", "what"),
    "GPE": ("what country", "what place", "which city", "where", "what location"),
    "LOC": ("what place", "which area", "what location", "where"),
    "FAC": ("what building", "which place", "where", "what"),
    "DATE": ("when", "what date", "what year", "when"),
    "TIME": ("when", "what time"),
    "MONEY": ("how much", "how much money", "what amount"),
    "PERCENT": ("what percentage", "how much", "what percent"),
    "QUANTITY": ("how much", "what amount"),
    "CARDINAL": ("how many", "what number"),
    "NORP": ("what nationality", "which group", "what people", "what"),
    "EVENT": ("what event", "what"),
    "WORK_OF_ART": ("what work", "what", "which title"),
    "LAW": ("what law", "what"),
    "PRODUCT": ("what product", "what"),
    "LANGUAGE": ("what language",),
}


def asking_words(answer: Span, chance: random.Random) -> str:
    """Words that ask for the answer, such as "what country"; some vary by chance."""
    if answer.label_ in KIND_WORDS:
        wh = chance.choice(KIND_WORDS[answer.label_])
        years = answer.text.isdigit() and len(answer.text) == 4
        return wh if answer.label_ != "DATE" or years or wh != "what year" else "when"
    if answer.root.pos_ == "NOUN" and chance.random() < 0.2:
        return f"what {answer.root.text}" if len(answer) > 2 else "what"
    return "what"
