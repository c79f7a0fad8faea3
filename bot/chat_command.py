"""The subcommands `chat` and `account`."""

import logging
import sys
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from bot.setting_options import ConfidenceOption, SettingsOption, chosen
from index.commands import IndexOption, ready

AuthOption = Annotated[Path | None, typer.Option(metavar="FILE", help="Only those in this file may open the page.")]
ShareOption = Annotated[bool, typer.Option("--share", help="Also open a public address, through Gradio's service.")]
FeedbackOption = Annotated[Path, typer.Option(metavar="FOLDER", help="Where judgements on answers are kept.")]


class Kept(StrEnum):
    """Who sees what a visitor adds."""

    SHARED = "shared"
    PRIVATE = "private"


def chat(
    folder: IndexOption = None,
    *,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port to listen on.")] = 7860,
    share: ShareOption = False,
    auth: AuthOption = None,
    read_only: Annotated[bool, typer.Option("--read-only", help="Visitors add no sources.")] = False,
    library: Annotated[Kept, typer.Option(help="Who sees what a visitor adds: all, or the visitor.")] = Kept.SHARED,
    largest: Annotated[int, typer.Option(min=1, metavar="MB", help="The largest file that can be uploaded.")] = 50,
    rate: Annotated[int, typer.Option(min=0, help="Questions a minute for one visitor; 0: any number.")] = 0,
    log_texts: Annotated[bool, typer.Option("--log-texts", help="Log what is asked, too.")] = False,
    feedback: FeedbackOption = Path("var/feedback"),
    settings: SettingsOption = None,
    confidence: ConfidenceOption = None,
    mcp: Annotated[bool, typer.Option("--mcp", help="Serve MCP tools, too.")] = False,
) -> None:
    """Open the page in which to ask, check and add sources.

    Example: onrecord chat --port 7860
    """
    from bot.chat.accounts import accounts
    from bot.chat.library import Library
    from bot.chat.serving import Terms, serve
    from bot.opened import opened

    terms = Terms(
        host=host,
        port=port,
        share=share,
        accounts=accounts(auth) if auth else None,
        read_only=read_only,
        largest=largest,
        per_minute=rate,
        log_texts=log_texts,
        mcp=mcp,
        feedback=feedback,
    )
    _log()
    answering = partial(opened, settings=chosen(settings, confidence))
    shelf = Library(ready(folder).absolute(), answering, private=library is Kept.PRIVATE)
    serve(shelf, terms, lambda address: typer.echo(f"The page is open at {address}"))


def account(
    name: Annotated[str, typer.Argument(help="Who may open the page.")],
    auth: Annotated[Path, typer.Option(metavar="FILE", help="The file of accounts.")],
) -> None:
    """Add somebody who may open the page, or change a password; it is asked for, and kept as a hash.

    Example: onrecord account ann --auth accounts
    """
    from bot.chat.accounts import Accounts

    password = typer.prompt("Password", hide_input=True, confirmation_prompt=sys.stdin.isatty())
    Accounts(auth).put(name, password)
    typer.echo(f"{name} may open the page: onrecord chat --auth {auth}")


def _log() -> None:
    """Write a line to standard error for each question."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s", "%Y-%m-%dT%H:%M:%S"))
    log = logging.getLogger("onrecord.chat")
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    log.propagate = False
