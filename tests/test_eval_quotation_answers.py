from collections.abc import Sequence
from dataclasses import replace

import pytest

from eval.kinds.quotations.answers import Given, Judged, judge
from eval.kinds.quotations.gold import Attribution
from eval.kinds.quotations.questions import about_topics, of_nobody, of_one_article
from eval.kinds.quotations.rivals import Extracting
from index import Passage
from tests.eval_article import ARTICLE, NOBODYS, TEXT


def given(attribution: Attribution, speaker: str | None) -> list[Given]:
    return [
        Given(quote, quote.text, speaker) for quote in (Passage(ARTICLE.document, one) for one in attribution.content)
    ]


def test_every_named_speaker_is_asked_about() -> None:
    reed, hale = of_one_article([ARTICLE])
    assert (reed.text, reed.document) == ("What did Ann Reed say?", "harbour")
    assert {offset for _, offset in reed.gold} == {
        *ARTICLE.attributions[0].characters,
        *ARTICLE.attributions[1].characters,
    }
    assert {offset for _, offset in hale.gold} == set(ARTICLE.attributions[3].characters)


def test_what_is_asked_of_nobody_names_somebody_of_another_article() -> None:
    questions = of_nobody([ARTICLE, NOBODYS], 7)
    assert [one.document for one in questions] == ["other"]
    assert questions[0].speaker in {"Ann Reed", "Tom Hale"}
    assert questions == of_nobody([ARTICLE, NOBODYS], 7)


@pytest.mark.model
def test_topics_are_noun_phrases_of_the_speaker_and_the_same_for_one_seed() -> None:
    questions = about_topics([ARTICLE], 7)
    assert {one.speaker for one in questions} == {"Ann Reed", "Tom Hale"}
    for one in questions:
        words = "".join(TEXT[offset] for _, offset in sorted(one.gold))
        assert one.topic is not None
        assert one.topic in words
    assert questions == about_topics([ARTICLE], 7)


def ask(cited: Sequence[Given]) -> Judged:
    return judge(of_one_article([ARTICLE])[0], cited, {"harbour": ARTICLE})


def test_citing_the_gold_words_under_their_names_is_perfect() -> None:
    both = [quote for one in ARTICLE.attributions[:2] for quote in given(one, "Ann Reed")]
    judged = ask(both)
    assert (judged.f1, judged.right, judged.right_named, judged.verbatim) == (1, [True, True], [True], 2)


def test_half_of_the_words_and_a_refusal_score_less() -> None:
    first, second = (len(one.characters) for one in ARTICLE.attributions[:2])
    half = ask(given(ARTICLE.attributions[0], "Ann Reed"))
    assert half.f1 == pytest.approx(2 * first / (first + first + second))
    assert (ask([]).f1, ask([]).refused) == (0, True)


def test_words_whose_speaker_nobody_knows_by_name_are_neither_right_nor_wrong() -> None:
    own = given(ARTICLE.attributions[0], "Ann Reed")
    beside = ask([*own, *given(ARTICLE.attributions[4], "Ann Reed")])
    assert beside.f1 == ask(own).f1
    assert beside.right == [True]


def test_words_under_another_name_are_misattributed() -> None:
    judged = ask(given(ARTICLE.attributions[3], "Ann Reed"))
    assert (judged.right, judged.f1) == ([False], 0)
    assert ask(given(ARTICLE.attributions[3], None)).right == []


def test_a_citation_that_is_not_the_text_is_not_verbatim() -> None:
    (quote,) = given(ARTICLE.attributions[0], "Ann Reed")
    assert ask([replace(quote, text="The new bridge is safe")]).verbatim == 0


def test_a_rival_cites_what_it_found_of_the_name_and_of_the_topic() -> None:
    rival = Extracting.over([ARTICLE], lambda _: list(ARTICLE.attributions))
    question = of_one_article([ARTICLE])[1]
    assert len(rival.answer(question)) == 2
    about = replace(question, topic="new harbour bridge", document=None)
    assert [one.text for one in rival.answer(about)] == ["that the new harbour bridge costs a fortune"]
