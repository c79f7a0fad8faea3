"""The only place that chooses parts."""

from pathlib import Path

from bot.answering import Answering
from bot.checker import FactChecker
from bot.citing import Citing
from bot.debate import Debate
from bot.facts import Facts
from bot.reading import TrainedReader
from bot.reranking import CrossEncoder
from bot.retriever import Retriever
from bot.settings import BotSettings
from bot.speech import Speech
from bot.writing import ExtractiveWriter
from index import load as load_sources
from index.builder import DEFAULT_FOLDER
from index.readiness import ready_folder

__all__ = ["DEFAULT_FOLDER", "load", "ready_folder"]


def load(folder: str | Path = DEFAULT_FOLDER, settings: BotSettings | None = None) -> FactChecker:
    """Return a fact-checker over the index in a folder.

    Raises:
        MissingIndexError: there is none.
        StaleIndexError: it was built with something else.
        DamagedIndexError: its files do not fit together.
    """
    settings = settings or BotSettings()
    sources = load_sources(folder)
    retriever = Retriever(sources, CrossEncoder(settings.threads), TrainedReader(settings.threads), settings)
    citing = Citing(retriever, ExtractiveWriter())
    return FactChecker(
        sources, Answering(retriever, Speech(retriever, citing), Debate(retriever, citing), Facts(retriever))
    )
