"""Questions about what somebody said, made of gold attributions: "What did X say?", "What did X say about Y?"."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from eval.kinds.quotations.gold import Article, Attribution
from eval.kinds.quotations.source_names import full_name, is_joint, last_name
from eval.overlap import Characters
from index import Document, Span

TOPICS_EACH = 2
"""How many topics are drawn for a speaker at most."""

LONGEST_TOPIC = 4
"""Words."""


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
        absent = [name for name in names if not _occurs(last_name(name), article.document.text)]
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
    phrases = {article.document.id: list(_noun_phrases(article.document)) for article in articles}
    unknown = frozenset[tuple[str, int]]().union(*(_unknown(article) for article in articles))
    questions = []
    for speaker, quotations in sorted(spoken.items()):
        topics = {
            topic
            for article, one in quotations
            for topic, span in phrases[article.document.id]
            if any(piece.contains(span) for piece in one.content)
        }
        fitting = [topic for topic in topics if not _occurs(last_name(speaker), topic)]
        for topic in sorted(fitting, key=lambda one: drawn(seed, speaker, one))[:TOPICS_EACH]:
            gold = [_characters(article, [one]) for article, one in quotations if _mentions(article, one, topic)]
            gold_characters = frozenset[tuple[str, int]]().union(*gold)
            questions.append(Question(f"{speaker} about {topic}", speaker, topic, None, gold_characters, unknown))
    return questions


def drawn(seed: int, *parts: str) -> str:
    """Return a digest to draw by: the same on every machine, and in no order that means anything."""
    return hashlib.sha256("\0".join([str(seed), *parts]).encode()).hexdigest()


def _by_speaker(articles: Sequence[Article]) -> dict[str, list[tuple[Article, Attribution]]]:
    """Return the quotations of every speaker in all articles; who shares a name with somebody else is left out."""
    names = {name for article in articles for name in article.names.values()}
    full = {name: full_name(name, names) for name in names}
    spoken: dict[str, list[tuple[Article, Attribution]]] = defaultdict(list)
    for article in articles:
        for one in article.speech:
            speaker = full.get(article.speaker(one) or "")
            if speaker and not is_joint(speaker):
                spoken[speaker].append((article, one))
    return spoken


def _noun_phrases(document: Document) -> Iterator[tuple[str, Span]]:
    """Yield the noun phrases of a document that can be asked about, without what stands before their adjectives."""
    from index.parsing import parsed_sentences
    from index.sentences import sentences

    split = tuple(sentences(document))
    for sentence, parsed in zip(split, parsed_sentences(document, split), strict=True):
        numbers = {token.i for entity in parsed.ents if entity.label_ in _MEASURES for token in entity}
        for chunk in parsed.noun_chunks:
            words = [token for token in chunk if token.pos_ in _OF_TOPICS and token.i not in numbers]
            if words and words[-1].i == chunk[-1].i and words[-1].pos_ != "ADJ":
                span = Span(sentence.start + words[0].idx, sentence.start + words[-1].idx + len(words[-1]))
                topic = document.text[span.start : span.end]
                if _is_topic(topic):
                    yield topic, span


_MARK = re.compile(r"[\"\u201c\u201d\u2018]|''")
_OF_TOPICS = {"NOUN", "PROPN", "ADJ"}
_MEASURES = {"DATE", "TIME", "CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY"}
_EMPTY = frozenset("thing things way ways lot people person time something anything nothing everything".split())  # noqa: SIM905


def _is_topic(topic: str) -> bool:
    words = topic.casefold().split()
    plain = not _MARK.search(topic) and len(words[-1]) > 3 and words[-1] not in _EMPTY  # noqa: PLR2004 - letters
    return plain and len(words) <= LONGEST_TOPIC


def _mentions(article: Article, attribution: Attribution, topic: str) -> bool:
    text = article.document.text
    return _occurs(topic, " ".join(text[piece.start : piece.end] for piece in attribution.content))


def _occurs(words: str, text: str) -> bool:
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    return re.search(rf"\b{pattern}\b", text, re.IGNORECASE) is not None


def _characters(article: Article, attributions: Iterable[Attribution]) -> Characters:
    return frozenset((article.document.id, offset) for one in attributions for offset in one.characters)


def _unknown(article: Article) -> Characters:
    """Return the characters of the words that nobody is named for."""
    return _characters(article, [one for one in article.attributions if article.speaker(one) is None])
