"""The tab "Sources" without a browser: what is told while sources are read, and what may be read at all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from threading import Event, Thread
from typing import Any

import pytest

from bot.chat.desk import Desk
from bot.chat.library import Added
from bot.chat.shelf import added_html, documents_html
from bot.chat.sources_tab import SourcesTab
from bot.chat.work import progress_html
from index.reading.sources import Failure
from tests.chat_fakes import HOSTILE, FakeChecker
from tests.html_reader import Reader


@dataclass
class SlowLibrary:
    """Reads one of two sources at each step that it is let go."""

    private: bool = False
    given: list[str] = field(default_factory=list)
    go: Event = field(default_factory=Event)
    begun: Event = field(default_factory=Event)

    def add(self, visitor: str, places: Sequence[str], progress: Callable[[int, int], None]) -> Added:
        del visitor
        self.given += places
        progress(1, 2)
        self.begun.set()
        assert self.go.wait(20)
        progress(2, 2)
        return Added(tuple(places), ())


def tab(library: Any, *, fetch: bool = True) -> SourcesTab:
    return SourcesTab(Desk(lambda _visitor: FakeChecker()), library, fetch)


def test_while_sources_are_read_it_is_told_how_far_that_is_and_then_what_was_added() -> None:
    library = SlowLibrary()
    steps = tab(library).add(["/tmp/a.txt"], "https://example.org/b")  # noqa: S108 - a name only
    told = [next(steps)[0]]
    library.begun.wait(20)
    told += [next(steps)[0], next(steps)[0]]
    assert "1 of 2 read" in told[-1]
    library.go.set()
    *_, last = steps
    assert "2 documents added" in last[0]
    assert last[1:3] == (None, "")
    assert "harbour.txt" in last[3]
    assert "Ingrid Solberg" in last[4]
    assert library.given == ["/tmp/a.txt", "https://example.org/b"]  # noqa: S108 - names only


def test_what_is_being_read_is_cancelled_and_only_one_thing_is_read_at_a_time() -> None:
    library = SlowLibrary()
    ours = tab(library)
    steps: list[tuple[Any, ...]] = []
    reading = Thread(target=lambda: steps.extend(ours.add(["a.txt"], "")))
    reading.start()
    library.begun.wait(20)
    assert "wait until" in next(ours.add(["b.txt"], ""))[0]
    ours.cancel()
    library.go.set()
    reading.join()
    assert "it was cancelled" in steps[-1][0]
    ours.cancel()  # what is over can be cancelled without harm


@pytest.mark.parametrize(
    ("files", "address", "message"),
    [(None, " ", "choose files"), ([], "https://example.org", "addresses are not fetched"), (None, "", "choose files")],
)
def test_what_may_not_be_read_says_why(files: list[str] | None, address: str, message: str) -> None:
    ((told, *_),) = tab(SlowLibrary(), fetch=False).add(files, address)
    assert message in told


def test_a_read_only_library_has_no_buttons_to_delete() -> None:
    assert "Delete" in documents_html(FakeChecker(), removable=True)
    assert "Delete" not in documents_html(FakeChecker(), removable=False)
    ((told, *_),) = tab(None).add(["a.txt"], "")
    assert "only be read" in told


def test_the_time_left_is_what_the_rest_takes_at_the_pace_so_far() -> None:
    assert "about 30 seconds left" in progress_html(2, 8, 10.0)
    assert "left" not in progress_html(0, 8, 10.0)
    assert "left" not in progress_html(8, 8, 10.0)


def test_names_of_files_are_only_text() -> None:
    html = added_html(Added((HOSTILE.text,), (Failure(HOSTILE.text, HOSTILE.text),)))
    assert {tag for tag, _ in Reader(html).tags} <= {"div", "p", "ul", "li", "bdi", "section", "span"}
    assert "script" not in {tag for tag, _ in Reader(documents_html(FakeChecker(), removable=True)).tags}
