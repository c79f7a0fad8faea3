"""Evaluation in the browser: what a visitor is told, and the page in its own frame."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from eval.errors import CaseError
from eval.outcome import Outcome
from eval.results import Line, Results
from eval.set_kind import Options
from eval.significance import Figure

EVIL = "<script>alert(1)</script>"


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> Any:
    module = pytest.importorskip("eval.page")

    @contextmanager
    def evaluated(path: Path, options: Options, **_: object) -> Iterator[Results]:
        if path.name == "none.jsonl":
            message = f"{path} cannot be read {EVIL}"
            raise CaseError(message)
        options.progress(1, 2)
        row = Outcome("1", EVIL, right=False, scores={"hit": 0.0}).plain()
        yield Results("one", (Line("hit", "a hit", Figure(0.0, 0.0, 0.0, 1)),), [row])

    monkeypatch.setattr(module, "evaluated", evaluated)
    return module._steps


def test_a_run_tells_how_far_it_is_and_ends_with_its_page(steps: Any) -> None:
    told = list(steps(Path("set.jsonl"), Options()))
    assert told[0][0] == "1 of 2 cases"
    last, frame, file = told[-1]
    assert last == "Done."
    assert EVIL not in frame
    assert "srcdoc=" in frame
    assert "a hit" in Path(file["value"]).read_text(encoding="utf-8")


def test_what_is_wrong_with_a_set_is_told_as_text(steps: Any) -> None:
    (last,) = steps(Path("none.jsonl"), Options())
    assert "cannot be read" in last[0]
    assert EVIL not in last[0]
