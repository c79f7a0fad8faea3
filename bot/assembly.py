"""The only place that chooses parts."""

from functools import cache
from pathlib import Path

from bot.answering import Answering
from bot.checker import FactChecker
from bot.checking import Checking
from bot.claims.evidence_finding import EvidenceFinder
from bot.finding.answer_finding import AnswerFinder
from bot.finding.reading import TrainedReader
from bot.finding.retriever import Retriever
from bot.replies.citing import Citing
from bot.replies.debate import Debate
from bot.replies.facts import Facts
from bot.replies.speech import Speech
from bot.replies.whether import Whether
from bot.settings import BotSettings
from bot.weighing.verifier import TrainedVerifier
from bot.writing import ExtractiveWriter
from index import load as load_sources
from index.builder import DEFAULT_FOLDER
from index.readiness import ready_folder
from index.reranking import CrossEncoder

__all__ = ["DEFAULT_FOLDER", "load", "ready_folder"]


def load(folder: str | Path = DEFAULT_FOLDER, settings: BotSettings | None = None) -> FactChecker:
    """Return a fact-checker over the index in a folder.

    Raises:
        MissingIndexError: there is none.
        StaleIndexError: it was built with something else.
        DamagedIndexError: its files do not fit together.
    """
    settings = settings or BotSettings()
    sources = load_sources(folder, _reranker(settings.threads))
    judge, writer = _verifier(settings.threads), ExtractiveWriter()
    answers = AnswerFinder(sources, _reader(settings.threads), judge, settings)
    retriever = Retriever(sources, answers, settings)
    citing = Citing(retriever, writer)
    checking = Checking(EvidenceFinder(sources, judge, settings), writer)
    debate, whether = Debate(retriever, citing, checking.check), Whether(checking.check)
    replies = Speech(retriever, citing), debate, Facts(retriever), whether
    return FactChecker(sources, Answering(retriever, *replies), checking)


# The models are the same for every index, and stay when one is opened anew.
_reranker, _reader, _verifier = cache(CrossEncoder), cache(TrainedReader), cache(TrainedVerifier)
