"""Checks as HTML: what is said first, what stands beside what, and that documents stay text."""

from dataclasses import replace
from datetime import date

from bot.citation import Citation, Stance, Statement
from bot.claims.check import Check
from bot.claims.text_check import CheckedQuotation, CheckedSentence, TextCheck
from bot.quotes.quote_check import Difference, DifferenceKind, QuoteCheck, QuoteStatus
from bot.showing.check_html import check_html
from bot.showing.quote_html import quote_check_html
from bot.showing.text_check_html import text_check_html
from bot.showing.timeline import timeline_svg
from bot.verdict import Verdict
from index import Document, Passage, Span
from tests.chat_fakes import BERTH, HARBOUR, PROMISE, SCRIPT, SHIPS, UNION, passage
from tests.html_reader import Reader

FOR = replace(BERTH, stance=Stance.SUPPORTS)
AGAINST = replace(UNION, number=2, stance=Stance.REFUTES)
CHECK = Check(
    "The harbour <b>stays</b> open",
    Verdict.CONFLICTING,
    0.8,
    (Statement("For.", (FOR,)), Statement("Against.", (AGAINST,))),
)


def test_the_verdict_comes_before_the_evidence_and_for_before_against() -> None:
    text = Reader(check_html(CHECK)).text
    places = [
        text.index(words) for words in ("<b>stays</b>", "Conflicting", "80\N{NO-BREAK SPACE}%", FOR.text, AGAINST.text)
    ]
    assert places == sorted(places)


def test_a_side_without_evidence_says_so() -> None:
    one_sided = replace(CHECK, verdict=Verdict.SUPPORTED, statements=CHECK.statements[:1])
    assert "Nothing in the sources speaks against it." in check_html(one_sided)
    assert "speaks for it" not in check_html(one_sided)


def test_without_evidence_what_is_near_is_shown_and_no_sides() -> None:
    near, leaning = (Statement(one.text, (one,)) for one in (SHIPS, FOR))
    html = check_html(Check("?", Verdict.NOT_ENOUGH_EVIDENCE, 1.0, considered=(near, leaning)))
    assert html.index("Leans for it") < html.index("Near, but no evidence") < html.index(SHIPS.text)
    assert "Near, but no evidence" in html
    assert SHIPS.text in html
    assert "speaks" not in html


def test_every_verdict_and_every_status_has_a_sign_of_its_own() -> None:
    verdicts = {
        check_html(replace(CHECK, verdict=verdict)).partition('aria-hidden="true">')[2][0] for verdict in Verdict
    }
    statuses = {
        quote_check_html(QuoteCheck("a", None, one)).partition('aria-hidden="true">')[2][0] for one in QuoteStatus
    }
    assert len(verdicts) == len(Verdict)
    assert len(statuses) == len(QuoteStatus)


def quote_check(given: str, *differences: Difference, piece: Citation = BERTH) -> str:
    return quote_check_html(QuoteCheck(given, "Solberg", QuoteStatus.ALTERED, (piece,), differences))


def test_words_that_differ_are_marked_where_they_stand_on_both_sides() -> None:
    given = "We will keep every berth free of snow"
    changed = Difference(
        DifferenceKind.CHANGED_WORD, "snow", "ice", given_at=Span(33, 37), found_at=passage(HARBOUR, "ice,").span
    )
    cut = replace(changed, found_at=Span(changed.found_at.start, changed.found_at.end - 1))  # type: ignore[union-attr]
    html = quote_check(given, cut)
    assert "every berth free of <del>snow</del>" in html
    assert "every berth free of <ins>ice</ins>, whatever" in html
    assert "word changed" in html


def test_marks_never_change_the_words() -> None:
    words = "a <b> c"
    spans = [Span(start, end) for start in range(7) for end in range(start + 1, 8)]
    for one in spans:
        for other in spans:
            found = [Difference(DifferenceKind.CHANGED_WORD, "x", "", given_at=at) for at in (one, other)]
            html = quote_check_html(QuoteCheck(words, None, QuoteStatus.NOT_FOUND, differences=tuple(found)))
            given = html.partition('<blockquote class="words">')[2].partition("</blockquote>")[0]
            assert Reader(given).text == words


def test_a_hostile_document_is_only_text_in_checks() -> None:
    stance = replace(SCRIPT, stance=Stance.SUPPORTS)
    check = Check(SCRIPT.text, Verdict.SUPPORTED, 1.0, (Statement(SCRIPT.text, (stance,)),), reason=SCRIPT.text)
    quotation = QuoteCheck(
        SCRIPT.text,
        SCRIPT.text,
        QuoteStatus.ALTERED,
        (SCRIPT,),
        (Difference(DifferenceKind.STITCHED, SCRIPT.text, SCRIPT.text, SCRIPT),),
        SCRIPT,
        SCRIPT.text,
        (SCRIPT.text,),
        SCRIPT.quote,
        SCRIPT.quote,
    )
    text = Document("text", SCRIPT.text)
    whole = Passage(text, Span(0, len(text.text)))
    report = text_check_html(
        TextCheck(text, (CheckedSentence(whole, check),), (CheckedQuotation(whole, quotation),)), interactive=True
    )
    reader = Reader(report)
    assert not {tag for tag, _ in reader.tags} & {"script", "img", "i", "code"}
    assert reader.links() == []
    assert not any(name.startswith("on") for _, attributes in reader.tags for name in attributes)
    timeline = Reader(timeline_svg([(SCRIPT.text, date(2025, 1, 1), 1)]))
    assert {tag for tag, _ in timeline.tags} <= {"svg", "line", "text", "circle", "title"}


def test_a_report_counts_and_begins_with_what_is_refuted() -> None:
    text = Document("text", "One. Two.")
    claims = [
        CheckedSentence(Passage(text, Span(start, start + 4)), replace(CHECK, verdict=verdict))
        for start, verdict in ((0, Verdict.SUPPORTED), (5, Verdict.REFUTED))
    ]
    html = Reader(text_check_html(TextCheck(text, tuple(claims)))).text
    assert "Supported: 1" in html
    assert html.index("Refuted: Two.") < html.index("Supported: One.")
    assert "Nothing in the text is worth checking" in text_check_html(TextCheck(text, ()))


def circles(svg: str) -> list[dict[str, str | None]]:
    return [attributes for tag, attributes in Reader(svg).tags if tag == "circle"]


def test_the_timeline_has_a_row_for_each_speaker_and_a_larger_dot_for_more() -> None:
    svg = timeline_svg(
        [("Ann", date(2025, 1, 1), 9), ("Ann", date(2025, 3, 1), 1), ("Bob", date(2025, 3, 1), 4), ("Eve", None, 50)]
    )
    first, second, third = circles(svg)
    assert first["cy"] == second["cy"] != third["cy"]
    assert float(str(first["cx"])) < float(str(second["cx"])) == float(str(third["cx"]))
    assert float(str(first["r"])) > float(str(third["r"])) > float(str(second["r"]))
    assert "2025-01-01" in svg
    assert "Eve" not in svg


def test_without_days_there_is_no_timeline() -> None:
    assert timeline_svg([("Ann", None, 3)]) == ""
    assert len(circles(timeline_svg([("Ann", date(2025, 1, 1), 3)]))) == 1


def test_pieces_of_an_interrupted_quotation_stand_in_order() -> None:
    html = Reader(quote_check_html(QuoteCheck("w", None, QuoteStatus.EXACT, (BERTH, PROMISE)))).text
    assert f"{BERTH.text} … {PROMISE.text}" in html
