"""Pages on results: everything shown, nothing active, nothing fetched."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from eval.columns import columns
from eval.errors import CaseError
from eval.figures import confidence_lines, slice_lines
from eval.outcome import Outcome
from eval.results import Line, Results
from eval.showing.html_page import html_page
from eval.showing.json_file import json_pieces, load_results, plain
from eval.showing.markdown_page import markdown_page
from eval.showing.overview import name_of, overview
from eval.showing.plots import interval_bar
from eval.significance import Figure

EVIL = '</script><img src=x onerror="alert(1)"> \u202eevil'


def outcome(number: int, *, right: bool) -> Outcome:
    return Outcome(
        id=f"case {number}",
        question=f"Question {number}? {EVIL}",
        right=right,
        scores={"hit": float(right), "never": None},
        expected=(f"expected {EVIL}",),
        given=(f"given {number} {EVIL}",),
        quotes=(f"Ann Reed: quote {EVIL}",),
        labels=("answer", "answer" if right else "silence"),
        confidence=number / 10,
        seconds=0.1 * (number + 1),
        slices={"kind": "fact" if number % 2 else "speaker", "document": EVIL},
    )


ROWS = [outcome(number, right=number > 3).plain() for number in range(10)]
LINE = Line("hit", "a hit", Figure(0.6, 0.3, 0.9, 10), beside={"silent": Figure(0.0, 0.0, 0.0, 10)})
RESULTS = Results("ten questions", (LINE,), ROWS, {"name": EVIL, "kind": "answers", "seed": 7}, notes=("A note.",))
PAGE = "".join(html_page("Trust", [RESULTS, RESULTS]))


class Reader(HTMLParser):
    """Collects tags, attributes and visible text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_has_every_figure_failure_and_plot() -> None:
    read = Reader(PAGE)
    assert "0.600" in read.text
    assert "0.300 to 0.900" in read.text
    for number in range(10):
        assert (f"Question {number}?" in read.text) is (number <= 3)
    for title in ("Risk and coverage", "Reliability", "Latency", "Confusion", "By kind"):
        assert f"<b>{title}</b>" in PAGE
    assert "A note." in read.text
    assert "seed" in read.text


def test_several_runs_are_seen_at_a_glance_and_their_failures_folded() -> None:
    read = Reader(PAGE)
    assert PAGE.count('href="#run-') == 2
    for told in ("At a glance", "0.000 silent", "best rival", "not right"):
        assert told in read.text
    assert PAGE.count('<section class="failures"><details><summary>') == 2
    assert '<section class="failures"><details open>' in "".join(html_page("Trust", [RESULTS]))


def test_the_best_rival_is_the_smallest_where_faults_are_counted() -> None:
    rivals = {"bold": Figure(0.4, 0.3, 0.5, 10), "meek": Figure(0.1, 0.0, 0.2, 10), "none": Figure(None, None, None, 0)}
    faults = replace(LINE, larger_is_better=False, beside=rivals)
    (glance,) = overview([replace(RESULTS, lines=(faults,))])
    assert glance.cells[1:] == ("10", "hit", "0.600", "0.300 to 0.900", "0.100 meek", "4", "\N{EN DASH}")


def test_only_shares_are_drawn_on_a_line_from_nought_to_one() -> None:
    assert "<svg" in interval_bar(LINE)
    assert not interval_bar(replace(LINE, is_share=False))
    assert not interval_bar(replace(LINE, figure=Figure(0.0, -0.1, 0.1, 10)))


def test_a_name_tells_the_set_and_where_it_does_not_the_kind() -> None:
    for name, kind, told in (
        ("seeds", "answers", "seeds (answers)"),
        ("claims", "claims over sources", "claims over sources"),
        ("news", "", "news"),
        ("", "", "ten questions"),
    ):
        assert name_of(replace(RESULTS, about={"name": name, "kind": kind})) == told


def test_nothing_from_a_document_is_active() -> None:
    read = Reader(PAGE)
    assert "img" not in read.tags
    assert read.tags.count("script") == 1
    assert not any(name.startswith("on") for name, _ in read.attributes)
    assert "\u202e" not in PAGE


def test_the_page_asks_for_nothing_outside() -> None:
    read = Reader(PAGE)
    assert not {name for name, _ in read.attributes} & {"src", "srcset", "action", "poster", "data"}
    assert all(value and value.startswith("#") for name, value in read.attributes if name == "href")
    assert not re.search(r"url\(|@import|fetch\(|XMLHttpRequest", PAGE)
    assert "default-src 'none'" in PAGE.replace("&#x27;", "'")


def test_a_run_without_failures_or_confidence_has_no_empty_parts() -> None:
    rows = [Outcome("1", "?", right=True, scores={"hit": 1.0}).plain()]
    page = "".join(html_page("Trust", [Results("one", (LINE,), rows)]))
    assert "<figure>" not in page
    assert "What went wrong" not in page


def test_json_is_read_back_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "run.json").write_text("".join(json_pieces(RESULTS)), encoding="utf-8")
    again = load_results(tmp_path / "run.json")
    assert plain(again) == plain(RESULTS)
    assert plain(again)["slices"]["kind"]["fact"]["applicable"] == 5
    (tmp_path / "run.json").write_text("[]")
    with pytest.raises(CaseError, match="is no run"):
        load_results(tmp_path / "run.json")


def test_markdown_has_the_figures_and_no_rows() -> None:
    text = "".join(markdown_page("Trust", [RESULTS]))
    assert "| hit | 0.600 | 0.300 to 0.900 | 10 | 0.000 | a hit |" in text
    assert "Question" not in text
    assert not re.search(r"(?<!\\)<", text)


def test_figures_of_confidence_have_intervals_and_leave_out_what_has_none() -> None:
    silent = Outcome("silent", right=True, confidence=None).plain()
    found = {line.name: line.figure for line in confidence_lines(columns([*ROWS, silent]))}
    # 4 to 9 are right, but 4 is silent where the others choose, who stop at 5.
    assert found.pop("right at 95 %").applicable == 5
    assert set(found) == {
        "calibration error",
        "Brier score",
        "risk-coverage area",
        "threshold at 95 %",
        "answered at 95 %",
    }
    for figure in found.values():
        assert figure.applicable == 10
        assert figure.low is not None
        assert figure.value is not None
        assert figure.low <= figure.value


def test_slices_are_means_of_their_cases() -> None:
    found = {line.name: line.figure for kind, line in slice_lines(columns(ROWS), "hit") if kind == "kind"}
    # Of 1 3 5 7 9 three are right, of 0 2 4 6 8 three, too.
    assert (found["fact"].value, found["speaker"].value) == (0.6, 0.6)
