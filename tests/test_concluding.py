"""Weighed evidence to verdicts: whose word counts against whose."""

from dataclasses import replace
from datetime import date

import pytest

from bot.citation import Stance
from bot.claims.assertions import Assertion, assertions
from bot.claims.attitude import Attitude
from bot.claims.concluding import conclude, considering
from bot.claims.evidence import Evidence, dismissal, without_reprints
from bot.verdict import Verdict
from bot.weighing.dates import in_dates
from index import Document, Kind, Passage, Quotation, Span
from index.document import Turn

DENIES = Attitude.DENIES


def evidence(supports: float, refutes: float, attitude: Attitude = Attitude.ASSERTS, document: str = "a") -> Evidence:
    whole = Passage(Document(document, "The bridge is safe."), Span(0, 19))
    return Evidence(Assertion(whole, (whole,), whole.text, attitude=attitude), supports, refutes, 1.0)


def test_evidence_on_both_sides_is_conflicting_and_both_are_shown() -> None:
    found = conclude([evidence(0.9, 0.0), evidence(0.1, 0.7, document="b")])

    assert found.verdict is Verdict.CONFLICTING
    assert [stance for stance, _ in found.evidence] == [Stance.SUPPORTS, Stance.REFUTES]


def test_what_refutes_must_be_likelier_than_what_supports_unless_it_is_a_denial() -> None:
    assert conclude([evidence(0.62, 0.2)]).verdict is Verdict.SUPPORTED
    assert conclude([evidence(0.2, 0.67)]).verdict is Verdict.NOT_ENOUGH_EVIDENCE
    assert conclude([evidence(0.2, 0.72)]).verdict is Verdict.REFUTED
    assert conclude([evidence(0.9, 0.0), evidence(0.2, 0.67, document="b")]).verdict is Verdict.CONFLICTING
    assert conclude([evidence(0.2, 0.45, DENIES)]).verdict is Verdict.REFUTED
    assert conclude([evidence(0.57, 0.2)]).verdict is Verdict.NOT_ENOUGH_EVIDENCE


def test_evidence_on_which_the_judge_is_torn_supports_nothing() -> None:
    assert conclude([evidence(0.61, 0.53)]).verdict is Verdict.NOT_ENOUGH_EVIDENCE
    assert conclude([evidence(0.61, 0.33)]).verdict is Verdict.SUPPORTED
    assert [side for side, _ in conclude([evidence(0.5, 0.45)]).considered] == [None]


def test_weak_support_makes_no_conflict_and_is_told_and_a_denial_makes_one() -> None:
    weak, strong, denial = evidence(0.55, 0.1), evidence(0.1, 0.9, document="b"), evidence(0.1, 0.55, DENIES, "b")
    found = conclude([weak, strong])

    assert (found.verdict, found.evidence) == (Verdict.REFUTED, ((Stance.REFUTES, strong),))
    assert found.considered == ((Stance.SUPPORTS, weak),)
    assert conclude([evidence(0.9, 0.0), denial]).verdict is Verdict.CONFLICTING


def test_nobody_else_says_so_only_where_no_other_leans_to_it() -> None:
    words = Passage(Document("a", "Lee said it is safe."), Span(0, 20))
    lee = Assertion(words, (words,), words.text, Quotation((words,), None, None, "Lee", Kind.INDIRECT))
    said = Evidence(lee, 0.9, 0.0, 1.0)

    assert conclude([said, evidence(0.3, 0.0, document="b")]).according_to == "Lee"
    assert conclude([said, evidence(0.5, 0.0, document="b")]).according_to is None


def test_what_two_say_in_one_sentence_is_considered_and_not_that_the_publication_tells_it() -> None:
    whole = Passage(Document("a", "Lee said it may open, Ray that it never will."), Span(0, 45))
    lee, ray = (
        Evidence(
            Assertion(whole, (whole,), whole.text, Quotation((whole,), None, None, name, Kind.INDIRECT)), *odds, 1.0
        )
        for name, odds in (("Lee", (0.5, 0.2)), ("Ray", (0.1, 0.55)))
    )
    told = Evidence(Assertion(whole, (whole,), whole.text), 0.59, 0.0, 5.0)

    assert conclude([told, lee, ray]).considered == ((Stance.REFUTES, ray), (Stance.SUPPORTS, lee))


def test_others_words_are_considered_beside_a_speakers_own_and_speak_neither_way() -> None:
    own = conclude(
        [replace(evidence(0.1, 0.0), relevance=number, assertion=said_in(f"own{number}")) for number in range(9)]
    )
    others = conclude([evidence(0.9, 0.0, document="other")])

    sides = [(side, one.assertion.document.id) for side, one in considering(own, others).considered]
    assert sides == [*((None, f"own{number}") for number in range(8, 3, -1)), (None, "other")]


def said_in(document: str) -> Assertion:
    return evidence(0.0, 0.0, document=document).assertion


def test_what_is_far_decides_nothing_leans_nowhere_and_is_told_only_where_nothing_decides() -> None:
    far = replace(evidence(0.9, 0.0), relevance=-0.5)
    near = evidence(0.0, 0.9, document="b")

    assert conclude([far]).verdict is Verdict.NOT_ENOUGH_EVIDENCE
    assert conclude([far]).considered == ((None, far),)
    assert conclude([far, near]).verdict is Verdict.REFUTED
    assert not conclude([far, near]).considered


def test_what_was_considered_is_told_by_how_near_and_how_strong_it_is_each_sentence_once() -> None:
    weak, strong, far = (
        replace(evidence(supports, 0.0, document=of), relevance=relevance)
        for supports, of, relevance in ((0.1, "a", 1.0), (0.5, "b", 1.0), (0.5, "c", -5.0))
    )
    heading = Passage(Document("d", "OSLO, 2 March 2023."), Span(0, 19))
    dateline = Evidence(Assertion(heading, (heading,), heading.text), 0.5, 0.0, 9.0)
    again = replace(weak, supports=0.05)

    considered = conclude([far, again, weak, dateline, strong]).considered

    assert considered == ((Stance.SUPPORTS, strong), (None, weak), (None, far))
    assert len(conclude([evidence(0.1, 0.1, document=str(of)) for of in range(20)]).considered) == 10


def test_one_voice_in_one_document_counts_one_way_and_is_shown_whole() -> None:
    found = conclude([evidence(0.7, 0.1), evidence(0.1, 0.9), evidence(0.0, 0.65)])

    assert found.verdict is Verdict.REFUTED
    assert [one.refutes for stance, one in found.evidence if stance is Stance.REFUTES] == [0.9, 0.65]
    assert [one.supports for stance, one in found.evidence if stance is Stance.SUPPORTS] == [0.7]


def test_two_people_without_a_name_are_two_voices() -> None:
    text = "One said it is safe. Another said it is not."
    whole = Passage(Document("a", text), Span(0, len(text)))
    first, second = whole.narrow(0, 20), whole.narrow(21, len(text))
    said = [
        Evidence(
            Assertion(words, (words,), words.text, Quotation((words,), None, None, None, Kind.INDIRECT)), *odds, 1.0
        )
        for words, odds in ((first, (0.9, 0.0)), (second, (0.0, 0.7)))
    ]

    assert conclude(said).verdict is Verdict.CONFLICTING


def test_a_denial_alone_refutes() -> None:
    assert conclude([evidence(0.1, 0.65, DENIES)]).verdict is Verdict.REFUTED


def test_words_that_only_introduce_what_somebody_says_are_no_evidence() -> None:
    text = "North Korea and Russia have, however, dismissed US claims as propaganda."
    sentence = Passage(Document("a", text), Span(0, len(text)))
    quotation = Quotation(
        words=(sentence.narrow(text.index("US"), len(text) - 1),),
        speaker=sentence.narrow(0, text.index(" have")),
        cue=sentence.narrow(text.index("dismissed"), text.index(" US")),
        kind=Kind.INDIRECT,
        name="North Korea and Russia",
    )

    assert [one.speaker for one in assertions(sentence, [quotation])] == ["North Korea and Russia"]


def test_a_dismissal_speaks_for_the_negation_of_what_it_dismisses_and_not_for_another_number() -> None:
    text = "Lee said they sold ten ships. Fox dismissed Lee's claims."
    whole = Passage(Document("a", text), Span(0, len(text)))
    words = whole.narrow(9, 28)
    lee = Assertion(whole, (words,), words.text, Quotation((words,), None, None, "Lee", Kind.INDIRECT))
    words = whole.narrow(44, 56)
    fox = Assertion(whole, (words,), words.text, Quotation((words,), None, None, "Fox", Kind.INDIRECT), DENIES, "Lee")
    refuting = Evidence(lee, 0.0, 0.9, 1.0)

    found = dismissal(fox, "They have not sold ten ships", [refuting], [lee])

    assert found is not None
    assert (found.supports, found.refutes) == (0.9, 0.0)
    assert dismissal(fox, "They sold nine ships", [refuting], [lee]) is None


def quoted(text: str, words: str, speaker: str, kind: Kind = Kind.INDIRECT) -> tuple[Passage, Quotation]:
    whole = Passage(Document("a", text, published=date(2024, 3, 2)), Span(0, len(text)))
    said, by = (whole.narrow(text.index(part), text.index(part) + len(part)) for part in (words, speaker))
    return whole, Quotation((said,), by, None, "Ann Lee", kind)


def test_what_is_told_of_a_speaker_beside_is_the_publications_own() -> None:
    sentence, quotation = quoted("Ann Lee, who opposed it, said it was old.", "it was old", "Ann Lee, who opposed it,")

    own, said = assertions(sentence, [quotation])

    assert (own.speaker, own.plain, own.words) == (None, "Ann Lee opposed it.", (sentence,))
    assert said.speaker == "Ann Lee"


def test_yesterday_is_a_day_in_what_stands_around_a_quotation_too() -> None:
    sentence, quotation = quoted("The old bridge fell yesterday, and Lee said it was old.", "it was old", "Lee")

    assert assertions(sentence, [quotation])[0].plain == "The old bridge fell on 1 March 2024, and Lee said ."


def test_what_somebody_was_asked_is_nobodys_word() -> None:
    text = "Asked whether the bridge would be sold in the summer, Lee left the long meeting."
    document = Document("a", text)
    (own,) = assertions(Passage(document, document.body), [])
    assert own.plain.strip() == "Lee left the long meeting."


def test_the_sentences_inside_quotation_marks_are_said_one_by_one() -> None:
    sentence, quotation = quoted(
        'Lee: "It is safe. It is a lie that we knew. Go on."',
        "It is safe. It is a lie that we knew. Go on.",
        "Lee",
        Kind.DIRECT,
    )

    said = assertions(sentence, [quotation])

    assert [one.words[0].text for one in said] == ["It is safe.", "It is a lie that we knew.", "Go on."]
    assert [one.attitude for one in said] == [Attitude.ASSERTS, DENIES, Attitude.ASSERTS]
    assert {one.sentence for one in said} == {sentence}


def test_what_a_speaker_only_reports_is_not_asserted() -> None:
    words = "It is old. Our opponents say that it is unsafe. I told them that it is safe. It will fall, they say."
    sentence, quotation = quoted(f'Lee: "{words}"', words, "Lee", Kind.DIRECT)

    said = assertions(sentence, [quotation])

    assert [one.words[0].text for one in said] == ["It is old.", "I told them that it is safe."]


def test_yesterday_is_the_day_before_the_document_was_published() -> None:
    text = "The bridge fell yesterday."
    sentence = Passage(Document("a", text, published=date(2024, 3, 2)), Span(0, len(text)))

    assert [one.plain for one in assertions(sentence, [])] == ["The bridge fell on 1 March 2024."]


def test_of_reprints_the_one_counts_that_says_most() -> None:
    weak, strong = evidence(0.2, 0.1), evidence(0.1, 0.9, document="b")

    assert list(without_reprints([weak, strong])) == [replace(strong, also=("a",))]


def ended(day: date | None, supports: float, refutes: float, document: str) -> Evidence:
    text = "It ended yesterday."
    whole = Passage(Document(document, text, published=day), Span(0, len(text)))
    return Evidence(Assertion(whole, (whole,), in_dates(text, day)), supports, refutes, 1.0)


def test_of_reprints_yesterday_means_what_it_meant_in_the_first_published() -> None:
    first, later = ended(date(2024, 5, 2), 0.6, 0.1, "b"), ended(date(2024, 5, 3), 0.0, 0.9, "a")
    undated = ended(None, 0.9, 0.0, "c")

    assert list(without_reprints([undated, later, first])) == [replace(first, also=("a", "c"))]


BUILT = "The Linden Bridge was built in 1931 by the engineer Karl Moser."


def told(*texts: str) -> list[tuple[str, ...]]:
    """Return the documents in which narrations that are one are found, the strongest first."""
    documents = [Document(str(number), text) for number, text in enumerate(texts)]
    wholes = [Passage(document, Span(0, len(document.text))) for document in documents]
    weighed = [Evidence(Assertion(one, (one,), one.text), 0.9, 0.0, 1.0) for one in wholes]
    return [(one.assertion.document.id, *one.also) for one in without_reprints(weighed)]


def test_a_reprint_is_known_by_its_words_whatever_its_dateline_articles_and_marks() -> None:
    assert told(
        BUILT,
        "The Linden Bridge was built in 1931 by engineer Karl Moser",
        f"PORT ALMOND - {BUILT}",
        f"PORT ALMOND, Ohio (Wire) \u2014 {BUILT}",
        f"OSLO - {BUILT}",
    ) == [("0", "1", "2", "3"), ("4",)]


@pytest.mark.parametrize(
    "other",
    [
        "The Linden Bridge was built in 1932 by the engineer Karl Moser.",
        "The Linden Bridge was built in 1931 by the engineer Karl Maser.",
        "The Linden Bridge was not built in 1931 by the engineer Karl Moser.",
        "The Linden Bridge was rebuilt in 1931 by the engineer Karl Moser.",
        "The Linden Bridge was built in 1931 by the engineer Karl Moser?",
        "NATO \u2013 the Linden Bridge was built in 1931 with the engineer Karl Moser.",
    ],
)
def test_another_number_name_negation_or_word_makes_no_reprint(other: str) -> None:
    assert told(BUILT, other) == [("0",), ("1",)]


@pytest.mark.parametrize("text", ["Is the bridge safe?", '"Is the bridge safe?"', "The bridge is safe, isn't it?"])
def test_a_question_asserts_nothing(text: str) -> None:
    sentence = Passage(Document("a", text), Span(0, len(text)))

    assert assertions(sentence, []) == []


def test_of_what_somebody_says_only_the_questions_assert_nothing() -> None:
    sentence, quotation = quoted('Lee: "Is it safe? It is old."', "Is it safe? It is old.", "Lee", Kind.DIRECT)

    assert [one.words[0].text for one in assertions(sentence, [quotation])] == ["It is old."]


@pytest.mark.parametrize(("label", "said"), [("QUESTION", []), ("SPEAKER 1", ["The bridge fell."])])
def test_a_reporter_who_asks_asserts_nothing(label: str, said: list[str]) -> None:
    text = f"{label}: The bridge fell. How did it fall?"
    turn = Turn(label, Span(len(label) + 2, len(text)))
    sentence = Passage(Document("a", text, turns=(turn,)), Span(0, text.index(" How")))
    by, words = sentence.narrow(0, len(label)), sentence.narrow(turn.words.start, sentence.end)
    quotation = Quotation((words,), by, None, None, Kind.DIRECT)

    assert [one.plain for one in assertions(sentence, [quotation])] == said
