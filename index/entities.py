"""The people that a document names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from index.document import Document, Span
from index.parsing import capitalised_subjects, is_subject, names_without_entity, parsed_sentences
from index.parties import parties
from index.people import Mention, People, bare_name, is_courteous, surname
from index.roles import has_role, is_role
from index.speech_verbs import is_speech

_MISTAKEN = {"", "ORG", "PRODUCT", "FAC", "GPE", "LOC", "NORP", "WORK_OF_ART"}
"""What the parser takes a name for that it does not know; the text around it may tell that it is a person's."""
_NAME = re.compile(r"[A-Z][\w'\u2019-]+(?:\s+(?:(?:de|da|dos|del|van|von|der|den|al|bin)\s+)*[A-Z][\w'\u2019-]+){0,3}")
_OF_OFFICE = re.compile(r"(?:\b[Tt]he\s\w+|General)\s+$")
"""What is no title before a name: "the Head Start Program", "General Services Administration"."""
_AGE = re.compile(r",\s+(?:aged\s+)?\d\d,")


@dataclass(frozen=True, slots=True)
class _Named:
    """A name where it stands, and what the parser takes it for; nothing where it does not see a name."""

    mention: Mention
    label: str


def people_in(document: Document, sentences: tuple[Span, ...]) -> People:
    """Return the people that the sentences of a document name.

    The parser misses names that are rare in English: one that a title or an apposition tells to be a person's is one
    too, and so is a surname of somebody who is named in full.
    """
    named = list(_named(document, sentences))
    sure = [one.mention for one in named if one.label == "PERSON"]
    unsure = [one for one in named if one.label in _MISTAKEN]
    introduced = [one.mention for one in unsure if _is_introduced(document.text, one.mention)]
    full = [one.name for one in [*sure, *introduced] if " " in one.name or is_courteous(document.text, one)]
    known = {surname(name) for name in full if name.casefold() not in parties()}
    named_so = {surname(name) for name in full if not is_role(name.split()[0])}
    unsure = [one for one in unsure if one.mention not in introduced]
    recalled = [one.mention for one in unsure if surname(one.mention.name) in known and not _is_place(one)]
    return People(document.text, [_by_surname(one, named_so) for one in [*sure, *introduced, *recalled]])


def _by_surname(mention: Mention, surnames: set[str]) -> Mention:
    """Leave out the role before a surname of somebody who is named in full: "Councillor Lee"."""
    role, _, rest = mention.name.partition(" ")
    return replace(mention, name=rest) if is_role(role) and rest.casefold() in surnames else mention


def _named(document: Document, sentences: tuple[Span, ...]) -> Iterator[_Named]:
    for sentence, parsed in zip(sentences, parsed_sentences(document, sentences), strict=True):
        for entity in [*parsed.ents, *names_without_entity(parsed), *capitalised_subjects(parsed)]:
            name = _bare(bare_name(entity.text))
            if re.search(r"[^\W\d_]{2}", name) and (entity.label_ == "PERSON" or _NAME.fullmatch(name)):
                start = sentence.start + entity.start_char
                yield _Named(
                    Mention(Span(start, start + len(entity.text)), name, is_subject(entity.root)), entity.label_
                )


def _is_introduced(text: str, mention: Mention) -> bool:
    """Say whether a courtesy title, a role or an age says that a name is a person's."""
    if is_courteous(text, mention):
        return not is_role(mention.name)
    is_name = " " in mention.name and not mention.name.startswith("The ")
    start = text.find(mention.name.split()[0], mention.span.start)  # behind a title that the parser takes for a part
    if start > mention.span.start and _OF_OFFICE.search(text, max(0, start - 40), start):
        return False
    return is_name and bool(_AGE.match(text, mention.span.end) or has_role(text, Span(start, mention.span.end)))


def _is_place(named: _Named) -> bool:
    return named.mention.name.casefold() in parties()


def _bare(name: str) -> str:
    """Return a name without the role before it, and the verb that a headline puts behind it, in capitals.

    >>> _bare("Obama Says"), _bare("Striker Ann Lee")
    ('Obama', 'Ann Lee')
    """
    role, _, rest = name.partition(" ")
    if " " in rest and is_role(role):
        name = rest
    *first, last = name.split() or [name]
    return " ".join(first) if first and is_speech(last) else name
