"""A checked text as Markdown: a table by verdict, then every claim with its quotes."""

from bot.check_rendering import check_markdown
from bot.check_wording import VERDICTS, headline
from bot.escaping import markdown_text
from bot.text_check import CheckedSentence, TextCheck
from bot.verdict import Verdict

_ORDER = (Verdict.REFUTED, Verdict.CONFLICTING, Verdict.SUPPORTED, Verdict.NOT_ENOUGH_EVIDENCE)
NOTHING = "No sentence of the text is worth checking: none says that something particular is or was so."


def text_check_markdown(checked: TextCheck) -> str:
    """Return the report; what is refuted comes first."""
    if not checked.sentences:
        return NOTHING
    numbered = {one.sentence: number for number, one in enumerate(checked.sentences, start=1)}
    by_verdict = [
        (one, numbered[one.sentence]) for verdict in _ORDER for one in checked.sentences if one.check.verdict is verdict
    ]
    counted = ", ".join(f"{VERDICTS[one].lower()} {checked.counts[one]}" for one in _ORDER if checked.counts[one])
    title = f"# {markdown_text(checked.document.title)}\n\n{len(numbered)} claims: {counted}."
    rows = ["| | Claim | Verdict | Confidence | Quotes |", "|--:|---|---|--:|---|", *(_row(*one) for one in by_verdict)]
    each = [f"## {number}\n\n{check_markdown(one.check)}" for one, number in by_verdict]
    return "\n\n".join([title, "\n".join(rows), *each])


def _row(one: CheckedSentence, number: int) -> str:
    check = one.check
    quotes = "; ".join(f"{quote.speaker or 'the source itself'}: {quote.text}" for quote in check.citations)
    cells = (one.sentence.text, headline(check), f"{check.confidence:.0%}", quotes)
    return f"| {number} | {' | '.join(map(_cell, cells))} |"


def _cell(text: str) -> str:
    return markdown_text(text).replace("|", "\\|")
