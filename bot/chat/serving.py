"""The page, served from this machine."""

from collections.abc import Callable

import gradio

from bot.chat.desk import Desk
from bot.chat.feedback import Feedback
from bot.chat.page import asset, page
from index.errors import UsageError

# The browser refuses whatever is not on the page's own address, even if a request should ever slip in.
_ONLY_HERE = (
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self' 'unsafe-inline' 'unsafe-eval' "
    "data: blob:; form-action 'self'; base-uri 'self'\">"
)
_SANS = ("system-ui", "-apple-system", "Segoe UI", "Roboto", "sans-serif")
_MONOSPACE = ("ui-monospace", "SFMono-Regular", "Consolas", "monospace")


def serve(
    desk: Desk,
    *,
    feedback: Feedback | None = None,
    host: str = "127.0.0.1",
    port: int = 7860,
    open_browser: bool = False,
    ready: Callable[[str], object] = lambda _: None,
) -> None:
    """Serve the page until the program is interrupted.

    Args:
        desk: who answers whom.
        feedback: where what visitors think of answers is kept.
        host: the address to listen on; only this machine can reach the default.
        port: the port to listen on; 0 takes any free one.
        open_browser: whether to open the page in the default browser.
        ready: called with the page's address once it answers.

    Raises:
        UsageError: the port is taken.
    """
    blocks = launch(desk, feedback=feedback, host=host, port=port, open_browser=open_browser)
    ready(str(blocks.local_url))
    blocks.block_thread()


def launch(
    desk: Desk, *, host: str, port: int, feedback: Feedback | None = None, open_browser: bool = False
) -> gradio.Blocks:
    """Start serving in a thread of its own and return the page; `close()` stops it."""
    blocks = page(desk, feedback)
    try:
        blocks.launch(
            server_name=host,
            server_port=port or None,
            inbrowser=open_browser,
            prevent_thread_lock=True,
            quiet=True,
            theme=_theme(),
            css="".join(map(asset, ("page.css", "answer.css", "check.css"))),
            head=_ONLY_HERE,
            footer_links=[],
            # Each of these could be switched on from outside, by an environment variable or a default.
            share=False,
            ssr_mode=False,
            mcp_server=False,
            run_history=False,
            pwa=False,
            enable_monitoring=False,
        )
    except OSError as error:
        message = f"cannot serve on {host}, port {port}: {error}; choose another with --port"
        raise UsageError(message) from error
    return blocks


def _theme() -> gradio.themes.Base:
    return gradio.themes.Base(
        primary_hue="teal", neutral_hue="stone", radius_size="lg", font=_SANS, font_mono=_MONOSPACE
    )
