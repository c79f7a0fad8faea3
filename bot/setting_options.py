"""The options by which commands choose how questions are answered."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from bot.settings import BotSettings

SettingsOption = Annotated[Path | None, typer.Option("--settings", metavar="FILE", help=r"TOML with a table \[bot].")]
ConfidenceOption = Annotated[
    float | None,
    typer.Option(min=0, max=1, help="The least confidence of a fact; a higher one is silent more often."),
]


def chosen(settings: Path | None, confidence: float | None) -> BotSettings:
    """Return the settings of a file, or the default ones, with the confidence where one is given.

    Raises:
        SettingsError: the file cannot be read, or holds a setting that does not exist.
    """
    found = BotSettings.from_toml(settings) if settings else BotSettings()
    return found if confidence is None else replace(found, confidence=confidence)
