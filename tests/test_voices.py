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
    judge = TableJudge({"Lee.": (0.2, 0.45), "Lee. 1912.": (0.9, 0.0)})

    assert strengths(weighed(CLAIM, [said("Lee."), said("1912.")], judge)) == [("Lee.", 0.2), ("1912.", 0.0)]


def test_one_at_least_of_those_that_carry_is_near_the_claim() -> None:
    judge = TableJudge({"Lee.": (0.3, 0.0), "Built.": (0.2, 0.0), "1912.": (0.1, 0.0), "Lee. Built. 1912.": (0.9, 0.0)})
    far = [said("Lee.", relevance=-2.0), said("Built.", relevance=-2.0)]

    assert strengths(weighed(CLAIM, [*far, said("1912.")], judge)) == [("Lee.", 0.9), ("1912.", 0.9)]


def test_what_says_nothing_more_of_the_claim_carries_nothing() -> None:
    judge = TableJudge({"Built 1912.": (0.3, 0.0), "A 1912 car.": (0.2, 0.0), "Built 1912. A 1912 car.": (0.9, 0.0)})

    found = weighed(CLAIM, [said("Built 1912."), said("A 1912 car.")], judge)

    assert strengths(found) == [("Built 1912.", 0.3), ("A 1912 car.", 0.2)]


def test_what_is_hardly_stronger_together_is_not_said_together() -> None:
    judge = TableJudge({"Lee.": (0.48, 0.0), "1912.": (0.2, 0.0), "Lee. 1912.": (0.5, 0.0)})

    assert strengths(weighed(CLAIM, [said("Lee."), said("1912.")], judge)) == [("Lee.", 0.48), ("1912.", 0.2)]


def test_what_one_sentence_says_against_the_claim_is_not_outweighed_by_all_together() -> None:
    judge = TableJudge({"Lee.": (0.1, 0.6), "1912.": (0.2, 0.0), "Lee. 1912.": (0.9, 0.0)})

    assert strengths(weighed(CLAIM, [said("Lee."), said("1912.")], judge)) == [("Lee.", 0.1), ("1912.", 0.2)]


def test_a_sentence_that_says_so_alone_takes_no_other_with_it() -> None:
    judge = TableJudge({"Lee.": (0.7, 0.0), "1912.": (0.2, 0.0), "Lee. 1912.": (0.9, 0.0)})

    assert strengths(weighed(CLAIM, [said("Lee."), said("1912.")], judge)) == [("Lee.", 0.9), ("1912.", 0.2)]


def test_words_without_a_full_stop_are_put_together_as_sentences() -> None:
    judge = TableJudge({"lee. 1912.": (0.9, 0.0)})

    assert strengths(weighed(CLAIM, [said("lee"), said("1912.")], judge)) == [("lee", 0.9), ("1912.", 0.9)]
