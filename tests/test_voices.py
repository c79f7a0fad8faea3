"""What each voice says in a document, weighed sentence by sentence and together."""

from collections.abc import Mapping, Sequence

from bot.claims.assertions import Assertion
from bot.claims.evidence import Evidence
from bot.claims.voices import Said, weighed
from bot.weighing.judging import Weighing, weighing
from index import Document, Kind, Passage, Quotation, Span
from tests.fakes import WordJudge

CLAIM = "The bridge was built in 1912 by Lee."
BUILT, BY = "The bridge was built in 1912.", "Lee is who built the bridge."


class TableJudge:
    """Has for each evidence how likely it supports and how likely it refutes; what is not there does neither."""

    digest = "table"

    def __init__(self, table: Mapping[str, tuple[float, float]]) -> None:
        self.table = table

    def weigh_all(self, pairs: Sequence[tuple[str, str]]) -> list[Weighing]:
        odds = [self.table.get(evidence, (0.0, 0.0)) for _, evidence in pairs]
        return [weighing((supports, refutes, 1 - supports - refutes)) for supports, refutes in odds]


def said(text: str, document: str = "a", speaker: str | None = None, relevance: float = 1.0) -> Said:
    words = Passage(Document(document, text), Span(0, len(text)))
    quotation = Quotation((words,), None, None, speaker, Kind.DIRECT) if speaker else None
    return Said(Assertion(words, (words,), text, quotation), text, relevance)


def strengths(found: list[Evidence]) -> list[tuple[str, float]]:
    return [(one.assertion.plain, one.supports) for one in found]


def test_what_two_sentences_say_together_counts_for_both() -> None:
    assert strengths(weighed(CLAIM, [said(BUILT), said(BY)], WordJudge())) == [(BUILT, 0.95), (BY, 0.95)]


def test_sentences_of_other_voices_and_other_documents_are_weighed_by_themselves() -> None:
    assert strengths(weighed(CLAIM, [said(BUILT), said(BY, "b")], WordJudge())) == [(BUILT, 0.05), (BY, 0.05)]
    assert strengths(weighed(CLAIM, [said(BUILT), said(BY, speaker="Lee")], WordJudge())) == [(BUILT, 0.05), (BY, 0.05)]


def test_a_sentence_that_says_all_of_it_counts_by_itself() -> None:
    whole = said("Lee built the bridge in 1912.")

    assert strengths(weighed(CLAIM, [said(BUILT), whole], WordJudge())) == [(BUILT, 0.05), (whole.view, 0.95)]


def test_what_is_far_from_the_claim_is_no_evidence_but_where_it_completes_what_is_near() -> None:
    far = said(BY, relevance=-3.0)

    assert strengths(weighed(CLAIM, [said(BUILT), far], WordJudge())) == [(BUILT, 0.95), (BY, 0.95)]
    assert strengths(weighed("The bridge was built in 1912.", [said(BUILT), far], WordJudge())) == [(BUILT, 0.95)]
    assert weighed(CLAIM, [far], WordJudge()) == []


def test_what_says_the_opposite_is_not_cited_for_what_all_say_together() -> None:
    judge = TableJudge({"One.": (0.2, 0.45), "One. Two.": (0.9, 0.0)})

    assert strengths(weighed(CLAIM, [said("One."), said("Two.")], judge)) == [("One.", 0.2), ("Two.", 0.9)]


def test_one_at_least_of_those_that_carry_is_near_the_claim() -> None:
    judge = TableJudge({"One.": (0.3, 0.0), "Two.": (0.2, 0.0), "Three.": (0.1, 0.0), "One. Two. Three.": (0.9, 0.0)})
    far = [said("One.", relevance=-2.0), said("Two.", relevance=-2.0)]

    assert strengths(weighed(CLAIM, [*far, said("Three.")], judge)) == [("One.", 0.9), ("Three.", 0.9)]


def test_what_one_sentence_says_against_the_claim_is_not_outweighed_by_all_together() -> None:
    judge = TableJudge({"One.": (0.1, 0.6), "Two.": (0.2, 0.0), "One. Two.": (0.9, 0.0)})

    assert strengths(weighed(CLAIM, [said("One."), said("Two.")], judge)) == [("One.", 0.1), ("Two.", 0.2)]


def test_a_sentence_that_says_so_alone_takes_no_other_with_it() -> None:
    judge = TableJudge({"One.": (0.8, 0.0), "Two.": (0.2, 0.0), "One. Two.": (0.9, 0.0)})

    assert strengths(weighed(CLAIM, [said("One."), said("Two.")], judge)) == [("One.", 0.9), ("Two.", 0.2)]


def test_words_without_a_full_stop_are_put_together_as_sentences() -> None:
    judge = TableJudge({"one. Two.": (0.9, 0.0)})

    assert strengths(weighed(CLAIM, [said("one"), said("Two.")], judge)) == [("one", 0.9), ("Two.", 0.9)]
