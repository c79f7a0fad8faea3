import pytest

from eval.kinds.quotations.matching import match
from eval.kinds.quotations.plain_rule import plain_rule
from eval.kinds.quotations.rivals import rivals, textacy_rule
from eval.topics import noun_phrases
from index import Document
from tests.eval_article import ARTICLE

pytestmark = pytest.mark.model


def test_the_plain_rule_finds_quotations_and_clauses_with_their_subjects() -> None:
    matching = match(ARTICLE, plain_rule(ARTICLE.document))
    assert len(matching.pairs) >= 3
    assert {found.name for found, _ in matching.pairs} >= {"Ann Reed", "Hale"}


def test_a_pronoun_is_the_last_speaker_with_a_name() -> None:
    text = "Ann Reed said that the bridge is safe. She added that the ferry stops."
    assert [one.name for one in plain_rule(Document("a", text))] == ["Ann Reed", "Ann Reed"]


def test_the_plain_rule_stands_beside_and_finds_something() -> None:
    name, rule = next(rivals([ARTICLE]))
    assert name == "plain rule"
    assert rule.found(ARTICLE)


def test_textacy_finds_direct_quotations_and_nothing_where_it_raises() -> None:
    pytest.importorskip("textacy")
    (found,) = textacy_rule(ARTICLE.document)
    assert found.name == "Ann Reed"
    assert textacy_rule(Document("odd", 'Ann Reed said: "The bridge is safe. "It is," she said.')) == []


def test_topics_keep_their_adjectives_and_lose_their_articles() -> None:
    found = {topic for topic, _ in noun_phrases(Document("a", "The old harbour bridge costs two million crowns."))}
    assert "old harbour bridge" in found
    assert not any("two" in topic for topic in found)
