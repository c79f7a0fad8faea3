"""An answer as plain text with its citations, for an e-mail or a note."""

from bot.citation import Answer, Citation
from bot.wording import NEAR, day, doubts, listed, marks, place, publisher


def answer_plain(answer: Answer) -> str:
    """Return the statements with their numbers, then each citation on a line of its own."""
    cited = "\n".join(f"{f'[{one.number}]' if answer.answered else '-'} {_citation(one)}" for one in listed(answer))
    heading = "" if answer.answered or not cited else f"{NEAR}:\n"
    return "\n\n".join(part for part in (answer.text, f"{heading}{cited}") if part)


def _citation(citation: Citation) -> str:
    before, after = marks(citation)
    quote = f"{before}{' '.join(citation.text.split())}{after}"
    spoken = ", ".join([*([citation.speaker] if citation.speaker else []), *doubts(citation)])
    document = citation.document
    known = (document.title, publisher(document), day(document), place(citation), document.source)
    behind = f". Before it: {' '.join(citation.before.split())}" if citation.before else ""
    return f"{quote} — {spoken}. {', '.join(part for part in known if part)}{behind}"
