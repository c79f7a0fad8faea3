"""What visitors add to the sources, and take out again."""

from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest

from bot.chat.library import Library
from bot.errors import CancelledError
from index.builder import load, remove, update
from index.errors import OnRecordError, UsageError
from tests.chat_serving import opened
from tests.conftest import FAKE

Write = Callable[[str, str | bytes], Path]
ANN = "Ann Lee said: “The old bridge is safe.”\n"
BOB = "Bob Ray said: “The mill is sold.”\n"


def still(_done: int, _total: int) -> None:
    """Whoever does not care how far it is."""


@pytest.fixture
def folder(write: Write, tmp_path: Path) -> Path:
    update([write("town.txt", ANN)], tmp_path / "index", settings=FAKE)
    return tmp_path / "index"


def said(library: Library, name: str, visitor: str = "") -> list[str]:
    return [one.text for one in library.checker(visitor).answer(f"What did {name} say?").citations]


def test_what_is_added_can_be_asked_about_and_the_rest_stays(folder: Path, write: Write) -> None:
    library, told = Library(folder, opened), []
    added = library.add("", [str(write("mill.txt", BOB))], lambda done, total: told.append((done, total)))
    assert added.documents == ("mill.txt",)
    assert said(library, "Bob Ray") == ["The mill is sold."]
    assert said(library, "Ann Lee") == ["The old bridge is safe."]
    assert list(dict.fromkeys(told)) == [(0, 1), (1, 1)]


def test_what_is_added_outlives_the_file_that_was_given(folder: Path, write: Write) -> None:
    library, given = Library(folder, opened), write("mill.txt", BOB)
    library.add("", [str(given)], still)
    given.unlink()
    library.add("", [str(write("other.txt", "Eve Hart said: “So it is.”\n"))], still)
    assert said(library, "Bob Ray") == ["The mill is sold."]


def test_a_second_file_of_one_name_gets_another(folder: Path, write: Write) -> None:
    added = Library(folder, opened).add("", [str(write("new/town.txt", BOB)), str(write("two/town.txt", BOB))], still)
    assert added.documents == ("town (2).txt", "town (3).txt")


def test_what_cannot_be_read_is_told_and_the_rest_is_added(folder: Path, write: Write) -> None:
    clash = write("clash.jsonl", '{"id": "town.txt", "text": "x y z"}')
    given = [write("empty.txt", ""), write("a.exe", b"MZ"), write("bad.pdf", b"no"), clash, write("mill.txt", BOB)]
    added = Library(folder, opened).add("", [str(path) for path in given], still)
    assert added.documents == ("mill.txt",)
    assert [failure.source for failure in added.failed] == ["empty.txt", "a.exe", "bad.pdf", "clash.jsonl"]
    assert all(failure.reason for failure in added.failed)
    assert [path.name for path in (folder / "uploads").iterdir()] == ["mill.txt"]


def test_what_is_cancelled_changes_nothing(folder: Path, write: Write) -> None:
    def cancel(_done: int, _total: int) -> None:
        raise CancelledError

    library = Library(folder, opened)
    with pytest.raises(CancelledError):
        library.add("", [str(write("mill.txt", BOB))], cancel)
    assert said(library, "Bob Ray") == []
    assert list((folder / "uploads").iterdir()) == []
    assert library.add("", [str(write("mill.txt", BOB))], still).documents == ("mill.txt",)


def test_a_long_source_is_cancelled_between_its_documents(folder: Path, write: Write) -> None:
    told: list[tuple[int, int]] = []

    def cancel_soon(done: int, total: int) -> None:
        told.append((done, total))
        if len(told) == 5:
            raise CancelledError

    library = Library(folder, opened)
    rows = "\n".join(f'{{"id": "{number}", "text": "Bob Ray said: “It is {number}.”"}}' for number in range(20))
    with pytest.raises(CancelledError):
        library.add("", [str(write("news.jsonl", rows))], cancel_soon)
    assert told == [(0, 1)] * 5
    assert said(library, "Bob Ray") == []


def test_what_is_deleted_is_gone_with_its_file(folder: Path, write: Write) -> None:
    library = Library(folder, opened)
    library.add("", [str(write("mill.txt", BOB))], still)
    library.remove("", "mill.txt")
    assert said(library, "Bob Ray") == []
    assert said(library, "Ann Lee") == ["The old bridge is safe."]
    assert list((folder / "uploads").iterdir()) == []


@pytest.mark.parametrize(
    ("document", "message"), [("gone.txt", "no document is called"), ("town.txt", "cannot be empty")]
)
def test_what_cannot_be_deleted_says_why(folder: Path, document: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        Library(folder, opened).remove("", document)
    assert load(folder).document_ids() == ["town.txt"]


def test_a_removed_document_comes_back_with_the_next_build(folder: Path, write: Write) -> None:
    both = [write("town.txt", ANN), write("mill.txt", BOB)]
    update(both, folder)
    remove(["mill.txt"], folder)
    assert load(folder).document_ids() == ["town.txt"]
    assert update(both, folder).added == ["mill.txt"]


def test_private_uploads_are_seen_by_their_visitor_alone_until_they_are_forgotten(folder: Path, write: Write) -> None:
    library = Library(folder, opened, private=True)
    library.add("ann", [str(write("mill.txt", BOB))], still)
    assert said(library, "Bob Ray", "ann") == ["The mill is sold."]
    assert said(library, "Ann Lee", "ann") == ["The old bridge is safe."]
    assert said(library, "Bob Ray", "bob") == []
    library.forget("ann")
    assert said(library, "Bob Ray", "ann") == []
    library.forget("nobody")
    assert said(library, "Ann Lee", "ann") == ["The old bridge is safe."]


def test_visitors_are_answered_while_others_add_and_delete(folder: Path, write: Write) -> None:
    library, wrong = Library(folder, opened), []

    def ask() -> None:
        for _ in range(40):
            try:
                if said(library, "Ann Lee") != ["The old bridge is safe."]:
                    wrong.append("another answer")
            except OnRecordError as error:
                wrong.append(str(error))

    visitors = [Thread(target=ask) for _ in range(5)]
    for visitor in visitors:
        visitor.start()
    for number in range(4):
        library.add("", [str(write(f"mill{number}.txt", BOB))], still)
        library.remove("", f"mill{number}.txt")
    for visitor in visitors:
        visitor.join()
    assert wrong == []
