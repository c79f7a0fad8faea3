"""How questions are answered."""

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Self

from index.errors import SettingsError
from index.settings import of_toml


@dataclass(frozen=True, slots=True)
class BotSettings:
    """Settings of a fact-checker.

    Attributes:
        passages: how many passages are read for a short answer to a factual question.
        weighed: how many of their sentences are weighed, those with the likeliest short answers.
        sentences: how many sentences answer a factual question at most.
        statements: how many statements of somebody are shown at once; "what else?" gives the next.
        related: how many passages are offered where the sources do not say.
        confidence: the least confidence, in [0, 1], of a factual answer; a higher one is silent more often.
        second_confidence: the least confidence of a second sentence.
        topic_relevance: the least cross-encoder score of a statement that is about a topic without naming it.
        claim_passages: in how many passages at most, and how many quotations, evidence on a claim is looked for.
        claim_sentences: how many of their sentences are weighed, the nearest ones.
        threads: how many threads a model may use.
    """

    passages: int = 8
    weighed: int = 4
    sentences: int = 2
    statements: int = 50
    related: int = 3
    confidence: float = 0.12
    second_confidence: float = 0.6
    topic_relevance: float = 0.0
    claim_passages: int = 20
    claim_sentences: int = 24
    threads: int = 2

    def __post_init__(self) -> None:
        for setting in fields(self):
            value, least = getattr(self, setting.name), 0 if setting.name == "related" else 1
            if setting.name.endswith("confidence") and not 0 <= value <= 1:
                message = f"{setting.name} must be from 0 to 1, not {value}"
                raise SettingsError(message)
            if setting.type is int and value < least:
                message = f"{setting.name} must be at least {least}, not {value}"
                raise SettingsError(message)

    @classmethod
    def from_toml(cls, path: Path) -> Self:
        """Read the table `[bot]` of a TOML file.

        Raises:
            SettingsError: the file has no such table, or holds an unknown setting or an impossible value.
        """
        return of_toml(cls, path, "bot")
