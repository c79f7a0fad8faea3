"""One system measured on one set of articles."""

from collections.abc import Sequence
from dataclasses import dataclass

from eval.kinds.quotations.answers import ask_all
from eval.kinds.quotations.figures import Measured
from eval.kinds.quotations.gold import Article
from eval.kinds.quotations.matching import match
from eval.kinds.quotations.questions import Question, about_topics, of_nobody, of_one_article
from eval.kinds.quotations.systems import System
from eval.set_kind import Progress


@dataclass(frozen=True, slots=True)
class Questions:
    """What every system is asked: of one article each, of all about a topic, and after people who do not occur."""

    alone: Sequence[Question]
    about: Sequence[Question]
    nobody: Sequence[Question]


def questions_on(articles: Sequence[Article], seed: int) -> Questions:
    """Return the questions that the gold attributions make."""
    return Questions(of_one_article(articles), about_topics(articles, seed), of_nobody(articles, seed))


def measure(
    system: System,
    articles: Sequence[Article],
    questions: Questions,
    progress: Progress,
    speed: Sequence[tuple[float, float]] = (),
) -> Measured:
    """Compare what the system finds with the gold attributions, and ask it the questions."""
    by_id = {article.document.id: article for article in articles}
    sizes = len(questions.alone), len(questions.alone) + len(questions.about)
    asked = [*questions.alone, *questions.about, *questions.nobody]
    judged = list(ask_all(asked, system.answer, by_id, progress))
    matchings = [match(article, system.found(article)) for article in articles]
    return Measured(matchings, judged[: sizes[0]], judged[sizes[0] : sizes[1]], judged[sizes[1] :], speed)
