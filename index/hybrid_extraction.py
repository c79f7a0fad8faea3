"""Attributions by the trained tagger, and by rule where the tagger finds none."""

import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path

from index.cue_rules import CueRules, has_plain_object, noun_phrase, speaker_of
from index.datelines import DATELINE
from index.document import Document, Span
from index.extraction import Attribution
from index.impersonal import without_nobody
from index.parsing import parsed_sentences
from index.quotation_marks import pair_marks, quoted
from index.speech_verbs import OF_THINGS, is_negated, is_speech, lemmas
from index.tagging.tagger import QuoteTagger
from index.weights import pinned

FOLDER = Path(__file__).parent / "models" / "quote_tagger"
DIGESTS = {
    "head.onnx": "e5abd7155592e3949761ff84b5b61b2cb52e33300acff0e66a15206b4afc1dfc",
    "model.onnx": "3493eabf1c9e14338b199c6d1bb3320c2c55e3f93d5951b6c4c0854594924175",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}


_WAS_ASKED = re.compile(r"(?:when |if |after being |being |was |were )?asked\b", re.IGNORECASE)
_CALL_OFF = re.compile(r"\bcall(?:s|ed|ing)? off", re.IGNORECASE)
_LONGEST_CUE = 60
_TO = re.compile(r"\s+to\s+")
_SENTENCE_END = re.compile(r"[.!?][\"\u201d\u2019]?\s")
_DASH = re.compile(r"\s[\u2013\u2014-]\s|\u2014")
_BLANK_LINE = re.compile(r"\s*\n[ \t\r]*\n\s*")


class HybridExtractor:
    """Asks the trained tagger first; a rule adds what it finds where the tagger finds nothing.

    Beliefs and plans, which the tagger marks too, are left out: only what is said counts.
    """

    def __init__(self, argument: str = "") -> None:
        del argument
        self._rules = CueRules()

    @cached_property
    def _tagger(self) -> QuoteTagger:
        return QuoteTagger(pinned(FOLDER, DIGESTS))

    @cached_property
    def digest(self) -> str:
        """The digests of the weights and of the rules."""
        return f"tagger-2:{DIGESTS['model.onnx'][:16]}+{self._rules.digest}"

    def attributions(self, document: Document, sentences: Sequence[Span]) -> list[Attribution]:
        """Return the attributions of speech in a document's body."""
        with ThreadPoolExecutor(1) as beside:  # the tagger runs outside Python, so the parser need not wait for it
            tagged = beside.submit(self._tagged, document)
            parsed_sentences(document, tuple(sentences))
        found = [_with_speaker(document, tuple(sentences), one) for one in tagged.result()]
        for attribution in self._rules.attributions(document, sentences):
            if not any(_share(attribution, other) for other in found):
                found.append(attribution)
        unsaid = partial(_is_done, document, tuple(sentences), quoted(document.text[: document.body.end]))
        said = [_without_dateline(document, one) for one in found if not (_unsaid(document.text, one) or unsaid(one))]
        whole = (without_nobody(document.text, one) for one in said)
        return sorted((one for one in whole if one and one.content), key=lambda attribution: attribution.content)

    def _tagged(self, document: Document) -> list[Attribution]:
        text = document.text[: document.body.end]
        quoted = [Span(pair.start, pair.end) for pair in pair_marks(text).pairs]
        found = []
        for one in self._tagger.attributions(text):
            cue, content = Span(*one.cue), [Span(*piece) for piece in one.content]
            marked = any(piece.overlaps(other) for piece in content for other in quoted)
            if marked or is_speech(text[cue.start : cue.end]):
                within = tuple(_in_its_paragraph(text, cue, content, quoted))
                found.append(Attribution(within, Span(*one.source) if one.source else None, cue))
        return [one for one in found if one.content]


def _in_its_paragraph(text: str, cue: Span, content: Sequence[Span], quoted: Sequence[Span]) -> Iterator[Span]:
    """Yield what is said in quotation marks, and of the rest what stands in the paragraph of the cue: no heading."""
    start = max((gap.end() for gap in _BLANK_LINE.finditer(text, 0, cue.start)), default=0)
    gap = _BLANK_LINE.search(text, cue.end)
    end = gap.start() if gap else len(text)
    for piece in content:
        if any(piece.overlaps(other) for other in quoted):
            yield piece
        elif piece.start < end and start < piece.end:
            yield Span(max(piece.start, start), min(piece.end, end))


def _without_dateline(document: Document, found: Attribution) -> Attribution:
    """Take the place that an article begins with off a speaker, and off what is said."""
    first, *others = found.content
    source = found.source and _after_dateline(document, found.source)
    rest = _after_dateline(document, first)
    return replace(found, source=source, content=tuple(others) if rest is None else (rest, *others))


def _after_dateline(document: Document, span: Span) -> Span | None:
    """Return a span without the dateline that it begins with, where it begins the first sentence behind a heading.

    None where it is nothing but that.
    """
    dateline = DATELINE.match(document.text, span.start)
    if dateline is None:
        return span
    before, line = document.text[document.body.start : span.start], document.text[dateline.end() :].partition("\n")[0]
    begins = not before.rpartition("\n")[2].strip() and not _SENTENCE_END.search(before)
    if not begins or _DASH.search(line.partition(".")[0]):
        return span  # "NATO - not Russia - is to blame" begins with no place
    return Span(dateline.end(), span.end) if dateline.end() < span.end else None


def _with_speaker(document: Document, sentences: tuple[Span, ...], found: Attribution) -> Attribution:
    """Give an attribution the grammatical subject of its cue for a speaker, unless the tagger sees another one.

    Whom something is said to does not say it.
    """
    if found.source and found.cue and _TO.fullmatch(document.text, found.cue.end, found.source.start):
        return replace(found, source=None)
    subject = speaker_of(document, sentences, found.cue) if found.cue else None
    said = any(subject.overlaps(piece) for piece in found.content) if subject else True
    if subject and not said and (found.source is None or subject.overlaps(found.source)):
        return replace(found, source=subject)
    if found.source is None:
        return found
    wide = noun_phrase(document, sentences, found.source)
    blocked = [*found.content, *([found.cue] if found.cue else [])]
    return found if any(wide.overlaps(other) for other in blocked) else replace(found, source=wide)


def _unsaid(text: str, found: Attribution) -> bool:
    """Say whether a cue is negated, or no saying of the speaker's ("calls off the fair")."""
    if found.cue is None:
        return False
    if _was_asked(text, found.cue, found.content[0].start, found.source.start if found.source else None):
        return True
    start = found.cue.start
    if found.source and found.source.end <= start and start - found.source.end < _LONGEST_CUE:
        start = found.source.end
    return is_negated(text[start : found.cue.end]) or bool(_CALL_OFF.search(text, found.cue.start, found.cue.end + 4))


def _is_done(document: Document, sentences: tuple[Span, ...], marked: Sequence[Span], found: Attribution) -> bool:
    """Say whether a cue tells what is done with a thing and not what is said: "Ford recalled 400 cars"."""
    if found.cue is None or any(mark.overlaps(piece) for mark in marked for piece in found.content):
        return False
    verbs = {
        lemma for word in document.text[found.cue.start : found.cue.end].casefold().split() for lemma in lemmas(word)
    }
    return bool(verbs & OF_THINGS) and has_plain_object(document, sentences, found.cue)


def _was_asked(text: str, cue: Span, content: int, source: int | None) -> bool:
    """Say whether the speaker did not ask but was asked: "Asked about the letters, she said", "he was asked about"."""
    asked = _WAS_ASKED.match(text, cue.start, cue.end)
    if asked is None:
        return False
    return asked[0].lower() != "asked" or (cue.end <= content and (source is None or content < source))


def _share(one: Attribution, other: Attribution) -> bool:
    """Say whether two attributions have words or the cue in common."""
    if one.cue and other.cue and one.cue.overlaps(other.cue):
        return True
    return any(piece.overlaps(rival) for piece in one.content for rival in other.content)
