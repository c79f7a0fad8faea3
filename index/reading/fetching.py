"""Addresses to bytes: the one place that reaches beyond this machine, and only while an index is built."""

import time
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from index.errors import SourceError

if TYPE_CHECKING:
    import httpx

LARGEST = 50_000_000
"""How many bytes of an answer are read at most."""
_PATIENCE, _LONGEST = 20.0, 120.0
"""How many seconds a server may be silent, and how many the whole answer may take."""
_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "text/markdown": ".md",
    "text/vtt": ".vtt",
    "application/x-subrip": ".srt",
    "application/jsonl": ".jsonl",
    "application/x-ndjson": ".jsonl",
}
_UNSURE = {"", "text/plain", "application/octet-stream", "binary/octet-stream", "application/download"}
"""What servers call files that they know nothing about: the address tells more."""
_ADVICE = {
    401: "it wants a login; save the page as a file and build from that",
    403: "it refuses programs; save the page as a file and build from that",
    404: "check the address",
    410: "the page is gone",
    429: "it is asked too often; try again later",
}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave.

    Attributes:
        content: the bytes.
        ending: what a file of this type would end with (".html"), which says how it is read.
        charset: the encoding that the server names, or None.
        link: the address that gave them in the end.
    """

    content: bytes
    ending: str
    charset: str | None
    link: str


def fetch(address: str) -> Fetched:
    """Fetch an address, through redirections.

    Raises:
        SourceError: nothing usable came; the message says what and what to do.
    """
    import httpx

    try:
        with (
            httpx.Client(follow_redirects=True, timeout=_PATIENCE, headers={"User-Agent": "onrecord"}) as client,
            client.stream("GET", address) as response,
        ):
            return _fetched(address, response)
    except httpx.TimeoutException as error:
        message = f"{address} did not answer within {_PATIENCE:.0f} seconds; try again later"
        raise SourceError(message) from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        message = f"{address} cannot be fetched: {error}; check the address and the network"
        raise SourceError(message) from error


def _fetched(address: str, response: "httpx.Response") -> Fetched:
    if not response.is_success:
        advice = _ADVICE.get(response.status_code, "try again later")
        message = f"{address} answered {response.status_code} {response.reason_phrase}: {advice}"
        raise SourceError(message)
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    link = str(response.url)
    ending = _ENDINGS.get(kind) or (_ending(link, kind) if kind in _UNSURE else "")
    if not ending:
        message = f"{address} gives {kind}, which is no text that could be read"
        raise SourceError(message)
    return Fetched(_content(address, response), ending, response.charset_encoding, link)


def _ending(link: str, kind: str) -> str:
    ending = PurePosixPath(urlsplit(link).path).suffix.lower()
    if kind == "text/plain" and ending in {"", ".html", ".htm"}:
        return ".txt"
    return ending or ".html"


def _content(address: str, response: "httpx.Response") -> bytes:
    content, until = bytearray(), time.monotonic() + _LONGEST
    for piece in response.iter_bytes():
        content += piece
        if len(content) > LARGEST:
            message = f"{address} gives more than {LARGEST // 1_000_000} MB; save what matters as a file"
            raise SourceError(message)
        if time.monotonic() > until:
            message = f"{address} took more than {_LONGEST:.0f} seconds; try again later"
            raise SourceError(message)
    return bytes(content)
