"""A checked text as Markdown: a table by verdict, then every claim and quotation with its quotes."""

from bot.claims.text_check import CheckedQuotation, CheckedSentence, TextCheck
from bot.quotes.quote_check import QuoteStatus
from bot.showing.check_rendering import check_markdown
from bot.showing.check_wording import VERDICTS, headline, publication
from bot.showing.escaping import markdown_text
from bot.showing.quote_rendering import KINDS
from bot.verdict import Verdict

NOTHING = "Nothing in the text is worth checking: no sentence says that something particular is or was so."
_VERDICTS = (Verdict.REFUTED, Verdict.CONFLICTING, Verdict.SUPPORTED, Verdict.NOT_ENOUGH_EVIDENCE)
_BAR = "\\|"
_STATUSES = (QuoteStatus.ALTERED, QuoteStatus.WRONG_SPEAKER, QuoteStatus.EXACT, QuoteStatus.NOT_FOUND)


def text_check_markdown(checked: TextCheck) -> str:
    """Return the report: claims by verdict, what is refuted first, then quotations by status."""
    title = f"# {markdown_text(checked.document.title)}"
    found = [*_claims(claims_first_refuted(checked)), *_quotations(quotations_first_altered(checked))]
    return "\n\n".join([title, *(found or [NOTHING])])


def claims_first_refuted(checked: TextCheck) -> list[CheckedSentence]:
    """Return the claims in the order in which a reader should see them."""
    return sorted(checked.sentences, key=lambda one: _VERDICTS.index(one.check.verdict))


def quotations_first_altered(checked: TextCheck) -> list[CheckedQuotation]:
    """Return the quotations in the order in which a reader should see them."""
    return sorted(checked.quotations, key=lambda one: _STATUSES.index(one.check.status))


def _claims(claims: list[CheckedSentence]) -> list[str]:
    if not claims:
        return []
    rows = [_row(VERDICTS[one.check.verdict], one.sentence.text, _evidence(one)) for one in claims]
    table = "\n".join([_row("Verdict", "Claim", "Quotes"), "|---|---|---|", *rows])
    return [f"## Claims: {len(claims)}", table, *(check_markdown(one.check) for one in claims)]


def _evidence(one: CheckedSentence) -> str:
    quotes = "; ".join(f"{quote.speaker or publication(quote)}: {quote.text}" for quote in one.check.decisive)
    return quotes or headline(one.check)


def _quotations(quotations: list[CheckedQuotation]) -> list[str]:
    if not quotations:
        return []
    rows = [
        _row(status_words(one.check.status), one.words.text, one.check.speaker or "", _source(one), _minded(one))
        for one in quotations
    ]
    heading = _row("Status", "Quotation", "Speaker", "The source has", "Mind")
    table = "\n".join([heading, "|---|---|---|---|---|", *rows])
    return [f"## Quotations: {len(quotations)}", table, *(one.check.to_markdown() for one in quotations)]


def status_words(status: QuoteStatus) -> str:
    """Return a status as a heading has it."""
    return status.replace("_", " ").capitalize()


def _source(one: CheckedQuotation) -> str:
    """Return the source's words with who says them there, or what comes nearest."""
    match, nearest = one.check.match, one.check.nearest
    if match:
        return f"{match.speaker or publication(match)}: {' … '.join(piece.text for piece in one.check.pieces)}"
    return f"nothing; nearest, {nearest.speaker or publication(nearest)}: {nearest.text}" if nearest else "nothing"


def _minded(one: CheckedQuotation) -> str:
    differences = [KINDS[found.kind] for found in one.check.differences]
    reason = [one.check.reason] if one.check.reason else []
    return "; ".join(dict.fromkeys([*differences, *reason, *one.check.warnings]))


def _row(*cells: str) -> str:
    return f"| {' | '.join(markdown_text(cell).replace('|', _BAR) for cell in cells)} |"
