"""Answers as text for people and programs: Markdown, HTML, JSON. Pure.

The numbers of citations come from the answer's structure; nothing is read back out of prose.
"""

import json
from collections.abc import Sequence

from bot.citation import Answer, Citation, Statement
from bot.showing.escaping import markdown_text, web_link
from bot.showing.html_rendering import answer_html
from bot.showing.marked_quote import markdown_quote
from bot.wording import NEAR, day, doubts, left_over, listed, marks, parts, place, publisher
from index import Document

__all__ = ["answer_html", "answer_json", "answer_markdown"]


def answer_json(answer: Answer) -> str:
    """Return the answer as JSON; offsets count Unicode code points."""
    return json.dumps(answer.to_dict(), ensure_ascii=False, indent=2)


def answer_markdown(answer: Answer) -> str:
    """Return the short answer that no quote holds, the statements with their numbers, then the numbered citations.

    Where the sources do not say, the reason and what came near.
    """
    if answer.answered:
        lead = [f"**{markdown_text(answer.lead.text)}** {_numbers(answer.lead)}"] if answer.lead else []
        said = [*lead, *(text for heading, statements in parts(answer) for text in _part(heading, statements))]
        quotes = "\n".join(f"{citation.number}. {citation_markdown(citation)}" for citation in listed(answer))
        more = left_over(answer)
        return "\n\n".join([*said, quotes, *([more] if more else [])])
    near = "\n".join(f"- {citation_markdown(citation)}" for citation in answer.related)
    return "\n\n".join([markdown_text(answer.text), *([f"{NEAR}:", near] if near else [])])


def _part(heading: str | None, statements: Sequence[Statement]) -> list[str]:
    return [*([f"### {markdown_text(heading)}"] if heading else []), *map(statement_markdown, statements)]


def statement_markdown(statement: Statement) -> str:
    """Return a statement with the numbers of its quotes."""
    return f"{markdown_text(statement.text)} {_numbers(statement)}"


def _numbers(statement: Statement) -> str:
    return "".join(f"[{citation.number}]" for citation in statement.quotes)


def citation_markdown(citation: Citation) -> str:
    """Return a quote with its speaker and its place."""
    before, after = marks(citation)
    quote = f"{before}{markdown_quote(citation.quote, citation.short)}{after}"
    spoken = ", ".join([*_speaker(citation), *(markdown_text(doubt) for doubt in doubts(citation))])
    behind = f" Before it: {markdown_text(citation.before)}" if citation.before else ""
    return f"{quote} — {spoken}. {_source(citation)}.{behind}"


def _speaker(citation: Citation) -> list[str]:
    if not citation.speaker:
        return []
    role = [markdown_text(citation.role)] if citation.role else []
    return [f"**{markdown_text(citation.speaker)}**", *role]


def _source(citation: Citation) -> str:
    document = citation.document
    known = (publisher(document), day(document))
    parts = [_title(document), *(markdown_text(part) for part in known if part), markdown_text(place(citation))]
    also = [f"also in {', '.join(markdown_text(name) for name in citation.also)}"] if citation.also else []
    return ", ".join(parts + also)


def _title(document: Document) -> str:
    link, title = web_link(document.source), markdown_text(document.title)
    return f"[{title}](<{link}>)" if link else title
