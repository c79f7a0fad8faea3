"""What a visitor reads while nothing is there yet, and where something went wrong."""

from bot.showing.escaping import html_text

PENDING = '<p class="pending" role="status">Reading the sources …</p>'


def trouble_html(what: str, message: str) -> str:
    """Return what went wrong, and what to do about it."""
    return (
        f'<section class="answer trouble" role="alert"><p class="reason">{html_text(what)}</p>'
        f"<p>{html_text(message)}</p></section>"
    )
