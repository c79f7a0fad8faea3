"""Questions to passages and to somebody's words."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from bot.citation import Citation
from bot.finding.answer_finding import AnswerFinder
from bot.finding.two_steps import surely_named
from bot.questions.descriptions import Description, description
from bot.questions.speakers import matching, matching_each
from bot.questions.topics import Topic
from bot.settings import BotSettings
from index import Passage, PassageIndex, Quotation
from index.filters import Filters
from index.speaker import Speaker
from index.spoken import is_asker

_IN_ORDER = 85.0
"""The least similarity (0 to 100) of words in a question to the words of a quotation that holds them."""
_CANDIDATES = 40
"""How many quotations on a topic are read by the reranker at most."""

_OWNER = re.compile(r"^(?:his|her|their|its|my|our) ", re.IGNORECASE)
"""What is somebody's own ("her daughter") is called so by others than herself."""
_SCANNED = 500
"""How many quotations are compared with a topic word by word; of more, those that share its words are found first."""


@dataclass(frozen=True)
class Retriever:
    """Finds what somebody said, by meaning and by words, and lets the reranker put it in order."""

    sources: PassageIndex
    answers: AnswerFinder
    settings: BotSettings

    def about(self, topic: str, quotations: Sequence[Quotation]) -> list[Quotation]:
        """Return the quotations that are about a topic, the most relevant first."""
        wanted = Topic(_OWNER.sub("", topic))
        scanned = self._sharing_words(wanted, quotations) if len(quotations) > _SCANNED else quotations
        shares = {id(one): wanted.share(words_of(one)) for one in scanned}
        asked = {
            id(one): question for one in scanned if (question := asked_before(one)) and wanted.share(question) == 1
        }
        nearest = sorted(scanned, key=lambda one: -max(shares[id(one)], id(one) in asked))[:_CANDIDATES]
        texts = [f"{asked.get(id(one), '')} {self.around(one).text}".strip() for one in nearest]
        kept = [
            (score + 2 * shares[id(quotation)], quotation)
            for score, quotation in zip(self.sources.reranker.scores(topic, texts), nearest, strict=True)
            if shares[id(quotation)] == 1 or score >= self.settings.topic_relevance
        ]
        return [quotation for _, quotation in sorted(kept, key=lambda pair: -pair[0])]

    def _sharing_words(self, topic: Topic, quotations: Sequence[Quotation]) -> list[Quotation]:
        """Return those of many quotations that the words of a topic find best."""
        names = [name for name in dict.fromkeys(one.name for one in quotations) if name]
        found = self.sources.corpus.search_quotations(topic.searched, _SCANNED, Filters(), names)
        places = {(one.document.id, one.start) for one in quotations}
        return [one for one in found if (one.document.id, one.start) in places]

    def quotations_near(self, topic: str, filters: Filters) -> list[Quotation]:
        """Return quotations of anybody that may be about a topic: by words, and in passages near in meaning."""
        corpus = self.sources.corpus
        near = corpus.search_quotations(Topic(topic).searched, _CANDIDATES, filters)
        hits = self.sources.fused(topic, self.settings.passages, filters)
        near += [one for hit in hits for one in corpus.quotations_between(hit.passage)]
        return list({(one.document.id, one.start, one.name): one for one in near}.values())

    def around(self, quotation: Quotation) -> Passage:
        """Return the whole sentences that a quotation stands in."""
        document = quotation.document
        sentences = [
            sentence
            for sentence in self.sources.sentences(document.id)
            if sentence.start < quotation.end and quotation.start < sentence.end
        ]
        if not sentences:
            return quotation.words[0]
        whole = Passage(document, document.body)
        start = min(sentences[0].start, quotation.start) - document.body.start
        return whole.narrow(start, max(sentences[-1].end, quotation.end) - document.body.start)

    def said_by(self, mention: str, filters: Filters) -> tuple[list[Speaker], list[Quotation]]:
        """Return whom a mention can mean, and all that they are quoted with."""
        people = matching(mention, self.sources.speakers(filters))
        return people, self.sources.quotations([one.name for one in people], filters) if people else []

    def said_by_each(self, mention: str, filters: Filters) -> tuple[list[Speaker], list[Quotation]]:
        """Return whom a mention of several can mean, and all that each of them is quoted with."""
        people = matching_each(mention, self.sources.speakers(filters))
        return people, self.sources.quotations([one.name for one in people], filters) if people else []

    def described(self, mention: str, filters: Filters) -> str | None:
        """Return the name of the one speaker who is quoted doing all that a mention describes; else None."""
        meant = description(mention)
        if meant is None:
            return None
        near = [one for one in self.quotations_near(meant.did, filters) if meant.fits(one) and meant.is_done(one)]
        names = {one.name for one in near if names_topic(meant.did, self.around(one).text)}
        return names.pop() if len(names) == 1 else None if names else self._told_of(meant, filters)

    def _told_of(self, meant: Description, filters: Filters) -> str | None:
        """Return the name of the one speaker of whom the sources surely tell all that is described; else None."""
        named = surely_named(self.answers.candidates(f"Who {meant.did}?", filters), self.settings.second_confidence)
        people, said = self.said_by(named[1], filters) if named else ([], [])
        if named is None or len(people) != 1:
            return None
        is_called_so = names_topic(meant.kind.split()[-1], named[0].sentence.text)
        return people[0].name if is_called_so or any(map(meant.fits, said)) else None

    def under(self, citations: Sequence[Citation]) -> list[Quotation]:
        """Return the quotations that lie under citations."""
        found = [one for citation in citations for one in self.sources.corpus.quotations_between(citation.quote)]
        return list({(one.document.id, one.start, one.name): one for one in found}.values())

    def speakers(self, filters: Filters) -> list[Speaker]:
        """Return who is quoted in what the filters admit."""
        return self.sources.speakers(filters)


def asked_before(quotation: Quotation) -> str | None:
    """Return the reporter's question that a turn of a transcript answers with its first words, or None."""
    turns = quotation.document.turns
    after = bisect_left(turns, quotation.start, key=lambda turn: turn.words.start)
    if not 0 < after < len(turns) or turns[after].words.start != quotation.start:
        return None
    before = turns[after - 1]
    if not is_asker(before.speaker):
        return None
    words = before.words
    return quotation.document.text[words.start : words.end]


def words_of(quotation: Quotation) -> str:
    """Return the words of a quotation, its pieces joined."""
    return " ".join(piece.text for piece in quotation.words)


def holds(quotation: Quotation, words: str) -> bool:
    """Say whether a quotation holds words: every one that carries meaning, and nearly in their order."""
    said = words_of(quotation)
    return names_topic(words, said) and fuzz.partial_ratio(words.casefold(), said.casefold()) >= _IN_ORDER


def names_topic(topic: str, text: str) -> bool:
    """Say whether a text names all that a topic names."""
    return Topic(topic).share(text) == 1
