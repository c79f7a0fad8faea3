"""What each voice says, weighed in the passage that it is said in."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.claims.assertions import Assertion
from bot.claims.attitude import Attitude
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


def said(
    text: str, document: str = "a", speaker: str | None = None, relevance: float = 1.0, around: Sequence[str] = ()
) -> Said:
    words = Passage(Document(document, text), Span(0, len(text)))
    quotation = Quotation((words,), None, None, speaker, Kind.DIRECT) if speaker else None
    return Said(Assertion(words, (words,), text, quotation), text, relevance, tuple(around))


def strengths(found: list[Evidence]) -> list[tuple[str, float]]:
    return [(one.assertion.plain, one.supports) for one in found]


def test_what_two_sentences_of_a_passage_say_together_counts_for_both() -> None:
    around = [f"{BUILT} {BY}"]
    found = weighed(CLAIM, [said(BUILT, around=around), said(BY, around=around)], WordJudge())
    assert strengths(found) == [(BUILT, 0.95), (BY, 0.95)]


def test_sentences_of_other_voices_and_other_documents_are_weighed_by_themselves() -> None:
    assert strengths(weighed(CLAIM, [said(BUILT), said(BY, "b")], WordJudge())) == [(BUILT, 0.05), (BY, 0.05)]
    assert strengths(weighed(CLAIM, [said(BUILT), said(BY, speaker="Lee")], WordJudge())) == [(BUILT, 0.05), (BY, 0.05)]


def test_who_says_we_is_named_once_in_what_is_told() -> None:
    assert said("Lee said: We sold it.", speaker="Lee").assertion.told == "Lee said: We sold it."


def test_what_is_far_from_the_claim_is_apart_and_what_is_farther_is_not_weighed() -> None:
    passage = f"{BUILT} {BY}"
    near, far, farther = said(BUILT, around=[passage]), said(BY, relevance=-3.0), said(BY, "b", relevance=-9.0)

    assert strengths(weighed(CLAIM, [near, far, farther], WordJudge())) == [(BUILT, 0.95), (BY, 0.05)]


def test_a_passage_counts_for_more_than_one_of_its_sentences_and_what_says_the_opposite_alone_carries_nothing() -> None:
    judge = TableJudge({"Lee built.": (0.4, 0.0), "Yes.": (0.9, 0.0), "Lee built. Yes. No.": (0.1, 0.8)})
    (found,) = weighed(CLAIM, [said(text, around=["Lee built. Yes. No."]) for text in ("Lee built.", "Yes.")], judge)
    assert (found.assertion.plain, found.supports, found.refutes) == ("Lee built.", 0.1, 0.8)
    (agreed,) = weighed(CLAIM, [said("Yes.", around=["Lee built. Yes. No."])], judge)
    assert (agreed.supports, agreed.refutes) == (0.1, 0.0)


def test_of_two_passages_that_a_sentence_stands_in_the_one_that_says_more_counts() -> None:
    judge = TableJudge({"Lee built. 1912.": (0.8, 0.0), "1911. Lee built.": (0.3, 0.3)})
    assert strengths(weighed(CLAIM, [said("Lee built.", around=["1911. Lee built.", "Lee built. 1912."])], judge)) == [
        ("Lee built.", 0.8)
    ]


def test_a_sentence_that_says_so_alone_takes_no_other_with_it() -> None:
    judge = TableJudge({"Lee.": (0.7, 0.0), "1912.": (0.2, 0.0), "Lee. 1912.": (0.9, 0.0)})
    both = [said(text, around=["Lee. 1912."]) for text in ("Lee.", "1912.")]
    assert strengths(weighed(CLAIM, both, judge)) == [("Lee.", 0.9)]


def test_what_says_nothing_more_of_the_claim_carries_nothing() -> None:
    judge = TableJudge({"Built 1912.": (0.3, 0.0), "A 1912 car.": (0.2, 0.0), "Built 1912. A 1912 car.": (0.9, 0.0)})
    both = [said(text, around=["Built 1912. A 1912 car."]) for text in ("A 1912 car.", "Built 1912.")]
    assert strengths(weighed(CLAIM, both, judge)) == [("Built 1912.", 0.9)]


def test_nothing_carries_the_opposite_of_what_the_most_relevant_sentence_says() -> None:
    judge = TableJudge(
        {"Lee built.": (0.3, 0.0), "Not Lee built.": (0.1, 0.5), "Lee built. Not Lee built.": (0.9, 0.0)}
    )
    around = ["Lee built. Not Lee built."]

    both = [said("Lee built.", around=around), said("Not Lee built.", relevance=2.0, around=around)]

    assert strengths(weighed(CLAIM, both, judge)) == [("Not Lee built.", 0.0)]
    assert strengths(weighed(CLAIM, [said("Lee built.", relevance=2.0, around=around)], judge)) == [("Lee built.", 0.9)]


def test_a_sentence_with_nothing_but_names_of_the_claim_carries_nothing_that_it_does_not_say_alone() -> None:
    together = {"Lee frowned. It was so.": (0.7, 0.0)}
    frowned = said("Lee frowned.", around=["Lee frowned. It was so."])

    assert strengths(weighed(CLAIM, [frowned], TableJudge({**together, "Lee frowned.": (0.4, 0.0)}))) == [
        ("Lee frowned.", 0.4)
    ]
    assert strengths(weighed(CLAIM, [frowned], TableJudge({**together, "Lee frowned.": (0.6, 0.0)}))) == [
        ("Lee frowned.", 0.7)
    ]


def test_what_somebody_calls_for_does_not_support_that_it_happened() -> None:
    whole = Passage(Document("a", "Berg called for the resignation of the mayor."), Span(0, 45))
    words, view = whole.narrow(16, 44), "Berg said: the resignation of the mayor"
    called = Assertion(whole, (words,), view, Quotation((words,), None, None, "Berg", Kind.INDIRECT))

    denies, judge = replace(called, attitude=Attitude.DENIES), TableJudge({view: (0.9, 0.0)})

    assert [one.supports for one in weighed("The mayor resigned.", [Said(called, view, 1.0)], judge)] == [0.0]
    assert [one.supports for one in weighed("The mayor resigned.", [Said(denies, view, 1.0)], judge)] == [0.9]


def test_what_the_most_relevant_sentence_has_as_a_plan_does_not_support_that_it_happened() -> None:
    planned, sold = "The port planned to sell the ferry.", "The port sold the ferry."
    table = TableJudge({planned: (0.9, 0.0), sold: (0.9, 0.0), f"{planned} {sold}": (0.9, 0.0)})

    def found(*each: tuple[str, float]) -> list[float]:
        around = [" ".join(text for text, _ in each)]
        near = [said(text, relevance=relevance, around=around) for text, relevance in each]
        return [one.supports for one in weighed("The port sold the ferry.", near, table)]

    assert found((planned, 2.0)) == [0.0]
    assert 0.9 in found((planned, 2.0), (sold, 3.0))


def test_a_whole_sentence_is_cited_rather_than_a_heading() -> None:
    judge = TableJudge({"# Lee": (0.8, 0.0), "Lee.": (0.6, 0.0), "# Lee Lee.": (0.9, 0.0)})
    heading, whole = (said(text, around=["# Lee Lee."]) for text in ("# Lee", "Lee."))

    assert strengths(weighed(CLAIM, [heading, whole], judge)) == [("Lee.", 0.9)]
    assert strengths(weighed(CLAIM, [heading], judge)) == [("# Lee", 0.9)]
