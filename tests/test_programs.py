"""The page's endpoints, called as programs call them: with Gradio's client, with plain HTTP, with an MCP client."""

import asyncio
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from bot.chat.accounts import Accounts
from bot.chat.library import Library
from bot.chat.serving import Terms
from tests.chat_serving import GRADIO_WARNS, indexed, opened, serving

TOWN = "Ann Lee said: “The old bridge is safe.”\nBob Ray said: “The old bridge is not safe.”\n"
NAMES = {"ask", "check", "check_quote", "search", "sources"}

pytestmark = GRADIO_WARNS


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    with indexed(tmp_path_factory.mktemp("programs"), {"town.txt": TOWN}) as index:
        yield index


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with serving(Library(folder, opened), Terms(mcp=True)) as address:
        yield address


@pytest.fixture(scope="module")
def call(address: str) -> Any:
    from gradio_client import Client  # type: ignore[import-untyped]

    return Client(address, verbose=False).predict


def test_a_program_asks(call: Any) -> None:
    answer = call("What did Ann Lee say?", api_name="/ask")
    assert answer["answered"]
    (quote,) = answer["citations"]
    assert TOWN[quote["start"] : quote["end"]] == quote["text"] == "The old bridge is safe."
    assert quote["speaker"] == "Ann Lee"


def test_a_program_checks_a_claim(call: Any) -> None:
    check = call("The old bridge is safe", api_name="/check")
    assert check["verdict"] == "conflicting"
    assert {quote["stance"] for quote in check["citations"]} == {"supports", "refutes"}


def test_a_program_checks_a_quotation_with_and_without_a_speaker(call: Any) -> None:
    assert call("The old bridge is safe", api_name="/check_quote")["status"] == "exact"
    assert call("The old bridge is safe", "Bob Ray", api_name="/check_quote")["status"] != "exact"


def test_a_program_searches(call: Any) -> None:
    (hit,) = call("bridge", 1, api_name="/search")
    assert set(hit) == {"score", "document", "start", "end", "text"}
    assert TOWN[hit["start"] : hit["end"]] == hit["text"]


def test_a_program_searches_only_what_its_filters_admit(call: Any) -> None:
    assert call("bridge", 1, {"documents": ["town.txt"]}, api_name="/search")
    assert call("bridge", 1, {"documents": ["elsewhere.txt"]}, api_name="/search") == []


def test_a_program_lists_the_sources(call: Any) -> None:
    found = call(api_name="/sources")
    assert [one["document"] for one in found["documents"]] == ["town.txt"]
    assert {one["name"]: one["count"] for one in found["speakers"]} == {"Ann Lee": 1, "Bob Ray": 1}


def test_fifty_at_once_get_their_right_answers(call: Any) -> None:
    names = ["Ann Lee", "Bob Ray"] * 25
    with ThreadPoolExecutor(50) as callers:
        answers = list(callers.map(lambda name: call(f"What did {name} say?", api_name="/ask"), names))
    assert [answer["citations"][0]["speaker"] for answer in answers] == names


def test_a_program_is_told_what_is_wrong(call: Any) -> None:
    from gradio_client.exceptions import AppError  # type: ignore[import-untyped]

    with pytest.raises(AppError, match="a search needs words"):
        call(" ", api_name="/search")


def test_plain_http_is_enough(address: str) -> None:
    from urllib.request import Request, urlopen

    base = f"{address}gradio_api/call/check"
    body = json.dumps({"data": ["The old bridge is safe"]}).encode()
    with urlopen(Request(base, body, {"Content-Type": "application/json"})) as response:  # noqa: S310 - our own server
        event = json.load(response)["event_id"]
    with urlopen(f"{base}/{event}") as stream:  # noqa: S310 - our own server
        lines = stream.read().decode().splitlines()
    told = lines[lines.index("event: complete") + 1].removeprefix("data: ")
    assert json.loads(told)[0]["verdict"] == "conflicting"


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_an_mcp_client_finds_and_calls_the_tools(address: str) -> None:
    from mcp import ClientSession
    from mcp.client.streamable_http import streamablehttp_client

    async def visit() -> tuple[set[str], Any]:
        async with (
            streamablehttp_client(f"{address}gradio_api/mcp/") as (reading, writing, _),
            ClientSession(reading, writing) as session,
        ):
            await session.initialize()
            tools = {tool.name: tool for tool in (await session.list_tools()).tools}
            assert "whether the sources quote" in str(tools["check_quote"].description)
            called = await session.call_tool("ask", {"question": "What did Bob Ray say?"})
            return set(tools), called.content[0]

    with ThreadPoolExecutor(1) as threads:  # Playwright leaves a loop running in this one
        names, content = threads.submit(lambda: asyncio.run(visit())).result()
    assert names == NAMES
    assert "The old bridge is not safe" in content.text


def test_only_these_endpoints_are_public(address: str, tmp_path: Path) -> None:
    from gradio_client import Client

    described = Client(address, verbose=False, download_files=tmp_path).view_api(return_format="dict", print_info=False)
    assert set(described["named_endpoints"]) == {f"/{name}" for name in NAMES}
    assert described["unnamed_endpoints"] == {}


def test_where_there_are_accounts_only_they_are_answered_and_only_so_often(folder: Path, tmp_path: Path) -> None:
    from gradio_client import Client
    from gradio_client.exceptions import AppError, AuthenticationError

    accounts = Accounts(tmp_path / "accounts")
    accounts.put("ann", "correct horse")
    with serving(Library(folder, opened), Terms(accounts=accounts, per_minute=2)) as address:
        with pytest.raises((AuthenticationError, ValueError)):
            Client(address, verbose=False)
        with pytest.raises((AuthenticationError, ValueError)):
            Client(address, verbose=False, auth=("ann", "battery staple"))
        call = Client(address, verbose=False, auth=("ann", "correct horse")).predict
        for _ in range(2):
            assert call("What did Ann Lee say?", api_name="/ask")["answered"]
        with pytest.raises(AppError, match="at most 2 questions a minute"):
            call("What did Ann Lee say?", api_name="/ask")
