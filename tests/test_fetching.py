import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from index.builder import load, update
from index.errors import SourceError
from index.reading import fetching
from index.reading.fetching import fetch
from index.reading.sources import find_sources, read_source
from index.verification import verify
from tests.conftest import FAKE
from tests.made_files import docx, lines, pdf

PAGE = "<html><head><title>A talk</title></head><body><p>Ann said: caf\u00e9s are open.</p></body></html>"
ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/talk": (200, {"Content-Type": "text/html; charset=windows-1252"}, PAGE.encode("cp1252")),
    "/notes.txt": (200, {"Content-Type": "text/plain"}, b"Ben said: it rains."),
    "/report": (200, {"Content-Type": "application/pdf"}, pdf([lines("Cat said: it snows.")])),
    "/paper.docx": (200, {"Content-Type": "application/octet-stream"}, docx("Dan said: it thaws.")),
    "/no-type": (200, {}, PAGE.encode()),
    "/rows": (200, {"Content-Type": "application/x-ndjson"}, b'{"text": "Eve said: no."}\n{"text": "Eve said: yes."}'),
    "/old": (301, {"Location": "/talk"}, b""),
    "/round": (302, {"Location": "/round"}, b""),
    "/away": (302, {"Location": "ftp://example.org/"}, b""),
    "/picture": (200, {"Content-Type": "image/png"}, b"\x89PNG"),
    "/empty": (200, {"Content-Type": "text/html"}, b""),
    "/long": (200, {"Content-Type": "text/plain"}, b"word " * 100),
    "/broken": (200, {"Content-Type": "text/plain", "Content-Encoding": "gzip"}, b"no gzip"),
    "/locked": (401, {}, b""),
    "/ill": (503, {}, b""),
}


class _Answering(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status, headers, body = ANSWERS.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Keep the tests' output clean."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Answering) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize(
    ("path", "text", "title"),
    [
        ("/talk", "Ann said: cafés are open.", "A talk"),
        ("/no-type", "Ann said: cafés are open.", "A talk"),
        ("/notes.txt", "Ben said: it rains.", "127.0.0.1"),
        ("/report", "Cat said: it snows.", "127.0.0.1"),
        ("/paper.docx", "Dan said: it thaws.", "127.0.0.1"),
    ],
)
def test_an_address_is_read_by_the_type_that_it_gives(site: str, path: str, text: str, title: str) -> None:
    (source,) = find_sources([site + path])

    (document,) = read_source(source)

    assert (document.text, document.title) == (text, title)
    assert document.id == document.source == site + path


def test_what_an_address_leads_to_is_the_link_and_the_address_stays_the_id(site: str) -> None:
    (source,) = find_sources([f"{site}/old#part"])

    (document,) = read_source(source)

    assert (document.id, document.source) == (f"{site}/old", f"{site}/talk")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/missing", "404 Not Found: check the address"),
        ("/locked", "401 Unauthorized: it wants a login"),
        ("/ill", "503 Service Unavailable: try again later"),
        ("/round", "cannot be fetched"),
        ("/away", "cannot be fetched"),
        ("/broken", "cannot be fetched"),
        ("/picture", "gives image/png"),
        ("/empty", "is empty"),
    ],
)
def test_what_cannot_be_had_says_why(site: str, path: str, reason: str) -> None:
    (source,) = find_sources([site + path])

    with pytest.raises(SourceError, match=reason) as raised:
        read_source(source)

    assert site + path in str(raised.value)


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/", "http://", "http://[x/", "https://127.0.0.1:1/"])
def test_nobody_there_is_an_error_that_says_so(address: str) -> None:
    with pytest.raises(SourceError, match="check the address"):
        fetch(address)


def test_too_much_and_too_slow_are_given_up(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "LARGEST", 99)
    with pytest.raises(SourceError, match="more than"):
        fetch(f"{site}/long")
    monkeypatch.undo()
    monkeypatch.setattr(fetching, "_LONGEST", -1.0)
    with pytest.raises(SourceError, match="took more than"):
        fetch(f"{site}/long")


def test_a_build_takes_addresses_beside_files_and_goes_on_where_one_fails(site: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Ann said: hello.")
    wanted: list[str | Path] = [tmp_path / "a.txt", f"{site}/talk", f"{site}/missing", f"{site}/rows"]

    report = update(wanted, tmp_path / "index", settings=FAKE)

    assert report.added == ["a.txt", f"{site}/talk", f"{site}/rows#1", f"{site}/rows#2"]
    assert [failure.source for failure in report.failed] == [f"{site}/missing"]
    assert load(tmp_path / "index").document(f"{site}/talk").source == f"{site}/talk"


def test_an_address_that_fails_later_keeps_what_it_gave_and_changes_when_it_gives_something_else(
    site: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index, address = tmp_path / "index", f"{site}/notes.txt"
    update([address], index, settings=FAKE)
    monkeypatch.setitem(ANSWERS, "/notes.txt", (500, {}, b""))
    report = update([address], index)
    assert (report.dropped, [failure.source for failure in report.failed]) == ([], [address])
    monkeypatch.setitem(ANSWERS, "/notes.txt", (200, {"Content-Type": "text/plain"}, b"Ben said: it hails."))

    assert update([address], index).changed == [address]
    assert load(index).document(address).text == "Ben said: it hails."


def test_verification_fetches_nothing(site: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    update([f"{site}/talk"], tmp_path / "index", settings=FAKE)
    monkeypatch.setitem(ANSWERS, "/talk", (404, {}, b""))

    report = verify(tmp_path / "index")

    assert (report.checked, report.damaged, report.changed, report.gone) == (1, [], [], [])
