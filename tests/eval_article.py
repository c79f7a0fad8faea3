"""An article with all its attributions marked, and one with none."""

from eval.kinds.quotations.gold import article

TEXT = (
    "“The old harbour bridge is safe,” Ann Reed said on Monday. She added that the ferry would sail again in spring. "
    "Mayor Tom Hale hopes that the ferry stops for good. "
    "Hale told reporters that the new harbour bridge costs a fortune. The police said nobody was hurt."
)


def spans(*pieces: str) -> list[list[int]]:
    return [[TEXT.index(piece), TEXT.index(piece) + len(piece)] for piece in pieces]


def quote(content: str, speaker: str, cue: str, kind: str = "indirect", auto: str | None = None) -> dict[str, object]:
    return {
        "content_spans": spans(content),
        "speaker_spans": spans(speaker),
        "cue_spans": spans(cue),
        "quote_type": kind,
        "speaker_auto": auto,
    }


ROW = {
    "id": "harbour",
    "text": TEXT,
    "quotes": [
        quote("“The old harbour bridge is safe,”", "Ann Reed", "said", "direct"),
        quote("that the ferry would sail again in spring", "She", "added", auto="Ann Reed"),
        quote("that the ferry stops for good", "Mayor Tom Hale", "hopes"),
        quote("that the new harbour bridge costs a fortune", "Hale", "told"),
        quote("nobody was hurt", "The police", "said"),
    ],
}
OTHER = {"id": "other", "text": "Eve Ortiz said it will rain.", "quotes": []}

ARTICLE, NOBODYS = article(ROW), article(OTHER)
