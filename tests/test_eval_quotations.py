import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from eval.errors import CaseError
from eval.kinds.quotations.answers import Given, Judged, judge
from eval.kinds.quotations.figures import Measured, lines
from eval.kinds.quotations.gold import Article, Attribution, Source, read_articles
from eval.kinds.quotations.matching import match, overlap
from eval.kinds.quotations.plain_rows import rows
from eval.kinds.quotations.questions import about_topics, of_nobody, of_one_article
from eval.kinds.quotations.rivals import Extracting
from eval.kinds.quotations.source_names import full_name, name_in, same_last_name
from eval.reporting_verbs import REPORTING_VERBS, lemmas, reports_speech
from index import Passage, Span

TEXT = (
    "“The old harbour bridge is safe,” Ann Reed said on Monday. She added that the ferry would sail again in spring. "
    "Mayor Tom Hale hopes that the ferry stops for good. "
    "Hale told reporters that the new harbour bridge costs a fortune. The police said nobody was hurt."
)


def spans(*pieces: str) -> list[list[int]]:
    return [[TEXT.index(piece), TEXT.index(piece) + len(piece)] for piece in pieces]


def quote(content: str, speaker: str, cue: str, kind: str = "indirect", auto: str | None = None) -> dict[str, object]:
    return {
        "content_spans": spans(content),
        "speaker_spans": spans(speaker),
        "cue_spans": spans(cue),
        "quote_type": kind,
        "speaker_auto": auto,
    }


ROW = {
    "id": "harbour",
    "text": TEXT,
    "quotes": [
        quote("“The old harbour bridge is safe,”", "Ann Reed", "said", "direct"),
        quote("that the ferry would sail again in spring", "She", "added", auto="Ann Reed"),
        quote("that the ferry stops for good", "Mayor Tom Hale", "hopes"),
        quote("that the new harbour bridge costs a fortune", "Hale", "told"),
        quote("nobody was hurt", "The police", "said"),
    ],
}
OTHER = {"id": "other", "text": "Eve Ortiz said it will rain.", "quotes": []}


@pytest.fixture
def articles(tmp_path: Path) -> list[Article]:
    (tmp_path / "set.jsonl").write_text("\n".join(json.dumps(row) for row in (ROW, OTHER)))
    return read_articles(tmp_path / "set.jsonl")


@pytest.fixture
def article(articles: list[Article]) -> Article:
    return articles[0]


def figures(article: Article, found: Sequence[Attribution]) -> dict[str, float | None]:
    return {line.name: line.figure.value for line in lines(Measured([match(article, found)]))}


def given(article: Article, attribution: Attribution, speaker: str | None) -> list[Given]:
    return [
        Given(quote, quote.text, speaker) for quote in (Passage(article.document, one) for one in attribution.content)
    ]


def test_an_attribution_is_of_speech_by_its_cue_or_its_marks(article: Article) -> None:
    assert [one.of_speech for one in article.attributions] == [True, True, False, True, True]


def test_speakers_are_told_by_name_pronoun_or_description(article: Article) -> None:
    assert [(one.source, one.name) for one in article.attributions] == [
        (Source.NAMED, "Ann Reed"),
        (Source.PRONOUN, "Ann Reed"),
        (Source.NAMED, "Mayor Tom Hale"),
        (Source.NAMED, "Hale"),
        (Source.DESCRIBED, None),
    ]
    assert article.speaker(article.attributions[3]) == "Tom Hale"
    assert article.speakers == ["Ann Reed", "Tom Hale"]


def test_gold_against_itself_scores_one(article: Article) -> None:
    found = figures(article, article.attributions)
    assert found.pop("content F1, mixed") is None
    assert set(found.values()) == {1.0}


def test_spans_shifted_by_a_character_overlap_less_and_by_many_are_not_found(article: Article) -> None:
    gold = article.attributions[0]
    (piece,) = gold.content
    by_one, by_many = (
        replace(gold, content=(Span(piece.start + shift, piece.end + shift),)) for shift in (1, len(piece) // 4)
    )
    assert 0.9 < overlap(by_one.characters, gold.characters) < 1
    assert figures(article, [by_one])["content F1, direct"] == 1
    assert figures(article, [by_many])["content F1, direct"] == 0


def test_swapped_speakers_leave_content_right_and_speakers_wrong(article: Article) -> None:
    names = {"Ann Reed": "Tom Hale", "Mayor Tom Hale": "Ann Reed", "Hale": "Reed"}
    swapped = [replace(one, name=names.get(one.name or "")) for one in article.attributions]
    found = figures(article, swapped)
    assert found["content F1, all types"] == 1
    assert found["speaker right, named"] == found["speaker right, pronoun"] == 0


def test_precision_and_recall_are_worked_by_hand(article: Article) -> None:
    # Of four, two are found, and one is invented: precision 2/3, recall 2/4, F1 4/7.
    invented = replace(article.attributions[0], content=(Span(40, 90),))
    found = [*article.attributions[:2], invented]
    assert figures(article, found)["content F1, all types"] == pytest.approx(4 / 7)


def test_a_gold_attribution_is_matched_once(article: Article) -> None:
    first = article.attributions[0]
    matching = match(article, [first, first])
    assert matching.counts(None) == (1, 2, 1, 4)


def test_pieces_count_and_not_their_cover(article: Article) -> None:
    gold = replace(article.attributions[0], content=(Span(0, 10), Span(90, 100)))
    cover = replace(gold, content=(Span(0, 100),))
    assert overlap(gold.characters, cover.characters) == 0.2


def test_every_named_speaker_is_asked_about(article: Article) -> None:
    reed, hale = of_one_article([article])
    assert (reed.text, reed.document) == ("What did Ann Reed say?", "harbour")
    assert {offset for _, offset in reed.gold} == {
        *article.attributions[0].characters,
        *article.attributions[1].characters,
    }
    assert {offset for _, offset in hale.gold} == set(article.attributions[3].characters)


def test_what_is_asked_of_nobody_names_somebody_of_another_article(articles: list[Article]) -> None:
    questions = of_nobody(articles, 7)
    assert [one.document for one in questions] == ["other"]
    assert questions[0].speaker in {"Ann Reed", "Tom Hale"}
    assert questions == of_nobody(articles, 7)


@pytest.mark.model
def test_topics_are_noun_phrases_of_the_speaker_and_the_same_for_one_seed(article: Article) -> None:
    questions = about_topics([article], 7)
    assert {one.speaker for one in questions} == {"Ann Reed", "Tom Hale"}
    for one in questions:
        words = "".join(TEXT[offset] for _, offset in sorted(one.gold))
        assert one.topic is not None
        assert one.topic in words
    assert questions == about_topics([article], 7)


def ask(article: Article, cited: Sequence[Given]) -> Judged:
    return judge(of_one_article([article])[0], cited, {"harbour": article})


def test_citing_the_gold_words_under_their_names_is_perfect(article: Article) -> None:
    both = [quote for one in article.attributions[:2] for quote in given(article, one, "Ann Reed")]
    judged = ask(article, both)
    assert (judged.f1, judged.right, judged.right_named, judged.verbatim) == (1, [True, True], [True], 2)


def test_half_of_the_words_and_a_refusal_score_less(article: Article) -> None:
    first, second = (len(one.characters) for one in article.attributions[:2])
    half = ask(article, given(article, article.attributions[0], "Ann Reed"))
    assert half.f1 == pytest.approx(2 * first / (first + first + second))
    assert (ask(article, []).f1, ask(article, []).refused) == (0, True)


def test_words_whose_speaker_nobody_knows_by_name_are_neither_right_nor_wrong(article: Article) -> None:
    own = given(article, article.attributions[0], "Ann Reed")
    beside = ask(article, [*own, *given(article, article.attributions[4], "Ann Reed")])
    assert beside.f1 == ask(article, own).f1
    assert beside.right == [True]


def test_words_under_another_name_are_misattributed(article: Article) -> None:
    judged = ask(article, given(article, article.attributions[3], "Ann Reed"))
    assert (judged.right, judged.f1) == ([False], 0)
    assert ask(article, given(article, article.attributions[3], None)).right == []


def test_a_citation_that_is_not_the_text_is_not_verbatim(article: Article) -> None:
    (quote,) = given(article, article.attributions[0], "Ann Reed")
    assert ask(article, [replace(quote, text="The new bridge is safe")]).verbatim == 0


def test_rows_say_what_was_missed_and_invented(article: Article) -> None:
    found = [replace(article.attributions[0], content=(Span(40, 90),), name=None)]
    row = next(rows(Measured([match(article, found)])))
    assert [one["text"] for one in row["missed"]][1] == "that the ferry would sail again in spring"
    assert row["invented"][0]["content"] == [[40, 90]]
    json.dumps(row)


def test_a_rival_cites_what_it_found_of_the_name_and_of_the_topic(article: Article) -> None:
    rival = Extracting.over([article], lambda _: list(article.attributions))
    question = of_one_article([article])[1]
    assert len(rival.answer(question)) == 2
    about = replace(question, topic="new harbour bridge", document=None)
    assert [one.text for one in rival.answer(about)] == ["that the new harbour bridge costs a fortune"]


def test_what_is_wrong_with_an_article_is_said_with_its_line(tmp_path: Path) -> None:
    beyond = {**ROW, "quotes": [{**quote("nobody was hurt", "She", "added"), "content_spans": [[0, 9999]]}]}
    (tmp_path / "set.jsonl").write_text(json.dumps(beyond))
    with pytest.raises(CaseError, match=r"set\.jsonl:1: .*0 to 9999 reaches beyond"):
        read_articles(tmp_path / "set.jsonl")


def test_a_lone_word_that_the_text_has_in_lower_case_is_no_name() -> None:
    assert name_in("Police", "Police came. The police said so.") is None
    assert name_in("Reed", "Reed came.") == "Reed"


def test_a_last_name_that_two_people_share_stands_for_neither() -> None:
    assert full_name("Hale", ["Tom Hale", "Hale"]) == "Tom Hale"
    assert full_name("Hale", ["Tom Hale", "Ida Hale"]) is None


def test_speakers_are_the_same_by_last_name_or_as_one_party() -> None:
    assert same_last_name("John Kirby", "Mr. Kirby")
    assert same_last_name("North Korea", "Pyongyang")
    assert not same_last_name("Kirby's office", "Kirby")
    assert not same_last_name(None, "Kirby")


def test_reporting_verbs_are_sorted_lemmas_known_in_every_form() -> None:
    for form in ("said", "denies", "quipped", "told", "urging", "states"):
        assert reports_speech(form), form
    for form in ("hopes", "believes", "plans to", "wants"):
        assert not reports_speech(form), form
    assert all(verb in lemmas(verb) for verb in REPORTING_VERBS)
