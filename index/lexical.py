"""BM25 (Robertson and Zaragoza, 2009) over stored texts, by SQLite's FTS5 inside the corpus's own file."""

import re

# What asks, not what is asked about. Every passage holds some of these, so they cost time and tell nothing.
FUNCTION_WORDS = frozenset(
    [
        "a",
        "about",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "been",
        "by",
        "can",
        "could",
        "did",
        "do",
        "does",
        "for",
        "from",
        "had",
        "has",
        "have",
        "how",
        "in",
        "into",
        "is",
        "it",
        "its",
        "many",
        "much",
        "of",
        "on",
        "or",
        "s",
        "say",
        "said",
        "says",
        "should",
        "t",
        "tell",
        "that",
        "the",
        "their",
        "them",
        "there",
        "these",
        "they",
        "this",
        "to",
        "was",
        "were",
        "what",
        "when",
        "where",
        "which",
        "who",
        "whom",
        "whose",
        "why",
        "will",
        "with",
        "would",
        "you",
        "your",
    ]
)
_WORD = re.compile(r"\w+")


def content_words(text: str) -> list[str]:
    """Return the words that carry meaning, in lower case, each once, in order; all words if none does.

    >>> content_words("What did Kirby say about the weapons?")
    ['kirby', 'weapons']
    """
    words = list(dict.fromkeys(word.lower() for word in _WORD.findall(text)))
    return [word for word in words if word not in FUNCTION_WORDS] or words


def match_expression(text: str) -> str:
    """Return an FTS5 query for texts that hold any of the content words; empty where there are no words."""
    return " OR ".join(f'"{word}"' for word in content_words(text))


def stem(word: str) -> str:
    """Return a lower-case word without its commonest endings.

    >>> stem("containers"), stem("seeking")
    ('container', 'seek')
    """
    for ending in ("ations", "ation", "ings", "ing", "ies", "ed", "es", "s", "y"):
        if word.endswith(ending) and len(word) - len(ending) > 3:  # noqa: PLR2004 - a stem
            return word[: -len(ending)]
    return word
