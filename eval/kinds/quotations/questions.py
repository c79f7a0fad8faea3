"""Questions about what somebody said, made of gold attributions: "What did X say?", "What did X say about Y?"."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from eval.kinds.quotations.gold import Article, Attribution
from eval.kinds.quotations.source_names import full_name, is_joint, last_name
from eval.overlap import Characters
from eval.topics import drawn, noun_phrases, occurs

TOPICS_EACH = 1
"""How many topics are drawn for a speaker at most."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question about a speaker, and what a good answer cites.

    Attributes:
        id: unique within a run.
        speaker: whose words are asked for.
        topic: what they are to be about, or None.
        document: the id of the one article that is asked; None for all.
        gold: the characters to be cited; none where the speaker does not occur, and silence is right.
        neutral: characters that are neither right nor wrong, because nobody knows by name who said them.
    """

    id: str
    speaker: str
    topic: str | None
    document: str | None
    gold: Characters
    neutral: Characters

    @property
    def text(self) -> str:
        """The question as it is asked."""
        about = f" about {self.topic}" if self.topic else ""
        return f"What did {self.speaker} say{about}?"


def of_one_article(articles: Iterable[Article]) -> list[Question]:
    """Return "What did X say?" for every speaker who is named in an article, asked of that article."""
    return [
        Question(
            f"{article.document.id}: {name}",
            name,
            None,
            article.document.id,
            _characters(article, [one for one in article.speech if article.speaker(one) == name]),
            _unknown(article),
        )
        for article in articles
        for name in article.speakers
    ]


def of_nobody(articles: Sequence[Article], seed: int) -> list[Question]:
    """Return "What did X say?" for every article, with a speaker of another article whom it does not name."""
    names = sorted({name for article in articles for name in article.names.values()})
    found = []
    for article in articles:
        absent = [name for name in names if not occurs(last_name(name), article.document.text)]
        if absent:
            name = min(absent, key=lambda one: drawn(seed, article.document.id, one))
            of = article.document.id
            found.append(Question(f"{of}: nobody called {name}", name, None, of, frozenset(), frozenset()))
    return found


def about_topics(articles: Sequence[Article], seed: int) -> list[Question]:
    """Return "What did X say about Y?", asked of all articles, for topics Y drawn from X's gold quotations.

    Gold are all of X's quotations that hold the words of Y; of the noun phrases in X's quotations, those with the
    smallest digests under the seed are drawn.
    """
    spoken = _by_speaker(articles)
    phrases = {article.document.id: list(noun_phrases(article.document)) for article in articles}
    unknown = frozenset[tuple[str, int]]().union(*(_unknown(article) for article in articles))
    questions = []
    for speaker, quotations in sorted(spoken.items()):
        topics = {
            topic
            for article, one in quotations
            for topic, span in phrases[article.document.id]
            if any(piece.contains(span) for piece in one.content)
        }
        fitting = [topic for topic in topics if not occurs(last_name(speaker), topic)]
        for topic in sorted(fitting, key=lambda one: drawn(seed, speaker, one))[:TOPICS_EACH]:
            gold = [_characters(article, [one]) for article, one in quotations if _mentions(article, one, topic)]
            gold_characters = frozenset[tuple[str, int]]().union(*gold)
            questions.append(Question(f"{speaker} about {topic}", speaker, topic, None, gold_characters, unknown))
    return questions


def _by_speaker(articles: Sequence[Article]) -> dict[str, list[tuple[Article, Attribution]]]:
    """Return the quotations of every speaker in all articles; who shares a name with somebody else is left out."""
    names = [name for article in articles for name in article.names.values()]
    full = {name: full_name(name, names) for name in set(names)}
    spoken: dict[str, list[tuple[Article, Attribution]]] = defaultdict(list)
    for article in articles:
        for one in article.speech:
            speaker = full.get(article.speaker(one) or "")
            if speaker and not is_joint(speaker):
                spoken[speaker].append((article, one))
    return spoken


def _mentions(article: Article, attribution: Attribution, topic: str) -> bool:
    text = article.document.text
    return occurs(topic, " ".join(text[piece.start : piece.end] for piece in attribution.content))


def _characters(article: Article, attributions: Iterable[Attribution]) -> Characters:
    return frozenset((article.document.id, offset) for one in attributions for offset in one.characters)


def _unknown(article: Article) -> Characters:
    """Return the characters of the words that nobody is named for."""
    return _characters(article, [one for one in article.attributions if article.speaker(one) is None])
