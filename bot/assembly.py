"""The only place that chooses parts."""

from pathlib import Path

from bot.answering import Answering
from bot.checker import FactChecker
from bot.checking import Checking
from bot.citing import Citing
from bot.debate import Debate
from bot.evidence_finding import EvidenceFinder
from bot.facts import Facts
from bot.reading import TrainedReader
from bot.reranking import CrossEncoder
from bot.retriever import Retriever
from bot.settings import BotSettings
from bot.speech import Speech
from bot.verifier import TrainedVerifier
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
    reranker, writer = CrossEncoder(settings.threads), ExtractiveWriter()
    retriever = Retriever(sources, reranker, TrainedReader(settings.threads), settings)
    citing = Citing(retriever, writer)
    finder = EvidenceFinder(sources, reranker, TrainedVerifier(settings.threads), settings)
    return FactChecker(
        sources,
        Answering(retriever, Speech(retriever, citing), Debate(retriever, citing), Facts(retriever)),
        Checking(finder, writer),
    )
