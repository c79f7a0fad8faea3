"""Checks as text for people and programs: plain text, Markdown, JSON. Pure.

The numbers of citations come from the check's structure; nothing is read back out of prose.
"""

from bot.citation import Stance, Statement
from bot.claims.check import Check
from bot.showing.check_wording import LEANS, SIDES, headline
from bot.showing.escaping import markdown_text
from bot.showing.rendering import citation_markdown, statement_markdown


def check_text(check: Check) -> str:
    """Return the verdict in words, then what supports and what refutes, and what leans there, a statement a line."""
    sides = [f"{SIDES[stance]}: {one.numbered()}" for stance in Stance for one in check.of_stance(stance)]
    leaning = [f"{LEANS[stance]}: {one.numbered()}" for stance in Stance for one in check.leaning(stance)]
    return "\n".join([headline(check), *sides, *leaning])


def check_markdown(check: Check) -> str:
    """Return the claim, the verdict, the parts, both sides, what else was considered, and the numbered citations."""
    heading = f"> {markdown_text(check.claim)}\n\n**{markdown_text(headline(check))}**"
    parts = "\n".join(f"- {markdown_text(part.claim)} — {markdown_text(headline(part))}" for part in check.parts)
    sides = [_under(SIDES[stance], check.of_stance(stance)) for stance in Stance]
    besides = [_under(of, check.leaning(stance)) for stance, of in LEANS.items()]
    cited = "\n".join(f"{one.number}. {citation_markdown(one)}" for one in check.citations)
    found = [heading, f"Confidence {check.confidence:.0%}", parts, *sides, *besides, cited]
    return "\n\n".join(part for part in found if part)


def _under(heading: str, statements: tuple[Statement, ...]) -> str:
    lines = "\n".join(f"- {statement_markdown(one)}" for one in statements)
    return f"{heading}:\n\n{lines}" if lines else ""
