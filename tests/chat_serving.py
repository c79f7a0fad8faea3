"""The page, served for a test."""

import asyncio
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from socket import socket
from typing import Any

import pytest

from bot.chat.library import Library
from bot.chat.other_tabs import Bring
from bot.chat.serving import Terms, launch
from bot.checker import FactChecker
from index import registry
from index.builder import update
from tests.conftest import FAKE, with_fakes
from tests.test_answering import assemble

# Gradio's own count of requests uses what pandas 4 will not have.
GRADIO_WARNS = pytest.mark.filterwarnings("ignore::pandas.errors.Pandas4Warning")


@contextmanager
def indexed(place: Path, sources: Mapping[str, str]) -> Iterator[Path]:
    """Write sources, and give the folder of their index; inside, the fakes that it is built with are known."""
    (place / "sources").mkdir()
    for name, text in sources.items():
        (place / "sources" / name).write_bytes(text.encode())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(registry, "KNOWN", with_fakes())
        update([place / "sources"], place / "index", settings=FAKE)
        yield place / "index"


@contextmanager
def serving(library: Library, terms: Terms, others: dict[str, Bring] | None = None) -> Iterator[str]:
    """Serve the page, and give its address."""

    async def start() -> Any:  # outside of a running loop, Gradio opens loops of its own and leaves them open
        return launch(library, replace(terms, port=_free_port()), others)

    with ThreadPoolExecutor() as threads:  # Playwright has a loop of its own in this one
        blocks = threads.submit(lambda: asyncio.run(start())).result()
    try:
        yield blocks.local_url
    finally:
        blocks.close(verbose=False)


def _free_port() -> int:
    """A port that nobody listens on: where Gradio looks for one, it leaves sockets open."""
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def opened(folder: Path) -> FactChecker:
    """Whoever answers from an index with small fakes, the same one until it is built again."""
    return _opened(folder, (folder / "manifest.json").stat().st_mtime_ns)


@lru_cache
def _opened(folder: Path, built: int) -> FactChecker:
    del built
    return assemble(folder)
