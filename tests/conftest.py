import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from index import registry
from index.settings import IndexSettings
from tests.chat_visitor import Visitor
from tests.fakes import OverlapReranker

os.environ["HF_HUB_OFFLINE"] = "1"

FAKE = IndexSettings(embedder="words", store="exact", extractor="colon", passage_tokens=40, overlap_tokens=12)


@pytest.fixture(autouse=True)
def only_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing here may reach beyond this machine."""
    connect = socket.socket.connect

    def local_only(self: socket.socket, address: Any) -> None:
        if self.family != socket.AF_UNIX and address[0] not in {"127.0.0.1", "::1", "localhost"}:
            message = f"a test tried to reach {address}"
            raise AssertionError(message)
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", local_only)


def with_fakes() -> dict[str, dict[str, str]]:
    """The known plug-ins, and the fakes."""
    fakes = {"embedder": {"words": "tests.fakes:WordEmbedder"}, "extractor": {"colon": "tests.fakes:ColonExtractor"}}
    return {kind: {**found, **fakes.get(kind, {})} for kind, found in registry.KNOWN.items()}


@pytest.fixture(autouse=True)
def fake_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """The fakes are plug-ins like any other; an index that is opened by itself is put in order by one, too."""
    monkeypatch.setattr(registry, "KNOWN", with_fakes())
    monkeypatch.setattr("index.passage_index.CrossEncoder", OverlapReranker)


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    """Write a file below `sources` and return its path."""

    def _write(name: str, content: str | bytes) -> Path:
        path = tmp_path / "sources" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return _write


CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One browser for all tests; each test has a profile of its own in it."""
    if not Path(CHROMIUM).exists():
        missing = f"no browser at {CHROMIUM}: apt-get install chromium"
        (pytest.fail if os.environ.get("ONRECORD_REQUIRE_BROWSER") else pytest.skip)(missing)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture
def visitor(browser: Any, address: str) -> Iterator[Visitor]:
    """Somebody at the page of the test's file, who leaves no error and no request to elsewhere behind."""
    somebody = Visitor(browser, address)
    yield somebody
    somebody.profile.close()
    assert somebody.errors == []
    hosts = {urlsplit(url).hostname for url in somebody.requests if not url.startswith(("data:", "blob:"))}
    assert hosts == {"127.0.0.1"}
