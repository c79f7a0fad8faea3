"""What can be asked about one document: its quotations, numbers, dates and names, each with gold quotes.

Questions are made by rule and sound like it: a person is to edit them. Gold are spans of the document, as everywhere.

    speaker    "What did Ann Reed say about the harbour bridge?"      all her quotations that hold the topic
    who said   "Who said “the bridge is safe”?"                        the quotation
    who        "Who built the bridge?"                                 a sentence whose subject is a person or a body
    number     "The bridge cost how much?", "date": "… when?"          a sentence with one number, or one date
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from eval.case import Gold, QuestionKind
from eval.topics import noun_phrases, occurs
from index import Document, Kind, Passage, Quotation, Span

_SHORTEST, _LONGEST = 6, 30
"""Words of a sentence that is asked about."""
_FEWEST = 4
"""Words of a quotation that can be told apart from others."""
_ASKING = {
    "DATE": ("date", "when"),
    "MONEY": ("number", "how much"),
    "PERCENT": ("number", "what share"),
    "QUANTITY": ("number", "how much"),
    "CARDINAL": ("number", "how many"),
}
_WHO = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_LEANING = frozenset("he she it they this that these those his her its their there we i you".split())  # noqa: SIM905 - reads better
"""First words that lean on an earlier sentence: a question made of such a one makes no sense alone."""
_IN = re.compile(r"\b(?:in|on)\s+$", re.IGNORECASE)
_DETERMINED = re.compile(r"\b(?:the|an?|one|this|that|these|those)\s+\Z", re.IGNORECASE)
_MARK = re.compile("[\"\u201c\u201d\u201e\u00ab\u00bb]|''")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A question on a document, and what answers it.

    Attributes:
        document: its id.
        sort: what it was made of.
        question: as it is asked.
        kind: speaker or fact.
        gold: the quotes that answer.
        short: the shortest words that answer.
        telling: words that a document has which answers the question, too.
    """

    document: str
    sort: str
    question: str
    kind: QuestionKind
    gold: tuple[Gold, ...]
    short: tuple[str, ...]
    telling: tuple[str, ...]

    def is_told_by(self, text: str) -> bool:
        """Say whether a text has all the words that tell."""
        return all(occurs(words, text) for words in self.telling)


def proposals(document: Document, quotations: Sequence[Quotation], sentences: Sequence[Passage]) -> Iterator[Proposal]:
    """Yield what can be asked about a document, each question once."""
    seen: set[str] = set()
    quoted = [piece.span for one in quotations for piece in one.words]
    plain = [one for one in sentences if not any(span.overlaps(one.span) for span in quoted)]
    for one in (*_of_speakers(document, quotations), *_of_sentences(document, plain)):
        if one.question not in seen:
            seen.add(one.question)
            yield one


def _of_speakers(document: Document, quotations: Sequence[Quotation]) -> Iterator[Proposal]:
    known = [one for one in quotations if one.name and one.certain and _is_name(one.name)]
    topics = list(noun_phrases(document)) if known else []
    for one in known:
        name = str(one.name)
        about = next((pair for pair in topics if any(piece.span.contains(pair[1]) for piece in one.words)), None)
        if about and not occurs(name.rsplit(maxsplit=1)[-1], about[0]):
            topic, span = about
            same = [other for other in known if other.name == name and _holds(other, topic)]
            gold = tuple(_gold(piece, name) for other in same for piece in other.words)
            the = "the " if _DETERMINED.search(document.text, 0, span.start) else ""
            question = f"What did {name} say about {the}{topic}?"
            telling = (name.rsplit(maxsplit=1)[-1], topic)
            yield Proposal(document.id, "speaker", question, QuestionKind.SPEAKER, gold, (), telling)
        if one.kind is Kind.DIRECT and len(one.words) == 1 and len(one.words[0].text.split()) >= _FEWEST:
            words, said_by = one.words[0].text.rstrip(",."), (_gold(one.words[0], name),)
            said = f"Who said \u201c{words}\u201d?"
            yield Proposal(document.id, "who said", said, QuestionKind.SPEAKER, said_by, (name,), (words,))


def _of_sentences(document: Document, sentences: Sequence[Passage]) -> Iterator[Proposal]:
    from index.parsing import parsed_sentences

    fitting = [one for one in sentences if _makes_sense_alone(one.text)]
    for passage, parsed in zip(fitting, parsed_sentences(document, tuple(one.span for one in fitting)), strict=True):
        yield from _who(document, passage, parsed)
        yield from _in_place(document, passage, parsed)


def _who(document: Document, passage: Passage, parsed: Any) -> Iterator[Proposal]:  # noqa: ANN401 - spaCy's, imported elsewhere
    """Yield "Who …?" where the sentence begins with its subject, and that is a name."""
    for entity in parsed.ents:
        subject = entity.label_ in _WHO and entity.root.dep_ == "nsubj" and entity.root.head.dep_ == "ROOT"
        rest = parsed[entity.end :]
        if not subject or not len(rest) or rest[0].pos_ not in {"VERB", "AUX"} or entity.start > 1:
            continue
        question = f"Who {rest.text.strip().rstrip('.')}?"
        yield _fact(document, passage, "who", question, entity.text, (entity.text, rest.root.head.text))


def _in_place(document: Document, passage: Passage, parsed: Any) -> Iterator[Proposal]:  # noqa: ANN401 - as above
    """Yield the sentence with its one number or date asked for in its place."""
    found = [entity for entity in parsed.ents if entity.label_ in _ASKING]
    if len(found) != 1 or _describes(found[0], parsed):
        return
    (entity,) = found
    sort, asking = _ASKING[entity.label_]
    text = parsed.text
    before, after = text[: entity.start_char], text[entity.end_char :]
    if asking == "when":
        before = _IN.sub("", before)
    question = f"{before}{asking}{after}".strip().rstrip(".") + "?"
    names = tuple(one.text for one in parsed.ents if one.label_ in _WHO)
    yield _fact(document, passage, sort, question, entity.text, (entity.text, *names))


def _describes(entity: Any, parsed: Any) -> bool:  # noqa: ANN401 - as above
    """Say whether a date only describes the noun behind it: "the spring rain"."""
    behind = parsed[entity.end : entity.end + 1]
    return entity.label_ == "DATE" and any(token.tag_.startswith("NN") for token in behind)


def _fact(
    document: Document, passage: Passage, sort: str, question: str, short: str, telling: tuple[str, ...]
) -> Proposal:
    return Proposal(document.id, sort, question, QuestionKind.FACT, (_gold(passage, None),), (short,), telling)


def _makes_sense_alone(text: str) -> bool:
    words = text.split()
    leans = not words or re.sub(r"\W", "", words[0]).casefold() in _LEANING
    whole = text[:1].isupper() and text.rstrip()[-1:] in {".", "!"}  # a heading is no sentence
    return _SHORTEST <= len(words) <= _LONGEST and not leans and whole and not _MARK.search(text)


def _is_name(name: str) -> bool:
    """Say whether a speaker is called by a name, and not "the mayor" or "he and Calder"."""
    return name[:1].isupper() and not any(word.casefold() in _LEANING for word in name.split())


def _holds(quotation: Quotation, topic: str) -> bool:
    return any(occurs(topic, piece.text) for piece in quotation.words)


def _gold(passage: Passage, speaker: str | None) -> Gold:
    trimmed = _trimmed(passage)
    return Gold(passage.document.id, trimmed.start, trimmed.end, trimmed.text, speaker)


def _trimmed(passage: Passage) -> Passage:
    text = passage.text
    start = len(text) - len(text.lstrip())
    return Passage(passage.document, Span(passage.start + start, passage.start + len(text.rstrip())))
