"""An answer as HTML: statements with numbers that lead to quote cards.

Every character of a document is escaped; the only links are those of the structure and http(s) links to sources. The
HTML needs neither style nor script to be read.
"""

from html import escape

from bot.citation import Answer, Statement
from bot.showing.citation_html import cards_html
from bot.showing.confidence_html import OF_ANSWER, confidence_html
from bot.showing.escaping import html_text
from bot.wording import NEAR, left_over, listed, parts


def answer_html(answer: Answer, *, name: str = "answer", interactive: bool = False) -> str:
    """Return the answer as semantic HTML.

    Args:
        answer: what to show.
        name: begins the ids of the cards, so that several answers fit on one page.
        interactive: make the places buttons, for a page that can show the source.
    """
    said = _said(answer, name) if answer.answered else f'<p class="reason">{html_text(answer.text)}</p>'
    cards = cards_html(listed(answer), name=name, numbered=answer.answered, interactive=interactive)
    look, label = ("answered", "Quotes") if answer.answered else ("unanswered", NEAR)
    heading = f'<h3 class="heading">{label}</h3>' if cards else ""
    return f'<section class="answer {look}" aria-label="Answer">{said}{heading}{cards}</section>'


def _said(answer: Answer, name: str) -> str:
    said = _statement(answer.lead, name, "strong") if answer.lead else ""
    said += "".join(
        _heading(heading) + "".join(_statement(statement, name) for statement in statements)
        for heading, statements in parts(answer)
    )
    more = left_over(answer)
    said += f'<p class="more">{html_text(more)}</p>' if more else ""
    on_a_card = {citation.confidence for citation in answer.citations}
    if answer.confidence is None or answer.confidence in on_a_card:
        return said
    return f"{said}<p>{confidence_html(answer.confidence, OF_ANSWER)}</p>"


def _heading(heading: str | None) -> str:
    return f'<h4 class="part"><bdi>{html_text(heading)}</bdi></h4>' if heading else ""


def _statement(statement: Statement, name: str, tag: str = "bdi") -> str:
    numbers = "".join(_number(citation.number, name) for citation in statement.quotes)
    return f'<p class="statement"><{tag}>{html_text(statement.text)}</{tag}> {numbers}</p>'


def _number(number: int, name: str) -> str:
    return f'<a class="number" href="#{escape(name)}-{number}" aria-label="Quote {number}">[{number}]</a>'
