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
_FEW = 8
"""How many words are looked for in one row too."""
_PHRASES = 40
"""How many runs of words are looked for at most; of more, every second or third is."""


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


def phrase_expression(text: str) -> str:
    """Return an FTS5 query for texts that hold some of the words in a row; empty where there are no words.

    Runs of three words (two, where there are few) that hold a word with meaning, and all words where they are few: a
    text that gives the words with little changed still holds most of the runs.

    >>> phrase_expression("We condemn the DPRK")
    '"we condemn the dprk" OR "we condemn" OR "condemn the" OR "the dprk"'
    """
    words = [word.lower() for word in _WORD.findall(text)]
    length = 2 if len(words) <= _FEW else 3
    runs = [words[at : at + length] for at in range(max(1, len(words) - length + 1))]
    telling = [run for run in runs if not FUNCTION_WORDS.issuperset(run)] or runs
    every = len(telling) // _PHRASES + 1
    phrases = [words, *telling[::every]] if len(words) <= _FEW else telling[::every]
    return " OR ".join(f'"{" ".join(phrase)}"' for phrase in dict.fromkeys(map(tuple, phrases)) if phrase)


def stem(word: str) -> str:
    """Return a lower-case word without its commonest endings.

    >>> stem("containers"), stem("seeking")
    ('container', 'seek')
    """
    for ending in ("ations", "ation", "ings", "ing", "ies", "ed", "es", "s", "y"):
        if word.endswith(ending) and len(word) - len(ending) > 3:  # noqa: PLR2004 - a stem
            return word[: -len(ending)]
    return word
