import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from eval.columns import columns
from eval.errors import CaseError
from eval.kinds.quotations import _measured, _timed
from eval.kinds.quotations.figures import lines
from eval.kinds.quotations.gold import Attribution, Source, read_articles
from eval.kinds.quotations.matching import match, overlap
from eval.kinds.quotations.outcomes import of_article
from eval.kinds.quotations.rivals import Extracting
from eval.set_kind import Options
from index import Document, Quotation, Span
from tests.eval_article import ARTICLE, NOBODYS, ROW, quote


def figures(found: Sequence[Attribution]) -> dict[str, float | None]:
    return {line.name: line.figure.value for line in lines(columns([of_article(match(ARTICLE, found)).plain()]))}


def test_an_attribution_is_of_speech_by_its_cue_or_its_marks() -> None:
    assert [one.of_speech for one in ARTICLE.attributions] == [True, True, False, True, True]


def test_speakers_are_told_by_name_pronoun_or_description() -> None:
    assert [(one.source, one.name) for one in ARTICLE.attributions] == [
        (Source.NAMED, "Ann Reed"),
        (Source.PRONOUN, "Ann Reed"),
        (Source.NAMED, "Mayor Tom Hale"),
        (Source.NAMED, "Hale"),
        (Source.DESCRIBED, None),
    ]
    assert ARTICLE.speaker(ARTICLE.attributions[3]) == "Tom Hale"
    assert ARTICLE.speakers == ["Ann Reed", "Tom Hale"]


def test_gold_against_itself_scores_one() -> None:
    found = figures(ARTICLE.attributions)
    assert found.pop("content F1, mixed") is None
    assert set(found.values()) == {1.0}


def test_spans_shifted_by_a_character_overlap_less_and_by_many_are_not_found() -> None:
    gold = ARTICLE.attributions[0]
    (piece,) = gold.content
    by_one, by_many = (
        replace(gold, content=(Span(piece.start + shift, piece.end + shift),)) for shift in (1, len(piece) // 4)
    )
    assert 0.9 < overlap(by_one.characters, gold.characters) < 1
    assert figures([by_one])["content F1, direct"] == 1
    assert figures([by_many])["content F1, direct"] == 0


def test_swapped_speakers_leave_content_right_and_speakers_wrong() -> None:
    names = {"Ann Reed": "Tom Hale", "Mayor Tom Hale": "Ann Reed", "Hale": "Reed"}
    swapped = [replace(one, name=names.get(one.name or "")) for one in ARTICLE.attributions]
    found = figures(swapped)
    assert found["content F1, all types"] == 1
    assert found["speaker right, named"] == found["speaker right, pronoun"] == 0


def test_precision_and_recall_are_worked_by_hand() -> None:
    # Of four, two are found, and one is invented: precision 2/3, recall 2/4, F1 4/7.
    invented = replace(ARTICLE.attributions[0], content=(Span(40, 90),))
    found = [*ARTICLE.attributions[:2], invented]
    assert figures(found)["content F1, all types"] == pytest.approx(4 / 7)


def test_a_gold_attribution_is_matched_once() -> None:
    first = ARTICLE.attributions[0]
    matching = match(ARTICLE, [first, first])
    assert matching.counts(None) == (1, 2, 1, 4)


def test_pieces_count_and_not_their_cover() -> None:
    gold = replace(ARTICLE.attributions[0], content=(Span(0, 10), Span(90, 100)))
    cover = replace(gold, content=(Span(0, 100),))
    assert overlap(gold.characters, cover.characters) == 0.2


def test_rows_say_what_was_missed_and_invented() -> None:
    found = [replace(ARTICLE.attributions[0], content=(Span(40, 90),), name=None)]
    row = of_article(match(ARTICLE, found)).plain()
    assert row["right"] is False
    assert [one["text"] for one in row["missed"]][1] == "that the ferry would sail again in spring"
    assert row["invented"][0]["content"] == [[40, 90]]
    json.dumps(row)


@pytest.mark.model
def test_an_extractor_that_raises_has_failed_the_article_and_goes_on_to_the_next() -> None:
    def extract(document: Document) -> list[Attribution]:
        if document.id == "other":
            raise RuntimeError(document.id)
        return list(ARTICLE.attributions)

    rival = Extracting.over([ARTICLE, NOBODYS], extract)
    articles = [ARTICLE, replace(NOBODYS, attributions=ARTICLE.attributions[:1])]
    rows = _measured("rival", rival, articles, Options())
    fine, failed = (row for row in rows if row["slices"]["kind"] == "article")
    assert (fine["error"], fine["right"]) == (None, True)
    assert failed["error"] == "ExtractorError: RuntimeError: other"
    assert failed["right"] is False
    assert failed["scores"]["content F1, all types"] == 0


def test_timing_an_extractor_that_raises_is_a_failed_row(monkeypatch: pytest.MonkeyPatch) -> None:
    def raising(_: Document) -> list[Quotation]:
        message = "out of paper"
        raise RuntimeError(message)

    monkeypatch.setattr("index.quotations", raising)
    (row,) = _timed([ARTICLE], Options())
    assert row["error"] == "RuntimeError: out of paper"
    assert row["counts"]["articles a second"][1][0] == 0


def test_what_is_wrong_with_an_article_is_said_with_its_line(tmp_path: Path) -> None:
    beyond = {**ROW, "quotes": [{**quote("nobody was hurt", "She", "added"), "content_spans": [[0, 9999]]}]}
    (tmp_path / "set.jsonl").write_text(json.dumps(beyond))
    with pytest.raises(CaseError, match=r"set\.jsonl:1: .*0 to 9999 reaches beyond"):
        list(read_articles(tmp_path / "set.jsonl"))
