"""The tab "Evaluate" without a browser: what may be evaluated, what is told meanwhile, and what is kept."""

import json
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest

from bot.chat.desk import Desk
from bot.chat.library import Library
from eval import visitors_run
from eval.evaluate_tab import EvaluateTab
from eval.visitors_run import Kept, Wish, own_sets
from index.builder import update
from tests.chat_fakes import FakeChecker
from tests.chat_serving import opened
from tests.conftest import FAKE

Write = Callable[[str, str | bytes], Path]
ANN = "Ann Lee said: “The old bridge is safe.”\n"


@pytest.fixture
def folder(write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("bot.load", opened)
    update([write("town.txt", ANN)], tmp_path / "index", settings=FAKE)
    return tmp_path / "index"


def values(**given: Any) -> dict[str, Any]:
    empty = {"set": "seeds", "brought": None, "asked": "", "cases": 0, "against": "Nothing", "baselines": False}
    return {**empty, "before": None, **given}


def tab(folder: Path, *, uploads: bool = True) -> EvaluateTab:
    return EvaluateTab(Desk(lambda _visitor: FakeChecker()), Library(folder, opened), uploads)


def a_set(tmp_path: Path, *questions: str) -> Path:
    path = tmp_path / "mine.jsonl"
    start = ANN.index("The old")
    gold = [
        {
            "document": "town.txt",
            "start": start,
            "end": start + 22,
            "text": ANN[start : start + 22],
            "speaker": "Ann Lee",
        }
    ]
    rows = ({"id": one, "question": one, "kind": "speaker", "gold": gold} for one in questions)
    path.write_text("\n".join(map(json.dumps, rows)))
    return path


def evaluated(steps: Any) -> Kept:
    *_, last = steps
    assert isinstance(last, Kept), last
    return last


def test_a_set_that_is_brought_asks_the_loaded_sources(folder: Path, tmp_path: Path) -> None:
    kept = evaluated(tab(folder).steps(values(brought=str(a_set(tmp_path, "What did Ann Lee say?"))), ()))
    assert kept.name == "mine"
    assert json.loads(kept.run.read_bytes())["figures"]["correct"]["value"] == 1
    assert "95 % bootstrap intervals" in kept.page.read_text()


@pytest.mark.parametrize("kept_by_the_visitor", [False, True])
def test_a_later_run_is_compared_with_an_earlier_one(
    folder: Path, tmp_path: Path, *, kept_by_the_visitor: bool
) -> None:
    ours, path = tab(folder), str(a_set(tmp_path, "What did Ann Lee say?", "What did Bob Ray say?"))
    first = evaluated(ours.steps(values(brought=path), ()))
    given = {"before": str(first.run)} if kept_by_the_visitor else {"against": "1: mine"}
    second = evaluated(ours.steps(values(brought=path, **given), (first,)))
    page = second.page.read_text()
    assert "better: nothing; worse:" in page
    assert "correct, gain" in page


def test_what_came_of_a_run_is_gone_when_nobody_holds_it(folder: Path, tmp_path: Path) -> None:
    kept = evaluated(tab(folder).steps(values(brought=str(a_set(tmp_path, "What did Ann Lee say?"))), ()))
    place = kept.run.parent
    assert place.exists()
    del kept
    assert not place.exists()


def test_no_set_writes_its_texts_into_the_loaded_sources(tmp_path: Path) -> None:
    own = tmp_path / "claims.jsonl"
    own.write_text(json.dumps({"claim": "It is old", "evidence": "It was built in 1931.", "label": "supported"}))
    loaded = tmp_path / "index"
    assert Wish(own, loaded=True).options(loaded, lambda *_: None).folder is None
    assert Wish(own_sets()["seeds"]).options(loaded, lambda *_: None).folder == loaded
    assert Wish(own_sets()["port-ellery/answers"]).options(loaded, lambda *_: None).folder is None
    assert Wish(own_sets()["port-ellery/answers"], loaded=True).options(loaded, lambda *_: None).folder == loaded


def test_where_nothing_may_be_uploaded_only_the_sets_that_are_there_are_run(folder: Path, tmp_path: Path) -> None:
    ours = tab(folder, uploads=False)
    for given in ({"brought": str(a_set(tmp_path, "Who?"))}, {"before": "run.json"}):
        (told,) = ours.steps(values(**given), ())
        assert "nothing can be uploaded here" in str(told)


def test_what_is_wrong_with_a_set_is_told_as_text(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text('{"<script>": 1}')
    *_, told = tab(folder).steps(values(brought=str(path)), ())
    assert "is no set of a known kind" in str(told)
    assert "<script>" not in str(told)


def test_one_evaluation_goes_on_at_a_time_and_can_be_cancelled(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    begun, go = Event(), Event()

    def slow(_wish: Wish, _folder: Path, tell: Callable[[int, int], None]) -> Kept:
        tell(1, 3)
        begun.set()
        assert go.wait(20)
        tell(2, 3)
        return Kept("never")

    monkeypatch.setattr("eval.evaluate_tab.run", slow)
    ours, told = tab(tmp_path), list[Any]()
    running = Thread(target=lambda: told.extend(ours.steps(values(), ())))
    running.start()
    assert begun.wait(20)
    (other,) = ours.steps(values(), ())
    assert "evaluation is going on" in str(other)
    ours.cancel()
    go.set()
    running.join()
    assert "it was cancelled" in told[-1]
    ours.cancel()  # what is over can be cancelled without harm


def test_a_visitor_who_leaves_stops_the_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stopped = Event()

    def slow(_wish: Wish, _folder: Path, tell: Callable[[int, int], None]) -> Kept:
        for number in range(1000):
            try:
                tell(number, 1000)
            except Exception:
                stopped.set()
                raise
            stopped.wait(0.02)
        return Kept("never")

    monkeypatch.setattr("eval.evaluate_tab.run", slow)
    steps = tab(tmp_path).steps(values(), ())
    assert "asked" in str(next(steps)) or next(steps)
    steps.close()  # type: ignore[attr-defined]
    assert stopped.wait(20)


def test_the_sets_that_ship_are_offered_by_name() -> None:
    assert list(own_sets()) == [
        "seeds",
        "northgate/questions",
        "port-ellery/answers",
        "port-ellery/checks",
        "port-ellery/claims",
        "port-ellery/speakers",
    ]
    assert visitors_run.OWN.name == "sets"
