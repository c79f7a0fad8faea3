"""The page, served from this machine."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

import gradio

from bot.chat.accounts import Accounts
from bot.chat.desk import Desk
from bot.chat.feedback import Feedback
from bot.chat.library import Library
from bot.chat.other_tabs import Bring, brought
from bot.chat.page import asset, page
from bot.chat.visits import Visits
from index import OnRecordError
from index.errors import UsageError

LARGEST = 50
"""Megabytes of a file that is uploaded, at most, where nothing else is said."""
_LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})
_STYLES = ("page.css", "answer.css", "check.css", "shelf.css")
# The browser refuses whatever is not on the page's own address, even if a request should ever slip in.
_ONLY_HERE = (
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self' 'unsafe-inline' 'unsafe-eval' "
    "data: blob:; form-action 'self'; base-uri 'self'\">"
)
_SANS = ("system-ui", "-apple-system", "Segoe UI", "Roboto", "sans-serif")
_MONOSPACE = ("ui-monospace", "SFMono-Regular", "Consolas", "monospace")


@dataclass(frozen=True, slots=True)
class Terms:
    """On which terms visitors are served.

    Attributes:
        host: the address to listen on; only this machine can reach the default.
        port: the port to listen on; 0 takes any free one.
        share: whether the page is also reached through a public address of Gradio's service.
        accounts: who may open the page; None for everybody.
        read_only: whether visitors may add no sources.
        largest: megabytes of a file that is uploaded, at most.
        per_minute: how many questions and checks of one visitor are answered in any minute; 0 for any number.
        log_texts: whether what is asked is logged, too.
        mcp: whether the endpoints are served as MCP tools.
        feedback: the folder in which what visitors think of answers is kept; None keeps nothing.
    """

    host: str = "127.0.0.1"
    port: int = 7860
    share: bool = False
    accounts: Accounts | None = None
    read_only: bool = False
    largest: int = LARGEST
    per_minute: int = 0
    log_texts: bool = False
    mcp: bool = False
    feedback: Path | None = None

    @property
    def trusting(self) -> bool:
        """Whether no stranger can open the page, who could make this machine fetch addresses, or work for minutes."""
        return self.accounts is not None or (self.host in _LOCAL and not self.share)


def serve(library: Library, terms: Terms, ready: Callable[[str], object] = lambda _: None) -> None:
    """Serve the page until the program is interrupted.

    Args:
        library: what is asked.
        terms: on which terms.
        ready: called with the page's address once it answers.

    Raises:
        UsageError: the port is taken.
    """
    blocks = launch(library, terms, brought())
    ready(str(blocks.share_url or blocks.local_url))
    Thread(target=_warm, args=[library], daemon=True).start()
    blocks.block_thread()


def launch(library: Library, terms: Terms, others: Mapping[str, Bring] | None = None) -> gradio.Blocks:
    """Start serving in a thread of its own and return the page; `close()` stops it.

    Args:
        library: what is asked.
        terms: on which terms.
        others: tabs of other packages, by their names, for pages that no stranger can open.
    """
    desk = Desk(library.checker, Visits(terms.per_minute, texts=terms.log_texts))
    added_to = None if terms.read_only else library
    tabs = {name: bring(desk, library, not terms.read_only) for name, bring in (others or {}).items() if terms.trusting}
    blocks = page(desk, feedback=Feedback(terms.feedback), library=added_to, fetch=terms.trusting, others=tabs)
    try:
        blocks.launch(
            server_name=terms.host,
            server_port=terms.port or None,
            prevent_thread_lock=True,
            quiet=True,
            auth=terms.accounts.admits if terms.accounts else None,
            max_file_size=f"{terms.largest}mb",
            share=terms.share,
            mcp_server=terms.mcp,
            theme=_theme(),
            css="".join(map(asset, _STYLES)),
            head=_ONLY_HERE,
            footer_links=[],
            # Each of these could be switched on from outside, by an environment variable or a default.
            ssr_mode=False,
            run_history=False,
            pwa=False,
            enable_monitoring=False,
        )
    except OSError as error:
        message = f"cannot serve on {terms.host}, port {terms.port}: {error}; choose another with --port"
        raise UsageError(message) from error
    return blocks


def _warm(library: Library) -> None:
    """Ask and check something, so that the models are loaded before the first visitor waits for them."""
    checker = library.checker("")
    with suppress(OnRecordError):
        checker.answer("How many were there?")
        checker.check("There were ten of them.")


def _theme() -> gradio.themes.Base:
    return gradio.themes.Base(
        primary_hue="teal", neutral_hue="stone", radius_size="lg", font=_SANS, font_mono=_MONOSPACE
    )
